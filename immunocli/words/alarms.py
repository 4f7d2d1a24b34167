"""Hears an alarm in what a person types: a sign that cannot wait, or a person in crisis."""

from __future__ import annotations

from immunocli.words import lay
from immunocli.words.stems import split

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
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
    boy girl toddler pt grandson granddaughter grandad granddad pa ma partner
    i im ive id me my mine myself he hes she shes his her him himself herself we our dad mom mum mother
    father husband wife son daughter brother sister grandma grandpa granny gran grandmother grandfather
    friend partner aunt uncle nan boyfriend girlfriend mama papa daddy mummy mommy kid baby hubby
    """.split()
)
_OTHERS = _PERSON - frozenset("i im ive id me my mine myself we our".split())
# A question that begins so is about a sign in general, unless it tells of a person.
_GENERAL = (
    "what is", "what are", "whats", "what does", "what do", "what causes", "what kind", "what type",
    "what helps", "what percentage", "what drugs", "what happens", "what temperature", "define",
    "explain", "meaning of", "definition", "how common", "how often", "how likely", "how many",
    "how much", "how is", "how are", "how do", "how does", "how long", "how can", "how to",
    "how serious", "how dangerous", "how bad is", "is", "are", "does", "do", "can", "could", "will",
    "would", "why do", "why does", "why is", "why are", "why can", "which", "who", "when", "where",
    "tell me about", "difference", "treatment of", "treatment for", "signs of", "symptoms of",
    "risk of", "risks of", "chance of", "incidence", "rate of", "information", "history of",
    "causes of", "cause of", "prevention", "preventing", "managing", "list", "should", "did", "was",
    "were", "has", "have there",
)  # fmt: skip
# Any of these makes it general, or a worry about what has not happened.
_WORRY = (
    "side effect", "side effects", "afraid of", "scared of", "worried about", "worry about", "fear of",
    "avoid", "prevent", "prevents", "in trials", "clinical trials", "clinical trial", "how often",
    "how common", "years ago", "year ago", "months ago", "last year", "as a child", "when i was",
    "used to", "will i get", "can i get", "could i get", "might i get", "will i have", "would i get",
    "do i get", "going to get", "if i get", "what if i", "risk of", "chance of", "chances of",
    "likely to", "what temperature", "gene", "meaning", "what happens if", "take my temperature",
    "take a temperature", "heart attack before", "bcg unresponsive",
    "difference between", "in case of", "if someone",
    "when someone", "history of", "run in my family", "signs of", "symptoms of", "to know more",
    "last month", "months back", "name of my drug", "name of the drug", "name of my medicine", "my glasses",
    "shaving", "point of a second", "more infusions", "shake off", "years back", "as children",
    "read about", "learn about", "article", "born with", "cell death", "programmed", "of life",
)  # fmt: skip
_COUNTED = frozenset(
    "seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen twenty thirty hundred".split()
)
_MODALS = frozenset("can could does do will would may might".split())
_ENDS = frozenset("treatment treatments therapy cure drugs medicine meaning definition causes".split())
_RESEARCH = frozenset("mouse mice rats study trial trials market freezer vial vials phase placebo".split())
_FIGURATIVE = frozenset(
    """
    information sunshine chocolate conclusions excitement jargon paperwork password recycling options
    experiment competition approvals insurer boss schedule scheduling laptop computer email news price costs
    joke jokes evidence investors wallet company funding website mailing career statistics song
    holiday luck genius queue label beach neighbors neighbours
    """.split()
)
_MAY_COME = frozenset("get feel have lose become develop experience suffer need be".split())
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
    found: list[str] = []
    mild = False
    if not _COUNTED.isdisjoint(words) or any(word[0].isdigit() or word[-1].isdigit() for word in words):
        from immunocli.words.measured import measured, normal

        found = measured(words)
        mild = normal(words)
    known = store.weighed_all("alarm", {*spoken, *(f"={word}" for word in words)})
    certain = False
    for patterns in known.values():
        for sign, parts, whole in patterns:
            if isinstance(whole, list):
                if _framed(spoken, words, parts, *whole):
                    found.append(sign)
                    certain = certain or whole[2]
            elif sign not in found and (
                _spoken(spoken, parts, words) if whole else _among(stream, parts, words)
            ):
                found.append(sign)
    if mild:
        found = [one for one in found if one != "fever"]
    if not found:
        return None
    order = {one: rung["order"] for one, rung in store.urgency.items()}
    signs = sorted(
        store.signs(dict.fromkeys(found)), key=lambda one: (order[one["rung"]], one["kind"] != "crisis")
    )
    if not signs:
        return None
    return Alarm(signs, in_general=not certain and _in_general(words, crisis=signs[0]["kind"] == "crisis"))


def _respelled(store: Store, words: list[str]) -> list[str]:
    """Return words with those that nobody knows put right, when one of alarm is near."""
    from immunocli.words.stems import stem

    strange = [
        word
        for word in words
        if len(word) >= 5 and word.isalpha() and not lay.is_known(word) and word not in _FIGURATIVE
    ]
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
    strange = [word for word in strange if word not in vocabulary.get(word[0], ())]
    right = {word: "diarrhea" for word in strange if _runny(word)}
    right |= {word: nearest(word, vocabulary) or word for word in strange if word not in right}
    return [right.get(word, word) for word in words]


def _runny(word: str) -> bool:
    """Say whether a word is diarrhea spelled by ear: `dihorrea`, `diarea`, `dyareeah`."""
    heard_as = "".join(letter for letter in word if letter not in "aeiouyh")
    return len(word) > 5 and word[:2] in ("di", "dy", "da", "de") and heard_as in ("dr", "drr")


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


def _framed(
    spoken: Sequence[str],
    words: Sequence[str],
    groups: Sequence[Sequence[str]],
    reach: int,
    against: Sequence[str],
    sure: bool,
) -> bool:
    """Say whether one word of each group stands near the others, in any order, and is not denied."""
    if not {*spoken, *words}.isdisjoint(against):
        return False
    wanted = [
        group
        for group in groups
        if not ("@" in group and not _PERSON.isdisjoint(words))
        and not ("@other" in group and not _OTHERS.isdisjoint(words))
    ]
    negative = sure or any("not" in group for group in groups)
    for start in range(len(spoken)):
        left = list(wanted)
        for place in range(start, min(start + reach, len(spoken))):
            meant = next(
                (group for group in left if spoken[place] in group or f"={words[place]}" in group), None
            )
            if meant is None:
                if place == start:
                    break
                continue
            if not negative and "not" in spoken[max(0, place - 2) : place]:
                break
            left.remove(meant)
            if not left:
                return True
    return False


def _in_general(words: Sequence[str], *, crisis: bool) -> bool:
    """Say whether a text asks about a sign and does not tell of one.

    Who asks what the point of living is does not ask in general.
    """
    text = f" {' '.join(words)} "
    if any(f" {one} " in text for one in _WORRY):
        return True
    if not _FIGURATIVE.isdisjoint(words) or text.startswith(" when should ") or " what counts " in text:
        return True
    if words[:1] and words[0] in _MODALS and words[1:2] and words[1] not in _PERSON:
        return True
    if words[:1] and words[0] in _MODALS and words[2:3] and words[2] in _MAY_COME:
        return True
    if not _PERSON.isdisjoint(words):
        return not _CAUSES.isdisjoint(words) and not {"my", "his", "her"} & set(words)
    if crisis and words[:1] and words[0] not in ("define", "do", "does", "explain"):
        return not _CAUSES.isdisjoint(words)
    if not _RESEARCH.isdisjoint(words):
        return True
    return words[-1] in _ENDS or any(text.startswith(f" {one} ") for one in _GENERAL)
