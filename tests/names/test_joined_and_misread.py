"""Names beside partners, packing, classes and headings, and with digits for letters, are read; what only looks so is not."""

from __future__ import annotations

import pytest

from immunocli.names.resolve import Resolver

DOUBTFUL = {
    # What is given beside a drug, or from what it is taken up, bars no name.
    "Mvasi 100 mg + filter needle": "bevacizumab",
    # A heading is no part of a name.
    "Phase Ib: N-803 plus BCG by catheter, weeks 1-6": "bcg;nogapendekin-alfa-inbakicept",
    "NAI plus BCG by catheter": "bcg;nogapendekin-alfa-inbakicept",
    "Test regimen: toripalimab-gemcitabine-cisplatin, nasopharynx": "toripalimab",
    "Test article: nivolumab": "nivolumab",
    # Days of two drugs, cycles, and a regimen joined to a drug.
    "GO + DA 3+10": "gemtuzumab-ozogamicin",
    "GO + IA 3+7": "gemtuzumab-ozogamicin",
    "BR x 6 (bendamustine ritux) WM": "rituximab",
    "R-CHOP-ibrutinib": "rituximab",
    # Cells: a blank for the hyphen, and what they bear.
    "cilta cel out of spec, EAP": "ciltacabtagene-autoleucel",
    "axi cel LBCL": "axicabtagene-ciloleucel",
    "CTL019 (murine CAR) paediatric relapse post SCT": "tisagenlecleucel",
    "bb2121 (anti-BCMA CAR)": "idecabtagene-vicleucel",
    # A class and the beginning of a name explain each other.
    "anti-PD1 (nivo)": "nivolumab",
    "PD-1 (nivo)": "nivolumab",
    "nivo (anti-PD1)": "nivolumab",
    "PD-L1 (atezo)": "atezolizumab",
    "checkpoint inhibitor (pembro)": "pembrolizumab",
    # For whom a vaccine is.
    "hep B, adolescent or pediatric": "hepatitis-b-vaccine",
    "Hep-B ped": "hepatitis-b-vaccine",
    "HepB-recombinant": "hepatitis-b-vaccine",
    # A dose without its unit, and what a drug bridges to.
    "pembro 200": "pembrolizumab",
    "atezo 1200": "atezolizumab",
    "blina bridge to alloSCT": "blinatumomab",
    # What one drug did not help is given another.
    "BCG-unresponsive NMIBC, pembrolizumab": "pembrolizumab",
    "rituximab-refractory FL, obinutuzumab": "obinutuzumab",
    # Labels of samples.
    "ipi_nivo_responder_stool_16S": "ipilimumab;nivolumab",
    "nivo_rela_tumor_rna": "nivolumab;relatlimab",
    "pembro_axi_tumor": "pembrolizumab",
    # Digits for the letters that they look like, also where the rest looks like an amount.
    "DURVALUM4B 10mg/kg": "durvalumab",
    "HERCEPT1N SC": "trastuzumab",
    "K3YTRUDA": "pembrolizumab",
    "T3CVAYLI": "teclistamab",
    # Brands of biosimilars that are licensed.
    "ruxeince biosimilar": "rituximab",
    "Kanjnti 420": "trastuzumab",
    "Zirabav 100 mg": "bevacizumab",
    "Truxma 500 mg": "rituximab",
    "mirvetuxumab soravtansine AIBW": "mirvetuximab-soravtansine",
}
SURE = {
    "OGIVRI 420 MG MULTI-DOSE VIAL + BWFI": "trastuzumab",
    "Herzuma 420mg + SWFI": "trastuzumab",
    "Test product: bevacizumab biosimilar": "bevacizumab",
    "vaccin nonavalent contre les papillomavirus humains": "human-papillomavirus-9-valent-vaccine",
    "vacuna nonavalente contra el VPH": "human-papillomavirus-9-valent-vaccine",
    "vacuna nonavalente contra los virus del papiloma humano": "human-papillomavirus-9-valent-vaccine",
    "vacina nonavalente contra o papilomavirus humano": "human-papillomavirus-9-valent-vaccine",
    "vaccino nonavalente contro il papillomavirus umano": "human-papillomavirus-9-valent-vaccine",
    "Impfstoff gegen HPV, neunvalent": "human-papillomavirus-9-valent-vaccine",
    "Neunvalenter Impfstoff gegen humane Papillomviren": "human-papillomavirus-9-valent-vaccine",
    "vaccin bivalent contre le papillomavirus": "human-papillomavirus-bivalent-vaccine",
    "cilta cel infusion": "ciltacabtagene-autoleucel",
    "IFN alfa-2b adjuvant": "interferon-alfa-2b",
}
NONE = """BR x 24 hours|BR x 3 days|EV x 2|GO + DA|rituximab test|test for rituximab levels|ω interferon alfa-2b
IL-2, mouse|CTL019 mouse model|hep B patient|hep B adult carrier|hep B infant exposure|hepatitis B adult
HepB recombinant antigen|hep B surface antigen adult|human papillomavirus 2 0.5 ML|vaccin tétravalent contre la dengue
vacuna contra el dengue tetravalente|vaccin quadrivalent contre la grippe|PD-1 (22C3)|PD-1 (nivo) IHC|PD-1 (nivo) resistance
PD (nivo)|anti-nivo|no PD-1 (nivo)|prior PD1 (nivo)|gem_cis_serum|ipi_nivo_naive|5INTILIMAB|HLX04B4
EXTREM3 POVERTY|NOVE x 6|EV + BWFI|Truxtun|Kanjani
Zirabad place|nivo 33|pembro 2020|blina bridge|Keytruda Bridge|IFN-alpha 2b levels|refractory to nivolumab, ipilimumab
nivolumab-refractory melanoma
nivolumab- or pembrolizumab-refractory melanoma|rituximab-allergic, obinutuzumab-allergic
BCG-refractory, not for pembrolizumab""".replace("\n", "|").split("|")


@pytest.mark.parametrize(("text", "ids"), DOUBTFUL.items())
def test_a_person_looks_at_what_is_told_in_part(text: str, ids: str, therapies: Resolver) -> None:
    match = therapies.resolve(text)
    assert (match.id, match.review) == (ids, "yes")


@pytest.mark.parametrize(("text", "ids"), SURE.items())
def test_all_of_it_is_read(text: str, ids: str, therapies: Resolver) -> None:
    match = therapies.resolve(text)
    assert (match.id, match.review) == (ids, "no")


@pytest.mark.parametrize("text", NONE)
def test_what_only_looks_so_is_none(text: str, therapies: Resolver) -> None:
    assert therapies.resolve(text).id == ""
