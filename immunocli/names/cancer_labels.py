"""Reads the labels of registries and studies: codes beside words, what is left out, projects."""

from __future__ import annotations

import re

from immunocli.names.gates import Gate

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from immunocli.names.lexicon import Lexicon
    from immunocli.names.names_protocol import Entry
    from immunocli.names.tokens import Token

# A morphology of ICD-O: M-8140/3, 8140/3, 81403 only after an M.
_MORPHOLOGY = re.compile(r"(?<![\w/.])(?:M[- ]?|ICD-?O[- ]?)?([89]\d{3})\s?/\s?([0-9])[1-9]?(?![\w/])")
# A topography of ICD-O or a code of ICD-10 at an end of the string: C34.1, C33-C34, D05.
_CODE = r"(?:C4A|C7[AB]|D3A|[CD]\d\d)(?:\.\d{1,4}|\d{1,2}|\.[-X])?"
_CODES = rf"{_CODE}(?:\s?[-–,/+]\s?(?:{_CODE}|\d\d(?!\d)))*"
_SYSTEM = Gate(r"^\s*ICD[- ]?(?:10|O)(?:[- ]?(?:CM|3))?[:\s-]+(?=[A-Z]\d\d)", parts=("icd",))
_FIRST = re.compile(rf"\s*[(\[]?({_CODES})[)\]]?(?:\s*[:;,–-]\s*|\s+)(?=\D)")
_LAST = re.compile(rf"(?:^|[\s,;:–-])[(\[]?({_CODES})[)\]]?\s*$")
_AMID = re.compile(rf"\s({_CODE})\s")
# What follows these is not meant, what stands before them is.
_EXCEPT = Gate(
    r"[\s,(]+(?:except(?:ing)?(?: for)?|excluded from|- not collected|"
    r"excl(?:udes|uding|\.)?|exc\.|other than|but(?: not)?|"
    r"ausgenommen|ausser|außer|sauf|tranne|eccetto|excepto|exceto)(?=[\s:]).*?(?=\s-\s|$)",
    re.I | re.S,
    parts="exc|other than|but|ausgenommen|ausser|sauf|tranne|eccetto|- not collected".split("|"),
)
_MALIGNANT = re.compile(r"\bmalig|\bcancers?\b|\bneoplas", re.I)
# Where a cancer that is named has spread to.
_SPREAD = Gate(
    r"\s+(?:brain|liver|hepatic|lung|pulmonary|bone|lymph node|peritoneal|leptomeningeal|cns|cerebral)"
    r"\s+(?:metastas[ei]s|mets)\b[^,;]*",
    re.I | re.S,
    parts=("metasta", "mets"),
)
# Words beside the code of a study's project that change nothing.
_FILLING = frozenset(
    "primary tumor tumors solid tissue sample samples pan can atlas pub provisional firehose legacy "
    "cohort project dataset data study cases patients discovery phase gdc cancer bulk".split()
)
_LEAST_STUDY = 2
# So many parts has the code of a study with a center and a year.
_LEAST_DATED = 3


# What a label's wording says of how a cancer is treated begins so; what stands before it names the cancer.
_TREATED = re.compile(
    r"[\s,;:(]+(?:after|before|that (?:has|have|no|is|are|progressed|does|do|grew|came)|when|where|if|alone|whose|"
    r"caused by|secondary to|within|used|suited|planned|previously|together|in (?:first|second|any|adults|older|complete|"
    r"people|girls|combination)|at (?:high|higher|increased|intermediate-high)|free of disease|people of|"
    r"not progressing|pMMR|"
    r"high PD-L1|PD-L1|treatment and|and prevention|or not|from solid|resists|as (?:a |an |part |consolid)|refractory to|"
    r"(?:not|nor) (?:eligible|suited|fit|curable|yet|a candidate|progressed|possible|treated|amenable|"
    r"responding|established|advised|candidates|controlled|for|if|with|known|MSI-H)|"
    r"no (?:known|curative|good|earlier|prior|longer|EGFR|ALK|better|surgery)|transformed or not|cisplatin possible|"
    r"without (?:known|sensitizing|an? |satisfactory|prior|earlier|EGFR|ALK)|"
    r"with (?!neuroendocrine|features|squamous|mutated|maturation|t\())(?=[\s,.;:)]|$|(?<=\s)).*$",
    re.S,
)
# What a wording says before it names the cancer.
_AIMED = re.compile(
    r"^(?:(?:(?:neo)?adjuvant|maintenance|prevention|treatment|consolidation|extended treatment|before and after|"
    r"after surgery|after|adjuvant treatment|to speed|faster|first-line|second-line)\b.*?"
    r"\b(?:for|of|in patients with|in people with|with|treatment of)\s+)(?=\w)",
    re.I | re.S,
)
_CAUSED = re.compile(r"\bcaused by\b|\bhepatitis b\b", re.I)
_PATIENTS = Gate(r"^.*\bpatients with\s+", re.I | re.S, parts=("patients with",))
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)")
# The number of a heading in a registry's list: 9.7.1.1, 2(a)2.3.1, A.1.2; and in that of childhood cancer: X(a), VIII.
_OUTLINE = re.compile(
    r"\s*\*?\s*(?:(?:[A-Z]\.\d{1,2}|\d{1,2}(?:\([a-z]\)\d{1,2}|\.\d{1,2}))(?:\.\d{1,2})*\.?|"
    r"[IVX]{1,4}(?:\.|\s?\([a-f]\)(?:\.?\d{1,2})?\.?))\s+(?=[A-Z])"
)
# The samples of a cohort that are of tumors: STAD-TP; what stands before a project's code: GDC project MMRF-COMMPASS.
_SAMPLES = Gate(r"^(?:TCGA-)?([A-Z]{2,8})-T(?:P|M|R|B|AP|AM)$", parts=("-t",))
_PROJECT = Gate(
    r"^(?:GDC|ICGC|PCAWG)(?:[- ](?:project|cohort|study|data ?set))?[ :]+([A-Z][A-Z0-9.]*(?:-[A-Z0-9]+)+)$",
    parts=("gdc", "icgc", "pcawg"),
)
# The code of a cancer in a list of donors or samples: PAAD-US, UVM, 80 pts, LUSC|Primary Solid Tumor.
_CODED = Gate(
    r"^(?:([A-Z]{4,6})-(?:US|UK|EU|KR|CN|JP|DE|FR|IT|ES|AU|CA|BR|IN|SA|SG|RU|MX)|"
    r"([A-Z]{3,8})[,:]? \(?(?:n ?= ?\d+|(?:n ?= ?)?\d+ (?:pts|patients|cases|donors|samples|tumou?rs))\)?|"
    r"([A-Z]{3,8}) ?[|:] ?(?:(?:Primary|Recurrent)(?: Solid)? Tumou?r|Primary Blood Derived Cancer[\w -]*)|"
    r"(?i:oncotree)(?:[ _](?i:code))?[:= ]{1,3}([A-Z][A-Z0-9]{1,11})|"
    r"([A-Z][A-Z0-9]{1,11}),? ?(?:/ ?)?[(\[]?(?:[A-Z_]{3,20} )?(?i:oncotree)(?:(?:: ?|, ?)[A-Z_ ]{3,20})?[)\]]?)$",
    parts="- 0 1 2 3 4 5 6 7 8 9 : | oncotree".split(),
)
# Of these letters a word is written, too.
_A_WORD = "ALL"
# What registries write before and behind the name of a cancer: EOD schema 00250, (GLOBOCAN code 15).
_OF_REGISTRY = Gate(
    r"^(?:(?:CS|EOD|SEER|AJCC|NAACCR|TNM|Summary Stage)\s+)?schema(?:\s+(?:ID|name))?(?:\s+v?\d+)?\s*[:=]?\s+(?=[A-Z])|"
    r"^(?:NCRAS\s+)?[A-Z][A-Z0-9]+(?:_[A-Z0-9]+){2,}\s*[:=]?\s+(?=[CD]\d\d)|"
    r"^(?:GLOBOCAN|NORDCAN|AIHW|NCRAS|CI5|IARC)(?:\s+(?:\d{4}|site|cancer site|group))*\s*[:-]\s+(?=[A-Z])|"
    r"\s*[(\[](?:GLOBOCAN|NORDCAN|AIHW|NCRAS|CI5|IARC|CCS)\b[^()\[\]]*[)\]]\s*$",
    re.I,
    parts="schema _ globocan nordcan aihw ncras ci5 iarc ccs".split(),
)
_TITLED = Gate(r"^([CD]\d\d(?:\.\d{1,2})?) MN (?=[a-z])", re.I, parts=("mn ",))
# A name as MeSH turns it: Leukemia-Lymphoma, Precursor B-Cell Lymphoblastic.
_INVERTED = re.compile(r"^([^,;:()\d]{4,40}), ([^,;:()\d]{4,60})$")
# Five digits of a histology and how it behaves.
_JOINED = Gate(
    r"(?:(?<![\w.])M-?|^)([89]\d{3})([0-3])(?![\d./-])|(?<=\s)([89]\d{3})([0-3])$", parts=("8", "9")
)
# A histology and how it behaves in fields of their own, with no site beside them: Hist 9680 Beh 3.
_BEHAVES = re.compile(r"\b(?:hist|morph)\w*[\s:=]*([89]\d{3})[\s,;]*\bbeh\w*[\s:=]*([0-3])\b", re.I)
_TOPOGRAPHY = re.compile(r"\bC\.?\d\d")
# The year at the end of a study's code.
_YEAR = re.compile(r"20[012]\d$")


def cohort_of(text: str) -> str:
    """Return the code of the cohort or project of which a string is the label, or nothing."""
    found = _SAMPLES.match(text) or _PROJECT.match(text) or _CODED.match(text)
    code = next(filter(None, found.groups()), "") if found is not None else ""
    return code if code != _A_WORD else ""


def inverted_of(text: str) -> str:
    """Return a name that was turned about its comma as it is spoken, or nothing."""
    found = _INVERTED.match(text)
    return f"{found[2]} {found[1]}" if found is not None else ""


def without_registry(text: str) -> str:
    """Return a string without what a registry writes around the name of a cancer: EOD schema 00250 BileDuctsDistal."""
    if not (text[:1].isupper() or text[-1:] in ")]"):
        return text
    return _TITLED.sub(r"\1 malignant neoplasm of ", _OF_REGISTRY.sub("", text))


def with_slashes(text: str) -> str:
    """Return a string in which the five digits of a histology are written as others are: 9732/3 for M-97323."""
    if "eh" in text and not _TOPOGRAPHY.search(text):
        text = _BEHAVES.sub(r"\1/\2", text)
    return _JOINED.sub(lambda one: f"{one[1] or one[3]}/{one[2] or one[4]}", text)


class Codes:
    """The codes that stand beside words, and the words without them.

    Args:
        rest: the string without its codes.
        morphology: (four digits, behavior) of ICD-O.
        sites: codes of a site, of ICD-O or ICD-10.
    """

    __slots__ = ("morphology", "rest", "sites")

    def __init__(self, rest: str, morphology: list[tuple[str, str]], sites: list[str]) -> None:
        self.rest = rest
        self.morphology = morphology
        self.sites = sites


def codes_of(text: str) -> Codes | None:
    """Return the codes that stand beside words, or nothing when there are none."""
    text = _SYSTEM.sub(" ", text)
    morphology = [(found[1], found[2]) for found in _MORPHOLOGY.finditer(text)]
    rest = _MORPHOLOGY.sub(" ", text) if morphology else text
    sites: list[str] = []
    for pattern in (_FIRST, _LAST, _AMID) if morphology else (_FIRST, _LAST):
        found = pattern.match(rest) if pattern is _FIRST else pattern.search(rest)
        if found:
            sites += re.findall(_CODE, found[1])
            rest = rest[: found.start()] + (", " if pattern is _AMID else " ") + rest[found.end() :]
    rest = rest.strip(" ,;:-–()[]") if morphology else rest.strip(" ,;:-–")
    return Codes(rest, morphology, sites) if morphology or sites else None


def rest_of_outline(text: str) -> str:
    """Return a heading of a numbered list without its number, or nothing when it has none."""
    found = _OUTLINE.match(text)
    return text[found.end() :].rstrip(" $*") if found else text.strip()[2:] if text.startswith("* ") else ""


def is_aimed(text: str) -> bool:
    """Say whether a string begins as the wording of a label's use does: "Adjuvant treatment of ..."."""
    return _AIMED.match(text) is not None


def aims_of(text: str) -> Iterator[str]:
    """Yield what may name the cancer in the wording of a label's use: "X after Y, with Z"."""
    prevented = text[:10].casefold() == "prevention"
    if prevented and not _CAUSED.search(text) and "patients with" not in text:
        return  # "prevention of breast cancer" is none that a person has
    if not (_TREATED.search(text) or _AIMED.match(text)):
        return
    bare = _IN_BRACKETS.sub("", text)
    told: set[str] = {text}
    for whole in (text, bare, _AIMED.sub("", bare), _PATIENTS.sub("", bare)):
        head = _TREATED.sub("", whole).strip(" ,;:(")
        if head and head not in told and not (prevented and head.casefold().startswith("prevention")):
            told.add(head)
            yield head


def kept_of(text: str) -> str:
    """Return what stands before an "except" or a place of spread, or nothing when there is none."""
    left_out = _EXCEPT.search(text)
    if left_out is not None and _MALIGNANT.search(left_out[0]):
        return ""  # disorders of the liver except malignancy
    kept = _SPREAD.sub("", _EXCEPT.sub("", text))
    return kept.strip(" ,(") if kept != text else ""


def has_spread(text: str) -> bool:
    """Say whether a label tells where a cancer has spread to."""
    return _SPREAD.search(text) is not None


def of_study(lexicon: Lexicon, tokens: list[Token]) -> Entry | None:
    """Return the cancer of a study's code: `TCGA-COADREAD`, `luad_tcga_pan_can_atlas_2018`."""
    roles = lexicon.roles
    studies = [token for token in tokens if roles.get(token.plain) == "study"]
    if not studies and len(tokens) >= _LEAST_DATED:
        return _of_dated(lexicon, tokens)
    if len(studies) != 1:
        return None
    codes = [
        token
        for token in tokens
        if token is not studies[0] and token.plain not in _FILLING and not token.plain.isdigit()
    ]
    if len(codes) != 1 or len(codes[0].text) < _LEAST_STUDY:
        return None
    code = codes[0]
    whole = lexicon.entry(studies[0].plain + code.plain)
    if whole is not None and whole[0]:
        return whole
    entry = lexicon.entry(code.plain)
    written = code.text.isupper() or studies[0].text.islower()
    known = entry is not None and entry[0] and entry[1] in ("code", "abbreviation")
    return entry if known and written else None


def _of_dated(lexicon: Lexicon, tokens: list[Token]) -> Entry | None:
    """Return the cancer of a study's code that begins with that of the cancer and ends with a year: bcc_unige_2016."""
    code, *_, year = tokens
    if not _YEAR.match(year.text) or not all(
        token.gap == "_" and token.text.islower() != token.text.isdigit() for token in tokens[1:]
    ):
        return None
    entry = lexicon.entry(code.plain) if code.text.islower() else None
    if entry is None or not entry[0]:
        return None
    short = entry[1] in ("code", "abbreviation") or sum(map(str.isupper, entry[2])) > 1
    return entry if short else None


def after(text: str, head: str) -> str:
    """Return what stands behind a part of a string."""
    rest = text[text.find(head) + len(head) :].replace(";", " ")
    return " ".join(rest.split()).strip(" ,:()")
