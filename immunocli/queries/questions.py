"""Finds the entry that answers a question asked in one's own words."""

from __future__ import annotations

from immunocli import words
from immunocli.names import normalise
from immunocli.records import Question

TYPE_CHECKING = False
if TYPE_CHECKING:
    from immunocli.data import Data

# Below this likeness nothing fits; from this on an entry is worth naming as near.
FITS = 0.34
NEAR = 0.12
_ALL_PHRASINGS = 0.15


def ask(data: Data, asked: str, limit: int = 3) -> list[Question]:
    """Return the entries that fit what was asked, best first, with their `score` (0 to 1).

    An entry fits as well as the best of the ways to ask it, by the cosine of the words that
    carry the subject, rare words weighing more; a little is added for its other phrasings.

    Args:
        data: where the questions are.
        asked: a question, or a few words.
        limit: how many to return at most.
    """
    found = data.get("name", f"faq/{normalise(asked)}") if len(asked) < 300 else None
    if found:
        return [_scored(data, found[0][0], 1.0)]
    stems = list(dict.fromkeys(words.stems(asked[:2000], data.same_words)))
    weights: dict[str, float] = {}
    best: dict[tuple[int, int], float] = {}
    known = 0.0
    unknown = 0
    for stem in stems:
        entry = data.get("ask", stem)
        if entry is None:
            unknown += 1
            continue
        rarity, places = entry
        weights[stem] = rarity
        known += rarity**2
        for number, place, weight in places:
            best[number, place] = best.get((number, place), 0.0) + rarity * weight
    if not weights:
        return []
    # A word that no entry knows speaks against all of them, as much as a rare word would.
    norm = (known + unknown * max(weights.values()) ** 2 * 0.5) ** 0.5
    entries: dict[int, float] = {}
    total: dict[int, float] = {}
    count: dict[int, int] = {}
    for (number, _), score in best.items():
        entries[number] = max(entries.get(number, 0.0), score / norm)
        total[number] = total.get(number, 0.0) + score / norm
        count[number] = count.get(number, 0) + 1
    ids = data.ids("faq")
    scored = [
        ((score + _ALL_PHRASINGS * total[number] / count[number]) / (1 + _ALL_PHRASINGS), number)
        for number, score in entries.items()
    ]
    scored.sort(key=lambda pair: (-pair[0], pair[1]))
    return [_scored(data, ids[number], score) for score, number in scored[:limit] if score >= NEAR]


def _scored(data: Data, name: str, score: float) -> Question:
    return Question({**data.get("faq", name), "score": round(min(score, 1.0), 3)})
