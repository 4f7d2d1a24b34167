"""Every command takes the promised options, says so in its help, and refuses what is empty."""

from __future__ import annotations

import inspect
import re

import pytest

from immunocli.cli import function_of
from tests.cli.asked import (
    ALL_COMMANDS,
    REQUESTS,
    arguments_of,
    options_of,
    parameters_of,
)
from tests.driver import Immuno

SHARED = (
    "--format -f --json --columns -c --no-header --sort --reverse --limit --count --output -o --exit-status -e "
    "--no-pager --data"
).split()
USES = (
    "--cancer --type --target --biomarker --setting --line --approval --status --market --since --as-of "
    "--source --agnostic --exact --full"
).split()
# What each command takes besides the shared options: promises.
OPTIONS = {
    "therapies": USES,
    "indications": ["--therapy", *USES],
    "show": "--cancer --as-of --full".split(),
    "changes": "--since --until --therapy --cancer --type --target --event --as-of".split(),
    "compare": "--cancer --as-of --full".split(),
    "define": "--technical --as-of".split(),
    "terms": ["--topic"],
    "faq": [],
    "immune-system": ["--kind"],
    "search": [],
    "types": ["--as-of"],
    "targets": ["--as-of"],
    "cancers": ["--as-of"],
    "timeline": "--therapy --cancer --type --target --agnostic --as-of".split(),
    "matrix": "--by --cancer --type --target --as-of".split(),
    "resolve": "--kind --strict".split(),
    "cite": "--cancer --edition --style".split(),
    "data": [],
}


@pytest.mark.parametrize("command", OPTIONS)
def test_a_command_takes_the_promised_options(command: str) -> None:
    assert set(options_of(command)) >= {*OPTIONS[command], *SHARED}


@pytest.mark.parametrize("command", ALL_COMMANDS)
def test_what_is_declared_is_what_the_function_takes(command: str) -> None:
    """Nobody else compares the two: a name that differs would fail when it is first used."""
    function = function_of(command)
    taken = {
        one.name: one
        for one in inspect.signature(function).parameters.values()
        if one.kind is not inspect.Parameter.VAR_KEYWORD
    }
    further = any(
        one.kind is inspect.Parameter.VAR_KEYWORD for one in inspect.signature(function).parameters.values()
    )
    declared = {one.name for one in parameters_of(command)}
    if "out" in taken:
        declared -= {one.name for one in parameters_of(command) if set(one.flags) & set(SHARED)}
        taken.pop("out")
    assert set(taken) <= declared
    assert further or set(taken) == declared


def test_no_two_parameters_of_a_command_have_one_name_or_flag() -> None:
    for command in ALL_COMMANDS:
        names = [one.name for one in parameters_of(command)]
        flags = [flag for one in parameters_of(command) for flag in one.flags]
        assert len(set(names)) == len(names) and len(set(flags)) == len(flags), command


# "" for an option that names something: never the same as leaving it out.
EMPTY = [
    (command, flag)
    for command in ALL_COMMANDS
    for flag, one in options_of(command).items()
    if one.kind != "flag" and (flag not in SHARED or command == "therapies")
]


@pytest.mark.parametrize(("command", "flag"), EMPTY, ids=" ".join)
def test_an_empty_value_is_refused(small: Immuno, command: str, flag: str) -> None:
    needed = {one.name: "x" for one in arguments_of(command) if one.default is ...}
    required = [
        word for name, one in options_of(command).items() if one.default is ... for word in (name, "x")
    ]
    for form in ([flag, ""], [f"{flag}="] if flag.startswith("--") else [flag, ""]):
        found = small(command, *needed.values(), *required, *form)
        assert (found.code, found.out) == (2, ""), found
        assert found.err.count("\n") == 1 and flag.lstrip("-") in found.err, found


@pytest.mark.parametrize("flag", ["--as-of", "--since"])
def test_a_blank_value_is_refused_too(small: Immuno, flag: str) -> None:
    for blank in (" ", "\t", "  "):
        assert small("therapies", flag, blank).code == 2


@pytest.mark.parametrize("command", ALL_COMMANDS)
def test_every_option_stands_in_the_help(small: Immuno, command: str) -> None:
    text = " ".join(small(command, "--help", env={"COLUMNS": "200"}).out.split())
    for flag, one in options_of(command).items():
        assert re.search(rf"(?<![\w-]){re.escape(flag)}(?![\w-])", text), f"{flag} is not told"
        if one.values and one.kind != "flag":
            whole = text.replace("- ", "-")  # words may be broken at their hyphens
            assert all(value in whole for value in one.values), f"{flag}: name its values"


def test_exit_status_of_an_answer_is_zero(small: Immuno) -> None:
    for request, _ in REQUESTS.values():
        assert small(*request, "-e", "--format", "tsv").code == 0


@pytest.mark.parametrize(
    "words", [("data", "path"), ("data", "validate"), ("cite", "keytruda", "--style", "ris")]
)
def test_a_command_refuses_a_format_that_it_does_not_give(small: Immuno, words: tuple[str, ...]) -> None:
    assert small(*words).code == 0
    for form in (("-f", "json"), ("--json",), ("-f", "csv")):
        found = small(*words, *form)
        assert (found.code, found.out) == (2, ""), found
