"""Finds short names of cancers among words: AML, nsclc."""

from __future__ import annotations

from immunocli.names.cancer_keys import Keys
from immunocli.names.cancer_sites import LIMBS
from immunocli.names.cancer_words import KINDS, OPTIONAL, is_tumor, key, kind_of, variants
from immunocli.names.words_beside_drugs import as_written

TYPE_CHECKING = False
if TYPE_CHECKING:
    from immunocli.names.clauses import Clause
    from immunocli.names.names_protocol import Entry
    from immunocli.names.tokens import Token


# What a number beside a short name counts.
_COUNTED = frozenset("stage grade group phase line figo iss who rai binet".split())
# A short name of fewer letters may be a word in capitals.
_LEAST_CLEAR = 4
_LONGEST_SHORT = 6
# In the titles of ICD these are no neuroendocrine carcinoma.
_ELSEWHERE = ("nec",)


class ShortNames(Keys):
    """The short names of cancers, and what may stand beside one."""

    def short_names(self, tokens: list[Token]) -> dict[int, tuple[Entry, int]]:
        """Return the short names of cancers by where each begins, with how many words it has."""
        found: dict[int, tuple[Entry, int]] = {}
        shouted = all(token.text.isupper() for token in tokens)
        for place, token in enumerate(tokens):
            written = token.text
            if token.plain in _ELSEWHERE and self._is_told_elsewhere(tokens, place):
                continue
            if len(written) < 3 or not (written[-1].isupper() or self._is_small(token)):
                continue
            after = tokens[place + 1] if place + 1 < len(tokens) else None
            if after is not None and after.gap in ("", "-") and len(after.plain) <= 2:
                continue  # HCC-1 is a gene
            before = tokens[place - 1] if place and token.gap == "-" else None
            if before is not None and len(before.text) <= 2:
                entry = self._short(before.plain + token.plain, f"{before.text}-{written}")
                if entry is not None:
                    found[before.start] = entry, 2
                continue
            word = token.plain in self._lexicon.roles and not (written == "ALL" and place and not shouted)
            entry = None if word else self._short(token.plain, written)
            if entry is not None:
                found[token.start] = entry, 1
        return found

    def _is_told_elsewhere(self, tokens: list[Token], place: int) -> bool:
        """Say whether NEC is "not elsewhere classified": another word says that a cancer is meant, or NOS is beside it."""
        for at, token in enumerate(tokens):
            forms = self._canon.of(token.plain) if at != place else ()
            if token.plain == "nos" or any(role in KINDS or is_tumor(form) for form, role in forms):
                return True
        return False

    def _is_small(self, token: Token) -> bool:
        """Say whether a word may be a short name in small letters that is no word else: nsclc."""
        if not token.text.isalpha() or len(token.text) > _LONGEST_SHORT or not token.text.islower():
            return False
        known = self._lexicon.stranger(token.plain)
        return known is not None and known[0] == "cancer"

    def _short(self, plain: str, written: str) -> Entry | None:
        entry = self._lexicon.entry(plain)
        if entry is None or entry[1] != "abbreviation":
            return None
        if not as_written(entry[2], written) and written != entry[2].lower():
            return None
        known = self._lexicon.stranger(plain) if len(written) < _LEAST_CLEAR else None
        return None if known and known[0] == "word" else entry

    def abbreviated(
        self, tokens: list[Token], clause: Clause, shorts: dict[int, tuple[Entry, int]]
    ) -> Entry | None:
        """Return the cancer of a short name, when the rest only tells its course."""
        if not shorts:
            return None
        places = [place for place in clause.places if place < len(tokens) and tokens[place].start in shorts]
        if len(places) != 1:
            return None
        first = places[0]
        entry, width = shorts[tokens[first].start]
        for item in clause.items:
            if first <= item.place < first + width:
                continue
            if (
                item.role == ""
                and self._is_organ(item.word)
                and (self._lies_in(entry, item.word) or self.sites.may_lie_anywhere(entry))
            ):
                continue
            if item.role == "" and is_tumor(item.word) and self._is_kind_of(entry, item.word):
                continue
            if item.role not in (*OPTIONAL, *KINDS, "grammar", "disease", "histology"):
                return None
            if item.word in LIMBS and self.sites.is_inside(entry):
                return None  # HAND OR WRIST PROC: no cancer of the ovary is on a hand
            if item.word.isdigit() and (not item.place or tokens[item.place - 1].plain not in _COUNTED):
                return None
        return self._of_histology(entry, clause)

    def _of_histology(self, entry: Entry, clause: Clause) -> Entry:
        """Return the narrower cancer of the histology that stands beside a short name: NSCLC, adenocarcinoma."""
        kinds = [item.word for item in clause.items if item.role == "histology"]
        title = self._lexicon.keeper.title("cancer", entry[0][0]) if kinds else ""
        organ = [form for word in title.split() for form in self.forms(word) if self._is_organ(form)]
        kind = kind_of(item.role for item in clause.items)
        told = [*organ, *kinds]
        each = [
            *variants(told, kind),
            *variants([*told, "cell"], kind),
            *variants([*told, "cell"], "carcinoma"),
        ]
        for one in each if organ else ():  # of squamous cells is not always said
            found = self.keyed(one)
            if found is not None and entry[0][0] in self._lexicon.keeper.path(found[0][0]):
                return found
        return entry

    def _is_kind_of(self, entry: Entry, tumor: str) -> bool:
        """Say whether a cancer is of a kind: DLBCL is a lymphoma."""
        wide = self.keyed(key([tumor]))
        path = self._lexicon.keeper.path
        return wide is not None and any(wide[0][0] in path(each) for each in entry[0])

    def _lies_in(self, entry: Entry, organ: str) -> bool:
        """Say whether a cancer is one of an organ."""
        wide = self.keyed(key([organ], "cancer"))
        return wide is not None and self._lexicon.is_within(entry, wide)
