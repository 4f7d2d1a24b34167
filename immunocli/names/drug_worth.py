"""Weighs the names of ours that a string may hold: what is kept, and whether a person should look."""

from __future__ import annotations

from immunocli.names import short_names, words_beside_drugs
from immunocli.names import short_names_with_dose as scheduled_names
from immunocli.names.reading import CHANCE, LIKELY, SURE, Hit, Reading
from immunocli.names.sureness import LEAST_OWN
from immunocli.names.vaccine_valency import is_dose_of_vaccine, is_shot

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

# A schedule alone makes a shorter name doubtful.
_LEAST_CLEAR = 4
_WORDS = ("word", "person", "place")


def weighed(
    reading: Reading,
    unread: bool,
    known_as: Callable[[Reading, Hit], tuple[str, str] | None],
    valency: dict[str, str],
) -> bool:
    """Drop the names that what stands beside them does not bear out; say whether a kept one is doubtful.

    Args:
        reading: the string.
        unread: something of it was not read.
        known_as: what else a name of ours is.
        valency: words around the names of vaccines.
    """
    if all(hit.strength == SURE for hit in reading.hits):
        return False
    shown = words_beside_drugs.shows_drugs(reading)
    sure = any(hit.strength == SURE for hit in reading.hits)
    several = len(reading.hits) > 1
    doubtful = False
    for hit in list(reading.hits):
        if hit.strength == SURE:
            continue
        known = None if short_names.is_of_myeloma(reading, hit) else known_as(reading, hit)
        scheduled = scheduled_names.is_scheduled(reading, hit)
        distinct = short_names.is_distinct(reading, hit)
        dosed = scheduled_names.is_dosed(reading, hit) or is_dose_of_vaccine(reading, hit)
        dosed = dosed or is_shot(reading, hit, valency)
        glossed = hit.strength == CHANCE and short_names.is_glossed(reading, hit)
        told = scheduled or distinct or dosed or glossed
        told = told or (known is None and short_names.is_told(reading, hit))
        beside = shown or sure or several or distinct or words_beside_drugs.is_own_form(reading, hit)
        beside = beside or (known is None and short_names.is_brand(reading, hit))
        if hit.strength == LIKELY:
            headed = known is None and short_names.is_headed(reading, hit)
            if unread and (
                not (beside or told)
                or ((known or hit.entry[1] == "biosimilar") and not (sure or headed or told))
            ):
                reading.drop(hit)
            doubtful = doubtful or (known is not None and not shown)
        elif (
            not (distinct or words_beside_drugs.stands_alone(reading, hit))
            or not (beside or told)
            or (
                words_beside_drugs.beside_others(reading, hit)
                and not (scheduled or distinct or (dosed and not hit.first))
            )
            or (unread and not (sure or told) and not words_beside_drugs.is_own_form(reading, hit, LEAST_OWN))
            or (known and not (scheduled or glossed) and not _may_be_word(reading, hit, known))
        ):
            if short_names.is_joined(reading, hit):
                doubtful = True
            else:
                reading.drop(hit)
        elif (
            words_beside_drugs.in_capitals(reading, hit)
            or (not shown and (glossed or (dosed and not hit.entry[2][-1].isdigit())))
            or (scheduled and (known or len(hit.entry[2]) < _LEAST_CLEAR))
        ):
            doubtful = True
    return doubtful


def _may_be_word(reading: Reading, hit: Hit, known: tuple[str, str]) -> bool:
    """Say whether a short name that is an ordinary word, too, is meant: beside an amount; no regimen is."""
    return known[0] in _WORDS and "amount" in reading.marks and hit.entry[1] != "combination"
