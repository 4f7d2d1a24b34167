"""A question about medicines that are none of ours is told from one about ours."""

from __future__ import annotations

import pytest

from immunocli import Catalogue
from immunocli.words.other_medicines import NONE_OTHER, ONE_OTHER, OTHERS_TOGETHER, subject


@pytest.mark.parametrize(
    ("question", "others", "told"),
    [
        ("is carboplatin or cisplatin better", ("carboplatin", "cisplatin"), OTHERS_TOGETHER),
        ("which is gentler, carboplatin or cisplatin", ("carboplatin", "cisplatin"), OTHERS_TOGETHER),
        ("carboplatin after cisplatin", ("carboplatin", "cisplatin"), ONE_OTHER),
        ("carboplatin with cisplatin", ("carboplatin", "cisplatin"), OTHERS_TOGETHER),
        ("is carboplatin better", ("carboplatin",), ONE_OTHER),
        ("is carboplatin an immunotherapy", ("carboplatin",), NONE_OTHER),
        ("is it better", (), NONE_OTHER),
    ],
)
def test_what_a_question_is_about(
    question: str, others: tuple[str, ...], told: int, catalogue: Catalogue
) -> None:
    assert subject(catalogue._store, question, dict.fromkeys(others, "_other")) == told


def test_beside_one_of_ours_no_other_counts(catalogue: Catalogue) -> None:
    medicines = {"carboplatin": "_other", "keytruda": "_drug"}
    assert subject(catalogue._store, "is carboplatin better than keytruda", medicines) == NONE_OTHER
