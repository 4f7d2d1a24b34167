"""Keeps what is named of one organ from being told as a cancer of another."""

from __future__ import annotations

import re

from immunocli.names.cancer_words import KINDS, is_tumor
from immunocli.names.forms import normalize

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from immunocli.names.lexicon import Lexicon
    from immunocli.names.names_protocol import Entry

# Cancers that are named by where they lie.
_SITES = frozenset(
    "adrenal ampullary anal anal-canal appendix base-of-tongue biliary bladder bone brain breast cardiac "
    "cervical cheek cholangiocarcinoma choroid-plexus colon colorectal conjunctival-carcinoma duodenal "
    "endometrial esophageal extrahepatic-cholangiocarcinoma eye fallopian-tube floor-of-mouth gallbladder "
    "gastroesophageal gastroesophageal-junction gastrointestinal glottic gum gynecologic head-and-neck "
    "hepatobiliary hypopharyngeal intestinal intrahepatic-cholangiocarcinoma jaw kidney lacrimal-gland laryngeal "
    "lip liver lung male-breast male-genital mediastinal middle-ear nasopharyngeal nervous-system oral orbital "
    "oropharyngeal ovarian palate pancreatic paranasal-sinus parathyroid parotid penile perihilar-cholangiocarcinoma "
    "peripheral-nerve peritoneal pineal pituitary pleural prostate pyriform-sinus rectal rectosigmoid renal-pelvis "
    "respiratory retroperitoneal salivary-gland scrotum sinonasal skin small-intestine soft-palate spinal-cord "
    "splenic stomach subglottic supraglottic testicular thoracic throat thymic thyroid tongue tonsil tracheal "
    "upper-tract-urothelial urachal ureter urethral urinary-tract urologic uterine uveal-melanoma vaginal vulvar "
    "gestational-trophoblastic renal-cell-carcinoma meningioma hepatocellular-carcinoma nonmelanoma-skin "
    "primary-peritoneal soft-tissue-sarcoma".split()
)
# Parts of a body and kinds of cells that give a cancer its name.
_PARTS = frozenset(
    "endocrine germ-cell ovarian-sex-cord upper-gastrointestinal lower-gastrointestinal".split()
)
# Words of a cell or a tissue, which are no cancer by themselves.
_TISSUES = frozenset(("myeloid", "plasmacell", "ovarianepithelial"))
# What two cancers must share to lie in one place.
_ROOTS = frozenset(
    "adrenal brain breast endocrine esophageal eye gynecologic head-and-neck hepatobiliary intestinal lung "
    "male-genital nonmelanoma-skin pancreatic pituitary stomach thoracic thyroid urinary-tract".split()
)
# Cancers that may begin anywhere: of these it is told which, not where.
_ANYWHERE = frozenset(
    "sarcoma hematologic-malignancies melanoma germ-cell mesothelioma pheochromocytoma childhood-cancer "
    "carcinoma-in-situ".split()
)
# Skin of these is no organ by itself.
_OF_SKIN = frozenset("skin eyelid nose lip ear neck head face nipple".split())
# A child's cancer has a node of its own.
_CHILDHOOD = {
    "all": "childhood-all",
    "aml": "childhood-aml",
    "b-all": "childhood-b-all",
    "b-cell-lymphoma": "childhood-b-cell-lymphoma",
    "brain": "childhood-brain",
    "lymphoma": "childhood-lymphoma",
}
# Parts of the body on which no inner organ lies.
LIMBS = frozenset(
    "hand wrist arm forearm elbow shoulder leg thigh knee calf ankle foot feet toe toes finger fingers hip limb".split()
)
_WORDS = re.compile(r"[^\W_]+")
# What a word of a name holds, in any language, that says what a cancer is meant.
_TOLD = re.compile(r"canc|carc|karz|tum[ou]|neopl|malig|(?<=\w\w)om[ae]?s?$|krebs|kanker|syopa|mole$")
_SYSTEM = re.compile(r"\b(?:systems?|marrow|sac)$", re.I)
_KEPT = frozenset(("kaposi-sarcoma", "dfsp", "merkel-cell"))


def lies(entry: Entry) -> bool:
    """Say whether a cancer is told by where it lies, and not by what it is."""
    return all(one in _SITES for one in entry[0])


def is_organ_alone(entry: Entry, roles: dict[str, str]) -> bool:
    """Say whether a name is that of an organ, of which no word says that a cancer is meant: Kidney.

    Args:
        entry: the name.
        roles: of the words around cancers.
    """
    if normalize(entry[2]) in _TISSUES:
        return True
    if not (lies(entry) or _PARTS.issuperset(entry[0]) or _SYSTEM.search(entry[2])):
        return False
    for word in _WORDS.findall(entry[2]):
        if word.isupper() and word.endswith("C") and len(word) > 1:
            return False  # a short name: RCC
        plain = normalize(word)
        if roles.get(plain) in KINDS or _TOLD.search(plain):
            return False
    return True


class Sites:
    """Knows where cancers lie.

    Args:
        lexicon: the names of cancers.
        named: returns the cancer that words name beside a word for cancer: of an organ, or neuroendocrine.
        forms: returns the one forms of a word.
    """

    def __init__(
        self,
        lexicon: Lexicon,
        named: Callable[[list[str], str], Entry | None],
        forms: Callable[[str], list[str]],
    ) -> None:
        self._path = lexicon.keeper.path
        self._title = lexicon.keeper.title
        self._named = named
        self._forms = forms
        self._organs: dict[str, Entry | None] = {}

    def of(self, word: str) -> Entry | None:
        """Return the cancer of the organ that a word names; nothing when it names none."""
        try:
            return self._organs[word]
        except KeyError:
            entry = self._named([word], "cancer")
            organ = entry is not None and self.is_one(entry)
            found = self._organs[word] = entry if organ else None
            return found

    def is_one(self, entry: Entry) -> bool:
        """Say whether a cancer is told by where it lies, and not by what it is."""
        return lies(entry)

    def of_children(self, entry: Entry) -> Entry:
        """Return the cancer of children that a cancer is which a child has."""
        child = _CHILDHOOD.get(entry[0][0]) if len(entry[0]) == 1 else None
        return [[child], entry[1], entry[2]] if child is not None else entry

    def may_lie_anywhere(self, entry: Entry) -> bool:
        """Say whether a cancer is told by what it is, and not where: a lymphoma of the stomach is one."""
        path = {step for one in entry[0] for step in self._path(one)}
        return bool(_ANYWHERE & path) and not _ROOTS & path

    def is_inside(self, entry: Entry) -> bool:
        """Say whether a cancer is one of an inner organ, which lies on no limb."""
        path = {step for one in entry[0] for step in self._path(one)}
        return bool((_ROOTS - {"nonmelanoma-skin"}) & path) and not _ANYWHERE & path

    def settled(self, entry: Entry, words: Iterable[str]) -> Entry:
        """Return what a cancer is that was read beside the words of an organ.

        One of another organ is not meant: a small cell carcinoma of the breast is none of the lung.
        """
        words = list(words)
        if not words or any(one in _KEPT for one in entry[0]):
            return entry
        if any(self.of(form) is not None for word in entry[2].split() for form in self._forms(word)):
            return entry  # its name says where it lies
        if _OF_SKIN.intersection(words) and any("nonmelanoma-skin" in self._path(one) for one in entry[0]):
            return entry
        organs = [organ for word in words for organ in [self.of(word)] if organ is not None]
        whole = self._named(words, "cancer") if len(words) > 1 else None
        if whole is not None and all(one in _SITES for one in whole[0]):
            organs.insert(0, whole)
        if not organs or not all(self._elsewhere(entry, organ) for organ in organs):
            return entry
        if self._is_of_nerves(entry):
            return entry  # a cervical meningioma is one of the spine, and no cancer of the cervix
        path = [step for one in entry[0] for step in self._path(one)]
        if _ANYWHERE.intersection(path):
            for step in path:
                lifted = self._path(step)
                if _ANYWHERE.intersection(lifted) and not _ROOTS.intersection(lifted):
                    return [[step], entry[1], entry[2]]
            return entry
        if "neuroendocrine" in path:
            return self.neuroendocrine(words) or organs[0]
        return organs[0]

    def settled_at(self, entry: Entry, organ: Entry) -> Entry:
        """Return what a cancer is that was read beside the cancer of an organ."""
        if not all(one in _SITES for one in organ[0]):
            return entry
        path = [step for one in entry[0] for step in self._path(one)]
        free = _ANYWHERE.intersection(path) or any(one in _KEPT for one in entry[0])
        return organ if not free and self._elsewhere(entry, organ) else entry

    def neuroendocrine(self, words: list[str], kind: str = "carcinoma") -> Entry | None:
        """Return the neuroendocrine cancer of an organ; of one of digestion without its own, that of all of them."""
        entry = self._named([*words, "neuroendocrine"], kind) or self._named(
            [*words, "neuroendocrine"], "tumor"
        )
        if entry is not None:
            return entry
        organ = next((one for word in words for one in [self.of(word)] if one is not None), None)
        if (
            organ is not None
        ):  # of a part of an organ it is that of the organ: the jejunum, the small intestine
            whole = self._title("cancer", organ[0][0]).removesuffix(" cancer").split()
            there = self._named([*whole, "neuroendocrine"], "tumor")
            if there is not None and organ[0][0] not in ("gastrointestinal", "intestinal"):
                return there
        if organ is not None and any("gastrointestinal" in self._path(one) for one in organ[0]):
            return self._named(["gastroenteropancreatic", "neuroendocrine"], "tumor")
        return None

    def _is_of_nerves(self, entry: Entry) -> bool:
        """Say whether a tumor is of the brain by what it is, whatever is said of where it lies."""
        told = any(is_tumor(form) for word in entry[2].split() for form in self._forms(word))
        path = {step for one in entry[0] for step in self._path(one)}
        return told and "brain" in path and _ANYWHERE.isdisjoint(path)

    def _elsewhere(self, entry: Entry, organ: Entry) -> bool:
        here = {step for one in entry[0] for step in self._path(one)}
        there = {step for one in organ[0] for step in self._path(one)}
        if (
            not _ROOTS.intersection(here)
            or not there
            or here.issuperset(organ[0])
            or there.issuperset(entry[0])
        ):
            return False
        if "brain" in here and ("eye" in there or "nervous-system" in there):
            return False
        return not _ROOTS.intersection(here) & there
