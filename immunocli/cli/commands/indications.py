"""immuno indications: which uses were approved."""

from __future__ import annotations

from immunocli.render.answers import Answer
from immunocli.cli.noting import hidden, in_words, narrowed, shown_as
from immunocli.queries.therapies import uses
from immunocli.records import Indication

TYPE_CHECKING = False
if TYPE_CHECKING:
    from immunocli.cli.options import (
        Agnostic,
        Approval,
        AsOf,
        Biomarkers,
        Cancers,
        Settings,
        Since,
        SourceId,
        Status,
        Targets,
        Therapies,
        Types,
    )
    from immunocli.cli.emit import Output


def indications(
    out: Output,
    therapy: Therapies = None,
    cancer: Cancers = None,
    type: Types = None,
    target: Targets = None,
    biomarker: Biomarkers = None,
    setting: Settings = None,
    approval: Approval = None,
    status: Status = None,
    since: Since = None,
    as_of: AsOf = None,
    source: SourceId = None,
    agnostic: Agnostic = False,
) -> int:
    """List approved uses, a row each.

    Examples:
      immuno indications --cancer "small cell lung" --status any
      immuno indications --therapy keytruda --setting adjuvant
      immuno indications --approval accelerated --since 2025
      immuno indications --source cri-2022 --count

    By default the uses that the FDA approves today.
    """
    catalogue = out.catalogue()
    selection = catalogue.select(**narrowed(locals()))
    found = uses(selection)
    return out.emit(
        Answer(
            "indication",
            found,
            Indication.columns,
            selection.query,
            catalogue.edition,
            title=lambda: shown_as("Approved uses", selection),
            narrow=("therapy", "status", "summary", "cancer", "approved", "approval", "withdrawn"),
            notes=hidden(selection, len(found)),
            labels=in_words(catalogue.data),
        )
    )
