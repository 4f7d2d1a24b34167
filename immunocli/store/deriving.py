"""Works out, from the data files, the values and look-ups that questions are answered from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from immunocli.records import own_label, status_on_day
from immunocli.records.therapy_in_short import today_in_short
from immunocli.store import cancer_phrases, naming, prose, readable_since, unapproved_by_target
from immunocli.store.roll_up import AGNOSTIC, Links, Tree
from immunocli.words import learned_unpacking, search_weights

Tables = dict[str, Any]
Values = dict[str, Any]
# Which file holds the records of a kind, and which field people read as their name.
KINDS = {
    "therapy": ("therapies", "name"),
    "cancer": ("cancers", "name"),
    "type": ("types", "name"),
    "target": ("targets", "name"),
    "term": ("glossary", "term"),
    "faq": ("faq", "question"),
    "part": ("immune_system", "name"),
}
# What no usual lookup reads, or reads once; the rest is kept ready to be read.
RARE = (
    "aimed/", "asked-as/", "begun/", "boxes", "cancer/", "citing/", "close/", "doc/", "marker/", "name/cancer-words/",
    "other/cancer/", "phrase/", "regimen/", "rivals/", "spelled/", "stranger/", "threes/", "titles/term", "told/", "word/",
)  # fmt: skip
# How the keys begin of which a question asks for a few here and there.
SCATTERED = ("own/", "scope/", "title/", "today/")
_BY_NAME = ("therapy", "cancer", "type", "target", "term")


def derived(tables: Tables, strangers: Sequence[tuple[str, str]] = ()) -> tuple[Values, Values]:
    """Return what an index says of itself, and everything that it holds, by key.

    Args:
        tables: the parsed data files, their rules kept.
        strangers: names that are none of ours, each with its kind.
    """
    values: Values = {}
    cancers, types = Tree(tables["cancers"]), Tree(tables["types"])
    links = Links(tables, cancers, types)
    _therapies(tables, links, values)
    _cancers(tables, links, values)
    prose.written(tables, links, values)
    naming.names(tables, values, strangers)
    unapproved_by_target.aimed(tables, values)
    search_weights.search(tables, values)
    cancer_phrases.entered(tables["told"], values)
    values["boxes"] = tables["boxes"]
    for marker in tables["markers"]:
        values[f"marker/{marker['id']}"] = marker
    values |= learned_unpacking.unpacked(tables["learned"])
    for source in tables["sources"]:
        values[f"source/{source['id']}"] = source
    values["out-since"] = readable_since.out_since(tables["sources"])
    for regimen in tables["regimens"]:
        values[f"regimen/{regimen['id']}"] = regimen
    for kind, (file, title) in KINDS.items():
        records = tables[file]
        if kind in _BY_NAME:
            records = sorted(records, key=lambda record: str(record[title]).casefold())
        values[f"titles/{kind}"] = {record["id"]: record[title] for record in records}
        values.update((f"title/{kind}/{record['id']}", record[title]) for record in records)
    meta = {
        "edition": {
            **{key: value for key, value in tables["edition"].items() if key != "wall"},
            "known_from": status_on_day.earliest(
                use["events"][0]["date"] for t in tables["therapies"] for use in t["indications"]
            ),
        },
        "agnostic": cancers.below(AGNOSTIC) if AGNOSTIC in cancers.record else [],
    }
    return meta, values


def _therapies(tables: Tables, links: Links, values: Values) -> None:
    citing: dict[str, set[str]] = defaultdict(set)
    claimed: dict[str, set[str]] = defaultdict(set)
    for therapy in tables["therapies"]:
        uses = [
            {**use, "therapy": therapy["id"], "groups": links.cancers.broad(use["cancer"])}
            for use in sorted(therapy["indications"], key=lambda use: (use["events"][0]["date"], use["id"]))
        ]
        values[f"therapy/{therapy['id']}"] = {**therapy, "indications": uses}
        stored = own_label.brief({**therapy, "indications": uses})
        values[f"brief/{therapy['id']}"] = stored
        values[f"today/{therapy['id']}"] = today_in_short(stored, tables["edition"]["as_of"])
        for use in uses:
            values[f"owner/{use['id']}"] = therapy["id"]
        values[f"rests-on/{therapy['id']}"] = _rests_on(therapy)
        for source in _cited(therapy):
            citing[source].add(therapy["id"])
        for claim in therapy["claims"]:
            claimed[claim["source"]].add(therapy["id"])
    for source, ids in citing.items():
        values[f"citing/{source}"] = sorted(ids)
    for source, ids in claimed.items():
        values[f"claimed/{source}"] = sorted(ids)


def _cited(therapy: dict[str, Any]) -> set[str]:
    events = [event for use in therapy["indications"] for event in use["events"]]
    held = [*therapy["products"], *therapy["warnings"], *therapy.get("further_uses", ())]
    return {*therapy["sources"], *_sources(events), *_sources(held)}


def _rests_on(therapy: dict[str, Any]) -> list[str]:
    """Return the documents that all of a therapy's record rests on, each once."""
    events = [event for use in therapy["indications"] for event in use["events"]]
    found = [*therapy["sources"], *therapy["inclusion"]["by"], *_sources(events)]
    found += [claim["source"] for claim in therapy["claims"]]
    held = [*therapy["products"], *therapy["warnings"], *therapy["aliases"], *therapy.get("further_uses", ())]
    return list(dict.fromkeys([*found, *_sources(held)]))


def _sources(held: Sequence[dict[str, Any]]) -> list[str]:
    return [one for each in held for one in each["sources"]]


def _cancers(tables: Tables, links: Links, values: Values) -> None:
    sites: dict[str, str] = {}
    values["sites"] = sites
    for cancer in tables["cancers"]:
        one = cancer["id"]
        above = links.cancers.above(one)
        values[f"scope/{one}"] = links.scope(one)
        values[f"cancer/{one}"] = {
            **cancer,
            "therapies": links.treating(one),
            "path": [one, *above],
            "below": links.cancers.below(one)[1:],
        }
        sites[one] = links.cancers.site(one)
        own = links.own.get(one)
        if own:
            groups = links.cancers.broad(one)
            values[f"own/{one}"] = [{**use, "groups": groups} for use in own]
