"""What a text is compared by keeps apart what happens to whom, and what is denied."""

from __future__ import annotations

import pytest

from immunocli.words.text_features import told


@pytest.mark.parametrize("text", ["collapsed in the garden", "fell at the garage", "lies on my couch"])
def test_a_thing_behind_a_word_of_place_is_a_place(text: str) -> None:
    assert "_place" in told(text, {})
    assert "_thing" not in told(text, {})


@pytest.mark.parametrize("text", ["the garden collapsed", "my couch broke", "garage on fire"])
def test_a_thing_that_something_happens_to_is_a_thing(text: str) -> None:
    assert "_thing" in told(text, {})


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("he denied chest pain, palpitations and syncope", ["!chest", "!pain", "!palpit", "!syncop"]),
        ("never had trouble breathing on this drug", ["!troubl", "!breath"]),
        ("no difficulty swallowing", ["!swallow"]),
    ],
)
def test_what_is_denied_is_denied_as_far_as_it_goes(text: str, denied: list[str]) -> None:
    found = told(text, {})
    assert not [one for one in denied if not any(f.startswith(one) for f in found)], sorted(found)


@pytest.mark.parametrize(("text", "root"), [("not breathing", "breath"), ("no fever, chest pain", "chest")])
def test_a_lack_and_what_follows_a_comma_are_not_denied(text: str, root: str) -> None:
    assert root in told(text, {})
