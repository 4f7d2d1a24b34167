"""Says which of the drugs named in a string are given: not those denied, imitated or only aimed at."""

from __future__ import annotations

import re

from immunocli.names import cell_answers, not_a_drug, occasions, other_things, paperwork, reagents, signs
from immunocli.names.radiolabels import is_labelled
from immunocli.names.reading import CHANCE, LISTED, NUMBER, OTHERS, OURS, UNREAD, Hit, Reading
from immunocli.names.sureness import BRANDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from immunocli.names.tokens import Token

# What parts one statement from the next.
_APART = re.compile(r"[+;|&]")
_NEXT = ("plus", "then", "followed", "vs", "versus")
_TO = ("to", "auf", "à", "a", "para", "til", "till", "naar", "na", "на")
_DENYING = ("not-given", "not-given-either", "not-given-around")
_AFTER = (
    "not-given-either", "not-given-after", "target", "test", "placebo", "payload", "changed", "harm", "relative",
)  # fmt: skip
# These deny only the name that they stand next to, "of" and the like apart: after X, side effects of X.
_NEXT_TO = ("anti", "changed", "harm", "not-given-next")
# How notes shorten "history" and "status post": where it is told how often a drug was given, a person should look.
_PAST = ("hx", "p")
_MOST_BEFORE = 12
# What prepares for the next drug.
_PREPARING = (
    "pretreatment",
    "premed",
    "debulking",
    "priming",
    "leadin",
    "runin",
    "conditioning",
    "vorbehandlung",
)
_PREPARING_PAIRS = (
    ["pre", "treatment"],
    ["lead", "in"],
    ["run", "in"],
    ["pre", "medication"],
    ["pre", "phase"],
)
# A piece of an antibody that is cut to look at it: F(ab')2.
_PIECE = re.compile(r"\bF\(ab", re.I)
# A heading turned round names another substance: "Interleukin-2, succinyl-".
_TURNED = re.compile(r", [^\W_]+-$")
# In a question, or told of oneself, a harm is of a drug that is given.
_ASKED = frozenset("i my me we our im ive anyone anybody someone mum mom dad husband wife".split())
# After a name, what follows such a word did not happen: not given, never received, не назначался.
_NOT = "not-given-around"
_NO = ("no", "none", "never", "not", "denied")
_ANSWERS = re.compile(r"[:=?(\[]")
# What may stand between the words of a phrase: "other than", "non-responder", "can't"; a slash is a word of it.
_BETWEEN_WORDS = " -'’."
_LONGEST_PHRASE = 4
# What ends a sentence, behind a word of so many letters: shorter ones are cut short.
_ENDS_SENTENCE, _LEAST_ENDING = re.compile(r"[.!?]\s+$"), 5
_DENIES = (*_NO, "denies", "nil", "without")
# What is joined to the next name is to the one before, too: nivolumab- or pembrolizumab-refractory.
_SHARED, _MOST_SHARED = re.compile(r"-\s"), 6
# What links an antibody to what it carries: vc, mc, smcc.
_LONGEST_LINKER = 4


def read_phrases(reading: Reading, roles: dict[str, str]) -> None:
    """Read the phrases whose words say together what none says alone: "other than", "h / o".

    Args:
        reading: of a string in which names of ours were found.
        roles: of the words and phrases around names.
    """
    tokens, marks = reading.tokens, reading.marks
    for first in range(len(tokens) - 1):
        said = tokens[first].plain
        read = 0
        for place in range(first + 1, min(first + _LONGEST_PHRASE, len(tokens))):
            gap = tokens[place].gap
            if marks[place] == OURS or (gap.strip(_BETWEEN_WORDS) and gap.strip() != "/"):
                break
            said += (" / " if "/" in gap else " ") + tokens[place].plain
            if said in roles:
                read = place + 1
                role = roles[said]
        if read and marks[first] != OURS:
            reading.mark(first, read, role)


def keep_given(reading: Reading, around: Callable[[str], dict[str, str]]) -> None:
    """Drop the names of drugs that are not given, or that are part of another thing's name.

    Args:
        reading: the string.
        around: returns the words around names of a kind.
    """
    if not reading.hits:
        return
    answering = around(cell_answers.ANSWERS)
    if (
        ("test" in reading.marks and not reading.tells_amount())
        or _PIECE.search(reading.text)
        or cell_answers.answered_all(reading, answering)
        or _TURNED.search(reading.text)
    ):
        for hit in list(reading.hits):
            reading.drop(hit, OTHERS)
        return
    if "?" in reading.text or any(token.plain in _ASKED for token in reading.tokens):
        reading.marks[:] = [UNREAD if mark in ("harm", "relative") else mark for mark in reading.marks]
    papers, of_occasions = around(paperwork.PAPERS), around(occasions.OCCASIONS)
    of_reagents, of_things = around(reagents.REAGENTS), around(other_things.THINGS)
    denied = signs.of_whole(reading) == signs.DENIED or reagents.is_reagent(reading, of_reagents)
    printed: list[list[str]] = []
    for hit in list(reading.hits):
        if _is_basis(reading, hit):
            reading.drop(hit, "class")
        elif (
            _denied_before(reading, hit)
            or cell_answers.answered(reading, hit, answering)
            or _changed_after(reading, hit)
            or is_labelled(reading, hit)
            or denied
            or signs.of_hit(reading, hit) == signs.DENIED
            or not_a_drug.is_nobodys(reading, hit)
            or occasions.is_occasion(reading, hit, of_occasions)
            or other_things.is_other_thing(reading, hit, of_things)
            or reagents.is_biology(reading, hit, of_reagents)
        ):
            reading.drop(hit, OTHERS)
        elif paperwork.is_on_paper(reading, hit, papers):
            printed.append(hit.entry[0])
            reading.drop(hit, OTHERS)
    for hit in [one for one in reading.hits if printed and one.entry[0] in printed]:
        reading.drop(hit, OTHERS)  # its brand behind its name


def _is_basis(reading: Reading, hit: Hit) -> bool:
    """Say whether a name only tells what an amount is counted as: `... emtansine (as trastuzumab 0.1g)`."""
    before = reading.tokens[hit.first - 1] if hit.first else None
    if (
        before is None
        or before.plain != "as"
        or "(" not in before.gap
        or reading.tokens[hit.first].gap != " "
    ):
        return False
    return any(other.first < hit.first for other in reading.hits)


def _denied_before(reading: Reading, hit: Hit) -> bool:
    """Say whether words before a name deny it: no, without, prior, placebo for, anti-."""
    tokens, marks = reading.tokens, reading.marks
    listed, adjacent = False, True
    for place in range(hit.first - 1, max(-1, hit.first - 1 - _MOST_BEFORE), -1):
        gap = tokens[place + 1].gap
        if _APART.search(gap) or tokens[place].plain in _NEXT or ")" in gap or "]" in gap:
            return False
        if tokens[place].plain in _TO and place and marks[place - 1] in (OURS, OTHERS):
            return False  # switched from one drug to the next
        if _is_sentence_over(reading, place):
            return False
        opened = gap.replace("(", "")  # placebo (for denosumab) is no list
        listed = listed or bool(LISTED.search(opened)) or marks[place] == "joining"
        mark = marks[place]
        if mark == "not-given-either" and _is_of_another(reading, place, hit):
            return False
        if tokens[place].plain in _PAST and occasions.is_counted_behind(reading, hit):
            return False
        if mark in _DENYING or (mark == "placebo" and not listed):
            return True
        adjacent = adjacent and not listed
        if adjacent and mark in _NEXT_TO and not (mark == "not-given-next" and _is_with_next(reading, hit)):
            return True
        if mark == "target" and place == 0 and hit.first == 1:
            cytokine = tokens[hit.last - 1].plain.isdigit()
            if gap.strip() == "," or (cytokine and not gap.strip(" _")):
                return True  # a heading turned round: "Receptors, Interleukin-2", "receptor_interleukin_2"
        adjacent = adjacent and mark == "grammar"
    return False


def _is_with_next(reading: Reading, hit: Hit) -> bool:
    """Say whether a drug after which another is given belongs to it: counted, or given to prepare for it.

    Glofitamab is given after obinutuzumab pretreatment.
    """
    if _is_counted(reading, hit):
        return True
    behind = [token.plain for token in reading.tokens[hit.last : hit.last + 2]]
    prepares = behind in _PREPARING_PAIRS or (bool(behind) and behind[0].startswith(_PREPARING))
    return prepares and reading.hits[0].first < hit.first


def _is_counted(reading: Reading, hit: Hit) -> bool:
    """Say whether another name stands before, and behind this one how often it was given: trastuzumab after T-DM1 x 4."""
    tokens, place = reading.tokens, hit.last
    counted = place + 1 < len(tokens) and tokens[place].plain == "x" and reading.marks[place + 1] == NUMBER
    return counted and reading.hits[0].first < hit.first


def _is_of_another(reading: Reading, place: int, hit: Hit) -> bool:
    """Say whether a word that denies a name on either side is joined to one, and a sign parts it from the next.

    `BCG-unresponsive NMIBC, pembrolizumab` denies BCG alone.
    """
    tokens, marks = reading.tokens, reading.marks
    before = place > 0 and marks[place - 1] in (OURS, OTHERS) and tokens[place].gap == "-"
    return before and any(LISTED.search(token.gap) for token in tokens[place + 1 : hit.first + 1])


def _is_sentence_over(reading: Reading, place: int) -> bool:
    """Say whether a word ends a sentence that denies something else: `No known allergies. Rituximab`."""
    tokens, marks = reading.tokens, reading.marks
    following = tokens[place + 1]
    if not _ENDS_SENTENCE.match(following.gap) or not following.text[:1].isupper():
        return False
    plain = tokens[place].plain
    if plain in _NO:
        return _ANSWERS.search(tokens[place].gap) is not None
    if len(plain) < _LEAST_ENDING or marks[place] in ("changed", "harm", "anti", "placebo"):
        return False
    return any(tokens[at].plain in _DENIES for at in range(max(0, place - _LONGEST_PHRASE), place))


def _changed_after(reading: Reading, hit: Hit) -> bool:
    """Say whether the words after a name make another thing of it: receptor, -naive, a payload."""
    tokens, marks = reading.tokens, reading.marks
    shared = hit.last < len(tokens) and _SHARED.match(tokens[hit.last].gap) is not None
    for place in range(hit.last, min(hit.last + (_MOST_SHARED if shared else 3), len(tokens))):
        gap = tokens[place].gap
        if LISTED.search(gap):
            return False
        mark = marks[place]
        if mark == "target" and place > hit.last and _is_vaccine(hit):
            continue  # what a vaccine holds: PreHevbrio, three antigens
        if mark == "changed" and hit.entry[1] == "combination":
            continue  # a regimen has no chains: Dara-CyBorD, light chain
        if mark == "not-given-next":
            return False  # what follows is said of the next: after failure of
        if mark in _AFTER:
            return (
                place == hit.last
                or mark not in ("payload", "changed", "harm")
                or _is_carried(tokens, hit, place)
            )
        if mark == _NOT:
            return not any(one in (OURS, OTHERS) for one in marks[place + 1 :])
        if mark == "antibody" and "-" in hit.entry[0][0]:
            plains = [token.plain for token in tokens[place + 1 : place + 3]]
            return plains[:1] != ["drug"] or not plains[-1].startswith("conjugate")
        if mark == "antibody":
            own = tokens[hit.last - 1].plain.endswith("mab") or hit.entry[1] == "code"
            return hit.strength == CHANCE or not own
        if shared and mark in (OURS, OTHERS, "joining"):
            continue
        if mark in (OURS, OTHERS, "joining", "amount") and not (gap == "-" and _is_linker(tokens[place])):
            return False
    return False


def _is_vaccine(hit: Hit) -> bool:
    """Say whether a name is the brand of a vaccine, which holds antigens."""
    return hit.entry[1] in BRANDS and hit.entry[0][0].endswith("vaccine")


def _is_linker(token: Token) -> bool:
    """Say whether a word may link an antibody to what it carries, by its length."""
    return len(token.plain) <= _LONGEST_LINKER


def _is_carried(tokens: list[Token], hit: Hit, place: int) -> bool:
    """Say whether a hyphen joins a name to what stands at a place, with short words between: rituximab-vc-MMAE."""
    return tokens[hit.last].gap == "-" and all(map(_is_linker, tokens[hit.last : place]))
