// The model as a judge of answers: a rubric, a scale, an answer to be scored, output for a machine.
rule rubric_grading
{
    meta:
        capability = "rubric_grading"
        technique = "AML.T0005.001"
        weight = "0.7"
        description = "Uses the model to score or compare answers by a rubric, as a reward model does"

    strings:
        $judge_en1 = /\b(score|grade|rate|judge|evaluate|assess|rank|critique) (the|this|that|each|both|every|all|following|these|two|a|an)( [a-z'-]{1,14}){0,3} (answers?|responses?|repl(y|ies)|completions?|outputs?|candidates?|solutions?|assistants?)\b/ nocase
        $judge_en2 = /\b(grade|score|judge|mark) (strictly|harshly|independently|impartially|conservatively)\b/ nocase
        $judge_en3 = /\b(which|decide which|pick the|choose the) (of the )?(two )?(better |best )?(answer|response|reply|completion|output|candidate)\b( is)? ?(better|best|preferred|stronger)?/ nocase
        $judge_en4 = /\bcompare ((the )?(two |both )?(answers|responses|replies|completions|outputs)|(answer |response |reply )?A (and|with|to|against) (answer |response |reply )?B)\b/ nocase
        $judge_zh1 = /(评分|打分|评判|评估|评价|批改|比较)(以下|下面|下列|该|这个|这两个|两个|每个|模型)?(的)?.{0,12}(回答|答案|回复|输出|答复|候选)/
        $judge_zh2 = /(对|给|为|就).{0,24}(回答|答案|回复|输出|答复).{0,24}(评分|打分|评判|评级|排序)/
        $judge_zh3 = /哪(一)?个(回答|回复|答案|输出)(更好|更优|更佳)/

        $scale_en1 = /\b(rubrics?|criteri(on|a)|scoring guide|grading (guide|scheme|scale))\b/ nocase
        $scale_en2 = / (0-5|1-5|0-7|1-7|0-10|1-10|0-100|1-100|0 to 5|1 to 5|1 to 7|0 to 10|1 to 10|0 to 100|1 to 100)\b/ nocase
        $scale_en3 = /\bout of (5|10|100)\b/ nocase
        $scale_en4 = /\b(deduct|subtract|take off) [0-9]{1,2}( points?)? (for|per)\b/ nocase
        $scale_en5 = /\b(A, B,? or (a )?(tie|draw|neither)|margin [0-9]|win ?\/ ?tie ?\/ ?lose)\b/ nocase
        $scale_zh1 = /(评分标准|评分细则|评分维度|打分标准|评价标准|评判标准)/
        $scale_zh2 = /(([01]|一) ?(到|至|-|~|—) ?(5|7|10|100|五|十) ?分|满分(是|为)?(5|10|100|十|一百)(分)?|扣([0-9]|一|二|两|三)分|[0-9]分制)/

        $machine_en1 = /\bjson\b/ nocase
        $machine_en2 = /\b(overall|total|final|numeric|numerical) (score|grade|rating)s?\b/ nocase
        $machine_en3 = /"(score|scores|rating|grade|overall|preferred|winner|verdict|deductions|rationale)"/ nocase
        $machine_en4 = /\b(only|just) (output |return |give |the )?(the )?(number|score|letter|digit)\b/ nocase
        $machine_zh1 = /(只|仅)(需)?(输出|返回|给出|回复).{0,12}(分数|数字|字母|JSON|json|得分)/
        $machine_zh2 = /(总分|总体得分|综合得分|最终得分)/

        // The answer to be judged stands in the text under a heading of its own.
        $answer_en1 = /(^|\n)\W{0,4}(answer|response|reply|completion|output|candidate|assistant)( [AB12])? ?:/ nocase
        $answer_en2 = "\nB: "
        $answer_zh = /(^|\n)(回答|答案|回复|输出|候选)([AB12]|甲|乙)?(:|：)/

        $reward_en1 = /\b(reward|preference) (model|judge|signal|label|score)s?\b/ nocase
        $reward_en2 = /\byou are (a|an|the) (strict |impartial |fair |expert |careful )?(llm )?(grader|judge|evaluator|rater|annotator)\b/ nocase
        $reward_zh = /(奖励模型|偏好标注|偏好数据|奖励信号|(严格|公正)(的)?(评分员|评委|裁判|评审))/

    condition:
        (any of ($judge_*) and any of ($scale_*) and (any of ($machine_*) or any of ($answer_*)))
        or (any of ($reward_*) and (any of ($judge_*) or any of ($scale_*)) and
            (any of ($machine_*) or any of ($answer_*) or any of ($scale_*)))
}
