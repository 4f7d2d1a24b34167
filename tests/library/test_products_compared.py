"""Products of one therapy are compared each by its own label."""

from __future__ import annotations

from typing import Any

import pytest

from immunocli import Catalogue
from tests.driver import Immuno


def rows(names: list[str], **about: Any) -> dict[str, dict[str, Any]]:
    """Return the values of a comparison by property."""
    found, _ = Catalogue().compare(names, **about)
    return {row["property"]: {name: row[name] for name in found.columns[1:]} for row in found}


def test_products_are_told_each_by_its_own_label() -> None:
    told = rows(["Herceptin", "trastuzumab-anns"])
    assert told["kind"] == {"Herceptin": "original", "Kanjinti": "biosimilar of Herceptin"}
    assert told["licensed"] == {"Herceptin": "1998-09-25", "Kanjinti": "2019-06-13"}
    assert told["makers"] == {"Herceptin": ["Genentech"], "Kanjinti": None}
    uses = [values for name, values in told.items() if name.startswith("use: ")]
    assert len(uses) == 5 and all(values["Kanjinti"].startswith("2019-06-13") for values in uses)


@pytest.mark.parametrize(
    ("names", "alone"),
    [
        (["ontak", "lymphir"], {"Ontak": 1, "Lymphir": 1}),
        (["keytruda", "keytruda qlex"], {"Keytruda": 2, "Keytruda Qlex": 0}),
        (["opdivo", "opdivo qvantig"], {"Opdivo Qvantig": 0}),
        (["herceptin hylecta", "kanjinti"], {"Herceptin Hylecta": 0, "Kanjinti": 2}),
    ],
)
def test_what_one_label_has_alone_is_not_told_of_the_other(names: list[str], alone: dict[str, int]) -> None:
    told = rows(names)
    uses = [values for name, values in told.items() if name.startswith("use: ")]
    for product, count in alone.items():
        own = [one for one in uses if one[product] and not any(one[k] for k in one if k != product)]
        assert len(own) == count, product


def test_a_use_that_a_label_may_have_is_neither_told_nor_denied() -> None:
    told = rows(["keytruda", "keytruda qlex"])
    assert told["use: pembrolizumab-hnscc-2025"]["Keytruda Qlex"] == "unknown"
    foreign = rows(["herclon", "kanjinti"])
    assert {foreign[name]["Herclon"] for name in foreign if name.startswith("use: ")} == {"unknown"}
    assert foreign["makers"]["Herclon"] is None


def test_a_maker_is_told_of_its_own_product_alone() -> None:
    assert rows(["ontak", "lymphir"])["makers"] == {"Ontak": None, "Lymphir": ["Citius Pharmaceuticals"]}
    assert set(rows(["recombivax", "prehevbrio"])["makers"].values()) == {None}
    assert Catalogue().therapy("Ontak").makers == []


def test_programs_get_both_records_as_show_has_them(immuno: Immuno) -> None:
    asked = immuno("compare", "ontak", "lymphir", "--json").json
    record = asked["results"][-1]
    shown = immuno("show", "ontak", "lymphir", "--json").json["results"]
    assert record["property"] == "record"
    assert [record["Ontak"]["indications"], record["Lymphir"]["indications"]] == [
        one["indications"] for one in shown
    ]
    plain = immuno("compare", "ontak", "lymphir").rows
    assert plain[0] == ["property", "Ontak", "Lymphir"]
    assert "record" not in [row[0] for row in plain]


@pytest.mark.parametrize("width", [60, 80, 100, 140, 200])
def test_their_page_tells_what_differs_first(immuno: Immuno, width: int) -> None:
    out = immuno("compare", "keytruda", "keytruda", "qlex", "-f", "table", env={"COLUMNS": str(width)}).out
    assert out.index("Not in both labels: 3 uses") < out.index("In both labels: 47 uses")
    assert "not known" in out and "further product" in out
    assert all(len(line) <= width for line in out.splitlines())
