"""The page on a term of the glossary."""

from __future__ import annotations

from immunocli.names.forms import normalize, singular
from immunocli.pages.blocks import Bullets, Facts, Heading, Next, Paragraph
from immunocli.pages.labels import MANY, Labels, few
from immunocli.pages.sources_line import sources_line
from immunocli.pages.urgent import if_signs

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from immunocli.catalogue import Catalogue
    from immunocli.pages.blocks import Block

# So many uses of a marker are shown.
_SHOWN = 8
_EVERY = 10_000


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
    if term.topic == "target" and not term.therapies:
        told = catalogue.therapies(target=term.term, as_of=as_of).notices
        if any(one.code == "none-acts-on" for one in told):
            blocks.append(Paragraph("No therapy of this record acts on it."))
    if term.topic == "approval":
        blocks += _programs(catalogue, labels, term, as_of)
    blocks += _required_by(catalogue, labels, term, as_of, every or _SHOWN)
    commands = [f"immuno indications --biomarker {term.id}"] if term.uses else []
    commands += [labels.defining(one) for one in term.see_also[:3]]
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
    """Return the current uses that ask for a marker, it or another, or not its opposite, a line each."""
    if not term.uses:
        return []
    uses = list(catalogue.indications(biomarker=term.id, as_of=as_of))
    lines = [f"{labels.of('therapy', use.therapy)}: {use.summary}" for use in uses[:most]]
    if len(uses) > most:
        day = f" --as-of {as_of}" if as_of else ""
        lines.append(f"and {len(uses) - most} more: immuno indications --biomarker {term.id}{day}")
    told = "1 current use asks" if len(uses) == 1 else f"{len(uses)} current uses ask"
    return [Heading(f"{told} for it"), Bullets(lines)]


def _programs(catalogue: Catalogue, labels: Labels, term: Any, as_of: str | None) -> list[Block]:
    """Return of which therapies a program is told, those together of which the same is told."""
    held: dict[tuple[str, str], list[str]] = {}
    for therapy, until, words in catalogue.programs(term.id, as_of):
        held.setdefault((until, words), []).append(labels.of("therapy", therapy))
    if not held:
        return []
    lines = [f"{', '.join(names)}: {program_told(until, words)}" for (until, words), names in held.items()]
    lines.append("other therapies: not in this reference")
    return [Heading(f"{term.term} in this record, as of {catalogue.day(as_of)}"), Bullets(lines)]


def program_told(until: str, words: str) -> str:
    """Return what is told of a program, with its end where there is one."""
    return f"NO LONGER in the boxed warning since {until}: {words}" if until else words
