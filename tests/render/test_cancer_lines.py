"""The page on a cancer tells of each therapy brand, where in the disease it is used, and what must be found first."""

from __future__ import annotations

import re

import pytest

from tests.driver import Immuno


def lines(immuno: Immuno, *asked: str) -> list[str]:
    return immuno("show", *asked, "-f", "text").lines


@pytest.mark.parametrize(
    ("cancer", "line"),
    [
        ("bladder cancer", "- avelumab (Bavencio) 2017 maintenance, advanced"),
        ("bladder cancer", "- atezolizumab (Tecentriq) 2026 adjuvant, if ctDNA MRD-positive"),
        ("melanoma", "- *tebentafusp (Kimmtrak) 2022 advanced, if HLA-A*02:01"),
        ("breast cancer", "- *margetuximab (Margenza) 2020 advanced, if HER2-positive"),
        ("merkel cell", "- PD-L1 inhibitor: avelumab (Bavencio) 2017-03-23 advanced"),
    ],
)
def test_a_line_has_brand_setting_and_what_is_required(immuno: Immuno, cancer: str, line: str) -> None:
    assert line in lines(immuno, cancer)


@pytest.mark.parametrize(
    "cancer", ["bladder", "breast", "melanoma", "uveal melanoma", "sclc", "anal", "merkel cell"]
)
def test_the_whole_page_tells_what_the_uses_say(immuno: Immuno, cancer: str) -> None:
    uses = immuno("indications", "--cancer", cancer, "-f", "json").json["results"]
    page = immuno("show", cancer, "--full", "-f", "md").out
    rows = [row for row in page.splitlines() if row.startswith("| ") and "---" not in row]
    for therapy in immuno("therapies", "--cancer", cancer, "-f", "json").json["results"]:
        name = re.compile(rf"\| (\\\*|\?)?{re.escape(therapy['name'])} \(")
        (row,) = filter(name.match, rows)
        assert row.startswith("| \\*") == bool(therapy["boxed"]), row
        assert not therapy["brands"] or therapy["brands"][0] in row
        own = [use for use in uses if use["therapy"] == therapy["id"]]
        settings = {use["setting"].split("-")[0] for use in own if use["setting"] not in (None, "any")}
        assert all(one in row.replace("-", " ") for one in settings), row
        assert ("HER2-positive" in row) == any("her2-positive" in use["biomarkers"] for use in own)
        partly = any(use["biomarkers"] for use in own) and not all(use["biomarkers"] for use in own)
        assert "(some uses)" in row or not partly


def test_of_an_earlier_day_it_tells_the_uses_of_that_day(immuno: Immuno) -> None:
    told = " ".join(lines(immuno, "bladder cancer", "--as-of", "2018"))
    assert "atezolizumab (Tecentriq) 2016-05-18 advanced" in told
    assert not re.search(r"20(19|2\d)-", told.replace("2026-11-28", ""))


def test_boxed_warnings_are_marked_and_the_mark_is_told_once(immuno: Immuno) -> None:
    for cancer in ("melanoma", "lymphoma", "aml", "thyroid cancer", "merkel cell"):
        told = "\n".join(lines(immuno, cancer))
        marked = bool(re.search(r"(?<![^ ])\*[a-z]", told))
        assert told.count("* boxed") == marked, told
        assert told.count("? box unknown") == bool(re.search(r"(?m)(?:^| )\?[a-z]", told)), told


def test_a_comparison_in_a_pipe_says_that_there_is_no_box(immuno: Immuno) -> None:
    for form in ("tsv", "csv"):
        out = immuno("compare", "keytruda", "kymriah", "tregzi", "-f", form).out
        (row,) = [line for line in out.splitlines() if line.startswith("boxed_warnings")]
        assert "no boxed warning" in row and "Cytokine release" in row and row.rstrip().endswith("not known")
    (found,) = [
        row
        for row in immuno("compare", "keytruda", "tregzi", "-f", "json").json["results"]
        if row["property"] == "boxed_warnings"
    ]
    assert found["pembrolizumab"] == [] and found["orca-t"] is None
