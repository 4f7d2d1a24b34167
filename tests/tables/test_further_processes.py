"""Further processes change how fast a table is read, and nothing else."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import pytest

from immunocli.tables import further_processes, read_strings
from tests.tables.annotating import job_on

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="forks where cores are counted")
NAMES = ("pembrolizumab", "KEYTRUDA", "pembrolizumb", "ipilimumab + nivolumab", "aspirin", "sorgen ¶", "")
ROWS = [f"{name} {number} mg" if number % 3 else f"{name}{number}" for number in range(300) for name in NAMES]
TABLE = ("drug\n" + "\n".join(ROWS) + "\n").encode()


@pytest.fixture(autouse=True, params=[1, 3], ids=["one", "three"])
def _soon(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    monkeypatch.setattr(read_strings, "MANY_STRINGS", 10)
    monkeypatch.setattr(further_processes, "how_many", lambda: request.param)


def counted(shared: bool, piece: int = 4000) -> tuple[bytes, int, int, int]:
    """Return the annotated table, and how many rows it has, are not recognized and are to be reviewed."""
    job, out = job_on(TABLE, piece=piece, shared=shared, counting=True)
    return out, job.rows, job.missed, job.to_review


def test_answers_and_counts_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    alone = counted(shared=False)
    answers: list[object] = []
    answer = further_processes.Reader.answer

    def noted(one: further_processes.Reader) -> further_processes.Answer | None:
        answers.append(answer(one))
        return answers[-1]  # type: ignore[return-value]

    monkeypatch.setattr(further_processes.Reader, "answer", noted)
    assert counted(shared=True) == alone
    assert len(answers) > 2
    assert None not in answers


def test_what_is_forgotten_is_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    alone = counted(shared=False)
    monkeypatch.setattr(read_strings, "MOST_REMEMBERED", 20)
    assert counted(shared=True) == alone


@pytest.mark.parametrize("ends", [1, 2], ids=["before it is asked", "while it reads"])
def test_a_table_is_read_to_its_end_when_a_process_dies(ends: int, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = counted(shared=False)
    ask = further_processes.Reader.ask
    asked: list[list[bytes]] = []

    def killed(one: further_processes.Reader, keys: list[bytes]) -> bool:
        asked.append(keys)
        last = len(asked) == 2
        if last and ends == 1:
            os.kill(one.process, signal.SIGKILL)
            os.waitid(os.P_PID, one.process, os.WEXITED | os.WNOWAIT)
        found = ask(one, keys)
        if last and ends == 2:
            os.kill(one.process, signal.SIGKILL)
        return found

    monkeypatch.setattr(further_processes.Reader, "ask", killed)
    assert counted(shared=True) == alone
    assert len(asked) == max(2, further_processes.how_many())  # none after that block


def test_no_process_is_left() -> None:
    def children() -> list[str]:
        return [
            number
            for task in Path("/proc/self/task").iterdir()
            for number in (task / "children").read_text().split()
        ]

    before = children()
    counted(shared=True)
    assert children() == before


def test_without_a_process_the_table_is_read_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused() -> int:
        raise BlockingIOError

    alone = counted(shared=False)
    before = len(os.listdir("/proc/self/fd"))
    monkeypatch.setattr(os, "fork", refused)
    assert counted(shared=True) == alone
    assert len(os.listdir("/proc/self/fd")) == before


def test_few_strings_are_read_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    monkeypatch.setattr(os, "fork", None)
    counted(shared=True)
