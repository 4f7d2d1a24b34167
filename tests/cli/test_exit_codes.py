"""Exit codes, errors in one line or as an object, help and version."""

from __future__ import annotations

import json
import re

import jsonschema
import pytest

from immunocli import __version__
from immunocli.cli import COMMANDS
from tests.driver import Immuno

# What was asked, the code that is promised for it, and what its error is called.
FAILURES = [
    (("show", "nosuchthing"), 1, "not-found"),
    (("define", "nosuchthing"), 1, "not-found"),
    (("faq", "nosuchword"), 1, "not-found"),
    (("therapies", "--cancer", "nosuchthing"), 1, "not-found"),
    (("therapies", "--source", "nosuchlist"), 1, "not-found"),
    (("cite", "nosuchthing"), 1, "not-found"),
    (("compare", "keytruda", "nosuchthing"), 1, "not-found"),
    (("cancers", "nosuchthing"), 1, "not-found"),
    (("immune-system", "nosuchthing"), 1, "not-found"),
    (("schema", "nosuchkind"), 1, "not-found"),
    (("therapies", "--nosuch"), 2, "usage"),
    (("nosuchcommand",), 2, "usage"),
    (("therapies", "loose"), 2, "usage"),
    (("show",), 2, "usage"),
    (("changes",), 2, "usage"),
    (("changes", "--since", "yesterday"), 2, "usage"),
    (("therapies", "--as-of", "2021-02-30"), 2, "usage"),
    (("therapies", "--status", "old"), 2, "usage"),
    (("therapies", "--approval", "quick"), 2, "usage"),
    (("indications", "--setting", "nowhere"), 2, "usage"),
    (("therapies", "--format", "xml"), 2, "usage"),
    (("therapies", "--cancer", " "), 2, "usage"),
    (("compare", "keytruda"), 2, "usage"),
    (("compare", "keytruda", "MK-3475"), 2, "usage"),
    (("matrix", "--by", "colour"), 2, "usage"),
    (("terms", "--topic", "nosuch"), 2, "usage"),
    (("resolve", "x", "--kind", "star"), 2, "usage"),
    (("data", "nosuch"), 2, "usage"),
    (("annotate", "/nonexistent/table.tsv", "--column", "drug"), 2, "unreadable-input"),
    (("therapies", "-o", "/nonexistent/answer"), 2, "unwritable-output"),
    (("show", "keytrudo"), 3, "ambiguous"),
    (("show", "pembrolizmab"), 3, "ambiguous"),
    (("show", "pembro-bcg"), 3, "ambiguous"),
    (("define", "checkpoint inhibitr"), 3, "ambiguous"),
    (("therapies", "--cancer", "melanomma"), 3, "ambiguous"),
    (("therapies", "--data", "/nonexistent"), 5, "invalid-data"),
]
SHAPE = {
    "type": "object",
    "properties": {
        "error": {
            "type": "object",
            "properties": {
                "code": {"type": "string"},
                "message": {"type": "string", "minLength": 5},
                "suggestions": {"type": "array", "items": {"type": "string"}, "maxItems": 3},
            },
            "required": ["code", "message", "suggestions"],
        }
    },
    "required": ["error"],
    "additionalProperties": False,
}


def said(asked: tuple[str, ...]) -> str:
    return " ".join(asked)


@pytest.mark.parametrize(("asked", "code", "name"), FAILURES, ids=[said(asked) for asked, _, _ in FAILURES])
def test_a_failure_is_one_line_with_its_code(
    small: Immuno, asked: tuple[str, ...], code: int, name: str
) -> None:
    found = small(*asked)
    assert (found.code, found.out) == (code, ""), found
    assert re.fullmatch(r"immuno: [^\n]+\n", found.err), found
    assert len(found.err) < 1000


@pytest.mark.parametrize(("asked", "code", "name"), FAILURES, ids=[said(asked) for asked, _, _ in FAILURES])
@pytest.mark.parametrize("form", [("--format", "json"), ("--format=json",), ("-f", "json"), ("-fjson",)])
def test_a_failure_is_an_object_when_json_is_asked_for(
    small: Immuno, asked: tuple[str, ...], code: int, name: str, form: tuple[str, ...]
) -> None:
    if "--format" in asked or asked[0] in ("annotate", "schema"):
        pytest.skip("has a format of its own, or none")
    found = small(*asked, *form)
    assert (found.code, found.out) == (code, "")
    told = json.loads(found.err)
    jsonschema.validate(told, SHAPE)
    assert told["error"]["code"] == name
    jsonschema.validate(told, small("schema", "error").json)


def test_suggestions_are_the_near_names(small: Immuno) -> None:
    assert small("show", "keytrudo", "-f", "json").error["suggestions"] == ["Keytruda"]
    assert "melanoma" in small("therapies", "--cancer", "melanomma").err
    assert small("show", "pembro-bcg", "-f", "json").error["suggestions"] == ["BCG live", "pembrolizumab"]


def test_strict_resolving_exits_with_4(small: Immuno) -> None:
    assert small("resolve", "keytruda", "--strict").code == 0
    found = small("resolve", "keytruda", "nosuchthing", "--strict")
    assert found.code == 4
    assert [row[1] for row in found.rows[1:]] == ["pembrolizumab", ""]
    assert found.err.count("\n") >= 1
    assert small("resolve", "-", "--strict", stdin=b"keytruda\nnosuchthing\n").code == 4


def test_resolving_what_is_unknown_exits_with_1_but_not_in_a_stream(small: Immuno) -> None:
    assert small("resolve", "nosuchthing").code == 1
    assert small("resolve", "-", stdin=b"nosuchthing\n").code == 0


def test_a_bug_is_told_in_a_line_and_shown_on_request(small: Immuno, monkeypatch: pytest.MonkeyPatch) -> None:
    from immunocli import catalogue

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("\x1b[31mboom")

    monkeypatch.setattr(catalogue.Catalogue, "select", broken)
    found = small("therapies")
    assert found.code == 70 and found.out == ""
    assert re.fullmatch(r"immuno: [^\n\x1b]+IMMUNO_DEBUG=1[^\n\x1b]+\n", found.err)
    with pytest.raises(RuntimeError):
        small("therapies", env={"IMMUNO_DEBUG": "1"})


def test_memory_that_runs_out_is_told(small: Immuno, monkeypatch: pytest.MonkeyPatch) -> None:
    from immunocli import catalogue

    def full(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr(catalogue.Catalogue, "select", full)
    found = small("therapies")
    assert found.code not in (0, 1) and "memory" in found.err and "Traceback" not in found.err


def test_version_names_program_edition_day_and_schema(small: Immuno) -> None:
    found = small("--version")
    assert found.code == 0
    assert found.out == (f"immuno {__version__}, data edition 2026.01 as of 2026-01-15, schema version 1\n")


@pytest.mark.parametrize("flag", ["-h", "--help"])
@pytest.mark.parametrize("command", ["", *COMMANDS])
@pytest.mark.parametrize("width", ["80", "60", "200"])
def test_help_fits_and_begins_with_examples(small: Immuno, command: str, flag: str, width: str) -> None:
    found = small(*command.split(), flag, env={"COLUMNS": width})
    assert (found.code, found.err) == (0, "")
    assert max(map(len, found.lines)) <= 80
    assert f"immuno {command}".strip() in found.out
    text = found.out
    assert text.index("Examples:") < text.index("Usage:") < text.index("Options:")
    assert re.search(rf"^  (.* \| )?immuno {command}", text, re.MULTILINE)


def test_the_examples_of_the_help_list_every_command(small: Immuno) -> None:
    text = small("--help").out
    assert all(re.search(rf"^  {command} ", text, re.MULTILINE) for command in COMMANDS)


def test_no_argument_at_all_shows_the_help(small: Immuno) -> None:
    assert small().out == small("--help").out
    assert small().code == 0


def test_global_data_option_comes_before_the_command(immuno: Immuno, small: Immuno) -> None:
    assert small.data is not None
    found = immuno("--data", str(small.data), "therapies", "--count")
    assert found.out == small("therapies", "--count").out


def test_paths_of_jq_find_what_the_documents_promise(small: Immuno) -> None:
    answer = small("therapies", "--cancer", "melanoma", "--format", "json").json
    assert [record["name"] for record in answer["results"]] == ["pembrolizumab"]
    page = small("show", "keytruda", "--format", "json").json
    assert page["results"][0]["indications"][0]["cancer"] == "melanoma"
    assert answer["query"]["cancer"] == ["melanoma"]
