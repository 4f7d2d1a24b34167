"""A name on a paper, or in a cell that says no, is no drug given; what stands around other names is read."""

from __future__ import annotations

import pytest

from immunocli.names.resolve import Resolver

# No drug is given, though its name is there in full.
NONE = """
Keytruda copay card enrollment|Opdivo savings card|Kymriah REMS site attestation|Yescarta wallet card handed to pt
Tecentriq tote bag, booth giveaway|Avastin lawsuit settlement notice|Adcetris Pharmacy Guide PDF
Libtayo lanyard
Opdivo stock ticker BMY news|Gardasil coupon|Opdivo rep visit 3/4|Epkinly patient wallet card|www.keytruda.com
keytruda.com|Keytruda pen and mug|Keytruda Broschüre|tarjeta de copago Keytruda|брошюра Китруда|Keytruda 宣传册
キイトルーダ 患者向け冊子|pembrolizumab_received: FALSE|rituximab_start_date NULL
nivolumab_flag 0|PEMBROLIZUMAB_YN N
Bevacizumab erhalten: nein|bevacizumab: non|nivolumab: nej|ニボルマブ：なし
纳武利尤单抗：否|니볼루맙: 아니오|nivolumab: false
[ ] ipilimumab|☐ nivolumab|cetuximab dose: 0 mg|cetuximab: x0|pembrolizumab,0|nega uso de rituximab
tidak pernah nivolumab
BCG vaccine SSI for tuberculosis, intradermal, newborn|BCG at birth|ニボルマブ抵抗性|ニボルマブ投与後|ニボルマブ血中濃度
nivolumab-untreated melanoma|pembrolizumab untreated patients|SVd, 2020|KRd, progressed|Rd, ASCT|ヤーボイイ
""".strip().replace("\n", "|").split("|")  # fmt: skip

SURE = {
    "Gardasil nine": "human-papillomavirus-9-valent-vaccine",
    "Gardasil-nine": "human-papillomavirus-9-valent-vaccine",
    "Gardasil neun": "human-papillomavirus-9-valent-vaccine",
    "Gardasil 4-valent": "human-papillomavirus-quadrivalent-vaccine",
    "HPV vaccine, nine-valent": "human-papillomavirus-9-valent-vaccine",
    "HepB dialysis formulation 40 mcg/mL": "hepatitis-b-vaccine",
    "ブリナツモマブ持続点滴 28日間": "blinatumomab",
    "ニボルマブ2週間隔": "nivolumab",
    "西妥昔单抗每周一次": "cetuximab",
    "리툭시맙 매주": "rituximab",
    "ритуксимаб еженедельно": "rituximab",
    "ريتوكسيماب أسبوعيا": "rituximab",
    "EV w/ pembro": "enfortumab-vedotin;pembrolizumab",
    "pembrolizumab 200 mg EV + lenvatinib": "pembrolizumab",
    "cemi/chemo NSCLC": "cemiplimab",
    "pola + BR": "polatuzumab-vedotin;rituximab",
    "nivolumab = yes": "nivolumab",
}

DOUBTFUL = {
    "pembrolizumab_received: TRUE": "pembrolizumab",
    "rituximab_end_date NULL": "rituximab",
    "durvalumab received: unknown": "durvalumab",
    "pembrolizumab 200 mg IV, consent form signed": "pembrolizumab",
    "pembrolizumab; patient brochure given": "pembrolizumab",
    "training_set_pembrolizumab_resp": "pembrolizumab",
    "TICE BCG newborn": "bcg",
    "NICE TA531 - Pembrolizumab untreated PD-L1 positive NSCLC": "pembrolizumab",
    "SMC2187 atezolizumab not recommended": "atezolizumab",
    "glofitamab after obinutuzumab pretreatment": "glofitamab;obinutuzumab",
    "glofitamab, previously rituximab": "glofitamab",
    "switched from nivolumab to pembrolizumab": "pembrolizumab",
    "EloRd, progressed 2019": "elotuzumab",
    "D-Pd, CR": "daratumumab",
    "elo/rev/dex": "elotuzumab",
    "mini-HCVD + inotuz": "inotuzumab-ozogamicin",
    "BlinatumomabResponder_scRNA_lib4": "blinatumomab",
    "relatimab/nivolumab fdc": "nivolumab;relatlimab",
    "polatuzamab vedotin R-CHP": "polatuzumab-vedotin;rituximab",
    "pertuzamab trastuzumab docetaxel": "pertuzumab;trastuzumab",
    "durvulumab after chemoRT": "durvalumab",
    "retifanlimib for Merkel": "retifanlimab",
    "tislelizumb + chemo ESCC": "tislelizumab",
    "Erbitix with RT": "cetuximab",
    "Epkinli DLBCL": "epcoritamab",
}


@pytest.mark.parametrize("text", NONE)
def test_nothing_is_given(text: str, therapies: Resolver) -> None:
    assert therapies.resolve(text).ids == []


@pytest.mark.parametrize(("text", "ids"), SURE.items())
def test_it_is_read_in_full(text: str, ids: str, therapies: Resolver) -> None:
    match = therapies.resolve(text)
    assert (match.id, match.review) == (ids, "no")


@pytest.mark.parametrize(("text", "ids"), DOUBTFUL.items())
def test_it_is_for_review(text: str, ids: str, therapies: Resolver) -> None:
    match = therapies.resolve(text)
    assert (match.id, match.review) == (ids, "yes")
