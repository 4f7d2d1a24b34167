"""Unpacks gzip, bzip2 and xz, packs them, and knows other forms by their first bytes."""

from __future__ import annotations

import os
import zlib
from contextlib import contextmanager

from immunocli.errors import UnreadableInput, UsageError
from immunocli.text import quote

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

    from immunocli.cli.atomic_files import Writable

# The marks by which packed input is known, whatever its name.
_PACKED = (
    ((b"\x1f\x8b",), "gzip"),
    (tuple(b"BZh%d%b" % (level, mark) for level in range(1, 10) for mark in (b"1A", b"\x17r")), "bzip2"),
    ((b"\xfd7zXZ\x00",), "xz"),
)
_ENDINGS = {".gz": "gzip", ".bz2": "bzip2", ".xz": "xz"}
ENOUGH = 512
_CSVKIT = "in2csv {}"
# What is told of other forms: their marks, what they are, and the command that converts them.
_OTHERS = (
    ((b"\x28\xb5\x2f\xfd",), "packed by zstd", "zstd -dc {}"),
    ((b"\x04\x22\x4d\x18",), "packed by lz4", "lz4 -dc {}"),
    ((b"\x1f\x9d",), "packed by compress", "gzip -dc {}"),
    ((b"\x5d\x00\x00",), "packed by lzma", "xz -dc {}"),
    ((b"LZIP",), "packed by lzip", "lzip -dc {}"),
    ((b"\xff\x06\x00\x00sNaPpY",), "packed by snappy", "snzip -dc {}"),
    ((b"7z\xbc\xaf\x27\x1c",), "a 7-Zip archive", "7z x -so {}"),
    ((b"Rar!\x1a\x07",), "a RAR archive", "unrar p -inul {}"),
    ((b"PAR1",), "a Parquet file", "duckdb -csv -c 'FROM {}'"),
    ((b"ARROW1", b"FEA1"), "an Arrow file", None),
    ((b"ORC",), "an ORC file", None),
    ((b"Obj\x01",), "an Avro file", None),
    ((b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",), "an Excel workbook of the old kind", _CSVKIT),
    ((b"SQLite format 3\x00",), "an SQLite database", None),
    ((b"\x89HDF",), "an HDF5 file", None),
    ((b"%PDF-",), "a PDF document", None),
    ((b"{\\rtf",), "an RTF document", None),
    ((b"<!DOCTYPE", b"<!doctype", b"<html", b"<HTML"), "an HTML page", None),
    ((b"<?xml",), "an XML document", None),
    ((b"$FL2", b"$FL3"), "an SPSS file", None),
    ((b"<stata_dta>",), "a Stata file", None),
    ((b"\x89PNG", b"\xff\xd8\xff", b"GIF8"), "a picture", None),
    ((b"\x7fELF", b"MZ\x90\x00"), "a program", None),
    ((b"\x93NUMPY",), "a NumPy array", None),
    ((b"RDX2\n", b"RDX3\n", b"X\n\x00\x00"), "R data", "Rscript -e 'write.csv(readRDS({}))'"),
)  # fmt: skip
# These are known by what a person could have typed; the other marks count in binary content alone.
_OF_TEXT = ("a PDF document", "an RTF document", "an HTML page", "an XML document", "a Stata file")
_CONTROLS = bytes((*range(9), *range(14, 27), *range(28, 32)))
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_WORKBOOK = (b"[Content_Types].xml", b"xl/", b"_rels/", b"docProps/")
# What files of each form are called, and what says nothing of the form.
_NAMED = {"csv": ("csv",), "tsv": ("tsv", "tab"), "jsonl": ("jsonl", "ndjson")}
_PLAIN = ("txt", "out", "new", "tmp", "bak")
_NOT_WRITTEN = "zst zip 7z parquet xlsx xls ods feather arrow orc db sqlite".split()
_MARKS_OF_TEXT = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")


def packing_of(head: bytes) -> str | None:
    """Return `gzip`, `bzip2` or `xz`, as the first bytes tell."""
    return next((form for marks, form in _PACKED if head.startswith(marks)), None)


def refuse_others(head: bytes, name: str, then: str, file: str = "FILE") -> None:
    """Refuse what is no text, by its first bytes.

    Args:
        head: at least `ENOUGH` bytes, unless there are fewer.
        name: what messages call the input, quoted when it is a file.
        then: the command that takes the converted text.
        file: the input as a shell takes it.

    Raises:
        UnreadableInput: it is packed, or binary; the message names the form, and what converts it.
    """
    if head.startswith(_MARKS_OF_TEXT):
        return
    found = _known(head)
    if found is not None:
        what, command = found
        advice = f"use: {command.format(file)} | {then}" if command else "save it as CSV or TSV first"
        raise UnreadableInput(f"{name} is {what}; {advice}")
    line = head.splitlines()[0] if head else b""
    if b"\x00" not in line:
        return
    if line[1::2].count(0) > len(line) // 3 or line[::2].count(0) > len(line) // 3:
        order = "LE" if line[1::2].count(0) >= line[::2].count(0) else "BE"
        raise UnreadableInput(
            f"{name} seems to be UTF-16 without a mark; use: iconv -f UTF-16{order} -t UTF-8 {file} | {then}"
        )
    raise UnreadableInput(f"{name} is no text: its first line holds zero bytes")


def is_binary(head: bytes) -> bool:
    """Say whether bytes hold control characters that no text has."""
    return len(head.translate(None, _CONTROLS)) < len(head)


def _known(head: bytes) -> tuple[str, str | None] | None:
    if head.startswith(_ZIP):
        if any(name in head for name in _WORKBOOK):
            return "an Excel workbook", _CSVKIT
        if b"opendocument.spreadsheet" in head:
            return "an OpenDocument spreadsheet", None
        return "packed by zip", "unzip -p {}"
    if head[257:262] == b"ustar":
        return "a tar archive", "tar -xOf {}"
    if head[:12] == bytes(12) and head[12:16] == b"\xc2\xea\x81\x60":
        return "a SAS file", None
    # Frames that zstd skips have marks of their own.
    if len(head) > 3 and 0x50 <= head[0] <= 0x5F and head[1:4] == b"\x2a\x4d\x18":
        return "packed by zstd", "zstd -dc {}"
    for marks, what, command in _OTHERS:
        sure = what in _OF_TEXT or not marks[0].isascii() or is_binary(head)
        if sure and head.startswith(marks):
            return what, command
    return None


class Unpacked:
    """Unpacks from a function that reads: any number of streams after each other, every byte of them.

    Args:
        head: what was read of it already.
        read: returns up to so many more bytes.
        form: `gzip`, `bzip2` or `xz`.
    """

    def __init__(self, head: bytes, read: Callable[[int], bytes], form: str) -> None:
        self._waiting = head
        self._more = read
        self._form = form
        self._unpack, self._errors = _unpacker(form)

    def read(self, size: int) -> bytes:
        """Return up to so many unpacked bytes, none at the end.

        Raises:
            EOFError: it is cut off.
            ValueError: it is damaged.
        """
        while True:
            if self._unpack.eof and not self._another():
                return b""
            asking = getattr(self._unpack, "needs_input", True)
            packed = self._waiting or self._more(size) if asking else b""
            self._waiting = b""
            try:
                piece: bytes = self._unpack.decompress(packed, size)
            except self._errors:
                raise ValueError(f"its {self._form} data is damaged") from None
            # What zlib leaves is to be given again; the others keep it.
            self._waiting = getattr(self._unpack, "unconsumed_tail", b"")
            if piece:
                return piece
            if asking and not packed and not self._unpack.eof:
                raise EOFError

    def _another(self) -> bool:
        """Begin the next stream, if there is one; zeros may stand between them."""
        rest = self._unpack.unused_data.lstrip(b"\0")
        while not rest and (piece := self._more(ENOUGH)):
            rest = piece.lstrip(b"\0")
        if rest:
            self._unpack, _ = _unpacker(self._form)
            self._waiting = rest
        return bool(rest)


def _unpacker(form: str) -> tuple[Any, tuple[type[Exception], ...]]:
    """Return what unpacks one stream, and the errors that it raises."""
    if form == "gzip":
        return zlib.decompressobj(31), (zlib.error,)
    if form == "bzip2":
        import bz2

        return bz2.BZ2Decompressor(), (OSError, ValueError)
    import lzma

    return lzma.LZMADecompressor(lzma.FORMAT_XZ), (lzma.LZMAError,)


@contextmanager
def packed_by_name(path: str, file: Writable) -> Iterator[Callable[[bytes], object]]:
    """Yield a function that writes to a file, packed as the file's name says."""
    form = next((form for ending, form in _ENDINGS.items() if path.lower().endswith(ending)), None)
    if form is None:
        yield file.write
    elif form == "gzip":
        import gzip
        from typing import cast

        with gzip.GzipFile("", "wb", compresslevel=6, fileobj=cast("Any", file), mtime=0) as packed:
            yield packed.write
    else:
        compressor = _compressor(form)
        yield lambda block: file.write(compressor.compress(block))
        file.write(compressor.flush())


def _compressor(form: str) -> Any:
    if form == "bzip2":
        import bz2

        return bz2.BZ2Compressor()
    import lzma

    return lzma.LZMACompressor()


def promises_another_form(path: str) -> str:
    """Return the ending of a name that promises a form which is not read or written, else nothing."""
    ending = path.lower().rpartition(".")[2]
    return ending if ending in _NOT_WRITTEN else ""


def refuse_output(path: str, option: str = "--output") -> None:
    """Refuse to write a table under a name that promises another form.

    Raises:
        UsageError: the ending is one of those.
    """
    ending = promises_another_form(path)
    if ending:
        raise UsageError(
            f"{option} {quote(path)}: no table is written as .{ending}; "
            "CSV, TSV and JSON Lines are, also with .gz, .bz2 or .xz"
        )


def refuse_list(path: str) -> None:
    """Refuse to write a list of strings, which is TSV or CSV, under a name that says another form, or none that there is.

    Raises:
        UsageError: the ending is one of those.
    """
    base, dot, ending = os.path.basename(without_packing(path)).rpartition(".")
    if not (dot and base and ending) or ending in (*_PLAIN, *_NAMED["csv"], *_NAMED["tsv"]):
        return
    raise UsageError(
        f"--unmatched {quote(path)}: no list of strings ends in .{ending}; name a file that ends in .tsv or .csv"
    )


def refuse_ending(path: str, form: str, came_from: str = "") -> None:
    """Refuse to write a table, which keeps its form, under a name that says another, or none that there is.

    Args:
        path: where it is to be written.
        form: `csv`, `tsv` or `jsonl`.
        came_from: the file that it was read from; what that is called is right.

    Raises:
        UsageError: the ending is another.
    """
    base, dot, ending = os.path.basename(without_packing(path)).rpartition(".")
    if not (dot and base and ending) or ending in _PLAIN:
        return
    if ending in _NAMED[form] or without_packing(came_from).endswith(f".{ending}"):
        return
    told = {"csv": "CSV", "tsv": "TSV", "jsonl": "JSON Lines"}[form]
    raise UsageError(
        f"--output {quote(path)}: the table is {told} and stays so; name a file that ends in .{_NAMED[form][0]}"
    )


def without_packing(path: str) -> str:
    """Return a file's name in lower case, without the ending that says how it is packed."""
    path = path.lower()
    return next((path.removesuffix(ending) for ending in _ENDINGS if path.endswith(ending)), path)
