"""What people see first fits the screen that they have, and tells what matters first."""

from __future__ import annotations

import re

import pytest

from tests.choice import some
from tests.driver import Immuno

ROWS, TALL = 24, 40


def drawn(immuno: Immuno, *request: str, width: int = 80) -> list[str]:
    found = immuno(*request, "--format", "table", env={"COLUMNS": str(width)})
    assert found.code == 0, found
    return found.lines


COMMON = (
    "cemiplimab", "tebentafusp", "blinatumomab", "avelumab", "bcg", "opdualag", "yescarta", "rituximab",
    "gardasil", "enhertu", "opdivo", "breast cancer", "melanoma",
)  # fmt: skip


@pytest.mark.parametrize("name", COMMON)
def test_common_therapies_and_cancers_fit_a_small_screen(immuno: Immuno, name: str) -> None:
    assert len(drawn(immuno, "show", name)) < ROWS


@pytest.mark.parametrize(
    "request_", ["show lymphoma", "show lung", "compare keytruda opdivo", "show keytruda"]
)
def test_the_largest_fit_a_tall_screen(immuno: Immuno, request_: str) -> None:
    assert len(drawn(immuno, *request_.split())) < TALL


def test_every_page_fits_a_small_screen(immuno: Immuno) -> None:
    """Of hundreds only the largest therapy and three with long names or warnings are a little longer."""
    asked = {"therapies": ("--status", "any"), "types": (), "targets": (), "cancers": ()}
    for kind, options in asked.items():
        told = immuno(kind, *options, "--no-header", "--sort", "id").lines
        ids = [line.partition("\t")[0] for line in told]
        largest = [line.partition("\t")[0] for line in sorted(told, key=len)[-6:]]
        high = {one: len(drawn(immuno, "show", one)) for one in some(ids, 5, always=largest)}
        long = {one: lines for one, lines in high.items() if lines >= ROWS}
        assert len(long) <= (4 if kind == "therapies" else 0), (kind, long)
        assert max(high.values()) <= ROWS + 3, (kind, long)


def test_what_has_no_room_is_counted_and_the_command_that_shows_it_is_told(immuno: Immuno) -> None:
    lines = drawn(immuno, "show", "lymphoma")
    (antibodies,) = [line for line in " ".join(lines).split("• ") if line.startswith("monoclonal antibody (")]
    assert re.search(r"\(\d+\): \*?\w+ .+ and \d+ more", antibodies), antibodies
    assert any("immuno show lymphoma --full" in line for line in lines)
    whole = immuno("show", "lymphoma", "--full", "--format", "md").out
    listed = immuno("therapies", "--cancer", "lymphoma", "-c", "name", "--no-header").lines
    whole = whole.replace("| \\*", "| ").replace("| ?", "| ")
    assert all(f"\n| {one} " in whole or "allogeneic" in one for one in listed)


def test_a_boxed_warning_comes_before_anything_else(immuno: Immuno) -> None:
    lines = drawn(immuno, "show", "blincyto")
    assert lines[0].startswith("blinatumomab") and lines[0].endswith("approved")
    assert lines[1].startswith("BOXED WARNING")
    assert any(line.startswith("Emergency: get help now for ") for line in lines)
    assert any("--full" in line for line in lines if line.startswith("Next:"))


def test_a_line_for_each_cancer(small: Immuno) -> None:
    """Of few uses their words are told, of many the cancers."""
    told = " ".join(drawn(small, "show", "keytruda"))
    assert "• Unresectable or metastatic melanoma, for adults (2014-09-04" in told, told


def test_a_comparison_says_what_is_shared_and_what_is_not(immuno: Immuno) -> None:
    lines = drawn(immuno, "compare", "blincyto", "besponsa")
    shared = next(line for line in lines if line.startswith("B-cell acute  "))
    assert "2014-12-03" in shared and "2017-08-17" in shared
    assert any(
        line.startswith("blinatumomab, not the other: B-cell acute lymphoblastic leukemia:") for line in lines
    )
    assert len(lines) < TALL


def test_the_first_day_is_the_same_on_the_page_and_in_a_comparison(immuno: Immuno) -> None:
    """A use that another replaced counts: blinatumomab was approved in 2014, not when the words changed."""
    page = next(line for line in drawn(immuno, "show", "blincyto") if "leukemia  " in line)
    rows = {row[0]: row[1] for row in immuno("compare", "blincyto", "besponsa").rows}
    assert rows["cancer: b-all: relapsed-refractory"] in page


def test_changes_are_news(immuno: Immuno) -> None:
    lines = drawn(immuno, "changes", "--since", "2026-08", "--until", "2026-08-31")
    days = [line for line in lines if line[:4] == "2026"]
    assert days == sorted(days, reverse=True) and len(days) == len(set(days))
    told = lines.index("2026-08-25")
    assert lines[told + 1].split() == ["approved", "tislelizumab,", "zanidatamab"]


def test_the_five_types_stand_side_by_side_at_80_columns(immuno: Immuno) -> None:
    lines = drawn(immuno, "matrix")
    assert sum(set(line) == {"─"} for line in lines) == 1, "one band"
    assert any(line.startswith("conditions that are not") for line in lines)


def test_the_end_of_a_lane_is_told(small: Immuno) -> None:
    lines = drawn(small, "timeline")
    assert any("withdrawn 2020-02-25" in line for line in lines)


def test_counts_have_one_hue(small: Immuno) -> None:
    found = small(
        "matrix", "--format", "table", env={"COLUMNS": "80", "FORCE_COLOR": "1", "TERM": "xterm-256color"}
    )
    assert "48;5;195" in found.out or "48;5;18" in found.out
    plain = small("matrix", "--format", "table", env={"COLUMNS": "80", "FORCE_COLOR": "1", "TERM": "xterm"})
    assert "48;5" not in plain.out
