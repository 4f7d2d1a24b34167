"""Questions that the record answers are led to it, and what it does not hold is never passed over in silence."""

from __future__ import annotations

import itertools
import random

import pytest

from immunocli import Catalogue

FRAMES = (
    "is {a} the same as {b}", "difference between {a} and {b}", "what's the difference between {a} and {b}?",
    "how does {a} differ from {b}", "{a} versus {b}", "{a} compared to {b}", "are {a} and {b} similar drugs",
    "how is {a} different from {b}", "comparison of {a} and {b}", "compare {a} with {b} please",
)  # fmt: skip
FOR = (
    "{a} for {c}",
    "is {a} approved for {c}",
    "can {a} be used in {c}",
    "has {a} been approved for {c} yet",
)
ASIDES = {
    "price": "cost", "how much does it cost": "cost", "dose": "personal-dosing", "in Europe": "other-countries",
    "Japan": "other-countries", "in the UK": "other-countries", "for dogs": "animals", "in cats": "animals",
}  # fmt: skip


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue()


@pytest.fixture(scope="module")
def brands(catalogue: Catalogue) -> dict[str, str]:
    """A brand, or the name, of each therapy that is sold, by its id."""
    listed = catalogue.therapies(market="sold")
    return {one.id: one.brands[0] if one.brands else one.name for one in listed}


def test_what_compares_two_therapies_leads_to_both_side_by_side(
    catalogue: Catalogue, brands: dict[str, str]
) -> None:
    chance = random.Random(12)
    pairs = chance.sample(list(itertools.combinations(sorted(brands), 2)), 300)
    missed = []
    for (a, b), frame in zip(pairs, itertools.cycle(FRAMES), strict=False):
        asked = frame.format(a=brands[a], b=brands[b])
        found = catalogue.ask(asked)
        told = [one.counts["ids"] for one in found.notices if one.code == "compare"]
        if [sorted(ids) for ids in told] != [[a, b]] or any(one.sort == "answer" for one in found):
            missed.append(asked)
    assert len(missed) <= 9, (len(missed), missed)  # a name of ordinary words, or of several


def test_which_one_is_better_is_never_said(catalogue: Catalogue) -> None:
    found = catalogue.ask("Keytruda or Opdivo, which is better for me")
    (notice,) = [one for one in found.notices if one.code == "compare"]
    assert "the care team can say" in notice.message
    assert [one.id for one in found if one.sure] == ["choosing-between-drugs"]


def test_two_names_of_one_therapy_are_not_compared(catalogue: Catalogue) -> None:
    for asked in ("is keytruda the same as pembrolizumab", "difference between rituxan and truxima"):
        assert not [one for one in catalogue.ask(asked).notices if one.code == "compare"], asked


def test_a_therapy_for_a_cancer_is_told_as_the_record_has_it(
    catalogue: Catalogue, brands: dict[str, str]
) -> None:
    chance = random.Random(7)
    cancers = {
        one.id: one.name
        for one in catalogue.vocabulary("cancer")
        if one.name.endswith(("cancer", "oma", "emia"))
    }
    asked = [(a, c) for a in sorted(brands) for c in sorted(cancers)]
    missed = []
    for (a, c), frame in zip(chance.sample(asked, 300), itertools.cycle(FOR), strict=False):
        question = frame.format(a=brands[a], c=cancers[c])
        told = [one for one in catalogue.ask(question).notices if one.code == "record"]
        if [(one.counts["therapy"], one.counts["cancer"]) for one in told] != [(a, c)]:
            missed.append(question)
            continue
        uses = catalogue.indications(therapy=brands[a], cancer=c, agnostic=True)
        assert told[0].counts["relations"] == sorted({str(one.relation) for one in uses}), question
        says = told[0].message
        assert says.startswith("No use of ") == (
            not {"same", "narrower"} & set(told[0].counts["relations"])
        ), says
    # Names of three letters (BCG) or with a number, and products of two, lead nowhere; nothing is told wrong.
    assert len(missed) <= 20, (len(missed), missed)


@pytest.mark.parametrize("aside", ASIDES)
def test_what_the_record_does_not_hold_is_said_beside_every_name(
    catalogue: Catalogue, brands: dict[str, str], aside: str
) -> None:
    names = [*sorted(brands.values())[::6], "melanoma", "lung cancer", "PD-1 inhibitor"]
    for name in names:
        if aside.startswith("how"):
            continue
        found = catalogue.show([*name.split(), *aside.split()])
        (notice,) = [one for one in found.notices if one.code == "not-read"]
        assert notice.counts["about"] == [ASIDES[aside]] and aside.split()[-1] in notice.counts["words"], name
        assert [one["id"] for one in found] == [one["id"] for one in catalogue.show(name.split())], name


def test_words_that_nobody_knows_are_said(catalogue: Catalogue) -> None:
    found = catalogue.show(["keytruda", "200mg"])
    assert [one.counts["words"] for one in found.notices if one.code == "not-read"] == [["200mg"]]
    for whole in (["keytruda"], ["breast", "cancer"], ["keytruda", "opdivo"], ["opdivo", "and", "yervoy"]):
        assert not [one for one in catalogue.show(whole).notices if one.code == "not-read"], whole


def test_a_comparison_says_what_it_did_not_read(catalogue: Catalogue) -> None:
    found, _ = catalogue.compare(["opdivo", "keytruda", "price"])
    assert found.columns[1:] == ("nivolumab", "pembrolizumab")
    assert [one.counts["about"] for one in found.notices if one.code == "not-read"] == [["cost"]]
