"""Cuts what is said about cancers into clauses, and says which of them tell of a cancer a person has."""

from __future__ import annotations

import re

from immunocli.names.cancer_words import KINDS, Canon, Item, is_tumor

TYPE_CHECKING = False
if TYPE_CHECKING:
    from immunocli.names.tokens import Token

_STRONG = re.compile(r"[;|()\[\]{}\n:]|\s-+\s|\s/\s|\.\s")
_WEAK = re.compile(r"[,/+&]")
_SPLITTING = frozenset(("with", "from", "con", "mit", "avec", "without", "plus", "who"))
_WEAK_WORDS = frozenset(("and", "or", "y", "und", "et", "e", "o", "vs", "versus", "oder", "ou"))
# "Not otherwise specified" denies nothing.
_AFTER_NOT = frozenset(
    "otherwise elsewhere specified stated having known further achieve achieved phenotyped remission".split()
)
# In other languages too: "no especificado", "nicht näher bezeichnet".
_NOTS = ("not", "no", "nao", "non", "nicht", "niet", "sans", "senza", "sin")
_SPECIFIED = tuple(
    "especific specific naher bezeichn precis clasific classific otra outra altra autre".split()
)
# Before these "no" is the "non" of a name: linfoma no Hodgkin, no microcítico, no de células pequeñas.
_NON = ("hodgkin", "microcit", "celulas", "pequen", "de")
# What is denied, looked for, past, another person's, benign, or only where a cancer has spread to.
BARRING = frozenset(("not-given", "kinship", "past", "screening", "benign", "spread"))
# Markers that are followed by a sign: HER2+.
MARKERS = frozenset("her2 hr er pr egfr alk braf ros1 ph msi pdl1 hpv cd20 cd30 brca flt3 kras".split())

# Cancers of blood and lymph: where they lie is no other cancer.
EVERYWHERE = frozenset(
    "hodgkin lymphoma leukemia letterer mycosis sezary reticulosarcoma lymphosarcoma histiocytosis "
    "reticuloendotheliosis mastocytosis mast burkitt lymphosarc myeloma kaposi".split()
)
_PLACES = frozenset("head neck face spleen limb arm lung skin gi palate soft abdomen".split())
# Prior to these nothing is past but a treatment.
_TREATMENTS = frozenset(
    "line lines therapy therapies treatment treatments systemic chemotherapy platinum transplant regimen "
    "regimens treated untreated".split()
)
# Alone these are no words.
_CUT_SHORT = ("melan", "leuk", "leuks", "mesothel", "sarcom", "lymphom")
# Words of illness that are part of the name of a cancer after these.
_SYNDROMES = ("syndrome", "syndromes", "synd", "syn")
_BEFORE_SYNDROME = ("myelodysplastic", "myelodyspls", "myelodys", "myelody", "sezary", "sezarys")
# A rest of a name of an intestine after these: sm int.
_SIZES = frozenset("small sm large lg".split())
# What is said of lymph after these is a lymphoma; before a site lymph is the nodes.
_LYMPHATIC = frozenset("lymph lym lymp".split())
_BEFORE_LYMPH = frozenset(
    "hodgkin hodgkins hdgkn hdgk hodg hdg lar center cntr foliclar follicular follic folicl zn tissue "
    "cell cel cns zone anaplast anaplastic unsp uns nodular ndlr mantle burkitt malignant oth t b".split()
)
_LIMBS = frozenset("upr upper lower low lowr upper eyelid ear eye breast lung kidney".split())
_COURSES = frozenset((("chronic", "phase"), ("borderline", "resectable"), ("who", "grade")))
# What may have caused a cancer.
_CAUSES = frozenset(
    "radiation therapy treatment aids hiv alcohol smoking ebv virus hpv sun tobacco asbestos".split()
)
_MARKED = frozenset("l1 pdl1 cd30 cd19 bcma gd2 ebv ntrk fusion itd claudin".split())
_BEFORE_LEUKEMIA = frozenset("ot oth ch chr ac act sbac sbc myl my mono mno lym lymp cl cel uns".split())
_AFTER_WITHOUT = frozenset("mention ach achv achieved achieving ah remission rmsn rmsion rmson".split())
# What says of a cystic growth that it is malignant.
_MALIGNANT = ("malig", "carcin", "cancer", "invasi")


class Clause:
    """Some words of a string that belong together.

    Args:
        items: their one forms.
        bracket: it stands in brackets.
        after: what parts it from the clause before: empty, `weak` or `strong`.
    """

    __slots__ = ("after", "bracket", "items", "places")

    def __init__(self, bracket: bool, after: str) -> None:
        self.items: list[Item] = []
        self.places: list[int] = []
        self.bracket = bracket
        self.after = after

    def speaks_of_cancer(self) -> bool:
        """Say whether a word of it says that a cancer is meant."""
        return any(item.role in KINDS or is_tumor(item.word) for item in self.items)

    def barred(self) -> bool:
        """Say whether what it names is not a cancer that a person has."""
        roles = [item.role for item in self.items]
        for place, item in enumerate(self.items):
            if item.role == "spread" and item.word.startswith("sec"):
                if any(role in KINDS for role in roles[place + 1 :]) or len(self.items) == 1:
                    return True
            elif item.role in BARRING:
                return True
        # "Malignant neoplasm of liver, secondary" has spread there; a secondary leukemia began there.
        last = self.items[-1] if self.items else None
        return (
            last is not None
            and last.word == "secondary"
            and any(one.role in KINDS for one in self.items)
            and not any(is_tumor(one.word) for one in self.items)
        )


def items_of(tokens: list[Token], canon: Canon) -> list[Item]:
    """Return the words of a string in their one form."""
    items: list[Item] = []
    words = canon.together([token.plain for token in tokens])
    for place, token in enumerate(tokens):
        after = tokens[place + 1].plain if place + 1 < len(tokens) else ""
        meant = [Item(word, role, place) for word, role in canon.of(words[place])]
        if " " in words[place]:
            items += meant
            continue
        if token.plain in _NOTS and (after in _AFTER_NOT or after.startswith(_SPECIFIED)):
            continue
        if token.plain in ("no", "nao") and after.startswith(_NON):
            items.append(Item("non", "", place))
            continue
        if token.plain == "not" and after.startswith("class"):
            items.append(Item("not", "course", place))
            continue
        items += _meant(tokens, place, meant)
        if token.plain in MARKERS:
            gap = tokens[place + 1].gap if place + 1 < len(tokens) else ""
            if gap.startswith("+"):
                items.append(Item("positive", "", place))
            elif gap.startswith("-") and gap != "-":
                items.append(Item("negative", "", place))
    if any(item.word in EVERYWHERE for item in items):
        for item in items:
            if item.role == "" and item.word in _PLACES:
                item.role = "area"
    return items


def _meant(tokens: list[Token], place: int, items: list[Item]) -> list[Item]:
    """Return what a word means beside its neighbors: `lymph` is a lymphoma or the nodes."""
    plain = tokens[place].plain
    before = tokens[place - 1].plain if place else ""
    after = tokens[place + 1].plain if place + 1 < len(tokens) else ""
    if plain in _LYMPHATIC:
        if after in ("node", "nodes") and not tokens[place + 1].gap.strip():
            return [Item(plain, "area", place)]
        if after.startswith("leu"):
            return [Item("lymphocytic", "", place)]
        if before in _BEFORE_LYMPH:
            return [Item("lymphoma", "", place)]
        if before in ("neo", "neopl", "neoplasm") and tokens[place].gap == " ":
            return [Item("secondary", "spread", place)]
    if after in ("related", "associated", "induced") and plain in _CAUSES:
        return [Item(plain, "course", place)]
    if plain == "gene" and after in ("mutation", "mutations", "rearrangement", "rearrangements", "fusion"):
        return [Item(plain, "course", place)]
    after_treatment = plain in ("prior", "previous", "previously") and after in _TREATMENTS
    if after_treatment or (plain == "surgery" and before in ("by", "after", "before")):
        return [Item(plain, "course", place)]
    if plain in _SYNDROMES and before in _BEFORE_SYNDROME:
        return [Item("syndrome", "", place)]
    if (plain, after) == ("second", "line") or (before == "node" and plain in ("positive", "negative")):
        return [Item(plain, "course", place)]
    if plain in ("multiple", "mult") and after in ("endocrine", "endo"):
        return [Item("multiple", "other-disease", place)]  # an inherited syndrome
    if (plain in _CUT_SHORT and len(tokens) == 1) or (plain == "melan" and after == "a"):
        return [Item(plain, "", place)]  # "melan" alone is no melanoma, and melan-A is a protein
    if plain == "fusion" and before in ("spinal", "spine"):
        return [Item(plain, "other-disease", place)]
    if plain == "mye" and before in ("mult", "multiple"):
        return [Item("myeloma", "", place)]
    if plain == "int" and before in _SIZES:
        return [Item("intestine", "", place)]
    if plain == "sm" and after in ("int", "intst", "intestine", "bowel"):
        return [Item("small", "", place)]
    if plain in ("intra", "solid") and after.startswith(("abd", "thorac", "pelv", "org")):
        return [Item(plain, "area", place)]
    if plain == "male" and any(token.plain.startswith(("breast", "nipple")) for token in tokens):
        return [Item(plain, "", place)]
    if plain == "nk" and before in ("face", "skn", "and", "head"):
        return [Item("neck", "area", place)]
    if len(plain) == 1 and plain in "lr" and after in _LIMBS:
        return [Item(plain, "area", place)]
    if (plain, after) in _COURSES or (before in _MARKED and plain in ("positive", "negative", "high")):
        return [Item(plain, "course", place)]
    if (plain, after) in (("h", "o"), ("s", "p")) and tokens[place + 1].gap == "/":
        return [Item("history", "past", place)]
    if plain in ("igg", "iga", "igm") and "myeloma" in before:
        return [Item(plain, "course", place)]
    if (plain == "no" and after.startswith("met")) or (before == "no" and plain.startswith("met")):
        return [Item(plain, "course", place)]
    if plain in ("mature", "cystic", "dermoid") and any(
        token.plain.startswith("teratoma") for token in tokens
    ):
        return [Item(plain, "benign", place)]
    growth = plain == "cystic" and after.startswith(("neoplas", "tumor"))
    if growth and not any(token.plain.startswith(_MALIGNANT) for token in tokens):
        return [Item(plain, "benign", place)]  # as most are, or not yet malignant
    if plain == "intestinal" and after == "type":
        return [Item("intestinaltype", "histology", place)]
    if plain == "r" and "r" in (before, after):
        return [Item("refractory", "course", place)]
    if plain == "risk" and after in ("of", "for", "assessment", "score", "factor", "factors"):
        return [Item("risk", "screening", place)]
    if plain == "neo" and place + 1 < len(tokens) and tokens[place + 1].gap == "-":
        return [Item("neo", "", place)]
    if plain == "leu" and tokens[place].gap == " " and before in _BEFORE_LEUKEMIA:
        return [Item("leukemia", "", place)]
    if plain == "o" and before == "w" and after not in _AFTER_WITHOUT:
        return [Item("without", "not-given", place)]
    return items


def parted(tokens: list[Token], items: list[Item], weak: bool) -> list[Clause]:
    """Return the clauses of a string.

    Args:
        tokens: its words.
        items: their one forms.
        weak: part at commas and conjunctions too.
    """
    clauses = [Clause(False, "")]
    by_place: dict[int, list[Item]] = {}
    for item in items:
        by_place.setdefault(item.place, []).append(item)
    depth = 0
    for place, token in enumerate(tokens):
        cut = ""
        if (
            (token.gap != " " and _STRONG.search(token.gap))
            or (token.plain in _SPLITTING and not _counts(tokens, place))
            or token.depth != depth
            or (token.plain == "to" and _spreads(by_place, place))
        ):
            cut = "strong"
        elif weak and (
            token.plain in _WEAK_WORDS or (_WEAK.search(token.gap) and not _marked(tokens, place))
        ):
            cut = "weak"
        depth = token.depth
        if cut and clauses[-1].places:
            clauses.append(Clause(token.depth > 0, cut))
        clauses[-1].bracket = clauses[-1].bracket or token.depth > 0
        clauses[-1].places.append(place)
        clauses[-1].items += by_place.get(place, ())
        if token.plain == "to" and cut:
            clauses[-1].items.append(Item("spread", "spread", place))
    return clauses


def carry(clauses: list[Clause]) -> list[bool]:
    """Return which clauses are barred: what is denied of one holds for those listed with it."""
    found: list[bool] = []
    for clause in clauses:
        inherited = bool(found) and found[-1] and clause.after == "weak"
        found.append(clause.barred() or inherited)
    return found


def _spreads(by_place: dict[int, list[Item]], place: int) -> bool:
    """Say whether "metastatic" or "metastases" stands before a "to"."""
    before = [item for one in range(max(0, place - 4), place) for item in by_place.get(one, ())]
    return any(item.role == "spread" or item.word.startswith("metastat") for item in before)


def _counts(tokens: list[Token], place: int) -> bool:
    """Say whether a "who" is the organization that counts grades."""
    after = tokens[place + 1].plain if place + 1 < len(tokens) else ""
    return (tokens[place].plain, after) in _COURSES


def _marked(tokens: list[Token], place: int) -> bool:
    """Say whether a plus sign belongs to the marker before it."""
    return tokens[place].gap.startswith("+") and tokens[place - 1].plain in MARKERS


def is_plain(part: Clause) -> bool:
    """Say whether a part names a cancer by its organ alone, and not as one of the skin."""
    return not any(
        item.role == "histology" or (item.role == "" and (is_tumor(item.word) or item.word == "skin"))
        for item in part.items
    )


def moved(clause: Clause) -> list[Item]:
    """Return the words of a clause with places counted from its first."""
    at = {place: count for count, place in enumerate(clause.places)}
    return [Item(item.word, item.role, at[item.place]) for item in clause.items]


def in_order(short: str, letters: list[str]) -> bool:
    """Say whether the letters of a short name begin the words before it, in order."""
    place = 0
    for letter in letters:
        if place < len(short) and letter == short[place]:
            place += 1
    return place == len(short)
