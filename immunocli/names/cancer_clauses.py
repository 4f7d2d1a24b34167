"""Reads the clauses of a string about cancers, each by itself."""

from __future__ import annotations

from immunocli.names.cancer_lists import widest
from immunocli.names.cancer_names import CancerNames
from immunocli.names.cancer_said import LastWords, Said
from immunocli.names.cancer_words import KINDS, OPTIONAL, Canon, Item, is_tumor, kind_of, variants
from immunocli.names.clauses import BARRING, Clause, carry, in_order, is_plain, moved, parted
from immunocli.names.reading import Found, nothing
from immunocli.names.tokens import Cutter, rest_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from immunocli.names.lexicon import Lexicon
    from immunocli.names.names_protocol import Entry
    from immunocli.names.tokens import Token


_READ = (*OPTIONAL, *KINDS, "grammar", "histology", "disease", "spread-from", "spread-to")
_DOUBTFUL = ("screening", "kinship", "past")
_LONGEST_WINDOW, _LONGEST_INITIALS = 7, 6
_LEAST_SURE, _LEAST_SHORT = 7, 4
# What lies in many organs and is none of them: the cervical plexus is no part of the cervix.
_STRUCTURES = frozenset(
    "plexus cord artery vein cartilage marrow joint tendon ligament fascia vessel aorta nerve ganglion muscle".split()
)
# Of the sex cord, of smooth muscle: a kind, not a place.
_NO_PLACES = frozenset(("sex", "smooth"))


class ClauseReader:
    """Finds the cancers that clauses name.

    Args:
        lexicon: the names of cancers.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._cut = Cutter().cut
        self._canon = Canon(lexicon.roles)
        self._names = CancerNames(lexicon)
        self._items = LastWords(self._cut, self._canon).of

    def _clauses(self, said: Said) -> Found | None:
        """Return what the clauses of a string name, each by itself; None when they name nothing."""
        clauses = parted(said.tokens, said.items, weak=False)
        barred = carry(clauses)
        doubtful = False
        for clause, bar in zip(clauses, barred, strict=True):
            if bar and not clause.bracket:
                spread = any(item.role == "spread" for item in clause.items)
                if not (said.entries or said.unread or spread):
                    return nothing()  # what is denied, past or another person's is so for all that follows
                if clause.items and all(item.word == "secondary" for item in clause.items):
                    return nothing()  # "malignant neoplasm of liver - secondary" has spread to the liver
                doubtful = doubtful or any(item.role in _DOUBTFUL for item in clause.items)
            else:
                self._clause(said, clause)
        entries = self.narrowest(said.entries)
        if not entries:
            return self._windows(said, clauses, barred)
        unread = sorted(at for at in set(said.unread) if not self._says_again(said.tokens[at], entries))
        if unread and not any(
            len(entry[2]) >= _LEAST_SURE
            or (
                entry[1] == "abbreviation"
                and (
                    len(entry[2]) >= _LEAST_SHORT
                    or f"{entry[2]} with " in said.text
                    or said.text.startswith(f"{entry[2]}, ")
                )
            )
            for entry in entries
        ):
            return None
        entries, unread = self._placed(said, self._settled(said, entries, unread), unread)
        if not entries:
            return nothing()
        if len(entries) == 1 and self._names.sites.is_one(entries[0]):
            entries = [self._names.narrowed(entries[0], said.kinds())]
        rest = rest_of(said.text, said.tokens, unread)
        return Found(entries, how_of(entries[0]), review=bool(unread) or doubtful, unread=rest)

    def _placed(self, said: Said, entries: list[Entry], unread: list[int]) -> tuple[list[Entry], list[int]]:
        """Return cancers of organs as what was not read tells: of a part of the organ, or of none at all.

        A cancer of the larynx, glottis, is one of the glottis; one of the cervical plexus is none of the cervix.
        """
        path, sites = self._lexicon.keeper.path, self._names.sites
        words = {item.place: item.word for item in said.items if item.role == ""}
        left: list[int] = []
        for place in unread:
            whole = said.is_of(place) and (
                said.is_of(place, 1) or all(one in said.entries for one in entries)
            )
            part = sites.of(words.get(place, "")) if not whole else None
            at = next(
                (
                    count
                    for count, entry in enumerate(entries)
                    if part is not None and entry[0] != part[0] and entry[0][0] in path(part[0][0])
                ),
                None,
            )
            if part is not None and at is not None:
                entries = [*entries[:at], part, *entries[at + 1 :]]
            elif not (len(unread) == 1 and whole and self._names.lie_there(entries, words.get(place, ""))):
                left.append(place)
        if any(words.get(place) in _STRUCTURES for place in left) and not _NO_PLACES & {*words.values()}:
            entries = [
                entry
                for entry in entries
                if not sites.is_one(entry)
                or any(is_tumor(form) and form != "carcinoma" for form in self._names.forms_of(entry))
            ]
        return entries, left

    def _settled(self, said: Said, entries: list[Entry], unread: list[int]) -> list[Entry]:
        """Return cancers as the organs tell them of which nothing was read: of another organ is none meant."""
        places = set(unread)
        organs = [item.word for item in said.items if item.place in places and item.role == ""]
        return [self._names.sites.settled(entry, organs) for entry in entries] if organs else entries

    def _clause(self, said: Said, clause: Clause) -> None:
        """Read one clause: as one name, as what stands in brackets, or as several names."""
        entry = self._names.named(clause) or self._names.abbreviated(said.tokens, clause, said.shorts)
        if entry is None and any(said.tokens[place].start in said.shorts for place in clause.places):
            entry = self._said_twice(said, clause)
        if entry is not None:
            said.entries.append(entry)
        elif clause.bracket:
            self._bracket(said, clause)
        else:
            self._listed(said, clause)

    def _said_twice(self, said: Said, clause: Clause) -> Entry | None:
        """Return the cancer of a clause that has its short name beside its name: "breast cancer TNBC"."""
        rest = Clause(clause.bracket, clause.after)
        rest.items = [item for item in clause.items if said.tokens[item.place].start not in said.shorts]
        entry = self._names.named(rest)
        shorts = [said.tokens[place] for place in clause.places if said.tokens[place].start in said.shorts]
        return entry if entry and all(self._says_again(one, [entry]) for one in shorts) else None

    def _listed(self, said: Said, clause: Clause) -> None:
        """Read the parts of a clause that lists several cancers: "lung and breast cancer"."""
        places = clause.places
        tokens = [said.tokens[place] for place in places]
        inner = parted(tokens, moved(clause), weak=True)
        parts = [part for part, bar in zip(inner, carry(inner), strict=True) if not bar]
        named = [
            self._names.named(part) or self._names.abbreviated(tokens, part, said.shorts) for part in parts
        ]
        if len(parts) > 1 and all(is_plain(part) and self._has_organ(part) for part in parts):
            named = [
                self._headed(said, part, places) if entry is None and part.speaks_of_cancer() else entry
                for part, entry in zip(parts, named, strict=True)
            ]
        said.entries += [entry for entry in named if entry is not None]
        # A site alone shares what is said of another site, but not what is said of a histology.
        shares = len(parts) > 1 and all(
            entry is not None and is_plain(part) and self._names.sites.is_one(entry)
            for part, entry in zip(parts, named, strict=True)
            if part.speaks_of_cancer()
        )
        kind = kind_of(item.role for item in said.items)
        for part, entry in zip(parts, named, strict=True):
            if entry is not None:
                continue
            alone = shares and not part.speaks_of_cancer() and self._has_site(part)
            shared = self._names.named(part, kind=kind) if alone else None
            if shared is not None:
                said.entries.append(shared)
            else:
                said.unread += [places[item.place] for item in part.items if item.role not in _READ]
        if shares and all(map(self._names.sites.is_one, said.entries)):
            said.entries = widest(said.entries, self._lexicon.keeper.path)

    def _has_organ(self, part: Clause) -> bool:
        return any(item.role == "" and self._names.sites.of(item.word) is not None for item in part.items)

    def _has_site(self, part: Clause) -> bool:
        """Say whether a part names an organ, in one word or in several."""
        words = [item.word for item in part.items if item.role == ""]
        return self._has_organ(part) or self._names.is_site(words)

    def _headed(self, said: Said, part: Clause, places: list[int]) -> Entry | None:
        """Return the cancer that a part of a list names among words that are left unread."""
        items = [item for item in part.items if item.role != "grammar"]
        if any(item.role == "other-disease" for item in items):
            return None
        for start in range(len(items)):
            entry, length = self._window(items[start : start + _LONGEST_WINDOW])
            if entry is not None and self._names.sites.is_one(entry):
                rest = items[:start] + items[start + length :]
                if any(item.word in self._lexicon.vocabulary() for item in rest if item.role not in _READ):
                    return None
                said.unread += [places[item.place] for item in rest if item.role not in _READ]
                return entry
        return None

    def _bracket(self, said: Said, clause: Clause) -> None:
        """Read what stands in brackets: a code that agrees, the letters of the name, or words."""
        first = said.tokens[clause.places[0]]
        code = self._names.coded(first.text)
        if code is not None:
            rest = [said.tokens[place].plain for place in clause.places[1:]]
            codes = all(word.isdigit() or self._names.coded(word) for word in rest)
            if codes and not self._contradicts(code, said.entries):
                said.entries.append(code)
                return
        whole = first.text.isupper() or said.text.islower()
        if len(clause.places) == 1 and whole and len(first.text) <= _LONGEST_INITIALS:
            letters = [token.plain[:1] for token in said.tokens[: clause.places[0]]]
            if in_order(first.plain, letters) or self._says_again(first, said.entries):
                return
        said.unread += [item.place for item in clause.items if item.role not in _READ]

    def _says_again(self, token: Token, entries: list[Entry]) -> bool:
        """Say whether a short name is that of a cancer that was found, or of a wider one."""
        short = self._lexicon.entry(token.plain)
        path = self._lexicon.keeper.path
        return short is not None and any(
            wide in path(one) for entry in entries for one in entry[0] for wide in short[0]
        )

    def _contradicts(self, code: Entry, entries: list[Entry]) -> bool:
        """Say whether a code names another cancer than the words before it."""
        named = {one for entry in entries for one in entry[0]}
        path = self._lexicon.keeper.path
        return bool(named) and not any(
            one in path(other) or other in path(one) for one in code[0] for other in named
        )

    def _windows(self, said: Said, clauses: list[Clause], barred: list[bool]) -> Found | None:
        """Return the longest names that stand among words which were not read; a person should look."""
        entries: list[Entry] = []
        unread: list[int] = []
        beside: list[Item] = []
        for clause, bar in zip(clauses, barred, strict=True):
            items = [item for item in clause.items if item.role != "grammar"]
            if bar or any(item.role in (*BARRING, "other-disease") for item in items):
                beside += items
                continue
            place = 0
            while place < len(items):
                entry, length = self._window(items[place : place + _LONGEST_WINDOW])
                if entry is not None:
                    entries.append(entry)
                    place += length
                else:
                    beside.append(items[place])
                    if items[place].role not in _READ:
                        unread.append(items[place].place)
                    place += 1
        said.entries = entries = self.narrowest(entries)
        entries, unread = self._placed(said, self._settled(said, entries, unread), unread)
        if not entries:
            return None
        rest = rest_of(said.text, said.tokens, sorted(set(unread)))
        again = len(entries) == 1 and all(self._names.lie_there(entries, item.word) for item in beside)
        return Found(entries, how_of(entries[0]), review=bool(unread) or not again, unread=rest)

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
                entry = self._names.keyed(one)
                if entry is not None and kind == "carcinoma" and self._names.is_no_carcinoma(entry):
                    continue
                if entry is not None and len(entry[2]) >= _LEAST_SURE:
                    return entry, length
        return None, 0

    def narrowest(self, entries: list[Entry]) -> list[Entry]:
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


def how_of(entry: Entry) -> str:
    """Return how a name is told to match."""
    match: str = entry[1]
    return "synonym" if match == "name" else match
