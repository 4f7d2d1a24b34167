"""Whether a therapy was on label for a cancer on a day: yes and no only where the record decides."""

from __future__ import annotations

import pytest

from immunocli.catalogue import Catalogue
from immunocli.errors import UsageError
from immunocli.records.on_label import OnLabel
from tests.driver import SMALL


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue(str(SMALL))


@pytest.fixture(scope="module")
def whole() -> Catalogue:
    return Catalogue()


def asked(catalogue: Catalogue, told: str) -> OnLabel:
    """Return the one answer to "drug | cancer | day"."""
    drug, cancer, day = (part.strip() for part in told.split("|"))
    (found,) = catalogue.on_label(drug, cancer, day or None)
    return found


@pytest.mark.parametrize(
    ("told", "answer"),
    [
        ("keytruda | melanoma | 2014-09-03", "no not-yet"),
        ("keytruda | melanoma | 2014-09-04", "yes current same"),
        ("Keytruda 200 mg | melanoma | ", "yes current same"),
        ("keytruda | melanoma | 2014", "doubtful current same changed-within-date"),
        ("keytruda | melanoma | 2015", "yes current same"),
        ("pembrolizmab | melanoma | 2020", "doubtful current same look-at-therapy"),
        ("pembrolizmab | melanoma | 2000", "doubtful not-yet look-at-therapy"),
        ("keytruda | small cell lung cancer | 2020", "yes current same"),
        ("keytruda | small cell lung cancer | 2022", "doubtful current any-tumor any-tumor"),
        ("keytruda | bladder cancer | 2010", "no not-yet"),
        ("keytruda | bladder cancer | 2020", "doubtful current any-tumor any-tumor"),
        ("keytruda | MSI-high bladder cancer | 2020", "yes current any-tumor"),
        ("keytruda | stomach cancer | 2022", "doubtful current same asks-for-marker any-tumor"),
        ("keytruda | HER2-negative stomach cancer | 2022", "yes current same"),
        ("keytruda | HER2-negative stomach cancer | 2026", "doubtful current same asks-for-marker any-tumor"),
        ("opdivo | lung cancer | 2020", "doubtful current narrower only-a-form"),
        ("opdivo | uveal melanoma | 2020", "yes current wider"),
        ("opdivo | bladder cancer | 2021-05-01", "doubtful withdrawn same day-of-event-not-known"),
        ("opdivo | bladder cancer | 2022", "no withdrawn same"),
        ("opdivo | bladder cancer | 2024-03-06", "yes current same"),
        ("opdivo | melanoma | 2016-01-22", "yes current same"),
        ("keytruda qlex | melanoma | 2024", "no not-yet"),
        ("sylatron | melanoma | 2019", "doubtful revoked same changed-within-date"),
        ("sylatron | melanoma | 2019-12-30", "yes current same"),
        ("sylatron | melanoma | 2020", "no revoked same"),
        # A document of June 2015 shows the license in force, one of May 2025 that it had ended.
        ("intron a | melanoma | 2000", "yes current same"),
        ("intron a | melanoma | 2015-06-12", "yes current same"),
        ("intron a | melanoma | 2015-06-13", "doubtful current same end-of-license-not-known"),
        ("intron a | melanoma | 2025-05-30", "doubtful current same end-of-license-not-known"),
        ("intron a | melanoma | 2025-06", "no revoked same"),
        ("intron a | melanoma | ", "no revoked same"),
        ("oncotice | non-muscle-invasive bladder cancer | 2000", "doubtful current same product-foreign"),
        ("racotumomab | lung cancer | 2020", "no none"),
        ("aspirin | melanoma | 2020", "unknown therapy-not-known"),
        ("keytruda | flu | 2020", "unknown cancer-not-known"),
        ("keytruda | no evidence of melanoma | 2020", "unknown cancer-not-known"),
    ],
)
def test_an_answer_is_as_sure_as_the_record(catalogue: Catalogue, told: str, answer: str) -> None:
    found = asked(catalogue, told)
    parts = [found.on_label, found.use_status, found.relation, *found.why]
    assert [one for one in parts if one] == answer.split()


def test_what_is_not_weighed_and_the_documents_are_told(catalogue: Catalogue) -> None:
    found = asked(catalogue, "keytruda | melanoma after chemotherapy | 2015-01-01")
    (use,) = catalogue.indications(therapy="keytruda", cancer="melanoma", as_of="2015-01-01")
    assert (found.uses, found.use_approved, found.use_sources) == ([use.id], use.approved, use.sources)
    assert "description" in found.not_weighed
    assert ("setting" in found.not_weighed) == (use.setting not in (None, "any"))
    assert asked(catalogue, "keytruda | melanoma | 2000").not_weighed == []


def test_of_several_cancers_it_is_not_known_which_is_meant(catalogue: Catalogue) -> None:
    two = "small cell lung cancer; bladder cancer"
    found = asked(catalogue, f"opdivo | {two} | 2020")
    assert (found.on_label, found.why, found.use_status) == ("doubtful", ["several-cancers"], "current")
    assert asked(catalogue, f"relatlimab | {two} | 2020").on_label == "no"
    assert asked(catalogue, f"relatlimab | {two} | 2020").cancer_id == "bladder;small-cell-lung"


def test_each_cancer_of_a_list_is_weighed(catalogue: Catalogue) -> None:
    for text in ("melanoma; stomach cancer", "bladder cancer / melanoma"):
        found = asked(catalogue, f"relatlimab | {text} | 2023")
        assert (found.on_label, found.why[:1]) == ("doubtful", ["several-cancers"])
    assert asked(catalogue, "relatlimab | melanoma; melanoma | 2023").on_label == "yes"


def test_each_therapy_of_a_combination_has_its_own_answer(catalogue: Catalogue) -> None:
    found = catalogue.on_label("bcg live + keytruda", "melanoma", "2020")
    assert [(one.id, one.on_label) for one in found] == [("bcg", "no"), ("pembrolizumab", "yes")]


@pytest.mark.parametrize("day", ["2099", "1950", "soon"])
def test_a_day_outside_the_record_is_refused(catalogue: Catalogue, day: str) -> None:
    with pytest.raises(UsageError):
        catalogue.on_label("keytruda", "melanoma", day)


def test_it_agrees_with_the_uses_of_every_day(catalogue: Catalogue) -> None:
    begins, ends = catalogue.edition["known_from"], catalogue.edition["as_of"]
    for therapy, name in catalogue.titles("therapy").items():
        days = [day for day in catalogue.turns([therapy]) if begins <= day <= ends]
        for cancer in catalogue.titles("cancer"):
            for day in days:
                (found,) = catalogue.on_label(name, catalogue.title("cancer", cancer), day)
                if found.cancer_id != cancer:
                    continue
                asked = {"therapy": therapy, "cancer": cancer, "as_of": day, "agnostic": True}
                uses = catalogue.indications(**asked)
                told = (therapy, cancer, day, found.as_dict(), [use.id for use in uses])
                if found.on_label == "yes":
                    assert {*found.uses} <= {use.id for use in uses} and found.uses, told
                if found.on_label == "no":
                    assert not uses.records, told
                if not uses.records:
                    assert found.on_label != "yes", told


def test_what_uses_ask_for_and_when_they_ended_is_told(whole: Catalogue) -> None:
    found = asked(whole, "carvykti | multiple myeloma | 2022-06-01")
    assert found.on_label == "yes" and "line:fifth-or-later" in found.use_asks and found.use_ended is None
    found = asked(whole, "blenrep | multiple myeloma | 2024-01-01")
    assert (found.on_label, found.use_ended, found.use_asks) == ("no", "2023-02-06", [])
    found = asked(whole, "keytruda | gastric cancer | 2026-01-01")
    assert "asks-for-marker" in found.why and "biomarkers:her2-positive" in found.use_asks
    assert asked(whole, "keytruda | melanoma | 2000").use_ended is None


@pytest.mark.parametrize(
    "drug", ["blenrep", "tecentriq", "imfinzi", "opdivo", "lartruvo", "zynlonta", "keytruda"]
)
def test_an_end_is_never_later_than_the_day(whole: Catalogue, drug: str) -> None:
    for cancer in ("multiple myeloma", "bladder cancer", "liver cancer", "soft tissue sarcoma"):
        for year in range(2016, 2027):
            found = asked(whole, f"{drug} | {cancer} | {year}-01-01")
            assert found.use_ended is None or (found.use_ended <= f"{year}-01-01" and found.on_label != "yes")


@pytest.mark.parametrize(
    ("told", "since"),
    [
        ("keytruda | melanoma | 2013-01-01", "2014-09-04"),
        ("keytruda | melanoma | 2014-09-03", "2014-09-04"),
        ("keytruda | melanoma | 2014-09-04", None),
        ("keytruda qlex | melanoma | 2024-01-01", "2025-09-19"),
        ("blenrep | multiple myeloma | 2024-01-01", "2025-10-23"),
        # For any solid tumor with a marker it was since 2017.
        ("keytruda | cervical cancer | 2015", "2018-06-12"),
        ("carvykti | multiple myeloma, third line | 2023-01-01", "2024-04-05"),
        ("lartruvo | soft tissue sarcoma | 2024", None),
        ("keytruda | multiple myeloma | 2024", None),
    ],
)
def test_a_use_to_come_names_its_day(whole: Catalogue, told: str, since: str | None) -> None:
    found = asked(whole, told)
    assert found.use_from == since
    assert since is None or (found.on_label == "no" and since > str(found.day))


def test_what_was_not_weighed_is_told_in_words(whole: Catalogue) -> None:
    (words,) = asked(whole, "carvykti | multiple myeloma | 2022-06-01").use_words
    assert "after four or more lines" in words
    (words,) = asked(whole, "carvykti | multiple myeloma | 2024-06-01").use_words
    assert "after one or more lines" in words
    for one in ("yescarta | dlbcl | 2018", "keytruda | bladder cancer | 2024", "opdivo | melanoma | 2000"):
        found = asked(whole, one)
        assert bool(found.use_words) == bool(found.not_weighed)
        assert not any(";" in words for words in found.use_words), "it parts the values of a list"
