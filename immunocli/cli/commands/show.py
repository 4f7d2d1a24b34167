"""immuno show: the page on whatever a name means."""

from __future__ import annotations

from immunocli.render.answers import Answer
from immunocli.queries.pages import page
from immunocli.queries.therapies import with_uses

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from immunocli.pages.blocks import Block
    from immunocli.cli.options import Names
    from immunocli.cli.emit import Output


def show(out: Output, name: Names) -> int:
    """Show the page on a therapy, cancer, type or target.

    Examples:
      immuno show keytruda
      immuno show "bladder cancer"
      immuno show PD-1 bcma
      immuno show keytruda --format json | jq '.results[0].indications'
    """
    catalogue = out.catalogue()
    data = catalogue.data
    found = [page(data, one) for one in name]
    records = [with_uses(data, r) if r.of == "therapy" else r for r, _ in found]  # type: ignore[arg-type]
    day = catalogue.edition["as_of"]

    def blocks(shown: Sequence[Any]) -> list[Block]:
        from immunocli.pages import therapies, vocabularies  # only people read pages

        written: list[Block] = []
        for record in shown:
            others = next(more for one, more in found if one.id == record.id)
            if record.of == "therapy":
                written += therapies.therapy_page(data, record, others, day)
            elif record.of == "cancer":
                written += vocabularies.cancer_page(data, record, day)
            elif record.of == "type":
                written += vocabularies.type_page(data, record)
            else:
                written += vocabularies.target_page(data, record)
        return written

    kinds = {record.of for record in records}
    columns = records[0].columns if len(kinds) == 1 else ("id", "name")
    kind = kinds.pop() if len(kinds) == 1 else "page"
    return out.emit(
        Answer(kind, records, columns, {"name": name}, catalogue.edition, blocks=blocks, prose=True)
    )
