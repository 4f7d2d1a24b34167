"""What people met who had the help alone: columns without a name, declined questions, pictures."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.driver import Immuno

NEEDING = ("show", "compare", "define", "search", "resolve", "cite")


@pytest.mark.parametrize("command", NEEDING)
@pytest.mark.parametrize("asked", [("-c", "help"), ("--columns", "help"), ("--columns=help",)], ids=" ".join)
def test_columns_are_told_without_a_name(command: str, asked: tuple[str, ...], immuno: Immuno) -> None:
    found = immuno(command, *asked)
    assert found.code == 0 and found.err == "", found
    assert all(line.split(" ")[0].isidentifier() for line in found.lines)


def test_columns_of_a_table_are_told(immuno: Immuno) -> None:
    drugs, cancers = (
        immuno("annotate", "--add", "help"),
        immuno("annotate", "--kind", "cancer", "--add", "help"),
    )
    assert drugs.code == cancers.code == 0
    assert "unii" in drugs.out and "oncotree" in cancers.out and "unii" not in cancers.out


def test_a_name_that_is_help_is_still_a_name(immuno: Immuno) -> None:
    assert immuno("search", "help").rows[0] == ["kind", "id", "title", "snippet", "score"]


@pytest.mark.parametrize(
    "question",
    [
        "how do I bake bread", "which drug is best for me", "how long do I have to live",
        "should I take keytruda or opdivo", "what is my dose of keytruda",
    ],
)  # fmt: skip
def test_what_is_declined_is_marked_as_that(question: str, immuno: Immuno) -> None:
    found = immuno("faq", question, "--json")
    for record in found.json["results"] if found.code == 0 else ():
        told = [one for one in found.json["notices"] if one["code"] == "declined"]
        assert [one["id"] for one in told] == ([record["id"]] if record["sort"] == "decline" else [])
        assert immuno("faq", question, "-e").code == (record["sort"] == "decline")


def test_an_answer_is_not_marked_as_declined(immuno: Immuno) -> None:
    found = immuno("faq", "will I lose my hair", "--json", "-e")
    assert found.code == 0 and found.json["results"][0]["sort"] == "answer"
    assert "declined" not in [one["code"] for one in found.json["notices"]]


@pytest.mark.parametrize(
    "asked",
    [("faq", "will I lose my hair"), ("define", "CRS"), ("terms", "--limit", "1"), ("faq",)],
    ids=" ".join,
)
def test_addresses_are_a_column_of_answers_and_terms(asked: tuple[str, ...], immuno: Immuno) -> None:
    rows = immuno(*asked, "-c", "id,sources,urls").rows
    assert rows[0] == ["id", "sources", "urls"]
    assert all(bool(sources) <= bool(urls) or "http" in urls for _, sources, urls in rows[1:2])
    assert rows[1][2].startswith("http")


@pytest.mark.parametrize("command", ["timeline", "matrix", "compare"])
def test_help_tells_of_pictures(command: str, immuno: Immuno) -> None:
    told = " ".join(immuno("help", command).out.split())
    assert ".svg, .png or .pdf" in told and " -o " in told.partition("Usage:")[0]


@pytest.mark.parametrize("form", ["svg", "png", "pdf", "SVG"])
def test_a_picture_asked_for_as_a_format_is_told_how(form: str, immuno: Immuno) -> None:
    found = immuno("timeline", "-f", form)
    assert found.code == 2 and f"-o FILE.{form.lower()}" in found.err


@pytest.mark.parametrize("ending", ["xlsx", "xls", "ods", "numbers"])
@pytest.mark.parametrize("command", ["therapies", "matrix"])
def test_a_spreadsheet_is_advised_csv(command: str, ending: str, immuno: Immuno, tmp_path: Path) -> None:
    found = immuno(command, "-o", str(tmp_path / f"a.{ending}"))
    assert found.code == 2 and f"-o {command}.csv" in found.err


@pytest.mark.parametrize(
    "more", [("--type", "bispecific"), ("--target", "CD3", "--count"), ("--json",), ()], ids=" ".join
)
def test_what_may_be_meant_keeps_the_other_options(more: tuple[str, ...], immuno: Immuno) -> None:
    found = immuno("therapies", *more, "--boxed", "nervous system")
    assert found.code == 3 and found.out == ""
    for word in more:
        assert found.err.count(word.strip()) >= 2
    assert "--boxed-about" in found.err and "--boxed --cancer" in found.err


@pytest.mark.parametrize(
    "question",
    [
        "can I take my immunotherapy with a kidney transplant", "is my liver at risk from immunotherapy",
        "can immunotherapy hurt the thyroid gland", "my bladder burns since the infusion",
        "does immunotherapy harm the stomach lining", "do I need a breast scan before immunotherapy",
    ],
)  # fmt: skip
def test_an_organ_in_a_question_is_no_cancer(question: str, immuno: Immuno) -> None:
    found = immuno("faq", question, "--json")
    told = found.json["notices"] if found.out else []
    assert "cancer" not in [one.get("of") for one in told], found


@pytest.mark.parametrize(
    ("question", "cancer"),
    [
        ("does immunotherapy help with kidney cancer at all", "kidney"),
        ("will immunotherapy cure my melanoma", "melanoma"),
        ("what immunotherapy is there for kidney", "kidney"),
        ("is my NSCLC treated with immunotherapy before surgery", "nsclc"),
    ],
)
def test_a_cancer_in_a_question_still_leads_to_its_page(question: str, cancer: str, immuno: Immuno) -> None:
    found = immuno("faq", question)
    assert f"immuno show {cancer}" in found.out + found.err, found


def test_a_biosimilar_says_of_whose_product_it_is_one(immuno: Immuno) -> None:
    for name, first in (("truxima", "Rituxan"), ("mvasi", "Avastin"), ("ontruzant", "Herceptin")):
        told = immuno("show", name, "-f", "text").out
        assert f"is a biosimilar of {first}, which Genentech makes." in told and "; maker" not in told


def test_a_withdrawn_use_leads_to_what_that_means(immuno: Immuno) -> None:
    told = immuno("show", "tecentriq", "--cancer", "bladder", "-f", "text").out
    assert "immuno faq approval-withdrawn" in told and "narrowed; before: " in told


def test_an_edition_is_cited_with_its_version_and_day(immuno: Immuno) -> None:
    told = immuno("cite", "--edition", "--style", "bibtex").out
    edition = immuno("types", "--json").json
    assert f"version = {{{edition['edition']}}}" in told and edition["as_of"] in told
