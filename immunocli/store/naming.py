"""Gathers every name by which a record is found."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from immunocli.names.forms import normalise
from immunocli.store.prose import SAME_AS_TERM

Tables = dict[str, Any]

# How a name's kind in the data is told as a match.
_MATCH_OF_ALIAS = {"former-name": "synonym"}
# The match of a name that is known to be none of ours.
NOT_OURS = "other"


def names(tables: Tables, values: dict[str, Any]) -> None:
    """Enter the names of all kinds: what each leads to, and how it is told as a match."""
    known: dict[str, set[str]] = defaultdict(set)

    def add(kind: str, name: str, ids: list[str], match: str) -> None:
        plain = normalise(name)
        if not plain or plain in known[kind]:
            return
        known[kind].add(plain)
        values[f"name/{kind}/{plain}"] = [ids, match, name]

    for therapy in tables["therapies"]:
        one = [therapy["id"]]
        add("therapy", therapy["name"], one, "name")
        for product in therapy["products"]:
            former = product["license"]["until"] or product["market"]["until"]
            match = "former-brand" if former and not product["foreign"] else "brand"
            add("therapy", product["name"], product["contains"] or one, match)
        for alias in therapy["aliases"]:
            add("therapy", alias["name"], one, _MATCH_OF_ALIAS.get(alias["kind"], alias["kind"]))
        add("therapy", therapy["id"], one, "name")
    for regimen in tables["regimens"]:
        for name in (regimen["name"], *regimen["aliases"]):
            add("therapy", name, regimen["therapies"], "combination")
    for group in tables["others"]:
        for name in group["names"]:
            add(group["kind"], name, [], NOT_OURS)
            told = [group["id"], group["answer"], group["what"], group["see"], name]
            values.setdefault(f"other/{normalise(name)}", told)
    for cancer in tables["cancers"]:
        one = [cancer["id"]]
        add("cancer", cancer["name"], one, "name")
        for alias in cancer["aliases"]:
            short = alias["kind"] in ("abbreviation", "code")
            code = short and alias["name"].isupper() and len(alias["name"]) < 8
            add("cancer", alias["name"], one, "code" if code else "synonym")
        for form in cancer["forms"]:
            add("cancer", form["name"], one, "synonym")
        for family in ("oncotree", "tcga", "ncit"):
            for code in cancer["codes"][family]:
                add("cancer", code, one, "code")
        add("cancer", cancer["id"], one, "name")
    for kind, file, title in (
        ("type", "types", "name"),
        ("target", "targets", "name"),
        ("part", "immune_system", "name"),
    ):
        for record in tables[file]:
            add(kind, record[title], [record["id"]], "name")
            for name in record["aliases"]:
                add(kind, name, [record["id"]], "synonym")
            add(kind, record["id"], [record["id"]], "name")
    for term in tables["glossary"]:
        add("term", term["term"], [term["id"]], "name")
        add("term", term["id"], [term["id"]], "name")
    for term in tables["glossary"]:
        for name in term["aliases"]:
            add("term", name["name"], [term["id"]], "synonym" if name["kind"] in SAME_AS_TERM else "related")
    for question in tables["faq"]:
        add("faq", question["question"], [question["id"]], "name")
        add("faq", question["id"], [question["id"]], "name")
