"""What breaks the rules of the data: each function breaks one."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

Tables = dict[str, Any]


def first(tables: Tables, file: str, one: str) -> dict[str, Any]:
    found: dict[str, Any] = next(record for record in tables[file] if record["id"] == one)
    return found


def use_of(tables: Tables, number: int = 0, therapy: str = "pembrolizumab") -> dict[str, Any]:
    found: dict[str, Any] = first(tables, "therapies", therapy)["indications"][number]
    return found


def event_of(tables: Tables, number: int = 0, event: int = 0) -> dict[str, Any]:
    found: dict[str, Any] = use_of(tables, number)["events"][event]
    return found


def product_of(tables: Tables, therapy: str, number: int = 0) -> dict[str, Any]:
    found: dict[str, Any] = first(tables, "therapies", therapy)["products"][number]
    return found


def double_id(tables: Tables) -> None:
    tables["cancers"].append(deepcopy(tables["cancers"][0]))


def double_use(tables: Tables) -> None:
    use_of(tables, 1)["id"] = use_of(tables)["id"]


def lost_cancer(tables: Tables) -> None:
    use_of(tables)["cancer"] = "no-such-cancer"


def lost_type(tables: Tables) -> None:
    first(tables, "therapies", "bcg")["type"] = "no-such-type"


def lost_source(tables: Tables) -> None:
    product_of(tables, "bcg")["sources"] = ["no-such-source"]


def lost_source_of_event(tables: Tables) -> None:
    event_of(tables)["sources"] = ["no-such-source"]


def lost_marker(tables: Tables) -> None:
    event_of(tables)["says"]["biomarkers"] = ["no-such-marker"]


def lost_exclusion(tables: Tables) -> None:
    event_of(tables)["says"]["excludes"] = ["no-such-marker"]


def lost_partner(tables: Tables) -> None:
    product_of(tables, "relatlimab")["contains"] = ["no-such-therapy"]


def lost_sign(tables: Tables) -> None:
    first(tables, "therapies", "tisagenlecleucel")["warnings"][0]["signs"] = ["no-such-sign"]


def lost_rung(tables: Tables) -> None:
    first(tables, "signs", "fever")["rung"] = "no-such-rung"


def lost_term(tables: Tables) -> None:
    first(tables, "glossary", "pd-1")["see_also"] = ["no-such-term"]


def lost_claim(tables: Tables) -> None:
    first(tables, "therapies", "bcg")["claims"][0]["cancers"][0]["cancer"] = "no-such-cancer"


def lost_hint(tables: Tables) -> None:
    first(tables, "others", "benbralisumad")["see"] = ["no-such-therapy"]


def loop(tables: Tables) -> None:
    first(tables, "cancers", "lymphoma")["part_of"] = ["large-b-cell-lymphoma"]


def long_loop(tables: Tables) -> None:
    first(tables, "types", "checkpoint-inhibitor")["part_of"] = ["targeted-antibody"]
    first(tables, "types", "targeted-antibody")["part_of"] = ["pd-1-inhibitor"]


def shared_name(tables: Tables) -> None:
    first(tables, "therapies", "bcg")["aliases"].append(
        {"name": "KEY-truda®", "kind": "synonym", "sources": []}
    )


def empty_name(tables: Tables) -> None:
    first(tables, "glossary", "pd-1")["aliases"].append({"name": "--", "kind": "synonym"})


def long_name(tables: Tables) -> None:
    first(tables, "targets", "pd-1")["aliases"].append("x" * 399)


def stranger(tables: Tables) -> None:
    first(tables, "others", "olaparib")["names"].append("Keytruda")


def regimen(tables: Tables) -> None:
    tables["regimens"][0]["aliases"].append("pembrolizumab")


def two_texts(tables: Tables) -> None:
    first(tables, "types", "checkpoint-inhibitor")["definition"] = "Said twice."


def no_text(tables: Tables) -> None:
    first(tables, "targets", "cd19")["description"] = None


def out_of_order(tables: Tables) -> None:
    event_of(tables, 0, 1)["date"] = "2013"


def in_the_future(tables: Tables) -> None:
    event_of(tables, 0, 1)["date"] = "2026-01-16"


def impossible(tables: Tables) -> None:
    event_of(tables)["date"] = "2014-02-30"


def not_approved_first(tables: Tables) -> None:
    event_of(tables)["event"] = "returned"


def half_said(tables: Tables) -> None:
    del event_of(tables)["says"]["excludes"]


def no_kind(tables: Tables) -> None:
    event_of(tables)["approval"] = None


def no_reason(tables: Tables) -> None:
    event_of(tables, 2, 1)["reason"] = None


def nothing_said(tables: Tables) -> None:
    event_of(tables, 3, 1)["says"] = {}


def regular_converted(tables: Tables) -> None:
    event_of(tables)["approval"] = "regular"


def replaced_by_a_stranger(tables: Tables) -> None:
    use_of(tables, 0, "nivolumab")["events"][1]["by"] = "bcg-nmibc-1990"


def said_twice(tables: Tables) -> None:
    uses = first(tables, "therapies", "pembrolizumab")["indications"]
    uses.append({**deepcopy(uses[0]), "id": "pembrolizumab-melanoma-again"})


def foreign_yet_licensed(tables: Tables) -> None:
    product_of(tables, "bcg", 2)["license"]["number"] = "BLA1"


def reason_without_end(tables: Tables) -> None:
    product_of(tables, "pembrolizumab")["license"]["why"] = "Nobody knows."


def sold_yet_gone(tables: Tables) -> None:
    product_of(tables, "pembrolizumab")["market"]["until"] = "2020"


def end_before_begin(tables: Tables) -> None:
    product_of(tables, "olaratumab")["license"]["until"] = "2015"


def no_licensed_product(tables: Tables) -> None:
    first(tables, "therapies", "alemtuzumab")["products"][0]["foreign"] = True


def double_warning(tables: Tables) -> None:
    warnings = first(tables, "therapies", "tisagenlecleucel")["warnings"]
    warnings[1]["id"] = warnings[0]["id"]


def not_from_the_fda(tables: Tables) -> None:
    event_of(tables)["sources"] = ["nci-dictionary"]


def unused_source(tables: Tables) -> None:
    tables["sources"].append({**tables["sources"][0], "id": "nobody-reads-this"})


def learned_too_much(tables: Tables) -> None:
    tables["learned"] = [
        {"id": "answer", "kind": "choice", "labels": ["gone"], "bases": [0.0], "steps": [1.0], "weights": ""}
    ]


def learned_too_little(tables: Tables) -> None:
    tables["learned"] = [
        {
            "id": "scales",
            "kind": "scales",
            "labels": ["alarm"],
            "bases": [0.0],
            "steps": [1.0],
            "weights": "c-l)$0ssLf0K@",
        }
    ]


def after_an_end(tables: Tables) -> None:
    events = use_of(tables)["events"]
    end = {**deepcopy(events[0]), "event": "withdrawn", "approval": None, "says": {}, "reason": "Gone."}
    events[1:] = [end, {**deepcopy(end), "event": "narrowed", "says": {"age": "adults"}, "reason": None}]


def use_of_another(tables: Tables) -> None:
    product_of(tables, "pembrolizumab", 1)["uses"] = {
        use_of(tables, 0, "nivolumab")["id"]: {"from": None, "converted": None, "says": {}}
    }


def for_nothing(tables: Tables) -> None:
    product_of(tables, "pembrolizumab", 1)["uses"] = {}


def for_else_too(tables: Tables) -> None:
    product_of(tables, "pembrolizumab", 1)["treats"] = "gout"


def foreign_with_uses(tables: Tables) -> None:
    product_of(tables, "bcg", 2)["uses"] = "all"


def before_its_license(tables: Tables) -> None:
    product_of(tables, "pembrolizumab", 1)["uses"] = {
        use_of(tables)["id"]: {"from": "2020-01-01", "converted": None, "says": {}}
    }


def use_of_no_product(tables: Tables) -> None:
    told = {use_of(tables)["id"]: {"from": None, "converted": None, "says": {}}}
    for number in (0, 1):
        product_of(tables, "pembrolizumab", number)["uses"] = told


def name_of_no_therapy(tables: Tables) -> None:
    product_of(tables, "pembrolizumab", 1)["names"] = ["no such name"]


def warning_of_no_day(tables: Tables) -> None:
    first(tables, "therapies", "bcg")["warnings"][0]["latest"] = True


def warning_of_no_product(tables: Tables) -> None:
    first(tables, "therapies", "tisagenlecleucel")["warnings"][0]["products"] = ["No Such"]


def further_use_of_no_product(tables: Tables) -> None:
    cited = [tables["sources"][0]["id"]]
    further = {"text": "gout", "from": None, "products": ["No Such"], "sources": cited}
    first(tables, "therapies", "tisagenlecleucel")["further_uses"] = [further]


def semicolon(tables: Tables) -> None:
    first(tables, "therapies", "bcg")["name"] = "BCG; live"


def nothing_learned(tables: Tables) -> None:
    tables["learned"] = []


def edition_to_come(tables: Tables) -> None:
    tables["edition"]["as_of"] = "9999-12-31"


def licensed_tomorrow(tables: Tables) -> None:
    product_of(tables, "bcg")["license"]["from"] = "9998-01-01"


def leaves_tomorrow(tables: Tables) -> None:
    product_of(tables, "bcg")["market"] |= {"status": "not-sold", "until": "9998"}


def warned_tomorrow(tables: Tables) -> None:
    warned = next(one for one in tables["therapies"] if one["warnings"])
    warned["warnings"][0]["from"] = "9998-01"
