"""A catalogue may be shared by threads and forked processes, pickled and copied; so may its records."""

from __future__ import annotations

import copy
import json
import multiprocessing
import os
import pickle
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from immunocli import Catalogue
from tests.driver import ROOT, SMALL

NAMES = [
    "Keytruda", "Opdivo 240mg", "Kymriah", "Lartruvo", "TICE BCG", "MK-3475", "Opdualag", "Campath", "olaparib",
    "pembro", "interferon alfa-2b", "Sylatron", "nothing",
]  # fmt: skip
SHORT, LONG = 20_000, 100_000


def answers(catalogue: Catalogue, name: str) -> tuple[Any, ...]:
    """Ask three questions that read different parts of the index."""
    match = catalogue.resolve(name)
    if not match.ids:
        return match.id, match.review
    record = catalogue.about(match.ids[:1])
    return match.id, match.review, match.name, record[match.ids[0]]["name"]


def many(request: pytest.FixtureRequest) -> int:
    return LONG if request.config.getoption("--long") else SHORT


@pytest.fixture(scope="module")
def right(catalogue: Catalogue) -> dict[str, tuple[Any, ...]]:
    return {name: answers(Catalogue(str(SMALL)), name) for name in NAMES}


def test_eight_threads_get_the_right_answers(
    catalogue: Catalogue, right: dict[str, tuple[Any, ...]], request: pytest.FixtureRequest
) -> None:
    count = many(request)
    shared = Catalogue(str(SMALL))
    begun = time.monotonic()
    start = threading.Barrier(8)

    def ask(first: int) -> list[str]:
        start.wait(30)
        wrong = []
        for number in range(first, count, 8):
            name = NAMES[number % len(NAMES)]
            if answers(shared, name) != right[name]:
                wrong.append(name)
        return wrong

    switch = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    try:
        with ThreadPoolExecutor(8) as pool:
            wrong = [name for found in pool.map(ask, range(8)) for name in found]
    finally:
        sys.setswitchinterval(switch)
    assert not wrong, (len(wrong), wrong[:5])
    if count == LONG:
        assert time.monotonic() - begun < 60


def test_threads_that_ask_everything_agree(catalogue: Catalogue) -> None:
    questions = [
        lambda: [one.id for one in catalogue.therapies(cancer="melanoma")],
        lambda: [one.id for one in catalogue.indications(status="any", as_of="2020")],
        lambda: [one.date for one in catalogue.changes(since="1990")],
        lambda: catalogue.therapy("keytruda").as_dict(),
        lambda: catalogue.define("crs").as_dict(),
        lambda: [one.id for one in catalogue.search("brake")],
        lambda: [one.id for one in catalogue.ask("side effects")],
        lambda: catalogue.cancer("stomach").therapies,
    ]
    wanted = [question() for question in questions]
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda number: questions[number % 8](), range(400)))
    assert found == [wanted[number % 8] for number in range(400)]


def _asked_in_a_fork(shared: Catalogue, right: dict[str, Any], count: int, out: Any) -> None:
    wrong = [
        name for number in range(count) if answers(shared, name := NAMES[number % len(NAMES)]) != right[name]
    ]
    out.put(wrong)


def test_four_forked_workers_get_the_right_answers(
    right: dict[str, tuple[Any, ...]], request: pytest.FixtureRequest
) -> None:
    context = multiprocessing.get_context("fork")
    shared = Catalogue(str(SMALL))
    answers(shared, "Keytruda")
    out = context.Queue()
    count = many(request) // 4
    workers = [context.Process(target=_asked_in_a_fork, args=(shared, right, count, out)) for _ in range(4)]
    for worker in workers:
        worker.start()
    wrong = [out.get(timeout=60) for _ in workers]
    for worker in workers:
        worker.join(30)
        assert worker.exitcode == 0
    assert wrong == [[], [], [], []]
    assert answers(shared, "Keytruda") == right["Keytruda"]


def test_a_pickled_catalogue_answers_in_another_process(right: dict[str, tuple[Any, ...]]) -> None:
    told = pickle.dumps(Catalogue(str(SMALL)))
    assert len(told) < 1000
    again = pickle.loads(told)
    assert {name: answers(again, name) for name in NAMES} == right
    script = (
        "import pickle, sys; found = pickle.loads(sys.stdin.buffer.read());"
        "print(found.resolve('Keytruda').id, len(found.therapies()))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], input=told, capture_output=True, timeout=60, cwd=ROOT, check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert done.stdout.split() == [b"pembrolizumab", b"6"]


def every_kind(catalogue: Catalogue) -> list[Any]:
    return [
        catalogue.resolve("Keytruda"),
        catalogue.therapies(cancer="melanoma")[0],
        catalogue.therapy("keytruda"),
        catalogue.indications(cancer="stomach", full=True)[0],
        catalogue.cancer("melanoma"),
        catalogue.type("pd-1-inhibitor"),
        catalogue.target("pd-1"),
        catalogue.define("crs"),
        catalogue.changes(since="1990")[0],
        catalogue.ask("side effects")[0],
        catalogue.search("brake")[0],
        catalogue.timeline()[0],
        catalogue.matrix()[0],
        catalogue.cite(["keytruda"])[0],
        catalogue.info()[0],
    ]


def test_records_copy_and_pickle_and_compare(catalogue: Catalogue) -> None:
    for record in every_kind(catalogue):
        for how in (copy.copy, copy.deepcopy, lambda one: pickle.loads(pickle.dumps(one))):
            again = how(record)
            assert again == record and hash(again) == hash(record), record
            assert again.as_dict() == record.as_dict()
            assert repr(again) == repr(record)
        json.dumps(record.as_dict())
        assert type(record).__name__ in repr(record) and len(repr(record)) < 300


def test_answers_are_equal_when_they_say_the_same(catalogue: Catalogue) -> None:
    found = catalogue.therapies(cancer="melanoma")
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        assert pickle.loads(pickle.dumps(found, protocol)) == found
    assert copy.deepcopy(found) == found == catalogue.therapies(cancer="melanoma")
    assert found != catalogue.therapies(cancer="melanoma", status="any")
    assert found.notices == catalogue.therapies(cancer="melanoma").notices


def test_answers_copy_and_pickle(catalogue: Catalogue) -> None:
    found = catalogue.therapies(cancer="lung")
    for how in (copy.copy, copy.deepcopy, lambda one: pickle.loads(pickle.dumps(one))):
        again = how(found)
        assert list(again) == list(found) and again.query == found.query and again.day == found.day
        assert [one.as_dict() for one in again.notices] == [one.as_dict() for one in found.notices]


def test_records_cannot_be_changed(catalogue: Catalogue) -> None:
    for record in every_kind(catalogue):
        with pytest.raises(AttributeError):
            record.id = "other"
        with pytest.raises(AttributeError):
            record.nosuch = 1
        with pytest.raises(AttributeError):
            _ = record.nosuch


def test_one_answer_does_not_change_another(catalogue: Catalogue) -> None:
    """What a caller does to a list that it was given is its own matter."""
    first = catalogue.therapy("keytruda").as_dict()
    told = json.dumps(first)
    first["indications"].clear()
    first["targets"].append("mine")
    first["products"][0]["name"] = "mine"
    assert json.dumps(catalogue.therapy("keytruda").as_dict()) == told


def test_each_distinct_string_is_read_once(catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    reader = catalogue.reader("therapy")
    seen: list[str] = []
    real = type(reader).resolve

    def resolve(self: Any, text: str) -> Any:
        seen.append(text)
        return real(self, text)

    monkeypatch.setattr(type(reader), "resolve", resolve)
    found = list(catalogue.resolve_all(["Keytruda", "nothing", "Keytruda", "Kymriah"] * 50))
    assert [one.id for one in found[:4]] == ["pembrolizumab", "", "pembrolizumab", "tisagenlecleucel"]
    assert len(found) == 200 and sorted(seen) == ["Keytruda", "Kymriah", "nothing"]
    assert list(catalogue.resolve_all([])) == []
    assert [one.id for one in catalogue.resolve_all(iter(["SCLC"]), kind="cancer")] == ["small-cell-lung"]


def test_what_reads_many_strings_may_be_sent_to_another_process(catalogue: Catalogue) -> None:
    for many in ("therapy", "cancer"):
        read = catalogue.reader(many)
        sent = pickle.loads(pickle.dumps(read))
        for text in ("keytruda 200mg", "advanced melanoma", "nothing of ours"):
            assert sent.resolve(text) == read.resolve(text)
    labels = pickle.loads(pickle.dumps(catalogue.labels()))
    asked = ("keytruda", "melanoma", *catalogue.days("2020"))
    assert labels.answer(*asked) == catalogue.labels().answer(*asked)
