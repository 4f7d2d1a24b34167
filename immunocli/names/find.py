"""Finds records by a name that a person typed: the one way that every command and question takes."""

from __future__ import annotations

import immunocli
from immunocli.names.forms import LONGEST_NAME, normalize, singular

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from immunocli.store.names_read import Name
    from immunocli.store.typed_store import Store

# What `show` knows, in the order in which a name is tried.
SHOWN = ("therapy", "cancer", "type", "target", "term", "part")
_COMMANDS = {
    "therapy": "immuno therapies", "cancer": "immuno cancers", "type": "immuno types", "target": "immuno targets",
    "term": "immuno terms", "faq": "immuno faq", "part": "immuno immune-system",
    "biomarker": "immuno terms --topic biomarker",
}  # fmt: skip
_SPELLED_BY_READER = ("therapy", "cancer")
# Words that stand around names when people speak, and name nothing themselves.
FILLERS = frozenset(
    "a an and approved are drug drugs for immunotherapies immunotherapy in is medicine medicines of on or plus the "
    "therapies therapy to treat treated treating treatment treatments treats used using what which with".split()
)
_OFFERED = 30
_WORDS = {"faq": "question", "part": "part of the immune system"}
LONGEST_READ = 1_000  # a longer text is not searched for a name among other words
_MOST_WORDS = 12  # of any name, see LONGEST_NAME


class Finding:
    """What a name was found to name.

    Args:
        kind: of the record.
        ids: one, or all therapies of a product.
        match: how it was recognized.
        label: the name as the data writes it.
    """

    __slots__ = ("ids", "kind", "label", "match")

    def __init__(self, kind: str, ids: Sequence[str], match: str, label: str) -> None:
        self.kind, self.ids, self.match, self.label = kind, list(ids), match, label


def exact(store: Store, kind: str, name: str) -> Name | None:
    """Return what the name leads to that equals `name` once normalized, or None.

    A plural finds its singular. Names that are known to be none of ours have no ids.
    """
    plain = normalize(name[: 4 * LONGEST_NAME])
    if not plain or len(plain) > LONGEST_NAME:
        return None
    found = store.name(kind, plain)
    if found is None and kind != "therapy":
        for form in singular(plain):
            found = found or store.name(kind, form)
    return None if found and " " in name and _spaced(name.split(), found[2]) else found


def _spaced(words: Sequence[str], label: str) -> bool:
    """Say whether all words are single letters and the name is not written so: "a b c" is not ABC."""
    return len(words) > len(label.split()) and all(len(word) == 1 and word.isalpha() for word in words)


def cancer_of(store: Store, name: str) -> Name | None:
    """Return the cancer that a name leads to where only one can be meant: `gastric` is gastric cancer.

    An id means its record, whatever else the word means.
    """
    found = exact(store, "cancer", name)
    if found is None and (title := store.title("cancer", name)):
        return [[name], "name", title]
    if found is None and other_of(store, name) is None:
        found = exact(store, "cancer", f"{name} cancer")
        term = exact(store, "term", name) if found is None else None
        if term and len(term[0]) == 1 and not exact(store, "target", name):
            held = [one for record in store.records("term", term[0]) for one in record.get("cancers", ())]
            if len(held) == 1 and next(iter(store.records("term", term[0])))["topic"] == "cancer":
                return [held, "synonym", term[2]]
    return found


def find(store: Store, name: str, kinds: Sequence[str] = SHOWN) -> Finding:
    """Return what `name` names: an exact name of any of `kinds`, or one among doses and brackets.

    Args:
        store: where to look.
        name: as a person types it.
        kinds: what it may be, in the order in which it is tried.

    Raises:
        UsageError: the name is empty.
        NotFound: nothing has that name; NotInScope, Investigational when it is known what it is.
        Ambiguous: it names several records, or is only near a name.
    """
    if not name.strip():
        raise immunocli.UsageError("the name is empty")
    for kind in kinds:
        found = exact(store, kind, name)
        if found and found[0]:
            if found[1] == "related" and "therapy" in kinds and other_of(store, name) is not None:
                break  # a drug that a term only mentions: what it is comes first
            return Finding(kind, *found)
    if tuple(kinds) == ("cancer",):
        found = cancer_of(store, name)
        if found and found[0]:
            return Finding("cancer", *found)
    if "type" in kinds and "term" not in kinds:  # which explains words that may be meant
        from immunocli.names.kinds_meant import type_of

        found = type_of(store, name)
        if found and found[0]:
            return Finding("type", *found)
    near: Finding | None = None
    for kind in kinds if len(name) <= LONGEST_READ else ():
        if kind in _SPELLED_BY_READER:
            match = store.reader(kind).resolve(name)
            if match.ids and match.review == "no":
                return Finding(kind, match.ids, match.match, match.evidence)
            if match.ids and near is None:
                label = match.evidence if exact(store, kind, match.evidence) else match.name
                near = Finding(kind, match.ids, match.match, label)
    if near is not None:
        if " " in name:
            _refuse_slip(store, name, kinds)
        raise unclear(near.kind, name, near.label.split(";"))
    raise unknown(store, kinds, name)


def named(store: Store, kind: str, name: str) -> list[str]:
    """Return the ids that `name` names, to filter by; see `find`.

    Args:
        store: where to look.
        kind: of `find`, or `biomarker` or `faq`.
        name: as a person types it.
    """
    if not name.strip():
        raise immunocli.UsageError(f"the name of a {_WORDS.get(kind, kind)} is empty")
    return find(store, name, (kind,)).ids


def one(store: Store, kind: str, name: str) -> str:
    """Return the id of the one record of that kind that `name` names; several are ambiguous too."""
    ids = named(store, kind, name)
    if len(ids) > 1:
        raise unclear(kind, name, [store.titles(kind)[each] for each in ids])
    return ids[0]


def spoken(store: Store, words: Sequence[str], kinds: Sequence[str] = SHOWN) -> list[Finding]:
    """Return what words name: together when they are one name, else each alone.

    Args:
        store: where to look.
        words: as they were typed, without quotes around what belongs together.
        kinds: see `find`.
    """
    if len(words) > 1:
        joined = " ".join(words)
        whole = equal_to(store, joined, kinds)
        if whole is not None:
            return [whole]
        parts = parts_in(store, words, kinds)
        if not any(isinstance(part, Finding) for part in parts):
            return [find(store, joined, kinds)]
        if not all(isinstance(part, Finding) for part in parts):
            _refuse_slip(store, joined, kinds)
            read = _read_whole(store, joined, kinds)
            if read is not None:
                return [read]
        return [part if isinstance(part, Finding) else find(store, part, kinds) for part in parts]
    return [find(store, word, kinds) for word in words]


def _read_whole(store: Store, name: str, kinds: Sequence[str]) -> Finding | None:
    """Return what a name with a dose or the like around it names, when all of it is read."""
    try:
        return find(store, name, kinds)
    except (immunocli.NotInScope, immunocli.Investigational):
        raise
    except (immunocli.NotFound, immunocli.Ambiguous):
        return None


def _refuse_slip(store: Store, name: str, kinds: Sequence[str]) -> None:
    """Refuse words that are near one name of as many words: no part of them is then meant alone.

    Raises:
        Ambiguous: there is one.
    """
    from immunocli.names.suggest import nearest

    many = len(split(name))
    known = (label for kind in kinds for label in nearest(store.names(kind), name))
    near = [label for label in known if len(split(label)) == many]
    if near:
        raise unclear(kinds[0] if len(kinds) == 1 else "record", name, list(dict.fromkeys(near)))


def split(name: str) -> list[str]:
    """Return the words of a name, those that a hyphen joins one by one."""
    return name.casefold().replace("-", " ").split()


def equal_to(store: Store, name: str, kinds: Sequence[str]) -> Finding | None:
    """Return what equals a name in the first kind that has it."""
    for kind in kinds:
        found = exact(store, kind, name)
        if found and found[0]:
            return Finding(kind, *found)
    return None


def parts_in(store: Store, words: Sequence[str], kinds: Sequence[str]) -> list[Finding | str]:
    """Return the names that words hold, the longest first, without the words between them.

    What lies between and is no name stays together, as it was typed.
    """
    parts: list[Finding | str] = []
    start, open_ = 0, False
    while start < len(words):
        most = min(len(words), start + _MOST_WORDS)
        for end in range(most, start, -1):
            if end == start + 1 and words[start].lower() in FILLERS:
                continue
            found = equal_to(store, " ".join(words[start:end]), kinds)
            if found is not None:
                parts.append(found)
                start, open_ = end, False
                break
        else:
            word = words[start]
            start += 1
            if word.lower() in FILLERS:
                open_ = False
            elif open_:
                parts[-1] = f"{parts[-1]} {word}"
            else:
                parts.append(word)
                open_ = True
    return parts


def unknown(store: Store, kinds: Sequence[str], name: str) -> immunocli.NotFound | immunocli.Ambiguous:
    """Return the error for a name that nothing has: what it is if that is known, else what is near."""
    from immunocli.text import clean, quote

    if tuple(kinds) == ("type",) and (target := exact(store, "target", name)) and target[0]:
        from immunocli.names.kinds_meant import acting_on

        raise acting_on(store, name, target[0])
    outside = other_of(store, name)
    if outside is not None:
        _, answer, what, see, label = outside
        told = f"{quote(label)} is {clean(what).replace('{as_of}', day := store.edition['as_of'])}"
        if answer == "investigational":
            return immunocli.Investigational(told if day in told else f"{told}, as of {day}", see, wrong=name)
        return immunocli.NotInScope(told, see, wrong=name)
    if "therapy" in kinds and (store.others("therapy", normalize(name)) or ("",))[0] == "drug":
        told = "stands on public lists of medicines and substances, and is none that this record holds"
        return immunocli.NotInScope(f"{quote(name)} {told}", wrong=name)
    from immunocli.names.suggest import nearest  # only errors pay for comparing spellings

    near = [label for kind in kinds for label in nearest(store.names(kind), name, _OFFERED)]
    if near:
        plain = set(name.casefold().split())
        near.sort(key=lambda label: not plain <= set(label.casefold().split()))  # whole words first
        return unclear(kinds[0] if len(kinds) == 1 else "record", name, list(dict.fromkeys(near)))
    kind = kinds[0] if len(kinds) == 1 else ""
    told = f"no {_WORDS.get(kind, kind) or 'record'} named {quote(name)}"
    return immunocli.NotFound(told, wrong=name, advice=_COMMANDS.get(kind, ""))


def other_of(store: Store, name: str) -> list[Any] | None:
    """Return what a name is that is none of ours: see `names.outside`."""
    from immunocli.names.known_not_ours import other  # most names are ours

    return other(store, name)


def unclear(kind: str, name: str, near: Sequence[str]) -> immunocli.Ambiguous:
    """Return the error for a name that is only near some."""
    from immunocli.text import quote

    told = f"no {_WORDS.get(kind, kind)} is named exactly {quote(name)}"
    return immunocli.Ambiguous(told, list(near), wrong=name)
