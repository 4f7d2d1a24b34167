"""Names of ours in scripts and spellings of other languages, and words there that are none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from immunocli.names import scripts
from immunocli.names.resolve import Resolver

# Written by the alphabets' own rules of transcription; the record holds none of these as names.
SAID = (
    ("іпілімумаб", "ipilimumab"),  # Ukrainian
    ("тисагенлеклеуцел", "tisagenlecleucel"),
    ("лонкастуксимаб тезирін", "loncastuximab-tesirine"),
    ("лікування обінутузумабом 1000 мг", "obinutuzumab"),
    ("νιβολουμάμπη", "nivolumab"),  # Greek
    ("πεμπρολιζουμάμπη", "pembrolizumab"),
    ("نيفولوماب 40 ملغ", "nivolumab"),  # Arabic
    ("بيفاسيزوماب", "bevacizumab"),
    ("ניבולומאב", "nivolumab"),  # Hebrew
    ("ნივოლუმაბი", "nivolumab"),  # Georgian
    ("Նիվոլումաբ", "nivolumab"),  # Armenian
)
SPELLED = (
    ("левамізол", "levamisole"),
    ("rytuksymab", "rituximab"),
    ("brentuksymab vedotyna", "brentuximab-vedotin"),
)
# Medicines, towns and words of those languages; some share most of their letters with a name of ours.
NONE = (
    "інфліксимаб", "адалімумаб", "омалізумаб", "прочиняй", "полив'яна", "Христовій", "проливо",
    "инфликсимаб", "Полтава", "μετφορμίνη", "ινφλιξιμάμπη", "إنفليكسيماب", "ميتفورمين", "مستشفى", "אינפליקסימאב",
    "ירושלים", "ინფლიქსიმაბი", "ինֆլիքսիմաբ", "infliksymab", "adalimumabum",
)  # fmt: skip


@pytest.mark.parametrize(("text", "one"), SAID)
def test_a_name_in_another_script_is_surely_ours(therapies: Resolver, text: str, one: str) -> None:
    match = therapies.resolve(text)
    assert (match.ids, match.review) == ([one], "no")


@pytest.mark.parametrize(("text", "one"), SPELLED)
def test_a_name_as_another_language_spells_it_is_for_review(therapies: Resolver, text: str, one: str) -> None:
    match = therapies.resolve(text)
    assert (match.ids, match.match, match.review) == ([one], "spelling", "yes")


@pytest.mark.parametrize("text", NONE)
def test_words_of_other_scripts_are_none_of_ours(therapies: Resolver, text: str) -> None:
    assert therapies.resolve(text).ids == []


def test_a_conjugate_in_another_script_is_not_its_antibody(therapies: Resolver) -> None:
    assert therapies.resolve("трастузумаб емтанзин").ids == ["trastuzumab-emtansine"]


WRITTEN = (
    "абвгґдеєжзиіїйклмнопрстуфхцчшщюя",
    "αβγδεθλμπρστυφχψω",
    "ابتثجخدرسشصطعفقكلمنهوي",
    "אבגדהוזחטיכלמנ",
)


@given(st.sampled_from(WRITTEN).flatmap(lambda letters: st.text(letters, max_size=30)))
def test_what_is_heard_is_plain_letters(text: str) -> None:
    assert scripts.is_other(text) == bool(text)
    heard = scripts.heard(text)
    assert heard == "" or (heard.isascii() and heard.isalpha() and heard[-1] not in scripts.VOWELS)
