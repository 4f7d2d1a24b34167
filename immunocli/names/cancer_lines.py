"""Reads the lines of registries in which the code of a site stands beside that of a histology, or beside its words."""

from __future__ import annotations

import re

from immunocli.names.cancer_clauses import how_of
from immunocli.names.cancer_notes import without_weight
from immunocli.names.cancer_sites import lies
from immunocli.names.cancer_words import is_tumor
from immunocli.names.forms import normalize
from immunocli.names.reading import Found

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from immunocli.names.cancer_names import CancerNames
    from immunocli.names.cancer_said import Said
    from immunocli.names.lexicon import Lexicon
    from immunocli.names.names_protocol import Entry

# A topography of ICD-O, anywhere: C64.9^, PRIMSITE=C619, Liver/C22.0/.
_SITE = re.compile(r"(?<![A-Za-z0-9.])(C\d\d)(?:\.(\d)\d{0,3}|(\d))?(?![A-Za-z0-9.]|-\d\d(?!\d))")
# A morphology, with how the tumor behaves: M-9680/3, 8140/3, 87203.
_MORPHOLOGY = re.compile(
    r"(?<![\d.])(?:M-?|ICD-?O(?:-?3)?[ :-]*)?([89]\d{3})(?:\s?/\s?(\d)[1-9]?|(\d))(?![\d.])"
)
# Four digits alone are one where a heading says so, or beside a site's code at the end: HIST 9700.
_BARE = re.compile(
    r"(?:hist\w*|morph\w*|(?:naaccr\W{0,2})?522)\W{0,3}M?-?([89]\d{3})(?!\d)|(?<![\w./-])([89]\d{3})(?![\w./-])",
    re.I,
)
_BEHAVIOR = re.compile(r"\b(?:beh\w*|behaviou?r(?: code)?|(?:naaccr\W{0,2})?523)\W{0,3}(\d)\b", re.I)
# What a register tells besides: how the tumor behaves, its grade, side and stage, an age.
_NOTED = re.compile(
    r"\b(?:beh\w*\W{1,2}malig\w*|(?:gr|grade)\.? (?:[1-9]|I{1,3}|IV)\b|age \d+|(?:laterality|lat)\W{1,2}\w+|"
    r"(?:summary |ajcc )?stage (?:localized|regional|distant|unstaged|[0-4IV]+[A-C]?)|reportable(?: \d{4}\+?)?|"
    r"seq\w*\W{1,2}\d+|dx \d{4})",
    re.I,
)
# What a register puts before what it tells: Primary Site:, PRIMSITE=, SITE RECODE ICD-O-3/WHO 2008:, NAACCR 400=.
_HEADING = re.compile(
    r"\b(?:(?:naaccr|item)\W{0,2}#?\d{3,4}\s*[:=]|"
    r"(?:icd-?o-?3?\s+)?(?:primary site|prim\.? ?site|primsite|topography|topo|site recode|schema(?: id)?|histology|"
    r"histologic type|histotype|hist\.? type|hist(?:o3?|\b)|morphology|morph|laterality|seer recode|site)"
    r"(?:\s+icd-?o-?3(?:/who \d{4})?)?(?:[ /](?:code|icd-?o-?3|who \d{4}))*\s*(?:[:=]\s*|\s-\s|(?=\d|,)))",
    re.I,
)
_RECODE = re.compile(r"^\s*site recode\b[^:=]*[:=]\s*(?P<site>[^;|]+)$", re.I)
_OF_HEADING = re.compile(r"\b(?:primary site|primsite|prim\.? ?site|topography)\s*(?:[:=]|\s-\s)", re.I)
# What no code decides: a growth that is benign or in situ, what has spread, what is left out or listed.
_UNSURE = re.compile(
    r"\b(?:benign|in[ -]?situ|uncertain|unspecified behaviou?r|metasta\w*|mets|secondary|except|excl\w*|no|not|without|"
    r"history|hx|family|screen\w*|rule|suspect\w*|possible|probable|borderline|vs|versus|denies|negative)\b|\?",
    re.I,
)
_SEVERAL = re.compile(r"\b(?:and|or)\b|&|\+", re.I)
_PARTED = re.compile(r"[;|^/@:()\[\]*]|\s[-–]\s|,")
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_MALIGNANT = "3"
_CALLED, _IN_SITU = " cancer", "carcinoma-in-situ"
_NEAREST = 2
_UNKNOWN_SITE = ("C80", "C76")
# What is held to be ovarian cancer and lies beside the ovary: its kinds are not those of the ovary.
_BESIDE = ("fallopian-tube", "primary-peritoneal")


class LineReader:
    """Finds the one cancer of a registry's line.

    Args:
        lexicon: the names of cancers.
        names: them by their words.
        read: reads words without codes; of a site alone too.
        said: cuts a string into words.
    """

    def __init__(
        self,
        lexicon: Lexicon,
        names: CancerNames,
        read: Callable[[str, bool], Found],
        said: Callable[[str], Said],
    ) -> None:
        self._lexicon = lexicon
        self._names = names
        self._read = read
        self._said = said

    def read(self, text: str) -> Found | None:
        """Return the cancer of a line; None where it is none, or its codes do not decide.

        Args:
            text: `Liver/C22.0/8170/3`.
        """
        text = without_weight(text)
        if not any(map(str.isdigit, text)) and ":" not in text and "=" not in text:
            return None
        headed = _HEADING.search(text) is not None
        recode = _RECODE.match(text)
        if recode is not None and not _UNSURE.search(recode["site"]):
            found = self._read(recode["site"].strip(), True)
            return found if found.entries else None
        sites = [f"{one[1]}{one[2] or one[3] or ''}" for one in _SITE.finditer(text)]
        rest = _SITE.sub(" , ", text)
        kinds = [(one[1], one[2] or one[3] or "") for one in _MORPHOLOGY.finditer(rest)]
        if kinds:
            rest = _MORPHOLOGY.sub(" , ", rest)
        elif sites or headed:
            bare = next((one for one in _BARE.finditer(rest) if self._is_kind(one[1] or one[2])), None)
            behavior = _BEHAVIOR.search(rest)
            if bare is not None:
                kinds = [(bare[1] or bare[2], behavior[1] if behavior else _MALIGNANT)]
                rest = f"{rest[: bare.start()]} , {rest[bare.end() :]}"
        rest = _NOTED.sub(" , ", _HEADING.sub(" , ", _BEHAVIOR.sub(" , ", rest)))
        told = self._parts(rest)
        if _UNSURE.search(rest) or any(behavior != _MALIGNANT for _, behavior in kinds):
            return None
        if not kinds and _SEVERAL.search(rest):
            return None
        if len({site[:3] for site in sites}) > 1 or len({kind for kind, _ in kinds}) > 1:
            return None
        if not sites:
            return self._headed(told, kinds) if headed or (kinds and len(told) > 1) else None
        return self._line(sites[0], kinds[0][0] if kinds else "", told)

    def _is_kind(self, kind: str) -> bool:
        general = self._lexicon.keeper.around("morphology")
        return kind in general or self._lexicon.entry(f"icdo{kind}{_MALIGNANT}") is not None

    def _parts(self, rest: str) -> list[str]:
        """Return what stands between codes and signs, in words."""
        parts = (" ".join(part.split()).strip(" .-–=#") for part in _PARTED.split(rest))
        return [part for part in parts if _LETTERS.search(part) and normalize(part) not in ("nos", "icd")]

    def _line(self, site: str, kind: str, told: list[str]) -> Found | None:
        """Return the cancer of a site and a kind, each told by a code, by words or by both."""
        coded = self._names.coded(site)
        coded = coded if coded is not None and lies(coded) else None
        unknown = site[:3] in _UNKNOWN_SITE
        kinds = [*self._terms(kind)]
        if not kinds and len(told) < 2:
            return None
        if coded is None and not kinds:
            return None
        nearest = [part for part in told if coded is not None and self._is_part(part, coded)]
        if nearest:
            coded = self._read(nearest[0], True).entries[0]
        organs, words = (
            [*nearest, *self._organs(site, coded)],
            [*told, *([", ".join(told)] if len(told) > 1 else [])],
        )
        of_code = self._there(kinds, organs, coded, unknown)
        of_words = self._there(words, organs, coded, unknown)
        entry = self._one(of_code, of_words)
        agreed = entry is not None
        entry = entry or of_code or of_words
        if (
            entry is None
            and coded is not None
            and len(told) > 1
            and not kind
            and self._tells_kind(told, coded)
        ):
            return Found([coded], "code", review=True, unread=";".join(self._left(told)))
        entry = entry or (coded if kind else None)
        if entry is None:
            return None
        named = [one for part in told for one in self._read(part, True).entries if lies(one)]
        apart = coded is not None and any(
            not self._lexicon.are_related(one, coded) and not self._lexicon.are_related(one, entry)
            for one in named
        )
        left = self._left(told)
        review = bool(left) or apart or (not agreed and bool(of_code and of_words))
        return Found([entry], "code" if kind else how_of(entry), review=review, unread=";".join(left))

    def _is_part(self, text: str, organ: Entry) -> bool:
        """Say whether words tell a part of the organ of a code: supraglottis, of the larynx."""
        found = self._read(text, True)
        return (
            _is_site(found) and found.entries[0] != organ and self._lexicon.is_within(found.entries[0], organ)
        )

    def _headed(self, told: list[str], kinds: list[tuple[str, str]]) -> Found | None:
        """Return the cancer of a line whose headings, or one code, tell which words are the site and which the kind."""
        terms = [*self._terms(kinds[0][0])] if kinds else []
        organs = [part for part in told for found in [self._read(part, True)] if _is_site(found)]
        if len(organs) != 1:
            return None
        there = self._read(organs[0], True).entries[0]
        others = [part for part in told if part is not organs[0]]
        of_code = self._there(terms, organs, there, False)
        of_words = self._there(others, organs, there, False)
        entry = self._one(of_code, of_words) or of_code or of_words
        left = self._left(told)
        if entry is None:
            return Found([there], how_of(there), review=True, unread=";".join(others)) if not terms else None
        conflict = (
            of_code is not None and of_words is not None and not self._lexicon.are_related(of_code, of_words)
        )
        return Found([entry], how_of(entry), review=bool(left) or conflict, unread=";".join(left))

    def _tells_kind(self, told: list[str], site: Entry) -> bool:
        """Say whether words tell a kind of tumor, and none tells the cancer of the site as a whole."""
        items = [item for part in told for item in self._said(part).items]
        if not any(item.role == "histology" or is_tumor(item.word) for item in items):
            return False
        whole = [one for part in told for one in self._read(part, False).entries]
        return not any(self._lexicon.are_related(site, one) for one in whole)

    def _one(self, one: Entry | None, other: Entry | None) -> Entry | None:
        """Return the nearer of two readings that agree; an only one."""
        if one is None or other is None:
            return one or other
        if self._lexicon.is_within(other, one):
            return other
        return one if self._lexicon.is_within(one, other) else None

    def _terms(self, kind: str) -> Iterator[str]:
        """Yield what a morphology is called: in general, or as the cancer that it is anywhere."""
        if not kind:
            return
        general = self._lexicon.keeper.around("morphology").get(kind, "")
        if general:
            yield general.removeprefix("=")
            return
        entry = self._lexicon.entry(f"icdo{kind}{_MALIGNANT}")
        if entry is not None and len(entry[0]) == 1:
            yield self._lexicon.keeper.title("cancer", entry[0][0])

    def _organs(self, site: str, coded: Entry | None) -> list[str]:
        """Return what a site is called, the nearest first."""
        near = self._lexicon.keeper.around("topography")
        named = near.get(site.casefold()) or near.get(site[:3].casefold(), "")
        organs = [named.removeprefix("=")] if named else []
        if coded is not None:
            most = 1 if coded[0][0] in _BESIDE else _NEAREST
            for one in self._lexicon.keeper.path(coded[0][0])[:most]:
                organs.append(self._lexicon.keeper.title("cancer", one).removesuffix(_CALLED))
        return organs

    def _there(self, terms: list[str], organs: list[str], coded: Entry | None, unknown: bool) -> Entry | None:
        """Return the cancer of a kind at a site; one that may lie anywhere is itself."""
        best: Entry | None = None
        for term in terms:
            alone = self._read(term, False)
            if unknown and not alone.entries:  # adenocarcinoma
                return self._lexicon.entry("cancerofunknownprimary") or None
            tries = [f"{term} of {organ}" for organ in organs] if not _is_site(alone) else []
            for one in [*tries, term]:
                found = alone if one is term else self._read(one, False)
                if not found.is_one or found.unread or (found.review and one is not term):
                    continue
                entry = found.entries[0]
                if coded is None or self._is_held(entry, coded):
                    best = self._one(best, entry) or best
                    break
        return best

    def _is_held(self, entry: Entry, site: Entry) -> bool:
        """Say whether a cancer is a kind of those of a site, or one that may lie anywhere."""
        if self._names.sites.may_lie_anywhere(entry):
            return _IN_SITU not in self._lexicon.keeper.path(entry[0][0])
        if self._lexicon.is_within(site, entry):
            return False  # no more is told than by the site
        if self._lexicon.is_within(entry, site):
            return True
        if site[0][0] in _BESIDE:
            return False
        wide = self._lexicon.keeper.path(site[0][0])[:_NEAREST]
        title = self._lexicon.keeper.title("cancer", entry[0][0])
        organs = [self._names.sites.of(form) for word in title.split() for form in self._names.forms(word)]
        elsewhere = any(organ is not None and not self._lexicon.are_related(organ, site) for organ in organs)
        return not (lies(entry) or elsewhere) and self._lexicon.is_within(entry, [wide, *site[1:]])

    def _left(self, told: list[str]) -> list[str]:
        """Return the words that are known neither as names nor as words around them."""
        known, left = self._lexicon.vocabulary(), []
        for part in told:
            for item in self._said(part).items:
                word = item.word
                if item.role == "" and word not in known and len(word) > 1 and not word.isdigit():
                    left.append(part.replace(";", ","))
                    break
        return left


def _is_site(found: Found) -> bool:
    return len(found.entries) == 1 and not found.unread and lies(found.entries[0])
