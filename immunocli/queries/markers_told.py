"""Reads several biomarkers that share what is said of them: no EGFR or ALK changes, RAS/BRAF wild-type, ROS1-rearranged."""

from __future__ import annotations

from immunocli.queries.marker_forms import marker

TYPE_CHECKING = False
if TYPE_CHECKING:
    from immunocli.names.phrases import Word
    from immunocli.store.typed_store import Store

# What part a word plays beside a biomarker: it denies what follows.
DENIED = "denied"
# What part a word plays beside a biomarker, as around.json tells it.
_THERE, _ABSENT, _CHANGED, _WILD, _BETWEEN = "there", "absent", "changed", "wild", "between"
_NOT = (DENIED, "absence")
# Of these, "negative" speaks of changes, and not of a protein.
_OF_CHANGES = frozenset("egfr alk ros1 braf kras nras ras ret met ntrk nrg1".split())
# In capitals these say of a cancer, not of a gene: not otherwise specified.
_NO_GENE = ("nos", "nec")
_MOST = 14
# A name of a gene in capitals has so many letters.
_SHORTEST, _LONGEST = 3, 8
_FORMS = ("{}-positive", "{}-mutated", "{} wild type", "{} V600")
# Of what labels call changes of a gene, the words that reports use.
_AS_CHANGED = ("{}-mutated", "{}-positive", "{} fusion", "{}-rearranged")
# One change of many: who has none of the gene lacks it, who has some need not have it.
_ONE_CHANGE = ("{} V600",)


def several(store: Store, text: str, words: list[Word], place: int) -> tuple[dict[str, bool], int]:
    """Return biomarkers that are told together from a place on, and how many words tell them.

    Args:
        store: where to look.
        text: that the words stand in.
        words: of the text.
        place: of the first word; behind the last one nothing is told.
    """
    if place >= len(words):
        return {}, 0
    roles = store.around("biomarker")
    first = roles.get(words[place].plain)
    denied = first in _NOT or (
        first == _ABSENT and place + 1 < len(words) and words[place + 1].plain == "for"
    )
    wild = 0 if denied else _said(roles, words, place)[1] * (_said(roles, words, place)[0] == "wild")
    at = end = place + (denied or wild)
    genes: list[str] = []
    told: dict[str, bool] = {}
    while at < min(len(words), place + _MOST):
        how, length = _said(roles, words, at)
        if how and genes:
            for gene in genes:
                told |= _of(store, gene, "absent" if denied else how)
            at = end = at + length
            if how == "changed" or not denied or gene_at(store, text, words, at)[0]:
                break  # what follows has a word of its own
        elif (roles.get(words[at].plain) == _BETWEEN and (genes or denied)) or (how == "changed" and denied):
            at += length or 1
        else:
            one, length = gene_at(store, text, words, at)
            parted = (
                denied and at > place + 1 and "," in text[words[at - 1].end : words[at].start] and not genes
            )
            if one is None or parted:
                break
            genes.append(one)
            at += length
            end = at if denied else end
    if (denied or wild) and genes and not told:
        end = max(end, at) if wild else end
        for gene in genes:
            told |= _of(store, gene, "absent" if denied else "wild")
    return (told, end - place) if genes and end > place else ({}, 0)


def _said(roles: dict[str, str], words: list[Word], at: int) -> tuple[str, int]:
    """Return what a word says of a gene: that it is there, absent, changed or wild; and how many words say so."""
    plain = words[at].plain
    role = roles.get(plain)
    next_role = roles.get(words[at + 1].plain) if at + 1 < len(words) else None
    after = words[at + 1].plain if at + 1 < len(words) else ""
    if role == _WILD or (plain == "wild" and after in ("type", "types")):
        return _WILD, 1 + (plain == "wild")
    if plain in ("non", "not") and next_role in (_CHANGED, _THERE):
        return _ABSENT if next_role == _THERE else _WILD, 2
    if role in (_THERE, _ABSENT):
        return role, 1
    if role == _CHANGED:
        return role, 1 + (next_role == _CHANGED)
    return "", 0


def gene_at(store: Store, text: str, words: list[Word], at: int) -> tuple[str | None, int]:
    """Return a gene or protein that stands at a place, and how many words it has: PD-L1, claudin 18.2."""
    for length in (3, 2, 1):
        if at + length > len(words):
            continue
        said = text[words[at].start : words[at + length - 1].end]
        if "," in said or "/" in said:
            continue
        if _is_gene(store, said, said.lower()):
            return said, length
    return None, 0


def _is_gene(store: Store, written: str, plain: str) -> bool:
    from immunocli.names.find import exact
    from immunocli.names.forms import normalize

    role = store.around("biomarker").get(plain)
    if role in (_CHANGED, _BETWEEN) or plain in _NO_GENE:
        return False
    if is_asked_for(store, written):
        return True
    if exact(store, "cancer", written) is not None:
        return False
    if exact(store, "target", written) is not None:
        return True
    if not written.isupper() or not written.isalnum() or not _SHORTEST <= len(written) <= _LONGEST:
        return False
    return store.others("cancer", normalize(written)) is not None


def is_asked_for(store: Store, gene: str) -> bool:
    """Say whether a label asks what state a gene or protein is in."""
    from immunocli.names.find import exact

    return any(exact(store, "biomarker", form.format(gene)) for form in _FORMS)


def _of(store: Store, gene: str, how: str) -> dict[str, bool]:
    """Return what is told of a gene, as far as labels ask for it."""
    if how == "wild":
        return marker(store, f"{gene} wild type") or marker(store, f"{gene} wild-type")
    if how == "absent":
        if gene.lower() not in _OF_CHANGES:
            return marker(store, f"{gene} negative") or dict.fromkeys(_changed(store, gene), False)
        return dict.fromkeys(_changed(store, gene), False)
    if how == "there":
        return marker(store, f"{gene} positive") or marker(store, f"{gene}-positive")
    return marker(store, f"{gene}-mutated") or dict.fromkeys(_changed(store, gene, _AS_CHANGED)[:1], True)


def _changed(store: Store, gene: str, forms: tuple[str, ...] = _AS_CHANGED + _ONE_CHANGE) -> list[str]:
    """Return the biomarkers that changes of a gene are to labels."""
    from immunocli.names.find import exact

    known = (exact(store, "biomarker", form.format(gene)) for form in forms)
    found = [one for name in known if name is not None and len(name[0]) == 1 for one in name[0]]
    return list(dict.fromkeys(found)) or [
        one for one, there in marker(store, f"{gene}-mutated").items() if there
    ]
