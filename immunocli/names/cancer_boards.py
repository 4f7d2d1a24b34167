"""Reads what is written short for a tumor board: a cancer's short name beside a stage, a marker, a line or a treatment."""

from __future__ import annotations

import re

from immunocli.names.cancer_clauses import how_of
from immunocli.names.cancer_noted import lies_elsewhere
from immunocli.names.cancer_sites import is_organ_alone
from immunocli.names.cancer_words import KINDS, is_tumor
from immunocli.names.forms import normalize
from immunocli.names.reading import Found, nothing
from immunocli.names.words_beside_drugs import as_written

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from immunocli.names.cancer_said import Said
    from immunocli.names.lexicon import Lexicon
    from immunocli.names.names_protocol import Entry

_BARRING = frozenset(("not-given", "kinship", "past", "screening", "benign"))
# A tumor, nodes, a line of treatment: cT3, N2, 2L, IIIC.
_STAGED = re.compile(
    r"[cpymru]{0,3}T[0-4][a-d]?(?:N[0-3x][a-c]?)?(?:M[01x][a-d]?)?|[cpy]{0,2}N[1-3][a-c]?|M1[a-d]?|\dL\+?|"
    r"(?:I{1,3}V?|IV)[A-D]?[1-3]?|R/R|[A-Z][A-Za-z0-9]+(?:mut|amp|wt|del|fus)"
)
_ADVANCED = re.compile(r"(?:la|[maur])(?=[A-Z]{2,})")
_WORD = re.compile(r"[^\s,;:()\[\]]+")
_PARTED = re.compile(r"[,;:()\[\]]")
# How drugs against cancer end.
_DRUG = re.compile(
    r"\w{3}(?:mab|nib|platin|taxel|ciclib|parib|lisib|leucel|lutamide|lidomide|zomib|rubicin|tecan)\b", re.I
)
_JOINED = re.compile(r"[-/+]")
# What was denied, asked or harmed; and a cancer where one has spread to.
_DENIED = re.compile(
    r"\?(?=\w)|\br/o\b|\bno\b|\bh/o\b|induced\b|\w{3}itis\b|\b(?:CRS|ICANS|toxicity|neuropathy|concern)\b|"
    r"\bsecondary\b|\bmetasta\w+ to\b",
    re.I,
)
_AFTER = re.compile(r"\bs/p\b", re.I)
# What says no more than whether it can be cut out bars nothing: borderline resectable, not surgical, 2nd resection.
_OPERABLE = re.compile(
    r"\bborderline(?= resect)|\bnot (?:an? |for |a good )?(?:surg\w+|op\b|operable|operative|resect\w*|candidate|fit|"
    r"eligible)(?: cand\w*)?|\b(?:2nd |second |repeat )resection\b|\bIg[GM](?= (?:kappa|lambda)\b)|\bLLC(?=-B\b)",
    re.I,
)
_OR = ("vs", "versus", "or")
_LONGEST, _MOST_WORDS, _LEAST_SHORT, _LEAST_ALONE, _SURELY = 4, 30, 2, 4, 2
# Short names that mean several cancers alike.
_EITHER = frozenset(("MM", "CCC", "ACC", "SCC", "EC", "PC", "BC", "OC"))
_SHOWS = "shows"
_SHORT = ("abbreviation", "code")


class BoardReader:
    """Finds the one cancer that a short note names among words that were not read.

    Args:
        lexicon: the names of cancers.
        said: cuts a string into words.
        whole: reads a string as a name or as any string.
    """

    def __init__(self, lexicon: Lexicon, said: Callable[[str], Said], whole: Callable[[str], Found]) -> None:
        self._lexicon = lexicon
        self._said = said
        self._whole = whole

    def read(self, text: str) -> Found:
        """Return the cancer that a note names; a person should look.

        Args:
            text: `MIBC cis-inelig cT3`, of which nothing was read.
        """
        words = list(_WORD.finditer(text))
        if not 1 < len(words) <= _MOST_WORDS or _DENIED.search(text) or text.isupper():
            return nothing()
        written = [word[0].strip(".?!#*'\"") for word in words]
        shown = [self._shows(word) for word in written]
        if _SHOWS not in shown and not self._begins_clearly(written[0]):
            return nothing()
        roles = {item.role for item in self._said(_OPERABLE.sub(" ", _AFTER.sub("after", text))).items}
        if not _BARRING.isdisjoint(roles):
            return nothing()
        surely = shown.count(_SHOWS) >= _SURELY
        found: list[tuple[Entry, int, int]] = []
        for last in range(1, len(words) + 1):
            for first in range(max(0, last - _LONGEST), last):
                between = text[words[first].start() : words[last - 1].start()]
                if _PARTED.search(between):
                    continue
                entry = (
                    self._alone(
                        written[first], surely or any(shown[max(0, first - 1) : first + 2]), first == 0
                    )
                    if last - first == 1
                    else self._several(written[first:last])
                )
                if entry is not None:
                    found.append((entry, first, last))
                    break
        nearest = self._lexicon.nearest_of(entry for entry, _, _ in found)
        if nearest is None:
            return nothing()
        entry, first, last = next(one for one in found if one[0] is nearest)
        either = any(word.casefold() in _OR for word in written[max(0, first - 1) : last + 1])
        alone = "other-disease" in roles and not surely and entry[1] in _SHORT
        if either or alone:
            return nothing()
        rest = [text[: words[first].start()], text[words[last - 1].end() :]]
        if _SHOWS not in shown and lies_elsewhere(entry, rest[-1], self._lexicon):
            return nothing()
        unread = ";".join(" ".join(one.replace(";", " ").split()).strip(" ,:") for one in rest)
        return Found([entry], how_of(entry), review=True, unread=unread.strip(";"))

    def _shows(self, word: str) -> str:
        """Return `shows` where a word shows that a note is of a cancer: a stage, a marker, a line, a drug; else its role."""
        if _STAGED.fullmatch(word) or _DRUG.search(word):
            return _SHOWS
        notes = self._lexicon.keeper.around("board")
        pieces = [word, *_JOINED.split(word)] if _JOINED.search(word) else [word]
        return next((role for one in pieces for role in [notes.get(normalize(one), "")] if role), "")

    def _begins_clearly(self, word: str) -> bool:
        """Say whether a note begins with a short name that is long enough to mean nothing else: ED-SCLC."""
        entry = self._lexicon.entry(normalize(word))
        if entry is None or len(entry[0]) != 1 or entry[1] != "abbreviation" or len(word) < _LEAST_ALONE:
            return False
        return self._lexicon.stranger(normalize(word)) is None and as_written(entry[2], word)

    def _alone(self, word: str, beside: bool, begins: bool) -> Entry | None:
        """Return the cancer of one word: of its short name, or a tumor's name."""
        for one in (word, _ADVANCED.sub("", word, count=1), *word.split("-")[:1]):
            for kind in ("note", "sheet"):
                meant = self._lexicon.keeper.around(kind).get(normalize(one), "")
                if meant.startswith("=") and not one.islower():
                    found = self._whole(meant[1:])
                    if found.is_sure and not is_organ_alone(found.entries[0], self._lexicon.roles):
                        return found.entries[0]
            entry = self._lexicon.entry(normalize(one))
            if entry is None or len(entry[0]) != 1 or is_organ_alone(entry, self._lexicon.roles):
                continue
            if entry[1] in _SHORT:
                known = self._lexicon.stranger(normalize(one))
                least = (
                    _LEAST_SHORT
                    if beside or (begins and (known is None or known[0] == "cancer"))
                    else _LEAST_ALONE
                )
                shows = normalize(one) in self._lexicon.keeper.around("board")
                if one not in _EITHER and not shows and len(one) >= least and as_written(entry[2], one):
                    return entry
            elif is_tumor(normalize(one)):
                return entry
        return None

    def _several(self, words: list[str]) -> Entry | None:
        """Return the cancer of neighboring words that end in the name of a tumor or a word for cancer."""
        sheets = self._lexicon.keeper.around("sheet")
        meant = [
            role[1:] if (role := sheets.get(normalize(word), "")).startswith("=") else word for word in words
        ]
        last = normalize(meant[-1].split()[-1])
        if not (is_tumor(last) or self._lexicon.roles.get(last) in KINDS):
            return None
        found = self._whole(" ".join(meant))
        return found.entries[0] if found.is_sure else None
