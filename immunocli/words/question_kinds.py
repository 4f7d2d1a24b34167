"""Says of what kind the things are that a question names: a place, another disease, money, an amount; each a number.

What is to be declined shows in its kinds more than in its words: a country that is not the US, two medicines and
"better", milligrams, a result and who it is of. These stand beside the features of the words when an answer is chosen.
"""

from __future__ import annotations

from immunocli.words.stems import split
from immunocli.words.text_features import LONGEST, number

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping


def _words(told: str) -> frozenset[str]:
    return frozenset(told.split())


# Countries, who lives there, their cities, and what watches over medicines there.
_ABROAD = _words(
    """
    abroad accra adelaide africa african albania albanian alberta algeria amman amsterdam ankara anvisa anz
    argentina argentine asia asian athens auckland aussie australia australian austria austrian aviv bahamas bahrain
    bali bangalore bangkok bangladesh barbados barcelona basel beijing beirut belarus belfast belgian belgium
    belgrade berlin birmingham bogota bolivia bosnia brasil brazil brazilian brisbane brit britain british brussels
    bucharest budapest bulgaria bulgarian cadth cairo calgary cameroon canada canadian cancun caracas cardiff
    caribbean cdsco cebu chennai chile chilean china chinese cofepris colombia colombian colombo congo copenhagen
    croatia croatian cuba cuban cyprus czech danish delhi denmark dhaka doha dominican dubai dublin dutch ecuador
    edinburgh egypt egyptian ema emea emirates england estonia ethiopia eu europe european filipino finland finnish
    foreign foreigners france french gba geneva german germans germany ghana glasgow greece greek guadalajara
    guangzhou guatemala haiti hanoi havana heidelberg helsinki holland honduras hong hta hungarian hungary hyderabad
    iceland india indian indonesia indonesian iqwig iran iranian iraq ireland irish islamabad israel israeli
    istanbul italian italy jakarta jamaica jamaican japan japanese jeddah johannesburg karachi kathmandu kenya
    kenyan kerala kiev kiwi kolkata kong korea korean kosovo krakow kuala kuwait kyiv lagos lahore lanka latin
    latvia lebanese lebanon leeds libya lima lisbon lithuania london lumpur luxembourg lyon macedonia madrid
    malaysia malaysian malta manchester manila manitoba melbourne mexican mexico mhra milan monterrey montreal
    moroccan morocco moscow mumbai munchen munich nairobi namibia nepal netherlands nhs nicaragua nigeria nigerian
    nmpa norway norwegian oman ontario osaka oslo ottawa overseas pakistan pakistani panama paraguay paris pbs perth
    peru peruvian pharmac philippines pmda poland polish portugal portuguese prague punjab qatar quebec quito riga
    riyadh romania romanian rome russia russian rwanda saigon salvador santiago saskatchewan saudi scotland scottish
    senegal seoul serbia serbian shanghai shenzhen singapore slovak slovakia slovenia smc sofia spain spanish
    stockholm sudan sweden swedish swiss switzerland sydney syria taipei taiwan taiwanese tanzania tehran tga thai
    thailand tijuana tokyo toronto trinidad tunisia turkish uae uganda uk ukraine ukrainian uruguay vancouver
    venezuela vienna vietnam vietnamese vilnius wales warsaw welsh zagreb zambia zealand zimbabwe zurich
    """
)
# States of the US and cities there, as far as they are no common words, and who gives care there.
_AT_HOME = _words(
    """
    alabama alaska albuquerque anchorage angeles antonio arizona arkansas atlanta austin bakersfield baltimore boise
    boston bronx brooklyn buffalo california carolina charlotte chicago cincinnati cleveland closest colorado
    columbus connecticut county dakota dallas dana delaware denver detroit diego downtown drive driving duluth
    farber fargo florida francisco fresno georgia hampshire hartford hawaii honolulu houston idaho illinois indiana
    indianapolis iowa jacksonville jersey kansas kentucky kettering knoxville lexington local louisiana louisville
    maine manhattan maryland massachusetts mayo memphis miami michigan miles milwaukee minneapolis minnesota
    mississippi missouri moffitt montana nashville near nearby nearest nebraska nevada ohio oklahoma omaha oregon
    orlando orleans pennsylvania philadelphia philly phoenix pittsburgh portland queens raleigh reno rhode richmond
    rochester rural sacramento seattle sloan spokane suburb tampa tennessee texas toledo town tucson tulsa utah
    vegas vermont village virginia washington wichita wisconsin within wyoming york zip
    """
)
# Diseases and troubles that are no cancer and no effect of an immunotherapy alone.
_AILMENTS = _words(
    """
    acne addison adenoids adhd afib aids allergies allergy alopecia alzheimer alzheimers anemia angina ankylosing
    anxiety apnea arthritic arthritis asthma asthmatic atherosclerosis autism autistic bipolar bph bronchiolitis
    bronchitis bunions cataract cataracts celiac chickenpox chlamydia cholera cholesterol cidp cirrhosis colitis
    copd covid crohn crohns croup cushing cystic dementia dengue dermatitis diabetes diabetic dialysis
    diverticulitis dystrophy eczema emphysema endometriosis epilepsy epileptic erectile fibrillation fibromyalgia
    fibrosis flu gallstones gerd gestational glaucoma gonorrhea gout graves hae hashimoto hashimotos hayfever
    hemophilia hemorrhoids hernia herpes hidradenitis hiv huntington hypertension hypothyroidism ibs impetigo
    influenza insomnia itp kawasaki kidney-failure leprosy lice lipids lupus lyme macular malaria measles menopause
    mers migraine migraines mpox mumps muscular myasthenia narcolepsy nephritis neuropathy nmosd obesity ocd
    osteoarthritis osteoporosis pancreatitis parkinson parkinsons pcos peanut plantar pneumonia pnh polio porphyria
    prediabetes pregnancy psoriasis psoriatic ptsd rabies raynaud reflux rheumatoid ringworm rosacea rotator rsv
    sarcoidosis scabies schizophrenia sciatica scleroderma sclerosis shingles sickle sinusitis sjogren sma smallpox
    spondylitis statin strep stroke syphilis tay tb tetanus thalassemia tinnitus tmj tonsillitis triglycerides
    tuberculosis typhoid ulcerative urticaria uti uveitis vasculitis vertigo vitiligo warts whooping zika
    """
)
_MONEY = _words(
    """
    aetna afford affordable anthem authorization bcbs bill billed billing bills cash charge charged charges cheap
    cheaper cheapest cigna claim claims coinsurance copay copays cost costing costly costs coupon coupons cover
    coverage covered covers debt deductible discount dollar dollars donut expense expenses expensive fee fees
    finances financial formulary free fund funding funds goodrx grant grants humana installment installments
    instalment instalments insurance insured insurer insurers invoice kaiser medicaid medicare money mortgage
    network owe owed paid pay payer paying payment payments pays pocket premium premiums price priced prices pricey
    pricing prior quid quote quoted rebate reimburse reimbursed reimbursement savings subsidy tricare uhc united
    unitedhealthcare voucher wholesale
    """
)
_PRICED = ("$", "€", "£", "₹")
_AMOUNT = _words(
    "mg mgs mcg ml mls milligram milligrams unit units cc tablet tablets pill pills capsule capsules vial vials"
)
_DOSING = _words(
    """
    calculate convert cut dosage dose doses dosing double doubled extra half halve halved higher hold increase lower
    many miss missed much reduce restart resume skip skipped split stretch taper
    """
)
_WHOSE = _words(
    """
    aunt brother dad dads daughter father gran grandma grandpa he her hers hes his hubby husband husbands i im ive
    me mine mom moms mother mum mums my nan our patient she shes sister son uncle us we wife wifes
    """
)
_RESULTS = _words(
    """
    alt ast biopsy birads blood bloods came cea count counts ct ferritin found ki67 ldh lesion letter level levels
    lipase lump lumps mammogram marker mass mri msi node nodes nodule nodules pathology pdl1 pet psa reads report
    result results said says scan scans shadow showed shown shows smear spot spots suv test tested tests tmb tsh
    ultrasound xray
    """
)
_PICKS = _words(
    """
    advise best better between choose choosing compare go instead option options or over pick prefer preferable
    rather recommend safer should stronger superior top versus vs which worse would
    """
)
_ODDS = _words(
    """
    beat chance chances cure cured die dying expectancy hope last left likely live long months odds outlook
    prognosis sentence survival survive terminal time years
    """
)
_SEEKS = _words(
    """
    address appointment center centre clinic clinics doctor doctors find finding hospital name names near number
    oncologist pharmacies pharmacy phone refer referral specialist surgeon where who
    """
)
_CANCERS = _words(
    "cancer cancers tumor tumors melanoma lymphoma leukemia myeloma carcinoma sarcoma mets oncology"
)
# What the record holds of a medicine, and the groups that it holds medicines in.
_FACTS = _words(
    """
    accelerated approval approvals approve approved authorized biosimilar biosimilars blackbox boxed brand cleared combo
    company copycat count discontinued earliest firm generic indication indications label labeled latest launched
    licence license licensed line lines list listed maker makes manufacturer market monotherapy newest nod oldest owns
    paired partner partners pulled revoked route sells shelf sold solo subcutaneous subq withdrawn yanked
    """
)
_GROUPS = _words(
    """
    adc adcs bcma bispecific bispecifics blocker blockers car cart ccr4 cd123 cd19 cd20 cd22 cd3 cd30 cd33 cd38
    checkpoint claudin conjugates ctla ctla4 cytokines dll3 egfr engager engagers gd2 gp100 gprc5d her2 inhibitors lag
    lag3 nectin oncolytic pd pd1 pdl1 slamf7 tigit til tils trop trop2 vegf
    """
)
_CLASSES = (
    ("abroad", _ABROAD), ("home", _AT_HOME), ("ailment", _AILMENTS), ("money", _MONEY), ("amount", _AMOUNT),
    ("dosing", _DOSING), ("whose", _WHOSE), ("result", _RESULTS), ("picks", _PICKS), ("odds", _ODDS), ("seeks", _SEEKS),
    ("cancer", _CANCERS), ("fact", _FACTS), ("group", _GROUPS),
)  # fmt: skip
# Kinds of treatment, which no single medicine is.
_TREATMENTS = _words(
    "chemo chemotherapy radiation radiotherapy surgery steroid steroids vaccine vaccines transplant"
)
# A longer word with these endings is the name of one of ours.
_ENDS, _STEM = ("mab", "cel"), 6


def kinds(question: str, medicines: Mapping[str, str]) -> list[int]:
    """Return the numbers of the kinds that a question names, and of any two of them together.

    Args:
        question: what somebody typed.
        medicines: the sort of each word in it that names one.
    """
    return _numbers(sorted(kinds_told(question, medicines)))


def every_kind() -> list[int]:
    """Return the numbers of all kinds that there are, and of any two of them."""
    return _numbers(
        sorted([*(name for name, _ in _CLASSES), "number", "other", "ours", "treatment", "several"])
    )


def _numbers(found: list[str]) -> list[int]:
    pairs = [f"{one}&{other}" for place, one in enumerate(found) for other in found[place + 1 :]]
    return [number(f"&{one}") for one in (*found, *pairs)]


def kinds_told(question: str, medicines: Mapping[str, str]) -> set[str]:
    """Return the kinds that a question names, as words.

    Args:
        question: what somebody typed.
        medicines: the sort of each word in it that names one.
    """
    question = question[:LONGEST]
    words = set(split(question))
    found = {name for name, some in _CLASSES if not some.isdisjoint(words)}
    if any(mark in question for mark in _PRICED):
        found.add("money")
    if any(word[0].isdigit() for word in words):
        found.add("number")
    sorts = [
        "other" if sort == "_other" else "ours" for word, sort in medicines.items() if word not in _TREATMENTS
    ]
    sorts += [
        "ours" for word in words if word not in medicines and len(word) > _STEM and word.endswith(_ENDS)
    ]
    if not _TREATMENTS.isdisjoint(words):
        sorts.append("treatment")
    found.update(sorts)
    if len(sorts) > 1:
        found.add("several")
    return found
