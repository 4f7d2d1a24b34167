"""Every name of a therapy, and every regimen, is read as what it is in the data."""

from __future__ import annotations

from typing import Any

import pytest

from immunocli import Catalogue
from immunocli.names.forms import normalize
from immunocli.names.resolve import Resolver
from immunocli.names.shared_names import SHARED
from immunocli.store.rules import names_of_therapy

# Short forms alone are answered, and looked at by a person.
SHORT = ("abbreviation", "code", "combination")


@pytest.fixture(scope="module")
def drugs(catalogue: Catalogue) -> Resolver:
    return catalogue.reader("therapy")


def test_every_name_of_a_therapy_resolves_to_it(tables: dict[str, Any], drugs: Resolver) -> None:
    problems = []
    # What other things have the name of too is found, for a person to look at: a cytokine, BCG of tuberculosis.
    shared = {normalize(word) for one in tables["around"] if one["about"] == SHARED for word in one["words"]}
    for therapy in tables["therapies"]:
        several = {one["name"]: one["contains"] for one in therapy["products"] if one["contains"]}
        for name in (therapy["id"], *names_of_therapy(therapy)):
            match = drugs.resolve(name)
            wanted = several.get(name, [therapy["id"]])
            if set(match.ids) != set(wanted) or (
                match.review != "no"
                and match.match not in SHORT
                and shared.isdisjoint(map(normalize, (name, *name.split())))
            ):
                problems.append(f'{therapy["id"]}: "{name}" resolves to {match.ids} ({match.match})')
    assert not problems, "\n".join(problems)


def test_every_regimen_resolves_to_its_therapies(tables: dict[str, Any], drugs: Resolver) -> None:
    problems = []
    for regimen in tables["regimens"]:
        for name in (regimen["name"], *regimen["aliases"]):
            match = drugs.resolve(name)
            if set(match.ids) != set(regimen["therapies"]):
                problems.append(f'{regimen["id"]}: "{name}" resolves to {match.ids} ({match.match})')
    assert not problems, "\n".join(problems)
