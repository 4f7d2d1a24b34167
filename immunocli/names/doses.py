"""Reads amounts: numbers, units, and what was written together with them."""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from immunocli.names.tokens import Token

_NUMBER_WITH = re.compile(r"(\d+)([^\W\d_]+)(\d?)$")
_TIMES = re.compile(r"x\d+$|\d+x$|\d+k$|\d+x\d+[a-z]*\d*$|10e(?:xp)?\d+$")
# A form and how many, or "per" and an amount: SOLN20, P10MG.
_WORD_WITH = re.compile(r"([a-z]+)(\d+)([a-z]*)$")
_LETTERS_THEN_MORE = re.compile(r"([^\W\d_]{4,})(\d+)([^\W\d_]*)(\d?)$")
# Words of these roles may be written together with a number.
WITH_NUMBERS = ("amount", "form", "packing", "route", "dosing")
BILLING = ("billing", "modifier")
_LONGEST_PACKED = 14
_LEAST_FORM = 4
_LEAST_FOREIGN_SCRIPT = 2
# The billing codes of drugs in the United States: J9271, Q5115, C9399.
_BILLED, _LENGTH_BILLED = re.compile(r"[cjq]\d{4}$"), 5


# Which cycle, day or week of a course a note tells: C3, D0, W1, C1D8.
_CYCLE = re.compile(r"c\d{1,2}(?:d\d{1,2})?$|[dw]\d{1,2}$")
_HOW_LONG = frozenset("h hr hrs hour hours min mins minutes d day days".split())
_NUMBER = re.compile(r"\d*")
_INTERVAL = re.compile(r"q\d{1,2}(?:d|days?|w|wks?|weeks?|h|hrs?|m|mo|months?)?$")


def is_cycle(plain: str, *, alone: bool = False) -> bool:
    """Say whether a word tells a cycle or a day: `c1d8`, and behind a drug, not `alone`, also `c3` and `d0`."""
    return _CYCLE.match(plain) is not None and (not alone or plain.count("d") == 1 < plain.find("d"))


def is_interval(plain: str) -> bool:
    """Say whether a word tells after how long a drug is given again: `q3`, `q21days`."""
    return _INTERVAL.match(plain) is not None


def number_of(plain: str) -> str:
    """Return the digits with which a word begins."""
    found = _NUMBER.match(plain)
    return found[0] if found else ""


def is_amount(plain: str, roles: dict[str, str]) -> bool:
    """Say whether a word is a number, with or without a unit: `100`, `240mg`, `x6`."""
    if plain.isdigit():
        return True
    if not any(map(str.isdigit, plain)):
        return False
    found = _NUMBER_WITH.match(plain)
    if found and (roles.get(found[2]) in WITH_NUMBERS or roles.get(found[2] + found[3]) in WITH_NUMBERS):
        return True
    return _TIMES.match(plain) is not None


def begins_amount(tokens: list[Token], place: int, roles: dict[str, str]) -> bool:
    """Say whether a number stands at a place, and its unit behind it, or an x and how often: `x 6`."""
    following = tokens[place + 1].plain if place + 1 < len(tokens) else ""
    if counts(tokens, place):
        return not lasts(tokens, place + 2)
    return tokens[place].plain.isdigit() and tokens[place].gap == " " and roles.get(following) == "amount"


def counts(tokens: list[Token], place: int) -> bool:
    """Say whether an x stands at a place that tells how often: `x 6`."""
    return (
        tokens[place].plain == "x"
        and tokens[place].gap == " "
        and place + 1 < len(tokens)
        and tokens[place + 1].plain.isdigit()
    )


def lasts(tokens: list[Token], place: int) -> bool:
    """Say whether a word behind a number tells how long something lasts: `x 24 hours`."""
    return place < len(tokens) and tokens[place].plain in _HOW_LONG


def is_amount_or_form(plain: str, roles: dict[str, str]) -> bool:
    """Say whether a word may follow a number of an amount: another number, a unit, a form."""
    return roles.get(plain) in WITH_NUMBERS or is_amount(plain, roles)


def is_after_word(plain: str, roles: dict[str, str]) -> bool:
    """Say whether a word is a form and a number, or an amount with "per" before it: `soln20`, `p10mg`."""
    found = _WORD_WITH.match(plain)
    if not found:
        return False
    word, number, unit = found.groups()
    if not unit:
        return len(word) >= _LEAST_FORM and roles.get(word) in ("form", "packing")
    is_word = word == "p" or roles.get(word) in (*WITH_NUMBERS, *BILLING)
    return is_word and (is_amount(number + unit, roles) or is_packed(number + unit, roles))


def is_packed(plain: str, roles: dict[str, str]) -> bool:
    """Say whether a word is several short ones that a charge master wrote as one: `sdvjg`, `16mlinjjwjg`."""
    letters = plain.lstrip("0123456789")
    if not letters.isalpha() or not letters.isascii() or len(letters) > _LONGEST_PACKED:
        return False
    # How many words the first so many letters are, at most, and whether the last is a billing modifier.
    many: dict[int, tuple[int, bool]] = {0: (0, False)}
    for end in range(2, len(letters) + 1):
        for start in [one for one in many if end - one >= 2]:
            role = roles.get(letters[start:end])
            if role in WITH_NUMBERS or role in BILLING:
                many[end] = max(many.get(end, (0, False)), (many[start][0] + 1, role in BILLING))
    words, billed = many.get(len(letters), (0, False))
    return words > 0 and (letters != plain or (words > 1 and billed))


def is_billed(plain: str) -> bool:
    """Say whether a word is a code by which drugs are billed."""
    return len(plain) == _LENGTH_BILLED and _BILLED.match(plain) is not None


def unglued(plain: str, roles: dict[str, str]) -> list[tuple[str, str]]:
    """Return how a word may be parted into a name and what was written right after it.

    `nivolumab240mg` is a name and an amount, `키트루다주` a name and a form.
    """
    if plain.isascii():
        found = _LETTERS_THEN_MORE.match(plain)
        if not found or (found[3] and not is_amount(found[2] + found[3] + found[4], roles)):
            return []
        return [(found[1], plain[len(found[1]) :])]
    parted = []
    for end in range(len(plain) - 1, _LEAST_FOREIGN_SCRIPT - 1, -1):
        rest = plain[end:]
        if not plain[end - 1].isascii() and (rest in roles or is_amount(rest, roles) or _mixed(rest, roles)):
            parted.append((plain[:end], rest))
    return parted


def _mixed(rest: str, roles: dict[str, str]) -> bool:
    """Say whether a rest is a form and an amount: `点滴静注20mg`."""
    return any(
        rest[:end] in roles and (rest[end:] in roles or is_amount(rest[end:], roles))
        for end in range(1, len(rest))
    )
