"""Reads ages: those that people tell, and those that labels give."""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    Age = tuple[float, float | None]

_UNIT = r"(?P<unit>years?|yrs?|y/?o|y\.o\.|months?|mos?|weeks?)"
_OLD = re.compile(
    r"(?:\bage[ds]?\s*(?:of\s*)?)?(?P<more>\b(?:over|above|older than|at least)\s+|>=?\s*)?"
    r"(?P<less>\b(?:under|below|younger than|up to|less than)\s+|<=?\s*)?"
    rf"\b(?P<low>\d{{1,3}})(?:\s*(?:-|–|to)\s*(?P<high>\d{{1,3}}))?[\s-]*{_UNIT}\b(?P<old>[\s-]*old\b|\s+of age\b)?"
    r"(?P<up>\s*(?:and|or)\s+(?:older|over|above|up)\b)?(?!\s+(?:ago|after|later|since|from|before|remission|survivor|free|post|on)\b)",
    re.I,
)
_AGED = re.compile(
    r"\bage[ds]?\s*(?:of\s*)?(?P<more>over\s+|above\s+|older than\s+|at least\s+|>=?\s*)?(?P<less>under\s+|below\s+|<=?\s*)?"
    r"(?P<low>\d{1,3})\b(?:\s*(?:-|–|to)\s*(?P<high>\d{1,3}))?(?P<up>\s*(?:and|or)\s+(?:older|over|above))?"
    r"|\b(?P<who>child|children|boy|girl|son|daughter|kid|adults?|man|woman|patients?|people)\s+of\s+(?P<years>\d{1,2})\b"
    r"|\b(?:adults?|patients?|people|men|women|children)\s+(?P<beyond>over|older than|under|younger than)"
    r"\s+(?P<edge>\d{1,3})\b",
    re.I,
)
_KIN = r"(?:grand)?(?:father|mother|son|daughter|pa|ma)|dad|mom|mum|husband|wife|sister|brother|he is|she is"
_NOTED = re.compile(
    rf"(?:^|\b(?:{_KIN}),?\s+)(?P<kin>\d{{1,2}})(?=\s+(?:with|has)\b|,)"
    r"|(?:^|[,;(]\s*|\b(?:pt|patient),?\s+)(\d{1,2})\s?(?:y/?o\s?)?[MF]\b"
)
# Where a number of years or months is an age though nothing says "old".
_OF_PERSON = re.compile(
    r"\b(?:adults?|child|children|infants?|baby|p(?:a)?ediatric|boy|girl|man|woman|(?:fe)?male|patients?|adolescents?|teen)"
    r"[\s,]*(?:of\s+)?$",
    re.I,
)
_YOUNG = re.compile(r"\b(?:infant|baby|child|p(?:a)?ediatric|toddler)", re.I)
_BARE_AGE = 18
# Of labels: 12 years and older; 6 months and older, under 18 years; up to 25 years; females 9 to 26 years.
_FROM = re.compile(r"(\d+) (year|month)s? and older")
_SPAN = re.compile(r"(\d+) to (\d+) years")
_UP_TO = re.compile(r"(up to|under) (\d+) years")
_ADULT, _MATURE = 18.0, 12.0


def found(text: str) -> Iterator[tuple[Age, int, int]]:
    """Yield the ages that a text tells, with where each stands, the last first."""
    told: list[tuple[Age, int, int]] = []
    for one in _OLD.finditer(text):
        if not one["old"] and not one[0].lower().startswith("age") and not _is_age(text, one):
            continue
        scale = (
            1.0 if one["unit"][:1].lower() == "y" else 1 / 12 if one["unit"][:1].lower() == "m" else 1 / 52
        )
        low = int(one["low"]) * scale
        told.append(
            (_span(low, one["high"], one["more"] or one["up"], one["less"], scale), one.start(), one.end())
        )
    for one in _AGED.finditer(text):
        if any(start < one.end() and one.start() < end for _, start, end in told):
            continue
        if one["low"]:
            age = _span(float(one["low"]), one["high"], one["more"] or one["up"], one["less"], 1.0)
        elif one["years"]:
            age = (float(one["years"]), float(one["years"]))
        else:
            word, number = one["beyond"], float(one["edge"])
            age = (number, None) if word.lower().startswith(("over", "older")) else (0.0, number - 0.01)
        told.append((age, one.start(), one.end()))
    for one in _NOTED.finditer(text):
        at = "kin" if one["kin"] else 2
        if not any(start < one.end() and one.start(at) < end for _, start, end in told):
            told.append(((float(one[at]), float(one[at])), one.start(at), one.end()))
    yield from sorted(told, key=lambda each: -each[1])


def _is_age(text: str, one: re.Match[str]) -> bool:
    """Say whether years or months that stand without "old" are an age, and not since when, or how long."""
    if _OF_PERSON.search(text[: one.start()]) or one["up"]:
        return True
    before, after = text[: one.start()].rstrip(), text[one.end() :].lstrip()
    alone = (not before or before[-1] in ",;(") and (not after or after[0] in ",;)")
    if one["unit"][:1].lower() == "y":
        return alone and (int(one["low"]) >= _BARE_AGE or _YOUNG.search(text) is not None)
    return alone and _YOUNG.search(text) is not None


def _span(low: float, high: str | None, more: str | None, less: str | None, scale: float) -> Age:
    if high:
        return low, int(high) * scale
    return (low, None) if more else (0.0, low) if less else (low, low)


def of_use(use: Mapping[str, Any]) -> Age:
    """Return for which ages a use is: all where its label does not say."""
    low, high = 0.0, None
    if use["population"] == "adult":
        low = _ADULT
    elif use["population"] == "pediatric":
        high = _ADULT - 0.01
    text = use["age"] or ""
    if begun := _FROM.search(text):
        low = int(begun[1]) / (12 if begun[2] == "month" else 1)
    elif "mature adolescents" in text:
        low = _MATURE
    if span := _SPAN.search(text):
        low, high = float(span[1]), float(span[2])
    elif end := _UP_TO.search(text):
        high = float(end[2]) - (0.01 if end[1] == "under" else 0)
    return low, high


def meet(one: Age, other: Age) -> bool:
    """Say whether two spans of ages share any."""
    return (one[1] is None or other[0] <= one[1]) and (other[1] is None or one[0] <= other[1])
