"""immuno cancers: the cancers there are."""

from __future__ import annotations

from immunocli.cli.vocabularies import emit_vocabulary
from immunocli.pages import vocabularies as pages

TYPE_CHECKING = False
if TYPE_CHECKING:
    from immunocli.cli.options import Name
    from immunocli.cli.emit import Output


def cancers(out: Output, name: Name = None) -> int:
    """List the cancers, or those below one.

    Examples:
      immuno cancers
      immuno cancers lymphoma
      immuno cancers --format tsv | cut -f1,2
    """
    return emit_vocabulary(out, "cancer", name, pages.cancer_page)
