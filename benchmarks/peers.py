"""Finds the programs that ours is compared with; what is absent is left out with a line."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

PROGRAMS = Path(__file__).with_name("programs")
_PYTHON = ("polars", "duckdb", "pandas", "rapidfuzz")
_OTHERS = ("jq", "rg", "mawk", "mlr", "csvjoin", "valgrind")


class Peers:
    """What is there of the other programs.

    Args:
        python: an interpreter that may have Polars, DuckDB, pandas, RapidFuzz and csvkit installed.
    """

    def __init__(self, python: Path) -> None:
        self.python = str(python)
        self.versions: dict[str, str] = {}
        self._paths: dict[str, str] = {}
        for name in _PYTHON:
            version = _said([self.python, "-c", f"import {name}; print({name}.__version__)"])
            if version:
                self.versions[name], self._paths[name] = version, self.python
        for name in _OTHERS:
            beside = python.parent / name
            path = str(beside) if beside.exists() else shutil.which(name)
            if path:
                self._paths[name] = path
                self.versions[name] = _said([path, "-W" if name == "mawk" else "--version"])
        for name in (*_PYTHON, *_OTHERS):
            if name not in self._paths:
                print(f"{name} is not installed: left out")

    def __contains__(self, name: str) -> bool:
        return name in self._paths

    def path(self, name: str) -> str:
        """Return where a program lies."""
        return self._paths[name]

    def join(self, name: str, table: Path, names: Path, out: Path) -> list[str]:
        """Return the command that joins a table with the cells of its strings by a peer in Python."""
        return [self.python, str(PROGRAMS / f"join_{name}.py"), str(table), str(names), str(out)]


def _said(command: list[str]) -> str:
    """Return the first line that a command says, or an empty text when it fails."""
    done = subprocess.run(command, check=False, capture_output=True, text=True, stdin=subprocess.DEVNULL)
    lines = (done.stdout or done.stderr).strip().splitlines()
    return lines[0].strip() if lines and (done.returncode == 0 or "-W" in command) else ""
