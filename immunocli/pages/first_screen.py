"""Lines of a therapy's first screen: every boxed warning, the brands, and when it was off the market."""

from __future__ import annotations

from immunocli.pages.labels import FORMS, few
from immunocli.text import first_sentence, warning_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from immunocli.pages.brands import Brands
    from immunocli.records.therapy import Therapy

    Product = Mapping[str, Any]

# Two boxed warnings in full take three lines; with more, those behind are told in few words.
_BOXED = 170
# Many are cut, so that each is named.
_MOST = 260
# What a sentence goes on to tell once it has said what it is about.
_GOES_ON = (
    " which ", " who ", " because ", " such as ", " including ", " week ", " weeks ", " in which ", " mostly ",
    " most often ", ";", "(",
)  # fmt: skip
_ENOUGH = 12
_VEIN, _GONE = "intravenous", "not-sold"
_UNKNOWN = "unknown"  # sorts behind all days


def boxed(therapy: Therapy, brands: Brands, *, brief: bool = False) -> str | None:
    """Return every boxed warning, what people died of first: as many whole as there is room for, others in short.

    Where none is known, those that may have been in the box say so themselves.
    """
    told = brands.boxed(therapy)
    if not told:
        told = [first_sentence(one["text"]) for one in therapy.warnings if one["boxed"] is None]
    for place in reversed(range(not brief, len(told))):
        if len(" ".join(told)) <= _BOXED:
            break
        told[place] = in_short(told[place])
    if len(" ".join(told)) > _MOST:
        told = [_cut(one, _MOST // len(told)) for one in map(in_short, told)]
    return " ".join(told) or None


def in_short(warning: str) -> str:
    """Return what a warning is about in few words: its sentence up to where it goes on to tell more."""
    places = [place for mark in _GOES_ON if (place := warning.find(mark, _ENOUGH)) >= 0]
    if not places:
        return warning
    about = warning[: min(places)].rstrip(" ,")
    whole, _, begun = about.rpartition(". ")
    if whole and len(begun) < _ENOUGH:
        return f"{whole}."
    return f"{about.removesuffix(' and').removesuffix(' or').rstrip(' ,')}."


def _cut(warning: str, most: int) -> str:
    """Return a warning in so many signs: what it is about, without how bad it is."""
    if len(warning) <= most:
        return warning
    import re  # few boxes are so long

    fatal = r"(?:(?:,| and| or)?(?: sometimes)? (?:fatal|life-threatening))?"
    about = re.sub(rf"\b(?:severe|serious){fatal} ", "", warning, flags=re.I)
    about = about[:1].upper() + about[1:]
    return about if len(about) <= most else f"{about[:most].rpartition(' ')[0].rstrip(' ,')} ..."


def brand_names(therapy: Therapy, *, brief: bool = False) -> str:
    """Return the brands in force; of a further form how it is given, and since when unless brief."""
    own = [one for one in therapy.products if not one["foreign"] and one["name"] in therapy.brands]
    sold = {one["name"] for one in own if one["market"]["status"] != _GONE}
    shown = []
    for product in own:
        name, form = product["name"], product["form"]
        gone = name not in sold and therapy.market != _GONE
        further = form in FORMS and any(one["form"] == _VEIN for one in own)
        since = product["license"]["from"] if further and not brief else None
        said = [FORMS.get(form), f"since {since}" if since else "", "not sold" if gone else ""]
        about = ", ".join(filter(None, said))
        shown.append(name + (f" ({about})" if about else ""))
    if not shown and therapy.license == "revoked":
        former = dict.fromkeys(one["name"] for one in therapy.products if not one["foreign"])
        return f"{', '.join(former)} (no longer licensed)" if former else ""
    return few(list(dict.fromkeys(shown)))


def off_the_market(therapy: Therapy) -> str | None:
    """Return when nobody could have it between two times when one could, and why; None: there was no such time."""
    told = [
        f"{begin} to {end}" + (f": {warning_name(why)}" if why else "") for begin, end, why in _gaps(therapy)
    ]
    return " ".join(told) or None


def _gaps(therapy: Therapy) -> Iterator[tuple[str, str, str]]:
    """Yield from when to when none of its own products could be had between two that could, and why."""
    own = [one for one in therapy.products if not (one["foreign"] or one["biosimilar"] or one["treats"])]
    spans = sorted((_began(one), _ended(one), one["license"]["why"] or "") for one in own)
    for number, (begin, _, _) in enumerate(spans[1:], 1):
        _, held, why = max(spans[:number], key=lambda one: one[1])
        if held < begin:
            yield held, begin, why


def _began(product: Product) -> str:
    return max(product["license"]["from"] or "", product["market"]["from"] or "")


def _ended(product: Product) -> str:
    """Return when a product could be had no longer; later than any day where it can be, or its end is not known."""
    ends = [one["until"] for one in (product["license"], product["market"]) if one["until"]]
    return str(min(ends, default=_UNKNOWN))
