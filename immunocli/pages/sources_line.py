"""Where a page comes from, in one line at its foot."""

from __future__ import annotations

from immunocli.pages.blocks import Paragraph

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from immunocli.catalogue import Catalogue

# So many documents are named where they fit a line; more are counted.
_NAMED, _A_LINE = 2, 72


def sources_line(catalogue: Catalogue, kind: str, one: str, as_of: str | None = None) -> Paragraph:
    """Return the documents that a record rests on: by name where that is short, else how many.

    Args:
        catalogue: where they are.
        kind: of the record.
        one: its id.
        as_of: the day asked for; of an earlier day neither names nor count are told, which are today's.
    """
    command = f"immuno cite {f'{kind}:' if _shared(catalogue, kind, one) else ''}{one}"
    if as_of:
        return Paragraph(f"Sources: {command} --as-of {as_of}")
    return documents_line(catalogue, catalogue.sources_of(kind, one), command)


def documents_line(catalogue: Catalogue, ids: Sequence[str], command: str) -> Paragraph:
    """Return documents by name where that is short, else how many, with the command that cites them.

    Args:
        catalogue: where they are.
        ids: of the documents.
        command: that cites them.
    """
    if not ids:
        return Paragraph("Sources: none of its own")
    if len(ids) <= _NAMED:
        told = "; ".join(source.title for source in catalogue.documents(ids))
        if len(told) <= _A_LINE:
            return Paragraph(f"Sources: {told} ({command})")
    return Paragraph(f"Sources: {len(ids)} ({command})")


def _shared(catalogue: Catalogue, kind: str, one: str) -> bool:
    """Say whether `immuno cite` may take the id for the name of something else."""
    if kind == "cancer":
        from immunocli.errors import ImmunoError

        try:
            return bool(catalogue.cite([one]).query["name"] != [one])
        except ImmunoError:  # the id is a word for what is no cancer by itself
            return True
    return kind in ("term", "faq", "part")
