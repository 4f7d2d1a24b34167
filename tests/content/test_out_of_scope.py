"""Who asks for a therapy by name is told that it has uses that this record does not hold."""

from __future__ import annotations

from typing import Any

import pytest

from immunocli import Catalogue
from immunocli.found import Found
from immunocli.records.further_uses import further_on
from immunocli.store.product_rules import further_uses_name_products
from tests.driver import Immuno

CODE = "uses-out-of-scope"
# Those whose notes told of uses that have no row, and those with products that are for no cancer.
MARKED = {
    "alemtuzumab", "bevacizumab", "denosumab", "interferon-alfa-2b", "obinutuzumab", "ofatumumab", "omidubicel",
    "peginterferon-alfa-2b", "rituximab", "sargramostim",
}  # fmt: skip


def told(found: Found[Any]) -> list[Any]:
    """Return the notices on uses that are out of scope."""
    return [notice for notice in found.notices if notice.code == CODE]


def test_every_marked_therapy_says_so(tables: dict[str, Any], catalogue: Catalogue) -> None:
    marked = {one["id"] for one in tables["therapies"] if further_on(one, catalogue.edition["as_of"])}
    assert marked == MARKED
    for one in (therapy["id"] for therapy in tables["therapies"]):
        for found in (
            catalogue.indications(therapy=one, status="any"),
            catalogue.therapies(therapy=one, status="any"),
            catalogue.show([one]),
        ):
            assert [notice.counts["therapy"] for notice in told(found)] == [one] * (one in marked)
            assert all(notice.counts["uses"] and notice.counts["sources"] for notice in told(found))


@pytest.mark.parametrize(
    ("name", "day", "uses"),
    [
        ("omidubicel", "2025-12-07", []),
        ("omidubicel", "2025-12-08", ["severe aplastic anemia"]),
        ("obinutuzumab", "2025-09-30", []),
        ("obinutuzumab", "2025-10-31", ["lupus nephritis"]),
        ("ofatumumab", "2019", []),
        ("Rituxan Hycela", None, []),
        ("Riabni", "2021", []),
        ("Riabni", None, ["rheumatoid arthritis"]),
        ("Prolia", None, []),  # that it is for no cancer is told already
        ("Xgeva", None, []),
    ],
)
def test_it_is_told_as_of_the_day_and_of_the_product(
    catalogue: Catalogue, name: str, day: str | None, uses: list[str]
) -> None:
    for found in (catalogue.indications(therapy=name, as_of=day), catalogue.show([name], as_of=day)):
        if name == "Xgeva":
            assert "product" not in found.query  # it stands for denosumab
            continue
        assert [one for notice in told(found) for one in notice.counts["uses"]] == uses
    whole = catalogue.therapy(name, as_of=day)
    if name not in ("Xgeva", "Prolia"):
        assert [one["text"] for one in whole.further_uses] == uses


def test_no_later_day_or_document_is_told(catalogue: Catalogue) -> None:
    (early,) = told(catalogue.indications(therapy="sargramostim", as_of="1992"))
    assert "2018" not in early.message
    assert len(early.counts["uses"]) == 2
    assert not any("radiation" in one for one in early.counts["uses"])
    assert "fda-openfda-leukine-label" not in early.counts["sources"]


def test_a_list_for_a_cancer_has_none(catalogue: Catalogue) -> None:
    assert not told(catalogue.therapies(cancer="lymphoma"))
    assert not told(catalogue.indications(therapy="rituximab", cancer="lymphoma"))


def test_people_and_programs_read_it(immuno: Immuno) -> None:
    for command in (("indications", "--therapy", "sargramostim"), ("show", "sargramostim")):
        plain = immuno(*command)
        assert "not all uses of sargramostim are told" in plain.err
        assert "acute radiation syndrome (since 2018)" in plain.err
        answer = immuno(*command, "--json").json
        assert CODE in {one["code"] for one in answer["notices"]}
    assert "acute radiation syndrome (since 2018)" in immuno("show", "sargramostim", "--full").out


def test_a_product_that_is_none_is_refused() -> None:
    therapy = {
        "id": "one",
        "products": [{"name": "Onexa", "license": {"from": "2020-05-01"}}],
        "further_uses": [
            {"text": "gout", "from": "2019", "products": ["Onexa"], "sources": ["s"]},
            {"text": "hives", "from": None, "products": ["Twoxa"], "sources": ["s"]},
        ],
    }
    faults = list(further_uses_name_products({"therapies": [therapy]}))
    assert ["2019 lies before 2020-05-01" in faults[0], 'no product "Twoxa"' in faults[1]] == [True, True]
