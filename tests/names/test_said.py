"""Names as people ask for them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from immunocli import Ambiguous, Catalogue, ImmunoError, NotFound
from immunocli.names.asking_phrases import forms_said
from immunocli.words.near_terms import compared, nearby


@pytest.fixture(scope="module")
def catalogue(bundled: Catalogue) -> Catalogue:
    return bundled


@pytest.mark.parametrize(
    ("asked", "form"),
    [
        ("What is a placebo?", "placebo"),
        ("what's the half-life of a drug", "half-life of drug"),
        ("the meaning of biomarker", "biomarker"),
        ("what does neutropenia mean", "neutropenia"),
        ("loss of hair", "hair loss"),
        ("cancer of the colon", "colon cancer"),
        ("¿Qué es la quimioterapia?".lstrip("¿"), "quimioterapia"),
    ],
)
def test_what_is_said_around_a_name_is_left_out(asked: str, form: str) -> None:
    assert form in forms_said(asked)


@given(st.text(max_size=80))
def test_any_text_has_a_form(text: str) -> None:
    assert len(forms_said(text)) >= 1


@pytest.mark.parametrize(
    ("asked", "term"),
    [
        ("what is a placebo", "placebo"),
        ("loss of hair", "hair-loss"),
        ("cancer of the rectum", "rectal-cancer"),
        ("what does CRS stand for", "cytokine-release-syndrome"),
        ("irAE meaning", "immune-related-adverse-event"),
        ("ADC linker", "linker"),
        ("steroid-refractory colitis", "colitis"),
        ("what is a tumor board in plain English?", "tumor-board"),
    ],
)
def test_a_word_is_defined_as_it_is_asked_for(catalogue: Catalogue, asked: str, term: str) -> None:
    assert catalogue.define(asked).id == term


@pytest.mark.parametrize(
    ("asked", "term"),
    [
        ("elevated ALT", "alanine aminotransferase"),
        ("Karnofsky index", "performance status"),
        ("payload of an ADC", "payload"),
        ("crossover allowed", "crossover"),
        ("censored data", "censoring"),
        ("CPS >= 10", "combined positive score"),
        ("in-transit mets", "in-transit metastasis"),
        ("leucapheresis", "leukapheresis"),
        ("CRP raised", "C-reactive protein"),
        ("low white count", "low white blood cell count"),
        ("high bilirubin levels", "bilirubin"),
        ("grade 3 diarrhea", "diarrhea"),
        ("immune-mediated colitis", "colitis"),
        ("chemotherapy-induced neutropenia", "neutropenia"),
        ("Deauville scale", "Deauville score"),
        ("spot on lung", "lung nodule"),
        ("hazard ratio of 0.7", "hazard ratio"),
        ("p value less than 0.05", "p-value"),
        ("waterfall chart", "waterfall plot"),
        ("stratified log-rank test", "log-rank test"),
        ("dexamethasone taper", "steroid taper"),
        ("liver scan", "scan"),
        ("itchy rash", "rash"),
        ("severe diarrhea", "diarrhea"),
        ("high grade glioma", "glioma"),
        ("grade 5 event", "fatal side effect"),
        ("CMV positive", "cytomegalovirus"),
        ("BRCA negative", "BRCA"),
        ("prednisone dose", "prednisone"),
        ("target dose", "dose"),
        ("urine protein", "protein in the urine"),
        ("low eGFR", "estimated glomerular filtration rate"),
        ("comprehensive metabolic panel results", "metabolic panel"),
        ("enlarged lymph node", "swollen lymph nodes"),
        ("faecal impaction", "fecal impaction"),
        ("growth signalling pathway", "growth signaling pathway"),
        ("smouldering multiple myeloma", "smoldering multiple myeloma"),
        ("behavioural therapy", "cognitive behavioral therapy"),
        ("humoral response", "humoral immunity"),
        ("neutropenia, febrile", "febrile neutropenia"),
        ("colitis, immune-related", "colitis"),
        ("JAK1/2 mutations", "JAK-STAT pathway"),
        ("BRCA1/2 status", "BRCA"),
        ("IDH1/2 mutation", "genes in tumor reports"),
    ],
)
def test_a_word_more_leads_to_the_entry_that_explains_it(catalogue: Catalogue, asked: str, term: str) -> None:
    """It is no name of the entry, and that is told."""
    found = catalogue.terms(asked.split())
    assert [one.term for one in found] == [term]
    assert [one.code for one in found.notices if one.code == "related"] == ["related"]


@pytest.mark.parametrize(
    "asked", ["type 1/2 diabetes", "CT4/6", "adrenal insufficiency, primary", "our dose", "odour"]
)
def test_two_names_in_one_or_turned_lead_to_no_neighbor(catalogue: Catalogue, asked: str) -> None:
    with pytest.raises(ImmunoError):
        catalogue.define(asked)


@pytest.mark.parametrize(
    ("asked", "terms"),
    [
        ("CRS vs ICANS", ["cytokine release syndrome", "ICANS"]),
        ("what is the difference between remission and cure?", ["remission", "cure"]),
        ("PD-1 versus PD-L1", ["PD-1", "PD-L1"]),
        ("PD-1/PD-L1", ["PD-1", "PD-L1"]),
        ("ALT/AST", ["alanine aminotransferase", "aspartate aminotransferase"]),
    ],
)
def test_what_is_set_side_by_side_is_told_side_by_side(
    catalogue: Catalogue, asked: str, terms: list[str]
) -> None:
    assert [one.term for one in catalogue.terms(asked.split())] == terms


@pytest.mark.parametrize(
    "asked",
    ["elevated spirits", "high hopes", "low tide", "grade 3 teacher", "grade 5 math", "no bone marrow"],
)
def test_a_direction_alone_makes_no_measure(catalogue: Catalogue, asked: str) -> None:
    with pytest.raises(ImmunoError):
        catalogue.terms(asked.split())


@pytest.mark.parametrize("asked", ["purple unicorn rash", "zzz scan", "no rash", "post rash"])
def test_a_word_that_no_term_has_makes_no_kind(catalogue: Catalogue, asked: str) -> None:
    with pytest.raises(ImmunoError):
        catalogue.define(asked)


def test_words_that_each_are_a_term_are_told_one_by_one(catalogue: Catalogue) -> None:
    assert len(catalogue.terms(["anemia", "colitis"])) == 2


@pytest.mark.parametrize(
    ("asked", "term"),
    [
        ("AST", "aspartate-aminotransferase"),
        ("PICC line", "central-venous-catheter"),
        ("adenopathy", "lymphadenopathy"),
        ("B-cell aplasia", "b-cell-depletion"),
        ("nodule", "nodule"),
        ("Humira", "tnf-blocker"),
        ("radiation oncologist", "oncologist"),
        ("gallstones", "gallbladder"),
        ("TALEN", "gene-editing"),
    ],
)
def test_a_name_leads_to_the_entry_that_is_nearest(catalogue: Catalogue, asked: str, term: str) -> None:
    assert catalogue.define(asked).id == term


def test_what_is_given_of_a_therapy_points_to_the_therapy(catalogue: Catalogue) -> None:
    with pytest.raises(NotFound) as problem:
        catalogue.define("rituximab infusion")
    assert problem.value.advice == "immuno show rituximab"


@pytest.mark.parametrize(
    ("asked", "advice"),
    [
        ("Paul Ehrlich", "immuno immune-system ehrlich-1908"),
        ("Keytruda vs Opdivo", "immuno compare pembrolizumab nivolumab"),
    ],
)
def test_what_has_a_page_of_its_own_is_pointed_to(catalogue: Catalogue, asked: str, advice: str) -> None:
    with pytest.raises(ImmunoError) as problem:
        catalogue.terms(asked.split())
    assert problem.value.advice == advice


@given(st.text(max_size=80))
def test_any_text_has_what_may_explain_it(text: str) -> None:
    assert all(isinstance(form, str) for form, _ in nearby(text))
    assert all(compared(text))


@pytest.mark.parametrize(
    ("asked", "term"),
    [("chance of being alive in five years", "five-year survival")],
)
def test_what_no_term_is_named_is_offered_by_what_it_says(
    catalogue: Catalogue, asked: str, term: str
) -> None:
    with pytest.raises(Ambiguous) as problem:
        catalogue.define(asked)
    assert problem.value.suggestions[0] == term


@pytest.mark.parametrize(
    ("slipped", "term"),
    [
        ("crae team", "care team"),
        ("upper jwa", "upper jaw"),
        ("regulatory puthority", "regulatory authority"),
        ("desquamtion", "desquamation"),
        ("anion gqp", "anion gap"),
    ],
)
def test_a_slip_is_never_sure_and_what_was_meant_comes_first(
    catalogue: Catalogue, slipped: str, term: str
) -> None:
    with pytest.raises(Ambiguous) as problem:
        catalogue.define(slipped)
    assert problem.value.suggestions[0] == term


@pytest.mark.parametrize(
    ("asked", "term"),
    [
        ("gastric fistula", "fistula"),
        ("oesophageal stenosis", "stricture"),
        ("patient assistance programme", "patient assistance program"),
        ("busulphan", "busulfan"),
    ],
)
def test_kinds_of_a_thing_and_other_spellings_lead_to_it(catalogue: Catalogue, asked: str, term: str) -> None:
    assert catalogue.define(asked).term == term


def test_words_of_no_term_are_not_known(catalogue: Catalogue) -> None:
    with pytest.raises(NotFound):
        catalogue.define("xkjh qwer")
