"""An index is read once to be believed, then sealed; the cache that holds both is the user's alone."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from immunocli.store import trust
from tests.library.caching import index_in, maker_of, sealed


def test_what_changed_just_now_is_not_sealed_yet(cache: Path, directory: Path) -> None:
    """It may change again within the same tick of the clock."""
    maker_of(directory)
    maker_of(directory)
    assert not list(cache.glob("*.seal"))


def test_the_second_question_finds_the_index_ready(cache: Path, directory: Path, compiled: list[str]) -> None:
    first = maker_of(directory)
    assert index_in(cache)
    for _ in range(3):
        assert maker_of(directory) == first
    assert len(compiled) == 1


def test_once_sealed_nothing_is_read_again(
    cache: Path, directory: Path, compiled: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = maker_of(directory)
    sealed(cache, directory)

    def never(*_: object) -> bool:
        raise AssertionError("the files were read again")

    monkeypatch.setattr(trust, "_proved", never)
    assert maker_of(directory) == first and len(compiled) == 1


def test_the_cache_belongs_to_the_user_alone(cache: Path, directory: Path) -> None:
    maker_of(directory)
    sealed(cache, directory)
    assert cache.stat().st_mode & 0o077 == 0
    assert all(path.stat().st_mode & 0o022 == 0 for path in cache.iterdir())


@pytest.mark.parametrize("mask", [0, 0o002, 0o077])
def test_a_loose_umask_makes_no_cache_that_is_then_refused(
    cache: Path, directory: Path, compiled: list[str], mask: int
) -> None:
    before = os.umask(mask)
    try:
        for _ in range(3):
            maker_of(directory)
    finally:
        os.umask(before)
    assert len(compiled) == 1
