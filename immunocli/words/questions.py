"""Finds the entry that answers a question asked in one's own words, and says how sure that is."""

from __future__ import annotations

from immunocli.names.forms import normalise
from immunocli.records.question import Question
from immunocli.words.features import SUBJECT, features, names_in, threes_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from immunocli.store.typed import Store

    # Likeness to the best of an entry's phrasings and to the middle of them, likelihood of the
    # words, and how much its answer speaks of them.
    Row = tuple[float, float, float, float]

# Learned by tools/fit_answers.py: how much each part of a row counts.
WEIGHTS = (3.78, 2.21, 1.26, 1.37)
# Learned too: a constant, then how much each of the grounds counts, see `grounds`.
SURENESS = (-2.44, 0.79, 0.97, 0.75, -0.08, 0.19, -0.26, 0.15, 0.12, 0.81, -1.19, 0.73)
# From this on an entry answers; from that on it is worth naming.
SURE, NEAR = 0.55, 0.15
# The entry on what has nothing to do with this field: it answers nothing.
ELSEWHERE = "something-else"
# A word that no entry knows speaks against all of them, as this share of a word of one entry.
_UNKNOWN = 0.8
_FULL_LEAD, _FULL_FIELD, _MOST_FOREIGN = 3.0, 0.7, 2
_LONGEST = 2000
# A word that nobody asked counts as the likest that somebody did: of so many letters, with that share
# of threes of letters in common, and with this weight.
_LEAST_ALIKE, _ALIKE, _NEARLY = 5, 0.6, 1.0


class Compared:
    """A question compared with every entry.

    Args:
        rows: by the number of each entry that shares anything.
        subjects: how many words carry the subject.
        strange: how many of them nobody asked yet.
        foreign: how many of them stand nowhere in the data.
        field: how much the words speak for this field and against others.
        declined: numbers of the entries that say what is not answered here.
        ids: of all entries, by number.
    """

    __slots__ = ("declined", "field", "foreign", "ids", "ranked", "rows", "strange", "subjects")

    def __init__(
        self,
        rows: dict[int, Row],
        subjects: int,
        strange: int,
        foreign: int,
        field: float,
        declined: Sequence[int],
        ids: Sequence[str],
    ) -> None:
        self.rows, self.subjects, self.strange = rows, subjects, strange
        self.foreign, self.field, self.declined, self.ids = foreign, field, declined, ids
        phrase, middle, words, text = WEIGHTS
        self.ranked = [
            (phrase * row[0] + middle * row[1] + words * row[2] + text * row[3], number)
            for number, row in rows.items()
        ]
        self.ranked.sort(key=lambda pair: (-pair[0], pair[1]))

    @property
    def grounds(self) -> tuple[float, ...]:
        """What the certainty about the first entry rests on, in the order of SURENESS."""
        score, number = self.ranked[0]
        row = self.rows[number]
        lead = score - self.ranked[1][0] if len(self.ranked) > 1 else _FULL_LEAD
        return (
            row[0],
            row[1],
            min(lead, _FULL_LEAD),
            self.strange / max(1, self.subjects),
            row[2],
            row[3],
            1.0 / max(1, self.subjects - self.strange),
            self.field,
            min(self.field, _FULL_FIELD),
            float(min(self.foreign, _MOST_FOREIGN)),
            self._lead_over_declining(),
        )

    def _lead_over_declining(self) -> float:
        """Return what an answer lacks of a full lead over the best entry that declines; 0 for such a one."""
        score, number = self.ranked[0]
        if number in self.declined:
            return 0.0
        best = next((one for one, other in self.ranked if other in self.declined), score - _FULL_LEAD)
        return min(score - best, _FULL_LEAD) - _FULL_LEAD

    @property
    def certainty(self) -> float:
        """How likely it is that the first entry answers, 0 to 1."""
        total = SURENESS[0]
        for weight, value in zip(SURENESS[1:], self.grounds, strict=True):
            total += weight * value
        return float(1.0 / (1.0 + 2.718281828459045 ** -max(-30.0, min(30.0, total))))


def ask(
    store: Store, asked: str, limit: int = 3, medicines: Mapping[str, str] | None = None
) -> list[Question]:
    """Return the entries that fit what was asked, best first, with their `score` (0 to 1).

    Args:
        store: where the questions are.
        asked: a question, or a few words.
        limit: how many to return at most.
        medicines: the sort of each word that names one, when that is known already.
    """
    found = store.name("faq", normalise(asked)) if len(asked) < 300 else None
    if found:
        return [_scored(store, found[0][0], 1.0)]
    known = compared(store, asked[:_LONGEST], medicines)
    ids = known.ids
    if not known.ranked or ids[known.ranked[0][1]] == ELSEWHERE or known.certainty < NEAR:
        return []
    score = known.certainty
    best = [ids[number] for _, number in known.ranked if ids[number] != ELSEWHERE][:limit]
    least = min(score, SURE)
    return [_scored(store, one, least / (1 + place) if place else score) for place, one in enumerate(best)]


def compared(store: Store, asked: str, medicines: Mapping[str, str] | None = None) -> Compared:
    """Compare a question with every entry.

    Args:
        store: where the questions are.
        asked: a question, or a few words.
        medicines: see `ask`.
    """
    named = store.are_medicines(names_in(asked)) if medicines is None else medicines
    bag = features(asked, store.same_words, store.word_sorts, lambda word: named.get(word, ""))
    known = store.weighed_all("ask", bag)
    subjects = [one for one, share in bag.items() if share == SUBJECT]
    unasked = [one for one in subjects if not (one in known and known[one][0])]
    near = {other for other in (_alike(store, one) for one in unasked) if other and other not in bag}
    if near:
        bag.update(dict.fromkeys(near, _NEARLY))
        known.update(store.weighed_all("ask", near))
    if (
        len(unasked) == len(subjects)
        and not near
        and not any(one[0] == "_" and one != "_me" for one in known)
    ):
        return Compared({}, len(subjects), len(unasked), len(unasked), 0.0, (), ())
    foreign = len(unasked) - len(store.weighed_all("word", unasked)) if unasked else 0
    rarest, declined, ids = store.weighed("asked", "all")
    weight: float = len(unasked) * (_UNKNOWN * rarest) ** 2
    field = 0.0
    likeness: dict[tuple[int, int], float] = {}
    middle: dict[int, float] = {}
    likely: dict[int, float] = {}
    told: dict[int, float] = {}
    for one, (rarity, entries, phrasings, here) in known.items():
        share = bag[one]
        part = share * rarity
        weight += part * part
        field += here * share
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
    rows: dict[int, Row] = {
        number: (
            best.get(number, 0.0) / norm,
            middle[number] / norm,
            value / many,
            told.get(number, 0.0) / few,
        )
        for number, value in likely.items()
    }
    return Compared(rows, len(subjects), len(unasked), foreign, field / many, declined, ids)


def _alike(store: Store, word: str) -> str:
    """Return the word of the ways to ask that shares most threes of letters with one that nobody asked."""
    if len(word) < _LEAST_ALIKE or not word.isalpha():
        return ""
    threes = threes_of(word)
    shared: dict[str, int] = {}
    for others in store.weighed_all("threes", threes).values():
        for other in others:
            shared[other] = shared.get(other, 0) + 1
    best = max(
        ((2 * count / (len(threes) + len(threes_of(one))), one) for one, count in shared.items()),
        default=(0.0, ""),
    )
    return best[1] if best[0] >= _ALIKE else ""


def _scored(store: Store, name: str, score: float) -> Question:
    score = round(min(score, 1.0), 3)
    return Question({**(store.record("faq", name) or {}), "score": score, "sure": score >= SURE})
