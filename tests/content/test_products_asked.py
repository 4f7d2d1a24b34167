"""A product that is asked for by name is answered for itself, whatever asks, or the answer says that it is not."""

from __future__ import annotations

from typing import Any

import pytest

from immunocli import Catalogue, NotYet
from immunocli.records.own_label import KNOWN, how_known


def products(tables: dict[str, Any]) -> list[tuple[str, str, str, list[dict[str, Any]]]]:
    """Return therapy, name, how its uses are known and the records of every product name."""
    found = []
    for therapy in tables["therapies"]:
        for name in dict.fromkeys(product["name"] for product in therapy["products"]):
            held = [product for product in therapy["products"] if product["name"] == name]
            found.append((therapy["id"], name, how_known(held), held))
    return found


def test_every_product_is_answered_for_itself(tables: dict[str, Any], catalogue: Catalogue) -> None:
    """Its uses are those of its label; where they are not known, a notice says whose they are."""
    kinds = set()
    for therapy, name, known, held in products(tables):
        kinds.add(known)
        found = catalogue.indications(therapy=name, status="any")
        codes = {notice.code for notice in found.notices}
        whole = {use.id for use in catalogue.indications(therapy=therapy, status="any")}
        told = {use.id for use in found}
        begun = held[0]["license"]["from"] or ""
        if known == "own":
            label = {one for product in held for one, own in (product["uses"] or {}).items() if own}
            assert told <= label, name
            assert codes & {"product-own"}, name
            unsure = {one for product in held for one, own in (product["uses"] or {}).items() if own is None}
            assert bool(unsure) == bool(codes & {"product-uses-unknown"}), name
            assert all(use.approved and use.approved >= begun[: len(use.approved)] for use in found), name
        elif known == "other":
            assert (told, codes) == (set(), {"product-not-for-cancer"}), name
        else:
            assert told == whole, name
            assert (known == "all") != bool(codes & {f"product-{known}"}), name
    assert kinds == set(KNOWN)


@pytest.mark.parametrize(
    ("name", "uses"),
    [
        ("Opdualag", {"relatlimab-melanoma-2022"}),
        ("nivolumab and relatlimab", {"relatlimab-melanoma-2022"}),
        ("Phesgo", {"pertuzumab-breast-2012", "pertuzumab-breast-2013", "pertuzumab-breast-2017"}),
        ("trastuzumab and hyaluronidase-oysk", {
            "trastuzumab-breast-1998", "trastuzumab-breast-1998-2", "trastuzumab-breast-2008",
        }),
        ("Lymphir", {"denileukin-diftitox-ctcl-2024"}),
    ],
)  # fmt: skip
def test_the_uses_of_some(name: str, uses: set[str], catalogue: Catalogue) -> None:
    assert {use.id for use in catalogue.indications(therapy=name)} == uses
    shown = catalogue.show([name])
    assert {use["id"] for use in shown[0]["indications"] if use["status"] == "current"} == uses


def test_a_product_and_its_therapy_asked_together_are_the_therapy(catalogue: Catalogue) -> None:
    both = catalogue.indications(therapy=["Rituxan Hycela", "rituximab"])
    assert {use.id for use in both} == {use.id for use in catalogue.indications(therapy="rituximab")}
    assert "product" not in both.query


def test_before_its_license_a_product_has_no_use(catalogue: Catalogue) -> None:
    for name in ("Opdivo Qvantig", "Kanjinti"):
        found = catalogue.indications(therapy=name, as_of="2018")
        assert (len(found), [notice.code for notice in found.notices]) == (0, ["product-not-licensed"])


def test_a_page_is_of_a_product_that_was_there(tables: dict[str, Any], catalogue: Catalogue) -> None:
    refused = 0
    for therapy in tables["therapies"]:
        for name in dict.fromkeys(product["name"] for product in therapy["products"]):
            held = [product for product in therapy["products"] if product["name"] == name]
            begun = min(product["license"]["from"] or "" for product in held)
            for day in ("1999", "2010", "2018"):
                if begun <= f"{day}-12-31":
                    continue
                try:
                    shown = catalogue.show([name], as_of=day)
                except NotYet as problem:
                    refused += 1
                    assert begun in problem.message and problem.advice.endswith(f"--as-of {day}-12-31")
                    continue
                assert "product" not in shown.query, name  # it is told as the therapy is
                assert shown[0]["license"] == "never", name
    assert refused > 100


def test_warnings_are_those_of_the_product(catalogue: Catalogue) -> None:
    def boxed(name: str) -> set[str]:
        return {one["id"] for one in catalogue.show([name])[0]["warnings"] if one["boxed"]}

    assert boxed("Lymphir") == {"capillary-leak"}
    assert boxed("Ontak") == {"capillary-leak-ontak", "infusion-reactions", "loss-of-sight"}
    assert boxed("denileukin diftitox") == boxed("Ontak") | boxed("Lymphir")
    assert "infusion-reaction" in boxed("Truxima") - boxed("Rituxan Hycela")
    assert boxed("Xgeva") == boxed("Kesimpta") == set()
    assert boxed("Prolia") == {"low-calcium-prolia"}


def test_names_read_in_tables_tell_the_product(catalogue: Catalogue) -> None:
    assert catalogue.resolve("Keytruda Qlex 395 mg").product == "Keytruda Qlex"
    assert [one.product for one in catalogue.resolve_all(["rituximab-abbs", "pembrolizumab"])] == [
        "Truxima",
        "",
    ]
    standing = catalogue.standing(["ofatumumab"], None, ["Kesimpta"])["ofatumumab"]
    assert (standing.status, standing.brands, standing.market) == ("never-approved", ["Kesimpta"], "sold")
    early = catalogue.standing(["trastuzumab"], "2018-01-01", ["Kanjinti"])["trastuzumab"]
    assert early.status == "not-yet"


def test_products_for_no_cancer_and_biosimilars_are_no_brands(
    tables: dict[str, Any], catalogue: Catalogue
) -> None:
    for therapy in catalogue.therapies(status="any"):
        left_out = {
            product["name"]
            for record in tables["therapies"]
            if record["id"] == therapy.id
            for product in record["products"]
            if product["biosimilar"] or product["treats"]
        }
        assert not left_out & {*therapy.brands}, therapy.id


def test_changes_and_timelines_begin_with_the_license_of_the_product(catalogue: Catalogue) -> None:
    news = catalogue.changes(therapy="Keytruda Qlex", since="2014")
    assert min(one.date for one in news) == "2025-09-19"
    assert catalogue.timeline(therapy="Keytruda Qlex")[0].approved == "2025-09-19"


def test_chronic_lymphocytic_leukemia_is_not_small_lymphocytic_lymphoma(catalogue: Catalogue) -> None:
    told = {use.id for use in catalogue.indications(cancer="SLL", status="any")}
    assert not [one for one in told if one.startswith(("ofatumumab", "alemtuzumab", "obinutuzumab"))]


def test_a_medicine_of_the_glossary_alone_says_what_it_is(catalogue: Catalogue) -> None:
    notices = catalogue.show(["siltuximab"]).notices
    assert [notice.code for notice in notices] == ["not-in-scope"]
    assert "multicentric Castleman disease" in notices[0].message
