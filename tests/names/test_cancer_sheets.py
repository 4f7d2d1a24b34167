"""Labels of sample sheets name cancers by exact names and known short ones; what is left is for a person."""

from __future__ import annotations

import pytest

from immunocli import Catalogue


@pytest.mark.parametrize(
    ("text", "one", "unread"),
    [
        ("kidney_ccRCC_T3_RNAseq", "clear-cell-renal", "RNAseq"),
        ("MetastaticMelanoma_preTx", "melanoma", "preTx"),
        ("pt07_ovarian_HGSC_ascites", "ovarian-high-grade-serous", "ascites"),
        ("liverMet_CRC_T", "colorectal", "liverMet;T"),
        ("MultipleMyeloma.CD138pos.scRNA", "multiple-myeloma", "CD138pos;scRNA"),
        ("thyroid_medullary_RETm918t", "thyroid-medullary", "RETm918t"),
        ("lung_scc_RUL", "nsclc-squamous", ""),
        ("TNBC_core_2", "triple-negative-breast", "core;2"),
    ],
)
def test_a_label_names_a_cancer(text: str, one: str, unread: str) -> None:
    match = Catalogue().resolve(text, kind="cancer")
    assert (match.ids, match.review, match.unread) == ([one], "yes", unread)


@pytest.mark.parametrize(
    "text",
    [
        "normal_adj_colon_N2", "stomach_fundus_tissue", "normalAdjColon", "HCC_NAT_03", "HealthyDonor_PBMC",
        "lung_T1_biopsy", "colon_normal_1", "MM_CD138_plasma",
    ],
)  # fmt: skip
def test_tissue_alone_is_none(text: str) -> None:
    assert Catalogue().resolve(text, kind="cancer").ids == []
