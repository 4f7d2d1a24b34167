"""Corrects the spelling of drugs in strings that are read but for what is misspelled."""

from __future__ import annotations

from immunocli.names import words_beside_drugs
from immunocli.names.around import OF_DRUGS
from immunocli.names.drug_runs import (
    BETWEEN_WORDS,
    LEAST_TOGETHER,
    apart,
    listed,
    lone,
    parted,
    runs,
)
from immunocli.names.forms import normalize
from immunocli.names.international import is_international, uncased
from immunocli.names.longer_names import mark_strangers
from immunocli.names.reading import (
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
)
from immunocli.names.shared_names import SHARED, is_of_firm
from immunocli.names.sounds import once, sound
from immunocli.names.truncated_names import LEAST_BEGUN_BESIDE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from immunocli.names.lexicon import Lexicon
    from immunocli.names.names_protocol import Entry
    from immunocli.names.spelling import Speller
    from immunocli.names.tokens import Token
    from immunocli.names.truncated_names import CutOff

_LEAST_PARTED = 7
_LEAST_OF_PAYLOAD = 3
# So much longer a name is in another language: rituximabum is no conjugate of rituximab.
_LONGEST_INFLECTED = 3
# A name of several words that is corrected as a whole.
_LEAST_WHOLE, _LONGEST_WHOLE = 14, 80
# Of one of so many letters two may be left out.
_LEAST_FAR = 18
_MOST_RUNS, _LONGEST_RUN = 3, 4
# Where the letters with accents lie in Unicode.
_FIRST_ACCENTED, _END_ACCENTED = "\u00c0", "\u0250"
_ANTIBODY = ("mab", "mabe", "mabum")
_FORBIDDING = words_beside_drugs.FORBIDDING - {"payload"}


class DrugSpelling:
    """Finds therapies that are misspelled.

    Args:
        lexicon: the names of therapies.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._shared = lexicon.keeper.around(SHARED)
        self._speller: Speller | None = None

    def completed(self, reading: Reading) -> bool:
        """Read what belongs to an antibody's name: a payload with a slip or cut off, `fam-` before it.

        Returns:
            whether there was such a word.
        """
        completed = False
        for hit in reading.hits:
            named = "".join([token.plain for token in reading.tokens[hit.first : hit.last]])
            if hit.strength < SURE and self._goes_on(reading, hit, named):
                completed = True
            elif named.endswith(_ANTIBODY):
                after = self._after(reading, hit, named)
                before = self._before(reading, hit, named) if after is None else None
                entry = after or before
                if entry is not None:
                    hit.entry, hit.strength = [entry[0], SPELLING, entry[2]], SURE
                    reading.marks[hit.last if after else hit.first - 1] = OURS
                    completed = True
        return completed

    def _goes_on(self, reading: Reading, hit: Hit, named: str) -> bool:
        """Read the second half of a name that was parted behind its short form: `pembro lizumb`."""
        place = hit.last
        if place >= len(reading.tokens) or reading.marks[place] not in (UNREAD, WORD):
            return False
        token = reading.tokens[place]
        entry = None if token.gap.strip(" -") or len(named) < 3 else self.spell(named + token.plain)
        if entry is None or entry[0] != hit.entry[0] or len(entry[2]) < LEAST_TOGETHER - 2:
            return False
        hit.entry, hit.strength, hit.last = [entry[0], SPELLING, entry[2]], SURE, place + 1
        reading.marks[place] = OURS
        return True

    def _after(self, reading: Reading, hit: Hit, named: str) -> Entry | None:
        """Return the conjugate whose second half, with a slip or cut off, stands after an antibody."""
        place = hit.last
        if place >= len(reading.tokens) or reading.tokens[place].gap.strip(" -"):
            return None
        plain, mark = reading.tokens[place].plain, reading.marks[place]
        if mark in (UNREAD, "payload") and len(plain) > 3:
            entry = self.spell(named + plain)
            name = normalize(entry[2]) if entry is not None and len(entry[0]) == 1 else ""
            if self._lexicon.roles.get(plain) == "payload" and not name.endswith(plain):
                return None  # rezetecan is no slip for deruxtecan
            if name.startswith(named[:-1]) and len(name) > len(named) + _LONGEST_INFLECTED:
                return entry
        following = reading.marks[place + 1] if place + 1 < len(reading.marks) else "amount"
        if len(plain) >= _LEAST_OF_PAYLOAD and (
            mark in (UNREAD, WORD) or (mark == "grammar" and following in ("amount", NUMBER))
        ):
            return self._spelling().cut_off.one(named + plain, joined=True)
        return None

    def _before(self, reading: Reading, hit: Hit, named: str) -> Entry | None:
        """Return the conjugate whose name begins with the three letters before an antibody: `fam-`."""
        place = hit.first - 1
        if place < 0 or reading.marks[place] not in (UNREAD, WORD) or reading.tokens[hit.first].gap != "-":
            return None
        plain = reading.tokens[place].plain
        return (
            self._spelling().cut_off.one(plain + named, joined=True)
            if len(plain) == _LEAST_OF_PAYLOAD
            else None
        )

    def whole(self, reading: Reading) -> Found | None:
        """Return what misspelled words mean: all of the string but what is read beside them."""
        if not self._may_be_spelled(reading) or is_of_firm(reading, self._shared):
            return None
        mark_strangers(reading, self._lexicon)
        marks = reading.marks
        entries: list[Entry] = []
        beside = any(mark in OF_DRUGS for mark in marks)
        for first, last in [] if WORD in marks else runs(reading):
            following = reading.tokens[last : last + 1]
            entry = self._spelled_run(reading.tokens[first:last], following, beside)
            entry = self._numbered(entry, following) if entry is not None else None
            if entry is None and last - first == 1 and beside:
                entry = self._spelling().cut_off.one(reading.tokens[first].plain, LEAST_BEGUN_BESIDE)
            if entry is None:
                entries = []
                break
            if entry not in entries:
                entries.append(entry)
        if not entries or (OTHERS in marks and not apart(reading)):
            whole = self._spelled_parted(reading) or self._spelled_whole(reading)
            return Found([whole], SPELLING, review=True) if whole else None
        return Found(entries, SPELLING, review=True)

    def cut_off(self) -> CutOff:
        """Return who knows of which name a word is the beginning."""
        return self._spelling().cut_off

    def _may_be_spelled(self, reading: Reading) -> bool:
        """Say whether any run of unread words looks like a name of ours: for most strings none does."""
        if any(mark in _FORBIDDING for mark in reading.marks):
            return False
        tokens, spell = reading.tokens, self._spelling()
        unread = runs(reading)
        near = 0
        in_list = listed(reading)
        for first, last in unread:
            plains = [token.plain for token in tokens[first:last]]
            strange = plains
            if in_list or len(plains) > 1:
                strange = [plain for plain in plains if self._lexicon.stranger(plain) is None]
            if in_list and not strange:
                continue
            after = tokens[last].plain if last < len(tokens) and tokens[last].gap.strip() == "-" else ""
            joined = "".join(plains)
            if last - first > _LONGEST_RUN or not (
                spell.may_mean(joined)
                or (0 < len(strange) < len(plains) and spell.may_mean("".join(strange)))
                or (last - first > 1 and tokens[last - 1].gap == "-" and spell.may_mean(joined[:-4]))
                or (len(after) in (1, 2) and spell.may_mean(joined + after))
            ):
                return len(tokens) > 2 and len(unread) <= 2 and self._whole_is_near(reading)
            near += 1
        return 0 < near <= _MOST_RUNS

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
        entry = None if self._lexicon.stranger(joined) else self.spell(joined)
        name = normalize(entry[2]) if entry is not None else ""
        longer = abs(len(name) - len(joined)) - (len(joined) >= _LEAST_FAR)
        if entry is None or (longer > 1 and once(name) != once(joined)):
            return None
        return entry if lone(words) == lone(BETWEEN_WORDS.split(entry[2].lower())) else None

    def _spelled_parted(self, reading: Reading) -> Entry | None:
        """Return the one name that two words are of which one is a word by itself: `kee truda`."""
        places = [place for place, mark in enumerate(reading.marks) if mark in (UNREAD, WORD, OTHERS)]
        if len(places) != 2 or places[1] - places[0] != 1 or reading.marks.count(UNREAD) != 1:
            return None
        if "payload" in reading.marks:
            return None
        plains = [reading.tokens[place].plain for place in places]
        joined = "".join(plains)
        if reading.tokens[places[1]].gap.strip(" -") or self._lexicon.stranger(joined):
            return None
        entry = self.spell(joined)
        if entry is None or sound(normalize(entry[2])) != sound(joined):
            return None
        return entry if parted(plains, entry) else None

    def _spelled_run(self, tokens: list[Token], after: list[Token], beside: bool) -> Entry | None:
        plains = [token.plain for token in tokens]
        if after and after[0].gap.strip() == "-" and len(after[0].plain) <= 2:
            entry = self.spell("".join(plains) + after[0].plain)
            if entry is not None:
                return entry
        if len(plains) > 1 and (
            len(plains) > _LONGEST_RUN
            or len("".join(plains)) < (_LEAST_PARTED if len(plains) == 2 else LEAST_TOGETHER)
            or any(token.gap.strip(" -.®™'") for token in tokens[1:])
        ):
            return None
        suffixed = len(plains) > 1 and len(plains[-1]) == 4 and tokens[-1].gap == "-"
        for joined in ("".join(plains), "".join(plains[:-1]) if suffixed else ""):
            if joined and not self._lexicon.stranger(joined):
                entry = self._lexicon.entry(joined) if suffixed else None
                entry = entry if entry and entry[0] else self.spell(joined, beside)
                if (
                    entry is not None
                    and entry[2].isascii()
                    and any(map(_is_accented, tokens))
                    and not is_international(normalize(entry[2]))
                ):
                    return None  # in no brand is an accent: dégerma, přejet
                if entry is not None and (
                    suffixed or len(plains) == 1 or not entry[2].isalpha() or parted(plains, entry)
                ):
                    return entry
        return None

    def _numbered(self, entry: Entry, following: list[Token]) -> Entry:
        """Return the name that a corrected one is with the number after it: `gardisil 9` is Gardasil 9."""
        number = following[0].plain if following else ""
        if not number.isdigit() or len(number) > 2 or following[0].gap.strip(" -"):
            return entry
        longer = self._lexicon.entry(normalize(entry[2]) + number)
        return longer if longer is not None and longer[0] else entry

    def spell(self, plain: str, beside: bool = False) -> Entry | None:
        """Return the name that a misspelled word meant."""
        stem = uncased(plain)
        entry = self._lexicon.entry(stem) if stem != plain else None
        if entry is not None and entry[0]:
            return entry  # trastuzumabem is no conjugate cut off
        return self._spelling().correct(plain, beside=beside)

    def _spelling(self) -> Speller:
        if self._speller is None:
            from immunocli.names.spelling import Speller  # RapidFuzz costs two interpreter starts

            keeper, known = self._lexicon.keeper, self._lexicon.all()
            may = {one: known[one] for one in keeper.spelled("therapy") if known[one][0]}
            close = keeper.close("therapy")
            self._speller = Speller(may, keeper.rivals("therapy"), close, self._lexicon.stranger_once)
        return self._speller


def _is_accented(token: Token) -> bool:
    """Say whether a Latin letter of a word has an accent."""
    return not token.text.isascii() and any(_FIRST_ACCENTED <= sign < _END_ACCENTED for sign in token.text)
