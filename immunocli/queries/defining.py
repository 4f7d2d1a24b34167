"""Finds the terms that words mean, and tells what has a page elsewhere."""

from __future__ import annotations

import immunocli
from immunocli.names.find import exact, spoken
from immunocli.names.forms import normalize

# How many findings are looked at for terms that may be meant, and how well they fit at least.
_LOOKED_AT, _LIKELY = 6, 8.0
_MOST_WORDS = 5  # of a phrase whose words are told one after another
# What has a page of its own and no entry in the glossary.
_PAGES = (
    ("cancer", "a cancer", "show"),
    ("target", "a target", "show"),
    ("type", "a type of therapy", "show"),
    ("part", "told with the immune system", "immune-system"),
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from immunocli.found import Notice
    from immunocli.names.find import Finding
    from immunocli.store.typed_store import Store


def defined(store: Store, names: Sequence[str], day: str) -> tuple[list[Any], list[tuple[str, str]]]:
    """Return the terms that words mean, and those words that are only explained under another term.

    Raises:
        NotFound: there is none; for the name of a therapy the error says so.
        Ambiguous: it is only near one.
    """
    from immunocli.queries.vocabularies import tell

    joined = " ".join(names)
    if exact(store, "term", joined) is None:
        from immunocli.words.near_terms import given

        therapy = exact(store, "therapy", joined)
        if therapy is None and exact(store, "term", given(joined)) is None:
            therapy = exact(store, "therapy", given(joined))
        if therapy and therapy[0]:
            from immunocli.text import quote

            told = f"{quote(given(joined))} is a therapy, not a term"
            raise immunocli.NotFound(told, wrong=joined, advice=f"immuno show {therapy[0][0]}")
        from immunocli.names.asking_phrases import forms_said

        cancer = exact(store, "cancer", joined)
        said = forms_said(joined)
        forms = [*said, *(store.title("cancer", one) for one in (cancer[0] if cancer else ()))]
        meant = next(([one] for one in forms if exact(store, "term", one)), None)
        if meant is None:
            apart = "," not in joined and all(exact(store, "term", name) for name in names)
            found = _explained(store, said[0], apart=apart)
            if found is not None:
                return tell(store, "term", [found], day), [(joined, store.title("term", found))]
            meant = _compared(store, said[0])
        names = meant or names
    try:
        found_all = spoken(store, names, ("term",))
    except (immunocli.NotFound, immunocli.Ambiguous) as problem:
        found_all = _word_by_word(store, joined)
        if not found_all:
            raise _elsewhere(store, joined) or _described(store, joined, problem) from None
    ids = list(dict.fromkeys(one for each in found_all for one in each.ids))
    records = tell(store, "term", ids, day)
    under = [(one.label, store.title("term", one.ids[0])) for one in found_all if one.match == "related"]
    return records, under


def _explained(store: Store, said: str, *, apart: bool) -> str | None:
    """Return the term that explains what is named with a word more or in another word, or None.

    Args:
        store: where to look.
        said: what is asked for, without the words around it.
        apart: each word is a term too, so that they may have been meant one by one.
    """
    from immunocli.words.near_terms import direction, headed, loosely, nearby, numbered, wider

    both = {_one(store, name) or _explained(store, name, apart=True) for name in numbered(said)}
    if len(both) == 1 and None not in both:
        return both.pop()
    same = {one for name in loosely(_written(store), said) for one in (exact(store, "term", name) or [[]])[0]}
    if len(same) == 1:
        return str(same.pop())
    for form, shelves in nearby(said):
        found = exact(store, "term", form)
        if found and len(found[0]) == 1:
            record = next(iter(store.records("term", found[0])))
            if not shelves or record["topic"] in shelves:
                turned = direction(said) and exact(store, "term", f"{direction(said)} {record['term']}")
                return str((turned or found)[0][0])
    forms = [] if apart else list(wider(said))
    kind = headed(said)
    if kind is not None and (apart or _known(store, kind[1])):
        forms.append(kind[0])
    kinds = (exact(store, "term", form) for form in forms)
    return next((str(one[0][0]) for one in kinds if one and len(one[0]) == 1), None)


def _one(store: Store, name: str) -> str | None:
    """Return the one term that a name leads to, or None."""
    found = exact(store, "term", name)
    return str(found[0][0]) if found and len(found[0]) == 1 else None


def _known(store: Store, words: Sequence[str]) -> bool:
    """Say whether each word stands in the name of a term: what else may stand before a name is not known."""
    from immunocli.words.stems import split

    written = {normalize(word) for label in _written(store) for word in split(label.lower())}
    return all(normalize(word) in written for word in words)


def _written(store: Store) -> list[str]:
    """Return the names of terms, as they are written."""
    return [label for ids, _, label in store.names("term").values() if ids]


def _word_by_word(store: Store, joined: str) -> list[Finding]:
    """Return the terms that the words of a phrase name one after another, all of them; else nothing."""
    words = joined.split()
    if not 1 < len(words) <= _MOST_WORDS or _elsewhere(store, joined) is not None:
        return []
    try:
        return spoken(store, words, ("term",))
    except (immunocli.NotFound, immunocli.Ambiguous):
        return []


def _compared(store: Store, said: str) -> list[str] | None:
    """Return the names that stand side by side when each is that of a term, else None."""
    from immunocli.names.asking_phrases import forms_said
    from immunocli.words.near_terms import compared

    found = []
    for part in compared(said):
        found.append(next((form for form in forms_said(part) if exact(store, "term", form)), ""))
    return list(dict.fromkeys(found)) if found and all(found) else None


def _elsewhere(store: Store, name: str) -> immunocli.NotFound | None:
    """Return the error for what is no term but has a page of its own, and for therapies side by side."""
    from immunocli.words.near_terms import compared

    therapies = [exact(store, "therapy", part) for part in compared(name.lower())]
    if therapies and all(one and one[0] for one in therapies):
        ids = " ".join(dict.fromkeys(each for one in therapies if one for each in one[0]))
        return immunocli.NotFound(
            "therapies are compared, not defined", wrong=name, advice=f"immuno compare {ids}"
        )
    for kind, told, verb in _PAGES:
        found = exact(store, kind, name)
        if found and len(found[0]) == 1 and found[1] != "related":
            from immunocli.text import quote

            return immunocli.NotFound(
                f"{quote(name)} is {told}, not a term", wrong=name, advice=f"immuno {verb} {found[0][0]}"
            )
    return None


def _described(store: Store, asked: str, problem: immunocli.ImmunoError) -> immunocli.ImmunoError:
    """Return the error for what no term is named, with the terms whose texts have its words."""
    if problem.code not in ("unknown", "ambiguous") or " " not in asked.strip():
        return problem
    from immunocli.names.suggest import one_slip
    from immunocli.words.search import search

    hits, _, _ = search(store, asked, _LOOKED_AT)
    told = [one["title"] for one in hits if one["kind"] == "term" and one["score"] >= _LIKELY]
    meant = one_slip(problem.suggestions, asked)
    near = list(dict.fromkeys([*meant, *told[:2], *problem.suggestions, *told[2:]]))
    if not near:
        return problem
    from immunocli.text import quote

    return immunocli.Ambiguous(f"no term is named exactly {quote(asked)}", near, wrong=asked)


def explained_under(words: Sequence[tuple[str, str]]) -> list[Notice]:
    """Return a line for each word that is no synonym of the term that explains it."""
    if not words:
        return []
    from immunocli.found import Notice
    from immunocli.text import quote

    return [
        Notice("related", f"{quote(word)} is explained under {quote(term)}", word=word, term=term)
        for word, term in words
    ]
