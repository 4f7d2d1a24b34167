"""Orders and notes name a drug among words that were not met; a person looks, and what denies it still does."""

from __future__ import annotations

import pytest

from immunocli.names.resolve import Resolver

DOUBTFUL = {
    # A dose right behind a short name tells it.
    "BCG 81 mg/53 mL instill, clamp foley, turn q15": "bcg",
    "TDM1 3.6 mg/kg, plt 98, LVEF stable": "trastuzumab-emtansine",
    "SG 10 mg/kg D1 reduce 25% neutropenia": "sacituzumab-govitecan",
    "pola C4 1.8 mg/kg neuropathy check": "polatuzumab-vedotin",
    "D-VRD NDMM": "daratumumab",
    "Dara-CyBorD light chain": "daratumumab",
    "carbo/etop/durva ES-SCLC q21": "durvalumab",
    # What is not known of a drug, and what may be given with it, denies nothing.
    "TECENTRIQ dose not reported": "atezolizumab",
    "OPDIVO EVERY OTHER WEEK? PATIENT NOT CERTAIN": "nivolumab",
    "platinum doublet w/ or w/o atezolizumab": "atezolizumab",
    "Chemotherapie mit oder ohne Bevacizumab": "bevacizumab",
    "No known allergies. Pembrolizumab 200 mg IV": "pembrolizumab",
    "own supply? no. Rituximab 1000 mg day 1": "rituximab",
    "PreHevbrio 3-antigen adult": "hepatitis-b-vaccine",
    # Labels tell when a sample was taken, and columns what was given before.
    "PT12_pre_ipilimumab_PBMC_CD8": "ipilimumab",
    "PRIOR_THERAPY__rituximab": "rituximab",
    "urine_N803_intravesical": "nogapendekin-alfa-inbakicept",
    # One misspelled name of a short note.
    "Opdvio C3": "nivolumab",
    "Tecarrtus MCL": "brexucabtagene-autoleucel",
    "Bavensio maintenence": "avelumab",
    "polatuzimab vedotin w/ R-CHP": "polatuzumab-vedotin;rituximab",
    "cetuximub FOLFIRI": "cetuximab",
    "Opdualagg melanoma q4": "nivolumab;relatlimab",
    "9vHPV series complete, registry upload": "human-papillomavirus-9-valent-vaccine",
    "HPV4 male age 17, historical record": "human-papillomavirus-quadrivalent-vaccine",
}
SURE = {
    "九价HPV疫苗": "human-papillomavirus-9-valent-vaccine",
    "HPV九價疫苗": "human-papillomavirus-9-valent-vaccine",
    "9価HPVワクチン": "human-papillomavirus-9-valent-vaccine",
    "HPV 9가 백신": "human-papillomavirus-9-valent-vaccine",
    "HPV vaccin vierwaardig": "human-papillomavirus-quadrivalent-vaccine",
    "szczepionka dwuwalentna HPV": "human-papillomavirus-bivalent-vaccine",
    "čtyřvalentní HPV vakcína": "human-papillomavirus-quadrivalent-vaccine",
    "Gardasil à 9 valences": "human-papillomavirus-9-valent-vaccine",
    "維布妥昔單抗": "brentuximab-vedotin",
    "達雷妥尤單抗 皮下注射": "daratumumab",
    "恩美曲妥珠單抗": "trastuzumab-emtansine",
    "Perjeta840then420": "pertuzumab",
    "Tivdak2.0mg/kg": "tisotumab-vedotin",
}
NONE = """no pembrolizumab|Opdivo not started|nivolumab not yet received|D/c. pembrolizumab|no prev. Keytruda
Allergies. Cetuximab|never. Rituximab|No known response. nivolumab stopped|pre-nivolumab|prior rituximab
HPV4 DNA positive|HPV 4 positive cervical swab|HPV9 genotype|HPV42|HPV検測 二価|四价流感疫苗|23价肺炎疫苗|信迪利單抗
IL-2 10 ng/ml stimulation of cells|SG 1.5 mg/dl, leukocytes|ampicilina EV 50 mg/kg niño|RP1 10 mg retinitis
Optivo Energy Kft|OPTIVO ENERGY KFT|Imfinity Corp|Avasten hotel|Kymria Rose|Ziehera Street|Herceptest C2|Provenge street
Imelda Padua rash|Padova reparto 3|Elahera Spa day pass""".replace("\n", "|").split("|")


@pytest.mark.parametrize(("text", "ids"), DOUBTFUL.items())
def test_a_person_looks_at_a_note(text: str, ids: str, therapies: Resolver) -> None:
    match = therapies.resolve(text)
    assert (match.id, match.review) == (ids, "yes")


@pytest.mark.parametrize(("text", "ids"), SURE.items())
def test_all_of_it_is_read(text: str, ids: str, therapies: Resolver) -> None:
    match = therapies.resolve(text)
    assert match.id == ids


@pytest.mark.parametrize("text", NONE)
def test_what_is_denied_or_another_thing_is_none(text: str, therapies: Resolver) -> None:
    assert therapies.resolve(text).id == ""
