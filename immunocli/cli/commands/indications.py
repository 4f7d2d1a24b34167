"""immuno indications: which uses there are."""

from __future__ import annotations

from immunocli.render.answers import Answer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Unpack

    from immunocli.cli.emit import Output
    from immunocli.queries.filters import Filters

_FOR_PEOPLE = (
    "therapy",
    "cancer",
    "summary",
    "approved",
    "approval",
    "converted",
    "status",
    "ended",
    "relation",
)


def indications(out: Output, *, full: bool, boxed_about: str | None, **filters: Unpack[Filters]) -> int:
    """List uses of therapies, a row each."""
    catalogue = out.catalogue()
    filters["boxed"] = boxed_about or filters.get("boxed", False)
    found = catalogue.indications(full=full or out.whole("indication"), **filters)
    return out.emit(Answer(found, title="Uses", narrow=_FOR_PEOPLE, catalogue=catalogue, full=full, wide=full))
