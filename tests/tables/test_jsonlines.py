"""JSON Lines: keys are added before the end of each object, and nothing else changes."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from immunocli.errors import UnreadableInput, UsageError
from tests.tables.annotating import NAMES, annotated, cells_for

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"]), max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["a", "}", '"']), inner),
    max_leaves=5,
)  # fmt: skip
ENDS = st.sampled_from(["\n", "\r\n", " \n", "\n\n"])
DRUGS = st.sampled_from(["keytruda", "BCG", "pembrolizumba", "nothing", "", "a}b"])


@given(
    st.lists(st.tuples(DRUGS, VALUES, ENDS), min_size=1, max_size=6),
    st.sampled_from([None, (",", ":"), (" , ", " : ")]),
    st.booleans(),
    st.integers(1, 60),
)
def test_every_byte_comes_back_with_the_right_keys(
    records: list[tuple[str, Any, str]], separators: tuple[str, str] | None, ascii_only: bool, piece: int
) -> None:
    lines = [
        (json.dumps({"drug": drug, "x": value}, separators=separators, ensure_ascii=ascii_only), drug, end)
        for drug, value, end in records
    ]
    content = "".join(line + end for line, _, end in lines).encode()
    out = annotated(content, "jsonl", piece=piece)
    place = 0
    for line, drug, end in lines:
        begin, rest = line[:-1].encode(), b"}" + end.encode()
        assert out.startswith(begin, place)
        stop = out.index(rest, place + len(begin))
        found = json.loads(out[place : stop + 1])
        assert [found[name] for name in NAMES] == list(cells_for(drug))
        assert list(found) == ["drug", "x", *NAMES]
        place = stop + len(rest)
    assert place == len(out)


def test_a_list_names_several() -> None:
    found = json.loads(annotated(b'{"drug": ["BCG live", null, "keytruda"]}', "jsonl"))
    assert found["immuno_id"] == "bcg;pembrolizumab"


@pytest.mark.parametrize("line", [b"{}", b'{"drug": null}', b'{"drug": 5}', b'{"drug": {"name": "BCG"}}'])
def test_a_row_without_a_string_gets_empty_keys(line: bytes) -> None:
    out = annotated(b'{"drug": "BCG"}\n' + line, "jsonl").split(b"\n")[1]
    assert [json.loads(out)[name] for name in NAMES] == [""] * 6


def test_no_lines_are_no_rows() -> None:
    assert annotated(b"", "jsonl") == b""


@pytest.mark.parametrize(
    "line",
    [
        b'{"drug": "BCG"', b'"BCG"', b"[1]", b"5", b'{"drug": NaN}', b'{"drug": 1, "drug": 2}',
        b'{"drug": "\\ud800"}', b'{"drug": "\xff"}', b'{"drug": ' + b"9" * 5000 + b"}",
        b'{"drug": ' + b"[" * 100_000, b'{"drug": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
        b'{"drug": "BCG"} {"drug": "BCG"}', b'{"drug": "a\tb"}', b'{"drug": Infinity}', b"{'drug': 1}",
    ],
)  # fmt: skip
def test_what_is_no_object_is_refused_by_line(line: bytes) -> None:
    with pytest.raises(UnreadableInput, match="line 3: "):
        annotated(b'{"drug": "BCG"}\n\n' + line + b'\n{"drug": "BCG"}\n', "jsonl")


def test_lines_without_the_key_get_empty_keys_also_the_first() -> None:
    content = b'{"id": 1}\n{"id": 2, "drug": "BCG"}\n{"id": 3, "drug": null}\n{}\n'
    found = [json.loads(line) for line in annotated(content, "jsonl").splitlines()]
    assert [one["immuno_id"] for one in found] == ["", "bcg", "", ""]
    with pytest.raises(UsageError, match='no key "drug"; there are: "id"'):
        annotated(b'{"id": 1}\n{"id": 2}\n', "jsonl")


def test_a_key_is_found_though_spaced() -> None:
    assert b'"immuno_id": "bcg"' in annotated(b'{" drug": "BCG"}', "jsonl")


def test_remarks_before_the_first_object_come_back() -> None:
    assert annotated(b'# ours\n{"drug": "BCG"}\n', None).startswith(b'# ours\n{"drug": "BCG", "immuno_id"')


def test_a_missing_key_is_told_with_those_there_are() -> None:
    with pytest.raises(UsageError, match='no key "drug"; there are: "name", "x"'):
        annotated(b'{"name": "BCG", "x": 1}', "jsonl")


def test_a_new_key_never_meets_an_old_one() -> None:
    with pytest.raises(UnreadableInput, match='line 2: there is a key "immuno_id" already'):
        annotated(b'{"drug": "BCG"}\n{"drug": "BCG", "immuno_id": 1}', "jsonl")


def test_formulas_are_no_matter_of_json() -> None:
    with pytest.raises(UsageError, match="CSV and TSV"):
        annotated(b'{"drug": "BCG"}', "jsonl", escape_formulas=True)
