"""Names that people read in place of ids."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from immunocli.catalogue import Catalogue

_NAMED = {
    "targets": "target", "cancers": "cancer", "past_cancers": "cancer", "cancer": "cancer", "therapies": "therapy",
    "therapy": "therapy", "type": "type", "biomarkers": "term", "excludes": "term", "part_of": "",
}  # fmt: skip
# How a group of answers relates to the cancer that was asked for.
RELATIONS = (
    (("same", "narrower"), "Approved for it"),
    (("wider",), "Approved for a wider cancer that includes it"),
    (("any-tumor",), "Approved for any solid tumor with a marker"),
)
_SETTINGS = {
    "advanced-metastatic": "advanced",
    "relapsed-refractory": "relapsed or refractory",
    "non-muscle-invasive": "non-muscle-invasive",
    "any": "any stage",
    None: "any stage",
}
_KINDS = ("lay", "synonym", "abbreviation", "label", "code")
# How a product is given, where that is not into a vein.
FORMS = {"subcutaneous": "under the skin", "intravesical": "into the bladder"}
# There are so many terms that so few of their names are read one by one.
_FEW = 16
# So many names of a long list are shown.
MANY = 12


class Labels:
    """Makes cells and lines for people.

    Args:
        catalogue: where the names are.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._titles: dict[str, dict[str, str]] = {}

    def of(self, kind: str, one: str) -> str:
        """Return the name that people read for an id; the id itself when there is none."""
        titles = self._titles.setdefault(kind, {})
        if one not in titles:
            if kind == "term" and len(titles) < _FEW:
                titles[one] = self._catalogue.title(kind, one) or one
            else:
                titles.update(self._catalogue.titles(kind))
        return titles.get(one, one)

    def each(self, kind: str, ids: Iterable[str], most: int = MANY) -> str:
        """Return names joined by commas, `most` of them."""
        named = [self.of(kind, one) for one in ids]
        return few(named, most)

    def defining(self, term: str) -> str:
        """Return the command that defines a term, by its name: an id may be the name of another term."""
        name = self.of("term", term)
        plain = all(word.isalnum() for word in name.replace("-", " ").split())
        return f"immuno define {name if plain else term}"

    def cell(self, column: str, value: Any) -> str:
        """Return a cell of a table: names in place of ids, commas in place of `;`."""
        if value is None:
            return ""
        kind = _NAMED.get(column)
        if kind:
            values = [value] if isinstance(value, str) else value
            named = [self.of(kind, one) for one in values]
            if column == "excludes":  # cancers too
                named = [self.of("cancer", one) for one in named]
            if kind == "cancer":
                named = [_short(name) for name in named]
            return few(named, MANY) if column == "therapies" else ", ".join(named)
        if column == "boxed":
            return " ".join(dict.fromkeys(value))
        if isinstance(value, list):
            return ", ".join(" or ".join(one) if isinstance(one, list) else str(one) for one in value)
        return str(value)


def _short(cancer: str) -> str:
    """Return a cancer's name for a table of cancers: "lung", but "conditions that are not cancer"."""
    left = cancer.removesuffix(" cancer")
    return cancer if left.endswith((" in", " not", " of")) or left in ("blood", "") else left


def standing(name: str, status: str, market: str | None) -> str:
    """Return a therapy's name with what is not as one expects of one that is licensed and sold."""
    if status in ("approved", "current"):
        return f"{name} (not sold)" if market == "not-sold" else name
    return f"{name} ({'license revoked' if status == 'revoked' else status.replace('-', ' ')})"


def has_a_box(therapy: Any) -> str:
    """Say in a cell whether its label has a boxed warning; one without any warning was not read."""
    if therapy.boxed:
        return "yes"
    if therapy.status == "never-approved":
        return "no"
    unsure = not therapy.warnings or any(one["boxed"] is None for one in therapy.warnings)
    return "not known" if unsure else "no"


def setting_name(setting: str | None) -> str:
    """Return a setting as people say it."""
    return _SETTINGS.get(setting, str(setting).replace("-", " "))


def few(names: list[str], most: int = MANY) -> str:
    """Return the first of some names, and how many more there are."""
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return ", ".join(names[:most]) + more


def called(aliases: list[dict[str, Any]], *, foreign: bool = False) -> list[str]:
    """Return other names of a cancer, what people say first and codes last; those of other languages apart."""
    told = [one for one in aliases if (one["kind"] == "language") == foreign]
    rank = {kind: place for place, kind in enumerate(_KINDS)}
    told.sort(key=lambda one: rank.get(one["kind"], len(rank)))
    return [one["name"] for one in told]


def fitting(names: list[str], signs: int) -> str:
    """Return the first of some names, as many as fit so many signs, at least one, and how many more."""
    room, shown = signs, 0
    while shown < len(names) and (not shown or len(names[shown]) + 2 <= room):
        room -= len(names[shown]) + 2
        shown += 1
    return few(names, shown)


def titled(title: str, query: dict[str, Any], labels: Labels) -> str:
    """Return a title that says how every name was understood."""
    said = []
    for kind in ("therapy", "cancer", "type", "target"):
        ids = query.get(kind)
        if ids:
            said.append(" or ".join(labels.of(kind, one) for one in ids))
    said += [
        labels.of("term", one)
        for name in ("not_a_target", "having", "biomarker")
        for one in query.get(name, ())
    ]
    said += [f"not {labels.of('term', one)}" for one in query.get("lacking", ())]
    said += [setting_name(one) for one in query.get("setting", ())]
    said += [one.replace("-", " ") for one in query.get("event", ())]
    said += [f"{one.replace('-', ' ')} line" for one in query.get("line", ())]
    for name in ("approval", "market"):
        if query.get(name):
            said.append(query[name].replace("-", " "))
    if query.get("source"):
        said.append(f"source {query['source']}")
    if isinstance(query.get("boxed"), str):
        said.append(f"about {query['boxed']}")
    if query.get("since"):
        said.append(f"first approved since {query['since']}")
    if query.get("as_of"):
        said.append(f"as of {query['as_of']}")
    return f"{title}: {', '.join(said)}" if said else title
