"""Strings as they stand in price lists, registries and records are read as they should be."""

from __future__ import annotations

from pathlib import Path

import pytest

from immunocli.names import distinct_strings
from immunocli.names.resolve import Resolver
from immunocli.records.match import Match
from immunocli.store.typed_store import Store

HERE = Path(__file__).parent


def rows(name: str) -> list[list[str]]:
    text = (HERE / name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines()[1:]]


@pytest.mark.parametrize(("text", "ids", "review", "why"), rows("drugs.tsv"))
def test_a_drug_s_string_is_read(text: str, ids: str, review: str, why: str, therapies: Resolver) -> None:
    match = therapies.resolve(text)
    told = f"{text!r} ({why}): {match.id or 'nothing'}, {match.match}, unread {match.unread!r}"
    assert ";".join(sorted(match.ids)) == ids, told
    assert review in (match.review, "any"), told


@pytest.mark.parametrize(("text", "ids", "review", "why"), rows("cancers.tsv"))
def test_a_cancer_s_string_is_read(
    text: str, ids: str, review: str, why: str, cancers: Resolver, kept: Store
) -> None:
    """A narrower cancer than the one that is named is right."""
    match = cancers.resolve(text)
    told = f"{text!r} ({why}): {match.id or 'nothing'}, {match.match}, unread {match.unread!r}"
    wanted = set(filter(None, ids.split(";")))
    assert len(match.ids) == len(wanted), told
    assert all(any(one in kept.path(each) for each in match.ids) for one in wanted), told
    assert review in (match.review, "any"), told


@pytest.mark.parametrize("kind", ["therapy", "cancer"])
def test_one_at_a_time_is_the_same_as_many(kind: str, kept: Store) -> None:
    many = Resolver(kept, kind, many=True)
    for text, *_ in rows("drugs.tsv" if kind == "therapy" else "cancers.tsv"):
        assert Resolver(kept, kind).resolve(text) == many.resolve(text), text


def test_a_long_cell_is_read_to_its_end(therapies: Resolver) -> None:
    words = "gemcitabine, " * 200
    match = therapies.resolve(f"{words}and pembrolizumab 200 mg")
    assert (match.id, match.review) == ("pembrolizumab", "no")


def test_what_stays_unread_is_told_as_it_was_written(therapies: Resolver) -> None:
    match = therapies.resolve("Xyzzy Plugh  Herceptin 150 mg (Quux)")
    assert (match.id, match.review, match.unread) == ("trastuzumab", "yes", "Xyzzy Plugh;Quux")


def test_many_threads_read_as_one(kept: Store) -> None:
    from concurrent.futures import ThreadPoolExecutor

    texts = [text for text, *_ in rows("drugs.tsv")]
    alone = [Resolver(kept, "therapy").resolve(text).id for text in texts]
    shared = Resolver(kept, "therapy")
    with ThreadPoolExecutor(8) as pool:
        assert [match.id for match in pool.map(shared.resolve, texts * 5)] == alone * 5


def test_a_string_is_read_once_while_it_is_kept_and_so_many_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def reading(text: str) -> Match:
        read.append(text)
        return Match({"input": text})

    monkeypatch.setattr(distinct_strings, "_MOST", 2)
    found = [
        match.input for match in distinct_strings.each_once(reading, ["a", "b", "a", "b", "c", "a", "c"])
    ]
    assert found == ["a", "b", "a", "b", "c", "a", "c"]
    assert read == ["a", "b", "c", "a"], "what was kept is let go of when the third comes"
