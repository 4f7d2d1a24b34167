"""The pages on terms, questions and the immune system."""

from __future__ import annotations

from immunocli.pages.blocks import Facts, Grid, Heading, Next, Paragraph
from immunocli.pages import MANY, title_of
from immunocli.pages.vocabularies import therapies_grid

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from immunocli.pages.blocks import Block
    from immunocli.store.typed import Data

_SHELVES = (
    ("cell", "Cells"),
    ("molecule", "Molecules"),
    ("organ", "Organs"),
    ("strength", "Strengths"),
    ("history", "History"),
    ("treatment", "Treatments and their side effects"),
)


def term_page(data: Data, term: Any, *, technical: bool) -> list[Block]:
    """Return a definition with what is related to it."""
    blocks: list[Block] = [Heading(term.term, 1), Paragraph(term.definition)]
    if technical:
        blocks += [Heading("For specialists"), Paragraph(term.technical or "No other definition is needed.")]
    therapies = [_with_status(data, one) for one in term.therapies[:MANY]]
    more = f" and {len(term.therapies) - MANY} more" if len(term.therapies) > MANY else ""
    blocks.append(
        Facts(
            [
                ("Also called", ", ".join(term.aliases[:MANY])),
                ("Therapies", ", ".join(therapies) + more),
                ("See also", ", ".join(title_of(data, "term", one) for one in term.see_also)),
            ]
        )
    )
    commands = [f"immuno define {one}" for one in term.see_also[:3]]
    commands += [f"immuno faq {one}" for one in term.questions[:2]]
    return [*blocks, Next(commands)] if commands else blocks


def _with_status(data: Data, one: str) -> str:
    record = data.get("therapy", one)
    return str(record["name"]) + ("" if record["status"] == "approved" else f" ({record['status']})")


def question_page(data: Data, question: Any, others: Sequence[Any] = ()) -> list[Block]:
    """Return a question and its answer, and the next nearest questions."""
    blocks: list[Block] = [Heading(question.question, 1), Paragraph(question.answer)]
    terms = ", ".join(title_of(data, "term", one) for one in question.see_also)
    blocks.append(Facts([("Related terms", terms)]))
    commands = [f"immuno define {one}" for one in question.see_also[:3]]
    commands += [f"immuno faq {other.id}" for other in others]
    return [*blocks, Next(commands)]


def questions_list(questions: Sequence[Any]) -> list[Block]:
    """Return all questions with the ids that `immuno faq` takes."""
    rows = [[question.id, question.question] for question in questions]
    return [Heading("Questions", 1), Grid(["id", "question"], rows, kept=("id", "question"))]


def part_page(data: Data, part: Any) -> list[Block]:
    """Return the page on a part of the immune system."""
    blocks: list[Block] = [
        Heading(part.name, 1),
        Paragraph(part.role),
        Facts(
            [
                ("When", part.date),
                ("Also called", ", ".join(part.aliases)),
                ("Side effects", ", ".join(part.side_effects)),
                ("Used by", ", ".join(title_of(data, "type", one) for one in part.types)),
                ("See also", ", ".join(title_of(data, "part", one) for one in part.see_also)),
            ]
        ),
        *therapies_grid(data, part.therapies, MANY),
    ]
    commands = [f"immuno types {one}" for one in part.types[:3]]
    commands += [f"immuno immune-system {one}" for one in part.see_also[:3]]
    return [*blocks, Next(commands)] if commands else blocks


def parts_list(parts: Sequence[Any]) -> list[Block]:
    """Return all parts of the immune system by kind, with what they do."""
    blocks: list[Block] = []
    for kind, title in _SHELVES:
        rows = [[part.name, part.role] for part in parts if part["kind"] == kind]
        if rows:
            blocks += [Heading(title), Grid(["name", "role"], rows, kept=("name", "role"))]
    return [*blocks, Next(["immuno immune-system b-cell"])]
