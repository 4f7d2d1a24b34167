"""Labels of registries, codes beside words and codes of studies are read as what they are."""

from __future__ import annotations

import pytest

from immunocli.names.resolve import Resolver

SURE = {
    # Codes of ICD-O and ICD-10 beside words.
    "C34.1 Upper lobe, lung": "lung",
    "C50-Breast": "breast",
    "ICD-10: C50.9": "breast",
    "NHL (C82-C86, C96)": "non-hodgkin-lymphoma",
    "C44.9 Skin, NOS 8720/3": "cutaneous-melanoma",
    "C18.0 Cecum; 8140/3 Adenocarcinoma, NOS": "colon-adenocarcinoma",
    "8140/3 Adenocarcinoma, NOS C18.7 Sigmoid colon": "colon-adenocarcinoma",
    "M-8500/3": "breast-ductal",
    "8720/3": "melanoma",
    "8500/2 Intraductal carcinoma, noninfiltrating, NOS": "dcis",
    "9530/0 Meningioma, NOS": "meningioma",
    "C81-C96": "hematologic-malignancies",
    # What is benign, uncertain, spread or in situ, and histologies of any organ.
    "8720/0 Nevus": "",
    "8140/3": "",
    "8140/6 Adenocarcinoma, metastatic, NOS": "",
    "8000/1 Neoplasm, uncertain whether benign or malignant": "",
    "8010/9": "",
    "D12.6 Benign neoplasm of colon": "",
    "C78.7 Secondary malignant neoplasm of liver": "",
    "Benign neoplasm of larynx": "",
    # What is left out.
    "All sites but C44": "",
    "Skin (non-melanoma)": "nonmelanoma-skin",
    "Colorectal Cancer Liver Metastases": "colorectal",
    # Titles of ICD in other languages, and what they bar.
    "Bösartige Neubildung des Zungengrundes": "base-of-tongue",
    "Bösartige Neubildung der Niere, ausgenommen Nierenbecken": "kidney",
    "Neoplasia maligna da glândula parótida": "parotid",
    "Tumor maligno del estómago": "stomach",
    "Gutartige Neubildung der Brustdrüse": "",
    "Sekundäre bösartige Neubildung der Leber": "",
    "Antécédents familiaux de tumeur maligne du sein": "",
    "Verdacht auf bösartige Neubildung der Lunge": "",
    "Neubildung unsicheren Verhaltens der Harnblase": "",
    # Genes, proteins, firms and words in capitals that look like a short name.
    "B-cell lymphoma 2 (BCL2)": "",
    "myeloid leukemia 1": "",
    "PTC Inc.": "",
    "HAND OR WRIST PROC": "",
    "Call": "",
    # A word said again, or more nearly, in brackets.
    "Liver (Hepatocellular) Cancer": "hepatocellular-carcinoma",
    "Intraocular (Uveal) Melanoma": "uveal-melanoma",
    "leukemia (cel)": "leukemia",
    "Squamous cell carcinoma of base of tongue (disorder)": "base-of-tongue",
    "Chronic Myelomonocytic Leukemia-1": "cmml",
    # Short titles of ICD-9.
    "HODGKINS DIS NOS HEAD": "hodgkin-lymphoma",
    "ANAPLAST LYMPH UNSP XTRNDL": "systemic-alcl",
    "AC LYMPH LEUK W RMSION": "all",
    "MAL NEO LYMPH-AXILLA/ARM": "",
    "Mal neo splenic flexure": "colon",
    # Studies and trials.
    "TCGA LUAD primary tumor": "lung-adenocarcinoma",
    "luad_tcga_pan_can_atlas_2018": "lung-adenocarcinoma",
    "TCGA-TGCT": "testicular-germ-cell",
    "CLLE-ES": "cll",
    "R/R T-ALL": "t-all",
    "T-Cell": "",
    "CD19+ B-cell malignancies": "",
    "PD-L1 positive NSCLC": "nsclc",
    "IDC left breast": "breast-ductal",
    # Tests, risks and histories.
    "risk of breast cancer": "",
    "myeloma panel": "",
    "leukemia inhibitory factor": "",
    "h/o breast ca": "",
    # Numbered lists of registries, labels of cell lines, short names in small letters.
    "9.3.5.1 Rectum - neuroendocrine": "rectal-neuroendocrine",
    "9.2.3 Salivary gland": "salivary-gland",
    "2.1.4 Primary mediastinal large B-cell excluded from DLBCL": "pmbcl",
    "urinary_tract": "",
    "untreated aml": "aml",
    "lymphoma_DLBCL": "dlbcl",
    "pancreatic ductal adenocarcinoma (pdac)": "pancreatic-adenocarcinoma",
    # Codes: one of ICD-10 is no concept of the NCI Thesaurus.
    "C34.11": "lung",
    "C84.63": "systemic-alcl",
    # The skin, in situ, spread, and carcinoids of organs.
    "Malignant melanoma of unspecified part of face": "cutaneous-melanoma",
    "Squamous cell carcinoma of skin of nose": "cutaneous-squamous-cell",
    "Carcinoma in situ of larynx": "carcinoma-in-situ",
    "Melanoma in situ of lip": "melanoma-in-situ",
    "Malignant neoplasm of liver, secondary": "",
    "malignant carcinoid of colon": "colorectal-neuroendocrine",
    "Colon excluding appendix - neuroendocrine": "colorectal-neuroendocrine",
    "Multiple endocrine neoplasia [MEN] type I": "",
    "Amyloidosis NOS": "",
    "adult myelodysplastic syndrome": "myelodysplastic-syndromes",
    "Foliclar lymph grade II, nodes of ing region and lower limb": "follicular-lymphoma",
    # Other things that look alike.
    "arg-leu-ile": "",
    "neo-renal": "",
    "Undescended testicle, unspecified": "",
    "nerve, olfactory": "",
    "120/80": "",
}


@pytest.mark.parametrize(("text", "ids"), SURE.items())
def test_a_label_is_read_without_a_doubt(text: str, ids: str, cancers: Resolver) -> None:
    match = cancers.resolve(text)
    told = f"{text!r}: {match.id or 'nothing'}, {match.match}, unread {match.unread!r}"
    assert match.id == ids, told
    assert match.review == "no", told


@pytest.mark.parametrize(("text", "ids"), [("hcc", "hepatocellular-carcinoma"), ("all", ""), ("nb", "")])
def test_a_lowered_abbreviation_is_a_gene_or_a_cancer_for_review_and_a_word_is_none(
    text: str, ids: str, cancers: Resolver
) -> None:
    match = cancers.resolve(text)
    assert (match.id, match.review) == (ids, "yes" if ids else "no")


@pytest.mark.parametrize("text", ["TGCT", "PNET", "PBL"])
def test_a_short_name_of_two_cancers_names_both(text: str, cancers: Resolver) -> None:
    match = cancers.resolve(text)
    assert len(match.ids) == 2
    assert match.review == "yes"


@pytest.mark.parametrize(
    ("text", "ids"),
    {
        "Ovarin Cancer": "ovarian",
        "liver cancar": "liver",
        "triple negitive breast cancer": "triple-negative-breast",
        "synovial sacroma": "synovial-sarcoma",
    }.items(),
)
def test_a_misspelled_cancer_is_found_for_review(text: str, ids: str, cancers: Resolver) -> None:
    match = cancers.resolve(text)
    assert (match.id, match.match, match.review) == (ids, "spelling", "yes")


@pytest.mark.parametrize("text", ["Kidney and Renal Pelvis", "Larynx & hypopharynx"])
def test_several_organs_of_a_label_are_all_named(text: str, cancers: Resolver) -> None:
    match = cancers.resolve(text)
    assert len(match.ids) == 2
    assert match.review == "yes"


def test_ids_stand_in_one_order_whatever_the_order_of_the_names(therapies: Resolver) -> None:
    for text in ("nivolumab + ipilimumab", "opdivo/yervoy", "yervoy/opdivo", "ipi + nivo", "nivo+ipi"):
        assert therapies.resolve(text).id == "ipilimumab;nivolumab", text


@pytest.mark.parametrize(
    ("text", "cancer"),
    [
        ("Gyn Onc: uterine serous, stage III", "endometrial-serous"),
        ("Neuro-onc: GBM, MGMT unmethylated", "glioblastoma"),
        ("Thoracic MDM: RUL adenocarcinoma, EGFR del19", "egfr-mutated-nsclc"),
        ("Endocrine TB: PTC, tall cell", "thyroid-papillary"),
        ("Thoracic MDM: no adenocarcinoma", ""),
        ("HPB MDT: liver mets", ""),
    ],
)
def test_the_heading_of_a_tumor_board_is_for_review(text: str, cancer: str, cancers: Resolver) -> None:
    match = cancers.resolve(text)
    assert (match.id or "") == cancer
    assert match.review == ("yes" if cancer else "no")
