"""Takes the recipes out of the document, and runs them as a reader would."""

from __future__ import annotations

import csv
import io
import os
import re
import subprocess
import sys
from pathlib import Path

from tests.driver import ROOT, Immuno

DOCUMENT = ROOT / "docs" / "tables-at-scale.md"
_RECIPE = re.compile(r"<!-- recipe: (\S+) -->\n```\w+\n(.*?)```", re.DOTALL)
# Java starts slowly on a busy machine.
_TOO_LONG = 300


def recipes(name: str) -> list[str]:
    """Return the recipes of a name, in the document's order."""
    text = DOCUMENT.read_text(encoding="utf-8")
    return [code for found, code in _RECIPE.findall(text) if found == name]


def names_of_recipes() -> list[str]:
    """Return the name of each recipe."""
    return [found for found, _ in _RECIPE.findall(DOCUMENT.read_text(encoding="utf-8"))]


def run(immuno: Immuno, place: Path, words: list[str]) -> None:
    """Run a program in a directory, with `immuno` on its path and the library to import."""
    bin_of_ours = place / "bin"
    bin_of_ours.mkdir(exist_ok=True)
    script = bin_of_ours / "immuno"
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -P -m immunocli "$@"\n', encoding="utf-8")
    script.chmod(0o755)
    environment = immuno.environment(
        {
            "PATH": f"{bin_of_ours}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": os.pathsep.join([str(ROOT), str(place)]),
            "PYSPARK_PYTHON": sys.executable,
            "PYSPARK_DRIVER_PYTHON": sys.executable,
            "SPARK_LOCAL_IP": "127.0.0.1",
            "PYSPARK_SUBMIT_ARGS": "--master local[1] --conf spark.ui.enabled=false "
            # What runs for seconds is not worth a second compiler and more than one collector.
            "--driver-java-options '-XX:TieredStopAtLevel=1 -XX:+UseSerialGC' "
            "--conf spark.sql.shuffle.partitions=2 pyspark-shell",
        }
    )
    done = subprocess.run(
        words, cwd=place, env=environment, capture_output=True, text=True, timeout=_TOO_LONG, check=False,
        stdin=subprocess.DEVNULL,
    )  # fmt: skip
    assert done.returncode == 0, f"{words}\n{done.stdout[-2000:]}\n{done.stderr[-4000:]}"


def read_csv(content: str) -> list[dict[str, str]]:
    """Return the rows of a CSV file by the names of their columns."""
    return list(csv.DictReader(io.StringIO(content, newline="")))
