"""Takes out of a label what registries and dictionaries note beside the name of a cancer."""

from __future__ import annotations

import re

from immunocli.names.gates import Gate

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

# The chapter of a Read code, the release of a schema, and notes for coders: [M], [X], (V9), [8th: 2018-2023].
_CHAPTER = re.compile(r"^\s*\[(?:M|X|D|SO|V|EDTA)\]\s*", re.I)
_SCHEMA = re.compile(r"\s*(?:\(V9\)|\[(?:V9|8th|9th)\b[^\]]*\])\s*$", re.I)
_NOTE = re.compile(
    r"\s*\[(?:obs|pre-?\d{4}|reportable|[^\]]*\b\d{4}\+|[^\]]*\bSEE\b|[^\]]*\bUSE CODE\b)[^\]]*\]", re.I
)
# C44._, (C65.9, C66.9, C67._): topographies with a wild card.
_WILD = re.compile(r"\b([CD]\d\d)\.\s?_")
# What American problem lists put behind a disease that a payer weighs by its hierarchical condition category.
_WEIGHED = re.compile(
    r"\s*[(\[]\s*(?:(?:(?:CMS|HHS|ESRD|RX|HC|MUSC)\s?[-/ ]?\s?){0,2}HCC(?:[- ]?(?:code|CC|\d{1,3}))?|CMD|HC[- ]code|"
    r"Multi|CODE)\s*[)\]]",
    re.I,
)
# Of these HCC is the cancer, but not of what has spread to the liver.
_OF_LIVER = re.compile(r"hepat|\bliver\b|leber|foie|h[ií]gado|f[ií]gado|fegato|\bHCC\b", re.I)
_GROWTH_THERE = re.compile(
    r"carcin|karzin|cancer|krebs|tum[ou]|malig|neopl|oma\b|\bca\b|\bmass\b|lesion|nodule|\bK\b", re.I
)
_WENT_THERE = re.compile(r"metast|\bmets?\b|secondar|\bto (?:the )?liver|spread", re.I)
# Who published a cohort or a classification, and when: (TCGA, Nature 2014), (MSK, 2023), (WHO 2019).
_CITED = re.compile(
    r"\s*\((?=[^()]*[A-Z])[^()]*(?:,[^()]*\b(?:19|20)\d\d|\b(?:PanCancer Atlas|Firehose Legacy))\)\s*$|"
    r"\s*\((?:WHO|ICC|ICD-?O?|AJCC|UICC|FIGO|REAL|ELN)[- ]?(?:(?:20|19)\d\d|HAEM\d?R?|v?\d{1,2}|\d(?:th|rd|nd))"
    r"(?: (?:ed(?:ition|\.)?|revision|classification|criteria))?\)\s*$"
)
# What a terminology says a term is.
_KIND_OF_TERM = re.compile(r"\s*\((?:disorder|disease|finding|morphologic abnormality|situation)\)\s*$", re.I)
# The French, American and British kinds of acute leukemia: of these M3 is a cancer of its own.
_FAB = Gate(
    r"(?:^|[\s,;:/(\[-]+)(?:FAB[ -]?|type )?(?:M([0-7])(?:v|eo|[abc])?|L[12])\b[)\]]?",
    re.I,
    parts="m0 m1 m2 m3 m4 m5 m6 m7 l1 l2".split(),
)
_OF_FAB = re.compile(r"\b(?:AML|ANLL|ALL)\b|\bacute\b.*leuk|leuk\w*\b.*\bacute\b", re.I)
_ACUTE = re.compile(r"\bacute leuka?emias?\b", re.I)
_MYELOID = re.compile(
    r"\b(?:AML|ANLL|acute (?:non[- ]?lympho\w+|myel\w+|granulocytic)(?: leuka?emias?)?|"
    r"leuka?emias?,? (?:non[- ]?lympho\w+|myel\w+|granulocytic),? acute)\b",
    re.I,
)
_SITES = re.compile(
    r"\s*\(\s*[CD]\d\d(?:\.\d)?(?:\s*\[[A-Z]\])?(?:\s*,\s*[CD]\d\d(?:\.\d)?(?:\s*\[[A-Z]\])?)+\s*\)"
)
_TWICE = re.compile(r"(\w[\w-]+) \((\w[\w-]+)\)(?=\s+\w)")
# Stage 0 is in situ, but of leukemias and lymphomas.
_STAGE_NONE = Gate(
    r"\b(?:en |in |im )?(?:stage|est[aá]dio|est[aá]gio|stade|stadi[ou]m?|stadiu) (?:0|0is)\b(?!\s*[/,-]\s*(?:i|1)\b)",
    re.I,
    parts=("0",),
)
_OF_BLOOD = re.compile(r"leuk|lymphom|myelom|\bcll\b|\bsll\b|\brai\b|neuroblastoma", re.I)
# Of the bladder, stage 0 is in situ or papillary.
_OF_BLOOD_OR_BLADDER = re.compile(_OF_BLOOD.pattern + r"|\bbladder", re.I)
# A carcinoma in a benign tumor, a melanoma in a nevus.
_AROSE_IN = Gate(
    r"(?<=oma) ex (?:pleomorphic |eccrine )?(?:adenoma|spiradenoma)\b|"
    r"(?<=carcinoma)(?:,? arising)? (?:in|ex) (?:an? )?(?:[\w-]+ ){0,2}(?:adenomas?|polyps?)\b|"
    r"(?<=carcinoma)(?: in situ),? (?:in|ex) (?:an? )?(?:[\w-]+ ){0,2}(?:adenomas?|polyps?)\b|"
    r"(?<=oma),? (?:arising )?in (?:an? |giant |congenital |junctional |melanocytic |blue )*n(?:a)?evus\b",
    re.I,
    parts=("adenoma", "polyp", "evus"),
)
# no metastatic breast cancer: none of it
_NO_SPREAD = Gate(
    r"\bno metastatic (?!dis|dz\b|spread|lesion|involve|foc[iu]|deposit|tumou?r deposit|burden)",
    re.I,
    parts=("no metastatic",),
)
_RULED = Gate(r"\br/o\b(?! (?:mets?\b|metas|recur|progres|spread))", re.I, parts=("r/o",))
# ROS1 rearrangement negative: that of which the gene is told, and not the cancer with it.
_ABSENT = Gate(
    r"\b(EGFR|ALK|ROS-?1|RET|MET|NTRK[123]?|KRAS|BRAF|HER2|NRG1|FGFR[123]?)(?: gene)? "
    r"(?:rearrangements?|fusions?|mutations?|translocations?|amplification)[ -]neg(?:ative)?\b",
    re.I,
    parts=("neg",),
)
# MSI status pending; what is told not to be so says nothing of ours: not platinum-resistant.
_STATUS = Gate(r"\bstatus\b|\bnot platinum", re.I, parts=("status", "not platinum"))
_NOT_KNOWN = re.compile(
    r"[,;(]*\s*\b[A-Za-z]*[A-Z]{2,}[\w/ -]{0,12}? status (?:is )?"
    r"(?:pending|unknown|not (?:done|known|tested|available)|awaited|unclear)\)?"
    r"[,;]?\s*|[,;(]+\s*not platinum[- ]resistant\)?",
    re.I,
)
_BOTH = Gate(
    r"\bboth (?=(?:ovaries|breasts|lungs|kidneys|testes|testicles|eyes|(?:fallopian )?tubes|adrenals)\b)",
    parts=("both ",),
)
_TYPE_TWICE = Gate(r"(?<=special type) \(NST\)", re.I, parts=("(nst)",))
_INVOLVING = Gate(
    r"(?<=serous carcinoma )involving (?=(?:the |right |left |both |bilateral )*ovar(?:y|ies)\b)",
    re.I,
    parts=("involving",),
)
# Of what a mixed tumor consists: mixed germ cell tumor: yolk sac tumor 40%.
_PARTS = Gate(r"^(\s*mixed\b[^:(]*?)\s*[:(][^:]*\d ?%.*$", re.I, parts=("mixed",))
# DCIS; no invasive carcinoma identified
_NONE_BESIDE = Gate(
    r"\s*[,;.:(-]+\s*(?:no|without|negative for)(?: evidence of| definite| residual)* (?:stromal |micro-?)?"
    r"(?:invasion|invasive (?:carcinoma|component|cancer|disease|tumou?r|malignancy|melanoma))"
    r"(?: is| was)?(?: identified| seen| present| found)?\)?\.?\s*$",
    re.I,
    parts=("invasi",),
)
_IN_SITU = re.compile(r"in[- ]situ|\b(?:DCIS|LCIS|CIS|AIS|MIS|[CVA]IN)\b|intraepithelial|dysplasia", re.I)
# A papillary cancer of the thyroid that is made like a follicular one stays papillary.
_VARIANT = Gate(r"[\s,(]*\bfollicular[- ]variant\b(?: of\b)?\)?", re.I, parts=("follicular",))
_PAPILLARY = re.compile(r"papillary|\bPTC\b", re.I)
# FL gr 3A, NHL - follicular gr 1-2
_GRADED = Gate(r"\bgr\.? ?(?=(?:[1-4]|I{1,3}V?)[ABab]?\b)", re.I, parts=("gr",))
# As the lists of ICD-O have it: ML, large B-cell.
_LYMPHOMA = Gate(r"\bML, (?=(?:large|small|mixed|lympho|diffuse|B-|T-))", parts=("ml, ",))
# Where it went, and not where it began: carcinoma metastatic in the skin.
_SPREAD_IN = Gate(r"\bmetastatic in\b(?= (?:the )?[a-z])", re.I, parts=("metastatic in",))
_SHORT_NAMES = Gate(r"\bN(?:ET|EC|EN)s?\b", parts=("net", "nec", "nen"))
# Behind the words of ICD-10 "not elsewhere classified" is meant: curvature of spine NEC, median nerve lesion NEC.
_OTHERWISE = re.compile(
    r"\b(?:of|lesions?|disorders?|injur\w+|conditions?|anomal\w+|deformit\w+|abnormal\w*|complications?|syndromes?|pain|"
    r"infections?|fractures?|effects?|defects?|degeneration|inflammation|ulcers?|h[ae]morrhage|stenosis)\b.*\bNEC\s*$"
)
_TUMOR_SAID = re.compile(
    r"omas?\b|leuk|hodgkin|disease|\blym|neopl|tumou?r|cancer|\bca\b|\bmal|\bneo\b", re.I
)
_NEUROENDOCRINE = {
    "NET": "neuroendocrine tumor",
    "NEN": "neuroendocrine neoplasm",
    "NEC": "neuroendocrine carcinoma",
}
# Where a cancer of elsewhere has spread to.
_SPREAD = Gate(
    r"^\s*(?:regional |distant )?metastatic (?:malignant )?(?:neoplasm|tumou?r|carcinoma|adenocarcinoma|cancer|"
    r"malignancy)s? (?:in|to|involving)\b(?: the)?(?P<site>.*)$",
    re.I,
    parts=("metastatic",),
)


def spread_to(text: str) -> str | None:
    """Return to what a cancer has spread of which nothing else is said, or nothing."""
    found = _SPREAD.match(text)
    return found["site"].strip().casefold() if found else None


def without_notes(text: str) -> tuple[str, bool]:
    """Return a label without what is noted beside it, and whether it is the name of a staging schema."""
    if text[:15].casefold() == "not applicable ":
        text = text[15:]
    if "[" in text:
        text = _NOTE.sub("", _CHAPTER.sub("", text))
    bare = _SCHEMA.sub("", text) if text.endswith((")", "]")) else text
    sited = bare != text
    if bare.endswith(")"):
        bare = _CITED.sub("", bare)
        bare = _KIND_OF_TERM.sub("", bare)
    bare = without_wild(without_weight(bare))
    return (_SITES.sub("", bare) if "(" in bare else bare).strip(), sited


def without_weight(text: str) -> str:
    """Return a label without a payer's mark: `Malignant neoplasm of prostate (HCC)` is no cancer of the liver."""
    if "(" not in text and "[" not in text:
        return text
    mark = _WEIGHED.search(text)
    if mark is None or not text[: mark.start()].strip():
        return text
    rest = f"{text[: mark.start()]}{text[mark.end() :]}"
    plain = mark[0].strip(" ([])").casefold() == "hcc"
    liver = _OF_LIVER.search(rest) and _GROWTH_THERE.search(rest) and not _WENT_THERE.search(rest)
    return text if plain and liver else rest


def without_wild(text: str) -> str:
    """Return a label whose topographies have no wild card: C44._ is C44."""
    return _WILD.sub(r"\1", text) if "_" in text else text


def said_once(text: str, form: Callable[[str], object]) -> str:
    """Return a string without a word in brackets that says the word before again: cutaneous (skin) melanoma."""
    if "(" not in text:
        return text
    return _TWICE.sub(lambda found: found[1] if form(found[1]) == form(found[2]) else found[0], text)


def staged(text: str) -> str:
    """Return a string with its stage 0, FAB M3, grade and spread spelled out, and without what else is told beside."""
    kind = _FAB.search(text)
    if kind is not None and _OF_FAB.search(text):
        text = _FAB.sub(" ", text).strip()
        if kind[1]:
            text = _ACUTE.sub("acute myeloid leukemia", text)
        if kind[1] == "3":
            text = _MYELOID.sub("acute promyelocytic leukemia", text)
    if _SPREAD_IN.search(text):
        text = _SPREAD_IN.sub("metastatic to", text)
    if _LYMPHOMA.search(text):
        text = _LYMPHOMA.sub("malignant lymphoma, ", text)
    if _NONE_BESIDE.search(text) and _IN_SITU.search(text):
        text = _NONE_BESIDE.sub("", text)
    text = _RULED.sub("rule out", text) if "/" in text else text
    text = _NO_SPREAD.sub("no ", text) if "etastatic" in text else text
    if _ABSENT.search(text):
        text = _ABSENT.sub(r"\1-negative", text)
    text = _NOT_KNOWN.sub("", text) if _STATUS.search(text) else text
    text = _TYPE_TWICE.sub("", text) if "(NST)" in text else text
    if "ovar" in text and "etasta" not in text:
        text = _INVOLVING.sub("of ", text)
    text = _BOTH.sub("", text) if "both " in text else text
    if "%" in text:
        text = _PARTS.sub(r"\1", text)
    if _VARIANT.search(text) and _PAPILLARY.search(text):
        text = _VARIANT.sub(" ", text).strip()
    if _GRADED.search(text):
        text = _GRADED.sub("grade ", text)
    if _AROSE_IN.search(text):
        text = _AROSE_IN.sub("", text)
    none = _STAGE_NONE.search(text)
    if none is not None and not (_OF_BLOOD if none[0].endswith("s") else _OF_BLOOD_OR_BLADDER).search(text):
        text = _STAGE_NONE.sub("in situ", text)
    return text


def neuroendocrine(text: str, instead: str) -> str:
    """Return a string in which something else stands for NET, NEN or NEC: what they mean when told to spell.

    Empty when there is none, or a word says otherwise that a cancer is meant.
    """
    if not _SHORT_NAMES.search(text) or _TUMOR_SAID.search(text) or _OTHERWISE.search(text):
        return ""
    spell = instead == "spell"
    return (
        _SHORT_NAMES.sub(lambda found: _NEUROENDOCRINE[found[0].rstrip("s")] if spell else instead, text)
        or " "
    )
