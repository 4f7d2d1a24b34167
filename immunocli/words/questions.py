"""Finds the entry that answers a question asked in one's own words."""

from __future__ import annotations

from immunocli.names.forms import normalise
from immunocli.records.question import Question
from immunocli.words import stems as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from immunocli.store.typed import Store

# Below this likeness nothing fits; from this on an entry is worth naming as near.
FITS = 0.42
NEAR = 0.15
# Beside the best of its phrasings counts how much of what was asked any of them speaks of.
_COVERAGE = 0.4
# A word that no entry knows speaks against all of them, as this share of a word of one entry.
_UNKNOWN = 0.8


def ask(store: Store, asked: str, limit: int = 3) -> list[Question]:
    """Return the entries that fit what was asked, best first, with their `score` (0 to 1).

    An entry fits as well as the best of the ways to ask it, by the cosine of the words that
    carry the subject, rare words weighing more; what its other phrasings speak of counts too.

    Args:
        store: where the questions are.
        asked: a question, or a few words.
        limit: how many to return at most.
    """
    found = store.name("faq", normalise(asked)) if len(asked) < 300 else None
    if found:
        return [_scored(store, found[0][0], 1.0)]
    bag = words.features(asked[:2000], store.same_words)
    known = {word: entry for word in bag if (entry := store.weighed("ask", word)) is not None}
    if not any(bag[word] == 1.0 for word in known):
        return []
    strange = sum(share == 1.0 for word, share in bag.items() if word not in known)
    unknown = strange * _UNKNOWN * store.weighed("asked", "rarest") ** 2
    weight = unknown + sum(rarity**2 for rarity, _ in known.values())
    phrasings: dict[tuple[int, int], float] = {}
    covered: dict[int, float] = {}
    for rarity, places in known.values():
        for number in {number for number, _, _ in places}:
            covered[number] = covered.get(number, 0.0) + rarity**2
        for number, place, share in places:
            phrasings[number, place] = phrasings.get((number, place), 0.0) + rarity * share
    best: dict[int, float] = {}
    for (number, _), likeness in phrasings.items():
        best[number] = max(best.get(number, 0.0), likeness / weight**0.5)
    scored = [
        ((likeness + _COVERAGE * covered[number] / weight) / (1 + _COVERAGE), number)
        for number, likeness in best.items()
    ]
    scored.sort(key=lambda pair: (-pair[0], pair[1]))
    ids = list(store.titles("faq"))
    return [_scored(store, ids[number], score) for score, number in scored[:limit] if score >= NEAR]


def _scored(store: Store, name: str, score: float) -> Question:
    return Question({**(store.record("faq", name) or {}), "score": round(min(score, 1.0), 3)})
