"""What a phrase denies, a gene is named after, or lies where it cannot begin is no cancer that a person has."""

from __future__ import annotations

import pytest

from immunocli import Catalogue


@pytest.mark.parametrize(
    "text",
    [
        "Prostate biopsy x12: negative for malignancy",
        "CT chest: nothing to suggest lung carcinoma",
        "LN biopsy: neg for lymphoma",
        "pancreatic mass, failed to show malignancy on FNA",
        "kein Hinweis auf Lungenkarzinom",
        "pas de signe de cancer du sein",
        "nessuna evidenza di carcinoma mammario",
        "small cell carcinoma (extrapulmonary)",
        "adenocarcinoma in brain",
        "BCL2 (B-cell lymphoma 2)",
        "DLC1 deleted in liver cancer 1",
        "RB1 (retinoblastoma 1)",
        "ALK anaplastic lymphoma kinase",
        "EWSR1 Ewing sarcoma breakpoint region 1",
    ],
)
def test_nothing_is_told_of_it(text: str) -> None:
    assert Catalogue().resolve(text, kind="cancer").ids == []


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Breast cancer; node biopsy negative for carcinoma", ["breast"]),
        ("melanoma left arm, sentinel node negative for melanoma", ["cutaneous-melanoma"]),
        ("breast cancer negative for HER2", ["her2-negative-breast"]),
        ("ALK positive anaplastic large cell lymphoma", ["systemic-alcl"]),
        ("HPV associated oropharyngeal cancer", ["oropharyngeal"]),
    ],
)
def test_the_cancer_beside_it_is_told(text: str, ids: list[str]) -> None:
    assert Catalogue().resolve(text, kind="cancer").ids == ids


@pytest.mark.parametrize("short", ["PCC", "RMS", "ICC", "FLC"])
def test_a_short_name_that_means_other_things_too_is_looked_at(short: str) -> None:
    assert Catalogue().resolve(short, kind="cancer").review == "yes"


@pytest.mark.parametrize(
    ("text", "one"),
    [
        ("MIBC cis-inelig cT3", "muscle-invasive-bladder"),
        ("OPSCC p16 pos N2, conc cis-RT", "oropharyngeal"),
        ("post-op GBM IDHwt, KPS 70", "glioblastoma"),
        ("R/R MCL, BTKi failure", "mantle-cell-lymphoma"),
        ("laBCC periorbital, progressed on vismo", "basal-cell"),
        ("FL gr 1-2, FLIPI 3, POD24", "follicular-lymphoma"),
    ],
)
def test_a_short_name_beside_a_stage_or_a_treatment_is_meant(text: str, one: str) -> None:
    match = Catalogue().resolve(text, kind="cancer")
    assert (match.ids, match.review) == ([one], "yes")


@pytest.mark.parametrize(
    "text",
    [
        "MM dx 2015",
        "MCL tear, knee",
        "stage II pressure ulcer",
        "CML vs CLL, stage 2",
        "ICI-induced colitis gr 3 in mel pt",
    ],
)
def test_beside_nothing_of_the_kind_it_is_not(text: str) -> None:
    assert Catalogue().resolve(text, kind="cancer").ids == []
