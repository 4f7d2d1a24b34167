"""immuno targets: what therapies act on."""

from __future__ import annotations

from immunocli.cli.vocabularies import emit_vocabulary
from immunocli.pages import vocabularies as pages

TYPE_CHECKING = False
if TYPE_CHECKING:
    from immunocli.cli.options import Name
    from immunocli.cli.emit import Output


def targets(out: Output, name: Name = None) -> int:
    """List the targets, or show one.

    Examples:
      immuno targets
      immuno targets CD19
      immuno targets --format tsv
    """
    return emit_vocabulary(out, "target", name, pages.target_page)
