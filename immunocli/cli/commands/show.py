"""immuno show: the page on whatever a name means."""

from __future__ import annotations

from immunocli.render.answers import Answer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from immunocli.cli.emit import Output
    from immunocli.pages.blocks import Block


def show(out: Output, *, name: list[str], cancer: list[str] | None, as_of: str | None, full: bool) -> int:
    """Show the page on a therapy, cancer, type, target, or term."""
    catalogue = out.catalogue()
    if len(name) > 1:
        from immunocli.cli.sentences import narrowed, of_ended

        if ended := of_ended(catalogue, name):
            from immunocli.cli.other_command import instead

            ended += [part for one in cancer or () for part in ("--cancer", one)]
            return instead(out, ended + (["--as-of", as_of] if as_of else []))
        name, cancer, as_of = narrowed(catalogue, "show", name, cancer, as_of)
    found = catalogue.show(name, as_of=as_of, cancer=cancer, full=full or out.whole("therapy"))

    def blocks(records: Sequence[Any]) -> list[Block]:
        from immunocli.pages.page_chosen import pages  # only people read pages

        return pages(catalogue, records, found, full=full)

    return out.emit(Answer(found, blocks=blocks, prose=True, full=True, wide=full))
