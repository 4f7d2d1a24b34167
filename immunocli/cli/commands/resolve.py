"""immuno resolve: which therapy a string names."""

from __future__ import annotations

import os
from functools import partial

from immunocli.render.answers import Answer
from immunocli.cli import streams
from immunocli.errors import Unresolved, UsageError
from immunocli.names.resolve import KINDS, Resolver
from immunocli.records import Match
from immunocli.text import quote

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from immunocli.cli.options import Kind, Strict, Strings
    from immunocli.cli.emit import Output

# Strings whose match is remembered while many are read, and those that a message names.
_REMEMBERED = 65_536
_TOLD = 3


def resolve(out: Output, name: Strings, kind: Kind = "therapy", strict: Strict = False) -> int:
    """Say which therapy each string names, and how it was recognised.

    Examples:
      immuno resolve "Keytruda 200mg" MK-3475 pembrolizmab
      immuno resolve --kind cancer SKCM "skin cancer"
      cut -f3 trial.tsv | immuno resolve - --format tsv

    A string that names nothing known has an empty id. A misspelling is
    marked for review. With --strict such gaps exit with 4.
    """
    if kind not in KINDS:
        raise UsageError(f"--kind {quote(kind)} is not one of: {', '.join(KINDS)}")
    catalogue = out.catalogue()
    reading = name == ["-"]
    resolver = Resolver(catalogue.data, kind, many=reading)
    seen = missing = 0

    def matches() -> Iterator[Match]:
        nonlocal seen, missing
        known: dict[str, Match] = {}
        for string in _lines() if reading else name:
            match = known.get(string)
            if match is None:
                if len(known) >= _REMEMBERED:
                    known.clear()
                match = known[string] = resolver.resolve(string)
            seen += 1
            if not match.id:
                missing += 1
                if not reading and missing <= _TOLD:
                    streams.say(f"nothing known is named {quote(string)}")
            yield match

    answer = Answer("match", [], Match.columns, {"kind": kind}, catalogue.edition, title="Matches")
    code = out.emit_each(answer, matches())
    if strict and missing:
        raise Unresolved(f"{missing} of {seen} strings were not recognised")
    return code or int(bool(missing) and not reading)


def _lines() -> Iterator[str]:
    """Yield the lines of standard input as text, those that are not blank."""
    from immunocli.tables.decoding import UTF8_MARK, Source, text_of

    source = Source(partial(os.read, 0), "standard input")
    rest = b""
    first = True
    while piece := source.read():
        if first:
            piece, first = piece.removeprefix(UTF8_MARK), False
        *whole, rest = (rest + piece).split(b"\n")
        yield from filter(str.strip, (text_of(line).rstrip("\r") for line in whole))
    yield from filter(str.strip, (text_of(rest).rstrip("\r"),))
