"""Every command in every format keeps the promises of the interface."""

from __future__ import annotations

import csv
import io
import json

import jsonschema
import pytest

from immunocli.schemas import KINDS
from tests.cli.asked import ALL_COMMANDS, COLUMNS, FORMATS, FURTHER, HUMAN, MACHINE, REQUESTS
from tests.driver import Immuno

every_request = pytest.mark.parametrize("asked", REQUESTS)


def request(asked: str) -> tuple[str, ...]:
    return REQUESTS[asked][0]


def test_every_command_is_covered() -> None:
    from immunocli.cli import COMMANDS

    assert set(ALL_COMMANDS) == set(COMMANDS)


@every_request
@pytest.mark.parametrize("form", FORMATS)
def test_every_format_answers(small: Immuno, asked: str, form: str, today: str) -> None:
    found = small(*request(asked), "--format", form)
    assert found.code == 0, found
    assert found.out.endswith("\n"), found
    assert "\x1b" not in found.out, found
    assert found.err == "", found


@every_request
def test_json_keeps_to_its_schema(small: Immuno, asked: str) -> None:
    kind = REQUESTS[asked][1]
    answer = small(*request(asked), "--format", "json").json
    schema = small("schema", kind).json
    jsonschema.Draft7Validator.check_schema(schema)
    jsonschema.validate(answer, schema)
    assert list(answer)[:6] == ["schema_version", "edition", "as_of", "query", "count", "results"]
    assert answer["count"] == len(answer["results"]) > 0
    assert answer["as_of"] == "2026-01-15"


@every_request
def test_json_has_every_promised_key_in_order(small: Immuno, asked: str) -> None:
    kind = REQUESTS[asked][1]
    promised = COLUMNS.get(kind, [])
    for record in small(*request(asked), "--format", "json").json["results"]:
        assert [key for key in record if key in promised] == promised
        assert not set(FURTHER.get(kind, ())) - set(record)


@every_request
def test_schema_allows_no_record_without_its_keys(small: Immuno, asked: str) -> None:
    answer = small(*request(asked), "--format", "json").json
    schema = small("schema", REQUESTS[asked][1]).json
    del answer["results"][0][next(iter(answer["results"][0]))]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(answer, schema)


@pytest.mark.parametrize("kind", KINDS)
def test_every_schema_is_a_schema(small: Immuno, kind: str) -> None:
    schema = small("schema", kind).json
    jsonschema.Draft7Validator.check_schema(schema)
    assert schema["type"] == "object"


@every_request
def test_tsv_has_the_promised_columns(small: Immuno, asked: str) -> None:
    kind = REQUESTS[asked][1]
    header = small(*request(asked), "--format", "tsv").rows[0]
    if kind in COLUMNS:
        assert header == COLUMNS[kind]


@every_request
def test_tsv_is_one_line_a_record(small: Immuno, asked: str) -> None:
    count = small(*request(asked), "--format", "json").json["count"]
    found = small(*request(asked), "--format", "tsv")
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


@every_request
def test_jsonl_is_the_bare_results(small: Immuno, asked: str) -> None:
    results = small(*request(asked), "--format", "json").json["results"]
    lines = small(*request(asked), "--format", "jsonl").lines
    assert [json.loads(line) for line in lines] == results


@every_request
@pytest.mark.parametrize("form", MACHINE)
def test_machine_formats_know_no_screen(small: Immuno, asked: str, form: str) -> None:
    plain = small(*request(asked), "--format", form).out_bytes
    narrow = {"COLUMNS": "20", "FORCE_COLOR": "1", "TERM": "xterm-256color", "LINES": "3"}
    assert small(*request(asked), "--format", form, env=narrow).out_bytes == plain


@every_request
def test_human_answers_about_therapies_say_edition_and_day(small: Immuno, asked: str, today: str) -> None:
    if REQUESTS[asked][1] in ("part", "data") or request(asked) == ("terms",):
        pytest.skip("tells of no approvals")
    for form in HUMAN:
        out = small(*request(asked), "--format", form, env={"COLUMNS": "100"}).out
        assert out.count("as of 2026-01-15. Reference information, not medical advice.") == 1, (form, out)


@every_request
def test_piped_default_is_tsv_for_lists_and_text_for_prose(small: Immuno, asked: str, today: str) -> None:
    piped = small(*request(asked)).out_bytes
    prose = request(asked)[0] in ("show", "define", "cite", "data")
    prose = (
        prose or request(asked) == ("faq", "side effects") or request(asked) == ("immune-system", "t-cell")
    )
    assert piped == small(*request(asked), "--format", "text" if prose else "tsv").out_bytes


def test_lists_are_joined_with_semicolons(small: Immuno) -> None:
    rows = small("therapies", "--columns", "id,cancers").rows
    assert ["pembrolizumab", "melanoma;tumor-agnostic"] in rows


def test_nothing_known_is_null_and_still_there(small: Immuno) -> None:
    row = small("indications", "--therapy", "bcg", "--format", "json").json["results"][0]
    assert row["line"] is None and row["converted"] is None and row["with"] == []


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize(
    "nothing",
    [
        ("therapies", "--cancer", "sarcoma"),
        ("indications", "--since", "2026-01-14"),
        ("changes", "--since", "2026-01-14"),
        ("search", "nosuchword"),
        ("timeline", "--cancer", "sarcoma", "--type", "car-t-cell-therapy"),
    ],
)
def test_an_empty_list_is_an_answer(small: Immuno, nothing: tuple[str, ...], form: str, today: str) -> None:
    found = small(*nothing, "--format", form)
    assert found.code == 0
    if form == "json":
        assert found.json["results"] == [] and found.json["count"] == 0
    if form == "jsonl":
        assert found.out == ""
    assert small(*nothing, "--format", form, "--exit-status").code == 1
    assert small(*nothing, "--format", form, "-e").code == 1


def test_markdown_tables_have_as_many_cells_in_every_row(small: Immuno) -> None:
    lines = small("therapies", "--format", "md").lines
    table = [line for line in lines if line.startswith("|")]
    assert len(table) == 5
    assert {line.replace("\\|", "").count("|") for line in table} == {len(COLUMNS["therapy"]) + 1}
