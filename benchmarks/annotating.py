"""The arms that annotate tables, or join them, which is the most that other programs do."""

from __future__ import annotations

import csv
import hashlib
import io
import subprocess
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks import make_table
from benchmarks.measuring import Arm
from benchmarks.peers import PROGRAMS, Peers

Check = Callable[[bytes], str]
TSV: Any = {"delimiter": "\t", "quoting": csv.QUOTE_NONE}


class Tables:
    """Makes tables, what should come of them, and the commands that do it.

    Args:
        python: the interpreter of the environment that is measured.
        peers: the other programs.
        scratch: where tables may lie, best on a RAM disk.
        env: the environment of the reference.
    """

    def __init__(self, python: Path, peers: Peers, scratch: Path, env: dict[str, str]) -> None:
        self._python, self._peers, self._scratch, self._env = python, peers, scratch, env

    def arms(self, name: str, rows: int, distinct: int, joining: tuple[str, ...]) -> list[Arm]:
        """Return the arm of ours and those of some peers over one table.

        Args:
            name: what the arms are called after: `1m`, `200k-distinct`.
            rows: how many rows.
            distinct: how many different strings.
            joining: which peers.
        """
        table, names = self._scratch / f"{name}.tsv", self._scratch / f"{name}-names.tsv"
        strings = make_table.pool(distinct, 1)
        with table.open("wb") as file:
            make_table.make(file, rows, distinct)
        self._write_names(strings, names)
        reference = self._reference(table, names)
        ours = Arm(f"annotate-{name}", self._annotate(table), _same_bytes(reference))
        ours.writes = self._scratch / "out.tsv"
        ours.argv = [*ours.argv, "-o", str(ours.writes)]
        there = [peer for peer in joining if peer == "csv" or peer in self._peers]
        return [ours, *(self._join(peer, name, table, names, reference) for peer in there)]

    def _annotate(self, table: Path) -> list[str]:
        return [str(self._python.with_name("immuno")), "annotate", str(table), "--column", make_table.COLUMN]

    def _write_names(self, strings: list[str], names: Path) -> None:
        """Write each string with the cells that `immuno resolve` and the data give it."""
        command = [str(self._python), str(PROGRAMS / "reference.py")]
        done = subprocess.run(
            command, input="\n".join(strings).encode(), stdout=subprocess.PIPE, check=True, env=self._env
        )
        names.write_bytes(done.stdout)

    def _reference(self, table: Path, names: Path) -> bytes:
        """Return what must come out, made by the plainest program there is."""
        out = self._scratch / "reference.tsv"
        subprocess.run(
            [str(self._python), str(PROGRAMS / "join_csv.py"), str(table), str(names), str(out)], check=True
        )
        content = out.read_bytes()
        out.unlink()
        return content

    def _join(self, peer: str, name: str, table: Path, names: Path, reference: bytes) -> Arm:
        out = self._scratch / "out.tsv"
        arm = Arm(f"{peer}-{name}", [], _same_bytes(reference), writes=out)
        if peer == "csv":
            arm.argv = [str(self._python), str(PROGRAMS / "join_csv.py"), str(table), str(names), str(out)]
        elif peer == "mawk":
            arm.argv = [self._peers.path("mawk"), "-f", str(PROGRAMS / "join.awk"), str(names), str(table)]
            arm.writes = None
        elif peer == "mlr":
            arm.argv = [self._peers.path("mlr"), "--tsv", "join", "--ur", "-j", "drug"]
            arm.argv += ["-f", str(names), str(table)]
            arm.writes, arm.check = None, _same_rows(reference)
        elif peer == "csvjoin":
            arm.argv = [self._peers.path("csvjoin"), "-t", "-I", "--left", "-c", "drug"]
            arm.argv += [str(table), str(names)]
            arm.writes, arm.check = None, _same_rows(reference, ",")
        else:
            arm.argv = self._peers.join(peer, table, names, out)
            if peer == "duckdb":
                arm.check = _same_lines(reference)
            elif peer == "rapidfuzz":
                known = self._scratch / "known.tsv"
                known.write_text("\n".join(["drug", *make_table.known_names()]), encoding="utf-8")
                arm.argv = self._peers.join(peer, table, known, out)
                arm.check = _as_many_lines(reference)
        return arm


def _same_bytes(reference: bytes) -> Check:
    wanted = hashlib.sha256(reference).digest()

    def check(content: bytes) -> str:
        return "" if hashlib.sha256(content).digest() == wanted else "other bytes than the reference"

    return check


def _same_lines(reference: bytes) -> Check:
    def mark(content: bytes) -> int:
        return sum(map(zlib.crc32, content.replace(b"\r", b"").splitlines()))

    wanted = mark(reference)
    return lambda content: "" if mark(content) == wanted else "other rows than the reference"


def _as_many_lines(reference: bytes) -> Check:
    wanted = reference.count(b"\n")
    return lambda content: "" if content.count(b"\n") == wanted else "more or fewer rows than the reference"


def _same_rows(reference: bytes, delimiter: str = "\t") -> Check:
    """Compare rows whose columns may stand in another order."""
    head, *rows = csv.reader(io.StringIO(reference.decode(), newline=""), **TSV)
    wanted = sorted(rows)

    def check(content: bytes) -> str:
        text = io.StringIO(content.decode(), newline="")
        names, *found = csv.reader(text, **TSV) if delimiter == "\t" else csv.reader(text)
        if sorted(names) != sorted(head):
            return f"other columns: {names}"
        places = [names.index(name) for name in head]
        same = sorted([row[place] for place in places] for row in found) == wanted
        return "" if same else "other rows than the reference"

    return check
