"""Chooses uses and therapies by cancer, type, target, biomarker, setting, approval and day."""

from __future__ import annotations

from immunocli import dates, standing
from immunocli.errors import NotFound, UsageError
from immunocli.names.find import named
from immunocli.records import Indication

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any

    from immunocli.store.typed import Data

AGNOSTIC = "tumor-agnostic"
SETTINGS = (
    "adjuvant", "advanced-metastatic", "any", "consolidation", "early", "locally-advanced",
    "maintenance", "neoadjuvant", "newly-diagnosed", "non-muscle-invasive", "perioperative",
    "prevention", "relapsed-refractory", "supportive",
)  # fmt: skip


class Selection:
    """Which uses are wanted; counts what it leaves out that a reader should know of.

    Args:
        data: where to look.
        therapy, cancer, type, target, biomarker: names as a person types them; several mean "or".
        setting: one or more of SETTINGS.
        approval: `accelerated` or `regular`: how the use was first approved.
        status: `active`, `withdrawn` (or discontinued) or `any`; None is `active`, but `any`
            for a list of claims.
        since: keep what was first approved on or after this date; a partial one means its first day.
        as_of: answer as the record stood on that day; a partial date means its last day.
        source: id of a source; for a list of therapies, exactly what that list says.
        agnostic: with cancers, also the approvals for any solid tumor; without, only those.

    Raises:
        NotFound, Ambiguous: a name is not known, or not clear.
        UsageError: a value is not one that exists.
    """

    def __init__(
        self,
        data: Data,
        *,
        therapy: Sequence[str] = (),
        cancer: Sequence[str] = (),
        type: Sequence[str] = (),
        target: Sequence[str] = (),
        biomarker: Sequence[str] = (),
        setting: Sequence[str] = (),
        approval: str | None = None,
        status: str | None = None,
        since: str | None = None,
        as_of: str | None = None,
        source: str | None = None,
        agnostic: bool = False,
    ) -> None:
        self.data = data
        self.today: str = data.edition["as_of"]
        self.named = _resolved(data, "therapy", therapy)
        self.cancers = _resolved(data, "cancer", cancer)
        self.types = _resolved(data, "type", type)
        self.targets = _resolved(data, "target", target)
        self.biomarkers = _resolved(data, "biomarker", biomarker)
        self.settings = [_one_of(SETTINGS, "setting", name) for name in setting]
        self.approval = approval and _one_of(("accelerated", "regular"), "approval", approval)
        self.status = status and _one_of(("active", "withdrawn", "any"), "status", status)
        self.since = since and dates.first_day(dates.parse(since))
        self.as_of = as_of and dates.last_day(dates.parse(as_of))
        self.day: str = self.as_of or self.today
        self.source = source and _source(data, source)
        self.claims = bool(source and data.get("claimed", source) is not None)
        self.agnostic = agnostic
        self._below = self._scope_of_cancers()
        # Whether approvals for any solid tumor may apply, too, to the cancers asked for.
        solid = any(data.get("cancer", one)["solid"] for one in self.cancers)
        self._may_be_agnostic = solid and not agnostic
        self._agnostic_ids = set(below(data, AGNOSTIC))
        self.hidden_withdrawn = 0
        self.hidden_agnostic: set[str] = set()

    def _scope_of_cancers(self) -> set[str] | None:
        if not self.cancers:
            return set(below(self.data, AGNOSTIC)) if self.agnostic else None
        scope = {one for cancer in self.cancers for one in below(self.data, cancer)}
        return scope | set(below(self.data, AGNOSTIC)) if self.agnostic else scope

    @property
    def query(self) -> dict[str, Any]:
        """What was asked, with every name as it was understood."""
        asked = {
            "therapy": self.named,
            "cancer": self.cancers,
            "type": self.types,
            "target": self.targets,
            "biomarker": self.biomarkers,
            "setting": self.settings,
            "approval": self.approval,
            "status": self.status or ("any" if self.claims else "active"),
            "since": self.since,
            "as_of": self.as_of,
            "source": self.source,
            "agnostic": self.agnostic,
        }
        return {key: value for key, value in asked.items() if value}

    def therapies(self) -> list[str]:
        """Return the ids of the therapies to look at, in no order."""
        wanted: set[str] | None = set(self.named) if self.named else None
        groups = [("type", self.types), ("target", self.targets)]
        cancers = list(self.cancers)
        if self.agnostic or self._may_be_agnostic:
            cancers.append(AGNOSTIC)
        if self.cancers or self.agnostic:
            groups.append(("cancer", cancers))
        for kind, ids in groups:
            if ids:
                found = {one for name in ids for one in self.data.get("under", f"{kind}/{name}")["therapies"]}
                wanted = found if wanted is None else wanted & found
        if self.source:
            kind = "claimed" if self.claims else "citing"
            cited = set(self.data.get(kind, self.source) or ())
            wanted = cited if wanted is None else wanted & cited
        return self.data.ids("therapy") if wanted is None else list(wanted)

    def chosen(self) -> Iterator[tuple[dict[str, Any], list[dict[str, Any]]]]:
        """Yield each therapy that has wanted uses, with those uses, by name."""
        records = [self.data.get("therapy", one) for one in self.therapies()]
        for therapy in sorted(records, key=lambda record: str(record["name"]).casefold()):
            rows = list(self._wanted(therapy))
            if rows:
                yield therapy, rows

    def began_late_enough(self, approved: str | None) -> bool:
        """Say whether a first approval, perhaps known to its year only, came on or after `since`."""
        return not self.since or (approved is not None and dates.last_day(approved) >= self.since)

    def _wanted(self, therapy: dict[str, Any]) -> Iterator[dict[str, Any]]:
        if self.claims:
            yield from self._claimed(therapy)
            return
        status = self.status or "active"
        for row in self.data.get("rows", therapy["id"]):
            if not self._fits(row):
                continue
            use = standing.of_use(row, therapy["market"], self.day)
            if use is None:
                continue
            if self._below is not None and row["cancer"] not in self._below:
                if row["cancer"] in self._agnostic_ids and use == "active" and self._may_be_agnostic:
                    self.hidden_agnostic.add(therapy["id"])
                continue
            if status == "active" and use != "active":
                self.hidden_withdrawn += 1
            elif status != "withdrawn" or use != "active":
                yield {**row, "status": use} if self.as_of else row

    def _fits(self, row: dict[str, Any]) -> bool:
        if self.source and self.source not in row["sources"]:
            return False
        if self.biomarkers and not any(one in self.biomarkers for one in row["biomarkers"]):
            return False
        if self.settings and row["setting"] not in self.settings:
            return False
        return not self.approval or row["approval"] == self.approval

    def _claimed(self, therapy: dict[str, Any]) -> Iterator[dict[str, Any]]:
        if self.biomarkers or self.settings or self.approval:
            return
        for claim in therapy["claims"]:
            for pair in claim["cancers"] if claim["source"] == self.source else ():
                if self._below is None or pair["cancer"] in self._below:
                    yield _claim_as_row(therapy["id"], claim, pair)


def _claim_as_row(therapy: str, claim: dict[str, Any], pair: dict[str, Any]) -> dict[str, Any]:
    """Return a pair of a list in the form of a use: what it does not say is unknown."""
    further = ("regulator", "sources", "verified", "id", "age", "withdrawn_reason", "notes")
    row: dict[str, Any] = dict.fromkeys((*Indication.columns, *further))
    row.update(
        therapy=therapy,
        cancer=pair["cancer"],
        summary=f"Listed as {claim['listed_type']} for {pair['listed_as']}; today: {pair['verdict']}",
        biomarkers=[],
        status="listed",
        sources=[claim["source"]],
        id=f"{claim['source']}-{therapy}-{pair['cancer']}",
        notes=pair["note"],
        verdict=pair["verdict"],
    )
    row["with"] = []
    return row


def below(data: Data, cancer: str) -> list[str]:
    """Return that cancer and all that is part of it; nothing when there is no such cancer."""
    found = data.get("under", f"cancer/{cancer}")
    return list(found["below"]) if found else []


def _resolved(data: Data, kind: str, names: Sequence[str]) -> list[str]:
    found: list[str] = []
    for name in names:
        found += [one for one in named(data, kind, name) if one not in found]
    return found


def _one_of(known: Sequence[str], option: str, value: str) -> str:
    if value.lower() not in known:
        from immunocli.text import quote

        raise UsageError(f"--{option} {quote(value)} is not one of: {', '.join(known)}")
    return value.lower()


def _source(data: Data, name: str) -> str:
    if data.get("source", name) is None:
        from immunocli.text import quote

        raise NotFound(f"no source {quote(name)}; immuno cite NAME lists the sources of a therapy")
    return name
