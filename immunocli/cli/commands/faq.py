"""immuno faq: questions and answers."""

from __future__ import annotations

from immunocli.errors import NotFound
from immunocli.render.answers import Answer
from immunocli.text import quote

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from immunocli.cli.emit import Output
    from immunocli.pages.blocks import Block


def faq(out: Output, *, question: list[str] | None) -> int:
    """Answer a question asked in your own words, or list the questions."""
    catalogue = out.catalogue()
    asked = " ".join(question or ())
    if not asked.strip():
        return out.emit(Answer(catalogue.vocabulary("faq"), blocks=_list, about_therapies=False))
    found = catalogue.ask(asked)
    near = found.records
    if not near or not near[0].sure:
        told = [one.question for one in near]
        raise NotFound(f"no question here fits {quote(asked)}; try: immuno faq", told)

    def blocks(records: Sequence[Any]) -> list[Block]:
        from immunocli.pages.knowledge import question_page  # only people read pages

        return question_page(catalogue, records[0], near[1:]) if records else []

    found.records = near[:1]
    return out.emit(Answer(found, blocks=blocks, prose=True))


def _list(records: Sequence[Any]) -> list[Block]:
    from immunocli.pages.knowledge import questions_list  # only people read pages

    return questions_list(records)
