"""What is struck out, said to be none or too long to be a word is never read as given."""

from __future__ import annotations

import pytest

from immunocli.names.resolve import Resolver


def stroked(name: str) -> str:
    """Return a name with a stroke through each letter."""
    return "".join(f"{letter}\u0336" for letter in name)


@pytest.mark.parametrize("name", ["pembrolizumab", "Yervoy", "tisagenlecleucel"])
def test_a_therapy_that_is_struck_out_or_none_is_not_given(name: str, therapies: Resolver) -> None:
    for form in (f"{name}|0", f"{name} x0", f"{name} x 0", f"{name}: -", f"{name} = 0", f"~~{name}~~",
                 f"<del>{name}</del>", f"<S class='x'>{name}</s>", stroked(name), f"{name} ; 0"):  # fmt: skip
        assert not therapies.resolve(form).ids, form
    for form in (f"{name} x2", f"{name} 100 mg x 6", f"<b>{name}</b>", f"{name}:", f"{name} 10"):
        assert therapies.resolve(form).ids, form


@pytest.mark.parametrize("name", ["melanoma", "multiple myeloma", "rectal cancer"])
def test_a_cancer_that_is_struck_out_or_none_is_not_there(name: str, cancers: Resolver) -> None:
    for form in (f"{name}: 0", f"{name}|0", f"{name}: -", f"~~{name}~~", f"<del>{name}</del>", stroked(name)):
        assert not cancers.resolve(form).ids, form
    doubted = cancers.resolve(f"{name} -")
    assert not doubted.ids or doubted.review == "yes"


def test_what_stands_beside_something_struck_out_is_for_review(therapies: Resolver) -> None:
    for form in ("~~pembrolizumab~~ nivolumab 240 mg", "<del>ipilimumab 3 mg/kg</del> nivolumab"):
        found = therapies.resolve(form)
        assert (found.id, found.review) == ("nivolumab", "yes") and found.unread, form


@pytest.mark.parametrize("length", [199, 200, 201, 300, 5_000])
def test_a_word_of_any_length_is_accounted_for(length: int, therapies: Resolver, cancers: Resolver) -> None:
    for letter in ("q", "投"):
        for resolver, name in ((therapies, "keytruda"), (cancers, "melanoma")):
            for text in (f"{name} {letter * length}", f"{name} ({letter * length})"):
                found = resolver.resolve(text)
                assert not found.ids or (found.review == "yes" and letter in found.unread), (name, length)
