"""Text and Markdown show text as text, and lose none of it."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from immunocli.found import Found
from immunocli.pages import blocks as pieces
from immunocli.pages.blocks import (
    Branch,
    Bullets,
    Facts,
    Grid,
    Heading,
    Heat,
    Lanes,
    Link,
    Next,
    Paragraph,
)
from immunocli.records.fields import Record
from immunocli.render.answers import Answer
from immunocli.render import default_format, rendered
from immunocli.render.as_markdown import markdown
from immunocli.render.as_text import grid, lines

EDITION = {"edition": "2026.01", "as_of": "2026-01-15", "checked": "2026-01-10", "schema_version": 2}
WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)


class Row(Record):
    __slots__ = ()
    kind = "row"



COLUMNS = ("name", "note")


def answer(*blocks: Any, rows: list[dict[str, object]] | None = None, prose: bool = False) -> Answer:
    records = [Row(row) for row in rows or []]
    made = (lambda _: list(blocks)) if blocks else None
    found: Found[Any] = Found("row", records, {}, EDITION, (), COLUMNS)
    return Answer(found, blocks=made, prose=prose)


def text_of(*blocks: Any) -> str:
    return "\n".join(lines(list(blocks)))


def markdown_of(*blocks: Any) -> str:
    return "".join(markdown(answer(*blocks), COLUMNS))


SAMPLES: list[tuple[Any, str, str]] = [
    (Heading("nivolumab", 1), "NIVOLUMAB", "# nivolumab"),
    (Heading("Brands"), "Brands", "## Brands"),
    (Paragraph("Some text."), "Some text.", "Some text."),
    (Facts([("Maker", "BMS"), ("None", None)]), "Maker: BMS", "- **Maker**: BMS"),
    (Bullets(["one", "two"]), "- one\n- two", "- one\n- two"),
    (Grid(["a", "b"], [["1", "2"]]), "a  b\n1  2", "| a | b |\n| --- | --- |\n| 1 | 2 |"),
    (Branch("skin", "2", [Branch("melanoma")]), "skin (2)\n  melanoma", "- skin (2)\n  - melanoma"),
    (Link("A label", "https://x.org/y"), "A label\nhttps://x.org/y", "[A label](https://x.org/y)"),
    (Lanes([("x", [{"from": "2014", "to": "", "approval": "regular"}], "2014", "")], "2016-01-01"),
     "x 2014", "- x: 2014"),
    (Heat(["lung"], ["pd-1"], [[3]]), "      pd-1\nlung  3", "|  | pd-1 |\n| --- | --- |\n| lung | 3 |"),
    (Next(["immuno show x"]), "Next: immuno show x", "- `immuno show x`"),
]


@pytest.mark.parametrize(("block", "text", "marked"), SAMPLES, ids=[type(one[0]).__name__ for one in SAMPLES])
def test_each_block_in_text_and_markdown(block: Any, text: str, marked: str) -> None:
    if isinstance(block, Lanes | Link):  # how they are laid out is no promise
        assert all(word in text_of(block) and word in markdown_of(block) for word in text.split())
        return
    assert text_of(block).strip("\n") == text
    assert markdown_of(block).split("\n\n")[0].strip("\n") == marked


def test_every_piece_is_tried() -> None:
    known = {
        name for name, one in vars(pieces).items()
        if isinstance(one, type) and one.__module__ == pieces.__name__
    }  # fmt: skip
    assert {type(block).__name__ for block, *_ in SAMPLES} == known


@given(WORDS)
def test_markdown_shows_signs_as_they_are(word: str) -> None:
    """What is escaped, taken back, is the text itself: nothing is markup, nothing is lost."""
    shown = markdown_of(Paragraph(word)).split("\n\n*Edition")[0]
    for sign in "`*_<>|#[]":
        assert not re.search(rf"(?<!\\)(\\\\)*{re.escape(sign)}", shown)


@pytest.mark.parametrize("text", ["a | b", "**bold**", "<script>", "[x](y)", "`code`", "# title", "a_b_c"])
def test_a_cell_stays_one_cell(text: str) -> None:
    table = markdown_of(Grid(["column"], [[text]])).split("\n")
    assert len(re.findall(r"(?<!\\)\|", table[2])) == 2
    assert re.sub(r"\\(.)", r"\1", table[2]) == f"| {text} |"


@given(st.lists(st.lists(WORDS, min_size=2, max_size=2), max_size=4))
def test_a_grid_cuts_nothing(rows: list[list[str]]) -> None:
    shown = list(grid(["one", "two"], rows))
    assert len(shown) == len(rows) + 1
    for row, line in zip(rows, shown[1:], strict=True):
        assert all(word.rstrip() in line for word in row)


@given(WORDS)
def test_text_does_nothing_to_a_terminal(word: str) -> None:
    for line in lines([Heading(word, 1), Paragraph(word), Bullets([word]), Facts([(word, word)])]):
        assert line.isprintable()


def test_what_is_true_for_which_day_is_said_once() -> None:
    for chosen in ("text", "md"):
        text = "".join(rendered(answer(Paragraph("Hello.")), chosen, COLUMNS, True))
        assert (
            text.count("Edition 2026.01, as of 2026-01-15, sources read 2026-01-10. Reference information") == 1
        )


def test_the_format_follows_from_where_the_answer_goes() -> None:
    assert default_format(answer(), terminal=True) == "table"
    assert default_format(answer(), terminal=False) == "tsv"
    assert default_format(answer(prose=True), terminal=False) == "text"


@pytest.mark.parametrize("chosen", ["text", "md"])
def test_records_without_blocks_are_a_table(chosen: str) -> None:
    text = "".join(rendered(answer(rows=[{"name": "x", "note": "[/b]"}]), chosen, COLUMNS, True))
    assert "name" in text
    assert "x" in text
    assert "/b" in text
