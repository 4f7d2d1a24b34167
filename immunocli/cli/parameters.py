"""The options and arguments that commands share, each declared once."""

from __future__ import annotations

from immunocli.records.values import (
    APPROVALS,
    CHANGES,
    LINES,
    MARKETS,
    SETTINGS,
    SHELVES,
    STATUSES,
    TOPICS,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

WHICH, HOW = "Which records", "How to show them"
FORMATS = ("table", "tsv", "csv", "json", "jsonl", "md", "text")


class Parameter:
    """An option or an argument.

    Args:
        name: of the command's own parameter.
        about: a line of help.
        flags: as they are typed; an argument has none.
        kind: `text`, `flag`, `number` (whole, from 0 on) or `list` (may be given several times).
        metavar: what stands for a value in help.
        values: what it may be, where that is a short list.
        completes: what its value may name: kinds of record, or `columns`, `column`, `source`, `schema`,
            `command`, `file`, `directory`, `column-of-file`.
        default: when it is not given; `...` means it must be.
        panel: its group in help.
    """

    __slots__ = (
        "about", "completes", "default", "flags", "kind", "metavar", "name", "panel", "values",
    )  # fmt: skip

    def __init__(
        self,
        name: str,
        about: str,
        *flags: str,
        kind: str = "text",
        metavar: str = "",
        values: tuple[str, ...] = (),
        completes: tuple[str, ...] = (),
        default: Any = None,
        panel: str = WHICH,
    ) -> None:
        self.name, self.about, self.flags, self.kind = name, about, flags, kind
        self.metavar = metavar or ("|".join(values) if 1 <= len(values) <= 4 else "NAME")
        self.values, self.completes = values, completes
        self.default = False if kind == "flag" and default is None else default
        self.panel = panel

    @property
    def in_short(self) -> str:
        """What it is, without the list of its values."""
        about, _, listed = self.about.partition(": ")
        return about if listed and ", ".join(self.values) == listed.rstrip(".") else self.about


def _names(name: str, about: str, *completes: str) -> Parameter:
    return Parameter(name, about, f"--{name}", kind="list", completes=completes or (name,))


CANCER = _names("cancer", "A cancer by any name or code; repeat for or.")
TYPE = _names("type", "A type, as checkpoint-inhibitor.")
TARGET = _names("target", "A target, as PD-1 or CD19.")
THERAPY = _names("therapy", "A therapy by any of its names.")
BIOMARKER = _names("biomarker", "A biomarker that the use asks for, as HER2.")
SETTING = Parameter(
    "setting", f"Where in the course: {', '.join(SETTINGS)}.", "--setting", kind="list", values=SETTINGS
)
LINE = Parameter(
    "line", f"What may be given in this line: {', '.join(LINES)}.", "--line", kind="list", values=LINES
)
APPROVAL = Parameter("approval", "How the use was first approved.", "--approval", values=APPROVALS)
STATUS = Parameter("status", "Default: current, in the label of that day.", "--status", values=STATUSES)
MARKET = Parameter("market", "Whether it can be had in the US; default: any.", "--market", values=MARKETS)
SINCE = Parameter("since", "First approved on or after this date.", "--since", metavar="DATE")
AS_OF = Parameter("as_of", "As it was known on that day: YYYY, YYYY-MM or a day.", "--as-of", metavar="DATE")
SOURCE = Parameter(
    "source", "What a source says, as cri-2022.", "--source", metavar="ID", completes=("source",)
)
AGNOSTIC = Parameter(
    "agnostic", "Also approvals for any solid tumor; alone, only those.", "--agnostic", kind="flag"
)
EXACT = Parameter("exact", "Leave out approvals for a wider cancer.", "--exact", kind="flag")
BOXED = Parameter("boxed", "Only what has a boxed warning in its label.", "--boxed", kind="flag")
NO_BOXED = Parameter("no_boxed", "Only what is known to have none.", "--no-boxed", kind="flag")
BOXED_ABOUT = Parameter(
    "boxed_about",
    "Only what has one that mentions this, as we tell it in our words; --boxed WORDS too.",
    "--boxed-about",
    metavar="WORDS",
)
FULL = Parameter(
    "full", "Everything that is known of each; in tables, more columns.", "--full", kind="flag", panel=HOW
)

# What nearly every command has: how to show the answer.
OUTPUT = (
    Parameter(
        "format", f"{', '.join(FORMATS)}.", "--format", "-f", metavar="FORMAT", values=FORMATS, panel=HOW
    ),
    Parameter("json", "Short for --format json.", "--json", kind="flag", panel=HOW),
    Parameter(
        "columns", "Which columns, in this order.", "--columns", "-c", metavar="A,B,C",
        completes=("columns",), panel=HOW,
    ),
    Parameter("no_header", "No line with the columns' names.", "--no-header", kind="flag", panel=HOW),
    Parameter("sort", "Order by this column.", "--sort", metavar="COLUMN", completes=("column",), panel=HOW),
    Parameter("reverse", "The other way round.", "--reverse", kind="flag", panel=HOW),
    Parameter("limit", "At most this many records.", "--limit", kind="number", metavar="N", panel=HOW),
    Parameter("count", "Only say how many there are.", "--count", kind="flag", panel=HOW),
    Parameter(
        "output", "Write the answer to a file; its ending chooses the format.", "--output", "-o",
        metavar="FILE", completes=("file",), panel=HOW,
    ),
    Parameter(
        "exit_status", "Exit with 1 when the answer is empty, or declined.", "--exit-status", "-e",
        kind="flag", panel=HOW,
    ),
    Parameter("no_pager", "Do not page long answers.", "--no-pager", kind="flag", panel=HOW),
    Parameter(
        "data", "Another data directory.", "--data", metavar="DIR", completes=("directory",), panel=HOW
    ),
)  # fmt: skip
SHARED = {one.name: one for one in OUTPUT}

# Arguments and options of single commands.
SHOWN = Parameter(
    "name", "By any name; words that belong together need no quotes.", kind="list", default=...,
    metavar="NAME...", completes=("therapy", "cancer", "type", "target"),
)  # fmt: skip
COMPARED = Parameter(
    "name", "Two to four, by any of their names.", kind="list", default=..., metavar="NAME...",
    completes=("therapy", "type"),
)  # fmt: skip
CITED = Parameter(
    "name", "A therapy, use, term, answer, type, cancer, or the id of a source.", kind="list",
    metavar="NAME...", completes=("therapy", "cancer", "type", "term", "source"),
)  # fmt: skip
EDITION = Parameter("edition", "Cite this edition itself.", "--edition", kind="flag")
OF_USES = Parameter(
    "uses",
    "Of therapies, only what their uses rest on: approvals, labels; no names, no products.",
    "--uses",
    kind="flag",
)
STYLES = ("text", "bibtex", "csl-json", "ris")
STYLE = Parameter("style", "How citations are written.", "--style", values=STYLES, default="text", panel=HOW)
ONE_CANCER = Parameter("name", "One of them.", kind="list", metavar="[NAME...]", completes=("cancer",))
ONE_TYPE = Parameter("name", "One of them.", kind="list", metavar="[NAME...]", completes=("type",))
ONE_TARGET = Parameter("name", "One of them.", kind="list", metavar="[NAME...]", completes=("target",))
TERM = Parameter(
    "term", "A word, or several.", kind="list", default=..., metavar="TERM...", completes=("term",)
)
TECHNICAL = Parameter("technical", "The specialist's definition too.", "--technical", kind="flag", panel=HOW)
TOPIC = Parameter("topic", f"One shelf of the glossary: {', '.join(TOPICS)}.", "--topic", values=TOPICS)
QUESTION = Parameter(
    "question", "In your own words.", kind="list", metavar="[QUESTION...]", completes=("faq",)
)
PART = Parameter("part", "A cell, molecule or organ.", kind="list", metavar="[PART...]", completes=("part",))
PART_KIND = Parameter("kind", f"One shelf: {', '.join(SHELVES)}.", "--kind", values=SHELVES)
WORDS = Parameter("words", "Plain words.", kind="list", default=..., metavar="WORDS...")
STRINGS = Parameter(
    "name", "Strings; - reads them from standard input.", kind="list", default=..., metavar="NAME...|-",
    completes=("therapy",),
)  # fmt: skip
RESOLVED = ("therapy", "cancer", "term")
KIND = Parameter("kind", "What the strings should name.", "--kind", values=RESOLVED, default="therapy")
STRICT = Parameter("strict", "Exit with 4 when a string is not recognized.", "--strict", kind="flag")
CHANGES_SINCE = Parameter(
    "since", "First day that counts; default: twelve months ago.", "--since", metavar="DATE"
)
UNTIL = Parameter("until", "Last day that counts.", "--until", metavar="DATE")
EVENT = Parameter("event", f"What happened: {', '.join(CHANGES)}.", "--event", kind="list", values=CHANGES)
BY = Parameter(
    "by", "What the columns are.", "--by", values=("type", "subtype", "target", "therapy"), default="type"
)
TURNED = Parameter(
    "turned", "Cancers in the columns, what --by says in the rows.", "--turned", kind="flag", panel=HOW
)
LANES_BY = Parameter(
    "by", "What lanes stand under.", "--by", values=("therapy", "cancer", "target"), default="therapy"
)
ACTIONS = ("info", "validate", "path", "export")
ACTION = Parameter("action", "What to do with the data.", values=ACTIONS, default="info")
TARGET_FILE = Parameter(
    "into",
    "For export: a file that ends in .db, or a directory.",
    metavar="[FILE.db|DIR]",
    completes=("file",),
)
SCHEMA_KIND = Parameter(
    "kind", "The kind of output; none lists them.", metavar="[KIND]", completes=("schema",)
)
SCHEMA_FORMAT = Parameter(
    "format", "json, as it is without it; the list of kinds is lines.", "--format", "-f", values=("json",)
)
ONE_RECORD = Parameter("record", "The schema of one line of JSON Lines.", "--record", kind="flag")
TABLE = Parameter("file", "A table; - or nothing is standard input.", metavar="[FILE|-]", completes=("file",))
COLUMN = Parameter(
    "column", "The column with the names.", "--column", default=..., completes=("column-of-file",)
)
ANNOTATED = Parameter(
    "kind", "What the column names.", "--kind", values=("therapy", "cancer"), default="therapy"
)
ADD = Parameter(
    "add", "More columns: status, approved, rxnorm, ncit, ...", "--add", metavar="A,B,C", completes=("added",)
)
DATE_COLUMN = Parameter(
    "date", "The standing on the day in this column.", "--date", metavar="COLUMN",
    completes=("column-of-file",),
)  # fmt: skip
CANCER_COLUMN = Parameter(
    "cancer_column", "Whether each was on label for the cancer in this column.", "--cancer-column",
    metavar="COLUMN", completes=("column-of-file",),
)  # fmt: skip
DATE_FORMAT = Parameter(
    "date_format", "Of 3/5/2024 in it: mdy, March 5, or dmy, May 3.", "--date-format", values=("mdy", "dmy")
)
PREFIX = Parameter("prefix", "Begins the new columns' names.", "--prefix", metavar="TEXT", default="immuno_")
INPUT_FORMATS = ("csv", "tsv", "jsonl")
INPUT_FORMAT = Parameter(
    "input_format", "Default: by the file's ending, else by its first lines.", "--input-format",
    values=INPUT_FORMATS,
)  # fmt: skip
UNMATCHED = Parameter(
    "unmatched", "Strings not recognized, counted; .csv or TSV.", "--unmatched", metavar="FILE"
)
ESCAPE = Parameter(
    "escape_formulas", "Make formulas in the input's own cells harmless.", "--escape-formulas", kind="flag"
)
DELIMITER = Parameter("delimiter", "What parts the cells, one character.", "--delimiter", metavar="SIGN")
SKIP = Parameter(
    "skip_lines",
    "Lines before the header that are kept as they are.",
    "--skip-lines",
    kind="number",
    metavar="N",
)
NO_QUOTES = Parameter("no_quotes", "Quotation marks are text.", "--no-quotes", kind="flag")
SHELLS = ("bash", "zsh", "fish", "powershell")
SHELL = Parameter("shell", "Which shell.", values=SHELLS, default=...)
COMMAND = Parameter("command", "Which command.", metavar="[COMMAND]", completes=("command",))
VERSION = Parameter("version", "Program, data edition, schema.", "--version", "-V", kind="flag", panel=HOW)
HELP = Parameter("help", "This help; after a command, help on it.", "--help", "-h", kind="flag", panel=HOW)
