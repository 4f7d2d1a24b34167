"""Reads vaccines that are named by how many types they hold: `HPV 9 VACC`, `9-valent`."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from immunocli.names.keeper import Entry
    from immunocli.names.lexicon import Lexicon
    from immunocli.names.tokens import Token

_VALENT = {
    "9": "9", "9v": "9", "9valent": "9", "nonavalent": "9", "ninevalent": "9",
    "4": "4", "4v": "4", "4valent": "4", "quadrivalent": "4", "tetravalent": "4", "quad": "4",
    "2": "2", "2v": "2", "2valent": "2", "bivalent": "2",
}  # fmt: skip
_VIRUS = frozenset(("hpv", "papillomavirus", "vph", "humanpapillomavirus"))
_VACCINE = frozenset(
    "vaccine vaccines vacc vac vcc vacuna vaccin vaccino vacina impfstoff recombinant recomb".split()
)


def named(tokens: list[Token], place: int, lexicon: Lexicon) -> tuple[Entry | None, int]:
    """Return the vaccine named at a place and where its name ends.

    The string must speak of a vaccine: a test for the virus is none.
    """
    words = [token.plain for token in tokens[place : place + 5]]
    first = 1 if words[0] == "human" and len(words) > 1 else 0
    if first and words[1] == "papilloma":
        first, words[first + 1 :] = 1, words[first + 1 :]
        words[1:3] = ["papillomavirus"]
    if words[first : first + 1] and words[first] in _VIRUS:
        after = words[first + 1 : first + 3]
        if after and after[0] in _VALENT:
            width = first + (3 if after[1:] == ["valent"] else 2)
            return _entry(_VALENT[after[0]], tokens, lexicon), place + width
    if words[0] in _VALENT and len(words) > 1:
        first = 2 if words[1] == "valent" else 1
        rest = words[first:]
        if rest[:1] == ["human"]:
            first, rest = first + 1, rest[1:]
        if rest and rest[0] in _VIRUS:
            return _entry(_VALENT[words[0]], tokens, lexicon), place + first + 1
    return None, 0


def _entry(valent: str, tokens: list[Token], lexicon: Lexicon) -> Entry | None:
    if not any(token.plain in _VACCINE for token in tokens):
        return None
    return lexicon.entry(f"hpv{valent}vaccine") or lexicon.entry(f"hpv{valent}")
