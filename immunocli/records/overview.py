"""Rows of overviews: lanes of a timeline, crossings of a matrix, lines of a comparison."""

from __future__ import annotations

from immunocli.records.fields import (
    DATE,
    Field,
    Record,
    choice,
    count,
    date,
    day,
    ids,
    maybe,
    perhaps,
    text,
    things,
)
from immunocli.records.values import RELATIONS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any


class Lane(Record):
    """A therapy along the years."""

    kind = "lane"

    cancer = maybe("Id of the broad cancer whose uses it has, by cancer; else null.", listed=True)
    target = maybe("Id of the target that it stands under, by target; else null.", listed=True)
    therapy = text("Id of the therapy.", column=True)
    name = text("Its name.", column=True)
    approved = day("First approval.", column=True)
    ended: Field[str | None] = Field(
        "When its last use ended; `unknown`: its license ended, or may have, the day is not known; null while one lasts.",
        {"type": ["string", "null"], "pattern": f"{DATE}|^unknown$"},
        column=True,
        listed=False,
    )
    status = choice(
        "How its uses stand.", "approved", "replaced", "withdrawn", "revoked", "unknown", column=True
    )
    uses = count("How many uses it had up to that day.", column=True)
    market = choice("Whether it could be had in the US.", "sold", "not-sold", "unknown", column=True)
    type = text("Id of the type of the therapy.", listed=True)
    targets = ids("Ids of what it acts on.", listed=True)
    cancers = ids("Ids of the broad cancers of these uses.", listed=True)
    relation = perhaps("How its uses relate to the cancer asked for.", *RELATIONS, listed=True)
    segments = things(
        "Stretches in which a use was current.",
        listed=True,
        since=text("First day.", key="from"),
        to=text(
            "Last day; `unknown`: its license ended, or may have, the day is not known; empty while it lasts."
        ),
        approval=choice("Kind of approval.", "accelerated", "regular"),
        last_seen=text("Where `to` is unknown: the last day on which the license is known to have lasted."),
        ended_by=text("And the first by which it is known to have ended."),
    )


class Crossing(Record):
    """How many therapies have a current use for a cancer, by type, subtype or target; by therapy, since when."""

    kind = "crossing"

    one_of = ("cancer", "type", "target", "therapy")

    cancer = text(
        "Id of the cancer; counts stand under the ids of types or targets; under those of therapies the first"
        " day, followed by `accelerated` while all approval is, or null. Turned, `type`, `target` or `therapy` stands"
        " in its place, and the values under the ids of cancers.",
        column=True,
    )


# Of a use in a comparison of products: whether the label of one has it is not known.
NOT_KNOWN = "unknown"


class Comparison(Record):
    """One property of several therapies; the values stand under their ids."""

    kind = "comparison"

    property = text("What is compared; the values stand under the ids of what is compared.", column=True)

    def in_cell(self, name: str) -> Any:
        """Return a value; that a label has no box, and that it is not known, are told apart in words."""
        value = self[name]
        if value or self["property"] != "boxed_warnings":
            return value
        return "not known" if value is None else "no boxed warning"


def whole_records(records: Sequence[Record], names: Sequence[str]) -> Comparison:
    """Return the row that holds the whole record of each of what is compared."""
    told = {name: record.as_dict() for name, record in zip(names, records, strict=True)}
    return Comparison({"property": "record", **told})


class Inventory(Record):
    """What a data set holds and how well it is sourced."""

    kind = "data"

    edition = text("Year and month.")
    as_of = day("Day the record is true for.")
    checked = day("Day on which sources were last read.")
    schema_version = count("Version of the output format.")
    known_from = day("Day of the first use in the record.")
    therapies = count("How many therapies.")
    approved_therapies = count("How many of them are approved.")
    indications = count("How many uses.")
    current_indications = count("How many of them stand in today's label.")
    events = count("How many dated events of uses.")
    products = count("How many products.")
    warnings = count("How many warnings.")
    claims = count("How many pairs of published lists.")
    cancers = count("How many cancers.")
    types = count("How many types.")
    targets = count("How many targets.")
    terms = count("How many terms.")
    questions = count("How many questions.")
    signs = count("How many signs.")
    sources = count("How many documents.")
    names_of_others = count("How many names that are not ours are known.")
    oldest_check = date("When the use checked longest ago was checked.")
    newest_check = date("When the use checked last was checked.")
    fda_sourced_percent = text("Share of uses that cite an FDA document.")
    directory = text("Where the data lies.")
