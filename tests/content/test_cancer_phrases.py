"""What people tell of a cancer, and what biomarkers say of each other, fits the record."""

from __future__ import annotations

from typing import Any

from immunocli.names.phrases import cut
from immunocli.records.values import SETTINGS


def _used(tables: dict[str, Any]) -> set[str]:
    """Return every biomarker or condition that a use or a cancer names."""
    says = [
        event["says"] for one in tables["therapies"] for use in one["indications"] for event in use["events"]
    ]
    found = {
        marker for one in says for field in ("biomarkers", "excludes") for marker in one.get(field) or ()
    }
    return found | {
        marker for one in tables["cancers"] for field in ("has", "lacks") for marker in one[field]
    }


def test_what_is_told_rules_out_settings_that_there_are(tables: dict[str, Any]) -> None:
    for record in tables["told"]:
        wrong = [one for one in record["rules_out"] if one not in SETTINGS]
        assert not wrong, f"told.json: {record['id']}: rules_out: {wrong} are no settings of uses"


def test_what_is_told_yields_to_records_that_there_are(tables: dict[str, Any]) -> None:
    ids = {record["id"] for record in tables["told"]}
    for record in tables["told"]:
        wrong = [one for one in record["unless"] if one not in ids]
        assert not wrong, f"told.json: {record['id']}: unless: write ids of told.json instead of {wrong}"


def test_markers_that_are_told_are_asked_for_by_a_use_or_a_cancer(tables: dict[str, Any]) -> None:
    used = _used(tables)
    for record in tables["told"]:
        wrong = [one for one in record["markers"] if one not in used]
        assert not wrong, f"told.json: {record['id']}: markers: no use or cancer names {wrong}; take them out"


def test_what_decides_nothing_is_an_aside(tables: dict[str, Any]) -> None:
    for record in tables["told"]:
        decides = (
            record["rules_out"] or record["prior"] or record["age"] or record["markers"] or record["instead"]
        )
        if record["kind"] in ("course", "line", "count", "age", "marker", "prefix", "short"):
            unread = record["id"] in ("nonmetastatic",)
            assert decides or unread, f"told.json: {record['id']}: say what it decides, or make it an aside"
        if record["kind"] == "aside":
            assert not decides, f"told.json: {record['id']}: it decides something, so it is no aside"


def test_words_against_a_use_stand_in_one(tables: dict[str, Any]) -> None:
    summaries = [
        (event["says"] or {}).get("summary") or ""
        for one in tables["therapies"]
        for use in one["indications"]
        for event in use["events"]
    ]
    said = "\n".join(summaries).casefold()
    for record in tables["told"]:
        wrong = [one for one in record.get("against", ()) if one.casefold() not in said]
        assert not wrong, (
            f"told.json: {record['id']}: against: no use says {wrong}; write words of its summary"
        )


def test_a_phrase_says_one_thing(tables: dict[str, Any]) -> None:
    """Of two records that decide, no phrase is in both: which one counts would hang on their order."""
    owner: dict[tuple[str, ...], str] = {}
    for record in tables["told"]:
        if record["kind"] not in ("course", "line", "age", "marker"):
            continue
        for written in record["words"]:
            if "(" in written:
                continue
            words = tuple(word.plain for word in cut(written))
            known = owner.setdefault(words, record["id"])
            assert known == record["id"], (
                f"told.json: {written!r} stands in {known} and in {record['id']}; keep one"
            )


def test_what_is_hardly_ever_found_together_is_so_both_ways(tables: dict[str, Any]) -> None:
    rules = {record["id"]: record for record in tables["markers"]}
    used = _used(tables)
    for record in tables["markers"]:
        assert record["id"] in used or record["implies"], (
            f"markers.json: {record['id']}: no use or cancer names it"
        )
        for pair in record["rules_out"]:
            if pair["why"] == "meaning":
                assert pair["sources"], f"markers.json: {record['id']}: cite what says it of {pair['marker']}"
        both = {*record["implies"]} & {pair["marker"] for pair in record["rules_out"]}
        assert not both, f"markers.json: {record['id']}: {both} cannot be there and be ruled out"
        wide = [one for one in record["implies"] if one in rules and record["id"] in rules[one]["implies"]]
        assert not wide, f"markers.json: {record['id']} and {wide} imply each other; make them one"


def test_every_document_of_a_pair_is_among_the_sources(tables: dict[str, Any]) -> None:
    for record in tables["markers"]:
        for pair in record["rules_out"]:
            missing = [one for one in pair["sources"] if one not in record["sources"]]
            assert not missing, f"markers.json: {record['id']}: sources: add {missing}"
