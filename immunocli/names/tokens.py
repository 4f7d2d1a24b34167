"""Cuts a string into its words, once, with where each stands and what is before it."""

from __future__ import annotations

import re

from immunocli.names.forms import normalize

# Longer runs of letters are no words: so much of one is a name of nothing, and stays unread.
LONGEST_WORD = 200
# Marks that follow a letter belong to it.
# So does the s of an owner: Kaposi's.
_WORD = re.compile(r"((?:[^\W_][\u0300-\u036f]*)+(?:['’]s(?![^\W_]))?)")
# The same where all is ASCII, several times as fast.
_ASCII_WORD = re.compile(r"([a-zA-Z0-9]+(?:'s(?![a-zA-Z0-9]))?)")
_INITIALS = re.compile(r"(?<![^\W_])(?:[^\W\d_]\.){2,}(?![^\W_])")
_TAG = re.compile(r"<[a-zA-Z/][^<>]{0,40}>|&(?:nbsp|lt|gt|amp|[#]\d{1,5});")
_MOST_REMEMBERED = 20_000
_RUN = re.compile(r"([\s,;:/()\[\]{}<>*+|.&'’-]{24})[\s,;:/()\[\]{}<>*+|.&'’-]+")


class Token:
    """A word of a string.

    Args:
        text: as it was written.
        plain: normalized.
        start: where it begins in the string.
        gap: what stands between the word before and this one.
        depth: how many brackets are open around it.
    """

    __slots__ = ("depth", "gap", "plain", "start", "text")

    def __init__(self, text: str, plain: str, start: int, gap: str, depth: int) -> None:
        self.text = text
        self.plain = plain
        self.start = start
        self.gap = gap
        self.depth = depth

    @property
    def end(self) -> int:
        """Where it ends in the string."""
        return self.start + len(self.text)

    def __repr__(self) -> str:
        return f"Token({self.text!r}, {self.start})"


class Cutter:
    """Cuts strings into tokens and remembers how words are normalized."""

    def __init__(self) -> None:
        self._plain: dict[str, str] = {}

    def cut(self, text: str) -> list[Token]:
        """Return the words of `text` in order; together with their gaps they are all of it.

        Args:
            text: of any length; tags such as `<br>` part words as a semicolon does.
        """
        tokens: list[Token] = []
        plain_of = self._plain
        if len(plain_of) > _MOST_REMEMBERED:
            plain_of.clear()
        spaced = without_tags(text) if "<" in text or "&" in text else text
        brackets = "(" in text or "[" in text or "{" in text
        depth = start = 0
        # What stands between words and the words, by turns.
        pieces = iter((_ASCII_WORD if spaced.isascii() else _WORD).split(spaced))
        for gap, word in zip(pieces, pieces):  # noqa: B905  # what stands behind the last word has none
            start += len(gap)
            if brackets:
                depth = max(0, depth + _opened(gap))
            plain = plain_of.get(word)
            if plain is None:
                plain = plain_of[word] = normalize(word[:LONGEST_WORD])
            tokens.append(Token(word, plain, start, gap, depth))
            start += len(word)
        return tokens


def undotted(text: str) -> str:
    """Return text in which initials stand together: T.M. is TM, D.C.I.S. is DCIS."""
    return _INITIALS.sub(lambda found: found[0].replace(".", ""), text) if "." in text else text


def without_tags(text: str) -> str:
    """Return `text` with each tag and entity as a semicolon and spaces of the same length."""
    return _TAG.sub(lambda tag: ";" + " " * (len(tag[0]) - 1), text)


def rest_of(text: str, tokens: list[Token], unread: list[int]) -> str:
    """Return those words of a string that were not read, neighbours together as they were written.

    Args:
        text: the string.
        tokens: its words.
        unread: places of words in `tokens`, in order.
    """
    pieces: list[str] = []
    first = 0
    while first < len(unread):
        last = first
        while last + 1 < len(unread) and unread[last + 1] == unread[last] + 1:
            last += 1
        piece = text[tokens[unread[first]].start : tokens[unread[last]].end]
        pieces.append(" ".join(piece.replace(";", " ").split()))
        first = last + 1
    return ";".join(pieces)


def _opened(gap: str) -> int:
    return sum((sign in "([{") - (sign in ")]}") for sign in gap)


def short_runs(text: str) -> str:
    """Return a string without the rest of a run of blanks and signs that has no end: it parts no more than a few do."""
    return _RUN.sub(r"\1", text)
