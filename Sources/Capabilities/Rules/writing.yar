rule writing
{
    meta:
        capability = "writing"
        technique = "AML.T0040"
        weight = "0.05"
        description = "Writing and mending texts: letters, stories, essays, posts; nothing is more ordinary"

    strings:
        $write_en = /\b(write|draft|compose|create|generate)\b.{0,40}\b(emails?|letters?|story|stories|poems?|essays?|blog posts?|articles?|cover letter|speech|song|lyrics|caption|tweets?|paragraph|novel|script for|screenplay|product description|press release|newsletter|outline|toast|haiku|slogan|ad copy|resume|bio)\b/ nocase
        $start_en = /(^|\n)(poem|story|haiku|essay|short story|bedtime story|email|letter) (about|for|to|on)\b/ nocase
        $mend_en1 = /\b(proofread|copy-?edit|fix the grammar|correct (the|my) (grammar|spelling|english)|improve (the|my) (wording|writing|style|text)|make (it|this) (sound )?(more )?(polite|formal|shorter|concise|friendly|professional))\b/ nocase
        $mend_en2 = /\b(rewrite|rephrase|reword|polish|shorten) (the|this|my|these|following) (text|email|letter|sentence|paragraph|essay|message|article|post|note)s?\b/ nocase
        $role_en = /\b(act as|you are|be) (a|an|my) .{0,30}\b(novelist|poet|storyteller|screenwriter|copywriter|essay writer|journalist|lyricist|rapper|editor|proofreader|content writer|songwriter)\b/ nocase
        $write_zh = /(写|编|起草|撰写|创作|拟)(一|几|两|三|个|篇|封|首|份|段|则|条|出|[0-9]).{0,30}(邮件|信|故事|诗|作文|文章|文案|演讲稿|小说|剧本|发言稿|通知|简历|公众号|推文|歌词|日记|读后感|总结|报道)/
        $story_zh = /(睡前故事|写作文|写首诗|写诗|写一首|讲(一)?个.{0,30}故事|作文(题目|范文|提纲))/
        $mend_zh = /(润色|改得更(礼貌|正式|简洁|通顺|自然|生动)|修改(病句|作文|语法)|检查.{0,24}语法|语法(错误|检查)|改写(这段话|这句话|下面的文字|这篇文章))/

    condition:
        any of them
}
