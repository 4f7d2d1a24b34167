"""A pytest plugin for tools/mutate.py: notes which lines each test runs, and asks the nearest tests first.

Told by variables: NEAREST_NOTES is the directory where notes are written, NEAREST_ORDER a file that names
the tests to ask, in order, with the seconds that each may take, NEAREST_CACHE where indexes are kept.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import coverage
import pytest

TESTS, LINES = "tests.json", "lines"


class NoEnd(BaseException):
    """A test takes far longer than it does without the fault; the program catches no such thing."""


class Notes:
    """What was seen of every test: the program's lines it ran, its seconds, its processes, its failing."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self.before: dict[str, dict[str, Any]] = {}
        if (place / TESTS).exists():
            self.before = json.loads((place / TESTS).read_text(encoding="utf-8"))
        self.seen: dict[str, dict[str, Any]] = {}
        self.processes = 0
        self._start = subprocess.Popen.__init__
        self.lines = coverage.Coverage(data_file=None, config_file=False, include=["immunocli/*"])
        self.lines.set_option("run:relative_files", True)

    def begin(self) -> None:
        """Count every process and watch every line from now on."""

        def counted(process: Any, *words: Any, **options: Any) -> None:
            self.processes += 1
            self._start(process, *words, **options)

        setattr(subprocess.Popen, "__init__", counted)  # noqa: B010 - mypy sees overloads
        self.lines.start()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        """Watch one test from its fixtures on."""
        self.processes, begun = 0, sum(os.times()[:4])
        self.lines.switch_context(item.nodeid)
        try:
            return (yield)
        finally:
            about = self.seen.setdefault(item.nodeid, {"failed": False})
            about["seconds"] = round(sum(os.times()[:4]) - begun, 3)
            about["processes"] = self.processes

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note a test that fails before anything is planted."""
        if report.failed:
            self.seen.setdefault(report.nodeid, {})["failed"] = True

    def pytest_sessionfinish(self) -> None:
        """Write what was seen, beside what was seen before of other files."""
        self.lines.stop()
        lines = coverage.CoverageData(str(self.place / LINES))
        lines.read()
        lines.update(self.lines.get_data())
        files = {name.partition("::")[0] for name in self.seen}
        kept = {name: about for name, about in self.before.items() if name.partition("::")[0] not in files}
        (self.place / TESTS).write_text(json.dumps(kept | self.seen), encoding="utf-8")


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
        signal.alarm(round(120 + 30 * self.order[item.nodeid]))  # it may make an index first, beside others
        try:
            return (yield)
        finally:
            signal.alarm(0)

    def rung(self, *_: object) -> None:
        """Say that the time is over."""
        raise NoEnd


@pytest.hookimpl(trylast=True)
def pytest_configure(config: pytest.Config) -> None:
    """Do what the variables ask."""
    if place := os.environ.get("NEAREST_CACHE"):
        os.environ["XDG_CACHE_HOME"] = place  # with an index in it: to make one takes longer than most tests
    if place := os.environ.get("NEAREST_NOTES"):
        notes = Notes(Path(place))
        notes.begin()
        config.pluginmanager.register(notes)
    if place := os.environ.get("NEAREST_ORDER"):
        order = Order(json.loads(Path(place).read_text(encoding="utf-8")))
        config.pluginmanager.register(order)
