"""Decides which uses are for a cancer as it was described: its stage, what was given before, the age, a score."""

from __future__ import annotations

from immunocli.queries import ages_told, test_scores

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from immunocli.queries.told_words import Fact

    Span = tuple[int, int | None]

# How many lines of treatment came before a use, at least and at most.
_LINES: dict[str, Span] = {
    "first": (0, 0),
    "first-or-later": (0, None),
    "second": (1, 1),
    "second-or-later": (1, None),
    "third-or-later": (2, None),
    "fourth-or-later": (3, None),
    "fifth-or-later": (4, None),
}
# In these settings the line tells what the use follows, and no line of its own.
_FOLLOWING = (
    "adjuvant",
    "consolidation",
    "maintenance",
    "neoadjuvant",
    "perioperative",
    "prevention",
    "supportive",
)
# What labels write of uses that go on as maintenance without being called so.
_GOES_ON = ("maintenance", "then alone", "extended treatment")


class Course:
    """What was told of a cancer beside its name and its biomarkers.

    Args:
        facts: as they were read.
    """

    def __init__(self, facts: Sequence[Fact]) -> None:
        ids = {fact.id for fact in facts}
        # What an older fact says no more once a newer one is told: "resected" of a cancer that came back.
        held = [fact for fact in facts if not ids.intersection(fact.record.get("unless", ()))]
        self._out = {setting: fact for fact in reversed(held) for setting in fact.record.get("rules_out", ())}
        self._against = [
            (words.casefold(), fact) for fact in held for words in fact.record.get("against", ())
        ]
        self.maintenance = "maintenance" in ids
        self.prior = _prior([fact.prior for fact in held if fact.prior is not None])
        self.ages = [fact.age for fact in facts if fact.age is not None]
        self.scores = [(fact.score, fact.text) for fact in facts if fact.score is not None]
        self.decides = [fact.text for fact in held if _decides(fact)]
        # What was told and no use is chosen by, in the words of whoever told it.
        self.idle = [fact.text for fact in facts if not _decides(fact) or fact.id == "before"]
        self.open_scores: list[str] = []
        # Words stood beside the name of which nothing was read.
        self.unread = any(not fact.id and not _decides(fact) for fact in facts)

    def __bool__(self) -> bool:
        return bool(self._out or self.prior or self.ages or self.scores or self._against)

    def allows(self, use: Mapping[str, Any]) -> bool:
        """Say whether a use is for the cancer as it was described, as far as its record decides that."""
        setting = use["setting"]
        goes_on = self.maintenance and any(words in (use["summary"] or "") for words in _GOES_ON)
        if setting in self._out and not goes_on:
            return False
        if self._is_against(use):
            return False
        span = _LINES.get(use["line"] or "")
        if self.prior and span and setting not in _FOLLOWING and not _meet(self.prior, span):
            return False
        if not all(ages_told.meet(age, ages_told.of_use(use)) for age in self.ages):
            return False
        for score, text in self.scores:
            met = test_scores.decided(score, use)
            if met is False:
                return False
            if met is None and text not in self.open_scores:
                self.open_scores.append(text)
        return True

    def _is_against(self, use: Mapping[str, Any]) -> bool:
        """Say whether the words of a use ask for what contradicts what was told: high risk where that is low."""
        summary = (use["summary"] or "").casefold() if self._against else ""
        for words, fact in self._against:
            if words in summary:
                if fact.text in self.idle:  # weighed after all
                    self.idle.remove(fact.text)
                    self.decides.append(fact.text)
                return True
        return False


def _decides(fact: Fact) -> bool:
    return bool(
        fact.markers
        or fact.prior
        or fact.age
        or fact.score
        or fact.record.get("rules_out")
        or fact.record.get("instead")
    )


def _meet(one: Span, other: Span) -> bool:
    return (one[1] is None or other[0] <= one[1]) and (other[1] is None or one[0] <= other[1])


def _prior(spans: Sequence[Span]) -> Span | None:
    """Return how many lines came before by all that is told; nothing where that is at odds."""
    low, high = 0, None
    for least, most in spans:
        low = max(low, least)
        high = most if high is None else high if most is None else min(high, most)
    if not spans or (high is not None and low > high):
        return None
    return low, high
