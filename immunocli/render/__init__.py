"""Shows an answer in the format that was asked for."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from immunocli.render.answers import Answer

# Formats for programs: the same bytes at any width, always UTF-8.
FOR_MACHINES = ("tsv", "csv", "json", "jsonl")


def default_format(answer: Answer, *, terminal: bool) -> str:
    """Return the format for an output that is, or is not, a terminal."""
    if terminal:
        return "table"
    return "text" if answer.prose else "tsv"


def rendered(answer: Answer, chosen: str, columns: tuple[str, ...], header: bool) -> Iterator[str]:
    """Yield the text of an answer, in pieces.

    Args:
        answer: what to show.
        chosen: one of FORMATS but `table`, which needs a terminal's properties.
        columns: which columns, in this order.
        header: write the names of the columns first.
    """
    if chosen == "tsv":
        from immunocli.render.as_tsv import tsv

        return tsv(answer.records, columns, header)
    if chosen == "csv":
        from immunocli.render.as_csv import csv

        return csv(answer.records, columns, header)
    if chosen in ("json", "jsonl"):
        from immunocli.render import as_json

        chosen_fields = None if columns == answer.columns else columns
        if chosen == "json":
            return as_json.json(answer, chosen_fields)
        return as_json.jsonl(answer.records, chosen_fields, answer.full)
    if chosen == "md":
        from immunocli.render.as_markdown import markdown

        return markdown(answer, columns)
    from immunocli.render.as_text import text

    return text(answer, columns, header)
