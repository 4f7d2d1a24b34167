"""Reads biomarkers in the forms in which reports write them: KRAS G12D, HER2 IHC 1+, FR-alpha negative, PD-L1 CPS 0."""

from __future__ import annotations

from immunocli.names.find import exact

TYPE_CHECKING = False
if TYPE_CHECKING:
    from immunocli.store.typed_store import Store

# Genes under the names that labels give them.
_GENES = {
    "erbb2": "her2",
    "her-2": "her2",
    "k-ras": "kras",
    "n-ras": "nras",
    "pdl1": "pd-l1",
    "cldn18.2": "claudin 18.2",
}
# Any change of these is one that labels ask about, by what they call it.
_CHANGED = {"kras": "kras-mutated", "nras": "ras-mutated", "hras": "ras-mutated", "egfr": "egfr-mutated"}
_EGFR_COMMON = ("l858r", "exon 19 deletion", "exon 19 del", "ex19del", "del19", "exon 19", "exon 21 l858r")
_MUTATED = (" mutation", " mutations", " mutant", "-mutant", " mutated", "-mutated", "-mut", " mut")
_POSITIVE = (" overexpressing", "-overexpressing", " amplified", "-amplified", " expressing", "-expressing", " high",
             "-high", " positive", "-positive", " +")  # fmt: skip
_NEGATIVE = (" negative", "-negative", " neg")
_WILD = (" wild-type", " wild type", "-wild-type", " wt")
# A staining that is weak, or that alone decides nothing.
_STAINED = {
    "her2 ihc 1+": ("her2-low", True), "her2 1+": ("her2-low", True), "her2 ihc 2+": ("her2-ihc3", False),
    "her2 2+": ("her2-ihc3", False), "her2 ihc 0": ("her2-negative", True), "her2 3+": ("her2-ihc3", True),
}  # fmt: skip
_NAMED_CHANGE = "kras-g12c"
_SCORES = ("cps", "tps")
# Every label's limit is met from these scores on.
_SURELY = {"cps": 10, "tps": 50}


def marker(store: Store, name: str) -> dict[str, bool]:
    """Return the biomarkers that a name tells of, and whether they are there; `HER2+` is HER2-positive."""
    found = exact(store, "biomarker", name) if name else None
    if found is None and name.endswith("+"):
        found = exact(store, "biomarker", f"{name[:-1]}-positive")
    if found and is_measure(store, name):
        return {}
    if found:
        one = found[0][0] if len(found[0]) == 1 else ""
        return {one: True} if one and not store.title("cancer", one) else {}  # labels rule cancers out, too
    return markers_of(store, name) if name else {}


def is_measure(store: Store, name: str) -> bool:
    """Say whether a name only says what is measured, and not what was found: TMB, MSI, cisplatin."""
    known, term = exact(store, "biomarker", name), exact(store, "term", name)
    return known is not None and term is not None and not {*known[0]} & {*term[0]}


def markers_of(store: Store, name: str) -> dict[str, bool]:
    """Return the ids of the biomarkers that a form of a name tells of, each with whether it is there.

    Args:
        store: where to look.
        name: as a report has it: gene and change, stain, or score.
    """
    plain = " ".join(name.lower().replace("‐", "-").split())
    for written, usual in _GENES.items():
        if plain.startswith(written) and not plain[len(written) :][:1].isalnum():
            plain = usual + plain[len(written) :]
    if plain.startswith("hla-a*"):
        plain = plain.removesuffix("p")  # alleles of one protein
    if plain in _STAINED:
        found: tuple[str, bool] | None = _STAINED[plain]
    else:
        found = _scored(plain) or _changed(store, plain) or _told_by_ending(store, plain)
    if found is None:
        return {}
    # Another change of KRAS or NRAS is not the one that a label names.
    return dict([found]) | ({_NAMED_CHANGE: False} if found[0] in ("kras-mutated", "ras-mutated") else {})


def _scored(plain: str) -> tuple[str, bool] | None:
    """Return what a PD-L1 score tells: nothing when it depends on the label's limit."""
    words = plain.removeprefix("pd-l1 ").replace("%", "").replace(">=", " ").replace("≥", " ").split()
    if len(words) < 2 or words[0] not in _SCORES:
        return None
    below = words[1] in ("below", "under", "<") or words[1][:1] == "<"
    number = words[-1].lstrip("<")
    if not number.isdigit():
        return None
    if int(number) == 0 or (below and int(number) == 1):
        return "pd-l1-positive", False
    return ("pd-l1-positive", True) if not below and int(number) >= _SURELY[words[0]] else None


def _changed(store: Store, plain: str) -> tuple[str, bool] | None:
    """Return what a change of a gene is to the labels: any of KRAS is one of RAS."""
    for ending in _MUTATED:
        plain = plain.removesuffix(ending)
    gene, _, change = plain.partition(" ")
    if gene not in _CHANGED:
        return _known(store, f"{plain}-mutated") or (_known(store, plain) if change else None)
    if plain.endswith((*_WILD, *_NEGATIVE, *_POSITIVE)):
        return None
    point = change[:1].isalpha() and change[1:-1].isdigit() and change[-1:].isalpha()
    told = not change or (change in _EGFR_COMMON if gene == "egfr" else point)
    return (_known(store, plain) if change else None) or ((_CHANGED[gene], True) if told else None)


def _told_by_ending(store: Store, plain: str) -> tuple[str, bool] | None:
    """Return what "negative", "positive" or "wild-type" makes of a biomarker."""
    for endings, there, forms in (
        (_NEGATIVE, False, ("{}-positive", "{}-expressing", "{}")),
        (_WILD, False, ("{}-mutated", "{} v600")),
        (_POSITIVE, True, ("{}-positive", "{}-expressing", "{}")),
    ):
        base = next((plain.removesuffix(one) for one in endings if plain.endswith(one)), "")
        for form in forms if base else ():
            known = _known(store, form.format(base))
            if known:
                return known[0], there
    return None


def _known(store: Store, name: str) -> tuple[str, bool] | None:
    found = exact(store, "biomarker", name)
    return (str(found[0][0]), True) if found and len(found[0]) == 1 else None
