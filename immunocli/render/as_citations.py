"""Writes sources as BibTeX, CSL-JSON or RIS, for reference managers."""

from __future__ import annotations

from immunocli.render.as_json import encode

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any

    from immunocli.records.source import Source

_LATEX = {ord(sign): "\\" + sign for sign in "&%$#_{}"} | {
    ord("\\"): "\\textbackslash{}",
    ord("~"): "\\textasciitilde{}",
    ord("^"): "\\textasciicircum{}",
}


def citations(sources: Sequence[Source], style: str) -> Iterator[str]:
    """Yield the sources in a style: `bibtex`, `csl-json` or `ris`."""
    if style == "csl-json":
        yield "[" + ",\n".join(encode(_csl(source)) for source in sources) + "]\n"
        return
    for source in sources:
        yield _ris(source) if style == "ris" else _bibtex(source)


def _title(source: Source) -> str:
    """Return a title as a list of references has it: one that its publisher cuts short ends in a word."""
    return source.title.removesuffix("...").rstrip()


def _bibtex(source: Source) -> str:
    fields = {
        "title": "{" + _title(source).translate(_LATEX) + "}",
        "author": "{" + source.publisher.translate(_LATEX) + "}",
        "year": (source.published or "")[:4],
        "url": source.url,
        "urldate": source.accessed,
    }
    if source.sort == "data":
        fields |= {"version": source.id.rpartition("-")[2], "note": f"The record as of {source.published}"}
    lines = [f"  {key} = {{{value}}}," for key, value in fields.items() if value]
    return "@misc{" + source.id + ",\n" + "\n".join(lines) + "\n}\n"


def _ris(source: Source) -> str:
    fields = (
        ("TY", "DATA" if source.sort == "data" else "GOVDOC" if source.publisher == "FDA" else "ELEC"),
        ("ID", source.id),
        ("TI", _title(source)),
        ("AU", source.publisher),
        ("PY", (source.published or "")[:4]),
        ("DA", (source.published or "").replace("-", "/")),
        ("ET", source.id.rpartition("-")[2] if source.sort == "data" else ""),
        ("UR", source.url),
        ("Y2", (source.accessed or "").replace("-", "/")),
    )
    lines = [f"{tag}  - {value}" for tag, value in fields if value]
    return "\n".join([*lines, "ER  - ", "", ""])


def _csl(source: Source) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "id": source.id,
        "type": "webpage",
        "title": _title(source),
        "author": [{"literal": source.publisher}],
    }
    if source.sort == "data":
        entry["version"] = source.id.rpartition("-")[2]
    if source.accessed:
        entry["accessed"] = {"date-parts": [_parts(source.accessed)]}
    if source.url:
        entry["URL"] = source.url
    if source.published:
        entry["issued"] = {"date-parts": [_parts(source.published)]}
    return entry


def _parts(date: str) -> list[int]:
    return [int(part) for part in date.split("-")]
