"""Says early whether a string may name a cancer at all: most strings of most tables do not."""

from __future__ import annotations

import re

from immunocli.names.cancer_sites import lies
from immunocli.names.cancer_words import KINDS, is_tumor, one_of
from immunocli.names.forms import normalize
from immunocli.names.gates import Gate

TYPE_CHECKING = False
if TYPE_CHECKING:
    from immunocli.names.lexicon import Lexicon

_WORD = re.compile(r"[^\W_]+")
# A code, a file's label, another script, a sign of a note: what may be short for a cancer.
_SIGNS = re.compile(
    r"\b[A-Z]{1,2}\d\d|\d{4}|_|[\u0370-\u1fff\u2070-\uffff]|[=?~]|[A-Z]{2}-[A-Z]{2}|\b[a-z]{1,2}[A-Z]{3}"
)
_CAPITALS = re.compile(r"\b(?:[A-Z0-9]\w*[A-Z]\w*|[a-z]{1,2}[A-Z]\w*)\b")
# Where the parts of words lie that tell of a cancer, and those that do so only alone.
_STEMS, _ALONE = "stem", "word"
# How names of tumors end, in any case of any language: -oma, but not syndrome, chromosome, anatomy.
_ENDING = Gate(
    r"\w{3}(?<!syndr)(?<!chromos)omm?(?:a|as|ata|atas|e|es|u|ul|aa|in|i|an|ei|lar[iı]?)?\b|\w\w[^t\W]om(?:y|ia|ie)\b",
    re.I,
    parts=("om",),
)
_LEAST_SLIPPED, _LEAST_LONG = 5, 7
# No word that tells of a cancer is longer.
_LONGEST = 60
_MOST_KEPT, _LEAST_SHORT, _LEAST_NOTED = 20_000, 3, 4
# Beside these an organ is none of its cancers.
_BARRING = frozenset(("kinship", "past", "screening", "benign", "spread", "other-disease"))
_SHORT = ("abbreviation", "code")
_NEVER = ("grammar", "area", "course", "partner", "disease", "other-disease")


class Worth:
    """Knows which words may belong to the name of a cancer.

    Args:
        lexicon: the names of cancers.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._telling: frozenset[str] = frozenset()
        self._shorts: frozenset[str] = frozenset()
        # Words that say that a cancer is meant, and each without one letter: a slip away they meet.
        self._slips: frozenset[str] = frozenset()
        self._known: dict[str, str] = {}
        self._stems: re.Pattern[str] | None = None
        self._alone: frozenset[str] = frozenset()

    def may_name(self, text: str) -> bool:
        """Say whether a string may name a cancer: a word of it tells of one, or all of it may be an organ."""
        written = _WORD.findall(text.lower())
        if _SIGNS.search(text) or self._tells(text, written):
            return True
        telling = self._telling or self._gathered()
        if any(word.casefold() in self._shorts for word in _CAPITALS.findall(text)):
            return True
        if not telling.isdisjoint(written):
            return True
        kinds = {self._known.get(word) or self._kind(word) for word in written}
        return "telling" in kinds or ("ours" in kinds and "strange" not in kinds)

    def _tells(self, text: str, written: list[str]) -> bool:
        """Say whether a part of a word tells of a cancer, or a short word that does so only alone."""
        if self._stems is None:
            roles = self._lexicon.keeper.around(_STEMS)
            self._stems = re.compile(
                "|".join(word for word, role in roles.items() if role != _ALONE) or "(?!)"
            )
            self._alone = frozenset(word for word, role in roles.items() if role == _ALONE)
        part = _ENDING.search(text) or self._stems.search(normalize(text))
        return part is not None or not self._alone.isdisjoint(written)

    def _kind(self, word: str) -> str:
        """Return what a word says: `telling`, `ours` (an organ, a kind), `strange`, or `none`."""
        if len(self._known) > _MOST_KEPT:
            self._known.clear()
        plain = normalize(word)
        one = one_of(plain)
        role = self._lexicon.roles.get(plain) or self._lexicon.roles.get(one)
        if (
            plain in self._telling
            or one in self._telling
            or is_tumor(plain)
            or (role is None and len(plain) <= _LONGEST and not self._slips.isdisjoint(_shortened(plain)))
        ):
            kind = "telling"
        elif role in _BARRING:
            kind = "strange"
        elif (role is not None and not role.startswith("=") and role != "histology") or any(
            map(str.isdigit, plain)
        ):
            kind = "none"
        else:
            kind = "ours" if role is not None or one in self._lexicon.vocabulary() else "strange"
        self._known[word] = kind
        return kind

    def _gathered(self) -> frozenset[str]:
        """Return the words each of which may tell of a cancer by itself; short ones count in capitals alone."""
        roles, keeper = self._lexicon.roles, self._lexicon.keeper
        kinds = {word for word, role in roles.items() if role in KINDS and " " not in word}
        told = set(kinds)
        for word, role in roles.items():
            if role.startswith("=") and any(
                is_tumor(one) or roles.get(one) in KINDS for one in role[1:].split()
            ):
                told.add(max(word.split(), key=len))
        short = {word for about in ("note", "sheet", "registry", "board") for word in keeper.around(about)}
        for about in ("note", "sheet"):
            told.update(
                word
                for word, role in keeper.around(about).items()
                if role[0] == "=" and len(word) >= _LEAST_NOTED
            )
        sited = {
            normalize(word)
            for entry in self._lexicon.all().values()
            if entry[0] and lies(entry)
            for word in _WORD.findall(entry[2])
        }
        for plain, entry in self._lexicon.all().items():
            if not entry[0]:
                continue
            if entry[1] in _SHORT:
                short.add(plain)
                if entry[1] == "abbreviation" and len(plain) >= _LEAST_SHORT and plain not in roles:
                    told.add(plain)
            elif not lies(entry) and not self._tells(entry[2], _WORD.findall(entry[2].lower())):
                words = [normalize(word) for word in _WORD.findall(entry[2])]
                rare = [word for word in words if len(word) >= _LEAST_NOTED and word not in sited]
                rare = [word for word in rare if word not in roles and one_of(word) not in roles] or rare
                rare = [word for word in rare if self._lexicon.stranger(word) is None] or rare
                told.update(sorted(rare, key=len)[-1:])
        self._shorts = frozenset(short)
        named = kinds | {word for word in self._lexicon.vocabulary() if is_tumor(word)}
        named |= {word for word in told if len(word) >= _LEAST_LONG}
        self._slips = frozenset(
            one for word in named if len(word) >= _LEAST_SLIPPED for one in _shortened(word)
        )
        self._telling = frozenset(word for word in told if roles.get(word) not in _NEVER)
        return self._telling


def _shortened(word: str) -> set[str]:
    """Return a word, and what is left of it without one of its letters."""
    return {word, *(word[:place] + word[place + 1 :] for place in range(len(word)))}
