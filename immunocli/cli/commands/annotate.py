"""immuno annotate: a table with the therapy added to every row."""

from __future__ import annotations

import os
import stat
from contextlib import contextmanager, nullcontext, suppress

from immunocli.cli import streams
from immunocli.cli.files import replacing
from immunocli.errors import UnreadableInput, Unresolved, UsageError
from immunocli.text import clean, quote

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_LONGEST_REPORT = 60


def annotate(
    *,
    column: str,
    file: str | None,
    output: str | None,
    kind: str,
    add: str | None,
    date: str | None,
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
    """Add the therapy that a column names to every row of a table."""
    from immunocli.cli.emit import Output
    from immunocli.tables.annotate import Job

    path = None if file in (None, "-") else file
    if file is None and streams.is_terminal(0):
        raise UsageError("annotate needs a table: a file, or - for standard input")
    _keep_apart(unmatched, {"the table": path, "--output": output})
    job = Job(
        Output(data=data).catalogue(),
        column,
        prefix=prefix,
        input_format=input_format,
        escape_formulas=escape_formulas,
        counting=unmatched is not None,
        progress=_report if _may_report(output) else None,
    )
    unmatched_file = nullcontext() if unmatched is None else replacing(unmatched)
    with _reading(path, output is None) as read, unmatched_file as missing:
        with _writing(output) as write:
            job.run(read, write, "standard input" if path is None else quote(path), path or "")
        if missing is not None:
            job.write_unmatched(missing.write)
    if strict and job.missed:
        raise Unresolved(f"{job.missed} of {job.rows} rows name no therapy that is known")
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
def _reading(path: str | None, answering: bool) -> Iterator[Callable[[int], bytes]]:
    """Yield a function that reads from a file, or from standard input.

    Args:
        path: the file; None is standard input.
        answering: the answer goes to standard output.
    """
    if path is None:
        if answering:
            _refuse_own_output(0, "standard input")
        yield lambda size: os.read(0, size)
        return
    try:
        number = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    except (OSError, ValueError) as problem:
        reason = getattr(problem, "strerror", None) or "not a usable path"
        raise UnreadableInput(f"{quote(path)} cannot be read: {reason}") from None
    try:
        if answering:
            _refuse_own_output(number, quote(path))
        yield lambda size: os.read(number, size)
    finally:
        os.close(number)


def _refuse_own_output(number: int, name: str) -> None:
    """Refuse a table to which our own answer is being appended: it would never end."""
    table, answer = os.fstat(number), os.fstat(1)
    if stat.S_ISREG(table.st_mode) and os.path.samestat(table, answer):
        raise UsageError(f"{name} is standard output too; write to another file, or use --output")


@contextmanager
def _writing(path: str | None) -> Iterator[Callable[[bytes], object]]:
    """Yield a function that writes to standard output, or to a file that is put in place whole."""
    if path is None:
        yield lambda block: streams.send(1, block)
        return
    with replacing(path) as file:
        if not path.lower().endswith(".gz"):
            yield file.write
            return
        import gzip  # few outputs are packed

        with gzip.GzipFile("", "wb", compresslevel=6, fileobj=file, mtime=0) as packed:
            yield packed.write


def _may_report(output: str | None) -> bool:
    """Say whether somebody watches, and reports would not mix with the answer."""
    shown = streams.is_terminal(2) and os.environ.get("TERM") not in (None, "", "dumb")
    return shown and (output is not None or not streams.is_terminal(1))


def _report(line: str) -> None:
    """Show how far it is, in place of what was shown before."""
    with suppress(OSError):
        os.write(2, b"\r%b\r" % clean(line).ljust(_LONGEST_REPORT).encode("ascii", "replace"))
