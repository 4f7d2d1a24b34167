"""A name that other things have, too, is for review where nothing says which is meant, and none where it is theirs."""

from __future__ import annotations

import pytest

from immunocli.names.resolve import Resolver

SURE, REVIEW = "no", "yes"
TOLD = (
    # An acronym alone is a word, a place, a firm, a gene.
    ("nivo", "nivolumab", REVIEW), ("IPI", "ipilimumab", REVIEW), ("SG", "sacituzumab-govitecan", REVIEW),
    ("FCR", "rituximab", REVIEW), ("RICE", "rituximab", REVIEW), ("STRIDE", "durvalumab;tremelimumab", REVIEW),
    ("RP1", "vusolimogene-oderparepvec", REVIEW), ("STRIDE (HCC)", "durvalumab;tremelimumab", REVIEW),
    ("DVd", "daratumumab", SURE), ("Isa-KRd", "isatuximab", SURE), ("InO", "inotuzumab-ozogamicin", SURE),
    ("RCHOP", "rituximab", SURE), ("Pola R CHP", "polatuzumab-vedotin;rituximab", SURE), ("BCG", "bcg", SURE),
    ("pembro", "pembrolizumab", SURE), ("ipi + nivo", "ipilimumab;nivolumab", SURE),
    ("Study drug ZW25", "zanidatamab", SURE), ("lonca", "loncastuximab-tesirine", REVIEW),
    # Cytokines, alone and as given.
    ("IL-2", "aldesleukin", REVIEW), ("GMCSF", "sargramostim", REVIEW), ("Docetaxel and GM-CSF", "sargramostim", REVIEW),
    ("GM-CSF 250 mcg/m2", "sargramostim", SURE), ("rhIL-2", "aldesleukin", SURE),
    ("dinutuximab + GM-CSF", "dinutuximab;sargramostim", SURE),
    # The vaccine against tuberculosis, and the bladder's.
    ("BCG vaccine", "bcg", REVIEW), ("BCG SSI", "bcg", REVIEW), ("BCG, for intradermal injection", "bcg", REVIEW),
    ("BCG vaccine intravesical", "bcg", SURE), ("TICE BCG", "bcg", SURE), ("BCG instillation", "bcg", SURE),
    # Brands.
    ("Usmal", "rituximab", REVIEW), ("Novex 100 mg", "rituximab", SURE), ("opdeevo", "nivolumab", REVIEW),
)  # fmt: skip
NONE = (
    "Ino", "ino", "Ramu", "br", "r2", "tch", "dvd", "DVD", "stride", "M.I.R.V.", "MERIEUX (M.I.R.V.) VAC",
    "POLAR ICE", "Polar ice", "POLAR ICE ANALGESIC GEL 2.5%", "IL-2 vaccine", "GM-CSF gene-modified tumor cell vaccine",
    "cells secreting interleukin-2", "BCG vaccine vector", "BCG (MER)", "solvent for BCG vaccine", "Novex Pharma Ltd",
    "Pharma Aktiva", "tidak", "dégerma", "guardasol", "haldara", "projeta",
)  # fmt: skip


@pytest.mark.parametrize(("text", "ids", "review"), TOLD)
def test_what_is_meant_is_told(text: str, ids: str, review: str, therapies: Resolver) -> None:
    found = therapies.resolve(text)
    assert (found.id, found.review) == (ids, review)


@pytest.mark.parametrize("text", NONE)
def test_what_is_another_things_is_none(text: str, therapies: Resolver) -> None:
    assert not therapies.resolve(text).ids
