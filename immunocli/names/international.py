"""Knows how the international names of biological drugs end."""

from __future__ import annotations

import re

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
# What is written for the end of an antibody's name: no word that is none of ours, near to none of theirs.
_AS_ANTIBODY = re.compile(r"(?:m[aeiou]{1,2}[bdpvnmw]|[mn][aeiou]?[bd]{1,2}|u[am][bd]|amb|mba|imsb|am)e?$")
_LONGEST_END = 5
# How cases end an international name in Lithuanian, Latvian, Estonian, Finnish, Hungarian, Polish, Czech, Romanian.
_CASE = re.compile(
    "(?<=mab)(?:as|os?|[aeiuy]|ui|am|om|em|ie|s|i[aln]|iga|ile|ului?|illa|lla|ssa|ot|nak|b[ae]l|hoz|val|t)$"
)
# How what an antibody carries is named; irinotecan and topotecan are medicines of their own.
PAYLOADS = ("tecan", "tansine", "dotin", "gamicin", "irine", "mazine", "ribulin", "tox", "taxan")
_LEAST_PAYLOAD = 7
# Codes of it, also with the linker before them: vcMMAE.
_PAYLOAD_CODES = ("mmae", "mmaf", "dm1", "dm4", "dxd", "sn38", "pe38", "pe40")


def ends_as_antibody(plain: str) -> bool:
    """Say whether a normalized word ends as what is written for an antibody's name does."""
    return _AS_ANTIBODY.search(plain, max(0, len(plain) - _LONGEST_END)) is not None


def is_payload_code(plain: str) -> bool:
    """Say whether a normalized word is a code of what an antibody carries, with or without its linker: `vcmmae`."""
    return plain.endswith(_PAYLOAD_CODES)


def may_be_payload(plain: str) -> bool:
    """Say whether a normalized word ends as what an antibody carries does."""
    return is_payload_code(plain) or (len(plain) >= _LEAST_PAYLOAD and plain.endswith(PAYLOADS))


def is_international(plain: str) -> bool:
    """Say whether a normalized name ends as no brand and no word does."""
    return plain.endswith(STEMS)


def uncased(plain: str) -> str:
    """Return a normalized antibody's name without the ending of a case: `nivolumabas` is `nivolumab`."""
    return _CASE.sub("", plain) if "mab" in plain else plain
