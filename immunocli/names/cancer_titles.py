"""Keeps the titles of what is no cancer, or of none that is told, from being read as one."""

from __future__ import annotations

import re
from itertools import pairwise

from immunocli.names.cancer_sites import is_organ_alone, lies
from immunocli.names.cancer_words import KINDS, is_tumor
from immunocli.names.forms import normalize
from immunocli.names.gates import Gate
from immunocli.names.reading import SPELLING, Found, nothing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from immunocli.names.cancer_said import Said
    from immunocli.names.lexicon import Lexicon
    from immunocli.names.names_protocol import Entry

TITLE = "title"
_WORD = re.compile(r"[^\W\d_]+")
_SHORT = ("abbreviation", "code")
# All of a chapter of ICD-10: what stands beside it belongs to some cancer, whichever.
_CHAPTER = Gate(r"\bC00\S{0,2}\s?[-–]\s?[CD]\d\d", parts=("c00",))
# Where a chemical is bound: Endo-1,4-beta-xylanase, meso-2,6-diaminopimelate.
_LOCANT = re.compile(
    r"[A-Za-z]{2,}-\d+(?:,\d+)+-[A-Za-z]|[A-Za-z]-\d+-[a-z]+-|[A-Za-z]{3,}-\d+[,-]\d*-?\w*ase\b"
)
# The edition that a title was taken from: Hairy tongue (TM).
_EDITION = re.compile(r"\s*\(TM\)\s*$")
# A sentence that says what something is: A skeletal joint that is part of a foot.
_DEFINED = re.compile(
    r"^(?:An?|The|Any|This|Either)\b.*\b(?:that|which|whose|of|in|from)\b|\btaking place in\b|\bis (?:a|an|part of)\b"
)
_LEAST_DEFINED = 6
# The letters of what stands before them in words: mucosal-associated lymphoid tissue (MALT).
_LETTERS = Gate(r"\((?P<short>[A-Z]{3,5})\)", parts=("(",))
# What says of a growth that it is malignant, in a name of ours.
_MALIGNANT = re.compile(r"malign|cancer|carcin|invasive", re.I)
_GROWTH = re.compile(r"tumou?r|neoplas", re.I)
# A code of ICD or ICD-O says which cancer an organ stands for.
_CODED = Gate(
    r"\b[CD]\d[\dA]|\d{4}/\d|^\s*\d+\.\d|\bICD|\brecode\b",
    re.I,
    parts="0 1 2 3 4 5 6 7 8 9 icd recode".split(),
)
# What says in any language that a cancer is meant, also glued to an organ or misspelled.
_TOLD = re.compile(
    r"canc|carc|karz|kars|tum[ou]|neopl|malig|krebs|kank|lymphom|blast|situ|disord|myel|neuroend|mole$", re.M
)
# What a title says beside its illness: Anxiety (with pheochromocytoma).
_BESIDE = Gate(r"\((?:with|avec|con|com|mit|met|bei|caused by|due to)\s", re.I, parts=("(",))
_BETWEEN = ("associated", "related")
_OF_GLANDS = re.compile(r"(?:\b|-)endo[ck]rin", re.I)
_GLANDS = ("endocrin", "endokrin")
_ELSEWHERE, _CALCIUM = "NEC", "ca"
_MOST_BARE, _LEAST_NOTED = 5, 3


def without_edition(text: str) -> str:
    """Return a title without the mark of the edition that it was taken from."""
    return _EDITION.sub("", text) if text.endswith(")") else text


def is_unspecified(entry: Entry, lexicon: Lexicon) -> bool:
    """Say whether a name of ours only tells of some growth somewhere, and what it means is malignant: bile duct tumor.

    Args:
        entry: the name.
        lexicon: the names of cancers.
    """
    label = entry[2]
    if not _GROWTH.search(label) or entry[1] in _SHORT or _MALIGNANT.search(label):
        return False
    known = lexicon.keeper.around(TITLE)
    return _is_growth(map(normalize, _WORD.findall(label)), entry, lexicon) and not any(
        known.get(normalize(word)) == "kind" for word in _WORD.findall(label)
    )


def _is_growth(words: Iterable[str], entry: Entry, lexicon: Lexicon) -> bool:
    """Say whether words say of a malignancy that is named no more than that it is a growth."""
    if any(is_tumor(word) for word in words):
        return False
    title = f"{lexicon.keeper.title('cancer', entry[0][0])} {entry[0][0]}".casefold()
    return len(entry[0]) == 1 and any(is_tumor(word) for word in _WORD.findall(title))


class Titles:
    """Knows what titles say of no cancer.

    Args:
        lexicon: the names of cancers.
        said: cuts a string into words.
    """

    def __init__(self, lexicon: Lexicon, said: Callable[[str], Said]) -> None:
        self._lexicon = lexicon
        self._said = said
        self._begun: list[list[str]] = []
        self._malignant: tuple[str, ...] = ()
        self._first: tuple[str, ...] = ()

    def kept(self, text: str, found: Found) -> Found:
        """Return what was found in a string, nothing of a title of no cancer, for review where none is told."""
        if not found.entries:
            return found
        if _CHAPTER.search(text) or ("-" in text and _LOCANT.search(text)):
            return nothing()
        said = self._said(text)
        plain = [token.plain for token in said.tokens]
        told = _CODED.search(text) is not None or _TOLD.search("\n".join(plain)) is not None
        told = told or any(item.role in KINDS or is_tumor(item.word) for item in said.items)
        if self.is_none(plain) or self._is_of_another(text, said, plain, found, told):
            return nothing()
        if found.review or any(entry[1] in _SHORT for entry in found.entries):
            return found
        return Found(found.entries, found.how, review=True) if self._is_doubtful(said, found, told) else found

    def is_none(self, plain: list[str]) -> bool:
        """Say whether words name what is no cancer: a benign growth, an inherited condition, an animal's disease."""
        known = self._lexicon.keeper.around(TITLE)
        if not self._begun:
            self._malignant = tuple(one for one, role in known.items() if role == "malignant")
            self._begun = [one.split() for one, role in known.items() if role == "benign"]
            self._first = tuple(one[0] for one in self._begun)
        if len(plain) <= _MOST_BARE and any(known.get(word) == "animal" for word in (plain[:1] + plain[-1:])):
            return True
        for at, word in enumerate(plain):
            if "never" in (known.get(word), known.get(" ".join(plain[at : at + 2]))):
                return True
            if word.startswith(self._malignant) or is_tumor(word):
                break  # what stands behind a cancer is said of it: lymphoma at high risk of relapse
        if not any(word.startswith(self._first) for word in plain):
            return False
        if any(word.startswith(self._malignant) for word in plain):
            return False
        return any(all(any(word.startswith(one) for word in plain) for one in each) for each in self._begun)

    def _is_of_another(self, text: str, said: Said, plain: list[str], found: Found, told: bool) -> bool:
        """Say whether a title is of something beside which the cancer only stands."""
        known = self._lexicon.keeper.around(TITLE)
        short = any(entry[1] in _SHORT for entry in found.entries)
        noted = any(token.text.isupper() and len(token.text) >= _LEAST_NOTED for token in said.tokens)
        if not (told or short or noted) and all(map(lies, found.entries)):
            if len(plain) >= _LEAST_DEFINED and _DEFINED.search(text):
                return True
            if found.unread and len(plain) > _MOST_BARE:
                return True
            if any(item.role == "disease" for item in said.items):
                return True
        clause = _BESIDE.search(text) if found.unread else None
        if clause is not None and not any(
            item.role in KINDS or is_tumor(item.word)
            for item in said.items
            if said.tokens[item.place].start < clause.start()
        ):
            return True
        if found.unread and any(entry[2] == _ELSEWHERE for entry in found.entries):
            return True
        if short and self._is_written_out(text, said, found):
            return True
        if any(
            known.get(word) == "head" and self._is_headed(said, plain, at) for at, word in enumerate(plain)
        ):
            return True
        if found.review and found.unread:
            unread = [normalize(word) for word in _WORD.findall(found.unread)]
            beside = (*unread, *map(" ".join, pairwise(plain)))
            if any(known.get(word) == "syndrome" for word in beside):
                return True
            kinds = [item.place for item in said.items if item.role in KINDS or is_tumor(item.word)]
            after = kinds[0] + 1 if len(kinds) == 1 and plain[kinds[0]] == _CALCIUM else len(plain)
            done = any(item.role == "" for item in said.items if item.place == after)
            if done and plain[after] in unread and said.tokens[after].gap == " ":
                return True
        return self._is_only_growth(said, found)

    def _is_headed(self, said: Said, plain: list[str], at: int) -> bool:
        """Say whether a word is what a title is of, and the cancer before it only tells which: leukemia virus."""
        before = at - 2 if at > 1 and plain[at - 1] in _BETWEEN else at - 1
        if before < 0 or any(said.tokens[place].gap.strip(" -") for place in range(before + 1, at + 1)):
            return False
        words = [
            item.word
            for item in said.items
            if item.place == before and (item.role in KINDS or is_tumor(item.word))
        ]
        if plain[at] == "syndrome":
            return any(word.endswith("oma") for word in words)
        return bool(words) or (
            said.tokens[before].text.isupper() and said.tokens[before].start in said.shorts
        )

    def _is_only_growth(self, said: Said, found: Found) -> bool:
        """Say whether a growth is told of a kind of which only the malignant one is ours: Malignant odontogenic tumor."""
        if len(found.entries) != 1 or {item.role for item in said.items if item.role in KINDS} != {"tumor"}:
            return False
        entry = found.entries[0]
        if lies(entry) or not _GROWTH.search(entry[2]) or not _MALIGNANT.search(entry[2]):
            return False
        return found.review and found.how != SPELLING and not any(is_tumor(item.word) for item in said.items)

    def _is_written_out(self, text: str, said: Said, found: Found) -> bool:
        """Say whether the letters of a short name stand behind words of no cancer whose letters they are."""
        short = _LETTERS.search(text)
        if short is None or short["short"] not in {entry[2].upper() for entry in found.entries}:
            return False
        before = [token for token in said.tokens if token.start < short.start()][-len(short["short"]) :]
        if [token.plain[:1] for token in before] != [*short["short"].casefold()]:
            return False
        places = {place for place, token in enumerate(said.tokens) if token in before}
        return not any(
            item.role in KINDS or is_tumor(item.word) for item in said.items if item.place in places
        )

    def _is_doubtful(self, said: Said, found: Found, told: bool) -> bool:
        """Say whether only an organ is named, or a growth of which a malignancy was read."""
        entry, known = found.entries[0], self._lexicon.keeper.around(TITLE)
        if not told:  # a yolk sac is no yolk sac tumor
            noted = self._lexicon.keeper.around("note")
            if "_" in said.text or any(
                token.text.isupper() or noted.get(token.plain, "").startswith("=") for token in said.tokens
            ):
                return False
            named = {normalize(word) for word in _WORD.findall(entry[2])}
            within = named.issuperset(token.plain for token in said.tokens)
            grown = _GROWTH.search(entry[2]) or _MALIGNANT.search(entry[2])
            parts = all(is_organ_alone(one, self._lexicon.roles) for one in found.entries)
            return parts or all(map(lies, found.entries)) or bool(within and grown)
        glands = any(token.plain.startswith(_GLANDS) for token in said.tokens)
        if glands and not _OF_GLANDS.search(f"{entry[2]} {' '.join(entry[0])}"):
            return True  # of the thyroid and other endocrine glands, which is not neuroendocrine
        if any(known.get(token.plain) == "doubt" for token in said.tokens):
            return True
        growth = {item.role for item in said.items if item.role in KINDS} == {"tumor"}
        if growth and not lies(entry) and _MALIGNANT.search(entry[2]) and _GROWTH.search(entry[2]):
            return not any(is_tumor(item.word) for item in said.items)
        if {item.role for item in said.items if item.role in KINDS} != {"tumor"}:
            return False
        if any(known.get(item.word) == "kind" for item in said.items):
            return False
        words = [item.word for item in said.items]
        return any(_is_growth(words, entry, self._lexicon) for entry in found.entries)
