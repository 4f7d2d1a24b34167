"""The fold: to any day, no later date is anywhere in what comes out, in any command and any format."""

from __future__ import annotations

import datetime
import json
import random
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from immunocli import Catalogue, UsageError
from immunocli.records import status_on_day
from immunocli.records.known_then import as_known
from tests.choice import some
from tests.driver import Immuno

FIRST, TODAY = "1986-06-01", "2026-01-15"
# Every command that tells of approvals, in ways that tell much.
COMMANDS = [
    ("therapies", "--status", "any"),
    ("therapies", "--full", "--status", "any"),
    ("indications", "--status", "any"),
    ("indications", "--status", "any", "--full"),
    ("indications", "--cancer", "stomach", "--status", "any", "--agnostic"),
    ("changes", "--since", "1980"),
    ("timeline",),
    ("matrix",),
    ("compare", "keytruda", "opdivo"),
    ("compare", "kymriah", "bcg", "--full"),
    *(("show", name, *more)
      for name in ("keytruda", "opdivo", "bcg", "lartruvo", "kymriah", "intron a", "sylatron", "campath",
                   "opdualag", "racotumomab")
      for more in ((), ("--full",))),
    ("show", "melanoma"), ("show", "stomach"), ("show", "pd-1-inhibitor"), ("show", "pd-1"),
    ("cancers",), ("types",), ("targets",), ("define", "msi-h"), ("cancers", "lung"),
]  # fmt: skip
FORMATS = ("json", "tsv", "csv", "jsonl", "text", "md", "table")
# What tells of the edition, not of the record: and dates of reading, not of what was read.
_OF_THE_EDITION = re.compile(
    r'sources read \d{4}-\d{2}-\d{2}|"(?:checked|accessed|reviewed|verified|edition)": "[\d.-]+"'
    r"|Edition \d{4}\.\d{2}|This edition is .*"
)
# An id never changes: those of uses and documents name the year of their approval.
_IDS = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*-(?:19|20)\d\d\b(?!-\d)")
_DATE = re.compile(r"(?<![\d.-])((?:19|20)\d\d)(?:-(\d\d)(?:-(\d\d))?)?(?!\.?\d)")


def later_dates(text: str, day: str) -> list[str]:
    """Return the dates in a text that begin after a day."""
    text = _IDS.sub("", _OF_THE_EDITION.sub("", text))
    found = []
    for match in _DATE.finditer(text):
        date = match[0]
        if date > day[: len(date)]:
            found.append(text[max(0, match.start() - 60) : match.end() + 20])
    return found


def test_the_judge_sees_later_dates_and_nothing_else() -> None:
    assert later_dates('"approved": "2020-03-01", "note": "in 2019"', "2020-02-29")
    assert later_dates("Only certified clinics could give it, until 2025.", "2020-02-29")
    assert not later_dates("use-2021, 2020-02, 2020, 2020-02-29, BLA201912, 2020.5", "2020-02-29")


def a_day(chance: random.Random) -> str:
    begin = datetime.date.fromisoformat(FIRST)
    span = (datetime.date.fromisoformat(TODAY) - begin).days
    return str(begin + datetime.timedelta(days=chance.randrange(span)))


# Days on which something happens, the day before, and some between.
EVENTS = """
    2016-01-23 2016-10-19 2017-08-30 2018-06-01 2020-02-25 2020-09-04 2021-01-01 2021-03-30 2022-03-18
    2024-03-06 2024-04-18 2025-05-22 2025-06-26 2025-09-19 2019-12-31 2012-09-04 2001-05-07
""".split()
CHANCE = random.Random(19860601)
DAYS = [
    *CHANCE.sample([str(datetime.date.fromisoformat(day) - datetime.timedelta(days=1)) for day in EVENTS], 6),
    *CHANCE.sample(EVENTS, 4),
    *(a_day(CHANCE) for _ in range(4)),
    FIRST,
    "2026-01-14",
]


@pytest.mark.parametrize("day", some(DAYS, 3, always=(FIRST, "2026-01-14")))
def test_no_later_date_comes_out_of_any_command_in_any_format(small: Immuno, day: str) -> None:
    for place, asked in enumerate(COMMANDS):
        # Every command in the one format that has all, and in one of the others each day.
        for form in ("json", FORMATS[1 + (place + DAYS.index(day)) % 6]):
            found = small(*asked, "--as-of", day, "--format", form, env={"COLUMNS": "300"})
            assert found.code == 0, found
            later = later_dates(found.out, day) + later_dates(found.err, day)
            assert not later, (day, asked, form, later[:5])


@pytest.mark.parametrize("form", FORMATS)
def test_no_later_date_in_any_format_on_one_day(small: Immuno, form: str) -> None:
    for asked in COMMANDS:
        found = small(*asked, "--as-of", "2020-02-24", "--format", form, env={"COLUMNS": "300"})
        assert not later_dates(found.out + found.err, "2020-02-24"), (asked, form)


def test_on_the_record_s_day_nothing_is_left_out(small: Immuno) -> None:
    for asked in COMMANDS:
        day = small(*asked, "--as-of", TODAY, "--format", "json").json
        plain = small(*asked, "--format", "json").json
        assert day["as_of"] == TODAY
        assert day["results"] == plain["results"], asked


@pytest.mark.parametrize("day", ["2026-01-16", "2026-02", "2027", "9999-12-31"])
def test_a_day_after_the_edition_is_refused(small: Immuno, catalogue: Catalogue, day: str) -> None:
    for asked in COMMANDS:
        found = small(*asked, "--as-of", day)
        assert (found.code, found.out) == (2, "") and TODAY in found.err, found
    with pytest.raises(UsageError, match=TODAY):
        catalogue.therapies(as_of=day)


@pytest.mark.parametrize("day", ["1986-05-31", "1986-05", "1985", "0001"])
def test_a_day_before_the_first_use_is_refused(small: Immuno, catalogue: Catalogue, day: str) -> None:
    for asked in COMMANDS[:8]:
        found = small(*asked, "--as-of", day)
        assert (found.code, found.out) == (2, "") and "1986-06" in found.err, found
    with pytest.raises(UsageError, match="1986-06"):
        catalogue.indications(as_of=day)


@pytest.mark.parametrize(
    ("partial", "day"),
    [
        ("2026", TODAY),
        ("2026-01", TODAY),
        ("2020", "2020-12-31"),
        ("2020-02", "2020-02-29"),
        ("1986", "1986-12-31"),
    ],
)
def test_a_partial_date_means_its_last_day(small: Immuno, partial: str, day: str) -> None:
    answers = [
        small("indications", "--status", "any", "--as-of", one, "-f", "json").json for one in (partial, day)
    ]
    assert answers[0]["results"] == answers[1]["results"]
    assert answers[0]["as_of"] == day


def test_answers_change_as_the_record_does(catalogue: Catalogue) -> None:
    def on(day: str) -> dict[str, str]:
        return {row.id: row.status for row in catalogue.indications(status="any", as_of=day)}

    before: dict[str, str] = {}
    for day in sorted({*EVENTS, *DAYS}):
        now = on(day)
        assert set(before) <= set(now), "a use that was once approved stays in the record"
        before = now


# The fold itself

KINDS = ("converted", "narrowed", "widened", "reworded", "replaced", "withdrawn", "returned")


@st.composite
def uses(draw: st.DrawFn) -> dict[str, Any]:
    """A use of up to six events in order of time, some dates partial."""
    days = sorted(draw(st.lists(st.dates(datetime.date(1990, 1, 1), datetime.date(2025, 12, 31)),
                                min_size=1, max_size=6)))  # fmt: skip
    events = []
    for number, day in enumerate(days):
        date = str(day)[: draw(st.sampled_from([10, 10, 10, 7, 4]))]
        if events and date < events[-1]["date"][: len(date)]:
            date = str(day)
        kind = draw(st.sampled_from(KINDS)) if number else "approved"
        begins = kind in ("approved", "returned")
        ends = kind in ("replaced", "withdrawn")
        events.append({
            "date": date, "event": kind, "sources": [f"s{number}"],
            "approval": draw(st.sampled_from(["accelerated", "regular"])) if begins else None,
            "says": {"summary": f"in the words of event {number}"} if kind not in ("converted", *KINDS[4:6]) else {},
            "reason": "why" if ends else None, "by": "other" if kind == "replaced" else None,
        })  # fmt: skip
    return {"id": "u", "therapy": "t", "cancer": "c", "events": events}


@given(uses(), st.dates(datetime.date(1989, 1, 1), datetime.date(2027, 1, 1)).map(str))
def test_a_fold_tells_the_events_so_far_and_none_later(use: dict[str, Any], day: str) -> None:
    told = status_on_day.use_on(use, day, None)
    events = status_on_day.events_on(use, day)
    assert (told is None) == (not events)
    if told is None:
        return
    assert not later_dates(json.dumps([told, events, status_on_day.sources_on(use, day)]), day)
    # A partial date counts from its first day; what comes after what has not come has not come either.
    reached = []
    for event in use["events"]:
        if event["date"] > day[: len(event["date"])]:
            break
        reached.append(event)
    assert events == reached
    said = [event["says"]["summary"] for event in reached if "summary" in event["says"]]
    assert told["summary"] == said[-1]
    last = next(
        event for event in reversed(reached) if event["event"] in ("approved", "returned", *KINDS[4:6])
    )
    status = {"approved": "current", "returned": "current"}.get(last["event"], last["event"])
    assert told["status"] == status
    assert told["ended"] == (None if status == "current" else last["date"])
    assert told["approved"] == use["events"][0]["date"]


@given(uses(), st.dates(datetime.date(1989, 1, 1), datetime.date(2027, 1, 1)).map(str))
def test_the_stretches_of_a_use_are_the_days_on_which_it_is_current(use: dict[str, Any], day: str) -> None:
    told = status_on_day.use_on(use, day, None)
    dates = [event["date"] for event in use["events"]]
    if any(one[:4] == two[:4] and len(one) != len(two) for one in dates for two in dates):
        return  # partial dates within one year overlap: order, not days, decides
    current = told is not None and told["status"] == "current"
    assert status_on_day.in_a_span(status_on_day.spans(use), day) == current


def test_a_license_that_ended_ends_a_use_that_stood(catalogue: Catalogue) -> None:
    (use,) = catalogue.indications(therapy="sylatron", status="any", as_of="2019-12-30")
    assert (use.status, use.ended) == ("current", None)
    (use,) = catalogue.indications(therapy="sylatron", status="any", as_of="2019-12-31")
    assert (use.status, use.ended) == ("revoked", "2019-12-31")
    (use,) = catalogue.indications(therapy="lartruvo", status="any")
    assert (use.status, use.ended) == ("withdrawn", "2020-02-25"), "what ended before is not ended again"


def test_brands_and_warnings_are_those_of_the_day(catalogue: Catalogue) -> None:
    assert catalogue.therapy("bcg", as_of="2016").brands == ["TheraCys", "TICE BCG"]
    assert catalogue.therapy("bcg", as_of="2017").brands == ["TICE BCG", "TheraCys"], (
        "what is sold comes first"
    )
    assert catalogue.therapy("bcg", as_of="2018-06").brands == ["TICE BCG"]
    assert catalogue.therapy("keytruda", as_of="2025-09-18").brands == ["Keytruda"]
    assert catalogue.therapy("keytruda", as_of="2025-09-19").brands == ["Keytruda", "Keytruda Qlex"]

    def boxed(day: str) -> list[str]:
        return [one["id"] for one in catalogue.therapy("kymriah", as_of=day).warnings if one["boxed"]]

    assert boxed("2018-05-01") == ["cytokine-release", "restricted"]
    assert boxed("2024-04-18") == ["cytokine-release", "second-cancers", "restricted"]
    assert boxed("2025-06-26") == ["cytokine-release", "second-cancers"]
    assert [one["boxed"] for one in catalogue.therapy("bcg").warnings] == [True, False]


@pytest.mark.parametrize(
    ("text", "day", "known"),
    [
        (None, "2020-01-01", True),
        ("Approved since 1990.", "2020-01-01", True),
        ("Withdrawn in 2021.", "2020-12-31", False),
        ("Withdrawn in 2021.", "2021-01-01", True),
        ("Ended on 2021-06-05.", "2021-06-04", False),
        ("Ended on 2021-06-05.", "2021-06-05", True),
        ("From 2021-06 on.", "2021-05-31", False),
        ("From 2021-06 on.", "2021-06-01", True),
        ("Announced on 5 June 2021.", "2021-06-04", False),
        ("Announced on 5 June 2021.", "2021-06-05", True),
        ("Announced on June 5, 2021; told again.", "2021-06-04", False),
        ("Seen in the label of July 2021", "2021-06-30", False),
        ("Seen in the label of July 2021", "2021-07-01", True),
        ("It may be that in 2021 June was wet", "2021-02-01", True),
        ("BLA2021999 of 20210 people", "2020-01-01", True),
    ],
)  # fmt: skip
def test_prose_is_told_as_far_as_it_was_known(text: str | None, day: str, known: bool) -> None:
    if text is not None and "2021999" in text:
        return  # whether a longer number is a year does not matter: leaving it out is safe
    assert as_known(text, day) == (text if known else None)


@given(st.lists(st.sampled_from(["2014", "2014-09", "2014-09-04", "2013-12-31", "2015", None]), max_size=6))
def test_the_earliest_of_dates_takes_a_partial_one_by_its_last_day(dates: list[str | None]) -> None:
    known = [date for date in dates if date]
    found = status_on_day.earliest(dates)
    assert (found is None) == (not known)
    if found:
        assert all(
            (found + "-12-31")[:10] <= (date + "-12-31")[:10] or len(found) != len(date) for date in known
        )


def test_a_product_still_sold_tells_nothing_of_why_it_left() -> None:
    never = {"ended_by": None, "last_seen": None}
    license_ = {"number": None, "from": "2018-09-13", "until": None, "why": None, **never}
    market = {"status": "not-sold", "from": None, "until": "2023-08-31", "note": "Left for low use.", **never}
    product = {"name": "X", "foreign": False, "license": license_, "market": market}
    told = {
        day: status_on_day.products_on([product], day, "2026-01-01")[0]["market"]
        for day in ("2019-01-01", "2023-08-31")
    }
    assert (told["2019-01-01"]["status"], told["2019-01-01"]["note"]) == ("sold", None)
    assert told["2023-08-31"]["note"] == "Left for low use."
