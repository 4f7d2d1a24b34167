"""immuno cite: where anything comes from."""

from __future__ import annotations

from immunocli.errors import UsageError
from immunocli.render.answers import Answer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from immunocli.cli.emit import Output
    from immunocli.pages.blocks import Block

_ENDINGS = {"bibtex": ".bib", "csl-json": ".json", "ris": ".ris"}


def cite(
    out: Output,
    *,
    name: list[str] | None,
    therapy: list[str] | None,
    cancer: list[str] | None,
    as_of: str | None,
    uses: bool,
    edition: bool,
    style: str,
) -> int:
    """Cite the documents that anything in the record rests on."""
    from immunocli.cli.parameters import STYLES

    if style not in STYLES:
        raise UsageError(f"--style is one of: {', '.join(STYLES)}", wrong=style, known=STYLES)
    name = [*(name or ()), *(therapy or ())]
    if not name and not edition:
        raise UsageError("name what to cite", advice="immuno cite keytruda")
    if edition and (name or cancer or as_of or uses):
        raise UsageError("--edition is cited alone, of its own day", advice="immuno cite --edition")
    catalogue = out.catalogue()
    if len(name) > 1:
        from immunocli.cli.sentences import narrowed

        name, cancer, as_of = narrowed(catalogue, "cite", name, cancer, as_of)
    found = (
        catalogue.cite_edition() if edition else catalogue.cite(name, cancer=cancer, as_of=as_of, uses=uses)
    )
    if style == "text" and out.style:
        style, out.style = out.style, ""
    if style != "text":
        out.style = ""
        if out.output is not None:
            from immunocli.cli.atomic_files import refuse_ending

            refuse_ending(out.output, (_ENDINGS[style], ".txt"))
        if out.asked_format is not None:
            raise UsageError("--style and --format do not go together; choose one")
        if out.columns is not None or not out.header:
            raise UsageError(f"--style {style} has no columns; leave out --columns and --no-header")
        from immunocli.cli import streams
        from immunocli.render.as_citations import citations

        answer = Answer(found)
        out.arrange(answer)
        written = [f"{len(answer.records)}\n"] if out.count else citations(answer.records, style)
        streams.write(written, out.output)
        out.say_written(answer)
        for notice in answer.notices:
            streams.say(notice.message)
        return int(out.exit_status and not answer.records)

    def blocks(records: Sequence[Any]) -> list[Block]:
        from immunocli.pages.sources_page import sources_list  # only people read pages

        return sources_list(catalogue, records, found.query)

    return out.emit(Answer(found, blocks=blocks, prose=True, full=True))
