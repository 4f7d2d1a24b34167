"""Reads the biomarkers that are told beside a cancer in the ways notes and reports write them: HER2 2+, MLH1/PMS2 loss."""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from immunocli.names.names_protocol import Entry

_YES = r"(?:\+(?!\w)|[-\s]?(?:pos(?:itive|itivity)?|present|detected)\b)"
_NO = (
    r"(?:[-−–](?=[\s,;/)(]|$)(?!\s*(?:pos|neg|amp|over|low|ultra|equi|mut|\d))|"
    r"[-\s]?(?:neg(?:ative)?|absent|not detected)\b)"
)
_OF = r"[\s:,(]*(?:status|receptors?|expression|by|is|was|IHC|gene)?(?:\s[-–]\s)?[\s:,(]*"
_HER2 = r"\b(?:HER-?\s?2(?:[-/ ]?neu)?|c?ERBB-?2|human epidermal growth factor (?:receptor )?2)\b"
_FISH = r"(?:[\s,;/(]*(?:by\s+)?(?:F|C|D)?ISH[\s:(-]*"
_CHANGED = (
    r"(?:mut(?:ations?|ated|ant|n)?|fusions?|fused|rearr(?:ange(?:d|ments?))?|"
    r"translocat(?:ed|ions?)|altered|variant)\b"
)
_MMR_GENE = r"(?:MLH-?1|PMS-?2|MSH-?2|MSH-?6)"
_MMR_GENES = rf"{_MMR_GENE}(?:(?:\s*[/,&+]\s*|\s+and\s+|\s*/\s*){_MMR_GENE})*"
_MMR = r"\b(?:MMR(?:[- ]?proteins?)?|mismatch[- ]repair(?:[- ]?proteins?)?)\b"
# What a stain of the proteins of mismatch repair says where one of them is missing.
MMR_LOST = (
    rf"{_MMR}[\s:(-]*(?:is |are )?(?:deficien\w+|loss|lost|abnormal|absent)\b|"
    rf"\b(?:loss|lost|absen\w+)\s+(?:of\s+)?(?:nuclear\s+)?(?:staining (?:for|of)\s+|expression of\s+)?{_MMR_GENES}"
    rf"(?:\s+(?:expression|staining|proteins?))?|"
    rf"\b{_MMR_GENES}[\s:(-]*(?:is |are )?(?:expression |nuclear |protein )*"
    r"(?:loss|lost|absent|deficien\w+|neg(?:ative)?)\b"
)
_MSI_H = r"(?:MSI-?\s?H(?:igh)?|dMMR|MMR-?d(?:eficient)?|MSI)"
_EX19 = r"ex(?:on)?\s?19\s?(?:del\w*)?|del(?:etion)?\s?(?:ex(?:on)?\s?)?19|19\s?del\w*"

# Each way to tell of a biomarker, by what a name of ours says before the cancer; the first that fits stands.
_WAYS = tuple(
    (told, re.compile(way, 0 if told.startswith("hr") else re.I))
    for told, way in (
        # Mismatch repair: what is denied first.
        (
            "mss",
            rf"\b(?:non[- ]?|not\s+|no\s+){_MSI_H}(?:\s*(?:or|/|nor)\s*(?:dMMR|MSI-?H))?\b|"
            r"\bMSI(?:-?H)?[- ]?neg(?:ative)?\b|"
            rf"\bpMMR\b|\bMSS\b|\bMSI-?L(?:ow)?\b|\bmicrosatellite[- ]stable\b|"
            rf"\bproficient (?:DNA )?{_MMR}|"
            rf"{_MMR}[\s:(-]*(?:is |are )?(?:expression )?(?:intact|proficient|retained|preserved|normal|stable)\b|"
            rf"\b(?:intact|retained|preserved|normal)\s+(?:nuclear\s+)?(?:expression of\s+)?(?:MMR|mismatch repair)\b[\w ]*",
        ),
        (
            "msi",
            rf"\bdMMR\b|\bMSI-?\s?H(?:igh)?\b|\bMMR-?d\b|\bmicrosatellite instability[- ]high\b|"
            rf"\bdeficient (?:DNA )?{_MMR}|{MMR_LOST}",
        ),
        # HER2: changed, by two tests, by one.
        (
            "her2-mutated",
            rf"{_HER2}[\s:(-]*(?:TKD\s+|kinase domain\s+|activating\s+)?(?:{_CHANGED}|"
            rf"ex(?:on)?\s?20(?:\s?ins\w*)?(?:\s+{_CHANGED})?)",
        ),
        (
            "her2+",
            rf"{_HER2}{_OF}2\s?\+?\)?{_FISH}(?:\+|pos\w*|amplif\w*|ampl?\b))|"
            rf"{_HER2}{_OF}(?:3\s?\+\)?|3(?=[\s,;)]|$)|\+(?!\w)|pos(?:itive)?\b(?:\s?\(3\+\))?|amplif\w+|amp\b|over-?expres\w+)"
            rf"|{_HER2}{_FISH}(?:\+|pos\w*|amplif\w*))",
        ),
        ("her2-ultralow", rf"{_HER2}{_OF}[-\s]?ultra-?low\b"),
        (
            "her2-low",
            rf"{_HER2}{_OF}2\s?\+?\)?{_FISH}(?:[-−](?!\w)|neg\w*|not amplif\w*|non-?amplif\w*|unamplif\w*))|"
            rf"{_HER2}{_OF}(?:(?:neg(?:ative)?|low)?[\s(]*1\s?\+\)?|[-\s]?low\b)",
        ),
        ("her2?", rf"{_HER2}{_OF}(?:2\s?\+|equivocal|pending|unknown|indeterminate|not done)"
         r"[^;]*?(?=;|$|, (?!FISH|ISH|equi|pend))"),
        (
            "her2-",
            rf"{_HER2}{_OF}(?:score )?(?:{_NO}(?:\s?\(?(?:IHC )?0\)?)?|"
            rf"0(?![.\d%])|not amplif\w*|non-?amplif\w*|unamplif\w*|null\b|zero\b)"
            rf"|{_HER2}{_FISH}(?:[-−](?!\w)|neg\w*|not amplif\w*|non-?amplif\w*))",
        ),
        # Receptors of hormones.
        ("hr-", rf"(?i:\bhormone[- ]receptors?[\s:-]*{_NO})|\b(?:ER\s*[/&]\s*Pg?R|HR)[\s:]*{_NO}|"
                rf"\bER[\s:]*{_NO}[\s,;/&]*(?:and )?Pg?R[\s:]*{_NO}|"
                r"\bER[\s:(]*(?:0|<\s?1)\s?%\)?[\s,;/&]*(?:and )?Pg?R[\s:(]*(?:0|<\s?1)\s?%\)?"),
        ("hr+", rf"(?i:\b(?:o?estrogen|progesterone|hormone)[- ]receptors?[\s:-]*{_YES})|"
                rf"\b(?:ER|HR|Pg?R|ER\s*/\s*Pg?R)[\s:]*{_YES}(?:\s?\(\d+\s?%\))?|"
                r"\b(?:ER|Pg?R|ER\s*/\s*Pg?R)[\s:(]*[>~≥]?\s?[1-9]\d{0,2}\s?%\)?"),
        ("hr?", rf"(?i:\b(?:o?estrogen|progesterone)[- ]receptors?[\s:-]*{_NO})|"
                rf"\b(?:ER|Pg?R|ER\s*/\s*Pg?R)[\s:]*{_NO}|\b(?:ER|Pg?R)[\s:(]*(?:0|<\s?1)\s?%\)?"),
        # Genes of lung and bowel cancers.
        ("none", rf"\b(?:EGFR|ALK|ROS-?1|KRAS|BRAF|RET|MET|NTRK)(?:\s*/\s*(?:EGFR|ALK|ROS-?1|KRAS|BRAF|RET|MET|NTRK))+[-\s]?"
                 rf"(?:neg(?:ative)?\b|[-−](?!\w)|wt\b|wild[- ]?type\b)|"
                 rf"\b(?:EGFR|ALK|ROS-?1|RET|MET|NTRK)[\s:]*(?:{_NO}|wt\b|wild[- ]?type\b)"),
        ("egfr-20", r"\bEGFR[\s:(-]*(?:ex(?:on)?\s?20\s?(?:ins\w*)?)(?:\s+mut\w*)?"),
        ("egfr", rf"\bEGFR[\s:(-]*(?:{_EX19}|(?:ex(?:on)?\s?21\s?)?L858R|G719\w|S768I|L861Q|T790M|{_YES}|{_CHANGED})"
                 rf"(?:\s+{_CHANGED})?"),
        ("alk", rf"\bEML4[-:/ ]+ALK\b(?:\s?{_YES})?(?:\s+{_CHANGED})?|\bALK[\s:(-]*(?:{_YES}|{_CHANGED})"),
        ("ros1", rf"\bROS-?1[\s:(-]*(?:{_YES}|{_CHANGED})"),
        ("g12c", r"\b(?:KRAS[\s:(-]*)(?:p\.)?G12C\b(?:\s+mut\w*)?"),
        ("v600e", r"\bBRAF[\s:(-]*(?:p\.)?V600E\b(?:\s+mut\w*)?"),
        ("ras-wt", r"\b(?:(?:pan|all|extended)[- ]?)?RAS(?:\s*/\s*B?RAF)?[\s:-]*(?:wt|wild[- ]?type)\b|"
                   r"\bKRAS\s*/\s*NRAS(?:\s*/\s*BRAF)?[\s:-]*(?:wt|wild[- ]?type)\b"),
        ("ras", rf"\b[KN]?RAS[\s:(-]*(?:p\.)?(?:(?:G1[23]|Q61|A146|K117)[A-Z]\b(?:\s+mut\w*)?|{_CHANGED}|{_YES})"),
        ("ph+", rf"\b(?:Ph|Philadelphia(?:[- ]chromosome)?)[- ]?{_YES}|"
                rf"\bwith BCR(?:::|[-/])ABL1?\b(?![\s-]*neg)|\bBCR[-:/ ]+ABL1?[\s:-]*{_YES}"),
        ("ph-", rf"\b(?:Ph|Philadelphia(?:[- ]chromosome)?)[- ]?{_NO}|\bBCR[-:/ ]+ABL1?[\s:-]*{_NO}"),
    )
)  # fmt: skip
# What a name of ours says before the cancer, the nearest first; `{}` stands for the name of the wider one.
_NAMES = (
    (("hr+", "her2-"), "HR-positive, HER2-negative {}"),
    (("hr-", "her2-"), "triple-negative {}"),
    (("her2+",), "HER2-positive {}"),
    (("her2-ultralow",), "HER2-ultralow {}"),
    (("her2-low",), "HER2-low {}"),
    (("her2-",), "HER2-negative {}"),
    (("hr+",), "hormone receptor-positive {}"),
    (("egfr-20",), "EGFR exon 20 insertion-mutated {}"),
    (("egfr",), "EGFR-mutated {}"),
    (("alk",), "ALK-positive {}"),
    (("ros1",), "ROS1-positive {}"),
    (("her2-mutated",), "HER2-mutated {}"),
    (("msi",), "MSI-H or dMMR {}"),
    (("g12c",), "KRAS G12C-mutated {}"),
    (("v600e",), "BRAF V600E-mutated {}"),
    (("ras",), "RAS-mutated {}"),
    (("ras-wt",), "RAS wild-type {}"),
    (("mss",), "microsatellite stable {}"),
    (("mss",), "mismatch repair proficient {}"),
    (("ph+",), "Philadelphia chromosome-positive {}"),
    (("ph-",), "Philadelphia chromosome-negative {}"),
)
# A stain that is weak is no positive one.
_MEANS_TOO = {"her2-low": "her2-", "her2-ultralow": "her2-", "egfr-20": "egfr"}
_CONTRARY = (("her2+", "her2-"), ("her2+", "her2-low"), ("msi", "mss"), ("ras", "ras-wt"), ("ph+", "ph-"))
# Where a marker is told of a lung cancer, it is one that is not of small cells.
_OF_LUNG = {"lung": ["non-small cell lung cancer"]}
_MAY_HOLD = re.compile(
    r"Philadel|MMR|MSI|MSS|MLH|MSH|PMS|HER-?\s?2|ERBB|\bER\b|\bHR\b|\bPg?R\b|EGFR|ALK|ROS-?1|RAS|BRAF|\bPh\b|BCR|mismatch|"
    r"microsat|epidermal growth",
    re.I,
)


def markers_in(text: str) -> tuple[str, set[str], list[str]]:
    """Return a string without the biomarkers that are told in it, what is told, and the words that told it.

    Args:
        text: `Ca breast, ER/PR+ HER2-`.
    """
    told: set[str] = set()
    words: list[str] = []
    if not _MAY_HOLD.search(text):
        return text, told, words
    for one, way in _WAYS:
        for found in way.finditer(text):
            words.append(" ".join(found[0].split()).strip(" ,;:("))
            told.add(one)
        text = way.sub(" , ", text)
    for pair in _CONTRARY:
        if told.issuperset(pair):
            told.difference_update(pair)  # of both, neither counts
    told |= {_MEANS_TOO[one] for one in told if one in _MEANS_TOO}
    if "hr+" in told:
        told.discard("hr-")
    return text, told, words


def with_markers(
    entry: Entry,
    told: set[str],
    path: Callable[[str], list[str]],
    title: Callable[[str, str], str],
    name: Callable[[str], Entry | None],
) -> Entry | None:
    """Return the cancer that one is with the biomarkers told of it; nothing where we know none by them.

    Args:
        entry: the cancer.
        told: the biomarkers.
        path: returns a cancer and all that it is part of.
        title: returns the name of a record.
        name: returns the cancer that a string is the name of.
    """
    if len(entry[0]) != 1:
        return None
    one = entry[0][0]
    titles = [entry[2]] + [title("cancer", step) for step in path(one)] + _OF_LUNG.get(one, [])
    for markers, form in _NAMES:
        if not told.issuperset(markers):
            continue
        for wide in titles:
            found = name(form.format(wide))
            if found is not None and found[0] != entry[0]:
                return found
    return None
