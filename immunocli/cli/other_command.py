"""Answers by another command than the one that was typed, where its words ask for that."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from immunocli.cli.emit import Output


def instead(out: Output, words: Sequence[str]) -> int:
    """Run a command with the options of how to show it that another was given; say which.

    Args:
        out: those options.
        words: the command line, without them; a name of several words is one of it.
    """
    from immunocli.cli import function_of, streams
    from immunocli.cli.error_line import line
    from immunocli.cli.fast import parse, takes

    streams.read_as(line(words))
    plain, taken = parse(list(words), joined_up=True), takes(words[0])
    assert plain is not None and taken is not None
    _, parameters, many = taken
    out.flags = frozenset(flag for _, flags, *_ in parameters for flag in flags)
    code = function_of(words[0])(out=out, **{one[0]: plain[1][one[0]] for one in parameters[:many]})
    return code or 0
