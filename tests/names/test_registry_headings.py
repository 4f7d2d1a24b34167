"""Headings of registries' lists, codes of studies with a subtype, short names beside codes, two cancers in one string."""

import pytest

from immunocli.names.resolve import Resolver

HEADINGS = {
    "CI5-XI: Pancreas (C25)": "pancreatic",
    "CI5 XII Mouth (C03-06)": "oral",
    "20060 Nasopharynx": "nasopharyngeal",
    "21045 Transverse Colon": "colon",
    "SEER site recode 27040: Ovary": "ovarian",
    "NORDCAN entity 280 Kidney": "kidney",
    "GLOBOCAN 2022 Hypopharynx (C12-13)": "hypopharyngeal",
    "NCRAS: Head and neck - Larynx": "laryngeal",
    "NDRS: Lung - non-small cell": "nsclc",
    "EUROCARE-6: Stomach": "stomach",
    "Tumour site: C50 Breast": "breast",
    "Danish Cancer Registry: Vulva": "vulvar",
}
NAMED = {
    "RARECARENet L2: Epithelial tumours of thymus": "thymic-epithelial",
    "ICCC-3 IX(a) Rhabdomyosarcomas": "rhabdomyosarcoma",
    "SEER recode 36020 Kaposi Sarcoma": "kaposi-sarcoma",
    "AIHW group: Head and neck cancer (including lip)": "head-and-neck",
    "C88.0 Waldenström macroglobulinaemia (WHO 2019)": "waldenstrom",
    "C91.01 ALL, in remission": "all",
    "C92.40 APL, not in remission": "apl",
    "C4A.9 MCC, unspecified": "merkel-cell",
    "Prim cnslymph unsp xtrndl": "primary-cns-lymphoma",
    "Mal neo ampulla of vater": "ampullary",
    "tcga_ucs": "uterine-carcinosarcoma",
    "PCAWG Liver-HCC": "hepatocellular-carcinoma",
    "oncotree:luad": "lung-adenocarcinoma",
    "Hist 9680 Beh 3": "dlbcl",
}
FOR_REVIEW = {
    "TCGA COAD-MSI": "colon-adenocarcinoma",
    "STAD-EBV": "gastric-adenocarcinoma",
    "TCGA SARC-LMS": "leiomyosarcoma",
    "brca_metabric": "breast",
    "8046/3": "nsclc",
    "ALL": "all",
    "Breast ca 2011 and melanoma 2020": "melanoma",
    "breast cancer with melanoma": "melanoma",
    "MFH with CEL": "undifferentiated-pleomorphic-sarcoma",
    "HCC or cholangiocarcinoma": "cholangiocarcinoma;hepatocellular-carcinoma",
}
NONE = (
    "27130 Hip",
    "CI5: Liver cirrhosis",
    "SEER Smith, kidney stones",
    "37000 Miscellaneous",
    "COAD-X1",
    "27040 muscle",
)


@pytest.mark.parametrize(("text", "cancer"), HEADINGS.items())
def test_an_organ_in_a_registrys_heading_is_its_cancer_for_review(
    cancers: Resolver, text: str, cancer: str
) -> None:
    match = cancers.resolve(text)
    assert (";".join(match.ids), match.review) == (cancer, "yes")


@pytest.mark.parametrize(("text", "cancer"), NAMED.items())
def test_a_cancer_in_a_heading_or_by_a_code_that_agrees_is_sure(
    cancers: Resolver, text: str, cancer: str
) -> None:
    match = cancers.resolve(text)
    assert (";".join(match.ids), match.review) == (cancer, "no")


@pytest.mark.parametrize(("text", "cancer"), FOR_REVIEW.items())
def test_what_is_told_in_part_is_for_review(cancers: Resolver, text: str, cancer: str) -> None:
    match = cancers.resolve(text)
    assert (";".join(match.ids), match.review) == (cancer, "yes")


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_heading_of_a_cancer_names_none(cancers: Resolver, text: str) -> None:
    assert not cancers.resolve(text).ids
