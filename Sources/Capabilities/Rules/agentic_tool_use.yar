// A model that acts: tools offered and called, commands run turn by turn, results handed back.
rule agentic_tool_use
{
    meta:
        capability = "agentic_tool_use"
        technique = "AML.T0040"
        weight = "0.3"
        description = "Has the model call tools or run commands turn by turn, or write such trajectories"

    strings:
        $json1 = /"role" ?: ?"tool"/
        $json2 = /"(tool_calls?|tool_use|tool_use_id|function_call|tool_result|input_schema)" ?:/
        $json3 = /<\/?(tool_call|tool_use|function_calls|invoke|tool_response|function_results|tools)>/
        $en1 = /\b(call|calls|calling|use|invoke|choose|select) (the |your |one of the |these |any |available )?(tools?|functions?)\b.{0,24}\b(as|in|with|using|via) (json|xml|arguments|parameters)\b/ nocase
        $en2 = /\b(tool|function)[- ](calls?|calling|schemas?|definitions?|results?|outputs?|use)\b/ nocase
        $en3 = /(^|\n|\. )(available )?tools ?: ?\[?\{? ?"?[a-z]+(_[a-z]+)+/ nocase
        $en4 = /\b(you (have|are given) (access to )?(the following |these )?tools|tools (available|you (may|can) (use|call)))\b/ nocase
        $en5 = /\b(complete|continue|write|extend|produce|finish|give) (the|a|this|its) (complete |full |whole )?trajector(y|ies)\b/ nocase
        $en6 = /(^|\n)(thought|action|action input|observation) ?[0-9]{0,3} ?:.{0,200}\n(thought|action|action input|observation) ?[0-9]{0,3} ?:/ nocase
        $en7 = /\b(one|a single|exactly one|next) (shell |bash |terminal )?command( per turn|\?| only)/ nocase
        $en8 = /\b(stdout|stderr)\b.{0,40}\b(exit (code|status)|stderr)\b/ nocase
        $en9 = /(^|\n)(last )?exit (code|status)? ?[0-9]{1,3}\b/ nocase
        $en10 = /\b(read_file|edit_file|write_file|run_command|execute_bash|list_files|search_files|apply_patch|str_replace_editor|web_search|open_url)\b/
        $en11 = /\b(agent|autonomous(ly)?)\b.{0,60}\b(observation|next (action|step|command)|tool|budget|environment)\b/ nocase
        $en12 = /(^|\n|\[)(step|turn) [0-9]{1,3}( ?\/ ?[0-9]{1,3}| of [0-9]{1,3}|\]).{0,200}\b(goal|exit code|next (command|action)|continue|printed)\b/ nocase
        $en13 = /<task\b[^\n]{0,80}\b(budget|repo|steps|max_turns)=/ nocase
        $en14 = /\b(tool|tools|api)\b.{0,130}\b(fulfil|fulfill|which result|did not trust|returns? nothing|failed call|retry the call)\b/ nocase
        $zh1 = /(调用|使用|选择)(以下|下列|合适的|可用的|相应的|哪个|外部)?.{0,6}(工具|函数|插件).{0,30}(参数|json|返回|结果|完成任务|格式|调用)/ nocase
        $zh2 = /(工具|函数)调用(的)?(轨迹|序列|结果|格式|记录|链)?/
        $zh3 = /(可用|可以使用(的)?|提供(的)?|以下)(的)?工具(如下|列表|有|包括|:|：)/
        $zh4 = /(下一条|下一个|下一步)(的)?(命令|指令|工具|动作|操作)(是|？|\?|：|:|。)/
        $zh5 = /(每轮|每次|每一步)(只能|只|仅)?.{0,9}(一条|一个)(命令|动作|工具|指令)/
        $zh6 = /(智能体|代理).{0,30}(轨迹|工具|观察|动作|环境)/
        $zh7 = /(退出码|标准输出|标准错误)/

    condition:
        any of them
}
