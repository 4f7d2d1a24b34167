"""Plants faults one at a time in the program and says which of them the tests catch.

Run it: python tools/mutate.py --count 60 --seed 1 [--notes DIRECTORY] [--from 1]
A fault: a comparison turned round, a `not` dropped, an off by one, `and` for `or`, a statement left
out, a constant changed. It works in a copy of the checkout, so nothing here is ever touched.

The suite is run once to note which lines each test runs; with --notes that is kept for other draws: a
test that is new is run once more, all of them after a change of the program. A fault is then shown to the
tests that run its line, quick ones first; no other could see it, but in a process that it starts or through
what is kept from an earlier test: some of those follow, for a minute each. No further than the first that
fails.
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import hashlib
import importlib
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import coverage
import pytest

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
from tools.faults import lines_told, planted
from tools.nearest import LINES, TESTS

for library in ("hypothesis", "jsonschema", "matplotlib.figure", "mcp", "rapidfuzz", "rich.console", "typer"):
    with contextlib.suppress(ImportError):
        importlib.import_module(library)  # once, and not for each fault

# Where to look in the end for a fault in a room: tests that do not run its line where it can be seen.
FITTING = {
    "": ["tests/library", "tests/cli"],
    "records": ["tests/library", "tests/cli"],
    "store": ["tests/library", "tests/cli", "tests/content"],
    "queries": ["tests/library", "tests/cli"],
    "names": ["tests/names", "tests/library", "tests/content"],
    "words": ["tests/words", "tests/library", "tests/content"],
    "tables": ["tests/tables"],
    "render": ["tests/render", "tests/cli", "tests/docs"],
    "pages": ["tests/render", "tests/cli", "tests/docs"],
    "cli": ["tests/cli", "tests/tables", "tests/docs"],
    "export": ["tests/export"],
    "figures": ["tests/figures"],
    "mcp": ["tests/mcp"],
}
# Slow, and never the first to tell.
APART = ("tests/packaging", "tests/engines", "tests/cli/test_shells.py", "tests/house")
# So many seconds are spent on the tests that do not run a line, and on those that start processes.
LONGEST_LOOK = (0.0, 60.0, 60.0)
# Files whose tests are asked before all others are read.
FEW = 4
PROGRAM = "the program"
# Tests that caught a fault, and were seen to pass without it.
SOUND = set[str]()
Seen = dict[str, dict[str, Any]]


def tests_for(place: str, near: set[str], seen: Seen) -> dict[str, float]:
    """Return the tests to ask of a fault, in order, with the seconds they take.

    Args:
        place: its file, from the program's directory on.
        near: the tests that run its line.
        seen: what was noted of every test.
    """
    room, _, module = place.removesuffix(".py").rpartition("/")
    fitting = tuple(FITTING.get(room.split("/")[0], ["tests/library", "tests/cli"]))
    files: dict[str, list[float]] = {}
    ranked: dict[str, int] = {}
    for name, about in seen.items():
        if not about["failed"] and (name in near or name.startswith(fitting)):
            ranked[name] = 2 if about["processes"] else 0 if name in near else 1
            files.setdefault(name.partition("::")[0], []).append(about["seconds"])
    mean = {file: sum(seconds) / len(seconds) for file, seconds in files.items()}

    def order(name: str) -> tuple[int, bool, float, str, float]:
        file = name.partition("::")[0]  # a file's tests stay together: they share what is dear to make
        return ranked[name], module not in file, mean[file], file, seen[name]["seconds"]

    found: dict[str, float] = {}
    spent = [0.0, 0.0, 0.0]
    for name in sorted(ranked, key=order):
        seconds = seen[name]["seconds"]
        if ranked[name] and spent[ranked[name]] + seconds > LONGEST_LOOK[ranked[name]]:
            continue
        spent[ranked[name]] += seconds
        found[name] = seconds
    return found


def asked(copy: Path, *words: str, **told: Path) -> tuple[int, str]:
    """Run tests in the copy with tools/nearest.py: their exit status, and what they wrote.

    In a fork of this process, which knows all libraries already; of the program it knows nothing.
    """
    output = copy.parent / "output"
    number = os.fork()
    if number:
        _, status = os.waitpid(number, 0)
        return os.waitstatus_to_exitcode(status), output.read_text(encoding="utf-8", errors="replace")
    try:
        os.setsid()
        written = os.open(output, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        for stream, opened in ((0, os.open(os.devnull, os.O_RDONLY)), (1, written), (2, written)):
            os.dup2(opened, stream)
        os.chdir(copy)
        sys.path.insert(0, str(copy))
        for name in [name for name in sys.modules if name.partition(".")[0] == "tools"]:
            del sys.modules[name]  # the copy has its own
        os.environ["PYTHONPATH"] = str(copy)
        os.environ |= {f"NEAREST_{name.upper()}": str(place) for name, place in told.items()}
        code = int(pytest.main(["-q", "-p", "no:cacheprovider", "-p", "tools.nearest", *words]))
        sys.stdout.flush()
        os._exit(code)
    finally:
        os._exit(70)


def noted(copy: Path, place: Path) -> Seen:
    """Return what was seen of each test, from notes that fit or by running what is new, all after a change."""
    stamp, now = place / "of.json", digests(copy)
    before: dict[str, str] = json.loads(stamp.read_text(encoding="utf-8")) if stamp.exists() else {}
    if before.get(PROGRAM) != now[PROGRAM]:
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir(parents=True)
        before = {}
    new = [name for name in now if name != PROGRAM and before.get(name) != now[name]]
    if new:
        told = asked(copy, *new, notes=place)[1]
        if not (place / TESTS).exists():
            raise SystemExit(f"the tests do not run at all:\n{told[-2000:]}")
        stamp.write_text(json.dumps(now), encoding="utf-8")
    seen: Seen = json.loads((place / TESTS).read_text(encoding="utf-8"))
    return seen


def digests(copy: Path) -> dict[str, str]:
    """Return a hash of each file of tests that may be asked, and one of the code that they all run."""
    found, rest = {}, hashlib.sha256()
    for path in sorted(path for part in ("immunocli", "tests") for path in (copy / part).rglob("*.py")):
        name = path.relative_to(copy).as_posix()
        if not path.name.startswith("test_"):
            rest.update(path.read_bytes())
        elif not name.startswith(APART):
            found[name] = hashlib.sha256(path.read_bytes()).hexdigest()
    return {**found, PROGRAM: rest.hexdigest()}


def caught(copy: Path, order: dict[str, float], warm: Path) -> str:
    """Return the test that fails; nothing when all pass.

    Args:
        copy: the checkout with a fault in it.
        order: the tests to ask.
        warm: a directory with an index that the program made before; it knows whether that still fits.
    """
    place, cache = copy.parent / "order.json", copy.parent / "cache"
    shutil.rmtree(cache, ignore_errors=True)
    shutil.copytree(warm, cache)
    files = list(dict.fromkeys(name.partition("::")[0] for name in order))
    for part in filter(None, (files[:FEW], files[FEW:])):  # most are caught by the first, and few to read
        place.write_text(
            json.dumps({name: order[name] for name in order if name.partition("::")[0] in part}),
            encoding="utf-8",
        )
        code, output = asked(copy, "-x", *part, order=place, cache=cache)
        told = [line for line in output.splitlines() if line.startswith(("FAILED ", "ERROR "))]
        if code not in (0, 5):  # 5: none of them is there any more
            return (told or ["an error"])[0].split(" - ")[0]
    return ""


def judged(copy: Path, path: Path, text: str, order: dict[str, float], warm: Path) -> str:
    """Return the test that fails with another text in a file, and without it does not."""
    while True:
        with changed(path, text):
            found = caught(copy, order, warm)
        test = found.partition(" ")[2]
        if test not in order or test in SOUND:
            return found
        if not caught(copy, {test: order[test]}, warm):
            SOUND.add(test)
            return found
        del order[test]


@contextlib.contextmanager
def changed(path: Path, text: str) -> Iterator[None]:
    """Have another text in a file for a while; what was compiled of its own holds again then."""
    whole, before = path.read_bytes(), path.stat()
    path.write_text(text, encoding="utf-8")
    try:
        yield
    finally:
        path.write_bytes(whole)
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def warmed(copy: Path) -> Path:
    """Return a cache with the index of the program's data, made without a fault."""
    warm = copy.parent / "warm"
    warm.mkdir(mode=0o700)
    start = "from immunocli.cli import main; main()"
    settings = {**os.environ, "XDG_CACHE_HOME": str(warm)}
    words = [sys.executable, "-c", start, "types", "--count"]
    subprocess.run(words, cwd=copy, env=settings, check=True, stdout=subprocess.DEVNULL)
    return warm


def main() -> int:
    """Plant the faults and tell which were caught."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--from", dest="first", type=int, default=1, help="go on with this one of the draw")
    parser.add_argument("--notes", type=Path, help="where notes are kept from one draw to the next")
    wanted = parser.parse_args()
    chance = random.Random(wanted.seed)
    missed = 0
    with tempfile.TemporaryDirectory() as place:
        copy = Path(place) / "copy"
        ignore = shutil.ignore_patterns(".git", ".venv", ".hypothesis", "__pycache__", "*.pyc")
        shutil.copytree(ROOT, copy, ignore=ignore)
        program = copy / "immunocli"
        files = sorted(program.rglob("*.py"))
        sizes = [len(path.read_bytes()) for path in files]
        notes = (wanted.notes or Path(place) / "notes").resolve()
        seen = noted(copy, notes)
        lines = coverage.CoverageData(str(notes / LINES))
        lines.read()
        warm = warmed(copy)
        for number in range(1, wanted.count + 1):
            told = None
            while told is None:
                path = chance.choices(files, sizes)[0]
                whole = path.read_text(encoding="utf-8")
                told = planted(whole, chance)
            if number < wanted.first:
                continue
            line, what, text = told
            tests = lines.contexts_by_lineno(path.relative_to(copy).as_posix())
            near = {test for at in lines_told(ast.parse(whole), line) for test in tests.get(at, ())}
            begun = time.monotonic()
            inside = path.relative_to(program).as_posix()
            found = judged(copy, path, text, tests_for(inside, near, seen), warm)
            missed += not found
            mark = f"{'caught' if found else 'MISSED'} in {time.monotonic() - begun:3.0f} s"
            print(f"{number:3} {mark} {inside}:{line}: {what[:90]} [{found}]", flush=True)
    count = wanted.count - wanted.first + 1
    print(f"{count - missed} of {count} caught (seed {wanted.seed})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
