"""What stands beside the name of a drug denies it, contradicts it, or says that another thing is meant."""

from __future__ import annotations

import pytest

from immunocli.names.resolve import Resolver

NONE = (
    """
ipilimumab 0 mg|0 Keytruda|Opdivo: 0|atezolizumab 0.0 mg|durvalumab dc'd|rituximab d/c'd|d/c cetuximab|pre-nivolumab
avelumab ❌|✗ Yervoy|cemiplimab 350 mg 🚫|ipilimumab (-)|nivolumab in brother|Keytruda in mother
trastuzumab-vcMMAE|rituximab-vc-MMAE|cetuximab-mcMMAF 3 mg/kg|pertuzumab-SN38
Mrs. Opdivo|Dr Yervoy|Prof. Keytruda|Herceptin Avenue|Avastin Road
recombinant murine GM-CSF|mouse interleukin-2|IL-2, murine|rat IL-2 20 ng/ml|PMab-117|prog on atezo/bev
""".replace("\n", "|")
    .strip("|")
    .split("|")
)

DOUBTFUL = {
    "Yervoy (nivolumab)": "ipilimumab;nivolumab",
    "Tecentriq = durvalumab": "atezolizumab;durvalumab",
    "avelumab 800 mg [Imfinzi]": "avelumab;durvalumab",
    "-nivolumab": "nivolumab",
    "!rituximab": "rituximab",
    "Keytruda 200 mg?": "pembrolizumab",
    "nivolumab vaccine": "nivolumab",
    "sacituzumab govitecan biosimilar": "sacituzumab-govitecan",
    "nivolumab/placebo": "nivolumab",
    "placebo/atezolizumab": "atezolizumab",
    "cemiplimab versus chemotherapy": "cemiplimab",
    "docetaxel vs nivolumab": "nivolumab",
}

SURE = {
    "Yervoy (ipilimumab)": "ipilimumab",
    "nivolumab 0.5 mg": "nivolumab",
    "- nivolumab": "nivolumab",
    "pre-filled syringe denosumab 60 mg": "denosumab",
    "trastuzumab biosimilar": "trastuzumab",
    "recombinant human IL-2": "aldesleukin",
    "nivolumab IV vs SC": "nivolumab",
    "阿替利珠单抗联合贝伐珠单抗": "atezolizumab;bevacizumab",
    "帕妥珠单抗和曲妥珠单抗": "pertuzumab;trastuzumab",
}

FOUND = {
    "enco + cetux SEER": "cetuximab",
    "mFOLFOX6-Pmab RAS": "panitumumab",
    "Dara-Teclis MajesTEC": "daratumumab;teclistamab",
    "GO + 7+3 induction CBF": "gemtuzumab-ozogamicin",
    "zolbe/capox SPOTLIGHT": "zolbetuximab",
    "Opdivo, anticorps, forfait GHS": "nivolumab",
    "HPV-Schutzimpfung 9-fach (STIKO)": "human-papillomavirus-9-valent-vaccine",
    "hepatitis-B-vaccinatie kind": "hepatitis-b-vaccine",
    "nivolumab_RCC_S07_plasma": "nivolumab",
    "crc_panitumumab_resistant_org": "panitumumab",
    "ipi1mgkg": "ipilimumab",
    "her2_tdxd_case_4": "trastuzumab-deruxtecan",
    "durva_nonresp_CD8": "durvalumab",
    "bevecizumab ophtalmologique": "bevacizumab",
    "tremelimunab 300 mg / durvalumab 1500 mg": "durvalumab;tremelimumab",
    "Hereptin": "trastuzumab",
    "Avastim": "bevacizumab",
}


@pytest.mark.parametrize("text", NONE)
def test_no_such_drug_is_given(text: str, therapies: Resolver) -> None:
    assert therapies.resolve(text).id == ""


@pytest.mark.parametrize(("text", "ids"), (DOUBTFUL | FOUND).items())
def test_a_person_should_look(text: str, ids: str, therapies: Resolver) -> None:
    match = therapies.resolve(text)
    assert (match.id, match.review) == (ids, "yes")


@pytest.mark.parametrize(("text", "ids"), SURE.items())
def test_these_are_read_in_full(text: str, ids: str, therapies: Resolver) -> None:
    match = therapies.resolve(text)
    assert (match.id, match.review) == (ids, "no")


@pytest.mark.parametrize(
    "text", ["herpetin", "ovastim", "erastin", "perceptin", "ram", "dhap", "folfox/carbo D1"]
)
def test_strangers_stay_strangers(text: str, therapies: Resolver) -> None:
    assert therapies.resolve(text).id == ""


def test_a_stranger_with_a_dose_is_told(therapies: Resolver) -> None:
    told = therapies.resolve("siltuximab").evidence
    assert told and therapies.resolve("siltuximab 11 mg/kg in D5W").evidence == told
