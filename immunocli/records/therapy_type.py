"""A type of therapy and its place in the tree."""

from immunocli.records.fields import Record, ids, maybe, text, texts, thing


class Type(Record):
    """A way in which immunotherapies work."""

    kind = "type"

    id = text("Lower-case slug that never changes.", column=True)
    name = text("Plain name.", column=True)
    part_of = ids("Ids of the wider types.", column=True)
    therapies = ids("Ids of its therapies.", column=True)
    aliases = texts("Other names.", listed=True)
    definition = text("What it is.", listed=True)
    mechanism = text("How it works.", listed=True)
    side_effects = thing("Typical ones, and the signs to watch for with what to do.", listed=True)
    sources = ids("Where this was read.", listed=True)
    term = maybe("Id of the glossary's entry on it.")
    path = texts("The id and all it is part of.")
    below = texts("All that is part of it.")
