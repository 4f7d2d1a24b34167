"""Every command, declared once: its name, line, group, kind of record, and what it takes.

The short road, Typer, help, completion, the man page, the documents and the contract tests read
what stands here.
"""

from __future__ import annotations

from immunocli.cli import parameters as p

TYPE_CHECKING = False
if TYPE_CHECKING:
    from immunocli.cli.parameters import Parameter

GROUPS = ("Look up", "Understand", "See", "Tables", "Data")


class Command:
    """A command; its function lies in the module of its name.

    Args:
        line: what it answers, in a line.
        group: one of GROUPS.
        kind: of the records it answers with; empty when it has none.
        parameters: its own options and arguments.
        shared: it has the options of how to show an answer.
    """

    __slots__ = ("group", "kind", "line", "parameters", "shared")

    def __init__(self, line: str, group: str, kind: str, *parameters: Parameter, shared: bool = True) -> None:
        self.line, self.group, self.kind, self.shared = line, group, kind, shared
        self.parameters = parameters

    def all(self) -> tuple[Parameter, ...]:
        """Return its own parameters, then those that it shares."""
        return self.parameters + p.OUTPUT if self.shared else self.parameters


_USES = (
    p.CANCER, p.TYPE, p.TARGET, p.BIOMARKER, p.SETTING, p.LINE, p.APPROVAL, p.STATUS, p.MARKET, p.SINCE,
    p.AS_OF, p.SOURCE, p.AGNOSTIC, p.EXACT, p.FULL,
)  # fmt: skip
_LOOK, _KNOW, _SEE, _TABLES, _DATA = GROUPS

COMMANDS = {
    "therapies": Command("Which therapies: a row each, filtered.", _LOOK, "therapy", *_USES),
    "indications": Command(
        "Which uses: a row each, filtered.", _LOOK, "indication", p.THERAPY, *_USES
    ),
    "show": Command(
        "The page on whatever a name means.", _LOOK, "therapy", p.SHOWN, p.CANCER, p.AS_OF, p.FULL
    ),
    "changes": Command(
        "The news: what changed in the record, newest first.", _LOOK, "change",
        p.CHANGES_SINCE, p.UNTIL, p.THERAPY, p.CANCER, p.TYPE, p.TARGET, p.EVENT, p.AS_OF,
    ),
    "compare": Command(
        "Two to four therapies, or types, side by side.", _LOOK, "comparison",
        p.COMPARED, p.CANCER, p.AS_OF, p.FULL,
    ),
    "define": Command("What a term means.", _KNOW, "term", p.TERM, p.TECHNICAL, p.AS_OF),
    "terms": Command("The glossary's headwords.", _KNOW, "term", p.TOPIC),
    "faq": Command("Questions people ask, or the answer to yours.", _KNOW, "faq", p.QUESTION),
    "immune-system": Command("Its cells, molecules and organs.", _KNOW, "part", p.PART, p.PART_KIND),
    "search": Command("Everything that mentions some words.", _KNOW, "hit", p.WORDS),
    "types": Command("The types of immunotherapy, as a tree.", _KNOW, "type", p.ONE_TYPE, p.AS_OF),
    "targets": Command("What the therapies act on.", _KNOW, "target", p.ONE_TARGET, p.AS_OF),
    "cancers": Command("The cancers, as a tree with counts.", _KNOW, "cancer", p.ONE_CANCER, p.AS_OF),
    "timeline": Command(
        "A lane for each therapy along the years.", _SEE, "lane",
        p.THERAPY, p.CANCER, p.TYPE, p.TARGET, p.AGNOSTIC, p.AS_OF,
    ),
    "matrix": Command(
        "Cancers by types or targets, with counts.", _SEE, "crossing",
        p.BY, p.CANCER, p.TYPE, p.TARGET, p.AS_OF,
    ),
    "resolve": Command(
        "What a string names, and how.", _TABLES, "match", p.STRINGS, p.KIND, p.STRICT
    ),
    "annotate": Command(
        "A table with the therapy, or cancer, added to each row.", _TABLES, "",
        p.TABLE, p.COLUMN, p.ANNOTATED, p.ADD, p.DATE_COLUMN, p.PREFIX, p.INPUT_FORMAT, p.DELIMITER,
        p.SKIP, p.NO_QUOTES, p.UNMATCHED, p.STRICT, p.ESCAPE, p.SHARED["output"], p.SHARED["data"],
        shared=False,
    ),
    "cite": Command(
        "Where anything comes from.", _DATA, "source", p.CITED, p.CANCER, p.EDITION, p.STYLE
    ),
    "data": Command(
        "Which data this is, whether it is whole; export it.", _DATA, "data", p.ACTION, p.TARGET_FILE
    ),
    "schema": Command(
        "The JSON Schema of an output.", _DATA, "", p.SCHEMA_KIND, p.ONE_RECORD, p.SHARED["output"],
        shared=False,
    ),
    "completion": Command(
        "The script that makes a shell complete names.", _DATA, "", p.SHELL, p.SHARED["output"], shared=False
    ),
    "mcp": Command(
        "The same answers for assistants, over stdio.", _DATA, "", p.SHARED["data"], shared=False
    ),
    "help": Command("Help, on all or on one command.", _DATA, "", p.COMMAND, shared=False),
}  # fmt: skip
