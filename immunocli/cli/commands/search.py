"""immuno search: everything that mentions some words."""

from __future__ import annotations

import sys

from immunocli.errors import UsageError
from immunocli.render.answers import Answer
from immunocli.text import quote

TYPE_CHECKING = False
if TYPE_CHECKING:
    from immunocli.cli.emit import Output

_MOST = 20


def search(out: Output, *, words: list[str]) -> int:
    """Find everything that mentions the words, best first.

    Examples:
      immuno search hair loss
      immuno search bladder BCG
      immuno search mesothelioma --format tsv | cut -f1-3
    """
    asked = " ".join(words)
    if not asked.strip():
        raise UsageError("search needs a word")
    catalogue = out.catalogue()
    most = sys.maxsize if out.count else _MOST
    found = catalogue.search(asked, most if out.limit is None else out.limit)
    if not found.records:
        from immunocli.found import Notice

        found.notices.append(Notice("none", f"nothing mentions {quote(asked)}; try fewer or other words"))
    title, blocks = f"Found for: {quote(asked)}", None
    if any(one.urgent for one in found.notices):
        from immunocli.pages.answer_page import alarming_hits

        blocks = alarming_hits(catalogue, title, found.notices)
    return out.emit(Answer(found, title=title, blocks=blocks, narrow=("title", "kind", "snippet")))
