// One model directs others: briefs for workers, reports weighed, work handed on.
rule orchestration
{
    meta:
        capability = "orchestration"
        technique = "AML.T0040"
        weight = "0.4"
        description = "Has the model direct other models or agents: plan, brief, accept, reassign"

    strings:
        $en1 = /\b(sub-?agents?|worker agents?|child agents?|agent swarm|multi-?agent|fleet of agents|team of agents)\b/ nocase
        $en2 = /\b(orchestrat(e|es|or|ing|ion)|coordinator|supervisor|dispatcher|planner)\b.{0,60}\b(agents?|workers?|models?|turn|llms?|subtasks?|sub-tasks?)\b/ nocase
        $en3 = /\bworker [0-9]{1,3}\b.{0,40}\b(reports?|returns?|says?|is blocked|finished|brief)\b/ nocase
        $en4 = /\b(direct|manage|supervise|coordinate|command|lead|run) [0-9]{1,3} (workers|agents|models|assistants|instances|bots)\b/ nocase
        $en5 = /\b(delegate|assign|reassign|hand|route|dispatch|distribute)\b.{0,40}\b(agents?|workers|sub-?tasks?|models|specialists)\b/ nocase
        $en6 = /\b(brief|instructions|acceptance test|prompt) (for|to) (each|every) (worker|agent|model|assistant)\b/ nocase
        $en7 = /\baccept\b.{0,30}\b(send (it )?back|reject)\b.{0,40}\breassign\b/ nocase
        $en8 = /\b(agent|worker) (A|B|C|one|two|[0-9]{1,3})\b.{0,80}\b(agent|worker) (A|B|C|one|two|[0-9]{1,3})\b/ nocase
        $zh1 = /(子代理|子智能体|多智能体|多代理|子任务代理|智能体集群|工作代理)/
        $zh2 = /(调度|编排|协调|指挥|统筹|管理).{0,18}(智能体|代理|子任务|多个模型|工作者|worker)/ nocase
        $zh3 = /(把|将)?.{0,30}(任务|子任务|工作).{0,15}(分派|分配|分发|委派|派发)(给|到).{0,15}(代理|智能体|模型|工作者|worker|助手)/ nocase
        $zh4 = /(智能体|代理|工作者|worker) ?([0-9AB]|一|二|三|甲|乙).{0,60}(汇报|报告|返回|负责|完成|等待|失败)/ nocase
        $zh5 = /给每(个|一个|位)(代理|智能体|工作者|模型|worker).{0,30}(说明|任务书|指令|提示词|验收)/ nocase

    condition:
        any of them
}
