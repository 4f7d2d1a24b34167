"""Measures everything: `python -m benchmarks`."""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks import installing, make_dataset, reporting
from benchmarks.annotating import Tables
from benchmarks.lookups import Lookups
from benchmarks.measuring import Arm, Bench, Sample
from benchmarks.peers import Peers

SETS = ("lookups", "instructions", "growth", "100k", "1m", "5m", "200k-distinct")
_WARM = 3
_JOINS = {
    "100k": (100_000, 400, ("polars", "duckdb", "mlr", "csvjoin")),
    "1m": (1_000_000, 400, ("polars", "duckdb", "mawk", "csv", "pandas")),
    "5m": (5_000_000, 400, ("polars", "mawk")),
    "200k-distinct": (1_000_000, 200_000, ("polars", "rapidfuzz")),
}


def main() -> int:
    """Run the sets that were asked for; return 1 when a figure that must hold does not."""
    wanted = _arguments()
    with tempfile.TemporaryDirectory(dir=_ram_disk()) as scratch_name:
        scratch = Path(scratch_name)
        home = scratch / "home"
        home.mkdir()
        env = installing.environment(home)
        print("building and installing the wheel ...", flush=True)
        python = wanted.python or installing.install(scratch)
        installing.require_real(python)
        peers = Peers(wanted.peers)
        report = reporting.Report({"peers": peers.versions, "rounds": wanted.rounds})
        print(reporting.heading())
        with Bench(scratch, env) as bench:
            lookups = Lookups(python, peers, scratch, env)
            tables = Tables(python, peers, scratch, env)
            for name in wanted.sets:
                _measure(name, wanted.rounds, bench, report, lookups, tables, scratch)
        print(f"raw rounds: {os.path.relpath(report.save())}")
        return int(report.failed)


def _measure(
    name: str,
    rounds: int,
    bench: Bench,
    report: reporting.Report,
    lookups: Lookups,
    tables: Tables,
    scratch: Path,
) -> None:
    """Measure one set and show what came of it."""
    few = max(3, rounds // 4)
    if name == "lookups":
        report.add(name, bench.rounds(_right(lookups.arms(), bench, report), rounds))
    elif name == "growth":
        larger = scratch / "x100"
        make_dataset.make(installing.ROOT / "data", larger, 100)
        arms = lookups.growth(installing.ROOT / "data", larger)
        report.add(name, bench.rounds(_right(arms, bench, report), rounds))
        shutil.rmtree(larger)
    elif name == "instructions":
        report.add(name, _instructions(lookups.arms(), installing.environment(scratch / "home")))
    else:
        rows, distinct, joining = _JOINS[name]
        arms = tables.arms(name, rows, distinct, joining)
        if name == "5m":
            arms += tables.arms("1m", *_JOINS["1m"][:2], joining=())
        report.add(name, bench.rounds(_right(arms, bench, report), 3 if distinct > 400 else few))


def _right(arms: Sequence[Arm], bench: Bench, report: reporting.Report) -> list[Arm]:
    """Return the arms whose answers are right; the others are not worth measuring."""
    found = []
    for arm in arms:
        problem = bench.wrong(arm)
        if problem:
            report.wrong(arm.name, problem)
        else:
            found.append(arm)
    return found


def _instructions(arms: Sequence[Arm], env: Mapping[str, str]) -> dict[str, list[Sample]]:
    """Return how many instructions two arms take, when asked again: the same to a thousandth whatever the load."""
    counter = shutil.which("valgrind")
    if counter is None:
        print("valgrind is not installed: instructions are not counted")
        return {}
    found = {}
    for arm in arms:
        if arm.name in ("pass", "therapies-tsv"):
            script = Path(arm.argv[0]).read_bytes()[:2] == b"#!"
            argv = [str(Path(arm.argv[0]).with_name("python")), *arm.argv] if script else list(arm.argv)
            options = ["--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"]
            told = {**env, "PYTHONHASHSEED": "0"}
            for _ in range(_WARM):  # what the first runs keep is no part of a lookup
                subprocess.run(argv, capture_output=True, check=False, env=told)
            done = subprocess.run(
                [counter, *options, *argv], capture_output=True, text=True, check=False, env=told
            )
            line = next(one for one in done.stderr.splitlines() if "I refs" in one or "I   refs" in one)
            found[arm.name] = [{"instructions": float(line.split(":")[1].strip().replace(",", ""))}]
    return found


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("sets", nargs="*", metavar="SET", help=f"which of: {', '.join(SETS)} (default: all)")
    parser.add_argument("--rounds", type=int, default=25, help="rounds of lookups; tables take a quarter")
    parser.add_argument("--python", type=Path, help="measure this environment instead of a new one")
    parser.add_argument("--peers", type=Path, default=Path(sys.executable), metavar="PYTHON",
                        help="an interpreter that has polars, duckdb, pandas, rapidfuzz, csvkit")  # fmt: skip
    wanted = parser.parse_args()
    wanted.sets = wanted.sets or list(SETS)
    if strange := set(wanted.sets) - set(SETS):
        parser.error(f"no such set: {', '.join(sorted(strange))}")
    return wanted


def _ram_disk() -> str | None:
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None


if __name__ == "__main__":
    sys.exit(main())
