"""What changed in the record on a day: one decision, one entry."""

from immunocli.records.fields import Record, choice, day, flag, ids, text, texts
from immunocli.records.values import CHANGES


class Change(Record):
    """A decision: its uses together."""

    kind = "change"

    date = day("When.", column=True)
    latest = flag(
        "`date` is but the latest possible day: that of the first document seen that has it.", listed=True
    )
    event = choice("What happened.", *CHANGES, column=True)
    therapies = ids("Ids of the therapies.", column=True)
    cancers = ids("Ids of the cancers.", column=True)
    summary = text("What it says, in a line.", column=True)
    approval = texts("How uses were approved, or became so: accelerated, regular, or both.", listed=True)
    uses = ids("Ids of the uses.", listed=True)
    sources = ids("Where this was read.", listed=True)
    urls = texts(
        "Where the documents in `sources` can be read, in their order; empty where one has no address."
    )
    cited = texts("The documents in `sources` as references, in their order: publisher, title, day, address.")
