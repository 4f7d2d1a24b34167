"""immuno therapies: which therapies there are."""

from __future__ import annotations

from immunocli.render.answers import Answer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Unpack

    from immunocli.cli.emit import Output
    from immunocli.queries.filters import Filters

_FOR_PEOPLE = ("name", "brands", "type", "status", "approved", "ended", "relation", "cancers")
_BOXED = ("name", "boxed", "approved", "status", "relation", "brands")


def therapies(out: Output, *, full: bool, boxed_about: str | None, **filters: Unpack[Filters]) -> int:
    """List therapies, a row each; those asked for by their boxed warnings with these."""
    catalogue = out.catalogue()
    filters["boxed"] = boxed_about or filters.get("boxed", False)
    found = catalogue.therapies(full=full or out.whole("therapy"), **filters)
    boxed = filters.get("boxed")
    if boxed:
        found.columns += ("boxed",)
    narrow: tuple[str, ...]
    title, narrow = ("Boxed warnings", _BOXED) if boxed else ("Therapies", _FOR_PEOPLE)
    if filters.get("no_boxed"):
        title = "Therapies without a boxed warning"
    if found.query.get("status", "current") != "current":
        narrow += ("past_cancers",)
    return out.emit(Answer(found, title=title, narrow=narrow, catalogue=catalogue, full=full, wide=full))
