"""One good request for every command, with the kind and the columns that the interface promises.

The columns are written out here: they are promises, and not derived from the program.
"""

from __future__ import annotations

from immunocli.cli.declared_commands import COMMANDS
from immunocli.cli.parameters import Parameter

FORMATS = ("table", "tsv", "csv", "json", "jsonl", "md", "text")
MACHINE = ("tsv", "csv", "json", "jsonl")
HUMAN = ("table", "md", "text")

# The groups of the help, and the commands of each.
GROUPS = {
    "Look up": "therapies indications show changes compare".split(),
    "Understand": "define terms faq immune-system search types targets cancers".split(),
    "See": "timeline matrix".split(),
    "Tables": "resolve annotate".split(),
    "Data": "cite data schema completion mcp help".split(),
}
ALL_COMMANDS = [command for commands in GROUPS.values() for command in commands]

# kind: the columns of its tables, in their promised order.
COLUMNS = {
    "therapy": "id name type targets brands cancers status market approved".split(),
    "indication": (
        "id therapy cancer summary setting line biomarkers excludes with population approval approved "
        "converted ended status relation"
    ).split(),
    "change": "date event therapies cancers summary".split(),
    "cancer": "id name part_of therapies".split(),
    "type": "id name part_of therapies".split(),
    "target": "id name therapies".split(),
    "term": "term definition".split(),
    "faq": "id question answer".split(),
    "hit": "kind id title snippet score".split(),
    "match": "input id name match review path".split(),
}
# kind: what its JSON has besides, in lists too.
FURTHER = {
    "therapy": "first_approved relation mechanism warnings".split(),
    "indication": "age regulator sources verified replaced_by market".split(),
    "change": "uses sources".split(),
    "cancer": "aliases codes description".split(),
    "type": "aliases definition mechanism side_effects sources".split(),
    "target": "aliases description sources".split(),
    "term": "id urgency aliases related topic see_also therapies sources".split(),
    "faq": "score sure urgency see_also sources".split(),
    "hit": [],
    "match": "unread evidence suggestions ids".split(),
}
# kind: what only `--full` and pages have.
WHOLE = {
    "therapy": (
        "asked_for in_one_product unsure license products aliases identifiers makers indications further_uses claims "
        "inclusion notes reviewed sources"
    ).split(),
    "indication": "events notes".split(),
}
# A request that is answered, and the kind of its records.
ANSWERED = {
    "therapies": (("therapies", "--status", "any"), "therapy"),
    "indications": (("indications", "--status", "any"), "indication"),
    "show": (("show", "keytruda"), "therapy"),
    "compare": (("compare", "keytruda", "kymriah"), "comparison"),
    "changes": (("changes", "--since", "1980"), "change"),
    "timeline": (("timeline",), "lane"),
    "matrix": (("matrix",), "crossing"),
    "cite": (("cite", "keytruda"), "source"),
    "cancers": (("cancers",), "cancer"),
    "types": (("types",), "type"),
    "targets": (("targets",), "target"),
    "define": (("define", "checkpoint-inhibitor"), "term"),
    "terms": (("terms",), "term"),
    "faq": (("faq", "side effects"), "faq"),
    "immune-system": (("immune-system",), "part"),
    "search": (("search", "brake"), "hit"),
    "resolve": (("resolve", "Keytruda 200mg", "MK-3475"), "match"),
    "data": (("data", "info"), "data"),
}
# The same for requests that go another way through a command.
OTHERWISE = {
    "a list of claims": (("indications", "--source", "cri-2022"), "indication"),
    "a past day": (("therapies", "--as-of", "2018"), "therapy"),
    "whole records": (("indications", "--cancer", "stomach", "--full"), "indication"),
    "a cancer's page": (("show", "melanoma"), "cancer"),
    "a type's page": (("show", "pd-1-inhibitor"), "type"),
    "one cancer": (("cancers", "lung"), "cancer"),
    "all questions": (("faq",), "faq"),
    "one part": (("immune-system", "t-cell"), "part"),
}
REQUESTS = ANSWERED | OTHERWISE
# Requests that tell of no approvals.
KNOWLEDGE = ("part", "data")


def parameters_of(command: str) -> tuple[Parameter, ...]:
    """Return what a command takes."""
    return COMMANDS[command].all()


def options_of(command: str) -> dict[str, Parameter]:
    """Return a command's options by flag."""
    return {flag: one for one in parameters_of(command) for flag in one.flags}


def arguments_of(command: str) -> list[Parameter]:
    """Return a command's arguments."""
    return [one for one in parameters_of(command) if not one.flags]
