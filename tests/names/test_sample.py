"""Names as they stand in treatment tables and registries resolve as expected.

`expected`: ids joined by `;` when several are named together, `|` between answers that are all
acceptable, `-` for nothing.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from immunocli.names.resolve import Resolver

HERE = Path(__file__).parent


def sample(name: str) -> list[list[str]]:
    text = (HERE / name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines()[1:]]


def acceptable(expected: str) -> list[set[str]]:
    return [set() if one == "-" else set(one.split(";")) for one in expected.split("|")]


@pytest.mark.parametrize(("text", "expected", "kind"), sample("sample_drugs.tsv"))
def test_a_drug_s_name_resolves(text: str, expected: str, kind: str, therapies: Resolver) -> None:
    match = therapies.resolve(text)
    told = f"{text!r} ({kind}): {match.id or 'nothing'}, {match.match}"
    assert set(match.ids) in acceptable(expected), told
    if kind == "misspelling" and match.match == "spelling":
        assert match.review == "yes"


@pytest.mark.parametrize(("text", "expected", "kind"), sample("sample_cancers.tsv"))
def test_a_cancer_s_name_resolves(text: str, expected: str, kind: str, cancers: Resolver) -> None:
    """A narrower cancer than expected is right: what was expected stands in its path."""
    match = cancers.resolve(text)
    paths = set(match.path.split(";")) - {""}
    right = any(wanted <= paths if wanted else not paths for wanted in acceptable(expected))
    assert right, f"{text!r} ({kind}): {match.path or 'nothing'}, {match.match}"
