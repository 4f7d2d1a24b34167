"""Labels of sample sheets and orders without blanks are cut into words, and only where they were not read as they stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from immunocli.names import sheet_words
from immunocli.names.resolve import Resolver

# Text, the ids joined by `;`, whether a person should look, and what stays unread.
READ = [
    ("durva_treme_combo_wk12_PBMC", "durvalumab;tremelimumab", "yes", ""),
    ("axi_cel_day28_responder", "axicabtagene-ciloleucel", "yes", "responder"),
    ("T_VEC_injected_lesion_RNA", "talimogene-laherparepvec", "yes", "lesion_RNA"),
    ("PatientNivolumabDay1", "nivolumab", "yes", ""),
    ("rx.nivolumab.start", "nivolumab", "yes", "start"),
    ("HER2_T_DXd_cycle4", "trastuzumab-deruxtecan", "yes", ""),
    ("pembrolizumab200mgIVq3w", "pembrolizumab", "no", ""),
    ("Imfinzi1500mgq4wks", "durvalumab", "no", ""),
    ("IPILIMUMAB50MG10ML", "ipilimumab", "no", ""),
    ("KEYTRUDAINJ100MG4ML", "pembrolizumab", "no", ""),
    ("Kadcyla160mgx1", "trastuzumab-emtansine", "no", ""),
    ("atezo1200", "atezolizumab", "yes", ""),
    ("Elahere100mg20mL", "mirvetuximab-soravtansine", "no", ""),
]
# What is denied, measured, another drug, or too short to say anything.
NONE = [
    "noNivolumab_arm", "nonNivolumab", "nivolumab_naive_pt3", "antiNivolumabAb", "placebo_nivolumab_arm",
    "IL_2_day3", "GM_CSF_wk4", "trastuzumab_duocarmazine_arm", "GO_arm", "pani_cohort2", "ch14_18_il2_levels",
    "nivolumab_ELISA_plate2", "adalimumab40mgq2w", "humira40mgsc", "ipi3", "MetastaticMelanoma_preTx",
    "receptor_interleukin_2", "ViraferonPweg 1 vial", "MK-3475-person",
]  # fmt: skip
WALL = Path(__file__).resolve().parents[2] / "data" / "wall"


@pytest.mark.parametrize(("text", "ids", "review", "unread"), READ)
def test_a_label_is_read(text: str, ids: str, review: str, unread: str, therapies: Resolver) -> None:
    match = therapies.resolve(text)
    assert (match.id, match.review, match.unread) == (ids, review, unread)


@pytest.mark.parametrize("text", NONE)
def test_a_label_names_none(text: str, therapies: Resolver) -> None:
    assert not therapies.resolve(text).ids


@pytest.mark.parametrize("text", ["day28_{}_PBMC", "{}_dose3_wk12", "tx.{}.arm", "{}200mgIV", "{}500MG10ML"])
def test_no_stranger_in_a_label_is_ours(text: str, therapies: Resolver) -> None:
    names = [
        name
        for path in sorted(WALL.glob("*.txt"))
        for name in path.read_text(encoding="utf-8").splitlines()[::397]
        if name.isascii()
    ]
    strange = [text.format("".join(one if one.isalnum() else "_" for one in name)) for name in names]
    assert len(strange) > 500
    assert [one for one in strange if therapies.resolve(one).ids] == []


@pytest.mark.parametrize("text", ["riTUXimab", "MabThera", "PegIntron", "CD19 CAR", "McDonald 2020"])
def test_usual_words_are_no_label(text: str, therapies: Resolver) -> None:
    lexicon = therapies._lexicon
    assert not sheet_words.is_label(text) or not sheet_words.words(
        text, lexicon.roles, lexicon.entry, lexicon.stranger
    )


def test_what_is_unread_is_told_as_it_was_written() -> None:
    assert sheet_words.as_written("wk12_lesion_RNA", "lesion RNA") == "lesion_RNA"
    assert sheet_words.as_written("MelPatient", "Mel Patient") == "MelPatient"
