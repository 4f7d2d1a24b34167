"""Annotates small tables in memory, and says what must come out."""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import cache
from typing import Any

from immunocli.catalogue import Catalogue
from immunocli.render.as_csv import field
from immunocli.tables.added_columns import USUAL, Columns
from immunocli.tables.annotate import Job
from tests.driver import SMALL

NAMES = [f"immuno_{name}" for name in USUAL["therapy"]]
DELIMITERS = {"csv": ",", "tsv": "\t"}


@cache
def small_catalogue() -> Catalogue:
    """Return the catalogue of four therapies."""
    return Catalogue(str(SMALL))


@cache
def _columns() -> Columns:
    return Columns(small_catalogue())


def cells_for(text: str) -> tuple[str, ...]:
    """Return the six cells that a string gets."""
    return _columns().cells(text, _columns().read(text))


def annotated(content: bytes, form: str | None = "csv", *, piece: int = 1 << 16, **options: Any) -> bytes:
    """Return an annotated table; its column is `drug`, it is read in pieces of so many bytes."""
    job, out = job_on(content, form, piece=piece, **options)
    del job
    return out


def job_on(
    content: bytes, form: str | None = "csv", *, piece: int = 1 << 16, column: str = "drug", **options: Any
) -> tuple[Job, bytes]:
    """Return the job that annotated a table, and what it wrote."""
    job = Job(small_catalogue(), column, input_format=form, **options)
    source, out = io.BytesIO(content), io.BytesIO()
    job.run(lambda size: source.read(min(size, piece)), out.write, "the table")
    return job, out.getvalue()


def added(cells: Sequence[str], form: str = "csv") -> bytes:
    """Return cells as they follow those of a row."""
    delimiter = DELIMITERS[form]
    shown = [field(one) if form == "csv" else one for one in cells]
    return (delimiter + delimiter.join(shown)).encode()
