"""A value behind the option of another kind is answered with the line that is meant."""

from __future__ import annotations

import shlex

import pytest

from tests.driver import Immuno

NAMES = {
    "type": "checkpoint-inhibitor",
    "target": "CD19",
    "cancer": "melanoma",
    "therapy": "keytruda",
}
SWAPPED = [(f"--{flag}", f"--{kind}", name) for flag in NAMES for kind, name in NAMES.items() if kind != flag]
VALUES = [
    ("--setting", "--line", "second"),
    ("--line", "--setting", "adjuvant"),
    ("--status", "--market", "sold"),
    ("--market", "--status", "withdrawn"),
    ("--approval", "--setting", "maintenance"),
]


@pytest.mark.parametrize(("typed", "meant", "value"), [*SWAPPED, *VALUES])
@pytest.mark.parametrize("command", ["therapies", "indications"])
def test_the_line_that_is_meant_stands_in_the_error(
    small: Immuno, command: str, typed: str, meant: str, value: str
) -> None:
    found = small(command, "--exact", typed, value, "--limit", "3")
    line = f"immuno {command} --exact {meant} {shlex.quote(value)} --limit 3"
    assert found.code in (1, 2, 3) and found.err.endswith(f"; try: {line}\n"), found.err
    assert small(*shlex.split(line)[1:]).code == 0


@pytest.mark.parametrize("asked", ["--type breast cancer", "--type=breast cancer", "--therapy breast cancer"])
def test_words_and_joined_values_are_moved_whole(immuno: Immuno, asked: str) -> None:
    flag, _, rest = asked.partition("=") if "=" in asked else asked.partition(" ")
    words = [f"{flag}={rest}"] if "=" in asked else [flag, *rest.split()]
    found = immuno("therapies", *words, "--limit", "1")
    assert found.err.endswith('try: immuno therapies --cancer "breast cancer" --limit 1\n'), found.err


@pytest.mark.parametrize("command", ["timeline", "matrix", "changes"])
def test_every_command_with_such_options_says_so(immuno: Immuno, command: str) -> None:
    assert f"try: immuno {command} --type checkpoint" in immuno(command, "--target", "checkpoint").err


def test_a_target_stands_for_the_type_that_is_called_after_it(immuno: Immuno) -> None:
    for short, whole in (
        ("PD-1", "pd-1-inhibitor"),
        ("pd-l1", "pd-l1-inhibitor"),
        ("CTLA-4", "ctla-4-inhibitor"),
    ):
        found = immuno("therapies", "--type", short)
        assert (found.code, found.out) == (0, immuno("therapies", "--type", whole).out)
    both = immuno("therapies", "--type", "HER2", "--cancer", "lung")
    assert " --target HER2 --cancer lung or: immuno therapies --biomarker HER2 --cancer lung" in both.err


@pytest.mark.parametrize(
    "asked", ["--target asdf", "--cancer melanom", "--setting nowhere", "--status sould"]
)
def test_what_is_of_no_option_is_told_as_before(small: Immuno, asked: str) -> None:
    found = small("therapies", *asked.split())
    assert found.code in (1, 2, 3) and " is a " not in found.err
