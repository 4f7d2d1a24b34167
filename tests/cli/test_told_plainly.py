"""What is not as one expects is told where it is read: not sold, revoked, boxed, a day outside the record."""

from __future__ import annotations

import re

import pytest

from immunocli.text import warning_name
from tests.driver import Immuno

NOT_SOLD = {
    "therapies": ("therapies", "--target", "cd20"),
    "indications": ("indications", "--therapy", "arzerra"),
    "a cancer": ("show", "leukemia"),
    "a target": ("show", "cd20"),
    "timeline": ("timeline", "--target", "cd20"),
}


@pytest.mark.parametrize("form", ["table", "text", "md"])
@pytest.mark.parametrize("request_", NOT_SOLD.values(), ids=NOT_SOLD)
def test_what_is_licensed_but_not_sold_says_so(immuno: Immuno, request_: tuple[str, ...], form: str) -> None:
    shown = " ".join(immuno(*request_, "-f", form, env={"COLUMNS": "80"}).out.split())
    # Beside its name, or where nothing else is listed beside how it stands.
    assert re.search(r"ofatumumab (?:\(Arzerra\) )?\\?\(?not sold|ofatumumab.* current, not sold", shown), (
        shown
    )


def test_the_page_of_what_is_not_sold_says_so_in_its_first_line(immuno: Immuno) -> None:
    assert immuno("show", "levamisole", "-f", "text").lines[0] == "LEVAMISOLE (approved, not sold)"


def test_tsv_has_the_market_and_the_bare_name(immuno: Immuno) -> None:
    row = immuno("therapies", "--target", "cd20", "-c", "name,market").rows
    assert ["ofatumumab", "not-sold"] in row
    lanes = immuno("timeline", "--target", "cd20", "-f", "json").json["results"]
    assert {one["therapy"]: one["market"] for one in lanes}["ofatumumab"] == "not-sold"


def test_counts_say_how_many_are_not_sold(immuno: Immuno) -> None:
    found = immuno("matrix", "-f", "json").json
    notice = next(one for one in found["notices"] if one["code"] == "not-sold-counted")
    assert "levamisole" in notice["therapies"]
    sold = immuno("matrix", "--market", "sold", "-f", "json").json
    assert "not-sold-counted" not in [one["code"] for one in sold["notices"]]


@pytest.mark.parametrize("name", ["olaratumab", "interferon alfa-2b", "moxetumomab pasudotox"])
def test_a_revoked_license_is_told_by_one_rule(immuno: Immuno, name: str) -> None:
    page = immuno("show", name, "-f", "json").json["results"][0]
    assert (page["status"], page["license"]) == ("revoked", "revoked")
    text = immuno("show", name, "-f", "text").out
    assert text.splitlines()[0].endswith("(license revoked)") and "(no longer licensed)" in text
    listed = immuno("therapies", "--status", "any", "-c", "name,status").rows
    assert [name, "revoked"] in listed


OUTSIDE = {
    "changes --since 2027": "after the record's day",
    "therapies --since 2027": "after the record's day",
    "changes --until 2027": "after the record's day",
    "changes --since 2022 --until 2021": "no day lies between",
    "changes --since 1900 --until 1950": "before the record begins",
    "therapies --since 2019 --as-of 2018": "after the record's day",
}


@pytest.mark.parametrize("typed", OUTSIDE)
def test_a_day_outside_the_record_is_refused(immuno: Immuno, typed: str) -> None:
    found = immuno(*typed.split())
    assert (found.code, found.out) == (2, "") and OUTSIDE[typed] in found.err, found


def test_news_from_before_the_record_say_when_it_begins(immuno: Immuno) -> None:
    codes = [one["code"] for one in immuno("changes", "--since", "1900", "-f", "json").json["notices"]]
    assert "record-begins" in codes
    assert "record-begins" not in immuno("changes", "--since", "2020", "-f", "json").out


def test_boxed_warnings_are_a_filter_and_a_column(immuno: Immuno) -> None:
    boxed = immuno("therapies", "--type", "car t", "--boxed", "-f", "json").json["results"]
    assert boxed and all(one["boxed"] for one in boxed)
    everyone = immuno("therapies", "-f", "json").json["results"]
    with_box = {one["id"] for one in everyone if any(each["boxed"] for each in one["warnings"])}
    assert {one["id"] for one in immuno("therapies", "--boxed", "-f", "json").json["results"]} == with_box
    assert all(";" not in told for one in everyone for told in one["boxed"])


def test_a_column_of_warnings_tells_which_are_boxed(immuno: Immuno) -> None:
    rows = dict(immuno("therapies", "--type", "car t", "-c", "name,warnings").rows)
    told = rows["axicabtagene ciloleucel"].split(";")
    assert "cytokine-release (boxed)" in told and "infections-low-counts" in told


def test_a_sentence_about_boxed_warnings_is_the_listing(immuno: Immuno) -> None:
    asked, listed = immuno("which", "car", "t", "have", "boxed", "warnings"), ("therapies", "--type", "car t")
    assert asked.out == immuno(*listed, "--boxed").out and asked.err.startswith("read as: immuno therapies ")
    assert "boxed warning" in immuno("types", "car", "t", "-f", "text").out


@pytest.mark.parametrize(
    ("warning", "name"),
    [
        ("Cytokine release syndrome: fever and more.", "Cytokine release syndrome."),
        ("Prolia: low calcium in the blood, in people with bad kidneys most of all.", None),
        ("BCG is a live germ. It can spread from the bladder.", None),
        ("Reactions can be severe, some fatal; they are treated.", "Reactions can be severe, some fatal."),
    ],
)
def test_what_a_warning_is_about(warning: str, name: str | None) -> None:
    assert warning_name(warning) == (name or warning)


COMPARED = {
    "pd-1 inhibitor pd-l1 inhibitor": ["pd-1-inhibitor", "pd-l1-inhibitor"],
    "pd-1 pd-l1": ["pd-1-inhibitor", "pd-l1-inhibitor"],
    "axicabtagene ciloleucel kymriah": ["axicabtagene-ciloleucel", "tisagenlecleucel"],
    "checkpoint inhibitor and car t": ["checkpoint-inhibitor", "car-t-cell-therapy"],
    "keytruda vs opdivo": ["pembrolizumab", "nivolumab"],
}


@pytest.mark.parametrize("typed", COMPARED)
def test_names_that_are_compared_need_no_quotes(immuno: Immuno, typed: str) -> None:
    found = immuno("compare", *typed.split(), "--count")
    assert found.code == 0, found
    assert immuno("compare", *typed.split()).lines[0].split("\t")[1:] == COMPARED[typed]


def test_types_stand_side_by_side_with_their_drugs(immuno: Immuno) -> None:
    lines = immuno("compare", "pd-1", "pd-l1", "-f", "table", env={"COLUMNS": "80"}).lines
    assert lines[1].split("  ")[-1].strip() == "PD-L1 inhibitor"
    assert any(line.startswith("therapies ") and "atezolizumab" in line for line in lines)


def test_a_comparison_tells_side_effects_and_boxed_warnings(immuno: Immuno) -> None:
    both = immuno("compare", "opdivo", "yervoy", "-f", "text").out
    assert "\nside effects " in both and "no boxed warning" in both
    boxed = immuno("compare", "yescarta", "opdivo", "-f", "text").out
    assert "BOXED WARNING: axicabtagene ciloleucel: " in boxed and "nivolumab: none." in boxed


@pytest.mark.parametrize(
    ("typed", "meant"), [("pd-1", "PD-1 inhibitor"), ("pd1", "PD-1 inhibitor"), ("pd-l1", "PD-L1 inhibitor")]
)
def test_a_target_whose_blockers_are_a_type_is_that_type(immuno: Immuno, typed: str, meant: str) -> None:
    found = immuno("therapies", "--type", typed)
    assert found.code == 0
    assert found.out == immuno("therapies", "--type", meant).out


def test_another_target_asked_for_as_a_type_leads_on(immuno: Immuno) -> None:
    found = immuno("therapies", "--type", "cd19")
    assert found.code in (1, 3)
    assert "try: immuno therapies --target cd19" in found.err


def test_a_cancer_asked_for_is_told_in_the_words_of_that_day(immuno: Immuno) -> None:
    shown = immuno("show", "keytruda", "--cancer", "lung", "--as-of", "2019", "-f", "text").lines
    lung = shown.index("Approved for lung cancer, as of 2019-12-31")
    any_tumor = shown.index("Approved for any solid tumor with a marker, as of 2019-12-31")
    words = immuno(
        "indications",
        "--therapy",
        "keytruda",
        "--cancer",
        "lung",
        "--as-of",
        "2019",
        "-c",
        "summary",
        "--no-header",
    )
    assert len(words.rows) == sum(line.startswith("- ") for line in shown[lung:any_tumor])
    assert all(any(row[0] in line for line in shown) for row in words.rows)


def test_counts_of_any_tumor_are_the_same_on_the_page(immuno: Immuno) -> None:
    page = immuno("show", "melanoma", "-f", "text").out
    listed = immuno("therapies", "--cancer", "melanoma").err
    count = re.search(r"any solid tumor with a marker(?:, as of \S+)? \((\d+)\)", page)
    assert count and f"\n{count[1]} therapies approved for any solid tumor" in f"\n{listed}"


def test_what_is_cited_for_a_day_was_there_by_it(immuno: Immuno) -> None:
    every = {row[0]: row[3] for row in immuno("cite", "keytruda", "-f", "tsv", "--no-header").rows}
    then = immuno("cite", "keytruda", "--as-of", "2016", "-f", "tsv", "--no-header").rows
    assert then and all(not row[3] or row[3][:4] <= "2016" for row in then)
    assert {row[0] for row in then} < set(every)
    lung = immuno("cite", "keytruda", "--cancer", "lung", "--as-of", "2016", "-f", "tsv", "--no-header").rows
    assert {row[0] for row in lung} < {row[0] for row in then}


@pytest.mark.parametrize("style", ["ris", "bibtex", "csl-json"])
def test_no_title_of_a_citation_ends_in_dots(immuno: Immuno, style: str) -> None:
    assert "..." not in immuno("cite", "keytruda", "--style", style).out


def test_a_definition_that_is_kept_is_whole(immuno: Immuno) -> None:
    screen = immuno("define", "CRS", "-f", "table", env={"COLUMNS": "80"}).out
    assert "and 5 more" in screen and "síndrome" not in screen
    for words in (("--full", "-f", "table"), ("-f", "md")):
        whole = immuno("define", "CRS", *words, env={"COLUMNS": "80"}).out
        assert " more" not in whole.replace("once more", "") and "síndrome" in whole


@pytest.mark.parametrize("form", ["table", "text", "md"])
def test_people_read_names_and_not_ids(immuno: Immuno, form: str) -> None:
    shown = immuno("indications", "--biomarker", "msi-h-dmmr", "-f", form, env={"COLUMNS": "140"}).out
    assert "msi-h-dmmr" not in shown and "pd-1-inhibitor" not in shown
    chosen = immuno("indications", "--biomarker", "msi-h", "-c", "therapy,biomarkers", "-f", "table").out
    assert "msi-h-dmmr" not in chosen and "MSI-H/dMMR" in chosen


def test_a_boxed_warning_is_not_faint(immuno: Immuno) -> None:
    env = {"FORCE_COLOR": "1", "TERM": "xterm-256color", "COLUMNS": "80"}
    line = immuno("show", "yescarta", "-f", "table", env=env).lines[1]
    look = re.search(r"\x1b\[([\d;]*)mBOXED WARNING", line)
    style = look[1].split(";") if look else []
    assert style[:1] == ["1"] and "2" not in style and len(style) > 1, line  # bold, and in a color of its own


def test_what_notes_say_stands_in_json_too(small: Immuno) -> None:
    """What a string is, and what words were read as, is told to programs as it is to people."""
    found = small("resolve", "zzz", "pd-1", "benbralisumad", "keytruda", "-f", "json")
    told = [(one["code"], one["input"]) for one in found.json["notices"]]
    assert told == [("unknown", "zzz"), ("other-kind", "pd-1"), ("investigational", "benbralisumad")]
    assert [one["message"] for one in found.json["notices"]] == found.err.splitlines()
    lines = small("resolve", "zzz", "pd-1", "benbralisumad", "-f", "tsv")
    assert lines.err == found.err
    read = small("show", "melanoma", "keytruda", "-f", "json")
    assert [one["message"] for one in read.json["notices"] if one["code"] == "read-as"] == [
        "read as: immuno show Keytruda --cancer melanoma"
    ]
    assert read.err.count("read as:") == 1
