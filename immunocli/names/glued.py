"""Parts what other scripts write as one word: `注射用` and a name, a name and `注射液` or `100мг`."""

from __future__ import annotations

import re

from immunocli.names.doses import is_amount, is_packed
from immunocli.names.forms import normalize
from immunocli.names.tokens import Token

TYPE_CHECKING = False
if TYPE_CHECKING:
    from immunocli.names.reading import Hit

# The longest amount that a word may end in, and the shortest: 20mg, and the 1 of `120mgシリンジ1`.
_AMOUNTS_AT_END = (
    re.compile(r"(.*?[^\W\d_])(\d+[^\W\d_]*\d?)$"),
    re.compile(r"(.*[^\W\d_])(\d+[^\W\d_]*\d?)$"),
)
_AMOUNT_BEHIND = re.compile(r"([a-z]{5,})(\d+[a-z]+)$")
# What is written together with a name without a blank: its form, and what denies it.
_FORMS = (
    "form", "packing", "route", "trial", "not-given", "not-given-after", "not-given-around", "not-given-either",
)  # fmt: skip
# Chinese, Japanese and Korean letters: these part no words.
_NO_SPACES = "\u1100"
# What joins drugs in one word: 帕妥珠单抗联合曲妥珠单抗.
_JOINED = re.compile("(联合|聯合|联用|聯用|併用|并用|合用|병용|(?<=抗)(?:和|与|與|及|加|跟|並|并))")
_LEAST_NAME = 2
_LONGEST_FORM = 8
# Cases of Russian, Ukrainian, Bulgarian and Serbian nouns, and how the first case ends.
_CASES = ("ами", "ями", "ом", "ем", "ой", "ою", "ов", "ам", "ах", "ът", "а", "у", "е", "ы", "и", "я", "ю")
_FIRST_CASE = ("", "а", "я", "о", "й", "ь")
_LEAST_INFLECTED = 6
# How price lists shorten a word that names of ours end in; behind a hyphen it is part of a brand: Sci-B-Vac.
_VACCINE = ("vac", "vacc", "vaccn", "vcc")


def parted(tokens: list[Token], roles: dict[str, str]) -> list[Token]:
    """Return the words of a string that is not all ASCII, each apart from its amount and form.

    Args:
        tokens: its words, as they were cut.
        roles: of the words around names.
    """
    found: list[Token] = []
    for token in tokens:
        if token.text.isascii() and token.text.isalpha():
            found.append(token)
            continue
        pieces = [
            piece
            for part in ([token.text] if token.plain in roles else _JOINED.split(token.text))
            if part
            for piece in _pieces(part, roles)
        ]
        start, gap = token.start, token.gap
        for piece in pieces:
            whole = token if len(pieces) == 1 else Token(piece, normalize(piece), start, gap, token.depth)
            found.append(whole)
            start, gap = start + len(piece), ""
    return found


def apart(tokens: list[Token], roles: dict[str, str]) -> list[Token]:
    """Return the words of an ASCII string, a long word apart from the amount written behind it."""
    found: list[Token] = []
    for token in tokens:
        if token.text.endswith("TM") and token.text[-3:-2].islower():  # CervarixTM
            token = Token(token.text[:-2], token.plain[:-2], token.start, token.gap, token.depth)
        elif token.plain in _VACCINE and token.gap != "-":
            token = Token(token.text, "vaccine", token.start, token.gap, token.depth)
        plain = token.plain
        glued = None if plain.isalpha() or not plain[-1:].isalpha() else _AMOUNT_BEHIND.match(plain)
        if glued and len(token.text) == len(plain):
            amount = glued[2]
            if is_amount(amount, roles) or is_packed(amount, roles):
                cut = len(glued[1])
                found.append(Token(token.text[:cut], glued[1], token.start, token.gap, token.depth))
                found.append(Token(token.text[cut:], amount, token.start + cut, "", token.depth))
                continue
        found.append(token)
    return found


def is_suffix(token: Token, hit: Hit, tokens: list[Token]) -> bool:
    """Say whether a word is the four letters that tell one maker's product from another's."""
    before = tokens[hit.last - 1].plain
    return len(token.plain) == 4 and token.plain.isalpha() and len(before) >= 5 and before.isalpha()


def uninflected(plain: str) -> list[str]:
    """Return the forms that a Cyrillic word may have in the first case, when it stands in another."""
    if not "\u0400" <= plain[:1] <= "\u04ff" or len(plain) < _LEAST_INFLECTED:
        return []
    return [
        plain[: -len(ending)] + first
        for ending in _CASES
        if plain.endswith(ending)
        for first in _FIRST_CASE
        if first != ending
    ]


def _pieces(text: str, roles: dict[str, str]) -> list[str]:
    """Return a word in pieces: what stands before a name, the name, then forms, packings and amounts by turns."""
    before: list[str] = []
    behind: list[str] = []
    while text:
        piece = "" if text[-1] >= _NO_SPACES else _amount_behind(text, roles)
        if not piece and max(text) < _NO_SPACES:
            break
        if not piece:
            if not before:
                before, text = _form_before(text, roles)
            piece = _form_behind(text, roles) or _amount_behind(text, roles)
            if not piece:
                break
        text = text[: -len(piece)]
        behind.insert(0, piece)
    return [*before, text, *behind]


def _amount_behind(text: str, roles: dict[str, str]) -> str:
    """Return the amount that a word ends in; empty when it ends in none."""
    for ending in () if text.isalpha() else _AMOUNTS_AT_END:
        found = ending.match(text)
        if found and is_amount(normalize(found[2]), roles):
            return found[2]
    return ""


def _form_before(text: str, roles: dict[str, str]) -> tuple[list[str], str]:
    """Return the form that a word begins with, if any, and the rest."""
    for end in range(min(_LONGEST_FORM, len(text) - _LEAST_NAME), _LEAST_NAME - 1, -1):
        if roles.get(normalize(text[:end])) in _FORMS:
            return [text[:end]], text[end:]
    return [], text


def _form_behind(text: str, roles: dict[str, str]) -> str:
    """Return the longest form that a word ends in; empty when it ends in none."""
    for start in range(max(_LEAST_NAME, len(text) - _LONGEST_FORM), len(text)):
        if not text[start].isascii() and roles.get(normalize(text[start:])) in _FORMS:
            return text[start:]
    return ""
