"""Reads what tables write around the names of drugs: doses, forms, brackets, combinations."""

from __future__ import annotations

from immunocli.names import (
    denials,
    descriptors,
    doses,
    dotted,
    drug_labels,
    glued_on,
    numbered_brands,
    other_things,
    reordered,
    shared_names,
    sheet_words,
    short_names_with_dose,
    shortened_pairs,
    signs,
    slips_beside,
    slips_inside,
    spelled_beside,
    untreated,
    words_beside_drugs,
)
from immunocli.names.added import is_added
from immunocli.names.beginnings import lazily
from immunocli.names.drug_spelling import DrugSpelling
from immunocli.names.drug_worth import weighed
from immunocli.names.glued import apart, is_suffix, parted, uninflected
from immunocli.names.heard_names import HeardNames
from immunocli.names.longer_names import longer_stranger, mark_strangers, told_of
from immunocli.names.misread import misread
from immunocli.names.plain_orders import PlainOrders
from immunocli.names.reading import (
    CHANCE,
    LIKELY,
    NUMBER,
    OTHERS,
    OURS,
    PARTNER,
    SPELLING,
    SUFFIX,
    SURE,
    UNREAD,
    Found,
    Hit,
    Reading,
    nothing,
)
from immunocli.names.sureness import LEAST_SURE, strength
from immunocli.names.tokens import Cutter, rest_of
from immunocli.names.vaccine_valency import Valency, is_mixture

TYPE_CHECKING = False
if TYPE_CHECKING:
    from immunocli.names.lexicon import Lexicon
    from immunocli.names.names_protocol import Entry

_LONGEST_SPAN = 12  # no name has more words
_LOOKS = (slips_inside.read, slips_beside.read)
_ALONE = ("mab", "tagene", "mogene", "leucel")


class DrugStrings:
    """Finds therapies in strings.

    Args:
        lexicon: the names of therapies.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._roles = lexicon.roles
        self._shared = lexicon.keeper.around(shared_names.SHARED)
        self._things = lexicon.keeper.around(other_things.THINGS)
        self._cut = Cutter().cut
        self._spelling = DrugSpelling(lexicon)
        self._heard = HeardNames(lexicon)
        self._valency = Valency(lexicon)
        self._orders = PlainOrders(lexicon)
        self._beginnings = lazily(lexicon)
        self._billed = tuple(word for word, role in self._roles.items() if role in doses.BILLING)

    def read(self, text: str) -> Found:
        """Return the therapies that `text` names; it is no name by itself."""
        found = self._whole(text)
        if (found.entries and found.how != SPELLING) or not sheet_words.is_label(text):
            return found
        return drug_labels.read(text, found, self._lexicon, self._read)

    def _whole(self, text: str) -> Found:
        """Return the therapies that a string names as it stands."""
        reading = self._read(text)
        if (plain := self._orders.read(reading)) is not None:
            return plain
        descriptors.read(reading, self._lexicon, self._spelling.cut_off)
        if reading.hits or PARTNER in reading.marks:
            shortened_pairs.read(reading, self._lexicon, self._spelling.cut_off)
        if not reading.hits:
            found = reordered.whole(
                reading, self._beginnings, self._cut, self._roles
            ) or self._spelling.whole(reading)
            if found and other_things.is_of_other(reading, found, self._things):
                return nothing()
            if found or not (
                self._heard.spelled(reading)
                or any(look(reading, self._lexicon, self._spelling.spell) for look in _LOOKS)
            ):
                return found or nothing(told_of(reading, self._lexicon))
        elif all(hit.strength == CHANCE for hit in reading.hits):
            slips_beside.read(reading, self._lexicon, self._spelling.spell)
        numbered_brands.settle(reading, self._lexicon)
        denials.read_phrases(reading, self._roles)
        untreated.settle(reading)
        mark_strangers(reading, self._lexicon)
        shared_names.settle(reading, self._shared)
        completed = self._spelling.completed(reading)
        denials.keep_given(reading, self._lexicon.keeper.around)
        return self._decided(reading, completed) if reading.hits else nothing()

    def _read(self, text: str) -> Reading:
        """Return what each word of a string is."""
        tokens = self._cut(text)
        if "." in text:
            tokens = dotted.joined(tokens, text)
        tokens = (apart if text.isascii() else parted)(tokens, self._roles)
        reading = Reading(text, tokens)
        roles, begins, place = self._roles, self._lexicon.begins, 0
        while place < len(tokens):
            plain = tokens[place].plain
            role = roles.get(plain)
            last = 0 if tokens[place].text.isascii() else self._heard.read(reading, place)
            if not last and (begins(plain) or self._valency.may_begin(plain)):
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
            if not self._lexicon.begins(joined) or doses.counts(tokens, last):
                break
            entry = self._lexicon.entry(joined)
            following = tokens[last + 1].plain if last + 1 < len(tokens) else ""  # a payload: another drug
            if entry is not None and not (found and self._roles.get(following) == "payload"):
                best, found, plain = last + 1, entry, joined
        if self._valency.may_begin(tokens[place].plain):
            vaccine, last = self._valency.named(tokens, place)
            if vaccine is None:
                vaccine, last = self._valency.against_hepatitis(tokens, place)
            if vaccine is not None and (last, True) > (
                best,
                found is not None and found[1] != "abbreviation",
            ):
                found, best, plain = [vaccine[0], "synonym", vaccine[2]], last, "".join(vaccine[0])
                if place and reading.marks[place - 1] == "anti":
                    reading.marks[place - 1] = "class"
        if found is not None and best < len(tokens) and not tokens[best].gap:  # 가다실9프리필드시린지
            numbered_name = plain + doses.number_of(tokens[best].plain)
            found = (self._lexicon.entry(numbered_name) if numbered_name != plain else None) or found
        if found is None or plain.isdigit():
            return 0
        if (
            best == place + 1
            and role not in (None, PARTNER)
            and len(plain) < 7
            and not is_added(tokens, place)
        ):
            return 0
        if longer_stranger(tokens, place, best, self._lexicon) or is_mixture(tokens, found):
            return 0
        if found[0]:
            how_sure = strength(found, plain, reading.text, tokens[place].start, tokens[best - 1].end)
            reading.hits.append(Hit(place, best, found, how_sure))
        reading.mark(place, best, OURS if found[0] else OTHERS)
        return best

    def _strange(self, reading: Reading, place: int, role: str | None) -> int:
        """Read a word at which no name of ours begins; return how many words were read."""
        tokens = reading.tokens
        token = tokens[place]
        if role is not None or token.plain == "o":
            reading.marks[place] = words_beside_drugs.role_here(reading, place, role or UNREAD)
            return 1
        plain, hits = token.plain, reading.hits
        if hits and self._valency.told_again(reading, place):
            reading.marks[place] = "class"
            return 1
        if hits and not reading.text.isascii() and words_beside_drugs.is_quoted(reading, place):
            reading.marks[place] = "maker"
            return 1
        if not plain.isalpha():
            if doses.is_amount(plain, self._roles):
                reading.marks[place] = (
                    "amount"
                    if not plain.isdigit()
                    else UNREAD
                    if numbered_brands.is_other(reading, place, self._lexicon)
                    else NUMBER
                )
                return 1
            if doses.is_billed(plain):
                reading.marks[place] = "billing"
                return 1
            if doses.is_interval(plain) or words_beside_drugs.is_cycle_of(reading, place):
                reading.marks[place] = "dosing"
                return 1
            alone = not (hits or short_names_with_dose.is_before_ours(tokens, place, self._lexicon))
            if doses.is_cycle(plain, alone=alone) or doses.is_after_word(plain, self._roles):
                reading.marks[place] = "amount"
                return 1
        if (plain.endswith(self._billed) or plain[:1].isdigit()) and doses.is_packed(plain, self._roles):
            reading.marks[place] = "amount" if plain[0].isdigit() else "billing"
            return 1
        if token.gap == "-" and hits and hits[-1].last == place and is_suffix(token, hits[-1], tokens):
            reading.marks[place] = SUFFIX
            return 1
        return (
            1 if self._glued(reading, place) else self._misread(reading, place) or self._alone(reading, place)
        )

    def _glued(self, reading: Reading, place: int) -> bool:
        """Read a name that was written together with its amount or form."""
        token = reading.tokens[place]
        if token.plain.isascii() and token.plain.isalpha():
            return False
        for name, rest in doses.unglued(token.plain, self._roles):
            entry = self._lexicon.entry(name)
            if rest.isdigit() and numbered_brands.tells_apart(name, self._lexicon):
                return False
            if entry is not None and entry[0] and (not name.isascii() or len(name) >= LEAST_SURE):
                reading.hits.append(Hit(place, place + 1, entry, SURE))
                reading.marks[place] = OURS
                return True
        for name in uninflected(token.plain):
            entry = self._lexicon.entry(name)
            if entry is not None and entry[0] and self._lexicon.stranger(token.plain) is None:
                reading.hits.append(Hit(place, place + 1, [entry[0], SPELLING, entry[2]], SURE))
                reading.marks[place] = OURS
                return True
        return glued_on.read(reading, place, self._lexicon)

    def _misread(self, reading: Reading, place: int) -> int:
        """Read a name in which a scanner took one sign for another; return how many words it is."""
        entry, words = misread(reading.tokens, place, self._lexicon)
        if entry is not None:
            reading.hits.append(Hit(place, place + words, [entry[0], SPELLING, entry[2]], SURE))
            reading.mark(place, place + words, OURS)
        return words

    def _alone(self, reading: Reading, place: int) -> int:
        """Read the first word of a name, when the names of one record alone begin with it; return 1."""
        plain = reading.tokens[place].plain
        if len(plain) < 9 or not plain.endswith(_ALONE):
            return 1
        entry = self._beginnings().one(plain)
        if entry is not None:
            reading.hits.append(Hit(place, place + 1, entry, LIKELY))
            reading.marks[place] = OURS
        return 1

    def _decided(self, reading: Reading, completed: bool) -> Found:
        """Return what is named, from the whole of what was read."""
        unread = reading.unread()
        corrected = spelled_beside.read(reading, unread, self._spelling.spell) or completed
        for hit in reading.hits:
            if hit.strength == SURE and hit.entry[1] == "code" and words_beside_drugs.goes_on(reading, hit):
                hit.strength = CHANCE
            elif hit.strength == SURE and hit.entry[1] == "biosimilar" and self._known(reading, hit):
                hit.strength = LIKELY
        doubtful = weighed(reading, bool(unread), self._known, self._valency.words)
        if not reading.hits:
            return nothing()
        unread = reading.unread()
        entries = [hit.entry for hit in sorted(reading.hits, key=lambda hit: hit.first)]
        return Found(
            entries,
            entries[0][1],
            review=bool(unread)
            or corrected
            or doubtful
            or words_beside_drugs.is_doubtful(reading)
            or shared_names.is_doubtful(reading, self._shared)
            or signs.is_doubtful(reading, self._lexicon)
            or any(entry[1] == SPELLING for entry in entries),
            unread=rest_of(reading.text, reading.tokens, unread),
        )

    def _known(self, reading: Reading, hit: Hit) -> tuple[str, str] | None:
        """Return what else a name of ours is."""
        return self._lexicon.stranger("".join([one.plain for one in reading.tokens[hit.first : hit.last]]))
