"""immuno compare: therapies, types, or products of one therapy, side by side."""

from __future__ import annotations

from immunocli.errors import UsageError
from immunocli.render.answers import Answer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from immunocli.cli.emit import Output
    from immunocli.pages.blocks import Block


def compare(out: Output, *, name: list[str], cancer: list[str] | None, as_of: str | None, full: bool) -> int:
    """Set two to four therapies, types, or products of one therapy, side by side."""
    from immunocli.cli.sentences import apart, narrowed, without_between

    if not all(one.strip() for one in name):
        raise UsageError("one of the names is empty", advice="immuno compare keytruda opdivo")
    catalogue = out.catalogue()
    name, cancer, as_of = narrowed(catalogue, "compare", without_between(name), cancer, as_of)
    name = apart(catalogue, name)
    found, sides = catalogue.compare(name, cancer=cancer, as_of=as_of, full=full)

    products = found.columns[1:] != tuple(side["id"] for side in sides)
    if products and out.format in ("json", "jsonl") and not out.count:
        from immunocli.records.overview import whole_records  # programs may want all that `show` has of each

        found.records = [*found.records, whole_records(sides, found.columns[1:])]

    def blocks(records: Sequence[Any]) -> list[Block]:
        from immunocli.pages.comparison_page import comparison  # only people read pages
        from immunocli.pages.labels import Labels

        if products:
            from immunocli.pages.products_compared import products_compared

            return products_compared(Labels(catalogue), records, sides, found.query, full=full)
        return comparison(Labels(catalogue), records, sides, found.query, full=full)

    return out.emit(Answer(found, blocks=blocks, figure=not products))
