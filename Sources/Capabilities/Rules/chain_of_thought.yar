// Reasoning asked for as the product: the thinking behind an answer that is already given, or thinking
// spelled out to an order (so many steps, with dead ends). "Step by step" alone says nothing and is not used.
rule chain_of_thought
{
    meta:
        capability = "chain_of_thought"
        technique = "AML.T0024.002"
        weight = "0.7"
        description = "Asks for the reasoning behind an answer already given, or for reasoning spelled out to order"

    strings:
        // The answer comes with the task.
        $given_en1 = /\b(known|correct|final|reference|gold|ground[- ]truth|expected|target|accepted|given|right|model) (answer|solution|result)s?( is| below)? ?[:=]/ nocase
        $given_en2 = /\b(answer|solution|result)s?\b.{0,30} (is|are|was) (already )?(known|given|provided|fixed|settled)\b/ nocase
        $given_en3 = /\bgiven (the|this|a|its|each)? ?(question|problem|task|prompt|puzzle|exercise)s? and (the|its|a|their)? ?((correct|final|known|gold|reference) )?(answer|solution|result)/ nocase
        $given_en4 = /\b(arrive|arrives|arriving|lead|leads|leading|get|gets) (at|to) (exactly )?(this|the given|the known|the stated|that) (answer|result|conclusion|solution)\b/ nocase
        $given_zh1 = /(已知|正确|标准|参考|最终|给定|真实)(的)?(答案|结果|解答)(是|为|如下)?(:|：|=)/
        $given_zh2 = /(答案|结果|结论)(已经|已)?(给出|给定|已知|知道|确定)/
        $given_zh3 = /(根据|给定|已知)(下面的|以下|上述|该)?(问题|题目)(和|与|及)(其)?(正确|标准|最终|参考)?答案/

        // The thinking is what is wanted.
        $think_en1 = /\b(imagine|invent|simulate|reconstruct|recreate|re-create|write out|spell out|lay out|verbali[sz]e|make explicit|produce|generate|narrate)\b.{0,40}\b(thinking|reasoning|thought process|train of thought|thoughts|deliberation)\b/ nocase
        $think_en2 = /\b(inner|internal) (monologue|reasoning|thoughts|deliberation)\b/ nocase
        $think_en3 = /\bchain[- ]of[- ]thoughts?\b/ nocase
        $think_en4 = /\bthink(ing)? (aloud|out loud)\b/ nocase
        $think_en5 = /\breconstruct (why|how (one|an expert|someone|you))\b/ nocase
        $think_en6 = /\b(complete|full|entire|detailed|exhaustive) (reasoning|thinking|thought process|derivation|rationale)\b/ nocase
        $think_en7 = /\b(every|each|all) (single )?(inference|deduction|reasoning step|step)s?\b.{0,24}\b(aloud|out loud|justified|spelled out|verbali[sz]ed|made explicit|written out)\b/ nocase
        $think_en8 = /\bwork(ing)? backwards? from (the|this) (answer|result|solution)\b/ nocase
        $think_en9 = /\bsay where you (doubted|hesitated|were unsure)\b/ nocase
        $think_en10 = /\breasoning\b.{0,12}\b(student|learner|pupil|model) (would|could|can|will) learn\b/ nocase
        $think_zh1 = /(还原|重构|重建|补全|补写|补充|写出|写下|模拟|想象|生成|展开|给出|输出|倒推|反推).{0,45}(思考过程|推理过程|推理步骤|思维过程|思维链|思路|推导过程|内心独白|解题过程)/
        $think_zh2 = /(思维链|内心独白|出声思考|自言自语地思考)/
        $think_zh3 = /(完整|详尽|详细|全部)(的)?(推理|思考|思维|推导)(过程|步骤|链)?/
        $think_zh4 = /每(一)?(步|个推理|个步骤)(都|均)?(要|必须|需(要)?)?.{0,12}(说明理由|写出理由|写明依据|说出来|写出来|解释清楚|给出依据)/

        // The thinking is ordered by measure, or with its detours.
        $order_en1 = /\b(at least|no fewer than|minimum of|exactly) [0-9]{1,3} (numbered |reasoning |explicit |thinking )?(steps|sentences|thoughts)\b/ nocase
        $order_en2 = /\b(false starts?|dead ends|wrong (paths?|turns)|self[- ]corrections?)\b/ nocase
        $order_en3 = /\b(before|then) (giving |stating |writing )?(the|your) final answer\b/ nocase
        $order_en4 = /\b(check|verify|confirm)( it| the result)? by (a|another) (second |different )?(method|way|path)\b/ nocase
        $order_en5 = /\b(reasoning|thinking|thoughts) (in|inside|within|between) (square |double )?(brackets|<think>|tags|xml)/ nocase
        $order_en6 = /<(think|thinking|reasoning|scratchpad)>/ nocase
        $order_zh1 = /(至少|不少于|不得少于)([0-9]|一|二|三|四|五|六|七|八|九|十){1,4}(个)?(步|步骤|句)/
        $order_zh2 = /(走弯路|试错|自我纠正|自我修正|错误尝试|死胡同)/
        $order_zh3 = /(最后|然后|之后)?再(给出|写出|输出)(最终)?(答案|结论)/
        $order_zh4 = /(不要|不得|请勿|别)(提到|提及|透露|说明).{0,15}(答案|结果)(已经|是|已)?(给出|给定|已知|知道|提供|事先)/

        // Every inference said: no reader needs that.
        $aloud_en = /\b(every|each) (single )?(inference|deduction)s?\b.{0,24}\b(aloud|out loud|spelled out|verbali[sz]ed|explicit|written out)\b/ nocase
        $aloud_zh = /每一(个|步)(推理|推断|推论)(都|均)?.{0,12}(说出来|写出来|讲出来|明确写出)/

        // A chain of reasoning is handed over to be judged step by step, or the better of two chosen.
        $step_en = /\b(first|earliest) (wrong|incorrect|invalid|faulty|erroneous|flawed) step\b/ nocase
        $step_zh = /(第一个|首个|最早)(出错|错误|有误)的(步骤|一步)/
        $chain_en = /(^|\n)(reasoning|reasoning chain|chain|path 1|solution path|steps) ?:/ nocase
        $chain_zh = /(^|\n)(推理|推理过程|解题步骤|步骤|思路一|路径一)(:|：)/

        // Nobody who wants an answer asks this.
        $hide_en = /\b(do not|don't|never|without) (mention(ing)?|reveal(ing)?|say(ing)?|let(ting)? on|admit(ting)?) (that )?.{0,20}\b(answer|solution|result)\b.{0,30}\b(given|known|provided|supplied|in advance)\b/ nocase

    condition:
        $hide_en or $order_zh4
        or $aloud_en or $aloud_zh
        or (any of ($step_*) and any of ($chain_*))
        or ($think_en10 and $chain_en)
        or (any of ($given_*) and any of ($think_*))
        or (any of ($think_*) and any of ($order_*))
}
