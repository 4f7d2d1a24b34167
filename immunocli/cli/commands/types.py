"""immuno types: the types of immunotherapy."""

from __future__ import annotations

from immunocli.cli.vocabularies import emit_vocabulary
from immunocli.pages import vocabularies as pages

TYPE_CHECKING = False
if TYPE_CHECKING:
    from immunocli.cli.options import Name
    from immunocli.cli.emit import Output


def types(out: Output, name: Name = None) -> int:
    """List the types of immunotherapy, or show one.

    Examples:
      immuno types
      immuno types checkpoint-inhibitor
      immuno types --format json
    """
    return emit_vocabulary(out, "type", name, pages.type_page)
