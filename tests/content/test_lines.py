"""The line of treatment of each use is what its words say of earlier treatment."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from immunocli.records.values import REACH

if TYPE_CHECKING:
    from collections.abc import Iterator

# The line that follows so many earlier ones, as the words tell them.
_AFTER = {"one": 2, "two": 3, "three": 4, "four": 5, "1": 2, "2": 3}
_NUMBER = re.compile(
    r"after (?:at least )?(one|two|three|four|[12])(?: or more| to three)?[^,;]*?(?:line|therap|regimen)"
)
_UNTREATED = re.compile(r"^first-line|first-line treatment of|previously untreated|without earlier systemic")
_LATER = re.compile(r"relapsed|refractory|unresponsive|progressed (?:on|after|during)")
# Of a number of earlier treatments one must have been for spread disease: the others may have been around surgery.
_ONE_FOR_SPREAD = re.compile(r"two or more [^;]*\bone for metastatic disease")
# Words of a branch, not of the whole use.
_BRANCH = re.compile(r"; in children|or double-refractory|, or relapse|hormone-refractory|not progressed")
# Settings of medicine against a cancer that has spread or come back: those have a line.
_TREATED = {"advanced-metastatic", "newly-diagnosed", "relapsed-refractory"}


def wordings(tables: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each wording that a use ever had, with its fields on that day."""
    for therapy in tables["therapies"]:
        for use in therapy["indications"]:
            says: dict[str, Any] = {}
            for event in use["events"]:
                says = {**says, **event["says"]}
                if event["says"]:
                    yield f"therapies.json: {use['id']}: {event['date']}", says


def allowed(says: dict[str, Any]) -> set[int]:
    """Return with which line the words of a use may begin; none: they say nothing of it."""
    words = says["summary"].lower()
    if _BRANCH.search(words):
        return set()
    if _ONE_FOR_SPREAD.search(words):
        return {2}
    if number := _NUMBER.search(words):
        return {_AFTER[number[1]]}
    if _UNTREATED.search(words):
        return {1}
    # What must have failed is named one by one: without a number, it counts as one earlier line.
    return {2} if _LATER.search(words) else set()


def test_the_line_is_what_the_words_say(tables: dict[str, Any]) -> None:
    problems, told = [], 0
    for where, says in wordings(tables):
        begins, line = allowed(says), says["line"]
        if says["setting"] in _TREATED and line is None:
            problems.append(f"{where}: line: write any where the label ties the use to no line")
        elif says["setting"] == "relapsed-refractory" and REACH[line][0] < 2:
            problems.append(f"{where}: line: {line}; what came back was treated before: second-or-later")
        elif begins and line and says["setting"] != "maintenance":
            told += 1
            if REACH[line][0] not in begins:
                problems.append(f"{where}: line: {line}, but the words begin with line {min(begins)}")
    assert told > 200
    assert not problems, "\n".join(problems)
