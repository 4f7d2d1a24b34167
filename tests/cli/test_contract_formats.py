"""Every command in every format keeps the promises of the interface."""

from __future__ import annotations

import csv
import io
import json

import jsonschema
import pytest

from tests.cli.asked import (
    ALL_COMMANDS,
    COLUMNS,
    FORMATS,
    FURTHER,
    GROUPS,
    HUMAN,
    KNOWLEDGE,
    MACHINE,
    REQUESTS,
    WHOLE,
)
from tests.driver import Immuno

every_request = pytest.mark.parametrize("asked", REQUESTS)
KINDS = [*COLUMNS, "part", "source", "lane", "crossing", "comparison", "data", "error"]
ENVELOPE = ["schema_version", "edition", "as_of", "query", "notices", "count", "results"]


def request(asked: str) -> tuple[str, ...]:
    return REQUESTS[asked][0]


def is_full(asked: str) -> bool:
    words = request(asked)
    return "--full" in words or words[0] in ("show", "cite", "data", "define") or asked in (
        "one cancer", "one part",
    )  # fmt: skip


def test_every_command_is_there_in_its_group() -> None:
    from immunocli.cli.declared_commands import COMMANDS

    declared = {group: [name for name, one in COMMANDS.items() if one.group == group] for group in GROUPS}
    assert {group: set(names) for group, names in declared.items()} == {
        group: set(names) for group, names in GROUPS.items()
    }
    assert set(COMMANDS) == set(ALL_COMMANDS)


@pytest.mark.parametrize("kind", COLUMNS)
def test_the_declared_columns_are_the_promised_ones(kind: str) -> None:
    from immunocli.records.kinds import record_of

    declared = record_of(kind)
    assert list(declared.columns) == COLUMNS[kind]
    assert list(declared.listed)[: len(COLUMNS[kind])] == COLUMNS[kind]
    assert set(FURTHER[kind]) <= set(declared.listed)
    assert set(WHOLE.get(kind, ())) <= set(declared.fields) - set(declared.listed)


@every_request
def test_every_format_answers(small: Immuno, asked: str, today: str) -> None:
    for form in FORMATS:
        found = small(*request(asked), "--format", form)
        assert found.code == 0, found
        assert found.out.endswith("\n"), found
        assert "\x1b" not in found.out, found
        assert "should not" not in found.err, found


@every_request
def test_json_keeps_to_its_schema(small: Immuno, asked: str) -> None:
    kind = REQUESTS[asked][1]
    answer = small(*request(asked), "--format", "json").json
    schema = small("schema", kind).json
    jsonschema.Draft7Validator.check_schema(schema)
    jsonschema.validate(answer, schema)
    assert [key for key in answer if key in ENVELOPE] == ENVELOPE
    assert answer["schema_version"] == 2
    assert answer["count"] == len(answer["results"]) > 0
    assert answer["as_of"] == ("2018-12-31" if asked == "a past day" else "2026-01-15")
    assert small(*request(asked), "--json").out == small(*request(asked), "-f", "json").out
    one = small("schema", kind, "--record").json
    for record in answer["results"]:
        jsonschema.validate(record, one)


@every_request
def test_a_list_has_the_promised_keys_and_a_page_has_all(small: Immuno, asked: str) -> None:
    kind = REQUESTS[asked][1]
    if kind not in COLUMNS:
        return
    for record in small(*request(asked), "--format", "json").json["results"]:
        keys = list(record)
        assert [key for key in keys if key in COLUMNS[kind]] == COLUMNS[kind]
        assert not set(FURTHER[kind]) - set(keys)
        if is_full(asked):
            assert not set(WHOLE.get(kind, ())) - set(keys)
        else:
            assert keys == [*COLUMNS[kind], *keys[len(COLUMNS[kind]) :]]
            assert not set(WHOLE.get(kind, ())) & set(keys)


def test_lists_are_small(small: Immuno) -> None:
    for command in ("therapies", "indications", "changes", "cancers"):
        more = ("--since", "1980") if command == "changes" else ()
        lines = small(command, *more, "-f", "jsonl").lines
        assert sum(map(len, lines)) / len(lines) < 1024, command
    brief, whole = (small("therapies", *more, "-f", "jsonl").lines for more in ((), ("--full",)))
    assert len(brief) == len(whole) and max(map(len, brief)) < min(map(len, whole))


@every_request
def test_schema_allows_no_record_without_its_keys(small: Immuno, asked: str) -> None:
    answer = small(*request(asked), "--format", "json").json
    schema = small("schema", REQUESTS[asked][1]).json
    if REQUESTS[asked][1] == "data":
        return
    del answer["results"][0][next(iter(answer["results"][0]))]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(answer, schema)


def test_schema_lists_its_kinds_and_each_is_a_schema(small: Immuno) -> None:
    assert sorted(small("schema").lines) == sorted(KINDS)
    for kind in KINDS:
        for more in ((), ("--record",)):
            schema = small("schema", kind, *more).json
            jsonschema.Draft7Validator.check_schema(schema)
            assert schema["type"] == "object"
            described = schema["properties"].values()
            assert all(one.get("description") for one in described), kind


@every_request
def test_tsv_has_the_promised_columns_and_a_line_a_record(small: Immuno, asked: str) -> None:
    from immunocli.records.kinds import record_of

    kind = REQUESTS[asked][1]
    count = small(*request(asked), "--format", "json").json["count"]
    found = small(*request(asked), "--format", "tsv")
    if kind in COLUMNS:
        promised, more = found.rows[0][: len(COLUMNS[kind])], found.rows[0][len(COLUMNS[kind]) :]
        assert promised == COLUMNS[kind]
        if "--full" in request(asked):
            assert more and set(more) <= set(record_of(kind).fields)
        else:
            assert more == []
    assert len(found.lines) == count + 1
    assert {len(row) for row in found.rows} == {len(found.rows[0])}
    assert "\r" not in found.out


@every_request
def test_csv_says_the_same_as_tsv(small: Immuno, asked: str) -> None:
    rows = small(*request(asked), "--format", "tsv").rows
    found = small(*request(asked), "--format", "csv")
    assert found.out.endswith("\r\n")
    read = list(csv.reader(io.StringIO(found.out, newline=""), strict=True))
    # A cell that a spreadsheet would run has an apostrophe before it.
    assert [[cell.removeprefix("'") for cell in row] for row in read] == rows
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in read for cell in row)


def test_a_cell_that_echoes_what_was_asked_stays_as_it_was(small: Immuno) -> None:
    strange = ["=1+1", "+x", "-5", "@SUM(A1)"]
    found = small("resolve", "-", "-f", "csv", "-c", "input,id", stdin="\n".join(strange).encode())
    assert [row[0] for row in csv.reader(io.StringIO(found.out))][1:] == strange


@every_request
def test_jsonl_is_the_bare_results(small: Immuno, asked: str) -> None:
    results = small(*request(asked), "--format", "json").json["results"]
    lines = small(*request(asked), "--format", "jsonl").lines
    assert [json.loads(line) for line in lines] == results


@every_request
def test_machine_formats_know_no_screen(small: Immuno, asked: str) -> None:
    narrow = {"COLUMNS": "20", "FORCE_COLOR": "1", "TERM": "xterm-256color", "LINES": "3"}
    for form in MACHINE:
        plain = small(*request(asked), "--format", form).out_bytes
        assert small(*request(asked), "--format", form, env=narrow).out_bytes == plain


@every_request
def test_human_answers_about_therapies_say_edition_and_day(small: Immuno, asked: str, today: str) -> None:
    if REQUESTS[asked][1] in KNOWLEDGE or request(asked) in (("terms",), ("faq",)):
        return
    day = "2018-12-31" if asked == "a past day" else "2026-01-15"
    for form in HUMAN:
        out = small(*request(asked), "--format", form, env={"COLUMNS": "140"}).out
        assert out.count(f"as of {day}, sources read 2026-01-15. Reference information") == 1, (form, out)
        assert out.count("not medical advice") == 1


@every_request
def test_piped_default_is_tsv_for_lists_and_text_for_prose(small: Immuno, asked: str, today: str) -> None:
    piped = small(*request(asked)).out_bytes
    prose = request(asked)[0] in ("show", "define", "cite", "data") or asked in ("faq", "one part")
    assert piped == small(*request(asked), "--format", "text" if prose else "tsv").out_bytes


def test_lists_are_joined_with_semicolons_and_alternatives_with_bars(small: Immuno) -> None:
    rows = small("therapies", "--columns", "id,cancers").rows
    assert ["pembrolizumab", "melanoma;stomach;tumor-agnostic"] in rows
    (row,) = small("indications", "--cancer", "stomach", "--therapy", "keytruda", "-f", "json").json[
        "results"
    ]
    assert row["with"] == [["platinum chemotherapy"], ["capecitabine", "fluorouracil"]]
    cells = small("indications", "--cancer", "stomach", "--therapy", "keytruda", "-c", "with").rows[1]
    assert cells == ["platinum chemotherapy;capecitabine|fluorouracil"]


def test_nothing_known_is_null_and_still_there(small: Immuno) -> None:
    row = small("indications", "--therapy", "bcg", "--format", "json").json["results"][0]
    assert row["line"] is None and row["converted"] is None and row["with"] == []
    assert row["relation"] is None and row["excludes"] == []


NOTHING = [
    ("therapies", "--cancer", "thymus"),
    ("indications", "--since", "2026-01-14"),
    ("changes", "--since", "2026-01-14"),
    ("search", "nosuchword"),
    ("timeline", "--cancer", "sarcoma", "--type", "car-t-cell-therapy"),
]


@pytest.mark.parametrize("nothing", NOTHING, ids=" ".join)
def test_an_empty_list_is_an_answer(small: Immuno, nothing: tuple[str, ...], today: str) -> None:
    for form in FORMATS:
        found = small(*nothing, "--format", form)
        assert found.code == 0, found
        if form == "json":
            assert found.json["results"] == [] and found.json["count"] == 0
            assert found.json["notices"][0]["code"].startswith("none")
        if form == "jsonl":
            assert found.out == ""
        assert "none" in found.err or "no" in found.err, "an empty answer is told as one"
        assert small(*nothing, "--format", form, "--exit-status").code == 1
        assert small(*nothing, "--format", form, "-e").code == 1


def test_markdown_tables_have_as_many_cells_in_every_row(small: Immuno) -> None:
    lines = small("therapies", "--format", "md").lines
    table = [line for line in lines if line.startswith("|")]
    assert len(table) == small("therapies", "--json").json["count"] + 2
    assert len({line.replace("\\|", "").count("|") for line in table}) == 1


def test_notices_are_told_to_people_and_programs_alike(small: Immuno, today: str) -> None:
    for asked in (("therapies", "--cancer", "lung"), ("therapies", "--cancer", "uveal melanoma"), NOTHING[0]):
        notices = small(*asked, "--json").json["notices"]
        assert notices and all(one["code"] and one["message"] for one in notices)
        for form in ("tsv", "table", "json"):
            told = small(*asked, "-f", form, env={"COLUMNS": "300"}).err.splitlines()
            assert told == [one["message"] for one in notices]
