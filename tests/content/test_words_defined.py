"""Every specialist word that our prose uses is defined in the glossary.

A word is plain when plain_words.txt has it (add one there only if a fourteen-year-old knows it),
and ours when a therapy or a partner drug is called so; every other word, or the phrase that it
stands in, is a headword or an alias of the glossary.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from immunocli import Ambiguous, Catalogue, NotFound
from immunocli.names.forms import normalize
from immunocli.store.rules import names_of_therapy
from immunocli.words.stems import split, stem

# Phrases, as stems, by their first; the longest first.
Phrases = dict[str, list[tuple[str, ...]]]
PLAIN = Path(__file__).with_name("plain_words.txt")

# The specialist words of the source document.
OF_THE_SOURCE = """
    adaptive immunity | adjuvant | adoptive cell transfer | agonist | antagonist | antibody |
    antibody-drug conjugate | antigen | antigen presentation | appendix | autoimmune disease | B cell |
    bacillus Calmette-Guerin | BiTE | biologic therapy | biological response modifier | biomarker |
    biotherapy | bispecific antibody | bone marrow | cancer immunology | cancer vaccine | CAR |
    CAR T cell therapy | CD4 | CD8 | checkpoint inhibitor | chemotherapy | chimeric antigen receptor |
    clinical trial | cytokine | dendritic cell | durable response | FDA | first-line | fatigue |
    gene therapy | genetic engineering | GM-CSF | helper T cell | hepatitis B | HIV | HPV | immune system |
    immunomemory | immunomodulator | immunosurveillance | immunotherapy | inflammation | interferon |
    interleukin | killer T cell | leukemia | lymph node | lymphoma | macrophage | melanoma |
    Merkel cell carcinoma | mesothelioma | metastasize | microbiome | monoclonal antibody | MSI-H |
    multiple myeloma | natural killer cell | nausea | neuroblastoma | oncologist | oncolytic virus |
    overall survival | PD-1 | PD-L1 | platelet | preventive vaccine | pseudoprogression | radiation |
    receptor | recurrence | red blood cell | regression | regulatory T cell | remission | sarcoma |
    skin rash | spleen | standard of care | stem cell | T cell | targeted antibody | targeted therapy |
    thymus | TMB-H | tonsils | tumor | tumor-associated antigen | tumor-infiltrating lymphocyte | vitiligo |
    white blood cell | basal cell carcinoma | squamous cell carcinoma | tenosynovial giant cell tumor |
    gastroesophageal junction | surgery | pediatric | combination therapy | pathogen | protein | gene
"""  # fmt: skip

# Settings whose name in the data is not a word that people use.
SETTINGS = {
    "any": [],
    "early": ["early-stage"],
    "advanced-metastatic": ["advanced", "metastatic"],
    "supportive": ["supportive care"],
}


def prose(tables: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for term in tables["glossary"]:
        yield f"glossary.json: {term['id']}: definition", term["definition"]
    for question in tables["faq"]:
        yield f"faq.json: {question['id']}: question", question["question"]
        yield f"faq.json: {question['id']}: answer", " ".join(question["answer"])
    for kind in tables["types"]:
        effects = kind["side_effects"]
        lists = effects["typical"] + [effects["note"] or ""]
        yield f"types.json: {kind['id']}: definition", kind["definition"] or ""
        yield f"types.json: {kind['id']}: mechanism", kind["mechanism"]
        yield f"types.json: {kind['id']}: side_effects", " . ".join(lists)
    for target in tables["targets"]:
        yield f"targets.json: {target['id']}: description", target["description"] or ""
    for part in tables["immune_system"]:
        yield (
            f"immune_system.json: {part['id']}: role",
            " . ".join([part["role"] or "", *part["side_effects"]]),
        )
    for therapy in tables["therapies"]:
        yield f"therapies.json: {therapy['id']}: mechanism", therapy["mechanism"]
        for warning in therapy["warnings"]:
            yield f"therapies.json: {therapy['id']}: {warning['id']}: text", warning["text"]
        for row in therapy["indications"]:
            for event in row["events"]:
                yield (
                    f"therapies.json: {therapy['id']}: {row['id']}: summary",
                    event["says"].get("summary", ""),
                )
    for sign in tables["signs"]:
        yield f"signs.json: {sign['id']}: text", sign["text"]


@pytest.fixture(scope="module")
def phrases(tables: dict[str, Any]) -> Phrases:
    """Whatever is a word of its own: glossary, cancers, targets and types, as stems."""
    names = [name for term in tables["glossary"] for name in _names(term)]
    for file in ("targets", "types"):
        names += [name for record in tables[file] for name in (record["name"], *record["aliases"])]
    names += [name for c in tables["cancers"] for name in (c["name"], *(a["name"] for a in c["aliases"]))]
    found: Phrases = {}
    for phrase in sorted({tuple(map(stem, split(name))) for name in names}, key=len, reverse=True):
        found.setdefault(phrase[0], []).append(phrase)
    return found


@pytest.fixture(scope="module")
def plain(tables: dict[str, Any]) -> set[str]:
    """Words that need no definition: everyday ones, and names of drugs."""
    lines = PLAIN.read_text(encoding="utf-8").splitlines()
    words = [word for line in lines if not line.startswith("#") for word in line.split()]
    for therapy in tables["therapies"]:
        words += [word for name in names_of_therapy(therapy) for word in split(name)]
        words += [word for name in _partners(therapy) for word in split(name)]
    words += [w for regimen in tables["regimens"] for name in regimen["partners"] for w in split(name)]
    return {stem(word) for word in words}


def _names(term: dict[str, Any]) -> list[str]:
    return [term["id"], term["term"], *(alias["name"] for alias in term["aliases"])]


def _partners(therapy: dict[str, Any]) -> set[str]:
    events = [event for use in therapy["indications"] for event in use["events"]]
    return {name for event in events for group in event["says"].get("with", ()) for name in group}


def strange_words(text: str, phrases: Phrases, plain: set[str]) -> list[str]:
    """Return the words of `text` that are neither plain nor part of a defined phrase."""
    words = split(text)
    stems = tuple(map(stem, words))
    found, place = [], 0
    while place < len(stems):
        for phrase in phrases.get(stems[place], ()):
            if stems[place : place + len(phrase)] == phrase:
                place += len(phrase)
                break
        else:
            if not words[place].isdigit() and len(words[place]) > 1 and stems[place] not in plain:
                found.append(words[place])
            place += 1
    return found


def test_every_specialist_word_is_defined(tables: dict[str, Any], phrases: Phrases, plain: set[str]) -> None:
    places: dict[str, list[str]] = {}
    for where, text in prose(tables):
        for word in strange_words(text, phrases, plain):
            places.setdefault(word, []).append(where)
    problems = [
        f'"{word}" is no plain word: define it in glossary.json, or use a plainer one in {"; ".join(at[:3])}'
        for word, at in sorted(places.items())
    ]
    assert not problems, "\n".join(problems)


def test_the_plain_words_are_in_order_and_no_terms(tables: dict[str, Any]) -> None:
    lines = PLAIN.read_text(encoding="utf-8").splitlines()
    words = [line for line in lines if not line.startswith("#")]
    assert words == sorted(set(words)), "plain_words.txt: sort it, each word once"


@pytest.mark.parametrize("word", [word.strip() for word in OF_THE_SOURCE.split("|")])
def test_every_specialist_word_of_the_source_is_defined(word: str, catalogue: Catalogue) -> None:
    try:
        assert catalogue.define(word).definition
    except (Ambiguous, NotFound):
        pytest.fail(f'glossary.json: define "{word}": the source document uses it')


def test_whatever_the_data_uses_as_a_label_is_defined(tables: dict[str, Any], catalogue: Catalogue) -> None:
    used = {("type", kind["name"]) for kind in tables["types"]}
    used |= {("target", target["name"]) for target in tables["targets"]}
    events = [event for t in tables["therapies"] for use in t["indications"] for event in use["events"]]
    said = [event["says"] for event in events]
    cancers = {cancer["id"] for cancer in tables["cancers"]}
    used |= {
        ("biomarker", marker) for one in said for marker in one.get("biomarkers", ()) if marker not in cancers
    }
    used |= {
        ("setting", name)
        for one in said
        if "setting" in one
        for name in SETTINGS.get(one["setting"], [one["setting"]])
    }
    used |= {("approval", f"{event['approval']} approval") for event in events if event["approval"]}
    problems = []
    for kind, name in sorted(used):
        try:
            catalogue.define(name)
        except (Ambiguous, NotFound):
            problems.append(f'glossary.json: add a term, or an alias, for the {kind} "{name}"')
    assert not problems, "\n".join(problems)


def test_see_also_leads_on(tables: dict[str, Any]) -> None:
    problems = [
        f"glossary.json: {term['id']}: see_also: name at least one related term"
        for term in tables["glossary"]
        if not term["see_also"]
    ]
    assert not problems, "\n".join(problems)


def test_a_term_leads_first_to_the_question_that_is_about_it() -> None:
    catalogue = Catalogue()
    assert catalogue.define("checkpoint inhibitor").questions[0] == "checkpoint-inhibitors"
    for name in ("checkpoint inhibitor", "biosimilar", "CAR T", "clinical trial"):
        term = catalogue.define(name)
        titles = [normalize(catalogue.ask(one).records[0].question) for one in term.questions]
        mentioned = [normalize(term.term) in title for title in titles]
        assert mentioned == sorted(mentioned, reverse=True), (name, term.questions)
