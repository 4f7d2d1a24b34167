"""The pages on questions: an answer, with urgent help on top, the list of all, and hits below an alarm."""

from __future__ import annotations

from immunocli.found import LEADING
from immunocli.pages.blocks import Facts, Grid, Heading, Next, Paragraph
from immunocli.pages.labels import Labels
from immunocli.pages.sources_line import documents_line, sources_line
from immunocli.pages.urgent import OTHERS, alarm_blocks, if_signs

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from immunocli.catalogue import Catalogue
    from immunocli.found import Notice
    from immunocli.pages.blocks import Block

# What the record itself answers stands above what an entry does.
_OF_RECORD = ("compare", "record", "not-read")
# Below these nothing is told of what the question names.
_SAID = ("compare", "record")
# So many things are cited in one line.
_CITED = 4
# An answer about urgent signs of so few types leads to what can be printed of each.
_URGENT, _FEW_TYPES = ("emergency", "call-now"), 2
# Where the sentence stands that says what something is.
_SAYS_WHAT = {"therapy": "mechanism", "type": "definition", "term": "definition"}


def answer_page(
    catalogue: Catalogue, sure: Sequence[Any], near: Sequence[Any], notices: Sequence[Notice]
) -> list[Block]:
    """Return urgent help first, then the answer, then what a sign asks for and where to go next.

    Args:
        catalogue: where names are.
        sure: the entry that answers, or none.
        near: others that may be meant.
        notices: of the answer; an alarm stands on top.
    """
    blocks = alarm_blocks(catalogue, notices)
    pages = leading(notices)
    blocks += [
        block for notice in notices if notice.code in _OF_RECORD for block in _of_record(catalogue, notice)
    ]
    if sure:
        shown = [notice.counts["rung"] for notice in notices if notice.code == "alarm"]
        return [
            *blocks,
            *question_page(catalogue, sure[0], near, pages, shown),
            *_signs(notices, sure[0].urgency),
        ]
    commands = [*pages, *(f"immuno faq {one.id}" for one in near)]
    # One of several is not told alone, nor what something is beside what was asked of it.
    beside = any(notice.code in _SAID for notice in notices)
    told: list[Block] = [
        Paragraph(_in_a_sentence(catalogue, notice) or notice.message)
        for notice in notices
        if notice.code == "page" and not beside
    ]
    if any(notice.code == "alarm" for notice in notices) or not commands:
        commands = [OTHERS] if blocks else []
    sheets = [notice.counts["id"] for notice in notices if notice.code == "hand-out"]
    told += [block for one in sheets for block in _first_page(catalogue, one)]
    return [*blocks, *told, *_signs(notices), *([Next(commands)] if commands else [])]


def leading(notices: Sequence[Notice]) -> list[str]:
    """Return the commands that notices lead to; a page is left out whose command another one makes longer."""
    commands = [
        notice.counts["command"]
        for notice in notices
        if notice.code in LEADING and "command" in notice.counts
    ]
    return [
        one for one in dict.fromkeys(commands) if not any(other.startswith(f"{one} ") for other in commands)
    ]


def _of_record(catalogue: Catalogue, notice: Notice) -> list[Block]:
    """Return what the record says, and the documents that it rests on."""
    told: list[Block] = [Paragraph(notice.message)]
    sources = notice.counts.get("sources")
    if not sources:
        return told
    counts = notice.counts
    named = counts.get("therapies") or [counts[key] for key in ("therapy",) if counts.get(key)]
    if not 0 < len(named) <= _CITED:
        named = [*counts.get("type", ()), *counts.get("target", ())] or [counts["cancer"]]
    return [*told, documents_line(catalogue, sources, f"immuno cite {' '.join(named[:_CITED])}")]


def question_page(
    catalogue: Catalogue,
    question: Any,
    others: Sequence[Any] = (),
    pages: Sequence[str] = (),
    shown: Sequence[str] = (),
) -> list[Block]:
    """Return a question and its answer, and the next nearest questions.

    Args:
        catalogue: where names are.
        question: with its answer.
        others: that may be meant too.
        pages: commands that show what the question names.
        shown: rungs that stand on top already.
    """
    labels = Labels(catalogue)
    blocks: list[Block] = [Heading(question.question, 1), Paragraph(question.answer)]
    if question.urgency not in shown:
        blocks += if_signs(catalogue, question.urgency, question.signs)
    blocks.append(Facts([("Related terms", labels.each("term", question.see_also))]))
    urgent = question.urgency in _URGENT and len(question.types) <= _FEW_TYPES
    sheets = question.types if urgent else []
    commands = [*pages, *(f"immuno types {one} -f md" for one in sheets)]
    commands += [labels.defining(one) for one in question.see_also[:3]]
    commands += [f"immuno faq {other.id}" for other in others]
    return [*blocks, sources_line(catalogue, "faq", question.id), Next(commands)]


def _first_page(catalogue: Catalogue, kind: str) -> list[Block]:
    """Return the first page on a type, but for where to go from there."""
    from immunocli.pages.page_chosen import type_page  # most answers have no use for it

    (record,) = catalogue.show([kind], ("type",)).records
    page = type_page(catalogue, Labels(catalogue), record, None, full=False)
    return [block for block in page if not isinstance(block, Next)]


def _in_a_sentence(catalogue: Catalogue, notice: Notice) -> str:
    """Return what that is which a question names: its page tells more."""
    kind, one = notice.counts["of"], notice.counts["id"]
    if kind == "part":
        return ""
    (record,) = catalogue.show([one], (kind,)).records
    return f"{record['term' if kind == 'term' else 'name']}: {record[_SAYS_WHAT.get(kind, 'description')]}"


def _signs(notices: Sequence[Notice], shown: str | None = None) -> list[Block]:
    """Return what a sign asks for that a question only speaks of, unless its rung is shown already."""
    told = [
        one
        for one in notices
        if one.code == "sign" and one.counts["rung"] != shown and one.counts["state"] == "general"
    ]
    return [Paragraph(one.message) for one in told]


def alarming_hits(
    catalogue: Catalogue, title: str, notices: Sequence[Notice]
) -> Callable[[Sequence[Any]], list[Block]]:
    """Return what makes a page of hits with urgent help on top."""

    def blocks(hits: Sequence[Any]) -> list[Block]:
        rows = [[hit.title, hit.of, str(hit.snippet)] for hit in hits]
        table: list[Block] = (
            [Heading(title), Grid(["title", "of", "snippet"], rows, kept=("title", "snippet"))]
            if rows
            else []
        )
        return [*alarm_blocks(catalogue, notices), *table]

    return blocks


def questions_list(questions: Sequence[Any]) -> list[Block]:
    """Return all questions with the ids that `immuno faq` takes."""
    blocks: list[Block] = [Heading("Questions", 1)]
    for sort, title in (("answer", ""), ("decline", "Not answered here, but who can help")):
        rows = [[one.id, one.question] for one in questions if one.sort == sort]
        blocks += [Heading(title)] if title and rows else []
        blocks.append(Grid(["id", "question"], rows, kept=("id", "question")))
    return blocks
