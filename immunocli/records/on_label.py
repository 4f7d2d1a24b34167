"""Whether a use of a therapy in a label covered a cancer on a day."""

from immunocli.records.fields import Record, choice, date, ids, perhaps, text, texts
from immunocli.records.values import ON_LABEL, RELATIONS


class OnLabel(Record):
    """A therapy, a cancer and a day, as a row of a table tells them, held against the label of that day.

    `yes` and `no` are said only when name, cancer and day are surely read and the record decides. `yes` is about
    therapy and cancer alone: `not_weighed` names what else the uses ask for.
    """

    kind = "on-label"

    id = text("Id of the therapy; empty when none was recognized.")
    day = date("The day, YYYY-MM-DD; null when none was told that the record knows of.")
    cancer_id = text("Ids of the cancers that were read, joined by ;.", column=True)
    cancer_name = text("Their names, joined by ;.", column=True)
    cancer_review = perhaps(
        "Whether a person should look at how the cancer was read.", "yes", "no", "", column=True
    )
    on_label = choice("Whether a use in force on that day covers the cancer.", *ON_LABEL, column=True)
    why = texts("Why it is no plain yes or no.", column=True)
    use_status = choice(
        "How the uses for the cancer stood: current; else how the last one ended, not-yet, none, or "
        "other-use: for another stage, line of treatment or age than the row tells.",
        "current", "replaced", "withdrawn", "revoked", "not-yet", "none", "other-use", "", column=True,
    )  # fmt: skip
    relation = perhaps("How the nearest of these uses relates to the cancer.", *RELATIONS, column=True)
    uses = ids("Ids of the uses that decide.", column=True)
    use_approved = date("First day of the earliest of them.", column=True)
    not_weighed = texts(
        "What these uses ask for besides that was not held against the row; description: what the row tells besides.",
        column=True,
    )
    use_asks = texts(
        "What they ask for, as line:fifth-or-later, biomarkers:her2-positive; of a use that holds, not of one that ended.",
        column=True,
    )
    use_ended = date("When the last of them ended, where none holds: never later than the day.", column=True)
    use_from = date(
        "Of a no: the first later day on which a use for the cancer was in force (one for any tumor only where there is "
        "no other); of all columns this one alone tells of a day after the row's.",
        column=True,
    )
    use_sources = ids("Documents that these uses rest on, up to that day.", column=True)
    use_words = texts(
        "These uses in words, as the label of that day had them, where they ask for something that was not held against "
        "the row.",
        column=True,
    )
