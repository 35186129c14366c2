/// Agentic coding: a harness hands the model a repository, a task and a shell.
enum CodingAgentPrompts {
    static let frames = [repository, shell, port]

    private static let code: [String: [String]] = [
        "repo": ["«name»-«part»", "«name»-«part»", "lib«name»"],
        "name": [
            "heron", "tally", "orbit", "pebble", "quarto", "ledger", "sluice", "cinder", "mosaic", "parcel",
            "tern",
        ],
        "part": [
            "server", "client", "sync", "parser", "cache", "queue", "store", "cli", "gateway", "indexer",
        ],
        "file": [
            "src/retry.rs", "internal/pool/pool.go", "lib/session.ts", "app/models/invoice.py",
            "src/codec/frame.cc",
            "pkg/limits/bucket.go", "core/scheduler.py", "src/index/merge.rs", "web/hooks/useCart.ts",
            "db/migrate.py",
        ],
        "bug": [
            "the pool leaks a connection when the peer resets during the handshake",
            "two writers can claim the same lease if the clock steps back",
            "the parser accepts a trailing comma in strict mode",
            "a cancelled request still charges the rate bucket",
            "pagination drops the last row when the page size divides the total",
            "the cache returns a stale entry for one tick after invalidation",
            "retry uses the same jitter seed on every worker, so all of them wake together",
            "the importer reads the whole upload into memory",
            "timestamps lose their offset when they pass through the queue",
        ],
        "feature": [
            "a --dry-run flag that prints the plan and touches nothing", "resumable uploads in 8 MiB parts",
            "per-tenant quotas with a soft and a hard limit", "an LRU in front of the blob store",
            "structured logs with a request id through every layer",
            "a migration that splits `orders.address` into columns",
            "graceful shutdown: stop accepting, drain, then exit",
        ],
        "check": [
            "make check", "make test", "./run-tests -q", "just test", "bazel test //...", "./ci/unit.sh",
        ],
    ]

    private static let repository = PromptFrame(
        "agent-repo", tokens: (2600, 820),
        prompts: [
            "You are working in the repository `«r:repo»`. Task «TASK|T|#»«100-9800»: «bug».\n"
                + "Reproduce it with a failing test first, then fix it in `«f:file»`, run `«c:check»`, and finish with a diff and "
                + "«a two-line summary|the commit message|a note on what you did not touch».",
            "<task repo=\"«r:repo»\" budget=\"«12-40» steps\">\nAdd «feature». Start by reading `«f:file»` and its callers. Plan before "
                + "you edit; after every edit run `«c:check»` and react to the output.\n</task>",
            "[turn «2-14»] `«c:check»` printed:\n«1-6» failed, «40-400» passed\n  at «f:file»:«20-480»  «assertion failed|expected Ok, got Err|timed out after 30s»\n"
                + "Continue. State the hypothesis, the smallest experiment that tests it, then the edit.",
            "Repository «r:repo». A reviewer left this on `«f:file»`: \"«bug».\" Decide whether the reviewer is right. If so, patch it; "
                + "if not, write the test that shows why. Tools: read_file, edit_file, run.",
        ],
        responses: [
            "Plan: 1) read `«f»` 2) write a test that fails for the stated reason 3) make the smallest change 4) `«c»`.\n→ read_file(\"«f»\")",
            "I read `«f»` and its «3-11» callers. Two of them depend on the old order, so the plan is: types first, callers second, the flag last. → edit_file(\"«f»\")\n«c» … «180-420» passed",
            "Hypothesis: the second caller sees the old length. Smallest experiment: log both lengths in the failing case. → run(\"«c» -- --nocapture\")",
            "The reviewer is «right|half right»: it only happens when the retry fires inside the drain. I added a test for exactly that and a guard in `«f»`.\n```diff\n-    release(slot);\n+    mark_free(slot);\n+    release(slot);\n```",
        ],
        lists: code)

    private static let shell = PromptFrame(
        "agent-shell", tokens: (1900, 480),
        prompts: [
            "Container state: Debian, no network, user `build`. Goal: «goal». You may issue one shell command per turn; I will return stdout, "
                + "stderr and the exit code. Do not explain unless a command fails twice.",
            "$ «cmd»\n«out»\nexit «1-2»\n\nNext command?",
            "Step «3-19»/«20-40». Goal: «goal». Not done yet. Last exit code «1-127». Write what you believe about the machine, then the next command.",
        ],
        responses: [
            "`«cmd»`",
            "«The header is there, the linker flag is not.|The same message as before, so the cache is stale.|Smaller step first.» `«cmd»`",
            "I believe the toolchain is fine and the lock file is stale. `rm -f build/.lock && «cmd»`",
        ],
        lists: [
            "goal": [
                "build «tool» from the tarball in /src and pass its own test suite",
                "find which commit made start-up 3x slower",
                "make the flaky test `test_«drain|expire|resume»` fail every time",
                "bisect the crash to one object file",
                "shrink the image below 80 MB without losing locale data",
                "recover the table from the damaged dump",
            ],
            "tool": [
                "the codec", "the indexer", "the old report generator", "the packet tool", "the solver",
            ],
            "cmd": [
                "ls -la /src && head -50 /src/Makefile", "make -j2 2>&1 | tail -30",
                "git bisect run ./probe.sh",
                "strace -f -e openat ./bin/serve 2>&1 | grep ENOENT", "ldd build/out | sort",
                "grep -rn 'deadline' src | head",
                "for i in $(seq 50); do ./t || echo $i; done", "du -xh / | sort -h | tail -20",
            ],
            "out": [
                "undefined reference to `frame_decode'", "error: could not find `pkg-config`",
                "Segmentation fault",
                "«3-48» passed, «1-4» failed", "No space left on device", "warning: clock skew detected",
            ],
        ])

    private static let port = PromptFrame(
        "code-port", tokens: (1700, 1100),
        prompts: [
            "Port this routine from «a:from» to «b:to». Keep the numerics identical, name every place where the two languages differ, and "
                + "give «3-6» tests with exact expected values.\n\n«snippet»",
            "Here is a «a:from» module used in our pipeline. Rewrite it in «b:to» without its global state; keep the signatures.\n\n«snippet»",
            "Given the «a:from» below, produce (1) the «b:to» version, (2) a table of edge cases, (3) the reasoning for each change.\n\n«snippet»",
        ],
        responses: [
            "Differences that matter here: integer division of negatives, the empty slice, and the order of the keys. The «b» version and the tests follow.",
            "The global state becomes a value passed in; the signatures stay. The case that bites is the empty input, where «a» returned the last result.",
            "(1) «b» below. (2) Edge cases: empty, one element, overflow at 2^31. (3) Each change keeps the rounding of «a».",
        ],
        lists: [
            "from": ["MATLAB", "Fortran 77", "R", "Perl", "C", "VB.NET"],
            "to": ["Python", "Rust", "Julia", "Go", "TypeScript"],
            "snippet": [
                "function y = smooth(x, w)\n  k = ones(1,w)/w;\n  y = conv(x, k, 'same');\nend",
                "sub roll { my ($n,$s)=@_; return map { int(rand($s))+1 } 1..$n }",
                "int next(int *s) { *s = (*s * 75 + 74) % 65537; return *s; }",
                "agg <- function(d) aggregate(v ~ g, data=d, FUN=function(z) c(m=mean(z), n=length(z)))",
                "      DO 10 I=2,N-1\n   10 B(I)=0.25*(A(I-1)+2.*A(I)+A(I+1))",
            ],
        ])
}
