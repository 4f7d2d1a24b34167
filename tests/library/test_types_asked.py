"""A question on a type, or on a target, for a cancer is answered by the record; what only speaks of both is not."""

from __future__ import annotations

import pytest

from immunocli import Catalogue
from immunocli.found import Notice
from tests.choice import some

# What is asked, and the type, the target and the cancer that are meant.
ASKED = """
is any CAR T approved for glioblastoma? | car-t-cell-therapy | | glioblastoma
are there CAR Ts for lymphoma | car-t-cell-therapy | | lymphoma
which bispecifics work in myeloma | bispecific-antibody | | multiple-myeloma
is there a CAR T for AML? | car-t-cell-therapy | | aml
CAR T for ALL | car-t-cell-therapy | | all
does the FDA approve CAR-T therapy for multiple myeloma | car-t-cell-therapy | | multiple-myeloma
how many CAR T cell therapies are approved for lymphoma | car-t-cell-therapy | | lymphoma
what PD-1 inhibitors are approved for melanoma | pd-1-inhibitor | | melanoma
list checkpoint inhibitors for bladder cancer | checkpoint-inhibitor | | bladder
which antibody-drug conjugates are used in breast cancer | antibody-drug-conjugate | | breast
any ADC for cervical cancer? | antibody-drug-conjugate | | cervical
is there a vaccine for prostate cancer | cancer-vaccine | | prostate
are there any cancer vaccines approved for glioblastoma | cancer-vaccine | | glioblastoma
TIL therapy for melanoma | til-therapy | | melanoma
is there an oncolytic virus for bladder cancer | oncolytic-virus | | bladder
has an oncolytic virus been approved for pancreatic cancer | oncolytic-virus | | pancreatic
has any T-cell engager been approved for small cell lung cancer | t-cell-engager | | sclc
which monoclonal antibodies treat neuroblastoma | monoclonal-antibody | | neuroblastoma
LAG-3 inhibitors for melanoma | lag-3-inhibitor | | melanoma
is any CTLA-4 blocker approved for mesothelioma | ctla-4-inhibitor | | mesothelioma
interferon for melanoma | interferon | | melanoma
IL-2 for kidney cancer | interleukin | | kidney
are PD-L1 inhibitors approved for Merkel cell carcinoma | pd-l1-inhibitor | | merkel-cell
which radioimmunotherapy is available for lymphoma | radioimmunoconjugate | | lymphoma
which anti-PD-1 antibodies are available for liver cancer | pd-1-inhibitor | | liver
name the bispecific antibodies for follicular lymphoma | bispecific-antibody | | follicular-lymphoma
anything that targets BCMA for myeloma | | bcma | multiple-myeloma
any HER2 drug for stomach cancer | | her2 | stomach
drugs against CD20 for follicular lymphoma | | cd20 | follicular-lymphoma
which EGFR antibodies are approved for colorectal cancer | targeted-antibody | egfr | colorectal
EGFR inhibitors for colon cancer | | egfr | colon
is any CD19 CAR T approved for follicular lymphoma | car-t-cell-therapy | cd19 | follicular-lymphoma
is there a BCMA bispecific for multiple myeloma | bispecific-antibody | bcma | multiple-myeloma
what targets DLL3 in small cell lung cancer and is approved | | dll3 | sclc
which therapies that target DLL3 are approved for small cell lung cancer | | dll3 | sclc
HPV vaccine for cervical cancer | cancer-vaccine | hpv | cervical
are there Nectin-4 drugs for bladder cancer | | nectin-4 | bladder
is a PD-1 drug approved for angiosarcoma | | pd-1 | angiosarcoma
which HER2 conjugates exist for breast cancer | antibody-drug-conjugate | her2 | breast
antibodies directed against CD38 for multiple myeloma | targeted-antibody | cd38 | multiple-myeloma
is TCR therapy available for synovial sarcoma | tcr-t-cell-therapy | | synovial-sarcoma
are checkpoint inhibitors licensed for ovarian cancer in the United States | checkpoint-inhibitor | | ovarian
"""
# What names a type or a target and a cancer, and asks for something else.
NEAR = """
why is no CAR T approved for glioblastoma
how do bispecifics work in myeloma
what are the side effects of CAR T in lymphoma
is CAR T better than chemo for lymphoma
should I have CAR T for my lymphoma
can my mother get CAR T for lymphoma
how long does CAR T last in lymphoma
how much does CAR T for lymphoma cost
is CAR T a cure for lymphoma
what is the success rate of PD-1 inhibitors in melanoma
is CAR T not approved for glioblastoma
is CAR T approved for lymphoma in Europe
is CD19 a target in lymphoma
is CD19 a good drug target for lymphoma
what does PD-L1 mean in lung cancer
is PD-L1 tested in lung cancer
PD-L1 in lung cancer
HER2 in breast cancer
my breast cancer is HER2 positive
is HER2-low breast cancer treated differently
does EGFR matter in lung cancer
what happens if a checkpoint inhibitor stops working in melanoma
is CAR T approved for cancers other than lymphoma
PD-1 or PD-L1 inhibitors for lung cancer, which is better
CAR T and bispecifics for myeloma together
is CAR T approved for children with leukemia
are checkpoint inhibitors given before surgery in melanoma
who should not get checkpoint inhibitors for lung cancer
can checkpoint inhibitors cause leukemia
can CAR T cause lymphoma
does interferon cause depression in melanoma patients
do vaccines cause leukemia
can I get a flu vaccine with lymphoma
is the covid vaccine safe for lymphoma patients
my CAR T for lymphoma failed
I had a checkpoint inhibitor for melanoma and now have a rash
are there clinical trials of CAR T for glioblastoma
what is CAR T for lymphoma
tell me about CAR T for lymphoma
is CAR T the same as a transplant for leukemia
which CAR T is best for lymphoma
is any checkpoint inhibitor approved for dogs with melanoma
how soon does CAR T work in leukemia
which CAR T for lymphoma has the fewest side effects
what makes lymphoma resist CAR T
does insurance pay CAR T for myeloma
"""
# What is asked to be an immunotherapy, and the type of it in the record.
CALLED = {
    "is the HPV vaccine immunotherapy": "cancer-vaccine", "is Keytruda an immunotherapy drug": "pd-1-inhibitor",
    "is rituximab considered immunotherapy": "monoclonal-antibody", "are bispecifics immunotherapy": "bispecific-antibody",
    "is CAR T a type of immunotherapy": "car-t-cell-therapy", "is Gardasil 9 immunotherapy": "preventive-vaccine",
    "is the hepatitis B vaccine an immunotherapy": "preventive-vaccine", "is BCG immunotherapy": "bcg",
    "does Herceptin count as immunotherapy": "monoclonal-antibody", "is tamoxifen immunotherapy": "",
    "is cisplatin a form of immunotherapy": "",
}  # fmt: skip
NOT_CALLED = (
    "is immunotherapy chemo", "is immunotherapy a kind of gene therapy", "is it immunotherapy", "is immunotherapy safe",
    "is Keytruda the best immunotherapy", "is my immunotherapy working", "is fatigue normal with immunotherapy",
    "are steroids bad for immunotherapy", "is lymphoma treated with immunotherapy", "is alcohol ok on immunotherapy",
    "does Keytruda immunotherapy hurt", "is there immunotherapy for dogs", "is the first immunotherapy painful",
)  # fmt: skip


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue()


def _rows() -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in ASKED.strip().splitlines()]


def _told(catalogue: Catalogue, question: str) -> Notice | None:
    told = [one for one in catalogue.ask(question).notices if one.code == "record"]
    assert len(told) < 2, question
    return told[0] if told else None


def test_what_is_told_is_what_the_record_lists(catalogue: Catalogue) -> None:
    wrong = []
    for question, kind, target, cancer in _rows():
        told = _told(catalogue, question)
        if not cancer:
            wrong += [question] if told is not None else []
            continue
        if told is None or (told.counts["type"], told.counts["target"], told.counts["cancer"]) != (
            [kind] if kind else [],
            [target] if target else [],
            cancer,
        ):
            wrong.append(f"{question}: {told}")
            continue
        listed = catalogue.therapies(type=kind or None, target=target or None, cancer=cancer)
        named = [one.id for one in listed if one.relation in ("same", "narrower")]
        assert sorted(told.counts["therapies"]) == sorted(named), question
        assert told.message.startswith("No " if not named else f"{len(named)} "), told.message
        assert all(one.name in told.message for one in listed if one.id in named) or len(named) > 4, question
    assert not wrong, "\n".join(wrong)


def test_no_entry_stands_beside_what_the_record_answers(catalogue: Catalogue) -> None:
    for question, _, _, cancer in _rows():
        assert not (cancer and list(catalogue.ask(question))), question


@pytest.mark.parametrize("question", NEAR.strip().splitlines())
def test_what_asks_for_something_else_is_not_taken_for_it(catalogue: Catalogue, question: str) -> None:
    assert _told(catalogue, question) is None


@pytest.mark.parametrize(("question", "kind"), CALLED.items())
def test_whether_it_is_an_immunotherapy_is_told_by_its_type(
    catalogue: Catalogue, question: str, kind: str
) -> None:
    told = _told(catalogue, question)
    assert told is not None and not list(catalogue.ask(question))
    if not kind:
        assert told.message.startswith("Not in this record"), told
    elif kind == "bcg":
        assert told.counts["id"] == "bcg"
    else:
        assert told.counts["type"] == [kind], told


@pytest.mark.parametrize("question", NOT_CALLED)
def test_what_speaks_of_immunotherapy_asks_not_what_it_is(catalogue: Catalogue, question: str) -> None:
    assert _told(catalogue, question) is None


def test_what_every_type_has_for_every_cancer_is_told_as_it_is_listed(catalogue: Catalogue) -> None:
    """A property: over types and cancers, in turn, what is told agrees with the list."""
    types = [one.id for one in catalogue.vocabulary("type")]
    cancers = [one for one in catalogue.vocabulary("cancer") if one.name.endswith(("cancer", "oma"))]
    names = {one.id: one.name for one in catalogue.vocabulary("type")}
    heard = 0
    taken = some(cancers, 4)
    for cancer in taken:
        kind = types[cancers.index(cancer) % len(types)]
        told = _told(catalogue, f"is any {names[kind]} approved for {cancer.name}")
        if told is None or told.counts.get("type") != [kind]:
            continue
        heard += 1
        listed = catalogue.therapies(type=kind, cancer=told.counts["cancer"], agnostic=True)
        assert told.counts["cancer"] == cancer.id
        direct = sorted(one.id for one in listed if one.relation in ("same", "narrower"))
        assert sorted(told.counts["therapies"]) == direct, cancer.name
        assert set(told.counts["relations"]) >= {str(one.relation) for one in listed}, cancer.name
    assert heard > len(taken) * 0.8, (heard, len(taken))
