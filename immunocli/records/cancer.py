"""A cancer and its place in the tree."""

from immunocli.records.fields import Record, flag, ids, maybe, text, texts, thing, things


class Cancer(Record):
    """A cancer that uses are approved for, or that people ask about."""

    kind = "cancer"

    id = text("Lower-case slug that never changes.", column=True)
    name = text("Plain name.", column=True)
    part_of = ids("Ids of all that truly include it.", column=True)
    therapies = ids("Ids of the therapies with a current use for it, wider uses too.", column=True)
    aliases = things("Other names, each with kind and sources.", listed=True)
    codes = thing("Codes of OncoTree, TCGA, ICD-10-CM, ICD-O, NCIt and MeSH.", listed=True)
    description = text("One sentence.", listed=True)
    broad = flag("People ask by this group.")
    solid = flag("Approvals for any solid tumor may apply.")
    concept = thing("Its concept in NCIt, Mondo, DOID and OncoTree.")
    has = ids("Biomarkers that define it.")
    lacks = ids("Biomarkers that it is defined by not having.")
    population = maybe("`pediatric` for a cancer of children.")
    forms = things("Narrower diseases that are told here, each with sources.")
    path = texts("The id and all it is part of.")
    below = texts("All that is part of it.")
    sources = ids("Where this was read.")
