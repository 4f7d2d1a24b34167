"""immuno search: everything that mentions some words."""

from __future__ import annotations

from immunocli.render.answers import Answer
from immunocli.errors import UsageError
from immunocli.words.search import search as hits
from immunocli.records import Hit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from immunocli.cli.options import Words
    from immunocli.cli.emit import Output

_MOST = 20


def search(out: Output, words: Words) -> int:
    """Find everything that mentions the words, best first.

    Examples:
      immuno search hair loss
      immuno search "bladder BCG"
      immuno search mesothelioma --format tsv | cut -f1-3
    """
    asked = " ".join(words)
    if not asked.strip():
        raise UsageError("search needs a word")
    catalogue = out.catalogue()
    found = hits(catalogue.data, asked, _MOST if out.limit is None else out.limit)
    return out.emit(
        Answer(
            "hit",
            found,
            Hit.columns,
            {"words": asked},
            catalogue.edition,
            title=f"Found for: {asked}",
            narrow=("title", "kind", "snippet"),
            notes=[] if found else [f"nothing mentions {asked!r}; try fewer or other words"],
        )
    )
