"""immuno immune-system: its parts."""

from __future__ import annotations

from immunocli.errors import UsageError
from immunocli.render.answers import Answer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from immunocli.cli.emit import Output
    from immunocli.pages.blocks import Block


def immune_system(out: Output, *, part: list[str] | None, kind: str | None) -> int:
    """Tell the parts of the immune system, or one of them."""
    from immunocli.records.values import SHELVES

    if kind is not None and kind not in SHELVES:
        from immunocli.text import quote

        raise UsageError(
            f"--kind {quote(kind)} is not one of: {', '.join(SHELVES)}", wrong=kind, known=SHELVES
        )
    catalogue = out.catalogue()
    found = catalogue.vocabulary("part", part or ())
    if kind is not None:
        found.records = [one for one in found if one.shelf == kind]
        found.query["kind"] = kind

    def blocks(records: Sequence[Any]) -> list[Block]:
        from immunocli.pages.immune_page import part_page, parts_list  # only people read pages

        if part:
            return [block for one in records for block in part_page(catalogue, one)]
        return parts_list(records)

    return out.emit(Answer(found, blocks=blocks, prose=bool(part), full=bool(part), about_therapies=False))
