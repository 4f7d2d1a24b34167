"""A part of the immune system, a strength, an event of its history, a treatment."""

from immunocli.records.fields import Record, choice, ids, maybe, text, texts
from immunocli.records.values import SHELVES


class Part(Record):
    """What it is and does."""

    kind = "part"

    id = text("Lower-case slug that never changes.", column=True)
    shelf = choice("What it is.", *SHELVES, column=True)
    name = text("Plain name.", column=True)
    role = text("What it does.", column=True)
    term = maybe("Id of the glossary's entry on it.")
    aliases = texts("Other names.")
    date = maybe("For history: when.")
    side_effects = texts("For treatments: typical ones.")
    types = ids("Ids of the types that use it.")
    therapies = ids("Ids of the therapies that use it.")
    see_also = ids("Ids of related parts.")
    sources = ids("Where this was read.")
