"""Text and Markdown show text as text, and lose none of it."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from immunocli.found import Found
from immunocli.pages.blocks import Bullets, Facts, Grid, Heading, Next, Paragraph
from immunocli.pages.drawings import Beside, Branch, Heat, Lanes, Link, News, Since
from immunocli.records.fields import Record
from immunocli.records.fields import text as text_field
from immunocli.render import default_format, rendered
from immunocli.render.answers import Answer
from immunocli.render.as_markdown import markdown
from immunocli.render.as_text import grid, lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    from immunocli.pages.blocks import Block

EDITION = {"edition": "2026.01", "as_of": "2026-01-15", "checked": "2026-01-10", "schema_version": 2}
WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)


class Row(Record):
    kind = "row"

    name = text_field("First.", column=True)
    note = text_field("Second.", column=True)


def answer(*blocks: Block, rows: list[dict[str, object]] | None = None, prose: bool = False) -> Answer:
    records = [Row(row) for row in rows or []]
    made = (lambda _: list(blocks)) if blocks else None
    found = Found("row", records, {}, EDITION, columns=Row.columns)
    return Answer(found, blocks=made, prose=prose)


def text_of(*blocks: Block) -> str:
    return "\n".join(lines(list(blocks)))


def markdown_of(*blocks: Block) -> str:
    return "".join(markdown(answer(*blocks), Row.columns))


ACCELERATED = {"from": "2014", "to": "2016", "approval": "accelerated"}
SAMPLES: list[tuple[Any, str, str]] = [
    (Heading("nivolumab", 1), "NIVOLUMAB", "# nivolumab"),
    (Heading("Brands"), "Brands", "## Brands"),
    (Paragraph("Some text."), "Some text.", "Some text."),
    (Facts([("Maker", "BMS"), ("None", None)]), "Maker: BMS", "- **Maker**: BMS"),
    (Bullets(["one", "two"]), "- one\n- two", "- one\n- two"),
    (Grid(["a", "b"], [["1", "2"]]), "a  b\n1  2", "| a | b |\n| --- | --- |\n| 1 | 2 |"),
    (Branch("skin", "2", [Branch("melanoma")]), "skin (2)\n  melanoma", "- skin (2)\n  - melanoma"),
    (
        Link("A label", "https://example.org/a"),
        "- A label\n  https://example.org/a",
        "- [A label](https://example.org/a)",
    ),
    (
        Lanes(
            [("x", [ACCELERATED], "2014", "2016", "withdrawn")],
            "2017-01-01",
        ),
        "2014 to 2017, a sign a year: = regular, - accelerated alone\nx ---  2014 to 2016 withdrawn",
        "- x: 2014 to 2016 withdrawn",
    ),
    (
        Lanes([("skin", [], "", "", ""), ("x", [ACCELERATED], "2014", "2016", "withdrawn")], "2017-01-01"),
        "2014 to 2017, a sign a year: = regular, - accelerated alone\nSKIN\nx    ---  2014 to 2016 withdrawn",
        "## skin",
    ),
    (
        Lanes(
            [
                (
                    "x",
                    [ACCELERATED | {"to": "unknown", "last_seen": "", "ended_by": ""}],
                    "2014",
                    "unknown",
                    "revoked",
                )
            ],
            "2016-01-01",
        ),
        "2014 to 2016, a sign a year: = regular, - accelerated alone, ? license perhaps ended\n"
        "x -?  2014 to a day not known, revoked",
        "- x: 2014 to a day not known, revoked",
    ),
    (
        Beside(["a", "b"], [("lung", "adjuvant", ["2014", ""])]),
        "cancer, since   a     b\nlung, adjuvant  2014  -",
        "| cancer, since | a | b |\n| --- | --- | --- |\n| lung, adjuvant | 2014 | - |",
    ),
    (News("2014", [("approved", "x", ["For lung."])]), "2014  approved: x\n  For lung.", "## 2014"),
    (Heat(["lung"], ["pd-1"], [[3]]), "      pd-1\nlung  3", "|  | pd-1 |\n| --- | --- |\n| lung | 3 |"),
    (
        Since(["lung", "skin"], ["x"], [["2014-09-04 accelerated"], [""]]),
        "      x\nlung  2014-09-04 accelerated\nskin  -",
        "|  | x |\n| --- | --- |\n| lung | 2014-09-04 accelerated |\n| skin | - |",
    ),
    (Next(["immuno show x"]), "Next: immuno show x", "- `immuno show x`"),
]


@pytest.mark.parametrize(("block", "text", "marked"), SAMPLES, ids=[type(one[0]).__name__ for one in SAMPLES])
def test_each_block_in_text_and_markdown(block: Block, text: str, marked: str) -> None:
    assert text_of(block).strip("\n") == text
    assert markdown_of(block).split("\n\n")[0].strip("\n") == marked


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
        text = "".join(rendered(answer(Paragraph("Hello.")), chosen, Row.columns, True))
        told = "Edition 2026.01, as of 2026-01-15, sources read 2026-01-10. Reference information"
        assert text.count(told) == 1


def test_the_format_follows_from_where_the_answer_goes() -> None:
    assert default_format(answer(), terminal=True) == "table"
    assert default_format(answer(), terminal=False) == "tsv"
    assert default_format(answer(prose=True), terminal=False) == "text"


@pytest.mark.parametrize("chosen", ["text", "md"])
def test_records_without_blocks_are_a_table(chosen: str) -> None:
    text = "".join(rendered(answer(rows=[{"name": "x", "note": "[/b]"}]), chosen, Row.columns, True))
    assert "name" in text
    assert "x" in text
    assert "/b" in text
