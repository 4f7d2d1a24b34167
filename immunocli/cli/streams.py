"""Reads and writes the process's own streams, losing nothing and never in silence."""

from __future__ import annotations

import os
import sys

from immunocli.text import clean, encodable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from immunocli.catalogue import Catalogue

_CHUNK = 1 << 16
_USUAL_WIDTH = 80
_TO_PASTE = "did you mean: immuno "
# While a command line is only tried, nothing is written, to no stream and no file.
unseen = False
# Nobody gave the process a standard input, or a standard output.
input_was_closed = output_was_closed = False
# The command lines that words were read as, as they were told.
read: list[str] = []
# The words that were typed.
typed: list[str] = []


class ReaderGone(Exception):
    """Whoever read our output closed it: there is nobody left to tell."""


def fill_closed() -> None:
    """Open something empty in place of each standard stream that is closed.

    Otherwise the next file opened would take its number, and answers would go into it. What is written to a
    standard output that was closed is refused; a file that was asked for is written all the same.
    """
    global input_was_closed, output_was_closed
    was_closed = [False, False, False]
    for number in (0, 1, 2):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDONLY if number == 1 else os.O_RDWR)  # no answer is lost in it
            was_closed[number] = True
    input_was_closed, output_was_closed, _ = was_closed


def is_terminal(number: int) -> bool:
    """Say whether a stream is a terminal."""
    try:
        return os.isatty(number) and not unseen
    except OSError:
        return False


def encoding_of(stream: object) -> str:
    """Return what encoding people read on that stream."""
    return getattr(stream, "encoding", None) or "utf-8"


def write(pieces: Iterable[str], path: str | None = None, *, human: bool = False) -> None:
    """Write text to standard output, or atomically to a file.

    Args:
        pieces: the text, in pieces of any size.
        path: the file; None is standard output.
        human: it is for people: what the output's encoding lacks is transliterated. Text for
            programs, and for files, is UTF-8.

    Raises:
        ReaderGone: the reader closed the pipe.
        UnwritableOutput: the output could not be written whole.
    """
    if unseen:
        for _ in pieces:
            pass
        return
    if path is not None:
        from immunocli.cli.atomic_files import replacing

        with replacing(path) as file:
            for block in _blocks(pieces, "utf-8"):
                file.write(block)
        return
    encoding = encoding_of(sys.stdout) if human else "utf-8"
    for block in _blocks(pieces, encoding):
        send(1, block)


def _blocks(pieces: Iterable[str], encoding: str) -> Iterable[bytes]:
    """Yield the pieces as bytes, in blocks worth a system call each."""
    waiting: list[str] = []
    size = 0
    for piece in pieces:
        waiting.append(piece)
        size += len(piece)
        if size >= _CHUNK:
            yield _encoded("".join(waiting), encoding)
            waiting.clear()
            size = 0
    if waiting:
        yield _encoded("".join(waiting), encoding)


def _encoded(text: str, encoding: str) -> bytes:
    if encoding.lower().replace("-", "").replace("_", "") in ("utf8", "utf8mb4"):
        return text.encode("utf-8", "backslashreplace")
    return encodable(text, encoding).encode(encoding, "backslashreplace")


def send(number: int, block: bytes) -> None:
    """Write all of a block to a file descriptor.

    Raises:
        ReaderGone: the reader closed the pipe.
        UnwritableOutput: anything else went wrong, as a full disk.
    """
    if unseen:
        return
    if number == 1 and output_was_closed:
        from immunocli.errors import UnwritableOutput

        raise UnwritableOutput("standard output is closed; there is nowhere to answer")
    view = memoryview(block)
    while view:
        try:
            view = view[os.write(number, view) :]
        except BrokenPipeError:
            raise ReaderGone from None
        except BlockingIOError:
            import select  # only for an output that somebody set to non-blocking

            select.select([], [number], [])
        except OSError as problem:
            from immunocli.errors import UnwritableOutput

            reason = problem.strerror or "unknown error"
            raise UnwritableOutput(f"the answer could not be written: {reason}") from None


def say(line: str) -> None:
    """Write one line for people to standard error; an error output that is gone is no error."""
    if unseen:
        return
    text = encodable(clean(line), encoding_of(sys.stderr))
    if is_terminal(2) and text[:1] != "{":
        text = "\n".join(_wrapped(text, _columns()))
    try:
        block = f"{text}\n".encode(encoding_of(sys.stderr), "backslashreplace")
        while block:
            block = block[os.write(2, block) :]
    except (OSError, LookupError):
        pass


def read_as(line: str) -> None:
    """Say the command line that words were read as; `read` keeps it for JSON."""
    if not unseen:
        read.append(f"read as: {line}")
        say(read[-1])


def _columns() -> int:
    """Return how wide the terminal is on which errors and notes stand."""
    wanted = os.environ.get("COLUMNS", "")
    if wanted.isascii() and wanted.isdigit() and int(wanted[:9]) > 0:
        return int(wanted[:9])
    try:
        return os.get_terminal_size(2).columns or _USUAL_WIDTH
    except OSError:
        return _USUAL_WIDTH


def _wrapped(text: str, width: int) -> list[str]:
    """Return lines that fit, cut at spaces; a line to paste begins one of its own and stays whole."""
    if len(text) <= width:
        return [text]
    if _TO_PASTE in text:
        told, _, commands = text.partition(_TO_PASTE)
        offered = commands.removesuffix("?").split(", immuno ")
        return [*_wrapped(f"{told}did you mean:", width), *(f"  immuno {one}" for one in offered)]
    told, mark, to_paste = text.rpartition("try: ")
    lines = [""]
    for word in (told if mark else text).split(" "):
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append(word)
        else:
            lines[-1] += (" " if lines[-1] else "") + word
    lines = [line.rstrip() for line in lines if line.strip()]
    return [*lines, mark + to_paste] if mark else lines


# Seconds after which one wonders what is going on.
_PATIENCE = 1.5
_TOLD = "the data are read for the first time, or anew as they changed: this takes some seconds"


def opened(chosen: str | None) -> Catalogue:
    """Return the catalogue of a directory; for None that of `IMMUNO_DATA`, else the program's own."""
    import _thread  # threading would be a tenth of a lookup

    from immunocli.catalogue import Catalogue

    directory = chosen if chosen is not None else os.environ.get("IMMUNO_DATA") or None
    if is_terminal(2):
        done = _thread.allocate_lock()
        with done:
            _thread.start_new_thread(_tell, (done,))
            catalogue = Catalogue(directory)
    else:
        catalogue = Catalogue(directory)
    if not catalogue.is_kept:
        say(
            "the data were read anew, which takes long: the cache cannot be written (XDG_CACHE_HOME names its place)"
        )
    return catalogue


def _tell(done: Any) -> None:
    if not done.acquire(timeout=_PATIENCE):
        say(_TOLD)
