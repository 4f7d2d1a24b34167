"""Tries a command line that an error is about to offer, unseen: what is offered must work."""

from __future__ import annotations

from immunocli.errors import ImmunoError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

# They write files or never end: they are offered as they are.
_UNTRIED = ("export", "completion", "mcp")
_OUTPUT = ("-o", "--output", "--unmatched")
# A larger table is not read for it.
_SMALL = 1 << 17
# So many slips of one command line are mended one after the other.
_MOST_SLIPS = 4


def working(
    line: str, attempt: Callable[[ImmunoError, Sequence[str]], str], fallback: Callable[[Sequence[str]], str]
) -> str:
    """Return a line to paste that works: the one given, else with what it says itself to try, else a plain one.

    Args:
        line: `immuno ...`, as it would be offered.
        attempt: returns what an error of a command line offers, `try: immuno ...`, or nothing.
        fallback: returns a line that works instead of a command line that does not.
    """
    import shlex  # only errors come here

    for _ in range(_MOST_SLIPS):
        try:
            words = shlex.split(line)[1:]
        except ValueError:
            return line
        problem = _problem_of(words)
        if problem is None:
            return line
        before = line
        line = attempt(problem, words).partition(": ")[2] if problem.code != "failed" else ""
        if not line.startswith("immuno ") or line == before:
            return fallback(words)
    return fallback(words)


def _problem_of(words: Sequence[str]) -> ImmunoError | None:
    """Return what is wrong with a command line; None when it is answered, or not to be tried."""
    from immunocli.cli import answered, streams

    if not words or not {"-", "-h", "--help", "--data", *_UNTRIED}.isdisjoint(words):
        return None
    if words[0] == "annotate" and not _is_small(words[1:]):
        return None
    streams.unseen = True
    try:
        code = answered(_without_file(words))
    except ImmunoError as problem:
        return problem
    except Exception:
        return _Failed("it fails")
    finally:
        streams.unseen = False
    return _Failed("it is not answered") if code else None


def _is_small(words: Sequence[str]) -> bool:
    """Say whether a table stands in front that is soon read, or that is none."""
    import os

    if not words or words[0][:1] == "-":
        return False
    try:
        return os.path.getsize(words[0]) < _SMALL
    except (OSError, ValueError):
        return False


class _Failed(ImmunoError):
    """A command line that fails without saying why."""

    code = "failed"


def _without_file(words: Sequence[str]) -> list[str]:
    """Return a command line that writes no file."""
    kept: list[str] = []
    rest = list(words)
    while rest:
        word = rest.pop(0)
        if word in _OUTPUT and rest:
            del rest[0]
        elif not word.startswith(("--output=", "--unmatched=")):
            kept.append(word)
    return kept
