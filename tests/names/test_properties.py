"""What holds for any string at all."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from immunocli.names.forms import fold, normalize
from immunocli.names.resolve import Resolver
from immunocli.names.tokens import Cutter, rest_of, without_tags
from immunocli.store import wall_files
from immunocli.store.typed_store import Store
from tests.names.conftest import DATA

WORDS = st.sampled_from(
    """
    pembrolizumab nivolumab Keytruda trastuzumab emtansine BCG IL-2 MK-3475 carboplatin placebo no prior
    anti receptor 100 mg vial IV ( ) + / , - and with for naive level xyzzy quux Rice 240mg Herceptin
    ipilimumab leucovorin HEPATITIS B vaccine HPV 9 R-CHOP TCH melanoma breast cancer lung metastases of
    the from history family benign C50 NSCLC stage ovary tumor disease nivolumb keytrudda
    """.split()
)
STRINGS = st.one_of(st.lists(WORDS, max_size=9).map(" ".join), st.text(max_size=60))


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert normalize(normalize(text)) == normalize(text)
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_words_and_gaps_are_the_whole_string(text: str) -> None:
    tokens = Cutter().cut(text)
    spaced = without_tags(text)
    assert len(spaced) == len(text)
    place = 0
    for token in tokens:
        assert spaced[place : token.start] == token.gap
        assert text[token.start : token.end] == token.text
        place = token.end
    assert not any(character.isalnum() for character in spaced[place:])
    assert rest_of(text, tokens, []) == ""


@given(STRINGS)
def test_nothing_is_sure_while_something_is_unread(therapies: Resolver, cancers: Resolver, text: str) -> None:
    for resolver in (therapies, cancers):
        match = resolver.resolve(text)
        assert match.input == text
        assert match.id == ";".join(match.ids)
        assert bool(match.ids) == bool(match.match)
        if match.unread or match.match == "spelling":
            assert match.review == "yes"
        if not match.ids:
            assert (match.review, match.unread, match.name) == ("no", "", "")


@pytest.fixture(scope="module")
def drugs_of_others() -> list[str]:
    listed = wall_files.listed(wall_files.contents(str(DATA)))
    return sorted({plain for plain, kind in listed if kind == "drug"})


@given(st.data())
def test_a_stranger_is_never_ours(
    therapies: Resolver, kept: Store, drugs_of_others: list[str], data: st.DataObject
) -> None:
    plain = data.draw(st.sampled_from(drugs_of_others))
    words = data.draw(st.sampled_from(["{}", "{} 100 mg", "{} hydrochloride", "({})", "{} injection IV"]))
    assume(kept.name("therapy", plain) is None)
    match = therapies.resolve(words.format(plain))
    assert not match.ids, (words.format(plain), match.id, match.match)


@given(STRINGS)
def test_spaces_around_change_nothing(therapies: Resolver, text: str) -> None:
    assume(text.strip())
    assert therapies.resolve(f"  {text} ").ids == therapies.resolve(text).ids
