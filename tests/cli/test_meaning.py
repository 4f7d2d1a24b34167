"""No answer can be read as saying more than the record: ends, days, relations, names that look alike."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.cli.asked import FORMATS, HUMAN, MACHINE, REQUESTS
from tests.driver import Immuno

# Uses of the small data that are no longer in force: words of them, and the word that must be told.
ENDED = {
    "Metastatic small cell lung cancer after chemotherapy": ("withdrawn", "2021-03-30"),
    "Soft tissue sarcoma, with doxorubicin": ("withdrawn", "2020-02-25"),
    "Melanoma that grew after ipilimumab": ("replaced", "2016-01-23"),
    "Melanoma after surgery, with a high risk to come back": ("revoked", None),
    "Melanoma after surgery with cancer in lymph nodes": ("revoked", "2019-12-31"),
}
every_format = pytest.mark.parametrize("form", FORMATS)


def wide(immuno: Immuno, *words: str, form: str) -> str:
    """Return an answer on a screen so wide that no line of it is folded."""
    found = immuno(*words, "--format", form, env={"COLUMNS": "900"})
    assert found.code == 0, found
    return found.out


def ids(immuno: Immuno, *words: str) -> list[str]:
    """Return the ids of an answer."""
    found = immuno(*words, "-f", "json")
    assert found.code == 0, found
    return [row["id"] for row in found.json["results"]]


@every_format
def test_an_ended_use_never_stands_without_the_word(small: Immuno, today: str, form: str) -> None:
    for asked, (request, _) in REQUESTS.items():
        if "--source" in request or asked in ("changes", "a past day"):
            continue  # what a list says, what an event of that day said
        out = wide(small, *request, form=form)
        for line in out.replace("{", "\n{").splitlines():
            for words, (status, _) in ENDED.items():
                # An event says the wording of its day; the use around it says how it stands.
                if words in line and '"says"' not in line and '"summary"' not in line[:12]:
                    assert status in line.lower(), (asked, line)


@every_format
@pytest.mark.parametrize("words", ["metastatic small cell lung", "doxorubicin", "after surgery high risk"])
def test_a_snippet_of_an_ended_use_says_so(small: Immuno, today: str, words: str, form: str) -> None:
    for line in wide(small, "search", words, form=form).splitlines():
        for said, (status, _) in ENDED.items():
            if said[-18:] in line:
                assert status in line.lower(), line


@every_format
def test_an_ended_use_is_not_among_the_current(small: Immuno, today: str, form: str) -> None:
    out = wide(small, "indications", form=form)
    assert "olaratumab" not in out and not any(words in out for words in ENDED)
    for words in (("therapies",), ("matrix",), ("therapies", "--cancer", "sarcoma")):
        out = wide(small, *words, form=form)
        assert "olaratumab" not in out and "interferon" not in out, words


def test_the_end_of_every_use_is_told_with_its_day(small: Immuno) -> None:
    rows = small("indications", "--status", "any", "-f", "json").json["results"]
    told = {row["summary"]: (row["status"], row["ended"]) for row in rows}
    assert {words: told[words] for words in ENDED} == ENDED
    assert small("indications", "--status", "past", "--count").out == "7\n"
    (replaced,) = [row for row in rows if row["status"] == "replaced"]
    assert replaced["replaced_by"] == "nivolumab-melanoma-2016"


def test_what_is_hidden_is_counted(small: Immuno) -> None:
    answer = small("therapies", "--cancer", "lung", "-f", "json").json
    told = {one["code"]: one.get("count") for one in answer["notices"]}
    assert (told["past-not-shown"], told["any-tumor-not-shown"]) == (1, 1)
    assert "--status any" in small("therapies", "--cancer", "lung").err
    assert "--agnostic" in small("therapies", "--cancer", "lung").err


def test_the_status_is_that_of_the_uses_asked_for(small: Immuno) -> None:
    """Pembrolizumab is approved, but not for small cell lung cancer."""

    def told(*words: str) -> list[tuple[str, str]]:
        return [(row["id"], row["status"]) for row in small(*words, "-f", "json").json["results"]]

    assert told("therapies", "--cancer", "sclc", "--status", "any") == [("pembrolizumab", "withdrawn")]
    assert told("therapies", "--cancer", "lung", "--source", "cri-2022") == [
        ("pembrolizumab", "withdrawn"),
        ("racotumomab", "never-approved"),
    ]
    assert told("therapies", "--status", "past") == [
        ("interferon-alfa-2b", "revoked"),
        ("nivolumab", "withdrawn"),
        ("olaratumab", "revoked"),
        ("peginterferon-alfa-2b", "revoked"),
        ("pembrolizumab", "withdrawn"),
    ]
    assert dict(told("therapies", "--status", "any"))["racotumomab"] == "never-approved"


@pytest.mark.parametrize("word", ["approved", "active", "Current"])
def test_other_words_for_current_are_taken(small: Immuno, word: str) -> None:
    assert small("therapies", "--status", word).out == small("therapies", "--status", "current").out


def test_license_and_market_are_two_things(small: Immuno) -> None:
    def told(name: str) -> tuple[str, str, str]:
        (row,) = small("show", name, "-f", "json").json["results"]
        return row["status"], row["license"], row["market"]

    assert told("campath") == ("approved", "in-force", "not-sold")
    assert told("intron a") == ("revoked", "revoked", "not-sold")
    assert told("sylatron") == ("revoked", "revoked", "not-sold")
    assert told("keytruda") == ("approved", "in-force", "sold")
    assert told("racotumomab") == ("never-approved", "never", "not-sold")
    assert ids(small, "therapies", "--market", "not-sold") == ["alemtuzumab"]
    assert "alemtuzumab" not in ids(small, "therapies", "--market", "sold")
    notices = small("therapies", "--market", "sold", "-f", "json").json["notices"]
    assert ("market-not-shown", 1) in [(one["code"], one.get("count")) for one in notices]


def test_an_unknown_end_never_reads_as_ended_always(small: Immuno) -> None:
    """Nobody knows the day on which Intron A lost its license: in June 2015 it had one, in May 2025 it had none."""

    def told(*day: str) -> tuple[bool, bool]:
        found = small("therapies", *day, "-f", "json").json
        unknown = [one["therapies"] for one in found["notices"] if one["code"] == "license-not-known"]
        one = "interferon-alfa-2b"
        return one in [row["id"] for row in found["results"]], any(one in names for names in unknown)

    assert told("--as-of", "2015-06-12") == (True, False)
    for day in ("2015-06-13", "2020", "2025-04"):
        assert told("--as-of", day) == (False, True)
    assert told("--as-of", "2025-05") == told("--as-of", "2026-01-14") == told() == (False, False)
    (row,) = small("indications", "--cancer", "hairy cell leukemia", "--status", "any", "-f", "json").json[
        "results"
    ]
    assert (row["status"], row["ended"]) == ("revoked", None)


def test_a_use_stands_as_on_its_day(small: Immuno) -> None:
    def on(day: str, *more: str) -> list[tuple[str, str | None]]:
        asked = ("indications", "--exact", *more, "--as-of", day, "--status", "any", "-f", "json")
        return [(row["status"], row["ended"]) for row in small(*asked).json["results"]]

    sclc = ("--cancer", "sclc")
    assert on("2019-06-16", *sclc) == []
    assert on("2019-06-17", *sclc) == on("2021-03-29", *sclc) == on("2021-02", *sclc) == [("current", None)]
    assert on("2021-03-30", *sclc) == on("2021", *sclc) == on("2026", *sclc) == [("withdrawn", "2021-03-30")]
    bladder = ("--cancer", "bladder", "--therapy", "nivolumab")
    assert on("2020", *bladder) == [("current", None)]
    assert on("2021", *bladder) == on("2024-03-05", *bladder) == [("withdrawn", "2021")]
    assert on("2024-03-06", *bladder) == [("current", None)]


def test_a_label_is_told_in_the_words_of_its_day(small: Immuno) -> None:
    def on(day: str) -> tuple[Any, ...]:
        asked = ("indications", "--cancer", "stomach", "--therapy", "keytruda", "--as-of", day, "-f", "json")
        (row,) = small(*asked).json["results"]
        return row["summary"], row["biomarkers"], row["excludes"]

    before, after = on("2025-05-21"), on("2025-05-22")
    assert "PD-L1" not in before[0] and before[1:] == ([], ["her2-positive"])
    assert "PD-L1" in after[0] and after[1:] == (["pd-l1-positive"], ["her2-positive"])
    wording = small("indications", "--cancer", "nsclc", "--as-of", "2015-10-08", "-c", "summary").lines[1]
    assert wording.startswith("Squamous")
    assert not small("indications", "--cancer", "nsclc", "-c", "summary").lines[1].startswith("Squamous")


def test_the_returned_use_says_what_it_says_now(small: Immuno) -> None:
    asked = ("indications", "--therapy", "nivolumab", "--cancer", "bladder", "--exact", "-f", "json")
    (row,) = small(*asked).json["results"]
    assert (row["approved"], row["approval"], row["converted"], row["line"]) == (
        "2017-02-02", "regular", None, "first",
    )  # fmt: skip
    assert row["with"] == [["cisplatin"], ["gemcitabine"]]


@pytest.mark.parametrize("form", HUMAN)
def test_the_day_asked_about_is_the_day_told(small: Immuno, today: str, form: str) -> None:
    asked = ("therapies", "--as-of", "2021-02")
    assert "as of 2021-02-28, sources read" in wide(small, *asked, form=form)
    assert small(*asked, "-f", "json").json["as_of"] == "2021-02-28"
    assert small("therapies", "--as-of", "2026", "-f", "json").json["as_of"] == "2026-01-15"


def test_the_disclaimer_is_never_in_machine_formats(small: Immuno) -> None:
    for asked, _ in REQUESTS.values():
        for form in MACHINE:
            assert "not medical advice" not in small(*asked, "--format", form).out


@pytest.mark.parametrize("words", [("--count",), ("-c", "id"), ("--no-header", "-f", "csv")])
def test_machine_answers_are_bare_and_json_still_has_the_day(small: Immuno, words: tuple[str, ...]) -> None:
    assert "advice" not in small("therapies", *words).out
    assert small("therapies", "-f", "json", "-c", "id").json["as_of"] == "2026-01-15"


# Names that look alike


@pytest.mark.parametrize(
    "name", ["keytrudo", "pembrolizumabb", "pembrolizumb", "Kymria", "Lartruv", "CTL-091", "interferon alfa"]
)
def test_a_name_that_is_only_near_is_asked_about(small: Immuno, name: str) -> None:
    for words in (("show", name), ("cite", name), ("indications", "--therapy", name)):
        found = small(*words)
        assert found.code in (1, 3) and found.out == "", found
    assert small("compare", name, "bcg").code in (1, 3)


def test_resolving_a_near_name_asks_for_review(small: Immuno) -> None:
    rows = small("resolve", "pembrolizmab", "-f", "json").json["results"]
    assert [(row["id"], row["match"], row["review"]) for row in rows] == [
        ("pembrolizumab", "spelling", "yes")
    ]


def test_three_slips_with_a_rival_at_four_are_no_answer_without_review(small: Immuno) -> None:
    """A drug that is not ours is nearly as near."""
    row = small("resolve", "penbrolisumob", "-f", "json").json["results"][0]
    assert row["id"] in ("", "pembrolizumab") and (not row["id"] or row["review"] == "yes")
    for name in ("benbralisumat", "banbralisumad", "bembralisumad"):
        assert small("resolve", name, "-f", "json").json["results"][0]["id"] == "", name


@pytest.mark.parametrize("name", ["olaparib", "olaparip", "Olaparib 300 mg", "olaparab", "benbralisumad"])
def test_what_is_none_of_ours_resolves_to_nothing(small: Immuno, name: str) -> None:
    row = small("resolve", name, "-f", "json").json["results"][0]
    assert (row["id"], row["match"], row["name"]) == ("", "", "")
    assert small("show", name).code in (1, 3)


@pytest.mark.parametrize("name", ["pem", "ke", "a", "1", "mab", "anti", "cel", "keytru", "alfa-2b"])
def test_a_fragment_is_no_name(small: Immuno, name: str) -> None:
    assert small("show", name).code in (1, 3)
    assert small("resolve", name, "-f", "json").json["results"][0]["id"] == ""


@pytest.mark.parametrize(
    ("name", "parent"),
    [
        ("trastuzumab deruxtecan", "trastuzumab"),
        ("ado-trastuzumab emtansine", "trastuzumab"),
        ("infliximab", "rituximab"),
        ("ibritumomab tiuxetan", "rituximab"),
    ],
)
def test_a_relative_is_never_taken_for_its_parent(immuno: Immuno, name: str, parent: str) -> None:
    found = immuno("show", name, "-f", "jsonl")
    assert parent not in [json.loads(line)["id"] for line in found.lines]
    assert parent not in immuno("resolve", name, "-f", "json").json["results"][0]["id"].split(";")


def test_a_name_of_two_is_no_name_of_one(small: Immuno) -> None:
    found = small("show", "pembro-bcg")
    assert found.code == 0 and "BCG LIVE" in found.out and "PEMBROLIZUMAB" in found.out
    row: dict[str, Any] = small("resolve", "lartruvo + keytruda", "-f", "json").json["results"][0]
    assert row["id"].split(";") == ["olaratumab", "pembrolizumab"] and row["match"] == "combination"
    assert row["ids"] == ["olaratumab", "pembrolizumab"]


def test_a_product_of_two_is_known_to_be_one(small: Immuno) -> None:
    row = small("resolve", "Opdualag", "-f", "json").json["results"][0]
    assert row["ids"] == ["nivolumab", "relatlimab"] and row["review"] == "no"
    page = small("show", "opdualag")
    assert page.code == 0 and "nivolumab" in page.out and "relatlimab" in page.out.lower()
    assert small("cite", "opdualag").code == 0


def test_the_match_tells_what_sort_of_name_it_was(small: Immuno) -> None:
    told = {
        "pembrolizumab": "name", "Keytruda": "brand", "TheraCys": "former-brand", "MK-3475": "code",
        "OncoTICE": "brand", "IFN-α2b": "abbreviation", "Campath-1H": "synonym",
        "lambrolizumab": "synonym", "NIVO+RELA": "combination", "pembrolizmab": "spelling", "nothing": "",
    }  # fmt: skip
    rows = small("resolve", *told, "-f", "json").json["results"]
    assert {row["input"]: row["match"] for row in rows} == told
