"""The options that every command has: columns, order, limits, files, exit status."""

from __future__ import annotations

import inspect
import os
import re
from pathlib import Path

import pytest

from immunocli.cli import function_of
from tests.cli.asked import (
    ALL_COMMANDS,
    ANSWERED,
    COLUMNS,
    FORMATS,
    REQUESTS,
    arguments_of,
    options_of,
    parameters_of,
)
from tests.driver import Immuno

LISTS = [name for name, (_, kind) in ANSWERED.items() if kind in COLUMNS]
SHARED = (
    "--format -f --json --columns -c --no-header --sort --reverse --limit --count --output -o --exit-status -e "
    "--no-pager --data"
).split()
USES = (
    "--cancer --type --target --biomarker --setting --line --approval --status --market --since --as-of "
    "--source --agnostic --exact --full"
).split()
# What each command takes besides the shared options: promises.
OPTIONS = {
    "therapies": USES,
    "indications": ["--therapy", *USES],
    "show": "--cancer --as-of --full".split(),
    "changes": "--since --until --therapy --cancer --type --target --event --as-of".split(),
    "compare": "--cancer --as-of --full".split(),
    "define": "--technical --as-of".split(),
    "terms": ["--topic"],
    "faq": [],
    "immune-system": ["--kind"],
    "search": [],
    "types": ["--as-of"],
    "targets": ["--as-of"],
    "cancers": ["--as-of"],
    "timeline": "--therapy --cancer --type --target --agnostic --as-of".split(),
    "matrix": "--by --cancer --type --target --as-of".split(),
    "resolve": "--kind --strict".split(),
    "cite": "--cancer --edition --style".split(),
    "data": [],
}


@pytest.mark.parametrize("command", OPTIONS)
def test_a_command_takes_the_promised_options(command: str) -> None:
    assert set(options_of(command)) >= {*OPTIONS[command], *SHARED}


@pytest.mark.parametrize("command", ALL_COMMANDS)
def test_what_is_declared_is_what_the_function_takes(command: str) -> None:
    """Nobody else compares the two: a name that differs would fail when it is first used."""
    function = function_of(command)
    taken = {
        one.name: one
        for one in inspect.signature(function).parameters.values()
        if one.kind is not inspect.Parameter.VAR_KEYWORD
    }
    further = any(
        one.kind is inspect.Parameter.VAR_KEYWORD for one in inspect.signature(function).parameters.values()
    )
    declared = {one.name for one in parameters_of(command)}
    if "out" in taken:
        declared -= {one.name for one in parameters_of(command) if set(one.flags) & set(SHARED)}
        taken.pop("out")
    assert set(taken) <= declared
    assert further or set(taken) == declared


def test_no_two_parameters_of_a_command_have_one_name_or_flag() -> None:
    for command in ALL_COMMANDS:
        names = [one.name for one in parameters_of(command)]
        flags = [flag for one in parameters_of(command) for flag in one.flags]
        assert len(set(names)) == len(names) and len(set(flags)) == len(flags), command


# "" for an option that names something: never the same as leaving it out.
EMPTY = [
    (command, flag)
    for command in ALL_COMMANDS
    for flag, one in options_of(command).items()
    if one.kind != "flag" and (flag not in SHARED or command == "therapies")
]


@pytest.mark.parametrize(("command", "flag"), EMPTY, ids=" ".join)
def test_an_empty_value_is_refused(small: Immuno, command: str, flag: str) -> None:
    needed = {one.name: "x" for one in arguments_of(command) if one.default is ...}
    required = [
        word for name, one in options_of(command).items() if one.default is ... for word in (name, "x")
    ]
    for form in ([flag, ""], [f"{flag}="] if flag.startswith("--") else [flag, ""]):
        found = small(command, *needed.values(), *required, *form)
        assert (found.code, found.out) == (2, ""), found
        assert found.err.count("\n") == 1 and flag.lstrip("-") in found.err, found


@pytest.mark.parametrize("flag", ["--as-of", "--since"])
def test_a_blank_value_is_refused_too(small: Immuno, flag: str) -> None:
    for blank in (" ", "\t", "  "):
        assert small("therapies", flag, blank).code == 2


@pytest.mark.parametrize("command", ALL_COMMANDS)
def test_every_option_stands_in_the_help(small: Immuno, command: str) -> None:
    text = " ".join(small(command, "--help", env={"COLUMNS": "200"}).out.split())
    for flag, one in options_of(command).items():
        assert re.search(rf"(?<![\w-]){re.escape(flag)}(?![\w-])", text), f"{flag} is not told"
        if one.values and one.kind != "flag":
            whole = text.replace("- ", "-")  # words may be broken at their hyphens
            assert all(value in whole for value in one.values), f"{flag}: name its values"


@pytest.mark.parametrize("asked", REQUESTS)
def test_columns_choose_and_order(small: Immuno, asked: str) -> None:
    request = REQUESTS[asked][0]
    first, second = small(*request, "--format", "tsv").rows[0][:2]
    rows = small(*request, "--format", "tsv", "--columns", f"{second},{first}").rows
    assert rows[0] == [second, first]
    whole = small(*request, "--format", "tsv").rows
    assert rows == [[row[1], row[0]] for row in whole]
    records = small(*request, "--format", "json", "-c", f"{second},{first}").json["results"]
    assert all(list(record) == [second, first] for record in records)


@pytest.mark.parametrize("asked", REQUESTS)
def test_an_unknown_column_lists_the_real_ones(small: Immuno, asked: str) -> None:
    listed = small(*REQUESTS[asked][0], "--format", "tsv").rows[0]
    for form in ("tsv", "json", "table"):
        found = small(*REQUESTS[asked][0], "--format", form, "--columns", "nosuch")
        assert (found.code, found.out) == (2, "")
        assert all(column in found.err for column in ["nosuch", *listed])


def test_a_column_that_only_json_has_can_be_chosen(small: Immuno) -> None:
    assert small("show", "keytruda", "-f", "tsv", "-c", "id,makers").rows == [
        ["id", "makers"],
        ["pembrolizumab", "Merck"],
    ]
    uses = small("therapies", "--full", "-f", "json", "-c", "id,indications").json["results"]
    assert all(list(record) == ["id", "indications"] for record in uses)


@pytest.mark.parametrize("form", ["table", "md", "text"])
def test_chosen_columns_make_a_table_for_people_too(small: Immuno, form: str, today: str) -> None:
    for request, _ in REQUESTS.values():
        first, second = small(*request, "--format", "tsv").rows[0][:2]
        shown = small(*request, "--format", form, "-c", f"{second},{first}", env={"COLUMNS": "160"}).out
        plain = shown.replace("\\", "").replace("_", " ")
        # A column that is the same in every row may move into the title.
        if len(small(*request, "-f", "tsv").rows) > 2:
            header = next(line for line in plain.splitlines() if first.replace("_", " ") in line)
            assert second.replace("_", " ") in plain
            if second.replace("_", " ") in header:
                assert header.index(second.replace("_", " ")) < header.rindex(first.replace("_", " "))


def test_a_column_of_an_empty_list_is_still_known(small: Immuno) -> None:
    asked = ("therapies", "--cancer", "thymus", "-f", "tsv", "--columns")
    assert small(*asked, "id,mechanism").rows == [["id", "mechanism"]]
    assert small(*asked, "id,nosuch").code == 2


def test_no_header_leaves_only_records(small: Immuno) -> None:
    for asked in LISTS:
        for form in ("tsv", "csv"):
            request = (*ANSWERED[asked][0], "--format", form)
            header, rest = small(*request).out.split("\n", 1)
            assert header
            assert small(*request, "--no-header").out == rest


def test_sort_orders_by_a_column_and_reverse_turns_it_round(small: Immuno) -> None:
    asked = ("therapies", "-c", "approved", "--no-header")
    dates = [row[0] for row in small(*asked, "--sort", "approved").rows]
    assert dates == sorted(dates) and len(set(dates)) > 3
    assert [row[0] for row in small(*asked, "--sort", "approved", "--reverse").rows] == dates[::-1]
    names = [row[0] for row in small("therapies", "-c", "name", "--no-header").rows]
    assert names == sorted(names, key=str.casefold)
    assert [row[0] for row in small("therapies", "-c", "name", "--no-header", "--reverse").rows] == names[
        ::-1
    ]


def test_sort_puts_what_is_not_known_last(small: Immuno) -> None:
    rows = small("indications", "--status", "any", "-f", "json", "--sort", "converted").json["results"]
    dates = [row["converted"] for row in rows]
    known = [date for date in dates if date]
    assert known == sorted(known) and dates[: len(known)] == known and None in dates


def test_sort_takes_numbers_as_numbers(small: Immuno) -> None:
    scores = [float(row[0]) for row in small("search", "cells", "-c", "score", "--sort", "score").rows[1:]]
    assert scores == sorted(scores) and len(scores) > 2
    uses = small("timeline", "-f", "json", "--sort", "uses").json["results"]
    assert [lane["uses"] for lane in uses] == sorted(lane["uses"] for lane in uses)


def test_sort_by_an_unknown_column_lists_the_real_ones(small: Immuno) -> None:
    found = small("therapies", "--sort", "nosuch")
    assert found.code == 2 and "approved" in found.err and found.out == ""


def test_limit_takes_the_first_and_says_of_how_many(small: Immuno) -> None:
    for asked in LISTS:
        request = (*ANSWERED[asked][0], "--format", "tsv")
        whole = small(*request)
        assert small(*request, "--limit", "1").rows == whole.rows[:2]
        assert small(*request, "--limit", "0").rows == whole.rows[:1]
        assert small(*request, "--limit", "1000").out == whole.out
        if asked != "search" and len(whole.rows) > 2:
            assert f"1 of {len(whole.rows) - 1} shown" in small(*request, "--limit", "1").err
    notices = small("therapies", "--limit", "2", "--json").json["notices"]
    assert [one["of"] for one in notices if one["code"] == "limited"] == [6]


@pytest.mark.parametrize("limit", ["-1", "x", "1.5", "9" * 4500])
def test_a_limit_that_is_no_number_is_refused(small: Immuno, limit: str) -> None:
    found = small("therapies", "--limit", limit)
    assert (found.code, found.out, len(found.err.splitlines())) == (2, "", 1)


@pytest.mark.parametrize("asked", REQUESTS)
def test_count_prints_only_the_number(small: Immuno, asked: str) -> None:
    count = small(*REQUESTS[asked][0], "--format", "json").json["count"]
    for form in ("table", "json", "tsv"):
        assert small(*REQUESTS[asked][0], "--format", form, "--count").out == f"{count}\n"


def test_limit_counts_before_count(small: Immuno) -> None:
    assert small("therapies", "--limit", "2", "--count").out == "2\n"


@pytest.mark.parametrize("form", FORMATS)
def test_output_writes_what_would_be_shown(small: Immuno, form: str, tmp_path: Path, today: str) -> None:
    target = tmp_path / "answer"
    for asked in REQUESTS.values():
        request = (*asked[0], "--format", form)
        found = small(*request, "--output", str(target))
        assert (found.code, found.out) == (0, "")
        assert target.read_bytes() == small(*request).out_bytes
        assert os.listdir(tmp_path) == ["answer"]
    assert (
        small("therapies", "--format", form, "-o", "-").out_bytes == small("therapies", "-f", form).out_bytes
    )


ENDINGS = {".tsv": "tsv", ".csv": "csv", ".json": "json", ".jsonl": "jsonl", ".md": "md", ".txt": "text"}


def test_the_ending_of_the_file_chooses_the_format(small: Immuno, tmp_path: Path, today: str) -> None:
    for ending, form in ENDINGS.items():
        for name in (f"answer{ending}", f"ANSWER{ending.upper()}"):
            target = tmp_path / name
            assert small("therapies", "-o", str(target)).code == 0
            assert target.read_bytes() == small("therapies", "-f", form).out_bytes
            assert small("therapies", "-f", "csv", "-o", str(target)).code == 0
            assert target.read_bytes() == small("therapies", "-f", "csv").out_bytes


@pytest.mark.parametrize("name", ["answer.xlsx", "answer.parquet", "answer.docx", "a.b"])
def test_an_ending_that_means_nothing_is_refused(small: Immuno, tmp_path: Path, name: str) -> None:
    found = small("therapies", "-o", str(tmp_path / name))
    assert (found.code, os.listdir(tmp_path)) == (2, []) and ".csv" in found.err


def test_a_name_without_an_ending_or_a_device_gets_the_usual(small: Immuno, tmp_path: Path) -> None:
    plain = small("therapies").out_bytes
    for name in ("answer", ".hidden", "dir.d/answer"):
        (tmp_path / "dir.d").mkdir(exist_ok=True)
        assert small("therapies", "-o", str(tmp_path / name)).code == 0
        assert (tmp_path / name).read_bytes() == plain
    assert small("therapies", "-o", os.devnull).code == 0


def test_a_picture_is_refused_where_none_is_drawn(small: Immuno, tmp_path: Path) -> None:
    for ending in ("svg", "png", "pdf"):
        found = small("therapies", "-o", str(tmp_path / f"x.{ending}"))
        assert (found.code, os.listdir(tmp_path)) == (2, [])


def test_output_goes_through_a_link_and_keeps_permissions(small: Immuno, tmp_path: Path) -> None:
    target, link = tmp_path / "real", tmp_path / "link"
    target.write_text("old", encoding="utf-8")
    target.chmod(0o640)
    link.symlink_to(target)
    assert small("therapies", "-o", str(link)).code == 0
    assert link.is_symlink()
    assert target.read_text(encoding="utf-8").startswith("id\t")
    assert target.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("where", ["missing/answer", ".", "x" * 5000, "a\udcffb/c"])
def test_output_that_cannot_be_written_is_told(
    small: Immuno, where: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    found = small("therapies", "--output", where)
    assert (found.code, found.out, len(found.err.splitlines())) == (2, "", 1)
    assert os.listdir(tmp_path) == []


def test_a_failed_question_leaves_the_old_file(small: Immuno, tmp_path: Path) -> None:
    target = tmp_path / "answer"
    target.write_text("old", encoding="utf-8")
    assert small("show", "nosuchname", "-o", str(target)).code == 1
    assert small("therapies", "-c", "nosuch", "-o", str(target)).code == 2
    assert target.read_text(encoding="utf-8") == "old"


def test_exit_status_of_an_answer_is_zero(small: Immuno) -> None:
    for request, _ in REQUESTS.values():
        assert small(*request, "-e", "--format", "tsv").code == 0


@pytest.mark.parametrize(
    "words", [("data", "path"), ("data", "validate"), ("cite", "keytruda", "--style", "ris")]
)
def test_a_command_refuses_a_format_that_it_does_not_give(small: Immuno, words: tuple[str, ...]) -> None:
    assert small(*words).code == 0
    for form in (("-f", "json"), ("--json",), ("-f", "csv")):
        found = small(*words, *form)
        assert (found.code, found.out) == (2, ""), found
