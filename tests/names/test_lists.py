"""Lists of two cancers, groups, studies and headings of registries are read in full, or a person is asked to look."""

from __future__ import annotations

import pytest

from immunocli.names.resolve import Resolver


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Thymomas and Thymic Carcinomas", ["thymic-carcinoma", "thymoma"]),
        ("Neuroendocrine and Adrenal Tumors", ["adrenal", "neuroendocrine"]),
        ("Neuroblastoma and ganglioneuroblastoma", ["ganglioneuroblastoma", "neuroblastoma"]),
        ("Mycosis Fungoides and Other Cutaneous T-Cell Lymphomas", ["ctcl"]),
        ("Wilms Tumor and Other Childhood Kidney Tumors", ["kidney"]),
        ("X(a) Intracranial and intraspinal germ cell tumors", ["cns-germ-cell"]),
        ("VIII(a) Osteosarcomas", ["osteosarcoma"]),
        ("IX. Rhabdomyosarcomas", ["rhabdomyosarcoma"]),
        ("bcc_unige_2016", ["basal-cell"]),
        ("nccrcc_genentech_2014", ["renal-cell-carcinoma"]),
        ("skcm_mskcc_2014", ["cutaneous-melanoma"]),
        ("lung_NSCLC_adenocarcinoma", ["lung-adenocarcinoma"]),
        ("NSCLC adenocarcinoma", ["lung-adenocarcinoma"]),
        ("Human epidermal growth factor 2 positive carcinoma of breast (disorder)", ["her2-positive-breast"]),
        ("Ovarian Cancer/Fallopian Tube Cancer/Primary Peritoneal Cancer", ["ovarian"]),
        ("Colorectal cancer | colon cancer | rectal cancer", ["colorectal"]),
        ("DLBCL, follicular lymphoma", ["dlbcl", "follicular-lymphoma"]),
    ],
)
def test_what_is_listed_or_numbered_is_read(cancers: Resolver, text: str, ids: list[str]) -> None:
    found = cancers.resolve(text)
    assert (found.ids, found.review) == (ids, "no")


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Plasmozytom [Multiples Myelom]", ["multiple-myeloma"]),
        ("Melanoma and other skin cancers", ["skin"]),
        ("lung and melanoma", ["melanoma"]),
    ],
)
def test_what_a_list_leaves_open_is_looked_at(cancers: Resolver, text: str, ids: list[str]) -> None:
    found = cancers.resolve(text)
    assert (found.ids, found.review) == (ids, "yes")


@pytest.mark.parametrize("text", ["Ductal and Lobular Neoplasms", "lung_report_2018"])
def test_what_names_no_cancer_by_itself_is_none(cancers: Resolver, text: str) -> None:
    assert cancers.resolve(text).ids == []
