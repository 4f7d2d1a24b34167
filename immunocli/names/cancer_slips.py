"""Reads strings about cancers in which words are misspelled."""

from __future__ import annotations

from itertools import product

from immunocli.names.cancer_clauses import ClauseReader
from immunocli.names.cancer_said import Said
from immunocli.names.cancer_words import KINDS, Item
from immunocli.names.clauses import BARRING
from immunocli.names.reading import SPELLING, Found

TYPE_CHECKING = False
if TYPE_CHECKING:
    from immunocli.names.keeper import Entry


_LEAST_SPELLED = 5
_MOST_SPELLED = 2
# Roles of words that are misspelled as names are.
_SPELLED_TOO = (*KINDS, "histology")
# A name of a person or a place beside "cancer" alone is an organ that was misspelled: brest cancer.
_NAMES = ("person", "place", "word")


class SlipReader(ClauseReader):
    """Finds the cancers that misspelled words mean."""

    def _spelled(self, said: Said) -> Found | None:
        """Return the cancer meant by a string of which one word is misspelled."""
        if any(
            item.role in BARRING or (item.role == "other-disease" and item.word != "syndrome")
            for item in said.items
        ):
            return None
        vocabulary = self._lexicon.vocabulary()
        strange = [item for item in said.items if item.role == "" and item.word not in vocabulary]
        if not 0 < len(strange) <= _MOST_SPELLED:
            return None
        words: dict[int, list[str]] = {}
        told = said.whole().speaks_of_cancer()
        content = [item for item in said.items if item.role not in (*KINDS, "grammar", "trial")]
        for item in sorted(strange, key=lambda one: -len(one.word)):  # the longer says that a cancer is meant
            plain = said.tokens[item.place].plain
            if len(plain) < _LEAST_SPELLED or not plain.isalpha():
                return None
            full = any(one not in strange and one.role in ("", "histology") for one in content)
            words[item.place] = self._corrected(plain, told or bool(words) or full, len(content) == 1)
            if not words[item.place]:
                return None
        found: list[Entry] = []
        for chosen in product(*words.values()):
            entries = self._with_words(said, dict(zip(words, chosen, strict=True)), whole=not told)
            if entries and found and [one[0] for one in entries] != [one[0] for one in found]:
                return None
            found = found or entries
        return Found(found, SPELLING, review=True) if found else None

    def _with_words(self, said: Said, words: dict[int, str], *, whole: bool) -> list[Entry]:
        """Return the cancers of a string with other words at some places."""
        items: list[Item] = []
        for item in said.items:
            if item.role != "" or item.place not in words:
                items.append(item)
            elif not items or items[-1].place != item.place:
                forms = self._canon.of(words[item.place])
                items += [Item(form, role, item.place) for form, role in forms]
        meant = Said(said.text, said.tokens, items, self._names)
        entry = self._names.named(meant.whole())
        if entry is not None or whole:
            return [entry] if entry is not None else []
        found = self._clauses(meant)
        return found.entries if found is not None and not found.review else []

    def _is_narrower(self, found: Found, other: Found) -> bool:
        path = self._lexicon.keeper.path
        return all(
            any(wide in path(one) for entry in found.entries for one in entry[0])
            for entry in other.entries
            for wide in entry[0]
        )

    def _corrected(self, word: str, said: bool, alone: bool) -> list[str]:
        known = self._lexicon.stranger(word)
        if known is not None and not (said and alone and known[0] in _NAMES):
            return []
        from immunocli.names.cancer_spelling import Misspelled  # RapidFuzz costs two interpreter starts

        if not isinstance(self._lexicon.speller, Misspelled):
            roles = self._lexicon.roles
            forms = {one for one, role in roles.items() if role.startswith("=") or role in _SPELLED_TOO}
            self._lexicon.speller = Misspelled(
                self._lexicon.vocabulary() | forms,
                self._lexicon.stranger_once,
                lambda one: roles.get(one) in KINDS,
            )
        return self._lexicon.speller.meant(word, said)
