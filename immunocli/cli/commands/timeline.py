"""immuno timeline: a lane for each therapy along the years."""

from __future__ import annotations

from immunocli.render.answers import Answer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any, Unpack

    from immunocli.cli.emit import Output
    from immunocli.pages.blocks import Block
    from immunocli.queries.filters import Among


_TITLES = {
    "therapy": "Therapies along the years",
    "cancer": "Therapies along the years, by cancer",
    "target": "Therapies along the years, by target",
}


def timeline(out: Output, *, by: str, **filters: Unpack[Among]) -> int:
    """Show therapies along the years: a lane each, from approval on."""
    catalogue = out.catalogue()
    found = catalogue.timeline(by, **filters)

    def blocks(records: Sequence[Any]) -> list[Block]:
        from immunocli.pages.brands import Brands
        from immunocli.pages.labels import Labels, titled  # only people read pages
        from immunocli.pages.overview_pages import lanes

        labels = Labels(catalogue)
        brands: dict[str, str] = {}
        if out.picture or out.format in ("md", "text"):  # on a terminal the years need the room
            listed = catalogue.therapies(status="any", as_of=filters.get("as_of"))
            told = Brands(catalogue, list(listed), found.day)
            brands = {one.id: name for one in listed for name in reversed(told.on_sale(one))}
        title = titled(_TITLES[by], found.query, labels)
        return lanes(labels, records, title, found.day, brands, by)

    return out.emit(Answer(found, blocks=blocks, figure=True))
