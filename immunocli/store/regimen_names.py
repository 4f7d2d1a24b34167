"""Says which therapies of a regimen a name of it tells: all, or those of a list in which each drug stands."""

from __future__ import annotations

import re

from immunocli.names.forms import normalize

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

# What parts the drugs of a list; a hyphen does so between names in full, too.
_PARTS = re.compile(r"\s*(?:\+|/|,? and |,|;| plus )\s*")
_HYPHENS = re.compile(r"-")


def told_in(name: str, regimen: Mapping[str, Any], entries: Mapping[str, list[Any]]) -> list[str]:
    """Return the therapies of a regimen that a name of it tells.

    When its drugs are listed one by one nothing is added to them: dinutuximab, irinotecan, temozolomide tells no
    sargramostim, though it is given with them.

    Args:
        name: one of the regimen's.
        regimen: its record.
        entries: the names of therapies, normalized.
    """
    held = set(regimen["therapies"])
    partners = {normalize(one) for one in regimen["partners"]}
    for parts in (_PARTS, _HYPHENS):
        pieces = [normalize(one) for one in parts.split(name)]
        if len(pieces) < 2 or not all(one in partners or one in entries for one in pieces):
            continue
        named = {one for piece in pieces if piece in entries for one in entries[piece][0]}
        if named and named <= held:
            return [one for one in regimen["therapies"] if one in named]
    return list(regimen["therapies"])
