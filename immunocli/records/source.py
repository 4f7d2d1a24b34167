"""A document that facts were read in."""

from immunocli.records.fields import Record, date, maybe, text


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
