"""Knows how the international names of biological drugs end."""

from __future__ import annotations

# Endings of international names that no other word has.
STEMS = (
    "mab", "mabum", "mabe", "umaba", "mig", "fusp", "leucel", "leukin", "grastim", "ramostim", "repvec",
    "denovec", "vedotin", "deruxtecan", "govitecan", "emtansine", "soravtansine", "mafodotin", "ozogamicin",
    "tesirine", "tiuxetan", "pasudotox", "diftitox", "sunirine", "inbakicept", "feronalfa2a", "feronalfa2b",
)  # fmt: skip
# Endings that others share: compared whoever has them, and held to what a brand is held to.
SHARED_STEMS = (
    "cel",
    "cept",
    "toxin",
    "stim",
    "kin",
    "feron",
    "mod",
    "tinib",
    "vec",
    "alfa",
    "beta",
    "sole",
    "quimod",
)


def is_international(plain: str) -> bool:
    """Say whether a normalized name ends as no brand and no word does."""
    return plain.endswith(STEMS)
