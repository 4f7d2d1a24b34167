"""What a line was read as is the line that was run: pasted, it gives the same, however long it is."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from tests.driver import Immuno

ALL = "id,name,type,targets,brands,cancers,status,market,approved,first_approved,ended,relation,mechanism,boxed,sources"
PLAIN = "id,name,type,targets,brands,cancers,status,market,approved"
# What is typed, and options that make it long: all are told.
LINES = [
    f'therapies --boxed "capillary leak syndrome" --status any --format md -c {ALL}',
    f"therapies lung cancer boxed --status any --market any --sort name --reverse -c {ALL}",
    f"therapies melanoma pd-1 --status any -c {PLAIN} --sort name",
    "therapies lymphoma car t --sort approved --limit 3",
    "therapies melanoma --sort name",
    "therapies melanoma -o -",
    "therapies kidney --source=cri-2022 --status any",
    "indications keytruda lung --status any --sort approved --reverse --limit 12 -f csv -c id,therapy,cancer,summary",
    "indications melanoma sold --status any",
    "indications --status any urothelial carcinoma --as-of 2020-06-30 --type checkpoint inhibitor",
    "changes keytruda 2025 --event approved --limit 2",
    "changes lung cancer since 2024 --until 2025 --event approved",
    "timeline melanoma --as-of 2020",
    "show tecentriq bladder --full",
    "show opdivo as of 2014-10-01 --full",
    "show tecentriq withdrawn uses",
    "cite tecentriq bladder --style bibtex",
    "compare keytruda opdivo melanoma --full",
    "compare pd-1 ctla-4 --full",
    "is keytruda approved for ovarian cancer --full",
    "keytruda vs opdivo",
    "terms side effect --limit 2",
    "what changed in 2025 --limit 3 -f csv",
]


@pytest.mark.parametrize("typed", LINES)
def test_the_line_that_is_told_is_the_one_that_was_run(immuno: Immuno, typed: str) -> None:
    found = immuno(*shlex.split(typed))
    said = [line for line in found.err.split("\n") if line.startswith("read as: ")]
    assert found.code == 0 and len(said) <= 1, found
    if not said:
        return
    words = shlex.split(said[0].removeprefix("read as: immuno "))
    again = immuno(*words)
    assert "read as" not in again.err
    shown = [word for word in shlex.split(typed) if word in ("-f", "csv", "-c", "-o")]
    if set(shown) <= set(words):  # how to show it may be told or not, which records are shown is
        assert (again.code, again.out) == (0, found.out)


def test_words_that_are_values_too_stay(immuno: Immuno) -> None:
    for typed, line in (
        ("terms biomarker --sort term --limit 2", "terms --topic biomarker --sort term --limit 2"),
        ("therapies blinatumomab --sort name", "therapies --therapy blinatumomab --sort name"),
        ("therapies melanoma -o -", "therapies --cancer melanoma -o -"),
        ("cancers lung -c name,id --sort name", ""),
    ):
        found = immuno(*shlex.split(typed))
        assert found.code == 0
        assert not line or f"read as: immuno {line}\n" in found.err, found


def test_an_option_with_the_same_word_keeps_it(immuno: Immuno, tmp_path: Path) -> None:
    found = immuno("therapies", "melanoma", "-f", "tsv", "-o", str(tmp_path / "melanoma"), "--sort", "name")
    assert found.err.startswith("read as: immuno therapies --cancer melanoma -f tsv -o ")


@pytest.mark.parametrize("count", [1, 3, 10, 30])
def test_a_long_line_is_told_whole(immuno: Immuno, count: int) -> None:
    names = [part for one in ("melanoma", "lung", "bladder") * count for part in ("--cancer", one)]
    found = immuno("therapies", "car", "t", *names, "--count")
    assert found.err.startswith(f'read as: immuno therapies --type "car t" {" ".join(names)} --count\n')
