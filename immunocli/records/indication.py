"""One use of one therapy, as its label tells it on the day that was asked about."""

from immunocli.records.fields import (
    Record,
    choice,
    date,
    flag,
    groups,
    ids,
    maybe,
    perhaps,
    text,
    texts,
    thing,
    things,
)
from immunocli.records.values import EVENTS, RELATIONS, USE_STATUSES


class Indication(Record):
    """A use, folded to a day."""

    kind = "indication"

    id = text("Lower-case slug that never changes.", column=True)
    therapy = text("Id of the therapy.", column=True)
    cancer = text("Id of the cancer that it names.", column=True)
    summary = text("The use in one line, in our words, after those of the label of that day.", column=True)
    setting = maybe("Where in the course of the disease.", column=True)
    line = maybe("Line of treatment.", column=True)
    biomarkers = ids("What the use requires.", column=True)
    excludes = ids("What the label rules out.", column=True)
    partners = groups("Groups: all are given, one of each group's alternatives.", column=True, key="with")
    population = perhaps("Whom it is for.", "adult", "pediatric", "adult-and-pediatric", column=True)
    approval = perhaps(
        "How it was first approved, also after that was converted.", "accelerated", "regular", column=True
    )
    approved = date("First approval; null for a pair of a list.", column=True)
    converted = date("When an accelerated approval became regular.", column=True)
    ended = date("When it was replaced or withdrawn, or its license ended.", column=True)
    status = choice(
        "How it stands on that day; unknown: its license may have ended.",
        *USE_STATUSES,
        column=True,
    )
    relation = perhaps("How it relates to the cancer asked for.", *RELATIONS, column=True)
    age = maybe("Age limits as the label gives them.", listed=True)
    regulator = maybe("Who approved it.", listed=True)
    sources = ids("Where this was read.", listed=True)
    verified = maybe("When the use was last compared with its sources.", listed=True)
    replaced_by = maybe("Id of the use that covers it now.", listed=True)
    market = perhaps(
        "Whether a product that has the use can be had in the US.", "sold", "not-sold", "unknown", listed=True
    )
    urls = texts(
        "Where the documents in `sources` can be read, in their order; empty where one has no address."
    )
    cited = texts("The documents in `sources` as references, in their order: publisher, title, day, address.")
    type = maybe("Id of the type of the therapy.")
    targets = ids("Ids of what the therapy acts on.")
    brands = texts("Brands of the therapy that are, or may be, licensed.")
    boxed = ids(
        "What the boxed warnings of the therapy are about, shortly, in our words, not the label's; empty: no box is known."
    )
    reason = maybe("Why it ended.")
    events = things(
        "What happened to it up to that day.",
        date=text("Its day, as precise as the source."),
        latest=flag("`date` is but the latest possible one: that of the first document seen that has it."),
        event=choice("What happened.", *EVENTS),
        approval=perhaps("Kind of approval.", "accelerated", "regular"),
        says=thing("What the label says from then on; later events hold only what changed."),
        reason=maybe("Why."),
        by=maybe("Id of the use that covers it now."),
        sources=texts("Where this was read."),
    )
    notes = maybe("What a reader must know of this use.")
    verdict = maybe("For a pair of a list: how it compares with the FDA record.")
