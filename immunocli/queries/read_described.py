"""Returns the cancers that a description means, with what is told of them."""

from __future__ import annotations

import immunocli
from immunocli.names.cancer_words import is_tumor, one_of
from immunocli.names.clauses import BARRING
from immunocli.names.find import exact, named
from immunocli.names.form_words import tell_form
from immunocli.names.forms import normalize
from immunocli.names.reading import SPELLING
from immunocli.queries.described import Described, described
from immunocli.queries.fitting_uses import Course
from immunocli.queries.marked_cancers import Read

TYPE_CHECKING = False
if TYPE_CHECKING:
    from immunocli.store.typed_store import Store

# A word that may deny what stands beside it.
_DENYING = frozenset(
    "no not non never without free denies denied ruled out suspected possible excluded negative prevent".split()
)
# A label in more parts is not tried without each of them.
_MOST_PARTS = 4
# No name among others is looked for that has more words.
_MOST_HELD = 6


def read_described(store: Store, name: str) -> Read | None:
    """Return what a description says; nothing where it only names a cancer, or no cancer is read in it."""
    told = described(store, name)
    alone = not told.facts and name in told.names
    for one in [name] if alone else told.names:
        ids = _ids(store, one)
        told_of = {word for fact in told.facts for word in normalize(fact.text).split()}
        beside = (
            [word for word in _passed_over(store, one, ids) if normalize(word) not in told_of] if ids else []
        )
        for word in beside:
            told.add(word)
        if ids and not (alone and not beside):
            return _made(told, ids)
    if alone:
        return None
    # Of a label in parts, one that says the kind again is not weighed: lung, non-small cell, adenocarcinoma.
    parts = told.names[-1].split(", ") if told.names else []
    for left in range(len(parts) - 1, -1, -1) if 1 < len(parts) <= _MOST_PARTS else ():
        ids = _ids(store, ", ".join(parts[:left] + parts[left + 1 :]))
        if len(ids) == 1 and _says_kind(store, parts[left]):
            told.add(parts[left])
            return _made(told, ids)
    return _among_others(store, told)


def _passed_over(store: Store, name: str, ids: list[str]) -> list[str]:
    """Return the words of a name that tell how far a cancer has come, and without which it is the same one."""
    words = name.split()
    roles = store.around("cancer")
    return [
        word.strip(",;")
        for place, word in enumerate(words)
        if roles.get(normalize(word)) == "course"
        and _ids(store, " ".join(words[:place] + words[place + 1 :]).strip(",; ")) == ids
    ]


def _among_others(store: Store, told: Described) -> Read | None:
    """Return the cancer that stands among words of a description that are not read: they are told as not weighed.

    A word that may be another cancer's, that may deny this one, or that tells which of its forms is meant, is no such
    word.
    """
    for name in told.names:
        found = store.reader("cancer").resolve(name)
        words = found.unread.replace(";", " ").split()
        if (
            found.ids
            and found.match != SPELLING
            and words
            and all(_says_nothing(store, word) for word in words)
        ):
            ids = _of_form(store, found.ids, name, words)
            for text in filter(None, found.unread.split(";")) if ids == found.ids else ():
                told.add(text)
            if ids:
                return _made(told, ids)
        ids, beside = _held(store, name)
        if ids and all(_says_nothing(store, word) for word in beside):
            near = _of_form(store, ids, name, beside)
            if near == ids:
                told.add(" ".join(beside))
            if near:
                return _made(told, near)
    return None


def _of_form(store: Store, ids: list[str], name: str, words: list[str]) -> list[str]:
    """Return the form of a cancer that words beside it tell: skin cancer, Merkel.

    It is the cancer itself where none of them tells one, or the record knows no forms of it; nothing where one is told
    that is not known: what is approved for some forms is then not told as approved for this one.
    """
    if not any({*store.scope(one)["below"]} - {one} for one in ids) or not tell_form(store, words):
        return ids
    told = " ".join(word for word in words if tell_form(store, [word]))
    kinds = [word for word in name.replace(",", " ").split() if is_tumor(one_of(normalize(word)))]
    heads = dict.fromkeys([*reversed(kinds), "cancer", "carcinoma"])
    for kind in [*heads, *(f"cell {head}" for head in heads)]:  # large B, Merkel
        found = _ids(store, f"{told} {kind}")
        if len(found) == 1 and found != ids and all(one in store.path(found[0]) for one in ids):
            return found
    return []


def _held(store: Store, name: str) -> tuple[list[str], list[str]]:
    """Return the cancer of the longest name that stands in some words, and the other words."""
    words = name.replace(",", " ").split()
    for length in range(min(len(words) - 1, _MOST_HELD), 0, -1):
        for start in range(len(words) - length + 1):
            found = exact(store, "cancer", " ".join(words[start : start + length]))
            if found is not None and found[0] and (length > 1 or words[start].isupper()):
                return found[0], words[:start] + words[start + length :]
    return [], []


def _says_nothing(store: Store, word: str) -> bool:
    plain = normalize(word)
    if (
        not plain
        or plain in _DENYING
        or is_tumor(one_of(plain))
        or store.around("cancer").get(plain) in (*BARRING, "histology")
    ):
        return False
    if store.told.is_one(word.lower(), "place"):
        return True  # where it has spread to
    return not any(exact(store, "cancer", form) for form in (word, f"{word} cancer"))


def _ids(store: Store, name: str) -> list[str]:
    try:
        return named(store, "cancer", name) if name else []
    except (immunocli.NotFound, immunocli.Ambiguous):
        return []


def _made(told: Described, ids: list[str]) -> Read:
    each = [pair for fact in told.facts for pair in fact.markers.items()]
    markers = dict(sorted(each, key=lambda pair: pair[1]))  # of ER+ and PR-, what is there counts
    there = [marker for marker, has in markers.items() if has]
    return Read(ids, there, [marker for marker in markers if marker not in there], Course(told.facts))


def _says_kind(store: Store, words: str) -> bool:
    """Say whether words only tell the kind of a cancer: "adenocarcinoma", "clear cell"."""
    roles = store.around("cancer")
    return all(
        roles.get(normalize(word)) in ("histology", "course", "area", "grammar", "carcinoma", "tumor")
        or is_tumor(one_of(normalize(word)))
        for word in words.replace("-", " ").split()
    )
