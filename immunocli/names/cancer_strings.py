"""Reads what registries and papers write around the names of cancers."""

from __future__ import annotations

import re
from itertools import combinations

from immunocli.names.cancer_words import KINDS, OPTIONAL, Canon, Item, is_tumor, key, kind_of, variants
from immunocli.names.clauses import BARRING, Clause, carry, items_of, parted
from immunocli.names.contexts import as_written
from immunocli.names.reading import SPELLING, Found, nothing
from immunocli.names.tokens import Cutter, rest_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from immunocli.names.keeper import Entry
    from immunocli.names.lexicon import Lexicon
    from immunocli.names.tokens import Token

# An ICD-10 code; five characters without a dot are rather a concept of the NCI Thesaurus.
_ICD = re.compile(r"[A-Z]\d[0-9A-Z](?:[0-9A-Z]|\.[0-9A-Z]{1,4})?$")
_BRACKETED_CODE = re.compile(r"[(\[]\s*[A-Z]\d\d")
_READ = (*OPTIONAL, *KINDS, "grammar", "histology", "disease", "spread-from", "spread-to")
# Words of the labels of registries, where an organ alone means its cancer.
_LABELS = frozenset(("nos", "unspecified", "and", "or"))
_DOUBTFUL = ("screening", "kinship", "past")
_MOST_OPTIONAL = 4
_LONGEST_WINDOW = 7
_LEAST_SURE = 7
_LEAST_SPELLED = 6


class CancerStrings:
    """Finds cancers in strings.

    Args:
        lexicon: the names of cancers.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._cut = Cutter().cut
        self._canon = Canon(lexicon.roles)
        self._keyed = lexicon.keyed()
        self._shorts: dict[int, Entry] = {}

    def read(self, text: str) -> Found:
        """Return the cancers that `text` names; it is no name by itself."""
        coded = self.coded(text)
        if coded is not None:
            return Found([coded], "code")
        tokens = self._cut(text)
        if not tokens:
            return nothing()
        items = items_of(tokens, self._canon)
        whole = Clause(False, "")
        whole.items, whole.places = items, list(range(len(tokens)))
        entry = self._named(whole, bare=True)
        if entry is not None:
            return Found([entry], _how(entry))
        self._shorts = self._short_names(tokens)
        short = self._abbreviated(tokens, whole)
        if short is not None:
            return Found([short], "abbreviation")
        if not (self._shorts or whole.speaks_of_cancer() or _BRACKETED_CODE.search(text)):
            return self._spelled(tokens, whole) or nothing()
        found = self._clauses(text, tokens, items)
        if found is None or not found.entries:
            return self._spelled(tokens, whole) or found or nothing()
        return found

    def coded(self, text: str) -> Entry | None:
        """Return the cancer of an ICD-10 code, by the longest prefix that is known."""
        code = text.strip().upper()
        if not _ICD.match(code):
            return None
        plain = code.replace(".", "").lower()
        for length in range(len(plain), 2, -1):
            entry = self._lexicon.entry(plain[:length])
            if entry is not None and entry[0] and entry[1] == "code":
                return [entry[0], "code", code]
        return None

    def _named(self, clause: Clause, *, bare: bool = False, kind: str = "") -> Entry | None:
        """Return the cancer that the words of a clause name, all of them together.

        Args:
            clause: the words.
            bare: an organ alone may stand for its cancer, as in the tables of registries.
            kind: what says that a cancer is meant, where the clause itself does not.
        """
        items = [item for item in clause.items if item.role != "grammar"]
        said = kind_of(item.role for item in items) or kind
        needed = [item.word for item in items if item.role not in (*KINDS, *OPTIONAL, "disease")]
        diseases = [item.word for item in items if item.role == "disease"]
        optional = [item.word for item in items if item.role in OPTIONAL]
        if diseases:
            entry = self._of(needed + diseases, optional, said)
            if entry is not None or not (said or any(map(is_tumor, needed))):
                return entry
        tumor = bool(said) or any(map(is_tumor, needed))
        if not tumor:
            return self._bare(clause, needed, optional) if bare and needed else None
        if all(item.role == "histology" for item in items if item.word in needed):
            return self._of([], optional, said) if optional and not needed else None
        return self._of(needed, optional, said) or self._by_histology(items, optional, said)

    def _bare(self, clause: Clause, needed: list[str], optional: list[str]) -> Entry | None:
        """Return what is named without a word for cancer: an organ only as the labels of registries have it."""
        organ = self._keyed(key(needed, "cancer")) is not None
        if organ and not _LABELS.intersection(item.word for item in clause.items):
            return None
        return self._of(needed, optional, "") if len(needed) > 1 else self._keyed(key(needed + optional))

    def _of(self, needed: list[str], optional: list[str], kind: str) -> Entry | None:
        """Return the cancer of a key; words that tell its course count where a name has them."""
        for chosen in _choices(optional):
            for one in variants(needed + chosen, kind):
                entry = self._keyed(one) if one else None
                if entry is not None:
                    return entry
        return None

    def _by_histology(self, items: list[Item], optional: list[str], kind: str) -> Entry | None:
        """Return the cancer of a histology that is one by itself, else that of the organ."""
        barring = any(item.role in BARRING or item.role == "other-disease" for item in items)
        if barring:
            return None
        needed = [item for item in items if item.role in ("", "histology")]
        generic = [item.word for item in needed if item.role == "histology"]
        special = [item.word for item in needed if item.role == ""]
        if "skin" in special and all(map(self._is_organ, special)):
            return self._of(["skin"], optional, kind)
        if not generic and not any(map(is_tumor, special)):
            return None
        if any(map(is_tumor, special)):
            histology = [word for word in special if not self._is_organ(word)]
            left = [word for word in [*special, *generic] if word in histology or word in generic]
            return self._of(left, optional, kind) if len(left) < len(needed) else None
        return self._of(special, optional, "cancer") if special else None

    def _is_organ(self, word: str) -> bool:
        return self._keyed(key([word], "cancer")) is not None and not is_tumor(word)

    def _clauses(self, text: str, tokens: list[Token], items: list[Item]) -> Found | None:
        """Return what the clauses of a string name, each by itself."""
        kind = kind_of(item.role for item in items)
        entries: list[Entry] = []
        unread: list[int] = []
        clauses = parted(tokens, items, weak=False)
        barred = carry(clauses)
        doubtful = False
        for clause, bar in zip(clauses, barred, strict=True):
            if bar and not clause.bracket:
                if not entries and not unread and not any(item.role == "spread" for item in clause.items):
                    return nothing()  # what is denied, past or another person's is denied of all that follows
                if clause.items and all(item.word == "secondary" for item in clause.items):
                    return nothing()  # "malignant neoplasm of liver - secondary" has spread to the liver
                doubtful = doubtful or any(item.role in _DOUBTFUL for item in clause.items)
                continue
            entry = self._named(clause) or self._abbreviated(tokens, clause)
            if entry is not None:
                entries.append(entry)
            elif clause.bracket:
                self._bracket(tokens, clause, entries, unread)
            else:
                self._listed(tokens, clause, kind, entries, unread)
        entries = self._narrowest(entries)
        if not entries:
            return self._windows(text, tokens, clauses, barred)
        unread = sorted(set(unread))
        if unread and not any(len(entry[2]) >= _LEAST_SURE for entry in entries):
            return None
        return Found(
            entries, _how(entries[0]), review=bool(unread) or doubtful, unread=rest_of(text, tokens, unread)
        )

    def _listed(
        self, tokens: list[Token], clause: Clause, kind: str, entries: list[Entry], unread: list[int]
    ) -> None:
        """Read the parts of a clause that lists several cancers: "lung and breast cancer"."""
        places = clause.places
        inner = parted([tokens[place] for place in places], _moved(clause), weak=True)
        parts = [part for part, bar in zip(inner, carry(inner), strict=True) if not bar]
        named = [
            self._named(part) or self._abbreviated([tokens[place] for place in places], part)
            for part in parts
        ]
        entries += [entry for entry in named if entry is not None]
        # A site alone shares what is said of another site, but not what is said of a histology.
        shares = len(parts) > 1 and all(
            entry is not None and self._is_plain(part)
            for part, entry in zip(parts, named, strict=True)
            if part.speaks_of_cancer()
        )
        for part, entry in zip(parts, named, strict=True):
            if entry is not None:
                continue
            shared = self._named(part, kind=kind) if shares and not part.speaks_of_cancer() else None
            if shared is not None:
                entries.append(shared)
            else:
                unread += [places[item.place] for item in part.items if item.role not in _READ]

    def _is_plain(self, part: Clause) -> bool:
        """Say whether a part names a cancer by its organ alone, and not as one of the skin."""
        return not any(
            item.role == "histology" or is_tumor(item.word) or item.word == "skin" for item in part.items
        )

    def _bracket(self, tokens: list[Token], clause: Clause, entries: list[Entry], unread: list[int]) -> None:
        """Read what stands in brackets: a code that agrees, the letters of the name, or words."""
        first = tokens[clause.places[0]]
        code = self.coded(first.text)
        if code is not None:
            rest = [tokens[place].plain for place in clause.places[1:]]
            if all(word.isdigit() or self.coded(word) for word in rest) and not self._contradicts(
                code, entries
            ):
                entries.append(code)
                return
        if len(clause.places) == 1 and first.text.isupper() and len(first.text) <= 6:
            letters = [token.plain[:1] for token in tokens[: clause.places[0]]]
            if _in_order(first.plain, letters):
                return
        unread += [item.place for item in clause.items if item.role not in _READ]

    def _contradicts(self, code: Entry, entries: list[Entry]) -> bool:
        """Say whether a code names another cancer than the words before it."""
        named = {one for entry in entries for one in entry[0]}
        path = self._lexicon.keeper.path
        return bool(named) and not any(
            one in path(other) or other in path(one) for one in code[0] for other in named
        )

    def _short_names(self, tokens: list[Token]) -> dict[int, Entry]:
        """Return the short names of cancers in a string by where their words begin in it."""
        found: dict[int, Entry] = {}
        for token in tokens:
            written = token.text
            if len(written) < 3 or not written[-1].isupper() or token.plain in self._lexicon.roles:
                continue
            entry = self._lexicon.entry(token.plain)
            if entry is None or entry[1] != "abbreviation" or not as_written(entry[2], written):
                continue
            known = self._lexicon.stranger(token.plain) if len(written) < 4 else None
            if known is None or known[0] != "word":
                found[token.start] = entry
        return found

    def _abbreviated(self, tokens: list[Token], clause: Clause) -> Entry | None:
        """Return the cancer of a short name, when the rest only tells its course."""
        if not self._shorts:
            return None
        places = [
            place for place in clause.places if place < len(tokens) and tokens[place].start in self._shorts
        ]
        if len(places) != 1:
            return None
        for item in clause.items:
            if item.place != places[0] and item.role not in (*OPTIONAL, *KINDS, "grammar", "disease"):
                return None
        return self._shorts[tokens[places[0]].start]

    def _windows(
        self, text: str, tokens: list[Token], clauses: list[Clause], barred: list[bool]
    ) -> Found | None:
        """Return the longest names that stand among words which were not read; a person should look."""
        entries: list[Entry] = []
        unread: list[int] = []
        for clause, bar in zip(clauses, barred, strict=True):
            items = [item for item in clause.items if item.role != "grammar"]
            if bar or any(item.role in (*BARRING, "other-disease") for item in items):
                continue
            place = 0
            while place < len(items):
                entry, length = self._window(items[place : place + _LONGEST_WINDOW])
                if entry is not None:
                    entries.append(entry)
                    place += length
                else:
                    if items[place].role not in _READ:
                        unread.append(items[place].place)
                    place += 1
        entries = self._narrowest(entries)
        if not entries:
            return None
        return Found(
            entries, _how(entries[0]), review=True, unread=rest_of(text, tokens, sorted(set(unread)))
        )

    def _window(self, items: list[Item]) -> tuple[Entry | None, int]:
        for length in range(len(items), 0, -1):
            part = items[:length]
            words = [item.word for item in part if item.role not in KINDS]
            kind = kind_of(item.role for item in part)
            if not words or not (kind or any(map(is_tumor, words))):
                continue
            if all(item.role in ("histology", *KINDS, *OPTIONAL) for item in part):
                continue
            for one in variants(words, kind):
                entry = self._keyed(one)
                if entry is not None and len(entry[2]) >= _LEAST_SURE:
                    return entry, length
        return None, 0

    def _spelled(self, tokens: list[Token], clause: Clause) -> Found | None:
        """Return the cancer meant by a string of which one word is misspelled."""
        if any(item.role in BARRING or item.role == "other-disease" for item in clause.items):
            return None
        vocabulary = self._lexicon.vocabulary()
        strange = [item for item in clause.items if item.role == "" and item.word not in vocabulary]
        if len(strange) != 1 or len(strange[0].word) < _LEAST_SPELLED or not strange[0].word.isalpha():
            return None
        wrong = strange[0]
        word = self._corrected(wrong.word, clause.speaks_of_cancer())
        if word is None:
            return None
        changed = Clause(False, "")
        changed.places = clause.places
        for item in clause.items:
            if item is wrong:
                changed.items += [Item(form, role, item.place) for form, role in self._canon.of(word)]
            else:
                changed.items.append(item)
        entry = self._named(changed)
        if entry is None:
            found = self._clauses("", tokens, changed.items)
            if found is None or not found.entries or found.review:
                return None
            return Found(found.entries, SPELLING, review=True)
        return Found([entry], SPELLING, review=True)

    def _corrected(self, word: str, said: bool) -> str | None:
        if self._lexicon.stranger(word) is not None:
            return None
        from immunocli.names.misspelled import Misspelled  # RapidFuzz costs two interpreter starts

        if not isinstance(self._lexicon.speller, Misspelled):
            self._lexicon.speller = Misspelled(self._lexicon.vocabulary(), self._lexicon.stranger)
        return self._lexicon.speller.meant(word, said)

    def _narrowest(self, entries: list[Entry]) -> list[Entry]:
        """Drop what another find is a part of: "breast, TNBC" is TNBC."""
        if len(entries) < 2:
            return entries
        paths = {one: self._lexicon.keeper.path(one) for entry in entries for one in entry[0]}
        kept: list[Entry] = []
        for entry in entries:
            wider = any(one != other and one in paths[other] for one in entry[0] for other in paths)
            if not wider and not any(entry[0] == known[0] for known in kept):
                kept.append(entry)
        return kept


def _choices(optional: list[str]) -> list[list[str]]:
    """Return which words that tell the course may be part of a name: all, fewer, none."""
    if len(optional) > _MOST_OPTIONAL:
        return [optional, *([one] for one in optional), []]
    return [list(some) for count in range(len(optional), -1, -1) for some in combinations(optional, count)]


def _moved(clause: Clause) -> list[Item]:
    """Return the words of a clause with places counted from its first."""
    at = {place: count for count, place in enumerate(clause.places)}
    return [Item(item.word, item.role, at[item.place]) for item in clause.items]


def _how(entry: Entry) -> str:
    match: str = entry[1]
    return "synonym" if match == "name" else match


def _in_order(short: str, letters: list[str]) -> bool:
    """Say whether the letters of a short name begin the words before it, in order."""
    place = 0
    for letter in letters:
        if place < len(short) and letter == short[place]:
            place += 1
    return place == len(short)
