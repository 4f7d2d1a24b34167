"""A molecule that therapies act on."""

from immunocli.records.fields import Record, ids, maybe, text, texts


class Target(Record):
    """What a therapy binds, blocks or carries a drug to."""

    kind = "target"

    id = text("Lower-case slug that never changes.", column=True)
    name = text("Common name.", column=True)
    therapies = ids("Ids of the therapies that act on it.", column=True)
    aliases = texts("Gene symbols, CD numbers, long names.", listed=True)
    description = text("What it is.", listed=True)
    sources = ids("Where this was read.", listed=True)
    term = maybe("Id of the glossary's entry on it.")
