"""The day of an approval is the one on which the seven years of protection as an orphan medicine began.

`orphan_ends.tsv` holds the ends that the Purple Book of May 2025 has, one of each license. That of Lartruvo is left out:
its license was given back before.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

YEARS = 7


def test_an_approval_stands_seven_years_before_each_end(tables: dict[str, Any]) -> None:
    lines = Path(__file__).with_name("orphan_ends.tsv").read_text("utf-8").splitlines()[1:]
    days: dict[str, set[str]] = {
        therapy["id"]: {event["date"] for use in therapy["indications"] for event in use["events"]}
        for therapy in tables["therapies"]
    }
    problems = []
    for therapy, license_, end in (line.split("\t") for line in lines):
        begun = f"{int(end[:4]) - YEARS}{end[4:]}"
        if begun not in days[therapy]:
            problems.append(
                f"therapies.json: {therapy}: the Purple Book ends the protection of {license_} on {end}, "
                f"so something was approved on {begun}; look for it"
            )
    assert len(lines) > 60
    assert not problems, "\n".join(problems)
