"""immuno schema: the JSON Schema of an output."""

from __future__ import annotations

from immunocli.cli import streams
from immunocli.errors import UsageError
from immunocli.text import quote


def schema(*, kind: str | None, record: bool, format: str | None, json: bool, output: str | None) -> int:
    """Print the JSON Schema that an output keeps to; without a kind, list the kinds."""
    from json import dumps

    from immunocli.cli.atomic_files import target_of
    from immunocli.records.kinds import KINDS
    from immunocli.records.output_schemas import record_schema, schema_of

    if format not in (None, "json"):
        raise UsageError(f"--format {quote(format)}: a schema is JSON", wrong=format, known=("json",))
    as_json = json or format is not None or str(output).lower().endswith(".json")
    as_lines = kind is None and not as_json
    target = target_of(output, (".txt", ".tsv") if as_lines else (".json", ".txt"))
    if as_lines:
        streams.write([name + "\n" for name in KINDS], target)
        return 0
    if kind is not None and kind not in KINDS:
        raise UsageError(
            f"no output kind {quote(kind)}; there are: {', '.join(KINDS)}", wrong=kind, known=KINDS
        )
    told: object = KINDS if kind is None else record_schema(kind) if record else schema_of(kind)
    streams.write([dumps(told, indent=2) + "\n"], target)
    return 0
