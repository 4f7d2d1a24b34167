"""What is colored can be read on white and on black; a wider screen is never a longer one."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from tests.choice import some
from tests.driver import Immuno

COLOR = {"FORCE_COLOR": "1", "TERM": "xterm-256color"}
LEAST = 4.5  # WCAG 2, level AA, for text
WHITE, BLACK = (255, 255, 255), (0, 0, 0)
LOOK = re.compile("\x1b\\[([0-9;]*)m")
# A page of each kind that a command has.
PAGES = (
    ("--help",), ("show", "--help"), ("therapies", "--status", "any"), ("indications", "--cancer", "bladder"),
    ("show", "keytruda"), ("show", "intron a"), ("show", "campath", "--full"), ("show", "lymphoma"), ("show", "pd-1"),
    ("changes", "--since", "2025"), ("compare", "keytruda", "opdivo"), ("define", "cytokine storm"),
    ("terms", "--topic", "biomarker"), ("faq", "chest pain"), ("faq", "side effects"), ("faq",), ("immune-system",),
    ("search", "brake"), ("types",),
    ("targets",), ("cancers",), ("timeline",), ("matrix",), ("resolve", "Opdualag", "pembrolizmab", "x"),
    ("cite", "lartruvo"), ("data", "info"),
)  # fmt: skip


def luminance(color: tuple[int, ...]) -> float:
    parts = [one / 255 for one in color]
    linear = [one / 12.92 if one <= 0.03928 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def shade(number: int) -> tuple[int, ...]:
    """Return the color of a number among the 256 from 16 on, which all terminals show alike."""
    if number >= 232:
        return (8 + (number - 232) * 10,) * 3
    steps = (0, 95, 135, 175, 215, 255)
    number -= 16
    return steps[number // 36], steps[number // 6 % 6], steps[number % 6]


def looks(shown: str) -> set[str]:
    return {look for look in LOOK.findall(shown) if look not in ("", "0")}


@pytest.mark.parametrize("request_", PAGES, ids=" ".join)
def test_every_color_can_be_read_on_white_and_on_black(immuno: Immuno, request_: tuple[str, ...]) -> None:
    form = () if "--help" in request_ else ("--format", "table")
    found = immuno(*request_, *form, env={"COLUMNS": "100", **COLOR})
    used = looks(found.out)
    assert used or request_[0] in ("data",), "no color at all"
    for look in used:
        codes = look.split(";")
        inks = {
            codes[place - 2]: int(codes[place]) for place in range(2, len(codes)) if codes[place - 1] == "5"
        }
        plain = [
            one for place, one in enumerate(codes) if one not in ("38", "48", "5") and codes[place - 1] != "5"
        ]
        assert set(plain) <= {"1", "3", "39"}, (
            look,
            "bold or slanted: each other look depends on the terminal",
        )
        assert all(number >= 16 for number in inks.values()), look
        ink = shade(inks["38"]) if "38" in inks else None
        if "48" in inks:
            assert ink is not None and contrast(ink, shade(inks["48"])) >= LEAST, look
        elif ink is not None:
            assert min(contrast(ink, WHITE), contrast(ink, BLACK)) >= LEAST, look


def test_with_sixteen_colors_or_none_nothing_else_is_sent(small: Immuno) -> None:
    for env in ({"FORCE_COLOR": "1", "TERM": "xterm"}, {"FORCE_COLOR": "1", "TERM": "linux"}):
        for request in (("show", "keytruda"), ("matrix",), ("therapies", "--status", "any")):
            shown = small(*request, "-f", "table", env={"COLUMNS": "80", **env}).out
            assert looks(shown) and not any("38;5" in one or "48;5" in one for one in looks(shown)), request
    for env in ({"NO_COLOR": "1"}, {"NO_COLOR": "1", "FORCE_COLOR": "1", "TERM": "xterm-256color"}):
        assert "\x1b" not in small("show", "keytruda", "-f", "table", env=env).out


def sample(immuno: Immuno) -> list[tuple[str, ...]]:
    """Return pages of every kind, drawn by chance."""
    chance = random.Random(60)
    kinds: dict[str, tuple[str, ...]] = {
        "therapies": ("--status", "any"),
        "cancers": (),
        "types": (),
        "targets": (),
    }
    pages: list[tuple[str, ...]] = []
    for kind, options in kinds.items():
        ids = [row[0] for row in immuno(kind, *options, "-c", "id", "--no-header").rows]
        pages += [("show", one) for one in chance.sample(ids, 6)]
        pages += [("show", one, "--full") for one in chance.sample(ids, 3)]
    cancers = [row[0] for row in immuno("cancers", "-c", "id", "--no-header").rows]
    for one in chance.sample(cancers, 4):
        pages += [
            (command, "--cancer", one) for command in ("therapies", "indications", "timeline", "matrix")
        ]
    pages += [
        ("changes", "--since", "2026-06"),
        ("compare", "yescarta", "kymriah"),
        ("compare", "car t", "til"),
    ]
    pages += [one for one in PAGES if "--help" not in one]
    return pages


def test_a_wider_screen_is_never_longer_and_nothing_runs_over(immuno: Immuno) -> None:
    pages = some(sample(immuno), 4, always=PAGES)
    assert len(pages) > 30 and {one[0] for one in pages} >= {
        "show",
        "therapies",
        "compare",
        "changes",
        "matrix",
    }
    longer = []
    for page in pages:
        before = None
        for width in (60, 80, 100, 140, 200):
            found = immuno(*page, "--format", "table", env={"COLUMNS": str(width)})
            lines = found.lines
            wide = [line for line in lines if len(line) > width and "://" not in line]
            assert not wide, (page, width, wide[:2])
            if before is not None and len(lines) > before:
                longer.append((" ".join(page), width, before, len(lines)))
            before = len(lines)
    assert not longer, longer


def test_an_output_without_our_signs_is_read_too(small: Immuno, tmp_path: Path) -> None:
    for request in (("show", "keytruda"), ("matrix",), ("types",), ("cancers",)):
        found = small.process(
            *request, "-f", "table", env={"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "COLUMNS": "80"}
        )
        assert found.code == 0 and found.out_bytes.isascii() and b"?" not in found.out_bytes, request
