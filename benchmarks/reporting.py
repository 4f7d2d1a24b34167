"""Says what was measured beside what was aimed at, for people and as JSON."""

from __future__ import annotations

import json
import os
import platform
import time
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.measuring import Ratio, Sample, ratio

RESULTS = Path(__file__).with_name("results")
_GOALS = Path(__file__).with_name("goals.toml")


def goals() -> list[dict[str, Any]]:
    """Return the goals."""
    found: list[dict[str, Any]] = tomllib.loads(_GOALS.read_text(encoding="utf-8"))["goal"]
    return found


class Report:
    """Collects the samples of sets of arms.

    Args:
        about: what is told of the run: versions of the other programs and the like.
    """

    def __init__(self, about: Mapping[str, Any]) -> None:
        self._about = dict(about)
        self._sets: dict[str, Mapping[str, Sequence[Sample]]] = {}
        self._wrong: dict[str, str] = {}
        self._lines: list[dict[str, Any]] = []

    def add(self, name: str, samples: Mapping[str, Sequence[Sample]]) -> None:
        """Take the samples of a set, and show its goals."""
        self._sets[name] = samples
        for goal in goals():
            if goal["set"] == name:
                self._show(goal, samples)

    def wrong(self, arm: str, what: str) -> None:
        """Take note of an arm whose answer is wrong; it is not measured."""
        self._wrong[arm] = what
        print(f"WRONG {arm}: {what}")

    def _show(self, goal: Mapping[str, Any], samples: Mapping[str, Sequence[Sample]]) -> None:
        of, to, what = goal["of"], goal.get("to"), goal.get("measure", "wall")
        line: dict[str, Any] = dict(goal)
        if of in self._wrong:
            line["verdict"] = "FAIL"
        elif of in samples and (to is None or to in samples):
            found = ratio(samples[of], samples[to] if to else None, what)
            line.update(vars(found), verdict=_verdict(goal, found))
        else:
            line["verdict"] = "not measured"
        self._lines.append(line)
        print(_text(line), flush=True)

    def save(self) -> Path:
        """Write everything as JSON, and return where."""
        RESULTS.mkdir(exist_ok=True)
        path = RESULTS / f"{time.strftime('%Y-%m-%dT%H%M%S')}.json"
        about = {"date": time.strftime("%Y-%m-%d"), "load": os.getloadavg(), "cores": os.cpu_count()}
        about |= {"machine": _processor(), "python": platform.python_version(), **self._about}
        content = {"about": about, "goals": self._lines, "wrong": self._wrong, "samples": self._sets}
        path.write_text(json.dumps(content, indent=1), encoding="utf-8")
        return path

    @property
    def failed(self) -> bool:
        """Whether an answer was wrong, or a figure that must hold does not."""
        return bool(self._wrong) or any(line["verdict"] == "FAIL" for line in self._lines)


def heading() -> str:
    """Return the heading of the report's lines."""
    return f"{'':5}{'what':52}{'must':>7}{'goal':>7}{'median':>9}  {'95 %':16}"


def _text(line: Mapping[str, Any]) -> str:
    limits = f"{line.get('must', ''):>7}{line.get('goal', ''):>7}"
    measured = ""
    if "median" in line:
        spread = f"{line['low']:.2f}-{line['high']:.2f}"
        measured = f"{line['median']:9.2f}  {spread:16}"
    noisy = " (noisy: CPU and wall disagree)" if line.get("noisy") else ""
    return f"{line['id']:5}{line['what']:52}{limits}{measured} {line['verdict']}{noisy}"


def _verdict(goal: Mapping[str, Any], found: Ratio) -> str:
    if "goal" in goal and found.median <= goal["goal"]:
        return "pass"
    if "must" in goal:
        return "pass (the goal is further)" if found.median <= goal["must"] else "FAIL"
    return "short of the goal" if "goal" in goal else "-"


def _processor() -> str:
    try:
        for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    except OSError:
        pass
    return platform.processor() or platform.machine()
