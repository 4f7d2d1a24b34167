"""Of which therapies a safety program is told, up to which day; of all others it is told that this is not known."""

from __future__ import annotations

from immunocli import Catalogue
from tests.driver import Immuno

ENDED = {
    "axicabtagene-ciloleucel", "brexucabtagene-autoleucel", "ciltacabtagene-autoleucel", "idecabtagene-vicleucel",
    "lisocabtagene-maraleucel", "tisagenlecleucel",
}  # fmt: skip


def test_an_end_has_its_day(bundled: Catalogue) -> None:
    told = bundled.programs("rems")
    assert {one for one, until, _ in told if until == "2025-06-26"} == ENDED
    assert {one for one, until, _ in told if not until} >= {"teclistamab", "talquetamab", "pexidartinib"}
    assert {one for one, _, _ in told} == {*bundled.define("REMS").therapies}


def test_before_its_end_it_stood_and_before_the_approval_it_did_not(bundled: Catalogue) -> None:
    then = bundled.programs("rems", "2025-06-25")
    assert {one for one, until, _ in then} == ENDED and not any(until for _, until, _ in then)
    assert {one for one, _, _ in bundled.programs("rems", "2018")} == {
        "axicabtagene-ciloleucel",
        "tisagenlecleucel",
    }
    assert not bundled.programs("rems", "2015")


def test_nothing_else_is_a_program(bundled: Catalogue) -> None:
    for name in ("boxed-warning", "cytokine-release-syndrome", "fda", "nothing"):
        assert not bundled.programs(name)


def test_pages_tell_it(immuno: Immuno) -> None:
    assert "NO LONGER in the boxed warning since 2025-06-26" in immuno("define", "REMS").out
    pages = {one: immuno("show", one, "--full").out for one in ("abecma", "tecvayli", "keytruda")}
    assert "NO LONGER in the boxed warning since 2025-06-26: Given only through" in pages["abecma"]
    assert "Tecvayli: Given through a restricted safety program (REMS)" in pages["tecvayli"]
    assert "not in this reference (immuno define rems)" in pages["keytruda"]
