"""An option that is accepted changes the answer or says why not: none is taken and left aside."""

from __future__ import annotations

import pytest

from immunocli.cli.declared_commands import COMMANDS
from tests.driver import Immuno

# A value for each option that says which records, and what it is tried on.
VALUES = {
    "--cancer": "melanoma", "--as-of": "2018", "--type": "car t", "--target": "CD19", "--market": "not-sold",
    "--therapy": "kimmtrak", "--until": "2024-06", "--event": "boxed-warning", "--style": "ris", "--since": "2025",
    "--biomarker": "PD-L1", "--setting": "adjuvant", "--line": "first", "--approval": "accelerated", "--status": "past",
    "--source": "cri-2022", "--by": "target", "--topic": "side-effect", "--boxed-about": "heart",
}  # fmt: skip
FLAGS = ("--full", "--agnostic", "--technical", "--uses", "--exact", "--boxed", "--no-boxed", "--turned")
ASKED = (
    "compare keytruda opdivo", "compare herceptin kanjinti", "compare yescarta kymriah", "show keytruda", "timeline",
    "matrix", "changes --since 2024", "define CRS", "cite keytruda", "cite CRS", "cancers lung", "types car-t",
    "targets pd-1", "therapies", "therapies --cancer colon", "indications --cancer colon", "terms",
)  # fmt: skip
# What an option tells nothing else of: these hold on any day, or have no more to tell.
ALIKE = {("cite CRS", "--therapy"), ("therapies", "--agnostic"), ("therapies", "--exact")}


def _pairs() -> list[tuple[str, str]]:
    found = []
    for asked in ASKED:
        own = {flag for one in COMMANDS[asked.split()[0]].parameters for flag in one.flags}
        wanted = [one for one in (*VALUES, *FLAGS) if one in own and one not in asked.split()]
        found += [(asked, one) for one in wanted if (asked, one) not in ALIKE]
    return found


@pytest.mark.parametrize(("asked", "flag"), _pairs())
def test_an_option_changes_the_answer_or_is_refused(immuno: Immuno, asked: str, flag: str) -> None:
    value = [VALUES[flag]] if flag in VALUES else []
    form = [] if flag == "--style" else ["-f", "table"]
    plain = immuno(*asked.split(), *form)
    told = immuno(*asked.split(), flag, *value, *form)
    assert (plain.code, plain.out, plain.err) != (told.code, told.out, told.err)


@pytest.mark.parametrize("asked", ["lung cancer", "car t", "pd-1", "CRS", "t cell"])
def test_what_has_no_uses_is_not_narrowed_to_a_cancer(immuno: Immuno, asked: str) -> None:
    found = immuno("show", *asked.split(), "--cancer", "melanoma")
    assert found.code == 2 and "try: immuno" in found.err


def test_types_are_compared_for_a_cancer(immuno: Immuno) -> None:
    rows = {
        row[0]: row[1:] for row in immuno("compare", "pd-1 inhibitor", "car t", "--cancer", "melanoma").rows
    }
    assert rows["therapies"] == ["nivolumab;pembrolizumab", ""]
    assert rows["cancers"] == ["melanoma", ""]
