"""immuno indications: which uses there are."""

from __future__ import annotations

from immunocli.render.answers import Answer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Unpack

    from immunocli.cli.emit import Output
    from immunocli.queries.filters import Filters

_FOR_PEOPLE = ("therapy", "cancer", "summary", "approved", "approval", "status", "ended", "relation")


def indications(out: Output, *, full: bool, **filters: Unpack[Filters]) -> int:
    """List uses of therapies, a row each.

    Examples:
      immuno indications --cancer bladder --setting adjuvant
      immuno indications --therapy keytruda --status any
      immuno indications --therapy vectibix --as-of 2010
      immuno indications --biomarker PD-L1 --json | jq '.results[].summary'

    Each is told in the words of the label of that day.
    """
    catalogue = out.catalogue()
    found = catalogue.indications(full=full, **filters)
    return out.emit(Answer(found, title="Uses", narrow=_FOR_PEOPLE, catalogue=catalogue, full=full))
