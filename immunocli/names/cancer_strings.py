"""Reads what registries and papers write around the names of cancers."""

from __future__ import annotations

import re

from immunocli.names.cancer_barred import Barred, is_no_cancer
from immunocli.names.cancer_beside import with_overlooked
from immunocli.names.cancer_boards import BoardReader
from immunocli.names.cancer_brackets import nearer
from immunocli.names.cancer_clauses import how_of
from immunocli.names.cancer_denied import without_denied
from immunocli.names.cancer_headings import HeadingReader
from immunocli.names.cancer_labels import (
    after,
    aims_of,
    cohort_of,
    inverted_of,
    rest_of_outline,
    with_slashes,
    without_registry,
)
from immunocli.names.cancer_lines import LineReader
from immunocli.names.cancer_lists import apart, is_of_low_potential, is_told_benign, settled
from immunocli.names.cancer_noted import noted
from immunocli.names.cancer_notes import (
    neuroendocrine,
    said_once,
    spread_to,
    staged,
    without_notes,
    without_wild,
)
from immunocli.names.cancer_said import Said
from immunocli.names.cancer_sheets import SheetReader
from immunocli.names.cancer_signs import unless_denied, watched
from immunocli.names.cancer_sites import is_organ_alone
from immunocli.names.cancer_slips import SlipReader
from immunocli.names.cancer_spread import primary_of
from immunocli.names.cancer_studies import of_code
from immunocli.names.cancer_titles import Titles, without_edition
from immunocli.names.cancer_words import OPTIONAL
from immunocli.names.cancer_worth import Worth
from immunocli.names.clauses import EVERYWHERE
from immunocli.names.coded_strings import CodedStrings
from immunocli.names.false_friends import as_meant
from immunocli.names.forms import LONGEST_NAME, normalize
from immunocli.names.gates import Gate
from immunocli.names.reading import SPELLING, Found, nothing
from immunocli.names.reports import finding, met_about
from immunocli.names.tokens import undotted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from immunocli.names.lexicon import Lexicon

_BRACKETED_CODE = re.compile(r"[(\[]\s*[A-Z]\d\d")
_LISTED_CODES = re.compile(r"\([CD]\d\d[^()]*,[^()]*\)\s*$")
_TUMOR_ALONE = re.compile(r"oma\b", re.I)
_SPREAD_TO = Gate(r"\bmetasta\w*\b[^,;()]*\bto\b", re.I, parts=("metasta",))
_OF_NODES = Gate(
    r"(?:neoplasm|tumou?r|cancer|carcinoma|malignancy)s? (?:of|in) (?:the )?(?:[\w/-]+ ){0,4}lymph[- ]?(?:node|gland)s?\b|"
    r"\b(?:g[aâ]nglios linf|lymphknoten|ganglions lymph|linfonodi)",
    re.I,
    parts="node gland linf lymphknoten ganglions".split(),
)
_READ_ROLES = (*OPTIONAL, "", "histology")
_LEAST_WORDING, _SHORT = 20, ("abbreviation", "code")


class CancerStrings(SlipReader):
    """Finds cancers in strings.

    Args:
        lexicon: the names of cancers.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__(lexicon)
        self._barred = Barred(lexicon, self._said, self._whole)
        self._sheets = SheetReader(lexicon, self._whole)
        self._boards = BoardReader(lexicon, self._said, self._whole)
        self._coded = CodedStrings(lexicon, self._names, self._words)
        self._lines = LineReader(lexicon, self._names, self._words, self._said)
        self._headings = HeadingReader(lexicon, self._plainly, self._outlined)
        self._titles = Titles(lexicon, self._said)
        self._worth = Worth(lexicon)

    def read(self, text: str) -> Found:
        """Return the cancers that `text` names; it is no name by itself."""
        return self._titles.kept(text, self._any(without_edition(text)))

    def _any(self, text: str) -> Found:
        """Return the cancers of a heading, a name, any string."""
        if (listed := self._headings.read(text)).entries:
            return listed
        if not self._worth.may_name(text):
            return nothing()
        bare = without_registry(text)
        entry = self._name(bare) if bare != text else None
        if entry is not None:
            organ = entry[1] not in _SHORT and is_organ_alone(entry, self._lexicon.roles)
            return Found([entry], how_of(entry), review=organ)
        found = as_meant(bare, self._lexicon.keeper, self._plainly)
        return of_code(text, self._sheets.read(bare, found), self._lexicon)

    def _plainly(self, text: str) -> Found:
        """Return the cancers that a string names whose words have one meaning."""
        text = with_slashes(undotted(text))
        kept = watched(text)
        if kept:
            found = self._plainly(kept)
            return Found(found.entries, found.how, review=True, unread=found.unread)
        line = self._lines.read(text)
        found = line if line is not None else self._told(text)
        if not found.entries:
            found = self._beside_denied(text)
        found = noted(text, found, self._lexicon, self._whole)
        if not found.entries and " " in text:
            found = self._boards.read(text)
        found = settled(text, self._barred.kept(text, found), self._whole, self._lexicon)
        found = unless_denied(text, found, self._lexicon, self._whole)
        return with_overlooked(text, found, self._whole, self._names, self._lexicon)

    def _beside_denied(self, text: str) -> Found:
        """Return the cancer beside a biomarker that is told to be absent; a person should look."""
        for named, denied in without_denied(text, self._lexicon):
            found = self._whole(named)
            organ = any(is_organ_alone(entry, self._lexicon.roles) for entry in found.entries)
            if found.entries and found.how != SPELLING and not organ:
                rest = filter(None, (found.unread, denied.replace(";", " ")))
                return Found(found.entries, found.how, review=True, unread=";".join(rest))
        return nothing()

    def _told(self, text: str) -> Found:
        coded = self._names.coded(text)
        if coded is not None:
            return Found([coded], "code")
        if cohort := cohort_of(text):
            entry = self._name(cohort)
            return Found([entry], how_of(entry)) if entry and entry[1] in _SHORT else nothing()
        if (entry := self._name(inverted_of(text)) if "," in text else None) is not None:
            return Found([entry], how_of(entry))
        as_file = "_" in text and (text.islower() or text.isupper())
        if is_no_cancer(text) or (as_file and self._is_site(text)):
            return nothing()
        site = spread_to(text)
        if site is not None:
            bones = site.split()[:1] in (["bone"], ["bones"])
            there = self._lexicon.entry("bonemetastases") if bones else None
            return Found([there], how_of(there)) if there is not None else nothing()
        for named in filter(None, (primary_of(text), *finding(text))):
            found = self._whole(named)
            if found.entries:
                return found
        for named, rest in met_about(text):
            found = self._whole(named)
            if found.entries and not found.unread:
                return Found(found.entries, found.how, review=True, unread=rest.replace(";", ","))
        listed = self._coded.listed(without_wild(text)) if _LISTED_CODES.search(text) else None
        if listed is not None:
            return listed
        bare, sited = without_notes(text)
        bare = self._neuroendocrine(staged(said_once(bare, lambda word: self._canon.of(normalize(word)))))
        if bare != text:
            return self._noted(bare, sited)
        found = self._read(text)
        if "(" in text and not found.unread:
            return nearer(text, found, self._whole, self._lexicon.keeper.path) or found
        return found

    def _whole(self, text: str) -> Found:
        """Read what a report found as a name, or as a label is read."""
        return Found([entry], how_of(entry)) if (entry := self._name(text)) is not None else self._read(text)

    def _noted(self, text: str, sited: bool) -> Found:
        """Read a label without its notes; that of a staging schema is of the cancers of an organ."""
        if (entry := self._name(text)) is not None and (sited or entry[1] != "abbreviation"):
            return Found([entry], how_of(entry))
        found = self._read(text)
        return self._words(text, True) if sited and not found.entries else found

    def _neuroendocrine(self, text: str) -> str:
        """Return a string with NET, NEN or NEC spelled out where else only an organ is named."""
        if not neuroendocrine(text, ""):
            return text
        bare = neuroendocrine(text, " ")
        items = [item for item in self._items(bare)[1] if item.role != "grammar"]
        words = [item.word for item in items if item.role == ""]
        known = self._lexicon.vocabulary()
        organ = any(self._names.is_site([word]) for word in words) or self._names.is_site(words)
        if organ and all(word in known for word in words) and all(item.role in _READ_ROLES for item in items):
            return neuroendocrine(text, "spell")
        return text

    def _read(self, text: str) -> Found:
        """Return the cancers that a label without notes names."""
        outlined = rest_of_outline(text)
        if outlined:
            return self._outlined(outlined)
        known = self._lexicon.stranger(normalize(text)) if len(text) <= LONGEST_NAME else None
        if known is not None and known[0] != known[1]:
            return nothing()  # of which we tell what it is
        found = self._coded.read(text)
        found = self._words(text) if found is None else found
        return self._aimed(text, found) if len(text) > _LEAST_WORDING and " " in text else found

    def _aimed(self, text: str, found: Found) -> Found:
        """Read the wording of a label's use by what stands before how it is treated, where all of it is not read."""
        aims = [] if found.entries and not found.unread else list(aims_of(text))
        if not aims or is_told_benign(self._said(text)):
            return found
        best: Found | None = None
        for head in aims:
            entry = self._lexicon.entry(normalize(head)) if len(head) <= LONGEST_NAME else None
            if entry is not None and entry[0]:
                return Found([entry], how_of(entry), review=True, unread=after(text, head))
            aimed = self._words(head)
            if not aimed.entries or aimed.how == SPELLING:
                continue
            rest = ";".join(filter(None, (aimed.unread, after(text, head))))
            if not aimed.unread:
                return Found(aimed.entries, aimed.how, review=True, unread=rest)
            best = best or Found(aimed.entries, aimed.how, review=True, unread=rest)
        return best or found

    def _outlined(self, text: str) -> Found:
        """Read a heading of a registry's numbered list, in which an organ stands for its cancer."""
        entry = self._lexicon.entry(normalize(text)) if len(text) <= LONGEST_NAME else None
        if entry is not None and entry[0] and entry[1] not in ("abbreviation", "code"):
            return Found([entry], how_of(entry))
        found = self._coded.read(text)
        found = self._words(text) if found is None else found
        organ, _, kind = text.partition(" - ")
        if kind.casefold().startswith("in situ"):
            each = [self._words(f"carcinoma in situ of {one}") for one in re.split(r", | and ", organ)]
            return Found([entry for one in each for entry in one.entries], "synonym", review=len(each) > 1)
        # "Rectum - neuroendocrine": after the organ, the kind.
        apart = found if found.entries or " - " not in text else self._words(text.replace(" - ", " "))
        if apart.entries or _TUMOR_ALONE.search(text):
            return apart
        return self._words(text.replace(" - ", " "), True)

    def _words(self, text: str, sited: bool = False) -> Found:
        """Return the cancers that words name.

        Args:
            text: the words.
            sited: a code beside them says that an organ stands for its cancer.
        """
        said = self._said(text)
        tokens = said.tokens
        if not tokens:
            return nothing()
        whole = said.whole()
        if _OF_NODES.search(text) and not any(item.word in EVERYWHERE for item in said.items):
            return nothing()  # what lies in lymph nodes has spread there, but of lymphomas
        entry = None if _SPREAD_TO.search(text) else self._names.named(whole, bare=True)
        if is_told_benign(said) or is_of_low_potential(text, entry):
            return nothing()
        told = whole.speaks_of_cancer()
        listed = apart(said, entry, self._names, self) if told else []
        if listed:
            return Found(listed, how_of(listed[0]))
        if entry is not None and "," not in text and "and" not in text and "&" not in text:
            return Found([entry], how_of(entry), review=not told and self._names.sites.is_one(entry))
        several = self._several(said, whole)
        if several and (entry is None or any(entry[0] == one[0] for one in several)):
            return Found(several, "synonym", review=len(several) > 1)
        if entry is not None:
            return Found([entry], how_of(entry), review=not told and self._names.sites.is_one(entry))
        short = self._names.abbreviated(tokens, whole, said.shorts)
        if short is not None:
            return Found([short], "abbreviation")
        if sited and not whole.barred():
            entry = self._names.named(whole, kind="cancer")
            if entry is not None:
                return Found([entry], how_of(entry))
        study = self._names.of_study(tokens)
        if study:
            return Found(study, how_of(study[0]))
        label = self._names.of_registry(said.items, tokens)
        if label:
            return Found(
                label,
                how_of(label[0]),
                review=len(label) > 1 or (not told and self._names.sites.is_one(label[0])),
            )
        if said.shorts or whole.speaks_of_cancer() or _BRACKETED_CODE.search(text):
            found = self._clauses(said)
            if found is not None and not found.unread:
                return found
            if found is not None:  # "triple negitive breast cancer" is no breast cancer of any kind
                return self._spelled(said, found) or found
        return self._spelled(said) or self._written_out(said) or self._in_organ(said)

    def _said(self, text: str) -> Said:
        tokens, items = self._items(text)
        return Said(text, tokens, items, self._names)
