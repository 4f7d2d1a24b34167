"""Measures commands against each other: in rounds, in random order, as ratios within each round."""

from __future__ import annotations

import json
import random
import statistics
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType

_RESAMPLES = 2000
_WARM_UPS = 2
_NOISY = 0.15
Sample = dict[str, float]


@dataclass
class Arm:
    """A command to measure.

    Args:
        name: what goals call it.
        argv: the command; its first word is an absolute path.
        check: returns what is wrong with its output, or an empty text.
        stdin: what it reads.
        env: what is added to the environment.
        writes: the file that holds its output; None is standard output.
    """

    name: str
    argv: Sequence[str]
    check: Callable[[bytes], str] = lambda content: "" if content else "no output"
    stdin: str = "/dev/null"
    env: Mapping[str, str] = field(default_factory=dict)
    writes: Path | None = None
    code: int = 0


class Bench:
    """Runs arms in a small process of their own.

    Args:
        scratch: where outputs may lie, best on a RAM disk.
        env: the environment of all arms.
    """

    def __init__(self, scratch: Path, env: Mapping[str, str]) -> None:
        self._scratch, self._env = scratch, dict(env)
        spawner = [sys.executable, "-I", "-S", str(Path(__file__).with_name("spawner.py"))]
        self._spawner = subprocess.Popen(spawner, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def __enter__(self) -> Bench:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._spawner.stdin:
            self._spawner.stdin.close()
        self._spawner.wait()

    def once(self, arm: Arm) -> Sample:
        """Run an arm once; return wall and CPU seconds, peak MB and exit code."""
        wanted = {
            "argv": list(arm.argv),
            "env": {**self._env, **arm.env},
            "cwd": str(self._scratch),
            "stdin": arm.stdin,
            "stdout": str(self._scratch / "stdout"),
            "stderr": str(self._scratch / "stderr"),
        }
        assert self._spawner.stdin and self._spawner.stdout
        self._spawner.stdin.write(json.dumps(wanted) + "\n")
        self._spawner.stdin.flush()
        found: Sample = json.loads(self._spawner.stdout.readline())
        return found

    def wrong(self, arm: Arm) -> str:
        """Return what is wrong with an arm's answer, or an empty text."""
        if arm.writes is not None:
            arm.writes.unlink(missing_ok=True)
        code = self.once(arm)["code"]
        if code != arm.code:
            said = (self._scratch / "stderr").read_text(errors="replace").strip().splitlines()
            return f"exit code {code:.0f}: {said[-1] if said else 'nothing said'}"
        path = arm.writes or self._scratch / "stdout"
        return arm.check(path.read_bytes() if path.exists() else b"")

    def rounds(self, arms: Sequence[Arm], count: int) -> dict[str, list[Sample]]:
        """Run every arm once a round, in random order; return the samples of each in order of rounds."""
        found: dict[str, list[Sample]] = {arm.name: [] for arm in arms}
        for number in range(-min(_WARM_UPS, count - 1), count):
            for arm in random.sample(arms, len(arms)):
                sample = self.once(arm)
                if number >= 0:
                    found[arm.name].append(sample)
        return found


@dataclass
class Ratio:
    """A median with its 95 % interval, and whether the rounds were too noisy to trust."""

    median: float
    low: float
    high: float
    noisy: bool = False


def ratio(arm: Sequence[Sample], base: Sequence[Sample] | None, what: str) -> Ratio:
    """Return the median over rounds of one arm's figure, or of its ratio to that of another.

    Args:
        arm: the samples of an arm.
        base: those of what it is compared with, in the same rounds; None for the figure itself.
        what: `wall`, `cpu` or `peak`.
    """
    values = _values(arm, base, what)
    chance = random.Random(1)
    medians = sorted(statistics.median(chance.choices(values, k=len(values))) for _ in range(_RESAMPLES))
    low, high = medians[_RESAMPLES // 40], medians[-_RESAMPLES // 40 - 1]
    found = statistics.median(values)
    noisy = False
    if base is not None and what == "wall":
        cpu = statistics.median(_values(arm, base, "cpu"))
        noisy = abs(cpu / found - 1) > _NOISY
    return Ratio(found, low, high, noisy)


def _values(arm: Sequence[Sample], base: Sequence[Sample] | None, what: str) -> list[float]:
    if base is None:
        return [one[what] for one in arm]
    return [one[what] / max(other[what], 1e-9) for one, other in zip(arm, base, strict=True)]
