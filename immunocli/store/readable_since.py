"""Tells since when documents can be read."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

_NAMED = re.compile(r"(?<!\d)(?:19|20)\d\d(?:-\d\d(?:-\d\d)?)?(?!\d)")


def out_since(sources: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    """Return a date by id: of publication, or the latest that id or title name where that is of a later year.

    A document of which nothing tells a date is left out.
    """
    found = {}
    for source in sources:
        named = max(_NAMED.findall(f"{source['id']} {source['title']}"), default="")
        published = source["published"] or ""
        if date := named if named[:4] > published[:4] else published:
            found[source["id"]] = date
    return found
