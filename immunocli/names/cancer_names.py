"""Finds the cancer that the words of a clause name, whatever their order."""

from __future__ import annotations

import re
from itertools import combinations

from immunocli.names.cancer_labels import of_study
from immunocli.names.cancer_sites import Sites
from immunocli.names.cancer_words import KINDS, OPTIONAL, Canon, Item, is_tumor, key, kind_of, variants
from immunocli.names.clauses import BARRING, Clause, parted
from immunocli.names.contexts import as_written
from immunocli.names.forms import normalise

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from immunocli.names.keeper import Entry
    from immunocli.names.lexicon import Lexicon
    from immunocli.names.tokens import Token

# An ICD-10 code; five characters without a dot are rather a concept of the NCI Thesaurus.
_ICD = re.compile(r"[A-Z]\d[0-9A-Z](?:[0-9A-Z]|\.[0-9A-Z]{1,4})?$")
# How many characters a category of ICD-10 has.
_CATEGORY = 3
# Words of the labels of registries, where an organ alone means its cancer.
_LABELS = frozenset(("nos", "unspecified", "and", "or", "other", "etc", "ill"))
# Where the skin is that a name speaks of.
_OF_SKIN = frozenset("skin neck head lip nose ear".split())
# Where a melanoma is one of the skin, besides what names the skin.
_SKIN_SITES = frozenset(
    "scalp ear auricle face facial trunk limb leg shoulder hip thigh back hand foot forearm buttock groin "
    "forehead temple extremity canthus wrist ankle nose lip neck arm hairline".split()
)
# What a number beside a short name counts.
_COUNTED = frozenset("stage grade group phase line figo iss who rai binet".split())
# A short name of fewer letters may be a word in capitals.
_LEAST_CLEAR = 4
_LONGEST_SHORT = 6
_MOST_OPTIONAL = 6
# Fewer letters without a word for cancer name none: B cell.
_LEAST_BARE = 6
# Words of the names of organs that name none alone.
_PARTS = frozenset("bile duct of vater ampulla small large extrahepatic intrahepatic distal junction".split())
# Names of cancers of which an organ tells no more than where they lie.
_CARCINOMAS = ("carcinoma", "carcinosarcoma")
# What is an adenocarcinoma or a squamous cell carcinoma whatever else is said of it.
_ADENOCARCINOMAS = frozenset("adenocarcinoma cystadenocarcinoma mucinous colloid signet".split())
_SQUAMOUS = frozenset("squamous epidermoid verrucous".split())
# What ICD calls other or unspecified cancers of the skin are no melanomas.
_UNSPECIFIED = frozenset("other oth unspecified unsp unspecif uns".split())


class CancerNames:
    """The names of cancers by the words they hold.

    Args:
        lexicon: the names of cancers.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._canon = Canon(lexicon.roles)
        self.keyed = lexicon.keyed()
        self.sites = Sites(lexicon, lambda words, kind: self._of(words, [], kind), self.forms)

    def forms(self, word: str) -> list[str]:
        """Return the one forms of a word."""
        return [form for form, _ in self._canon.of(normalise(word))]

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
        tumor = bool(said) or any(map(is_tumor, needed))
        if not tumor:
            return self._bare(clause, needed, optional) if bare and needed else None
        if all(item.role == "histology" for item in items if item.word in needed):
            return self._of([], optional, said) if optional and not needed else None
        entry = (
            self._of(needed, optional, said)
            or self._carcinoid(needed, optional)
            or self._endocrine(items, needed, optional, said)
        )
        entry = self._of_skin(entry or self._by_histology(items, optional, said), items)
        if entry is not None and entry[0] == ["skin"] and clause.items[0].word in _UNSPECIFIED:
            return [["nonmelanoma-skin"], entry[1], entry[2]]
        if entry is not None and "childhood" in optional:
            return self.sites.of_children(entry)
        return entry

    def _in_situ(self, items: list[Item], needed: list[str], optional: list[str], kind: str) -> Entry | None:
        """Return what is named "in situ": by its organ, else by its kind; an organ in which none is known counts."""
        entry = self._of(needed, optional, kind)
        special = [item.word for item in items if item.role == "" and not self._is_organ(item.word)]
        if entry is not None or any(
            (item.role in BARRING and item.word != "situ") or item.role in ("trial", "other-disease")
            for item in items
        ):
            return entry
        if any(word.endswith("melanoma") for word in special):
            return self.keyed(key(("melanoma", "situ")))
        if any(is_tumor(word) for word in special) or not (
            kind in ("carcinoma", "cancer") or any(item.word == "adenocarcinoma" for item in items)
        ):
            return None
        if any(item.word == "skin" for item in items):
            return self.keyed(key(("skin", "situ"), "cancer"))
        known = self._lexicon.vocabulary()
        return self.keyed(key(("situ",), "carcinoma")) if all(word in known for word in special) else None

    def _carcinoid(self, needed: list[str], optional: list[str]) -> Entry | None:
        """Return the neuroendocrine tumor that a carcinoid of an organ is."""
        if "carcinoid" not in needed:
            return None
        organ = [word for word in needed if word != "carcinoid"]
        if not organ or not self._has_cancer(organ):
            return None
        entry = self._of([*organ, "neuroendocrine"], optional, "tumor")
        wide = self._of(organ, [], "cancer") if entry is None else None
        if wide is not None:
            site = self._lexicon.keeper.title("cancer", wide[0][0]).removesuffix(" cancer").split()
            entry = self._of([*site, "neuroendocrine"], [], "tumor")
        return entry

    def _endocrine(
        self, items: list[Item], needed: list[str], optional: list[str], kind: str
    ) -> Entry | None:
        """Return the neuroendocrine cancer of an organ, of digestion as of others: gastric endocrine carcinoma."""
        if not {"endocrine", "neuroendocrine"}.intersection(needed):
            return None
        organ = [
            word for word in needed if word not in ("endocrine", "neuroendocrine", "cell", "large", "small")
        ]
        if not organ or not all(self._is_organ(word) or word in _PARTS for word in organ):
            return None
        if any(item.role in BARRING or item.role == "other-disease" for item in items):
            return None
        found = self._of([*organ, "neuroendocrine"], optional, kind) or self.sites.neuroendocrine(organ, kind)
        if found is None and self._has_cancer(organ):
            found = self._of(["neuroendocrine"], [], "carcinoma" if kind == "carcinoma" else "tumor")
        return found

    def _of_skin(self, entry: Entry | None, items: list[Item]) -> Entry | None:
        """Return the melanoma of the skin where a melanoma lies on the face or a limb."""
        if entry is None or entry[0] != ["melanoma"]:
            return entry
        there = any(item.word in _SKIN_SITES or item.word == "skin" for item in items)
        return (self.keyed(key(("melanoma", "skin"))) or entry) if there else entry

    def _bare(self, clause: Clause, needed: list[str], optional: list[str]) -> Entry | None:
        """Return what is named without a word for cancer: an organ only as registries label it."""
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

    def _of(self, needed: list[str], optional: list[str], kind: str) -> Entry | None:
        """Return the cancer of a key; words that tell its course count where a name has them."""
        for chosen in _choices(optional):
            for one in variants(needed + chosen, kind):
                entry = self.keyed(one) if one else None
                if entry is not None:
                    return entry
            if (
                kind
                and (kind == "carcinoma" or len(needed) + len(chosen) > 1)
                and not any(map(is_tumor, needed))
            ):
                entry = self.keyed(key(needed + chosen))  # a site of which registries name no cancer
                if entry is not None:
                    return entry
        return None

    def _by_histology(self, items: list[Item], optional: list[str], kind: str) -> Entry | None:
        """Return the cancer of a histology that is one by itself, else that of the organ."""
        barring = any(item.role in BARRING or item.role == "other-disease" for item in items)
        if barring:
            return None
        needed = [item for item in items if item.role in ("", "histology")]
        generic = [item.word for item in needed if item.role == "histology"]
        special = [item.word for item in needed if item.role == ""]
        if "skin" in special and all(word in _OF_SKIN or self._is_organ(word) for word in special):
            return (generic and self._of(["skin", *generic], optional, kind)) or self._of(
                ["skin"], optional, kind
            )
        if not generic and not any(map(is_tumor, special)):
            return None
        if any(map(is_tumor, special)):
            histology = [word for word in special if not self._is_organ(word)]
            left = [word for word in [*special, *generic] if word in histology or word in generic]
            if len(left) == len(needed):
                return None
            found = self._of(left, optional, kind)
            organs = [word for word in special if word not in histology]
            if found is None and all(word.endswith(_CARCINOMAS) for word in histology):
                return self._of(organs, optional, "cancer")
            return self.sites.settled(found, organs) if found is not None else None
        entry = self._of(special, optional, "cancer") if special else None
        return self._narrowed(entry, generic) if entry is not None else None

    def _narrowed(self, entry: Entry, generic: list[str]) -> Entry:
        """Return the cancer of the histology in the organ of which a part was named."""
        title = self._lexicon.keeper.title("cancer", entry[0][0]).removesuffix(" cancer")
        organ = [form for word in title.split() for form in self.forms(word)]
        kinds = [generic]
        if any(word in _ADENOCARCINOMAS for word in generic):
            kinds.append(["adenocarcinoma"])
        elif any(word in _SQUAMOUS for word in generic):
            kinds.append(["squamous", "cell"])
        for words in kinds:
            for one in (key([*organ, *words]), key([*organ, *words], "carcinoma")):
                narrower = self.keyed(one)
                if narrower is not None and entry[0][0] in self._lexicon.keeper.path(narrower[0][0]):
                    return narrower
        return entry

    def _is_organ(self, word: str) -> bool:
        return not is_tumor(word) and self.sites.of(word) is not None

    def _has_cancer(self, words: list[str]) -> bool:
        """Say whether words with a word for cancer name one: they are an organ."""
        return any(self.keyed(one) is not None for one in variants(words, "cancer"))

    def short_names(self, tokens: list[Token]) -> dict[int, tuple[Entry, int]]:
        """Return the short names of cancers by where each begins, with how many words it has."""
        found: dict[int, tuple[Entry, int]] = {}
        for place, token in enumerate(tokens):
            written = token.text
            if len(written) < 3 or not (written[-1].isupper() or self._is_small(token)):
                continue
            after = tokens[place + 1] if place + 1 < len(tokens) else None
            if after is not None and after.gap in ("", "-") and len(after.plain) <= 2:
                continue  # HCC-1 is a gene
            before = tokens[place - 1] if place and token.gap == "-" else None
            if before is not None and len(before.text) <= 2:
                entry = self._short(before.plain + token.plain, f"{before.text}-{written}")
                if entry is not None:
                    found[before.start] = entry, 2
                continue
            entry = None if token.plain in self._lexicon.roles else self._short(token.plain, written)
            if entry is not None:
                found[token.start] = entry, 1
        return found

    def _is_small(self, token: Token) -> bool:
        """Say whether a word may be a short name in small letters that is no word else: nsclc."""
        if not token.text.isalpha() or len(token.text) > _LONGEST_SHORT or not token.text.islower():
            return False
        known = self._lexicon.stranger(token.plain)
        return known is not None and known[0] == "cancer"

    def _short(self, plain: str, written: str) -> Entry | None:
        entry = self._lexicon.entry(plain)
        if entry is None or entry[1] != "abbreviation":
            return None
        if not as_written(entry[2], written) and written != entry[2].lower():
            return None
        known = self._lexicon.stranger(plain) if len(written) < _LEAST_CLEAR else None
        return None if known and known[0] == "word" else entry

    def abbreviated(
        self, tokens: list[Token], clause: Clause, shorts: dict[int, tuple[Entry, int]]
    ) -> Entry | None:
        """Return the cancer of a short name, when the rest only tells its course."""
        if not shorts:
            return None
        places = [place for place in clause.places if place < len(tokens) and tokens[place].start in shorts]
        if len(places) != 1:
            return None
        first = places[0]
        entry, width = shorts[tokens[first].start]
        for item in clause.items:
            if first <= item.place < first + width:
                continue
            if item.role == "" and self._is_organ(item.word) and self._lies_in(entry, item.word):
                continue
            if item.role == "" and is_tumor(item.word) and self._is_kind_of(entry, item.word):
                continue
            if item.role not in (*OPTIONAL, *KINDS, "grammar", "disease", "histology"):
                return None
            if item.word.isdigit() and (not item.place or tokens[item.place - 1].plain not in _COUNTED):
                return None
        return entry

    def _is_kind_of(self, entry: Entry, tumor: str) -> bool:
        """Say whether a cancer is of a kind: DLBCL is a lymphoma."""
        wide = self.keyed(key([tumor]))
        path = self._lexicon.keeper.path
        return wide is not None and any(wide[0][0] in path(each) for each in entry[0])

    def is_site(self, words: list[str]) -> bool:
        """Say whether words name an organ, and no cancer of it."""
        return not any(map(is_tumor, words)) and self._has_cancer(words)

    def _lies_in(self, entry: Entry, organ: str) -> bool:
        """Say whether a cancer is one of an organ."""
        wide = self.keyed(key([organ], "cancer"))
        path = self._lexicon.keeper.path
        return wide is not None and any(one in path(each) for each in entry[0] for one in wide[0])


def _choices(optional: list[str]) -> list[list[str]]:
    """Return which words that tell the course may be part of a name: all, fewer, none."""
    if len(optional) > _MOST_OPTIONAL:
        return [optional, *map(list, combinations(optional, 2)), *([one] for one in optional), []]
    return [list(some) for count in range(len(optional), -1, -1) for some in combinations(optional, count)]


def _ranged(codes: list[Entry], tokens: list[Token], coded: Callable[[str], Entry | None]) -> list[Entry]:
    """Return codes and the ends of their ranges: C33-34 is C33 and C34."""
    ends = [coded(codes[0][2][:1] + token.text) for token in tokens if token.depth and token.text.isdigit()]
    return codes + [end for end in ends if end is not None]
