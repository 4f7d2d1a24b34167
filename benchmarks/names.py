"""Reports how well names are read: what is found, by kind and source, and what is wrongly found.

    python -m benchmarks.names
    python -m benchmarks.names --kind therapy SET.tsv --foreign drugs.txt --foreign places.txt --half

A set is a TSV file with the columns text, ids (joined by `;`, alternatives by `|`, `-` for nothing), kind, source;
one without ids names nothing of ours, one without kinds is of one kind. Those of `benchmarks/names` are measured
without being asked for: a file whose name begins with `cancer` holds names of cancers, the others of therapies.
`tools/readme_tables.py` writes what they give into the documentation: put other files there, and run it.

A foreign list is a text file of names that are none of ours, one a line: each answer is wrong.
`--half` leaves half of the known strangers out and asks only for those: what do names do that nobody listed?
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from zlib import crc32

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from immunocli.names.forms import normalize
from immunocli.names.resolve import Resolver
from immunocli.store.typed_store import Store
from immunocli.store.wall_files import FOLDER

HERE = Path(__file__).resolve().parent / "names"
DATA = HERE.parent.parent / "data"


def sets(kind: str) -> list[Path]:
    """Return the files kept here that hold names of a kind."""
    return [
        path for path in sorted(HERE.glob("*.tsv")) if path.stem.startswith("cancer") == (kind == "cancer")
    ]


def is_listed(plain: str) -> bool:
    """Say whether a stranger is in the half of the wall that `--half` keeps."""
    return bool(crc32(plain.encode("utf-8", "surrogatepass")) & 1)


def with_half() -> Store:
    """Return the names of the data, but with half of the wall."""
    with tempfile.TemporaryDirectory() as place:
        os.environ["XDG_CACHE_HOME"] = place  # nobody asks for this index again
        copy = Path(shutil.copytree(DATA, Path(place) / "data"))
        for path in (copy / FOLDER).glob("*.txt"):
            lines = path.read_text(encoding="utf-8").splitlines()
            path.write_text(
                "\n".join(filter(lambda line: is_listed(normalize(line)), lines)), encoding="utf-8"
            )
        return Store(str(copy))


def rows(path: Path) -> Iterator[tuple[str, list[set[str]], str, str]]:
    """Yield text, right answers, kind and source of each row of a set."""
    lines = path.read_text(encoding="utf-8").splitlines()
    columns = lines[0].split("\t")
    for line in lines[1:]:
        row = dict(zip(columns, line.split("\t"), strict=False))
        right = [set(one.split(";")) - {"-", ""} for one in row.get("ids", "").split("|")]
        yield row["text"], right, row.get("kind") or path.stem.replace("_", " "), row.get("source", "")


def is_right(kept: Store, kind: str, ids: list[str], right: list[set[str]]) -> bool:
    """Say whether an answer is one of the right ones; a narrower cancer than the right one is right."""
    for wanted in right:
        if kind == "therapy" and set(ids) == wanted:
            return True
        if kind == "cancer" and bool(ids) == bool(wanted):
            paths = {step for one in ids for step in kept.path(one)}
            if wanted <= paths:
                return True
    return False


def recall(kept: Store, kind: str, paths: list[Path]) -> None:
    """Print what of sets is found, by kind and by source."""
    resolver = Resolver(kept, kind, many=True)
    counts: dict[str, Counter[str]] = {}
    for path in paths:
        for text, right, what, source in rows(path):
            match = resolver.resolve(text)
            outcome = (
                "right" if is_right(kept, kind, match.ids, right) else "wrong" if match.ids else "missed"
            )
            for group in (f"kind: {what}", f"source: {source}", "all"):
                counted = counts.setdefault(group, Counter())
                counted["n"] += 1
                counted[f"{outcome}, {match.review}"] += 1
    print(f"\n| {kind} | strings | right | of them for review | wrong, sure | wrong, for review | missed |")
    print("|---|---|---|---|---|---|---|")
    for group, counted in sorted(counts.items()):
        number = counted["n"]
        found = counted["right, no"] + counted["right, yes"]
        print(
            f"| {group} | {number} | {100 * found / number:.1f} % | {counted['right, yes']} "
            f"| {counted['wrong, no']} | {counted['wrong, yes']} | {counted['missed, no']} |"
        )


def table() -> str:
    """Return what the sets kept here give, a line for each, as a Markdown table."""
    kept = Store()
    lines = [
        "| set | strings | right | wrong without `review` | wrong with it | corrections that are right |"
    ]
    lines.append("| --- | ---: | ---: | ---: | ---: | ---: |")
    for kind in ("therapy", "cancer"):
        resolver = Resolver(kept, kind, many=True)
        for path in sets(kind):
            counted: Counter[str] = Counter()
            for text, right, _, _ in rows(path):
                match = resolver.resolve(text)
                found = is_right(kept, kind, match.ids, right)
                counted["n"] += 1
                counted["right" if found else f"wrong, {match.review}" if match.ids else "missed"] += 1
                if match.match == "spelling":
                    counted["spelled"] += 1
                    counted["spelled right"] += found
            share = 100 * counted["right"] / max(1, counted["n"])
            spelled = f"{counted['spelled right']} of {counted['spelled']}" if counted["spelled"] else ""
            lines.append(
                f"| {path.stem.replace('_', ' ')} | {counted['n']:,} | {share:.1f} % | {counted['wrong, no']} "
                f"| {counted['wrong, yes']} | {spelled} |"
            )
    return "\n".join(lines) + "\n"


def wrong(kept: Store, kind: str, paths: list[Path], asked: Callable[[str], bool], show: bool) -> None:
    """Print how many of the names that are none of ours become ours, in 10,000."""
    resolver = Resolver(kept, kind, many=True)
    total: Counter[str] = Counter()
    print(f"\n| none of our {kind} names | strings | sure, in 10,000 | for review, in 10,000 | µs each |")
    print("|---|---|---|---|---|")
    for path in paths:
        counted: Counter[str] = Counter()
        began = time.perf_counter()
        for text in path.read_text(encoding="utf-8", errors="replace").splitlines():
            plain = normalize(text)
            entry = kept.name(kind, plain)
            if not plain or not asked(plain) or (entry is not None and entry[0]):
                continue
            counted["n"] += 1
            match = resolver.resolve(text)
            if match.ids:
                counted[match.review] += 1
                if show:
                    print(f"  {text!r} is {match.id} ({match.match}, review {match.review})", file=sys.stderr)
        each = (time.perf_counter() - began) / max(1, counted["n"]) * 1e6
        total.update(counted)
        _line(path.stem, counted, f"{each:.0f}")
    _line("all", total, "")


def _line(name: str, counted: Counter[str], each: str) -> None:
    number = max(1, counted["n"])
    sure, review = counted["no"] / number * 1e4, counted["yes"] / number * 1e4
    print(f"| {name} | {counted['n']} | {sure:.2f} | {review:.2f} | {each} |")


def main() -> None:
    """Read the arguments and print the report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument(
        "sets", nargs="*", type=Path, help="sets to find names in; without any, those kept here"
    )
    parser.add_argument("--kind", choices=("therapy", "cancer"), help="of the names; without it, both")
    parser.add_argument("--foreign", type=Path, action="append", default=[], help="a list of other names")
    parser.add_argument("--half", action="store_true", help="leave half of the known strangers out")
    parser.add_argument("--show", action="store_true", help="print each wrong answer to standard error")
    given = parser.parse_args()
    kept = with_half() if given.half else Store()
    for kind in (given.kind,) if given.kind else ("therapy", "cancer"):
        recall(kept, kind, given.sets or sets(kind))
        if given.foreign:
            unlisted = (lambda plain: not is_listed(plain)) if given.half else (lambda plain: True)
            wrong(kept, kind, given.foreign, unlisted, given.show)


if __name__ == "__main__":
    main()
