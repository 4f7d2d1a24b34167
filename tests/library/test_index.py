"""The index gives back what was put in, and knows when it is not as it was written."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any, ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from immunocli import Catalogue, InvalidData, cached
from immunocli.cached import Held
from immunocli.store.compiling import compile_directory
from immunocli.store.indexfile import MAGIC, Damaged, Index
from immunocli.store.indexmaking import LONGEST_KEY, build
from tests.choice import ALL
from tests.driver import SMALL, Immuno

KEYS = st.text(st.characters(exclude_characters="\n", exclude_categories=["Cs"]), min_size=1, max_size=60)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=8,
)


def opened(content: bytes) -> Index:
    return Index(lambda place, length: content[place : place + length], len(content))


def made(records: dict[str, object]) -> Index:
    return opened(build({"made": "for a test"}, records))


@given(
    st.dictionaries(KEYS, VALUES, max_size=40),
    st.text(max_size=20),
    st.lists(st.text(max_size=2), max_size=3),
)
def test_every_value_comes_back_under_its_key_and_no_other(
    records: dict[str, object], other: str, rare: list[str]
) -> None:
    index = opened(build({"made": "for a test"}, records, tuple(rare)))
    assert index.meta == {"made": "for a test"}
    for key, value in records.items():
        assert index.get(key) == value
    assert index.get(other) == records.get(other)
    wanted = [*records, other]
    assert index.get_many(wanted) == {key: records[key] for key in wanted if key in records}


@given(st.dictionaries(KEYS, st.integers(), max_size=40), st.text(max_size=2))
def test_all_keys_under_a_prefix_come_in_order(records: dict[str, int], prefix: str) -> None:
    found = list(made(records).under(prefix))
    assert dict(found) == {k[len(prefix) :]: value for k, value in records.items() if k.startswith(prefix)}
    assert [key for key, _ in found] == sorted(key for key, _ in found)


@pytest.mark.parametrize("count", [0, 1, 2, 511, 5000])
def test_indexes_of_any_length_work(count: int) -> None:
    index = made({f"key/{number:05}": number for number in range(count)})
    assert [value for _, value in index.under("key/")] == list(range(count))
    places = range(0, count, 7)
    assert [index.get(f"key/{number:05}") for number in places] == list(places)
    keys = [f"key/{number:05}" for number in random.Random(1).sample(range(count), min(count, 50))]
    assert index.get_many(keys) == {key: int(key[4:]) for key in keys}
    assert index.get("key/") is None
    assert index.get("zzz") is None


def test_the_same_records_make_the_same_bytes() -> None:
    assert build({}, {"b": 1, "a": [1, "two"]}) == build({}, {"a": [1, "two"], "b": 1})
    assert compile_directory(str(SMALL)) == compile_directory(str(SMALL))


@pytest.mark.parametrize("key", ["", "x" * (LONGEST_KEY + 1), "a\nb"])
def test_a_key_that_cannot_be_kept_is_refused(key: str) -> None:
    with pytest.raises(ValueError, match="not a key"):
        build({}, {key: 1})


@pytest.mark.parametrize("key", ["a\t48", "z\n", "y\na", "x" * 100_000, "\0", "\ud800"])
def test_a_strange_question_gives_nothing(key: str) -> None:
    index = made({"a": 1, "b": 2, "y": 3, "z": 4})
    assert index.get(key) is None
    assert list(index.under(key)) == []


@given(st.dictionaries(KEYS, VALUES, min_size=1, max_size=10), st.data())
def test_a_cut_or_grown_file_is_damaged(records: dict[str, object], data: st.DataObject) -> None:
    content = build({}, records)
    cut = data.draw(st.integers(0, len(content) - 1))
    for broken in (content[:cut], content + b"x"):
        with pytest.raises(Damaged):
            opened(broken)


@given(st.binary(max_size=200))
def test_any_other_bytes_are_damaged(content: bytes) -> None:
    for whole in (content, MAGIC + b" " + content):
        with pytest.raises(Damaged):
            opened(whole)


def test_an_index_of_another_form_is_damaged() -> None:
    content = build({}, {"a": 1})
    with pytest.raises(Damaged):
        opened(content.replace(MAGIC, b"immuno-index-0", 1))


def test_any_flipped_bit_is_damage_or_changes_nothing() -> None:
    records: dict[str, object] = {f"key/{number}": {"date": f"20{number:02}-03-21"} for number in range(60)}
    content = build({"edition": "1"}, records, ("key/1", "key/2"))
    chance = random.Random(361)
    told = 0
    for _ in range(1500):
        place, bit = chance.randrange(len(content)), 1 << chance.randrange(8)
        flipped = bytearray(content)
        flipped[place] ^= bit
        try:
            index = opened(bytes(flipped))
            assert index.meta == {"edition": "1"}
            for key, value in records.items():
                assert index.get(key) == value
            assert index.get_many(records) == records
        except Damaged:
            told += 1
    assert told > 1400


# What lookups read, flipped bit by bit, in a cache that is believed


LOOKUPS: list[Callable[[Catalogue], Any]] = [
    lambda catalogue: [one.as_dict() for one in catalogue.therapies(cancer="melanoma")],
    lambda catalogue: catalogue.therapy("keytruda").as_dict(),
    lambda catalogue: [one.as_dict() for one in catalogue.indications(cancer="stomach", full=True)],
    lambda catalogue: catalogue.define("crs").as_dict(),
    lambda catalogue: catalogue.resolve("Keytruda 200mg").as_dict(),
]


class Noted(Held):
    """Remembers what was read."""

    pieces: ClassVar[list[tuple[int, int]]] = []

    def read(self, place: int, length: int) -> bytes:
        self.pieces.append((place, length))
        return super().read(place, length)


def test_flipped_bits_of_what_lookups_read_give_no_wrong_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The index still has the identity that it was proved with: size, times and inode are as they were.

    There are 400 of them, 2,000 with IMMUNO_TESTS=all.
    """
    from immunocli.store import compiling, trust

    Immuno(SMALL, tmp_path / "cache").ready()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (path,) = (tmp_path / "cache" / "immunocli").glob("*.index")
    whole = path.read_bytes()
    content = compile_directory(str(SMALL))
    for where in (cached, trust):
        monkeypatch.setattr(where, "identity_of", lambda path, about: (path, 0, 0, 0, 0))
    monkeypatch.setattr(trust, "_proved", lambda index, directory: True)
    monkeypatch.setattr(compiling, "compile_directory", lambda directory: content)
    monkeypatch.setattr(trust, "keep", lambda directory, content: None)
    plain = [ask(Catalogue(str(SMALL))) for ask in LOOKUPS]
    monkeypatch.setattr(cached, "Held", Noted)
    Noted.pieces.clear()
    assert [ask(Catalogue(str(SMALL))) for ask in LOOKUPS] == plain
    places = sorted({at for place, length in Noted.pieces for at in range(place, place + length)})
    assert len(places) > 5000
    monkeypatch.setattr(cached, "Held", Held)
    chance = random.Random(2000)
    wrong = []
    for number in range(2000 if ALL else 400):
        place, bit = chance.choice(places), 1 << chance.randrange(8)
        flipped = bytearray(whole)
        flipped[place] ^= bit
        path.write_bytes(flipped)
        try:
            found = LOOKUPS[number % len(LOOKUPS)](Catalogue(str(SMALL)))
        except InvalidData:
            continue
        if found != plain[number % len(LOOKUPS)]:
            wrong.append((place, bit, number % len(LOOKUPS)))
    assert not wrong, (len(wrong), wrong[:3])


# How often an index is read


READS = {
    ("therapies", "--cancer", "melanoma", "-f", "tsv"): 15,
    ("indications", "--status", "any", "-f", "tsv"): 15,
    ("changes", "-f", "tsv"): 15,
    ("cancers", "-f", "tsv"): 15,
    ("terms", "-f", "tsv"): 15,
    ("timeline", "-f", "json"): 15,
    ("therapies", "--cancer", "melanoma", "-f", "table"): 25,
    ("indications", "--status", "any", "-f", "table"): 25,
    ("changes", "-f", "table"): 25,
    ("matrix", "-f", "table"): 25,
    ("cancers", "-f", "table"): 25,
}


@pytest.mark.parametrize("asked", READS, ids=" ".join)
@pytest.mark.parametrize("data", ["small", "own"])
def test_an_index_is_read_a_few_times_only(
    small: Immuno, immuno: Immuno, monkeypatch: pytest.MonkeyPatch, asked: tuple[str, ...], data: str
) -> None:
    over = small if data == "small" else immuno
    over.ready()
    calls = []
    real = os.pread
    monkeypatch.setattr(os, "pread", lambda *words: calls.append(words[1:]) or real(*words))
    assert over(*asked).code == 0
    assert 0 < len(calls) <= READS[asked], len(calls)


def test_what_the_system_gives_in_parts_is_read_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "held"
    path.write_bytes(bytes(range(200)))
    held = cached.opened(str(path), own=True)
    pread = os.pread
    monkeypatch.setattr(os, "pread", lambda number, length, place: pread(number, min(length, 7), place))
    assert held is not None
    assert held.read(0, 200) == bytes(range(200))
    assert held.read(3, 8) == bytes(range(3, 11))
    assert held.read(190, 50) == bytes(range(190, 200)), "the end of the file ends it"


@given(
    st.lists(st.binary(max_size=30), min_size=1, max_size=40),
    st.lists(st.binary(max_size=9), min_size=1, max_size=3),
)
def test_rows_come_back_by_their_numbers(rows: list[bytes], others: list[bytes]) -> None:
    index = made({"a/rows": rows, "b": 1, "c/rows": others})
    assert index.rows("a/rows", range(len(rows))) == dict(enumerate(rows))
    assert index.rows("c/rows", [len(others) - 1]) == {len(others) - 1: others[-1]}
    assert index.rows("a/rows", []) == {}
    assert index.get("b") == 1


def test_a_row_that_is_not_as_it_was_written_is_damage() -> None:
    content = bytearray(build({}, {"rows": [b"first", b"second"]}))
    content[content.index(b"second")] ^= 1
    index = opened(bytes(content))
    assert index.rows("rows", [0]) == {0: b"first"}
    with pytest.raises(Damaged):
        index.rows("rows", [1])
