"""Chooses which names a misspelled one may have meant, and the strangers that are compared with them."""

from __future__ import annotations

from immunocli.names.international import SHARED_STEMS, STEMS
from immunocli.names.neighbors import Neighbors
from immunocli.names.slips import RIVALS, slips_of_close
from immunocli.names.sounds import Heard, is_heard
from immunocli.names.truncated_names import LEAST_BEGUN_BESIDE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_LEAST_SPELLED = 6
_LEAST_BRAND = 5
_LEAST_COPIED = 7
_LONGEST_RIVAL = 40
# A slip in one of these is as likely to make another of them.
_NEVER = ("code", "abbreviation", "combination")
_LONGEST_SPELLED = 80


def may_be_meant(plain: str, match: str, title: str, *, foreign: bool) -> bool:
    """Say whether a misspelled string may have meant this name of ours.

    Brands that were never licensed here look like each other and like words: they are never guessed. Of a biosimilar's
    brand that is licensed only a longer one is.

    Args:
        plain: the name, normalized.
        match: what kind of name it is, as a match tells it.
        title: the name of the record, normalized.
        foreign: it is the brand of no product that the FDA licensed.
    """
    copied = match == "biosimilar" and len(plain) >= _LEAST_COPIED
    brand = (copied or match in ("brand", "former-brand")) and not foreign
    least = _LEAST_BRAND if brand and plain.isalpha() else _LEAST_SPELLED
    if (
        match in _NEVER
        or "antigen" in plain
        or not plain.isascii()
        or not least <= len(plain) <= _LONGEST_SPELLED
    ):
        return False
    if match == "name" or brand:
        return True
    return match == "synonym" and (plain[:5] == title[:5] or plain.endswith(STEMS))


def rivals(ours: Iterable[str], drugs: Iterable[str], known: Iterable[str] = ()) -> list[str]:
    """Return the strangers that are compared with ours.

    Args:
        ours: normalized names that a misspelled one may have meant.
        drugs: normalized names of other drugs: those that share an ending with some of ours count.
        known: all strangers: those that begin like one of ours, or sound like it, count.
    """
    mine = set(ours)
    begun = {plain[:LEAST_BEGUN_BESIDE] for plain in mine}
    heard = Heard(mine)
    found = {plain for plain in drugs if plain.endswith(STEMS + SHARED_STEMS) and len(plain) >= 6}
    for plain in known:
        if plain[:LEAST_BEGUN_BESIDE] in begun or (is_heard(plain) and heard.by(plain)):
            found.add(plain)
    return sorted(plain for plain in found - mine if len(plain) <= _LONGEST_RIVAL and plain.isascii())


def close(ours: Iterable[str], strangers: Iterable[tuple[str, str]]) -> list[str]:
    """Return the strangers that are so near one of ours that a slip from both may stand between them.

    Args:
        ours: normalized names that a misspelled one may have meant.
        strangers: normalized names that are none of ours, each with its kind.
    """
    rival = {plain for plain, kind in strangers if kind in RIVALS and plain.isalnum() and plain.isascii()}
    mine = [plain for plain in ours if plain.isascii()]
    near = Neighbors([plain for plain in rival if len(plain) <= _LONGEST_RIVAL])
    found = {other for plain in mine for other, _ in near.within(plain, slips_of_close(plain))}
    return sorted(found.difference(mine))
