"""Brings the codes of registries together with the words that stand beside them."""

from __future__ import annotations

import re

from immunocli.names.cancer_labels import Codes, codes_of, has_spread, kept_of
from immunocli.names.cancer_sites import lies
from immunocli.names.forms import normalize
from immunocli.names.reading import SPELLING, Found, nothing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from immunocli.names.cancer_names import CancerNames
    from immunocli.names.lexicon import Lexicon
    from immunocli.names.names_protocol import Entry

# How a tumor behaves, by the last digit of its code in ICD-O.
_MALIGNANT, _IN_SITU = "3", "2"
# Where cancers have spread to in ICD-10; a lymphoma in lymph nodes began there.
_SPREAD = ("C77", "C78", "C79")
# What is no cancer of the organ of its code, or may be none.
_UNSURE = re.compile(r"\b(?:benign|in[ -]?situ|uncertain|metasta\w*|secondary|except|no|not|without)\b", re.I)
_CANCER_SAID = re.compile(r"carcino|sarcoma|blastoma|melanoma|lymphoma|leuk|malignan|cancer", re.I)
# So many steps up from its code an organ is looked for: the endometrium, the uterus.
_NEAREST = 2
_LEAST_LISTED = 2
_BORDERLINE = re.compile(r"\bborderline\b|\blow malignant potential\b", re.I)
# A short name of a cancer, in capitals.
_SHORT = re.compile(r"\b(?!NOS\b|NEC\b)[A-Z][A-Za-z]{0,3}[A-Z]\b")
_IN_SITU_SAID = re.compile(r"\bin[ -]?situ\b", re.I)
_CARCINOMA_SAID = re.compile(r"carcinoma\b", re.I)
_TUMOR_SAID = re.compile(r"oma\b|oma,|neoplasm|tumou?r|leuk|disease|malignan|sarcoma", re.I)


class CodedStrings:
    """Reads strings that hold codes, or leave something out.

    Args:
        lexicon: the names of cancers.
        names: them by their words.
        read: reads words without codes.
    """

    def __init__(self, lexicon: Lexicon, names: CancerNames, read: Callable[[str, bool], Found]) -> None:
        self._lexicon = lexicon
        self._names = names
        self._read = read

    def read(self, text: str) -> Found | None:
        """Return what a string with codes names; None when it holds none, and is read as words."""
        codes = codes_of(text) if any(map(str.isdigit, text)) else None
        if codes is None:
            kept = kept_of(text)
            return self._kept(kept, text) if kept else None
        sites = [entry for site in codes.sites for entry in [self._names.coded(site)] if entry is not None]
        if not codes.morphology and not sites:
            spread = bool(codes.sites) and all(site[:3] in _SPREAD for site in codes.sites)
            found = self._words(codes.rest) if spread and codes.rest else None
            return (
                found
                if found is not None and found.entries and all(map(self._of_blood, found.entries))
                else None
            )
        if codes.morphology:
            return self._morphology(codes, sites)
        found = self._words(codes.rest) if codes.rest else _of(sites)
        there = self._there(codes.rest, sites, found)
        if there is not None:
            return there
        if not found.entries:
            short = self._short(codes.rest, sites)
            if short is not None:
                return short
            in_situ = codes.sites[0].startswith("D0") and _IN_SITU_SAID.search(codes.rest)
            if not in_situ and codes.sites[0].startswith("C") and _CARCINOMA_SAID.search(codes.rest):
                return Found(sites[:1], "code", review=True, unread=codes.rest)
            if not in_situ and "(" in text:
                return None  # brackets hold more than the code
            return _of(sites) if in_situ else nothing()
        agrees = any(self._lexicon.are_related(one, site) for one in found.entries for site in sites)
        if agrees:
            return found
        # A code that contradicts the organ that words tell does not count.
        entries = [one if lies(one) else self._names.sites.settled_at(one, sites[0]) for one in found.entries]
        return Found(entries, found.how, review=True, unread=found.unread)

    def _short(self, rest: str, sites: list[Entry]) -> Found | None:
        """Return the cancer of a short name with which the code before it agrees: C91.01 ALL, in remission."""
        for one in _SHORT.finditer(rest):
            entry = self._lexicon.entry(normalize(one[0]))
            if (
                entry is None
                or entry[1] not in ("abbreviation", "code")
                or entry[2] != one[0]
                or len(entry[0]) != 1
                or not any(self._lexicon.are_related(entry, site) for site in sites)
            ):
                continue
            title = self._lexicon.keeper.title("cancer", entry[0][0])
            left = f"{rest[: one.start()]} {rest[one.end() :]}".strip(" ,;()[]")
            found = self._words(f"{rest[: one.start()]}{title}{rest[one.end() :]}")
            if found.is_one and not found.unread and self._lexicon.is_within(found.entries[0], entry):
                return found
            return (
                None
                if _UNSURE.search(left)
                else Found([entry], "abbreviation", review=True, unread=left.replace(";", ","))
            )
        return None

    def _kept(self, kept: str, text: str) -> Found:
        """Return what is left of a label names; where it has spread, the name that says so, if there is one."""
        found = self._words(kept)
        if len(found.entries) != 1 or len(found.entries[0][0]) != 1 or not has_spread(text):
            return found
        one = found.entries[0][0][0]
        far = self._lexicon.entry(normalize(f"metastatic {self._lexicon.keeper.title('cancer', one)}"))
        if far is None or one not in self._lexicon.keeper.path(far[0][0])[1:]:
            return found
        return Found([far], found.how, review=found.review, unread=found.unread)

    def listed(self, text: str) -> Found | None:
        """Return the cancer of a label that lists the codes of one organ, where it tells more than the words do."""
        codes = codes_of(text)
        if codes is None or codes.morphology or len(codes.sites) < _LEAST_LISTED:
            return None
        sites = [self._names.coded(site) for site in codes.sites]
        kept = [one for one in sites if one is not None]
        return self._there(codes.rest, kept, self._words(codes.rest)) if len(kept) == len(sites) else None

    def _there(self, rest: str, sites: list[Entry], found: Found) -> Found | None:
        """Return the cancer that words name in the organ of their code, which they leave out, or of which they tell more.

        A neuroendocrine carcinoma (C54.1) is one of the uterus; a borderline tumor (C56.9) one of the ovary.
        """
        if not sites or not all(self._lexicon.are_related(one, sites[0]) for one in sites):
            return None
        if len(found.entries) > 1 or any(
            self._lexicon.are_related(one, site) for one in found.entries for site in sites
        ):
            return None
        title, path = self._lexicon.keeper.title, self._lexicon.keeper.path
        near = path(sites[0][0][0])[:_NEAREST]
        if _BORDERLINE.search(rest) and not found.entries:
            there = self._words(
                f"{title('cancer', near[0]).removesuffix(' cancer')} {rest.partition('-')[0]}"
            )
            told = len(there.entries) == 1 and _BORDERLINE.search(there.entries[0][2])
            return there if told else None
        if _UNSURE.search(rest):
            return None
        for organ in near if _CANCER_SAID.search(rest) else ():
            there = self._words(f"{rest}, {title('cancer', organ).removesuffix(' cancer')}")
            if (
                len(there.entries) == 1
                and not there.unread
                and there.how != SPELLING
                and organ in path(there.entries[0][0][0])
                and all({*path(there.entries[0][0][0])} & {*path(one[0][0])} for one in found.entries)
            ):
                return there
        if found.entries:
            return None
        head = rest.partition(",")[0].strip()
        there = self._words(head) if head != rest and _TUMOR_SAID.search(head) else nothing()
        if (
            there.unread
            or not there.entries
            or not all(self._lexicon.are_related(one, sites[0]) for one in there.entries)
        ):
            return None
        return Found(
            there.entries, there.how, review=True, unread=rest[len(head) :].strip(" ,").replace(";", ",")
        )

    def _words(self, text: str) -> Found:
        """Return what words name; a site alone is one of cancer there."""
        entry = self._lexicon.entry(_plain(text))
        if entry is not None:
            return Found([entry], entry[1]) if entry[0] else nothing()
        return self._read(text, True)

    def _morphology(self, codes: Codes, sites: list[Entry]) -> Found:
        digits, behavior = codes.morphology[0]
        entry = self._lexicon.entry(f"icdo{digits}{behavior}")
        entry = entry if entry is not None and entry[0] else None
        if behavior not in (_MALIGNANT, _IN_SITU):
            return Found([entry], "code") if entry is not None else nothing()
        found = self._words(codes.rest) if codes.rest else nothing()
        if behavior == _IN_SITU:
            before = [one for one in found.entries if self._is_before_cancer(one)]
            entry = before[0] if before else entry
            return Found([entry], "code") if entry is not None else nothing()
        if entry is None:
            return found if found.entries else _of(sites)
        if not codes.rest and not sites and self._lexicon.keeper.around("registry").get(digits) == "anywhere":
            return Found([entry], "code", review=True)  # what other organs have, too: 8046/3
        there = self._words(f"{self._lexicon.keeper.title('cancer', entry[0][0])} of {codes.rest}")
        if len(there.entries) == 1 and not there.review and self._lexicon.is_within(there.entries[0], entry):
            return there
        narrower = [one for one in found.entries if self._lexicon.are_related(one, entry)]
        if narrower and len(found.entries) == 1:
            return found if self._lexicon.is_within(narrower[0], entry) else Found([entry], "code")
        if len(found.entries) == 1 and not found.unread:
            organ = self._names.sites.settled_at(entry, found.entries[0])
            if organ is not entry:
                return Found([organ], "code")
        # Words of another site leave the histology standing: "8140/3 ... of lung".
        return Found([entry], "code", review=bool(codes.rest) and not _TUMOR_SAID.search(codes.rest))

    def _of_blood(self, one: Entry) -> bool:
        return any("hematologic-malignancies" in self._lexicon.keeper.path(each) for each in one[0])

    def _is_before_cancer(self, one: Entry) -> bool:
        return any("precancer" in self._lexicon.keeper.path(each) or "in-situ" in each for each in one[0])


def _of(sites: list[Entry]) -> Found:
    return Found(sites[:1], "code") if sites else nothing()


def _plain(text: str) -> str:
    from immunocli.names.forms import LONGEST_NAME, normalize

    return normalize(text) if len(text) <= LONGEST_NAME else ""
