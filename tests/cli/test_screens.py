"""What people see on a terminal: whole screens, and what holds at any width.

After a wanted change of a screen, write them anew and look at the difference:
IMMUNO_GOLDEN=write python -m pytest tests/cli/test_screens.py
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from tests.driver import Immuno

GOLDEN = Path(__file__).parent / "golden"
SCREENS = {
    "therapies": ("therapies", "--cancer", "melanoma", "--source", "cri-2022"),
    "therapies-all": ("therapies", "--status", "any"),
    "indications": ("indications", "--status", "any"),
    "show-therapy": ("show", "lartruvo"),
    "show-cancer": ("show", "melanoma"),
    "types": ("types",),
    "cancers": ("cancers",),
    "define": ("define", "checkpoint-inhibitor"),
    "faq": ("faq", "side effects"),
    "compare": ("compare", "keytruda", "kymriah"),
    "matrix": ("matrix",),
    "timeline": ("timeline", "--cancer", "melanoma"),
    "changes": ("changes", "--since", "2019"),
    "cite": ("cite", "lartruvo"),
    "immune-system": ("immune-system",),
}
EVERY_WIDTH = range(20, 201)


def drawn(small: Immuno, request: tuple[str, ...], width: int, **env: str) -> str:
    found = small(*request, "--format", "table", env={"COLUMNS": str(width), **env})
    assert found.code == 0, found
    return found.out


@pytest.mark.parametrize("width", [60, 80, 140])
@pytest.mark.parametrize("screen", SCREENS)
def test_the_screen_is_as_it_was(small: Immuno, today: str, screen: str, width: int) -> None:
    path = GOLDEN / f"{screen}-{width}.txt"
    shown = drawn(small, SCREENS[screen], width)
    if os.environ.get("IMMUNO_GOLDEN") == "write":
        path.write_text(shown, encoding="utf-8")
    assert shown == path.read_text(encoding="utf-8")


def test_no_screen_is_left_over() -> None:
    assert {path.name.rpartition("-")[0] for path in GOLDEN.iterdir()} == set(SCREENS)


# request: words that must be whole wherever they fit, at any width
WHOLE = {
    ("therapies", "--status", "any"): ["pembrolizumab", "tisagenlecleucel", "olaratumab"],
    ("therapies", "-c", "id,first_approved,status"): ["pembrolizumab", "2014-09-04", "1990-08-21"],
    ("indications", "--status", "any"): ["pembrolizumab", "tisagenlecleucel", "olaratumab"],
    ("show", "keytruda"): ["pembrolizumab", "Keytruda", "2014-09-04", "2021-03-30", "MK-3475"],
    ("show", "lartruvo"): ["olaratumab", "Lartruvo", "2020-02-25", "2016-10-19"],
    ("show", "lymphoma"): ["tisagenlecleucel", "lymphoma"],
    ("compare", "keytruda", "kymriah"): ["pembrolizumab", "tisagenlecleucel", "2014-09-04", "2018-05-01"],
    ("changes", "--since", "2014"): ["2014-09-04", "2021-03-30", "2026-01-15", "olaratumab"],
    ("cite", "keytruda"): ["https://example.org/labels/keytruda", "2026-01-10"],
    ("timeline",): ["1990", "2014", "pembrolizumab", "tisagenlecleucel"],
    ("matrix",): ["melanoma", "lymphoma", "immunomodulator"],
    ("types",): ["immunomodulator"],
    ("targets",): ["PDGFR-alpha"],
    ("data", "info"): ["2026-01-15", "2026.01"],
    ("resolve", "Kymriah", "-c", "id,name,match"): ["tisagenlecleucel", "brand"],
    ("search", "brake"): ["pembrolizumab"],
}


@pytest.mark.parametrize("request_", WHOLE, ids=" ".join)
def test_names_ids_dates_and_addresses_are_never_cut(
    small: Immuno, today: str, request_: tuple[str, ...]
) -> None:
    for width in EVERY_WIDTH:
        shown = drawn(small, request_, width)
        for word in WHOLE[request_]:
            assert re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", shown), (width, word, shown)
        assert "…" not in shown, (width, shown)


@pytest.mark.parametrize("request_", WHOLE, ids=" ".join)
def test_no_line_is_wider_than_the_terminal(small: Immuno, today: str, request_: tuple[str, ...]) -> None:
    for width in EVERY_WIDTH:
        lines = drawn(small, request_, width).splitlines()
        # Only the address of a document may run over: cut in two it could not be opened.
        wide = [line for line in lines if len(line) > width and "https://" not in line]
        assert not wide, (width, wide)
        assert all(line == line.rstrip() for line in lines)


def test_the_status_is_there_at_any_width(small: Immuno, today: str) -> None:
    for width in EVERY_WIDTH:
        therapies = drawn(small, ("therapies", "--status", "any"), width)
        assert "status" in therapies
        assert (therapies.count("approved"), therapies.count("withdrawn")) >= (3, 1), therapies
        uses = drawn(small, ("indications", "--status", "any"), width)
        active, withdrawn = (len(re.findall(rf"\b{word}\b", uses)) for word in ("active", "withdrawn"))
        assert active == 4 and withdrawn >= 2, (width, uses)
        page = drawn(small, ("show", "keytruda"), width)
        assert "WITHDRAWN" in page and "approved" in page
        assert "withdrawn" in drawn(small, ("show", "lartruvo"), width)


def test_colour_only_supports_what_words_say(small: Immuno, today: str) -> None:
    for request in SCREENS.values():
        plain = drawn(small, request, 90)
        coloured = drawn(small, request, 90, FORCE_COLOR="1", TERM="xterm-256color")
        bare = re.sub(r"\x1b\[[0-9;]*m", "", coloured)
        assert [line.rstrip() for line in bare.splitlines()] == plain.splitlines()
        assert coloured != plain
