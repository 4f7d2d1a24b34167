"""What is found for a thousand questions and searches is as it was, right or wrong: a change is seen before it is kept.

After a wanted change of rules or data, write them anew and look at every line that differs:
python -m pytest tests/words/test_kept_answers.py --golden
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from immunocli import Catalogue
from tests.choice import some

HERE = Path(__file__).parent
FIRST = 4


def asked(catalogue: Catalogue, text: str) -> list[Any]:
    found = catalogue.ask(text)
    notices = [":".join(map(str, (one.code, *map(told, one.counts.values())))) for one in found.notices]
    return [
        " ".join(one.id for one in found),
        "sure" if any(one.sure for one in found) else "",
        " ".join(notices),
    ]


def searched(catalogue: Catalogue, text: str) -> list[Any]:
    found = catalogue.search(text, limit=FIRST)
    return [" ".join(f"{one.of}:{one.id}" for one in found)]


def told(value: object) -> object:
    return ",".join(map(str, value)) if isinstance(value, list | tuple) else value


KEPT = {"questions": asked, "searches": searched}


@pytest.mark.parametrize("name", KEPT)
def test_the_same_is_found_as_before(name: str, catalogue: Catalogue, request: pytest.FixtureRequest) -> None:
    path = HERE / f"kept_{name}.tsv"
    header, *before = path.read_text(encoding="utf-8").split("\n")[:-1]
    golden = request.config.getoption("--golden")
    if not golden:
        before = some(before, 5)
    texts = [line.partition("\t")[0] for line in before]
    now = ["\t".join([text, *KEPT[name](catalogue, text)]) for text in texts]
    if golden:
        path.write_text("\n".join([header, *now, ""]), encoding="utf-8")
        return
    changed = [f"was: {old}\nis:  {new}" for old, new in zip(before, now, strict=True) if old != new]
    assert not changed, f"{len(changed)} of {len(now)} find something else:\n" + "\n".join(changed[:40])
