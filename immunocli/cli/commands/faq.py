"""immuno faq: questions and answers."""

from __future__ import annotations

from immunocli.render.answers import Answer
from immunocli.errors import NotFound
from immunocli.words.questions import FITS, ask
from immunocli.records import Question
from immunocli.text import quote

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from immunocli.pages.blocks import Block
    from immunocli.cli.options import QuestionWords
    from immunocli.cli.emit import Output


def faq(out: Output, question: QuestionWords = None) -> int:
    """Answer a question asked in your own words, or list the questions.

    Examples:
      immuno faq
      immuno faq will I lose my hair
      immuno faq "what if the scan shows the tumor got bigger"
      immuno faq side effects --format json | jq -r '.results[0].answer'
    """
    catalogue = out.catalogue()
    data = catalogue.data
    asked = " ".join(question or ())
    found: list[Question] = []

    def blocks(records: Sequence[Any]) -> list[Block]:
        from immunocli.pages import knowledge  # only people read pages

        if not asked.strip():
            return knowledge.questions_list(records)
        return knowledge.question_page(data, records[0], found[1:]) if records else []

    if not asked.strip():
        return out.emit(
            Answer(
                "faq",
                [Question(record) for record in data.all("faq")],
                Question.columns,
                {},
                catalogue.edition,
                blocks=blocks,
            )
        )
    found = ask(data, asked)
    if not found or (found[0].score or 0) < FITS:
        near = [one.question for one in found]
        raise NotFound(f"no question here fits {quote(asked)}; immuno faq lists them all", near)

    return out.emit(
        Answer(
            "faq",
            found[:1],
            Question.columns,
            {"question": asked},
            catalogue.edition,
            blocks=blocks,
            prose=True,
        )
    )
