"""A word that stands in the names of one type alone names it, wherever a type is taken."""

from __future__ import annotations

import pytest

from immunocli import Catalogue, ImmunoError
from tests.driver import Immuno

MEANT = {
    "checkpoint": "checkpoint-inhibitor", "Checkpoint": "checkpoint-inhibitor", "blockade": "checkpoint-inhibitor",
    "immune checkpoint": "checkpoint-inhibitor", "oncolytic": "oncolytic-virus-therapy", "vaccine": "cancer-vaccine",
    "car t": "car-t-cell-therapy", "preventive": "preventive-vaccine", "therapeutic": "therapeutic-vaccine",
    "adoptive": "adoptive-cell-therapy", "radioactive": "radioimmunoconjugate", "engager": "t-cell-engager",
    "toxin": "immunotoxin", "interferon": "interferon",
}  # fmt: skip
NOT_MEANT = (
    "inhibitor", "cell", "T cell", "virus", "gene", "immune", "treatment", "therapy", "drug", "cancer", "protein",
    "keytruda", "melanoma", "CD19", "chek", "on", "therapies used", "stem",
)  # fmt: skip


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue()


@pytest.mark.parametrize("word", MEANT)
def test_a_word_of_one_type_names_it(catalogue: Catalogue, word: str) -> None:
    assert catalogue.therapies(type=word).query["type"] == [MEANT[word]]
    assert "type" in catalogue.kinds_of(word, ("cancer", "type"))


@pytest.mark.parametrize("word", NOT_MEANT)
def test_a_word_of_several_or_of_something_else_names_none(catalogue: Catalogue, word: str) -> None:
    with pytest.raises(ImmunoError):
        catalogue.therapies(type=word)


@pytest.mark.parametrize(
    "typed",
    [
        "therapies --type {}", "indications --type {}", "changes --type {} --since 2015", "timeline --type {}",
        "matrix --type {}", "types {}", "therapies {}", "compare {} car-t-cell-therapy -f tsv", "therapies {} melanoma",
    ],
)  # fmt: skip
def test_it_does_so_wherever_a_type_is_taken(immuno: Immuno, typed: str) -> None:
    for word, whole in (("checkpoint", "checkpoint-inhibitor"), ("oncolytic", "oncolytic-virus-therapy")):
        short, long = immuno(*typed.format(word).split()), immuno(*typed.format(whole).split())
        assert (short.code, short.out) == (long.code, long.out), short
        assert short.code == 0
