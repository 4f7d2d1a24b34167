"""Gathers every name by which a record is found, those that are none of ours, and the words around names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from immunocli.names import around, cancer_words, false_friends, packed_names, spelling_candidates
from immunocli.names.forms import normalize
from immunocli.names.tokens import Cutter
from immunocli.store.names_read import entry_written
from immunocli.store.prose import SAME_AS_TERM
from immunocli.store.regimen_names import told_in

Tables = dict[str, Any]
Values = dict[str, Any]

# How a name's kind in the data is told as a match.
_MATCH_OF_ALIAS = {"former-name": "synonym", "related": "synonym"}
_CODES = ("oncotree", "tcga", "icd10", "icdo", "ncit", "mesh")
# Two of these may be written alike and mean two cancers: TGCT is one in OncoTree and one of TCGA.
_SHORT_FAMILIES = ("oncotree", "tcga")
# What the wall calls a name that others.json answers for.
_STRANGERS = {"therapy": "drug", "cancer": "disease"}
# Names of ours that a stranger may bear too.
_SHARED = ("abbreviation", "combination")


def names(tables: Tables, values: Values, strangers: Iterable[tuple[str, str]]) -> None:
    """Enter the names of all kinds, and what reads strings that hold them.

    Args:
        tables: the parsed data files.
        values: of the index, to be added to.
        strangers: (normalized name, kind of `walls.KINDS`) of names that are none of ours.
    """
    known = Known()
    _therapies(tables, known)
    values.update(_products(tables, known.entries["therapy"]))
    cancers(tables, known)
    _knowledge(tables, known)
    others = _others(tables, known)
    for kind, entries in known.entries.items():
        values.update((f"name/{kind}/{plain}", entry_written(entry)) for plain, entry in entries.items())
    for (kind, plain), told in others.items():
        number, label = told
        values[f"other/{kind}/{plain}"] = number if label == plain else f"{number}\n{label}"
    for place, group in enumerate(tables["others"]):
        values[f"stranger/{place}"] = [group["id"], group["answer"], group["what"], group["see"]]
    ours = known.entries["therapy"]
    listed = [(plain, kind) for plain, kind in strangers if plain not in ours or ours[plain][1] in _SHARED]
    told_of = [(plain, _STRANGERS[of]) for of, plain in others if plain not in ours]
    values["wall"] = packed_names.pack(listed + told_of)
    drugs = [plain for plain, kind in listed if kind == "drug"]
    every = [plain for plain, _ in listed]
    values["around/biomarker"] = around.roles(tables["around"], "biomarker")
    for kind in ("therapy", "cancer"):
        values[f"around/{kind}"] = around.roles(tables["around"], kind)
        spelled = sorted(known.spelled[kind])
        values[f"spelled/{kind}"] = spelled
        own = [plain for of, plain in others if of == kind]
        values[f"rivals/{kind}"] = spelling_candidates.rivals(spelled, drugs + own, own + every)
    values[f"around/{around.UNSPELLED}"] = around.unspelled(tables["around"])
    values[f"around/{false_friends.FRIENDS}"] = false_friends.friends(tables["around"])
    values[f"around/{false_friends.LANGUAGES}"] = false_friends.languages(tables["around"])
    for kind in (
        "note",
        "question",
        "denial",
        "gene",
        "sheet",
        "board",
        "morphology",
        "topography",
        "registry",
        "shared",
        "stem",
        "valency",
        "answer",
        "paper",
        "number",
        "short",
        "glued",
        "occasion",
        "reagent",
        "thing",
        "title",
        "fact",
        "fact-frame",
        "fact-loose",
    ):
        values[f"around/{kind}"] = around.roles(tables["around"], kind)
    values["close/therapy"] = spelling_candidates.close(known.spelled["therapy"], listed + told_of)
    strange = {plain for of, plain in others if of == "cancer"}
    _by_words(known.entries["cancer"], values["around/cancer"], strange, values)


class Known:
    """The names entered so far: of two records the first keeps a name."""

    def __init__(self) -> None:
        self.entries: dict[str, dict[str, list[Any]]] = defaultdict(dict)
        self.spelled: dict[str, set[str]] = defaultdict(set)
        self.titles: dict[str, str] = {}

    def add(self, kind: str, name: str, ids: list[str], match: str, *, foreign: bool = False) -> None:
        """Enter a name, and note whether a misspelled one may have meant it."""
        plain = normalize(name)
        if not plain or plain in self.entries[kind]:
            return
        self.entries[kind][plain] = [ids, match, name]
        title = normalize(self.titles.get(ids[0], "")) if ids else ""
        if spelling_candidates.may_be_meant(plain, match, title, foreign=foreign):
            self.spelled[kind].add(plain)


def product_names(therapy: Mapping[str, Any]) -> Iterator[tuple[str, list[str], str, bool]]:
    """Yield the names of products: each with what it holds, what kind of name it is, and whether none guesses it.

    Brands from elsewhere are no names that a slip is taken for.
    """
    for product in therapy["products"]:
        former = product["license"]["until"] or product["market"]["until"]
        match = "former-brand" if former and not product["foreign"] else "brand"
        match = "biosimilar" if product["biosimilar"] else match
        yield product["name"], product["contains"] or [therapy["id"]], match, bool(product["foreign"])


def _therapies(tables: Tables, known: Known) -> None:
    for therapy in tables["therapies"]:
        one = [therapy["id"]]
        known.titles[therapy["id"]] = therapy["name"]
        known.add("therapy", therapy["name"], one, "name")
        for name, held, match, elsewhere in product_names(therapy):
            known.add("therapy", name, held, match, foreign=elsewhere)
        for alias in therapy["aliases"]:
            match = _MATCH_OF_ALIAS.get(alias["kind"], alias["kind"])
            known.add("therapy", alias["name"], one, match, foreign=match == "biosimilar")
        known.add("therapy", therapy["id"], one, "name")
    for regimen in tables["regimens"]:
        for name in (regimen["name"], *regimen["aliases"]):
            known.add("therapy", name, told_in(name, regimen, known.entries["therapy"]), "combination")


def _products(tables: Tables, entries: dict[str, list[Any]]) -> Iterator[tuple[str, list[str]]]:
    """Yield for each name that means one product alone its therapy and the product."""
    for therapy in tables["therapies"]:
        one = therapy["id"]
        for product in therapy["products"]:
            for name in (product["name"], *product["names"]):
                yield f"product/{normalize(name)}", [one, product["name"]]
        known = {normalize(name) for product in therapy["products"] for name in product["names"]}
        for alias in therapy["aliases"]:
            plain = normalize(alias["name"])
            if alias["kind"] == "biosimilar" and plain not in known and entries[plain][1] == "biosimilar":
                yield f"product/{plain}", [one, ""]


def cancers(tables: Tables, known: Known) -> None:
    """Enter the names and codes of cancers."""
    for cancer in tables["cancers"]:
        known.titles[cancer["id"]] = cancer["name"]
        known.add("cancer", cancer["name"], [cancer["id"]], "name")
    # Words before codes, as "vulva" is no code; codes before abbreviations, which mean much else.
    short: list[tuple[str, list[str], str]] = []
    for cancer in tables["cancers"]:
        one = [cancer["id"]]
        for alias in cancer["aliases"]:
            if alias["kind"] in ("abbreviation", "code"):
                short.append((alias["name"], one, alias["kind"]))
            else:
                known.add("cancer", alias["name"], one, "synonym")
        for form in cancer["forms"]:
            known.add("cancer", form["name"], one, "synonym")
    for family in _CODES:
        for cancer in tables["cancers"]:
            for code in cancer["codes"][family]:
                known.add("cancer", code, [cancer["id"]], "code")
    for cancer in tables["cancers"]:
        for code in cancer["codes"]["tcga"]:  # what it means there, whatever it means elsewhere
            known.add("cancer", f"TCGA-{code}", [cancer["id"]], "code")
    for name, one, kind in short:
        known.add("cancer", name, one, kind)
    _shared(tables, known.entries["cancer"], [*short, *_short_codes(tables)])
    for cancer in tables["cancers"]:
        known.add("cancer", cancer["id"], [cancer["id"]], "name")


def _short_codes(tables: Tables) -> Iterator[tuple[str, list[str], str]]:
    for cancer in tables["cancers"]:
        for family in _SHORT_FAMILIES:
            for code in cancer["codes"][family]:
                yield code, [cancer["id"]], "code"


def _shared(
    tables: Tables, entries: dict[str, list[Any]], short: Iterable[tuple[str, list[str], str]]
) -> None:
    """Enter what a short form is besides a code.

    One that two systems have for two cancers names both, where neither is part of the other.
    """
    parents = {cancer["id"]: cancer["part_of"] for cancer in tables["cancers"]}

    def path(one: str) -> list[str]:
        found = [one]
        for step in found:
            found += [up for up in parents[step] if up not in found]
        return found

    for name, (one,), kind in short:
        entry = entries[normalize(name)]
        if entry[0] == [one] and kind == "abbreviation":
            entry[1] = kind  # people write it beside other words, which a mere code is not
        if entry[1] in ("code", "abbreviation") and not any(
            one in path(other) or other in path(one) for other in entry[0]
        ):
            entry[0] = [*entry[0], one]


def _knowledge(tables: Tables, known: Known) -> None:
    for kind, file, title in (
        ("type", "types", "name"),
        ("target", "targets", "name"),
        ("part", "immune_system", "name"),
    ):
        for record in tables[file]:
            known.add(kind, record[title], [record["id"]], "name")
        for record in tables[file]:
            for name in record["aliases"]:
                known.add(kind, name, [record["id"]], "synonym")
            known.add(kind, record["id"], [record["id"]], "name")
    for term in tables["glossary"]:
        known.add("term", term["term"], [term["id"]], "name")
    for term in tables["glossary"]:
        for name in term["aliases"]:
            match = "synonym" if name["kind"] in SAME_AS_TERM else "related"
            known.add("term", name["name"], [term["id"]], match)
    # An id comes last: where another term bears it as its name, that one is meant.
    for term in tables["glossary"]:
        known.add("term", term["id"], [term["id"]], "name")
    for question in tables["faq"]:
        known.add("faq", question["question"], [question["id"]], "name")
        known.add("faq", question["id"], [question["id"]], "name")
        for asked in question["asked_as"]:
            known.add("asked", asked, [question["id"]], "synonym")


def _others(tables: Tables, known: Known) -> dict[tuple[str, str], list[str]]:
    """Return the number of the group in which names stand that are none of ours, and how each is written."""
    found: dict[tuple[str, str], list[str]] = {}
    for place, group in enumerate(tables["others"]):
        kind = group["kind"]
        for name in (*group["names"], *group["codes"]["oncotree"], *group["codes"]["icd10"]):
            plain = normalize(name)
            if plain and plain not in known.entries[kind]:
                found.setdefault((kind, plain), [str(place), name])
    return found


def _by_words(
    entries: dict[str, list[Any]], roles: dict[str, str], others: Iterable[str], values: Values
) -> None:
    """Enter the names of cancers by their words, so that order and spelling do not count."""
    cut = Cutter().cut
    words = {entry[2]: [token.plain for token in cut(entry[2])] for entry in entries.values()}
    for key, entry in cancer_words.word_keys(entries, roles, words, others).items():
        values[f"name/cancer-words/{key}"] = entry_written(entry)
