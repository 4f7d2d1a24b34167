"""immuno terms: the glossary's headwords."""

from __future__ import annotations

from immunocli.errors import UsageError
from immunocli.render.answers import Answer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from immunocli.cli.emit import Output


def terms(out: Output, *, topic: str | None) -> int:
    """List the glossary's terms with their definitions."""
    catalogue = out.catalogue()
    found = catalogue.vocabulary("term", full=out.whole("term"))
    topics = sorted({one.topic for one in found})
    if topic is not None:
        if topic.lower() not in topics:
            from immunocli.text import quote

            raise UsageError(
                f"--topic {quote(topic)} is not one of: {', '.join(topics)}", wrong=topic, known=topics
            )
        found.records = [one for one in found if one.topic == topic.lower()]
        found.query["topic"] = topic.lower()
    title = "Terms" if topic is None else f"Terms: {topic.lower()}"
    return out.emit(Answer(found, title=title, about_therapies=False))
