"""Finds the entry that explains what is named with a word more or in another word: "elevated ALT", "Deauville scale".

What is found so is no name of the entry: it is told as explained there.
"""

from __future__ import annotations

import re

from immunocli.words.stems import STOP, split, stem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# What a form may lead to: shelves of the glossary; none means any.
_MEASURES = ("biomarker", "science", "immune-system", "target")
_DISEASES = ("side-effect", "cancer", "immune-system")
_TREATMENTS = ("treatment", "type")
_ANY: tuple[str, ...] = ()
# A measure with a direction.
_DIRECTIONS = (
    "above normal", "abnormal", "below normal", "borderline", "decreased", "decreasing", "elevated", "elevation",
    "elevation of", "elevation in", "fall in", "falling", "high", "increase in", "increased", "increasing", "low",
    "lowered", "raised", "reduced", "rise in", "rising", "too high", "too low", "very high", "very low",
)  # fmt: skip
_LOW = frozenset("below decreased decreasing fall falling low lowered reduced".split())
_HIGH = frozenset("above elevated elevation high increase increased increasing raised rise rising".split())
# What a measure is called beside its name.
_MEASURED = (
    "blood count", "blood level", "blood levels", "blood test", "concentration", "count", "counts", "lab", "lab test",
    "labs", "level", "levels", "number", "numbers", "panel", "reading", "result", "results", "test", "test result",
    "test results", "testing", "tests", "value", "values",
)  # fmt: skip
# Whose side effect it is, and how severe.
_CAUSED = re.compile(
    r"^(?:(?:immune|immunotherapy|treatment|therapy|drug|chemotherapy|chemo|steroid|checkpoint|ici|car t)"
    r"[ -](?:related|mediated|induced|associated)|checkpoint inhibitor|ici|immunotherapy|autoimmune"
    r"|grade [1-5]|grade i{1,3}|grade iv|mild|moderate|severe|acute|chronic|persistent|recurrent|delayed|late-onset"
    r"|early-onset|high[ -]grade|low[ -]grade|high[ -]risk|low[ -]risk|high|sudden|new"
    r"|worsening|ongoing|(?:steroid|cortico-?steroid)[ -](?:refractory|resistant|dependent|responsive)|refractory) "
)
# The grade that means death, whatever the side effect was.
_DEADLY = re.compile(
    r"^grade 5(?= (?:adverse )?(?:events?|effects?|reactions?|toxicity|toxicities|side effects?)$)"
)
# A test result behind what was looked for.
_FOUND = re.compile(
    r"[ -](?:positive|negative|pos|neg|status|expression|mutated)$|(?<=\d)[ -](?:mutations?|mutants?|genes?)$"
)
# How much of what stands before there is, and how it is looked for.
_COUNTED = re.compile(r" (?:levels?|counts?|numbers?|results?|tests?|testing)$")
# How what stands before is given, and how much of it.
_GIVEN = re.compile(r" (?:injections?|infusions?|shots?|pills?|tablets?|capsules?)$")
_DOSED = re.compile(r" (?:dose|doses|dosage|dosing)$")
# Words that say what the whole is: a lung scan is a scan.
_HEADS = frozenset(
    """
    biopsy bleeding culture dose edema fistula fracture hemorrhage infection necrosis pain perforation rash scan stenosis
    stricture surgery swelling taper transplant ulcer vaccine
    """.split()
)
# A figure behind a measure: "hazard ratio of 0.7".
_FIGURE = re.compile(
    r" (?:of |is |less than |more than |above |below |over |under |[=<>≥≤]+ ?)*(?:\d*\.\d+|\d+ ?%)$"
    r"| ?(?:[=<>≥≤]+|at least|of|above|over|under) ?\d+$"
)
# Where something of this field is found: "payload of an ADC", "ADC linker", "step therapy insurance".
_PLACE = (
    r"(?:adcs?|antibody[ -]drug conjugates?|cars?|car[ -]t(?: cells?)?|(?:clinical )?trials?|stud(?:y|ies)|oncology|cancer"
    r"|immunotherapy|insurance|biosimilars?|survival analysis)"
)
_PLACED = re.compile(rf"^{_PLACE} | (?:(?:of|in|for|on) (?:an? |the )?)?{_PLACE}$| \({_PLACE}\)$")
# What is behind the name of a scale, of a way to count, or of what is made.
_SORTS = frozenset(
    """
    score scores scale scales index population populations set data construct constructs study allowed permitted planned
    """.split()
)
# Words for one thing, one of which may be the name's last word.
_ALIKE = (
    ("score", "scale", "criteria", "index", "grade", "grading", "classification", "stage", "staging", "system",
     "class", "rating"),
    ("test", "assay", "testing", "test kit", "exam", "examination", "study"), ("inhibitor", "blocker", "antagonist"),
    ("therapy", "treatment"), ("immunity", "response"), ("trial", "study", "design"), ("scan", "imaging"),
    ("doctor", "physician"),
    ("syndrome", "disease", "disorder"), ("tumor", "cancer"), ("mutation", "variant", "alteration"),
    ("procedure", "surgery", "operation"), ("analysis", "test"), ("drug", "medicine", "medication"),
    ("group", "arm", "cohort"), ("mets", "metastasis", "metastases"), ("chemo", "chemotherapy"),
    ("plot", "chart", "graph", "curve"),
)  # fmt: skip
# What a name of one or two words goes without in speech: "Stevens Johnson", "Deauville".
_UNSAID = (
    "syndrome",
    "disease",
    "score",
    "scale",
    "criteria",
    "classification",
    "staging",
    "curve",
    "plot",
    "test",
    "index",
)
_SAID = 2
# What may stand behind a name and changes nothing of what it is.
_BEHIND = frozenset(
    """
    cause causes curve curves diagnosis example examples guideline guidelines management prevention process rate rates
    risk risks sign signs symptom symptoms type types
    """.split()
)
# What stands before a name and makes it another thing.
_OPPOSED = frozenset("anti former never no non not post pre pseudo without".split())
_DENIED = frozenset("no not without never".split())
# So many words a name has at least that is found at the end of a longer one, and the longer one at most.
_NAME, _LONGER = 2, 7
# Shorter words are no name in another form.
_LEAST = 5
# Shorter words that end so are no adverbs: family.
_ADVERB = 7
# British endings, as Americans write them.
_BRITISH = (("is", "iz"), ("ys", "yz"))
_BRITISH_WORDS = {
    "ageing": "aging", "artefact": "artifact", "artefacts": "artifacts", "defence": "defense", "grey": "gray",
    "licence": "license", "programme": "program", "programmes": "programs",
}  # fmt: skip
_SAYS = re.compile(r"[a-z]{3}(is|ys)(e|ed|er|es|ing|ation|ations)$")
# Letters within a word, as Americans write them: a word that becomes no name is left alone.
_BRITISH_INSIDE = (
    (re.compile(r"sulph"), "sulf"), (re.compile(r"(?<=[a-z])ll(?=(?:ed|ing|or|ors|er|ers)$)"), "l"),
    (re.compile(r"(?<=[a-z][a-z])our(?=(?:$|s$|al|ed|ing|less|able|ful))"), "or"),
    (re.compile(r"mould"), "mold"), (re.compile(r"[ao]e(?=[a-z]{2})"), "e"),
    (re.compile(r"(?<=[bt])re(?=s?$)"), "er"), (re.compile(r"ogue(?=s?$)"), "og"),
)  # fmt: skip
# Two of a row, the second with its number alone: "JAK1/2".
_NUMBERED = re.compile(r"\b([a-z]+-?)(\d{1,2})/(\d{1,2})\b")
_VERSUS = re.compile(r" ?/ ?| (?:vs|vs\.|versus|v\.|compared to|compared with|or) ")
_BETWEEN = re.compile(r"^(?:what is the |whats the |the )?difference between (.+) and (.+)$")


def nearby(text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield what else may explain a text, likeliest first, each with the shelves it may stand on; none means any.

    Args:
        text: lower-case words, without what is said around a name.
    """
    words = text.replace(",", " ").split()
    american = [_american(word) for word in words]
    if american != words:
        yield " ".join(american), _ANY
    first, comma, last = text.partition(", ")
    if comma:
        yield f"{last} {first}", _ANY
        yield from nearby(f"{last} {first}".replace(",", " "))
    if len(words) > 1:
        yield from _another_last(words)
        if words[-1] in _SORTS:
            yield " ".join(words[:-1]), _ANY
    if len(words) <= _SAID:
        for head in _UNSAID:
            yield f"{text} {head}", _ANY
    if _FIGURE.search(text):
        yield _FIGURE.sub("", text), _ANY
    if _PLACED.search(text):
        yield _PLACED.sub("", text, count=1), _ANY
    bare = _without(text, _DIRECTIONS)
    for form in dict.fromkeys((_without(text, _MEASURED), bare, _without(bare, _MEASURED))):
        if form and form != text:
            yield form, _MEASURES
    deadly = _DEADLY.match(text)
    if deadly:
        yield deadly[0], _ANY
    rest = _CAUSED.sub("", text)
    if rest != text:
        yield rest, _DISEASES
        yield _CAUSED.sub("", rest), _DISEASES
    for tail, shelves in ((_FOUND, _ANY), (_COUNTED, _ANY), (_GIVEN, _ANY), (_DOSED, _TREATMENTS)):
        if tail.search(text):
            yield tail.sub("", text), shelves


def wider(text: str) -> Iterator[str]:
    """Yield the names that a text ends or begins with, when the whole is a kind of it: "stratified log-rank test".

    Args:
        text: lower-case words.
    """
    words = text.replace(",", " ").split()
    if len(words) > 1 and words[-1] in _BEHIND:
        yield " ".join(words[:-1])
    if len(words) <= _LONGER and _OPPOSED.isdisjoint(text.replace("-", " ").split()):
        for start in range(1, len(words) - _NAME + 1):
            yield " ".join(words[start:])


def given(text: str) -> str:
    """Return what is given, without the words for how: "rituximab infusion".

    Args:
        text: lower-case words.
    """
    return _GIVEN.sub("", _DOSED.sub("", text))


def headed(text: str) -> tuple[str, list[str]] | None:
    """Return the word that says what a text of two or three words is, and the words before it: a lung scan is a scan.

    Args:
        text: lower-case words.
    """
    *before, head = text.split() or [""]
    told = head in _HEADS and 0 < len(before) < _NAME + 1 and _OPPOSED.isdisjoint(before)
    return (head, before) if told else None


def direction(text: str) -> str:
    """Return `low` or `high` for a measure with a direction, else nothing.

    Args:
        text: lower-case words.
    """
    words = set(text.split())
    return "low" if words & _LOW else "high" if words & _HIGH else ""


def compared(text: str) -> list[str]:
    """Return the names that a text sets side by side: "CRS vs ICANS"; none where it does not."""
    found = _BETWEEN.match(text)
    parts = list(found.groups()) if found else _VERSUS.split(text)
    return [part.strip() for part in parts] if len(parts) > 1 and all(part.strip() for part in parts) else []


def numbered(text: str) -> list[str]:
    """Return the names that a text writes as one, with a number each: "JAK1/2 mutation"; none where it does not.

    Args:
        text: lower-case words.
    """
    found = _NUMBERED.search(text)
    if not found:
        return []
    return [text[: found.start()] + found[1] + number + text[found.end() :] for number in found.groups()[1:]]


def loosely(known: Iterable[str], text: str) -> list[str]:
    """Return the names made of the same words, whatever their order, their endings and the small words between.

    Args:
        known: names as they are written.
        text: lower-case words.
    """
    wanted = _roots(text)
    if sum(map(len, wanted)) < _LEAST or not _DENIED.isdisjoint(split(text)):
        return []
    longest = max(wanted, key=len)
    return [name for name in known if longest in name.lower() and _roots(name) == wanted]


def _roots(text: str) -> list[str]:
    return sorted({stem(_adjective(word)) for word in split(text) if word not in STOP})


def _adjective(word: str) -> str:
    """Return what an adverb is made of: a "minimally important difference" is a minimal one."""
    return word[:-2] if word.endswith("ly") and len(word) > _ADVERB else word


def _american(word: str) -> str:
    if word.startswith("leuc"):
        word = "leuk" + word[4:]
    word = _BRITISH_WORDS.get(word, word)
    for british, american in _BRITISH_INSIDE:
        word = british.sub(american, word)
    found = _SAYS.search(word)
    if not found:
        return word
    return word[: found.start(1)] + dict(_BRITISH)[found[1]] + found[2]


def _another_last(words: list[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    begun, last = " ".join(words[:-1]), words[-1]
    for group in _ALIKE:
        if last in group:
            for other in group:
                if other != last:
                    yield f"{begun} {other}", _ANY


def _without(text: str, around: tuple[str, ...]) -> str:
    """Return a text without one of the words around it, before or behind; itself where none stands there."""
    for words in sorted(around, key=len, reverse=True):
        if text.startswith(f"{words} "):
            return text[len(words) + 1 :]
        if text.endswith(f" {words}"):
            return text[: -len(words) - 1]
    return text
