"""What a string names."""

from immunocli.records.fields import Record, choice, count, ids, text, texts
from immunocli.records.values import MATCHES


class Match(Record):
    """How a string was read; `id` joins `ids` by `;`."""

    kind = "match"

    input = text("The string.", column=True)
    id = text("Ids joined by ; or nothing.", column=True)
    name = text("Names joined by ;.", column=True)
    match = choice("How it was recognized.", *MATCHES, column=True)
    review = choice("Whether a person should look at it.", "yes", "no", column=True)
    path = text("The id followed by what it is part of.", column=True)
    unread = text("What of the string was not accounted for.", listed=True)
    evidence = text("The names that were recognized, or what it is when it is none of ours.", listed=True)
    product = text("The products that were named, joined by ;, where a name means just one.", listed=True)
    suggestions = texts("Names that are near.", listed=True)
    ids = ids("Ids of all that it names.", listed=True)
    line = count(
        "Which of the strings it was, from 1: of -, the number of the line. Told where it is asked for."
    )
    sought = text("What kind of record was sought.")
