"""Requests of every kind are answered as they were, right or wrong: what a change does is seen before it is kept.

After a wanted change, write the answers anew and look at every line that differs:
python -m pytest tests/cli/test_kept_answers.py --golden
"""

from __future__ import annotations

import difflib
import importlib
import pkgutil
import shlex
from collections.abc import Iterator
from pathlib import Path
from zlib import crc32

import pytest

from immunocli import pages
from tests.cli.asked import ALL_COMMANDS
from tests.driver import Immuno

HERE = Path(__file__).parent
KEPT = HERE / "kept"
REQUESTS = (HERE / "requests.txt").read_text(encoding="utf-8").splitlines()
# Each request is asked as it stands, as a text for people, and in one of these.
FORMS = ("md", "jsonl", "csv", "json", "tsv", "table")
WITHOUT = ("schema", "help")
# What is asked where limits are low, and where that is kept.
PAGES, MANY = ("show", "compare", "define", "types", "cancers", "matrix"), "many"


def shelf(request: str) -> str:
    """Return the file that keeps a request's answer: its command's."""
    return request.split()[0] if request.split()[0] in ALL_COMMANDS else "no-command"


def forms(request: str) -> Iterator[str]:
    yield request
    if shelf(request) not in WITHOUT and not any(
        one in request for one in ("--style", "--count", "--format")
    ):
        yield f"{request} --format text"
        yield f"{request} --format {FORMS[crc32(request.encode()) % len(FORMS)]}"


def answer(small: Immuno, request: str) -> str:
    found = small(*shlex.split(request), env={"COLUMNS": "100"})
    return f"$ immuno {request}\n{found.out}{found.err and f'! {found.err}'}= {found.code}\n\n"


@pytest.mark.parametrize("name", sorted({shelf(request) for request in REQUESTS}))
def test_requests_are_answered_as_they_were(
    name: str, small: Immuno, today: str, request: pytest.FixtureRequest
) -> None:
    asked = [one for line in REQUESTS if shelf(line) == name for one in forms(line)]
    kept(KEPT / f"{name}.txt", "".join(answer(small, one) for one in dict.fromkeys(asked)), request)


def kept(path: Path, now: str, request: pytest.FixtureRequest) -> None:
    """Compare answers with those that are kept, or keep them."""
    if request.config.getoption("--golden"):
        path.write_bytes(now.encode("utf-8"))
        return
    before = path.read_bytes().decode("utf-8")  # CSV keeps its carriage returns
    changed = difflib.unified_diff(before.splitlines(), now.splitlines(), "was", "is", lineterm="")
    assert now == before, "\n".join(list(changed)[:80])


def test_pages_where_everything_is_more_than_enough(
    small: Immuno, today: str, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    """The small data is too small for what is cut, counted or told in short: here two are many."""
    for _, name, _ in pkgutil.iter_modules(pages.__path__, f"{pages.__name__}."):
        module = importlib.import_module(name)
        for limit, value in list(vars(module).items()):
            if limit.isupper() and type(value) is int and 2 < value < 30:
                monkeypatch.setattr(module, limit, 2)
    asked = [f"{line} --format text" for line in REQUESTS if shelf(line) in PAGES and "--style" not in line]
    kept(KEPT / f"{MANY}.txt", "".join(answer(small, one) for one in asked), request)


def test_no_answer_is_left_over() -> None:
    assert {path.stem for path in KEPT.iterdir()} == {MANY, *map(shelf, REQUESTS)}
