"""immuno cite: the sources of a record."""

from __future__ import annotations

from immunocli.render.answers import Answer
from immunocli.pages.blocks import Block, Heading, Link
from immunocli.cli import streams
from immunocli.cli.choices import CHOICES
from immunocli.errors import UsageError
from immunocli.names.find import one
from immunocli.queries.sources import sources_of
from immunocli.records import Source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from immunocli.cli.options import Name, Style
    from immunocli.cli.emit import Output


def cite(out: Output, name: Name = None, style: Style = "text") -> int:
    """Cite the documents that a therapy's record rests on.

    Examples:
      immuno cite keytruda
      immuno cite keytruda --style bibtex > keytruda.bib
      immuno cite keytruda --style csl-json
      immuno cite keytruda --format tsv | cut -f6
    """
    if style not in CHOICES["style"]:
        raise UsageError("--style is text, bibtex or csl-json")
    if name is None:
        raise UsageError("name a therapy: immuno cite keytruda")
    catalogue = out.catalogue()
    therapy = one(catalogue.data, "therapy", name)
    found = sources_of(catalogue.data, therapy["id"])
    if style != "text":
        from immunocli.render.as_citations import citations

        streams.write(citations(found, style), out.output)
        return 0

    def blocks(records: Sequence[Any]) -> list[Block]:
        links = [Link(_line(source), source.url) for source in records]
        return [Heading(f"Sources of {therapy['name']} ({len(links)})", 1), *links]

    return out.emit(
        Answer(
            "source",
            found,
            Source.columns,
            {"name": therapy["id"]},
            catalogue.edition,
            blocks=blocks,
            prose=True,
        )
    )


def _line(source: Any) -> str:
    published = f", {source.published}" if source.published else ""
    return f"{source.publisher}: {source.title}{published} (read {source.accessed})"
