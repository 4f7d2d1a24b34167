"""The index gives back what was put in, and knows when it is not whole."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from immunocli.store.indexfile import LONGEST_KEY, MAGIC, Damaged, Index, build

KEYS = st.text(max_size=60).filter(
    lambda key: not set("\t\n") & set(key) and len(key.encode("utf-8", "surrogatepass")) <= LONGEST_KEY
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=8,
)


def opened(content: bytes) -> Index:
    return Index(io.BytesIO(content))


@given(st.dictionaries(KEYS, VALUES, max_size=40))
def test_every_value_comes_back_under_its_key(records: dict[str, object]) -> None:
    index = opened(build(records))
    for key, value in records.items():
        assert index.get(key) == value


@given(st.dictionaries(KEYS, VALUES, max_size=20), st.text(max_size=20))
def test_a_key_that_is_not_there_gives_nothing(records: dict[str, object], key: str) -> None:
    assert opened(build(records)).get(key) == records.get(key)


@given(st.dictionaries(KEYS, st.integers(), max_size=40), st.text(max_size=2))
def test_all_keys_under_a_prefix_come_in_order(records: dict[str, int], prefix: str) -> None:
    found = list(opened(build(records)).under(prefix))
    wanted = {key[len(prefix) :]: value for key, value in records.items() if key.startswith(prefix)}
    assert dict(found) == wanted
    assert [key.encode("utf-8", "surrogatepass") for key, _ in found] == sorted(
        key.encode("utf-8", "surrogatepass") for key in wanted
    )


@pytest.mark.parametrize("count", [0, 1, 2, 511, 512, 513, 5000])
def test_indexes_of_any_length_work(count: int) -> None:
    index = opened(build({f"key/{number:05}": number for number in range(count)}))
    assert [value for _, value in index.under("key/")] == list(range(count))
    assert [index.get(f"key/{number:05}") for number in range(0, count, 7)] == list(range(0, count, 7))
    assert index.get("key/") is None
    assert index.get("zzz") is None
    assert index.get("") is None


def test_the_same_records_make_the_same_bytes() -> None:
    one = build({"b": 1, "a": [1, "two"]})
    assert one == build({"a": [1, "two"], "b": 1})


@pytest.mark.parametrize("key", ["a\tb", "a\nb", "x" * (LONGEST_KEY + 1)])
def test_a_key_that_cannot_be_kept_is_refused(key: str) -> None:
    with pytest.raises(ValueError, match="not a key"):
        build({key: 1})


@pytest.mark.parametrize("key", ["a\t48", "a\t48\t2", "z\n", "y\na", "x" * 100_000, "\0", "\ud800"])
def test_a_strange_question_gives_nothing(key: str) -> None:
    index = opened(build({"a": 1, "b": 2, "y": 3, "z": 4}))
    assert index.get(key) is None
    assert list(index.under(key)) == []


@given(st.dictionaries(KEYS, VALUES, min_size=1, max_size=10), st.data())
def test_a_cut_or_grown_file_is_damaged(records: dict[str, object], data: st.DataObject) -> None:
    content = build(records)
    cut = data.draw(st.integers(0, len(content) - 1))
    for broken in (content[:cut], content + b"x"):
        with pytest.raises(Damaged):
            opened(broken)


@given(st.binary(max_size=200))
def test_any_other_bytes_are_damaged(content: bytes) -> None:
    with pytest.raises(Damaged):
        opened(content)


@given(st.binary(max_size=60))
def test_garbage_behind_a_good_header_is_damaged_or_harmless(garbage: bytes) -> None:
    header = b"%b %020d %020d\n" % (MAGIC, len(MAGIC) + 43, len(MAGIC) + 43 + len(garbage))
    try:
        index = opened(header + garbage)
    except Damaged:
        return
    assert isinstance(index, Index)


def test_an_index_of_another_form_is_damaged() -> None:
    content = build({"a": 1})
    with pytest.raises(Damaged):
        opened(content.replace(MAGIC, b"immuno-index-0", 1))
