"""Texts that hang on today are read again in time."""

from __future__ import annotations

import time
from typing import Any


def test_no_text_is_past_its_day(tables: dict[str, Any]) -> None:
    today = time.strftime("%Y-%m-%d")
    for name in ("faq", "glossary"):
        for record in tables[name]:
            day = record["stale_after"]
            assert day is None or today <= day, (
                f"{name}.json: {record['id']}: its text was good until {day}: read its sources again, "
                "change the text if need be, and set stale_after anew"
            )
