"""The arms that look something up, and what they are compared with."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

from benchmarks.installing import ROOT
from benchmarks.measuring import Arm
from benchmarks.peers import PROGRAMS, Peers

QUESTION = ("therapies", "--cancer", "melanoma")
# What is in no installation of the program has its ids here: `--cancer` counts narrower and wider cancers in.
_JQ = (
    'def stands: (.events | map(select(.event | IN($turns[]))) | last.event) | IN("approved", "returned");'
    "[.[] | select(any(.indications[]; stands and (.cancer | IN($cancers[]))))"
    " | select(any(.products[]; (.foreign | not) and .license.until == null)) | .id] | unique | .[]"
)
_LOOKUPS = {
    "therapies-tsv": (*QUESTION, "--format", "tsv"),
    "therapies-json": (*QUESTION, "--format", "json"),
    "show-text": ("show", "keytruda"),
    "define-text": ("define", "checkpoint-inhibitor"),
    "faq-text": ("faq", "side", "effects"),
    "as-of": (*QUESTION, "--format", "tsv", "--as-of", "2020"),
    "through-typer": (*QUESTION, "-ftsv"),
    "help": ("--help",),
    "usage-error": ("therapies", "--cancr", "melanoma"),
}


class Lookups:
    """Commands that answer one question.

    Args:
        python: the interpreter of the environment that is measured.
        peers: the other programs.
        scratch: where files may lie.
        env: the environment of what is run beforehand.
    """

    def __init__(self, python: Path, peers: Peers, scratch: Path, env: dict[str, str]) -> None:
        self._python, self._peers, self._scratch, self._env = python, peers, scratch, env
        self._immuno = str(python.with_name("immuno"))

    def arms(self) -> list[Arm]:
        """Return the lookups of ours, the floor, and the peers that are there."""
        ids = [line.split("\t")[0] for line in self._said(*QUESTION, "--format", "tsv").splitlines()[1:]]
        everything = {"": _says(*ids[:3]), "show-text": _says("pembrolizumab"), "help": _says("therapies")}
        found = [
            Arm(name, [self._immuno, *words], everything.get(name, _says()), code=2 * (name == "usage-error"))
            for name, words in _LOOKUPS.items()
        ]
        for arm in found:
            if arm.name in ("therapies-tsv", "therapies-json", "through-typer"):
                arm.check = _says(*ids)
            elif arm.name == "usage-error":
                arm.check = lambda content: "something on standard output" if content else ""
        asked = [self._immuno, "__complete", "bash", "show", "key"]
        found.append(Arm("complete", asked, _says("Keytruda")))
        color = {"FORCE_COLOR": "1"}
        found.append(
            Arm("table", [self._immuno, *QUESTION, "--format", "table"], _says(ids[0], "\x1b["), env=color)
        )
        python = str(self._python)
        found.append(Arm("pass", [python, "-c", "pass"], lambda content: ""))
        found.append(Arm("hello", [python, str(PROGRAMS / "hello.py"), "hello"], _says("hello you")))
        found.append(Arm("hello-help", [python, str(PROGRAMS / "hello.py"), "--help"], _says("goodbye")))
        rows = self._scratch / "rows.tsv"
        rows.write_text(self._shown_rows(), encoding="utf-8")
        found.append(Arm("rich-script", [python, str(PROGRAMS / "rich_table.py"), str(rows)], _says(ids[0])))
        return found + self._of_peers(ids)

    def growth(self, data: Path, larger: Path) -> list[Arm]:
        """Return the same lookups over a data directory and over a larger one."""
        found = []
        for name in ("therapies-tsv", "show-text", "define-text"):
            for label, directory in (("x1", data), ("x100", larger)):
                argv = [self._immuno, *_LOOKUPS[name], "--data", str(directory)]
                found.append(Arm(f"{name}-{label}", argv))
        return found

    def _of_peers(self, ids: list[str]) -> list[Arm]:
        found = []
        data = ROOT / "data" / "therapies.json"
        if "jq" in self._peers:
            cancers = json.dumps(self._related("melanoma"))
            turns = json.dumps(["approved", "returned", "replaced", "withdrawn"])
            given = ["--argjson", "cancers", cancers, "--argjson", "turns", turns]
            argv = [self._peers.path("jq"), "-r", *given, _JQ, str(data)]
            found.append(Arm("jq", argv, lambda content: _same_set(content, ids)))
        if "rg" in self._peers:
            argv = [self._peers.path("rg"), "-c", '"cancer": "melanoma"', str(data)]
            found.append(Arm("ripgrep", argv))
        return found

    def _related(self, cancer: str) -> list[str]:
        """Return the ids of a cancer, of all that are part of it and of all that it is part of."""
        records = json.loads((ROOT / "data" / "cancers.json").read_text(encoding="utf-8"))
        parents = {record["id"]: record["part_of"] for record in records}
        below, above = [cancer], list(parents[cancer])
        for one in below:
            below += [child for child, ups in parents.items() if one in ups]
        for one in above:
            above += parents[one]
        return below + above

    def _shown_rows(self) -> str:
        """Return as TSV what the table on a terminal shows."""
        columns = "name,brands,type,status,approved"
        return self._said(*QUESTION, "--format", "tsv", "--columns", columns)

    def _said(self, *words: str) -> str:
        done = subprocess.run(
            [self._immuno, *words], check=True, capture_output=True, text=True, env=self._env
        )
        return done.stdout


def _says(*words: str) -> Callable[[bytes], str]:
    def check(content: bytes) -> str:
        text = re.sub(r"\s+", " ", content.decode(errors="replace"))
        missing = [word for word in words if word not in text]
        if not content:
            return "no output"
        return f"does not say {missing[0]}" if missing else ""

    return check


def _same_set(content: bytes, ids: list[str]) -> str:
    return "" if set(content.decode().split()) == set(ids) else "other therapies than ours"
