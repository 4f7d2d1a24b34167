"""Runs the command line: the program `immuno`, and `python -m immunocli`."""

# Already in the interpreter; `signal` would cost a third of a start.
import _signal  # type: ignore[import-not-found]  # typeshed knows only `signal`
import os


def main() -> None:
    """Run the program; from its first line on, an interruption ends it quietly."""
    try:
        _signal.signal(_signal.SIGINT, lambda *_: os._exit(130))
        from immunocli.cli import main as answer

        _signal.signal(_signal.SIGINT, _signal.default_int_handler)
    except ValueError:  # not in the main thread: whoever started it so knows better
        from immunocli.cli import main as answer
    answer()


if __name__ == "__main__":
    main()
