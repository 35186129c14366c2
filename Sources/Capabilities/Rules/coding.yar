rule coding
{
    meta:
        capability = "coding"
        technique = "AML.T0040"
        weight = "0.1"
        description = "Writing, mending, reviewing or translating program code; ordinary customers do this all day"

    strings:
        $fence = /```[ \t]*(python|py|js|javascript|typescript|ts|tsx|java|c|cpp|c\+\+|csharp|cs|go|rust|rs|swift|kotlin|ruby|php|sql|bash|sh|shell|html|css|diff|r|julia|lua|scala|haskell|yaml|dockerfile)\b/ nocase
        $code1 = /(^|\n)[ \t]*(def|class) [A-Za-z_][A-Za-z0-9_]*[ \t]*[(:]/
        $code2 = /\b(function|func|fn) [A-Za-z_][A-Za-z0-9_]{0,50} ?\([A-Za-z0-9_,:&* ]{0,60}\)/
        $code3 = /(^|\n)[ \t]*(import [a-z_][A-Za-z0-9_.]+|from [a-z_][A-Za-z0-9_.]+ import |#include ?[<"]|using namespace |package [a-z]+;)/
        $code4 = /\b(int|void|char|double|float|bool|string) [a-z_][A-Za-z0-9_]*\((int|void|char|double|float|bool|string|const|[a-z]+ ?\*|\))/
        $code5 = /\b(const|let|var) [A-Za-z_][A-Za-z0-9_]* ?= ?[^ ]/
        $code6 = /(Traceback \(most recent call last\)|Segmentation fault|[A-Za-z]{3,30}(Error|Exception): |\bat [A-Za-z0-9_.$]{3,60}\([A-Za-z]{1,40}\.java:|NullPointerException|undefined reference to|annot read properties of undefined|ECONNREFUSED|\bORA-[0-9]{5})/
        $code7 = /(^|\n)(diff --git |--- a\/|\+\+\+ b\/|@@ -[0-9])/
        $code8 = /\bfor [a-z_]{1,20} in (range\(|\$\(|enumerate\()/
        $code9 = /\b(SELECT|INSERT INTO|CREATE TABLE) [^\n]{1,80}\b(FROM|VALUES|PRIMARY KEY|INT|TEXT)\b/
        $task_en1 = /\b(refactor|debug|compile|unit[- ]?tests?|failing tests?|stack ?trace|code review|pull request|merge conflict|bug ?fix|type annotations?|null pointer|memory leak|race condition|regular expression|regex|pseudo-?code)\b/ nocase
        $task_en2 = /\b(write|implement|create|fix|review|port|optimi[sz]e|rewrite|translate|explain|develop|generate|complete)\b.{0,40}\b(functions?|class(es)?|method|script|algorithm|module|routine|code|program|query|api|endpoint|parser|library|smart contract)\b.{0,60}\b(python|javascript|typescript|java|c\+\+|c#|golang|rust|swift|kotlin|ruby|php|sql|bash|react|node|solidity|fortran|perl|julia|haskell)\b/ nocase
        $task_en3 = /\b(python|javascript|typescript|java|c\+\+|c#|golang|rust|kotlin|ruby|php|perl|bash|vba|solidity)\b.{0,40}\b(code|script|function|program|class|library|one-liner|developer|parse|read|loop|snippet|version)\b/ nocase
        $task_en4 = /\bin (python|javascript|typescript|java|c\+\+|c#|rust|kotlin|ruby|php|perl|bash|go|swift|sql)\b.{0,3}(\?|\.|:|,|$|\n)/ nocase
        $task_en5 = /\b(repository|repo|codebase)\b.{0,60}\b(fix|patch|commit|branch|test|callers|bug|implement|issue|refactor)\b/ nocase
        $task_en6 = /\b(git (bisect|rebase|commit|merge|push|clone)|make test|npm (install|run|test)|cargo (build|test)|pip install|docker build|pytest)\b/
        $port_en = /\b(port|rewrite|translate|convert|migrate|given the|here is a|below is a)\b.{0,20}\b(python|javascript|typescript|java|c|c\+\+|c#|golang|go|rust|swift|kotlin|ruby|php|perl|bash|fortran( 77)?|cobol|matlab|r|julia|scala|vb\.net|vba|lua|haskell) (code|module|below|routine|function|program|script|file|class|to|into|in)\b.{0,80}\b(to|in|into|the) (python|javascript|typescript|java|c|c\+\+|c#|golang|go|rust|swift|kotlin|ruby|php|perl|bash|fortran( 77)?|cobol|matlab|r|julia|scala|vb\.net|vba|lua|haskell)\b/ nocase
        $port_en2 = /\b(port|rewrite|translate|convert|migrate) (this|it|the code|the function|the routine)?.{0,40}\b(from (python|javascript|typescript|java|c|c\+\+|c#|golang|go|rust|swift|kotlin|ruby|php|perl|bash|fortran( 77)?|cobol|matlab|r|julia|scala|vb\.net|vba|lua|haskell) )?(to|in|into) (python|javascript|typescript|java|c|c\+\+|c#|golang|go|rust|swift|kotlin|ruby|php|perl|bash|fortran( 77)?|cobol|matlab|r|julia|scala|vb\.net|vba|lua|haskell)\b( |\.|,|;|:|\n|$)/ nocase
        $task_zh1 = /(写|编写|实现|修改|修复|优化|重构|调试|审查|补全|解释|翻译).{0,24}(代码|函数|脚本|程序|算法|类|接口|单元测试)/
        $task_zh2 = /(代码|程序|脚本|编译|函数).{0,15}(报错|出错|错误|怎么改|运行不了|失败|优化|重构|实现)/
        $task_zh3 = /(python|java|javascript|c\+\+|golang|go语言|rust|sql|php|shell|前端|后端).{0,15}(怎么|如何|代码|脚本|实现|函数|报错|写(一)?个|里|中)/ nocase
        $task_zh4 = /用 ?(python|java|javascript|c\+\+|c语言|go|rust|sql|php|shell|typescript) ?(写|实现|编写|完成|做)/ nocase

    condition:
        any of them
}
