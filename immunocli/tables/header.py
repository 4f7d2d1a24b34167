"""Finds out from the first lines how a table is written, and where its header stands."""

from __future__ import annotations

import unicodedata
from difflib import get_close_matches

from immunocli.errors import UnreadableInput, UsageError
from immunocli.tables.cell_quoting import Syntax, unquoted
from immunocli.tables.compression import without_packing
from immunocli.tables.decoding import UTF8_MARK, text_of
from immunocli.text import clean, quote

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from immunocli.tables.decoding import Source

COMMA, TAB = b",", b"\t"
# What parts cells, the likeliest first.
_USUAL = (TAB, COMMA, b";", b"|")
_FORM_OF = {
    ".csv": "csv", ".tsv": "tsv", ".tab": "tsv", ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "jsonl",
    ".psv": "psv",
}  # fmt: skip
_FIRST = {"csv": COMMA, "tsv": TAB, "psv": b"|"}
# Quotes around cells are the rule where these part them; elsewhere they may be mere text.
_QUOTING = (COMMA, b";")
# The lines before a header, and the header, are no longer than this.
_MOST_BEFORE = 1 << 22
_LINES_LOOKED_AT = 20
_MOST_SHOWN = 30


class Layout:
    """How a table is written.

    Args:
        form: `rows` of cells, or `jsonl`.
        delimiter: what parts cells.
        before: so many bytes stand before the header.
        quotes: whether quotation marks enclose cells: `yes`, `no`, or `perhaps`.
    """

    __slots__ = ("before", "delimiter", "form", "quotes")

    def __init__(self, form: str, delimiter: bytes = TAB, before: int = 0, quotes: str = "yes") -> None:
        self.form, self.delimiter, self.before, self.quotes = form, delimiter, before, quotes


class Wanted:
    """What was said of how a table is written.

    Args:
        column: the column with the strings.
        form: `csv`, `tsv` or `jsonl`; None is by the file's name, else by the first lines.
        delimiter: what parts cells; None is found.
        skip: so many lines stand before the header; None: those that begin with `#`.
        quotes: False: quotation marks are text.
        path: the file's path, for what its ending says.

    Raises:
        UsageError: they do not go together.
    """

    def __init__(
        self,
        column: str,
        form: str | None = None,
        delimiter: str | None = None,
        skip: int | None = None,
        quotes: bool = True,
        path: str = "",
    ) -> None:
        self.column, self.form, self.skip, self.quotes = column, form, skip, quotes
        self.by_name = next((f for end, f in _FORM_OF.items() if without_packing(path).endswith(end)), None)
        self.delimiter = None if delimiter is None else _delimiter(delimiter)
        if form == "jsonl" and (delimiter is not None or not quotes):
            option = "--delimiter" if delimiter is not None else "--no-quotes"
            raise UsageError(f"{option} is for rows of cells; JSON Lines have none")


def layout(source: Source, wanted: Wanted) -> Layout:
    """Return how a table is written; nothing of it is read yet.

    Raises:
        UnreadableInput: it is a JSON array, or has too much before its header.
    """
    mark = len(UTF8_MARK) if _line(source, 0).startswith(UTF8_MARK) else 0
    before, named = _before(source, wanted, mark)
    first = _line(source, before).lstrip()
    cells_asked = wanted.delimiter is not None or wanted.form in ("csv", "tsv")
    form = wanted.form or (None if cells_asked else wanted.by_name)
    _refuse_array(source, first)
    if form == "jsonl" or (form is None and not cells_asked and first.startswith(b"{")):
        return Layout("jsonl", before=before)
    delimiter, before = _delimiter_and_header(source, wanted, form, before, named, mark)
    if not wanted.quotes:
        return Layout("rows", delimiter, before, "no")
    sure = delimiter in _QUOTING or wanted.form == "csv"
    return Layout("rows", delimiter, before, "yes" if sure else "perhaps")


def folded(name: str) -> str:
    """Return a column's name without what cannot be seen: spaces, and how letters are composed."""
    shown = unicodedata.normalize("NFC", name)
    return "".join(one for one in shown if not one.isspace() and one not in "\ufeff\u200b")


def place_of(column: str, names: Sequence[str], name: str) -> int:
    """Return the place of a column among the names of a header.

    Args:
        column: as it was asked for; where none has just this name, spaces and letter case do not count.
        names: as they stand in the header.
        name: what messages call the table.

    Raises:
        UsageError: there is none, or more than one.
    """
    places = [place for place, one in enumerate(names) if one == column]
    wanted = folded(column)
    if not places and wanted:
        places = [place for place, one in enumerate(names) if folded(one) == wanted]
    if not places and wanted:  # two that differ in letter case: which is not guessed
        places = [place for place, one in enumerate(names) if _loosely(one) == _loosely(column)]
    if len(places) == 1:
        return places[0]
    if places:
        raise UsageError(f"{name} has {len(places)} columns named {quote(column)}")
    known = ", ".join(map(quote, names[:_MOST_SHOWN])) + (", ..." if names[_MOST_SHOWN:] else "")
    near = get_close_matches(column, names, 1, 0.6)
    raise UsageError(
        f"{name} has no column {quote(column)}; there are: {known}", near, wrong=column, known=names
    )


def _loosely(name: str) -> str:
    """Return a column's name without what is easily typed otherwise: letter case, and spaces around it."""
    return folded(name).casefold()


def _before(source: Source, wanted: Wanted, mark: int) -> tuple[int, bytes | None]:
    """Return how many bytes stand before the header, and the delimiter that a line there names."""
    place, named, number = mark, None, 0
    while True:
        line = _line(source, place)
        text = line.strip()
        told = text[:4].lower() == b"sep=" and len(text) <= 5
        if told:
            named = line.strip(b" \r\n")[4:5] or TAB
        if wanted.skip is not None:
            skipped = number < wanted.skip
        else:
            skipped = told or text.startswith(b"#") or (not text and number > 0)
        if not skipped:
            return place, named
        if not line:
            return (place if wanted.skip is not None else mark), named
        place += len(line)
        number += 1
        if place > _MOST_BEFORE:
            raise UnreadableInput(f"{source.name} has too much before its header; see --skip-lines")


def _delimiter_and_header(
    source: Source, wanted: Wanted, form: str | None, before: int, named: bytes | None, mark: int
) -> tuple[bytes, int]:
    """Return what parts cells, and where the header begins: where the wanted column stands."""
    given = wanted.delimiter or named
    first = _FIRST.get(form or "") or _FIRST.get(wanted.by_name or "")
    tried = (given,) if given else (first, *(one for one in _USUAL if one != first)) if first else _USUAL
    begins = [before]
    if wanted.skip is None and before > mark:
        # A header that begins with # looks like a remark; it is the last of them.
        begins.append(source.ready.rfind(b"\n", 0, before - 1) + 1 or mark)
    for same in (
        lambda one: one == wanted.column,
        lambda one: folded(one) == folded(wanted.column),
        lambda one: _loosely(one) == _loosely(wanted.column),
    ):
        for begin in begins:
            for delimiter in tried:
                if any(map(same, _names(source, begin, delimiter, wanted.quotes))):
                    return delimiter, begin
    _hint(source, wanted, tried, before)
    names = {one: len(_names(source, before, one, wanted.quotes)) for one in tried}
    return (tried[0] if names[tried[0]] > 1 else max(tried, key=lambda one: names[one])), before


def _hint(source: Source, wanted: Wanted, tried: Sequence[bytes], place: int) -> None:
    """Tell of a line further on that has the column: it has a title above it."""
    if wanted.skip is not None:
        return
    number = source.ready.count(b"\n", 0, place)
    for _ in range(_LINES_LOOKED_AT):
        end = source.ready.find(b"\n", place) + 1
        if not end or end >= len(source.ready):
            return
        place, number = end, number + 1
        if any(wanted.column in _names(source, place, one, wanted.quotes) for one in tried):
            raise UsageError(
                f"{source.name} has no column {quote(wanted.column)} in its first line, "
                f"but in line {number + 1}; add: --skip-lines {number}"
            )


def _names(source: Source, place: int, delimiter: bytes, quotes: bool) -> list[str]:
    """Return the names in a header that begins at a place, parted by a delimiter."""
    line = _line(source, place)
    if not quotes:
        return list(map(text_of, line.rstrip(b"\r\n").split(delimiter)))
    row = Syntax(delimiter).row(source.ready, place, True)
    return [] if row is None else [text_of(unquoted(raw)) for raw in row[0]]


def _line(source: Source, place: int) -> bytes:
    """Return the line that begins at a place of what is still to be read, with its end."""
    while True:
        ready = source.ready
        feed, back = ready.find(b"\n", place), ready.find(b"\r", place)
        if 0 <= back < feed - 1 or (feed < 0 <= back < len(ready) - 1):
            return ready[place : back + 1]
        if feed >= 0:
            return ready[place : feed + 1]
        if len(ready) - place > _MOST_BEFORE or not source.more():
            return ready[place:]


def _refuse_array(source: Source, first: bytes) -> None:
    """Tell of a JSON array how it becomes one object a line."""
    rest = first[1:].strip()
    if first[:1] == b"[" and (not rest or rest[:1] in (b"{", b"]")):
        file = source.name if source.name.startswith('"') else "FILE"
        raise UnreadableInput(
            f"{source.name} is a JSON array; one object a line is needed, use: "
            f"jq -c '.[]' {file} | {source.then} --input-format jsonl"
        )


def _delimiter(text: str) -> bytes:
    r"""Return a delimiter as it stands in the table; `\t` and `tab` are what they say."""
    text = {"\\t": "\t", "tab": "\t"}.get(text, text)
    if len(text) != 1 or text in '"\r\n\0' or "\ud800" <= text < "\udc80":
        raise UsageError(f"--delimiter is one character, not {quote(clean(text))}", option="--delimiter")
    return text.encode("utf-8", "surrogateescape")
