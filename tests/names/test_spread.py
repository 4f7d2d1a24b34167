"""A metastasis is of the cancer that spread; melanomas and neuroendocrine cancers of an organ are told as its own."""

from __future__ import annotations

import pytest

from immunocli.names.resolve import Resolver

OF_PRIMARY = (
    ("liver metastases of colorectal cancer", "colorectal"),
    ("lung metastasis of renal cell carcinoma", "renal-cell-carcinoma"),
    ("skin metastasis from breast cancer", "breast"),
    ("metastases of melanoma", "melanoma"),
    ("bone mets, breast primary", "breast"),
    ("secondary liver cancer, colon primary", "colon"),
    ("bone mets, primary breast carcinoma", "breast"),
    ("hepatic metastases due to colon adenocarcinoma", "colon-adenocarcinoma"),
    ("lung mets secondary to melanoma", "melanoma"),
)
NONE = ("metastasis of the liver", "lymph node metastasis of unknown primary", "mets to the brain")
OF_ORGANS = (
    ("Metastatic melanoma to small bowel", "melanoma"),
    ("metastatic melanoma to the liver and brain", "melanoma"),
    ("Mets prostate CA to bone", "prostate"),
    ("follicular variant of papillary thyroid carcinoma", "thyroid-papillary"),
    ("High-grade serous carcinoma of both ovaries", "ovarian-high-grade-serous"),
    ("Ductal carcinoma in situ; no invasive carcinoma identified", "dcis"),
    ("NHL - follicular gr 1-2", "follicular-lymphoma"),
    ("Refractory Peripheral T-Cell Lymphoma, Not Otherwise Specified", "ptcl-nos"),
    ("ROS1 rearrangement negative lung adenocarcinoma", "lung-adenocarcinoma"),
    ("Philadelphia Chromosome-Negative B-ALL, relapsed", "ph-negative-b-all"),
    (
        "Mixed germ cell tumor of right testis: embryonal carcinoma 60%, yolk sac tumor 40%",
        "testicular-germ-cell",
    ),
    ("melanoma of the vagina", "mucosal-melanoma"),
    ("primary sinonasal melanoma", "mucosal-melanoma"),
    ("neuroendocrine carcinoma of endometrium", "uterine-neuroendocrine"),
    ("carcinoid tumor of vermiform appendix", "appendix-neuroendocrine"),
    ("SCC of eyelid", "cutaneous-squamous-cell"),
)


@pytest.mark.parametrize(("text", "one"), [*OF_PRIMARY, *OF_ORGANS])
def test_the_cancer_that_is_meant_is_found(cancers: Resolver, text: str, one: str) -> None:
    assert cancers.resolve(text).ids == [one]


@pytest.mark.parametrize("text", NONE)
def test_where_it_spread_to_is_no_cancer_of_that_organ(cancers: Resolver, text: str) -> None:
    assert not set(cancers.resolve(text).ids) & {"liver", "brain", "lymphoma"}


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("lung and melanoma", "lung"),
        ("melanoma / colon", "colon"),
        ("C4819; C60", "C4819"),
        ("SCC and BCC", "SCC"),
        ("squamous cell and basal cell carcinomas", "squamous"),
        ("papillary and follicular thyroid cancer", "papillary"),
    ],
)
def test_no_part_of_a_list_is_dropped_unsaid(cancers: Resolver, text: str, left: str) -> None:
    match = cancers.resolve(text)
    assert (match.review, match.unread) == ("yes", left)
