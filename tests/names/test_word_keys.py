"""Names of cancers by their words: what says little may be left out, unless the rest is a name of its own."""

from __future__ import annotations

from immunocli.names.cancer_words import key, word_keys

ROLES = {"tumor": "tumor"}


def keyed(*names: tuple[str, str]) -> set[tuple[str, str]]:
    """Return the keys of names, each with the one cancer that it stands for."""
    entries = {name: ([one], "name", name) for one, name in names}
    words = {name: name.split() for _, name in names}
    return {(one, entry[0][0]) for one, entry in word_keys(entries, ROLES, words).items()}


def test_adult_and_primary_may_be_left_out() -> None:
    found = keyed(("adult-clear", "adult clear tumor"), ("primary-soft", "primary soft tumor"))
    assert (key(["clear"], "tumor"), "adult-clear") in found
    assert (key(["soft"], "tumor"), "primary-soft") in found


def test_not_where_the_rest_is_another_name() -> None:
    found = keyed(("adult-clear", "adult clear tumor"), ("clear", "clear tumor"))
    assert (key(["clear"], "tumor"), "clear") in found
    assert (key(["clear"], "tumor"), "adult-clear") not in found


def test_what_is_unknown_as_primary_stays_so() -> None:
    assert (key(["unknown"], "tumor"), "unknown") not in keyed(("unknown", "unknown primary tumor"))
