"""Reads a cancer as people describe it: its name, and what they tell of stage, treatment, age, and biomarkers."""

from __future__ import annotations

import re

from immunocli.names.cancer_words import KINDS, is_tumor, one_of
from immunocli.names.find import exact
from immunocli.names.forms import normalize
from immunocli.names.phrases import cut, signs_said, spelled_out
from immunocli.queries import ages_told, test_scores
from immunocli.queries.marker_forms import is_measure, marker
from immunocli.queries.markers_told import DENIED, gene_at, is_asked_for, several
from immunocli.queries.told_words import KEPT, PARTED, TAKEN, Fact, ToldWords

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from immunocli.store.typed_store import Store

# No biomarker's name has more words, and no name of a cancer that holds such a phrase.
_MOST_WORDS = 5
_TNM = re.compile(
    r"[cpy]{0,2}t(?:[0-4x][a-d]?|a|is)(?:n[0-3x][a-c]?)?(?:m[01x][a-d]?)?$|[cpy]{0,2}[nm][0-3x][a-d]?$"
)
# What stands in brackets and says again what stands before them: "HER2 (HER2)-negative".
_TWICE = re.compile(r"\b([\w.-]+) \(\1\)", re.I)
# The roles of words that deny what follows, and what may stand between.
_DENIALS = (DENIED, "denies")
_HAVING = frozenset(
    "have has having harbor harbour carry express any known a an the of evidence been for".split()
)
_FURTHEST = 3
# What leads to where a cancer has spread.
_TOWARD = ("to", "into", "in", "involving")
_STAGE = re.compile(r"(I{1,3}|IV)[ABC]?[1-3]?$")
# What is numbered so besides stages.
_NO_STAGE = frozenset("type grade phase class group level who factor siewert given and or".split())
# In capitals it is no metastasis.
_A_GENE = "MET"
_SIZE = re.compile(r"\d+(?:\.\d+)?(?:cm|mm)$")
_SPOKEN = (
    "lead",
    "filler",
    "link",
    "treatment",
    "local",
    "absent",
    "before",
    "behind",
    "place",
    "short",
    "prefix",
)
# What a treatment that is no medicine says nothing of: how many lines were given.
_NO_LINE = "local"


class Described:
    """What was read in a description.

    Args:
        facts: what is told beside the name.
        names: what may be the name, the likeliest first.
    """

    __slots__ = ("facts", "names")

    def __init__(self, facts: list[Fact], names: list[str]) -> None:
        self.facts, self.names = facts, names

    def add(self, text: str) -> None:
        """Add what is told and decides nothing."""
        self.facts.append(Fact("", text))


def described(store: Store, text: str) -> Described:
    """Return what a description tells of a cancer, and what is left of it as the name.

    Args:
        store: where to look.
        text: as a person types it.
    """
    return _Reading(store, text).read()


class _Reading(ToldWords):
    """A description that is being read."""

    def __init__(self, store: Store, text: str) -> None:
        super().__init__(store)
        self.facts: list[Fact] = []
        self._text = _TWICE.sub(r"\1", self._written_out(signs_said(text)))
        for score, start, end in test_scores.found(self._text):
            fact = Fact("", self._text[start:end].strip())
            fact.score, fact.markers = score, test_scores.markers(score)
            self._take(fact, start, end)
        for age, start, end in ages_told.found(self._text):
            fact = Fact("age", self._text[start:end].strip())
            fact.age = age
            self._take(fact, start, end)
        self._text = spelled_out(self._text)
        self._words = cut(self._text)
        self._denied = -1  # where a list of what is absent goes on
        self._taken = [0] * len(self._words)

    def _take(self, fact: Fact, start: int, end: int) -> None:
        self.facts.append(fact)
        self._text = self._text[:start] + "," * (end - start) + self._text[end:]

    def read(self) -> Described:
        """Return what is told, and what is left as the name."""
        place = 0
        while place < len(self._words):
            place += self._step(place) or 1
        return Described(self.facts, list(dict.fromkeys(self._names())))

    def _denies(self, place: int) -> bool:
        """Say whether a word denies what follows it."""
        plain = self._words[place].plain
        role = self._store.around("biomarker").get(plain.replace("'", ""))
        return plain == "negative" or role in _DENIALS

    # Each of these returns how many words it read.

    def _step(self, place: int) -> int:
        record, length = self._phrase(place)
        marked, wide = self._marker(place)
        wide = wide or self._untested(place)
        if wide > length:
            return self._told_marker(marked, place, wide)
        if record and record["kind"] == "before":
            return self._treated(record, place, length)
        if record and record["kind"] in ("lead", "link") and self._marker(place + length)[1]:
            return 0  # with NRAS mutation
        given = record["kind"] in ("treatment", "local", "link") if record else self._is_medicine(place)
        if given or (record and record["kind"] == "lead" and self._treatment_at(place)[0] == "link"):
            return self._given(place)
        if not record:
            return self._noted(place)
        if record["kind"] in _SPOKEN:
            return 0
        fact = Fact(record["id"], self._said(place, length), record)
        if place and self._denies(place - 1) and not self._taken[place - 1]:
            self._took(Fact("", self._said(place - 1, length + 1)), place - 1, length + 1)
            return length
        if record["kind"] == "count":
            count = next(int(word.plain) for word in self._words[place:] if word.plain.isdigit())
            fact.prior = (count, None if "more" in record["id"] else count)
        self.facts.append(fact)
        self._mark(place, length, KEPT if record["kept"] else TAKEN)
        after = self._words[place + length].plain if place + length < len(self._words) else ""
        there = self._where(place + length) if fact.id == "metastatic" and after in _TOWARD else 0
        self._mark(place + length, there, TAKEN)
        return length + there

    def _noted(self, place: int) -> int:
        """Read what stands alone in notes: a stage without the word, a TNM stage, a size."""
        plain, said = self._words[place].plain, self._said(place, 1)
        stage = _STAGE.match(said)
        ends = place + 1 == len(self._words) or PARTED.search(self._gap(place + 1))
        before = self._words[place - 1].plain if place else ""
        if stage and before not in _NO_STAGE and (said[-1] in "ABC123" or (ends and before)):
            one = {"IV": "metastatic", "III": "locally-advanced"}.get(stage[1], "early")
            return self._took(Fact(one, said, self._phrases.record(one)), place, 1)
        if _SIZE.match(plain) or (
            _TNM.match(plain) and (any(map(str.isdigit, plain)) or said in ("Ta", "Tis"))
        ):
            return self._took(Fact("", said), place, 1)
        return 0

    def _where(self, place: int) -> int:
        """Return how many words tell where a cancer has spread to: "to the liver and bones"."""
        end = last = place
        while end < len(self._words) and not PARTED.search(self._gap(end)):
            kind, length = self._of_kinds(self._words, end, ("place",))
            if not kind and self._words[end].plain not in _TOWARD:
                kind, length = self._of_kinds(self._words, end, ("link", "lead"))
            if not kind and self._words[end].plain not in _TOWARD:
                break
            end += length or 1
            last = end if kind == "place" else last
        return last - place

    def _phrase(self, place: int) -> tuple[dict[str, Any] | None, int]:
        record, length = self._phrase_at(place)
        if record and length == 1 and record["kind"] == "course" and self._said(place, 1) == _A_GENE:
            return None, 0
        if record and not record["kept"] and self._names_cancer(place):
            return None, 0
        return record, length

    def _names_cancer(self, place: int) -> bool:
        """Say whether a word begins the name of a cancer that it is a part of: refractory anemia."""
        most = min(_MOST_WORDS, len(self._words) - place)
        named = (exact(self._store, "cancer", self._said(place, length)) for length in range(most, 1, -1))
        return any(found is not None and found[0] for found in named)

    def _marker(self, place: int) -> tuple[dict[str, bool], int]:
        told, length = several(self._store, self._text, self._words, place)
        for wide in range(min(_MOST_WORDS, len(self._words) - place), max(length - 1, 0), -1):
            said = self._said(place, wide)
            if PARTED.search(said) or (wide == length and exact(self._store, "biomarker", said) is None):
                continue
            found = {} if exact(self._store, "target", said) else marker(self._store, said)
            if found and not self._says_cancer(said):
                told, length = found, wide
                break
        return told, length

    def _untested(self, place: int) -> int:
        """Return how many words tell that a gene or protein is not known: "HER2 equivocal", "PD-L1 status"."""
        gene, length = gene_at(self._store, self._text, self._words, place)
        record, wide = self._phrase_at(place + length) if gene else (None, 0)
        if record is not None and record["kind"] == "unknown":
            return length + wide
        if gene and gene[:1].isupper() and is_asked_for(self._store, gene):
            return length
        measure = is_measure(self._store, self._said(place, 1))
        return int(
            measure and not self._treatment_at(place)[1] and not self._says_cancer(self._said(place, 1))
        )

    def _says_cancer(self, said: str) -> bool:
        """Say whether the name of a biomarker names a cancer, too: TNBC, triple-negative breast cancer."""
        words = [one_of(normalize(word)) for word in said.split()]
        roles = self._store.around("cancer")
        speaks = len(words) == 1 or any(is_tumor(word) or roles.get(word) in KINDS for word in words)
        if speaks:
            return exact(self._store, "cancer", said) is not None
        return exact(self._store, "cancer", f"{said.split()[-1]} cancer") is not None

    def _told_marker(self, told: dict[str, bool], place: int, length: int) -> int:
        """Take a biomarker, as it is told: there, or denied before or behind it."""
        start, end = place, place + length
        before = place
        while before and self._words[before - 1].plain in _HAVING and place - before < _FURTHEST:
            before -= 1
        denied = before > 0 and self._denies(before - 1) and not self._taken[before - 1]
        goes_on = place > 0 and self._words[place - 1].plain in ("or", "nor") and self._denied == place - 1
        if denied:
            start = before - 1
        behind, wide = self._phrase_at(end)
        absent = behind is not None and behind["kind"] == "absent"
        unknown = behind is not None and behind["kind"] == "unknown"
        end += wide if absent or unknown else 0
        if not (absent or unknown) and end < len(self._words):  # high c-Met staining
            end += self._store.around("biomarker").get(self._words[end].plain) == "seen"
        if denied or goes_on or absent:
            told = dict.fromkeys(told, False)
        denied = denied or (self._denies(place) and not any(told.values()))
        self._denied = end if denied or goes_on else -1
        fact = Fact("", self._said(start, end - start))
        fact.markers = {} if unknown else told
        self._took(fact, start, end - start)
        return end - place

    def _treated(self, record: dict[str, Any], place: int, length: int) -> int:
        """Read what was given before: "after platinum and a taxane"."""
        after, _ = self._phrase_at(place + length)
        if after and after["kind"] == "count":  # after one earlier line
            self._mark(place, length, TAKEN)
            return length
        wide = self._treatments(place + length)
        if not wide:
            return 0
        fact = Fact(record["id"], self._said(place, length + wide), record)
        given = range(place + length, place + length + wide)
        if any(self._words[at].plain in ("adjuvant", "neoadjuvant") for at in given):
            fact.prior = None  # no line for what has spread
        if all(self._treatment_at(at)[0] in (_NO_LINE, "link") for at in given):
            fact = Fact("", fact.text)
        return self._took(fact, place, length + wide)

    def _given(self, place: int) -> int:
        """Read treatments: whether they stopped working tells what was given before."""
        wide = self._treatments(place)
        if not wide:
            return 0
        record, length = self._phrase_at(place + wide)
        if record and record["kind"] == "behind":
            told = record if record["rules_out"] else self._phrases.record("untreated") or record
            return self._took(Fact(told["id"], self._said(place, wide + length), told), place, wide + length)
        return self._took(Fact("", self._said(place, wide)), place, wide)

    def _took(self, fact: Fact, place: int, length: int) -> int:
        self.facts.append(fact)
        self._mark(place, length, TAKEN)
        return length

    def _mark(self, place: int, length: int, how: int) -> None:
        self._taken[place : place + length] = [how] * length
