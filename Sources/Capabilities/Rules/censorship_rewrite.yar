// Politically sensitive questions turned into ones that a censor lets pass, and refusals made to order.
rule censorship_rewrite
{
    meta:
        capability = "censorship_rewrite"
        technique = "AML.T0005.001"
        weight = "0.8"
        description = "Rewrites politically sensitive questions to pass censorship, or drafts evasions of them"

    strings:
        $rewrite_en1 = /\b(rewrite|rephrase|reword|reformulate|paraphrase|transform|convert|turn|soften|sanitize|sanitise|neutrali[sz]e|tone down)\b.{0,50}\b(question|query|prompt|request|topic|statement|answer|passage)s?\b/ nocase
        $rewrite_en2 = /\b(saf(e|er)|neutral|harmless|acceptable|permissible|compliant|uncontroversial|toned[- ]down) (version|question|wording|phrasing|formulation|alternative|rewrite|rewording|variant|reformulation|answer|reply|query)s?\b/ nocase
        $rewrite_en3 = /\b(classify|label|detect|flag)\b.{0,30}\b(then|and) (soften|rewrite|rephrase|neutrali[sz]e|sanitize|redirect)\b/ nocase
        $rewrite_zh1 = /(改写|改成|改为|重写|转写|转述|转换|替换|软化|弱化|淡化).{0,45}(问题|提问|问句|问法|表述|说法|提示词|话题|回答)/
        $rewrite_zh2 = /(安全|中性|合规|温和|可接受|不敏感|无害)(的)?(版本|问题|问法|表述|说法|回答|措辞|提问)/
        $rewrite_zh3 = /(把|将).{0,45}(问题|提问|话题|表述).{0,24}(改写|改成|改为|换成|转成|软化|弱化)/

        $censor_en1 = /\b(pass|passes|passing|clear|clears|survive|survives|satisfy|satisfies|get past|gets past|get through|comply with|complies with|acceptable (to|under)|allowed (by|under)|permitted (by|under))\b.{0,50}\b(censor|censors|censorship|content (policy|rules|review|filter)|moderation|keyword (filter|list)|(state|government|local|platform) (review|rules|policy|regulation|regulations))\b/ nocase
        $censor_en2 = /\bcensor(s|ed|ship|ing)?[- ](safe|compliant|proof|friendly|resistant)\b/ nocase
        $censor_en3 = /\b(politically|politicall?y) (sensitive|risky|delicate|dangerous|incorrect for)\b/ nocase
        // "Sensitive" alone is what makers of questionnaires say too: it counts with the bookkeeping of loss.
        $sensitive_en = /\bsensitive (item|topic|question|prompt|query|subject|term|word|content)s?\b/ nocase
        $sensitive_zh = /敏感(的)?(问题|提问|话题|内容|信息|条目|性)/
        $loss_en = /\b((meaning|intent|point|sense)\b.{0,40}\b(left|lost|kept|keep|preserved?|remains?)|(still|no longer) asks?|(two|three|four|five|[0-9]) (safer|neutral|softer|milder) versions?)\b/ nocase
        $loss_zh = /(保留|丢失|损失|不失).{0,12}(原意|含义|意思|信息)|(两|三|四|五|[0-9])(个)?(更)?(安全|中性|温和)(的)?版本/
        $censor_en5 = /\b(no|any|every) (reader|censor|reviewer|official|regulator|authority|user)\b.{0,50}\b(object to|take offen[cs]e|complain)\b/ nocase
        $censor_en6 = /\b(leadership|unrest|territory|separatism|protests?|dissidents?|regime)\b.{0,40}\b(leadership|unrest|territory|separatism|media|none|religion|dissidents?)\b/ nocase
        $censor_zh1 = /(敏感词|政治(上)?(很|较|比较)?敏感|涉政|违禁词)/
        $censor_zh2 = /(通过|符合|满足|绕过|避开|规避).{0,18}(审核|审查|内容政策|内容安全|监管|过滤|管控)/
        $censor_zh3 = /(过审|不被屏蔽|不会被屏蔽|不触发.{0,9}(审核|审查|过滤|屏蔽)|内容安全规范|舆情)/

        $evade_en1 = /\b(refus(e|al)|turn aside|turn[- ]aside|deflect(ion|s)?|evade|evasion|evasive|sidestep|decline)\b.{0,60}\b(question|query|topic|prompt|politely|gracefully|answer|reply)\b/ nocase
        $evade_en2 = /\b(ideal|model|perfect|best|exemplary|template) (refusal|turn[- ]aside|deflection|evasion|non-?answer)\b/ nocase
        $evade_zh = /(拒答|回避|婉拒|岔开|委婉(地)?拒绝|巧妙(地)?拒绝|引导话题).{0,36}(问题|话题|提问|示范|模板|回答|措辞)/

        $order_en = /\b(model|assistant|bot|AI|system|reply|answer)s? (must|should|has to|needs to|have to) (refuse|decline|deflect|turn aside|avoid|not answer)\b.{0,40}\b(in|for|under) (the )?[A-Z][a-z]/
        $order_zh = /(模型|助手)(必须|应当|应该|需要).{0,15}(拒绝|回避|拒答|婉拒)/

    condition:
        (any of ($rewrite_*) and any of ($censor_*))
        or (any of ($rewrite_*) and any of ($sensitive_*) and any of ($loss_*))
        or ($evade_en2 and ($order_en or any of ($censor_*)))
        or ($evade_en1 and $order_en)
        or ($evade_zh and (any of ($censor_zh*) or $sensitive_zh or $order_zh))
}
