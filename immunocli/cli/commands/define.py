"""immuno define: what a term means."""

from __future__ import annotations

from immunocli.render.answers import Answer
from immunocli.queries.pages import define as term_of
from immunocli.records import Term

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from immunocli.pages.blocks import Block
    from immunocli.cli.options import Technical, Terms
    from immunocli.cli.emit import Output


def define(out: Output, term: Terms, technical: Technical = False) -> int:
    """Say what a term means, in plain words.

    Examples:
      immuno define checkpoint-inhibitor
      immuno define "cytokine release syndrome" ICANS
      immuno define PD-L1 --technical
      immuno define "bi-specific antibodies" --format json
    """
    catalogue = out.catalogue()
    data = catalogue.data
    found = [term_of(data, one) for one in term]

    def blocks(records: Sequence[Any]) -> list[Block]:
        from immunocli.pages import knowledge as pages  # only people read pages

        return [block for one in records for block in pages.term_page(data, one, technical=technical)]

    query = {"term": [one.id for one in found]}
    return out.emit(Answer("term", found, Term.columns, query, catalogue.edition, blocks=blocks, prose=True))
