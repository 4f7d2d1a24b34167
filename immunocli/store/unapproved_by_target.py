"""Finds which medicines that the FDA has not approved act on a target of ours, where their entry says so."""

from __future__ import annotations

import re
from typing import Any

from immunocli.names.forms import normalize

# "a bispecific antibody against PD-1 and VEGF, approved in China": what stands behind "against", each target alone.
_AGAINST = re.compile(r"\bagainst ([^,;(]+)")
_PARTS = re.compile(r" and | or ")


def aimed(tables: dict[str, Any], values: dict[str, Any]) -> None:
    """Enter for each target the names of those medicines, as others.json tells them.

    Args:
        tables: the parsed data files.
        values: of the index, to be added to.
    """
    targets = {
        normalize(name): target["id"]
        for target in tables["targets"]
        for name in (*target["aliases"], target["name"])
    }
    found: dict[str, list[str]] = {}
    for group in tables["others"]:
        told = _AGAINST.search(group["what"])
        if group["answer"] != "investigational" or group["kind"] != "therapy" or told is None:
            continue
        for part in _PARTS.split(told[1].strip()):
            target = targets.get(normalize(part))
            if target is not None:
                found.setdefault(target, []).append(_name(group))
    for target, names in found.items():
        values[f"aimed/{target}"] = sorted(dict.fromkeys(names), key=str.casefold)


def _name(group: dict[str, Any]) -> str:
    """Return the name that people read: the one that the id is made of, else the first."""
    plain = normalize(group["id"])
    return next((str(name) for name in group["names"] if normalize(name) == plain), str(group["names"][0]))
