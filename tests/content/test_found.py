"""Whatever the data names can be found by that name, and by nothing else's."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from immunocli import Ambiguous, Catalogue, NotFound
from immunocli.found import Notice
from immunocli.names import around
from immunocli.names.cancer_sites import is_organ_alone
from immunocli.names.cancer_titles import is_unspecified
from immunocli.names.forms import normalize
from immunocli.names.lexicon import Lexicon
from immunocli.names.resolve import Resolver
from immunocli.store.bundled_data import BUNDLED
from immunocli.store.compiling import read
from immunocli.store.rules import names_of_therapy
from immunocli.store.typed_store import Store
from tests.choice import some

# Short forms alone are answered, and looked at by a person.
SHORT = ("abbreviation", "code", "combination")
# Of all ways to ask, so many have their own entry first; of those longer than three words, so many at all.
OWN_FIRST, OWN_AT_ALL = 0.97, 0.98
ALPHABET = "abcdefghijklmnopqrstuvwxyz"
FILES = {
    "therapy": ("therapies", "name"),
    "type": ("types", "name"),
    "target": ("targets", "name"),
    "cancer": ("cancers", "name"),
    "term": ("glossary", "term"),
    "faq": ("faq", "question"),
    "part": ("immune_system", "name"),
}


@pytest.fixture(scope="module")
def drugs(catalogue: Catalogue) -> Resolver:
    return catalogue.reader("therapy")


@pytest.fixture(scope="module")
def cancers(catalogue: Catalogue) -> Resolver:
    return catalogue.reader("cancer")


def test_every_name_of_a_cancer_resolves_to_it(tables: dict[str, Any], cancers: Resolver) -> None:
    problems = []
    roles = around.roles(tables["around"], "cancer")
    lexicon = Lexicon(Store(BUNDLED), "cancer")
    owners: dict[str, set[str]] = {}
    for cancer in tables["cancers"]:
        for code in (one for family in cancer["codes"].values() for one in family):
            owners.setdefault(normalize(code), set()).add(cancer["id"])
    for cancer in tables["cancers"]:
        codes = cancer["codes"]["oncotree"] + cancer["codes"]["tcga"] + cancer["codes"]["ncit"]
        names = [cancer["name"], *(alias["name"] for alias in cancer["aliases"]), *codes]
        for name in names:
            match = cancers.resolve(name)
            if match.id in owners.get(normalize(name), ()):
                continue  # one system's code is another's
            if cancer["id"] in match.ids and match.review == "yes" and match.match in SHORT:
                continue  # one short form of two cancers: both are told
            if name in codes and match.match in ("name", "synonym"):
                continue  # OncoTree's STOMACH holds the esophagus too, but that is not what people mean
            told: list[Any] = [
                [cancer["id"]],
                "synonym",
                name,
            ]  # a person should look at what is less than it
            alone = is_organ_alone(told, roles) or is_unspecified(told, lexicon)
            if match.ids != [cancer["id"]] or (
                match.review != "no" and match.match not in SHORT and not alone
            ):
                problems.append(f'{cancer["id"]}: "{name}" resolves to {match.ids} ({match.match})')
    assert not problems, "\n".join(problems)


def test_every_icd_10_prefix_leads_to_its_cancer(tables: dict[str, Any], cancers: Resolver) -> None:
    owners: dict[str, list[str]] = {}
    for cancer in tables["cancers"]:
        for code in cancer["codes"]["icd10"]:
            owners.setdefault(code.replace(".", ""), []).append(cancer["id"])
    shared = {code: ids for code, ids in owners.items() if len(ids) > 1}
    assert not shared, f"cancers.json: codes.icd10: each prefix belongs to one cancer: {shared}"
    dotted = {code: f"{code[:3]}.{code[3:]}".rstrip(".") for code in owners}
    wrong = {
        text: cancers.resolve(text).ids
        for code, text in dotted.items()
        if cancers.resolve(text).ids != owners[code]
    }
    assert not wrong, f"cancers.json: codes.icd10: these lead elsewhere: {wrong}"


def test_every_term_is_meant_by_any_of_its_names(tables: dict[str, Any], catalogue: Catalogue) -> None:
    """And defined: that is asked of one name of each, as it reads the whole record."""
    terms = catalogue.reader("term")
    problems = []
    for term in tables["glossary"]:
        names = [term["term"], *(alias["name"] for alias in term["aliases"])]
        meant = {name: terms.resolve(name).ids for name in names}
        meant[names[-1]] = [catalogue.define(names[-1]).id]
        problems += [
            f'glossary.json: {term["id"]}: "{name}" means {ids}'
            for name, ids in meant.items()
            if ids != [term["id"]]
        ]
    assert not problems, "\n".join(problems)


def test_no_stranger_resolves_to_one_of_ours(tables: dict[str, Any], drugs: Resolver) -> None:
    problems = [
        f'others.json: {group["id"]}: "{name}" resolves to {drugs.resolve(name).ids}'
        for group in tables["others"]
        for name in group["names"]
        if group["kind"] == "therapy" and drugs.resolve(name).ids
    ]
    assert not problems, "\n".join(problems)


def test_every_way_to_ask_finds_its_own_answer_first(tables: dict[str, Any], catalogue: Catalogue) -> None:
    """Sure or not, its own entry stands first, or a page of what it names, or the help for a crisis.

    Of thousands of ways one in six is asked.
    """
    problems, total = [], 0
    lost, long = [], 0
    for question in tables["faq"]:
        for asked in (question["question"], *some(question["asked_as"], 6)):
            total += 1
            found = catalogue.ask(asked)
            first = found[0].id if found else "something-else"  # what is of no other field finds nothing
            if len(asked.split()) > 3 and question["id"] != "something-else":
                long += 1
                if not any(one.id == question["id"] for one in found):
                    lost.append(asked)
            if first != question["id"] and not any(leads(notice) for notice in found.notices):
                problems.append(f'faq.json: {question["id"]}: asked_as: "{asked}" finds {first}; reword it')
    assert len(problems) <= total * (1 - OWN_FIRST), "\n".join(problems)
    assert len(lost) < long * (1 - OWN_AT_ALL), lost[:20]


def leads(notice: Notice) -> bool:
    return notice.code == "page" or (notice.code == "alarm" and bool(notice.counts["crisis"]))


@pytest.mark.parametrize("kind", FILES)
def test_search_finds_every_record_by_its_own_name_first(
    kind: str, tables: dict[str, Any], catalogue: Catalogue
) -> None:
    """Another kind's record of the very same name may come before it: PD-1 is a target and a term."""
    file, title = FILES[kind]
    problems = []
    for record in tables[file]:
        first = catalogue.search(record[title], limit=1)
        if [(hit.of, hit.id) for hit in first] == [(kind, record["id"])]:
            continue
        for hit in catalogue.search(record[title], limit=8):
            if (hit.of, hit.id) == (kind, record["id"]):
                break
            if hit.of == kind or not has_name(catalogue, hit.of, hit.id, record[title]):
                problems.append(
                    f"{file}.json: {record['id']}: a search for its name finds {hit['kind']} {hit.id}"
                )
                break
        else:
            problems.append(f"{file}.json: {record['id']}: a search for its name does not find it")
    assert not problems, "\n".join(problems)


def has_name(catalogue: Catalogue, kind: str, one: str, name: str) -> bool:
    if kind == "therapy":
        return one in catalogue.resolve(name).ids
    try:
        return one in [record["id"] for record in catalogue.vocabulary(kind, [name])]
    except (NotFound, Ambiguous):
        return False


def names_of_all() -> dict[str, list[str]]:
    """Return what every name in the data leads to, by its normal form."""
    tables = read(BUNDLED)
    found: dict[str, list[str]] = {}
    for therapy in tables["therapies"]:
        several = {one["name"]: one["contains"] for one in therapy["products"] if one["contains"]}
        for name in (therapy["id"], *names_of_therapy(therapy)):
            found[normalize(name)] = several.get(name, [therapy["id"]])
    for regimen in tables["regimens"]:
        for name in (regimen["name"], *regimen["aliases"]):
            found[normalize(name)] = regimen["therapies"]
    for group in tables["others"]:
        for name in group["names"]:
            found.setdefault(normalize(name), [])
    return found


@cache
def known() -> dict[str, list[str]]:
    """Return the same, read once and only when it is asked for."""
    return names_of_all()


@cache
def names() -> dict[str, str]:
    """Return the name of every therapy by its id."""
    return {one.id: one.name for one in Catalogue().therapies(status="any")}


OURS = st.deferred(lambda: st.sampled_from(sorted(plain for plain, ids in known().items() if ids)))
THERAPIES = st.deferred(lambda: st.sampled_from(sorted(names())))


@settings(max_examples=300, deadline=None)
@given(THERAPIES, st.data())
def test_one_changed_letter_never_makes_another_therapy(
    drugs: Resolver, one: str, data: st.DataObject
) -> None:
    name = names()[one]
    place = data.draw(st.integers(0, len(name) - 1))
    letter = data.draw(st.sampled_from(ALPHABET))
    # A letter is changed, put in, left out, or changes places with the next.
    middles = (letter + name[place + 1 :], letter + name[place:], name[place + 1 :])
    swapped = name[place : place + 2][::-1] + name[place + 2 :]
    slip = name[:place] + data.draw(st.sampled_from([*middles, swapped]))
    ids = drugs.resolve(slip).ids
    if normalize(slip) in known():
        assert ids == known()[normalize(slip)]
    else:
        assert ids in ([], [one])


@settings(max_examples=300, deadline=None)
@given(OURS, st.sampled_from(ALPHABET), st.data())
def test_one_changed_letter_of_any_name_is_never_taken_for_exact(
    drugs: Resolver, plain: str, letter: str, data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(plain) - 1))
    slip = plain[:place] + letter + plain[place + 1 :]
    match = drugs.resolve(slip)
    if normalize(slip) not in known() and match.match == "spelling":
        assert match.review == "yes"


SIGNS = ["", "™", "®", "©"]


@settings(max_examples=400, deadline=None)
@given(THERAPIES, st.booleans(), st.booleans(), st.sampled_from(SIGNS), st.data())
def test_case_accents_spaces_and_signs_change_nothing(
    drugs: Resolver, one: str, upper: bool, accents: bool, sign: str, data: st.DataObject
) -> None:
    name = names()[one]
    if accents:
        name = name.replace("a", "á").replace("e", "ë").replace("i", "î").replace("o", "ô")
    if upper:
        name = name.upper()
    name = name.replace(" ", data.draw(st.sampled_from([" ", "  ", "-", " "])))
    name = f"{data.draw(st.sampled_from(['', ' ', '  ']))}{name}{sign}{data.draw(st.sampled_from(['', ' ']))}"
    match = drugs.resolve(name)
    assert match.ids == [one]
    assert match.review == "no"


@settings(max_examples=300, deadline=None)
@given(OURS)
def test_resolving_is_idempotent(drugs: Resolver, plain: str) -> None:
    first = drugs.resolve(plain)
    for one in first.ids:
        again = drugs.resolve(one)
        assert again.ids == [one]
        assert drugs.resolve(again.name).ids == [one]


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=60))
def test_any_text_resolves_to_something_or_nothing(drugs: Resolver, text: str) -> None:
    match = drugs.resolve(text)
    assert set(match.ids) <= set(names())
    assert match.review in ("yes", "no")
    assert drugs.resolve(text) == match
