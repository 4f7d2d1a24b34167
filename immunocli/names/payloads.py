"""Knows what antibodies carry: another load makes another medicine, and no slip."""

from __future__ import annotations

_ANTIBODY = "mab"
# What is shorter ends a name in another language, or was written behind it.
_LEAST = 6
# One that begins so is misspelled: vedomap, ozogamimab.
_BEGUN = 4
# So many letters of a load may be wrong.
_MOST_WRONG = 2


def is_other_payload(name: str, plain: str) -> bool:
    """Say whether a string names the load of a conjugate of ours otherwise: `trastuzumab xanutecan`.

    Args:
        name: normalized.
        plain: our name that it is near.
    """
    _, ends, meant = plain.partition(_ANTIBODY)
    _, has, load = name.partition(_ANTIBODY)
    if not (ends and has and load) or len(meant) < _LEAST or load.startswith(meant):
        return False
    if load[:_BEGUN] == meant[:_BEGUN]:
        return False
    if load.endswith(meant):
        return len(load) - len(meant) >= _MOST_WRONG
    from rapidfuzz.distance import OSA  # two interpreter starts

    return int(OSA.distance(load, meant)) > _MOST_WRONG
