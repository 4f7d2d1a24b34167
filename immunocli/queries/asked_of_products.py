"""Hears what a question asks of the products of therapies: another form, a time off the market, partners."""

from __future__ import annotations

from immunocli.found import Notice
from immunocli.names.find import FILLERS
from immunocli.records import status_on_day

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

    from immunocli.store.typed_store import Store

    Product = Mapping[str, Any]

# Words that may stand around names and what is asked of them; one more, and something else is asked.
_FRAME = FILLERS | frozenset(
    """
    a also an any approved are as available be been by can come comes could did does do ever exist exists for form forms
    formulation fda from get given giving go got has have how i in into is it its kind made me my now of on one or other
    patients people product s still than that the there they this to today type us usa used version versions was were
    what when which why with without yet you
    """.split()
)
_UNDER_THE_SKIN = frozenset("subcutaneous subcutaneously subcut subq subcu sq hypodermic skin under".split())
# A needle is asked for in these words where a form is: "is there a shot of it".
_NEEDLE = frozenset("injection injections injectable injected jab jabs shot shots".split())
_INSTEAD = frozenset("drip infused infusion infusions instead intravenous iv rather vein".split())
_OF_FORM = frozenset(
    "version versions form forms formulation available come comes exist exists there".split()
)
_GONE = frozenset(
    "pulled withdrawn discontinued revoked recalled taken removed off market sold sale license".split()
)
_IS_GONE = frozenset("pulled withdrawn discontinued revoked off".split())
# Other words, "tecentriq withdrawn", ask for the list of uses that ended where no license did.
_PULLED = frozenset("pulled discontinued off".split())
_ALONE = frozenset(
    "alone itself own monotherapy single agent combination combinations combined partners partner".split()
)
_IS_ALONE = _ALONE - {"own", "single", "agent"}
_SKIN, _VEIN = "subcutaneous", "intravenous"
_ROUTES = {_SKIN: "under the skin", _VEIN: "into a vein", "intravesical": "into the bladder"}
# So many cancers are named.
_CANCERS = 6


def of_products(store: Store, words: list[str], medicines: Mapping[str, str]) -> Notice | None:
    """Return what the record says of the products of therapies, where a question asks that and nothing else.

    Args:
        store: where names and products are.
        words: of the question.
        medicines: the sort of each word that names one.
    """
    from immunocli.queries.asked_of_record import therapies_in  # its own questions come first

    asked = {*words} - _FRAME
    if asked.isdisjoint(_UNDER_THE_SKIN | _NEEDLE | _IS_GONE | _IS_ALONE | {"own", "single"}):
        return None
    named = therapies_in(store, words, medicines)
    of_names = {word for label in named.values() for word in label.lower().replace("-", " ").split()}
    said = {word for word in asked if word not in of_names and medicines.get(word) != "_drug"}
    if not named or not said:
        return None
    if said <= _UNDER_THE_SKIN | _NEEDLE | _INSTEAD:
        skin = ("under" in said and "skin" in said) or not said.isdisjoint(
            _UNDER_THE_SKIN - {"under", "skin"}
        )
        if skin or (said & _NEEDLE and not (_OF_FORM | _INSTEAD).isdisjoint(words)):
            return _told(store, named, _form, "forms")
    plainly = not said.isdisjoint(_PULLED) or any(
        each["license"]["until"] for one in named for each in _own(store, one)
    )
    if said <= _GONE and ("off" not in said or "market" in said) and said & _IS_GONE and plainly:
        return _told(store, named, _market, "market")
    if said <= _ALONE and (said & _IS_ALONE or {"its", "own"} <= {*words} or {"single", "agent"} <= said):
        return _told(store, named, _partners, "partners")
    return None


def _told(store: Store, named: Mapping[str, str], tell: Any, about: str) -> Notice:
    lines = [f"{label}: {tell(store, one)}" for one, label in named.items()]
    command = f"immuno show {' '.join(named)}" + (" --full" if len(named) == 1 else "")
    return Notice(
        "record", f"{'; '.join(lines)}, as of {store.edition['as_of']}; see: {command}", products=about, ids=list(named),
        command=command,
    )  # fmt: skip


def _own(store: Store, one: str) -> list[Product]:
    """Return the products of a therapy that count, those of the newest license last."""
    stored = store.record("therapy", one)
    assert stored is not None
    own = [
        each for each in stored["products"] if not (each["foreign"] or each["biosimilar"] or each["treats"])
    ]
    return sorted(own, key=lambda each: each["license"]["from"] or "")


def _form(store: Store, one: str) -> str:
    held = [each for each in _own(store, one) if each["license"]["from"] and not each["license"]["until"]]
    skin = [
        f"{each['name']}, under the skin, since {each['license']['from']}"
        for each in held
        if each["form"] == _SKIN
    ]
    if skin:
        return f"yes: {' and '.join(skin)}"
    routes = list(dict.fromkeys(_ROUTES.get(str(each["form"]), str(each["form"])) for each in held))
    if not routes:
        return "no product is licensed"
    return f"no: given {' or '.join(routes)} only"


def _market(store: Store, one: str) -> str:
    told = []
    for each in _own(store, one):
        license_, market = each["license"], each["market"]
        begin, end = license_["from"], license_["until"]
        if not begin:
            continue
        why = f" ({license_['why'].rstrip('.')})" if license_["why"] else ""
        until = f"ended {_day(license_)}{why}" if end else "in force"
        sold = "" if end or market["status"] == "sold" else f", not sold{_since(market)}"
        told.append(f"{each['name']} licensed {begin}, {until}{sold}")
    ended = [use for use in _rows(store, one) if use["status"] in ("withdrawn", "revoked")]
    titles = _cancers(store, ended)
    told.append(f"uses that ended: {titles}" if ended else "no use was withdrawn")
    return ", ".join(told) if len(told) > 1 else told[0]


def _day(span: Mapping[str, Any]) -> str:
    if span["until"] != status_on_day.UNKNOWN:
        return str(span["until"])
    return f"by {span['ended_by']}" if span["ended_by"] else "on a day that is not known"


def _since(market: Mapping[str, Any]) -> str:
    return f" since {_day(market)}" if market["until"] else ""


def _partners(store: Store, one: str) -> str:
    held = [use for use in _rows(store, one) if use["status"] == "current"]
    if not held:
        return "no use stands in the label"
    alone = [use for use in held if not use["with"]]
    joined = [use for use in held if use["with"]]
    told = [f"alone for {_cancers(store, alone)}"] if alone else ["in no use alone"]
    by: dict[str, list[Mapping[str, Any]]] = {}
    names = store.titles("therapy")
    for use in joined:
        for partner in use["with"]:
            by.setdefault(" or ".join(names.get(one, one) for one in partner), []).append(use)
    told += [f"with {name} for {_cancers(store, uses)}" for name, uses in by.items()]
    return ", ".join(told)


def _cancers(store: Store, uses: Iterable[Mapping[str, Any]]) -> str:
    """Return for which cancers some uses are; of those that ended with the day."""
    told: dict[str, None] = {}
    for use in uses:
        ended = f" ({use['ended'] or 'day not known'})" if use["status"] not in ("current", "listed") else ""
        told[f"{store.title('cancer', use['cancer'])}{ended}"] = None
    more = f" and {len(told) - _CANCERS} more" if len(told) > _CANCERS else ""
    return ", ".join([*told][:_CANCERS]) + more


def _rows(store: Store, one: str) -> list[dict[str, Any]]:
    from immunocli.queries.selection import Selection

    selection = Selection(store, asked=([one], {}), status="any")
    return [row for _, rows in selection.chosen() for row in rows]
