"""Declares the exported tables: each column once, with what it means; the documents are held to it."""

from __future__ import annotations

from typing import NamedTuple


class Table(NamedTuple):
    """A table.

    Args:
        about: what a row is.
        columns: name to meaning, in order.
        key: the columns that tell its rows apart.
        links: column to the table whose `id` it holds.
    """

    about: str
    columns: dict[str, str]
    key: tuple[str, ...]
    links: dict[str, str] = {}  # noqa: RUF012  # a default that nobody changes


_SOURCES = "Documents that show it, joined by ;."
TABLES = {
    "edition": Table(
        "The edition, in one row.",
        {
            "edition": "Year and month.",
            "as_of": "Day the record is true for.",
            "checked": "Day on which sources were last read.",
            "known_from": "Day of the first use.",
            "schema_version": "Version of these tables and of the JSON output.",
        },
        ("edition",),
    ),
    "types": Table(
        "A type of therapy.",
        {
            "id": "Slug.",
            "name": "Plain name.",
            "definition": "What it is.",
            "mechanism": "How it works.",
            "sources": _SOURCES,
        },
        ("id",),
    ),
    "type_ancestors": Table(
        "A type and one that includes it, over any number of steps; each stands beside itself too.",
        {"type": "The type.", "ancestor": "What includes it."},
        ("type", "ancestor"),
        {"type": "types", "ancestor": "types"},
    ),
    "targets": Table(
        "A molecule that therapies act on.",
        {"id": "Slug.", "name": "Common name.", "description": "What it is.", "sources": _SOURCES},
        ("id",),
    ),
    "cancers": Table(
        "A cancer.",
        {
            "id": "Slug.",
            "name": "Plain name.",
            "description": "One sentence.",
            "solid": "1: approvals for any solid tumor may apply.",
            "broad": "1: people ask by this group.",
            "ncit": "Its concept in the NCI Thesaurus.",
            "mondo": "In Mondo.",
            "doid": "In the Disease Ontology.",
            "oncotree": "In OncoTree.",
            "sources": _SOURCES,
        },
        ("id",),
    ),
    "cancer_ancestors": Table(
        "A cancer and one that includes it, over any number of steps; each stands beside itself too.",
        {"cancer": "The cancer.", "ancestor": "What includes it."},
        ("cancer", "ancestor"),
        {"cancer": "cancers", "ancestor": "cancers"},
    ),
    "cancer_codes": Table(
        "A code of a cancer.",
        {
            "cancer": "The cancer.",
            "system": "oncotree, tcga, icd10, icdo, ncit or mesh.",
            "code": "The code.",
        },
        ("system", "code"),
        {"cancer": "cancers"},
    ),
    "therapies": Table(
        "A therapy, as it stands on the edition's day.",
        {
            "id": "Slug.",
            "name": "Non-proprietary name.",
            "type": "Its type.",
            "mechanism": "How it works.",
            "status": "approved, replaced, withdrawn, revoked or never-approved.",
            "license": "in-force, revoked or never.",
            "market": "sold, not-sold or unknown.",
            "first_approved": "First approval of any use.",
            "rxnorm": "RxNorm concept.",
            "unii": "FDA substance code.",
            "ncit": "NCI Thesaurus concept.",
            "atc": "WHO ATC codes, joined by ;.",
            "makers": "Makers, joined by ;.",
            "notes": "What a reader must know.",
            "sources": _SOURCES,
        },
        ("id",),
        {"type": "types"},
    ),
    "therapy_targets": Table(
        "A therapy and what it acts on.",
        {"therapy": "The therapy.", "target": "The target."},
        ("therapy", "target"),
        {"therapy": "therapies", "target": "targets"},
    ),
    "products": Table(
        "A product under one trade name.",
        {
            "id": "Number of the row.",
            "therapy": "The therapy.",
            "name": "Trade name.",
            "form": "How it is given.",
            "is_foreign": "1: never licensed by the FDA under this name.",
            "is_biosimilar": "1: licensed as a biosimilar of another product.",
            "uses": "all, or ids of the uses known to be in its label, joined by ;; empty: not known, or none.",
            "treats": "What it is for when that is no cancer.",
            "license_number": "Application number.",
            "license_from": "First day of the license.",
            "license_until": "Last day; unknown: it ended, the day is not known.",
            "license_ended_by": "Where it is not known: the day of the first document seen that says it ended.",
            "market": "sold, not-sold or unknown.",
            "market_until": "Day it left the market; unknown: the day is not known.",
            "market_ended_by": "Where it is not known: the day of the first document seen that says it left.",
            "note": "What to know of it.",
            "sources": _SOURCES,
        },
        ("id",),
        {"therapy": "therapies"},
    ),
    "signs": Table(
        "A sign of a side effect to watch for.",
        {
            "id": "Slug.",
            "name": "Plain name.",
            "urgency": "How soon to act: a rung of the ladder.",
            "text": "What it is like.",
        },
        ("id",),
    ),
    "warnings": Table(
        "A warning of a therapy's label on the edition's day.",
        {
            "therapy": "The therapy.",
            "id": "Unique within the therapy.",
            "boxed": "1: it stands in the label's box; empty: not known.",
            "text": "In plain words.",
            "products": "Products whose label has it, joined by ;; empty: all.",
            "since": "Since when; empty: since the license, or not known.",
            "latest": "1: the day in `since` is that of the first document seen that has it.",
            "sources": _SOURCES,
        },
        ("therapy", "id"),
        {"therapy": "therapies"},
    ),
    "warning_signs": Table(
        "A warning and a sign to watch for.",
        {"therapy": "The therapy.", "warning": "The warning's id.", "sign": "The sign."},
        ("therapy", "warning", "sign"),
        {"therapy": "therapies", "sign": "signs"},
    ),
    "uses": Table(
        "A use of a therapy, as its label tells it on the edition's day.",
        {
            "id": "Slug.",
            "therapy": "The therapy.",
            "cancer": "The cancer that it names.",
            "summary": "The use in one line.",
            "setting": "Where in the course of the disease.",
            "line": "Line of treatment.",
            "biomarkers": "Required biomarkers, joined by ;.",
            "excludes": "What the label rules out, joined by ;.",
            "partners": "Groups joined by ;, alternatives by |.",
            "population": "adult, pediatric, adult-and-pediatric or empty.",
            "age": "Age limits.",
            "approval": "How it was first approved, accelerated or regular, also after that was converted.",
            "approved": "First approval.",
            "converted": "When an accelerated approval became regular.",
            "ended": "When it was replaced or withdrawn, or its license ended.",
            "status": "current, replaced, withdrawn or revoked.",
            "replaced_by": "The use that covers it now.",
            "verified": "When it was last compared with its sources.",
        },
        ("id",),
        {"therapy": "therapies", "cancer": "cancers", "replaced_by": "uses"},
    ),
    "cancer_uses": Table(
        "A use that a question about a cancer finds, as `immuno indications --cancer` does.",
        {
            "cancer": "The cancer asked for.",
            "use": "The use.",
            "relation": "same, narrower (a form of the cancer), wider (includes it) or any-tumor.",
        },
        ("cancer", "use"),
        {"cancer": "cancers", "use": "uses"},
    ),
    "events": Table(
        "A dated event of a use.",
        {
            "use": "The use.",
            "number": "Its place, from 1 on.",
            "date": "As precise as the source.",
            "latest": "1: the day is but the latest possible one, that of the first document seen that has it.",
            "event": "approved, converted, narrowed, widened, reworded, replaced, withdrawn or returned.",
            "approval": "Kind of approval.",
            "says": "What the label says from then on, as JSON: only what changed.",
            "reason": "Why it ended.",
        },
        ("use", "number"),
        {"use": "uses"},
    ),
    "event_sources": Table(
        "A document that states an event.",
        {"use": "The use.", "number": "The event's place.", "source": "The document."},
        ("use", "number", "source"),
        {"use": "uses", "source": "sources"},
    ),
    "names": Table(
        "A name of a therapy, cancer, type, target, term or part.",
        {
            "kind": "Of the record.",
            "record": "Its id.",
            "name": "The name.",
            "sort": "name, brand, code, abbreviation, synonym, ...",
            "sources": _SOURCES,
        },
        ("kind", "record", "name"),
    ),
    "terms": Table(
        "A word of the glossary.",
        {
            "id": "Slug.",
            "term": "Headword.",
            "definition": "In plain words.",
            "technical": "For specialists.",
            "topic": "Shelf.",
            "urgency": "How soon to act when it is a sign.",
            "sources": _SOURCES,
        },
        ("id",),
    ),
    "questions": Table(
        "A question with its answer.",
        {
            "id": "Slug.",
            "question": "The question.",
            "answer": "Paragraphs.",
            "urgency": "Of its signs.",
            "sources": _SOURCES,
        },
        ("id",),
    ),
    "parts": Table(
        "A part of the immune system, a strength of it, an event of its history, a treatment.",
        {
            "id": "Slug.",
            "shelf": "What it is.",
            "name": "Plain name.",
            "role": "What it does.",
            "sources": _SOURCES,
        },
        ("id",),
    ),
    "sources": Table(
        "A document that facts were read in.",
        {
            "id": "Slug.",
            "title": "Its title.",
            "publisher": "Who published it.",
            "sort": "label, approval-letter, announcement, ...",
            "published": "When.",
            "accessed": "When it was read.",
            "url": "Where it can be read.",
        },
        ("id",),
    ),
}
