"""Brings the words of a cancer's name into one form, so that their order and spelling do not count."""

from __future__ import annotations

import re

from immunocli.names.forms import normalize

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from immunocli.names.names_protocol import Entry

# What says that a cancer is meant; the first of them that a name holds is the one that counts.
KINDS = ("carcinoma", "tumor", "cancer")
# Words that tell the course of a cancer or a part of an organ: they count where a name has them.
OPTIONAL = ("course", "area", "trial")
# Words that end so are names of tumors by themselves.
TUMORS = (
    "carcinoma", "sarcoma", "lymphoma", "melanoma", "myeloma", "blastoma", "glioma", "leukemia", "cytoma",
    "thelioma", "seminoma", "germinoma", "ependymoma", "thymoma", "chordoma", "meningioma", "teratoma",
    "carcinoid", "plasmacytoma", "hodgkin", "insulinoma", "gastrinoma", "craniopharyngioma", "schwannoma",
    "reticuloendotheliosis", "siwe", "hepatoma", "lymphoepithelioma", "myelodysplastic", "fungoide", "sezary", "erythremia",
    "mastocytosis", "pecoma", "adamantinoma", "synovioma", "fibromatosis",
)  # fmt: skip
# So the same words end in French: pancréatoblastome.
_FRENCH = tuple(f"{one[:-1]}{end}" for one in TUMORS if one.endswith("oma") for end in ("e", "es"))
# Stands for what says that a cancer is meant in names that say carcinoma or tumor.
_CALLED_CANCER = "cancer~"
_WITHOUT_ORDER = ("code", "abbreviation")
# Of these, the ones that are malignant whether it is said or not.
_MALIGNANT = (
    "carcinoma", "sarcoma", "lymphoma", "melanoma", "myeloma", "blastoma", "leukemia", "thelioma",
    "seminoma", "germinoma", "hodgkin",
)  # fmt: skip
# How far a cancer has grown: pT2N0M0.
_TNM = re.compile(
    r"[cpy]{0,2}t\d[a-d]?(?:n[\dx][a-c]?)?(?:m[\dx])?$|[cpy]{0,2}n\d[a-c]?(?:m\d)?$|g\d$|(?:i|ii|iii|iv)[a-e][1-3]?$"
)
_LEAST_PLURAL = 4
# Words of so many letters may end a word, after the name of an organ of so many.
_LEAST_END, _LEAST_ORGAN = 5, 4
# A name that says them stands for what is named without them too, unless that is a name of its own.
_FREELY = frozenset(("adult", "primary"))
# The leukemia, of which the words without order would be those of any: B-cell ALL.
_ALL = re.compile(r"(?<![A-Z]{2} )\bALL\b(?! [A-Z]{2})")
# Two words that say no more than one.
_TOGETHER = {
    ("urinary", "bladder"): "bladder",
    ("peritoneal", "cavity"): "peritoneal",
    ("islets", "langerhans"): "islet",
    ("estrogen", "receptor"): "hr",
    ("oestrogen", "receptor"): "hr",
    ("progesterone", "receptor"): "hr",
}
_BEGINNINGS = frozenset(
    "non gastro naso oro hypo hepato cholangio osteo rhabdo leio lympho myelo adeno meso neuro "
    "chondro gall supra intra extra retro infra".split()
)


class Item:
    """One word of a name in its one form.

    Args:
        word: the form.
        role: what part it plays; empty for a word that says which cancer.
        place: of the word in the string.
    """

    __slots__ = ("place", "role", "word")

    def __init__(self, word: str, role: str, place: int) -> None:
        self.word = word
        self.role = role
        self.place = place


class Canon:
    """Knows the one form of words.

    Args:
        roles: of the words around cancers, by their normalized form.
    """

    def __init__(self, roles: dict[str, str]) -> None:
        self._roles = roles
        self._known: dict[str, tuple[tuple[str, str], ...]] = {}
        # Words that mean one thing together, by the first: yemek borusu, à petites cellules.
        self._phrases: dict[str, list[list[str]]] = {}
        for phrase in sorted((one for one in roles if " " in one), key=len, reverse=True):
            first, *rest = phrase.split()
            self._phrases.setdefault(first, []).append(rest)
        # Words that others are written before in one word: Magenkarzinom, borstkanker.
        self._ends = tuple(
            sorted(
                (one for one in roles if len(one) >= _LEAST_END and self._may_end(one)), key=len, reverse=True
            )
        )

    def _may_end(self, word: str) -> bool:
        role = self._roles[word]
        noun = role in KINDS and not word.startswith(("mal", "bos"))
        return noun or (role.startswith("=") and " " not in role and is_tumor(role[1:]))

    def of(self, plain: str) -> tuple[tuple[str, str], ...]:
        """Return (form, role) of what a normalized word stands for; nothing for words of grammar."""
        found = self._known.get(plain)
        if found is None:
            if len(self._known) > 20_000:
                self._known.clear()
            found = self._known[plain] = tuple(self._forms(plain))
        return found

    def together(self, words: list[str]) -> list[str]:
        """Return normalized words in which those that belong together stand at the place of the first."""
        found = words
        for place, word in enumerate(words):
            for rest in self._phrases.get(word, ()):
                end = place + 1 + len(rest)
                if found[place] and words[place + 1 : end] == rest:
                    found = [*found[:place], " ".join([word, *rest]), *[""] * len(rest), *found[end:]]
                    break
        return joined(found)

    def _forms(self, plain: str) -> Iterator[tuple[str, str]]:
        if not plain:
            return
        role = self._roles.get(plain)
        if role is None and (plain.isdigit() or _TNM.match(plain)):
            role = "course"
        if role is None:
            single = one_of(plain)
            role = self._roles.get(single, "")
            for word in () if role else (plain, single):  # Krebs is no plural
                parts = self._parted(word) if word.endswith(self._ends) else []
                if parts:
                    yield from (one for part in parts for one in self._forms(part))
                    return
            plain = single
        if role.startswith("="):
            for word in role[1:].split():
                meant = self._roles.get(normalize(word), "")
                yield normalize(word), "" if meant.startswith("=") else meant
        elif role in KINDS:
            yield role, role
        else:
            yield one_of(plain), role

    def _parted(self, plain: str) -> list[str]:
        """Return an organ and what was written after it in one word, nothing for another word."""
        for end in self._ends:
            first = plain.removesuffix(end)
            if first == plain:
                continue
            for link in ("", "s", "n", "en", "es", "er"):
                organ = first.removesuffix(link) if first.endswith(link) else ""
                if len(organ) >= _LEAST_ORGAN and self._roles.get(organ, "").startswith("="):
                    return [organ, end]
        return []


def joined(words: list[str]) -> list[str]:
    """Return words in which a beginning stands with what it belongs to: gastro-esophageal.

    The word after it is left empty, so that places do not move.
    """
    found = list(words)
    for place, word in enumerate(words[:-1]):
        if word in _BEGINNINGS and words[place + 1]:
            found[place], found[place + 1] = word + words[place + 1], ""
        elif (word, words[place + 1]) in _TOGETHER:
            found[place], found[place + 1] = "", _TOGETHER[word, words[place + 1]]
    return found


def one_of(plain: str) -> str:
    """Return the singular of a normalized word."""
    if plain.endswith("mata") and len(plain) > 6:
        return plain[:-2]
    if plain.endswith(_FRENCH) and len(plain) > 6:
        return f"{plain.removesuffix('s')[:-1]}a"
    if plain.endswith("oses") and len(plain) > 6:
        return f"{plain[:-2]}is"
    if (
        len(plain) > _LEAST_PLURAL
        and plain.endswith("s")
        and not plain.endswith(("ss", "us", "is", "ous", "ases"))
    ):
        return plain[:-1]
    return plain


def is_tumor(word: str) -> bool:
    """Say whether a word is the name of a tumor by itself."""
    return word.endswith(TUMORS)


_SIGNS = ("positive", "negative")


def key(words: Iterable[str], kind: str = "") -> str:
    """Return the key of a name: its words in one order, and what says that a cancer is meant.

    Where several markers have a sign each stays with its own: ER-negative, HER2-positive is not the reverse.
    """
    listed = list(words)
    if sum(map(listed.count, _SIGNS)) > 1:
        for place in range(len(listed) - 1, 0, -1):
            if listed[place] in _SIGNS and listed[place - 1] not in _SIGNS:
                listed[place - 1 : place + 1] = [f"{listed[place - 1]}-{listed[place]}"]
    return " ".join(sorted({*listed, kind} - {""}))


def variants(words: list[str], kind: str) -> list[str]:
    """Return the keys under which the name that a string holds may stand, likeliest first.

    A carcinoma or a tumor may be named a cancer, and a cancer by either; a carcinoma is not any tumor.
    """
    found = [key(words, kind)]
    if kind == "cancer":
        found.append(key(words, _CALLED_CANCER))
    elif kind:
        found.append(key(words, "cancer"))
    if kind and any(map(is_tumor, words)):
        found.append(key(words))
    return found


def kind_of(roles: Iterable[str]) -> str:
    """Return what says that a cancer is meant: a malignant tumor is a cancer."""
    said = set(roles)
    if "carcinoma" in said:
        return "carcinoma"
    return "cancer" if "cancer" in said else "tumor" if "tumor" in said else ""


def word_keys(
    names: dict[str, Entry], roles: dict[str, str], words: dict[str, list[str]], strangers: Iterable[str] = ()
) -> dict[str, Entry]:
    """Return our names of cancers by the keys of their words; of two with one key neither counts.

    The index keeps them as names of the kind `cancer-words`.

    Args:
        names: by their normalized form.
        roles: of the words around cancers.
        words: the normalized words of each label.
        strangers: normalized names that are none of ours, whatever is left out of a name of ours:
            primary amyloidosis is no amyloidosis of any kind.
    """
    canon = Canon(roles)
    found: dict[str, Entry] = {}
    doubtful: set[str] = set()
    later: list[tuple[str, Entry]] = []
    ordered = sorted(names.values(), key=lambda entry: entry[1] != "name")
    for entry in ordered:
        if entry[1] in _WITHOUT_ORDER or not entry[0] or _ALL.search(entry[2]):
            continue
        items = [
            one for plain in canon.together(words[entry[2]]) for one in canon.of(plain) if one[1] != "grammar"
        ]
        kind = kind_of(role for _, role in items)
        core = ["non" if word in ("no", "nao") else word for word, role in items if role not in KINDS]
        first = key(core, kind)
        others = [key(core, _CALLED_CANCER)] if kind in ("carcinoma", "tumor") else []
        others += [key(core)] if kind and any(word.endswith(_MALIGNANT) for word in core) else []
        # "Primary" is all that tells a primary thrombocythemia from one that something else causes.
        said = bool(kind) or any(map(is_tumor, core))
        if said and not _FREELY.isdisjoint(core) and "unknown" not in core:
            others.append(key([word for word in core if word not in _FREELY], kind))
        known = found.setdefault(first, entry)
        if known[0] != entry[0] and known[1] != "name":
            doubtful.add(first)
        later += [(other, entry) for other in others]
    for one in doubtful:
        found.pop(one)
    called: dict[str, Entry] = {}
    for other, entry in later:
        known = called.setdefault(other, entry)
        if known[0] != entry[0] and known[1] != "name":
            doubtful.add(other)
    for other, entry in called.items():
        if other not in doubtful:
            found.setdefault(other, entry)
    found.pop("", None)
    never = {*KINDS, _CALLED_CANCER, *strangers}
    return {
        one: entry for one, entry in found.items() if one not in never and one.replace(" ", "") not in never
    }
