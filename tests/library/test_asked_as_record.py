"""What surely asks for a fact of the record is answered by it, or told to be a question for it; by no general entry."""

from __future__ import annotations

import pytest

from immunocli import Catalogue
from tests.driver import Immuno


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue()


def _said(catalogue: Catalogue, question: str) -> str:
    return " ".join(one.message for one in catalogue.ask(question).notices if one.code == "record")


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("which outfit is behind Zynyz these days, for a quiz", "is made by Incyte"),
        ("Opdualag maker", "is made by Bristol Myers Squibb"),
        ("Tevimbra, what month did it get its nod", "2024-03-13"),
        ("gimme everything that goes after BCMA", "Blenrep"),
        ("newest CAR T and who makes it?", "is made by Autolus"),
        ("list all the drugs of Regeneron", "Libtayo"),
        ("padcev plus what, in the label", "with pembrolizumab"),
        ("youngest kid allowed on Blincyto", "1 month and older"),
        ("epkinly, drip or belly jab", "under the skin"),
        ("what is the generic name of Zynyz", "retifanlimab"),
        ("which two are inside Opdualag", "nivolumab and relatlimab"),
        ("is Enhertu tissue agnostic", "HER2-positive solid tumors"),
        ("bavencio allowed for urothelial?", "is approved for urothelial cancer"),
        ("did the FDA ever say yes to sintilimab", "not by the FDA"),
        ("how many copycats of Herceptin in the US", "6 biosimilars"),
    ],
)
def test_it_is_answered(catalogue: Catalogue, question: str, says: str) -> None:
    assert says in _said(catalogue, question)


def test_no_product_is_given_the_makers_of_all(catalogue: Catalogue) -> None:
    assert "not which of them makes which product" in _said(catalogue, "who makes PreHevbrio")
    assert "is made by Astellas and Pfizer" in _said(catalogue, "who makes Padcev")


def test_a_marker_that_is_asked_for_is_no_target(catalogue: Catalogue) -> None:
    assert "act on NRG1" not in _said(catalogue, "tissue agnostic approvals, NRG1 too, list them")


def test_what_a_word_of_a_type_narrows_is_narrowed(catalogue: Catalogue) -> None:
    assert "2 antibody-drug conjugates that act on HER2" in _said(catalogue, "HER2 conjugates, all of them")
    assert "8 immunotherapies that act on PD-1" in _said(catalogue, "number of PD-1 antibodies in the US")


@pytest.mark.parametrize("kind", ["bcma", "cd19", "pd-l1", "cd20"])
def test_a_list_is_whole(catalogue: Catalogue, kind: str) -> None:
    told = [one for one in catalogue.ask(f"list every drug against {kind}").notices if one.code == "record"]
    assert {one.id for one in catalogue.therapies(target=[kind])} == set(told[0].counts["therapies"])


@pytest.mark.parametrize(
    "question",
    [
        "which year was the CD38 one for myeloma let in",
        "which bispecific for myeloma isnt against BCMA",
        "tecentriq in hepatocellular with avastin allowed?",
    ],
)
def test_what_is_not_heard_whole_is_led_to_the_record(catalogue: Catalogue, question: str) -> None:
    found = catalogue.ask(question)
    assert not any(one.sure for one in found)
    (led,) = [one for one in found.notices if one.code == "of-record"]
    assert led.counts["command"].startswith("immuno ")


def test_it_is_as_unsure_as_others(immuno: Immuno) -> None:
    found = immuno("faq", "which year was the CD38 one for myeloma let in", "--json")
    assert (found.code, found.error["code"]) == (3, "ambiguous")
    assert found.error["suggestions"][0] == "immuno therapies --target cd38 --cancer multiple-myeloma"


@pytest.mark.parametrize(
    ("question", "entry"),
    [
        ("how do checkpoint inhibitors work", "checkpoint-inhibitors"),
        ("why are drugs combined", "combination"),
        ("is it a drip or an injection", "how-it-is-given"),
        ("is Keytruda approved in Canada", "other-countries"),
        ("what does a bag of Tecentriq cost", "cost"),
        ("which is better for my mother, Imfinzi or Libtayo", "choosing-between-drugs"),
    ],
)
def test_what_is_explained_or_declined_stays_so(catalogue: Catalogue, question: str, entry: str) -> None:
    found = catalogue.ask(question)
    assert (found[0].id, found[0].sure) == (entry, True)


@pytest.mark.parametrize(
    ("question", "heard"),
    [
        ("does the box on Carvykti speak of seizures", False),
        ("is Tecartus boxed for confusion, my dad is confused and shaking now", True),
        ("who makes Keytruda, i cannot breathe", True),
        ("who makes keytruda, i want to die", True),
    ],
)
def test_signs_of_a_person_are_heard_and_words_of_a_label_are_not(
    catalogue: Catalogue, question: str, heard: bool
) -> None:
    assert any(one.code == "alarm" for one in catalogue.ask(question).notices) == heard
