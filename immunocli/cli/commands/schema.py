"""immuno schema: the JSON Schema of an output."""

from __future__ import annotations

from immunocli.cli import streams
from immunocli.errors import UsageError
from immunocli.text import quote


def schema(*, kind: str | None, record: bool, output: str | None) -> int:
    """Print the JSON Schema that an output keeps to; without a kind, list the kinds."""
    import json

    from immunocli.cli.files import target_of
    from immunocli.records.kinds import KINDS
    from immunocli.records.output_schemas import record_schema, schema_of

    target = target_of(output, (".txt", ".tsv") if kind is None else (".json", ".txt"))
    if kind is None:
        streams.write([name + "\n" for name in KINDS], target)
        return 0
    if kind not in KINDS:
        raise UsageError(
            f"no output kind {quote(kind)}; there are: {', '.join(KINDS)}", wrong=kind, known=KINDS
        )
    told = record_schema(kind) if record else schema_of(kind)
    streams.write([json.dumps(told, indent=2) + "\n"], target)
    return 0
