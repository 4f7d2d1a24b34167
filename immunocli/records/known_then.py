"""Tells which texts of today a reader of an earlier day could have had."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection


def as_known(text: str | None, day: str, later: Collection[str] = ()) -> str | None:
    """Return a text that a reader of that day could have had: None when it names a later year, day or product.

    Args:
        text: of today.
        day: `YYYY-MM-DD`.
        later: names of products that came after it.
    """
    if text is None or any(name in text for name in later):
        return None
    if "20" not in text and "19" not in text:
        return text
    year = int(day[:4])
    for other in range(year + 1, _FURTHEST):
        if str(other) in text:
            return None
    start = text.find(f"{year}-")
    while start >= 0:
        date = text[start : start + 10]
        if date[5:7].isdigit() and date[: len(day)] > day[: len(date)]:
            return None
        start = text.find(f"{year}-", start + 1)
    return None if day[:4] in text and _written_later(text, day) else text


_FURTHEST = 2060
_MONTHS = {
    name: number
    for number, name in enumerate(
        "January February March April May June July August September October November December".split(), 1
    )
}


def _written_later(text: str, day: str) -> bool:
    """Say whether a text names a later day of that year: `17 November 2014`, `May 5, 2014`, `May 2014`."""
    words = text.replace(",", " ").replace(".", " ").replace(";", " ").replace(")", " ").split()
    for place, word in enumerate(words):
        month = _MONTHS.get(word)
        if month is None:
            continue
        before, after, then = (
            words[at] if 0 <= at < len(words) else "" for at in (place - 1, place + 1, place + 2)
        )
        date = before if after == day[:4] else after if then == day[:4] else None
        if date is not None and f"{month:02d}-{int(date) if date.isdigit() else 0:02d}" > day[5:]:
            return True
    return False
