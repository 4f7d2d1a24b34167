"""Runs the command line: the program `immuno`, and `python -m immunocli`."""

# Already in the interpreter; `signal` would cost a third of a start.
import _signal  # type: ignore[import-not-found]  # typeshed knows only `signal`
import gc
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

# A lookup makes fewer objects than this and ends; looking among them for cycles is a tenth of its time.
_OBJECTS = 100_000
_NO_MEMORY = b"immuno: not enough memory for this\n"


def main() -> None:
    """Run the program; from its first line on, an interruption ends it quietly."""
    gc.set_threshold(_OBJECTS)
    try:
        try:
            _signal.signal(_signal.SIGINT, lambda *_: os._exit(130))
            answer = _program()
            _signal.signal(_signal.SIGINT, _signal.default_int_handler)
        except ValueError:  # not in the main thread: whoever started it so knows better
            answer = _program()
        answer()
    except MemoryError:  # also while that was being told
        os.write(2, _NO_MEMORY)
        os._exit(70)


def _program() -> "Callable[[], None]":
    from immunocli.module_cache import taken

    command = sys.argv[1] if len(sys.argv) > 1 else ""
    road = taken(command)
    from immunocli.cli import main as answer

    return lambda: answer(at_end=lambda: road.keep(command))


if __name__ == "__main__":
    main()
