"""What has no boxed warning is asked for plainly; none is told from not known."""

from __future__ import annotations

import pytest

from immunocli.catalogue import Catalogue
from immunocli.errors import UsageError
from tests.driver import Immuno


@pytest.fixture(scope="module")
def whole() -> Catalogue:
    return Catalogue()


@pytest.mark.parametrize("day", [None, "2005", "2012", "2020", "2024-02"])
def test_with_without_and_not_known_are_all(whole: Catalogue, day: str | None) -> None:
    held, lacking = (whole.therapies(as_of=day, **{one: True}) for one in ("boxed", "no_boxed"))
    told, same = ([one for one in each.notices if one.code == "box-not-known"] for each in (lacking, held))
    assert told == same
    parts = [{one.id for one in held}, {one.id for one in lacking}]
    parts += [{*one.counts["therapies"]} for one in told]
    assert sum(map(len, parts)) == len(set.union(*parts)), "in one of them alone"
    assert set.union(*parts) == {one.id for one in whole.therapies(as_of=day)}
    assert all(parts) and not any(one.boxed for one in lacking)


def test_both_at_once_is_refused(whole: Catalogue) -> None:
    with pytest.raises(UsageError, match="exclude each other"):
        whole.therapies(boxed=True, no_boxed=True)


def test_an_empty_answer_says_what_it_is(small: Immuno) -> None:
    found = small("therapies", "--therapy", "kymriah", "--no-boxed")
    assert found.code == 0 and found.err.startswith("all that was asked for has a boxed warning")


@pytest.mark.parametrize(
    "asked",
    [
        "no black box", "without a box", "without a boxed warning", "without any black-box warning", "with no boxed warning",
        "not boxed", "no boxed warnings",
    ],
)  # fmt: skip
def test_it_is_understood_in_plain_words(small: Immuno, asked: str) -> None:
    plain = small("therapies", "--target", "PD-1", "--no-boxed")
    found = small("therapies", "PD-1", *asked.split())
    assert plain.out and (found.code, found.out) == (0, plain.out), found.err


@pytest.mark.parametrize(
    "flag", ["--no-box", "--without-box", "--no-black-box", "--unboxed", "--no-boxed-warning"]
)
def test_another_word_for_it_is_led_to_it(small: Immuno, flag: str) -> None:
    found = small("therapies", flag)
    assert found.code == 2 and "--no-boxed" in found.err


def test_a_denial_is_no_request_for_boxes(small: Immuno) -> None:
    for asked in ("pd-1 inhibitors with no boxed warning", "pd-1 inhibitors without a black box"):
        assert "--no-boxed" in small(*asked.split()).err
    assert "--boxed" in small(*"pd-1 inhibitors with a black box".split()).err
