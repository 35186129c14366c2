/// What people ask in Chinese.
enum ChinesePrompts {
    static let frames = [mail, study, code, life]

    private static let mail = PromptFrame(
        "zh-mail", tokens: (120, 220), typed: true,
        prompts: [
            "帮我写一封邮件给«谁»，说明«s:事»，语气«客气一点|正式一些|别太生硬»。", "把这句话改得更礼貌：«s:事»，请尽快处理。",
            "请把下面的内容翻译成英文邮件：«谁»您好，«s:事»，谢谢。",
        ],
        responses: [
            "您好：关于«s»一事，想跟您提前说明，给您添麻烦了，敬请谅解。",
            "可以改成：想跟您确认一下进度，如有需要我这边可以配合。",
            "Hello, I am writing to let you know about the following. Thank you in advance.",
        ],
        lists: [
            "谁": ["房东", "导师", "客户", "人事部", "物业", "孩子的班主任"],
            "事": ["«3-20»号不能参加会议", "空调一直漏水", "需要延期«2-7»天交报告", "上个月的发票还没收到", "想申请调到早班"],
        ])

    private static let study = PromptFrame(
        "zh-study", tokens: (110, 340), typed: true,
        prompts: [
            "用简单的话解释一下«题»。", "我«下周|后天|月底»考«题»，帮我列一个复习提纲", "«题»有哪些常见的误区？举«2-4»个例子。",
            "帮我检查这段英文作文的语法：My hometown have many river and I very like it.",
        ],
        responses: [
            "先看一个生活中的例子：水烧开的时候，锅盖会被顶起来……",
            "提纲：一、基本概念；二、重点与公式；三、常见题型；四、错题回顾。",
            "常见误区：一、把结果当成原因；二、忽略前提条件。",
            "应改为 My hometown has many rivers and I like it very much.",
        ],
        lists: ["题": ["条件概率", "光合作用", "二叉树的遍历", "供给与需求", "《红楼梦》的人物关系", "牛顿第二定律", "唐诗的平仄"]])

    private static let code = PromptFrame(
        "zh-code", tokens: (260, 360), typed: true,
        prompts: ["«语言»里怎么«做»？", "这段代码报错：«错»，应该怎么改？", "写一个«语言»脚本，«做»，要有注释。"],
        responses: [
            "可以用标准库自带的函数，一行就够，示例如下。",
            "变量在使用前可能没有赋值，先打印一下看看它的值。",
            "脚本如下，注意编码要写成 utf-8，否则在别的电脑上会乱码。",
        ],
        lists: [
            "语言": ["Python", "Java", "JavaScript", "Go"],
            "做": ["批量重命名图片", "读取 Excel 的第«2-5»个工作表", "每天早上«6-9»点发送提醒", "合并几个 CSV 文件", "统计一个文件夹里的字数"],
            "错": ["KeyError: 'name'", "UnicodeDecodeError", "list index out of range", "Connection refused"],
        ])

    private static let life = PromptFrame(
        "zh-life", tokens: (80, 300), typed: true,
        prompts: [
            "周末带«谁»去«哪»玩«1-3»天，有什么建议？", "家里只有«菜»和«菜»，能做什么？", "给«谁»买生日礼物，预算«100-600»，有什么好主意？",
            "帮孩子编一个关于«物»的睡前故事，«200-500»字左右。",
        ],
        responses: [
            "第一天可以去老街，傍晚沿河走走；第二天早点起床看日出。",
            "可以炒一盘，再做个汤，二十分钟就好。",
            "一起去做件事比送东西好：一顿饭、一场电影，再加一张手写的卡片。",
            "从前有一个不爱睡觉的小家伙，它总问月亮去了哪里……",
        ],
        lists: [
            "谁": ["爸妈", "两个孩子", "女朋友", "老同学"], "哪": ["海边", "山里", "古镇", "邻近的城市"],
            "菜": ["土豆", "鸡蛋", "豆腐", "白菜", "番茄", "腊肠"], "物": ["小刺猬", "一把旧雨伞", "会说话的茶壶", "怕黑的萤火虫"],
        ])
}
