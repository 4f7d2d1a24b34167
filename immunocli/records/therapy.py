"""A therapy, as it stands on the day that was asked about."""

from immunocli.records.fields import (
    Field,
    Record,
    choice,
    date,
    flag,
    flag_or_unknown,
    ids,
    maybe,
    perhaps,
    text,
    texts,
    thing,
    things,
)
from immunocli.records.values import RELATIONS, THERAPY_STATUSES

_LICENSE = thing(
    "The FDA's license.",
    number=maybe("Application number."),
    since=date("First day.", key="from"),
    status=choice("How it stands.", "in-force", "revoked", "unknown", "never"),
    until=maybe("Last day; `unknown`: it ended, the day is not known; null: in force, or not known."),
    ended_by=date("Where the last day is not known: that of the first document seen that says it ended."),
    last_seen=date("And that of the last one before that shows it in force."),
    why=maybe("Why it ended."),
)
_MARKET = thing(
    "Whether it can be had in the US.",
    status=choice("How it stands.", "sold", "not-sold", "unknown"),
    since=date("First day; null: since its license.", key="from"),
    until=maybe("Last day; `unknown`: it left, the day is not known; null: sold, or not known."),
    ended_by=date("Where the last day is not known: that of the first document seen that says it left."),
    last_seen=date("And that of the last one before that shows it sold."),
    note=maybe("What to know of it."),
)


class Therapy(Record):
    """A cancer immunotherapy; in a listing its status and dates are about the uses asked for."""

    kind = "therapy"

    id = text("Lower-case slug that never changes.", column=True)
    name = text("Non-proprietary name, without the four-letter suffix.", column=True)
    type = text("Id of its type.", column=True)
    targets = ids("Ids of what it acts on.", column=True)
    brands = texts(
        "Names of its US products for cancer that are, or may be, licensed, without biosimilars.",
        column=True,
    )
    cancers = ids("Ids of the broad cancers it has a current use for.", column=True)
    status = choice("How the uses asked for stand.", *THERAPY_STATUSES, column=True)
    market = choice("Whether it can be had in the US.", "sold", "not-sold", "unknown", column=True)
    approved = date("First approval among the uses asked for.", column=True)
    past_cancers = ids("Ids of the broad cancers that it had a use for, and has none any more.", listed=True)
    first_approved = date("First approval of any use.", listed=True)
    ended = date("When the last of the uses asked for ended; null: one holds, or not known.", listed=True)
    relation = perhaps("How its uses relate to the cancer asked for.", *RELATIONS, listed=True)
    mechanism = text("How it works, in one sentence.", listed=True)
    warnings = things(
        "Boxed warnings of the label, and the few others that a nurse would teach.",
        listed=True,
        id=text("Unique within the therapy."),
        text=text("In plain words."),
        boxed=flag_or_unknown(
            "It stands in the label's box; null: not known for that day, the box of a later or an earlier label has it."
        ),
        signs=ids("Ids of the signs to watch for."),
        products=texts("Names of the products whose label has it; none: all of them."),
        since=date("Since when the label has it; null: since the license, or not known.", key="from"),
        latest=flag(
            "`from` is the day of the first document seen that has it; it may have stood there before."
        ),
        until=date("Until when."),
        sources=ids("Where this was read."),
    )
    boxed = texts(
        "What the label's boxed warnings are about, shortly, in our words, not the label's; empty: no box is known.",
        listed=True,
    )
    asked_for = texts("Names of the products that it is told for, asked for by name; none: all of it.")
    in_one_product = ids("Ids of the other therapies in the product that was asked for.")
    unsure = ids("Ids of uses that the labels of the products asked for may have: that is not known.")
    license = choice("How its license stands.", "in-force", "revoked", "never", "unknown")
    products = things(
        "Products, each with license and market.",
        name=text("Trade name."),
        form=maybe("How it is given."),
        contains=ids("Ids of all therapies in it when it holds several."),
        foreign=flag("Never licensed by the FDA under this name."),
        biosimilar=flag("Licensed as a biosimilar of another product."),
        names=texts("Other names that mean this product alone."),
        uses=Field(
            "all; or the uses of its own label by id, each with its first day in it (null: that of the license "
            "or the use) and what it says otherwise, or null: not known whether it has it; none: it is for no "
            "cancer; null: not known.",
            {"anyOf": [{"enum": ["all", None]}, {"type": "object"}]},
            column=False,
            listed=False,
        ),
        treats=maybe("What it is for when that is no cancer."),
        license=_LICENSE,
        market=_MARKET,
        sources=ids("Where this was read."),
    )
    aliases = things(
        "Other names.",
        name=text("The name."),
        kind=text("code, abbreviation, synonym, former-name, related or biosimilar."),
        sources=ids("Where this was read."),
    )
    identifiers = thing(
        "Numbers in other registries.",
        rxnorm=maybe("RxNorm concept."),
        unii=maybe("FDA substance code."),
        ncit=maybe("NCI Thesaurus concept."),
        atc=texts("WHO ATC codes."),
    )
    makers = texts("Who holds the US license, or made it last.")
    side_effects = thing("Typical side effects and warning signs of its type.")
    indications = things("Its uses as they stand on that day, each with its events.")
    further_uses = things(
        "What labels of it are for beside `indications`: out of the scope of this record.",
        text=text("What it is for."),
        since=date("Since when, or the first day on which a document shows it; null: not known.", key="from"),
        products=texts("Names of the products whose label has it; none: all of them."),
        sources=ids("Where this was read."),
    )
    claims = things("What published lists say of it.")
    inclusion = thing("Why it is in the data, and who calls it so.")
    notes = maybe("What a reader must know.")
    reviewed = maybe("When the record was last reviewed.")
    sources = ids("Where this was read; in a listing, of the uses asked for and of boxed warnings.")
    urls = texts(
        "Where the documents in `sources` can be read, in their order; empty where one has no address."
    )
    cited = texts("The documents in `sources` as references, in their order: publisher, title, day, address.")
