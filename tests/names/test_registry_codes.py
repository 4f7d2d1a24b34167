"""Codes of projects, headings of registries and schemas stand around the name of a cancer and change nothing."""

from __future__ import annotations

import pytest

from immunocli.names.resolve import Resolver


@pytest.mark.parametrize(
    ("text", "one"),
    [
        ("ESAD-UK", "esophageal-adenocarcinoma"),
        ("BLCA-CN", "bladder"),
        ("STAD, n=120", "gastric-adenocarcinoma"),
        ("KIRC, 33 samples", "clear-cell-renal"),
        ("COAD|Primary Tumor", "colon-adenocarcinoma"),
        ("OncoTree: PAAD", "pancreatic-adenocarcinoma"),
        ("UCEC (OncoTree)", "endometrial"),
        ("EOD Schema 00112: KaposiSarcoma", "kaposi-sarcoma"),
        ("NCRAS SITE_ICD10_O2 C61", "prostate"),
        ("Melanoma of skin (GLOBOCAN code 16)", "cutaneous-melanoma"),
        ("C20 MN rectum", "rectal"),
        ("C57.0 8460/3", "fallopian-tube"),
        ("C56.9 8441/3", "ovarian-serous"),
        ("T-lymphoblastic leukemia", "t-all"),
        ("Bone deposits from prostate cancer", "prostate"),
        ("leptomeningeal disease ex melanoma", "melanoma"),
        ("islet cell tumor of the pancreas", "pancreatic-neuroendocrine"),
    ],
)
def test_a_code_is_read(cancers: Resolver, text: str, one: str) -> None:
    match = cancers.resolve(text)
    assert (match.ids, match.review) == ([one], "no")


@pytest.mark.parametrize(
    "text",
    [
        "COVID-US", "ALL, 20 patients", "BRAF-US", "COAD|Solid Tissue Normal", "Pancreatic cancer excluded by MRI",
        "Melanoma not confirmed", "Colon cancer has been excluded.", "trastuzumab-MCC-DM1", "hepatitis-b-vaccine",
        "multiple endocrine neoplasia type 2A", "HGSOC palate",
    ],
)  # fmt: skip
def test_what_only_looks_so_is_none(cancers: Resolver, text: str) -> None:
    assert cancers.resolve(text).ids == []


@pytest.mark.parametrize(
    ("text", "one", "unread"),
    [
        ("ES-SCLC c hyponatremia", "sclc-extensive", "c hyponatremia"),
        ("Cx Ca post chemorads", "cervical", "post chemorads"),
        ("HCC, PVTT, beyond Milan", "hepatocellular-carcinoma", "PVTT, beyond Milan"),
        ("prostateAdeno_bx12", "prostate-adenocarcinoma", "bx12"),
        ("S12-bladderUC-preBCG", "bladder-urothelial", "S12;preBCG"),
        ("EwSa_femur_frozen", "ewing-sarcoma", "femur;frozen"),
        ("BCC or SCC", "basal-cell", "SCC"),
        ("melanoma or breast cancer", "melanoma", "breast cancer"),
        ("Lentigo maligna, invasive", "cutaneous-melanoma", ""),
        ("DCIS with invasive ductal carcinoma", "dcis", ""),
        ("PTC", "thyroid-papillary", ""),
        ("GTT", "gestational-trophoblastic", ""),
    ],
)
def test_a_person_should_look(cancers: Resolver, text: str, one: str, unread: str) -> None:
    match = cancers.resolve(text)
    assert (match.ids, match.review, match.unread) == ([one], "yes", unread)
