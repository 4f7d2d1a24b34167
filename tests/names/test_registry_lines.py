"""A site and a histology are read together, whichever of them is told by a code."""

from __future__ import annotations

import pytest

from immunocli import Catalogue

SURE = {
    "PRIMSITE=C619 HISTO3=8140 BEHO3=3": "prostate-adenocarcinoma",
    "NAACCR 400=C693 NAACCR 522=8772": "uveal-melanoma",
    "C64.9^8310/3^3^R": "clear-cell-renal",
    "Liver/C22.0/8170/3": "hepatocellular-carcinoma",
    "SKIN-C44.7 HIST 9700": "mycosis-fungoides",
    "Esophagus, lower third C15.5; 8140/3": "esophageal-adenocarcinoma",
    "Head of pancreas (C25.0) - infiltrating duct carcinoma 8500/3": "pancreatic-adenocarcinoma",
    "Lung (C34.1) - papillary adenocarcinoma": "lung-adenocarcinoma",
    "Cervix uteri (C53.9) - clear cell adenocarcinoma 8310/3": "cervical-adenocarcinoma",
    "topography C34.1 morphology 8070": "nsclc-squamous",
    "C73.9 8510/3": "thyroid-medullary",
    "C64.9 8260/3": "papillary-renal",
    "Site recode ICD-O-3/WHO 2008: Ascending Colon": "colon",
    "M-97323 MULTIPLE MYELOMA": "multiple-myeloma",
    "STAD-TP": "gastric-adenocarcinoma",
    "GDC project MMRF-COMMPASS": "multiple-myeloma",
}


@pytest.mark.parametrize(("text", "one"), SURE.items())
def test_a_site_and_a_histology_are_read_together(text: str, one: str) -> None:
    match = Catalogue().resolve(text, "cancer")
    assert (match.ids, match.review) == ((one,), False) or (list(match.ids), match.review) == ([one], "no")


@pytest.mark.parametrize(
    ("text", "one"),
    [("breast cancer (C34)", "breast"), ("lung cancer (C50.9)", "lung"), ("C50 lung", "lung")],
)
def test_a_code_that_contradicts_the_words_does_not_count(text: str, one: str) -> None:
    match = Catalogue().resolve(text, "cancer")
    assert list(match.ids) == [one]
    assert match.review not in (False, "no")


@pytest.mark.parametrize("site", ["nose", "lip", "ear", "eyelid", "cheek", "scalp", "forehead", "back"])
@pytest.mark.parametrize(
    ("kind", "one"), [("basal cell carcinoma", "basal-cell"), ("Merkel cell carcinoma", "merkel-cell")]
)
def test_a_cancer_of_the_skin_may_lie_on_any_part_of_it(kind: str, one: str, site: str) -> None:
    match = Catalogue().resolve(f"{kind} of the {site}", "cancer")
    assert list(match.ids) == [one]


@pytest.mark.parametrize("cancer", ["melanoma", "breast cancer", "follicular lymphoma"])
@pytest.mark.parametrize(
    "said",
    [
        ": no",
        " - no",
        ": absent",
        " - excluded",
        " - ruled out",
        ": 0",
        "=0",
        " (-)",
        " ❌",
        ": nein",
        " risk",
    ],
)
def test_what_a_sign_or_word_behind_a_cancer_denies_is_none(cancer: str, said: str) -> None:
    assert not Catalogue().resolve(f"{cancer}{said}", "cancer").ids


@pytest.mark.parametrize("text", ["? lung cancer", "breast cancer?", "?melanoma", "melanoma ?"])
def test_what_is_asked_is_looked_at(text: str) -> None:
    assert Catalogue().resolve(text, "cancer").review not in (False, "no")
