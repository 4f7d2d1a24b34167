"""Throws random command lines, names and tables at the program for as long as one likes.

Run it: python tools/fuzz.py --seconds 600 [--seed 1]
It looks for what no input may cause: a traceback, an exit code that is not documented, a raw control
character on a terminal, an answer beside an error, a table row lost or changed.
"""

from __future__ import annotations

import argparse
import contextlib
import csv
import io
import os
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from immunocli import Catalogue
from immunocli.cli import run
from immunocli.cli.declared_commands import COMMANDS

DOCUMENTED = {0, 1, 2, 3, 4, 5}
HOSTILE = (
    "", " ", "[/b]", "[link=x]y[/link]", ":pill:", "%s%n{0}", "\x1b[31mred", "\x1b]0;t\x07", "\u202eabc",
    "\x9b31m", "\udc80\udcff", "a" * 5_000, "-", "--", "---", "*", "$(id)", "`id`", "../../etc", "\t\n\r",
    "keytruda", "KEYTRUDA 200mg", "melanoma", "PD-1", "2021-01", "9999", "cri-2022", "json", "tsv", "table",
    "csv", "md", "text", "jsonl", "id,name", "name", "0", "1", "18446744073709551616", "é", "オプジーボ", "α",
)  # fmt: skip


def word(choose: random.Random, names: list[str]) -> str:
    """Return a word that is hostile, a name, a name with a slip, or noise."""
    kind = choose.randrange(4)
    if kind == 0:
        return choose.choice(HOSTILE)
    if kind == 3:
        return "".join(chr(choose.randrange(1, 0x2FF)) for _ in range(choose.randrange(12)))
    name = choose.choice(names)
    if kind == 2 and name:
        place = choose.randrange(len(name))
        name = name[:place] + choose.choice("aeiox-+/ ,(") + name[place + 1 :]
    return name


# Arguments that name a file or a directory to write.
_WRITES = ("export",)


def command_line(choose: random.Random, names: list[str]) -> list[str]:
    """Return a command with options and words of its own and of others."""
    # mcp would wait for a client.
    known = [name for name in COMMANDS if name != "mcp"]
    command = choose.choice([*known, *known, "nosuch"])
    own = [flag for one in COMMANDS.get(command, COMMANDS["therapies"]).all() for flag in one.flags]
    line = [command]
    for _ in range(choose.randrange(6)):
        if choose.random() < 0.5:
            line.append(choose.choice([*own, "--help", "-h", "--bogus"]))
        if choose.random() < 0.8:
            line.append(word(choose, names))
    # Files are written only where they do no harm.
    return [
        "/dev/null" if one_before in ("-o", "--output", "--unmatched", *_WRITES) else one
        for one_before, one in zip(["", *line], line, strict=False)
    ]


@contextlib.contextmanager
def captured() -> Iterator[tuple[Path, Path]]:
    """Send the process's own streams to files, and give it an empty standard input."""
    saved = [os.dup(number) for number in (0, 1, 2)]
    with tempfile.TemporaryDirectory() as folder:
        out, err = Path(folder, "out"), Path(folder, "err")
        opened = [
            os.open(os.devnull, os.O_RDONLY),
            os.open(out, os.O_CREAT | os.O_RDWR),
            os.open(err, os.O_CREAT | os.O_RDWR),
        ]
        for number, mine in enumerate(opened):
            os.dup2(mine, number)
            os.close(mine)
        try:
            yield out, err
        finally:
            for number, mine in enumerate(saved):
                os.dup2(mine, number)
                os.close(mine)


def complaints(code: int, out: bytes, err: bytes) -> Iterator[str]:
    """Yield what is wrong with a run."""
    if code not in DOCUMENTED:
        yield f"exit code {code}"
    if b"Traceback" in err or b"should not happen" in err:
        yield "a traceback or a bug told as one"
    shown = (out + err).decode("utf-8", "replace")
    if any(ord(one) < 32 and one not in "\n\r\t" for one in shown) or "\x9b" in shown or "\u202e" in shown:
        yield "a raw control character"
    if code in (2, 5) and out:
        yield "an answer beside an error"


def table(choose: random.Random, names: list[str]) -> tuple[str, list[list[str]]]:
    """Return a table as CSV text, and its rows."""
    rows = [["drug", "note"]]
    for _ in range(choose.randrange(40)):
        cells = [word(choose, names).replace("\x00", "") for _ in range(2)]
        rows.append([cell.encode("utf-8", "ignore").decode() for cell in cells])
    text = io.StringIO()
    csv.writer(text, quoting=choose.choice([csv.QUOTE_MINIMAL, csv.QUOTE_ALL])).writerows(rows)
    return text.getvalue(), rows


def annotated(choose: random.Random, names: list[str]) -> str:
    """Return what is wrong with an annotated table, or nothing."""
    text, rows = table(choose, names)
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "in.csv"), Path(folder, "out.csv")
        source.write_text(text, encoding="utf-8", newline="")
        with captured() as (_, err):
            code = run(["annotate", str(source), "--column", "drug", "-o", str(target)])
            told = err.read_bytes()
        if code == 2:
            return "" if not target.exists() and told.count(b"\n") == 1 else "a half result"
        if code != 0:
            return f"exit code {code}: {told!r}"
        with target.open(encoding="utf-8", newline="") as file:
            kept = [row[:2] for row in csv.reader(file)]
        return "" if kept == rows else f"rows changed: {rows!r} {kept!r}"


def main() -> int:
    """Fuzz for a while; print what was found and how much was tried."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    choose = random.Random(asked.seed)
    elsewhere = tempfile.TemporaryDirectory()  # a word that is taken for a file is written there
    os.chdir(elsewhere.name)
    catalogue = Catalogue()
    kinds = ("therapy", "cancer", "type", "target", "term", "part")
    names = [label for kind in kinds for label in catalogue.names(kind)]
    csv.field_size_limit(sys.maxsize)
    end = time.monotonic() + asked.seconds
    tried: Counter[str] = Counter()
    found = 0
    while time.monotonic() < end:
        if choose.random() < 0.1:
            tried["tables"] += 1
            problems = [problem] if (problem := annotated(choose, names)) else []
            what = "a table"
        else:
            line = command_line(choose, names)
            with captured() as (out, err):
                code = run(line)
                problems = list(complaints(code, out.read_bytes(), err.read_bytes()))
            tried[line[0] if line[0] in COMMANDS else "other"] += 1
            what = repr(line)[:400]
        for problem in problems:
            found += 1
            print(f"{problem}: {what}")
    print(f"{sum(tried.values())} inputs, {found} problems; {dict(tried)}")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
