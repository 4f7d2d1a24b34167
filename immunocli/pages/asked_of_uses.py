"""Tells therapies of a cancer in a line each: brand, first day, where in the disease, and what the label requires."""

from __future__ import annotations

from immunocli.pages.labels import has_a_box, setting_name, standing
from immunocli.records.values import ANY_TUMOR

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence
    from typing import Any

    from immunocli.found import Found
    from immunocli.pages.labels import Labels
    from immunocli.records.indication import Indication
    from immunocli.records.therapy import Therapy

# What stands before the name of a therapy whose label has a boxed warning, or of which that is not known.
_MARKS = {"yes": "*", "not known": "?"}
# Where in the disease uses are, in the order in which people meet it; others follow.
_ORDER = (
    "prevention", "early", "non-muscle-invasive", "neoadjuvant", "perioperative", "adjuvant",
    "locally-advanced", "newly-diagnosed", "consolidation", "maintenance", "advanced-metastatic",
    "relapsed-refractory",
)  # fmt: skip


class Told:
    """What the current uses of therapies for a cancer say.

    Args:
        labels: makes names of ids.
        uses: for the cancer, those for any tumor among them.
        narrowest: returns those of some biomarkers that say the rest.
    """

    def __init__(
        self, labels: Labels, uses: Found[Indication], narrowest: Callable[[Sequence[str]], list[str]]
    ) -> None:
        self._labels, self._narrowest = labels, narrowest
        self._uses: dict[str, list[Any]] = {}
        for use in uses:
            self._uses.setdefault(use.therapy, []).append(use)

    @property
    def commonest(self) -> str:
        """The biomarker that most of the uses ask for that are no ones for any tumor; empty where none does."""
        own = [use for uses in self._uses.values() for use in uses if use.relation != ANY_TUMOR]
        asked = [one for use in own for one in self._narrowest(use.biomarkers)]
        return max(dict.fromkeys(asked), key=asked.count, default="")

    def of(self, therapy: Therapy, relations: Collection[str]) -> list[Any]:
        """Return the uses of a therapy that concern the cancer so."""
        return [use for use in self._uses.get(therapy.id, ()) if use.relation in relations]

    def settings(self, therapy: Therapy, relations: Collection[str]) -> str:
        """Return where in the disease it is used: "adjuvant, advanced"."""
        held = dict.fromkeys(use.setting for use in self.of(therapy, relations))
        told = sorted(held, key=lambda one: _ORDER.index(one) if one in _ORDER else len(_ORDER))
        return ", ".join(setting_name(one) for one in told)

    def required(self, therapy: Therapy, relations: Collection[str]) -> str:
        """Return what must be found first: what every use requires, then what only some do."""
        asked = [self._narrowest(use.biomarkers) for use in self.of(therapy, relations)]
        every = [one for one in asked[0] if all(one in each for each in asked)] if asked else []
        some = dict.fromkeys(one for each in asked for one in each if one not in every)
        told = [" and ".join(self._names(every))] if every else []
        told += [f"{' or '.join(self._names(some))} (some uses)"] if some else []
        return ", ".join(told)

    def line(self, therapy: Therapy, relations: Collection[str], until: int | None = None) -> str:
        """Return a therapy with brand, first day, where in the disease and what must be found first.

        Args:
            therapy: with its first day for the cancer.
            relations: how its uses concern the cancer.
            until: so many signs of the day are told; 4 are the year.
        """
        said = f"{branded(therapy)} {(therapy.approved or '')[:until]} {self.settings(therapy, relations)}"
        required = self.required(therapy, relations)
        return f"{said}, if {required}" if required else said

    def _names(self, ids: Collection[str]) -> Sequence[str]:
        return [self._labels.of("term", one) for one in ids]


def legend(therapies: Iterable[Therapy]) -> str:
    """Return what the marks before the names of the therapies of a page mean; empty where none has one."""
    held = {has_a_box(one) for one in therapies}
    if "not known" not in held:
        return "* boxed warning" if "yes" in held else ""
    return "* boxed, ? box unknown" if "yes" in held else "? box unknown"


def branded(therapy: Therapy, brand_too: bool = True) -> str:
    """Return a therapy with its first brand beside it, and with what is not as one expects; boxed ones are marked."""
    name = _MARKS.get(has_a_box(therapy), "") + therapy.name
    brand = f" ({therapy.brands[0]})" if therapy.brands and brand_too else ""
    return standing(name + brand, therapy.status, therapy.market)
