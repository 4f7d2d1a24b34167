"""immuno mcp: the same answers for assistants."""

from __future__ import annotations

import os
import signal

from immunocli.errors import UsageError

_INTERRUPTED = 130


def mcp(*, data: str | None) -> int:
    """Serve the same answers to assistants, over stdio, read-only.

    Examples:
      immuno mcp

    It needs the extra: pip install "immunocli[mcp]"
    """
    from immunocli.cli.emit import Output
    from immunocli.cli.streams import ReaderGone

    catalogue = Output(data=data).catalogue()
    # Within the SDK's own import an interrupt would come up as another error, or as none; later a thread
    # that waits for the client's next line would hold it back. Nothing is half written.
    signal.signal(signal.SIGINT, lambda *_: os._exit(_INTERRUPTED))
    try:
        from immunocli.mcp.tools import serve  # the SDK costs a second
    except ImportError:
        raise UsageError('the extra is missing; install it: pip install "immunocli[mcp]"') from None
    try:
        serve(catalogue)
    except BrokenPipeError:
        raise ReaderGone from None
    return 0
