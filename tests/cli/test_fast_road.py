"""The short road reads a request as Typer does, or leaves it to Typer."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from immunocli.cli.declared_commands import COMMANDS
from immunocli.cli.fast import parse
from immunocli.errors import UsageError
from tests.cli.asked import arguments_of, options_of
from tests.driver import Immuno

# Options that end a command line before its command is called.
_FLAGS = sorted({flag for command in COMMANDS for flag in options_of(command)})
_VALUES = [
    "melanoma", "skin cancer", "5", "0", "007", "12345678901", "1_000", "²", "١٢", "-1", "+3", " 3", "1e3",
    "tsv", "json", "a,b", "a=b", "=", "-", "--", "---", "-x", "", " ", "é", "日本", "*", "?", "~", "$HOME",
    "%s", "{0}", "[/b]", ":pill:", "\x1b[31m", "\u202e", "\x00", "\udcff", "a\nb", "@file", "/", "x" * 300,
]  # fmt: skip


def word(choose: Callable[[list[str]], str], options: list[str]) -> str:
    """Return one word that a command line may hold: an option, half an option, or anything else."""
    kind = choose(["option", "option", "value", "value", "joined", "short", "strange"])
    flag = choose(options or _FLAGS)
    if kind == "option":
        return flag
    if kind == "joined":
        return f"{flag}={choose(_VALUES)}"
    if kind == "short":
        return choose(["-ftsv", "-f=tsv", "-ef", "-e", "-cid", "-ee", "-o", "-fe", "-h", "-n5"])
    if kind == "strange":
        return choose([flag[:-1], flag.upper(), f"{flag}x", "--", choose(_FLAGS), "--version", "--help"])
    return choose(_VALUES)


def line(choose: Callable[[list[str]], str], length: int) -> list[str]:
    """Return a command line of a command and up to `length` words that suit it more or less."""
    command = choose([*COMMANDS, *COMMANDS, "nosuch", "--data", ""])
    options = list(options_of(command)) if command in COMMANDS else []
    required = {"annotate": ["--column", "drug"]}.get(command, [])
    positional = arguments_of(command) if command in COMMANDS else []
    loose = [choose(_VALUES)] if positional else []
    return [command, *required, *loose, *(word(choose, options) for _ in range(length))]


@pytest.fixture(scope="module")
def as_typer_reads() -> Callable[[list[str]], Any]:
    """Return what Typer calls for a command line: the command and its values, or None."""
    from immunocli.cli import typer_app

    seen: list[tuple[str, dict[str, Any]]] = []

    def remember(command: str, values: dict[str, Any]) -> int:
        seen.append((command, dict(values)))
        return 0

    original = typer_app.call

    def read(arguments: list[str]) -> Any:
        seen.clear()
        typer_app.call = remember
        try:
            typer_app.run_typer(arguments)
        except UsageError:
            return None
        finally:
            typer_app.call = original
        return seen[0] if seen else None

    return read


def agree(arguments: list[str], as_typer_reads: Callable[[list[str]], Any]) -> bool:
    """Compare both roads; return whether the short one answered."""
    plain = parse(list(arguments))
    if plain is None:
        return False
    assert plain == as_typer_reads(arguments), arguments
    return True


def test_500_fixed_command_lines_are_read_alike(as_typer_reads: Callable[[list[str]], Any]) -> None:
    chance = random.Random(20220301)
    lines = [line(chance.choice, chance.randrange(6)) for _ in range(500)]
    answered = sum(agree(one, as_typer_reads) for one in lines)
    # The test would say nothing if the short road declined everything, or took everything.
    assert 50 < answered < 400


@settings(max_examples=200)
@given(st.data())
def test_random_command_lines_are_read_alike(
    as_typer_reads: Callable[[list[str]], Any], data: st.DataObject
) -> None:
    def choose(items: list[str]) -> str:
        return data.draw(st.sampled_from(items))

    agree(line(choose, data.draw(st.integers(0, 5))), as_typer_reads)


@settings(max_examples=150)
@given(st.lists(st.text(max_size=12), max_size=5), st.sampled_from(sorted(COMMANDS)))
def test_any_text_is_read_alike(
    as_typer_reads: Callable[[list[str]], Any],
    words: list[str],
    command: str,
) -> None:
    agree([command, *words], as_typer_reads)


PLAIN = [
    ["therapies", "--cancer", "melanoma"],
    ["therapies", "--cancer", "melanoma", "--source", "cri-2022", "-f", "json"],
    ["therapies", "--cancer=skin cancer", "--cancer", "lung", "--limit", "3", "-e"],
    ["show", "keytruda"],
    ["show", "keytruda", "opdivo", "--json"],
    ["define", "checkpoint-inhibitor"],
    ["faq", "side", "effects"],
    ["faq"],
    ["resolve", "-"],
    ["changes"],
    ["changes", "--since", "2025", "--event", "approved", "--event", "narrowed"],
    ["indications", "--as-of", "2018", "--market", "sold", "--exact", "--full", "--json"],
    ["types", "car t"],
    ["data"],
]


@pytest.mark.parametrize("arguments", PLAIN, ids=" ".join)
def test_plain_requests_take_the_short_road(
    arguments: list[str], as_typer_reads: Callable[[list[str]], Any]
) -> None:
    assert agree(arguments, as_typer_reads)


DECLINED = [
    [], ["--help"], ["show", "--help"], ["show"], ["show", "-h", "keytruda"], ["nosuch"], ["show", ""],
    ["therapies", "--canc", "melanoma"], ["therapies", "loose"], ["therapies", "--limit", "-1"],
    ["therapies", "--limit", "x"], ["therapies", "--cancer"], ["therapies", "-ftsv"], ["show", "--", "x"],
    ["therapies", "--agnostic=yes"], ["show", "a\x1bb"], ["show", "a\udcffb"], ["therapies", "--cancer", ""],
    ["--data", "x", "therapies"], ["therapies", "--json=yes"], ["annotate", "t.tsv"],
]  # fmt: skip


@pytest.mark.parametrize("arguments", DECLINED, ids=ascii)
def test_everything_else_is_left_to_typer(arguments: list[str]) -> None:
    assert parse(arguments) is None


@pytest.mark.parametrize("arguments", PLAIN, ids=" ".join)
def test_both_roads_answer_the_same(small: Immuno, arguments: list[str], today: str) -> None:
    short = small(*arguments)
    command, *rest = arguments
    # After a bare "--" nothing is an option: a form that only Typer reads. "--" is nothing in itself.
    long = small(command, *rest, "--")
    assert parse([command, *rest, "--"]) is None
    assert (short.code, short.out_bytes, short.err_bytes) == (long.code, long.out_bytes, long.err_bytes)
