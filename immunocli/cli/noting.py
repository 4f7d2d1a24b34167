"""What commands say beside their answers: titles, counts of what is hidden, pictures."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from immunocli.render.answers import Answer
    from immunocli.store.typed import Data
    from immunocli.queries.selection import Selection


def in_words(data: Data) -> Callable[[str, Any], str]:
    """Return what makes cells for people: names in place of ids."""

    def label(column: str, value: Any) -> str:
        from immunocli import pages  # only tables for people need it

        return pages.label(data, column, value)

    return label


def narrowed(values: dict[str, Any]) -> dict[str, Any]:
    """Return the filters among a command's local values."""
    return {name: value for name, value in values.items() if name not in ("out", "catalogue")}


def shown_as(title: str, selection: Selection) -> str:
    """Return a title that says how every name was understood."""
    from immunocli.pages import title_of

    said = []
    for kind, ids in (
        ("therapy", selection.named),
        ("cancer", selection.cancers),
        ("type", selection.types),
        ("target", selection.targets),
    ):
        if ids:
            said.append(" or ".join(title_of(selection.data, kind, one) for one in ids))
    said += selection.biomarkers + selection.settings
    if selection.source:
        said.append(f"source {selection.source}")
    if selection.as_of:
        said.append(f"as of {selection.as_of}")
    return f"{title}: {', '.join(said)}" if said else title


def hidden(selection: Selection, found: int) -> list[str]:
    """Return a line for what the answer leaves out and a reader should know of.

    Args:
        selection: what was asked.
        found: how many records the answer has.
    """
    notes = [] if found else ["none in the record; that is an answer, not an error"]
    if selection.hidden_withdrawn:
        uses = "use" if selection.hidden_withdrawn == 1 else "uses"
        notes.append(
            f"{selection.hidden_withdrawn} withdrawn or discontinued {uses} not shown (--status any)"
        )
    if selection.hidden_agnostic:
        count = len(selection.hidden_agnostic)
        which = "therapy" if count == 1 else "therapies"
        notes.append(f"{count} {which} approved for any solid tumor may apply too (--agnostic)")
    return notes


def picture(answer: Answer, path: str | None, title: str) -> None:
    """Write the answer as an SVG picture, when one is wanted."""
    if path is not None:
        from immunocli.cli import streams
        from immunocli.render.as_table import svg

        streams.write([svg(answer, title)], path)
