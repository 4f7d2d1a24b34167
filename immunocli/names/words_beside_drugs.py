"""Says what the words beside the names of drugs tell of them."""

from __future__ import annotations

import re

from immunocli.names.around import OF_DRUGS, PLAIN
from immunocli.names.doses import is_cycle
from immunocli.names.reading import LISTED, NUMBER, OTHERS, OURS, PARTNER, UNREAD, WORD, Hit, Reading
from immunocli.names.sureness import is_parted_as

TYPE_CHECKING = False
if TYPE_CHECKING:
    pass

# Beside one of these no spelling is guessed and no order of words mended.
FORBIDDING = frozenset(
    "not-given-either not-given not-given-after not-given-around not-given-next target test anti placebo payload "
    "label changed harm antibody".split()
)
_UNITS = frozenset(("amount", "form", "route", "packing", "dosing"))
# A beginning of a drug's name is no acronym: nivo.
_LEAST_BEGUN = 4
_LEAST_BEGUN_LISTED = 3
_LEAST_SPELLED = 5
# After how many days a regimen is given again: R-CHOP-21.
_DAYS = ("14", "21", "28")
# What is tested in a trial, and what a test begins with.
_TESTED = {"dose": "dosing"} | dict.fromkeys(
    "regimen regimens arm arms product products article drug treatment group cohort".split(), "trial"
)
# What came of a drug: colitis due to it; a dose is due, too.
_OF_HARM = ("due",)
# No single drug is called so: cemi/chemo.
_CHEMO = ("chemo", "chemotherapy")
# What these are is told by the words beside them; see `role_here`.
_TURNING = frozenset(("test", "no", "not", "ihc", "associated", "anti", "serum", "off", "o", *_OF_HARM))
# How reports of side effects write the code of a drug: `/12107301/`.
_CODED = re.compile(r"/\d{8}/")
# What is given of an antibody at once, in milligrams, and no year: nivo 240.
_BARE_DOSE = re.compile(r"(?!20[1-3]0)[1-9]\d{1,2}0$")
CHOOSING = ("or", "vs", "versus", "oder", "ou")
# What is compared with a drug need be none: chemotherapy, a line of treatment.
_AGAINST = ("vs", "versus")
_MEASURES = frozenset((*OF_DRUGS, "dosing", NUMBER))
# Right beside a short name one of these makes it part of its own name: pyridostigmine BR.
_STRANGERS = (OTHERS, WORD)
# What joins the short names of a combination: carbo/pac, pembro + axi, mFOLFOX6-pani.
_SIGNS = ("+", "/", "-", "&")
# What is written for the hyphen of a short name, and a blank for that of one of so many letters: Dara SC.
_HYPHENS, _HYPHENS_OF_LONG, _LEAST_SPACED = str.maketrans("/+", "--"), str.maketrans("/+ ", "---"), 6


def role_here(reading: Reading, place: int, role: str) -> str:
    """Return the role of a word where it stands: `no.20` is a number, `chimeric antigen receptor` a class."""
    tokens = reading.tokens
    word = tokens[place].plain
    if role == PARTNER:
        return PARTNER if _is_joined(reading, place) else UNREAD
    if word in _CHEMO:
        return PARTNER if _is_joined(reading, place) else role
    if role != "target" and word not in _TURNING:
        return role
    after = tokens[place + 1].plain if place + 1 < len(tokens) else ""
    if word == "no" and after.isdigit():
        return NUMBER
    if role == "target" and place and tokens[place - 1].plain in ("chimeric", "antigen"):
        chimeric = tokens[place - 1].plain == "chimeric" or (
            place > 1 and tokens[place - 2].plain == "chimeric"
        )
        return "class" if chimeric else role
    if word == "not" and after == "otherwise":
        return "billing"
    if word == "ihc" and after.isdigit():
        return "trial"  # whose tumors are treated: IHC 3+
    if word in _OF_HARM and after == "to":
        return "not-given"  # colitis due to a drug
    if word == "associated" and after == "with":
        return "joining"
    if word == "anti" and after == "drug":
        return "test"  # antibodies against a drug are measured
    if word == "test" and after in _TESTED:
        return _TESTED[after]
    if word == "serum" and after == "institute":
        return "maker"
    if word == "off" and after == "label":
        return "trial"
    if word == "o" and place and tokens[place - 1].plain == "w":
        return "not-given"
    return role


def _is_joined(reading: Reading, place: int) -> bool:
    """Say whether a sign of a combination stands right before or behind a word, and another word beyond it."""
    tokens = reading.tokens
    return any(0 < at < len(tokens) and tokens[at].gap.strip() in _SIGNS for at in (place, place + 1))


def is_cycle_of(reading: Reading, place: int) -> bool:
    """Say whether a cycle or a day is told right behind a word that is not read and may be a misspelled name."""
    if not place or reading.marks[place - 1] != UNREAD or reading.tokens[place].gap != " ":
        return False
    return len(reading.tokens[place - 1].plain) >= _LEAST_SPELLED and is_cycle(reading.tokens[place].plain)


def is_quoted(reading: Reading, place: int) -> bool:
    """Say whether a word stands in the brackets in which Japanese names of products have their makers."""
    start = reading.tokens[place].start
    return reading.text.rfind("「", 0, start) > reading.text.rfind("」", 0, start)


def shows_drugs(reading: Reading) -> bool:
    """Say whether words beside the names show that drugs are meant: an amount, a form, another drug."""
    marks, tokens = reading.marks, reading.tokens
    if any(mark in OF_DRUGS for mark in marks):
        return True
    if _CODED.search(reading.text):
        return True
    for place in range(1, len(marks)):
        before, here = marks[place - 1], marks[place]
        joined = LISTED.search(tokens[place].gap) or "joining" in (before, here)
        if joined and (OTHERS in (before, here) or PARTNER in (before, here)):
            return True
    return False


def stands_alone(reading: Reading, hit: Hit) -> bool:
    """Say whether a short name is written as it should be and is no part of a longer code.

    Digits beside it belong to a code unless a unit or a form follows them.
    """
    tokens, marks = reading.tokens, reading.marks
    written = reading.written(hit)
    if hit.entry[1] == "combination" and not is_parted_as(hit.entry[2], written):
        return False
    if "." in written and "." not in hit.entry[2] and hit.entry[0] != [tokens[hit.first].plain]:
        return False  # M.I.R.V. is no MIRV
    begins = is_begun(written, hit, _LEAST_BEGUN if len(reading.hits) == 1 else _LEAST_BEGUN_LISTED)
    if not (
        begins
        or as_written(hit.entry[2], written)
        or _alike(hit.entry[2], written)
        or in_capitals(reading, hit)
    ):
        return False
    if hit.first and tokens[hit.first].gap in ("", "-") and marks[hit.first - 1] not in (OURS, *PLAIN):
        return False
    if hit.first and marks[hit.first - 1] in (NUMBER, UNREAD) and tokens[hit.first].gap == "/":
        return False
    if hit.first and marks[hit.first - 1] in _STRANGERS and not LISTED.search(tokens[hit.first].gap):
        return False
    if hit.last < len(tokens):
        following = marks[hit.last]
        if following in _STRANGERS and not LISTED.search(tokens[hit.last].gap):
            return False
        if following == UNREAD and tokens[hit.last].gap in ("", "-", "/"):
            return False
        if following == NUMBER:
            if hit.entry[1] == "combination" and tokens[hit.last].plain in _DAYS:
                return True
            after = hit.last
            while after < len(tokens) and marks[after] == NUMBER:
                after += 1
            if after == len(tokens) and is_begun(written, hit) and _BARE_DOSE.match(tokens[hit.last].plain):
                return True
            return after < len(tokens) and marks[after] in _UNITS
    return True


def is_begun(written: str, hit: Hit, least: int = _LEAST_BEGUN) -> bool:
    """Say whether a short name is the beginning of its drug's name: nivo."""
    return len(written) >= least and hit.entry[0][0].startswith(written.casefold())


def beside_others(reading: Reading, hit: Hit) -> bool:
    """Say whether a string names another drug, and a short name is in no list with it: `Mupirocin cream S&G`."""
    marks, tokens = reading.marks, reading.tokens
    if OTHERS not in marks:
        return False
    gaps = [tokens[place].gap for place in (hit.first, hit.last) if 0 < place < len(tokens)]
    joined = [marks[place] for place in (hit.first - 1, hit.last) if 0 <= place < len(marks)]
    return "joining" not in joined and not any(LISTED.search(gap) for gap in gaps)


def is_doubtful(reading: Reading) -> bool:
    """Say whether what is named may be an antibody against it, or one of several."""
    return is_antibody_of(reading) or is_choice(reading)


def is_choice(reading: Reading) -> bool:
    """Say whether "or" or "versus" stands beside what is named, or a slash before a placebo: which is given is not known."""
    tokens, marks = reading.tokens, reading.marks
    if "placebo" in marks and any(
        {marks[place - 1], marks[place]} == {OURS, "placebo"} and tokens[place].gap.strip() == "/"
        for place in range(1, len(marks))
    ):
        return True
    if not any(token.plain in CHOOSING for token in tokens):
        return False
    several = (
        len({";".join(hit.entry[0]) for hit in reading.hits}) > 1 or OTHERS in marks or "placebo" in marks
    )
    named = [place for place, mark in enumerate(marks) if mark in (OURS, OTHERS, "placebo")]
    for place, token in enumerate(tokens):
        if token.plain not in CHOOSING:
            continue
        if several and named[0] < place < named[-1]:
            return True  # else a name and its short form
        if token.plain in _AGAINST and 0 < place < len(tokens) - 1 and marks[place + 1] not in _MEASURES:
            return not named[0] < place < named[-1]
    return False


def is_antibody_of(reading: Reading) -> bool:
    """Say whether "antibody" stands right after a name: it may be the drug, or one against it."""
    marks, tokens = reading.marks, reading.tokens
    return any(
        marks[place] == "antibody" and marks[place - 1] == OURS and not tokens[place].gap.strip()
        for place in range(1, len(marks))
    )


def is_own_form(reading: Reading, hit: Hit, least: int = 0) -> bool:
    """Say whether a short name stands there sign by sign, with a hyphen that no word has: R-CHOP.

    Args:
        reading: the string.
        hit: the name.
        least: how many letters it has at least; then it is a regimen, too.
    """
    if least and (hit.entry[1] != "combination" or len(letters_of(hit.entry[2])) < least):
        return False
    written = reading.written(hit)
    return "-" in written and written.replace(" ", "") == hit.entry[2].replace(" ", "")


def in_capitals(reading: Reading, hit: Hit) -> bool:
    """Say whether an abbreviation in small letters stands in capitals, as all of its string: BEV 400 MG."""
    written = reading.written(hit)
    label = hit.entry[2]
    return (
        label.islower() and label.upper() == written and reading.text.isupper() and "amount" in reading.marks
    )


def goes_on(reading: Reading, hit: Hit) -> bool:
    """Say whether letters that were not read, or decimals, are joined to a code: it is the beginning of something else."""
    tokens, marks = reading.tokens, reading.marks
    if hit.last < len(tokens) and tokens[hit.last].gap == "." and tokens[hit.last].plain[:1].isdigit():
        return True
    return (
        hit.last < len(tokens)
        and marks[hit.last] in (UNREAD, WORD, OTHERS)
        and tokens[hit.last].gap in ("", "-")
        and tokens[hit.last].plain[:1].isalpha()
    )


def as_written(label: str, written: str) -> bool:
    """Say whether a short name stands in the letter case in which it is written."""
    ours, theirs = letters_of(label), letters_of(written)
    return ours == theirs or (any(map(str.isdigit, theirs)) and len(theirs) >= 3)


def as_code(label: str, written: str) -> bool:
    """Say whether a short name stands as codes are written, in any mix of two or more capitals."""
    ours, theirs = letters_of(label), letters_of(written)
    return ours.upper() == theirs.upper() and sum(map(str.isupper, theirs)) >= 2


def _alike(label: str, written: str) -> bool:
    """Say whether a name differs in letter case alone, and is no acronym written as a word."""
    ours, theirs = letters_of(label), letters_of(written)
    signs = _HYPHENS_OF_LONG if len(ours) >= _LEAST_SPACED else _HYPHENS
    if "-" in label and label.casefold() == written.casefold().translate(signs):
        return True
    return (
        len(ours) >= 4 and ours.casefold() == theirs.casefold() and (not ours.isupper() or theirs.isupper())
    )


def letters_of(text: str) -> str:
    """Return the letters and digits of a text."""
    return "".join(filter(str.isalnum, text))
