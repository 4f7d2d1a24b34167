"""Our prose: short, plain, each text of its own, and it describes without advising."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from statistics import mean
from typing import Any

import pytest
import textstat
from rapidfuzz import process
from rapidfuzz.fuzz import ratio

from immunocli.names.forms import normalize

LONGEST = 60
# A fourteen-year-old is in grade 8 or 9. One long word moves the grade of one short sentence by
# two, so a single definition may reach 10 while all of them together stay far below.
HIGHEST_GRADE = 10.0
HIGHEST_MEAN_GRADE = 7.0
# Texts about types and parts of the immune system name what they explain in every sentence.
HIGHEST_GRADE_OF_A_TYPE = 12.0
ALIKE = 0.9


def definitions(tables: dict[str, Any]) -> list[tuple[str, str]]:
    found = [(f"glossary.json: {term['id']}", term["definition"]) for term in tables["glossary"]]
    return found + [
        (f"types.json: {kind['id']}", kind["definition"]) for kind in tables["types"] if kind["definition"]
    ]


def prose(tables: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield every text of our own that a patient reads."""
    yield from definitions(tables)
    for term in tables["glossary"]:
        yield f"glossary.json: {term['id']}: technical", term["technical"] or ""
    for kind in tables["types"]:
        yield f"types.json: {kind['id']}: mechanism", kind["mechanism"]
    for question in tables["faq"]:
        yield f"faq.json: {question['id']}: answer", " ".join(question["answer"])
    for file, field in (
        ("immune_system", "role"),
        ("targets", "description"),
        ("cancers", "description"),
        ("therapies", "mechanism"),
    ):
        for record in tables[file]:
            yield f"{file}.json: {record['id']}: {field}", record[field] or ""
    for sign in tables["signs"]:
        yield f"signs.json: {sign['id']}: text", sign["text"]
    for rung in tables["urgency"]:
        yield f"urgency.json: {rung['id']}: text", rung["text"]
    for therapy in tables["therapies"]:
        for warning in therapy["warnings"]:
            yield f"therapies.json: {therapy['id']}: warnings: {warning['id']}: text", warning["text"]


def test_no_definition_is_longer_than_sixty_words(tables: dict[str, Any]) -> None:
    problems = [
        f"{where}: definition: {len(text.split())} words; at most {LONGEST}"
        for where, text in definitions(tables)
        if len(text.split()) > LONGEST
    ]
    assert not problems, "\n".join(problems)


def test_a_fourteen_year_old_can_read_every_definition(tables: dict[str, Any]) -> None:
    grades = {term["id"]: textstat.flesch_kincaid_grade(term["definition"]) for term in tables["glossary"]}
    problems = [
        f"glossary.json: {one}: definition: grade {grade:.1f}, at most {HIGHEST_GRADE}; use shorter words "
        "and sentences"
        for one, grade in grades.items()
        if grade > HIGHEST_GRADE
    ]
    assert not problems, "\n".join(problems)
    assert mean(grades.values()) <= HIGHEST_MEAN_GRADE


def test_a_fourteen_year_old_can_read_every_answer(tables: dict[str, Any]) -> None:
    grades = {q["id"]: textstat.flesch_kincaid_grade(" ".join(q["answer"])) for q in tables["faq"]}
    problems = [
        f"faq.json: {one}: answer: grade {grade:.1f}, at most {HIGHEST_GRADE}; use shorter sentences"
        for one, grade in grades.items()
        if grade > HIGHEST_GRADE
    ]
    assert not problems, "\n".join(problems)
    assert mean(grades.values()) <= HIGHEST_MEAN_GRADE + 1


def test_the_types_are_told_plainly(tables: dict[str, Any]) -> None:
    problems = []
    for kind in tables["types"]:
        grade = textstat.flesch_kincaid_grade(f"{kind['definition'] or ''} {kind['mechanism']}")
        if grade > HIGHEST_GRADE_OF_A_TYPE:
            problems.append(f"types.json: {kind['id']}: definition and mechanism: grade {grade:.1f}")
    assert not problems, "\n".join(problems)


def alike(texts: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the places of texts that are nearly the same, pair by pair, of one file."""
    found = []
    # By file, as a type's own definition may stand in the glossary too.
    for _, of_file in groupby(texts, key=lambda one: one[0].partition(".")[0]):
        wheres, read = zip(*of_file, strict=True)
        lower, plain = [text.lower() for text in read], [normalize(text) for text in read]
        for place, one in enumerate(wheres, 1):
            # Shared letters in order: never less than what difflib finds, and in C.
            near = process.extract(
                lower[place - 1], lower[place:], scorer=ratio, score_cutoff=100 * ALIKE, limit=None
            )
            same = [at for at, other in enumerate(plain[place:]) if other == plain[place - 1]]
            found += [(one, wheres[place + at]) for at in sorted({*same, *(at for *_, at in near)})]
    return found


def test_no_two_definitions_are_alike(tables: dict[str, Any]) -> None:
    problems = [
        f"{one} and {other}: definition: nearly the same; say what sets them apart"
        for one, other in alike(definitions(tables))
    ]
    assert not problems, "\n".join(problems)


def test_what_is_nearly_the_same_would_be_told() -> None:
    texts = [
        ("glossary.json: a", "a cell of the blood that kills other cells"),
        ("glossary.json: b", "a cell of the blood that eats other cells"),
        ("glossary.json: c", "a sign that tumors of one kind have in common"),
        ("glossary.json: d", "A sign that tumors, of one kind, have in common!"),
        ("types.json: e", "a cell of the blood that kills other cells"),
    ]
    assert alike(texts) == [
        ("glossary.json: a", "glossary.json: b"),
        ("glossary.json: c", "glossary.json: d"),
    ]


def test_every_text_ends_as_a_sentence_does(tables: dict[str, Any]) -> None:
    problems = [
        f"{where}: end it with a stop" for where, text in prose(tables) if text and text[-1] not in ".!?"
    ]
    assert not problems, "\n".join(problems)


def test_every_text_begins_with_a_capital_or_a_name(tables: dict[str, Any]) -> None:
    problems = [
        f"{where}: begin it with a capital letter: {text[:40]!r}"
        for where, text in prose(tables)
        if re.match(r"[a-z]+[ ,]", text)
    ]
    assert not problems, "\n".join(problems)


ADVICE = re.compile(
    r"\b(you should|you must|you need to|we recommend|we advise|is recommended for you|"
    r"stop taking|do not take|take (this|your) (drug|medicine))\b",
    re.IGNORECASE,
)


def test_answers_describe_and_never_advise(tables: dict[str, Any]) -> None:
    problems = [
        f"{where}: describes, never advises; rewrite {ADVICE.search(text).group()!r}"  # type: ignore[union-attr]
        for where, text in prose(tables)
        if ADVICE.search(text)
    ]
    assert not problems, "\n".join(problems)


def test_a_definition_does_not_define_a_word_by_itself(tables: dict[str, Any]) -> None:
    problems = [
        f"glossary.json: {term['id']}: definition: says no more than the term itself"
        for term in tables["glossary"]
        if len(term["definition"].split()) < 5
    ]
    assert not problems, "\n".join(problems)


@pytest.mark.parametrize(("file", "least"), [("glossary", 250), ("faq", 42), ("immune_system", 18)])
def test_there_is_enough_to_read(file: str, least: int, tables: dict[str, Any]) -> None:
    assert len(tables[file]) >= least


def test_all_seventeen_questions_of_the_source_are_answered(tables: dict[str, Any]) -> None:
    asked = {question["from_source"] for question in tables["faq"] if question["from_source"]}
    assert len(asked) >= 17, "faq.json: from_source: each of the source's 17 questions needs an entry"


def test_every_question_has_other_ways_to_ask_it(tables: dict[str, Any]) -> None:
    problems = [
        f"faq.json: {question['id']}: asked_as: at least 5 ways in people's own words"
        for question in tables["faq"]
        if len(question["asked_as"]) < 5
    ]
    assert not problems, "\n".join(problems)
