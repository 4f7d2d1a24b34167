"""Writes what the documentation shows of the data: tables made from it, and what commands print.

Run it after any change of data or output: python tools/readme_tables.py [--check]
Between `<!-- NAME -->` and `<!-- /NAME -->` stands a table; a block that starts with `$ immuno`
shows a command line with its output, as on a terminal 80 columns wide without colors. A block
with a line `...` shows only some lines of it: those are compared, and left as they are.
"""

from __future__ import annotations

import os
import pty
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
DOCUMENTS = (
    "README.md",
    "CONTRIBUTING.md",
    *(f"docs/{path.name}" for path in sorted((ROOT / "docs").glob("*.md"))),
)
TABLE = re.compile(r"(<!-- (?P<name>[a-z]+) -->\n).*?(<!-- /(?P=name) -->)", re.DOTALL)
# Programs other than ours that an example may use; without them it is not run.
OTHERS = ("jq",)
VERDICTS = (
    ("approved", "approved today"),
    ("changed", "approved then; the use, the product or the market has changed since"),
    ("withdrawn", "withdrawn, or off the market"),
    ("by-definition", "in scope only by how the list groups cancers or counts prevention"),
    ("never-approved", "never approved by the FDA"),
)


def verdicts() -> str:
    """Return how the pairs of the list of March 2022 stand today, as a Markdown table."""
    from immunocli import Catalogue

    catalogue = Catalogue()
    titles = catalogue.titles("cancer")
    found: dict[str, dict[str, list[str]]] = {}
    for therapy in catalogue.therapies(source="cri-2022", full=True):
        for claim in therapy.claims:
            for pair in claim["cancers"] if claim["source"] == "cri-2022" else ():
                found.setdefault(pair["verdict"], {}).setdefault(therapy.name, []).append(
                    titles[pair["cancer"]]
                )
    lines = ["| The pair is | Pairs | Which |", "| --- | ---: | --- |"]
    total = 0
    for verdict, said in VERDICTS:
        pairs = found.get(verdict, {})
        count = sum(map(len, pairs.values()))
        total += count
        which = "; ".join(f"{name} ({', '.join(cancers)})" for name, cancers in pairs.items())
        lines.append(f"| {said} | {count} | {'all others' if verdict == 'approved' else which} |")
    lines.append(f"| **together** | **{total}** | |")
    return "\n".join(lines) + "\n"


def commands() -> str:
    """Return every command with what it answers, as a Markdown table."""
    from immunocli.cli.declared_commands import COMMANDS

    lines = ["| Group | Command | Answers |", "| --- | --- | --- |"]
    lines += [f"| {one.group} | `immuno {name}` | {one.line.rstrip('.')} |" for name, one in COMMANDS.items()]
    return "\n".join(lines) + "\n"


def tables() -> str:
    """Return the exported tables with their columns, as Markdown."""
    from immunocli.export.layout import TABLES as EXPORTED

    lines = []
    for name, table in EXPORTED.items():
        lines += [f"### {name}", "", table.about, "", "| Column | Meaning |", "| --- | --- |"]
        for column, about in table.columns.items():
            to = f" (id of `{table.links[column]}`)" if column in table.links else ""
            key = " **key**" if column in table.key else ""
            lines.append(f"| `{column}`{key} | {about}{to} |")
        lines.append("")
    return "\n".join(["", *lines])


def names() -> str:
    """Return how well the names of sets are read that are kept apart from the rules, as a Markdown table."""
    from benchmarks.names import table

    return table()


TABLES = {"verdicts": verdicts, "commands": commands, "tables": tables, "names": names}


def examples(text: str) -> Iterator[tuple[str, str]]:
    """Yield every `$ immuno` command line of a document, with the output it shows."""
    for block in re.findall(r"```console\n(.*?)```", text, re.DOTALL):
        for piece in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, shown = piece.partition("\n")
            yield command, shown.rstrip("\n")


def can_run(command: str) -> bool:
    """Say whether the other programs that a command line uses are here."""
    return all(shutil.which(other) for other in OTHERS if re.search(rf"\b{other}\b", command))


def output_of(command: str) -> str:
    """Return what a person sees who types that command line, without what goes to stderr.

    It finds `docs/examples` as in the repository, and writes nothing there.
    """
    with tempfile.TemporaryDirectory() as place:
        immuno = Path(place, "immuno")
        immuno.write_text(f'#!/bin/sh\nexec "{sys.executable}" -P -m immunocli "$@"\n', encoding="utf-8")
        immuno.chmod(0o755)
        shutil.copytree(ROOT / "docs" / "examples", Path(place, "docs", "examples"))
        deciding = ("IMMUNO_DATA", "IMMUNO_DEBUG", "FORCE_COLOR", "CLICOLOR_FORCE", "TERMINAL_WIDTH", "LINES")
        environment = {name: value for name, value in os.environ.items() if name not in deciding}
        environment |= {
            "PATH": f"{place}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT),
            "COLUMNS": "80",
            "TERM": "xterm",
            "NO_COLOR": "1",
            "IMMUNO_PAGER": "cat",
            "LC_ALL": "C.UTF-8",
        }
        ours, theirs = pty.openpty()
        child = subprocess.Popen(
            ["bash", "-c", command],
            stdin=subprocess.DEVNULL,
            stdout=theirs,
            stderr=subprocess.DEVNULL,
            env=environment,
            cwd=place,
        )
        os.close(theirs)
        pieces = []
        try:
            while piece := os.read(ours, 65536):
                pieces.append(piece)
        except OSError:
            pass  # how Linux says that nobody writes any more
        os.close(ours)
        child.wait()
    lines = b"".join(pieces).decode("utf-8").replace("\r\n", "\n").split("\n")
    return "\n".join(line.rstrip() for line in lines).strip("\n")


def agrees(shown: str, real: str) -> bool:
    """Say whether an output is what is shown; a shown line `...` stands for any lines."""
    pattern = "\n".join(r"(?:.*\n)*?.*" if line == "..." else re.escape(line) for line in shown.split("\n"))
    return re.fullmatch(pattern, real) is not None


def brought_up_to_date(text: str) -> str:
    """Return a document with its tables and outputs made anew."""
    text = TABLE.sub(lambda m: m[1] + TABLES[m["name"]]() + m[3] if m["name"] in TABLES else m[0], text)

    def redone(block: re.Match[str]) -> str:
        pieces = []
        for command, shown in examples(block[0]):
            if can_run(command):
                real = output_of(command)
                shown = shown if "..." in shown.split("\n") and agrees(shown, real) else real
            pieces.append(f"$ {command}\n{shown}\n" if shown else f"$ {command}\n")
        return "```console\n" + "\n".join(pieces) + "```"

    return re.sub(r"```console\n\$ .*?```", redone, text, flags=re.DOTALL)


def main() -> int:
    """Bring the documents up to date, or with --check only say which are not."""
    stale = []
    for name in DOCUMENTS:
        path = ROOT / name
        text: Any = path.read_text(encoding="utf-8")
        wanted = brought_up_to_date(text)
        if wanted != text:
            stale.append(name)
            if "--check" not in sys.argv[1:]:
                path.write_text(wanted, encoding="utf-8")
    if stale:
        print("stale:" if "--check" in sys.argv[1:] else "written:", ", ".join(stale))
    return int(bool(stale) and "--check" in sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
