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


@pytest.mark.parametrize("word", ["liver", "lymphoma"])
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
