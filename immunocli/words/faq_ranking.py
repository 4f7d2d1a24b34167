"""Finds the entry that answers a question asked in one's own words, and says how sure that is."""

from __future__ import annotations

from immunocli.names.forms import normalize
from immunocli.records.question import Question
from immunocli.words.learned import choice
from immunocli.words.other_medicines import NONE_OTHER, ONE_OTHER, is_of_another_field, subject
from immunocli.words.question_kinds import kinds
from immunocli.words.stems import STOP, split, stem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from immunocli.store.typed_store import Store

# From this on an entry answers; from that on it is worth naming.
SURE, NEAR = 0.6, 0.5
# From this on an entry declines: it answers nothing, so that little is lost.
DECLINED = 0.35
# So far a question must be one of this field to be none of another.
_OURS = 1.2
# The entry on what has nothing to do with this field: from how likely on it is told, and up to how far a question speaks
# for this field.
ELSEWHERE = "something-else"
_ASTRAY, _APART = 0.75, -1.0
# No entry: what asks for a fact that the record holds, such as a maker or a day; see queries/facts_heard.py.
RECORD = "record"
# The entry on other diseases, and on what is given for them.
OTHER_FIELD = "other-diseases"
# So much more it counts than what was learned: of all other fields few sentences were learned from.
_ASIDE = 2.0
# From how likely on it is looked closer whether a question asks for a fact of the record.
_MAY_ASK = 0.01
# How a score comes of how likely an entry is, of how far a question speaks for this field, and of the part of its words
# that no question of this field is made of; beyond _FULL the second says no more, below _FOREIGN a question belongs to
# another. The numbers were fitted on questions kept from learning.
_START, _ODDS, _FIELD, _STRANGE = 0.63, 0.96, 2.16, 0.03
_FULL, _FOREIGN = 2.0, -3.0
_MOST = 0.999999
# No question that stands in the data is longer.
_LONGEST_ASKED = 300
# Fewer features than a short word has say nothing.
_FEWEST = 4


def ask(
    store: Store,
    asked: str,
    limit: int,
    found: Sequence[int],
    heard: Mapping[str, float],
    medicines: Mapping[str, str],
    names_fact: Callable[[], float],
) -> list[Question]:
    """Return the entries that fit what was asked, best first, with their `score` (0 to 1).

    Args:
        store: where the questions are.
        asked: a question, or a few words.
        limit: how many to return at most.
        found: its features.
        heard: how far it speaks for this field, see `learned.scales`.
        medicines: the sort of each word in it that names one.
        names_fact: see `ranking`.
    """
    plain = normalize(asked) if len(asked) < _LONGEST_ASKED else ""
    named = plain and (store.name("faq", plain) or store.name("asked", plain))
    if named:
        return [_scored(store, named[0][0], 1.0)]
    field = heard.get("field", 0.0)
    if (field < _FULL and is_strange(store, asked)) or len(found) < _FEWEST:
        return []
    shares = ranking(store, [*found, *kinds(asked, medicines)], names_fact, subject(store, asked, medicines))
    if not shares:
        return []
    if field >= _OURS and not medicines:  # whatever its words are like elsewhere
        shares = [(share, one) for share, one in shares if one != ELSEWHERE] or shares
    if shares[0][1] == ELSEWHERE or field < _FOREIGN:
        apart = next((share for share, one in shares if one == ELSEWHERE), 0.0)
        if "_drug" not in medicines.values() and apart <= _ASTRAY and is_of_another_field(store, medicines):
            together = apart + next((share for share, one in shares if one == OTHER_FIELD), 0.0)
            return [_scored(store, OTHER_FIELD, together)] if together > _ASTRAY else []
        if apart <= _ASTRAY or "_drug" in medicines.values():
            return []
        if field < _APART:
            return [_scored(store, ELSEWHERE, apart)]
        return [_scored(store, OTHER_FIELD, apart)] if is_of_another_field(store, medicines) else []
    strange = strangeness(store, asked, medicines)
    ranked = [(_score(share, field, strange), one) for share, one in shares]
    if shares[0][1] == RECORD:
        return [_scored(store, *ranked[0][::-1])]
    ranked = [(score, one) for score, one in ranked if one != RECORD]
    sure = DECLINED if store.is_declined(ranked[0][1]) else SURE
    best = [one for one in ranked if one[1] != ELSEWHERE][:limit]
    if best[0][0] < min(sure, NEAR):
        return []
    if best[0][0] >= sure:  # beside an answer only what may well be meant
        best = [best[0], *(one for one in best[1:] if one[0] >= NEAR)]
    return [_scored(store, name, score if not place else min(score, SURE / 2), sure)
            for place, (score, name) in enumerate(best)]  # fmt: skip


def ranking(
    store: Store, found: Sequence[int], names_fact: Callable[[], float], other: int = NONE_OTHER
) -> list[tuple[float, str]]:
    """Return how likely each entry is meant (0 to 1), the likeliest first.

    Of the entries that decline, the likeliest stands for all of them: whichever is meant, nothing is answered.

    Args:
        store: where the questions are.
        found: features of the question.
        names_fact: says how much more it counts that a fact of the record is asked for, by what the question names.
        other: whether it is about medicines that are none of ours, see `subjects.subject`.
    """
    odds = [
        (share * _ASIDE if one == ELSEWHERE else share, one) for share, one in choice(store, "answer", found)
    ]
    asks = next((share for share, one in odds if one == RECORD), 0.0)
    if asks >= _MAY_ASK:
        asks *= names_fact()
        odds = [(asks if one == RECORD else share, one) for share, one in odds]
    whole = sum(share for share, _ in odds) or 1.0
    if other:
        able = {*store.beside, RECORD} if other == ONE_OTHER else {RECORD}
        odds = [(share, one) for share, one in odds if one in able or store.is_declined(one)]
    left = sum(share for share, _ in odds) or 1.0
    declined = [(share, one) for share, one in odds if store.is_declined(one) and one != ELSEWHERE]
    if declined:
        leading, together = max(declined), sum(share for share, _ in declined)
        together *= whole / left  # what answers is no likelier than it was
        odds = [(together if one == leading[1] else share, one) for share, one in odds]
    return sorted(((share / whole, one) for share, one in odds), reverse=True)


def _score(share: float, field: float, strange: float) -> float:
    """Return how sure an entry is, by how likely it is meant and by how far the question is one of this field."""
    spoken = _START * _FIELD ** min(field, _FULL) * _STRANGE**strange
    likely = min(share, _MOST)
    told = spoken * (likely / (1.0 - likely)) ** _ODDS
    return float(told / (1.0 + told))


def strangeness(store: Store, asked: str, medicines: Mapping[str, str]) -> float:
    """Return which part (0 to 1) of the words that carry the subject stands in no question of this field.

    "Library card" is no question of the one word of it that is ours.

    Args:
        store: where the words of questions are.
        asked: as it was typed.
        medicines: the sort of each word that names one, which is never strange.
    """
    said = store.learned("said")
    carrying = [word for word in split(asked) if word not in STOP and not word[0].isdigit()]
    if said is None or not carrying:
        return 0.0
    strange = [word for word in carrying if word not in medicines and f" {stem(word)} " not in said]
    return len(strange) / len(carrying)


def is_strange(store: Store, asked: str) -> bool:
    """Say whether no word that carries the subject stands anywhere in the data."""
    roots = [stem(word) for word in split(asked) if word not in STOP]
    return bool(roots) and not store.weighed_all("word", roots)


def _scored(store: Store, name: str, score: float, sure: float = SURE) -> Question:
    score = round(min(score, 1.0), 3)
    return Question({**(store.record("faq", name) or {"id": name}), "score": score, "sure": score >= sure})
