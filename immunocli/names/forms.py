"""Compares what a person types with the names in the data."""

_MOST_FOLDED = 4096
# Longer names are nobody's: matching stops before it costs anything.
LONGEST_NAME = 200

_SIGNS = "™®©℠"
_GREEK = {
    "α": "alfa", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "ζ": "zeta",
    "η": "eta", "θ": "theta", "ι": "iota", "κ": "kappa", "λ": "lambda", "μ": "mu",
    "ν": "nu", "ξ": "xi", "π": "pi", "ρ": "rho", "σ": "sigma", "ς": "sigma",
    "τ": "tau", "υ": "upsilon", "φ": "phi", "χ": "chi", "ψ": "psi", "ω": "omega",
}  # fmt: skip

# One spelling for what is written in several ways: INN "alfa" for "alpha", American for British.
_SPELLINGS = (
    ("alpha", "alfa"),
    ("aemia", "emia"),
    ("haem", "hem"),
    # Not "leuc" alone: leucine is no Leukine, leucovorin no leukovorin.
    ("leucem", "leukem"),
    ("leucoc", "leukoc"),
    ("leucop", "leukop"),
    ("tumour", "tumor"),
    ("oesoph", "esoph"),
    ("oedema", "edema"),
    ("paed", "ped"),
    ("gynaec", "gynec"),
    ("rrhoea", "rrhea"),
    ("coelia", "celia"),
    ("foetal", "fetal"),
    ("colour", "color"),
    ("fibre", "fiber"),
    ("centre", "center"),
    ("immunis", "immuniz"),
    ("localis", "localiz"),
    ("metastasis", "metastases"),
)  # fmt: skip

# Markers whose sign says the opposite of another sign: HER2+ is HER2-positive, HER2- negative.
_MARKERS = ("her2", "hr", "er", "pr", "ph", "egfr", "alk", "cd20", "cd30", "hpv", "pdl1", "pd-l1")

# What each letter becomes; all else is left out.
_SMALL = "abcdefghijklmnopqrstuvwxyz0123456789"
_ASCII: "dict[int, int | None]" = {**dict.fromkeys(range(128)), **str.maketrans(_SMALL.upper(), _SMALL)}
_ASCII.update(str.maketrans(_SMALL, _SMALL))


def normalize(name: str) -> str:
    """Return the form in which two names are compared.

    Case, accents, spaces, punctuation and trademark signs do not count; Greek letters are
    spelled out; British and American spellings are one. Idempotent. Empty when nothing is left.

    Args:
        name: what was typed or stands in the data, of any length.
    """
    if not name.isascii():
        name = fold(name)
    if "+" in name or "- " in name or "-/" in name or name.endswith("-"):
        name = _spoken(name)
    plain = name.translate(_ASCII)
    while _may_vary(plain):
        before = plain
        for variant, chosen in _SPELLINGS:
            if variant in plain:
                plain = plain.replace(variant, chosen)
        if plain == before:
            break
    return plain


def word_by_word(text: str) -> str:
    """Return the words of a text, each normalized, as lists of words around names have them."""
    return " ".join(map(normalize, text.split()))


def _may_vary(plain: str) -> bool:
    """Say whether one of `_SPELLINGS` may stand in a name: written out, as every name asks."""
    return (
        "ae" in plain or "oe" in plain or "ph" in plain or "our" in plain or "euc" in plain or "tre" in plain
        or "bre" in plain or "nis" in plain or "lis" in plain or "sis" in plain
    )  # fmt: skip


def _spoken(name: str) -> str:
    """Return `name` with the signs of markers as words: they are all that tells two opposites apart."""
    lower = f" {name.lower()} "
    for sign, word in (("+", " positive "), ("-", " negative ")):
        if lower.count(sign) == lower.count(f" {sign}"):
            continue  # it stands between two names, and behind no marker
        for marker in _MARKERS:
            place = lower.find(marker + sign)
            while place > 0:
                end = place + len(marker)
                if not lower[place - 1].isalnum() and not lower[end + 1].isalnum():
                    lower = lower[:end] + word + lower[end + 1 :]
                place = lower.find(marker + sign, end)
    return lower


def fold(name: str) -> str:
    """Return `name` without accents and trademark signs, lower-case, Greek letters spelled out."""
    import unicodedata  # most names are ASCII and never need its tables

    for sign in _SIGNS:
        name = name.replace(sign, " ")
    return unicodedata.normalize("NFKD", name.casefold()).casefold().translate(_FOLDED)


class _Folded(dict[int, str]):
    """What each character of a name becomes, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        import unicodedata

        character = chr(code)
        if character in _GREEK:
            folded = _GREEK[character]
        elif character.isascii() or character.isalnum() or "\ud800" <= character <= "\udfff":
            folded = character  # what was no text is part of no name
        else:
            folded = "" if unicodedata.combining(character) else " "
        if len(self) < _MOST_FOLDED:
            self[code] = folded
        return folded


_FOLDED = _Folded()


def singular(normalized: str) -> "list[str]":
    """Return the forms a normalized plural may have in the singular, likeliest first."""
    forms = []
    if normalized.endswith("ies"):
        forms.append(normalized[:-3] + "y")
    if normalized.endswith(("ses", "xes", "ches", "shes")):
        forms.append(normalized[:-2])
    if normalized.endswith("s") and not normalized.endswith("ss"):
        forms.append(normalized[:-1])
    if normalized.endswith("mata"):
        forms.append(normalized[:-2])
    if normalized.endswith("metastases"):
        forms.append(normalized[:-2] + "is")
    return forms
