"""Strings of price lists, notes and scanned pages are read whole, and what a drug did is not the drug."""

from __future__ import annotations

import pytest

from immunocli.names.resolve import Resolver

SURE = {
    # Vaccines as price lists shorten them, by the types that they hold, and in other languages.
    "HEPATITIS B VAC RECOMBINANT 20 MCG/ML IM SUSP": "hepatitis-b-vaccine",
    "HEP B VACC ADULT 1 ML": "hepatitis-b-vaccine",
    "Sci-B-Vac": "hepatitis-b-vaccine",
    "VACUNA ANTIHEPATITIS B AM": "hepatitis-b-vaccine",
    "vacina papilomavirus humano 6, 11, 16 e 18": "human-papillomavirus-quadrivalent-vaccine",
    "vacuna papilomavirus humano tipos 16 y 18": "human-papillomavirus-bivalent-vaccine",
    # Numbers and forms written right behind a name, and makers in the brackets of Japanese lists.
    "가다실9프리필드시린지": "human-papillomavirus-9-valent-vaccine",
    "ベバシズマブBS点滴静注400mg「日医工」": "bevacizumab",
    # Cycles and days.
    "ipi/nivo C2": "ipilimumab;nivolumab",
    "pembrolizumab C4D1": "pembrolizumab",
    "Mylotarg associated with chemotherapy": "gemtuzumab-ozogamicin",
    "Onco BCG 40 mg Serum Institute": "bcg",
    # What a drug did, what it is measured by, what is put off, what only bears its name.
    "nivolumab-induced colitis": "",
    "pembrolizumab thyroiditis": "",
    "hepatitis due to ipilimumab": "",
    "bevacizumab-associated hypertension": "",
    "infliximab anti-drug antibody": "",
    "Nivolumab anti-drug antibody (ADA)": "",
    "daratumumab interference": "",
    "cetuximab deferred": "",
    "89Zr-DFO-trastuzumab": "",
    "67Cu-cetuximab": "",
    "human papillomavirus types 16 and 31 vaccine": "",
    # Another drug beside two letters that are ours in other strings.
    "Mupirocin 2% cream 10 g S&G": "",
}
REVIEWED = {
    "ipi1imumab 50 mg": "ipilimumab",
    "0pdivo": "nivolumab",
    "Keytrucla": "pembrolizumab",
    "Irnfinzi": "durvalumab",
}


@pytest.mark.parametrize(("text", "ids"), SURE.items())
def test_a_string_is_read_without_a_doubt(text: str, ids: str, therapies: Resolver) -> None:
    match = therapies.resolve(text)
    assert (match.id, match.review) == (ids, "no"), f"{text!r}: {match.match}, unread {match.unread!r}"


@pytest.mark.parametrize(("text", "ids"), REVIEWED.items())
def test_a_string_is_read_for_review(text: str, ids: str, therapies: Resolver) -> None:
    match = therapies.resolve(text)
    assert (match.id, match.review) == (ids, "yes"), f"{text!r}: {match.match}, unread {match.unread!r}"


@pytest.mark.parametrize(
    ("text", "review"),
    [
        ("ipilimumab or nivolumab", "yes"),
        ("pembrolizumab versus placebo", "yes"),
        ("ipilimumab and nivolumab", "no"),
    ],
)
def test_of_two_that_are_a_choice_it_is_not_known_which_is_given(
    text: str, review: str, therapies: Resolver
) -> None:
    assert therapies.resolve(text).review == review
