"""Reads what tests measured: PD-L1 scores, HER2 stains, lost MLH1, AFP, TMB; and the limits that labels set for them."""

from __future__ import annotations

import re

from immunocli.names.cancer_markers import MMR_LOST

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

_OPERATOR = r"(?P<op>>=|≥|>|<=|≤|<|at least|less than|more than|below|under|over|above)?\s*"
_VALUE = r"(?P<low>\d[\d,]*(?:\.\d+)?)(?:\s*(?:-|–|to)\s*(?P<high>\d[\d.]*))?"
_OF = r"(?:\s*(?:\(|,|:|=|of|is|was|score|level|expression|expressing|at|on|in|status|with a))*\s*"
_PD_L1 = re.compile(
    rf"\b(?:PD-?\s?L1\b{_OF})?(?P<kind>CPS|TPS|TC|IC|TAP)\b{_OF}{_OPERATOR}{_VALUE}\s*(?:%|percent)?"
    rf"|\bPD-?\s?L1\b{_OF}(?P<op2>>=|≥|>|<=|≤|<|at least|less than|more than|below|under|over|above)?\s*"
    r"(?P<low2>\d+(?:\.\d+)?)(?:\s*(?:-|–|to)\s*(?P<high2>\d+))?\s*(?:%|percent)?"
    r"(?:\s*of (?:tumou?r )?cells)?\s*(?:\(?(?P<after>CPS|TPS|TC|IC)\)?)?"
    r"|(?P<op3>>=|≥|>|<=|≤|<)?\s*(?P<low3>\d+)\s*(?:%|percent)\s*PD-?\s?L1\b",
    re.I,
)
_AFP = re.compile(
    rf"\b(?:AFP|alpha-?\s?fetoprotein)\b{_OF}{_OPERATOR}{_VALUE}\s*(?:ng/?\s?m[lL]|(?:µ|u|mc)g/L)?", re.I
)
_TMB = re.compile(
    rf"\b(?:TMB|tumou?r mutational burden)\b{_OF}{_OPERATOR}{_VALUE}"
    r"\s*(?:mut(?:ations)?\s*(?:/|per)\s*(?:mb|megabase))?",
    re.I,
)
_MRD = re.compile(rf"\bMRD\b{_OF}{_OPERATOR}{_VALUE}\s*(?:%|percent)", re.I)
_SIGN = r"\+|-|−|positive|negative|pos\b|neg\b|(?:non-?|not )?amplified"
_HER2 = re.compile(
    rf"\b(?:(?:HER-?2(?:/neu)?|ERBB2)[\s,:(]*(?:(?:negative|positive|status|score)[\s,:(]*)?(?:by\s+)?(?:IHC[\s:]*)?|IHC[\s:]*)(?P<ihc>0|1\+|2\+|3\+|[123](?=\s*(?:,|$|/|\))))"
    rf"(?:[\s,/(]*(?:and|with)?\s*(?P<ish>F?ISH)[\s:-]*(?P<sign>{_SIGN}))?\)?"
    rf"|\b(?:(?:HER-?2|ERBB2)[\s,:(]*)?(?P<alone>F?ISH)[\s:-]*(?P<sign2>{_SIGN})",
    re.I,
)
# A loss that is told to be there, and neither denied nor asked about.
_LOST = re.compile(
    rf"(?<!\bno )(?<!\bnot )(?<!without )(?<!negative for )(?<!no evidence of )(?:{MMR_LOST})"
    r"(?!\W*(?:no|not|none|unknown|pending|excluded|equivocal|absent|negative)\b|\s*\?)",
    re.I,
)
# What a label's words set as the limit of a use.
_LIMIT = re.compile(
    r"CPS (?:of )?(?P<cps>\d+) or more|(?:PD-L1 (?:of |on )?|high PD-L1 \()(?P<low>\d+)(?P<share> percent)? or more|"
    r"TPS (?P<tps>\d+) percent or more|PD-L1 \((?P<bare>\d+) or more\)"
)
_EXCEPT = 0.001
_MMR = "mmr lost"
# From this value on each marker that is a value is there, below it is not.
_MARKED = {"afp": ("afp-high", 400), "tmb": ("tmb-h", 10), "mrd": ("mrd-positive", 0.1)}
_STAINS = {
    "0": {"her2-negative": True},
    "1": {"her2-low": True},
    "2": {"her2-ihc3": False},
    "2+ish": {"her2-positive": True, "her2-ihc3": False},
    "2-ish": {"her2-low": True},
    "3": {"her2-ihc3": True},
    "+ish": {"her2-positive": True},
    "-ish": {"her2-positive": False},
}


class Score:
    """What a test measured.

    Args:
        kind: `cps`, `tps`, `ic`, `afp`, `tmb`, the stain of HER2, or that of mismatch repair.
        low, high: between which values; no high is open.
    """

    __slots__ = ("high", "kind", "low")

    def __init__(self, kind: str, low: float, high: float | None) -> None:
        self.kind, self.low, self.high = kind, low, high


def found(text: str) -> Iterator[tuple[Score, int, int]]:
    """Yield the scores that a text tells, with where each stands, the last first."""
    told: list[tuple[Score, int, int]] = []
    for one in _PD_L1.finditer(text):
        kind = (one["kind"] or one["after"] or "tps").lower()
        low, high = one["low"] or one["low2"] or one["low3"], one["high"] or one["high2"]
        kind = {"tc": "tps", "tap": "ic"}.get(kind, kind)
        told.append((_score(kind, low, high, one["op"] or one["op2"] or one["op3"]), one.start(), one.end()))
    for pattern, kind in ((_AFP, "afp"), (_TMB, "tmb"), (_MRD, "mrd")):
        for one in pattern.finditer(text):
            told.append((_score(kind, one["low"], one["high"], one["op"]), one.start(), one.end()))
    for one in _HER2.finditer(text):
        stain = (one["ihc"] or "").rstrip("+")
        sign = (one["sign"] or one["sign2"] or "").lower()
        if sign and stain in ("", "2"):
            absent = sign in ("-", "−", "negative", "neg") or sign.startswith("no")
            stain += "-ish" if absent else "+ish"
        told.append((Score(f"her2 {stain}", 0, None), one.start(), one.end()))
    told += [(Score(_MMR, 0, None), one.start(), one.end()) for one in _LOST.finditer(text)]
    yield from sorted(told, key=lambda each: -each[1])


def _score(kind: str, low: str, high: str | None, operator: str | None) -> Score:
    number = float(low.replace(",", ""))
    operator = (operator or "").lower()
    if high:
        return Score(kind, number, float(high))
    if operator in ("<", "less than", "below", "under"):
        return Score(kind, 0, number - _EXCEPT)
    if operator in ("<=", "≤"):
        return Score(kind, 0, number)
    if operator in (">=", "≥", "at least", ">", "more than", "over", "above"):
        return Score(kind, number, None)
    return Score(kind, number, number)


def markers(score: Score) -> dict[str, bool]:
    """Return the biomarkers that a score says to be there or not; none where it depends on the label's limit."""
    if score.kind.startswith("her2 "):
        return dict(_STAINS[score.kind.removeprefix("her2 ")])
    if score.kind == _MMR:
        return {"dmmr": True}
    if score.kind in _MARKED:
        one, limit = _MARKED[score.kind]
        if score.high is not None and score.high < limit:
            return {one: False}
        return {one: True} if score.low >= limit else {}
    if score.low >= 1:
        return {"pd-l1-positive": True}
    return (
        {"pd-l1-positive": False} if score.high is not None and score.high < 1 and score.kind == "cps" else {}
    )


def decided(score: Score, use: Mapping[str, Any]) -> bool | None:
    """Say whether a score meets the limit that the words of a use set; None where they do not decide it."""
    if "pd-l1-positive" not in use["biomarkers"] or score.kind not in ("cps", "tps", "ic"):
        return True
    limit = _LIMIT.search(use["summary"] or "")
    if limit is None or score.kind == "ic":
        return None
    kind = "cps" if limit["cps"] else "tps" if limit["tps"] or limit["share"] else score.kind
    least = float(next(value for value in (limit["cps"], limit["tps"], limit["low"], limit["bare"]) if value))
    meets = score.low >= least
    misses = score.high is not None and score.high < least
    if kind == score.kind:
        return True if meets else False if misses else None
    # A combined score counts all that a tumor score counts, and more.
    if score.kind == "tps":
        return True if meets else None
    return False if misses else None
