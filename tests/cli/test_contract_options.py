"""The options that every command has: columns, order, limits, files, exit status."""

from __future__ import annotations

import csv
import io
import os
from pathlib import Path

import pytest

from tests.cli.asked import ANSWERED, COLUMNS, REQUESTS
from tests.driver import Immuno

LISTS = [name for name, (_, kind) in ANSWERED.items() if kind in COLUMNS]


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
@pytest.mark.parametrize("form", ["tsv", "json", "table", "text"])
def test_an_unknown_column_lists_the_real_ones(small: Immuno, asked: str, form: str) -> None:
    found = small(*REQUESTS[asked][0], "--format", form, "--columns", "nosuch")
    assert (found.code, found.out) == (2, "")
    listed = small(*REQUESTS[asked][0], "--format", "tsv").rows[0]
    assert all(column in found.err for column in ["nosuch", *listed])


def test_a_column_that_only_json_has_can_be_chosen(small: Immuno) -> None:
    assert small("show", "keytruda", "-f", "tsv", "-c", "id,makers").rows == [
        ["id", "makers"],
        ["pembrolizumab", "Merck"],
    ]
    uses = small("therapies", "-f", "json", "-c", "id,indications").json["results"]
    assert all(list(record) == ["id", "indications"] for record in uses)


@pytest.mark.parametrize("asked", REQUESTS)
@pytest.mark.parametrize("form", ["table", "md", "text"])
def test_chosen_columns_make_a_table_for_people_too(small: Immuno, asked: str, form: str, today: str) -> None:
    request = REQUESTS[asked][0]
    first, second = small(*request, "--format", "tsv").rows[0][:2]
    shown = small(*request, "--format", form, "-c", f"{second},{first}", env={"COLUMNS": "120"}).out
    plain = shown.replace("\\", "").replace("_", " ")
    header = next(line for line in plain.splitlines() if first.replace("_", " ") in line)
    assert header.index(second.replace("_", " ")) < header.rindex(first.replace("_", " "))


def test_a_column_of_an_empty_list_is_still_known(small: Immuno) -> None:
    asked = ("therapies", "--cancer", "sarcoma", "-f", "tsv", "--columns")
    assert small(*asked, "id,mechanism").rows == [["id", "mechanism"]]
    assert small(*asked, "id,nosuch").code == 2


@pytest.mark.parametrize("asked", LISTS)
def test_no_header_leaves_only_records(small: Immuno, asked: str) -> None:
    for form in ("tsv", "csv"):
        request = (*ANSWERED[asked][0], "--format", form)
        header, rest = small(*request).out.split("\n", 1)
        assert header
        assert small(*request, "--no-header").out == rest


def test_sort_orders_and_reverse_turns(small: Immuno) -> None:
    asked = ("indications", "--status", "any", "-f", "tsv", "-c", "approved", "--no-header")
    dates = [row[0] for row in small(*asked, "--sort", "approved").rows]
    assert dates == sorted(dates) and len(set(dates)) > 3
    assert [row[0] for row in small(*asked, "--sort", "approved", "--reverse").rows] == dates[::-1]


def test_sort_takes_numbers_as_numbers(small: Immuno) -> None:
    scores = [float(row[0]) for row in small("search", "cells", "-c", "score", "--sort", "score").rows[1:]]
    assert scores == sorted(scores) and len(scores) > 2
    years = small("timeline", "-f", "json", "--sort", "approvals").json["results"]
    assert [year["approvals"] for year in years] == sorted(year["approvals"] for year in years)


def test_sort_by_an_unknown_column_lists_the_real_ones(small: Immuno) -> None:
    found = small("therapies", "--sort", "nosuch")
    assert found.code == 2 and "first_approved" in found.err and found.out == ""


@pytest.mark.parametrize("asked", LISTS)
def test_limit_takes_the_first(small: Immuno, asked: str) -> None:
    request = (*ANSWERED[asked][0], "--format", "tsv")
    assert small(*request, "--limit", "1").rows == small(*request).rows[:2]
    assert small(*request, "--limit", "0").rows == small(*request).rows[:1]
    assert small(*request, "--limit", "1000").out == small(*request).out


@pytest.mark.parametrize("limit", ["-1", "x", "1.5", "", "9" * 4500])
def test_a_limit_that_is_no_number_is_refused(small: Immuno, limit: str) -> None:
    found = small("therapies", "--limit", limit)
    assert (found.code, found.out, len(found.err.splitlines())) == (2, "", 1)


@pytest.mark.parametrize("asked", REQUESTS)
@pytest.mark.parametrize("form", ["table", "json", "tsv"])
def test_count_prints_only_the_number(small: Immuno, asked: str, form: str) -> None:
    request = (*REQUESTS[asked][0], "--format", form)
    count = small(*REQUESTS[asked][0], "--format", "json").json["count"]
    assert small(*request, "--count").out == f"{count}\n"


def test_limit_counts_before_count(small: Immuno) -> None:
    assert small("therapies", "--limit", "2", "--count").out == "2\n"


@pytest.mark.parametrize("form", ["tsv", "csv", "json", "jsonl", "md", "text", "table"])
@pytest.mark.parametrize("asked", REQUESTS)
def test_output_writes_what_would_be_shown(
    small: Immuno, asked: str, form: str, tmp_path: Path, today: str
) -> None:
    request = (*REQUESTS[asked][0], "--format", form)
    target = tmp_path / "answer"
    found = small(*request, "--output", str(target))
    assert (found.code, found.out) == (0, "")
    assert target.read_bytes() == small(*request).out_bytes
    assert os.listdir(tmp_path) == ["answer"]


def test_output_goes_through_a_link_and_keeps_permissions(small: Immuno, tmp_path: Path) -> None:
    target, link = tmp_path / "real", tmp_path / "link"
    target.write_text("old", encoding="utf-8")
    target.chmod(0o640)
    link.symlink_to(target)
    assert small("therapies", "-o", str(link)).code == 0
    assert link.is_symlink()
    assert target.read_text(encoding="utf-8").startswith("id\t")
    assert target.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("where", ["missing/answer", ".", "", "x" * 5000, "a\udcffb/c"])
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


@pytest.mark.parametrize("asked", REQUESTS)
def test_exit_status_of_an_answer_is_zero(small: Immuno, asked: str) -> None:
    assert small(*REQUESTS[asked][0], "-e", "--format", "tsv").code == 0


def test_csv_marks_what_a_spreadsheet_would_run(small: Immuno) -> None:
    strings = ["=1+1", "+1", "-1", "@x", 'a"b', "c,d"]
    found = small("resolve", "-f", "csv", "--", *strings)
    cells = [row[0] for row in csv.reader(io.StringIO(found.out, newline=""))][1:]
    assert cells == ["'=1+1", "'+1", "'-1", "'@x", 'a"b', "c,d"]
