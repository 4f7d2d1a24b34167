"""Tells which words of a string belong to another language than that in which they name an organ: le haut, die Haut."""

from __future__ import annotations

import re

from immunocli.names.reading import Found

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from immunocli.names.names_protocol import Keeper

# Where the words with two meanings are kept, and those that tell a language.
FRIENDS, LANGUAGES = "friend", "language"
_WORD = re.compile(r"[^\W\d_]+")
# What nobody writes behind a word: it then is none that we know.
_MARK = "0"
_ENGLISH = "en"


class Understood:
    """A string whose words stand for what they mean in its language.

    Args:
        text: the string, with other words where a word means something else in it.
        instead: what stands for which word of it.
        doubtful: a word means something else in English, and nothing tells the language.
    """

    __slots__ = ("doubtful", "instead", "text")

    def __init__(self, text: str, instead: dict[str, str], doubtful: bool) -> None:
        self.text = text
        self.instead = instead
        self.doubtful = doubtful

    def restored(self, text: str) -> str:
        """Return a part of the string with the words that were written."""
        for word, written in self.instead.items():
            text = re.sub(rf"\b{re.escape(word)}\b", written, text)
        return text


def friends(records: list[dict[str, Any]]) -> dict[str, str]:
    """Return what words mean elsewhere, behind the languages of what they mean to us: `de|fr =upper`.

    Args:
        records: those of `around.json`.
    """
    home: dict[str, str] = {}
    for record in records:
        if record["about"] == "cancer":
            home.update((word.casefold(), record["language"]) for word in record["words"])
    found: dict[str, str] = {}
    for record in records:
        if record["about"] == FRIENDS:
            for word in record["words"]:
                plain = word.casefold()
                known = found.get(plain, home.get(plain, ""))
                found[plain] = f"{known}|{record['language']} {record['role']}"
    return found


def languages(records: list[dict[str, Any]]) -> dict[str, str]:
    """Return the languages that words tell: small words theirs, others those in which they stand around cancers.

    Args:
        records: those of `around.json`.
    """
    told: dict[str, set[str]] = {}
    around: dict[str, set[str]] = {}
    for record in records:
        of = record["language"].split()
        into = told if record["about"] == LANGUAGES else around
        if into is told or (record["about"] == "cancer" and of not in (["any"], [_ENGLISH])):
            for word in record["words"]:
                into.setdefault(word.casefold(), set()).update(of)
    return {word: " ".join(sorted(of)) for word, of in {**around, **told}.items()}


def as_meant(text: str, keeper: Keeper, read: Callable[[str], Found]) -> Found:
    """Return what a string names in which each word means what it means in the language of the string.

    Args:
        text: the string.
        keeper: who keeps the names.
        read: reads a string whose words have one meaning.
    """
    meant = understood(text, keeper)
    if meant is None:
        return read(text)
    found = read(meant.text)
    review = found.review or meant.doubtful
    return Found(found.entries, found.how, review=review, unread=meant.restored(found.unread))


def understood(text: str, keeper: Keeper) -> Understood | None:
    """Return a string by what its words mean in its language; None where each has one meaning.

    Args:
        text: the string.
        keeper: who keeps the names.
    """
    known = keeper.around(FRIENDS)
    if known.keys().isdisjoint(_WORD.findall(text.casefold())):
        return None
    words = list(_WORD.finditer(text))
    plain = [word[0].casefold() for word in words]
    table = keeper.around(LANGUAGES)
    told = [{*table[word].split()} for word in plain if word in table and word not in known]
    instead: dict[str, str] = {}
    doubtful = False
    pieces: list[str] = []
    start = 0
    for word, one in zip(words, plain, strict=True):
        meant, unsure = _meant(known[one], told) if one in known else ("", False)
        doubtful = doubtful or unsure
        if meant:
            other = f"{word[0]}{_MARK}" if meant == "word" else meant.removeprefix("=")
            instead[other] = word[0]
            pieces += [text[start : word.start()], other]
            start = word.end()
    return Understood("".join([*pieces, text[start:]]), instead, doubtful)


def _meant(meanings: str, told: list[set[str]]) -> tuple[str, bool]:
    """Return what a word means where the words beside it tell languages, and whether that is unsure.

    Empty for what it means to us.

    Args:
        meanings: as `friends` has them.
        told: the languages of each word beside it.
    """
    own, *others = meanings.split("|")
    each = [({*meaning.split()[:-1]}, meaning.split()[-1]) for meaning in others]
    if not own:
        return each[0][1], False  # as it is written it is a word of that language alone: año
    elsewhere = set().union(*(of for of, _ in each))
    home = {*own.split()} - elsewhere
    ours = [of for of in told if not of.isdisjoint(home)]
    score, role = max(
        (sum(not of.isdisjoint(there) and of.isdisjoint(home) for of in told), role) for there, role in each
    )
    at_home = sum(of.isdisjoint(elsewhere) for of in ours)
    if score and not at_home:
        return role, False
    return "", score > at_home or (not ours and _ENGLISH not in home)
