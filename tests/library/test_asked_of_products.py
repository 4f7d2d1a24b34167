"""Forms, a time off the market and partners of a therapy are told where a question asks that and nothing else."""

from __future__ import annotations

import pytest

from immunocli import Catalogue


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue()


def _told(catalogue: Catalogue, question: str) -> str:
    found = [one for one in catalogue.ask(question).notices if "products" in one.counts]
    return found[0].message if found else ""


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("tecentriq under the skin", "Tecentriq Hybreza, under the skin, since 2024-09-12"),
        ("is there a subcutaneous version of Opdivo", "Opdivo Qvantig, under the skin, since 2024-12-27"),
        ("is there a jab version of keytruda?", "Keytruda Qlex, under the skin, since 2025-09-19"),
        ("can I get a shot of opdivo instead of the infusion", "yes: Opdivo Qvantig"),
        ("does padcev come as an injection", "no: given into a vein only"),
        ("is Tivdak available subcutaneously", "no: given into a vein only"),
        ("was Blenrep pulled", "ended 2023-02-06"),
        ("was blenrep taken off the market", "licensed 2025-10-23, in force"),
        ("is lartruvo off the market", "ended 2020-02-25"),
        ("why was mylotarg withdrawn", "licensed 2017-09-01, in force"),
        ("can padcev be given alone", "alone for urothelial cancer"),
        ("is anktiva given on its own", "in no use alone, with Bacillus"),
    ],
)
def test_what_the_record_knows_of_products_is_told(catalogue: Catalogue, question: str, says: str) -> None:
    assert says in _told(catalogue, question)


def test_of_several_each_is_told(catalogue: Catalogue) -> None:
    told = _told(catalogue, "is there an under-the-skin version of Tecentriq, Padcev and Keytruda")
    assert told.count("yes: ") == 2 and told.count("no: ") == 1
    assert told.endswith("see: immuno show atezolizumab enfortumab-vedotin pembrolizumab")


@pytest.mark.parametrize(
    "question",
    [
        "keytruda injection site pain", "can keytruda be given with chemo", "opdivo for skin cancer",
        "can I leave hospital alone after carvykti", "my injection of opdivo hurts", "keytruda shot my liver",
        "can I get the flu shot on keytruda", "tecentriq withdrawn", "I am alone with keytruda at home",
        "my skin under the keytruda plaster", "is melanoma under the skin", "was the trial of keytruda pulled",
    ],
)  # fmt: skip
def test_what_asks_something_else_is_not_heard(catalogue: Catalogue, question: str) -> None:
    assert not _told(catalogue, question)
