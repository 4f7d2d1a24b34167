"""Reads the headings of cancer registries: whose list it is, the number and the group, then an organ or a cancer."""

from __future__ import annotations

import re

from immunocli.names.cancer_sites import is_organ_alone
from immunocli.names.forms import normalize, word_by_word
from immunocli.names.reading import SPELLING, Found, nothing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from immunocli.names.lexicon import Lexicon

# A heading begins with a name in capitals, a number, or says that a site follows.
_MAY_BEGIN = re.compile(
    r"\s*(?:[A-Z]\w*[A-Z]|[A-Z]\w*(?: \w+){0,2} ?:|\d{5}\b|(?i:(?:primary|tumou?r|cancer) ?site|site rec))"
)
_FIRST = re.compile(r"\s*([\w*]+)(?:-?\d{1,2}|-[IVX]{1,5})?(?= ?[\s:=,;|(/-]|$)")
_PHRASE = re.compile(r"\s*([A-Za-z]+(?: [A-Za-z]+){1,2}) ?(?=:)")
_CALLED = re.compile(
    r"\s*(?:[\w.'-]+ ){0,4}(?:cancer|tumou?r) (?:registry|register)(?: of [A-Z]\w+)?(?= ?[:,-] )", re.I
)
# What stands between whose list it is and the heading: groups, layers, editions, numbers.
_BETWEEN = re.compile(
    r"[\s:=,;|*-]*(?:"
    r"\([^()]{2,12}\)(?=\s*:)|"
    r"(?:(?:cancer|tumou?r|primary|summary|disease|diagnos(?:is|tic)|malignancy) ?)?"
    r"(?:site ?recode|site ?rec|sites?(?: group)?|groups?|grp|entity|codes?|labels?|tiers?|layers?|levels?|"
    r"family|vol(?:ume)?\.?|categor(?:y|ies)|recode|schema|variable|label(?:l?ed)|list|title|heading|stat)\b(?:\s*-\s*label(?:l?ed))?|"
    r"icd-?o(?:-?3)?(?:\.\d)?|who|rev(?:ision|ised)?|extended|ed(?:ition)?|iccc(?:-?3)?|[LT]\d|(?:19|20)\d\d\+?|"
    r"\d{1,5}[a-d]?(?:\.\d{1,2})*(?=[\s:,.)])|"
    r"[IVX]{1,5}(?:\.\d+)*[ .-]?(?:\([a-f]\d?\)|[a-f](?=[\s:.-]))?(?:\.\d+)*(?=[\s:.-])"
    r")(?=[\s:=,;|./*()-]|$)[/.]?",
    re.I,
)
_START = re.compile(r"[\s:=,;|.*-]*")
_SITED = re.compile(r"\s*(?i:(?:primary|tumou?r|cancer) ?site|site rec)\b")
# A number of five digits, and a heading in words.
_NUMBERED = re.compile(r"\s*(\d{5})[\s:,=-]+(?=[A-Z])")
_PARTED = re.compile(r"\s+[-–]\s+|:\s+")
_ETC = re.compile(r",? etc\.?(?=\s|$)", re.I)
_SPARED = re.compile(
    r",? (?:\((?:incl(?:uding|\.)?|excl(?:uding|\.)?) [^()]*\)|includ(?:ing|es) [^()]*)$", re.I
)
_CODES = re.compile(r"\s*\(?\b[CD]\d\d[^A-Za-z()]*(?:[CD]\d\d[^A-Za-z()]*)*\)?\s*$")
_CALLED_CANCER = re.compile(r"cancer|carcin|tumou?r|malig|neoplas", re.I)
# With these an organ is no heading of its cancers.
_NO_HEADING = re.compile(
    r"\b(?:diseases?|disorders?|biops\w+|normal|no|not|none|lesions?|transplant\w*|donors?|benign|family|history|screen\w*|"
    r"volume|scan|exam\w*)\b",
    re.I,
)
_REGISTRY, _NUMBER = "registry", "number"


def heading_of(text: str, lexicon: Lexicon) -> str:
    """Return the heading of a registry's list without whose it is and its number; nothing for another string.

    Args:
        text: "NORDCAN entity 180: Melanoma of skin".
        lexicon: the names of cancers.
    """
    if not _MAY_BEGIN.match(text):
        return ""
    known = lexicon.keeper.around("registry")
    numbered = _NUMBERED.match(text)
    if numbered is not None:
        return text[numbered.end() :].strip() if known.get(numbered[1]) == _NUMBER else ""
    end = _whose(text, known)
    if not end:
        sited = _SITED.match(text)
        end = sited.end() if sited is not None else 0
        if not end or text[end : end + 1] not in (":", "=", " "):
            return ""
    while True:
        again = _whose(text[end:], known)
        found = _BETWEEN.match(text, end)
        if again:
            end += again
        elif found is not None and found.end() > end:
            end = found.end()
        else:
            break
    start = _START.match(text, end)
    end = start.end() if start is not None else end
    return text[end:].strip()


def _whose(text: str, known: dict[str, str]) -> int:
    """Return where the name of a registry ends that a string begins with; 0 where it begins with none."""
    start = _START.match(text)
    rest = text[start.end() if start is not None else 0 :]
    for pattern in (_PHRASE, _FIRST):
        found = pattern.match(rest)
        if found is not None and known.get(normalize(found[1])) == _REGISTRY:
            return len(text) - len(rest) + found.end()
    named = _CALLED.match(rest)
    return len(text) - len(rest) + named.end() if named is not None else 0


class HeadingReader:
    """Reads headings of registries, in which an organ stands for its cancer.

    Args:
        lexicon: the names of cancers.
        plainly: reads any string.
        outlined: reads a heading of a numbered list.
    """

    def __init__(
        self, lexicon: Lexicon, plainly: Callable[[str], Found], outlined: Callable[[str], Found]
    ) -> None:
        self._lexicon = lexicon
        self._plainly = plainly
        self._outlined = outlined

    def read(self, text: str) -> Found:
        """Return the cancers of a heading; a person should look where no more than an organ is told."""
        heading = heading_of(text, self._lexicon)
        if not heading:
            return nothing()
        bare = _SPARED.sub("", _ETC.sub("", heading))
        found = self._one(bare)
        if (not found.entries or found.unread) and _PARTED.search(bare):
            found = self._grouped(_PARTED.split(bare)) or found
        if not found.entries and _CODES.search(bare):
            found = self._one(_CODES.sub("", bare))
        alone = any(is_organ_alone(one, self._lexicon.roles) for one in found.entries)
        alone = alone or bare.casefold().startswith("other ")
        doubtful = found.review or (alone and not _CALLED_CANCER.search(bare))
        return Found(found.entries, found.how, review=doubtful or len(found.entries) > 1, unread=found.unread)

    def _one(self, text: str) -> Found:
        found = self._plainly(text)
        if found.entries and found.how != SPELLING:
            return found
        there = self._outlined(text) if text and not _NO_HEADING.search(text) else nothing()
        return Found(there.entries, there.how, review=True, unread=there.unread)

    def _grouped(self, parts: list[str]) -> Found | None:
        """Return the cancer of a group and a part of it: "Head and neck - Larynx"; None where they do not agree."""
        wide, near = self._one(" ".join(parts[:-1])), self._one(parts[-1])
        if near.is_one and not near.unread:
            known = self._lexicon.keeper.around("registry")
            group = known.get(word_by_word(parts[0])) == "group"
            within = all(self._lexicon.are_related(near.entries[0], one) for one in wide.entries)
            return Found(near.entries, near.how, review=True) if within and (group or wide.entries) else None
        if wide.is_one and not wide.unread and not _NO_HEADING.search(parts[-1]):
            return Found(wide.entries, wide.how, review=True, unread=parts[-1].replace(";", ","))
        return None
