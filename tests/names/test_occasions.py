"""A drug that tells why another is given, and what only looks like a short name of one, is not given."""

from __future__ import annotations

import pytest

from immunocli.names.resolve import Resolver

NONE = """
ondansetron 8 mg IV premed, sacituzumab govitecan|acetaminophen 650 mg PO prophylaxis, rituximab
prednisone 60 mg taper for nivolumab colitis|methylprednisolone 1 g from ipilimumab|Pneumovax 0.5 mL before rituximab
TSH q6wk on pembrolizumab|acyclovir 400 mg BID while on daratumumab|potassium chloride 40 mEq, cetuximab hypomagnesemia
lubricating eye drops (Tivdak eye care kit)|fludarabine 30 mg/m2 lymphodepletion before Kymriah
R-2 TAB|R2-10 tablets|nivo 30 caps|DOSTA 4000IU 30 TABS|NOVEX ORAL SPRAY 10 ML|ONTAC GEL|FIRST FOOD POWDER(RICE) 400GM
STRIDE INC. DL -,0001|EV Ltd|AUTO1 Group SE|T-47D///BR.T.47D|Agent R-2 (Earth-616)|amilaz|r-squared
response to interleukin-2|interleukin-2 production|regulation of IL-2 secretion|Lamin B1 Antibody (919022)
InVivoSIM anti-human PD-1 (Nivolumab Biosimilar), 5 mg|CD20 Antibody (10F381 (rituximab)) [DyLight 350]
pharmDx nivolumab|فاكسيني|رابيس فاكسيني|فرنسا|فرانسي لايت 1 ميلك|Opdivo support center phone call
trastuzumab emtansine drug rep lunch, Kadcyla
""".strip().replace("\n", "|").split("|")  # fmt: skip

SURE = {
    "Arm III (dinutuximab, irinotecan, temozolomide)": "dinutuximab",
    "dinutuximab/irinotecan/temozolomide/sargramostim": "dinutuximab;sargramostim",
    "axitinib 5 mg BID with avelumab": "avelumab",
    "bendamustine 90 mg/m2 day 1, rituximab 375 mg/m2": "rituximab",
    "fludarabine 25 mg/m2 then Yescarta": "axicabtagene-ciloleucel",
    "diphenhydramine 50 mg premed, amivantamab 1050 mg IV": "amivantamab",
    "KEYTRUDA 100MG/4ML I.V. INF. VIAL": "pembrolizumab",
    "XGEVA 120 MG VIAL S.C. INJ.": "denosumab",
    "PADCEV E.V. 20 MG PD. FOR I.V. INF. VIAL": "enfortumab-vedotin",
    "INTRON A 18M.I.U/3ML VIAL MULTIDOSE.": "interferon-alfa-2b",
    "Gardasil 9, Injektionssuspension gebrauchsfertig": "human-papillomavirus-9-valent-vaccine",
    "ALDARA 50MG/G CREME DERM. SACHES 0,25G (UND)": "imiquimod",
    "LEVAMISOLE 40MG 3 TAB.": "levamisole",
    "Injection, bevacizumab, 10 mg (EXCLUDES BIOSIMILAR)": "bevacizumab",
    "Sipuleucel-T, minimum of 50 million autologous cd54+ cells activated with pap-gm-csf, including leukapheresis "
    "and all other preparatory procedures, per infusion": "sipuleucel-t",
    "جارداسيل فاكسيني": "human-papillomavirus-quadrivalent-vaccine",
    "Bortezomib 1.3 mg/m2 SQ; dara faspro 1800 mg SQ wk 3": "daratumumab",
    "EV + P front line mUC": "enfortumab-vedotin;pembrolizumab",
}

DOUBTFUL = {
    "S/P Unituxin cycle 4 of 5, morphine gtt": "dinutuximab",
    "MED HX: Campath x12 wks 2008": "alemtuzumab",
    "Plan: C14 durva today, TSH ok": "durvalumab",
    "got all 3 hep B shots before nursing school": "hepatitis-b-vaccine",
    "registry: sacituzumabgovitekan, linje 2": "sacituzumab-govitecan",
    "NCI_N87_T_DM1_resistant_pool": "trastuzumab-emtansine",
    "ovary_mirvetuximab_FOLR1hi_screen": "mirvetuximab-soravtansine",
    "FCR 1L CLL 2012": "rituximab",
}

# Behind words of no tumor NEC is "not elsewhere classified"; a part of the body alone is no cancer for sure.
NO_CANCER = ("Curvature of spine NEC", "Median nerve lesion NEC", "Disorders of pancreas NEC")
PARTS = (
    "endocrine gland",
    "Dome of bladder",
    "upper gastrointestinal",
    "germ cell",
    "ovary primitive sex cords",
)


@pytest.mark.parametrize("text", NONE)
def test_nothing_is_given(text: str, therapies: Resolver) -> None:
    assert therapies.resolve(text).ids == []


@pytest.mark.parametrize(("text", "ids"), SURE.items())
def test_it_is_read_in_full(text: str, ids: str, therapies: Resolver) -> None:
    match = therapies.resolve(text)
    assert (match.id, match.review) == (ids, "no")


@pytest.mark.parametrize(("text", "ids"), DOUBTFUL.items())
def test_it_is_for_review(text: str, ids: str, therapies: Resolver) -> None:
    match = therapies.resolve(text)
    assert (match.id, match.review) == (ids, "yes")


@pytest.mark.parametrize("text", NO_CANCER)
def test_not_elsewhere_classified_is_no_cancer(text: str, cancers: Resolver) -> None:
    assert cancers.resolve(text).ids == []


@pytest.mark.parametrize("text", PARTS)
def test_a_part_alone_is_for_review(text: str, cancers: Resolver) -> None:
    assert cancers.resolve(text).review == "yes"


def test_a_cancer_of_a_part_is_sure(cancers: Resolver) -> None:
    for text in ("germ cell tumor", "pancreas NEC", "bladder dome cancer"):
        assert cancers.resolve(text).review == "no"
