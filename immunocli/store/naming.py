"""Gathers every name by which a record is found."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from immunocli.names.forms import normalise

Tables = dict[str, Any]

# How a name's kind in the data is told as a match.
_MATCH_OF_BRAND = {"current": "brand", "former": "former-brand", "foreign": "brand"}
_MATCH_OF_ALIAS = {"former-name": "synonym"}
_LEAST_SPELLED = 5
# A slip in one of these is as likely to make another of them.
_NEVER_SPELLED = ("code", "abbreviation", "combination")
# The match of a name that is known to be none of ours.
NOT_OURS = "other"


def names(tables: Tables, found: dict[str, Any]) -> None:
    """Enter the names of all kinds: what each leads to, and how it is told as a match."""
    labels: dict[str, list[str]] = defaultdict(list)
    spelled: dict[str, list[list[Any]]] = defaultdict(list)
    known: dict[str, list[str]] = defaultdict(list)

    def add(kind: str, name: str, ids: list[str], match: str) -> None:
        plain = normalise(name)
        if plain and found.setdefault(f"name/{kind}/{plain}", [ids, match, name])[2] == name:
            known[kind].append(plain)
            if ids:
                labels[kind].append(name)
            if match not in _NEVER_SPELLED and len(plain) >= _LEAST_SPELLED and plain.isascii():
                spelled[kind].append([plain, ids, match, name])

    for therapy in tables["therapies"]:
        one = [therapy["id"]]
        add("therapy", therapy["name"], one, "name")
        for brand in therapy["brands"]:
            add("therapy", brand["name"], brand["contains"] or one, _MATCH_OF_BRAND[brand["status"]])
        for alias in therapy["aliases"]:
            add("therapy", alias["name"], one, _MATCH_OF_ALIAS.get(alias["kind"], alias["kind"]))
        add("therapy", therapy["id"], one, "name")
    for regimen in tables["regimens"]:
        for name in (regimen["name"], *regimen["aliases"]):
            add("therapy", name, regimen["therapies"], "combination")
    for group in tables["lookalikes"]:
        for name in group["names"]:
            add(group["kind"], name, [], NOT_OURS)
    for cancer in tables["cancers"]:
        add("cancer", cancer["name"], [cancer["id"]], "name")
        for alias in cancer["aliases"]:
            short = alias["kind"] in ("abbreviation", "oncotree", "tcga", "icd-10", "ncit")
            code = short and alias["name"].isupper() and len(alias["name"]) < 8
            add("cancer", alias["name"], [cancer["id"]], "code" if code else "synonym")
        for code in cancer["codes"]["oncotree"] + cancer["codes"]["tcga"] + cancer["codes"]["ncit"]:
            add("cancer", code, [cancer["id"]], "code")
        add("cancer", cancer["id"], [cancer["id"]], "name")
    for kind, file, title in (
        ("type", "types", "name"),
        ("target", "targets", "name"),
        ("term", "glossary", "term"),
        ("part", "immune_system", "name"),
    ):
        for record in tables[file]:
            add(kind, record[title], [record["id"]], "name")
            for name in record["aliases"]:
                add(kind, name, [record["id"]], "synonym")
            add(kind, record["id"], [record["id"]], "name")
    for question in tables["faq"]:
        add("faq", question["question"], [question["id"]], "name")
        add("faq", question["id"], [question["id"]], "name")
    for kind, names in labels.items():
        found[f"labels/{kind}"] = sorted(set(names), key=str.casefold)
        found[f"spelling/{kind}"] = spelled[kind]
        found[f"names/{kind}"] = {plain: found[f"name/{kind}/{plain}"] for plain in known[kind]}
