"""Says which answers a person should look at although every word was read."""

from __future__ import annotations

import re

from immunocli.names.cancer_words import KINDS
from immunocli.names.forms import normalize
from immunocli.names.gates import Gate

TYPE_CHECKING = False
if TYPE_CHECKING:
    from immunocli.names.cancer_names import CancerNames
    from immunocli.names.lexicon import Lexicon
    from immunocli.names.names_protocol import Entry
    from immunocli.names.reading import Found

_WORD = re.compile(r"[^\W\d_]+")
_GROWTH = Gate(r"\b(?:neoplasms?|tumou?rs?)\b", re.I, parts=("neoplasm", "tumor", "tumour"))
# What says that a growth is malignant: without it, a papillary or mucinous one may be none.
_MALIGNANT = re.compile(r"carcin|cancer|malign|invasive|infiltrat|omas?\b|leuk", re.I)
# Cancers by their name: "mixed seminoma and teratoma" is neither of them.
_NAMED = re.compile(r"\w{3,}omas?\b|sinus tumou?r|leuk\w*emia", re.I)
_MIXED = Gate(r"\b(?:mixed|combined|composite)\b", re.I, parts=("mixed", "combined", "composite"))
# A papillary growth there may be of low malignant potential, whatever it is called.
_PAPILLARY = re.compile(r"\bpapillary\b", re.I)
_OF_URINE = frozenset(
    ("bladder", "bladder-urothelial", "urothelial-carcinoma", "urethral", "ureter", "renal-pelvis")
)
_NO_KINDS = ("cell", "cells", "infiltrative")
# Organs of which cancers of several kinds are treated in ways of their own.
_OF_KINDS = frozenset(
    "bladder brain esophageal gastroesophageal head-and-neck kidney liver lung nonmelanoma-skin sinonasal skin stomach "
    "urethral urinary-tract uterine".split()
)
# Three letters beside a spot on the skin may be no leukemia: CLL on scalp.
_ON_SKIN = re.compile(
    r"\bon (?:the |his |her |my )?(?:left |right )?(?:scalp|nose|face|ear|cheek|forehead|neck|back|arm|leg|hand|skin)\b",
    re.I,
)
_OF_BLOOD = "hematologic-malignancies"
_ORGAN_FIRST = re.compile(r"^\s*(?P<organ>[^\W\d_][\w -]{2,30}),\s*(?P<what>[\w -]+)$")


def is_doubtful(text: str, found: Found, lexicon: Lexicon, names: CancerNames) -> bool:
    """Say whether a person should look at what was read in a string.

    Args:
        text: the string.
        found: what was read in it.
        lexicon: the names of cancers.
        names: them by their words.
    """
    if found.review or len(found.entries) != 1:
        return False
    entry = found.entries[0]
    return (
        _may_be_benign(text, entry, lexicon.roles)
        or _is_mixed(text, entry)
        or _drops_kind(text, entry, lexicon.roles, names)
        or _is_list_of_two(text, entry, names)
        or (
            entry[1] == "abbreviation"
            and bool(_ON_SKIN.search(text))
            and _OF_BLOOD in names.path(entry[0][0])
        )
    )


def _may_be_benign(text: str, entry: Entry, roles: dict[str, str]) -> bool:
    """Say whether a string tells of a growth of a kind that carcinomas have, and of no cancer."""
    if (
        _PAPILLARY.search(text)
        and _OF_URINE.issuperset(entry[0])
        and not re.search("carcin|invas", text, re.I)
    ):
        return True
    if not _GROWTH.search(text) or _MALIGNANT.search(text) or "carcinoma" not in entry[2].casefold():
        return False
    return any(
        roles.get(normalize(word)) == "histology" and word.casefold() not in _NO_KINDS
        for word in _WORD.findall(text)
    )


def _drops_kind(text: str, entry: Entry, roles: dict[str, str], names: CancerNames) -> bool:
    """Say whether a kind is told of which the answer knows nothing, only the organ: papillary cancer of the skin."""
    if not _OF_KINDS.issuperset(entry[0]):
        return False
    kinds = {
        form
        for word in _WORD.findall(text)
        if roles.get(normalize(word)) == "histology" and word.casefold() not in _NO_KINDS
        for form in names.forms(word)
    }
    return bool(kinds.difference(names.forms_of(entry)))


def _is_mixed(text: str, entry: Entry) -> bool:
    """Say whether a string names several cancers in one tumor, of which one was read."""
    if not _MIXED.search(text) or _MIXED.search(entry[2]):
        return False
    return len({word.casefold().rstrip("s") for word in _NAMED.findall(text)}) > 1


def _is_list_of_two(text: str, entry: Entry, names: CancerNames) -> bool:
    """Say whether an organ stands before a melanoma or sarcoma as in a list of two: lung, melanoma."""
    found = _ORGAN_FIRST.match(text)
    if found is None or not names.sites.may_lie_anywhere(entry):
        return False
    words = [form for word in found["organ"].split() for form in names.forms(word)]
    there = names.organ(words) if set(KINDS).isdisjoint(words) else None
    path = names.path(entry[0][0])
    if there is None or "hematologic-malignancies" in path or {*words} & {*names.forms_of(entry)}:
        return False
    return not any(one in path for one in names.path(there[0][0]))
