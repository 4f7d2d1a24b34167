"""Opens the data that a command line asks, and tells who has to wait for it."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from immunocli.catalogue import Catalogue

# Seconds after which one wonders what is going on.
_PATIENCE = 1.5
_TOLD = "the data are read for the first time, or anew as they changed: this takes some seconds"


def opened(chosen: str | None) -> Catalogue:
    """Return the catalogue of a directory; for None that of `IMMUNO_DATA`, else the program's own."""
    import _thread  # threading would be a tenth of a lookup
    import os

    from immunocli.catalogue import Catalogue
    from immunocli.cli import streams

    directory = chosen if chosen is not None else os.environ.get("IMMUNO_DATA") or None
    if not streams.is_terminal(2):
        return Catalogue(directory)
    done = _thread.allocate_lock()
    with done:
        _thread.start_new_thread(_tell, (done,))
        return Catalogue(directory)


def _tell(done: Any) -> None:
    from immunocli.cli import streams

    if not done.acquire(timeout=_PATIENCE):
        streams.say(_TOLD)
