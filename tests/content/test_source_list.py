"""What the Cancer Research Institute's list of March 2022 says is in the data, pair for pair."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from immunocli import Catalogue

LIST = Path(__file__).with_name("source_list.tsv")
ROWS = [line.split("\t") for line in LIST.read_text(encoding="utf-8").splitlines()[1:]]
PAIRS = {(name, cancer) for name, _, cancers in ROWS for cancer in cancers.split(";")}


def claims(tables: dict[str, Any]) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    return [
        (therapy, claim)
        for therapy in tables["therapies"]
        for claim in therapy["claims"]
        if claim["source"] == "cri-2022"
    ]


def test_our_copy_of_the_list_is_whole() -> None:
    assert len(ROWS) == 65
    assert len(PAIRS) == 132


def test_the_claims_equal_the_list_pair_for_pair(tables: dict[str, Any]) -> None:
    claimed = Counter(
        (claim["name"], pair["cancer"]) for _, claim in claims(tables) for pair in claim["cancers"]
    )
    missing = PAIRS - set(claimed)
    added = set(claimed) - PAIRS
    double = [pair for pair, count in claimed.items() if count > 1]
    assert not missing, f"therapies.json: claims: add these pairs of cri-2022: {sorted(missing)}"
    assert not added, f"therapies.json: claims: cri-2022 does not list these pairs: {sorted(added)}"
    assert not double, f"therapies.json: claims: these pairs stand twice: {double}"


def test_the_claims_keep_the_types_of_the_list(tables: dict[str, Any]) -> None:
    listed = {name: kind for name, kind, _ in ROWS}
    problems = [
        f"therapies.json: {therapy['id']}: claims.listed_type: the list says {listed[claim['name']]!r}"
        for therapy, claim in claims(tables)
        if claim["listed_type"] != listed.get(claim["name"])
    ]
    assert not problems, "\n".join(problems)


@pytest.mark.parametrize("name", [row[0] for row in ROWS])
def test_every_therapy_is_found_by_the_name_that_the_list_uses(
    name: str, tables: dict[str, Any], catalogue: Catalogue
) -> None:
    owners = [therapy["id"] for therapy, claim in claims(tables) if claim["name"] == name]
    match = catalogue.resolve(name)
    assert match.ids == owners, f'therapies.json: {owners}: aliases: add "{name}"'
    assert match.review == "no"


def test_the_list_can_be_asked(catalogue: Catalogue) -> None:
    assert len(catalogue.therapies(source="cri-2022")) == 65
    assert len(catalogue.indications(source="cri-2022")) == 132


def test_the_list_has_ten_therapies_for_melanoma(catalogue: Catalogue) -> None:
    listed = {name for name, cancer in PAIRS if cancer == "melanoma"}
    assert len(listed) == 10
    found = {therapy.id for therapy in catalogue.therapies(source="cri-2022", cancer="melanoma")}
    assert found == {catalogue.resolve(name).id for name in listed}


@pytest.mark.parametrize("cancer", sorted({cancer for _, cancer in PAIRS}))
def test_the_list_answers_cancer_by_cancer(cancer: str, catalogue: Catalogue) -> None:
    below = {one.id for one in map(catalogue.cancer, {c for _, c in PAIRS}) if cancer in one.path}
    wanted = {(catalogue.resolve(name).id, one) for name, one in PAIRS if one in below}
    rows = catalogue.indications(source="cri-2022", cancer=cancer)
    assert {(row.therapy, row.cancer) for row in rows} == wanted


def test_every_verdict_follows_from_the_record(tables: dict[str, Any], catalogue: Catalogue) -> None:
    """What the pair's verdict says must be what the rows of the FDA record say."""
    problems = []
    for therapy, claim in claims(tables):
        for pair in claim["cancers"]:
            statuses = {
                row.status
                for row in catalogue.indications(
                    therapy=therapy["id"], cancer=pair["cancer"], status="any", exact=True
                )
            }
            verdict = pair["verdict"]
            where = f"therapies.json: {therapy['id']}: claims: {pair['cancer']}: verdict {verdict}"
            if verdict == "approved" and "current" not in statuses:
                problems.append(f"{where}, yet no use is current; add the row or correct the verdict")
            if verdict == "withdrawn" and ("current" in statuses or not statuses):
                problems.append(f"{where}, yet the rows say {sorted(statuses) or 'nothing'}; correct one")
            if verdict == "never-approved" and statuses:
                problems.append(f"{where}, yet there are rows; correct one of them")
            if verdict in ("changed", "by-definition") and len(pair["note"]) < 20:
                problems.append(f"{where}: note: say in one sentence how")
    assert not problems, "\n".join(problems)
