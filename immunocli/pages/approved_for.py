"""What a therapy is, or was, approved for: cancers and settings, each since its own first day."""

from __future__ import annotations

from immunocli.pages.blocks import Bullets, Facts, Grid, Heading, Paragraph
from immunocli.pages.labels import setting_name
from immunocli.records.in_a_line import told_whole
from immunocli.text import all_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from typing import Any

    from immunocli.catalogue import Catalogue
    from immunocli.pages.blocks import Block
    from immunocli.pages.labels import Labels
    from immunocli.records.therapy import Therapy

    Use = dict[str, Any]

# So many cancers have a line each on a first screen; more are told by their settings.
_A_LIST = 4
# A setting of so few cancers is told beside others of its kind where there is little room.
_A_FEW = 2
# In the words of the label with the days, with the first days, the years of them, or these in as little room as may be.
WORDS, DAYS, YEARS, BRIEF = range(4)
_ANY_TUMOR = "tumor-agnostic"
_PREVENTION = "prevention"
# How an age begins that is for one sex alone.
_SEXES = ("females", "males", "girls", "boys", "women", "men")
_UNKNOWN = "a day that is not known"
_ENDED = ("withdrawn", "revoked")
# In the label, or there as long as its license stood, of which the end is not known.
_HELD = ("current", "unknown")


def approved_for(
    catalogue: Catalogue, labels: Labels, therapy: Therapy, day: str, asked: str, how: int
) -> list[Block]:
    """Return cancers with their settings, each since when, and what is accelerated.

    A few cancers have a line each, many are told by setting; for a cancer that was asked for, the uses are
    told in the words of the label.

    Args:
        catalogue: what knows names.
        labels: makes names of ids.
        therapy: the whole record, as of the day.
        day: the day it is true for.
        asked: the cancers that were asked for.
        how: `WORDS`, `DAYS`, `YEARS` or `BRIEF`.
    """
    if asked:
        from immunocli.pages.use_history import wordings  # most pages are about all cancers

        told = wordings(therapy.indications, day, asked)
        if told and any(use["status"] in _HELD for use in therapy.indications):
            return told
        whose = all_of(therapy.asked_for) or therapy.name
        none = Paragraph(f"No use of {whose} for {asked} stands in the label as of {day}.")
        return [none, *told]
    sites = _told_as(catalogue, therapy, _HELD)
    held = _by_cancer_and_setting(labels, sites, therapy, (*_HELD, "replaced"))
    firsts = {place: _since(uses, days=how <= DAYS) for place, uses in held.items()}
    firsts = {place: since for place, since in firsts.items() if since}
    if not firsts:
        none = Paragraph(f"No use of {therapy.name} stands in the label as of {day}.")
        return [none, *_ended(labels, _told_as(catalogue, therapy, _ENDED), therapy)]
    since_when = "since when" if how <= DAYS else "the year of the first approval"
    title = Heading(f"Approved for, and {since_when}, as of {day}")
    if not any(use["status"] == "current" for use in therapy.indications):
        title = Heading(f"Approved for, and {since_when}; whether still on {day} is not known")
    if how == WORDS and (lines := _in_words(held)):
        return [title, Bullets(lines)]
    by_cancer: dict[str, list[str]] = {}
    by_setting: dict[str, list[str]] = {}
    for (cancer, setting), since in firsts.items():
        by_cancer.setdefault(cancer, []).append(f"{setting} {since}")
        by_setting.setdefault(setting, []).append(f"{cancer} {since}")
    if len(by_cancer) <= _A_LIST:
        grid = Grid(["", ""], [[cancer, ", ".join(told)] for cancer, told in by_cancer.items()])
        return [title, grid, *_for_whom(labels, sites, therapy)]
    order = sorted(by_setting, key=lambda one: (-len(by_setting[one]), one))
    if how == BRIEF:
        order = [one for one in order if len(by_setting[one]) > _A_FEW]
    lines = [f"{one}: {', '.join(by_setting[one])}" for one in order]
    rest: dict[str, list[str]] = {}
    for (cancer, setting), since in firsts.items():
        if setting not in order:
            rest.setdefault(cancer, []).append(f"{setting} {since}")
    if rest:
        lines.append("; ".join(f"{cancer}: {', '.join(told)}" for cancer, told in rest.items()))
    return [title, Bullets(lines), *_for_whom(labels, sites, therapy)]


def _for_whom(labels: Labels, sites: Mapping[str, str], therapy: Therapy) -> list[Block]:
    """Return for which ages and sexes a vaccine that prevents cancers is, each with the cancers; of others nothing."""
    uses = [use for use in therapy.indications if use["status"] in _HELD]
    if not uses or not all(use["setting"] == _PREVENTION and use["age"] for use in uses):
        return []
    held: dict[str, list[str]] = {}
    for use in uses:
        held.setdefault(use["age"], []).append(labels.cell("cancer", sites[use["cancer"]]))
    sexes = any(age.startswith(_SEXES) for age in held)
    told = []
    for age, cancers in held.items():
        both = ", both sexes" if sexes and not age.startswith(_SEXES) else ""
        told.append(f"{age}{both} ({', '.join(sorted(dict.fromkeys(cancers), key=str.casefold))})")
    return [Facts([("For", "; ".join(sorted(told)))])]


def is_told_in_words(therapy: Therapy) -> bool:
    """Say whether it has so few uses that each may be told in the words of the label."""
    return sum(use["status"] in _HELD for use in therapy.indications) <= _A_LIST


def _in_words(held: Mapping[tuple[str, str], Sequence[Use]]) -> list[str]:
    """Return few uses in the words of the label, each with its day; nothing where there are more.

    Of one that goes on what another was for, the first day is told too: of several it is not said which went on.
    """
    lines = []
    for uses in held.values():
        current = [use for use in uses if use["status"] in _HELD]
        if current and len(current) > 1 and len(current) < len(uses):
            return []
        first = min(str(use["approved"]) for use in uses)
        for use in current:
            day, made = str(use["approved"]), use["converted"]
            said = f"{first}; in this wording {day}" if first < day else day
            said += ", accelerated" if use["approval"] == "accelerated" and not made else ""
            lines.append(f"{told_whole(use)} ({said})")
    return lines if len(lines) <= _A_LIST else []


def _told_as(catalogue: Catalogue, therapy: Therapy, statuses: Collection[str]) -> dict[str, str]:
    """Return as which cancer each is told: of a few, the narrowest that includes all uses of its site."""
    # What is for any solid tumor with a marker is told with that marker, each by itself.
    sites = {one: one if site == _ANY_TUMOR else site for one, site in catalogue.sites().items()}
    held: dict[str, list[str]] = {}
    for use in therapy.indications:
        if use["status"] in statuses:
            held.setdefault(sites[use["cancer"]], []).append(use["cancer"])
    if len(held) > _A_LIST:
        return sites
    told = {site: _shared(catalogue, cancers) or site for site, cancers in held.items()}
    return {
        use["cancer"]: told.get(sites[use["cancer"]], sites[use["cancer"]]) for use in therapy.indications
    }


def _shared(catalogue: Catalogue, cancers: Collection[str]) -> str:
    """Return the narrowest cancer that includes all of some; nothing where none does."""
    paths = [catalogue.path(one) for one in dict.fromkeys(cancers)]
    return next((one for one in paths[0] if all(one in path for path in paths)), "")


def _by_cancer_and_setting(
    labels: Labels, sites: dict[str, str], therapy: Therapy, statuses: Collection[str]
) -> dict[tuple[str, str], list[Use]]:
    """Return uses that stand so by the names of cancer and setting, those of one cancer together."""
    held: dict[tuple[str, str], list[Use]] = {}
    for use in therapy.indications:
        if use["status"] in statuses:
            place = labels.cell("cancer", sites[use["cancer"]]), setting_name(use["setting"])
            held.setdefault(place, []).append(use)
    return dict(sorted(held.items(), key=lambda one: one[0][0].casefold()))


def _since(uses: Sequence[Use], *, days: bool) -> str:
    """Return since when something is approved, marked while all approval of it is accelerated; else nothing.

    A use that another has replaced counts for the day: the approval goes on in other words.
    """
    current = [use for use in uses if use["status"] in _HELD]
    if not current:
        return ""
    accelerated = all(use["approval"] == "accelerated" and not use["converted"] for use in current)
    first = str(min(use["approved"] for use in uses))
    return (first if days else first[:4]) + (" (accelerated)" if accelerated else "")


def _ended(labels: Labels, sites: dict[str, str], therapy: Therapy) -> list[Block]:
    """Return what something was approved for, from when to when."""
    rows: list[tuple[str, str, str, str]] = []
    for (cancer, setting), uses in _by_cancer_and_setting(labels, sites, therapy, _ENDED).items():
        known = [use["ended"] for use in uses if use["ended"]]
        # An unknown day is later than all that are known.
        ended = max(known) if len(known) == len(uses) else _UNKNOWN
        rows.append((cancer, setting, min(use["approved"] for use in uses), ended))
    if not rows:
        return []
    ends = {ended for *_, ended in rows}
    shared = len(ends) == 1 < len(rows)  # what is the same in every row stands above them
    told: dict[str, list[str]] = {}
    for cancer, setting, since, ended in rows:
        told.setdefault(cancer, []).append(f"{setting} {since}" + ("" if shared else f" to {ended}"))
    title = f"It was approved for, from the day given to {ends.pop()}" if shared else "It was approved for"
    return [Heading(title), Grid(["", ""], [[cancer, ", ".join(lines)] for cancer, lines in told.items()])]
