"""Every rule of the data finds what breaks it, and says what to do."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest

from immunocli import InvalidData
from immunocli.store import rules

Tables = dict[str, Any]


def first(tables: Tables, file: str, one: str) -> dict[str, Any]:
    found: dict[str, Any] = next(record for record in tables[file] if record["id"] == one)
    return found


def row_of(tables: Tables, number: int = 0) -> dict[str, Any]:
    found: dict[str, Any] = first(tables, "therapies", "pembrolizumab")["indications"][number]
    return found


def double_id(tables: Tables) -> None:
    tables["cancers"].append(deepcopy(tables["cancers"][0]))


def double_row(tables: Tables) -> None:
    row_of(tables, 1)["id"] = row_of(tables)["id"]


def lost_cancer(tables: Tables) -> None:
    row_of(tables)["cancer"] = "no-such-cancer"


def lost_type(tables: Tables) -> None:
    first(tables, "therapies", "bcg")["type"] = "no-such-type"


def lost_source(tables: Tables) -> None:
    first(tables, "therapies", "bcg")["brands"][0]["sources"] = ["no-such-source"]


def lost_partner(tables: Tables) -> None:
    first(tables, "glossary", "pd-1")["see_also"] = ["no-such-term"]


def loop(tables: Tables) -> None:
    first(tables, "cancers", "lymphoma")["part_of"] = ["large-b-cell-lymphoma"]


def shared_name(tables: Tables) -> None:
    first(tables, "therapies", "bcg")["aliases"].append(
        {"name": "KEY-truda®", "kind": "synonym", "sources": []}
    )


def empty_name(tables: Tables) -> None:
    first(tables, "glossary", "pd-1")["aliases"].append("--")


def lookalike(tables: Tables) -> None:
    tables["lookalikes"][0]["names"].append("Keytruda")


def regimen(tables: Tables) -> None:
    tables["regimens"][0]["aliases"].append("pembrolizumab")


def withdrawn_before(tables: Tables) -> None:
    row_of(tables).update(converted=None, withdrawn="2013", withdrawn_reason="no benefit")


def converted_before(tables: Tables) -> None:
    row_of(tables)["converted"] = "2014-09-03"


def in_the_future(tables: Tables) -> None:
    row_of(tables).update(approved="2099-01-01", converted=None)


def impossible(tables: Tables) -> None:
    row_of(tables)["approved"] = "2014-02-30"


def no_reason(tables: Tables) -> None:
    row_of(tables)["withdrawn"] = "2019"


def regular_converted(tables: Tables) -> None:
    row_of(tables)["approval"] = "regular"


def never_approved(tables: Tables) -> None:
    first(tables, "therapies", "bcg")["market"]["status"] = "never-approved"


def nothing_active(tables: Tables) -> None:
    first(tables, "therapies", "bcg")["indications"] = []


def not_from_the_fda(tables: Tables) -> None:
    row_of(tables)["sources"] = ["nci-dictionary"]


def unused_source(tables: Tables) -> None:
    tables["sources"].append({**tables["sources"][0], "id": "nobody-reads-this"})


BREAKS: list[tuple[Callable[[Tables], None], str, str]] = [
    (double_id, "ids_are_unique", "stands twice"),
    (double_row, "ids_are_unique", "stands twice"),
    (lost_cancer, "references_resolve", 'no record "no-such-cancer" in cancers.json'),
    (lost_type, "references_resolve", 'no record "no-such-type" in types.json'),
    (lost_source, "references_resolve", 'no record "no-such-source" in sources.json'),
    (lost_partner, "references_resolve", 'no record "no-such-term" in glossary.json'),
    (loop, "trees_have_no_loops", "part of itself"),
    (shared_name, "names_lead_to_one", "keep it in one"),
    (empty_name, "names_lead_to_one", "no letter or digit"),
    (lookalike, "lookalikes_are_not_ours", "is a name of pembrolizumab"),
    (regimen, "lookalikes_are_not_ours", "is a name of pembrolizumab"),
    (withdrawn_before, "dates_are_in_order", "lies before approved"),
    (converted_before, "dates_are_in_order", "lies before approved"),
    (in_the_future, "dates_are_in_order", "lies after the edition's as_of"),
    (impossible, "dates_are_in_order", "is not a date"),
    (no_reason, "dates_are_in_order", "withdrawn_reason"),
    (regular_converted, "dates_are_in_order", "needs approval accelerated"),
    (never_approved, "status_follows_from_rows", "yet it has indications"),
    (nothing_active, "status_follows_from_rows", "no indication is active"),
    (not_from_the_fda, "every_fact_has_a_source", "cite an FDA document"),
    (unused_source, "every_source_is_used", "no record cites it"),
]


def test_the_small_data_keep_all_rules(tables: Tables) -> None:
    rules.require(tables)


@pytest.mark.parametrize(("break_it", "name", "said"), BREAKS, ids=[case[0].__name__ for case in BREAKS])
def test_a_broken_rule_is_told(
    break_it: Callable[[Tables], None], name: str, said: str, tables: Tables
) -> None:
    break_it(tables)
    problems = list(getattr(rules, name)(tables))
    assert any(said in problem for problem in problems), problems
    assert all(".json: " in problem for problem in problems)
    with pytest.raises(InvalidData):
        rules.require(tables)


def test_every_rule_is_tried() -> None:
    assert {name for _, name, _ in BREAKS} == {rule.__name__ for rule in rules.RULES}


def test_two_other_sources_do_when_the_notes_say_why(tables: Tables) -> None:
    row_of(tables).update(sources=["nci-dictionary", "cri-2022"], notes="The letter is not online.")
    assert not list(rules.every_fact_has_a_source(tables))
