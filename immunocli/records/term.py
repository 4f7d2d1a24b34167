"""A word of the glossary."""

from immunocli.records.fields import Record, ids, maybe, perhaps, text, texts
from immunocli.records.values import RUNGS


class Term(Record):
    """What a word means."""

    kind = "term"

    term = text("Headword.", column=True)
    definition = text("In plain words.", column=True)
    id = text("Lower-case slug that never changes.", listed=True)
    urgency = perhaps("How soon to act on it when it is a sign.", *RUNGS, listed=True)
    aliases = texts("True synonyms, plurals, abbreviations and spellings.", listed=True)
    related = texts("Members, opposites and neighbors explained here.", listed=True)
    topic = text("Shelf of the glossary.", listed=True)
    see_also = ids("Ids of related terms.", listed=True)
    therapies = ids("Ids of the therapies it concerns.", listed=True)
    sources = ids("Where this was read.", listed=True)
    urls = texts(
        "Where the documents in `sources` can be read, in their order; empty where one has no address."
    )
    cited = texts("The documents in `sources` as references, in their order: publisher, title, day, address.")
    foreign = texts("Those of the aliases that are of another language.")
    technical = maybe("For specialists.")
    signs = ids("Ids of the signs that it is.")
    uses = ids("Ids of the current uses that ask for it.")
    questions = ids("Ids of questions it helps with.")
    stale_after = maybe("The day after which its text must be read again.")
