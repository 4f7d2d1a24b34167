"""Alarms in words that nobody listed are heard by their frames; see `immunocli.words.frames`.

Lines of `frames.tsv` begin with what must be heard: `u` an upper rung, `c` a crisis, `s` a sign of the same
day, `n` nothing on top. Those that `held` keeps took no part in tuning.
"""

from __future__ import annotations

import pytest

from immunocli import Catalogue
from immunocli.words.crises import CRISES
from immunocli.words.frames import frames
from tests.words.given import held, pairs, share

LEAST = {"u": 0.93, "c": 0.92, "s": 0.9, "n": 0.93}


def right(catalogue: Catalogue, kind: str, text: str) -> bool:
    """Say whether a text raises what it must."""
    found = [one for one in catalogue.ask(text).notices if one.code in ("alarm", "sign")]
    top = [one for one in found if one.code == "alarm"]
    if kind == "n":
        return not top
    if kind == "c":
        return any(one.counts["crisis"] or one.counts["rung"] == "emergency" for one in top)
    return bool(top if kind == "u" else found)


@pytest.mark.parametrize("kept", [False, True])
@pytest.mark.parametrize("kind", list(LEAST))
def test_alarms_of_every_voice_are_heard(kind: str, kept: bool, catalogue: Catalogue) -> None:
    asked = [text for one, text in pairs("frames.tsv") if one == kind and held(text) is kept]
    wrong = [text for text in asked if not right(catalogue, kind, text)]
    assert share(len(asked) - len(wrong), len(asked)) >= LEAST[kind], wrong


def test_frames_are_of_known_signs(catalogue: Catalogue) -> None:
    named = {sign for sign, *_ in frames()}
    assert named <= set(catalogue._store.ids("sign"))
    assert CRISES.strip()


def test_no_group_of_a_frame_is_empty() -> None:
    assert all(all(groups) for _, groups, *_ in frames())


@pytest.mark.parametrize(
    "text",
    [
        "how many oxycodone would it take to die",
        "my toddler chewed one of my capsules",
        "I used to self harm",
    ],
)
def test_help_stands_above_such_a_question(text: str, catalogue: Catalogue) -> None:
    assert right(catalogue, "c", text)
