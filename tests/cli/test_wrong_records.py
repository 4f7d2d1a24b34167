"""A wrong record in data of one's own is named with its file and its field."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.refusing import refused
from tests.driver import SMALL, Immuno

Edit = Callable[[Any], Any]


def of(table: Any, one: str) -> Any:
    """Return the record of that id."""
    return next(record for record in table if record["id"] == one)


def use(table: Any, number: int = 0) -> Any:
    """Return a use of pembrolizumab."""
    return of(table, "pembrolizumab")["indications"][number]


WRONG: dict[str, tuple[str, Edit, tuple[str, ...]]] = {
    "a wrong type": ("therapies", lambda t: of(t, "bcg").update(name=5), ("bcg", "name")),
    "a wrong list": ("therapies", lambda t: of(t, "bcg").update(targets="pd-1"), ("bcg", "targets")),
    "a field lost": (
        "therapies", lambda t: of(t, "olaratumab").pop("mechanism") and None, ("olaratumab", "mechanism"),
    ),
    "a field too many": ("cancers", lambda t: of(t, "bladder").update(nosuch=1), ("bladder", "nosuch")),
    "an odd id": ("types", lambda t: t[0].update(id="A B"), ("id",)),
    "an odd date": (
        "therapies", lambda t: use(t)["events"][0].update(date="1.1.2020"), ("pembrolizumab", "date"),
    ),
    "no such day": (
        "therapies", lambda t: use(t)["events"][0].update(date="2014-02-30"), ("pembrolizumab", "2014-02-30"),
    ),
    "an odd day of the edition": ("edition", lambda t: t.update(as_of="2026-13-45"), ("as_of",)),
    "another version": ("edition", lambda t: t.update(schema_version=1), ("schema_version",)),
    "an unknown market": (
        "therapies", lambda t: of(t, "bcg")["products"][0]["market"].update(status="new"), ("bcg", "market"),
    ),
    "an unknown event": (
        "therapies", lambda t: use(t)["events"][1].update(event="eaten"), ("pembrolizumab", "event"),
    ),
    "an id twice": ("targets", lambda t: t.append(dict(of(t, "cd19"))), ("cd19", "twice")),
    "a use twice": (
        "therapies",
        lambda t: of(t, "pembrolizumab")["indications"].append(use(t)),
        ("pembrolizumab", "twice"),
    ),
    "an unknown type": ("therapies", lambda t: of(t, "bcg").update(type="nosuch"), ("bcg", "type", "nosuch")),
    "an unknown target": ("therapies", lambda t: of(t, "bcg").update(targets=["nosuch"]), ("bcg", "nosuch")),
    "an unknown source": ("targets", lambda t: of(t, "cd19").update(sources=["nosuch"]), ("cd19", "nosuch")),
    "an unknown cancer": ("therapies", lambda t: use(t).update(cancer="nosuch"), ("pembrolizumab", "nosuch")),
    "an unknown sign": (
        "types", lambda t: of(t, "cytokine")["side_effects"].update(signs=["nosuch"]), ("cytokine", "nosuch"),
    ),
    "an unknown rung": ("signs", lambda t: of(t, "fever").update(rung="someday"), ("fever", "rung")),
    "a part of itself": (
        "cancers", lambda t: of(t, "bladder").update(part_of=["bladder"]), ("bladder", "part_of"),
    ),
    "one name for two": (
        "targets", lambda t: of(t, "cd19")["aliases"].append("PD 1"), ("targets.json", "PD"),
    ),
    "a name of nothing": ("targets", lambda t: of(t, "cd19")["aliases"].append("---"), ("cd19", "---")),
    "a name too long": ("targets", lambda t: of(t, "cd19")["aliases"].append("x" * 399), ("cd19", "longer")),
    "a hidden sign": ("therapies", lambda t: of(t, "bcg").update(mechanism="a\u202eb"), ("bcg", "mechanism")),
    "withdrawn too early": (
        "therapies", lambda t: use(t, 2)["events"][1].update(date="2001-01-01"), ("pembrolizumab", "withdrawn"),
    ),
    "an end before the begin": (
        "therapies",
        lambda t: of(t, "bcg")["products"][0]["license"].update(until="1980"),
        ("bcg", "TheraCys"),
    ),
    "an id of 600 signs": ("types", lambda t: t[0].update(id="a" * 600), ("types.json",)),
    "an alias of 5,000 signs": (
        "cancers",
        lambda t: of(t, "bladder")["aliases"][0].update(name="y" * 5000),
        ("bladder", "longer"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("how", WRONG)
def test_a_wrong_record_is_named_with_its_field(immuno: Immuno, edited: Any, how: str) -> None:
    file, change, named = WRONG[how]
    refused(immuno, edited(file, change), f"{file}.json", *named)


def test_a_word_of_100_000_letters_breaks_nothing(immuno: Immuno, edited: Any) -> None:
    """The longest key of the index is a matter of the index."""
    over = immuno.on(edited("faq", lambda table: table[0].update(answer=["z" * 100_000])))
    assert over("therapies").out == immuno.on(SMALL)("therapies").out
    (told,) = [one for one in over("faq", "-f", "json").json["results"] if "z" * 100_000 in one["answer"]]
    assert told["id"]


def test_an_edit_is_seen_at_once(immuno: Immuno, copied: Path) -> None:
    """The index kept for a directory is not trusted when a file changed, in size or not."""
    over = immuno.on(copied)
    path = copied / "therapies.json"
    for maker in ("Merck", "Bayer", "Sandoz & Co"):
        table = json.loads(path.read_text(encoding="utf-8"))
        of(table, "pembrolizumab")["makers"] = [maker]
        path.write_text(json.dumps(table), encoding="utf-8")
        assert maker in over("show", "keytruda", "-f", "json").out
        assert over("data", "validate").code == 0
    path.write_text("[", encoding="utf-8")
    refused(immuno, copied, "therapies.json")
