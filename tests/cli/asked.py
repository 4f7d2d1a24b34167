"""One good request for every command, with the kind and the columns that `interface` promises."""

from __future__ import annotations

from immunocli.cli._interface import COMMANDS, SHARED

FORMATS = ("table", "tsv", "csv", "json", "jsonl", "md", "text")
MACHINE = ("tsv", "csv", "json", "jsonl")
HUMAN = ("table", "md", "text")

# kind: the TSV columns, in their promised order.
COLUMNS = {
    "therapy": "id name type targets brands cancers status first_approved".split(),
    "indication": (
        "therapy cancer summary setting line biomarkers with population approval approved converted "
        "withdrawn status"
    ).split(),
    "cancer": "id name part_of aliases therapies".split(),
    "type": "id name part_of aliases therapies".split(),
    "target": "id name aliases therapies".split(),
    "term": "term definition".split(),
    "faq": "id question answer".split(),
    "hit": "kind id title snippet score".split(),
    "change": "date event therapy cancer summary".split(),
    "match": "input id name match review path".split(),
}
# kind: what its JSON has besides the columns.
FURTHER = {
    "therapy": "aliases identifiers makers indications mechanism notes sources".split(),
    "indication": "regulator sources verified".split(),
    "cancer": "codes description".split(),
    "type": "definition mechanism side_effects sources".split(),
    "target": ["description"],
    "term": "id aliases topic see_also therapies sources".split(),
    "faq": "score see_also sources".split(),
    "change": ["sources"],
}
# A request that is answered, and the kind of its records.
ANSWERED = {
    "therapies": (("therapies", "--status", "any"), "therapy"),
    "indications": (("indications", "--status", "any"), "indication"),
    "show": (("show", "keytruda"), "therapy"),
    "compare": (("compare", "keytruda", "kymriah"), "comparison"),
    "changes": (("changes", "--since", "1990"), "change"),
    "timeline": (("timeline",), "year"),
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
    "a cancer's page": (("show", "melanoma"), "cancer"),
    "a type's page": (("show", "pd-1-inhibitor"), "type"),
    "a target's page": (("show", "pd-1"), "target"),
    "one cancer": (("cancers", "lung"), "cancer"),
    "all questions": (("faq",), "faq"),
    "one part": (("immune-system", "t-cell"), "part"),
}
REQUESTS = ANSWERED | OTHERWISE


def options_of(command: str) -> dict[str, tuple[str, str]]:
    """Return a command's options: flag to the name and the kind of what it sets."""
    has_shared, own, _, _ = COMMANDS[command]
    return {**own, **SHARED} if has_shared else dict(own)


def arguments_of(command: str) -> list[tuple[str, str]]:
    """Return the names and kinds of a command's arguments."""
    return list(COMMANDS[command][2])


# What answers without records of that form.
ALL_COMMANDS = (*ANSWERED, "annotate", "schema")
