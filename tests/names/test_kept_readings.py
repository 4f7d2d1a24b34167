"""3,000 strings of all sorts are read as they were, right or wrong: what a change does is seen before it is kept.

After a wanted change of rules or data, write them anew and look at every line that differs:
python -m pytest tests/names/test_kept_readings.py --golden
"""

from __future__ import annotations

from pathlib import Path

import pytest

from immunocli.names.resolve import Resolver
from immunocli.store.typed_store import Store
from tests.choice import some

HERE = Path(__file__).parent
COLUMNS = ("input", "id", "match", "review", "unread", "evidence")


def read(reader: Resolver, text: str, day: str) -> str:
    told = reader.resolve(text).as_dict()
    return "\t".join(str(told[name]).replace("\t", " ") for name in COLUMNS).replace(day, "{as_of}")


@pytest.mark.parametrize("kind", ["therapy", "cancer"])
def test_strings_are_read_as_they_were(kind: str, kept: Store, request: pytest.FixtureRequest) -> None:
    path = HERE / f"kept_{kind}.tsv"
    header, *before = path.read_text(encoding="utf-8").split("\n")[:-1]
    reader, day = kept.reader(kind, many=True), kept.edition["as_of"]
    golden = request.config.getoption("--golden")
    if not golden:
        before = some(before, 5)
    now = [read(reader, line.partition("\t")[0], day) for line in before]
    if golden:
        path.write_text("\n".join(["\t".join(COLUMNS), *now, ""]), encoding="utf-8")
        return
    assert header.split("\t") == list(COLUMNS)
    changed = [f"was: {old}\nis:  {new}" for old, new in zip(before, now, strict=True) if old != new]
    assert not changed, f"{len(changed)} of {len(now)} are read otherwise:\n" + "\n".join(changed[:40])
