"""Says which medicines are meant where a label names a class: a PD-1 antibody, an anti-CD38 antibody."""

from __future__ import annotations

from immunocli.pages.blocks import Paragraph
from immunocli.text import any_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from immunocli.catalogue import Catalogue
    from immunocli.pages.blocks import Block
    from immunocli.records.therapy import Therapy

# So many medicines are told of a class.
_TOLD = 2
_ANTIBODY = ("antibody", "antibodies")
# An antibody acts on its target alone; what else is called an inhibitor may be a pill, unless a type is called so.
_OTHER = tuple(one + end for one in ("inhibitor", "blocker", "drug") for end in ("", "s"))
_LAST = "9999"


def medicines_meant(catalogue: Catalogue, therapy: Therapy, day: str) -> list[Block]:
    """Return the line that tells medicines of the classes that the current uses of a therapy name; mostly none.

    Args:
        catalogue: what knows targets and therapies.
        therapy: whose uses.
        day: `YYYY-MM-DD`: what was approved by then is told.
    """
    words = " ".join(use["summary"] for use in therapy.indications if use["status"] == "current")
    told: dict[str, str] = {}
    for said, target in _classes(catalogue, words):
        if target not in told and (names := _medicines(catalogue, therapy, target, day)):
            told[target] = f"{said}: such as {any_of(names)}"
    return [Paragraph("; ".join(told.values()))] if told else []


def _classes(catalogue: Catalogue, words: str) -> Iterator[tuple[str, str]]:
    """Yield the classes that words name, each with its target."""
    types = {name.casefold() for name in catalogue.titles("type").values()}
    spaced = f" {words.replace(',', ' ').replace(';', ' ')} "
    for target, name in catalogue.titles("target").items():
        if f"{name} " not in spaced:
            continue
        kinds = (*_ANTIBODY, *_OTHER) if f"{name} inhibitor".casefold() in types else _ANTIBODY
        said = (f"{lead}{name} {kind}" for lead in ("anti-", "") for kind in kinds)
        found = next((one for one in said if f" {one} " in spaced), None)
        if found:
            yield found, target


def _medicines(catalogue: Catalogue, therapy: Therapy, target: str, day: str) -> list[str]:
    """Return the first medicines that act on a target alone, as they are sold: Keytruda (pembrolizumab)."""
    listed = catalogue.therapies(target=catalogue.title("target", target), as_of=day, market="sold")
    held = [one for one in listed if one.targets == [target] and one.brands and one.id != therapy.id]
    held.sort(key=lambda one: (one.first_approved or _LAST, one.id))
    return [f"{one.brands[0]} ({one.name})" for one in held[:_TOLD]]
