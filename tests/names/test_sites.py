"""A histology is that of the organ named beside it; a label's notes change nothing."""

from __future__ import annotations

import pytest

from immunocli.names.resolve import Resolver


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Small cell carcinoma of the breast", ["breast"]),
        ("Medullary carcinoma, NOS; Rectum", ["rectal"]),
        ("8041/3 Small cell carcinoma, NOS - PANCREAS", ["pancreatic-neuroendocrine-carcinoma"]),
        ("Clear cell adenocarcinoma of the cervix uteri", ["cervical-adenocarcinoma"]),
        ("Verrucous carcinoma of the bladder", ["bladder-squamous"]),
        ("Mediastinal mixed non-seminomatous germ cell tumor", ["germ-cell"]),
        ("Colorectal Burkitt lymphoma", ["burkitt-lymphoma"]),
        ("Colorectal DLBCL", ["dlbcl"]),
        ("Osteosarcoma of the breast", ["osteosarcoma"]),
        ("Basal cell carcinoma of skin of nose", ["basal-cell"]),
        ("Mammary analog secretory carcinoma of salivary gland", ["salivary-gland"]),
        ("Childhood acute basophilic leukemia", ["childhood-aml"]),
        ("Unspecified malignant neoplasm of skin of eyelid", ["nonmelanoma-skin"]),
        ("solid tumor or lymphoma", ["tumor-agnostic", "lymphoma"]),
    ],
)
def test_a_histology_lies_where_the_string_says(cancers: Resolver, text: str, ids: list[str]) -> None:
    assert sorted(cancers.resolve(text).ids) == sorted(ids)


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("[M]Hypernephroma", ["renal-cell-carcinoma"]),
        ("Appendix (V9)", ["appendix"]),
        ("NET Pancreas [8th: 2018-2023]", ["pancreatic-neuroendocrine"]),
        ("Urothelial carcinoma (C65.9, C66.9, C67._, C68._) [2018+]", ["urothelial-carcinoma"]),
        ("Atypical medullary carcinoma (C50._)", ["breast"]),
        ("Stage IIID Cutaneous (Skin) Melanoma", ["cutaneous-melanoma"]),
        ("Stage 0 rectal cancer", ["carcinoma-in-situ"]),
        ("Carcinoma ex pleomorphic adenoma of parotid", ["parotid"]),
        ("Gastric NEC", ["gastric-neuroendocrine"]),
        ("NHL (C77)", ["non-hodgkin-lymphoma"]),
        ("Metastatic cancer to the bone", ["bone-metastases"]),
    ],
)
def test_notes_beside_a_name_are_taken_out(cancers: Resolver, text: str, ids: list[str]) -> None:
    assert sorted(cancers.resolve(text).ids) == sorted(ids)


@pytest.mark.parametrize(
    "text",
    [
        "Metastatic Malignant Neoplasm in the Adult Brain",
        "thrombocytosis",
        "Myotonic disorder NEC",
        "Lactation dis NEC-deliv",
        "Ectopic hamartomatous thymoma",
    ],
)
def test_what_is_no_cancer_of_its_own_stays_unanswered(cancers: Resolver, text: str) -> None:
    assert cancers.resolve(text).ids == []


@pytest.mark.parametrize(
    ("text", "one", "review"),
    [
        ("colon cancer, no KRAS mutation", "colon", "yes"),
        ("ROS1 rearrangement absent, adenocarcinoma of lung", "lung-adenocarcinoma", "yes"),
        ("left breast not HER2", "", "no"),
        ("cervical meningioma", "meningioma", "no"),
        ("Granular cell carcinoma", "", "no"),
        ("Adenocarcinoma, NOS (C18.7)", "colon-adenocarcinoma", "no"),
        ("Clear cell adenofibroma (C56.9)", "", "no"),
        ("papillary bladder cancer", "bladder", "yes"),
        ("lung, melanoma", "melanoma", "yes"),
        ("Breast Carcinoma Metastatic in the Skin", "breast", "no"),
        ("bladder tumor of low malignant potential", "", "no"),
        ("TCGA-ESCA", "esophageal", "no"),
        ("intracranial germ cell tumor", "cns-germ-cell", "no"),
    ],
)
def test_what_stands_beside_a_cancer_is_weighed(cancers: Resolver, text: str, one: str, review: str) -> None:
    found = cancers.resolve(text)
    assert (found.id, found.review) == (one, review)
