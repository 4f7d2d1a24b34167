"""A data directory of one's own is checked file by file, and never replaced by another in silence."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.refusing import refused
from tests.driver import NOWHERE, SMALL, Immuno

FILES = sorted(path.name for path in SMALL.glob("*.json"))


def test_the_small_data_is_valid(small: Immuno) -> None:
    found = small("data", "validate")
    assert found.code == 0, found.err


def test_both_ways_to_name_a_directory_answer_from_it(immuno: Immuno) -> None:
    by_option = immuno("data", "path", "--data", str(SMALL))
    by_variable = immuno("data", "path", env={"IMMUNO_DATA": str(SMALL)})
    assert by_option.out == by_variable.out == f"{SMALL}\n"
    both = immuno("data", "path", "--data", str(SMALL), env={"IMMUNO_DATA": NOWHERE})
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
        found = immuno(*words)
        assert (found.code, found.out) == (2, "") and "--data is empty" in found.err


def test_version_tells_of_the_directory_asked_for_or_of_none(immuno: Immuno) -> None:
    assert "2026.01" in immuno("--version", env={"IMMUNO_DATA": str(SMALL)}).out
    found = immuno("--version", env={"IMMUNO_DATA": NOWHERE})
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
    "crumbs": written("[" + "[]," * 4_000_000 + "[]]"),
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
    "crumbs": "say next to nothing",
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
