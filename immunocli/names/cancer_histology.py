"""Brings what kind of tumor is named together with where it lies."""

from __future__ import annotations

from immunocli.names.cancer_keys import Keys
from immunocli.names.cancer_words import is_tumor, key
from immunocli.names.clauses import BARRING

TYPE_CHECKING = False
if TYPE_CHECKING:
    from immunocli.names.cancer_words import Item
    from immunocli.names.names_protocol import Entry


# Where the skin is that a name speaks of.
_OF_SKIN = frozenset("skin neck head lip nose ear".split())
# Where a melanoma is one of the skin, besides what names the skin.
_SKIN_SITES = frozenset(
    "scalp ear auricle face facial trunk limb leg shoulder hip thigh back hand foot forearm buttock groin "
    "forehead temple extremity canthus eyelid chin eyebrow wrist ankle nose lip neck arm hairline".split()
)
# Parts of the face, on which these are cancers of the skin.
_FACE = frozenset("nose lip ear auricle cheek eyelid face chin eyebrow canthus forehead scalp temple".split())
_ONLY_OF_SKIN = frozenset(
    "basal-cell merkel-cell sebaceous-carcinoma cutaneous-squamous-cell dfsp skin-adnexal".split()
)
# Where a squamous cell carcinoma is one of the skin, as there is nothing else that one may come from.
_ONLY_SKIN = frozenset(
    "scalp trunk limb leg shoulder thigh back hand foot forearm forehead temple extremity wrist ankle arm".split()
)
# Words of the names of organs that name none alone.
_PARTS = frozenset("bile duct of vater ampulla small large extrahepatic intrahepatic distal junction".split())
# Names of cancers of which an organ tells no more than where they lie.
_CARCINOMAS = ("carcinoma", "carcinosarcoma", "lymphoepithelioma")
# What is an adenocarcinoma or a squamous cell carcinoma whatever else is said of it.
_ADENOCARCINOMAS = frozenset("adenocarcinoma cystadenocarcinoma mucinous colloid signet".split())
_SQUAMOUS = frozenset("squamous epidermoid verrucous".split())
# What has grown into what is around it is no longer in situ.
_INVASIVE = frozenset("invasive infiltrating".split())
_SIZES = ("small", "large")
_OF_BREAST = frozenset("lobular duct ductal intraductal".split())


class Histologies(Keys):
    """Tells the cancer of a histology in an organ, where no name says both."""

    def _in_situ(self, items: list[Item], needed: list[str], optional: list[str], kind: str) -> Entry | None:
        """Return what is named "in situ": by its organ, else by its kind; an organ in which none is known counts."""
        if _INVASIVE.intersection(optional) and not any(item.word == "non" for item in items):
            return self._invasive([word for word in needed if word != "situ"], optional, kind)
        entry = self._of(needed, optional, kind)
        named = [item.word for item in items if item.role == "" and item.word != "nonmelanoma"]
        special = [word for word in named if not self._is_organ(word)]
        if entry is not None or any(
            (item.role in BARRING and item.word != "situ") or item.role in ("trial", "other-disease")
            for item in items
        ):
            return entry
        if any(word.endswith("melanoma") for word in special):
            return self.keyed(key(("melanoma", "situ")))
        if any(is_tumor(word) for word in special) or not (
            kind in ("carcinoma", "cancer") or any(item.word == "adenocarcinoma" for item in items)
        ):
            return None
        organs = [word for word in named if word not in special]
        kinds = [item.word for item in items if item.role == "histology"]
        by_kind = [[one] for one in kinds] if not organs or organs == ["breast"] else []
        if by_kind and "lobular" in kinds and any(word.endswith(("duct", "ductal")) for word in needed):
            return self._of(["breast", "situ"], [], "carcinoma")  # of both kinds
        for some in [*by_kind, organs] if organs else by_kind:
            found = self._of([*some, "situ"], [], "carcinoma")
            if found is not None:
                return found
        if "skin" in named:
            return self.keyed(key(("skin", "situ"), "cancer"))
        known = self._lexicon.vocabulary()
        return self.keyed(key(("situ",), "carcinoma")) if all(word in known for word in special) else None

    def _invasive(self, needed: list[str], optional: list[str], kind: str) -> Entry | None:
        """Return the cancer of which a part has not grown into what is around it yet."""
        found = self._of(needed, optional, kind or "carcinoma")
        if found is None and _OF_BREAST.intersection(needed):
            return self._of(["breast"], [], "cancer")
        return found

    def _carcinoid(self, needed: list[str], optional: list[str]) -> Entry | None:
        """Return the neuroendocrine tumor that a carcinoid of an organ is."""
        if "carcinoid" not in needed:
            return None
        organ = [word for word in needed if word != "carcinoid"]
        if not organ or not self._has_cancer(organ):
            return None
        entry = self._of([*organ, "neuroendocrine"], optional, "tumor")
        wide = self._of(organ, [], "cancer") if entry is None else None
        if wide is not None:
            site = self._lexicon.keeper.title("cancer", wide[0][0]).removesuffix(" cancer").split()
            entry = self._of([*site, "neuroendocrine"], [], "tumor")
        return entry

    def _endocrine(
        self, items: list[Item], needed: list[str], optional: list[str], kind: str
    ) -> Entry | None:
        """Return the neuroendocrine cancer of an organ, of digestion as of others: gastric endocrine carcinoma."""
        if not {"endocrine", "neuroendocrine"}.intersection(needed):
            return None
        organ = [
            word for word in needed if word not in ("endocrine", "neuroendocrine", "cell", "large", "small")
        ]
        if not organ or not all(self._is_organ(word) or word in _PARTS for word in organ):
            return None
        if any(item.role in BARRING or item.role == "other-disease" for item in items):
            return None
        found = self._of([*organ, "neuroendocrine"], optional, kind) or self.sites.neuroendocrine(organ, kind)
        if found is None and self._has_cancer(organ):
            found = self._of(["neuroendocrine"], [], "carcinoma" if kind == "carcinoma" else "tumor")
        return found

    def _of_skin(self, entry: Entry | None, items: list[Item]) -> Entry | None:
        """Return the melanoma of the skin where a melanoma lies on the face or a limb."""
        if entry is None or entry[0] != ["melanoma"]:
            return entry
        there = any(item.word in _SKIN_SITES or item.word == "skin" for item in items)
        return (self.keyed(key(("melanoma", "skin"))) or entry) if there else entry

    def _of_face(self, needed: list[str], optional: list[str], kind: str) -> Entry | None:
        """Return a cancer that only the skin has, of which a part of the face is told: basal cell carcinoma of the nose."""
        rest = [word for word in needed if word not in _FACE]
        if not rest or len(rest) == len(needed):
            return None
        entry = self._of(rest, optional, kind) or self.keyed(key(rest, kind))
        return entry if entry is not None and _ONLY_OF_SKIN.issuperset(entry[0]) else None

    def _of_bare_skin(self, items: list[Item], needed: list[str]) -> Entry | None:
        """Return the squamous cell carcinoma of the skin of a limb or the scalp."""
        there = {item.word for item in items if item.role == "area"} & _ONLY_SKIN
        told = any(item.role in BARRING or item.role in ("other-disease", "trial") for item in items)
        if (
            not there
            or told
            or "squamous" not in needed
            or not {*needed} <= {"squamous", "cell", "keratinizing"}
        ):
            return None
        return self._of(["skin", "squamous", "cell"], [], "carcinoma")

    def _by_histology(self, items: list[Item], optional: list[str], kind: str) -> Entry | None:
        """Return the cancer of a histology that is one by itself, else that of the organ."""
        barring = any(item.role in BARRING or item.role == "other-disease" for item in items)
        if barring:
            return None
        needed = [item for item in items if item.role in ("", "histology")]
        generic = [item.word for item in needed if item.role == "histology"]
        special = [item.word for item in needed if item.role == ""]
        if "skin" in special and all(word in _OF_SKIN or self._is_organ(word) for word in special):
            found = self._of(["skin", *generic], optional, kind) if generic else None
            of_skin = self._of(["skin"], optional, kind) if found is None else None
            return self.narrowed(of_skin, generic) if of_skin is not None else found
        if not generic and not any(map(is_tumor, special)):
            return None
        if any(map(is_tumor, special)):
            part = _SIZES if "intestine" in special else ()  # "small" is the intestine, not the cell
            histology = [word for word in special if not self._is_organ(word) and word not in part]
            left = [word for word in [*special, *generic] if word in histology or word in generic]
            if len(left) == len(needed):
                return None
            found = self._of(left, optional, kind)
            organs = [word for word in special if word not in histology]
            there = self._in_one(found, organs, left) if len(organs) > 1 else None
            if there is not None:
                return there
            if found is None and all(word.endswith(_CARCINOMAS) for word in histology):
                return self._of(organs, optional, "cancer")
            return self.sites.settled(found, organs) if found is not None else None
        entry = self._of(special, optional, "cancer") if special else None
        return self.narrowed(entry, generic) if entry is not None else None

    def _in_one(self, entry: Entry | None, organs: list[str], histology: list[str]) -> Entry | None:
        """Return the cancer of a histology that has one name in some of the organs that are listed, and in no other."""
        each = [self._of([organ, *histology], [], "") for organ in organs] if entry is not None else []
        named = [one for one in each if one is not None and one[0] != entry[0]] if entry else []
        return named[0] if named and all(one[0] == named[0][0] for one in named) else None

    def narrowed(self, entry: Entry, generic: list[str]) -> Entry:
        """Return the cancer of the histology in the organ of which a part was named."""
        if not generic:
            return entry
        title = self._lexicon.keeper.title("cancer", entry[0][0]).removesuffix(" cancer")
        organ = [form for word in title.split() for form in self.forms(word)]
        kinds = [generic]
        if any(word in _ADENOCARCINOMAS for word in generic):
            kinds.append(["adenocarcinoma"])
        elif any(word in _SQUAMOUS for word in generic):
            kinds.append(["squamous", "cell"])
        for words in kinds:
            for one in (key([*organ, *words]), key([*organ, *words], "carcinoma")):
                narrower = self.keyed(one)
                if narrower is not None and entry[0][0] in self._lexicon.keeper.path(narrower[0][0]):
                    return narrower
        return entry
