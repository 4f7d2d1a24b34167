"""How a therapy stood on a day, by all its uses."""

from immunocli.records.fields import Record, choice, date, day, ids, text, texts
from immunocli.records.values import STANDINGS


class Standing(Record):
    """A therapy on a day: whether one might give it then under a license of the FDA."""

    kind = "standing"

    id = text("Id of the therapy.", column=True)
    day = day("The day.", column=True)
    status = choice("How its uses stood; not-yet: the first came later.", *STANDINGS, column=True)
    approved = date("First approval of any use, when it had come.", column=True)
    market = choice("Whether it could be had in the US.", "sold", "not-sold", "unknown", column=True)
    license = choice("How its license stood.", "in-force", "revoked", "never", "unknown", column=True)
    brands = texts(
        "Names of its US products for cancer that are, or may be, licensed, without biosimilars.",
        column=True,
    )
    cancers = ids("Ids of the broad cancers it had a current use for.", column=True)
