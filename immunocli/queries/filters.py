"""Declares the filters that questions about uses take, for mypy and for whoever reads."""

from collections.abc import Sequence
from typing import TypedDict

Names = str | Sequence[str] | None


class Among(TypedDict, total=False):
    """Among which uses is looked, whatever their status and first day; each may be left out."""

    therapy: Names
    cancer: Names
    type: Names
    target: Names
    biomarker: Names
    setting: Names
    line: Names
    approval: str | None
    market: str | None
    as_of: str | None
    source: str | None
    agnostic: bool
    exact: bool
    boxed: bool | str
    no_boxed: bool


class Filters(Among, total=False):
    """Which uses are meant; each may be left out. See `queries.selection.Selection`."""

    status: str | None
    since: str | None
