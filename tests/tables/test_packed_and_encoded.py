"""Inputs in gzip, UTF-16 and UTF-32 are read, and come back as they were encoded."""

from __future__ import annotations

import gzip
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from immunocli.errors import UnreadableInput
from immunocli.tables.decoding import text_of
from tests.tables.annotating import annotated

TABLE = "drug\tnote\nBCG\té 😀\nkeytruda\t\n"
CODECS = ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"]


@given(st.sampled_from(CODECS), st.integers(1, 9), st.booleans())
def test_wide_text_comes_back_as_wide_text(codec: str, piece: int, packed: bool) -> None:
    content = ("\ufeff" + TABLE).encode(codec)
    out = annotated(gzip.compress(content) if packed else content, None, piece=piece)
    assert out.decode(codec) == "\ufeff" + annotated(TABLE.encode(), "tsv").decode()


@pytest.mark.parametrize("codec", CODECS)
def test_half_a_character_is_refused(codec: str) -> None:
    with pytest.raises(UnreadableInput, match="UTF-"):
        annotated(("\ufeff" + TABLE).encode(codec)[:-1], None)


def test_lone_surrogates_of_utf_16_come_back() -> None:
    content = "\ufeffdrug\tx\nBCG\t\ud800\n".encode("utf-16-le", "surrogatepass")
    assert "BCG\t\ud800\tbcg" in annotated(content, None).decode("utf-16-le", "surrogatepass")


@pytest.mark.parametrize("piece", [1, 10, 1 << 16])
def test_gzip_is_known_by_its_mark_and_may_have_several_members(piece: int) -> None:
    content = TABLE.encode()
    packed = gzip.compress(content[:20]) + gzip.compress(b"") + gzip.compress(content[20:]) + b"\0" * 30
    assert annotated(packed, None, piece=piece) == annotated(content, "tsv")


def test_damaged_gzip_is_refused() -> None:
    packed = gzip.compress(TABLE.encode() * 500)
    changed = bytearray(packed)
    changed[len(packed) // 2] ^= 0xFF
    broken_sum = packed[:-8] + (zlib.crc32(b"other")).to_bytes(4, "little") + packed[-4:]
    for content in (packed[: len(packed) // 2], packed[:12], bytes(changed), broken_sum, packed + b"junk"):
        with pytest.raises(UnreadableInput, match=r"gzip|header"):
            annotated(content, None)


@pytest.mark.parametrize(
    ("content", "form"),
    [(b"drug,x\nBCG,1\n", "csv"), (b"drug\tx\nBCG\t1\n", "tsv"), (b"drug\nBCG\n", "tsv"),
     (b'{"drug": "BCG"}\n', "jsonl"), (b'\xef\xbb\xbf{"drug": "BCG"}\n', "jsonl"),
     (b"drug\ta,b\nBCG\t1\n", "tsv")],
)  # fmt: skip
def test_the_first_line_tells_the_format(content: bytes, form: str) -> None:
    assert annotated(content, None) == annotated(content, form)


@pytest.mark.parametrize("raw", ["é®".encode(), "é®".encode("cp1252"), "é®".encode("latin-1")])
def test_text_is_utf_8_or_western(raw: bytes) -> None:
    assert text_of(raw) == "é®"
    assert text_of(b"\x81") == "\x81"
