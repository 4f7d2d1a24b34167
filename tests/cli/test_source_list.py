"""The list of March 2022 is answered exactly as it says."""

from __future__ import annotations

import pytest

from tests.driver import ROOT, Immuno

# As that list prints them for melanoma.
MELANOMA = [
    "aldesleukin", "atezolizumab", "interferon alfa-2b", "ipilimumab", "nivolumab",
    "peginterferon alfa-2b", "pembrolizumab", "relatlimab", "talimogene laherparepvec", "tebentafusp",
]  # fmt: skip


def listed_names() -> list[str]:
    import json

    therapies = json.loads((ROOT / "data" / "therapies.json").read_text(encoding="utf-8"))
    return [claim["name"] for one in therapies for claim in one["claims"] if claim["source"] == "cri-2022"]


def test_melanoma_has_exactly_the_ten(immuno: Immuno) -> None:
    found = immuno("therapies", "--cancer", "melanoma", "--source", "cri-2022", "-c", "name", "--no-header")
    assert found.code == 0
    assert [row[0] for row in found.rows] == MELANOMA


def test_the_list_has_65_therapies_and_132_pairs(immuno: Immuno) -> None:
    assert immuno("therapies", "--source", "cri-2022", "--count").out == "65\n"
    assert immuno("indications", "--source", "cri-2022", "--count").out == "132\n"
    pairs = immuno("indications", "--source", "cri-2022", "-c", "therapy,cancer", "--no-header").rows
    assert len({tuple(pair) for pair in pairs}) == 132


def test_every_name_of_the_list_is_found(immuno: Immuno) -> None:
    names = listed_names()
    assert len(names) == 65
    missing = [name for name in names if immuno("show", name, "-f", "jsonl", "-c", "id").code != 0]
    assert not missing, f"add these as names or aliases in data/therapies.json: {missing}"


@pytest.mark.parametrize("form", ["json", "tsv", "csv"])
def test_the_list_is_the_same_in_every_format(immuno: Immuno, form: str) -> None:
    out = immuno("therapies", "--cancer", "melanoma", "--source", "cri-2022", "--format", form).out
    assert all(name in out for name in MELANOMA)
