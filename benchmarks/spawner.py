"""Starts commands one after another and measures each; run as `python -I -S spawner.py`.

A small process of its own: a child's peak memory begins with that of the process that started it.
Each line read is a JSON object: argv, env, cwd, stdin, stdout; each line written holds what was measured.
"""

import json
import os
import sys
import time


def main() -> None:
    """Measure each command asked for on standard input."""
    for line in sys.stdin:
        wanted = json.loads(line)
        os.chdir(wanted["cwd"])
        actions = [
            (os.POSIX_SPAWN_OPEN, 0, wanted["stdin"], os.O_RDONLY, 0),
            (os.POSIX_SPAWN_OPEN, 1, wanted["stdout"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600),
            (os.POSIX_SPAWN_OPEN, 2, wanted["stderr"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600),
        ]
        argv = wanted["argv"]
        start = time.perf_counter()
        child = os.posix_spawn(argv[0], argv, wanted["env"], file_actions=actions)
        _, status, used = os.wait4(child, 0)
        wall = time.perf_counter() - start
        found = {
            "wall": wall,
            "cpu": used.ru_utime + used.ru_stime,
            "peak": used.ru_maxrss / 1024,
            "code": os.waitstatus_to_exitcode(status),
        }
        print(json.dumps(found), flush=True)


main()
