"""A value that was measured tells of an alarm from just one number on."""

from __future__ import annotations

import pytest

from immunocli.words.vital_signs import is_usual, measured

# What was measured, the sign, the first and the last number that tell of it, those beside them that do not.
LIMITS = [
    ("temperature {}", "fever", ("100.4", "108"), ("100.3", "108.1")),
    ("temperature {}", "fever", ("38", "42.5"), ("37.9", "42.6")),
    ("oxygen {}", "trouble-breathing", ("50", "91"), ("49", "92")),
    ("pulse {}", "racing-heart", ("130", "250"), ("129", "251")),
    ("pulse {}", "racing-heart", ("20", "40"), ("19", "41")),
    ("glucose {}", "thirst-and-urination", ("300", "1500"), ("299", "1501")),
]


@pytest.mark.parametrize(("words", "sign", "told", "untold"), LIMITS)
def test_a_value_tells_from_one_number_on(
    words: str, sign: str, told: tuple[str, ...], untold: tuple[str, ...]
) -> None:
    assert [measured(words.format(number)) for number in told] == [[sign], [sign]]
    assert [measured(words.format(number)) for number in untold] == [[], []]


@pytest.mark.parametrize(
    ("asked", "signs"),
    [
        ("pressure 89/60", ["dizziness"]), ("pressure 90/60", []), ("pressure 40/20", ["dizziness"]),
        ("pressure 39/20", []), ("pressure 60/60", []), ("pressure 85 over 50", ["dizziness"]),
        ("pressure 180/100", ["very-high-blood-pressure"]), ("pressure 179/100", []),
        ("pressure 300/100", ["very-high-blood-pressure"]), ("pressure 301/100", []),
        ("it says 38.1", ["fever"]), ("it says 38.0", []), ("it says 41.9", ["fever"]), ("it says 42.0", []),
        ("it says 39", []), ("38c", ["fever"]), ("101f", ["fever"]), ("pulse 12345", []),
    ],
)  # fmt: skip
def test_a_pressure_or_a_bare_number_tells_within_limits(asked: str, signs: list[str]) -> None:
    assert measured(asked) == signs


@pytest.mark.parametrize(
    "text",
    ["heart rate 68, bp 122/78, temp 36.7, eating well", "bp 122 over 78", "pulse 64, sats 98%", "temp 98.6"],
)
def test_usual_values_together_are_usual(text: str) -> None:
    assert is_usual(text)


@pytest.mark.parametrize(
    "text", ["temp 36.7, not eating", "temp 36.8, pulse 160", "bp 122/78, heart rate 140"]
)
def test_one_that_is_not_usual_is_enough(text: str) -> None:
    assert not is_usual(text)
