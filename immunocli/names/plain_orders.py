"""Settles at once strings in which nothing stands but names of ours and how they are given: `Keytruda 100 mg/4 mL`.

Of such a string no room that reads the words around names has anything to say: each asks for words, marks or signs that
are not in it. What they ask for is gathered here; a test holds that the long way comes to the same.
"""

from __future__ import annotations

from immunocli.names import (
    cell_answers,
    not_a_drug,
    occasions,
    other_things,
    paperwork,
    radiolabels,
    reagents,
    shared_names,
    signs,
)
from immunocli.names.reading import CHANCE, LIKELY, NUMBER, OURS, PARTNER, SPELLING, SURE, Found
from immunocli.names.words_beside_drugs import CHOOSING

TYPE_CHECKING = False
if TYPE_CHECKING:
    from immunocli.names.lexicon import Lexicon
    from immunocli.names.reading import Hit, Reading

_MARKS = frozenset((OURS, PARTNER, NUMBER, "amount", "form", "route", "packing", "dosing"))
# What may stand before a word, before a number, at the end, and what joins one name to the next.
_GAPS = frozenset(
    ("", " ", "  ", "-", "/", ", ", " , ", " (", "  (", ") ", " + ", "  + ", "+", " / ", " & ", ". ")
)
_BEFORE_NUMBER = ("", " ", "  ")
_ENDS = ("", " ", ")")
_JOINS = (" + ", "  + ", "+", " / ", "/", " & ")
_SIGNS = frozenset(("x", "x0", "pre"))
# A shorter name of these kinds means what it says where it is no stranger's, too.
_IN_WORDS = ("name", "synonym", "brand", "former-brand")
_ABOUT = (cell_answers.ANSWERS, occasions.OCCASIONS, paperwork.PAPERS, reagents.REAGENTS)


class PlainOrders:
    """Knows the strings of which names, amounts and forms are all.

    Args:
        lexicon: the names of therapies.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        around = lexicon.keeper.around
        self._lexicon = lexicon
        self._shared = around(shared_names.SHARED)
        told = {word for about in _ABOUT for word in around(about)}
        told.update(word for word in lexicon.roles if " " in word)
        firms = {word for word, role in self._shared.items() if role == shared_names.COMPANY}
        firms |= {word for word, role in around(other_things.THINGS).items() if role == other_things.FIRM}
        self._firms = frozenset(word.partition(" ")[0] for word in firms)
        self._telling = frozenset(word.partition(" ")[0] for word in told).union(
            radiolabels.ISOTOPES,
            radiolabels.CHELATORS,
            not_a_drug.SPECIES,
            not_a_drug.AMOUNTS,
            signs.VACCINES,
            signs.BIOSIMILAR,
            CHOOSING,
            _SIGNS,
        )

    def read(self, reading: Reading) -> Found | None:
        """Return what such a string names: every name in it; None of another string.

        Args:
            reading: the string, as its words were read one by one.
        """
        tokens, marks, telling = reading.tokens, reading.marks, self._telling
        if not reading.hits or not _MARKS.issuperset(marks):
            return None
        before = ""
        for token, mark in zip(tokens, marks, strict=True):
            plain, gap = token.plain, token.gap
            if plain in telling or plain[:1] == "0":
                return None
            if mark == NUMBER:
                if gap not in _BEFORE_NUMBER and not (before == NUMBER and gap == "."):
                    return None
            elif gap not in _GAPS and not (mark == before == OURS and "(" not in gap):
                return None
            before = mark
        if tokens[0].gap.strip() or reading.text[tokens[-1].end :] not in _ENDS:
            return None
        if not all([self._stands_plainly(reading, hit) for hit in reading.hits]):
            return None
        entries = [hit.entry for hit in reading.hits]
        return Found(entries, entries[0][1], review=any([entry[1] == SPELLING for entry in entries]))

    def _stands_plainly(self, reading: Reading, hit: Hit) -> bool:
        """Say whether a name means one thing wherever it stands, and begins the string or is joined to the one before."""
        if shared_names.is_shared(hit.entry, self._shared) or hit.entry[0][0].startswith(reagents.CYTOKINES):
            return False
        tokens, first, last = reading.tokens, hit.first, hit.last
        if hit.strength != SURE or hit.entry[1] == "biosimilar":
            if hit.strength == CHANCE or (hit.strength == LIKELY and hit.entry[1] not in _IN_WORDS):
                return False
            if self._lexicon.stranger("".join([token.plain for token in tokens[first:last]])) is not None:
                return False
        if last < len(tokens) and tokens[last].plain in self._firms:
            return False
        gap = tokens[first].gap
        if not first or gap in _JOINS:
            return True
        return first == 1 and gap in (" ", ". ") and reading.marks[0] in ("form", "route")
