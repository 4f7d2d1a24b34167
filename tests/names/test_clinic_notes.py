"""What clinicians write short about a patient is read for review; a payer's mark is no cancer of the liver."""

from __future__ import annotations

import pytest

from immunocli.names.resolve import Resolver

FOR_REVIEW = {
    "58F LUL adenocarcinoma, ALK+": "alk-positive-nsclc",
    "71 yo M w/ RUL SCC, PD-L1 80%": "nsclc-squamous",
    "54F lung adenoCA, EGFR exon 20 ins": "egfr-exon-20-nsclc",
    "NSCLC, EGFR wt, ALK neg": "nsclc",
    "mCRC RAS wt, BRAF V600E, 2L": "braf-v600e-colorectal",
    "colon ca, MLH1/PMS2 loss": "msi-h-dmmr-colon",
    "Non-MSI-H metastatic colorectal cancer": "mss-pmmr-colorectal",
    "Breast ca ER- PR- HER2 3+": "her2-positive-breast",
    "Breast cancer metastasized to liver (HCC)": "breast",
    "L breast IDC ER+/PR+/HER2-": "hr-positive-her2-negative-breast",
    "Breast cancer, HER2 2+, FISH positive": "her2-positive-breast",
    "Breast cancer, HER2 2+, FISH negative": "her2-low-breast",
    "Breast carcinoma, HER2 2+ equivocal, FISH pending": "breast",
    "HER2-negative breast cancer, HER2 positive": "her2-negative-breast",
    "R/R DLBCL post CAR-T": "dlbcl",
    "ccRCC s/p nephrectomy, lung mets, IMDC intermediate": "clear-cell-renal",
    "SCCa larynx, T3N0": "laryngeal",
    "SCCA of left vocal cord": "glottic",
    "WD NET of jejunum with liver mets": "small-intestine-neuroendocrine",
    "MTC, RET M918T, on selpercatinib": "thyroid-medullary",
    "Breast, left, biopsy: IDC grade 3, ER 0%, PR 0%, HER2 0": "triple-negative-breast",
    "Bladder, TURBT: urothelial carcinoma, HG, invading muscularis propria": "muscle-invasive-bladder",
    "Bladder, TURBT: papillary urothelial carcinoma, noninvasive, pTa": "non-muscle-invasive-bladder",
    "TCC": "urothelial-carcinoma",
    "NEC": "neuroendocrine",
}
SURE = {
    "Malignant neoplasm of prostate (HCC)": "prostate",
    "Malignant neoplasm of prostate (HCC) [C61]": "prostate",
    "CLL (chronic lymphocytic leukemia) (HCC)": "cll",
    "Multiple myeloma (CMS-HCC)": "multiple-myeloma",
    "Hepatocellular carcinoma (HCC)": "hepatocellular-carcinoma",
    "Breast ca ER neg/PR neg/HER2 neg": "triple-negative-breast",
    "VaIN 2": "vaginal-precancer",
    "High-grade PIN, prostate": "prostate-precancer",
    "Endometrial intraepithelial neoplasia (atypical hyperplasia)": "endometrial-precancer",
    "Adenocarcinoma in situ of lung": "lung-in-situ",
    "Liver mets, primary unknown": "unknown-primary",
    "Secondary breast cancer in the lung": "breast",
    "squamous cell carcinoma of the scalp": "cutaneous-squamous-cell",
    "urothelial cancer that began in the renal pelvis": "renal-pelvis",
}
NOTHING = [
    "Secondary malignant neoplasm of liver (HCC)",
    "Chronic hepatitis C without hepatic coma (HCC)",
    "Type 2 diabetes mellitus (HCC)",
    "h/o breast ca, now NED",
    "no evidence of RCC s/p nephrectomy",
    "r/o lymphoma, s/p biopsy",
    "mother with breast cancer ER+",
    "s/p L mastectomy",
    "COPD, RLL pneumonia",
    "HER2 testing pending",
    "CKD stage 3, eGFR 45",
    "R renal cyst",
    "Fibroadenoma of right breast",
    "BI-RADS 4 mass, left breast",
    "B16 melanoma-bearing C57BL/6 mice",
    "secondary liver cancer",
]


@pytest.mark.parametrize(("text", "cancer"), FOR_REVIEW.items())
def test_a_note_is_read_for_review(text: str, cancer: str, cancers: Resolver) -> None:
    match = cancers.resolve(text)
    assert (match.id, match.review) == (cancer, "yes")


@pytest.mark.parametrize(("text", "cancer"), SURE.items())
def test_a_mark_a_grade_or_a_place_of_spread_changes_nothing(
    text: str, cancer: str, cancers: Resolver
) -> None:
    match = cancers.resolve(text)
    assert (match.id, match.review) == (cancer, "no")


@pytest.mark.parametrize("text", NOTHING)
def test_a_note_of_no_cancer_names_none(text: str, cancers: Resolver) -> None:
    assert cancers.resolve(text).id == ""


def test_what_of_a_note_was_not_told_is_said(cancers: Resolver) -> None:
    match = cancers.resolve("62M, RLL adeno, EGFR ex19del, PD-L1 40%")
    assert match.id == "egfr-mutated-nsclc"
    assert match.unread == "62M;PD-L1 40%"
