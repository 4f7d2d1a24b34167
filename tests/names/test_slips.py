"""Names cut off, misspelled, written in other scripts or denied, each rule by its examples."""

from __future__ import annotations

import re

import pytest

from immunocli.names.glued import parted, uninflected
from immunocli.names.resolve import Resolver
from immunocli.names.sounds import sound
from immunocli.names.spelling_candidates import rivals
from immunocli.names.tokens import Cutter
from immunocli.names.truncated_names import CutOff
from immunocli.store.typed_store import Store

CUT = {
    "ALDESLEUK 22MU": "aldesleukin",
    "PEMBROLIZUM INJ 100MG": "pembrolizumab",
    "ATEZOLIZUMA 1200": "atezolizumab",
    "TRASTUZUMAB-DK": "trastuzumab",
    "IPILIM 50MG": "ipilimumab",
    "AFAMITR INJ": "afamitresgene-autoleucel",
    "TRASTUZUMAB EMT 100MG": "trastuzumab-emtansine",
    "TRASTUZUMAB DER": "trastuzumab-deruxtecan",
    "FAM-TRASTUZUMAB": "trastuzumab-deruxtecan",
    "BEV 400 MG": "bevacizumab",
    "INTERFERON ALF 3MU": "",
    "IPILIM": "",
    "BRENT 50MG": "",
    "METOPROL 50MG": "",
}
MISSPELLED = {
    "kee truda": "pembrolizumab",
    "pembro lizumb": "pembrolizumab",
    "tecentreq": "atezolizumab",
    "inhertu": "trastuzumab-deruxtecan",
    "gemperli": "dostarlimab",
    "perjetta": "pertuzumab",
    "panitumab": "panitumumab",
    "cituximab": "cetuximab",
    "trastuzu amb deruxtecan": "trastuzumab-deruxtecan",
    "PRODENSE 10ML": "",
    "Ovestin": "",
    "provenir": "",
    "de no": "",
    "EXTREME 100MG INJ": "",
    "nivolumabb + ipilimumabb": "ipilimumab;nivolumab",
    "nhertu": "trastuzumab-deruxtecan",
    "olumvi": "glofitamab",
    "nylotarg": "gemtuzumab-ozogamicin",
    "abecna": "idecabtagene-vicleucel",
    "carvicty": "ciltacabtagene-autoleucel",
    "ipilimumad": "ipilimumab",
    "nivolumap 240 mg": "nivolumab",
    "GEMTUZMAB OZGAMICN INJ": "gemtuzumab-ozogamicin",
    "ITERFERON ALFA-2A": "interferon-alfa-2a",
    "gardisil 9": "human-papillomavirus-9-valent-vaccine",
    "Mohammad": "",
    "cervix": "",
}
SCRIPTS = {
    "注射用曲妥珠单抗 440mg": "trastuzumab",
    "トラスツズマブ エムタンシン注射液 100mg": "trastuzumab-emtansine",
    "트라스투주맙 엠탄신100mg": "trastuzumab-emtansine",
    "трастузумаб дерукстекан100mg": "trastuzumab-deruxtecan",
    "Опдиво 40 мг флакон": "nivolumab",
    "пембролизумабом 200 мг": "pembrolizumab",
    "трастузумаба эмтанзина": "",
    "без пембролизумаба": "",
    "метопролол 50 мг": "",
}
DENIED = (
    "nivolumab declined",
    "pembrolizumab (refused)",
    "rituximab: never",
    "Pembrolizumab - NO",
    "trastuzumab biosimilar not dispensed",
    "nivolumab not given",
    "Allergies: trastuzumab (rash)",
    "w/o rituximab",
    "kein Rituximab",
    "rituximab omitted",
    "anti-rituximab antibody titer",
)


@pytest.mark.parametrize(("text", "named"), [*CUT.items(), *MISSPELLED.items(), *SCRIPTS.items()])
def test_what_is_read(therapies: Resolver, text: str, named: str) -> None:
    assert therapies.resolve(text).id == named


@pytest.mark.parametrize("text", [text for text, named in {**CUT, **MISSPELLED}.items() if named])
def test_what_is_guessed_is_looked_at(therapies: Resolver, text: str) -> None:
    assert therapies.resolve(text).review == "yes"


@pytest.mark.parametrize("text", DENIED)
def test_what_is_denied_is_not_given(therapies: Resolver, text: str) -> None:
    assert not therapies.resolve(text).ids


@pytest.mark.parametrize("text", ["off label pembrolizumab", "nivolumab, not pembrolizumab"])
def test_what_is_given_beside_a_denial(therapies: Resolver, text: str) -> None:
    assert len(therapies.resolve(text).ids) == 1


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("HPV 9-VALENT RECOMB VACCINE IM SUSY", "human-papillomavirus-9-valent-vaccine"),
        ("MCD CHILD VAC (HPV 9 VAL IM)", "human-papillomavirus-9-valent-vaccine"),
        ("H PAPILLOMAVIRUS VAC,QVAL (PF) IM SUSP", "human-papillomavirus-quadrivalent-vaccine"),
        ("HUMAN PAPILLOMA VIRUS QUADRIVALENT (3 DOSE SCHEDULE)", "human-papillomavirus-quadrivalent-vaccine"),
        ("HPV 16 and 18 DNA", ""),
        ("HPV 9 genotyping", ""),
        ("influenza vaccine quadrivalent", ""),
    ],
)
def test_a_vaccine_by_how_many_types_it_holds(therapies: Resolver, text: str, named: str) -> None:
    assert therapies.resolve(text).id == named


@pytest.mark.parametrize(
    "text",
    [
        "PERTUZUMAB DEFEROXAMINE ZIRCONIUM ZR-89",
        "Receptors, Interleukin-2",
        "DARATUMUMAB SPECIFIC IMMUNOFIXATION",
    ],
)
def test_a_label_a_receptor_or_a_test_is_no_drug(therapies: Resolver, text: str) -> None:
    assert not therapies.resolve(text).ids


def test_a_radioactive_drug_bears_its_label(therapies: Resolver) -> None:
    assert therapies.resolve("I131 Bexxar").id == "tositumomab"


def test_an_antibody_after_a_name_is_looked_at(therapies: Resolver) -> None:
    assert therapies.resolve("denosumab antibody").review == "yes"
    assert therapies.resolve("denosumab 60 mg").review == "no"


def test_beginnings_lead_to_names_that_begin_so(therapies: Resolver, kept: Store) -> None:
    names = kept.names("therapy")
    words = [entry[2] for entry in names.values() if entry[0] and entry[1] == "name"]
    for word in words:
        if not re.fullmatch("[A-Za-z]{9,}", word):
            continue
        for length in range(7, len(word)):
            begun = word[:length].upper()
            found = therapies.resolve(f"{begun} 100MG")
            fit = {
                one for plain, entry in names.items() if plain.startswith(begun.lower()) for one in entry[0]
            }
            assert set(found.ids) <= fit, begun
            assert not found.ids or found.review == "yes" or begun.lower() in names, begun


def test_a_beginning_of_two_records_or_of_a_stranger_is_none() -> None:
    entries = {
        plain: [[record], "name", plain]
        for plain, record in (
            ("avelumab", "avelumab"),
            ("avelumabfoo", "foo"),
            ("interferonalfa2a", "a"),
            ("interferonalfa2b", "b"),
            ("keytruda", "keytruda"),
        )
    }
    cut = CutOff(entries, ["keytrudel"])
    one = cut.one("avelumam"[:7])
    assert one is not None and one[0] == ["avelumab"]
    assert cut.one("interfe") is None
    assert cut.one("keytrud") is None
    assert cut.one("avelu") is None


def test_what_sounds_alike() -> None:
    for one, other in (("tecentreq", "tecentriq"), ("inhertu", "enhertu"), ("ophatumumab", "ofatumumab")):
        assert sound(one) == sound(other)
    assert sound("nivolumab") != sound("pembrolizumab")


def test_strangers_that_begin_or_sound_like_ours_are_rivals() -> None:
    found = rivals(["keytruda"], ["xyzmab", "aspirin"], ["keytrak", "kaitrada", "aspirin"])
    assert found == ["kaitrada", "keytrak", "xyzmab"]


@pytest.mark.parametrize("text", [*SCRIPTS, "点滴静注用オプジーボ240mg", "2b100mg é", "注射用", "키트루다주"])
def test_parted_words_are_all_of_the_string(text: str, kept: Store) -> None:
    tokens = Cutter().cut(text)
    pieces = parted(tokens, kept.around("therapy"))
    assert "".join(piece.gap + piece.text for piece in pieces) == "".join(
        token.gap + token.text for token in tokens
    )
    assert all(text[piece.start : piece.end] == piece.text for piece in pieces)


def test_cases_of_cyrillic_words() -> None:
    assert "китруда" in uninflected("китруду")
    assert "ниволумаб" in uninflected("ниволумабом")
    assert uninflected("nivolumaba") == []
