"""immuno annotate: a table with the therapy added to every row."""

from __future__ import annotations

import os
import stat
from contextlib import contextmanager, suppress

from immunocli.cli import streams
from immunocli.cli.atomic_files import descriptor_of, is_special, replacing_all
from immunocli.errors import UnreadableInput, Unresolved, UsageError
from immunocli.text import clean, pasted, quote

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from immunocli.tables.annotate import Job

_LONGEST_REPORT = 60
# Columns that tell of a string that is not recognized.
_WHY = "evidence,suggestions"


def annotate(
    *,
    column: str,
    file: str | None,
    output: str | None,
    kind: str,
    add: str | None,
    cancer_column: str | None,
    date: str | None,
    date_format: str | None,
    prefix: str,
    input_format: str | None,
    delimiter: str | None,
    skip_lines: int | None,
    no_quotes: bool,
    unmatched: str | None,
    strict: bool,
    escape_formulas: bool,
    data: str | None,
) -> int:
    """Add the therapy, or the cancer, that a column names to every row."""
    from immunocli.cli.emit import Output
    from immunocli.tables.annotate import Job
    from immunocli.tables.compression import promises_another_form, refuse_list, refuse_output

    path = None if file in (None, "-") else file
    output = None if output == "-" else output
    if unmatched == "-":
        if output is None:
            raise UsageError("--unmatched -: the table goes to standard output; name a file, or use --output")
        unmatched = "/dev/stdout"
    if file is None and streams.is_terminal(0):
        raise UsageError("annotate needs a table: a file, or - for standard input")
    if path is None and streams.input_was_closed:
        raise UnreadableInput("standard input is closed; name a file with the table")
    _keep_apart(unmatched, {"the table": path, "--output": output})
    if output is not None:
        refuse_output(output)
    if unmatched is not None:
        refuse_output(unmatched, "--unmatched")
        refuse_list(unmatched)
    answer = 1 if output is None else descriptor_of(output)
    watched = _may_report(answer)
    catalogue = Output(data=data).catalogue()
    job = Job(
        catalogue,
        column,
        kind=kind,
        add=_listed(add),
        date=date,
        date_format=date_format,
        cancer_column=cancer_column,
        prefix=prefix,
        input_format=input_format,
        delimiter=delimiter,
        skip_lines=skip_lines,
        quotes=not no_quotes,
        escape_formulas=escape_formulas,
        counting=unmatched is not None,
        path=path or "",
        into="" if output is None or is_special(output) else output,
        shared=True,
        progress=_report if watched else None,
    )
    name = "standard input" if path is None else quote(path)
    try:
        with _reading(path, answer) as read:
            missing = _run(job, read, name, output, unmatched)
    except UsageError as problem:
        if path is None or problem.wrong != column:
            raise
        from immunocli.cli.user_columns import without_header  # tables without a header are rare

        raise without_header(catalogue, path, problem.known) or problem from None
    finally:
        if watched:
            _report("")
    if path is not None and promises_another_form(path):
        streams.say(f"{quote(path)} holds text, whatever its name says; it was read as a table of text")
    if watched:
        told = f"{job.rows - job.missed:,} recognized, {job.to_review:,} of them to review"
        streams.say(f"wrote {job.rows:,} rows{f' to {quote(output)}' if output else ''}, {told}")
        if unmatched is not None:
            what = "string" if missing == 1 else "strings"
            streams.say(f"wrote {missing:,} {what} not recognized to {quote(unmatched)}")
    if job.without_day:
        edition = catalogue.edition
        streams.say(
            f"{job.without_day} of {job.rows} rows have no day from {edition['known_from']} to "
            f"{edition['as_of']}; their standing is {'empty' if cancer_column is None else 'unknown'}"
        )
    if job.without_cancer:
        streams.say(
            f"{job.without_cancer} of {job.rows} rows name no cancer that is known; on_label is unknown there"
        )
    if strict and job.without_cancer and not job.missed:
        raise Unresolved(f"{job.without_cancer} of {job.rows} rows name no cancer that is known")
    if job.missed:
        told = f"{job.missed:,} of {job.rows:,} rows name no {kind} that is known: "
        told += ", ".join(f"{count:,} {what}" for what, count in job.missed_by_kind.items())
        if strict:
            raise Unresolved(told)
        streams.say(told + _which(path, column, kind, add, unmatched))
    return 0


def _which(path: str | None, column: str, kind: str, add: str | None, unmatched: str | None) -> str:
    """Return how to see which rows these are, as long as that was not asked for."""
    if unmatched is not None or _WHY in (add or ""):
        return ""
    if path is None:
        return f"; --add {_WHY} tells of each"
    words = ["annotate", path, "--column", column, *(["--kind", kind] if kind == "cancer" else [])]
    return f"; of each: immuno {' '.join(map(pasted, words))} --add {_WHY}"


def _listed(add: str | None) -> list[str]:
    """Return the names of columns to add."""
    return [] if add is None else [name.strip() for name in add.split(",") if name.strip()]


def _run(job: Job, read: Callable[[int], bytes], name: str, output: str | None, unmatched: str | None) -> int:
    """Annotate, and list what was not recognized: both files are put in place, or none.

    Returns:
        How many strings were not recognized, when they are listed.
    """
    from immunocli.tables.compression import packed_by_name

    paths = [path for path in (unmatched, output) if path is not None]
    with replacing_all(paths) as files:
        if output is None:
            job.run(read, lambda block: streams.send(1, block), name)
        else:
            with packed_by_name(output, files[-1]) as write:
                job.run(read, write, name)
        if unmatched is not None:
            with packed_by_name(unmatched, files[0]) as write:
                return job.write_unmatched(write, unmatched)
    return 0


def _keep_apart(unmatched: str | None, others: dict[str, str | None]) -> None:
    """Refuse to write the list of strings over one of the other files."""
    for what, path in others.items():
        if unmatched is not None and path is not None and _same(unmatched, path):
            raise UsageError(f"--unmatched {quote(unmatched)} is {what} too; name another file")


def _same(one: str, other: str) -> bool:
    try:
        return os.path.realpath(one) == os.path.realpath(other) or os.path.samefile(one, other)
    except (OSError, ValueError):
        return False


@contextmanager
def _reading(path: str | None, answer: int | None) -> Iterator[Callable[[int], bytes]]:
    """Yield a function that reads from a file, or from standard input.

    Args:
        path: the file; None is standard input.
        answer: the descriptor that the answer goes to; None is a file of its own.
    """
    if path is None:
        _refuse_own_output(0, answer, "standard input")
        yield _all_of(0, "standard input")
        return
    try:
        number = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    except (OSError, ValueError) as problem:
        reason = getattr(problem, "strerror", None) or "not a usable path"
        raise UnreadableInput(f"{quote(path)} cannot be read: {reason}") from None
    try:
        _refuse_own_output(number, answer, quote(path))
        yield _all_of(number, quote(path))
    finally:
        os.close(number)


def _all_of(number: int, name: str) -> Callable[[int], bytes]:
    """Return a function that reads from a descriptor, and refuses a file that is cut short while it is read."""
    left = 0
    with suppress(OSError):
        about = os.fstat(number)
        if stat.S_ISREG(about.st_mode):
            left = about.st_size - os.lseek(number, 0, os.SEEK_CUR)

    def read(size: int) -> bytes:
        nonlocal left
        piece = os.read(number, size)
        left -= len(piece)
        if not piece and left > 0:
            raise UnreadableInput(f"{name} was cut short while it was read: its last {left:,} bytes are gone")
        return piece

    return read


def _refuse_own_output(number: int, answer: int | None, name: str) -> None:
    """Refuse a table to which our own answer is being appended: it would never end."""
    if answer is None:
        return
    try:
        table, written = os.fstat(number), os.fstat(answer)
    except OSError:
        return
    if stat.S_ISREG(table.st_mode) and os.path.samestat(table, written):
        raise UsageError(f"{name} is standard output too; write to another file, or use --output")


def _may_report(answer: int | None) -> bool:
    """Say whether somebody watches, and reports would not mix with the answer."""
    shown = streams.is_terminal(2) and os.environ.get("TERM") not in (None, "", "dumb")
    return shown and (answer is None or not streams.is_terminal(answer))


def _report(line: str) -> None:
    """Show how far it is, in place of what was shown before."""
    with suppress(OSError):
        os.write(2, b"\r%b\r" % clean(line).ljust(_LONGEST_REPORT).encode("ascii", "replace"))
