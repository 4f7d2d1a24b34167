"""What an error offers to paste was tried: it works, though the command line had several slips."""

from __future__ import annotations

import random
import re
import shlex
from pathlib import Path

import pytest

from immunocli.cli.declared_commands import COMMANDS
from tests.choice import some
from tests.driver import Immuno

SLIPS = (
    "keytrda", "opdvo", "lungg", "asdf", "flu", "imatinib", "melanomma", "stomch", "pd-11", "crss", "2030", "soon",
    "foo bar", "keytruda", "lung", "melanoma", "car-t", "pd-1", "CRS", "HER2", "", "table", "name", "any",
)  # fmt: skip
FLAGS = (
    "--cancr", "--therapy", "--statuss", "--status", "--agnostic", "--format", "--sort", "--columns", "--as-of",
    "--since", "--limit", "--cancer", "--type", "--full", "--style", "--kind", "--foo", "--by", "--market",
)  # fmt: skip


def request(number: int) -> list[str]:
    """Return a command line with some slips."""
    chance = random.Random(number)
    words = [chance.choice([one for one in COMMANDS if one not in ("mcp", "annotate", "completion")])]
    words += shlex.split(chance.choice(SLIPS))
    for _ in range(chance.choice((0, 1, 2))):
        words.append(chance.choice(FLAGS))
        words += [chance.choice(SLIPS)] * chance.choice((0, 1, 1))
    if chance.random() < 0.1:
        words[0] = words[0][:-1] + "x"
    return words


@pytest.mark.parametrize("part", range(4))
def test_a_line_that_is_offered_works(small: Immuno, part: int) -> None:
    for number in some(range(part, 240, 4), 3):
        words = request(number)
        found = small(*words)
        told = re.findall(r"(?:try|see): (immuno [^\n]+)", found.err)
        if found.code not in (1, 2, 3) or not told or " or: immuno " in told[-1]:
            continue
        again = small(*shlex.split(re.split(r" [|>] ", told[-1])[0])[1:])
        assert again.code == 0, (words, told[-1], again)


def test_trying_a_line_writes_nothing(small: Immuno, tmp_path: Path) -> None:
    out = tmp_path / "x.csv"
    found = small("therapies", "--cancer", "melanomma", "-o", str(out))
    assert "try: immuno therapies --cancer" in found.err and not out.exists()
    assert found.out == "" and found.err.count("\n") == 1


def test_one_slip_after_the_other_is_mended(small: Immuno) -> None:
    found = small("therapies", "--cancr", "melanomma", "--json")
    assert found.code == 2 and found.error["message"].endswith(
        "try: immuno therapies --cancer melanoma --json"
    )
