"""Runs a command and tells the processor time and the peak memory of it alone, as JSON, on standard output.

    python -I -S tests/benchmarks/launch.py COMMAND...

A program of its own, and a small one: on Linux a process begins with the peak of the one that started it.
"""

import json
import os
import sys

status = os.posix_spawn(
    sys.argv[1],
    sys.argv[1:],
    os.environ,
    file_actions=[(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)],
)
_, status, usage = os.wait4(status, 0)
print(json.dumps([os.waitstatus_to_exitcode(status), usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024]))
