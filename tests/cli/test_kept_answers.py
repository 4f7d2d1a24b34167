"""Requests of every kind are answered as they were, right or wrong: what a change does is seen before it is kept.

After a wanted change, write the answers anew and look at every line that differs:
python -m pytest tests/cli/test_kept_answers.py --golden
"""

from __future__ import annotations

import difflib
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.asked import ALL_COMMANDS
from tests.driver import Immuno

HERE = Path(__file__).parent
KEPT = HERE / "kept"
REQUESTS = (HERE / "requests.txt").read_text(encoding="utf-8").splitlines()
# Each request is asked as it stands, as a text for people, and in one of these.
FORMS = ("md", "jsonl", "csv", "json", "tsv", "table")
WITHOUT = ("schema", "help")


def shelf(request: str) -> str:
    """Return the file that keeps a request's answer: its command's."""
    return request.split()[0] if request.split()[0] in ALL_COMMANDS else "no-command"


def forms(place: int, request: str) -> Iterator[str]:
    yield request
    if shelf(request) not in WITHOUT and "--style" not in request and "--count" not in request:
        yield f"{request} --format text"
        yield f"{request} --format {FORMS[place % len(FORMS)]}"


def answer(small: Immuno, request: str) -> str:
    found = small(*shlex.split(request), env={"COLUMNS": "100"})
    return f"$ immuno {request}\n{found.out}{found.err and f'! {found.err}'}= {found.code}\n\n"


@pytest.mark.parametrize("name", sorted({shelf(request) for request in REQUESTS}))
def test_requests_are_answered_as_they_were(
    name: str, small: Immuno, today: str, request: pytest.FixtureRequest
) -> None:
    asked = [one for place, line in enumerate(REQUESTS) if shelf(line) == name for one in forms(place, line)]
    now = "".join(answer(small, one) for one in dict.fromkeys(asked))
    path = KEPT / f"{name}.txt"
    if request.config.getoption("--golden"):
        path.write_bytes(now.encode("utf-8"))
        return
    before = path.read_bytes().decode("utf-8")  # CSV keeps its carriage returns
    changed = difflib.unified_diff(before.splitlines(), now.splitlines(), "was", "is", lineterm="")
    assert now == before, "\n".join(list(changed)[:80])


def test_no_answer_is_left_over() -> None:
    assert {path.stem for path in KEPT.iterdir()} == {shelf(request) for request in REQUESTS}
