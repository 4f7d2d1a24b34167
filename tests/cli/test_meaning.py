"""No answer can be read as saying more than the record: withdrawn uses, days, names that look alike."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.cli.asked import FORMATS, HUMAN, MACHINE, REQUESTS
from tests.driver import Immuno

# The one withdrawn use of pembrolizumab in the small data.
WITHDRAWN = "Metastatic small cell lung cancer after chemotherapy"
DAY = "2021-03-30"
every_format = pytest.mark.parametrize("form", FORMATS)


def wide(immuno: Immuno, *words: str, form: str) -> str:
    """Return an answer on a screen so wide that no line of it is folded."""
    found = immuno(*words, "--format", form, env={"COLUMNS": "900"})
    assert found.code == 0, found
    return found.out


@every_format
@pytest.mark.parametrize("asked", REQUESTS)
def test_a_withdrawn_use_never_stands_without_the_word(
    small: Immuno, today: str, asked: str, form: str
) -> None:
    request = REQUESTS[asked][0]
    if "--source" in request:
        pytest.skip("tells what a list says, not what is approved")
    for line in wide(small, *request, form=form).split("},"):
        for part in line.splitlines():
            if WITHDRAWN in part and not part.lower().count("withdrawn"):
                # In a table with a row for every event, the approval has a row of its own.
                assert asked == "changes" and "approved" in part and "2019-06-17" in part, part


@every_format
@pytest.mark.parametrize(
    "request_",
    [("search", "metastatic small cell lung"), ("search", "chemotherapy"), ("search", "doxorubicin")],
)
def test_a_snippet_of_a_withdrawn_use_says_so(
    small: Immuno, today: str, request_: tuple[str, ...], form: str
) -> None:
    out = wide(small, *request_, form=form)
    for line in out.splitlines():
        if "after chemotherapy" in line or "with doxorubicin" in line:
            assert "withdrawn" in line.lower(), line


@every_format
def test_a_withdrawn_use_is_not_among_the_approved(small: Immuno, today: str, form: str) -> None:
    for words in (("therapies", "--cancer", "lung"), ("indications", "--cancer", "sarcoma"), ("matrix",)):
        out = wide(small, *words, form=form)
        assert "olaratumab" not in out and WITHDRAWN not in out
    assert "pembrolizumab" not in wide(small, "therapies", "--cancer", "lung", form=form)


def test_what_is_hidden_is_counted(small: Immuno) -> None:
    err = small("therapies", "--cancer", "lung").err
    assert "1 withdrawn or discontinued use not shown (--status any)" in err
    assert "1 therapy approved for any solid tumor may apply too (--agnostic)" in err


def test_the_status_is_that_of_the_uses_asked_for(small: Immuno) -> None:
    """Pembrolizumab is approved, but not for lung cancer."""
    rows = small("therapies", "--cancer", "lung", "--status", "any", "-f", "json").json["results"]
    assert [(row["id"], row["status"]) for row in rows] == [("pembrolizumab", "withdrawn")]
    rows = small("therapies", "--cancer", "lung", "--source", "cri-2022", "-f", "json").json["results"]
    assert [(row["id"], row["status"]) for row in rows] == [("pembrolizumab", "withdrawn")]
    assert small("therapies", "--status", "withdrawn", "-c", "id", "--no-header").lines == [
        "olaratumab",
        "pembrolizumab",
    ]


def test_a_use_is_withdrawn_from_its_day_on(small: Immuno) -> None:
    def on(day: str) -> list[str]:
        found = small("indications", "--cancer", "sclc", "--as-of", day, "--status", "any", "-f", "json").json
        return [row["status"] for row in found["results"]]

    assert on("2019-06-16") == []
    assert on("2019-06-17") == on("2021-03-29") == on("2021-02") == ["active"]
    assert on(DAY) == on("2021") == on("2026") == ["withdrawn"]


@pytest.mark.parametrize("form", HUMAN)
def test_the_day_asked_about_is_the_day_told(small: Immuno, today: str, form: str) -> None:
    asked = ("therapies", "--as-of", "2021-02")
    assert "as of 2021-02-28. Reference information" in wide(small, *asked, form=form)
    assert small(*asked, "-f", "json").json["as_of"] == "2021-02-28"


def test_the_disclaimer_is_never_in_machine_formats(small: Immuno) -> None:
    for asked, _ in REQUESTS.values():
        for form in MACHINE:
            assert "not medical advice" not in small(*asked, "--format", form).out


@pytest.mark.parametrize("words", [("--count",), ("-c", "id"), ("--no-header", "-f", "csv")])
def test_machine_answers_are_bare_and_json_still_has_the_day(small: Immuno, words: tuple[str, ...]) -> None:
    assert "advice" not in small("therapies", *words).out
    assert small("therapies", "-f", "json", "-c", "id").json["as_of"] == "2026-01-15"


# Names that look alike


@pytest.mark.parametrize(
    "name", ["keytrudo", "pembrolizumabb", "pembrolizumb", "Kymria", "Lartruv", "CTL-091"]
)
def test_a_name_that_is_only_near_is_asked_about(small: Immuno, name: str) -> None:
    for words in (("show", name), ("cite", name), ("indications", "--therapy", name)):
        found = small(*words)
        assert found.code in (1, 3) and found.out == "", found
    assert small("compare", name, "bcg").code in (1, 3)


def test_resolving_a_near_name_asks_for_review(small: Immuno) -> None:
    rows = small("resolve", "pembrolizmab", "-f", "json").json["results"]
    assert [(row["id"], row["match"], row["review"]) for row in rows] == [
        ("pembrolizumab", "spelling", "yes")
    ]


@pytest.mark.parametrize("name", ["olaparib", "olaparip", "Olaparib 300 mg", "olaparab"])
def test_what_is_none_of_ours_resolves_to_nothing(small: Immuno, name: str) -> None:
    row = small("resolve", name, "-f", "json").json["results"][0]
    assert (row["id"], row["match"], row["name"]) == ("", "", "")
    assert small("show", name).code in (1, 3)


@pytest.mark.parametrize("name", ["pem", "ke", "a", "1", "mab", "anti", "cel", "keytru"])
def test_a_fragment_is_no_name(small: Immuno, name: str) -> None:
    assert small("show", name).code in (1, 3)
    assert small("resolve", name, "-f", "json").json["results"][0]["id"] == ""


@pytest.mark.parametrize(
    ("name", "parent"),
    [
        ("trastuzumab deruxtecan", "trastuzumab"),
        ("ado-trastuzumab emtansine", "trastuzumab"),
        ("trastuzumab emtansine", "trastuzumab"),
        ("infliximab", "rituximab"),
        ("ibritumomab tiuxetan", "rituximab"),
    ],
)
def test_a_relative_is_never_taken_for_its_parent(immuno: Immuno, name: str, parent: str) -> None:
    found = immuno("show", name, "-f", "jsonl")
    assert parent not in [json.loads(line)["id"] for line in found.lines]
    assert parent not in immuno("resolve", name, "-f", "json").json["results"][0]["id"].split(";")


def test_a_name_of_two_is_no_name_of_one(small: Immuno) -> None:
    found = small("show", "pembro-bcg")
    assert found.code == 3 and "BCG live" in found.err and "pembrolizumab" in found.err
    row: dict[str, Any] = small("resolve", "bcg + keytruda", "-f", "json").json["results"][0]
    assert row["id"].split(";") == ["bcg", "pembrolizumab"] and row["match"] == "combination"
