"""Says how a use relates to the cancer that was asked for."""

from __future__ import annotations

from immunocli.records.values import ANY_TUMOR, NARROWER, SAME, WIDER

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from typing import Any


def fits(scope: Mapping[str, Any], use: Mapping[str, Any]) -> bool:
    """Say whether a use for something wider holds for a cancer: nothing in it excludes the cancer.

    Args:
        scope: what defines the cancer: biomarkers it `has` and `lacks`, its `population`, its `path`.
        use: as it stands on the day: `biomarkers` it requires, `excludes`, `population`.
    """
    required, ruled_out = asked(scope, use)
    if any(marker in scope["lacks"] for marker in required):
        return False
    if any(marker in scope["has"] or marker in scope["path"] for marker in ruled_out):
        return False
    return not (scope["population"] == "pediatric" and use["population"] == "adult")


def cuts_across(scope: Mapping[str, Any], use: Mapping[str, Any]) -> bool:
    """Say whether a use is for what another biomarker sets apart: HER2-positive is not wider than HR-positive.

    Args:
        scope: of the cancer asked for.
        use: as it stands on the day.
    """
    if not scope["has"] or use["cancer"] in scope["path"]:
        return False
    return not all(marker in scope["has"] for marker in asked(scope, use)[0])


def relation(
    scope: Mapping[str, Any], cancer: str, use: Mapping[str, Any], agnostic: Collection[str]
) -> str | None:
    """Return `same`, `narrower`, `wider` or `any-tumor`; None when the use does not concern it.

    Args:
        scope: of the cancer asked for.
        cancer: its id.
        use: as it stands on the day.
        agnostic: ids of what names no cancer but any tumor with a marker.
    """
    named = use["cancer"]
    if named == cancer:
        return SAME
    if named in scope["below"]:
        return NARROWER
    if named in agnostic and named not in scope["path"]:
        return ANY_TUMOR if scope["solid"] and fits(scope, use) else None
    if named in scope["crossing"]:
        return NARROWER if any(fits(form, use) for form in scope["crossing"][named]) else None
    if named not in scope["above"] or not fits(scope, use) or cuts_across(scope, use):
        return None
    if not_told(scope, use) or asks_for_form(scope, use):
        return NARROWER
    return SAME if _defines(scope, use) else WIDER


def not_told(scope: Mapping[str, Any], use: Mapping[str, Any]) -> list[str]:
    """Return the biomarkers that a use asks for of a cancer with them or others: dMMR, of "MSI-H or dMMR".

    Args:
        scope: of the cancer asked for: what it `has`, and of what is one or the other, `either` of which.
        use: as it stands on the day.
    """
    required = asked(scope, use)[0]
    pairs = scope["either"].values()
    return [one for pair in pairs for one in pair if one in required and one not in scope["has"]]


def asks_for_form(scope: Mapping[str, Any], use: Mapping[str, Any]) -> bool:
    """Say whether a use asks for a form of a biomarker that is there: KRAS G12C, of a cancer with mutated KRAS.

    So does one for a cancer that another biomarker sets apart: HR-positive, of one that is HER2-negative.

    Args:
        scope: of the cancer asked for: which `forms` there are of what it `has`.
        use: as it stands on the day.
    """
    if any(one in scope["forms"] for one in asked(scope, use)[0]):
        return True
    apart = not scope["has"] and use["cancer"] not in scope["path"]
    return apart and bool(scope["markers"].get(use["cancer"], ((), ()))[0])


def named_by(scope: Mapping[str, Any], required: Collection[str]) -> set[str]:
    """Return the biomarkers that words name which require some: both, where either is enough.

    Args:
        scope: of the cancer asked for.
        required: what a use requires.
    """
    found = {*required}
    for one, pair in scope["either"].items():
        if one in found:
            found.update(pair)
        elif not found.isdisjoint(pair):
            found.add(one)
    return found


def _defines(scope: Mapping[str, Any], use: Mapping[str, Any]) -> bool:
    """Say whether a use for something wider asks for just what defines the cancer."""
    has, lacks = scope["has"], scope["lacks"]
    if not has and not lacks:
        return False
    required, ruled_out = asked(scope, use)
    if has:  # what has one marker lacks what contradicts it, whether a label says so or not
        return named_by(scope, required).issuperset(scope["narrowest"])
    return all(one in ruled_out for one in lacks)


def asked(scope: Mapping[str, Any], use: Mapping[str, Any]) -> tuple[list[str], list[str]]:
    """Return the biomarkers that a use requires and rules out, those of the cancer it names too.

    Args:
        scope: of the cancer asked for.
        use: as it stands on the day.
    """
    has, lacks = scope["markers"].get(use["cancer"], ((), ()))
    return [*use["biomarkers"], *has], [*use["excludes"], *lacks]
