"""immuno therapies: which therapies there are."""

from __future__ import annotations

from immunocli.render.answers import Answer
from immunocli.cli.noting import hidden, in_words, narrowed, shown_as
from immunocli.queries.therapies import therapies as therapies_of
from immunocli.queries.therapies import with_uses
from immunocli.records import Therapy

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
        Types,
    )
    from immunocli.cli.emit import Output


def therapies(
    out: Output,
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
    """List therapies, a row each.

    Examples:
      immuno therapies --cancer melanoma
      immuno therapies --target CD19 --type "car t"
      immuno therapies --cancer bladder --as-of 2021-01
      immuno therapies --source cri-2022 --format json

    By default the uses that the FDA approves today. One option repeated
    means "or", different options mean "and".
    """
    catalogue = out.catalogue()
    selection = catalogue.select(**narrowed(locals()))
    found = therapies_of(selection)
    whole = out.format in ("json", "jsonl") or "indications" in (out.columns or "").split(",")
    if whole and not out.count:
        found = [with_uses(catalogue.data, therapy) for therapy in found]
    return out.emit(
        Answer(
            "therapy",
            found,
            Therapy.columns,
            selection.query,
            catalogue.edition,
            title=lambda: shown_as("Therapies", selection),
            narrow=("name", "brands", "type", "status", "first_approved", "cancers"),
            notes=hidden(selection, len(found)),
            labels=in_words(catalogue.data),
        )
    )
