// Thinking that the model did or keeps to itself is to be given back: hidden traces, scratchpads, thinking
// of an earlier turn.
rule reasoning_trace
{
    meta:
        capability = "reasoning_trace"
        technique = "AML.T0024.002"
        weight = "0.9"
        description = "Tries to bring out or rebuild the model's hidden or earlier reasoning trace"

    strings:
        $en1 = /\b(rebuild|reconstruct|restore|recover|reproduce|recreate|recall|reveal|print|output|repeat|show|expose|dump|leak|return|continue|infer|write out|give me)\b.{0,50}\b(hidden|internal|private|raw|unredacted|redacted|omitted|suppressed|unspoken)\b.{0,24}\b(reasoning|thinking|thoughts?|chain[- ]of[- ]thought|scratchpad|deliberation)\b/ nocase
        $en10 = /\b(rebuild|reconstruct|restore|recover|reproduce|recreate|recall|reveal|print|output|repeat|expose|dump|leak|expand)\b.{0,30}\b(your|its|the model's|the assistant's) (full |complete |exact |own )?(original|earlier|previous|prior|actual) (chain of |line of )?(reasoning|thinking|thought)\b/ nocase
        $en2 = /\b(rebuild|reconstruct|restore|recover|reproduce|recreate|dump|complete|fill in|extract)\b.{0,50}\b(reasoning|thinking|thought) (traces?|tokens?|blocks?|logs?|transcripts?|chains?)\b/ nocase
        $en3 = /\b(thinking|reasoning|thoughts?) (that )?you (did|had|went through|produced|used|generated)\b.{0,40}\b(before|word for word|verbatim|exactly|earlier|previously|internally)\b/ nocase
        $en4 = /\b(verbatim|word for word|unedited|unabridged|without summari[sz]ing)\b.{0,50}\b(reasoning|thinking|chain[- ]of[- ]thought|scratchpad|thought process|internal monologue)\b/ nocase
        $en5 = /\b(contents?|text|everything) (of|in|inside|between|within) (your |the )?<?(think|thinking|reasoning|scratchpad|analysis)>? (tags?|blocks?|channel|section)\b/ nocase
        $en6 = /\b(summary|summaries|digest) of (the |your |its )?(thinking|reasoning|thoughts)\b.{0,90}\b(rebuild|reconstruct|restore|recover|expand|full|original|underlying|un-?summari[sz]ed)\b/ nocase
        $en7 = /\bthinking (summary|summaries)\b.{0,80}\b(expand|original|full|underlying|tokens)\b/ nocase
        $en8 = /\b(trace|thought|thinking|reasoning) (restoration|reconstruction|recovery)\b/ nocase
        $en9 = /\bwhat must (you|the (model|assistant|author of the reply)) have (considered|thought|weighed|been thinking)\b/ nocase
        $zh1 = /(还原|重建|恢复|复原|复现|补全|导出|泄露|展示|显示|输出|打印|复述).{0,45}(隐藏|内部|原始|未公开|被省略|之前|先前)(的)?.{0,12}(思考|推理|思维链|思维轨迹|草稿)/
        $zh2 = /(还原|重建|恢复|复原|复现|补全|提取).{0,30}(推理轨迹|思考轨迹|思维轨迹|推理链|思考链|推理痕迹)/
        $zh3 = /(逐字|一字不差|原封不动|原样).{0,30}(思考|推理|思维链|内心独白)/
        $zh4 = /(你|您)(之前|刚才|当时|上一轮).{0,20}(思考|推理)(过程|内容|的内容)?.{0,24}(写出|输出|还原|恢复|逐字|复述|列出|贴出)/
        $zh5 = /<?(think|thinking|reasoning)>? ?(标签|块)(里|内|中|之间)?(的)?(内容|文字|全部)/ nocase

    condition:
        any of them
}
