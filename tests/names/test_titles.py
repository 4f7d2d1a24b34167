"""Titles of what is no cancer are none, and what they only say of some growth is for review."""

from __future__ import annotations

import pytest

from immunocli import Catalogue


@pytest.mark.parametrize(
    "text",
    [
        "tumeur glomique",
        "teratoma quístico maduro",
        "tumor de Brenner",
        "dobroćudna novotvorina pluća",
        "familial polycythemia",
        "Néoplasie endocrinienne multiple type 2",
        "chicken lymphoma",
        "Human T-cell leukemia virus type I",
        "Erhöhtes Risiko für Brustkrebs",
        "Anaemia in neoplastic disease (C00-D48+)",
        "Endo-1,4-beta-xylanase",
        "Hairy tongue (TM)",
        "Kemiğinin uç kısmı",
        "Wtórny nowotwór złośliwy płuc",
        "Exame de rastreamento de câncer de colo",
        "alt",
        "Tolerance induction taking place in the mucosal-associated lymphoid tissue (MALT).",
    ],
)
def test_a_title_of_no_cancer_is_none(text: str) -> None:
    assert Catalogue().resolve(text, kind="cancer").ids == []


@pytest.mark.parametrize(
    "text",
    ["bile duct neoplasm", "Conjunctival tumor", "mesenchymal tumor", "Lungs and Bronchi", "Yolk Sac"],
)
def test_what_may_be_no_cancer_is_looked_at(text: str) -> None:
    match = Catalogue().resolve(text, kind="cancer")
    assert match.ids and match.review == "yes"


@pytest.mark.parametrize(
    ("text", "one"),
    [
        ("carcinome du sein stade 0", "breast-in-situ"),
        ("Tumor de los labios mayores", "vulvar"),
        ("Karzinom der Vesica fellea", "gallbladder"),
        ("tumor de la vesícula seminal", "male-genital"),
        ("Lungekræft", "lung"),
        ("Klatskin tumor", "perihilar-cholangiocarcinoma"),
        ("malignant glomus tumor", "soft-tissue-sarcoma"),
    ],
)
def test_a_cancer_beside_such_words_is_told(text: str, one: str) -> None:
    assert Catalogue().resolve(text, kind="cancer").ids == [one]


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("extensive-stage small cell lung", "sclc-extensive"),
        ("stage IV non-small cell lung", "nsclc"),
        ("metastatic triple negative breast", "triple-negative-breast"),
        ("advanced kidney", None),
        ("metastatic lung", None),
        ("end stage renal", None),
    ],
)
def test_a_name_may_leave_cancer_out_beside_a_stage(label: str, expected: str | None) -> None:
    """Of an organ alone nothing is told: what is metastatic in the lung may come from elsewhere."""
    assert list(Catalogue().resolve(label, "cancer").ids) == ([expected] if expected else [])
