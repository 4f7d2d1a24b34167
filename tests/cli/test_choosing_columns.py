"""Columns are chosen and ordered, rows sorted, limited and counted, in every command alike."""

from __future__ import annotations

import pytest

from tests.cli.asked import (
    ANSWERED,
    COLUMNS,
    REQUESTS,
)
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


def test_help_on_columns_says_what_each_means(small: Immuno) -> None:
    told = small("therapies", "-c", "help").out
    assert all(f"\n{name} " in told for name in ("name", "approved", "boxed", "sources"))


def test_a_list_has_days_boxes_and_documents_at_once(immuno: Immuno) -> None:
    rows = immuno("therapies", "--cancer", "lung", "-f", "tsv", "-c", "id,approved,boxed,sources").rows[1:]
    told = {row[0]: row for row in rows}
    assert told["tarlatamab"][1] == "2024-05-16" and "Cytokine" in told["tarlatamab"][2]
    assert told["tarlatamab"][3].split(";")[-1].startswith("fda-") and all(row[3] for row in rows)


@pytest.mark.parametrize(
    ("flag", "value"),
    [("--target", "PD-1,PD-L1"), ("--cancer", "lung,melanoma"), ("--type", "adc, car t")],
)
def test_commas_part_names(immuno: Immuno, flag: str, value: str) -> None:
    parted = [part for one in value.split(",") for part in (flag, one.strip())]
    assert immuno("therapies", flag, value, "-f", "tsv").out == immuno("therapies", *parted, "-f", "tsv").out


def test_citations_in_a_style_are_limited_too(immuno: Immuno) -> None:
    found = immuno("cite", "keytruda", "--style", "ris", "--limit", "2")
    assert found.out.count("TY  - ") == 2 and "2 of " in found.err
