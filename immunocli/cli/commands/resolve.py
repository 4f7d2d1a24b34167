"""immuno resolve: which therapy a string names."""

from __future__ import annotations

import sys

from immunocli.answers import Answer
from immunocli.cli import streams
from immunocli.errors import UnreadableInput, UsageError
from immunocli.queries.resolve import KINDS, Resolver
from immunocli.records import Match
from immunocli.text import quote

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from immunocli.cli.options import Kind, Strict, Strings
    from immunocli.cli.output import Output


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
    strings = _lines() if reading else name
    found = [resolver.resolve(one) for one in strings]
    missing = [match for match in found if not match.id]
    notes = []
    if not reading and missing:
        notes = [f"nothing known is named {quote(match.input)}" for match in missing[:3]]
    code = out.emit(
        Answer("match", found, Match.columns, {"kind": kind}, catalogue.edition, notes=notes, title="Matches")
    )
    if strict and missing:
        streams.say(f"immuno: {len(missing)} of {len(found)} strings were not recognised")
        return 4
    return code or int(bool(missing) and not reading)


def _lines() -> Iterator[str]:
    """Yield the lines of standard input as text."""
    from immunocli.tables.decoding import decoded  # an input may be UTF-16 or start with a mark

    try:
        content = sys.stdin.buffer.read() if sys.stdin else b""
    except OSError as problem:
        raise UnreadableInput(f"standard input cannot be read: {problem.strerror}") from None
    for line in decoded(content, "standard input").split("\n"):
        if line.strip():
            yield line.rstrip("\r")
