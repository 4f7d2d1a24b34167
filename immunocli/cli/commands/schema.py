"""immuno schema: the JSON Schema of an output."""

from __future__ import annotations

from immunocli.cli import streams
from immunocli.errors import NotFound
from immunocli.text import quote

TYPE_CHECKING = False
if TYPE_CHECKING:
    from immunocli.cli.options import OutputFile, SchemaKind


def schema(kind: SchemaKind, output: OutputFile = None) -> int:
    """Print the JSON Schema that an output keeps to.

    Examples:
      immuno schema therapy
      immuno schema match > match.schema.json
    """
    import json

    from immunocli.schemas import KINDS, schema_of

    if kind not in KINDS:
        raise NotFound(f"no output kind {quote(kind)}; there are: {', '.join(KINDS)}")
    streams.write([json.dumps(schema_of(kind), indent=2) + "\n"], output)
    return 0
