"""Any two filters together choose the uses they chose before: a change shows all that it changes.

After a wanted change, write them anew and look at every line that differs:
python -m pytest tests/library/test_kept_filters.py --golden
"""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from immunocli import Catalogue, ImmunoError
from immunocli.found import Found

KEPT = Path(__file__).parent / "kept_filters.tsv"
GIVEN: dict[str, list[Any]] = {
    "therapy": ["keytruda", ["opdivo", "intron a"], "lartruvo"],
    "cancer": ["melanoma", "lung", "stomach cancer", "HER2-positive stomach cancer", ["bladder", "lymphoma"]],
    "type": ["checkpoint inhibitor", "cytokine", "pd-1-inhibitor"],
    "target": ["PD-1", ["CD19", "PDGFR-alpha"]],
    "biomarker": ["MSI-H", "HER2", "PD-L1"],
    "setting": ["adjuvant", ["advanced-metastatic", "non-muscle-invasive"], "relapsed-refractory"],
    "line": ["second", ["first", "second-or-later"], "third-or-later"],
    "approval": ["accelerated", "regular"],
    "status": ["any", "past"],
    "market": ["sold", "not-sold"],
    "since": ["2017", "2016-05-18"],
    "as_of": ["2015-06", "2019", "2021-12-31"],
    "source": ["cri-2022"],
    "agnostic": [True],
    "exact": [True],
    "boxed": [True],
}


def asked() -> list[dict[str, Any]]:
    one = [(name, value) for name, values in GIVEN.items() for value in values]
    pairs = [dict(pair) for pair in combinations(one, 2)]
    return [{}, *(dict([each]) for each in one), *(pair for pair in pairs if len(pair) == 2)]


def told(found: Found[Any]) -> str:
    notices = " ".join(sorted(notice.code for notice in found.notices))
    return f"{' '.join(record.id for record in found)} [{notices}]"


def answer(catalogue: Catalogue, filters: dict[str, Any]) -> str:
    try:
        uses, therapies = told(catalogue.indications(**filters)), told(catalogue.therapies(**filters))
    except ImmunoError as problem:
        uses, therapies = f"{type(problem).__name__}: {problem}", ""
    words = " ".join(
        f"{name}={'|'.join(value) if isinstance(value, list) else value}" for name, value in filters.items()
    )
    return f"{words}\t{therapies}\t{uses}"


def test_two_filters_choose_what_they_chose_before(
    catalogue: Catalogue, today: str, request: pytest.FixtureRequest
) -> None:
    now = [answer(catalogue, filters) for filters in asked()]
    if request.config.getoption("--golden"):
        KEPT.write_text("\n".join([*now, ""]), encoding="utf-8")
    before = KEPT.read_text(encoding="utf-8").split("\n")[:-1]
    changed = [f"was: {old}\nis:  {new}" for old, new in zip(before, now, strict=True) if old != new]
    assert not changed, f"{len(changed)} of {len(now)} choose otherwise:\n" + "\n".join(changed[:40])
