"""immuno resolve: what a string names."""

from __future__ import annotations

import os

from immunocli.cli import streams
from immunocli.errors import UnreadableInput
from immunocli.found import Found, Notice
from immunocli.render.answers import Answer
from immunocli.text import pasted, quote

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from immunocli.catalogue import Catalogue
    from immunocli.cli.emit import Output
    from immunocli.records.match import Match

_TOLD = 3
# It is known, and of another kind than was asked for.
_OTHER = "other-kind"


def resolve(out: Output, *, name: list[str], kind: str, strict: bool) -> int:
    """Say what each string names, and how it was recognized."""
    from immunocli.records.match import Match

    catalogue = out.catalogue()
    reading = name == ["-"]
    if reading and streams.input_was_closed:
        raise UnreadableInput("standard input is closed; name strings, or give lines to read")
    seen = missing = 0
    unknown: list[str] = []
    found: Found[Match] = Found("match", [], {"kind": kind}, catalogue.edition, (), Match.columns)
    answer = Answer(found, title="Matches")

    def matches() -> Iterator[Match]:
        nonlocal seen, missing
        read = catalogue.resolve_all(_lines() if reading else name, kind)
        for match in _numbered(read) if "line" in f"{out.columns},{out.sort}".split(",") else read:
            if reading and not match.input.strip():  # a line that asks nothing has its row
                yield match
                continue
            seen += 1
            if not match.id:
                missing += 1
                if not reading and missing <= _TOLD:
                    code, told = catalogue.what_else(match.input) or _known_otherwise(
                        catalogue, match.input, kind
                    )
                    unknown.append(told)
                    if not strict:
                        answer.notices.append(Notice(code, told, input=match.input))
            yield match

    catalogue.resolve_all((), kind)  # refuses a kind before anything is read
    code = out.emit_each(answer, matches())
    if reading and missing and not strict:
        streams.say(f"{missing} of {seen} strings name nothing known")
    if strict and missing:
        from immunocli.errors import Unresolved

        told = f"{missing} of {seen} strings were not recognized"
        raise Unresolved(f"{told}: {'; '.join(unknown)}" if unknown else told)
    return code or int(bool(missing))


def _known_otherwise(catalogue: Catalogue, text: str, kind: str) -> tuple[str, str]:
    """Return what a string is where it is something else than was asked for, with a code: what to type then."""
    from immunocli.cli.user_columns import columns_of, likeliest, without_header

    for other in ("therapy", "cancer"):
        if other != kind and catalogue.resolve(text, other).id:
            return (
                _OTHER,
                f"no {kind} is named {quote(text)}; try: immuno resolve --kind {other} {pasted(text)}",
            )
    for other, what in (("type", "a type of therapy"), ("target", "a target"), ("biomarker", "a biomarker")):
        if kind == "therapy" and catalogue.kinds_of(text, (other,)):
            return (
                _OTHER,
                f"{quote(text)} is {what}, no therapy; try: immuno therapies --{other} {pasted(text)}",
            )
    if catalogue.kinds_of(text, ("cancer",)):
        told = "is a cancer, no therapy" if kind == "therapy" else f"alone is no {kind} in a table"
        return _OTHER, f"{quote(text)} {told}; try: immuno show {pasted(text)}"
    columns = columns_of(text) if "." in text else []
    if columns:
        if headless := without_header(catalogue, text, columns):
            return _OTHER, f"{headless.message}; try: {headless.advice}"
        column = pasted(likeliest(columns))
        return _OTHER, f"{quote(text)} is a table; try: immuno annotate {pasted(text)} --column {column}"
    return "unknown", f"nothing known is named {quote(text)}"


def _numbered(read: Iterable[Match]) -> Iterator[Match]:
    """Yield what strings name, each with which string it was."""
    for number, match in enumerate(read, 1):
        yield match.replaced(line=number)


def _lines() -> Iterator[str]:
    """Yield the lines of standard input as text."""
    from immunocli.tables.cutting_rows import lines

    # functools costs as much as the rest of a lookup.
    return lines(lambda most: os.read(0, most), "standard input")
