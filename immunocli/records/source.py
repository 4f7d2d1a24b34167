"""A document that facts were read in."""

from immunocli.records.fields import Record, date, ids, maybe, perhaps, text


class Source(Record):
    """Names the document and where it can be read."""

    kind = "source"

    id = text("Lower-case slug that never changes.", column=True)
    title = text("The document's own title.", column=True)
    publisher = text("Who published it.", column=True)
    published = date("When it was published.", column=True)
    accessed = maybe("When it was read.", column=True)
    url = maybe("Where it can be read.", column=True)
    sort = text("What sort of document.")
    stands_for = ids("Ids of the uses in the label of the day asked about that it stands for.")
    stands_as = perhaps(
        "As what: the newest `label` in which they were read by that day, or what was read in its place.",
        "label", "in-place",
    )  # fmt: skip
