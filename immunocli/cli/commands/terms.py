"""immuno terms: the glossary's headwords."""

from __future__ import annotations

from immunocli.render.answers import Answer
from immunocli.errors import UsageError
from immunocli.records import Term
from immunocli.text import quote

TYPE_CHECKING = False
if TYPE_CHECKING:
    from immunocli.cli.options import Topic
    from immunocli.cli.emit import Output


def terms(out: Output, topic: Topic = None) -> int:
    """List the terms of the glossary.

    Examples:
      immuno terms
      immuno terms --topic side-effect
      immuno terms --format tsv --columns id,topic
    """
    catalogue = out.catalogue()
    found = [Term(record) for record in catalogue.data.all("term")]
    topics = sorted({term.topic for term in found})
    if topic is not None:
        if topic not in topics:
            raise UsageError(f"--topic {quote(topic)} is not one of: {', '.join(topics)}")
        found = [term for term in found if term.topic == topic]
    return out.emit(
        Answer(
            "term",
            found,
            Term.columns,
            {"topic": topic} if topic else {},
            catalogue.edition,
            title=f"Terms ({len(found)})",
            about_therapies=False,
        )
    )
