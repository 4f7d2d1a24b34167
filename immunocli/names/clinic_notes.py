"""Reads what clinicians write short about one patient: age, side, lobe, treatments so far, and which cancer."""

from __future__ import annotations

import re

from immunocli.names.forms import normalize
from immunocli.names.reports import parts_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

# 62M, 71 yo F with, 58-year-old woman with, M/62.
_PERSON = re.compile(
    r"^\s*(?:(?:pt|patient)\s+is\s+an?\s+)?(?:\d{1,3}[\s-]*(?:y/?o|yrs?|years?|y\.o\.|mo)?[\s-]*(?:old)?[\s-]*"
    r"(?:M|F|male|female|man|woman|boy|girl|gentleman|lady)\b|[MF]\s?/\s?\d{1,3}\b|\d{1,3}[\s-]*(?:y/?o|yrs?)\b)"
    r"[\s,:]*(?:(?:w/|with|has|dx(?:'d)? (?:w/|with)|diagnosed with|presents? with)\s*)?",
)
_METASTATIC = re.compile(
    r"^\s*(?i:mets?)\.?\s+(?=[\w-]+\s+(?i:ca|cancer|carcinoma|adeno\w*|melanoma)\b|[a-z]{0,2}[A-Z]{3,}\b)"
)
# From here on it is told how it was treated, and not what it is.
_TREATED = re.compile(
    r"(?:^|[\s,;(]+)(?:s/p|sp|status[- ]post|post(?=\s)|on(?=\s)|after|awaiting|planned for|prior to|progress(?:ed|ing|ion) "
    r"(?:on|after|through)|pre-?op|for \dL|receiving|undergoing|previously treated|tx'?d? (?:w/|with)|treated (?:w/|with))"
    r"(?=[\s:]).*$",
    re.I | re.S,
)
# Whither it has spread.
_SPREAD = re.compile(
    r"[\s,;]+(?:(?:w/|with|and|to|multiple|new|known|isolated|diffuse)\s*)*(?:(?:brain|cns|liver|hepatic|lungs?|pulm(?:onary)?|"
    r"bones?|bony|osseous|nodal|node|ln|peritoneal|adrenal|pleural|leptomeningeal|visceral|spine|spinal|distant|omental|"
    r"skin|oligo)\s*(?:[/,&+]|and)?\s*)+(?:mets?|metastas[ei]s|metastatic (?:disease|dz)|dz|carcinomatosis)\b|"
    r"[\s,;]+(?:(?:w/|with|and)\s*)?(?:mets?|metastas[ei]s|metastatic|metastasi[sz]ed|spread) to (?:the )?[\w/, +&]+$",
    re.I,
)
# Which line of treatment: 1L, 3L+, 2nd line.
_LINE = re.compile(r"(?<!\w)[1-9](?:st|nd|rd|th)?\s?-?(?:L|line)\b\+?", re.I)
# How a tumor stains or what tests measured: Ki-67 4%, p16+, PD-L1 TPS 40%, CPS 10, AFP 400.
_MEASURED = re.compile(
    r"(?<!\w)(?:Ki-?\s?67|PD-?L1|CPS|TPS|TMB|AFP|PSA|CEA|CA[- ]?19-?9|CA[- ]?125|p16|p53|HPV(?:[- ]?(?:16|18))?|EBV|EBER|"
    r"TTF-?1|"
    r"synapto\w*|chromo\w*|MYCN|MGMT|IDH[12]?|H3\s?K27M|FLT3(?:-ITD)?|NPM1|BRCA[12]?|gBRCA[12]?|PSADT|LDH|Gleason|ECOG|"
    r"SSTR|DOTATATE)(?:[\s:(]*(?:TPS|CPS|index|status)?[\s:(]*[<>~≥≤=]*\s?(?:\d[\d.,+=]*(?:\s?-\s?\d+)?\s?(?:%|mut/Mb|mo\b|ng/ml)?|"
    r"\+|pos(?:itive)?\b|neg(?:ative)?\b|-(?!\w)|mut\w*|wt\b|wild[- ]?type|amp\w*|un?methylated|high|low|m\b)\)?)*(?!\w)",
    re.I,
)
# A gene and its change, of which no cancer of ours is named: RET M918T, FGFR2 fusion.
_CHANGED = re.compile(
    r"(?<!\w)[A-Z][A-Z0-9]{1,6}(?:\s+(?:p\.)?[A-Z]\d{2,4}(?:[A-Z]|fs\w*|del\w*)?(?!\w)|"
    r"[- ]?(?:mut(?:ated|ant|ation)?|ampl?(?:ified|ification)?|"
    r"fusion|rearr\w*|translocat\w+|del|wt|wild[- ]type)(?!\w)|\+(?!\w))"
)
_SPECIAL_TYPE = re.compile(r"(?:of )?\bno special type\b|\bNST\b", re.I)
WORD = re.compile(r"[^\W_](?:[\w/'.-]*\w)?")
_SMALL = re.compile(r"(?=.*[aeiou])[a-z]+$")
_PARTS = re.compile(r"[,;:(|]")
# Of which no cancer of this patient is told.
_OTHERS = frozenset(("not-given", "kinship", "past", "screening", "benign", "other-disease"))
_DENIED = re.compile(
    r"\b(?:r/o|h/o|fh|fhx|hx|vs|versus|possible|probable|suspected|suspicious|concern\w*|question\w*|"
    r"likely|secondary|mets?|metastas[ei]s|mice|mouse|cells? lines?)\b"
    r"|\?",
    re.I,
)
_DROPPED, _WRITTEN = "dropped", 4
_LONGEST = 300
_KINDS = ("", " cancer")


class Note:
    """What a note may name, and what of it is then not told.

    Args:
        heads: what may name the cancer, likeliest first.
        unread: words that tell something else.
    """

    __slots__ = ("heads", "unread")

    def __init__(self, heads: list[str], unread: list[str]) -> None:
        self.heads = heads
        self.unread = unread


def note_of(text: str, around: dict[str, str], roles: dict[str, str], marked: bool) -> Note | None:
    """Return what a clinician's note may name; nothing where a string is written as no such note.

    Args:
        text: `62M, RLL adeno, PD-L1 40%`.
        around: the words of notes.
        roles: of the words around cancers.
        marked: a biomarker was told in it, and taken out.
    """
    if len(text) > _LONGEST or "_" in text or (" " not in text and not marked):
        return None
    unread: list[str] = []
    heading = parts_of(text)
    where, plain = heading or ("", text)
    if heading is not None and "metasta" in plain.casefold():
        return None  # of elsewhere
    plain = _SPECIAL_TYPE.sub("ductal", plain)
    for told in (_PERSON, _METASTATIC, _TREATED, _SPREAD, _MEASURED, _CHANGED, _LINE):
        for found in told.finditer(plain):
            unread.append(" ".join(found[0].split()).strip(" ,;:()"))
        plain = told.sub("" if told in (_PERSON, _METASTATIC) else " , ", plain)
    bare = plain
    if heading is not None:
        plain = _PARTS.split(plain.strip(" ,;:"), maxsplit=1)[0]
    plain, shorts = _spelled(plain, around)
    if not (unread or marked or heading or plain != bare) or _DENIED.search(plain):
        return None
    if any(roles.get(normalize(word[0])) in _OTHERS for word in WORD.finditer(plain)):
        return None
    unread = [one for one in unread if one]
    if heading is None:
        return Note(list(_heads(plain, marked or shorts)), unread)
    place = " ".join(_spelled(where, around)[0].split()).strip(" ,;:")
    organs = dict.fromkeys(filter(None, (place, *(one.strip() for one in place.split(",")))))
    return Note([f"{plain.strip()} of {organ}" for organ in organs] + [plain.strip()], unread)


def _spelled(text: str, around: dict[str, str]) -> tuple[str, bool]:
    """Return a note with its short words spelled out, or left out, and whether one was spelled out."""
    found = False

    def instead(word: re.Match[str]) -> str:
        nonlocal found
        role = around.get(normalize(word[0]), "")
        if not role or (role != _DROPPED and len(word[0]) < _WRITTEN and _is_word(word[0])):
            return word[0]  # "net" and "bot" are words
        found = found or role != _DROPPED
        return role[1:] if role.startswith("=") else " "

    return WORD.sub(instead, text), found


def _is_word(written: str) -> bool:
    """Say whether a short word is written as a word, and not in capitals: net, uç, Net."""
    return bool(_SMALL.match(written)) or (not written.isascii() and written.islower()) or written.istitle()


def _heads(text: str, of_cancer: bool) -> Iterator[str]:
    """Yield what may name the cancer: all, what stands before a comma, and both with a word for cancer where one is told."""
    whole = " ".join(re.sub(r"\s*[,;]\s*(?:[,;]\s*)*", ", ", text).split()).strip(" ,;:(-–/+")
    parts = [part.strip(" -–/+)") for part in _PARTS.split(whole)]
    parts = [part for part in parts if part]
    told: list[str] = [whole]
    if len(parts) > 1:
        told += [" ".join(parts[:2]), " ".join(parts[1::-1]), *parts]
    for one in dict.fromkeys(told):
        for kind in _KINDS if of_cancer else _KINDS[:1]:
            yield f"{one}{kind}"
