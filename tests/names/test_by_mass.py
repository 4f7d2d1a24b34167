"""What strings of whole vocabularies showed: organs alone, lists, kinds that are not known, other languages."""

from __future__ import annotations

import pytest

from immunocli.names.resolve import Resolver

# Text, ids joined by `;`, and whether a person should look.
READ = {
    # An organ alone is a cancer only in a column of cancers.
    "Kidney": ("kidney", "yes"),
    "Main bronchus": ("lung", "yes"),
    "kidney cancer": ("kidney", "no"),
    # A carcinoma whose kind no name tells is one of its organ.
    "Polygonal cell carcinoma, nasopharynx": ("nasopharyngeal", "yes"),
    "Adenocarcinoma in tubulovillous adenoma, esophagus": ("esophageal-adenocarcinoma", "no"),
    "Metastatic squamous cell carcinoma to bronchus": ("", "no"),
    "salivary gland Malignant tumor, small cell type": ("salivary-gland", "yes"),
    # Each cancer of a list counts.
    "HODGKIN'S DISEASE, SKIN CANCER": ("hodgkin-lymphoma;skin", "no"),
    "melanoma; stomach cancer": ("melanoma;stomach", "no"),
    "Leukemia, lymphocytic, chronic": ("cll", "no"),
    "Malignant histiocytosis, liver": ("histiocytic", "yes"),
    "BRAIN TUMOUR - BENIGN": ("", "no"),
    # Short names with the words beside them.
    "adult B cell ALL": ("b-all", "no"),
    "Ph-negative CML": ("cml", "yes"),
    "Myeloid leukemia NEC": ("myeloid-leukemia", "no"),
    "ML, large B-cell, diffuse of stomach": ("dlbcl", "no"),
    "extraskeletal osteosarcoma": ("soft-tissue-sarcoma", "no"),
    "Malignant neoplasm of cardiac orifice": ("gastroesophageal-junction", "no"),
    "estrogen receptor-positive breast cancer": ("hr-positive-breast", "no"),
    # Other languages.
    "Bösartige Neubildung: Bronchus oder Lunge, nicht näher bezeichnet": ("lung", "no"),
    "Magenkarzinom": ("stomach", "no"),
    "borstkanker": ("breast", "no"),
    "Tumor maligno de la lengua, parte no especificada": ("tongue", "no"),
    "Linfoma no Hodgkin, no especificado": ("non-hodgkin-lymphoma", "no"),
    "carcinoma de pulmón no de células pequeñas": ("nsclc", "no"),
    "Neoplasia maligna do terço médio do esôfago": ("esophageal", "no"),
    "small cell lung cancer no metastasis": ("sclc", "no"),
}


@pytest.mark.parametrize(("text", "wanted"), READ.items())
def test_a_string_is_read(text: str, wanted: tuple[str, str], cancers: Resolver) -> None:
    match = cancers.resolve(text)
    assert (match.id, match.review) == wanted, f"{text!r}: unread {match.unread!r}"


@pytest.mark.parametrize("text", ["no cancer", "primary tumor", "anomalin a", "HAND OR WRIST PROC"])
def test_a_string_names_none(text: str, cancers: Resolver) -> None:
    assert not cancers.resolve(text).id
