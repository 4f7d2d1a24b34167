"""Search finds what is meant, therapies first when a therapy is meant, misspelled words too."""

from __future__ import annotations

import pytest

from immunocli import Catalogue
from immunocli.words.word_spelling import distance, nearest
from tests.driver import Immuno
from tests.words.given import held, pairs, share


@pytest.mark.parametrize("half", [False, True])
def test_what_is_meant_is_among_the_first_three(half: bool, catalogue: Catalogue) -> None:
    asked = [(words, wanted.split("|")) for words, wanted in pairs("searches.tsv") if held(words) == half]
    missed = [
        words
        for words, wanted in asked
        if not {f"{hit.of}:{hit.id}" for hit in catalogue.search(words, 3)} & set(wanted)
    ]
    assert share(len(missed), len(asked)) < 0.06, missed


@pytest.mark.parametrize("words", ["keytruda lung", "pd-1 melanoma", "her2 stomach"])
def test_a_therapy_comes_first_when_one_is_meant(words: str, catalogue: Catalogue) -> None:
    assert catalogue.search(words, 1)[0].of == "therapy"


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("steroids for bowel inflammation", "colitis"),
        ("inflammation of the bowel", "colitis"),
        ("transplanted kidney and pd1", "organ-transplant"),
        ("kidney transplant checkpoint inhibitor", "organ-transplant"),
        ("kidney failure nivolumab", "kidney-failure"),
        ("breast pain after infusion", "breast-pain"),
        ("liver enzymes pembrolizumab", "liver-enzymes"),
        ("throat papillomas", "respiratory-papillomatosis"),
    ],
)
def test_an_organ_in_the_name_of_a_term_is_no_cancer(words: str, wanted: str, catalogue: Catalogue) -> None:
    first = catalogue.search(words, 3)
    assert wanted in [hit.id for hit in first]
    assert first[0].of != "cancer"


@pytest.mark.parametrize(
    ("words", "cancer"),
    [("keytruda kidney", "kidney"), ("lung nivolumab", "lung"), ("melanoma vaccine", "melanoma"),
     ("bladder bcg", "bladder"), ("thyroid pembrolizumab", "thyroid")],
)  # fmt: skip
def test_an_organ_alone_is_its_cancer(words: str, cancer: str, catalogue: Catalogue) -> None:
    assert ("cancer", cancer) in [(hit.of, hit.id) for hit in catalogue.search(words, 6)]


def test_a_name_of_a_term_within_more_words_is_found(catalogue: Catalogue) -> None:
    assert catalogue.search("how to read survival curve", 1)[0].id == "kaplan-meier-curve"


def test_a_word_is_no_code_of_a_cancer_unless_it_is_written_as_one(catalogue: Catalogue) -> None:
    read = [hit.id for hit in catalogue.search("read pembrolizumab", 3)]
    code = [hit.id for hit in catalogue.search("READ pembrolizumab", 3)]
    assert ("rectal-adenocarcinoma" in read, "rectal-adenocarcinoma" in code) == (False, True)


def test_misspelled_words_are_put_right_and_told(immuno: Immuno) -> None:
    found = immuno("search", "keytuda", "lung", "--json").json
    told = [one["words"] for one in found["notices"] if one["code"] == "spelling"]
    assert told == ["keytruda lung"]
    assert found["results"][0]["id"] == "pembrolizumab"


def test_what_nothing_mentions_is_an_empty_answer(immuno: Immuno) -> None:
    found = immuno("search", "zzzzqqq", "--json")
    assert (found.code, found.json["count"]) == (0, 0)


@pytest.mark.parametrize(
    ("one", "other", "slips"),
    [("same", "same", 0), ("seizure", "siezure", 1), ("breathe", "brethe", 1), ("rash", "rush", 1),
     ("a", "bcd", 3)],
)  # fmt: skip
def test_slips_are_counted(one: str, other: str, slips: int) -> None:
    assert distance(one, other, 3) == slips


def test_short_words_are_never_guessed() -> None:
    assert nearest("tyre", {"t": ["tired"]}) == ""
    assert nearest("siezure", {"s": ["seizure", "severe"]}) == "seizure"


def test_a_search_says_of_how_many(immuno: Immuno) -> None:
    every = int(immuno("search", "melanoma", "--count").out)
    assert every > 20
    for limit in (3, 20, every - 1):
        found = immuno("search", "melanoma", "--limit", str(limit), "-f", "json")
        assert found.json["count"] == limit
        assert [(one["code"], one["of"]) for one in found.json["notices"]] == [("limited", every)]
        assert f"{limit} of {every} shown" in found.err
    whole = immuno("search", "melanoma", "--limit", str(every), "-f", "json").json
    assert (whole["count"], whole["notices"]) == (every, [])
    assert len(immuno("search", "cancer", "--limit", "99999", "--no-header").lines) > 200
