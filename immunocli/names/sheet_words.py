"""Cuts labels of sample sheets and orders without blanks into words: `wk12_axi_cel_PBMC`, `nivolumab240mgIVq2w`."""

from __future__ import annotations

import re
from itertools import compress

from immunocli.names import doses
from immunocli.names.forms import normalize
from immunocli.names.international import is_international, is_payload_code

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from immunocli.names.names_protocol import Entry

# What usual strings have not: a line that joins words, small letters before capitals, a word before digits.
_LABEL = re.compile(
    r"[^\W_]_[^\W_]|[a-z]{2}[A-Z]|[a-zA-Z]{4}\d|(?<![a-zA-Z])[a-zA-Z]{3}\d{1,4}mg|^[^\s.]*[a-zA-Z]{3}\.[a-zA-Z]|^[^\s-]+-[^\s-]+-\S+$"
)
_LONGEST = 120
_JOINED = re.compile(r"(?<=[^\W_])_+(?=[^\W_])|^_+|_+$")
# In a label without blanks dots do, too, but not in a number; hyphens part words anywhere.
_DOTTED = re.compile(r"(?<=[^\W\d_])\.(?=[^\W_])|(?<=\d)\.(?=[^\W\d_])")
_RUN = re.compile(r"[a-zA-Z0-9]+")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z]{2})")
_NUMBERED = re.compile(r"([a-zA-Z]+)(\d.*)")
_PIECE = re.compile(r"q\d{1,2}(?:days?|d|weeks?|wks?|wk|w|hrs?|h|months?|mo)?|x\d{1,2}|\d+")
# A name right before decimals and their unit: Padcev1.25mg/kg.
_DECIMALS = re.compile(r"(?<![a-zA-Z])([a-zA-Z]{5,})(?=\d+\.\d+\s?(?:mg|mcg|ug|g|m?iu)(?![a-z]{2}))", re.I)
_DOSED = re.compile(r"([a-zA-Z]+)(\d+)(mg|mcg|ug|g|ml)([a-zA-Z]{3,})", re.I)
# What is given of an antibody at once, in milligrams: atezo1200.
_DOSE = re.compile(r"[1-9]\d{1,2}0")
# A name of so many letters stands before anything that was written right behind it, a shorter one before a unit.
_LEAST_NAME, _LEAST_SHORT, _LEAST_SHORTEST, _LEAST_WORD, _LONGEST_WORD = 7, 4, 3, 2, 12
# Between two doses of a word of so many letters: 840then420.
_LEAST_JOINING = 4
_MEASURED = ("amount", "form", "route", "packing", "dosing", "billing", "modifier")


def is_label(text: str) -> bool:
    """Say whether a string may be a label or an order without blanks: for most strings one look is enough."""
    if len(text) > _LONGEST or not text.isascii():
        return False
    written = text.replace(" ", "")
    plain = written.isalpha() and (written.islower() or written.isupper())
    return not plain and _LABEL.search(text) is not None


def words(
    text: str,
    roles: dict[str, str],
    entry: Callable[[str], Entry | None],
    stranger: Callable[[str], tuple[str, str] | None],
) -> str:
    """Return the words of a label with blanks between them; empty when it has no others than before.

    A word that is a name, or plays a part around names, is not cut: riTUXimab, CD1a. Nor is one cut
    at its capitals when what would stand beside a name of ours is no word: ViraferonPweg.

    Args:
        text: the label.
        roles: of the words around names.
        entry: returns a name of ours by its normalized form, or one that we know to be none.
        stranger: returns what else a normalized word is.
    """

    def is_known(word: str) -> bool:
        plain = normalize(word)
        return doses.is_amount(plain, roles) or plain in roles or bool(entry(plain) or stranger(plain))

    spaced = _JOINED.sub(lambda found: " " * len(found[0]), text)
    if "." in spaced:
        spaced = _DECIMALS.sub(
            lambda found: f"{found[0]} " if (entry(normalize(found[1])) or [()])[0] else found[0], spaced
        )
    if " " not in text.strip() and "/" not in text:
        spaced = _DOTTED.sub(" ", spaced)
    spaced = _RUN.sub(lambda found: _cut(found[0], roles, entry, is_known), spaced)
    return "" if spaced == text else spaced


def as_written(label: str, piece: str) -> str:
    """Return a piece of the words of a label as it was written there."""
    signs = [re.escape(sign) for sign in piece if not sign.isspace()]
    found = re.search(r"[\s_.-]*".join(signs), label)
    return found[0] if found else piece


def _cut(
    run: str,
    roles: dict[str, str],
    entry: Callable[[str], Entry | None],
    is_known: Callable[[str], bool],
) -> str:
    """Return letters and digits without a sign between them as words."""
    plain = normalize(run)
    if plain.isdigit() or plain in roles or entry(plain) is not None or doses.is_amount(plain, roles):
        return run
    if is_payload_code(plain):  # vcMMAE
        return run
    found = _NUMBERED.fullmatch(run)
    pieces = measured(found[2], roles) if found else []
    if found and pieces:
        whole = _named(found[1], pieces, roles, entry)
        if whole:
            return " ".join(whole)
    dosed = _DOSED.fullmatch(run)
    if dosed and len(dosed[1]) >= _LEAST_NAME and (entry(normalize(dosed[1])) or [()])[0]:
        return " ".join(dosed.groups())  # Cetuximab450mgabsolut
    humps = _HUMP.split(run)
    if len(humps) > 1 and not _is_measured(humps, roles):
        pieces = [piece for hump in humps for piece in _cut(hump, roles, entry, is_known).split()]
        ours = [bool((entry(normalize(piece)) or [()])[0]) for piece in pieces]
        beside = zip(pieces, [*ours[1:], False], [False, *ours], strict=False)
        alone = all(map(_is_in_full, compress(pieces, ours))) or all(
            is_known(piece) for piece, after, before in beside if after or before
        )
        return " ".join(pieces) if alone else run
    if found and found[2].isdigit() and len(found[1]) >= _LEAST_WORD and found[1].lower() in roles:
        return f"{found[1]} {found[2]}"
    return run


def _is_in_full(piece: str) -> bool:
    """Say whether a name is an international one, which ends as no other word does, and written as a word."""
    return is_international(normalize(piece)) and len(piece) >= _LEAST_NAME and piece[1:].islower()


def _named(
    head: str, pieces: list[str], roles: dict[str, str], entry: Callable[[str], Entry | None]
) -> list[str]:
    """Return a name of ours and what was written right behind it; nothing when it is none.

    Args:
        head: the letters before the first digit: a name, or also a form behind it.
        pieces: the amounts and forms from there on.
        roles: of the words around names.
        entry: returns a name by its normalized form.
    """
    if (entry(normalize(head)) or [()])[0]:
        number = pieces[0]
        with_unit = len(pieces) > 1 and roles.get(pieces[1].lower()) == "amount"
        told = with_unit or _DOSE.fullmatch(number) is not None
        least = _LEAST_SHORTEST if with_unit else _LEAST_SHORT if told else _LEAST_NAME
        return [head, *pieces] if len(head) >= least and (told or not "".join(pieces).isdigit()) else []
    for end in range(len(head) - _LEAST_WORD, _LEAST_NAME - 1, -1):  # KEYTRUDAINJ100MG
        if (entry(normalize(head[:end])) or [()])[0]:
            behind = measured(head[end:], roles)
            if behind:
                return [head[:end], *behind, *pieces]
    return []


def _is_measured(humps: list[str], roles: dict[str, str]) -> bool:
    """Say whether humps are those of a unit: 20mL, 10ugMl."""
    return doses.is_amount(normalize("".join(humps)), roles)


def measured(tail: str, roles: dict[str, str]) -> list[str]:
    """Return an amount and what was written right behind it as words; nothing when some of it is none.

    Args:
        tail: letters and digits, as `200mgIVq3w`.
        roles: of the words around names.
    """
    plain = tail.lower()
    # The fewest words that the first so many signs are.
    best: dict[int, list[str]] = {0: []}
    for start in range(len(plain)):
        if start not in best:
            continue
        found = _PIECE.match(plain, start)
        ends = {found.end()} if found else set()
        follows_number = start > 0 and plain[start - 1].isdigit()
        for end in range(start + 1, min(start + _LONGEST_WORD, len(plain)) + 1):
            role = roles.get(plain[start:end])
            if (role in _MEASURED and (end - start >= _LEAST_WORD or follows_number)) or (
                role == "joining" and end - start >= _LEAST_JOINING
            ):
                ends.add(end)
        for end in ends:
            if plain[start].isdigit() and end < len(plain) and plain[end].isdigit():
                continue
            if end not in best or len(best[end]) > len(best[start]) + 1:
                best[end] = [*best[start], tail[start:end]]
    return best.get(len(plain), [])
