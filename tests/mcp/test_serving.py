"""The tools of `immuno mcp`: few, small, and the same answers as the library gives."""

from __future__ import annotations

import json
import random
from importlib.util import find_spec
from typing import Any

import pytest

from immunocli import Catalogue, __version__
from immunocli.mcp.answering import LARGEST, _fitting
from immunocli.render.as_json import encode
from tests.driver import SMALL, Immuno
from tests.mcp.talking import Call, answers, talk, texts

pytestmark = pytest.mark.skipif(find_spec("mcp") is None, reason="the extra mcp is not installed")

TOOLS = {"find_therapies", "find_uses", "show", "find_changes", "ask", "resolve"}
# 4,000 tokens, at four characters each.
LONGEST_LIST = 16_000
HEAD = {"edition", "as_of", "checked", "note", "query", "notices", "count", "results", "left_out", "next"}
LISTS: list[Call] = [
    ("find_therapies", {"status": "any"}),
    ("find_uses", {"status": "any"}),
    ("find_changes", {"since": "1980"}),
]


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """The library, over the same data as the server."""
    return Catalogue(str(SMALL))


def test_the_list_of_tools_is_small_and_says_that_they_only_read(small: Immuno) -> None:
    async def ask(client: Any) -> Any:
        return await client.list_tools()

    listed = talk(small, ask).tools
    assert {tool.name for tool in listed} == TOOLS
    written = json.dumps([tool.model_dump(mode="json", by_alias=True, exclude_none=True) for tool in listed])
    assert len(written) < LONGEST_LIST
    for tool in listed:
        assert tool.description and "\n\n" not in tool.description
        assert tool.annotations.read_only_hint and not tool.annotations.destructive_hint
        assert not tool.annotations.open_world_hint


def test_the_server_says_who_it_is(small: Immuno) -> None:
    async def ask(client: Any) -> Any:
        return client.initialize_result

    found = talk(small, ask)
    assert (found.server_info.name, found.server_info.version) == ("immuno", __version__)
    assert "not medical advice" in found.instructions


def test_an_answer_tells_edition_day_notices_and_the_next_step(small: Immuno, catalogue: Catalogue) -> None:
    calls: list[Call] = [
        ("find_therapies", {"cancer": "melanoma"}),
        ("find_uses", {"therapy": "keytruda", "status": "any"}),
        ("show", {"name": "keytruda"}),
        ("show", {"name": "melanoma"}),
        ("find_changes", {"since": "2014"}),
        ("ask", {"question": "I can't breathe"}),
        ("resolve", {"names": ["Keytruda 200mg", "nothing known"]}),
    ]
    for (name, _), told in zip(calls, answers(small, *calls), strict=True):
        assert set(told) >= HEAD, name
        assert (told["edition"], told["as_of"]) == (catalogue.edition["edition"], catalogue.edition["as_of"])
        assert told["next"] and "not medical advice" in told["note"]
        assert told["count"] == len(told["results"]) + told["left_out"]
    alarm = answers(small, ("ask", {"question": "I can't breathe"}))[0]
    assert "alarm" in [notice["code"] for notice in alarm["notices"]]


def test_none_is_told_with_its_reason(small: Immuno) -> None:
    told, not_yet = answers(
        small,
        ("find_therapies", {"cancer": "hairy cell leukemia"}),
        ("find_therapies", {"cancer": "melanoma", "as_of": "1990"}),
    )
    assert (told["count"], told["results"]) == (0, []) and told["notices"]
    assert (not_yet["as_of"], not_yet["count"]) == ("1990-12-31", 0) and not_yet["notices"]


def of_list(records: Any, without: list[str]) -> list[dict[str, Any]]:
    """Return records as an answer has them."""
    return [{key: value for key, value in one.in_list().items() if key not in without} for one in records]


def told_elsewhere(record: dict[str, Any]) -> dict[str, Any]:
    """Return the fields that a record does without, each with how many there are."""
    return record.get("left_out", {})


def whole(record: dict[str, Any]) -> dict[str, Any]:
    """Return a record with the number of what was left out in its place."""
    return {key: value for key, value in record.items() if key != "left_out"} | told_elsewhere(record)


def test_600_calls_at_once_and_none_is_wrong(small: Immuno, catalogue: Catalogue) -> None:
    therapies, cancers = list(catalogue.titles("therapy")), list(catalogue.titles("cancer"))
    strings = ["Keytruda 200mg", "nivo + ipi", "aspirin", "MK-3475", "pembrolizumba", "BCG live", ""]
    days = ["2015", "2019-06", "2025-12-31"]
    calls: list[Call] = []
    right: list[Any] = []
    for number in range(600):
        therapy, cancer = therapies[number % len(therapies)], cancers[number % len(cancers)]
        day = days[number % len(days)]
        found: Any
        if number % 5 == 0:
            calls.append(("find_therapies", {"cancer": cancer, "as_of": day}))
            found = catalogue.therapies(cancer=cancer, as_of=day)
        elif number % 5 == 1:
            calls.append(("find_uses", {"therapy": therapy, "status": "any", "as_of": day}))
            found = catalogue.indications(therapy=therapy, status="any", as_of=day)
        elif number % 5 == 2:
            calls.append(("find_changes", {"therapy": therapy, "since": day}))
            found = catalogue.changes(therapy=therapy, since=day)
        elif number % 5 == 3:
            names = [strings[number % len(strings)], therapy]
            calls.append(("resolve", {"names": names}))
            found = list(catalogue.resolve_all(names))
        else:
            calls.append(("show", {"name": therapy}))
            found = catalogue.show([therapy])
        right.append(found)
    order = list(range(600))
    random.Random(15).shuffle(order)
    told = texts(small, [calls[place] for place in order], at_once=600)
    for place, text in zip(order, told, strict=True):
        answer, found = json.loads(text), right[place]
        if calls[place][0] == "show":
            assert whole(answer["results"][0]) == found[0].as_dict() | told_elsewhere(answer["results"][0])
            continue
        assert (answer["left_out"], answer["count"]) == (0, len(found)), calls[place]
        assert answer["results"] == of_list(found, answer.get("fields_left_out", [])), calls[place]


@pytest.mark.parametrize("call", LISTS, ids=[name for name, _ in LISTS])
def test_what_does_not_fit_is_said_and_can_be_had(immuno: Immuno, call: Call) -> None:
    """Page after page, every record of the real data comes once."""
    name, arguments = call
    ids: list[Any] = []
    while True:
        (text,) = texts(immuno, [(name, {**arguments, "skip": len(ids)})])
        assert len(text.encode()) <= LARGEST
        told = json.loads(text)
        assert told["count"] == len(ids) + len(told["results"]) + told["left_out"]
        ids += [json.dumps(one) for one in told["results"]]
        if not told["left_out"]:
            break
        assert f"skip={len(ids)}" in told["next"]
        if len(ids) > 60:  # the next pages are like these
            break
    assert len(ids) > 20
    assert len(set(ids)) == len(ids)


def test_an_answer_takes_as_many_records_as_there_is_room_for() -> None:
    record = {"id": "x", "name": "y" * 40}
    size = len(encode(record)) + 2  # with the comma and the space after it
    for many in range(1, 8):
        assert len(_fitting([record] * 9, size * many)) == many
        assert len(_fitting([record] * 9, size * many - 1)) == max(many - 1, 1), "the first is always told"


def test_the_last_page_is_the_end(immuno: Immuno) -> None:
    first, past = answers(
        immuno,
        ("find_therapies", {"status": "any", "skip": 0}),
        ("find_therapies", {"status": "any", "skip": 100_000}),
    )
    assert (past["results"], past["left_out"], past["count"]) == ([], 0, first["count"])


def test_no_answer_about_anything_in_the_record_is_too_long(immuno: Immuno) -> None:
    catalogue_ids: list[Call] = []
    for kind in ("therapies --status any", "cancers", "types", "targets"):
        rows = immuno(*kind.split(), "-c", "id", "--no-header").lines
        catalogue_ids += [("show", {"name": one}) for one in rows]
    terms = immuno("terms", "-c", "term", "--no-header").lines
    calls = [*catalogue_ids, *(("show", {"name": one}) for one in terms[::10])]
    for call, text in zip(calls, texts(immuno, calls), strict=True):
        assert len(text.encode()) <= LARGEST, call
        told = json.loads(text)
        assert "error" not in told or told["error"]["code"] == "ambiguous", (call, told)
        for record in told.get("results", []):
            assert record["id"], call


LONG = "x" * 20_000
ODD: list[Call] = [
    ("resolve", {"names": [LONG]}),
    ("resolve", {"names": ["Keytruda", LONG, LONG]}),
    ("resolve", {"names": ["\u202e\x1b[31m\u2028" * 2_000]}),
    ("resolve", {"names": []}),
    ("resolve", {"names": [""] * 300}),
    ("ask", {"question": LONG}),
    ("ask", {"question": "why " * 3_000}),
    ("ask", {"question": ""}),
    ("show", {"name": LONG}),
    ("find_therapies", {"cancer": LONG}),
    ("find_uses", {"therapy": "keytruda", "cancer": "no such cancer"}),
    ("find_changes", {"since": "yesterday"}),
]


@pytest.mark.parametrize("number", range(len(ODD)))
def test_odd_calls_get_short_answers(small: Immuno, number: int) -> None:
    (text,) = texts(small, [ODD[number]])
    assert len(text.encode()) <= LARGEST
    assert "Traceback" not in text and "\x1b" not in text and "\u202e" not in text
    told = json.loads(text)
    assert set(told) >= HEAD or set(told) == {"error", "next"}


def test_every_string_gets_its_answer_in_its_place(small: Immuno) -> None:
    names = ["keytruda", "", " ", "keytruda", "nothing"]
    (told,) = answers(small, ("resolve", {"names": names}))
    assert [one["input"] for one in told["results"]] == names
    assert [one["id"] for one in told["results"]] == ["pembrolizumab", "", "", "pembrolizumab", ""]


WRONG: list[tuple[Call, str, str]] = [
    (("show", {"name": "nothing that is known"}), "unknown", "nothing that is known"),
    (("show", {"name": ""}), "usage", "empty"),
    (("show", {}), "usage", "name"),
    (("show", {"name": 5}), "usage", "name"),
    (("show", {"name": "keytruda", "day": "2020"}), "usage", "day"),
    (("find_therapies", {"cancer": "melanoma", "line": "first"}), "usage", "line"),
    (("find_therapies", {"as_of": "2099"}), "usage", "2099"),
    (("find_therapies", {"as_of": "soon"}), "usage", "soon"),
    (("find_therapies", {"skip": -1}), "usage", "skip"),
    (("find_uses", {"status": "approved-ish"}), "usage", "approved-ish"),
    (("ask", {"question": " "}), "usage", "empty"),
    (("resolve", {"names": ["a"], "kind": "virus"}), "usage", "therapy, cancer, term"),
    (("resolve", {"names": "keytruda"}), "usage", "names"),
    (("delete_everything", {}), "usage", "find_therapies"),
]


@pytest.mark.parametrize(
    ("call", "code", "said"), WRONG, ids=[f"{call[0]}-{said}" for call, _, said in WRONG]
)
def test_an_error_is_an_answer(small: Immuno, call: Call, code: str, said: str) -> None:
    """A filter that a tool does not have is refused: passed over, it would make the answer wrong."""
    (told,) = answers(small, call)
    assert set(told) == {"error", "next"}
    assert told["error"]["code"] == code and said in told["error"]["message"]
    assert told["next"] and "pydantic" not in json.dumps(told)


def test_every_error_is_marked_as_one(small: Immuno) -> None:
    async def ask(client: Any) -> list[bool]:
        calls = [call for call, _, _ in WRONG] + [("show", {"name": "keytruda"})]
        return [(await client.call_tool(*call)).is_error for call in calls]

    assert talk(small, ask) == [True] * len(WRONG) + [False]


def test_messages_speak_of_arguments_and_not_of_options(small: Immuno) -> None:
    told = answers(
        small,
        ("find_therapies", {"cancer": "bladder", "status": "current"}),
        ("find_uses", {"therapy": "pembrolizumab"}),
        ("find_therapies", {"cancer": "melanoma"}),
        ("resolve", {"names": ["a"], "kind": "virus"}),
        ("find_changes", {"since": "2099"}),
    )
    said = json.dumps(told)
    assert "--" not in said and "status any" in said and "since 2099" in said


def test_the_server_goes_on_after_errors(small: Immuno) -> None:
    calls = [call for call, _, _ in WRONG]
    *_, last = answers(small, *calls, ("show", {"name": "keytruda"}))
    assert last["results"][0]["id"] == "pembrolizumab"


def test_data_that_is_broken_is_one_line_before_anything_is_served(small: Immuno, tmp_path: Any) -> None:
    told = small.process("mcp", "--data", str(tmp_path))
    assert told.code == 5 and told.out == "" and told.err.count("\n") == 1


def test_what_is_left_out_of_a_page_is_had_as_told(small: Immuno) -> None:
    """Several names at once may be more than one answer holds."""
    names = "keytruda opdivo"
    first, second = answers(small, ("show", {"name": names}), ("show", {"name": names, "skip": 1}))
    assert first["count"] == second["count"] == 2
    assert {one["results"][0]["id"] for one in (first, second)} == {"pembrolizumab", "nivolumab"}
    assert second["skipped"] == 1


def test_a_question_that_nothing_answers_is_told_so(small: Immuno) -> None:
    (told,) = answers(small, ("ask", {"question": "zzzz qqqq"}))
    assert told["results"] == [] and "none" in [one["code"] for one in told["notices"]]
