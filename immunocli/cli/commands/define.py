"""immuno define: what a term means."""

from __future__ import annotations

from immunocli.render.answers import Answer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from immunocli.cli.emit import Output
    from immunocli.pages.blocks import Block


def define(out: Output, *, term: list[str], technical: bool, as_of: str | None, full: bool) -> int:
    """Say what a term means, in plain words."""
    whole = full or out.to_keep
    catalogue = out.catalogue()
    found = catalogue.terms(term, as_of=as_of, full=full or technical or out.whole("term"))

    def blocks(records: Sequence[Any]) -> list[Block]:
        from immunocli.pages.term_page import term_page  # only people read pages

        return [
            block
            for one in records
            for block in term_page(catalogue, one, technical=technical or full, as_of=as_of, full=whole)
        ]

    if technical:
        found.columns = (*found.columns, "technical")
    return out.emit(Answer(found, blocks=blocks, prose=True, full=technical or full, wide=full))
