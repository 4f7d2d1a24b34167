"""A data directory of one's own is checked in full, and never replaced by another in silence."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.driver import SMALL, Immuno, Result

FILES = sorted(path.name for path in SMALL.glob("*.json"))


def refused(immuno: Immuno, directory: Path | str, *named: str) -> Result:
    """Require that every way to use a directory is refused in one harmless line that names these."""
    found = None
    ways: list[tuple[tuple[str, ...], dict[str, str | None]]] = [
        (("therapies", "--data", str(directory)), {}),
        (("--data", str(directory), "types"), {}),
        (("show", "keytruda", "--format", "tsv"), {"IMMUNO_DATA": str(directory)}),
        (("data", "validate", "--data", str(directory)), {}),
    ]
    for words, env in ways:
        found = immuno(*words, env=env)
        assert (found.code, found.out) == (5, ""), found
        lines = found.err.splitlines()
        assert len(lines) == 1 or words[0] == "data", found
        assert all(any(name in line for line in lines) for name in named), (named, found)
        assert all(line.isprintable() for line in lines), found
        assert len(lines[0]) < 600 and "Traceback" not in found.err
    assert found is not None
    return found


def test_the_small_data_is_valid(small: Immuno) -> None:
    found = small("data", "validate")
    assert found.code == 0, found.err


def test_both_ways_to_name_a_directory_answer_from_it(immuno: Immuno) -> None:
    by_option = immuno("data", "path", "--data", str(SMALL))
    by_variable = immuno("data", "path", env={"IMMUNO_DATA": str(SMALL)})
    assert by_option.out == by_variable.out == f"{SMALL}\n"
    both = immuno("data", "path", "--data", str(SMALL), env={"IMMUNO_DATA": "/nonexistent"})
    assert both.out == f"{SMALL}\n"
    assert immuno("data", "path", env={"IMMUNO_DATA": ""}).out != f"{SMALL}\n"


# The directory itself


@pytest.mark.parametrize(
    "name", ["missing", "a file", "a loop", "a pipe", "empty", "x" * 300, "\x1b[31m", "\udcff"]
)
def test_what_is_no_data_directory_is_refused(immuno: Immuno, tmp_path: Path, name: str) -> None:
    target = tmp_path / name
    if name == "a file":
        target.write_text("{}", encoding="utf-8")
    elif name == "a loop":
        target.symlink_to(target)
    elif name == "a pipe":
        os.mkfifo(target)
    elif name == "empty":
        target.mkdir()
    refused(immuno, target)


def test_an_empty_name_is_no_directory(immuno: Immuno) -> None:
    for words in (("therapies", "--data", ""), ("therapies", "--data=")):
        assert immuno(*words).code in (2, 5)


def test_version_tells_of_the_directory_asked_for_or_of_none(immuno: Immuno) -> None:
    assert "2026.01" in immuno("--version", env={"IMMUNO_DATA": str(SMALL)}).out
    found = immuno("--version", env={"IMMUNO_DATA": "/nonexistent"})
    assert (found.code, found.out) == (5, "")


# One file of it


def lost(path: Path) -> None:
    path.unlink()


def linked_to_itself(path: Path) -> None:
    path.unlink()
    path.symlink_to(path)


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def sparse(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(200_000_000)


def written(text: str | bytes) -> Callable[[Path], None]:
    content = text.encode("utf-8") if isinstance(text, str) else text
    return lambda path: path.write_bytes(content) and None


def halved(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def marked(path: Path) -> None:
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())


BROKEN: dict[str, Callable[[Path], None]] = {
    "lost": lost,
    "a loop": linked_to_itself,
    "a folder": folder,
    "sparse": sparse,
    "empty": written(""),
    "half": halved,
    "blank": written(" \n"),
    "null": written("null"),
    "a number": written("1"),
    "a text": written('"x"'),
    "other shape": written('{"a": [{}]}'),
    "numbers": written("[1, 2]"),
    "two values": written("[] []"),
    "NaN": written("[NaN]"),
    "infinity": written('[{"id": -Infinity}]'),
    "a long number": written("[" + "9" * 5000 + "]"),
    "a long float": written("[1e99999]"),
    "deep lists": written("[" * 100_000 + "]" * 100_000),
    "deep objects": written('{"a":' * 100_000 + "1" + "}" * 100_000),
    "a mark": marked,
    "a conflict": written("<<<<<<< HEAD\n[]\n=======\n[]\n>>>>>>> other\n"),
    "a pointer": written("version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n"),
    "not UTF-8": written(b'["\xff\xfe"]'),
    "UTF-16": written("[]".encode("utf-16")),
    "binary": written(bytes(range(256))),
    "twice a key": written('[{"id": "a", "id": "b"}]'),
    "an escape": written('[{"id": "a", "name": "\\u001b]0;x\\u0007"}]'),
    "a raw escape": written('[{"id": "a", "name": "\x1b[31m"}]'),
    "half a surrogate": written('[{"id": "\\ud800"}]'),
    "turned around": written('[{"\\u202eid": 1}]'),
    "NUL": written('[{"id": "\\u0000"}]'),
    "a comment": written("[] // none\n"),
}


# What the line says besides the file's name, where a later check would catch it with less to say.
REASONS = {
    "sparse": "larger than",
    "NaN": "NaN is not a value",
    "infinity": "-Infinity is not a value",
    "a long number": "too large",
    "deep lists": "nested too deeply",
    "deep objects": "nested too deeply",
    "a mark": "byte order mark",
    "a pointer": "git lfs pull",
    "not UTF-8": "not valid UTF-8",
    "twice a key": "stands twice",
    "an escape": "hidden character",
    "half a surrogate": "hidden character",
    "a conflict": "line 1",
}


# How a file is broken is one thing, which file it is another.
BREAKS = [("therapies.json", how) for how in BROKEN] + [
    ("edition.json", how) for how in ("half", "null", "a number")
]


@pytest.mark.parametrize(("file", "how"), BREAKS)
def test_a_broken_file_is_named(immuno: Immuno, copied: Path, file: str, how: str) -> None:
    BROKEN[how](copied / file)
    refused(immuno, copied, file, REASONS.get(how, ""))


@pytest.mark.parametrize("file", FILES)
def test_every_file_is_needed(immuno: Immuno, copied: Path, file: str) -> None:
    (copied / file).unlink()
    refused(immuno, copied, file, "missing")


def test_a_pipe_is_refused_at_once(small: Immuno, copied: Path) -> None:
    """In a process of its own, as opening a pipe would wait for ever."""
    (copied / "therapies.json").unlink()
    os.mkfifo(copied / "therapies.json")
    found = small.process("therapies", "--data", str(copied))
    assert found.code == 5 and "therapies.json: not a regular file" in found.err


# One record of it

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
    found = over("therapies")
    assert found.code in (0, 5) and len(found.err) < 2000
    if found.code == 5:
        assert "faq.json" in found.err


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
