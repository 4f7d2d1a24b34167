"""The pages on terms, questions, the immune system, and lists of sources."""

from __future__ import annotations

from immunocli.found import LEADING
from immunocli.names.forms import normalize, singular
from immunocli.pages.blocks import Bullets, Facts, Grid, Heading, Next, Paragraph
from immunocli.pages.labels import MANY, Labels, few
from immunocli.pages.sourced import sources_line
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
# So many uses of a marker are shown.
_SHOWN = 8
_EVERY = 10_000
# An answer about urgent signs of so few types leads to what can be printed of each.
_URGENT, _FEW_TYPES = ("emergency", "call-now"), 2
# What stands above documents of uses that were in the label of a day.
_STANDS = {
    "label": "The label in force: the newest of that day or before that was read for the use",
    "in-place": "For uses in force of which no label was read: what was read in its place",
    None: "Further documents",
}
_SHELVES = (
    ("cell", "Cells"),
    ("molecule", "Molecules"),
    ("organ", "Organs"),
    ("strength", "Strengths"),
    ("history", "History"),
    ("treatment", "Treatments and their side effects"),
)


def term_page(
    catalogue: Catalogue, term: Any, *, technical: bool, as_of: str | None = None, full: bool = False
) -> list[Block]:
    """Return a definition with what is related to it.

    Args:
        catalogue: where names are.
        term: the term.
        technical: the specialist's definition too.
        as_of: the day; None is the record's own.
        full: every name, therapy and use, in place of the first of them.
    """
    labels = Labels(catalogue)
    every = _EVERY if full else 0
    blocks: list[Block] = [Heading(term.term, 1), Paragraph(term.definition)]
    blocks += if_signs(catalogue, term.urgency, term.signs)
    if technical:
        blocks += [Heading("For specialists"), Paragraph(term.technical or "No other definition is needed.")]
    blocks.append(
        Facts(
            [
                ("Also called", few(_told(term), every or MANY)),
                ("In other languages", ", ".join(term.foreign) if full else None),
                ("Explains too", few(term.related, every or 6)),
                ("Therapies", labels.each("therapy", term.therapies, every or MANY)),
                ("See also", labels.each("term", term.see_also)),
            ]
        )
    )
    blocks += _required_by(catalogue, labels, term, as_of, every or _SHOWN)
    commands = [f"immuno indications --biomarker {term.id}"] if term.uses else []
    commands += [_defining(labels, one) for one in term.see_also[:3]]
    commands += [f"immuno faq {one}" for one in term.questions[:2]]
    return [*blocks, sources_line(catalogue, "term", term.id, as_of), Next(commands)]


def _told(term: Any) -> list[str]:
    """Return the other names of a term in English, but for plurals of what is told."""
    names = [one for one in term.aliases if one not in term.foreign]
    told = {normalize(one) for one in (term.term, *names)}
    return [one for one in names if told.isdisjoint(singular(normalize(one)))]


def _required_by(
    catalogue: Catalogue, labels: Labels, term: Any, as_of: str | None, most: int
) -> list[Block]:
    """Return the current uses that require a marker, a line each, the first of them."""
    if not term.uses:
        return []
    uses = list(catalogue.indications(biomarker=term.id, as_of=as_of))
    lines = [f"{labels.of('therapy', use.therapy)}: {use.summary}" for use in uses[:most]]
    if len(uses) > most:
        day = f" --as-of {as_of}" if as_of else ""
        lines.append(f"and {len(uses) - most} more: immuno indications --biomarker {term.id}{day}")
    return [Heading(f"Required by {len(uses)} current {'use' if len(uses) == 1 else 'uses'}"), Bullets(lines)]


def _defining(labels: Labels, term: str) -> str:
    """Return the command that defines a term, by its name: an id may be the name of another term."""
    name = labels.of("term", term)
    plain = all(word.isalnum() for word in name.replace("-", " ").split())
    return f"immuno define {name if plain else term}"


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
    commands += [_defining(labels, one) for one in question.see_also[:3]]
    commands += [f"immuno faq {other.id}" for other in others]
    return [*blocks, sources_line(catalogue, "faq", question.id), Next(commands)]


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
    pages = [notice.counts["command"] for notice in notices if notice.code in LEADING]
    blocks += [Paragraph(notice.message) for notice in notices if notice.code in _OF_RECORD]
    if sure:
        shown = [notice.counts["rung"] for notice in notices if notice.code == "alarm"]
        return [
            *blocks,
            *question_page(catalogue, sure[0], near, pages, shown),
            *_signs(notices, sure[0].urgency),
        ]
    commands = [*pages, *(f"immuno faq {one.id}" for one in near)]
    beside = any(notice.code == "compare" for notice in notices)  # one of several is not told alone
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


def _first_page(catalogue: Catalogue, kind: str) -> list[Block]:
    """Return the first page on a type, but for where to go from there."""
    from immunocli.pages.shown import type_page  # most answers have no use for it

    (record,) = catalogue.show([kind], ("type",)).records
    page = type_page(catalogue, Labels(catalogue), record, None, full=False)
    return [block for block in page if not isinstance(block, Next)]


# Where the sentence stands that says what something is.
_SAYS_WHAT = {"therapy": "mechanism", "type": "definition", "term": "definition"}


def _in_a_sentence(catalogue: Catalogue, notice: Notice) -> str:
    """Return what that is which a question names: its page tells more."""
    kind, one = notice.counts["of"], notice.counts["id"]
    if kind == "part":
        return ""
    (record,) = catalogue.show([one], (kind,)).records
    return f"{record['term' if kind == 'term' else 'name']}: {record[_SAYS_WHAT.get(kind, 'description')]}"


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


def _signs(notices: Sequence[Notice], shown: str | None = None) -> list[Block]:
    """Return what a sign asks for that a question only speaks of, unless its rung is shown already."""
    told = [
        one
        for one in notices
        if one.code == "sign" and one.counts["rung"] != shown and one.counts["state"] == "general"
    ]
    return [Paragraph(one.message) for one in told]


def questions_list(questions: Sequence[Any]) -> list[Block]:
    """Return all questions with the ids that `immuno faq` takes."""
    blocks: list[Block] = [Heading("Questions", 1)]
    for sort, title in (("answer", ""), ("decline", "Not answered here, but who can help")):
        rows = [[one.id, one.question] for one in questions if one.sort == sort]
        blocks += [Heading(title)] if title and rows else []
        blocks.append(Grid(["id", "question"], rows, kept=("id", "question")))
    return blocks


def part_page(catalogue: Catalogue, part: Any) -> list[Block]:
    """Return the page on a part of the immune system."""
    from immunocli.pages.shown import therapies_grid  # answers have no use for it

    labels = Labels(catalogue)
    blocks: list[Block] = [
        Heading(part.name, 1),
        Paragraph(part.role),
        Facts(
            [
                ("When", part.date),
                ("Also called", ", ".join(part.aliases)),
                ("Side effects", ", ".join(part.side_effects)),
                ("Used by", labels.each("type", part.types)),
                ("See also", labels.each("part", part.see_also)),
            ]
        ),
        *therapies_grid(catalogue, labels, part.therapies, most=MANY),
    ]
    commands = [f"immuno types {one}" for one in part.types[:3]]
    commands += [f"immuno immune-system {one}" for one in part.see_also[:3]]
    return [*blocks, sources_line(catalogue, "part", part.id), Next(commands)]


def parts_list(parts: Sequence[Any]) -> list[Block]:
    """Return all parts of the immune system by kind, with what they do."""
    blocks: list[Block] = []
    for kind, title in _SHELVES:
        rows = [[part.name, part.role] for part in parts if part.shelf == kind]
        if rows:
            blocks += [Heading(title), Grid(["name", "role"], rows, kept=("name", "role"))]
    return [*blocks, Next(["immuno immune-system b-cell"])]


def sources_list(catalogue: Catalogue, sources: Sequence[Any], query: dict[str, Any]) -> list[Block]:
    """Return documents, each with where it can be read; first those that stand for uses of a therapy."""
    from immunocli.pages.drawings import Link  # other pages only count documents

    labels = Labels(catalogue)
    named = ", ".join(query.get("name", ())) or "this edition"
    if query.get("cancer"):
        named += f" for {labels.each('cancer', query['cancer'])}"
    if query.get("as_of"):
        named += f", as of {query['as_of']}"
    blocks: list[Block] = [Heading(f"Sources of {named} ({len(sources)})", 1)]
    standing = any(source.stands_for for source in sources)
    uses = _summaries(catalogue, query) if standing else {}
    before = ""
    for source in sources:
        title = _STANDS[source.stands_as] if standing else ""
        if title != before:
            blocks.append(Heading(title))
        before = title
        said = [f"for: {uses.get(one, one)}" for one in source.stands_for]
        blocks.append(Link(_line(source), source.url or source.id, said))
    return blocks


def _summaries(catalogue: Catalogue, query: dict[str, Any]) -> dict[str, str]:
    """Return the uses in the label of the day that was asked about, in its words, by id."""
    therapies = [one for one in query["name"] if catalogue.title("therapy", one)]
    cancer, day = query.get("cancer") or None, query.get("as_of")
    found = catalogue.indications(therapy=therapies, cancer=cancer, as_of=day)
    return {one.id: one.summary for one in found}


def _line(source: Any) -> str:
    published = f", {source.published}" if source.published else ""
    read = f" (read {source.accessed})" if source.accessed else ""
    return f"{source.publisher}: {source.title}{published}{read}"
