"""What boxed warnings are about can be asked for in words, and is told in saved tables."""

from __future__ import annotations

from pathlib import Path

import pytest

from immunocli import Catalogue
from tests.driver import Immuno


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue()


@pytest.mark.parametrize(
    "words",
    [
        ["--boxed", "cytokine release syndrome"], ["--boxed", "cytokine", "release", "syndrome"],
        ["--boxed=CRS"], ["--boxed", "CRS"], ["--boxed-about", "cytokine release syndrome"],
        ["boxed", "cytokine", "release", "syndrome"],
    ],
)  # fmt: skip
def test_a_word_behind_boxed_narrows_to_what_mentions_it(immuno: Immuno, words: list[str]) -> None:
    found = immuno("therapies", *words, "-c", "id,boxed").rows[1:]
    every = {row[0]: row[1] for row in immuno("therapies", "--boxed", "-c", "id,boxed").rows[1:]}
    assert dict(found) == {one: boxed for one, boxed in every.items() if "ytokine release syndrome" in boxed}
    assert 10 < len(found) < len(every)


@pytest.mark.parametrize(
    ("words", "one"),
    [
        ("liver damage", "inotuzumab-ozogamicin"), ("PML", "rituximab"), ("unborn baby", "trastuzumab-deruxtecan"),
        ("capillary leak", "denileukin-diftitox"), ("infusion reactions", "cetuximab"), ("neurotoxicity", "blinatumomab"),
    ],
)  # fmt: skip
def test_words_and_other_names_of_a_term_are_found(catalogue: Catalogue, words: str, one: str) -> None:
    found = catalogue.therapies(boxed=words)
    assert one in [therapy.id for therapy in found]
    assert len(found) < len(catalogue.therapies(boxed=True))
    assert "boxed-by-words" in [notice.code for notice in found.notices]
    assert found.query["boxed"] == words


def test_what_nothing_mentions_is_told_as_that(immuno: Immuno) -> None:
    found = immuno("therapies", "--boxed-about", "hair loss")
    assert found.code == 0
    assert len(found.rows) == 1
    assert 'has a boxed warning that mentions "hair loss" in its label' in found.err


@pytest.mark.parametrize("word", ["lymphoma"])
def test_what_is_a_cancer_too_is_not_guessed(immuno: Immuno, word: str) -> None:
    found = immuno("therapies", "--boxed", word)
    assert found.code == 3
    assert f"immuno therapies --boxed --cancer {word}, immuno therapies --boxed-about {word}?" in found.err
    assert immuno("therapies", word, "--boxed").code == 0


def test_a_saved_table_has_what_the_warnings_are_about(immuno: Immuno, tmp_path: Path) -> None:
    for ending in ("tsv", "csv"):
        file = tmp_path / f"boxed.{ending}"
        assert immuno("therapies", "--type", "car t", "--boxed", "-o", str(file)).code == 0
        header, *rows = file.read_text(encoding="utf-8").splitlines()
        assert header.endswith("boxed")
        assert rows and all("Cytokine release syndrome." in row for row in rows)


def test_what_was_never_approved_has_no_box(catalogue: Catalogue) -> None:
    assert not [one for one in catalogue.therapies(boxed=True, status="any") if not one.boxed]


# What labels call it, and the words that the box of each therapy found has, one of them, in ours.
SAID = {
    "embryo": "unborn pregnancy", "embryo-fetal toxicity": "unborn pregnancy", "fetus": "unborn pregnancy",
    "fetal harm": "unborn pregnancy", "pregnancy": "unborn pregnancy", "neutropenia": "white",
    "febrile neutropenia": "white", "myelosuppression": "blood", "CRS": "ytokine", "ICANS": "ICANS",
    "IRR": "infus react", "PML": "PML", "HLH": "HLH", "TMA": "kidney hemolytic", "hemorrhage": "bleed",
    "GI perforation": "hole", "gastrointestinal perforation": "hole", "wound healing": "ound",
    "HBV reactivation": "epatitis", "cardiomyopathy": "heart", "cardiopulmonary arrest": "heart",
    "hypomagnesemia": "agnesium", "hypocalcemia": "alcium", "ocular toxicity": "eye sight",
    "keratopathy": "eye", "TLS": "lysis", "REMS": "REMS", "colitis": "bowel", "VOD": "liver",
    "tumor lysis syndrome": "lysis", "secondary malignancies": "cancer",
}  # fmt: skip


# Days on which they stood in a box: no label has them in one today.
ENDED = {
    "hemorrhage": "2015", "GI perforation": "2015", "gastrointestinal perforation": "2015", "wound healing": "2015",
    "TLS": "2005", "tumor lysis syndrome": "2005", "REMS": "2020",
}  # fmt: skip


@pytest.mark.parametrize("words", SAID)
def test_the_words_of_labels_find_the_boxes_that_say_it_in_ours(catalogue: Catalogue, words: str) -> None:
    found = catalogue.therapies(boxed=words, status="any", as_of=ENDED.get(words))
    assert found.records
    for therapy in found:
        boxes = " ".join(one["text"] for one in therapy.warnings if one["boxed"] is not False)
        assert any(one in boxes.lower() for one in SAID[words].lower().split()), (therapy.id, boxes)


def test_a_term_tells_boxes_that_there_are(catalogue: Catalogue) -> None:
    store = catalogue._store
    every = store.records("therapy", store.titles("therapy"))
    boxed = {one["id"] for therapy in every for one in therapy["warnings"] if one["boxed"]}
    terms = list(store.records("term", store.titles("term")))
    told = {box for term in terms for box in term.get("boxes", ())}
    assert told <= boxed, told - boxed


@pytest.mark.parametrize(
    "words",
    ["embryo", "neutropenia", "embryo-fetal toxicity", "pregnancy", "GI perforation", "hair loss", "sepsis"],
)
def test_what_stands_right_behind_boxed_is_what_the_box_mentions(immuno: Immuno, words: str) -> None:
    short, long = immuno("therapies", "--boxed", *words.split()), immuno("therapies", "--boxed-about", words)
    assert (short.code, short.out) == (0, long.out)
    narrow = immuno("therapies", "--boxed", *words.split(), "--status", "any")
    assert narrow.out == immuno("therapies", "--boxed-about", words, "--status", "any").out
    if len(long.rows) == 1:
        assert "boxes are about: " in long.err and "depression" in long.err


def test_what_is_a_filter_behind_it_stays_one(immuno: Immuno) -> None:
    for typed, line in (
        ("--boxed embryo breast cancer", '--boxed-about embryo --cancer "breast cancer" --boxed'),
        ("--boxed melanoma", "--cancer melanoma --boxed"),
        ("--boxed melanomma", ""),
    ):
        found = immuno("therapies", *typed.split())
        assert not line or f"read as: immuno therapies {line}\n" in found.err, found
        assert (found.code == 0) == bool(line), found


EYE = {"belantamab-mafodotin", "denileukin-diftitox", "mirvetuximab-soravtansine", "tisotumab-vedotin"}
LIVER = {
    "gemtuzumab-ozogamicin", "inotuzumab-ozogamicin", "obinutuzumab", "ofatumumab", "pexidartinib",
    "pivekimab-sunirine", "rituximab", "trastuzumab-emtansine",
}  # fmt: skip


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        *((word, EYE) for word in "eye|eyes|ocular|vision|eye damage|ocular problems".split("|")),
        *((word, EYE - {"denileukin-diftitox"}) for word in ("cornea", "corneal damage", "keratopathy")),
        *((word, LIVER) for word in ("liver", "hepatic", "hepatic injury", "liver toxicity")),
        ("skin", {"enfortumab-vedotin", "ibritumomab-tiuxetan", "panitumumab", "rituximab"}),
        ("renal", {"aldesleukin", "alemtuzumab", "denosumab", "lifileucel", "moxetumomab-pasudotox"}),
        ("hearing", set()),
    ],
)  # fmt: skip
def test_organs_are_found_by_any_word_for_them(catalogue: Catalogue, words: str, ids: set[str]) -> None:
    found = catalogue.therapies(boxed=words, status="any")
    assert {therapy.id for therapy in found} == ids


@pytest.mark.parametrize("words", ["heart cardiac", "lung pulmonary", "nerve nervous", "bleeding hemorrhage"])
def test_words_of_one_organ_find_the_same(catalogue: Catalogue, words: str) -> None:
    one, other = ([therapy.id for therapy in catalogue.therapies(boxed=word)] for word in words.split())
    assert one and one == other


def test_topics_name_boxes_that_there_are(catalogue: Catalogue) -> None:
    store = catalogue._store
    every = store.records("therapy", store.titles("therapy"))
    boxed = {one["id"] for therapy in every for one in therapy["warnings"] if one["boxed"] is not False}
    told = {box for topic in store.box_topics for box in (*topic["about"], *topic["besides"])}
    assert told <= boxed, told - boxed


@pytest.mark.parametrize("words", ["eye", "liver", "vision", "heart", "lung", "ocular", "bleeding", "brain"])
def test_a_word_behind_boxed_is_no_cancer_and_no_cry(immuno: Immuno, words: str) -> None:
    for given in ([], ["--type", "adc"]):
        found = immuno("therapies", *given, "--boxed", words)
        assert found.code == 0, found
        assert "mergency" not in found.err and f"--boxed-about {words}" in found.err
        assert found.out == immuno("therapies", *given, "--boxed-about", words).out


def test_a_filter_that_is_not_known_is_no_cry(immuno: Immuno) -> None:
    for typed in ("--cancer", "--therapy"):
        found = immuno("therapies", typed, "chest pain and cannot breathe")
        assert found.code and "mergency" not in found.err, found
