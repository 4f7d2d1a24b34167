"""The options and arguments that commands share, each defined once."""

from __future__ import annotations

from typing import Annotated

import typer

from immunocli.cli.choices import CHOICES


def _choice(name: str) -> str:
    return "|".join(CHOICES[name])


# Which records.
Cancers = Annotated[
    list[str] | None,
    typer.Option("--cancer", metavar="NAME", help="A cancer by any name or code; repeat for or."),
]
Types = Annotated[
    list[str] | None, typer.Option("--type", metavar="NAME", help="A type, as checkpoint-inhibitor.")
]
Targets = Annotated[
    list[str] | None, typer.Option("--target", metavar="NAME", help="A target, as PD-1 or CD19.")
]
Biomarkers = Annotated[
    list[str] | None, typer.Option("--biomarker", metavar="NAME", help="A required biomarker, as HER2.")
]
Settings = Annotated[
    list[str] | None, typer.Option("--setting", metavar="NAME", help="A setting, as adjuvant.")
]
Therapies = Annotated[
    list[str] | None, typer.Option("--therapy", metavar="NAME", help="A therapy by any of its names.")
]
Approval = Annotated[
    str | None,
    typer.Option("--approval", metavar=_choice("approval"), help="How the use was first approved."),
]
Status = Annotated[
    str | None,
    typer.Option("--status", metavar=_choice("status"), help="Default: active."),
]
Since = Annotated[
    str | None, typer.Option("--since", metavar="DATE", help="First approved on or after this date.")
]
AsOf = Annotated[str | None, typer.Option("--as-of", metavar="DATE", help="As the record stood on that day.")]
SourceId = Annotated[
    str | None, typer.Option("--source", metavar="ID", help="What a source says, as cri-2022.")
]
Agnostic = Annotated[
    bool, typer.Option("--agnostic", help="Also approvals for any solid tumor; alone, only those.")
]

# How to show them.
Format = Annotated[
    str | None, typer.Option("--format", "-f", metavar="FORMAT", help=", ".join(CHOICES["format"]) + ".")
]
Columns = Annotated[
    str | None, typer.Option("--columns", "-c", metavar="A,B,C", help="Which columns, in this order.")
]
NoHeader = Annotated[bool, typer.Option("--no-header", help="No line with the columns' names.")]
Sort = Annotated[str | None, typer.Option("--sort", metavar="COLUMN", help="Order by this column.")]
Reverse = Annotated[bool, typer.Option("--reverse", help="The other way round.")]
Limit = Annotated[int | None, typer.Option("--limit", metavar="N", min=0, help="At most this many records.")]
Count = Annotated[bool, typer.Option("--count", help="Only say how many there are.")]
OutputFile = Annotated[
    str | None, typer.Option("--output", "-o", metavar="FILE", help="Write the answer to a file.")
]
ExitStatus = Annotated[
    bool, typer.Option("--exit-status", "-e", help="Exit with 1 when the answer is empty.")
]
NoPager = Annotated[bool, typer.Option("--no-pager", help="Do not page long answers.")]
DataDirectory = Annotated[str | None, typer.Option("--data", metavar="DIR", help="Another data directory.")]

# Arguments and options of single commands.
Name = Annotated[str | None, typer.Argument(metavar="[NAME]", help="By any of its names.")]
Names = Annotated[list[str], typer.Argument(metavar="NAME...", help="By any of its names.")]
Terms = Annotated[list[str], typer.Argument(metavar="TERM...", help="A word, or several.")]
Words = Annotated[list[str], typer.Argument(metavar="WORDS...", help="Plain words.")]
QuestionWords = Annotated[
    list[str] | None, typer.Argument(metavar="[QUESTION...]", help="In your own words.")
]
Part = Annotated[str | None, typer.Argument(metavar="[PART]", help="A cell, molecule or organ.")]
PartKind = Annotated[
    str | None, typer.Option("--kind", metavar="KIND", help=", ".join(CHOICES["part_kind"]) + ".")
]
Topic = Annotated[str | None, typer.Option("--topic", metavar="T", help="One shelf of the glossary.")]
Technical = Annotated[bool, typer.Option("--technical", help="The specialist's definition too.")]
Strings = Annotated[
    list[str], typer.Argument(metavar="NAME...|-", help="Strings; - reads them from standard input.")
]
Kind = Annotated[str, typer.Option("--kind", metavar=_choice("kind"), help="What the strings should name.")]
ChangesSince = Annotated[
    str, typer.Option("--since", metavar="DATE", help="First day that counts; YYYY, YYYY-MM or a day.")
]
Until = Annotated[str | None, typer.Option("--until", metavar="DATE", help="Last day that counts.")]
By = Annotated[str, typer.Option("--by", metavar=_choice("by"), help="What the columns are.")]
Svg = Annotated[str | None, typer.Option("--svg", metavar="FILE", help="Write a picture for slides to FILE.")]
Style = Annotated[str, typer.Option("--style", metavar=_choice("style"), help="How citations are written.")]
Action = Annotated[str, typer.Argument(metavar=_choice("action"), help="What to say of the data.")]
SchemaKind = Annotated[str, typer.Argument(metavar="KIND", help="The kind of output.")]
Table = Annotated[
    str | None, typer.Argument(metavar="[FILE|-]", help="A table; - or nothing is standard input.")
]
Column = Annotated[str, typer.Option("--column", metavar="NAME", help="The column with the names.")]
Prefix = Annotated[str, typer.Option("--prefix", metavar="TEXT", help="Begins the new columns' names.")]
InputFormat = Annotated[
    str | None,
    typer.Option("--input-format", metavar=_choice("input_format"), help="Default: by the file's ending."),
]
Unmatched = Annotated[
    str | None, typer.Option("--unmatched", metavar="FILE", help="Strings not recognised, counted.")
]
Strict = Annotated[bool, typer.Option("--strict", help="Exit with 4 when a string is not recognised.")]
EscapeFormulas = Annotated[
    bool, typer.Option("--escape-formulas", help="Make formulas in the input's own cells harmless.")
]
