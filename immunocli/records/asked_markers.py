"""Says which uses ask for a biomarker: they require it, what is a form of it, or exclude its opposite."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from typing import Any

    Rules = Mapping[str, Mapping[str, Any]]

# One of the two is there: what excludes the one asks for the other.
OPPOSITE_ENDS = (("-positive", "-negative"), ("-mutated", "-wild-type"))


def asks_for(as_asked: Mapping[str, Collection[str]], use: Mapping[str, Any]) -> bool:
    """Say whether a use asks for a biomarker.

    Args:
        as_asked: what `asked_as` returns for the biomarker, or for several.
        use: as it stands on the day: `biomarkers` it requires, `excludes`.
    """
    return any(one in as_asked[field] for field in ("biomarkers", "excludes") for one in use[field])


def asked_as(rules: Rules, known: Collection[str], marker: str) -> dict[str, list[str]]:
    """Return what a use that asks for a biomarker may require, and what it may exclude, in its stead.

    Args:
        rules: of biomarkers, by id: what each `implies`, `rules_out`, and `either` of which it is.
        known: ids of all that may be a biomarker.
        marker: its id.
    """
    required = {marker, *(one for one, rule in rules.items() if marker in rule["either"])}
    if marker not in rules or not rules[marker]["either"]:  # dMMR alone does not name "MSI-H or dMMR"
        required |= {one for one in rules if marker in _implied(rules, one)}
    return {
        "biomarkers": sorted(required),
        "excludes": sorted(filter(None, (opposite(rules, known, one) for one in required))),
    }


def opposite(rules: Rules, known: Collection[str], marker: str) -> str | None:
    """Return the biomarker of which it is either this or that one; None where a third may be.

    HER2-positive and HER2-negative are such a pair; HER2-positive and HER2-low, which is one form of the
    negative, are none.
    """
    for pair in OPPOSITE_ENDS:
        for end, other in (pair, pair[::-1]):
            told = marker.removesuffix(end) + other
            if marker.endswith(end) and told in known:
                return told
    widest = _widest_beyond(rules, marker)
    return widest if widest and _widest_beyond(rules, widest) == marker else None


def forms_of(rules: Rules, told: Collection[str]) -> list[str]:
    """Return the biomarkers that are forms of what was told, and not told themselves: KRAS G12C, of mutated KRAS."""
    return sorted(one for one in rules if one not in told and not _implied(rules, one).isdisjoint(told))


def narrowest(rules: Rules, told: Collection[str]) -> list[str]:
    """Return those of some biomarkers that say the rest: EGFR exon 20, which is a mutation of EGFR."""
    said = {other for one in told for other in _implied(rules, one)}
    return [one for one in told if one not in said]


def _implied(rules: Rules, marker: str) -> set[str]:
    found: set[str] = set()
    waiting = [marker]
    for one in waiting:
        fresh = [other for other in rules.get(one, {}).get("implies", ()) if other not in found]
        found.update(fresh)
        waiting += fresh
    return found


def _widest_beyond(rules: Rules, marker: str) -> str | None:
    """Return the one of all that it rules out by meaning that the others are forms of."""
    out = {one["marker"] for one in rules.get(marker, {}).get("rules_out", ()) if one["why"] == "meaning"}
    out |= {
        other
        for other, rule in rules.items()
        for one in rule["rules_out"]
        if one["marker"] == marker and one["why"] == "meaning"
    }
    widest = [one for one in out if all(one in {other, *_implied(rules, other)} for other in out)]
    return widest[0] if len(widest) == 1 else None
