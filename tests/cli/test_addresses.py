"""Lists tell where their documents can be read: the column `urls`, offered, described, in whole JSON."""

from __future__ import annotations

import pytest

from tests.choice import some
from tests.driver import Immuno

LISTS = [
    ["therapies", "--cancer", "anal"],
    ["therapies", "--as-of", "2014", "--type", "pd-1 inhibitor"],
    ["indications", "--therapy", "kimmtrak"],
    ["indications", "--cancer", "bladder", "--as-of", "2019"],
    ["changes", "--since", "2026-09"],
    ["show", "kimmtrak"],
]


@pytest.mark.parametrize("asked", LISTS)
def test_addresses_are_those_of_the_sources(immuno: Immuno, asked: list[str]) -> None:
    found = immuno(*asked, "-f", "tsv", "-c", "sources,urls").rows[1:]
    assert found
    for sources, urls in some(found, 6):
        cited = immuno("cite", *sources.split(";"), "-f", "json").json["results"] if sources else []
        known = {one["id"]: one["url"] for one in cited}
        told = [known[one].replace(";", "%3B") for one in sources.split(";") if known.get(one)]
        assert urls.split(";") == (told or [""])


@pytest.mark.parametrize("command", ["therapies", "indications", "changes"])
def test_the_column_is_offered_described_and_in_the_schema(immuno: Immuno, command: str) -> None:
    kind = {"therapies": "therapy", "indications": "indication", "changes": "change"}[command]
    assert "urls" in immuno(command, "--help").out
    assert "Where the documents in `sources` can be read" in immuno(command, "-c", "help").out
    assert "urls" in immuno("schema", kind, "--record").json["properties"]


@pytest.mark.parametrize("command", ["therapies", "indications"])
def test_whole_records_have_addresses_and_lists_do_not(immuno: Immuno, command: str) -> None:
    asked = [command, "--therapy", "kimmtrak", "-f", "json"]
    assert immuno(*asked, "--full").json["results"][0]["urls"]
    assert "urls" not in immuno(*asked).json["results"][0]
