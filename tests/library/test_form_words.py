"""A word that tells which form of a cancer is meant is never dropped for the wider cancer."""

from __future__ import annotations

import pytest

from immunocli import Ambiguous, Catalogue, NotFound


@pytest.mark.parametrize(
    "text",
    [
        "relapsed NK-cell lymphoma", "relapsed NK-cell leukemia in a child", "relapsed lymphocyte-rich lymphoma",
        "relapsed gamma-delta T-cell lymphoma", "metastatic micropapillary bladder cancer",
        "metastatic hepatoid gastric cancer", "relapsed promyelocytoid leukemia",
    ],
)  # fmt: skip
def test_a_form_that_is_not_known_is_asked_back(bundled: Catalogue, text: str) -> None:
    with pytest.raises((Ambiguous, NotFound)):
        bundled.therapies(cancer=text)


@pytest.mark.parametrize(
    ("text", "therapy", "told"),
    [
        ("relapsed T-lymphoblastic leukemia in a child", "tisagenlecleucel", False),
        ("relapsed T-lineage ALL", "blinatumomab", False),
        ("relapsed blastoid mantle cell lymphoma", "brexucabtagene-autoleucel", True),
        ("rare skin cancer Merkel, metastatic", "avelumab", True),
        ("frail NSCLC, untreated", "pembrolizumab", True),
    ],
)
def test_a_form_that_is_known_decides(bundled: Catalogue, text: str, therapy: str, told: bool) -> None:
    assert (therapy in {one.id for one in bundled.therapies(cancer=text)}) is told


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("is blinatumomab approved for NK-cell leukemia", False),
        ("is brentuximab approved for lymphocyte-rich lymphoma", False),
        ("is nivolumab approved for lung cancer", True),
        ("is pembrolizumab approved for metastatic melanoma", True),
    ],
)
def test_a_question_about_a_form_gets_no_line_on_the_whole(
    bundled: Catalogue, question: str, told: bool
) -> None:
    assert any(one.code == "record" for one in bundled.ask(question).notices) is told
