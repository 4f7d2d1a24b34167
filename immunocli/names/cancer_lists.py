"""Tells apart the cancers that a string lists, and a benign tumor from one that is none."""

from __future__ import annotations

import re

from immunocli.names.cancer_sites import is_organ_alone
from immunocli.names.cancer_words import KINDS, OPTIONAL, is_tumor
from immunocli.names.clauses import carry, parted
from immunocli.names.forms import normalize
from immunocli.names.gates import Gate
from immunocli.names.reading import SPELLING, Found

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from immunocli.names.cancer_clauses import ClauseReader
    from immunocli.names.cancer_names import CancerNames
    from immunocli.names.cancer_said import Said
    from immunocli.names.clauses import Clause
    from immunocli.names.lexicon import Lexicon
    from immunocli.names.names_protocol import Entry

# So a cancer of an organ is called, and not only a tumor that lies there.
_CANCER = ("cancer", "carcinoma")
_BOTH = 2
_LEAST_NAMED = 3
_CALLED = re.compile(r"canc|carc|tum[ou]|oma|leuk|neopl|malig", re.I)
# Not elsewhere classified, in lists.
_ELSEWHERE = ("NEC",)
# Short names that are words.
_WORDS_TOO = ("all",)
_SEPARATORS = (",", ";", "/", "|", "+")
# Of what is only dysplastic so is nothing a cancer.
_NO_CANCER = ("benign", "dysplas")
_POTENTIAL = Gate(r"\b(?:low|uncertain|unknown) malignan(?:t|cy) potential\b", re.I, parts=("potential",))
_LOW = re.compile(r"\bborderline\b|\bpotential\b", re.I)
_LISTED = re.compile(r"\s*(?:[;/&+|]|\band\b)\s*", re.I)
EITHER = re.compile(r"\s+or\s+", re.I)
_PARTED = re.compile(_LISTED.pattern + r"|(?<=carcinoma)s?,|\s+or\s+", re.I)
# The rest of a group after one of it: Wilms tumor and other kidney tumors.
_AND_OTHER = Gate(r"^(?P<one>.{4,}?),? (?:and|&) other (?P<group>.+)$", re.I, parts=(" other ",))
# A kind of tumor without the organ it is of: SCC and BCC.
_KIND_ALONE = re.compile(
    r"(?:(?P<kind>SCC|BCC|squamous|basal|adeno(?=carc)|small|large|clear|papillary|follicular|serous|mucinous|endometrioid)"
    r"(?:[ -]cells?)?(?: ?carcinomas?| cancers?)?)(?: of (?:the )?\w+| skin)?$",
    re.I,
)
_BOTH_KINDS = Gate(
    r"\b(squamous|basal|small|large|papillary|follicular|serous|mucinous|endometrioid)(?:[ -]cells?)?(?: carcinomas?)?"
    r"(?: and | & )(squamous|basal|small|large|papillary|follicular|serous|mucinous|endometrioid)\b",
    re.I,
    parts=(" and ", " & "),
)
_KIND_TOLD = re.compile(r"adeno|squam|basal|oma\b|small|clear|papill|follic|serous|mucin|endometrioid", re.I)
# Two cancers that end in one word for both: neuroendocrine and adrenal tumors.
_TWO = re.compile(
    r"^(?!mixed|combined|composite)(?P<one>[^,;:/()\[\]]+?) (?:and|&) (?P<other>(?:[^,;:/()\[\]]+? )?(?P<kind>\w{5,}))$",
    re.I,
)
# The same in other words, as ICD writes it: Plasmozytom [Multiples Myelom].
_SQUARE = re.compile(r"^[^\[\]]+\[(?P<inner>[^\[\]]{4,})\]$")
_OF_BOTH = re.compile(r"(?:cancer|tumou?r|neoplasm|carcinoma|malignanc)(?:s|ies)?$", re.I)


def regrouped(
    text: str, found: Found, read: Callable[[str], Found], path: Callable[[str], list[str]]
) -> Found:
    """Return what a list was read as, or all that it names: a group, two cancers with one word for both.

    Args:
        text: the string.
        found: what it was read as.
        read: reads a string.
        path: returns a cancer and all that it is part of.
    """
    told = {one for entry in found.entries for one in entry[0]}
    if not told or found.unread:
        return found
    inner = _SQUARE.match(text) if len(told) > 1 else None
    if inner is not None:
        same = read(inner["inner"].strip())
        return Found(same.entries, same.how, review=True) if _is_one(same) else found
    group = _AND_OTHER.match(text)
    if group is not None and len(told) == 1:
        wide = read(group["group"])
        held = path(next(iter(told)))
        if _is_one(wide) and wide.entries[0][0][0] in held:
            return Found(wide.entries, wide.how, review=wide.review)
        first = read(group["one"])
        if _is_one(first) and told == {*first.entries[0][0]}:
            return Found(found.entries, found.how, review=True, unread=found.unread)
        return found
    two = _TWO.match(text)
    if two is None or len(told) > _BOTH:
        return found
    other = read(two["other"])
    one = read(two["one"])
    if not _is_one(one) and _OF_BOTH.search(two["kind"]):
        one = read(f"{two['one']} {two['kind']}")
    if not _is_one(one) or not _is_one(other) or one.review or other.review:
        return found
    here, there = one.entries[0][0][0], other.entries[0][0][0]
    if told == {here, there}:
        return Found(found.entries, found.how)
    if (
        len(told) == _BOTH
        or here in path(there)
        or there in path(here)
        or told.issubset({*path(here)} & {*path(there)})
    ):
        return found
    return Found([one.entries[0], other.entries[0]], "synonym", review=not told & {here, there})


def _is_one(found: Found) -> bool:
    return (
        len(found.entries) == 1
        and len(found.entries[0][0]) == 1
        and not found.unread
        and found.how != SPELLING
    )


def passed_over(
    text: str, found: Found, name: Callable[[str], Entry | None], path: Callable[[str], list[str]]
) -> str:
    """Return the part of a list that names a cancer, or an organ, of which nothing was told: lung and melanoma.

    Args:
        text: the string.
        found: what it was read as.
        name: returns the cancer that a string is the name of.
        path: returns a cancer and all that it is part of.
    """
    told = {one for entry in found.entries for one in entry[0]}
    if found.review or not told:
        return ""
    held = {step for one in told for step in path(one)}
    kind = _kind_left(text, f"{found.entries[0][2]} {' '.join(told)}") if len(told) == 1 else ""
    if kind:
        return kind
    for part in EITHER.split(text) if EITHER.search(text) else ():
        entry = name(part) if _CALLED.search(part) or part.isupper() else None  # an organ shares what follows
        if (
            entry is not None
            and entry[2] not in _ELSEWHERE
            and not any(held & {*path(one)} for one in entry[0])
        ):
            return part.strip().replace(";", ",")
    if not _LISTED.search(text):
        return ""
    for part in _LISTED.split(text):
        entry = name(part)
        if entry is not None and not any(one in held or told & {*path(one)} for one in entry[0]):
            return part.strip().replace(";", ",")
    return ""


def _kind_left(text: str, told: str) -> str:
    """Return the kind of tumor in a list of two of which nothing was told: SCC and BCC."""
    if not _KIND_TOLD.search(told):
        return ""
    two = _BOTH_KINDS.search(text)
    if two is not None and (two[1].casefold() in told.casefold()) != (two[2].casefold() in told.casefold()):
        return two[1] if two[2].casefold() in told.casefold() else two[2]
    parts = [part.strip() for part in _PARTED.split(text)]
    if len(parts) != _BOTH:
        return ""
    found = [match for part in parts for match in [_KIND_ALONE.match(part)] if match is not None]
    return next((one[0] for one in found if one["kind"].casefold() not in told.casefold()), "")


def settled(text: str, found: Found, read: Callable[[str], Found], lexicon: Lexicon) -> Found:
    """Return what was found, or what the whole of a list names: all of it, a group, the one disease of two names.

    Args:
        text: the string.
        found: what it was read as.
        read: reads a string.
        lexicon: the names of cancers.
    """

    def part(words: str) -> Found:
        read_as = read(words)
        alone = any(is_organ_alone(entry, lexicon.roles) for entry in read_as.entries)
        return Found(read_as.entries, read_as.how, review=True, unread=read_as.unread) if alone else read_as

    found = _named_whole(text, found, lexicon)
    return as_one(regrouped(text, found, part, lexicon.keeper.path), lexicon)


def _named_whole(text: str, found: Found, lexicon: Lexicon) -> Found:
    """Return what was found, or what is nearer named but for words of its course: refractory PTCL, NOS."""
    words = text.split()
    if len(found.entries) != 1 or len(found.entries[0][0]) != 1 or found.unread or len(words) < _LEAST_NAMED:
        return found
    for start in range(1, len(words) - 1):
        if lexicon.roles.get(normalize(words[start - 1])) != "course":
            return found
        entry = lexicon.entry(normalize(" ".join(words[start:])))
        if entry is not None and len(entry[0]) == 1 and entry[1] not in ("abbreviation", "code"):
            nearer = found.entries[0][0][0] in lexicon.keeper.path(entry[0][0])[1:]
            return Found([entry], "synonym", review=found.review) if nearer else found
    return found


def as_one(found: Found, lexicon: Lexicon) -> Found:
    """Return what was found, or the one disease of which these are the names: CLL (chronic...)/SLL.

    Args:
        found: what was read.
        lexicon: the names of cancers.
    """
    each, path = found.entries, lexicon.keeper.path
    if len(each) != _BOTH or not all(len(entry[0]) == 1 for entry in each):
        return found
    shared = {one for one in path(each[0][0][0]) if one in path(each[1][0][0])}
    shared = {one for one in shared if " and " in lexicon.keeper.title("cancer", one)}  # named after both
    for one, other in (each, each[::-1]):
        for between in ("", "and", "or"):
            both = lexicon.entry(normalize(f"{one[2]} {between} {other[2]}"))
            if both is not None and len(both[0]) == 1 and both[0][0] in shared:
                return Found([both], "synonym", review=found.review, unread=found.unread)
    return found


def widest(entries: list[Entry], path: Callable[[str], list[str]]) -> list[Entry]:
    """Return cancers without those that are part of another one: of "colorectal and colon cancer" the first."""
    all_of = {one for entry in entries for one in entry[0]}
    return [
        entry for entry in entries if not any(step in all_of for one in entry[0] for step in path(one)[1:])
    ]


def apart(said: Said, whole: Entry | None, names: CancerNames, narrowest: ClauseReader) -> list[Entry]:
    """Return the cancers of a string each part of which names one by itself: "melanoma; stomach cancer".

    Args:
        said: the string.
        whole: what it was read as, all of it together; where that is each of them, nothing is apart.
        names: of cancers, by their words.
        narrowest: drops a cancer of which another one is a form.
    """
    if not any(sign in said.text for sign in _SEPARATORS):
        return []
    parts = parted(said.tokens, said.items, weak=True)
    if len(parts) < 2 or any(carry(parts)) or any(part.bracket for part in parts):
        return []
    found: list[Entry] = []
    for part in parts:
        speaks = part.speaks_of_cancer()
        entry = names.named(part) if speaks else names.abbreviated(said.tokens, part, said.shorts)
        if entry is None or (names.sites.is_one(entry) and not _is_called_cancer(part)):
            return []
        if not speaks and entry[2].casefold() in _WORDS_TOO:
            return []
        found.append(entry)
    path = set(names.path(whole[0][0])) if whole is not None and len(whole[0]) == 1 else set()
    if path and all(one in path for entry in found for one in entry[0]):
        return []
    kept = narrowest.narrowest(found)
    if len(kept) > 1:
        # Ovarian, fallopian tube and peritoneal cancer: the wide one stands for all that lie in it.
        held = [one for one in found if all(one[0][0] in names.path(other[0][0]) for other in kept)]
        return held[:1] if held and names.sites.is_one(held[0]) else kept
    return []


def _is_called_cancer(part: Clause) -> bool:
    return any(item.role in _CANCER or item.role == "histology" for item in part.items)


def is_of_low_potential(text: str, entry: Entry | None) -> bool:
    """Say whether a growth is told to be of low malignant potential, and no name of ours says so."""
    return bool(_POTENTIAL.search(text)) and not (entry is not None and _LOW.search(entry[2]))


def is_told_benign(said: Said) -> bool:
    """Say whether a tumor of an organ is told to be no cancer in a clause of its own: "brain tumour - benign"."""
    if not any(item.role == "benign" for item in said.items):
        return False
    clauses = parted(said.tokens, said.items, weak=True)
    if len(clauses) < 2 or any(item.role in _CANCER or is_tumor(item.word) for item in said.items):
        return False
    roles = {"benign", "grammar", *OPTIONAL, *KINDS}
    return any(
        all(item.role in roles for item in clause.items)
        and any(item.role == "benign" and item.word.startswith(_NO_CANCER) for item in clause.items)
        for clause in clauses[1:]
    )
