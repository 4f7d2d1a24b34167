"""Finds a cancer by a set of words, whatever their order."""

from __future__ import annotations

from itertools import combinations

from immunocli.names.cancer_sites import Sites
from immunocli.names.cancer_words import Canon, is_tumor, key, variants
from immunocli.names.forms import normalize

TYPE_CHECKING = False
if TYPE_CHECKING:
    from immunocli.names.lexicon import Lexicon
    from immunocli.names.names_protocol import Entry


_MOST_OPTIONAL, _MOST_CHOSEN = 6, 30


class Keys:
    """The names of cancers by the keys of their words.

    Args:
        lexicon: the names of cancers.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._canon = Canon(lexicon.roles)
        self.keyed = lexicon.keyed()
        self.sites = Sites(lexicon, lambda words, kind: self._of(words, [], kind), self.forms)

    def forms(self, word: str) -> list[str]:
        """Return the one forms of a word."""
        return [form for form, role in self._canon.of(normalize(word)) if role != "grammar"]

    def forms_of(self, entry: Entry) -> list[str]:
        """Return the one forms of the words of a name that was found."""
        return [form for word in entry[2].split() for form in self.forms(word)]

    def _of(self, needed: list[str], optional: list[str], kind: str) -> Entry | None:
        """Return the cancer of a key; words that tell its course count where a name has them."""
        for chosen in _choices(optional):
            for one in variants(needed + chosen, kind):
                entry = self.keyed(one) if one else None
                if entry is not None:
                    return entry
            if (
                kind
                and (kind == "carcinoma" or len(needed) + len(chosen) > 1)
                and not any(map(is_tumor, needed))
            ):
                entry = self.keyed(key(needed + chosen))  # a site of which registries name no cancer
                if entry is not None:
                    return entry
        return None

    def _is_organ(self, word: str) -> bool:
        return not is_tumor(word) and self.sites.of(word) is not None

    def _has_cancer(self, words: list[str]) -> bool:
        """Say whether words with a word for cancer name one: they are an organ."""
        return any(self.keyed(one) is not None for one in variants(words, "cancer"))

    def organ(self, words: list[str]) -> Entry | None:
        """Return the cancer of the organ that words name, nothing when they name none."""
        if any(map(is_tumor, words)):
            return None
        entry = self._of(words, [], "cancer")
        return entry if entry is not None and self.sites.is_one(entry) else None

    def path(self, one: str) -> list[str]:
        """Return what a cancer is part of, itself first."""
        return self._lexicon.keeper.path(one)

    def lie_there(self, entries: list[Entry], word: str) -> bool:
        """Say whether a word only tells again where all the cancers lie: duct carcinoma of the breast."""
        organ = self.sites.of(word)
        return organ is not None and all(
            organ[0][0] in self.path(one) or self._tells(one, word) for entry in entries for one in entry[0]
        )

    def _tells(self, one: str, word: str) -> bool:
        """Say whether the title of a cancer holds a word in its one form: an islet cell tumor is pancreatic."""
        return any(word in self.forms(each) for each in self._lexicon.keeper.title("cancer", one).split())

    def is_site(self, words: list[str]) -> bool:
        """Say whether words name an organ, and no cancer of it."""
        return not any(map(is_tumor, words)) and self._has_cancer(words)


def _choices(optional: list[str]) -> list[list[str]]:
    """Return which words that tell the course may be part of a name: all, fewer, none."""
    if len(optional) > _MOST_CHOSEN:  # a string without end, and no name
        return [optional, []]
    if len(optional) > _MOST_OPTIONAL:
        return [optional, *map(list, combinations(optional, 2)), *([one] for one in optional), []]
    return [list(some) for count in range(len(optional), -1, -1) for some in combinations(optional, count)]
