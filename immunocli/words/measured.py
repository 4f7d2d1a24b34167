"""Hears an alarm in measured values: fever, low oxygen, low or high pressure, high sugar, a count."""

from __future__ import annotations

from immunocli.words import lay

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

_WARMTH = ("temp", "fever", "thermometer", "degree", "celsius", "running a")
_OXYGEN = ("oxygen", "sats", "saturation", "spo2")
_PULSE = frozenset(("pulse", "heart", "bpm", "heartrate", "hr", "tachy"))
_UNITS = frozenset("kg kilos mg ml cm mm percent months weeks years bmi dollars pounds lb".split())
_SUGAR = frozenset(("sugar", "sugars", "glucose"))
_PRESSURE = frozenset(("bp", "pressure", "hypotensive", "hypertensive"))
_BREATHS = frozenset(("rr", "resps", "respirations"))
_BOWELS = frozenset(("poo", "toilet", "run", "bm", "bms", "movements"))
_TIMES = frozenset(("times", "trips", "bm", "bms", "goes", "visits", "movements", "x"))
_SPELLED_OUT = {
    "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "twenty": 20, "thirty": 30,
    "hundred": 120,
}  # fmt: skip


def normal(words: Sequence[str]) -> bool:
    """Say whether a temperature is told that is no fever, and nothing else of fever."""
    told = [_number(words, place) for place in range(len(words))]
    mild = any(one is not None and (35 <= one < 38 or 95 <= one < 100.4) for one in told)
    return mild and any(word.startswith("temp") for word in words) and "fever" not in words


def measured(words: Sequence[str]) -> list[str]:
    """Return the signs that a value tells of, by what stands beside it.

    Fever from 100.4 °F or 38 °C on, oxygen under 92, a pulse from 120 on, sugar from 250 on, blood
    pressure under 90 or from 180 on, seven times on the toilet, three times sick.
    """
    text, known = " ".join(words), {lay.notion(word) for word in words} | set(words)
    found: list[str] = []
    for place in range(len(words)):
        value = _number(words, place)
        if value is None:
            continue
        after = words[place + 1 : place + 2]
        over = after == ["over"] or (bool(after) and after[0].isdigit() and not _PRESSURE.isdisjoint(words))
        told = {
            "fever": ((100.4 <= value <= 108 or 38 <= value <= 42.5) and any(one in text for one in _WARMTH))
            or (38 < value <= 42 and value % 1 > 0 and _UNITS.isdisjoint(words[place + 1 : place + 3])),
            "trouble-breathing": (50 <= value < 92 and any(one in text for one in _OXYGEN))
            or (25 <= value <= 70 and not _BREATHS.isdisjoint(words)),
            "racing-heart": 120 <= value <= 250 and not _PULSE.isdisjoint(known),
            "thirst-and-urination": 250 <= value <= 1500 and not _SUGAR.isdisjoint(known),
            "dizziness": over and 40 <= value < 90,
            "very-high-blood-pressure": over and 180 <= value <= 300,
            "high-blood-pressure": over and 160 <= value < 180,
            "severe-diarrhea": value >= 7 and not known.isdisjoint(_BOWELS) and _repeated(words, place),
            "vomiting": value >= 3 and {"sick", "times"} <= known,
        }
        found += [sign for sign, holds in told.items() if holds]
    return list(dict.fromkeys(found))


def _repeated(words: Sequence[str], place: int) -> bool:
    """Say whether a number counts how often: `8 times`, `x8`, `8x`, `10 BM/day`."""
    return words[place][0] == "x" or words[place][-1] == "x" or not _TIMES.isdisjoint(words)


def _number(words: Sequence[str], place: int) -> float | None:
    """Return the number that begins at a place, a decimal part with it."""
    word = words[place]
    if word in _SPELLED_OUT:
        return float(_SPELLED_OUT[word])
    digits = word.strip("x").rstrip("fc") if word[-1].isdigit() or word[0].isdigit() else ""
    if not digits.isdigit() or len(digits) > 4 or not digits.isascii():
        return None
    if place and words[place - 1].isdigit() and len(digits) == 1:
        return None
    after = words[place + 1].rstrip("fc") if place + 1 < len(words) else ""
    decimal = after if after.isdigit() and after.isascii() and len(after) == 1 else ""
    return float(f"{digits}.{decimal or 0}")
