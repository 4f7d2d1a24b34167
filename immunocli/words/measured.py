"""Hears measured values that ask for a call: a temperature, oxygen, a pulse, sugar, blood pressure."""

from __future__ import annotations

from immunocli.words.stems import split

# Sign, from which value to which, and the words of which one must stand beside it.
_VALUES = (
    ("fever", 100.4, 108, "temp temperature fever thermometer degrees degree f fiebre"),
    ("fever", 38, 42.5, "temp temperature fever thermometer degrees degree c celsius fiebre"),
    ("trouble-breathing", 50, 91, "oxygen sats saturation spo2 o2 ox sat oxigeno desatting"),
    ("racing-heart", 130, 250, "pulse hr bpm heart heartrate tachy pulso"),
    ("racing-heart", 20, 40, "pulse hr bpm heart heartrate pulso"),
    ("thirst-and-urination", 300, 1500, "sugar sugars glucose meter azucar glucosa"),
)
# Blood pressure, of the upper number.
_LOW, _HIGH = 90, 180
_WORDS = tuple((sign, low, high, frozenset(words.split())) for sign, low, high, words in _VALUES)
_PLAIN_FEVER = (38.1, 41.9)


def measured(text: str) -> list[str]:
    """Return the signs that values in a text tell of, each once.

    Args:
        text: what somebody typed.
    """
    pieces = text.lower().replace(",", " ").split()
    words = frozenset(split(text))
    found: dict[str, None] = {}
    for place, piece in enumerate(pieces):
        piece = piece.strip("?!().;:°")
        upper, slash, lower = piece.partition("/")
        if not slash and pieces[place + 1 : place + 2] in (["over"], ["/"]):
            upper, lower = piece, "".join(pieces[place + 2 : place + 3])
        if lower.strip("?!.;)")[:3].isdigit() and upper.isdigit():
            if 40 <= int(upper) < _LOW and int(upper) > int(lower.strip("?!.;)")[:3]):
                found["dizziness"] = None
            elif _HIGH <= int(upper) <= 300:
                found["very-high-blood-pressure"] = None
            continue
        value = _number(piece)
        if value is None:
            continue
        unit = piece[-1] if piece[-1] in "fc" else ""
        for sign, low, high, beside in _WORDS:
            if low <= value <= high and (unit in beside or not beside.isdisjoint(words)):
                found[sign] = None
        if _PLAIN_FEVER[0] <= value <= _PLAIN_FEVER[1] and "." in piece:
            found["fever"] = None
    return list(found)


def _number(piece: str) -> float | None:
    digits = piece.rstrip("fc%°")
    whole, _, part = digits.partition(".")
    if not (whole.isdigit() and whole.isascii() and len(whole) <= 4 and (part == "" or part.isdecimal())):
        return None
    return float(f"{whole}.{part or 0}")
