"""Moments of the record's history: each answer differs from the one before as history did.

A moment is a question, a day, the therapies that must be there and those that must not, and what
kind of document told of the change.
"""

from __future__ import annotations

import pytest

from immunocli import Catalogue, UsageError

MOMENTS = [
    # Bladder: the first approvals, five of them in 2016 and 2017, two withdrawn again in 2021 and 2022.
    ("bladder", "2015", "bcg", "atezolizumab nivolumab pembrolizumab", "fda-tecentriq-urothelial-2016-05"),
    ("bladder", "2016-06", "atezolizumab", "nivolumab durvalumab", "fda-tecentriq-urothelial-2016-05"),
    ("bladder", "2021-01", "atezolizumab durvalumab nivolumab pembrolizumab avelumab",
     "sacituzumab-govitecan", "fda-imfinzi-urothelial-2017-05"),
    ("bladder", "2021-03", "atezolizumab", "durvalumab", "pharmaletter-imfinzi-withdrawal-2021-02"),
    ("bladder", "2022-11", "atezolizumab sacituzumab-govitecan", "durvalumab", "fda-aa-withdrawn"),
    ("bladder", "2023", "nivolumab pembrolizumab avelumab enfortumab-vedotin sacituzumab-govitecan",
     "atezolizumab durvalumab", "fda-aa-withdrawn"),
    ("bladder", "2025-04", "durvalumab", "atezolizumab sacituzumab-govitecan",
     "maestro-trodelvy-withdrawal-2024-10"),
    ("bladder", "2026-06", "durvalumab atezolizumab", "sacituzumab-govitecan", "fda-aa-withdrawn"),
    # Small cell lung cancer: two withdrawals, while two others stay.
    ("SCLC", "2020-01", "nivolumab pembrolizumab atezolizumab", "durvalumab", "fda-opdivo-sclc-2018"),
    ("SCLC", "2020-12-28", "nivolumab pembrolizumab", "", "fda-opdivo-sclc-2018"),
    ("SCLC", "2021-01", "pembrolizumab atezolizumab durvalumab", "nivolumab", "fdanews-opdivo-sclc-2021"),
    ("SCLC", "2021-04", "atezolizumab durvalumab", "nivolumab pembrolizumab", "ascopost-keytruda-sclc-2021"),
    ("SCLC", "2024-06", "tarlatamab atezolizumab durvalumab", "nivolumab pembrolizumab", "fda-aa-withdrawn"),
    # Triple-negative breast cancer: one withdrawn, another approved.
    ("TNBC", "2020-01", "atezolizumab", "pembrolizumab", "fda-tecentriq-tnbc-2019-03"),
    ("TNBC", "2022", "pembrolizumab sacituzumab-govitecan", "atezolizumab",
     "cancerletter-tecentriq-tnbc-2021"),
    # AML: approved 2000, gone 2011, back 2017.
    ("AML", "1999", "", "gemtuzumab-ozogamicin", "fda-fr-mylotarg-2011-11"),
    ("AML", "2005", "gemtuzumab-ozogamicin", "", "fda-fr-mylotarg-2011-11"),
    ("AML", "2012", "", "gemtuzumab-ozogamicin", "fda-fr-mylotarg-2011-11"),
    ("AML", "2018", "gemtuzumab-ozogamicin", "", "clinonc-mylotarg-2017"),
    # Myeloma: belantamab came, left and came back.
    ("multiple myeloma", "2021", "belantamab-mafodotin", "", "fda-fr-blenrep-2023"),
    ("multiple myeloma", "2023-06", "daratumumab", "belantamab-mafodotin", "fda-fr-blenrep-2023"),
    ("multiple myeloma", "2026-01", "belantamab-mafodotin", "", "fda-fr-blenrep-2023"),
    # Sarcoma: olaratumab left the market after its trial failed.
    ("soft tissue sarcoma", "2018", "olaratumab", "", "fda-lartruvo-2016-10"),
    ("soft tissue sarcoma", "2021", "", "olaratumab", "fda-fr-lartruvo-2020"),
    # Breast: bevacizumab's approval was revoked.
    ("breast", "2010", "bevacizumab trastuzumab", "", "fda-avastin-breast-2008-02"),
    ("breast", "2012", "trastuzumab", "bevacizumab", "fda-aa-withdrawn"),
    # Liver: nivolumab alone was withdrawn; with ipilimumab it stayed.
    ("liver", "2018", "nivolumab", "atezolizumab bevacizumab", "fda-opdivo-hcc-2017"),
    ("liver", "2022", "atezolizumab bevacizumab nivolumab ipilimumab", "", "bms-opdivo-hcc-2021"),
    # Melanoma: the first checkpoint inhibitor, the first PD-1 inhibitors, the first TIL therapy.
    ("melanoma", "2010", "aldesleukin", "ipilimumab pembrolizumab", "fda-yervoy-melanoma-2011"),
    ("melanoma", "2011", "ipilimumab", "pembrolizumab nivolumab", "fda-yervoy-melanoma-2011"),
    ("melanoma", "2014", "ipilimumab pembrolizumab nivolumab", "talimogene-laherparepvec relatlimab",
     "fda-yervoy-melanoma-2011"),
    ("melanoma", "2023", "relatlimab tebentafusp", "lifileucel", "fda-yervoy-melanoma-2011"),
    ("melanoma", "2024-02", "lifileucel", "", "fda-yervoy-melanoma-2011"),
]  # fmt: skip


@pytest.mark.parametrize(("cancer", "day", "there", "gone", "source"), MOMENTS)
def test_the_record_stood_so_on_that_day(
    cancer: str, day: str, there: str, gone: str, source: str, catalogue: Catalogue
) -> None:
    found = {therapy.id for therapy in catalogue.therapies(cancer=cancer, as_of=day)}
    assert set(there.split()) <= found, f"{cancer} on {day}: not there, but was approved"
    assert not set(gone.split()) & found, f"{cancer} on {day}: there, but was not approved"


def test_bladder_differs_in_2021_2023_and_today(catalogue: Catalogue) -> None:
    answers = [
        {row.id for row in catalogue.indications(cancer="bladder", as_of=day)}
        for day in ("2021-01", "2023", catalogue.edition["as_of"])
    ]
    assert answers[0] != answers[1] != answers[2] != answers[0]


def test_idelalisib_is_none_of_ours(catalogue: Catalogue) -> None:
    """Its withdrawn approvals are on the FDA's list, but it is no immunotherapy."""
    assert not catalogue.resolve("idelalisib").ids


def test_the_edition_s_day_is_the_same_as_no_day(catalogue: Catalogue) -> None:
    today = {row.id for row in catalogue.indications(as_of=catalogue.edition["as_of"])}
    assert today == {row.id for row in catalogue.indications()}


def test_nothing_was_approved_before_the_first_cytokines(catalogue: Catalogue) -> None:
    with pytest.raises(UsageError, match=catalogue.edition["known_from"][:4]):
        catalogue.therapies(as_of="1980")
    assert {therapy.id for therapy in catalogue.therapies(as_of="1990")} >= {"bcg"}
