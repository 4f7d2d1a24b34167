"""Reads what registries and papers write around the names of cancers."""

from __future__ import annotations

import re
from itertools import product

from immunocli.names.cancer_labels import aims_of, rest_of_outline
from immunocli.names.cancer_names import CancerNames
from immunocli.names.cancer_notes import neuroendocrine, said_once, spread_to, staged, without_notes
from immunocli.names.cancer_words import KINDS, OPTIONAL, Canon, Item, is_tumor, kind_of, variants
from immunocli.names.clauses import BARRING, Clause, carry, in_order, is_plain, items_of, moved, parted
from immunocli.names.coded_strings import CodedStrings
from immunocli.names.forms import LONGEST_NAME, normalise
from immunocli.names.reading import SPELLING, Found, nothing
from immunocli.names.tokens import Cutter, rest_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from immunocli.names.keeper import Entry
    from immunocli.names.lexicon import Lexicon
    from immunocli.names.tokens import Token

_BRACKETED_CODE = re.compile(r"[(\[]\s*[A-Z]\d\d")
_TUMOR_ALONE = re.compile(r"oma\b", re.I)
_SPREAD_TO = re.compile(r"\bmetasta\w*\b[^,;()]*\bto\b", re.I)
_READ = (*OPTIONAL, *KINDS, "grammar", "histology", "disease", "spread-from", "spread-to")
_READ_ROLES = (*OPTIONAL, "", "histology")
_DOUBTFUL = ("screening", "kinship", "past")
_LONGEST_WINDOW = 7
_LEAST_SURE = 7
_LEAST_SHORT = 4
_LEAST_WORDING = 20
_SITES = ("tissue", "tract", "ganglia")
_LEAST_SPELLED = 5
_MOST_SPELLED = 2
# Roles of words that are misspelled as names are.
_SPELLED_TOO = (*KINDS, "histology")
# A name of a person or a place beside "cancer" alone is an organ that was misspelled: brest cancer.
_NAMES = ("person", "place", "word")
_LONGEST_INITIALS = 6


class _Said:
    """A string that is read: its words, what they stand for, and what was found in it so far."""

    __slots__ = ("_names", "_shorts", "entries", "items", "text", "tokens", "unread")

    def __init__(self, text: str, tokens: list[Token], items: list[Item], names: CancerNames) -> None:
        self.text = text
        self.tokens = tokens
        self.items = items
        self._names = names
        self._shorts: dict[int, tuple[Entry, int]] | None = None
        self.entries: list[Entry] = []
        self.unread: list[int] = []

    @property
    def shorts(self) -> dict[int, tuple[Entry, int]]:
        """The short names in it, looked for when first asked for."""
        if self._shorts is None:
            self._shorts = self._names.short_names(self.tokens)
        return self._shorts

    def whole(self) -> Clause:
        """Return all of it as one clause."""
        clause = Clause(False, "")
        clause.items, clause.places = self.items, list(range(len(self.tokens)))
        return clause


class CancerStrings:
    """Finds cancers in strings.

    Args:
        lexicon: the names of cancers.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._cut = Cutter().cut
        self._canon = Canon(lexicon.roles)
        self._names = CancerNames(lexicon)
        self._coded = CodedStrings(lexicon, self._names, self._words)

    def read(self, text: str) -> Found:
        """Return the cancers that `text` names; it is no name by itself."""
        coded = self._names.coded(text)
        if coded is not None:
            return Found([coded], "code")
        if "_" in text and text.islower() and self._is_site(text):
            return nothing()
        site = spread_to(text)
        if site is not None:
            there = (
                self._lexicon.entry("bonemetastases") if site.split()[:1] in (["bone"], ["bones"]) else None
            )
            return Found([there], _how(there)) if there is not None else nothing()
        bare, sited = without_notes(text)
        bare = self._neuroendocrine(staged(said_once(bare, self._form)))
        if bare != text:
            return self._noted(bare, sited)
        return self._read(text)

    def _noted(self, text: str, sited: bool) -> Found:
        """Read a label without its notes; that of a staging schema is of the cancers of an organ."""
        entry = self._lexicon.entry(normalise(text)) if len(text) <= LONGEST_NAME else None
        if entry is not None and entry[0] and (sited or entry[1] != "abbreviation"):
            return Found([entry], _how(entry))
        found = self._read(text)
        return self._words(text, True) if sited and not found.entries else found

    def _neuroendocrine(self, text: str) -> str:
        """Return a string with NET, NEN or NEC spelled out where else only an organ is named."""
        if not neuroendocrine(text, ""):
            return text
        bare = neuroendocrine(text, " ")
        items = [item for item in items_of(self._cut(bare), self._canon) if item.role != "grammar"]
        words = [item.word for item in items if item.role == ""]
        known = self._lexicon.vocabulary()
        organ = any(self._names.is_site([word]) for word in words) or self._names.is_site(words)
        if organ and all(word in known for word in words) and all(item.role in _READ_ROLES for item in items):
            return neuroendocrine(text, "spell")
        return text

    def _form(self, word: str) -> object:
        return self._canon.of(normalise(word))

    def _read(self, text: str) -> Found:
        """Return the cancers that a label without notes names."""
        outlined = rest_of_outline(text)
        if outlined:
            return self._outlined(outlined)
        known = self._lexicon.stranger(normalise(text)) if len(text) <= LONGEST_NAME else None
        if known is not None and known[0] != known[1]:
            return nothing()  # of which we tell what it is
        found = self._coded.read(text)
        found = self._words(text) if found is None else found
        return self._aimed(text, found) if len(text) > _LEAST_WORDING and " " in text else found

    def _aimed(self, text: str, found: Found) -> Found:
        """Read the wording of a label's use by what stands before how it is treated, where all of it is not read."""
        if found.entries and not found.unread:
            return found
        best: Found | None = None
        for head in aims_of(text):
            entry = self._lexicon.entry(normalise(head)) if len(head) <= LONGEST_NAME else None
            if entry is not None and entry[0]:
                return Found([entry], _how(entry), review=True, unread=_after(text, head))
            aimed = self._words(head)
            if not aimed.entries or aimed.how == SPELLING:
                continue
            rest = ";".join(filter(None, (aimed.unread, _after(text, head))))
            if not aimed.unread:
                return Found(aimed.entries, aimed.how, review=True, unread=rest)
            best = best or Found(aimed.entries, aimed.how, review=True, unread=rest)
        return best or found

    def _outlined(self, text: str) -> Found:
        """Read a heading of a registry's numbered list, in which an organ stands for its cancer."""
        entry = self._lexicon.entry(normalise(text)) if len(text) <= LONGEST_NAME else None
        if entry is not None and entry[0] and entry[1] not in ("abbreviation", "code"):
            return Found([entry], _how(entry))
        found = self._coded.read(text)
        found = self._words(text) if found is None else found
        organ, _, kind = text.partition(" - ")
        if kind.casefold().startswith("in situ"):
            each = [self._words(f"carcinoma in situ of {one}") for one in re.split(r", | and ", organ)]
            return Found([entry for one in each for entry in one.entries], "synonym", review=len(each) > 1)
        # "Rectum - neuroendocrine": after the organ, the kind.
        apart = found if found.entries or " - " not in text else self._words(text.replace(" - ", " "))
        if apart.entries or _TUMOR_ALONE.search(text):
            return apart
        return self._words(text.replace(" - ", " "), True)

    def _is_site(self, text: str) -> bool:
        """Say whether a string is only the site of a cell line: urinary_tract."""
        items = [item for item in items_of(self._cut(text), self._canon) if item.role != "grammar"]
        words = [item.word for item in items]
        plain = bool(words) and all(item.role == "" for item in items)
        return plain and (words[-1] in _SITES or self._names.is_site(words))

    def _words(self, text: str, sited: bool = False) -> Found:
        """Return the cancers that words name.

        Args:
            text: the words.
            sited: a code beside them says that an organ stands for its cancer.
        """
        tokens = self._cut(text)
        if not tokens:
            return nothing()
        said = _Said(text, tokens, items_of(tokens, self._canon), self._names)
        whole = said.whole()
        entry = None if _SPREAD_TO.search(text) else self._names.named(whole, bare=True)
        if entry is not None and "," not in text and "and" not in text and "&" not in text:
            return Found([entry], _how(entry))
        several = self._several(said, whole)
        if several and (entry is None or any(entry[0] == one[0] for one in several)):
            return Found(several, "synonym", review=len(several) > 1)
        if entry is not None:
            return Found([entry], _how(entry))
        short = self._names.abbreviated(tokens, whole, said.shorts)
        if short is not None:
            return Found([short], "abbreviation")
        if sited and not whole.barred():
            entry = self._names.named(whole, kind="cancer")
            if entry is not None:
                return Found([entry], _how(entry))
        label = self._names.of_study(tokens) or self._names.of_registry(said.items, tokens)
        if label:
            return Found(label, _how(label[0]), review=len(label) > 1)
        if said.shorts or whole.speaks_of_cancer() or _BRACKETED_CODE.search(text):
            found = self._clauses(said)
            if found is not None and not found.unread:
                return found
            if found is not None:  # "triple negitive breast cancer" is no breast cancer of any kind
                meant = self._spelled(said)
                return meant if meant is not None and self._is_narrower(meant, found) else found
        return self._spelled(said) or nothing()

    def _several(self, said: _Said, whole: Clause) -> list[Entry]:
        """Return the cancers of a label that lists organs alone; of an organ and its part, the organ."""
        if whole.speaks_of_cancer() or not any(
            token.plain == "and" or "&" in token.gap or "," in token.gap for token in said.tokens
        ):
            return []
        label = self._names.of_registry(said.items, said.tokens)
        path = self._lexicon.keeper.path
        wide = {one for entry in label for one in entry[0]}
        return [one for one in label if not any(step in wide for step in path(one[0][0])[1:])]

    def _clauses(self, said: _Said) -> Found | None:
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
        entries = self._narrowest(said.entries)
        if not entries:
            return self._windows(said, clauses, barred)
        unread = sorted(
            place for place in set(said.unread) if not self._says_again(said.tokens[place], entries)
        )
        if unread and not any(
            len(entry[2]) >= _LEAST_SURE
            or (
                entry[1] == "abbreviation"
                and (len(entry[2]) >= _LEAST_SHORT or f"{entry[2]} with " in said.text)
            )
            for entry in entries
        ):
            return None
        entries = self._settled(said, entries, unread)
        rest = rest_of(said.text, said.tokens, unread)
        return Found(entries, _how(entries[0]), review=bool(unread) or doubtful, unread=rest)

    def _settled(self, said: _Said, entries: list[Entry], unread: list[int]) -> list[Entry]:
        """Return cancers as the organs tell them of which nothing was read: of another organ is none meant."""
        places = set(unread)
        organs = [item.word for item in said.items if item.place in places and item.role == ""]
        return [self._names.sites.settled(entry, organs) for entry in entries] if organs else entries

    def _clause(self, said: _Said, clause: Clause) -> None:
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

    def _said_twice(self, said: _Said, clause: Clause) -> Entry | None:
        """Return the cancer of a clause that has its short name beside its name: "breast cancer TNBC"."""
        rest = Clause(clause.bracket, clause.after)
        rest.items = [item for item in clause.items if said.tokens[item.place].start not in said.shorts]
        entry = self._names.named(rest)
        shorts = [said.tokens[place] for place in clause.places if said.tokens[place].start in said.shorts]
        return entry if entry and all(self._says_again(one, [entry]) for one in shorts) else None

    def _listed(self, said: _Said, clause: Clause) -> None:
        """Read the parts of a clause that lists several cancers: "lung and breast cancer"."""
        places = clause.places
        tokens = [said.tokens[place] for place in places]
        inner = parted(tokens, moved(clause), weak=True)
        parts = [part for part, bar in zip(inner, carry(inner), strict=True) if not bar]
        named = [
            self._names.named(part) or self._names.abbreviated(tokens, part, said.shorts) for part in parts
        ]
        said.entries += [entry for entry in named if entry is not None]
        # A site alone shares what is said of another site, but not what is said of a histology.
        shares = len(parts) > 1 and all(
            entry is not None and is_plain(part)
            for part, entry in zip(parts, named, strict=True)
            if part.speaks_of_cancer()
        )
        kind = kind_of(item.role for item in said.items)
        for part, entry in zip(parts, named, strict=True):
            if entry is not None:
                continue
            shared = self._names.named(part, kind=kind) if shares and not part.speaks_of_cancer() else None
            if shared is not None:
                said.entries.append(shared)
            else:
                said.unread += [places[item.place] for item in part.items if item.role not in _READ]

    def _bracket(self, said: _Said, clause: Clause) -> None:
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

    def _windows(self, said: _Said, clauses: list[Clause], barred: list[bool]) -> Found | None:
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
        entries = self._settled(said, self._narrowest(entries), unread)
        if not entries:
            return None
        rest = rest_of(said.text, said.tokens, sorted(set(unread)))
        return Found(entries, _how(entries[0]), review=True, unread=rest)

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
                if entry is not None and entry[0] == ["tumor-agnostic"] and kind == "carcinoma":
                    continue  # a solid adenocarcinoma is no solid tumor of any kind
                if entry is not None and len(entry[2]) >= _LEAST_SURE:
                    return entry, length
        return None, 0

    def _spelled(self, said: _Said) -> Found | None:
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

    def _with_words(self, said: _Said, words: dict[int, str], *, whole: bool) -> list[Entry]:
        """Return the cancers of a string with other words at some places."""
        items: list[Item] = []
        for item in said.items:
            if item.role != "" or item.place not in words:
                items.append(item)
            elif not items or items[-1].place != item.place:
                forms = self._canon.of(words[item.place])
                items += [Item(form, role, item.place) for form, role in forms]
        meant = _Said(said.text, said.tokens, items, self._names)
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


def _after(text: str, head: str) -> str:
    rest = text[text.find(head) + len(head) :].replace(";", " ")
    return " ".join(rest.split()).strip(" ,:()")


def _how(entry: Entry) -> str:
    match: str = entry[1]
    return "synonym" if match == "name" else match
