"""Hears an alarm in what a person types: a sign that cannot wait, or a person in crisis."""

from __future__ import annotations

from immunocli.words import lay
from immunocli.words.stems import split

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any

    from immunocli.store.typed import Store

# The rungs that stand on top of everything else.
UPPER = ("emergency", "call-now")
_LONGEST = 600
# So many other words may stand between those of one sign.
_BETWEEN = 2
_SHORT = 4
_PERSON = frozenset(
    """
    i im ive id me my mine myself he hes she shes his her him himself herself we our dad mom mum mother
    father husband wife son daughter brother sister grandma grandpa granny gran grandmother grandfather
    friend partner aunt uncle nan boyfriend girlfriend mama papa daddy mummy mommy kid baby hubby
    """.split()
)
# A question that begins so is about a sign in general, unless it tells of a person.
_GENERAL = (
    "what is", "what are", "whats", "what does", "what do", "what causes", "what kind", "what type", "what helps",
    "what percentage", "what drugs", "what happens", "what temperature", "define", "explain", "meaning of",
    "definition", "how common", "how often", "how likely", "how many", "how much", "how is", "how are",
    "how do", "how does", "how long", "how can", "how to", "how serious", "how dangerous", "how bad is",
    "is", "are", "does", "do", "can", "could", "will", "would", "why do", "why does", "why is", "why are",
    "why can", "which", "who", "when", "where", "tell me about", "difference", "treatment of",
    "treatment for", "signs of", "symptoms of", "risk of", "risks of", "chance of", "incidence", "rate of",
    "information", "history of", "causes of", "cause of", "prevention", "preventing", "managing", "list",
    "should", "did", "was", "were", "has", "have there",
)  # fmt: skip
# Any of these makes it general, or a worry about what has not happened.
_WORRY = (
    "side effect", "side effects", "afraid of", "scared of", "worried about", "worry about", "fear of", "avoid",
    "prevent", "prevents", "in trials", "clinical trials", "clinical trial", "how often", "how common", "years ago", "year ago",
    "months ago", "last year", "as a child", "when i was", "used to", "will i get", "can i get", "could i get",
    "might i get", "will i have", "would i get", "do i get", "going to get", "if i get", "what if i",
    "risk of", "chance of", "chances of", "likely to", "what temperature", "gene", "meaning", "what happens if", "take my temperature",
    "take a temperature", "heart attack before", "difference between",
    "in case of", "if someone", "when someone", "history of", "run in my family", "signs of", "symptoms of",
    "to know more", "read about", "learn about", "article", "born with", "cell death", "programmed", "of life",
)  # fmt: skip
_MODALS = frozenset("can could does do will would may might".split())
_ENDS = frozenset("treatment treatments therapy cure drugs medicine meaning definition causes".split())
# Notions that say nothing alone, nor together: such words are heard only as they were written.
_WEAK = frozenset(
    """
    not anymor want stop know all here up over off gone think thing look chang respond cant wont live point
    life giv big double toilet run hope care everyone everything nothing work face time way end make take
    use done try hot cold straight
    """.split()
)
# What may be quite harmless alone.
_VAGUE = frozenset("weak hot swollen yellow shake blur burn hurt numb cough big double sleep run cant".split())
_MAY_COME = frozenset("get feel have lose become develop experience suffer need be".split())
_TRAILING = ("anymore", "now", "today")
_CAUSES = frozenset("cause causes caused causing trigger triggers lead give".split())


class Alarm:
    """Signs that a text tells of, worst first.

    Args:
        signs: as the data has them: `id`, `name`, `rung`, `kind`, `text`.
        in_general: the text asks about them and does not tell that somebody has them.
    """

    __slots__ = ("in_general", "signs")

    def __init__(self, signs: Sequence[dict[str, Any]], *, in_general: bool) -> None:
        self.signs, self.in_general = list(signs), in_general

    @property
    def rung(self) -> str:
        """The uppermost rung of its signs."""
        return str(self.signs[0]["rung"])

    @property
    def on_top(self) -> bool:
        """It must stand above everything else."""
        return not self.in_general and self.rung in UPPER


def heard(store: Store, text: str) -> Alarm | None:
    """Return the alarm that a text tells of, or None.

    Lay words are heard in any order with a few words between them, one or two letters wrong in a
    long word; "no fever" and a fever of years ago are none.

    Args:
        store: where the signs are.
        text: a question or a few words.
    """
    words = lay.joined(_respelled(store, split(text[:_LONGEST])))
    spoken = [lay.notion(word) for word in words]
    told = list(enumerate(spoken))
    stream = [(place, one) for place, one in told if one not in lay.LIGHT]
    found = _measured(words)
    known = store.weighed_all("alarm", {*spoken, *(f"={word}" for word in words)})
    for patterns in known.values():
        for sign, parts, whole in patterns:
            if sign not in found and (
                _spoken(spoken, parts, words) if whole else _among(stream, parts, words)
            ):
                found.append(sign)
    if not found:
        return None
    order = {one: rung["order"] for one, rung in store.urgency.items()}
    signs = sorted(store.signs(dict.fromkeys(found)), key=lambda one: (order[one["rung"]], one["kind"] != "crisis"))
    return Alarm(signs, in_general=_in_general(words, len(stream))) if signs else None


def _respelled(store: Store, words: list[str]) -> list[str]:
    """Return words with those that nobody knows put right, when one of alarm is near."""
    from immunocli.words.stems import stem

    strange = [word for word in words if len(word) >= 5 and word.isalpha() and not lay.is_known(word)]
    if not strange:
        return words
    roots = {word: stem(word) for word in strange}
    same = store.same_words
    known = store.weighed_all("word", [same.get(one, one) for one in roots.values()])
    strange = [word for word in strange if same.get(roots[word], roots[word]) not in known]
    if not strange:
        return words
    from immunocli.words.spelled import nearest

    vocabulary: dict[str, list[str]] = store.weighed("alarms", "words")
    right = {word: nearest(word, vocabulary) or word for word in strange}
    return [right.get(word, word) for word in words]


def _spoken(spoken: Sequence[str], parts: Sequence[str], words: Sequence[str]) -> bool:
    """Say whether notions stand there one after the other, or the one word itself (`=word`)."""
    size = len(parts)
    if size == 1 and parts[0][0] == "=":
        return parts[0][1:] in words and _telling(words)
    return any(list(spoken[place : place + size]) == list(parts) for place in range(len(spoken) - size + 1))


def _telling(words: Sequence[str]) -> bool:
    """Say whether one word alone may be an alarm: the text is short, or tells of a person."""
    return sum(word not in lay.LIGHT for word in words) <= _SHORT or not _PERSON.isdisjoint(words)


def _among(stream: Sequence[tuple[int, str]], parts: Sequence[str], words: Sequence[str]) -> bool:
    """Say whether notions stand near each other, in any order, and are not denied."""
    size = len(parts)
    if size == 1 and not _telling(words):
        return False
    wanted = set(parts)
    for start in range(len(stream)):
        if stream[start][1] not in wanted:
            continue
        left = set(wanted)
        denied = start > 0 and stream[start - 1][1] == "not" and "not" not in wanted
        for _, one in stream[start : start + size + _BETWEEN]:
            if one == "not" and "not" not in wanted and left:
                denied = True
            left.discard(one)
            if not left:
                break
        if not left and not denied:
            return True
    return False


def _in_general(words: Sequence[str], content: int) -> bool:
    """Say whether a text asks about a sign and does not tell of one."""
    text = f" {' '.join(words)} "
    if any(f" {one} " in text for one in _WORRY):
        return True
    if words[:1] and words[0] in _MODALS and words[1:2] and words[1] not in _PERSON:
        return True
    if words[:1] and words[0] in _MODALS and words[2:3] and words[2] in _MAY_COME:
        return True
    if not _PERSON.isdisjoint(words):
        return not _CAUSES.isdisjoint(words) and not {"my", "his", "her"} & set(words)
    return words[-1] in _ENDS or any(text.startswith(f" {one} ") for one in _GENERAL)


def _measured(words: Sequence[str]) -> list[str]:
    """Return the signs that a measured value tells of: fever, low oxygen, low pressure, high sugar."""
    found: list[str] = []
    text = " ".join(words)
    for place, word in enumerate(words):
        value = _number(words, place)
        if value is None:
            continue
        if 100.4 <= value <= 108 or 38 <= value <= 42.5:
            if any(one in text for one in ("temp", "fever", "thermometer", "degree", "celsius", "running a")):
                found.append("fever")
        if 50 <= value < 92 and any(one in text for one in ("oxygen", "sats", "saturation", "spo2")):
            found.append("trouble-breathing")
        if 120 <= value <= 250 and any(one in words for one in ("pulse", "heart", "bpm", "heartrate")):
            found.append("racing-heart")
        if 250 <= value <= 1500 and any(one in words for one in ("sugar", "glucose", "sugars")):
            found.append("thirst-and-urination")
        if words[place + 1 : place + 2] == ["over"] and 40 <= value < 90:
            found.append("dizziness")
        if words[place + 1 : place + 2] == ["over"] and 180 <= value <= 300:
            found.append("high-blood-pressure")
        if value >= 7 and "times" in words and any(lay.notion(one) in ("poo", "toilet", "run") for one in words):
            found.append("severe-diarrhea")
    return list(dict.fromkeys(found))


_SPELLED_OUT = {
    "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20,
}  # fmt: skip


def _number(words: Sequence[str], place: int) -> float | None:
    """Return the number that begins at a place, a decimal part with it."""
    word = words[place]
    if word in _SPELLED_OUT:
        return float(_SPELLED_OUT[word])
    digits = word.rstrip("fc") if word[:1].isdigit() else ""
    if not digits.isdigit() or len(digits) > 4 or not digits.isascii():
        return None
    if place and words[place - 1].isdigit() and len(digits) == 1:
        return None
    after = words[place + 1].rstrip("fc") if place + 1 < len(words) else ""
    decimal = after if after.isdigit() and after.isascii() and len(after) == 1 else ""
    return float(f"{digits}.{decimal or 0}")


def weigh(tables: dict[str, Any], found: dict[str, Any]) -> None:
    """Enter by which notions each sign is heard: under `alarm/` and the rarest of them."""
    patterns: dict[tuple[str, tuple[str, ...], bool], None] = {}
    for sign in tables["signs"]:
        for phrase in (sign["name"], *sign["lay"]):
            words = lay.joined(split(phrase))
            parts = tuple(sorted(set(lay.notions(phrase))))
            telling = [one for one in parts if one not in _WEAK]
            if len(parts) > 1 and telling:
                patterns[sign["id"], parts, False] = None
            elif len(words) == 1 and telling and lay.is_known(words[0]):
                if parts[0] not in _VAGUE:
                    patterns[sign["id"], parts, False] = None
            elif len(words) == 1:
                patterns[sign["id"], (f"={words[0]}",), True] = None
            elif words:
                patterns[sign["id"], tuple(lay.notion(word) for word in words if word not in _TRAILING), True] = None
    holding: dict[str, int] = {}
    for _, parts, _ in patterns:
        for one in parts:
            holding[one] = holding.get(one, 0) + 1
    for sign, parts, whole in patterns:
        if not parts:
            continue
        rarest = min(parts, key=lambda one: (holding[one], one))
        found.setdefault(f"alarm/{rarest}", []).append([sign, list(parts), whole])
    spelled = {word for sign in tables["signs"] for phrase in sign["lay"] for word in split(phrase)}
    vocabulary: dict[str, list[str]] = {}
    for word in sorted(_well_spelled(spelled)):
        vocabulary.setdefault(word[0], []).append(word)
    found["alarms/words"] = vocabulary


def _well_spelled(words: Iterable[str]) -> list[str]:
    return [word for word in words if len(word) >= 5 and word.isalpha() and word not in lay.LIGHT]
