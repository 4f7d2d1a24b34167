"""Reads vaccines that are named by how many types they hold: `HPV 9 VACC`, `9-valent`."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from immunocli.names.keeper import Entry
    from immunocli.names.lexicon import Lexicon
    from immunocli.names.reading import Reading
    from immunocli.names.tokens import Token

# How many types words tell by themselves; a number does so beside the virus, or before "valent".
_TYPES = {
    "nonavalente": "9", "tetravalente": "4", "quadrivalente": "4", "cuadrivalente": "4", "bivalente": "2",
    "девятивалентная": "9", "четырехвалентная": "4", "квадривалентная": "4", "двухвалентная": "2", "бивалентная": "2",
    "9fach": "9", "4fach": "4", "2fach": "2",
    "9v": "9", "9valent": "9", "9val": "9", "nonavalent": "9", "ninevalent": "9", "9vhpv": "9", "hpv9v": "9",
    "4v": "4", "4valent": "4", "4val": "4", "quadrivalent": "4", "tetravalent": "4", "quad": "4", "qval": "4",
    "4vhpv": "4", "hpv4v": "4", "hpv9": "9", "hpv4": "4", "hpv2": "2",
    "2v": "2", "2valent": "2", "2val": "2", "bivalent": "2", "2vhpv": "2",
}  # fmt: skip
_NUMBERS = ("9", "4", "2")
_VALENT = ("valent", "val", "fach", "voudig", "валентная")
_VIRUS = frozenset(
    "hpv papillomavirus papilomavirus vph папилломавирус humanpapillomavirus 9vhpv 4vhpv 2vhpv hpv9v hpv4v hpv9 hpv4 "
    "hpv2".split()
)
_VACCINE = frozenset(
    "vaccinatie vaccination vaccinazione vaksine szczepionka schutzimpfung rokote "
    "vaccine vaccines vacc vac vcc vacuna vaccin vaccino vacina вакцина impfstoff impfung "
    "recombinant recomb".split()
)
# What else the name of such a vaccine holds.
_BETWEEN = frozenset(
    "human humano humana umano humain humains humane h papilloma virus valent val type types tipo tipos "
    "человека человеческии вируса типа типов vaccine vaccines vacc vac vcc vacuna vaccin vaccino vacina вакцина "
    "impfstoff impfung fach against".split()
).union(_VACCINE)
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
_FIRST = _VIRUS.union(_TYPES, _NUMBERS, ("human", "h", "papilloma", "papiloma", "папилломы"))
_LONGEST = 10
_HEPATITIS = frozenset("hep hepatitis hepatite hepatit epatite гепатита гепатит".split())
_HEPATITIS_B = ("hbv", "vhb")
# Doses are of a vaccine, and so are codes of CVX.
_OF_VACCINES = ("dose", "doses", "cvx")
# Beside one of these it is a part of another vaccine, or no vaccine.
_OTHER_VACCINES = frozenset(
    "a а immunoglobulin globulin inmunoglobulina immunoglobulina иммуноглобулин antibody "
    "antigen surface core dna rna viral virus serology therapeutic".split()
)

# What vaccines for infants hold beside hepatitis B.
_INFANT_VACCINES = frozenset(
    "dtap dtp dtwp dpt tdap ipv hib polio poliovirus tetanus tetanos diphtheria difteria pertussis tosferina "
    "haemophilus hexavalent pentavalent".split()
)


def named(tokens: list[Token], place: int, lexicon: Lexicon) -> tuple[Entry | None, int]:
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
        is_virus = (
            plain in _VIRUS
            or (plain == "papilloma" and (following == "virus" or _is_against(tokens, at)))
            or plain in ("papiloma", "папилломы")
        )
        told = _TYPES.get(plain, "")
        if plain in _NUMBERS and (following in _VALENT or (at > place and tokens[at - 1].plain in _VIRUS)):
            told = plain
        if not (is_virus or told or plain in _BETWEEN) or (told and valent not in ("", told)):
            break
        virus = virus or is_virus
        valent = valent or told
        if is_virus or told or (virus and valent and plain in (*_VALENT, "virus")):
            last = at + 1
    if not virus or not valent or not (_speaks_of_vaccine(tokens) or listed >= _LEAST_LISTED):
        return None, 0
    return lexicon.entry(f"hpv{valent}vaccine") or lexicon.entry(f"hpv{valent}"), last


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


def against_hepatitis(tokens: list[Token], place: int, lexicon: Lexicon) -> tuple[Entry | None, int]:
    """Return the vaccine against hepatitis B named at a place and where its name ends, as lists of any country have it."""
    plain = tokens[place].plain.removeprefix("anti")
    following = tokens[place + 1].plain if place + 1 < len(tokens) else ""
    if plain in _HEPATITIS_B and any(token.plain in _VACCINE for token in tokens):
        following, plain, length = "b", "hep", 1
    else:
        length = 2
    if plain not in _HEPATITIS or following not in ("b", "в") or not _speaks_of_vaccine(tokens):
        return None, 0
    if any(token.plain in _OTHER_VACCINES or token.plain in _INFANT_VACCINES for token in tokens):
        return None, 0
    return lexicon.entry("hepatitisbvaccine"), place + length


def told_again(reading: Reading, place: int, lexicon: Lexicon) -> bool:
    """Say whether a word behind a vaccine's name tells how many types it holds: `HPV4 vaccine, quadrivalent`.

    A brand that a number tells from another is then the one with that number: `Gardasil nonavalent`.
    """
    valent, hit = _TYPES.get(reading.tokens[place].plain), reading.hits[-1]
    vaccine = lexicon.entry(f"hpv{valent}vaccine") if valent else None
    if vaccine is None:
        return False
    name = "".join([token.plain for token in reading.tokens[hit.first : hit.last]])
    numbered = lexicon.entry(f"{name}{valent}")
    if numbered is not None and numbered[0] == vaccine[0]:
        hit.entry = numbered
    return bool(hit.entry[0] == vaccine[0])


def is_mixture(tokens: list[Token], entry: Entry) -> bool:
    """Say whether a vaccine against hepatitis B is but a part of one that is none of ours: DTaP-HepB-IPV."""
    of_the_virus = entry[0] == ["hepatitis-b-vaccine"] and "brand" not in entry[1]
    return of_the_virus and any(token.plain in _INFANT_VACCINES for token in tokens)


def may_begin(plain: str) -> bool:
    """Say whether the name of such a vaccine may begin with a word."""
    return plain in _FIRST or plain.removeprefix("anti") in (*_HEPATITIS, *_HEPATITIS_B)


def _speaks_of_vaccine(tokens: list[Token]) -> bool:
    return any(
        token.plain in _VACCINE or token.plain in _OF_VACCINES or token.plain.endswith("valent")
        for token in tokens
    )
