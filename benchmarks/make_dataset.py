"""Makes a valid data directory with many times the records, each copy with ids and names of its own."""

from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
# The others are shared by all copies.
COPIED = ("cancers", "faq", "glossary", "targets", "therapies", "types")
# Fields that refer to records by id, those that hold names, and what only one record may have.
_REFERENCES = frozenset(
    "id part_of see_also type types targets cancer cancers therapies contains biomarkers excludes has lacks "
    "term by".split()
)
_NAMES = frozenset(("name", "term", "question", "aliases", "asked_as"))
_UNIQUE = frozenset(("codes", "concept", "identifiers"))


def make(source: Path, target: Path, times: int) -> None:
    """Write the data directory.

    Args:
        source: a data directory.
        target: where the new one is made; it must not exist.
        times: how many times the records.
    """
    shutil.copytree(source, target)
    for file in COPIED:
        records = json.loads((source / f"{file}.json").read_text(encoding="utf-8"))
        copies = [_copied(record, _tag(number)) for number in range(1, times) for record in records]
        text = json.dumps(records + copies, ensure_ascii=False, separators=(",", ":"))
        (target / f"{file}.json").write_text(text, encoding="utf-8")


def _tag(number: int) -> str:
    """Return a tag of its own for each copy, of letters that stand together in no name."""
    first, second = divmod(number, 26)
    return f"xq{chr(97 + first % 26)}{chr(97 + second)}{'x' * (first // 26)}q"


def _copied(value: Any, tag: str, field: str = "") -> Any:
    """Return a record, or a part of one, as the copy of that tag has it."""
    if field in _UNIQUE:
        return {key: None if inner is None or isinstance(inner, str) else [] for key, inner in value.items()}
    if isinstance(value, dict):
        return {key: _copied(inner, tag, key) for key, inner in value.items()}
    if isinstance(value, list):
        # In a list, `by` names documents, which all copies share.
        return [_copied(inner, tag, "" if field == "by" else field) for inner in value]
    if isinstance(value, str) and field in _REFERENCES:
        return f"{value}-{tag}"
    if isinstance(value, str) and field in _NAMES:
        return f"{value} {tag}"
    return value


def main() -> None:
    """Write the data directory named on the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.make_dataset", description=__doc__)
    parser.add_argument("target", type=Path)
    parser.add_argument("--times", type=int, default=100)
    parser.add_argument("--source", type=Path, default=ROOT / "data")
    wanted = parser.parse_args()
    make(wanted.source, wanted.target, wanted.times)


if __name__ == "__main__":
    main()
