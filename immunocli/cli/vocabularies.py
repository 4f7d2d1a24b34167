"""Emits a vocabulary: the whole of it as trees, or one entry with what is below it."""

from __future__ import annotations

from immunocli.render.answers import Answer
from immunocli.pages import vocabularies as pages
from immunocli.names.find import named
from immunocli.queries.pages import RECORDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from immunocli.pages.blocks import Block
    from immunocli.cli.emit import Output


def emit_vocabulary(out: Output, kind: str, name: str | None, page: Callable[..., list[Block]]) -> int:
    """Emit the records of a kind.

    Args:
        out: how the answer is wanted.
        kind: `cancer`, `type` or `target`.
        name: one of them; its page is shown to people, it and all below it to machines.
        page: makes the page on one record.
    """
    catalogue = out.catalogue()
    data = catalogue.data
    ids = data.ids(kind)
    wanted = [] if name is None else named(data, kind, name)
    if wanted:
        ids = [below for one in wanted for below in data.get("under", f"{kind}/{one}")["below"]]
    record = RECORDS[kind]
    records = [record(data.get(kind, one)) for one in dict.fromkeys(ids)]

    def blocks(shown: Sequence[Any]) -> list[Block]:
        tree = pages.forest(data, kind, shown)
        if not wanted or not shown:
            return tree
        day = (catalogue.edition["as_of"],) if kind == "cancer" else ()
        return [*page(data, shown[0], *day), *(tree if len(shown) > 1 else [])]

    query = {"name": wanted} if wanted else {}
    return out.emit(Answer(kind, records, record.columns, query, catalogue.edition, blocks=blocks))
