"""immuno annotate: a table with the therapy added to every row."""

from __future__ import annotations

import sys

from immunocli.cli import streams
from immunocli.errors import Unresolved, UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from immunocli.cli.options import (
        Column,
        DataDirectory,
        EscapeFormulas,
        InputFormat,
        OutputFile,
        Prefix,
        Strict,
        Table,
        Unmatched,
    )


def annotate(
    column: Column,
    file: Table = None,
    output: OutputFile = None,
    prefix: Prefix = "immuno_",
    input_format: InputFormat = None,
    unmatched: Unmatched = None,
    strict: Strict = False,
    escape_formulas: EscapeFormulas = False,
    data: DataDirectory = None,
) -> int:
    """Add the therapy that a column names to every row of a table.

    Examples:
      immuno annotate treatments.tsv --column drug > annotated.tsv
      immuno annotate arms.csv.gz --column intervention -o out.csv.gz
      immuno annotate - --input-format jsonl --column name < drugs.jsonl
      immuno annotate t.csv --column drug --unmatched missing.tsv --strict

    Every cell and row of the input stays as it was, in order; six
    columns are added. CSV, TSV and JSON Lines, also compressed by gzip.
    """
    from immunocli.cli.output import Output
    from immunocli.tables.annotate import Job

    if file is None and streams.is_terminal(0):
        raise UsageError("annotate needs a table: a file, or - for standard input")
    catalogue = Output(data=data).catalogue()
    job = Job(
        catalogue.data,
        column,
        prefix=prefix,
        input_format=input_format,
        escape_formulas=escape_formulas,
        progress=streams.say if streams.is_terminal(2) and sys.stderr else None,
    )
    job.run(None if file in (None, "-") else file, output, unmatched)
    if strict and job.missed:
        raise Unresolved(f"{job.missed} of {job.rows} rows name no therapy that is known")
    return 0
