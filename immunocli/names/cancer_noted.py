"""Reads a clinician's note of a cancer that was not read as a name: its short words, and the biomarkers beside it."""

from __future__ import annotations

import re

from immunocli.names.cancer_clauses import how_of
from immunocli.names.cancer_labels import is_aimed
from immunocli.names.cancer_markers import markers_in, with_markers
from immunocli.names.cancer_notes import staged, without_weight
from immunocli.names.cancer_sites import is_organ_alone, lies
from immunocli.names.clinic_notes import WORD, note_of
from immunocli.names.forms import normalize
from immunocli.names.precancers import precancer_of
from immunocli.names.reading import Found
from immunocli.names.reports import depth_of
from immunocli.names.words_beside_drugs import as_written

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from immunocli.names.lexicon import Lexicon
    from immunocli.names.names_protocol import Entry

_OF_URINE = frozenset(("bladder", "bladder-urothelial", "urothelial-carcinoma"))
_SHORT = ("abbreviation", "code")
_SEVERAL, _CALLED = 2, " cancer"
_LEAST_SHORT, _LEAST_LONG, _MOST_WORDS = 3, 7, 6
_ADVANCED = re.compile(r"(?<![\w-])(?:la|[maur])(?P<short>[A-Z]{3,})(?![\w-])")
# What says that a cancer is meant.
_SAID = re.compile(r"canc|carc|tum[ou]|neopl|malig|omas?\b|\bca\b", re.I)
# What is not read may be no cancer: fibroadenoma of the breast.
_GROWTH = re.compile(r"omas?\b|\bmass|cyst|polyp|nodul|lesion", re.I)


def noted(text: str, found: Found, lexicon: Lexicon, whole: Callable[[str], Found]) -> Found:
    """Return what a note names, where that is nearer than what was found; a person should look.

    Args:
        text: `62M, RLL adeno, EGFR ex19del`.
        found: what was read in it as in any string.
        lexicon: the names of cancers.
        whole: reads a part as a string of its own.
    """
    if found.entries and (not (found.review and found.unread) or is_aimed(text)):
        return found
    if found.entries and _OF_URINE.issuperset(one for entry in found.entries for one in entry[0]):
        deep = lexicon.entry(normalize(depth_of(text)))
        if deep is not None:
            return Found([deep], how_of(deep), review=True, unread=found.unread)
    if not found.entries:
        early = precancer_of(text, lexicon)
        if early is not None:
            return early
        plain = _without_advance(text, lexicon)
        base = whole(plain) if plain else None
        if base is not None and base.entries:
            text, found = plain, Found(base.entries, base.how, review=True, unread=base.unread)
            if not found.unread:
                return found
    around = lexicon.keeper.around("note")
    bare, told, words = markers_in(staged(without_weight(text)))
    note = note_of(bare, around, lexicon.roles, bool(told))
    if note is None:
        return found
    base, head = _named(note.heads, lexicon, whole)
    if base is None:
        return found
    entry = base.entries[0]
    beside = [word for word in WORD.findall(note.heads[0]) if word.casefold() not in head.casefold()]
    unread = [one.replace(";", " ") for one in (*note.unread, base.unread or " ".join(beside)) if one]
    path = lexicon.keeper.path
    # Beside other words a short name is what notes mean by it: SCCA is squamous, and not anal.
    brief = found.how in _SHORT and normalize(found.entries[0][2]) in around
    old = {one for each in found.entries for one in each[0]} if not brief else set()
    wider, nearer = old <= {*path(entry[0][0])}, all(entry[0][0] in path(one) for one in old)
    marked = _marked(base, told, lexicon)
    if marked is not None and (wider or nearer) and len(old) < _SEVERAL:
        return Found([marked], how_of(marked), review=True, unread=";".join(unread))
    if told and head.endswith(_CALLED) and _CALLED.strip() not in text.casefold():
        return found  # an organ, beside a biomarker that says nothing of it
    if old and not (wider and (told or entry[0][0] not in old)):
        return found
    rest = [*(one.replace(";", " ") for one in words), *unread]
    return Found([entry], base.how, review=True, unread=";".join(rest))


def _without_advance(text: str, lexicon: Lexicon) -> str:
    """Return a string without the small letter that says how far a cancer went: mNSCLC, laBCC; nothing where none does."""
    found = _ADVANCED.search(text)
    entry = lexicon.entry(normalize(found["short"])) if found is not None else None
    if (
        found is None
        or entry is None
        or entry[1] != "abbreviation"
        or not as_written(entry[2], found["short"])
    ):
        return ""
    return text[: found.start()] + found["short"] + text[found.end() :]


def _named(heads: list[str], lexicon: Lexicon, whole: Callable[[str], Found]) -> tuple[Found | None, str]:
    """Return the one cancer that a head names, all of it read where one is, and the head."""
    best: tuple[Found | None, str] = None, ""
    for head in heads:
        found = whole(head)
        if not found.is_one:
            continue
        if found.how in _SHORT and head.islower() and not _is_meant(head, heads, lexicon):
            continue
        if lies(found.entries[0]) and found.how not in _SHORT and not _SAID.search(head):
            continue  # only an organ
        if not found.unread:
            return found, head
        if head.endswith(_CALLED):
            continue  # so called by us
        if not _GROWTH.search(found.unread) and not _names_another(found, lexicon):
            best = best if best[0] is not None else (found, head)
    return best if best[0] is not None else (_first_short(heads[0], lexicon), heads[0])


def _is_meant(head: str, heads: list[str], lexicon: Lexicon) -> bool:
    """Say whether a short name in small letters is meant: it begins the note, and is no word."""
    plain = normalize(head)
    known = lexicon.stranger(plain)
    is_word = plain in lexicon.roles or (known is not None and known[0] == "word")
    return heads[0].startswith(head) and not is_word


def _names_another(found: Found, lexicon: Lexicon) -> bool:
    """Say whether what was not read names a cancer: BCC of the nose is none of the nose."""
    words = re.findall(r"[^\W_][\w'-]*", found.unread)
    return any(entry is not None and entry[0] for word in words for entry in [lexicon.entry(normalize(word))])


def _first_short(head: str, lexicon: Lexicon) -> Found | None:
    """Return the cancer whose name a note begins with, whatever follows: MTC RET M918T."""
    word = re.match(r"\W*([a-z]?[A-Z][A-Z/-]+)(?=[\s,]|$)", head)
    entry = lexicon.entry(normalize(word[1])) if word is not None and len(word[1]) >= _LEAST_SHORT else None
    if word is not None and entry is not None and entry[1] in _SHORT and as_written(entry[2], word[1]):
        rest = head[word.end() :]
        return _begun(entry, rest) if not lies_elsewhere(entry, rest, lexicon) else None
    words = head.split()
    for length in range(min(len(words) - 1, _MOST_WORDS), 0, -1):
        begun = " ".join(words[:length])
        entry = lexicon.entry(normalize(begun))
        told = len(begun) >= _LEAST_LONG and _SAID.search(begun)
        if entry is not None and told and not is_organ_alone(entry, lexicon.roles):
            return _begun(entry, " ".join(words[length:]))
    return None


def _begun(entry: Entry, rest: str) -> Found | None:
    if len(entry[0]) != 1 or _GROWTH.search(rest):
        return None
    return Found([entry], how_of(entry), review=True, unread=rest.strip(" ,").replace(";", " "))


def lies_elsewhere(entry: Entry, rest: str, lexicon: Lexicon) -> bool:
    """Say whether an organ is told that is none of a cancer's: an ACC of the parotid is none of the adrenal gland."""
    path = lexicon.keeper.path
    organs = (lexicon.entry(normalize(f"{word} cancer")) for word in re.findall(r"[^\W\d_]{3,}", rest))
    here = {*path(entry[0][0])} if entry[0] else set()
    return any(organ is not None and organ[0] and not here & {*path(organ[0][0])} for organ in organs)


def _marked(base: Found, told: set[str], lexicon: Lexicon) -> Entry | None:
    keeper = lexicon.keeper
    if not told:
        return None
    return with_markers(
        base.entries[0], told, keeper.path, keeper.title, lambda name: lexicon.entry(normalize(name))
    )
