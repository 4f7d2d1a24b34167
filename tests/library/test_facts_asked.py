"""A fact of the record that a question asks for is told by the record, where a question asks that and nothing else."""

from __future__ import annotations

import pytest

from immunocli import Catalogue
from immunocli.found import Notice


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue()


def _notice(catalogue: Catalogue, question: str) -> Notice | None:
    found = [one for one in catalogue.ask(question).notices if "fact" in one.counts]
    return found[0] if found else None


def _told(catalogue: Catalogue, question: str) -> str:
    notice = _notice(catalogue, question)
    return notice.message if notice else ""


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("is there a subcutaneous version of Opdivo", "Opdivo Qvantig (licensed since 2024-12-27) is given under the skin"),
        ("tecentriq under the skin", "Tecentriq Hybreza (licensed since 2024-09-12)"),
        ("is there a jab version of keytruda?", "Keytruda Qlex (licensed since 2025-09-19)"),
        ("can I get a shot of opdivo instead of the infusion", "Opdivo Qvantig"),
        ("does padcev come as an injection", "No: Padcev (enfortumab vedotin) is given into a vein only"),
        ("was Blenrep pulled", "of 2020-08-05 ended on 2023-02-06"),
        ("was blenrep taken off the market", "has been licensed since 2025-10-23"),
        ("I was told Blenrep is off the market, is it approved today?", "is approved and sold"),
        ("is lartruvo off the market", "ended on 2020-02-25"),
        ("tecentriq withdrawn", "Uses that ended: "),
        ("can padcev be given alone", "is given alone for urothelial cancer"),
        ("is anktiva given on its own", "is in no use given alone"),
        ("can the LAG-3 antibody be given by itself", "with nivolumab for melanoma"),
        ("what is jemperli given with in endometrial cancer", "with carboplatin and paclitaxel"),
        ("who makes imfinzi", "is made by AstraZeneca"),
        ("what company is behind Amtagvi", "is made by Iovance"),
        ("who sells truxima", "is not in the record"),
        ("when was yervoy approved", "first approved Yervoy (ipilimumab) on 2011-03-25, for melanoma"),
        ("how long has Herceptin been around", "on 1998-09-25"),
        ("when was Keytruda approved for melanoma", "on 2014-09-04, for melanoma"),
        ("who makes keytruda and when was it approved", "is made by Merck"),
        ("who makes keytruda and when was it approved", "on 2014-09-04"),
        ("what came first, opdivo or keytruda", "Keytruda (pembrolizumab) came first"),
        ("Opdivo vs Yervoy when approved", "Yervoy (ipilimumab) on 2011-03-25"),
        ("is Danyelza approved for kids?", "neuroblastoma (1 year and older)"),
        ("does Carvykti carry a black box", "Yes: the label of Carvykti"),
        ("does yervoy have a boxed warning", "No: the label of Yervoy"),
        ("is there a biosimilar of rituximab", "Yes: 4 biosimilars of rituximab"),
        ("what does padcev target", "acts on Nectin-4"),
        ("what type of drug is Imdelltra", "of the type T-cell engager"),
        ("what is Libtayo approved for", "cutaneous squamous cell carcinoma"),
        ("is Opdivo given by IV or a pill", "is given into a vein"),
        ("which checkpoint inhibitors lost bladder cancer use", "durvalumab (2021-02-19"),
        ("when was the first CAR T approved for lymphoma", "axicabtagene ciloleucel (Yescarta)"),
        ("were any PD-L1 inhibitors withdrawn for bladder cancer", "2 PD-L1 inhibitors have lost a use"),
        ("how many CAR T therapies are there", "7 CAR T-cell therapies are approved"),
        ("which drugs hit CD19", "blinatumomab (Blincyto)"),
        ("which drugs target BCMA", "teclistamab"),
        ("first CAR T ever", "tisagenlecleucel (Kymriah): the FDA approved it on 2017-08-30"),
        ("newest melanoma drug", "The newest immunotherapy approved for melanoma is "),
    ],
)  # fmt: skip
def test_what_the_record_knows_is_told(catalogue: Catalogue, question: str, says: str) -> None:
    assert says in _told(catalogue, question)


def test_of_several_each_is_told(catalogue: Catalogue) -> None:
    told = _notice(catalogue, "is there an under-the-skin version of Padcev and Imfinzi")
    assert told is not None and told.message.count("No: ") == 2
    assert told.counts["command"] == "immuno compare enfortumab-vedotin durvalumab"


def test_it_has_documents_and_a_command(catalogue: Catalogue) -> None:
    for question in ("who makes imfinzi", "newest melanoma drug", "which drugs hit CD19"):
        told = _notice(catalogue, question)
        assert told is not None and told.message.endswith(".")
        assert told.counts["sources"] and told.counts["command"].startswith("immuno ")
        assert len(catalogue.documents(told.counts["sources"])) == len(told.counts["sources"])


@pytest.mark.parametrize(
    "question",
    [
        "keytruda injection site pain", "opdivo for skin cancer",
        "can I leave hospital alone after carvykti", "my injection of opdivo hurts", "keytruda shot my liver",
        "can I get the flu shot on keytruda", "I am alone with keytruda at home", "why does the company pull tecentriq",
        "my skin under the keytruda plaster", "is melanoma under the skin", "was the trial of keytruda pulled",
        "which CAR T is the best one", "my kid has a fever on keytruda", "is keytruda sold in Canada",
    ],
)  # fmt: skip
def test_what_asks_something_else_is_not_heard(catalogue: Catalogue, question: str) -> None:
    assert not _told(catalogue, question)


@pytest.mark.parametrize(
    "question",
    [
        "which checkpoint inhibitors lost bladder cancer use meanwhile",
        "who really manufactures imfinzi nowadays",
    ],
)
def test_what_is_asked_but_for_a_word_is_answered_surely_by_no_other_entry(
    catalogue: Catalogue, question: str
) -> None:
    found = catalogue.ask(question)
    assert not any(one.sure and one.sort == "answer" for one in found)
