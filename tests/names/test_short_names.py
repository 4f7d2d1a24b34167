"""Short names, regimens and cut names count where how they are written, or what is beside them, tells them from words."""

from __future__ import annotations

import pytest

from immunocli.names.resolve import Resolver

READ = {
    # Short names with their sign, other words behind them.
    "autologous anti-CD19 CAR-T, tisa-cel, bag 1 of 1": "tisagenlecleucel",
    "Liso-cel: CD8 component 4 vials": "lisocabtagene-maraleucel",
    "ide-cel salvage after 4 lines": "idecabtagene-vicleucel",
    "T-DXd 6.4 mg/kg (dose expansion NSCLC HER2m)": "trastuzumab-deruxtecan",
    "Dato-DXd lead-in, TNBC": "datopotamab-deruxtecan",
    # Regimens.
    "D-VRd quad induction, ASCT candidate": "daratumumab",
    "A+AVD stage III HL": "brentuximab-vedotin",
    "EV/P 1L mUC": "enfortumab-vedotin;pembrolizumab",
    "TCHP neoadj": "pertuzumab;trastuzumab",
    "STRIDE (T300+D) HCC": "durvalumab;tremelimumab",
    "HD IL-2 bolus, metastatic RCC": "aldesleukin",
    "mFOLFOX6-pani left sided RASwt": "panitumumab",
    "EPd: elo-pom-dex": "elotuzumab",
    "N-803 + BCG papillary only cohort B": "bcg;nogapendekin-alfa-inbakicept",
    "BCG induction 6 weekly instillations + sasanlimab": "bcg",
    # Short descriptors of billing codes.
    "INJ NIVOL RELATLIMAB 3MG/1MG J9298": "nivolumab;relatlimab",
    "Inj, pertuzu, trastuzu, 10 mg": "pertuzumab;trastuzumab",
    "INJ POLATUZU VEDO 1MG J9309": "polatuzumab-vedotin",
    "INJ TRASTUZU DERU 1 MG": "trastuzumab-deruxtecan",
    "Inj bevacizum-bvzr bio 10 mg": "bevacizumab",
    # Codes, reports of side effects, price lists.
    "IDEC-C2B8 chimeric antibody": "rituximab",
    "TIVDAK /12107301/ dry eye": "tisotumab-vedotin",
    "Mvasi vial 25mg/ml x 4ml, contract tier 2": "bevacizumab",
    # Vaccines.
    "Hep B, adolescent or pediatric (CVX 08)": "hepatitis-b-vaccine",
    "HPV-Impfstoff 2-valent, Fertigspritze": "human-papillomavirus-bivalent-vaccine",
    "birth dose HBV vaccine 5mcg R thigh": "hepatitis-b-vaccine",
    "qHPV vaccine arm, V501-020 men": "human-papillomavirus-quadrivalent-vaccine",
    "HPV9 dose 3 L deltoid": "human-papillomavirus-9-valent-vaccine",
    "HPV Impfung 9-valent Junge": "human-papillomavirus-9-valent-vaccine",
    "HBV-Impfstoff Erwachsene": "hepatitis-b-vaccine",
    # What kind of patients are treated.
    "Isa-VRd transplant ineligible": "isatuximab",
    # A misspelled international name among words that are not read.
    "Ritiximab infusion began, then rigors": "rituximab",
    "isatuxamab + pom/dex": "isatuximab",
    "ofatumimab 300mg test dose CLL": "ofatumumab",
}
NONE = [
    "saline matching nivolumab, Arm C", "INJ TRASTUZU DUOC 1 MG", "INJ SACITUZU TIRU 1 MG", "INJ INFLIXI 10 MG J1745",
    "trastuzumeb duocarmazine", "no pembrolizamab given", "natalizamab infusion at the clinic", "T-DXd-PP",
    "rituximabsunirine", "DNUTUXIMAB BEAT APFIRON", "Talqu J9271",
    "GM-CSF secretion by tumor cells", "IL-2 secreted on day 3", "STRIDE gait study",
    "HBV DNA vaccine", "HBV viral load dose 3", "HPV4 genotype",
    "rituximab refractory", "EPD waveforms",
    "prior tisa-cel, bag empty", "axi-cel-naive", "Provenance: pertuzu",
]  # fmt: skip


@pytest.mark.parametrize(("text", "ids"), READ.items())
def test_a_short_name_is_read(text: str, ids: str, therapies: Resolver) -> None:
    match = therapies.resolve(text)
    assert match.id == ids, f"{match.match}, unread {match.unread!r}"


@pytest.mark.parametrize("text", [text for text in READ if text.startswith(("INJ", "Inj"))])
def test_a_cut_name_is_for_review(text: str, therapies: Resolver) -> None:
    assert therapies.resolve(text).review == "yes"


@pytest.mark.parametrize("text", NONE)
def test_it_is_not_read(text: str, therapies: Resolver) -> None:
    assert not therapies.resolve(text).ids


@pytest.mark.parametrize("text", ["EV+", "(EV)", "RP1 *"])
def test_a_sign_at_its_end_makes_a_short_name_no_surer(text: str, therapies: Resolver) -> None:
    assert therapies.resolve(text).review == "yes"


@pytest.mark.parametrize("text", ["RP1-313L4.2", "RP1-15D23", "RP1-102E24.8"])
def test_a_clone_of_human_dna_is_no_code(text: str, therapies: Resolver) -> None:
    assert not therapies.resolve(text).ids


@pytest.mark.parametrize("text", ["iDCs", "RARs", "HgSOC", "myeloid", "plasma cell", "Ovarian epithelial"])
def test_letters_of_something_else_and_tissues_are_for_review(text: str, cancers: Resolver) -> None:
    assert cancers.resolve(text).review == "yes"


@pytest.mark.parametrize("text", ["IDCS", "RARS", "Rars", "Nsclc", "nsclc", "plasma cell neoplasm"])
def test_short_names_in_their_own_letters_are_not(text: str, cancers: Resolver) -> None:
    assert cancers.resolve(text).review == "no"
