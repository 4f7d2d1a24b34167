"""Finds the cancer that the words of a clause name, whatever their order."""

from __future__ import annotations

import re

from immunocli.names.cancer_histology import Histologies
from immunocli.names.cancer_labels import of_study
from immunocli.names.cancer_short import ShortNames
from immunocli.names.cancer_sites import is_organ_alone
from immunocli.names.cancer_words import KINDS, OPTIONAL, Item, is_tumor, key, kind_of
from immunocli.names.clauses import BARRING, Clause, parted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from immunocli.names.names_protocol import Entry
    from immunocli.names.tokens import Token


# An ICD-10 code; five characters without a dot are rather a concept of the NCI Thesaurus.
_ICD = re.compile(r"[A-Z]\d[0-9A-Z](?:[0-9A-Z]|\.[0-9A-Z]{1,4})?$")
# How many characters a category of ICD-10 has.
_CATEGORY = 3
# Words of the labels of registries, where an organ alone means its cancer.
_LABELS = frozenset(("nos", "unspecified", "and", "or", "other", "etc", "ill"))
# Fewer letters without a word for cancer name none: B cell.
_LEAST_BARE = 6
# What ICD calls other or unspecified cancers of the skin are no melanomas.
_UNSPECIFIED = frozenset("other oth unspecified unsp unspecif uns".split())
# What is no carcinoma: a granular cell carcinoma is not the sarcoma of granular cells.
_OTHER_KINDS = frozenset(("sarcoma", "hematologic-malignancies", "glioma"))


class CancerNames(ShortNames, Histologies):
    """The names of cancers by the words they hold."""

    def of_study(self, tokens: list[Token]) -> list[Entry]:
        """Return the cancer of a study's code: `TCGA-COADREAD`."""
        entry = of_study(self._lexicon, tokens)
        return [entry] if entry is not None else []

    def of_registry(self, items: list[Item], tokens: list[Token]) -> list[Entry]:
        """Return the cancers of a registry's label: organs alone, with the code that agrees or in a list."""
        inner = [token for token in tokens if token.depth]
        codes = [code for token in inner for code in [self.coded(token.text)] if code]
        if codes:
            first = [item.word for item in items if not tokens[item.place].depth and item.role == ""]
            entry = self.keyed(key(first)) or self.keyed(key(first, "cancer")) if first else None
            path = self._lexicon.keeper.path
            agrees = entry is not None and any(
                one in path(other) or other in path(one)
                for code in _ranged(codes, tokens, self.coded)
                for one in code[0]
                for other in entry[0]
            )
            return [entry] if entry is not None and agrees else []
        if any(item.role not in ("", "grammar", "partner") for item in items):
            return []
        listed = any(item.role == "partner" for item in items) or any(
            token.plain in ("and", "or") or "&" in token.gap for token in tokens
        )
        clauses = parted(tokens, items, weak=True) if listed else []
        if len(clauses) < 2:
            return []
        found: list[Entry] = []
        for clause in clauses:
            words = [item.word for item in clause.items if item.role == ""]
            if not words and not any(item.role == "partner" for item in clause.items):
                return []
            entry = self.keyed(key(words)) if words and self._has_cancer(words) else None
            if words and entry is None:
                return []
            if entry is not None and entry not in found:
                found.append(entry)
        return found

    def coded(self, text: str) -> Entry | None:
        """Return the cancer of an ICD-10 code, by the longest prefix that is known."""
        code = text.strip()
        if code.islower() and ("." in code or len(code) == _CATEGORY):
            code = code.upper()
        if not _ICD.match(code):
            return None
        plain = code.replace(".", "").lower()
        known = self._lexicon.stranger(plain) if plain[-1].isalpha() or plain[-2].isalpha() else None
        if known is not None and known[0] == "gene":
            return None  # C4A2
        for length in range(len(plain), _CATEGORY - 1, -1):
            entry = self._lexicon.entry(plain[:length])
            if entry is not None and length > _CATEGORY and "." not in entry[2]:
                continue  # a concept of the NCI Thesaurus: C34.11 is not C3411
            if entry is not None and entry[0] and entry[1] == "code":
                return [entry[0], "code", code]
        return None

    def named(self, clause: Clause, *, bare: bool = False, kind: str = "") -> Entry | None:
        """Return the cancer that the words of a clause name, all of them together.

        Args:
            clause: the words.
            bare: an organ alone may stand for its cancer, as in the tables of registries.
            kind: what says that a cancer is meant, where the clause itself does not.
        """
        items = [item for item in clause.items if item.role != "grammar"]
        said = kind_of(item.role for item in items) or kind
        needed = [item.word for item in items if item.role not in (*KINDS, *OPTIONAL, "disease")]
        diseases = [item.word for item in items if item.role == "disease"]
        optional = [item.word for item in items if item.role in OPTIONAL]
        if any(item.word == "situ" for item in items):
            return self._in_situ(items, needed, optional, said)
        if diseases:
            entry = self._of(needed + diseases, optional, said)
            if entry is not None or not (said or any(map(is_tumor, needed))):
                return entry
        both = "lobular" in needed and any(word.endswith(("duct", "ductal")) for word in needed)
        both = both and "bile" not in needed
        if said in ("carcinoma", "cancer") and both and "non" not in needed:
            return self._of(["breast"], [], "cancer")  # of both kinds
        tumor = bool(said) or any(map(is_tumor, needed))
        if not tumor:
            found = self._bare(clause, needed, optional) if bare and needed else None
            return found or self._left_open(items, needed, optional)
        if all(item.role == "histology" for item in items if item.word in needed):
            if not needed:
                return self._of([], optional, said) if optional else None
            # Only what a name says word for word, or where nothing but skin is.
            return self.keyed(key([*needed, *optional], said)) or self._of_bare_skin(items, needed)
        entry = (
            self._of(needed, optional, said)
            or self._of_face(needed, optional, said)
            or self._carcinoid(needed, optional)
            or self._endocrine(items, needed, optional, said)
        )
        if entry is None or (optional and len(needed) > 1 and any(map(is_tumor, needed))):
            entry = self._nearer(entry, self._by_histology(items, optional, said))
        entry = self._of_skin(entry, items)
        if entry is not None and entry[0] == ["skin"] and clause.items[0].word in _UNSPECIFIED:
            return [["nonmelanoma-skin"], entry[1], entry[2]]
        if entry is not None and said == "carcinoma" and self.is_no_carcinoma(entry):
            return None
        if entry is not None and "childhood" in optional:
            return self.sites.of_children(entry)
        return entry

    def is_no_carcinoma(self, entry: Entry) -> bool:
        """Say whether a cancer is of another kind than a carcinoma: a sarcoma, or a solid tumor of any kind."""
        if entry[0] == ["tumor-agnostic"]:
            return True
        path = {step for one in entry[0] for step in self._lexicon.keeper.path(one)}
        return not _OTHER_KINDS.isdisjoint(path) and not any(
            "carcino" in word for word in self.forms_of(entry)
        )

    def _nearer(self, entry: Entry | None, other: Entry | None) -> Entry | None:
        """Return the narrower of two readings: brain cancer, low grade glioma, is a low grade glioma."""
        if entry is None or other is None:
            return entry or other
        path = self._lexicon.keeper.path(other[0][0])
        return other if len(other[0]) == 1 and entry[0][0] in path[1:] else entry

    def _left_open(self, items: list[Item], needed: list[str], optional: list[str]) -> Entry | None:
        """Return the cancer whose name leaves `cancer` out beside its stage: `extensive-stage small cell lung`."""
        if all(map(self._is_organ, needed)) or not any(item.role == "course" for item in items):
            return None
        entry = self.keyed(key(needed))
        if entry is None or is_organ_alone(entry, self._lexicon.roles):
            return None
        return self._of(needed, optional, "cancer") or entry

    def _bare(self, clause: Clause, needed: list[str], optional: list[str]) -> Entry | None:
        """Return what is named without a word for cancer: an organ only as registries label it."""
        barred = any(item.role in BARRING for item in clause.items)
        if "squamous" in needed and not barred and any(self._is_organ(word) for word in needed):
            return self._of(needed, [], "carcinoma")  # upper_aerodigestive_squamous
        organ = self._has_cancer(needed) and not any(item.word == "syndrome" for item in clause.items)
        if any(item.word in ("undescended", "transplant") for item in clause.items):
            return None
        if organ and not _LABELS.intersection(item.word for item in clause.items):
            return None
        if any(item.role == "trial" for item in clause.items) or (
            not organ and len("".join(needed)) < _LEAST_BARE
        ):
            return None
        course = [item.word for item in clause.items if item.role in ("course", "area")]
        return self._of(needed, optional if organ else course, "")


def _ranged(codes: list[Entry], tokens: list[Token], coded: Callable[[str], Entry | None]) -> list[Entry]:
    """Return codes and the ends of their ranges: C33-34 is C33 and C34."""
    ends = [coded(codes[0][2][:1] + token.text) for token in tokens if token.depth and token.text.isdigit()]
    return codes + [end for end in ends if end is not None]
