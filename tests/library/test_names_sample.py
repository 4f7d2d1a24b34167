"""Names as they stand in treatment tables and registries resolve as expected.

`expected`: ids joined by `;` when several therapies are named together, `|` between answers that
are all acceptable, `-` for nothing. `how`: what a match must say; empty for any.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from immunocli import Catalogue
from immunocli.names.resolve import Resolver

HERE = Path(__file__).parent


def sample(name: str) -> list[list[str]]:
    text = (HERE / name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines()[1:]]


@pytest.fixture(scope="module")
def resolvers() -> dict[str, Resolver]:
    catalogue = Catalogue()
    return {kind: catalogue.reader(kind) for kind in ("therapy", "cancer")}


def acceptable(expected: str) -> list[set[str]]:
    return [set() if one == "-" else set(one.split(";")) for one in expected.split("|")]


@pytest.mark.parametrize(("text", "expected", "kind"), sample("names_sample.tsv"))
def test_a_drug_s_name_resolves(text: str, expected: str, kind: str, resolvers: dict[str, Resolver]) -> None:
    match = resolvers["therapy"].resolve(text)
    assert set(match.ids) in acceptable(expected), (
        f"{text!r} ({kind}): {match.id or 'nothing'}, {match.match}"
    )
    if kind == "misspelling" and match.ids:
        assert (match.match, match.review) == ("spelling", "yes")


@pytest.mark.parametrize(("text", "expected", "kind"), sample("cancers_sample.tsv"))
def test_a_cancer_s_name_resolves(
    text: str, expected: str, kind: str, resolvers: dict[str, Resolver]
) -> None:
    """A narrower cancer than expected is right: what was expected stands in its path."""
    match = resolvers["cancer"].resolve(text)
    paths = set(match.path.split(";")) - {""}
    right = any(wanted <= paths if wanted else not paths for wanted in acceptable(expected))
    assert right, f"{text!r} ({kind}): {match.path or 'nothing'}, {match.match}"


def test_one_at_a_time_is_the_same_as_many(resolvers: dict[str, Resolver]) -> None:
    many, catalogue = resolvers["therapy"], Catalogue()
    for text in [row[0] for row in sample("names_sample.tsv")]:
        assert catalogue.resolve(text) == many.resolve(text)
