"""immuno faq: questions and answers."""

from __future__ import annotations

import immunocli
from immunocli.found import LEADING, Notice
from immunocli.render.answers import Answer
from immunocli.text import quote

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from immunocli.cli.emit import Output
    from immunocli.pages.blocks import Block

_WHO = "immuno faq lists what is answered here; a doctor, nurse, or pharmacist can help with the rest"


def faq(out: Output, *, question: list[str] | None) -> int:
    """Answer a question asked in your own words, or list the questions.

    Examples:
      immuno faq
      immuno faq will I lose my hair
      immuno faq "what if the scan shows the tumor got bigger"
      immuno faq side effects --json | jq -r '.results[0].answer'
    """
    catalogue = out.catalogue()
    asked = " ".join(question or ())
    if not question:
        return out.emit(
            Answer(catalogue.vocabulary("faq", full=out.whole("faq")), blocks=_list, about_therapies=False)
        )
    if not asked.strip():
        raise immunocli.UsageError("the question is empty")
    found = catalogue.ask(asked, full=out.whole("faq"))
    near, notices = found.records, found.notices
    sure = bool(near) and near[0].sure
    page = [notice.counts["command"] for notice in notices if notice.code in LEADING]
    said = [notice for notice in notices if notice.code == "record"]
    led = [notice for notice in notices if notice.code == "of-record"]
    urgent = any(notice.urgent for notice in notices)
    if led and not urgent:
        raise immunocli.Ambiguous(led[0].message, [led[0].counts["command"], *page], wrong=asked)
    if near and not sure and not said:
        told = [f"immuno faq {one.id}" for one in near[: 3 - len(page)]] + page
        message = f"not sure which question {quote(asked)} is"
        if not urgent:
            heard = "".join(f"{one.message} " for one in notices if one.code == "sign")
            raise immunocli.Ambiguous(f"{heard}{message}", told, wrong=asked)
        notices.append(Notice("unsure", f"{message}; try: {', '.join(told)}", suggestions=told))
    elif not near and not page and not urgent:
        raise immunocli.NotFound(f"nothing here answers {quote(asked)}; {_WHO}", wrong=asked)

    def blocks(records: Sequence[Any]) -> list[Block]:
        from immunocli.pages.answer_page import answer_page  # only people read pages

        return answer_page(catalogue, near[:1] if sure else [], near[1:] if sure else near, notices)

    found.records = [*of_record(asked, said), *(near[:1] if sure else [])]
    return out.emit(Answer(found, blocks=blocks, prose=True))


def of_record(asked: str, notices: Sequence[Notice]) -> list[Any]:
    """Return what the record itself answers, as entries are told: for tables and programs."""
    if not notices:
        return []
    from immunocli.records.question import Question

    sources = list(dict.fromkeys(one for notice in notices for one in notice.counts.get("sources", ())))
    answer = " ".join(notice.message for notice in notices)
    return [
        Question(
            {
                "id": "record", "question": asked, "answer": answer, "score": 1.0, "sure": True, "urgency": None,
                "see_also": [], "sources": sources, "urls": [], "sort": "answer", "signs": [], "asked_as": [], "types": [],
                "from_source": None, "stale_after": None, "reviewed": None,
            }
        )
    ]  # fmt: skip


def _list(records: Sequence[Any]) -> list[Block]:
    from immunocli.pages.answer_page import questions_list  # only people read pages

    return questions_list(records)
