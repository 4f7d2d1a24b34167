"""Says which columns an answer has, chooses among them, and puts records in the order of one."""

from __future__ import annotations

from immunocli.errors import UsageError
from immunocli.text import quote

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from immunocli.records.fields import Field, Record
    from immunocli.render.answers import Answer


def chosen(answer: Answer, columns: str) -> tuple[str, ...]:
    """Return the columns that --columns names, in its order.

    Raises:
        UsageError: the answer has no such column.
    """
    wanted = [name.strip() for name in columns.split(",")]
    known = names(answer)
    strange = [name for name in wanted if name not in known]
    if strange and strange[0] in declared(answer.kind):
        told = f"--columns: {quote(strange[0])} is told with --full alone"
        raise UsageError(told, option="--full")
    if strange:
        told = f"--columns: no column {quote(strange[0])}; there are: {', '.join(known)}"
        raise UsageError(told, wrong=strange[0], known=known)
    if answer.kind == "therapy" and "products" in wanted:
        from immunocli.found import Notice

        told = "products stand in one cell: immuno data export DIR writes products.csv, a row each, foreign ones marked"
        answer.notices.append(Notice("row-a-product", told))
    return tuple(wanted)


def put_in_order(answer: Answer, column: str) -> None:
    """Sort the records of an answer by a column.

    Raises:
        UsageError: the answer has no such column.
    """
    known = names(answer)
    if column not in known:
        told = f"--sort: no column {quote(column)}; there are: {', '.join(known)}"
        raise UsageError(told, wrong=column, known=known)
    answer.records.sort(key=lambda record: _order(record, column))


def names(answer: Answer) -> list[str]:
    """Return the names that --columns and --sort may choose from."""
    known = list(answer.columns)
    for name in answer.records[0].as_dict() if answer.records else declared(answer.kind):
        if name not in known:
            known.append(name)
    return known


def explained(answer: Answer) -> Iterator[str]:
    """Yield a line for each column: its name, and what it means."""
    fields = declared(answer.kind)
    known = names(answer)
    known += [name for name in fields if name not in known]
    room = max(map(len, known))
    for name in known:
        about = fields[name].about if name in fields else "a column of this answer"
        yield f"{name:<{room}}  {about}".rstrip() + "\n"


def for_the_asking(arguments: list[str]) -> list[str] | None:
    """Return what `-c help` (of a table: `--add help`) tells where nothing else was asked for; else None."""
    from immunocli.cli.declared_commands import COMMANDS

    command = COMMANDS.get(arguments[0])
    flags = ("--add",) if arguments[0] == "annotate" else ("-c", "--columns")
    kinds = [one for one in arguments[1:] if one in ("--kind=cancer", "cancer")]
    rest = [one for one in arguments[1:] if one not in (*flags, "help", "--kind", *kinds)]
    if command is None or not _asks_for_columns(arguments[1:], flags):
        return None
    if arguments[0] == "annotate":
        from immunocli.tables.added_columns import Columns

        known = Columns.known("cancer" if kinds else "therapy")
        fields = {**declared("match"), **declared("cancer" if kinds else "therapy")}
        return _lines({name: fields[name].about if name in fields else "" for name in known})
    needed = any(not one.flags and one.metavar[:1] != "[" for one in command.parameters)
    if not (needed and command.kind) or any(one[:1] != "-" for one in rest) or kinds:
        return None
    return _lines({name: one.about for name, one in declared(command.kind).items()})


def _asks_for_columns(words: list[str], flags: tuple[str, ...]) -> bool:
    from itertools import pairwise

    return any(one in flags and value == "help" for one, value in pairwise(words)) or any(
        word in (f"{flag}=help", f"{flag}help") for word in words for flag in flags
    )


def _lines(about: Mapping[str, str]) -> list[str]:
    room = max(map(len, about))
    return [f"{name:<{room}}  {told}".rstrip() + "\n" for name, told in about.items()]


def declared(kind: str) -> Mapping[str, Field[Any]]:
    """Return the fields of a kind of record, by name."""
    from immunocli.records.kinds import KINDS, record_of

    return record_of(kind).fields if kind in KINDS and kind != "error" else {}


def further(kind: str) -> tuple[str, ...]:
    """Return the names that may be chosen though no table begins with them, objects left out."""
    from immunocli.records.kinds import KINDS, record_of

    if kind not in KINDS or kind == "error":
        return ()
    of = record_of(kind)
    return tuple(name for name, one in of.fields.items() if name not in of.columns and one.plain)


def beyond_lists(kind: str, wanted: str) -> bool:
    """Say whether any of some columns stands in whole records alone."""
    from immunocli.records.kinds import record_of

    of = record_of(kind)
    return any(name.strip() in of.fields and name.strip() not in of.listed for name in wanted.split(","))


def _order(record: Record, column: str) -> tuple[bool, float, str]:
    from immunocli.render.cells import cell

    value = record[column]
    number = float(value) if isinstance(value, int | float) else 0.0
    return (value is None, number, cell(value).casefold())
