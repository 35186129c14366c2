#!/usr/bin/env python3
"""Kills imports and analyses with SIGKILL at random moments and checks that nothing is ever harmed.

usage: kill-test.py REVENUER EVIDENCE [KILLS=50] [SEED=1]

First a case is made undisturbed; its digest is what every other must reach. Then, KILLS times: an import
(even rounds) or an analysis (odd rounds) is started, killed after a random time within its usual length, and
the case must open, verify, and after a re-run to the end have the same digest. Prints the seed and the result.
"""
import json, os, random, shutil, subprocess, sys, tempfile, time


def run(*command, ok=(0, 3)):
    done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if done.returncode not in ok:
        sys.exit(f"kill-test: {' '.join(command)} ended with {done.returncode}: {done.stderr.decode(errors='replace')}")
    return done.stdout


def digest(tool, case):
    return json.loads(run(tool, "verify", case, "--json", ok=(0,)))["digest"]


def killed(after, *command):
    """Starts the command and kills it after so many seconds; True if it was still running then."""
    child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        child.wait(timeout=after)
        return False
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()
        return True


def seconds(*command):
    start = time.monotonic()
    run(*command)
    return time.monotonic() - start


def main(arguments):
    if len(arguments) < 2:
        sys.exit(__doc__)
    tool, evidence = os.path.abspath(arguments[0]), os.path.abspath(arguments[1])
    kills, seed = int((arguments + ["50"] * 2)[2]), int(arguments[3]) if len(arguments) > 3 else 1
    dice = random.Random(seed)
    with tempfile.TemporaryDirectory(prefix="revenuer-kill-") as folder:
        case = lambda name: os.path.join(folder, name + ".revenuer")
        importing = seconds(tool, "import", case("whole"), evidence, "--quiet")
        imported = os.path.join(folder, "imported")
        shutil.copy(case("whole"), imported)
        analysing = seconds(tool, "analyze", case("whole"), "--seed", "1", "--quiet")
        wanted, interrupted = digest(tool, case("whole")), 0
        for round_ in range(kills):
            victim = case(f"victim-{round_}")
            if round_ % 2 == 0:
                interrupted += killed(dice.uniform(0, importing), tool, "import", victim, evidence, "--quiet")
                if os.path.exists(victim) and os.path.getsize(victim) > 0:
                    run(tool, "overview", victim)
                    run(tool, "verify", victim, ok=(0,))
                run(tool, "import", victim, evidence, "--quiet")
            else:
                shutil.copy(imported, victim)
                interrupted += killed(dice.uniform(0, analysing), tool, "analyze", victim, "--seed", "1", "--quiet")
                run(tool, "overview", victim)
                run(tool, "verify", victim, ok=(0,))
            run(tool, "analyze", victim, "--seed", "1", "--quiet")
            got = digest(tool, victim)
            if got != wanted:
                sys.exit(f"kill-test: seed {seed}, round {round_}: digest {got}, not {wanted}")
            for name in os.listdir(folder):
                if name.startswith("victim"):
                    os.remove(os.path.join(folder, name))
    print(f"kill-test: seed {seed}: {kills} rounds, {interrupted} killed while running, every digest {wanted}")


if __name__ == "__main__":
    main(sys.argv[1:])
