"""A record that search found."""

from immunocli.records.fields import Record, number, text


class Hit(Record):
    """Where the words stand."""

    kind = "hit"

    of = text("Kind of the record.", column=True, key="kind")
    id = text("Its id.", column=True)
    title = text("Its name.", column=True)
    snippet = text("Where the words stand in it.", column=True)
    score = number("Higher fits better.", column=True)
