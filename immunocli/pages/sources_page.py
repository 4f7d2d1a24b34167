"""The page on documents: what the record rests on, and what stands for a use of a day."""

from __future__ import annotations

from immunocli.pages.blocks import Heading
from immunocli.pages.drawings import Link
from immunocli.pages.labels import Labels

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from immunocli.catalogue import Catalogue
    from immunocli.pages.blocks import Block

# What stands above documents of uses that were in the label of a day.
_STANDS = {
    "label": "The label in force: the newest of that day or before that was read for the use",
    "in-place": "For uses in force of which no label was read: what was read in its place",
    None: "Further documents",
}


def sources_list(catalogue: Catalogue, sources: Sequence[Any], query: dict[str, Any]) -> list[Block]:
    """Return documents, each with where it can be read; first those that stand for uses of a therapy."""
    labels = Labels(catalogue)
    named = ", ".join(query.get("name", ())) or "this edition"
    if query.get("cancer"):
        named += f" for {labels.each('cancer', query['cancer'])}"
    if query.get("as_of"):
        named += f", as of {query['as_of']}"
    blocks: list[Block] = [Heading(f"Sources of {named} ({len(sources)})", 1)]
    standing = any(source.stands_for for source in sources)
    uses = _summaries(catalogue, query) if standing else {}
    before = ""
    for source in sources:
        title = _STANDS[source.stands_as] if standing else ""
        if title != before:
            blocks.append(Heading(title))
        before = title
        said = [f"for: {uses.get(one, one)}" for one in source.stands_for]
        blocks.append(Link(_line(source), source.url or source.id, said))
    return blocks


def _summaries(catalogue: Catalogue, query: dict[str, Any]) -> dict[str, str]:
    """Return the uses in the label of the day that was asked about, in its words, by id."""
    therapies = [one for one in query["name"] if catalogue.title("therapy", one)]
    cancer, day = query.get("cancer") or None, query.get("as_of")
    found = catalogue.indications(therapy=therapies, cancer=cancer, as_of=day)
    return {one.id: one.summary for one in found}


def _line(source: Any) -> str:
    published = f", {source.published}" if source.published else ""
    read = f" (read {source.accessed})" if source.accessed else ""
    return f"{source.publisher}: {source.title}{published}{read}"
