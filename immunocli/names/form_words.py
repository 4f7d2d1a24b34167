"""Says which words tell the form of a cancer that is meant: without one of them none is answered for."""

from __future__ import annotations

import re

from immunocli.names.cancer_words import KINDS, Canon
from immunocli.names.forms import normalize

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from immunocli.names.names_protocol import Keeper

# What a word is of which a name of a cancer is made, and not told of its course.
_OF_NAMES = ("", "histology")
_PIECE = re.compile(r"[^\W_]+")
# Words so written tell how cells look or whence they come, whatever cancer they stand before.
_ADJECTIVE = re.compile(r"\w{3,}(?:blastic|cytic|cytoid|matoid|inoid|papillary|plastic|phobe|genic|oid)$")


def tell_form(keeper: Keeper, words: Iterable[str]) -> bool:
    """Say whether some of the words tell which form of a cancer is meant: T-lymphoblastic, NK-cell, lobular.

    Args:
        keeper: who keeps the names.
        words: beside the name of a cancer, as they were written.
    """
    pieces = {piece for word in words for piece in map(normalize, _PIECE.findall(word)) if piece}
    if not pieces:
        return False
    if any(map(_ADJECTIVE.match, pieces)):
        return True
    canon = Canon(keeper.around("cancer"))
    forms = {
        form
        for piece in pieces
        for form, role in canon.of(piece)
        if role in _OF_NAMES and form not in KINDS and not form.isdigit() and not _is_gene(keeper, piece)
    }
    if not forms:
        return False
    return any(not forms.isdisjoint(one.split()) for one in keeper.names("cancer-words"))


def _is_gene(keeper: Keeper, plain: str) -> bool:
    known = keeper.others("cancer", plain)
    return known is not None and known[0] == "gene"
