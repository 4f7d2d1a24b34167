"""The fixed words that fields and options may have."""

# How a use relates to the cancer that was asked for.
SAME, NARROWER, WIDER, ANY_TUMOR = RELATIONS = ("same", "narrower", "wider", "any-tumor")
# How a use stands on a day; unknown: whether its license had ended is not known; `listed` is a pair of a published list.
USE_STATUSES = ("current", "replaced", "withdrawn", "revoked", "unknown", "listed")
STANDS = ("approved", "replaced", "withdrawn", "revoked", "never-approved")
# Unknown: of the product asked for, it is not known whether its label has such a use; or whether its license had ended.
THERAPY_STATUSES = (*STANDS, "unknown")
# How a therapy stands on the day of a table's row.
STANDINGS = (*STANDS, "unknown", "not-yet")
# Whether a use in a label covered a cancer on a day.
YES, NO, DOUBTFUL, NOT_KNOWN = ON_LABEL = ("yes", "no", "doubtful", "unknown")
# What may be asked for.
STATUSES = ("current", "past", "any", "replaced", "withdrawn", "revoked")
MARKETS = ("sold", "not-sold", "any")
APPROVALS = ("accelerated", "regular")
SETTINGS = (
    "adjuvant", "advanced-metastatic", "any", "consolidation", "early", "locally-advanced",
    "maintenance", "neoadjuvant", "newly-diagnosed", "non-muscle-invasive", "perioperative",
    "prevention", "relapsed-refractory", "supportive",
)  # fmt: skip
LINES = (
    "any", "first", "first-or-later", "second", "second-or-later", "third-or-later", "fourth-or-later",
    "fifth-or-later",
)  # fmt: skip
# The first and the last line of treatment that each of them reaches.
REACH = {
    "any": (1, 99), "first": (1, 1), "first-or-later": (1, 99), "second": (2, 2), "second-or-later": (2, 99),
    "third-or-later": (3, 99), "fourth-or-later": (4, 99), "fifth-or-later": (5, 99),
}  # fmt: skip
# Events of a use, and with those of products and warnings all that changes.
EVENTS = ("approved", "converted", "narrowed", "widened", "reworded", "replaced", "withdrawn", "returned")
CHANGES = (*EVENTS, "new-product", "license-ended", "left-market", "boxed-warning", "warning-lifted")
# The ladder of urgency.
RUNGS = ("emergency", "call-now", "same-day", "next-visit")
# Shelves of the glossary.
TOPICS = (
    "approval", "biomarker", "cancer", "immune-system", "science", "side-effect", "target", "treatment",
    "trial", "type",
)  # fmt: skip
# Kinds of parts of the immune system.
SHELVES = ("cell", "molecule", "organ", "strength", "history", "treatment")
# How a name was recognized.
MATCHES = (
    "name", "brand", "former-brand", "biosimilar", "code", "abbreviation", "synonym", "combination",
    "spelling", "",
)  # fmt: skip
