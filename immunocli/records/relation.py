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
        scope: what defines the cancer: biomarkers it `has` and `lacks`, its `population`.
        use: as it stands on the day: `biomarkers` it requires, `excludes`, `population`.
    """
    lacks, has = scope["lacks"], scope["has"]
    if lacks and any(marker in lacks for marker in use["biomarkers"]):
        return False
    if has and any(marker in has for marker in use["excludes"]):
        return False
    return not (scope["population"] == "pediatric" and use["population"] == "adult")


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
    if named in agnostic:
        return ANY_TUMOR if scope["solid"] and fits(scope, use) else None
    return WIDER if named in scope["above"] and fits(scope, use) else None
