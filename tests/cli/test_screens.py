"""What people see on a terminal: whole screens, and what holds at any width.

After a wanted change of a screen, write them anew and look at the difference:
python -m pytest tests/cli/test_screens.py --golden
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.choice import some
from tests.driver import Immuno

GOLDEN = Path(__file__).parent / "golden"
SCREENS = {
    "therapies": ("therapies", "--cancer", "melanoma"),
    "therapies-all": ("therapies", "--status", "any"),
    "therapies-of-list": ("therapies", "--source", "cri-2022"),
    "indications": ("indications", "--status", "any"),
    "indications-wider": ("indications", "--cancer", "uveal melanoma", "--agnostic"),
    "show-therapy": ("show", "keytruda"),
    "show-therapy-full": ("show", "kymriah", "--full"),
    "show-withdrawn": ("show", "lartruvo"),
    "show-revoked": ("show", "intron a"),
    "show-not-sold": ("show", "campath"),
    "show-past": ("show", "opdivo", "--as-of", "2020"),
    "show-cancer": ("show", "stomach cancer"),
    "show-type": ("show", "pd-1-inhibitor"),
    "types": ("types",),
    "cancers": ("cancers",),
    "define": ("define", "cytokine storm"),
    "faq": ("faq", "side effects"),
    "compare": ("compare", "keytruda", "opdivo"),
    "matrix": ("matrix",),
    "timeline": ("timeline", "--cancer", "melanoma"),
    "changes": ("changes", "--since", "2019"),
    "cite": ("cite", "lartruvo"),
    "immune-system": ("immune-system",),
    "search": ("search", "brake"),
    "resolve": ("resolve", "Opdualag", "pembrolizmab", "MK-3475"),
}
WIDTHS = (60, 80, 100, 140, 200)
IN_COLOR = (80, 140)
EVERY_WIDTH = some((*range(20, 110, 3), *range(110, 201, 9)), 4, always=(20, 80, 200))
COLOR = {"FORCE_COLOR": "1", "TERM": "xterm-256color"}


def drawn(small: Immuno, request: tuple[str, ...], width: int, **env: str) -> str:
    found = small(*request, "--format", "table", env={"COLUMNS": str(width), **env})
    assert found.code == 0, found
    return found.out


@pytest.mark.parametrize("color", [False, True], ids=["plain", "color"])
@pytest.mark.parametrize("screen", SCREENS)
def test_the_screen_is_as_it_was(
    small: Immuno, today: str, screen: str, color: bool, request: pytest.FixtureRequest
) -> None:
    path = GOLDEN / f"{screen}{'.color' if color else ''}.txt"
    env = COLOR if color else {}
    shown = "".join(
        f"=== {width} columns\n{drawn(small, SCREENS[screen], width, **env)}"
        for width in (IN_COLOR if color else WIDTHS)
    )
    if request.config.getoption("--golden"):
        path.write_text(shown, encoding="utf-8")
    assert shown == path.read_text(encoding="utf-8")


def test_no_screen_is_left_over() -> None:
    assert {path.name.partition(".")[0] for path in GOLDEN.iterdir()} == set(SCREENS)


# request: words that must be whole wherever they fit, at any width
WHOLE = {
    ("therapies", "--status", "any"): ["pembrolizumab", "tisagenlecleucel", "interferon"],
    ("therapies", "-c", "id,first_approved,status"): ["pembrolizumab", "2014-09-04", "1990-08-21"],
    ("indications", "--status", "any"): ["pembrolizumab", "tisagenlecleucel", "olaratumab"],
    ("show", "keytruda"): ["PEMBROLIZUMAB|pembrolizumab", "Keytruda", "2014-09-04"],
    ("show", "keytruda", "--full"): ["Keytruda", "2014-09-04", "2021-03-30", "MK-3475"],
    ("show", "lartruvo"): ["OLARATUMAB|olaratumab", "2020-02-25|2020-09-04"],
    ("show", "lymphoma"): ["tisagenlecleucel", "LYMPHOMA|lymphoma"],
    ("compare", "keytruda", "kymriah"): ["pembrolizumab", "tisagenlecleucel", "2014-09-04", "2018-05-01"],
    ("changes", "--since", "2014"): ["2014-09-04", "2021-03-30", "2026-01-15"],
    ("cite", "keytruda"): ["https://example.org/labels/keytruda", "2026-01-10"],
    ("timeline",): ["1986", "2026", "pembrolizumab", "tisagenlecleucel"],
    ("matrix",): ["melanoma", "lymphoma", "immunomodulator"],
    ("types",): ["immunomodulator"],
    ("targets",): ["PDGFR-alpha"],
    ("data", "info"): ["2026-01-15", "2026.01"],
    ("resolve", "Kymriah", "Opdualag", "-c", "id,name,match"): ["tisagenlecleucel", "brand"],
    ("search", "brake"): ["pembrolizumab"],
}
# Lists: a table of records, and nothing else.
TABLES = ("therapies", "indications", "changes", "resolve", "search", "cite", "types", "targets", "matrix")


@pytest.mark.parametrize("request_", WHOLE, ids=" ".join)
def test_at_any_width_nothing_is_cut_too_wide_or_longer_than_when_narrower(
    small: Immuno, today: str, request_: tuple[str, ...]
) -> None:
    longest = None
    for width in EVERY_WIDTH:
        shown = drawn(small, request_, width)
        for word in WHOLE[request_]:
            assert re.search(rf"(?<![\w-])({word})(?![\w-])", shown), (width, word, shown)
        assert "…" not in shown, (width, shown)
        assert not re.search(r"\d{4}-(\d{2}-)?$", shown, re.MULTILINE), (width, "a date is cut", shown)
        lines = shown.splitlines()
        # Only the address of a document may run over: cut in two it could not be opened.
        wide = [line for line in lines if len(line) > width and "https://" not in line]
        assert not wide, (width, wide)
        assert all(line == line.rstrip() for line in lines)
        if request_[0] in TABLES:
            assert longest is None or len(lines) <= longest[1], (longest, width, len(lines), shown)
            longest = (width, len(lines))


def test_the_status_is_there_at_any_width(small: Immuno, today: str) -> None:
    for width in EVERY_WIDTH:
        therapies = drawn(small, ("therapies", "--status", "any"), width)
        counts = [len(re.findall(rf"\b{word}\b", therapies)) for word in ("approved", "revoked")]
        assert counts[0] >= 6 and counts[1] >= 2, (width, therapies)
        uses = drawn(small, ("indications", "--status", "any"), width)
        counts = [len(re.findall(rf"\b{word}\b", uses)) for word in ("current", "withdrawn", "revoked")]
        assert counts[0] == 11 and counts[1] >= 3 and counts[2] >= 3, (width, uses)
        assert "replaced" in uses
        assert re.search("revoked", drawn(small, ("show", "intron a"), width), re.IGNORECASE)
        assert re.search("withdrawn|revoked", drawn(small, ("show", "lartruvo"), width), re.IGNORECASE)


DATES = {
    ("therapies", "--cancer", "melanoma"): ["2014-12-22|2016-01-23", "2022-03-18"],
    ("indications", "--cancer", "melanoma"): ["2014-09-04", "2016-01-23", "2022-03-18"],
    ("changes", "--since", "2024"): ["2025-09-19", "2024-03-06"],
}


@pytest.mark.parametrize("request_", DATES, ids=" ".join)
def test_the_dates_of_what_is_listed_go_last_of_all(
    small: Immuno, today: str, request_: tuple[str, ...]
) -> None:
    for width in (60, 80, 100, 140, 200):
        shown = drawn(small, request_, width)
        for date in DATES[request_]:
            assert re.search(date, shown), (width, date, shown)


def test_doubt_and_the_name_are_there_at_any_width(small: Immuno, today: str) -> None:
    for width in EVERY_WIDTH:
        shown = drawn(small, ("resolve", "Opdualag", "pembrolizmab", "MK-3475"), width)
        assert len(re.findall(r"\byes\b", shown)) == 1 and len(re.findall(r"\bno\b", shown)) == 2, (
            width,
            shown,
        )
        assert len(re.findall("pembrolizumab", shown)) >= 2, (width, shown)


def test_what_was_dropped_is_said(small: Immuno, today: str) -> None:
    narrow = small("indications", "--status", "any", "-f", "table", env={"COLUMNS": "70"})
    assert re.search(r"not shown|left out|dropped|columns", narrow.out + narrow.err), narrow


def test_color_only_supports_what_words_say(small: Immuno, today: str) -> None:
    for request in SCREENS.values():
        plain = drawn(small, request, 90)
        colored = drawn(small, request, 90, **COLOR)
        bare = re.sub(r"\x1b\[[0-9;]*m", "", colored)
        assert [line.rstrip() for line in bare.splitlines()] == plain.splitlines()
        assert colored != plain


def test_green_is_what_is_in_force_and_nothing_else(small: Immuno, today: str) -> None:
    """A withdrawn therapy in green would be read as approved."""
    for request in (
        ("therapies", "--status", "any"),
        ("indications", "--status", "any"),
        ("show", "lartruvo"),
    ):
        shown = drawn(small, request, 140, **COLOR)
        assert "38;5;29m" in shown or request[0] == "show"
        for green in re.findall(r"\x1b\[(?:\d+;)*38;5;29m([^\x1b]*)", shown):
            assert not re.search("withdrawn|revoked|replaced|never", green, re.IGNORECASE), green
        for color, word in re.findall(r"\x1b\[([\d;]+)m\s*\b(withdrawn|revoked)\b", shown, re.IGNORECASE):
            assert "29" not in color.split(";"), word
