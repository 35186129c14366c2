// A model at the mouse and keyboard: a screen or page, a goal, one action out of a fixed list.
rule computer_use
{
    meta:
        capability = "computer_use"
        technique = "AML.T0040"
        weight = "0.4"
        description = "Has the model operate a screen or web page: clicks, keys, scrolling, demonstrations of it"

    strings:
        $action = /\b(left_|right_|double_)?click ?\( ?(x|n|[0-9]{1,5}|id|element|selector|coordinate|ref|\[)/ nocase
        $json = /"action" ?: ?"(click|left_click|double_click|type|scroll|key|drag|screenshot|mouse_move|wait)"/
        $screen_en1 = /\b(screenshots?|screen ?capture|screen recording|accessibility tree|a11y tree|dom snapshot|page text|viewport|set of marks)\b/ nocase
        $screen_en2 = /\b(window|dialog|browser|desktop|app|page)\b.{0,30}\b(is open|open|blocked|loaded|in focus|state)\b/ nocase
        $act_en1 = /\b(next|exactly one|one|single|following|the) (ui |gui |mouse )?action\b.{0,30}\b(as|of|from|in|:|json)/ nocase
        $act_en2 = /\b(click|clicks|tap|taps|double-click|scroll|drag|keypress|key press|type)\b.{0,60}\b(click|scroll|drag|key|keys|type|wait|hover|tap|back|done|stop)\b/ nocase
        $act_en3 = /\b(last|previous) (click|action|tap|keypress)\b.{0,30}\b(did nothing|failed|missed|had no effect|opened)\b/ nocase
        $act_en4 = /\b(which|what) (pixel|coordinates?|element|button)\b.{0,30}\b(click|tap|press|select)\b/ nocase
        $demo_en = /\b(demonstration|walkthrough|recording|episode) (for|of|:)/ nocase
        $demo_en2 = /\b(one line a step|one line per step|each step|per step)\b.{0,60}\b(seen|screen|action|click|observation)\b/ nocase
        $direct_en = /\b(computer[- ]use|gui|browser[- ]use|browser|desktop|web) (agents?|automation|operator)\b/ nocase
        $screen_zh = /(截图|屏幕截图|界面截图|屏幕|网页|页面|窗口|弹窗)/
        $act_zh1 = /(点击|单击|双击|拖动|滚动|输入|按键|鼠标).{0,45}(坐标|动作|点击|滚动|拖动|按键|等待|完成|\([0-9x])/
        $act_zh2 = /(下一步|下一个|唯一一(个)?|一个)(的)?(操作|动作)/
        $direct_zh = /(电脑操作|计算机操作|界面操作|图形界面|浏览器自动化|操作电脑|操控电脑)(代理|智能体|轨迹|演示|示范|任务)/

    condition:
        $json or $direct_en or $direct_zh
        or ($action and (any of ($screen_*) or $act_en1))
        or (any of ($screen_*) and $act_en1 and $act_en2)
        or ($screen_en1 and $act_en3)
        or ($screen_en1 and $act_en4)
        or ($demo_en and $demo_en2)
        or ($screen_zh and $act_zh1 and $act_zh2)
}
