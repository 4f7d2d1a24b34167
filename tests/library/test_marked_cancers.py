"""A cancer that is named with a biomarker is its form: what the label rules out for it is left out."""

from __future__ import annotations

import pytest

from immunocli import Ambiguous, Catalogue, NotFound


@pytest.fixture(scope="module")
def catalogue(bundled: Catalogue) -> Catalogue:
    return bundled


def told(catalogue: Catalogue, cancer: str) -> dict[str, str]:
    """Return how each therapy's uses relate to a cancer."""
    return {one["id"]: one["relation"] for one in catalogue.therapies(cancer=cancer)}


def test_what_asks_for_the_marker_names_the_cancer(catalogue: Catalogue) -> None:
    found = told(catalogue, "HER2+ gastric cancer")
    assert found["trastuzumab"] == found["trastuzumab-deruxtecan"] == "same"
    assert found["ramucirumab"] == "wider"


def test_what_rules_the_marker_out_is_not_told(catalogue: Catalogue) -> None:
    assert "zolbetuximab" in told(catalogue, "stomach cancer")
    assert "zolbetuximab" not in told(catalogue, "HER2-positive stomach cancer")
    assert "panitumumab" in told(catalogue, "RAS wild-type rectal cancer")


def test_what_holds_for_any_tumor_with_the_marker_is_told(catalogue: Catalogue) -> None:
    found = told(catalogue, "MSI-H and dMMR pancreatic cancer")
    assert found["pembrolizumab"] == found["dostarlimab"] == "any-tumor"
    assert "pembrolizumab" not in told(catalogue, "pancreatic cancer")
    assert "dostarlimab" not in told(catalogue, "MSS pancreatic cancer")


@pytest.mark.parametrize("name", ["MSI-H cancer of nowhere", "HER2-positive", "MSI-H brest cancre"])
def test_what_is_left_must_be_a_cancer(catalogue: Catalogue, name: str) -> None:
    with pytest.raises((NotFound, Ambiguous)):
        catalogue.therapies(cancer=name)


def test_the_answer_says_how_it_was_read(catalogue: Catalogue) -> None:
    query = catalogue.therapies(cancer="pancreatic cancer, MSI-high").query
    assert (query["cancer"], query["having"]) == (["pancreatic"], ["msi-h"])


@pytest.mark.parametrize(
    ("cancer", "having", "lacking"),
    [
        ("KRAS G12D-mutant colon cancer", ["kras-mutated"], ["kras-g12c"]),
        ("rectal cancer with an NRAS mutation", ["ras-mutated"], ["kras-g12c"]),
        ("EGFR L858R lung adenocarcinoma", ["egfr-mutated"], []),
        ("EGFR wild-type lung adenocarcinoma", [], ["egfr-mutated"]),
        ("gastric adenocarcinoma, HER2 IHC 1+", ["her2-low"], []),
        ("cholangiocarcinoma, HER2 IHC 2+", [], ["her2-ihc3"]),
        ("ovarian cancer, FR-alpha negative", [], ["folr1-positive"]),
        ("claudin 18.2-negative stomach cancer", [], ["claudin-18-2-positive"]),
        ("uveal melanoma, HLA-A*02:01 negative", [], ["hla-a-02-01"]),
        ("cervical cancer, PD-L1 CPS 0", [], ["pd-l1-positive"]),
        ("lung adenocarcinoma, PD-L1 TPS >=50 %", ["pd-l1-positive"], []),
        ("CD33-negative acute myeloid leukemia", [], ["cd33-positive"]),
        ("ERBB2-mutated lung adenocarcinoma", ["her2-mutated"], []),
        ("NSCLC, no EGFR mutation", [], ["egfr-mutated"]),
        ("NSCLC without EGFR or ALK changes", [], ["egfr-mutated", "alk-positive"]),
        ("NSCLC that does not have an EGFR mutation", [], ["egfr-mutated"]),
        ("EGFR mutation negative lung adenocarcinoma", [], ["egfr-mutated"]),
        ("ROS1-rearranged lung adenocarcinoma", ["ros1-positive"], []),
        (
            "metastatic breast cancer, human epidermal growth factor receptor 2 (HER2)-negative",
            ["her2-negative"],
            [],
        ),
        ("breast cancer, ER+, PR-", ["hr-positive"], []),
        ("KRAS non-mutated colon cancer", ["kras-wild-type"], []),
        ("NSCLC, PD-L1 unknown", [], []),
        ("HER2 equivocal breast cancer", [], []),
        ("carcinoma of unknown primary, TMB 15", ["tmb-h"], []),
    ],
)
def test_biomarkers_are_read_as_reports_write_them(
    catalogue: Catalogue, cancer: str, having: list[str], lacking: list[str]
) -> None:
    query = catalogue.therapies(cancer=cancer).query
    assert (query.get("having", []), query.get("lacking", [])) == (having, lacking)


@pytest.mark.parametrize(
    ("cancer", "therapy"),
    [
        ("KRAS G12D-mutant colon cancer", "cetuximab"),
        ("KRAS G12V-mutant rectal cancer", "panitumumab"),
        ("HER2-low gastric cancer", "trastuzumab-deruxtecan"),
        ("claudin 18.2-negative stomach cancer", "zolbetuximab"),
        ("CD33-negative acute myeloid leukemia", "gemtuzumab-ozogamicin"),
        ("mantle cell lymphoma", "rituximab"),
    ],
)
def test_what_needs_a_marker_is_not_told_where_it_is_absent(
    catalogue: Catalogue, cancer: str, therapy: str
) -> None:
    assert therapy not in told(catalogue, cancer)


@pytest.mark.parametrize(
    ("cancer", "therapy", "holds"),
    [
        ("metastatic triple-negative breast cancer, CPS 5", "pembrolizumab", False),  # the label asks for 10
        ("metastatic triple-negative breast cancer, CPS 12", "pembrolizumab", True),
        ("triple-negative breast cancer, CPS 5", "pembrolizumab", True),  # around surgery whatever the score
        ("metastatic NSCLC, PD-L1 TPS 20%", "cemiplimab", True),  # with chemotherapy whatever the score
        ("hepatocellular carcinoma after sorafenib, AFP 150 ng/mL", "ramucirumab", False),
        ("hepatocellular carcinoma after sorafenib, AFP 1,200", "ramucirumab", True),
        ("pancreatic cancer, TMB 12 mut/Mb", "pembrolizumab", True),
        ("pancreatic cancer, TMB 4", "pembrolizumab", False),
        ("gastric adenocarcinoma, HER2 IHC 2+/ISH+", "trastuzumab", True),
        ("gastric adenocarcinoma, HER2 IHC 2+/ISH-", "trastuzumab", False),
    ],
)
def test_a_score_is_held_against_the_limit_of_each_label(
    catalogue: Catalogue, cancer: str, therapy: str, holds: bool
) -> None:
    assert (therapy in told(catalogue, cancer)) is holds


def test_a_score_that_the_words_of_no_label_decide_is_told_as_not_weighed(catalogue: Catalogue) -> None:
    """A tumor score of 3 says nothing of a combined score of 10."""
    found = catalogue.therapies(cancer="metastatic triple-negative breast cancer, TPS 3%")
    assert "pembrolizumab" in {one.id for one in found}
    notice = next(one for one in found.notices if one.code == "not-weighed")
    assert notice.counts["words"] == ["TPS 3%"]


def test_what_was_given_before_is_told_as_not_weighed(catalogue: Catalogue) -> None:
    found = catalogue.therapies(cancer="extensive-stage small cell lung cancer after platinum")
    assert "tarlatamab" in {one.id for one in found}
    notice = next(one for one in found.notices if one.code == "not-weighed")
    assert notice.counts["words"] == ["after platinum"]
    assert "not-weighed" not in {
        one.code for one in catalogue.therapies(cancer="small cell lung cancer").notices
    }


@pytest.mark.parametrize(
    ("cancer", "therapy", "holds"),
    [
        ("melanoma after surgery", "nivolumab", True),
        ("melanoma after surgery", "relatlimab", False),  # for unresectable or metastatic melanoma only
        ("melanoma that came back after surgery", "relatlimab", True),
        ("adjuvant kidney cancer", "pembrolizumab", True),
        ("metastatic kidney cancer", "nivolumab", True),
        ("newly diagnosed multiple myeloma", "teclistamab", False),
        ("multiple myeloma, 4 prior lines", "teclistamab", True),
        ("multiple myeloma, third line", "elranatamab", False),  # from the fifth on
        ("small cell lung cancer that came back after chemo", "tarlatamab", True),
        ("previously untreated extensive-stage SCLC", "tarlatamab", False),
        ("child of 8 with acute myeloid leukemia, CD33+", "gemtuzumab-ozogamicin", True),
        ("relapsed B-ALL in an 8-year-old", "brexucabtagene-autoleucel", False),
        ("relapsed B-ALL, 45 years old", "tisagenlecleucel", False),
        ("mNSCLC with no EGFR or ALK changes", "amivantamab", False),
        ("mNSCLC with no EGFR or ALK changes", "cemiplimab", True),
        ("RAS/BRAF wild-type mCRC", "panitumumab", True),
        ("CD20-positive low-grade B-cell NHL", "rituximab", True),
        ("CD20-positive low-grade B-cell NHL", "glofitamab", False),
        ("mUC, cisplatin-ineligible", "enfortumab-vedotin", True),
        ("DLBCL, transplant-ineligible", "tafasitamab", True),
    ],
)
def test_what_is_told_of_stage_treatment_and_age_is_decided(
    catalogue: Catalogue, cancer: str, therapy: str, holds: bool
) -> None:
    assert (therapy in told(catalogue, cancer)) is holds


def test_what_was_ruled_out_is_counted_and_nothing_is_said_to_be_unapproved(catalogue: Catalogue) -> None:
    found = catalogue.therapies(cancer="adjuvant uveal melanoma")
    notices = {one.code: one for one in found.notices}
    assert notices["course-not-shown"].counts["words"] == ["adjuvant"]
    assert "none-approved" not in notices
    none = catalogue.therapies(cancer="adjuvant small cell lung cancer", exact=True)
    assert "none-approved" not in {one.code for one in none.notices}


@pytest.mark.parametrize(
    ("cancer", "therapy"),
    [
        ("melanoma, disease-free for 5 years", "nivolumab"),  # how long, no age
        ("melanoma, diagnosed 3 years ago, metastatic", "nivolumab"),
        ("colorectal cancer, CEA under 10", "bevacizumab"),
        ("MET amplified NSCLC", "nivolumab"),  # no metastasis
        ("Siewert type II adenocarcinoma of the gastroesophageal junction", "nivolumab"),  # no stage
        ("relapsed head and neck squamous cell carcinoma", "pembrolizumab"),
        ("metastatic TNBC, previously treated with adjuvant chemotherapy, CPS 20", "sacituzumab-govitecan"),
        ("metastatic TNBC, previously treated with adjuvant chemotherapy, CPS 20", "pembrolizumab"),
    ],
)
def test_what_only_sounds_like_it_hides_nothing(catalogue: Catalogue, cancer: str, therapy: str) -> None:
    assert therapy in told(catalogue, cancer)


@pytest.mark.parametrize(
    "name",
    [
        "refractory anemia",
        "AML with maturation",
        "metastatic castration-resistant prostate cancer",
        "smoldering myeloma",
    ],
)
def test_the_name_of_a_cancer_is_not_taken_apart(catalogue: Catalogue, name: str) -> None:
    assert "told" not in catalogue.therapies(cancer=name).query


@pytest.mark.parametrize(
    "name",
    [
        "liver metastases",
        "cancer-free after chemotherapy",
        "benign breast lump, 45 years old",
        "after chemo",
        "child of 8",
    ],
)
def test_a_description_without_a_cancer_names_none(catalogue: Catalogue, name: str) -> None:
    with pytest.raises((NotFound, Ambiguous)):
        catalogue.therapies(cancer=name)


def test_what_is_left_out_as_hardly_ever_found_together_is_told_with_its_document(
    catalogue: Catalogue,
) -> None:
    found = catalogue.therapies(cancer="metastatic lung adenocarcinoma, KRAS mutated")
    notice = next(one for one in found.notices if one.code == "seldom-together")
    assert "amivantamab" not in {one.id for one in found}
    assert notice.counts["sources"] == ["cancer-medicine-2019-concomitant-drivers"]
    uncited = catalogue.therapies(cancer="metastatic colorectal cancer, KRAS mutated")
    notice = next(one for one in uncited.notices if one.code == "seldom-together")
    assert notice.counts["marker"] == "braf-v600e"
    assert "no document is cited" in notice.message


def test_a_part_of_the_body_is_told_as_not_weighed_and_hides_no_use(catalogue: Catalogue) -> None:
    found = catalogue.indications(cancer="superficial BCC of the back", therapy="imiquimod")
    assert [one.relation for one in found] == ["same"]
    notice = next(one for one in found.notices if one.code == "not-weighed")
    assert "of the back" in notice.message
    again = catalogue.indications(cancer="lung cancer that came back", therapy="pembrolizumab")
    assert "course-not-shown" in {one.code for one in again.notices}
