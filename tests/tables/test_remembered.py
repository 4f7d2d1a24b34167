"""What very many strings got is kept in few bytes, and none is taken for another."""

from __future__ import annotations

import random

import pytest

from immunocli.tables import packed_memory, read_strings
from immunocli.tables.packed_memory import Remembered
from tests.tables.annotating import job_on

NAMES = ("pembrolizumab", "KEYTRUDA", "pembrolizumb", "ipilimumab + nivolumab", "aspirin", "sorgen ¶", "")


def test_what_was_kept_is_found_and_nothing_else() -> None:
    kept = Remembered()
    for number in range(100_000):
        kept.keep(b"%d mg" % number, number % 65_536)
    found = [kept.get(b"%d mg" % number) for number in range(100_000)]
    assert {(number - (one or 0)) % 65_536 for number, one in enumerate(found) if one is not None} == {0}
    assert found.count(None) < 1000
    assert not any(kept.get(b"%d ml" % number) is not None for number in range(100_000))


def test_it_forgets_and_never_mistakes_when_it_is_full(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed_memory, "_PLACES", 64)
    kept = Remembered()
    for number in range(5000):
        kept.keep(str(number).encode(), number)
        assert kept.get(str(number).encode()) == number
    found = [(number, kept.get(str(number).encode())) for number in range(5000)]
    assert 32 < sum(one is not None for _, one in found) <= 72
    assert all(one in (None, number) for number, one in found)


@pytest.mark.parametrize("forms", [3, 1 << 14])
@pytest.mark.parametrize("add", [(), ("unread",)])
def test_a_table_of_many_strings_is_read_as_ever(
    forms: int, add: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = random.Random(3)
    rows = [f"{chance.choice(NAMES)} {chance.randrange(90)} mg" for _ in range(3000)]
    table = ("drug\n" + "\n".join(rows) + "\n").encode()
    _, expected = job_on(table, piece=2000, counting=True, add=add)
    monkeypatch.setattr(read_strings, "MOST_REMEMBERED", 80)
    monkeypatch.setattr(read_strings, "MOST_FORMS", forms)
    job, out = job_on(table, piece=2000, counting=True, add=add)
    assert out == expected
    assert job.rows == 3000
