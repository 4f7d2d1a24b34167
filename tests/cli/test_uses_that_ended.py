"""Uses that have ended: a page counts them, words ask for them, and an empty "withdrawn" says where to look."""

from __future__ import annotations

import re

import pytest

from tests.driver import Immuno

ENDED = re.compile(r"^Ended: ([^(]+) \((immuno [^)]+)\)$", re.MULTILINE)


@pytest.mark.parametrize(
    ("words", "command"),
    [
        ("therapies withdrawn --cancer bladder", "therapies --status withdrawn --cancer bladder"),
        ("therapies past lung cancer", 'therapies --status past --cancer "lung cancer"'),
        ("indications tecentriq past", "indications --therapy tecentriq --status past"),
        ("show tecentriq withdrawn", "indications --therapy Tecentriq --status withdrawn"),
        ("show opdivo former uses --as-of 2022", "indications --therapy Opdivo --status past --as-of 2022"),
        ("show checkpoint inhibitor withdrawn", 'therapies --type "checkpoint inhibitor" --status withdrawn'),
        ("show keytruda replaced uses", "indications --therapy Keytruda --status replaced"),
        ("nivolumab withdrawn indications", "indications --therapy nivolumab --status withdrawn"),
        ("withdrawn therapies for bladder cancer", 'therapies --cancer "bladder cancer" --status withdrawn'),
        ("withdrawn drugs", "therapies --status withdrawn"),
        ("was tecentriq withdrawn", "indications --therapy Tecentriq --status withdrawn"),
    ],
)
def test_words_that_ask_for_what_ended_are_the_option(immuno: Immuno, words: str, command: str) -> None:
    found = immuno(*words.split())
    assert f"read as: immuno {command}\n" in found.err
    assert found.code == 0
    assert len(found.lines) > 1


@pytest.mark.parametrize("words", ["withdrawn approval", "withdrawn", "what replaced tecentriq"])
def test_what_is_a_name_or_asks_for_another_is_not(immuno: Immuno, words: str) -> None:
    assert "--status" not in immuno(*words.split()).err


@pytest.mark.parametrize(
    "asked",
    [
        ["tecentriq"], ["keytruda"], ["opdivo"], ["enhertu"], ["zevalin"], ["bcg"], ["opdivo", "--as-of", "2019"],
        ["hepatitis b vaccine"], ["rituxan hycela"], ["herceptin"], ["alimta"], ["olaratumab"], ["kimmtrak"],
    ],
)  # fmt: skip
def test_a_page_counts_what_ended_and_tells_how_to_list_it(immuno: Immuno, asked: list[str]) -> None:
    page = immuno("show", *asked)
    day = asked[1:]
    uses = immuno("indications", "--therapy", asked[0], "--status", "any", *day, "-c", "status").lines[1:]
    past = [one for one in uses if one != "current"]
    line = ENDED.search(page.out)
    if not past or len(past) == len(uses):  # the page itself tells of nothing else
        assert line is None
        return
    assert line is not None
    assert sum(map(int, re.findall(r"\d+", line[1]))) == len(past)
    listed = immuno(*line[2].split()[1:])
    assert len(listed.rows) - 1 == len(past)


def test_news_that_is_empty_says_between_which_days_and_what_finds_some(immuno: Immuno) -> None:
    for options in (
        ["--event", "withdrawn"],
        ["--event", "withdrawn", "--event", "left-market", "--cancer", "bladder cancer"],
        ["--therapy", "zevalin"],
        ["--event", "approved", "--target", "cd20", "--since", "2020", "--until", "2020-06-30"],
        ["--type", "car-t-cell-therapy", "--event", "boxed-warning", "--as-of", "2026"],
    ):
        found = immuno("changes", *options)
        if len(found.lines) > 1:
            continue
        told = re.search(
            r"no such change in the record from (\S+) to (\S+); the last before: (\S+) \(immuno (.+)\)",
            found.err,
        )
        assert told, found.err
        first, last, newest, command = told.groups()
        assert newest[:10] < first < last
        again = immuno(*command.split())
        assert again.rows[1][0] == newest


def test_news_that_there_never_were_say_so(immuno: Immuno) -> None:
    found = immuno("changes", "--event", "returned", "--until", "1999-06-30")
    assert "no such change in the record from 1998-06-30 to 1999-06-30, nor before" in found.err
