"""Takes out of a string the cancers that its phrases deny, and tells the name of a gene from that of a cancer."""

from __future__ import annotations

import re
from itertools import pairwise

from immunocli.names.cancer_words import KINDS, is_tumor
from immunocli.names.forms import normalize
from immunocli.names.gates import Gate
from immunocli.names.reading import Found, nothing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from immunocli.names.cancer_said import Said
    from immunocli.names.lexicon import Lexicon
    from immunocli.names.names_protocol import Entry
    from immunocli.names.tokens import Token

# What ends the statement that a phrase begins.
_ENDS = re.compile(r"[;|]|\.\s|\n")
_TURNS = ("but", "however", "aber", "mais", "pero", "ma")
_LONGEST_PHRASE = 5
_MALIGNANT = ("malignancy", "malignancies", "malignitat", "malignite")
# A gene and what its letters stand for: BCL2 (B-cell lymphoma 2), MLL mixed lineage leukemia.
_GENE = re.compile(r"\s*(?P<gene>[A-Z][A-Z0-9]{1,8}(?:-\d)?)\s*[,:(-]*\s+?\(?(?P<name>[^()]{6,})\)?\s*$|"
                   r"\s*(?P<gene2>[A-Z][A-Z0-9]{1,8})\s*\((?P<name2>[^()]{6,})\)\s*$")  # fmt: skip
_NUMBERED = re.compile(r"\s\d{1,2}[A-Z]?(?:,? early onset)?$")
_WORD = re.compile(r"[^\W_]+")
# Histologies that begin nowhere in these, whatever is said to lie there.
_ELSEWHERE = frozenset(("brain", "bone", "nervous-system", "spinal-cord", "pleural", "splenic", "cardiac"))
_GLANDS = Gate(
    r"\b(?:adenoca\w*|adeno|squamous|adenosquamous|ductal|lobular|urothelial)\b",
    re.I,
    parts="adeno squamous ductal lobular urothelial".split(),
)
# A line of cells is called by a code, as HCC-1395, and may be of another cancer than its letters say.
_CELL_LINE = Gate(r"^\s*[A-Z]{2,}[\w./]*-[\w./-]+(?: cells?(?: lines?)?)?\s*$", parts=("-",))
# A firm, a protein or gene that is numbered after a cancer, an animal: PTC Inc., B-cell lymphoma 2 (BCL2).
_NO_CANCER = Gate(
    r"^[\w .,&-]{2,40}[ ,](?:inc|llc|ltd|corp|gmbh|plc|pty|sarl|co)\.?\s*$|"
    r"\b(?:lymphomas?|leuka?emias?|cancers?|carcinomas?|myelomas?|sarcomas?|melanomas?|tumou?rs?) \d{1,2}"
    r"(?:\s*\([A-Z][A-Z0-9-]{2,9}\)|\s+(?:protein|gene|like|antigen|isoform)\b.*|,? early onset)?\s*$|"
    r"\b(?:mice|mouse|murine)\b",
    re.I,
    parts="inc|llc|ltd|corp|gmbh|plc|pty|sarl| co|,co|mice|mouse|murine|0|1|2|3|4|5|6|7|8|9".split("|"),
)
# What has grown into what is around it is neither in situ nor a precancer; of a melanoma it is told so.
_GROWN = Gate(
    r"(?<!non)(?<!non-)(?<!non )(?<!pre)(?<!pre-)(?<!micro)(?<!micro-)\b(?:invasive|infiltrating|invading)\b",
    re.I,
    parts=("invasive", "infiltrating", "invading"),
)
_NOT_GROWN = re.compile(
    r"\b(?:no|not|non|without|negative|neg|absent|excluded|w/o|lacks?|rule|versus|vs)\b|\?", re.I
)
_BESIDE = re.compile(r"\b(?:or|and|with|plus)\b|[+&/]", re.I)
_EARLY, _MELANOMA = "precancer", "melanoma-in-situ"
_CELLS = ("cell", "cells", "line", "lines")


def without_denials(said: Said, lexicon: Lexicon) -> str | None:
    """Return a string without the cancers that phrases in it deny; None when none does.

    Empty where nothing that is left speaks of a cancer.

    Args:
        said: the string.
        lexicon: the names of cancers.
    """
    phrases, tokens = lexicon.keeper.around("denial"), said.tokens
    plain = [token.plain for token in tokens]
    for place in range(len(tokens)):
        length = next(
            (
                count
                for count in range(_LONGEST_PHRASE, 0, -1)
                if phrases.get(" ".join(plain[place : place + count])) == "before"
            ),
            0,
        )
        if not length or place + length > len(tokens) or tokens[place].gap == "-":
            continue
        end = place + length
        while end < len(tokens) and not _ENDS.search(tokens[end].gap) and plain[end] not in _TURNS:
            end += 1
        if _speaks(said, place + length, end, lexicon):
            last = tokens[end].start if end < len(tokens) else len(said.text)
            left = f"{said.text[: tokens[place].start]}{said.text[last:]}".strip(" ,;:-")
            spoken = _speaks(said, 0, place, lexicon) or _speaks(said, end, len(tokens), lexicon)
            return left if spoken else ""
    return None


def _speaks(said: Said, first: int, last: int, lexicon: Lexicon) -> bool:
    """Say whether words speak of a cancer: by a word for it, the name of a tumor, a short name."""
    if any(first <= item.place < last and (item.role in KINDS or is_tumor(item.word)) for item in said.items):
        return True
    return any(_is_short(token, lexicon) for token in said.tokens[first:last])


def _is_short(token: Token, lexicon: Lexicon) -> bool:
    if token.plain in _MALIGNANT:
        return True
    entry = lexicon.entry(token.plain) if token.text.isupper() else None
    return entry is not None and bool(entry[0]) and entry[1] == "abbreviation"


def is_gene(text: str, lexicon: Lexicon) -> bool:
    """Say whether a string is a gene with the name that its letters stand for.

    Args:
        text: `DLC1 (deleted in liver cancer 1)`.
        lexicon: the names of cancers.
    """
    found = _GENE.match(text)
    if found is None:
        return False
    symbol, name = found["gene"] or found["gene2"], found["name"] or found["name2"]
    plain = normalize(symbol)
    ours, known = lexicon.entry(plain), lexicon.stranger(plain)
    if ours is not None and ours[0]:
        return False
    words = [normalize(word) for word in _WORD.findall(name)]
    of_genes = lexicon.keeper.around("gene")
    beside = {*words, *map(" ".join, pairwise(words))}
    if of_genes.get(words[-1]) == "last" or any(of_genes.get(one) == "within" for one in beside):
        return True
    of_gene = any(map(str.isdigit, plain)) or (known is not None and known[0] == "gene")
    return of_gene and bool(_NUMBERED.search(name))


def is_no_cancer(text: str) -> bool:
    """Say whether a string is the code of a line of cells, a firm, a protein or an animal."""
    if _CELL_LINE.match(text) and (text.rstrip().endswith(_CELLS) or text.rstrip()[-2:].isdigit()):
        return True
    return _NO_CANCER.search(text) is not None


class Barred:
    """Keeps from being told what a string denies.

    Args:
        lexicon: the names of cancers.
        said: cuts a string into words.
        read: reads a string.
    """

    def __init__(self, lexicon: Lexicon, said: Callable[[str], Said], read: Callable[[str], Found]) -> None:
        self._lexicon = lexicon
        self._said = said
        self._read = read
        self._first: set[str] = set()

    def kept(self, text: str, found: Found) -> Found:
        """Return what was found in a string, or what of it no phrase denies."""
        if not found.entries:
            return found
        if is_gene(text, self._lexicon):
            return nothing()
        if len(found.entries) == 1 and _is_gland(text, found.entries[0]):
            return nothing()
        if self._is_grown(text, found):
            if _BESIDE.search(text):
                return Found(found.entries, found.how, review=True, unread=found.unread)
            skin = self._lexicon.entry("cutaneousmelanoma") if _MELANOMA in found.entries[0][0] else None
            return (
                Found([skin], "synonym", review=True, unread=found.unread) if skin is not None else nothing()
            )
        phrases = self._lexicon.keeper.around("denial")
        first = self._first = self._first or {phrase.partition(" ")[0] for phrase in phrases}
        words = _WORD.findall(text.casefold())
        if first.isdisjoint(words if text.isascii() else map(normalize, words)):
            return found
        told = self._said(text)
        left = without_denials(told, self._lexicon)
        if left is not None:
            found = self._read(left) if left else nothing()
            found = Found(found.entries, found.how, review=True, unread=found.unread)
        plain = f" {' '.join(token.plain for token in told.tokens)} "
        organs = {role[1:] for phrase, role in phrases.items() if role[0] == "=" and f" {phrase} " in plain}
        path = {
            step for entry in found.entries for one in entry[0] for step in self._lexicon.keeper.path(one)
        }
        return found if organs.isdisjoint(path) else nothing()

    def _is_grown(self, text: str, found: Found) -> bool:
        """Say whether a string tells that what was read as in situ has grown into what is around it."""
        if not _GROWN.search(text) or _NOT_GROWN.search(text):
            return False
        return all(_EARLY in self._lexicon.keeper.path(one) for entry in found.entries for one in entry[0])


def _is_gland(text: str, entry: Entry) -> bool:
    """Say whether a string tells of a gland's cancer where no gland is."""
    short = entry[1] in ("abbreviation", "code")
    return not short and _ELSEWHERE.issuperset(entry[0]) and bool(_GLANDS.search(text))
