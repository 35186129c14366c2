#!/usr/bin/env python3
"""Times the scan of many texts with the shipped rules beside the `yara` command line, in turn.

usage: capabilities.py TOOL... [--texts 500000] [--rounds 3] [--folder DIR] [--check 2000]

TOOL is a command that takes a file of texts, each ended by a NUL, scans every distinct text with the shipped
rules on two threads, and prints one line `TEXT RULE` for each match. `yara -p 2` gets the same bytes, 1,000
texts a file, and the same rules, once with the positions (-s), which our scan keeps too, and once without.
Both are timed as whole processes, with their output thrown away. Texts are invented, seeded, 400 to 1,500
bytes, English and Chinese; one in ten has a sentence of the rules' own example texts in it.
--check compares the first texts one by one with what yara finds in them, a file for each.
"""
import argparse, glob, os, random, re, resource, shutil, statistics, subprocess, sys, time

RULES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "Sources", "Capabilities", "Rules")
ENGLISH = """the a of to and in that it is was for on with as by at from this have they we could which more time
people water house morning about after before other some many little long great small question answer think make
give work place year part different number river garden bread table letter school road music winter report shop
price order ticket train evening friend weather doctor kitchen window light paper colour money story week city
please explain describe compare list write tell show find check help should would because between without
through against several another enough against customer account delivery invoice meeting project manager team
result value function error file data page model system test change line name field user mother father garden
stone green early quiet across along until both once always never often perhaps rather almost already together
hundred summer market street corner village mountain island forest bridge station island cousin neighbour horse
bottle basket blanket candle pocket shoulder finger breakfast supper butter apple cheese pepper onion silver
golden narrow gentle heavy empty broken simple famous ancient hidden lonely careful patient honest clever""".split()
CHINESE = """的 是 在 有 和 我们 他们 这个 那个 可以 因为 所以 如果 但是 时间 问题 工作 学校 城市 天气 早上 晚上 朋友 老师 学生
公司 客户 订单 价格 报告 会议 项目 结果 数字 文件 系统 名字 颜色 面包 花园 河流 火车 音乐 冬天 医生 厨房 窗户 故事 请 帮我
解释 说明 比较 写 告诉 检查 应该 多少 为什么 怎么 什么 哪里 很多 一些 不同 重要 简单 困难 新的 旧的""".split()


def examples():
    found = []
    for name in sorted(glob.glob(os.path.join(RULES, "*.texts"))):
        parts = re.split(r"^\[must match: \w+\]\n", open(name, encoding="utf-8").read(), flags=re.M)[1:]
        found += [re.split(r"^\[must", part, flags=re.M)[0].strip() for part in parts]
    return found


def text(rng, seeds):
    chinese = rng.random() < 0.4
    words, gap, stops = (CHINESE, "", "。，？\n") if chinese else (ENGLISH, " ", ".,?\n")
    size, parts, length = rng.randint(400, 1500), [], 0
    if rng.random() < 0.1:
        parts.append(rng.choice(seeds) + "\n")
        length = len(parts[0].encode())
    while length < size:
        sentence = gap.join(rng.choices(words, k=rng.randint(5, 16))) + rng.choice(stops)
        parts.append(sentence + gap)
        length += len(sentence.encode()) + len(gap)
    return "".join(parts).encode()[:1500].decode(errors="ignore").encode()


def write(folder, count):
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(os.path.join(folder, "parts"))
    rng, seeds = random.Random(20260223), examples()
    with open(os.path.join(folder, "all"), "wb") as whole:
        for start in range(0, count, 1000):
            texts = [text(rng, seeds) for _ in range(min(1000, count - start))]
            whole.write(b"".join(each + b"\0" for each in texts))
            with open(os.path.join(folder, "parts", f"{start // 1000:06}"), "wb") as part:
                part.write(b"\n".join(texts))
    with open(os.path.join(folder, "rules.yar"), "w", encoding="utf-8") as rules:
        for name in sorted(glob.glob(os.path.join(RULES, "*.yar"))):
            rules.write(open(name, encoding="utf-8").read() + "\n")


def timed(command):
    """Wall and processor seconds."""
    start, before = time.monotonic(), resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    wall, after = time.monotonic() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def check(tool, folder, count):
    alone = os.path.join(folder, "alone")
    shutil.rmtree(alone, ignore_errors=True)
    os.makedirs(alone)
    texts = open(os.path.join(folder, "all"), "rb").read().split(b"\0")[:count]
    for number, each in enumerate(texts):
        open(os.path.join(alone, str(number)), "wb").write(each)
    few = os.path.join(folder, "few")
    open(few, "wb").write(b"".join(each + b"\0" for each in texts))
    ours = {tuple(line.split()[:2]) for line in subprocess.check_output(tool + [few], text=True).splitlines()}
    lines = subprocess.check_output(["yara", "-w", os.path.join(folder, "rules.yar"), alone], text=True).splitlines()
    theirs = {(os.path.basename(line.split(" ", 1)[1]), line.split(" ", 1)[0]) for line in lines}
    print(f"{len(texts)} texts one by one: {len(ours)} matches here, {len(theirs)} with yara, "
          f"{len(ours ^ theirs)} differ")
    return ours == theirs


def main():
    options = argparse.ArgumentParser(usage=__doc__)
    options.add_argument("tool", nargs="+")
    options.add_argument("--texts", type=int, default=500_000)
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--folder", default="/var/tmp/revenuer-bench-texts")
    options.add_argument("--check", type=int, default=2000)
    chosen, words = options.parse_known_args()
    chosen.tool += words  # options of the tool itself, such as `revenuer rules --scan`
    folder = chosen.folder
    write(folder, chosen.texts)
    megabytes = os.path.getsize(os.path.join(folder, "all")) / 1e6
    yara = ["yara", "-w", "-p", "2"]
    commands = {
        "scan of each distinct text": chosen.tool + [os.path.join(folder, "all")],
        "yara -p 2 -s, 1,000 texts a file": yara + ["-s", os.path.join(folder, "rules.yar"), os.path.join(folder, "parts")],
        "yara -p 2, 1,000 texts a file": yara + [os.path.join(folder, "rules.yar"), os.path.join(folder, "parts")],
    }
    same = check(chosen.tool, folder, chosen.check)
    figures = {name: [] for name in commands}
    for _ in range(chosen.rounds):
        for name, command in commands.items():
            figures[name].append(timed(command))
    ours = figures["scan of each distinct text"]
    print(f"{chosen.texts:,} texts, {megabytes:.0f} MB\n")
    print("| what | wall s, median (least-greatest) | processor s, median | ours / this by round: wall; processor |")
    print("|---|---|---|---|")
    for name, taken in figures.items():
        wall, processor = [each[0] for each in taken], [each[1] for each in taken]
        ratios = "; ".join(", ".join(f"{a[k] / b[k]:.2f}" for a, b in zip(ours, taken)) for k in (0, 1))
        print(f"| {name} | {statistics.median(wall):.1f} ({min(wall):.1f}-{max(wall):.1f}) "
              f"| {statistics.median(processor):.1f} | {ratios} |")
    sys.exit(0 if same else 1)


main()
