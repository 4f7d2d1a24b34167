"""Says which short names of drugs are told from words by how they are written, and by what they are joined to."""

from __future__ import annotations

import re

from immunocli.names.around import OF_DRUGS, PLAIN
from immunocli.names.reading import LISTED, NUMBER, OTHERS, OURS, PARTNER
from immunocli.names.sureness import BRANDS
from immunocli.names.words_beside_drugs import is_begun

TYPE_CHECKING = False
if TYPE_CHECKING:
    from immunocli.names.reading import Hit, Reading

# So many letters has a short name with its sign, an acronym, and one in which capitals and small letters mix.
_LEAST, _LEAST_ACRONYM, _LEAST_MIXED = 4, 5, 4
# An acronym of so many letters may stand in another letter case, one with a sign in it of fewer.
_LEAST_LONG, _LEAST_SIGNED = 8, 6
# So many capitals has one with a hyphen that is no word: D-VRd, N-AVD.
_LEAST_CAPITALS = 3
_LEAST_BEGUN, _LEAST_JOINED, _LEAST_OTHER = 4, 3, 5
_LEAST_BRAND = 6
_SIGNS = "-+/"
_JOINS = ("-", "+", "/", "&")
_PLUS = ("+", "&")
_ANTIBODY = "mab"
# An antibody before what it is given with in myeloma: EloRd, DKd; in another letter case it is anything.
_OF_MYELOMA = re.compile(r"(?:[A-Z][a-z]{2,4}|[DE])(?:[RPKV]|VR|RV|KR|VT)d")
# Signs before an explanation, and classes of drugs by their targets.
_OPENS = frozenset("([:=")
_CLASS = re.compile(
    r"(?=.)(?:anti)?(?:pd1|pdl1|pd1pdl1|ctla4|lag3|cd19|cd20|cd22|cd30|cd33|cd38|bcma|her2|egfr|vegf|trop2|gd2)?"
    r"(?:(?:immune)?checkpoint|inhibitors?|blockers?|blockade|antibod(?:y|ies)|mabs?|monoclonal|immunotherapy|ici?|io|adc)*"
)
# Behind one of these stands what a drug is called.
_CALLED = ("drug", "agent", "compound", "medication", "imp")
_ADDED = ("plus", "with", "and", "w")


def is_distinct(reading: Reading, hit: Hit) -> bool:
    """Say whether a short name stands there sign by sign as no word is written: cilta-cel, T-DXd, D-VRd, A+AVD."""
    label, written = hit.entry[2], reading.written(hit)
    same = written.replace(" ", "") == label.replace(" ", "")
    letters = "".join(filter(str.isalnum, written))
    if _is_glued(reading, hit):
        return False
    if hit.entry[1] == "combination":
        if is_of_myeloma(reading, hit):
            return True
        ours = "".join(filter(str.isalnum, label))
        mixed = "+" in label or not (letters.isupper() or letters.islower())
        least = _LEAST_SIGNED if mixed or not label.isalnum() else _LEAST_LONG
        shouted = len(letters) >= _LEAST_MIXED and written == label.upper() and "-" in label
        alike = (
            letters == ours or shouted or (len(letters) >= least and letters.casefold() == ours.casefold())
        )
        if not alike or not any(sign in written for sign in _SIGNS):
            return False
        hyphened = "-" in label and sum(map(str.isupper, label)) >= _LEAST_CAPITALS
        return len(letters) >= (_LEAST_MIXED if mixed or hyphened else _LEAST_ACRONYM)
    if hit.entry[1] != "abbreviation" or len(letters) < _LEAST:
        return False
    if not same and (len(letters) == _LEAST or written.casefold().replace(" ", "-") != label.casefold()):
        return False
    first = label.partition("-")[0].casefold()
    return (
        hit.entry[0][0].startswith(first) if first != label.casefold() and " " not in first else " " in first
    )


def is_of_myeloma(reading: Reading, hit: Hit) -> bool:
    """Say whether a regimen of myeloma stands letter by letter as it is known, with or without its hyphen: EloRd, D-Pd."""
    label, written = (one.replace("-", "") for one in (hit.entry[2], reading.written(hit)))
    return hit.entry[1] == "combination" and written == label and _OF_MYELOMA.fullmatch(label) is not None


def is_joined(reading: Reading, hit: Hit) -> bool:
    """Say whether a sign joins a short name to another drug: mFOLFOX6-pani, enco+cetux, GO + 7&3, N-803 plus BCG.

    It is the beginning of its drug's name, or stands letter by letter as it is known; a cytokine is not called as its
    drug is, and is measured.
    """
    written, label = reading.written(hit), hit.entry[2]
    begun = is_begun(written, hit, _LEAST_JOINED)
    as_known = written == label and label[:1].casefold() == hit.entry[0][0][:1]
    if not (begun or as_known):
        return False
    regimen = (
        hit.entry[1] == "combination" and "-" in label and len(label) > _LEAST_ACRONYM
    )  # R-CHOP-ibrutinib
    tokens, marks = reading.tokens, reading.marks
    for beside, at in ((hit.first - 1, hit.first), (hit.last, hit.last)):
        if not 0 <= beside < len(tokens):
            continue
        mark, sign = marks[beside], tokens[at].gap.strip()
        if mark == "joining" and tokens[beside].plain in _ADDED:
            beyond = beside + (1 if beside >= hit.last else -1)
            mark, sign = (marks[beyond], "+") if 0 <= beyond < len(marks) else ("", "")
        if (
            (begun or regimen)
            and mark == OTHERS
            and len(tokens[beside].plain) >= _LEAST_OTHER
            and sign in _JOINS
        ):
            return True
        if mark == PARTNER and sign in (_JOINS if begun or label.endswith(_ANTIBODY) else _PLUS):
            return True
        if mark == OURS and sign in (_JOINS if begun else _PLUS) and len(label) >= _LEAST_JOINED:
            return True
    return False


def is_told(reading: Reading, hit: Hit) -> bool:
    """Say whether a short name is the beginning of its drug's and a word shows a drug or a trial: cross over to nivo."""
    if (
        hit.first
        and hit.entry[1] != "combination"
        and reading.tokens[hit.first - 1].plain in _CALLED
        and not LISTED.search(reading.tokens[hit.first].gap)
    ):
        return True  # study drug ZW25
    begun = is_begun(reading.written(hit), hit, _LEAST_BEGUN)
    return begun and any(mark in OF_DRUGS or mark == "trial" for mark in reading.marks)


def is_brand(reading: Reading, hit: Hit) -> bool:
    """Say whether a name is a brand of six letters that stands there with a capital: Abecma, OPDIVO."""
    written = reading.written(hit)
    return hit.entry[1] in BRANDS and len(written) >= _LEAST_BRAND and written[:1].isupper()


def is_headed(reading: Reading, hit: Hit) -> bool:
    """Say whether a name begins a string and an amount, a form or a packing is right behind it: `Ogivri 420 mg`."""
    marks, place = reading.marks, hit.last
    while place < len(marks) and marks[place] == NUMBER:
        place += 1
    return hit.first == 0 and place < len(marks) and marks[place] in OF_DRUGS


def is_glossed(reading: Reading, hit: Hit) -> bool:
    """Say whether a string is the beginning of a drug's name and its class, the one in brackets: `PD-1 (nivo)`."""
    tokens = reading.tokens
    first, last = hit.first, hit.last
    if _is_regimen_for(reading, hit):
        return True
    if not is_begun(reading.written(hit), hit, _LEAST_JOINED) or (first and last < len(tokens)):
        return False
    sign = tokens[first].gap if first else tokens[last].gap if last < len(tokens) else ""
    told = "".join([token.plain for token in tokens[:first] + tokens[last:]])
    return not _OPENS.isdisjoint(sign) and _CLASS.fullmatch(told) is not None


def _is_regimen_for(reading: Reading, hit: Hit) -> bool:
    """Say whether a regimen stands as it is written, and behind it in brackets an acronym: `STRIDE (HCC)`."""
    behind = reading.tokens[hit.last :]
    return (
        hit.first == 0
        and hit.entry[1] == "combination"
        and reading.written(hit) == hit.entry[2]
        and len(hit.entry[2]) >= _LEAST
        and bool(behind)
        and all(token.depth and token.text.isupper() for token in behind)
    )


def _is_glued(reading: Reading, hit: Hit) -> bool:
    """Say whether a word that was not read is joined to a name without a blank."""
    tokens, marks = reading.tokens, reading.marks
    return any(
        0 <= beside < len(tokens)
        and marks[beside] not in (OURS, *PLAIN)
        and tokens[at].gap in ("", "-")
        and not LISTED.search(tokens[at].gap)
        for beside, at in ((hit.first - 1, hit.first), (hit.last, hit.last))
    )
