"""A word of one language is not read as an organ's in a string of another."""

from __future__ import annotations

import pytest

from immunocli import Catalogue


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Adénocarcinome du haut rectum", ["rectal-adenocarcinoma"]),
        ("cancer du haut de l'oesophage", ["esophageal"]),
        ("Melanom der Haut", ["cutaneous-melanoma"]),
        ("Plattenepithelkarzinom der Haut", ["cutaneous-squamous-cell"]),
        ("mélanome du dos", ["cutaneous-melanoma"]),
        ("cancer du sein", ["breast"]),
        ("Tumor soll bösartig sein", []),
        ("cancer of the keel", []),
        ("carcinoma at the rim of ear", []),
        ("carcinoma do rim", ["kidney"]),
        ("cancer diagnosticado hace un año", []),
        ("cáncer de ano", ["anal"]),
        ("mama had cancer", []),
        ("Ca de mama", ["breast"]),
        ("on the verge of cancer", []),
        ("cancer, cute", []),
        ("Mide kanseri", ["stomach"]),
        ("tumor maligno, mide 4 cm", []),
    ],
)
def test_a_word_means_what_it_means_in_the_language_of_its_string(text: str, ids: list[str]) -> None:
    match = Catalogue().resolve(text, kind="cancer")
    assert (match.ids, match.review) == (ids, "no")


def test_where_no_language_is_told_a_person_looks() -> None:
    assert Catalogue().resolve("Tumor Mama links", kind="cancer").review == "yes"
