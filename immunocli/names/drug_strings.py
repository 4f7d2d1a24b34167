"""Reads what tables write around the names of drugs: doses, forms, brackets, combinations."""

from __future__ import annotations

import re

from immunocli.names import contexts, doses, valency
from immunocli.names.around import OF_DRUGS, PLAIN
from immunocli.names.beginnings import Beginnings
from immunocli.names.forms import normalise
from immunocli.names.reading import (
    CHANCE,
    LIKELY,
    NUMBER,
    OTHERS,
    OURS,
    SPELLING,
    SUFFIX,
    SURE,
    UNREAD,
    WORD,
    Found,
    Hit,
    Reading,
    nothing,
)
from immunocli.names.tokens import Cutter, rest_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from immunocli.names.keeper import Entry
    from immunocli.names.lexicon import Lexicon
    from immunocli.names.spelling import Speller
    from immunocli.names.tokens import Token

# No name has more words; no stranger's name is asked for with more.
_LONGEST_SPAN = 12
_LONGEST_STRANGER = 5
# A name of so many letters is no chance; of so many it hardly is.
_LEAST_SURE = 7
_LEAST_LIKELY = 5
_LEAST_CODE = 5
_LEAST_SPELLED_TOGETHER = 10
# A name of several words that is corrected as a whole.
_LEAST_WHOLE, _LONGEST_WHOLE = 16, 80
_ACRONYMS = ("abbreviation", "combination", "code")
# A known stranger that is no ordinary word is accounted for.
_TOLD = ("drug", "disease", "cancer")
# What stands between the drugs of a combination.
_PARTS = re.compile(r"[+/,;|&()]")
_WORDS = ("word", "person", "place")
_ANTIBODY = ("mab", "mabe", "mabum")
_FORBIDDING_SPELLING = contexts.FORBIDDING - {"payload"}
_MOST_RUNS, _LONGEST_RUN = 3, 4
_ALONE = ("mab", "tagene", "mogene", "leucel")


class DrugStrings:
    """Finds therapies in strings.

    Args:
        lexicon: the names of therapies.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._cut = Cutter().cut
        self._speller: Speller | None = None
        self._beginnings: Beginnings | None = None

    def read(self, text: str) -> Found:
        """Return the therapies that `text` names; it is no name by itself."""
        reading = self._read(text)
        if not reading.hits:
            return self._reordered(reading) or self._spelled(reading) or nothing()
        self._strangers(reading)
        completed = self._completed(reading)
        contexts.keep_given(reading)
        return self._decided(reading, completed) if reading.hits else nothing()

    def _read(self, text: str) -> Reading:
        """Return what each word of a string is."""
        tokens = self._cut(text)
        reading = Reading(text, tokens)
        roles = self._lexicon.roles
        place = 0
        while place < len(tokens):
            token = tokens[place]
            role = roles.get(token.plain)
            if self._lexicon.begins(token.plain):
                last = self._name_at(reading, place, role)
                if last:
                    place = last
                    continue
            place += self._strange(reading, place, role)
        return reading

    def _name_at(self, reading: Reading, place: int, role: str | None) -> int:
        """Read a name of ours that begins at a place; return where it ends, or 0."""
        tokens = reading.tokens
        joined = ""
        best = 0
        found: Entry | None = None
        for last in range(place, min(place + _LONGEST_SPAN, len(tokens))):
            joined += tokens[last].plain
            if not self._lexicon.begins(joined):
                break
            entry = self._lexicon.entry(joined)
            if entry is not None:
                best, found, plain = last + 1, entry, joined
        if found is None:
            found, best = valency.named(reading.tokens, place, self._lexicon)
            plain = found[2] if found else ""
        if found is None or plain.isdigit() or (best == place + 1 and role is not None and len(plain) < 7):
            return 0
        if self._longer_stranger(reading, place, best):
            return 0
        if found[0]:
            strength = _strength(found, plain, reading.text[tokens[place].start : tokens[best - 1].end])
            reading.hits.append(Hit(place, best, found, strength))
        reading.mark(place, best, OURS if found[0] else OTHERS)
        return best

    def _longer_stranger(self, reading: Reading, first: int, last: int) -> bool:
        """Say whether a stranger's name begins here and goes beyond the name of ours."""
        tokens = reading.tokens
        joined = "".join(token.plain for token in tokens[first:last])
        for place in range(last, min(last + 3, len(tokens))):
            if not tokens[place].gap.strip(" -/'"):
                joined += tokens[place].plain
                if self._lexicon.stranger(joined):
                    return True
        return False

    def _strange(self, reading: Reading, place: int, role: str | None) -> int:
        """Read a word at which no name of ours begins; return how many words were read."""
        tokens = reading.tokens
        token = tokens[place]
        if role is not None:
            reading.marks[place] = contexts.role_here(reading, place, role)
            return 1
        if doses.is_amount(token.plain, self._lexicon.roles):
            reading.marks[place] = "amount" if not token.plain.isdigit() else NUMBER
            return 1
        hits = reading.hits
        if token.gap == "-" and hits and hits[-1].last == place and _is_suffix(token, hits[-1], tokens):
            reading.marks[place] = SUFFIX
            return 1
        if not self._glued(reading, place):
            self._alone(reading, place)
        return 1

    def _strangers(self, reading: Reading) -> None:
        """Read the names of strangers among what was not read; one that holds a name of ours hides it."""
        tokens, marks = reading.tokens, reading.marks
        place = 0
        while place < len(tokens):
            if marks[place] != UNREAD:
                place += 1
                continue
            last = min(place + _LONGEST_STRANGER, len(tokens))
            while last > place:
                what = self._lexicon.stranger("".join([one.plain for one in tokens[place:last]]))
                if what and not self._hides_ours(tokens, place, last):
                    for hit in [hit for hit in reading.hits if place < hit.first < last]:
                        reading.drop(hit)
                    reading.mark(place, last, OTHERS if what[0] in _TOLD else WORD)
                    break
                last -= 1
            place = max(last, place + 1)

    def _hides_ours(self, tokens: list[Token], first: int, last: int) -> bool:
        """Say whether a separate name of ours stands in what would be one stranger's name."""
        return any(
            len(token.plain) >= _LEAST_SURE
            and token.gap.strip(" -")
            and self._lexicon.entry(token.plain) is not None
            for token in tokens[first + 1 : last]
        )

    def _glued(self, reading: Reading, place: int) -> bool:
        """Read a name that was written together with its amount or form."""
        token = reading.tokens[place]
        for name, _ in doses.unglued(token.plain, self._lexicon.roles):
            entry = self._lexicon.entry(name)
            if entry is not None and entry[0] and (not name.isascii() or len(name) >= _LEAST_SURE):
                reading.hits.append(Hit(place, place + 1, entry, SURE))
                reading.marks[place] = OURS
                return True
        return False

    def _alone(self, reading: Reading, place: int) -> bool:
        """Read the first word of a name, when the names of one record alone begin with it."""
        plain = reading.tokens[place].plain
        if len(plain) < 9 or not plain.endswith(_ALONE):
            return False
        if self._beginnings is None:
            others = self._lexicon.keeper.rivals("therapy")
            self._beginnings = Beginnings(self._lexicon.all(), others)
        entry = self._beginnings.one(plain)
        if entry is None:
            return False
        reading.hits.append(Hit(place, place + 1, entry, LIKELY))
        reading.marks[place] = OURS
        return True

    def _decided(self, reading: Reading, completed: bool) -> Found:
        """Return what is named, from the whole of what was read."""
        unread = _places(reading.marks)
        corrected = self._corrected_beside(reading, unread) or completed
        shown = _shows_drugs(reading)
        sure = any(hit.strength == SURE for hit in reading.hits)
        several = len(reading.hits) > 1
        doubtful = False
        for hit in list(reading.hits):
            if hit.strength == SURE:
                continue
            known = self._lexicon.stranger("".join(one.plain for one in reading.tokens[hit.first : hit.last]))
            beside = shown or sure or several
            if hit.strength == LIKELY:
                if unread and not beside:
                    reading.drop(hit)
                doubtful = doubtful or (known is not None and not shown)
            elif not contexts.stands_alone(reading, hit) or not beside or (unread and not sure):
                reading.drop(hit)
            elif known and not (known[0] in _WORDS and "amount" in reading.marks):
                reading.drop(hit)
        if not reading.hits:
            return nothing()
        unread = _places(reading.marks)
        entries = [hit.entry for hit in sorted(reading.hits, key=lambda hit: hit.first)]
        return Found(
            entries,
            entries[0][1],
            review=bool(unread) or corrected or doubtful,
            unread=rest_of(reading.text, reading.tokens, unread),
        )

    def _corrected_beside(self, reading: Reading, unread: list[int]) -> bool:
        """Read misspelled words that mean what is named beside them; say whether there were any."""
        named = [set(hit.entry[0]) for hit in reading.hits]
        corrected = False
        for place in list(unread):
            token = reading.tokens[place]
            if reading.marks[place] == UNREAD and len(token.plain) >= _LEAST_SURE and token.plain.isalpha():
                entry = self._spell(token.plain)
                if entry is not None and set(entry[0]) in named:
                    unread.remove(place)
                    reading.marks[place] = OURS
                    corrected = True
        return corrected

    def _completed(self, reading: Reading) -> bool:
        """Read the second half of a conjugate's name with a slip in either; say whether there was one."""
        completed = False
        for hit in reading.hits:
            after = reading.tokens[hit.last] if hit.last < len(reading.tokens) else None
            if after is None or after.gap.strip(" -") or reading.marks[hit.last] not in (UNREAD, "payload"):
                continue
            named = "".join(token.plain for token in reading.tokens[hit.first : hit.last])
            if named.endswith(_ANTIBODY) and len(after.plain) > 3:
                entry = self._spell(named + after.plain)
                if entry is not None and normalise(entry[2]).startswith(named[:-1]) and len(entry[0]) == 1:
                    hit.entry, hit.strength = [entry[0], SPELLING, entry[2]], SURE
                    reading.marks[hit.last] = OURS
                    completed = True
        return completed

    def _reordered(self, reading: Reading) -> Found | None:
        """Return what a string names whose words are those of a name in another order."""
        words = [
            token.plain
            for token, mark in zip(reading.tokens, reading.marks, strict=True)
            if mark in (UNREAD, WORD, NUMBER, "class", OTHERS, "amount")
        ]
        if not 2 <= len(words) <= _LONGEST_SPAN or sum(map(len, words)) < _LEAST_SPELLED_TOGETHER:
            return None
        if any(mark in contexts.FORBIDDING for mark in reading.marks):
            return None
        if self._beginnings is None:
            self._beginnings = Beginnings(self._lexicon.all(), self._lexicon.keeper.rivals("therapy"))
        entry = self._beginnings.of_words(words, self._cut, self._lexicon.roles)
        return Found([entry], entry[1]) if entry else None

    def _spelled(self, reading: Reading) -> Found | None:
        """Return what misspelled words mean: all of the string but what is read beside them."""
        if not self._may_be_spelled(reading):
            return None
        self._strangers(reading)
        marks = reading.marks
        entries: list[Entry] = []
        for first, last in [] if WORD in marks else _runs(marks):
            entry = self._spelled_run(reading.tokens[first:last], reading.tokens[last : last + 1])
            if entry is None:
                entries = []
                break
            if entry not in entries:
                entries.append(entry)
        if not entries or (OTHERS in marks and not _apart(reading)):
            whole = self._spelled_whole(reading)
            return Found([whole], SPELLING, review=True) if whole else None
        return Found(entries, SPELLING, review=True)

    def _may_be_spelled(self, reading: Reading) -> bool:
        """Say whether any run of unread words looks like a name of ours: for most strings none does."""
        if any(mark in _FORBIDDING_SPELLING for mark in reading.marks):
            return False
        tokens = reading.tokens
        runs = _runs(reading.marks)
        if not runs or len(runs) > _MOST_RUNS:
            return False
        spell = self._spelling()
        for first, last in runs:
            joined = "".join([token.plain for token in tokens[first:last]])
            after = tokens[last].plain if last < len(tokens) and tokens[last].gap.strip() == "-" else ""
            near = last - first <= _LONGEST_RUN and (
                spell.may_mean(joined)
                or (last - first > 1 and tokens[last - 1].gap == "-" and spell.may_mean(joined[:-4]))
                or (len(after) in (1, 2) and spell.may_mean(joined + after))
            )
            if not near:
                return len(tokens) > 2 and len(runs) <= 2 and self._whole_is_near(reading)
        return True

    def _whole_is_near(self, reading: Reading) -> bool:
        joined = "".join([token.plain for token in reading.tokens])
        return _LEAST_WHOLE <= len(joined) <= _LONGEST_WHOLE and self._spelling().may_be_long(joined)

    def _spelled_whole(self, reading: Reading) -> Entry | None:
        """Return the long name of several words in which one or two letters are wrong."""
        words = [
            token.plain
            for token, mark in zip(reading.tokens, reading.marks, strict=True)
            if mark not in (*OF_DRUGS, "dosing", "billing", SUFFIX)
        ]
        joined = "".join(words)
        if len(words) < 2 or not _LEAST_WHOLE <= len(joined) <= _LONGEST_WHOLE:
            return None
        entry = None if self._lexicon.stranger(joined) else self._spell(joined)
        near = entry is not None and abs(len(normalise(entry[2])) - len(joined)) <= 1
        return entry if near else None

    def _spelled_run(self, tokens: list[Token], after: list[Token]) -> Entry | None:
        plains = [token.plain for token in tokens]
        if after and after[0].gap.strip() == "-" and len(after[0].plain) <= 2:
            entry = self._spell("".join(plains) + after[0].plain)
            if entry is not None:
                return entry
        if len(plains) > 1 and (
            len(plains) > _LONGEST_RUN
            or len("".join(plains)) < _LEAST_SPELLED_TOGETHER
            or any(token.gap.strip(" -.®™'") for token in tokens[1:])
        ):
            return None
        suffixed = len(plains) > 1 and len(plains[-1]) == 4 and tokens[-1].gap == "-"
        for joined in ("".join(plains), "".join(plains[:-1]) if suffixed else ""):
            if joined and not self._lexicon.stranger(joined):
                entry = self._lexicon.entry(joined) if suffixed else None
                entry = entry if entry and entry[0] else self._spell(joined)
                if entry is not None and (suffixed or len(plains) == 1 or not entry[2].isalpha()):
                    return entry
        return None

    def _spell(self, plain: str) -> Entry | None:
        return self._spelling().correct(plain)

    def _spelling(self) -> Speller:
        if self._speller is None:
            from immunocli.names.spelling import Speller  # RapidFuzz costs two interpreter starts

            keeper, known = self._lexicon.keeper, self._lexicon.all()
            may = {one: known[one] for one in keeper.spelled("therapy") if known[one][0]}
            self._speller = Speller(may, keeper.rivals("therapy"), self._lexicon.stranger)
        return self._speller


def _strength(entry: Entry, plain: str, written: str) -> int:
    """Say how sure a name of ours is where it stands among other words."""
    match, label = entry[1], entry[2]
    if match == "code" or (match in _ACRONYMS and any(map(str.isdigit, plain))):
        mixed = any(map(str.isdigit, plain)) and any(map(str.isalpha, plain))
        if match == "code" and mixed and len(plain) >= _LEAST_CODE:
            return SURE if not written.islower() or " " not in written else LIKELY
        return CHANCE
    if match in _ACRONYMS:
        return SURE if len(plain) >= 12 else CHANCE
    letters = sum(map(str.isalpha, plain))
    if letters >= _LEAST_SURE or not plain.isascii():
        return SURE
    return LIKELY if letters >= _LEAST_LIKELY and not label.isupper() else CHANCE


def _shows_drugs(reading: Reading) -> bool:
    """Say whether words beside the names show that drugs are meant: an amount, a form, another drug."""
    marks, tokens = reading.marks, reading.tokens
    if any(mark in OF_DRUGS for mark in marks):
        return True
    for place in range(1, len(marks)):
        before, here = marks[place - 1], marks[place]
        joined = _PARTS.search(tokens[place].gap) or "joining" in (before, here)
        if joined and (OTHERS in (before, here)):
            return True
    return False


def _is_suffix(token: Token, hit: Hit, tokens: list[Token]) -> bool:
    """Say whether a word is the four letters that tell one maker's product from another's."""
    return len(token.plain) == 4 and token.plain.isalpha() and len(tokens[hit.last - 1].plain) >= 5


def _places(marks: list[str]) -> list[int]:
    """Return the places of words that are not accounted for."""
    read = PLAIN | {OURS, OTHERS, NUMBER, SUFFIX, "placebo", "antibody", "anti"}
    return [place for place, mark in enumerate(marks) if mark not in read]


def _runs(marks: list[str]) -> list[tuple[int, int]]:
    """Return where neighboring words that were not read begin and end."""
    runs: list[tuple[int, int]] = []
    for place in _places(marks):
        if runs and runs[-1][1] == place:
            runs[-1] = (runs[-1][0], place + 1)
        else:
            runs.append((place, place + 1))
    return runs


def _apart(reading: Reading) -> bool:
    """Say whether the names of others stand apart from what was not read: joined by a sign or "and"."""
    marks = reading.marks
    for place in range(1, len(marks)):
        pair = {marks[place - 1], marks[place]}
        if pair == {OTHERS, UNREAD} and not _PARTS.search(reading.tokens[place].gap):
            return False
    return True


