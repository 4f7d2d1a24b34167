"""A pytest plugin for tools/mutate.py: notes which functions each test calls, and asks the nearest tests first.

Told by two variables: NEAREST_NOTES is where notes are written, NEAREST_ORDER a file that names the
tests to ask, in order, with the seconds that each may take.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

import pytest

PROGRAM = os.sep + "immunocli" + os.sep


class NoEnd(BaseException):
    """A test takes far longer than it does without the fault; the program catches no such thing."""


class Notes:
    """What was seen of every test: the functions it called, its seconds, its processes, whether it failed."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self.seen: dict[str, dict[str, Any]] = {}
        self.called: set[CodeType] = set()
        self.processes = 0
        self._start = subprocess.Popen.__init__

    def begin(self) -> None:
        """Count every process that is started from now on."""

        def counted(process: Any, *words: Any, **options: Any) -> None:
            self.processes += 1
            self._start(process, *words, **options)

        setattr(subprocess.Popen, "__init__", counted)  # noqa: B010 - mypy sees overloads

    def called_now(self, frame: FrameType, event: str, _: object) -> None:
        """Note a function that is called; its lines are of no interest."""
        self.called.add(frame.f_code)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        """Watch one test from its fixtures on."""
        self.called, self.processes, begun = set(), 0, time.monotonic()
        sys.settrace(self.called_now)
        try:
            return (yield)
        finally:
            sys.settrace(None)
            about = self.seen.setdefault(item.nodeid, {"failed": False})
            about["seconds"] = round(time.monotonic() - begun, 3)
            about["processes"] = self.processes
            about["calls"] = sorted(
                f"{code.co_filename.rpartition(PROGRAM)[2]}:{code.co_qualname.removesuffix('.<listcomp>')}"
                for code in self.called
                if PROGRAM in code.co_filename
            )

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note a test that fails before anything is planted."""
        if report.failed:
            self.seen.setdefault(report.nodeid, {})["failed"] = True

    def pytest_sessionfinish(self) -> None:
        """Write what was seen."""
        self.place.write_text(json.dumps(self.seen), encoding="utf-8")


class Order:
    """Asks these tests alone, in this order, none of them for ever."""

    def __init__(self, order: dict[str, float]) -> None:
        self.order = order

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Put the tests in order."""
        place = {name: number for number, name in enumerate(self.order)}
        items[:] = sorted((one for one in items if one.nodeid in place), key=lambda one: place[one.nodeid])

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        """End a test that has no end."""
        signal.signal(signal.SIGALRM, self.rung)
        signal.alarm(round(120 + 10 * self.order[item.nodeid]))  # it may make an index first
        try:
            return (yield)
        finally:
            signal.alarm(0)

    def rung(self, *_: object) -> None:
        """Say that the time is over."""
        raise NoEnd


def pytest_configure(config: pytest.Config) -> None:
    """Do what the variables ask."""
    if place := os.environ.get("NEAREST_NOTES"):
        notes = Notes(Path(place))
        notes.begin()
        config.pluginmanager.register(notes)
    if place := os.environ.get("NEAREST_ORDER"):
        order = Order(json.loads(Path(place).read_text(encoding="utf-8")))
        config.pluginmanager.register(order)
