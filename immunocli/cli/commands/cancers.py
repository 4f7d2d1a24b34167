"""immuno cancers: the cancers."""

from __future__ import annotations

from immunocli.render.answers import Answer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from immunocli.cli.emit import Output
    from immunocli.pages.blocks import Block


def cancers(out: Output, *, name: list[str] | None, as_of: str | None) -> int:
    """List the cancers, or tell one of them with all that is part of it."""
    catalogue = out.catalogue()
    found = catalogue.vocabulary("cancer", name or (), as_of=as_of)

    def blocks(records: Sequence[Any]) -> list[Block]:
        from immunocli.pages.page_chosen import vocabulary_page  # only people read pages

        return vocabulary_page(catalogue, records, found, one=bool(name))

    return out.emit(Answer(found, blocks=blocks, full=bool(name)))
