"""A question that people ask, with its answer."""

from immunocli.records.fields import Record, choice, flag, ids, maybe, number, perhaps, text, texts
from immunocli.records.values import RUNGS


class Question(Record):
    """An answer; `score` and `sure` tell how well it fits what was asked."""

    kind = "faq"

    id = text("Lower-case slug that never changes.", column=True)
    question = text("The question.", column=True)
    answer = text("Paragraphs, parted by an empty line.", column=True)
    score = number("How well it fits what was asked, 0 to 1.", listed=True)
    sure = flag("It clearly answers what was asked.", listed=True)
    urgency = perhaps("How soon to act on the signs it names.", *RUNGS, listed=True)
    see_also = ids("Ids of related terms.", listed=True)
    sources = ids("Where this was read.", listed=True)
    urls = texts(
        "Where the documents in `sources` can be read, in their order; empty where one has no address."
    )
    cited = texts("The documents in `sources` as references, in their order: publisher, title, day, address.")
    sort = choice(
        "An answer, or what is not answered here and who can help.", "answer", "decline", listed=True
    )
    signs = ids("Ids of the signs it names.")
    asked_as = texts("Other ways to ask it.")
    types = ids("Ids of the types it is about.")
    from_source = maybe("The source list's wording.")
    stale_after = maybe("The day after which its text must be read again.")
    reviewed = maybe("When it was last reviewed.")
