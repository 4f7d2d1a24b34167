"""Hears measured values that ask for a call: a temperature, oxygen, a pulse, sugar, blood pressure."""

from __future__ import annotations

from immunocli.words.stems import STOP, split

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
_NAMING = frozenset().union(*(beside for *_, beside in _WORDS))
_UNITS = frozenset(("mg", "dl", "mmhg", "mmol", "min"))
_PLAIN_FEVER = (38.1, 41.9)
# Values that nobody calls about, with their words; of blood pressure the upper number.
_NORMAL = (
    (95, 99.9, "temp temperature fever thermometer f"),
    (35.5, 37.7, "temp temperature fever thermometer c"),
    (94, 100, "oxygen sats sat saturation spo2 o2 percent"),
    (50, 105, "pulse hr bpm heart heartrate rate"),
    (65, 199, "sugar sugars glucose meter"),
)
_USUAL = tuple((low, high, frozenset(words.split())) for low, high, words in _NORMAL)
_NORMAL_PRESSURE = (95, 150)
# Words that may stand around a normal value; with any other the text may tell of more.
_AROUND = frozenset(
    """
    temp temperature fever thermometer degrees degree f c celsius fahrenheit oxygen sats sat saturation spo2 o2
    percent pulse hr bpm heart heartrate rate sugar sugars glucose meter blood pressure bp over high low level
    reading reads number value good ok okay fine normal right still day morning evening night noon today
    tonight yesterday visit clinic home rest fasting lunch dinner breakfast meal before after watch last first
    feels feeling eating ate drinking sleeping slept walking well great
    """.split()
)
# With these a usual value is not all that is told.
_BUT = frozenset("not no never cant cannot wont nothing hardly barely without but".split())


def measured(text: str) -> list[str]:
    """Return the signs that values in a text tell of, each once.

    Args:
        text: what somebody typed.
    """
    pieces = text.lower().replace(",", " ").split()
    words = frozenset(split(text))
    found: dict[str, None] = {}
    near = ""  # the last word before that names what is measured
    for place, piece in enumerate(pieces):
        piece = piece.strip("?!().;:°")
        near = piece if piece in _NAMING else near
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
            if near and near not in beside and unit not in beside:
                continue  # "heart rate 68, temp 36.7": that is no pulse
            if low <= value <= high and (unit in beside or not beside.isdisjoint(words)):
                found[sign] = None
        if _PLAIN_FEVER[0] <= value <= _PLAIN_FEVER[1] and "." in piece:
            found["fever"] = None
    return list(found)


def is_usual(text: str) -> bool:
    """Say whether a text tells of nothing but a measured value that nobody calls about.

    Args:
        text: what somebody typed.
    """
    words = split(text)
    named = [word for word in words if not word[0].isdigit()]
    if not all(word in _AROUND or word in STOP or word in _UNITS for word in named):
        return False
    if not _BUT.isdisjoint(named):
        return False
    pieces = [
        piece.strip("?!.;:°") for piece in text.lower().replace(",", " ").replace(" over ", "/").split()
    ]
    told = {piece[-1] for piece in pieces if piece[:1].isdigit()}.union(named)
    usual = [_usual(piece, told) for piece in pieces if piece[:1].isdigit()]
    return bool(usual) and all(usual)


def _usual(piece: str, told: set[str]) -> bool:
    """Say whether one value is usual for something that the words around it name."""
    upper, slash, _ = piece.partition("/")
    value = _number(upper)
    if value is None:
        return False
    if slash:
        return _NORMAL_PRESSURE[0] <= value <= _NORMAL_PRESSURE[1]
    return any(low <= value <= high and not beside.isdisjoint(told) for low, high, beside in _USUAL)


def _number(piece: str) -> float | None:
    digits = piece.rstrip("fc%°")
    whole, _, part = digits.partition(".")
    if not (whole.isdigit() and whole.isascii() and len(whole) <= 4 and (part == "" or part.isdecimal())):
        return None
    return float(f"{whole}.{part or 0}")
