"""Regimens with amounts, cases and forms of other languages, slips in other scripts, and what denies there."""

from __future__ import annotations

import pytest

from immunocli.names.resolve import Resolver

# Text, ids joined by `;`, and whether a person should look.
READ = {
    "Nivo 1 mg/kg + Ipi 3 mg/kg, dose 2 of 4": ("ipilimumab;nivolumab", "no"),
    "EV 1.25 mg/kg + pembro 200 mg": ("enfortumab-vedotin;pembrolizumab", "no"),
    "EV + pembro 1L la/mUC": ("enfortumab-vedotin;pembrolizumab", "no"),
    "pembrolizumab 200 mg EV": ("pembrolizumab", "no"),
    "TCHP q21d x 6": ("pertuzumab;trastuzumab", "yes"),
    "nivo maint q4wk, PD liver": ("nivolumab", "yes"),
    "OPDIVO [Suspect]": ("nivolumab", "no"),
    "nivolumabas 10 mg/ml koncentratas infuziniam tirpalui": ("nivolumab", "yes"),
    "trastuzumabem": ("trastuzumab", "yes"),
    "rituksimabs koncentrats infūziju šķīduma pagatavošanai": ("rituximab", "yes"),
    "西妥昔单抗溶液 100mg:20ml": ("cetuximab", "no"),
    "重组人干扰素α2b注射液 300万IU": ("interferon-alfa-2b", "no"),
    "シルガード9水性懸濁筋注シリンジ": ("human-papillomavirus-9-valent-vaccine", "no"),
    "ニボルマブ・イピリムマブ併用療法": ("ipilimumab;nivolumab", "no"),
    "キートルーダ点滴静注100mg": ("pembrolizumab", "yes"),
    "帕博利株单抗": ("pembrolizumab", "yes"),
    "бевацезумаб": ("bevacizumab", "yes"),
    "пембролизумап 200 мг": ("pembrolizumab", "yes"),
    "адалимумап": ("", "no"),
    "MabTherra": ("rituximab", "yes"),
    "lmfinzi 1500 mg q4w": ("durvalumab", "yes"),
    "pembroluzimab IV q3 weeks": ("pembrolizumab", "yes"),
    "Bacilus Calmete-Guerin": ("bcg", "yes"),
    "anyone else get a rash from keytruda after 2nd round?": ("pembrolizumab", "yes"),
}
DENIED = """
pembrolizumab tedavisi almadı
ниволумаб не назначался
ніволумаб не призначався
لم يتلق ريتوكسيماب
no recibió pembrolizumab
pembrolizumab no administrado
nivolumab non somministrato
Pembrolizumab nicht gegeben
pembrolizumab niet gegeben
πεμπρολιζουμάμπη δεν χορηγήθηκε
帕博利珠单抗未使用
ニボルマブ投与なし
펨브롤리주맙 투여하지 않음
nivolumab nebyl podán
nesaņēma nivolumabu
ללא טרסטוזומאב
trastuzumab duocarmazine (SYD985)
trastuzumab rezetecan SHR-A1811
datopotamab xanutecan 5 mg/kg
pembrolizumab vedotin
Interleukin-2, succinyl-
""".strip().splitlines()


@pytest.mark.parametrize(("text", "wanted"), READ.items())
def test_a_string_is_read(text: str, wanted: tuple[str, str], therapies: Resolver) -> None:
    match = therapies.resolve(text)
    assert (match.id, match.review) == wanted, f"{text!r}: unread {match.unread!r}"


@pytest.mark.parametrize("text", DENIED)
def test_what_is_denied_or_another_substance_is_not_found(text: str, therapies: Resolver) -> None:
    assert not therapies.resolve(text).id
