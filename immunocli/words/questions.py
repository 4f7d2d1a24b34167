"""Finds the entry that answers a question asked in one's own words, and says how sure that is."""

from __future__ import annotations

from immunocli.names.forms import normalise
from immunocli.records.question import Question
from immunocli.words.features import SUBJECT, features, names_in

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from immunocli.store.typed import Store

# Learned by tools/fit_answers.py: how much the best phrasing, the middle of all phrasings, the
# likelihood of the words, and the answer's own words count.
WEIGHTS = (3.64, -0.34, 1.27, 1.63)
# How sure the best entry is: a constant, its likeness to the best phrasing, its lead over the
# second, the share of words nobody asked yet, and its weight (see `evidence`).
SURENESS = (-2.98, 1.77, -0.46, 0.85, 1.74, 0.26, -0.07, -0.88, -0.05, 1.27, -1.51, 0.76)
_FULL_LEAD = 3.0
# From this on an entry answers; from that on it is worth naming.
SURE, NEAR = 0.45, 0.15
# The entry on what has nothing to do with this field: it answers nothing.
ELSEWHERE = "something-else"
# A word that no entry knows speaks against all of them, as this share of a word of one entry.
_UNKNOWN = 0.8
_LONGEST = 2000


def ask(store: Store, asked: str, limit: int = 3) -> list[Question]:
    """Return the entries that fit what was asked, best first, with their `score` (0 to 1).

    Args:
        store: where the questions are.
        asked: a question, or a few words.
        limit: how many to return at most.
    """
    found = store.name("faq", normalise(asked)) if len(asked) < 300 else None
    if found:
        return [_scored(store, found[0][0], 1.0)]
    ranked, grounds = evidence(store, asked)
    if not ranked:
        return []
    ids = list(store.titles("faq"))
    score = _certain(grounds)
    if ids[ranked[0][1]] == ELSEWHERE:
        return []
    ranked = [one for one in ranked if ids[one[1]] != ELSEWHERE]
    first = [_scored(store, ids[ranked[0][1]], score)] if score >= NEAR else []
    least = min(score, SURE)
    rest = [
        _scored(store, ids[number], least / (2 + place))
        for place, (_, number) in enumerate(ranked[1:limit])
    ]
    return first + rest if first else []


def evidence(store: Store, asked: str) -> tuple[list[tuple[float, int]], tuple[float, ...]]:
    """Return entries by number with how well they fit, best first, and what the certainty rests on."""
    rows, *about = compared(store, asked[:_LONGEST])
    if not rows:
        return [], ()
    phrase, middle, words, text = WEIGHTS
    ranked = [
        (phrase * row[0] + middle * row[1] + words * row[2] + text * row[3], number)
        for number, row in rows.items()
    ]
    ranked.sort(key=lambda pair: (-pair[0], pair[1]))
    return ranked, proof(rows, ranked, *about)


def proof(
    rows: dict[int, tuple[float, ...]],
    ranked: list[tuple[float, int]],
    strange: int,
    subjects: int,
    field: float,
    foreign: int,
    declined: Sequence[int],
) -> tuple[float, ...]:
    """Return what the certainty about the first of ranked entries rests on; see SURENESS."""
    first = rows[ranked[0][1]]
    lead = ranked[0][0] - ranked[1][0] if len(ranked) > 1 else _FULL_LEAD
    return (
        first[0],
        first[1],
        min(lead, _FULL_LEAD),
        strange / max(1, subjects),
        first[2],
        first[3],
        1.0 / max(1, subjects - strange),
        field,
        min(field, 0.7),
        float(min(foreign, 2)),
        _lead_over(ranked, declined),
    )


def _lead_over(ranked: list[tuple[float, int]], declined: Sequence[int]) -> float:
    """Return by how much an answer leads over the best entry that declines; nothing when that one leads."""
    if ranked[0][1] in declined:
        return 0.0
    best = next((score for score, number in ranked if number in declined), ranked[0][0] - _FULL_LEAD)
    return min(ranked[0][0] - best, _FULL_LEAD) - _FULL_LEAD


def compared(store: Store, asked: str) -> tuple[dict[int, tuple[float, ...]], int, int, float, int, Sequence[int]]:
    """Compare a question with every entry.

    Returns for each entry that shares anything, by number: likeness to the best of its phrasings,
    to the middle of them, likelihood of the words, what its answer speaks of; then how many words of
    the subject nobody asked yet, and how many there
    are, how much they speak for this field, and how many stand nowhere in the data.
    """
    medicines = store.are_medicines(names_in(asked))
    bag = features(asked, store.same_words, store.word_sorts, lambda word: medicines.get(word, ""))
    known = store.weighed_all("ask", bag)
    subjects = [one for one, share in bag.items() if share == SUBJECT]
    unasked = [one for one in subjects if not (one in known and known[one][0])]
    strange = len(unasked)
    if strange == len(subjects) and not any(one[0] == "_" and one != "_me" for one in known):
        return {}, strange, len(subjects), 0.0, strange, ()
    foreign = len(unasked) - len(store.weighed_all("word", unasked)) if unasked else 0
    rarest, declined = store.weighed("asked", "all")
    weight: float = strange * (_UNKNOWN * rarest) ** 2
    likeness: dict[tuple[int, int], float] = {}
    middle: dict[int, float] = {}
    likely: dict[int, float] = {}
    told: dict[int, float] = {}
    field = 0.0
    for one, (rarity, entries, phrasings, here) in known.items():
        share = bag[one]
        field += here * share
        part = share * rarity
        weight += part * part
        for number, more, center, text in entries:
            likely[number] = likely.get(number, 0.0) + share * more
            middle[number] = middle.get(number, 0.0) + part * center
            if share == SUBJECT:
                told[number] = told.get(number, 0.0) + text
        for number, place, other in phrasings:
            likeness[number, place] = likeness.get((number, place), 0.0) + part * other
    norm = weight**0.5 or 1.0
    best: dict[int, float] = {}
    for (number, _), value in likeness.items():
        if value > best.get(number, 0.0):
            best[number] = value
    many = max(1.0, sum(bag.values())) ** 0.5
    few = max(1, len(subjects)) ** 0.5 * 5
    rows = {
        number: (best.get(number, 0.0) / norm, middle[number] / norm, value / many, told.get(number, 0.0) / few)
        for number, value in likely.items()
    }
    return rows, strange, len(subjects), field / many, foreign, declined


def _certain(grounds: tuple[float, ...]) -> float:
    """Return how likely it is that the best entry answers, 0 to 1."""
    total = SURENESS[0] + sum(weight * value for weight, value in zip(SURENESS[1:], grounds, strict=True))
    return 1.0 / (1.0 + 2.718281828459045 ** -max(-30.0, min(30.0, total)))


def _scored(store: Store, name: str, score: float) -> Question:
    score = round(min(score, 1.0), 3)
    return Question({**(store.record("faq", name) or {}), "score": score, "sure": score >= SURE})
