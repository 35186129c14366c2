"""Runs a program and writes what it took: launcher.py OUT.json PROGRAM [ARGUMENTS...]

A process counts the memory of the one it was forked from as its own peak, so programs are started from this small one
(some 10 MB) rather than from the measurement itself.
"""

import os
import sys
import time

start = time.monotonic()
child = os.fork()
if child == 0:
    try:
        os.execvp(sys.argv[2], sys.argv[2:])
    except OSError as error:
        sys.stderr.write(f"{sys.argv[2]}: {error.strerror}\n")
        os._exit(127)
_, status, usage = os.wait4(child, 0)
with open(sys.argv[1], "w") as out:
    out.write(
        f'{{"exit": {os.waitstatus_to_exitcode(status)}, "wall": {time.monotonic() - start}, '
        f'"cpu": {usage.ru_utime + usage.ru_stime}, "mb": {usage.ru_maxrss / 1024}}}'
    )
