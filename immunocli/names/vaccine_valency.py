"""Reads vaccines that are named by how many types they hold: `HPV 9 VACC`, `9-valent`, `九价HPV疫苗`."""

from __future__ import annotations

from immunocli.names.reading import OURS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from immunocli.names.lexicon import Lexicon
    from immunocli.names.names_protocol import Entry
    from immunocli.names.reading import Hit, Reading
    from immunocli.names.tokens import Token

# What the words of `around.json` about valency tell; a role after = is how many types.
_VIRUS, _VALENT, _VACCINE, _ARTICLE = "virus", "valent", "vaccine", "article"
_NUMBERS = ("9", "4", "2")
_AND = ("e", "y", "et", "und", "and")
# Which types of the virus make how many.
_OF_TYPES = {
    frozenset(("16", "18")): "2",
    frozenset(("6", "11", "16", "18")): "4",
    frozenset("6 11 16 18 31 33 45 52 58".split()): "9",
}
# Tests look for two of the types, for just these four or nine only a vaccine is made.
_LEAST_LISTED = 4
_EACH_TYPE = frozenset[str]().union(*_OF_TYPES)
_LONGEST = 10
# Of so many words one word is made at most, and so one in Latin letters begins.
_MOST_JOINED, _JOINED = 4, ("hpv", "vph")
_HUMAN = ("human", "humain", "uman", "челов")
_BEGINNING = ("human", "h", "papilloma")
_MOST_REMEMBERED, _LEAST_VALENT = 4096, 6
_HEPATITIS = frozenset(
    "hep hepatitis hepatite hepatit hepatitt hepatitida hepatitidy epatite гепатита гепатит".split()
)
_HEPATITIS_B = ("hbv", "vhb")
# Doses are of a vaccine, and so are codes of CVX.
_OF_VACCINES = ("dose", "doses", "cvx")
# Beside one of these it is a part of another vaccine, or no vaccine.
_OTHER_VACCINES = frozenset(
    "a а immunoglobulin globulin inmunoglobulina immunoglobulina иммуноглобулин antibody "
    "antigen surface core dna rna viral virus serology therapeutic".split()
)

_OF_PAPILLOMA = "human-papillomavirus"
_HEPATITIS_VACCINE = ["hepatitis-b-vaccine"]
# Of which kind a vaccine is, or for whom; beside a word for a person the infection is meant.
_SHOT = "shot"
_KINDS = frozenset(
    "recombinant adsorbed adult adults adol adolescent adolescents pediatric ped peds series".split()
)
_PERSONS = frozenset("patient patients pt pts male female infant child children".split())
# What is told of a dose, and what of a type that was looked for.
_TOLD = ("dosing", "packing", "amount", "form", "route", "trial")
_TESTED = frozenset(
    "type types dna rna genotype genotypes genotyping positive negative pos neg detected wart warts".split()
)

# What vaccines for infants hold beside hepatitis B.
_INFANT_VACCINES = frozenset(
    "dtap dtp dtwp dpt tdap ipv hib polio poliovirus tetanus tetanos diphtheria difteria pertussis tosferina "
    "haemophilus hexavalent pentavalent".split()
)


class Valency:
    """Finds vaccines by how many types they hold.

    Args:
        lexicon: the names of therapies.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self.words = self._roles = lexicon.keeper.around("valency")
        # How many types, in words: nine-valent.
        self._counted = lexicon.keeper.around("number")
        self._first = frozenset(
            word for word, role in self._roles.items() if role == _VIRUS or role[:1] == "="
        ).union(_NUMBERS, _BEGINNING, self._counted)
        # How what is made of several of these words begins: hpv9v, 九价.
        self._begun = frozenset(
            word[0]
            for word, role in self._roles.items()
            if role != _VALENT and (word in self._first or not word.isascii())
        )
        self._beginning = self._first.union(
            (
                word
                for word, role in self._roles.items()
                if role == _VACCINE or (word[0] in self._begun and role != _ARTICLE)
            ),
            (before + word for word in (*_HEPATITIS, *_HEPATITIS_B) for before in ("", "anti")),
        )
        self._parts: dict[str, tuple[str, ...]] = {}

    def may_begin(self, plain: str) -> bool:
        """Say whether the name of such a vaccine may begin with a word."""
        if plain in self._beginning:
            return True
        if plain.isascii() and plain.isalpha() and not plain.startswith(_JOINED):
            return False  # as most words
        return plain[:1] in self._begun and bool(self._roles_of(plain))

    def named(self, tokens: list[Token], place: int) -> tuple[Entry | None, int]:
        """Return the vaccine named at a place and where its name ends.

        The string must speak of a vaccine, of its doses or its valency: a test for the virus is none.
        """
        virus, valent, last, listed = False, "", place, 0
        for at in range(place, min(place + _LONGEST, len(tokens))):
            plain = tokens[at].plain
            if virus and not valent and plain in _EACH_TYPE:
                valent, last, listed = _by_types(tokens, at)
                break
            following = tokens[at + 1].plain if at + 1 < len(tokens) else ""
            roles = self._roles_of(plain)
            is_virus = _VIRUS in roles or (
                plain == "papilloma" and (following == "virus" or _is_against(tokens, at))
            )
            told = next((role[1:] for role in roles if role[:1] == "="), "")
            before = self._roles_of(tokens[at - 1].plain) if at > place else ()
            if self._counted.get(plain) and self._roles.get(following) == _VALENT:
                told = self._counted[plain][1:]
            if plain in _NUMBERS and (self._roles.get(following) == _VALENT or _VIRUS in before):
                told = plain
            if not (is_virus or told or roles) or (told and valent not in ("", told)):
                break
            virus = virus or is_virus
            valent = valent or told
            if (
                is_virus
                or told
                or (
                    virus
                    and valent
                    and (
                        roles == (_VALENT,)
                        or (plain == "virus" and following != "like")
                        or plain.startswith(_HUMAN)
                    )
                )
            ):
                last = at + 1
        if not virus or not valent or not (self._speaks_of_vaccine(tokens) or listed >= _LEAST_LISTED):
            return None, 0
        lexicon = self._lexicon
        return lexicon.entry(f"hpv{valent}vaccine") or lexicon.entry(f"hpv{valent}"), last

    def against_hepatitis(self, tokens: list[Token], place: int) -> tuple[Entry | None, int]:
        """Return the vaccine against hepatitis B named at a place, in any country's words, and where its name ends."""
        plain = tokens[place].plain.removeprefix("anti")
        following = tokens[place + 1].plain if place + 1 < len(tokens) else ""
        if plain in _HEPATITIS_B and any(self._roles.get(token.plain) == _VACCINE for token in tokens):
            following, plain, length = "b", "hep", 1
        else:
            length = 2
        if plain not in _HEPATITIS or following not in ("b", "в") or not self._speaks_of_vaccine(tokens):
            return None, 0
        if any(token.plain in _OTHER_VACCINES or token.plain in _INFANT_VACCINES for token in tokens):
            return None, 0
        return self._lexicon.entry("hepatitisbvaccine"), place + length

    def told_again(self, reading: Reading, place: int) -> bool:
        """Say whether a word behind a vaccine's name tells how many types it holds: `HPV4 vaccine, quadrivalent`.

        A brand that a number tells from another is then the one with that number: `Gardasil nonavalent`.
        """
        tokens, hit = reading.tokens, reading.hits[-1]
        role = self._roles.get(tokens[place].plain, "")
        if role == _VALENT and tokens[place - 1].plain in (*_NUMBERS, *self._counted):
            return reading.marks[place - 1] in ("class", OURS)
        following = tokens[place + 1].plain if place + 1 < len(tokens) else ""
        if tokens[place].plain in _NUMBERS and self._roles.get(following) == _VALENT:
            role = f"={tokens[place].plain}"
        if hit.last == place and not tokens[place].gap.strip(" -"):
            role = role or self._counted.get(tokens[place].plain, "")  # Gardasil nine
        vaccine = self._lexicon.entry(f"hpv{role[1:]}vaccine") if role[:1] == "=" else None
        if vaccine is None:
            return False
        name = "".join([token.plain for token in reading.tokens[hit.first : hit.last]])
        numbered = self._lexicon.entry(f"{name}{role[1:]}")
        if numbered is not None and numbered[0] == vaccine[0]:
            hit.entry = numbered
        return bool(hit.entry[0] == vaccine[0])

    def _roles_of(self, plain: str) -> tuple[str, ...]:
        """Return the roles of a word, or of those of which it is made: HPV9v, 九价HPV疫苗, Tetravalent-HPV."""
        role = self._roles.get(plain)
        if role is not None:
            return (role,)
        if plain.isascii() and (plain.isdigit() or (plain.isalpha() and not plain.startswith(_JOINED))):
            return ()
        known = self._parts.get(plain)
        if known is None:
            if len(self._parts) >= _MOST_REMEMBERED:
                self._parts.clear()
            known = self._parts[plain] = self._cut(plain, _MOST_JOINED)
        return known

    def _cut(self, plain: str, most: int) -> tuple[str, ...]:
        """Return the roles of at most so many words that a word is made of; empty when it is made of others, too."""
        for end in range(len(plain), 0, -1):
            role = self._roles.get(plain[:end])
            if role is None and plain[:end] in _NUMBERS and not plain[end : end + 1].isdigit():
                role = f"={plain[:end]}"
            if role is None or role == _ARTICLE:
                continue
            if end == len(plain):
                return (role,)
            rest = self._cut(plain[end:], most - 1) if most > 1 else ()
            if rest:
                return (role, *rest)
        return ()

    def _speaks_of_vaccine(self, tokens: list[Token]) -> bool:
        return any(
            _VACCINE in self._roles_of(token.plain)
            or self._roles.get(token.plain) == _VACCINE
            or self._tells_valency(token.plain)
            or token.plain in _OF_VACCINES
            or token.plain.endswith("valent")
            for token in tokens
        )

    def _tells_valency(self, plain: str) -> bool:
        """Say whether a word is written of vaccines alone: `valence`, `nonavalente`."""
        role = self._roles.get(plain, "")
        return len(plain) >= _LEAST_VALENT and plain.isalpha() and (role == _VALENT or role[:1] == "=")


def _is_against(tokens: list[Token], place: int) -> bool:
    """Say whether a word says against what a vaccine is: `vaccino anti-papilloma`."""
    return place > 0 and tokens[place - 1].plain == "anti"


def _by_types(tokens: list[Token], place: int) -> tuple[str, int, int]:
    """Return how many types are listed from a place on, when a vaccine holds just these, where that ends, and how many."""
    types: set[str] = set()
    last = place
    for at in range(place, len(tokens)):
        if tokens[at].plain in _EACH_TYPE:
            types.add(tokens[at].plain)
            last = at + 1
        elif tokens[at].plain not in _AND:
            break
    return _OF_TYPES.get(frozenset(types), ""), last, len(types)


def is_dose_of_vaccine(reading: Reading, hit: Hit) -> bool:
    """Say whether a short name with its digit stands beside what is told of a dose: `HPV4 male age 17`.

    One of hepatitis B is a vaccine's beside what vaccines alone are: recombinant, for adults and adolescents.
    """
    ids: list[str] = hit.entry[0]
    if ids == _HEPATITIS_VACCINE:
        return _is_of_vaccines(reading, hit)
    if not ids[0].startswith(_OF_PAPILLOMA) or not reading.written(hit).isalnum():
        return False
    return any(mark in _TOLD for mark in reading.marks) and _TESTED.isdisjoint(
        token.plain for token in reading.tokens
    )


def is_shot(reading: Reading, hit: Hit, words: dict[str, str]) -> bool:
    """Say whether right behind a short name of a vaccine stands a word for an injection: `hep B shots`."""
    behind = reading.tokens[hit.last : hit.last + 1]
    shot = bool(behind) and not behind[0].gap.strip() and words.get(behind[0].plain) == _SHOT
    return shot and hit.entry[0] == _HEPATITIS_VACCINE


def _is_of_vaccines(reading: Reading, hit: Hit) -> bool:
    """Say whether a string that is read in full tells of which kind a vaccine is, or for whom: `hep B, adult`."""
    told = {token.plain for token in reading.tokens[: hit.first] + reading.tokens[hit.last :]}
    return not reading.unread() and not _KINDS.isdisjoint(told) and _PERSONS.isdisjoint(told)


def is_mixture(tokens: list[Token], entry: Entry) -> bool:
    """Say whether a vaccine against hepatitis B is but a part of one that is none of ours: DTaP-HepB-IPV."""
    of_the_virus = entry[0] == _HEPATITIS_VACCINE and "brand" not in entry[1]
    return of_the_virus and any(token.plain in _INFANT_VACCINES for token in tokens)
