"""Exit codes, errors in one line or as an object, help and version."""

from __future__ import annotations

import json
import re

import jsonschema
import pytest

from immunocli import __version__
from tests.cli.asked import ALL_COMMANDS, GROUPS
from tests.driver import NOWHERE, Immuno

# What was asked, the code that is promised for it, and what its error is called.
FAILURES = [
    (("show", "nosuchthing"), 1, "unknown"),
    (("define", "nosuchthing"), 1, "unknown"),
    (("faq", "nosuchword"), 1, "unknown"),
    (("therapies", "--cancer", "nosuchthing"), 1, "unknown"),
    (("therapies", "--source", "nosuchlist"), 1, "unknown"),
    (("cite", "nosuchthing"), 1, "unknown"),
    (("compare", "keytruda", "nosuchthing"), 1, "unknown"),
    (("cancers", "nosuchthing"), 1, "unknown"),
    (("immune-system", "nosuchthing"), 1, "unknown"),
    (("show", "olaparib"), 1, "not-in-scope"),
    (("show", "Lynparza"), 1, "not-in-scope"),
    (("therapies", "--cancer", "keloid"), 1, "not-in-scope"),
    (("therapies", "--cancer", "diabetes"), 1, "not-in-scope"),
    (("indications", "--cancer", "brain metastases"), 1, "not-in-scope"),
    (("show", "benbralisumad"), 1, "investigational"),
    (("indications", "--therapy", "BB-1701"), 1, "investigational"),
    (("therapies", "--nosuch"), 2, "usage"),
    (("nosuchcommand",), 2, "usage"),
    (("therapies", "loose"), 2, "usage"),
    (("show",), 2, "usage"),
    (("schema", "nosuchkind"), 2, "usage"),
    (("changes", "--since", "yesterday"), 2, "usage"),
    (("therapies", "--as-of", "2021-02-30"), 2, "usage"),
    (("therapies", "--as-of", "2026-01-16"), 2, "usage"),
    (("therapies", "--as-of", "1986-05-31"), 2, "usage"),
    (("therapies", "--status", "old"), 2, "usage"),
    (("therapies", "--market", "gone"), 2, "usage"),
    (("therapies", "--approval", "quick"), 2, "usage"),
    (("indications", "--setting", "nowhere"), 2, "usage"),
    (("changes", "--event", "eaten"), 2, "usage"),
    (("therapies", "--format", "xml"), 2, "usage"),
    (("therapies", "--json", "-f", "csv"), 2, "usage"),
    (("therapies", "--cancer", " "), 2, "usage"),
    (("faq", ""), 2, "usage"),
    (("compare", "keytruda"), 2, "usage"),
    (("compare", "keytruda", "MK-3475"), 2, "usage"),
    (("compare", "keytruda", "pd-1-inhibitor"), 2, "usage"),
    (("matrix", "--by", "colour"), 2, "usage"),
    (("terms", "--topic", "nosuch"), 2, "usage"),
    (("resolve", "x", "--kind", "star"), 2, "usage"),
    (("data", "nosuch"), 2, "usage"),
    (("annotate", f"{NOWHERE}/table.tsv", "--column", "drug"), 2, "unreadable-input"),
    (("therapies", "-o", "/proc/none/answer"), 2, "unwritable-output"),
    (("show", "keytrudo"), 3, "ambiguous"),
    (("show", "pembrolizmab"), 3, "ambiguous"),
    (("define", "checkpoint inhibitr"), 3, "ambiguous"),
    (("therapies", "--cancer", "melanomma"), 3, "ambiguous"),
    (("show", "large R-cell lymphoma"), 3, "ambiguous"),
    (("therapies", "--data", NOWHERE), 5, "invalid-data"),
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


@pytest.mark.parametrize(("asked", "code", "name"), FAILURES, ids=[" ".join(one[0]) for one in FAILURES])
def test_a_failure_is_one_line_or_an_object_with_its_code(
    small: Immuno, asked: tuple[str, ...], code: int, name: str
) -> None:
    found = small(*asked)
    assert (found.code, found.out) == (code, ""), found
    assert re.fullmatch(r"(immuno: |\{)[^\n]+\n", found.err), found
    assert len(found.err) < 1000
    if {"--format", "--json"} & {*asked} or asked[0] in ("annotate", "schema"):
        return  # has a format of its own, or none
    for form in (("--format", "json"), ("--format=json",), ("-f", "json"), ("-fjson",), ("--json",)):
        found = small(*asked, *form)
        assert (found.code, found.out) == (code, "")
        told = json.loads(found.err)
        jsonschema.validate(told, SHAPE)
        assert told["error"]["code"] == name
    jsonschema.validate(told, small("schema", "error").json)


def test_suggestions_are_the_near_names(small: Immuno) -> None:
    assert small("show", "keytrudo", "-f", "json").error["suggestions"][0] in ("Keytruda", "pembrolizumab")
    assert "melanoma" in small("therapies", "--cancer", "melanomma").err
    both = small("show", "pembro-bcg", "-f", "json").json["results"]
    assert [one["name"] for one in both] == ["BCG live", "pembrolizumab"]
    near = small("show", "large R-cell lymphoma", "-f", "json").error["suggestions"]
    assert {"large B-cell lymphoma", "large T-cell lymphoma"} <= set(near)


def test_what_is_not_ours_is_told_with_what_it_is(small: Immuno) -> None:
    told = {
        "olaparib": "not an immunotherapy",
        "keloid": "not a cancer",
        "brain metastasis": "spread",
        "actinic keratosis": "not yet one",
        "lipoma": "benign",
        "melanoma in situ": "not yet grown",
        "Lynch syndrome": "runs in families",
        "lung nodule": "still being looked into",
        "diabetes": "another field",
    }
    for name, words in told.items():
        assert words in small("show", name).err, name
    found = small("show", "benbralisumad")
    assert "never approved by the FDA" in found.err and "2026-01-15" in found.err
    assert "pembrolizumab" in small("show", "benbralisumad", "--json").err


def test_strict_resolving_exits_with_4(small: Immuno) -> None:
    assert small("resolve", "keytruda", "--strict").code == 0
    found = small("resolve", "keytruda", "nosuchthing", "--strict")
    assert found.code == 4
    assert [row[1] for row in found.rows[1:]] == ["pembrolizumab", ""]
    assert found.err.count("\n") >= 1
    assert small("resolve", "-", "--strict", stdin=b"keytruda\nnosuchthing\n").code == 4


def test_resolving_what_is_unknown_exits_with_1_given_or_read(small: Immuno) -> None:
    assert small("resolve", "nosuchthing").code == 1
    assert small("resolve", "-", stdin=b"nosuchthing\nkeytruda\n").code == 1
    assert small("resolve", "keytruda").code == 0


@pytest.mark.parametrize("problem", [RuntimeError("\x1b[31mboom"), MemoryError()])
def test_a_bug_is_told_in_a_line_and_shown_on_request(
    small: Immuno, monkeypatch: pytest.MonkeyPatch, problem: Exception
) -> None:
    from immunocli import catalogue

    def broken(*_: object, **__: object) -> None:
        raise problem

    monkeypatch.setattr(catalogue.Catalogue, "therapies", broken)
    found = small("therapies", broken=True)
    assert found.out == "" and re.fullmatch(r"immuno: [^\n\x1b]+\n", found.err)
    if isinstance(problem, MemoryError):
        assert found.code not in (0, 1) and "memory" in found.err
    else:
        assert found.code == 70 and "IMMUNO_DEBUG=1" in found.err
        with pytest.raises(RuntimeError):
            small("therapies", env={"IMMUNO_DEBUG": "1"}, broken=True)


def test_version_names_program_edition_days_and_schema(small: Immuno) -> None:
    for flag in ("--version", "-V"):
        found = small(flag)
        assert found.code == 0
        for told in (f"immuno {__version__}", "2026.01", "2026-01-15", "schema version 2"):
            assert told in found.out


@pytest.mark.parametrize("command", ["", *ALL_COMMANDS])
def test_help_fits_and_begins_with_examples(small: Immuno, command: str) -> None:
    for flag, width in (("-h", "60"), ("--help", "80"), ("--help", "200")):
        found = small(*command.split(), flag, env={"COLUMNS": width})
        assert (found.code, found.err) == (0, "")
        assert max(map(len, found.lines)) <= max(80, int(width))
        assert f"immuno {command}".strip() in found.out
        text = found.out
        assert text.index("Examples:") < text.index("Usage:")
        assert re.search(rf"^\W*(.* \| )?immuno {command}", text, re.MULTILINE)
    if command:
        assert small("help", command).out == small(command, "--help").out


def test_the_help_lists_every_command_in_its_group(small: Immuno) -> None:
    text = small("--help").out
    assert small("help").out == text
    places = [text.index(group) for group in GROUPS]
    assert places == sorted(places)
    for (group, commands), end in zip(GROUPS.items(), [*places[1:], len(text)], strict=True):
        part = text[text.index(group) : end]
        assert all(re.search(rf"^\W*{command} ", part, re.MULTILINE) for command in commands), group


def test_the_help_tells_exit_codes_and_the_environment(small: Immuno) -> None:
    text = small("--help").out
    for name in ("IMMUNO_DATA", "IMMUNO_PAGER", "IMMUNO_DEBUG", "NO_COLOR", "FORCE_COLOR"):
        assert name in text
    for code in ("0", "1", "2", "3", "4", "5", "70", "130", "141"):
        assert re.search(rf"\b{code}\b", text), code


def test_no_argument_at_all_shows_the_help(small: Immuno) -> None:
    assert small().out == small("--help").out
    assert small().code == 0


def test_global_data_option_comes_before_the_command(immuno: Immuno, small: Immuno) -> None:
    assert small.data is not None
    found = immuno("--data", str(small.data), "therapies", "--count")
    assert found.out == small("therapies", "--count").out


def test_paths_of_jq_find_what_the_documents_promise(small: Immuno) -> None:
    answer = small("therapies", "--cancer", "melanoma", "--exact", "--format", "json").json
    assert [record["name"] for record in answer["results"]] == ["nivolumab", "pembrolizumab", "relatlimab"]
    page = small("show", "keytruda", "--format", "json").json
    assert page["results"][0]["indications"][0]["cancer"] == "melanoma"
    assert answer["query"]["cancer"] == ["melanoma"]


# Typed as spoken


@pytest.mark.parametrize(
    ("words", "quoted"),
    [
        (("define", "checkpoint", "inhibitor"), ("define", "checkpoint inhibitor")),
        (("show", "stomach", "cancer"), ("show", "stomach cancer")),
        (("show", "BCG", "live"), ("show", "BCG live")),
        (("therapies", "--cancer", "stomach", "cancer"), ("therapies", "--cancer", "stomach cancer")),
        (("therapies", "--cancer", "skin", "cancer", "-f", "json"), ("therapies", "--cancer", "skin cancer", "-f", "json")),
        (("keytruda",), ("show", "keytruda")),
        (("soft", "tissue", "sarcoma"), ("show", "soft tissue sarcoma")),
        (("define", "PD-1", "CRS"), ("define", "pd-1", "cytokine release syndrome")),
        (("faq", "side", "effects"), ("faq", "side effects")),
    ],
    ids=" ".join,
)  # fmt: skip
def test_words_that_belong_together_need_no_quotes(
    small: Immuno, today: str, words: tuple[str, ...], quoted: tuple[str, ...]
) -> None:
    spoken, plain = small(*words), small(*quoted)
    assert plain.code == 0
    assert (spoken.code, spoken.out_bytes, spoken.err_bytes) == (0, plain.out_bytes, plain.err_bytes)


def test_a_command_that_is_none_and_names_nothing_gets_a_hint(small: Immuno) -> None:
    found = small("therapis")
    assert found.code == 2 and "therapies" in found.err
    assert small("shwo", "keytruda").code == 2
