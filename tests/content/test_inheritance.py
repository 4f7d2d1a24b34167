"""An approval for a cancer holds for its forms, or the use says what it excludes."""

from __future__ import annotations

import re
from typing import Any

import pytest

from immunocli.catalogue import Catalogue
from immunocli.records import status_on_day
from immunocli.records.relation import cuts_across, fits, relation
from immunocli.records.values import ANY_TUMOR
from immunocli.store.bundled_data import BUNDLED
from immunocli.store.compiling import read
from immunocli.store.roll_up import AGNOSTIC, Links, Tree

WORD = re.compile(r"[a-z0-9]+")


@pytest.fixture(scope="module")
def tables() -> dict[str, Any]:
    return read(BUNDLED)


@pytest.fixture(scope="module")
def links(tables: dict[str, Any]) -> Links:
    return Links(tables, Tree(tables["cancers"]), Tree(tables["types"]))


def excluded(links: Links, cancer: str, use: dict[str, Any]) -> bool:
    """Say whether what the use requires, rules out or is licensed for leaves a form of its cancer out."""
    record = links.cancers.record
    nodes = (cancer, *links.cancers.above(cancer))
    has = {marker for one in nodes for marker in record[one]["has"]}
    lacks = {marker for one in nodes for marker in record[one]["lacks"]}
    children = any(record[one]["population"] == "pediatric" for one in nodes)
    named = use["cancer"]
    required = {*use["biomarkers"], *record[named]["has"]}
    ruled_out = {*use["excludes"], *record[named]["lacks"]}
    return bool(
        required & lacks
        or ruled_out & has
        or ruled_out & set(nodes)
        or (children and use["population"] == "adult")
    )


def test_every_approval_walks_down_the_tree(tables: dict[str, Any], links: Links) -> None:
    """For each node below the cancer that a use names, the use is told, or it says what it excludes."""
    walked = 0
    agnostic = links.cancers.below(AGNOSTIC)
    for named, uses in links.current.items():
        for cancer in links.cancers.below(named)[1:]:
            scope = links.scope(cancer)
            for use in uses:
                told = relation(scope, cancer, use, agnostic)
                left_out = excluded(links, cancer, use)
                assert (told is None) == left_out or told == ANY_TUMOR, (
                    f"{use['id']} is for {named}: it {'is' if told else 'is not'} told for {cancer}; "
                    "write what it excludes, or move the cancer in cancers.json"
                )
                walked += 1
    assert walked > 1_000


def test_a_therapy_is_treating_what_its_uses_say(tables: dict[str, Any], links: Links) -> None:
    """The counts of every cancer hold each therapy with a use for it, a form of it, or a wider cancer."""
    for cancer in links.cancers.record:
        scope = links.scope(cancer)
        wanted = {use["therapy"] for one in scope["below"] for use in links.current[one]}
        wanted |= {
            use["therapy"]
            for one in scope["above"]
            for use in links.current[one]
            if fits(scope, use) and not cuts_across(scope, use)
        }
        for one, forms in scope["crossing"].items():
            wanted |= {u["therapy"] for u in links.current[one] if any(fits(form, u) for form in forms)}
        assert set(links.treating(cancer)) == wanted


# A narrow cancer, a therapy, and whether the label's uses hold for it.
PAIRS = [
    ("rectal", "bevacizumab", True),
    ("rectal", "blinatumomab", False),
    ("lung-adenocarcinoma", "cemiplimab", True),
    ("egfr-mutated-nsclc", "cemiplimab", False),
    ("egfr-mutated-nsclc", "amivantamab", True),
    ("her2-negative-breast", "trastuzumab", False),
    ("her2-positive-breast", "trastuzumab", True),
    ("breast-lobular", "trastuzumab", True),
    ("triple-negative-breast", "pertuzumab", False),
    ("melanoma-in-situ", "pembrolizumab", False),
    ("uveal-melanoma", "tebentafusp", True),
    ("platinum-sensitive-ovarian", "mirvetuximab-soravtansine", False),
    ("childhood-all", "tisagenlecleucel", True),
    ("primary-cns-lymphoma", "tisagenlecleucel", False),
    ("primary-cns-lymphoma", "axicabtagene-ciloleucel", True),
    ("leg-type-lymphoma", "tisagenlecleucel", True),
    ("transformed-follicular-lymphoma", "lisocabtagene-maraleucel", True),
    ("transformed-follicular-lymphoma", "polatuzumab-vedotin", False),
]


@pytest.mark.parametrize(("cancer", "therapy", "holds"), PAIRS)
def test_a_narrow_cancer_has_what_its_label_allows(
    links: Links, cancer: str, therapy: str, holds: bool
) -> None:
    if cancer not in links.cancers.record:
        pytest.fail(f"no cancer {cancer} in cancers.json")
    assert (therapy in links.treating(cancer)) is holds


# Cancers that words name without being for them: what another cancer came from or goes with.
BESIDE = {
    ("glofitamab", "follicular-lymphoma"),
    ("pembrolizumab", "hepatitis-b-infection"),
    ("denosumab", "tumor-agnostic"),
    ("human-papillomavirus-bivalent-vaccine", "carcinoma-in-situ"),
    ("nadofaragene-firadenovec", "carcinoma-in-situ"),
    ("nogapendekin-alfa-inbakicept", "carcinoma-in-situ"),
    ("pembrolizumab", "carcinoma-in-situ"),
}


def test_who_asks_for_a_cancer_that_the_words_name_gets_the_therapy(
    tables: dict[str, Any], links: Links
) -> None:
    """The longest names in the words of each use of today, up to a "not for", lead to its therapy."""
    names: dict[tuple[str, ...], str] = {}
    for cancer in tables["cancers"]:
        for name in (cancer["name"], *(alias["name"] for alias in cancer["aliases"])):
            words = tuple(WORD.findall(name.lower()))
            if len("".join(words)) >= 5:
                names.setdefault(words, cancer["id"])
    asked = set()
    for use in [use for uses in list(links.current.values()) for use in uses]:
        words = tuple(WORD.findall(use["summary"].lower().split("; not")[0]))
        at = 0
        while at < len(words):
            longest = next((end for end in range(at + 9, at, -1) if words[at:end] in names), at + 1)
            if found := names.get(words[at:longest]):
                asked.add((use["therapy"], found))
            at = longest
    assert len(asked) > 250
    assert {(one, each) for one, each in asked if one not in links.treating(each)} == BESIDE


def test_a_lymphoma_that_arose_from_another_is_told_of_where_the_words_name_it(links: Links) -> None:
    """ "or from follicular lymphoma" is no remark: who asks for that lymphoma gets the use."""
    named = re.compile(r"\bfrom (an? )?(follicular|indolent|low-grade)\b")
    asked = {
        use["therapy"] for uses in links.current.values() for use in uses if named.search(use["summary"])
    }
    assert len(asked) >= 7
    assert asked <= set(links.treating("transformed-follicular-lymphoma"))


def test_what_is_no_cancer_yet_inherits_nothing(links: Links) -> None:
    """In situ stands under no cancer whose approvals leave it out; those of the bladder name it."""
    for one, record in links.cancers.record.items():
        if "in situ" in record["name"]:
            above = links.cancers.above(one)
            assert not [
                up
                for up in above
                if up in links.current and up not in ("precancer", "noncancer", "non-muscle-invasive-bladder")
            ], f"{one}: stands under {above}; an approval for those does not hold for it"


def test_the_fold_leaves_no_later_date_in_any_use(tables: dict[str, Any]) -> None:
    """On the eve of each event, the use is told without it."""
    for therapy in tables["therapies"]:
        for use in therapy["indications"]:
            whole = {**use, "therapy": therapy["id"]}
            for earlier, later in zip(use["events"], use["events"][1:], strict=False):
                if len(later["date"]) < 10 or earlier["date"] == later["date"]:
                    continue
                day = (
                    earlier["date"] + "-28"[: 10 - len(earlier["date"])]
                    if len(earlier["date"]) == 7
                    else earlier["date"]
                )
                if len(day) < 10 or day >= later["date"]:
                    continue
                told = status_on_day.use_on(whole, day, None)
                assert told is not None
                assert later["date"] not in map(str, told.values()), f"{use['id']}: {later['date']} on {day}"


def test_the_name_of_a_cancer_tells_no_biomarker_that_is_a_cancer(catalogue: Catalogue) -> None:
    """ "primary mediastinal B-cell lymphoma" says nothing of primary lymphoma of the brain."""
    labels = catalogue.labels()
    for one, name in catalogue.titles("cancer").items():
        told = labels.cell(name).told
        cancers = [each for each in (*told.having, *told.lacking) if catalogue.title("cancer", each)]
        assert not cancers, f"{one}: {name!r} is read as a cancer with {cancers}"
    (found,) = catalogue.on_label("lisocabtagene maraleucel", "primary mediastinal B-cell lymphoma")
    assert (found.on_label, found.use_status) == ("yes", "current")


def test_kinds_that_a_label_names_beside_their_group_have_uses_of_their_own(links: Links) -> None:
    for therapy in read(BUNDLED)["therapies"]:
        uses = [(use["events"][0]["date"], use) for use in therapy["indications"]]
        for day, use in uses:
            notes = use["notes"] or ""
            near = [one["cancer"] for other, one in uses if other == day and one is not use]
            if "names kinds of it" in notes:
                assert any(use["cancer"] in links.cancers.above(one) for one in near), use["id"]
            if found := re.search(r"as a kind of ([\w -]+), which has a row of its own", notes):
                groups = [
                    one for one in near if links.cancers.record[one]["name"].casefold() == found[1].casefold()
                ]
                assert any(one in links.cancers.above(use["cancer"]) for one in groups), use["id"]
