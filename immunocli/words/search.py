"""Finds everything that mentions some words, best first."""

from __future__ import annotations

from itertools import pairwise

from immunocli.names.forms import normalize
from immunocli.records.hit import Hit
from immunocli.words import stems as words
from immunocli.words.postings import unpacked

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any

    from immunocli.store.typed_store import Store

KINDS = ("therapy", "type", "target", "cancer", "term", "faq", "part")
# A record that has the very name searched for comes before all that only mention it; then one that a
# part of the words names, and therapies of the type, target and cancer that the words name.
_NAMED, _NAMED_IN, _MEANT, _TOLD_IN = 100.0, 30.0, 40.0, 8.0
_LONGEST, _MOST_WORDS = 2000, 12
_NAME_WORDS = 4
# So many are ranked at least: what a name adds may lift one from below.
_RANKED = 200
# Kinds that narrow down which therapies are meant.
_NARROWING = ("type", "target", "cancer")
# What names of two words or more lead to where nothing else is named.
_TOLD_OF = ("term", "part")
# How words for a disease end: any other word that leads to a cancer may mean the organ alone.
_DISEASES = ("oma", "omas", "emia", "aemia", "cancer", "cancers")


def search(store: Store, asked: str, limit: int = 20) -> tuple[list[Hit], str, int]:
    """Return the records that fit the words, best first, the words put right when no other help was, and of how many.

    Plain words, no patterns. Records are ranked by BM25 with titles and names weighing more than
    text; one whose name is what was asked comes first, and therapies come first when a type, a
    target or a brand is asked together with a cancer.

    Args:
        store: where to search.
        asked: one or more words.
        limit: how many to return at most.
    """
    plain = words.split(asked[:_LONGEST])
    meant = _respelled(store, plain)
    ranked, of = _ranked(store, meant, asked if meant == plain else " ".join(meant), limit)
    from immunocli.words.snippets import snippet

    same = store.same_words
    roots = _roots(meant, same)
    hits = [
        Hit(
            {
                "kind": kind,
                "id": one,
                "title": title,
                "snippet": snippet(store, kind, one, roots),
                "score": round(score, 2),
            }
        )
        for score, kind, one, title in ranked[:limit]
    ]
    return hits, " ".join(meant) if meant != plain and hits else "", of


def _roots(plain: Iterable[str], same: dict[str, str]) -> list[str]:
    return list(dict.fromkeys(words.stems(" ".join(plain), same)))


def _ranked(
    store: Store, plain: list[str], asked: str, limit: int
) -> tuple[list[tuple[float, str, str, str]], int]:
    """Return at least so many records by score, if there are, and how many there are."""
    roots = _roots(plain, store.same_words)
    scores: dict[int, float] = {}
    for rarity, *places in store.weighed_all("word", roots).values():
        for number, weight in unpacked(*places):
            scores[number] = scores.get(number, 0.0) + rarity * weight
    best = sorted(scores, key=lambda number: (-scores[number], number))[: max(_RANKED, limit)]
    documents = store.documents(best)
    extra = _named(store, plain, asked)
    ranked = [
        (scores[number] + extra.pop((kind, one), 0.0), kind, one, title)
        for number, (kind, one, title) in documents.items()
    ]
    for kind in {kind for kind, _ in extra}:
        titles = store.titles(kind)
        ranked += [(score, kind, one, titles[one]) for (of, one), score in extra.items() if of == kind]
    ranked.sort(key=lambda hit: (-hit[0], KINDS.index(hit[1]), hit[2]))
    return ranked, len(ranked) + len(scores) - len(documents)


def _named(store: Store, plain: list[str], asked: str) -> dict[tuple[str, str], float]:
    """Return what the words name, whole or in part, with how much that counts."""
    extra: dict[tuple[str, str], float] = {}
    for place, kind in enumerate(KINDS):
        for one in (_exact(store, kind, asked) or [[]])[0]:
            extra[kind, one] = _NAMED + len(KINDS) - place
    if len(plain) < 2 or len(plain) > _MOST_WORDS:
        return extra
    found = _parts(store, plain, asked, ("therapy", *_NARROWING))
    organs = {at[0] for kind, at, _ in found if kind == "cancer" and at[1] - at[0] == 1}
    paired = _paired(store, plain, {at for at in organs if not plain[at].endswith(_DISEASES)})
    found = [one for one in found if one[0] != "cancer" or one[1][0] not in paired]
    extra.update(
        {("term", one): _NAMED_IN for ids in paired.values() for one in ids if ("term", one) not in extra}
    )
    found = found or _parts(store, plain, asked, _TOLD_OF, 2)
    for kind, _, ids in found:
        for one in ids:
            if (kind, one) not in extra:
                extra[kind, one] = _TOLD_IN if kind in _TOLD_OF else _NAMED_IN
    narrowing = [(kind, ids) for kind, _, ids in found if kind in _NARROWING]
    brands = [ids for kind, _, ids in found if kind == "therapy"]
    if len({kind for kind, _ in narrowing}) > 1 or (brands and narrowing):
        for one, score in _therapies(store, narrowing, brands).items():
            extra["therapy", one] = max(extra.get(("therapy", one), 0.0), _MEANT + score)
    return extra


def _parts(
    store: Store, plain: Sequence[str], asked: str, kinds: Sequence[str], least: int = 1
) -> list[tuple[str, tuple[int, int], list[str]]]:
    """Return what stretches of the words name, the longest first, none of them inside another."""
    found: list[tuple[str, tuple[int, int], list[str]]] = []
    taken: set[int] = set()
    for size in range(min(_NAME_WORDS, len(plain)), least - 1, -1):
        for start in range(len(plain) - size + 1):
            if taken & set(range(start, start + size)):
                continue
            name = " ".join(plain[start : start + size])
            if name in words.STOP or (size == 1 and len(name) < 3):
                continue
            for kind in kinds:
                entry = _exact(store, kind, name)
                if entry and entry[0] and not (size == 1 and _is_chance(entry, asked)):
                    found.append((kind, (start, start + size), entry[0]))
                    taken |= set(range(start, start + size))
    return found


def _paired(store: Store, plain: Sequence[str], organs: set[int]) -> dict[int, list[str]]:
    """Return the places of organs that make a term with the word beside them, and the term: "bowel inflammation".

    Such an organ is no cancer. The order of the two words and how they end do not count.
    """
    said = [place for place, word in enumerate(plain) if word not in words.STOP]
    same, found = store.same_words, {}
    for first, last in pairwise(said):
        for organ, other in ((first, last), (last, first)):
            if organ in organs and not plain[other].endswith((*_DISEASES, "tumor", "tumors")):
                stem = words.stem(plain[other])
                ends = dict.fromkeys((plain[other], same.get(stem, stem)))
                names = [name for end in ends for name in (f"{plain[organ]} {end}", f"{end} {plain[organ]}")]
                terms = [
                    entry for entry in (_exact(store, "term", name) for name in names) if entry and entry[0]
                ]
                if terms:
                    found[organ] = terms[0][0]
    return found


def _is_chance(entry: Sequence[Any], asked: str) -> bool:
    """Say whether a word only happens to be written like a code of letters: "read" is no READ."""
    return entry[1] == "code" and str(entry[2]).isalpha() and str(entry[2]) not in asked


def _exact(store: Store, kind: str, name: str) -> list[list[str]] | None:
    from immunocli.names.forms import singular

    plain = normalize(name)
    found = store.name(kind, plain) if plain else None
    if found is None and kind != "therapy":
        for form in singular(plain):
            found = found or store.name(kind, form)
    return found


def _therapies(
    store: Store, narrowing: Sequence[tuple[str, list[str]]], brands: Sequence[list[str]]
) -> dict[str, float]:
    """Return the therapies that fit all that narrows them, those with more uses there first."""
    sets: list[set[str]] = [set(ids) for ids in brands]
    for kind in _NARROWING:
        ids = [one for of, some in narrowing if of == kind for one in some]
        if ids:
            treated: list[str] = []
            for record in store.records(kind, ids):
                treated += record["therapies"]
            sets.append(set(treated))
    fitting = set.intersection(*sets) if sets else set()
    if not fitting and brands:
        fitting = set().union(*brands)
    cancers = {one for of, some in narrowing if of == "cancer" for one in some}
    counts = {
        one: sum(not cancers or bool(cancers & set(groups)) for groups, _ in told["spans"])
        for one, told in store.briefs(sorted(fitting)).items()
    }
    return {one: min(count, 9) for one, count in counts.items()}


def _respelled(store: Store, plain: list[str]) -> list[str]:
    """Return the words with those that stand nowhere put right, when a word of the data is near."""
    same = store.same_words
    roots = {word: same.get(words.stem(word), words.stem(word)) for word in plain if word.isalpha()}
    known = store.weighed_all("word", roots.values())
    strange = [word for word, root in roots.items() if root not in known and word not in words.STOP]
    strange = [word for word in strange if len(word) >= 5 and store.name("therapy", normalize(word)) is None]
    if not strange:
        return plain
    from immunocli.words.word_spelling import nearest

    right = {word: nearest(word, store.words_beginning(word[0])) or word for word in strange}
    return [right.get(word, word) for word in plain]
