"""Reads strings about cancers in which words are misspelled."""

from __future__ import annotations

from itertools import product

from immunocli.names.around import UNSPELLED
from immunocli.names.cancer_clauses import ClauseReader, how_of
from immunocli.names.cancer_organs import organ_of
from immunocli.names.cancer_said import Said
from immunocli.names.cancer_words import KINDS, Item, one_of
from immunocli.names.clauses import BARRING, Clause
from immunocli.names.forms import LONGEST_NAME, normalize
from immunocli.names.reading import SPELLING, Found, nothing
from immunocli.names.tokens import rest_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from immunocli.names.names_protocol import Entry


_LEAST_SPELLED = 4
_MOST_SPELLED = 2
# Roles of words that are misspelled as names are.
_SPELLED_TOO = (*KINDS, "histology")
# Beside so many words of ours an ordinary word is a slip: smal cell lung cancer.
_MANY = 1
# Words of what is no cancer that names of cancers hold.
_OF_NAMES = frozenset(("situ", "intraepithelial"))
# A name of a person or a place beside "cancer" alone is an organ that was misspelled: brest cancer.
_NAMES = ("person", "place", "word")
# So many words that are not read may stand beside a short name.
_MOST_BESIDE = 2
# One of fewer letters stands beside words of ours alone.
_LEAST_CLEAR = 4


class SlipReader(ClauseReader):
    """Finds the cancers that misspelled words mean."""

    def _name(self, text: str) -> Entry | None:
        """Return the cancer that a string is the name of."""
        entry = self._lexicon.entry(normalize(text)) if len(text) <= LONGEST_NAME else None
        return entry if entry is not None and entry[0] else None

    def _spelled(self, said: Said, near: Found | None = None) -> Found | None:
        """Return the cancer meant by a string of which one word is misspelled.

        Args:
            said: the string.
            near: what the rest of it names by itself: what is meant is of that kind, or read as one name.
        """
        barred = [item.word for item in said.items if item.role in BARRING]
        if any(word not in _OF_NAMES for word in barred) or any(
            item.role == "other-disease" and item.word != "syndrome" for item in said.items
        ):
            return None
        vocabulary = self._lexicon.vocabulary()
        strange = [item for item in said.items if item.role == "" and item.word not in vocabulary]
        if not 0 < len(strange) <= _MOST_SPELLED:
            return None
        words: dict[int, list[str]] = {}
        told = said.whole().speaks_of_cancer()
        content = [item for item in said.items if item.role not in (*KINDS, "grammar", "trial")]
        others = sum(one not in strange and one.role in ("", "histology") for one in content)
        known = False
        # What is no word, and then the longer, says that a cancer is meant.
        for item in sorted(strange, key=lambda one: (self._is_word(one), -len(one.word))):
            plain = one_of(item.word)
            if len(plain) < _LEAST_SPELLED or not plain.isalpha():
                return None
            known = known or self._lexicon.stranger(plain) is not None
            words[item.place] = self._corrected(
                plain, told or bool(words) or others > 0, len(content) == 1, others
            )
            if not words[item.place]:
                return None
        found: list[list[Entry]] = []
        for whole in (True, False):
            for chosen in product(*words.values()):
                entries = self._with_words(said, dict(zip(words, chosen, strict=True)), whole=whole)
                if entries and not any(_ids(entries) == _ids(one) for one in found):
                    found.append(entries)
            if found or not told or barred or known:
                break
        meant = self._one_of(found)
        if meant is None:
            return None
        if near is None or (whole and not known) or self._is_narrower(meant, near):
            return meant
        return None

    def _is_word(self, item: Item) -> bool:
        return self._lexicon.stranger(one_of(item.word)) is not None

    def _one_of(self, found: list[list[Entry]]) -> Found | None:
        """Return the one reading there is, or that of which all others are wider."""
        each = [Found(entries, SPELLING, review=True) for entries in found]
        best = [one for one in each if all(self._is_narrower(one, other) for other in each)]
        return best[0] if len(best) == 1 else None

    def _with_words(self, said: Said, words: dict[int, str], *, whole: bool) -> list[Entry]:
        """Return the cancers of a string with other words at some places."""
        items: list[Item] = []
        for item in said.items:
            if item.role != "" or item.place not in words:
                items.append(item)
            elif not items or items[-1].place != item.place:
                forms = self._canon.of(words[item.place])
                items += [Item(form, role, item.place) for form, role in forms]
        if any(item.word == "bladder" for item in items):
            items = [item for item in items if item.word != "urinary"]
        meant = Said(said.text, said.tokens, items, self._names)
        if whole:
            entry = self._names.named(meant.whole(), bare=len(items) > 1)
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

    def _corrected(self, word: str, said: bool, alone: bool, others: int) -> list[str]:
        known = self._lexicon.stranger(word)
        if known is not None and not (
            said and known[0] in _NAMES and (alone or others >= _MANY or known[0] != "word")
        ):
            return []
        from immunocli.names.cancer_spelling import Misspelled  # RapidFuzz costs two interpreter starts

        if not isinstance(self._lexicon.speller, Misspelled):
            roles = self._lexicon.roles
            forms = {one for one, role in roles.items() if role.startswith("=") or role in _SPELLED_TOO}
            forms = forms.difference(self._lexicon.keeper.around(UNSPELLED))
            self._lexicon.speller = Misspelled(
                self._lexicon.vocabulary() | forms,
                self._lexicon.stranger_once,
                lambda one: roles.get(one) in KINDS,
            )
        return self._lexicon.speller.meant(word, said, known=known is not None)

    def _written_out(self, said: Said) -> Found | None:
        """Return a form of the cancer of a short name that the words beside it tell: adult B cell ALL."""
        if len(said.shorts) != 1:
            return None
        start, (entry, width) = next(iter(said.shorts.items()))
        first = next(place for place, token in enumerate(said.tokens) if token.start == start)
        if width != 1 or len(entry[0]) != 1 or said.whole().barred():
            return None
        title = self._lexicon.keeper.title("cancer", entry[0][0])
        text = f"{said.text[:start]} {title} {said.text[said.tokens[first].end :]}"
        tokens, items = self._items(text)
        meant = Said(text, tokens, items, self._names)
        named = self._names.named(meant.whole())
        path = self._lexicon.keeper.path
        if named is not None and named[0] != entry[0] and all(entry[0][0] in path(one) for one in named[0]):
            return Found([named], how_of(named))
        kept = [item for item in said.items if item.role == "" and item.place != first]
        if any(self._names.organ([item.word]) is not None for item in kept):
            return None  # elsewhere
        brief = len(said.tokens[first].text) < _LEAST_CLEAR
        if brief and not all(item.word in self._lexicon.vocabulary() for item in kept):
            return None
        if not 0 < len(kept) <= _MOST_BESIDE or any(item.role == "other-disease" for item in said.items):
            return None
        unread = rest_of(said.text, said.tokens, sorted({item.place for item in kept}))
        return Found([entry], how_of(entry), review=True, unread=unread)

    def _in_organ(self, said: Said) -> Found:
        """Return the cancer of the organ where a carcinoma lies of which no name of ours tells the kind."""
        there = organ_of(said, self._names)
        if there is None:
            return nothing()
        entry, unread = there
        return Found([entry], how_of(entry), review=bool(unread), unread=unread)

    def _several(self, said: Said, whole: Clause) -> list[Entry]:
        """Return the cancers of a label that lists organs alone; of an organ and its part, the organ."""
        lists = any(token.plain == "and" or "&" in token.gap or "," in token.gap for token in said.tokens)
        if whole.speaks_of_cancer() or not lists:
            return []
        label = self._names.of_registry(said.items, said.tokens)
        path = self._lexicon.keeper.path
        wide = {one for entry in label for one in entry[0]}
        return [one for one in label if not any(step in wide for step in path(one[0][0])[1:])]

    def _is_site(self, text: str) -> bool:
        """Say whether a string is only the site of a cell line: urinary_tract."""
        items = [item for item in self._items(text)[1] if item.role != "grammar"]
        words = [item.word for item in items]
        plain = bool(words) and all(item.role == "" for item in items)
        return plain and (words[-1] in ("tissue", "tract", "ganglia") or self._names.is_site(words))


def _ids(entries: list[Entry]) -> list[object]:
    return [one[0] for one in entries]
