"""Words around a name that do not change what it names."""

# Units, forms, routes, schedules and the grammar of treatment tables, in the languages met there.
AROUND_DRUGS = frozenset(
    """
    mg mcg ug g gm gr kg ml cc dl l iu miu mu ku kiu unit units u ui m2 bsa auc percent cfu pfu x ng
    nanogram milligram milligrams milliliter milliliters gram grams micrograms million mio billion
    cells cell injection injections injectable inj inject injecton inyectable inyeccion injektion
    solution solutions soln sol solucion solution loesung vial vials vl viales ampule ampoule amp
    flakon flacon infusion infusions inf perfusion perfusao infus concentrate concentrated conc
    concentrado concentre konzentrat koncentrat for powder pwd polvo poudre pulver lyophilized
    lyophilised lyo suspension susp dispersion emulsion cream crema creme ointment gel tablet
    tablets tab tabs capsule capsules cap caps caplet kit pack pfs prefilled pre filled syringe
    syringes jeringa pen pens autoinjector auto injector cartridge single multi multiple dose doses
    dosis dosing dosed use usage intravenous intravenously iv ivpb ivp intravesical intravesicular
    intravesically instillation bladder intralesional intratumoral intratumor subcutaneous
    subcutaneously subcut subq sc sq s c i v m topical topically oral orally po intramuscular im
    intradermal intrathecal recombinant rdna rbe human humanized humanised chimeric monoclonal
    antibody antibodies mab moab anticuerpo monoklonal immunotherapy inmunoterapia inmunoterapeutica
    immunotherapeutic therapy therapies tx rx treatment treatments tratamiento treated arm arms
    cohort group part regimen combination combo combined comb alone monotherapy mono agent single-
    agent based containing study drug drugs investigational product products brand generic name
    trade originator reference biosimilar biosimilars biologic biological innovator injectables
    medication medicine placebo or of the in on at to per by a an as from de la el con para por und
    mit et avec pour ou und zur zum einer com da do dos das via given administered q1w q2w q3w q4w
    q6w q8w q12w qw qwk weekly biweekly wkly every week weeks wk wks month months monthly day days
    daily d hour hours hr hrs h min mins minutes minute cycle cycles c1d1 course courses once twice
    bid tid qd initial loading load maintenance induction consolidation adjuvant neoadjuvant
    continued continuous followed concurrent sequential low high standard flat fixed escalating full
    half first second third line 1st 2nd 3rd 1l 2l 3l frontline prior previous then after before
    during until preservative free sterile water diluent liquid ready rtu live attenuated strain
    vaccine vacuna vaccin autologous allogeneic car t infused transduced genetically modified gene
    engineered chimeric antigen receptor usp bp ep nf inn usan nos unspecified commercial marketed
    licensed approved us eu uk section withdrawn discontinued open label extension rollover expanded
    access biol biologicals pharma nan na none anti pd l1 pd1 pdl1 ctla4 ctla her2 egfr vegf cd20
    cd38 cd19 bcma inhibitor inhibitors checkpoint blocker
    """.split()
)

# Words that say a cancer is meant, and those that tell its course but not which one it is.
OF_CANCER = (
    "cancer", "carcino", "tumor", "neoplas", "malignan", "sarcoma", "lymphoma", "leukemi", "melanoma",
    "myeloma", "blastoma", "glioma", "cytoma", "metasta", "oma", "adenoca",
)  # fmt: skip
AROUND_CANCERS = frozenset(
    """
    a an and the of in on with without to for from or by as at not other nos otherwise specified
    unspecified type types stage stages grade i ii iii iv ia ib ic iia iib iic iiia iiib iiic iva
    ivb 0 1 2 3 4 t1 t2 t3 t4 n0 n1 m0 m1 advanced metastatic metastases metastasis recurrent
    recurrence relapsed refractory relapse primary secondary locally local unresectable resectable
    resected inoperable early late newly diagnosed untreated previously treated treatment naive
    progressive progression persistent residual high low intermediate risk very poor good standard
    adult adults childhood pediatric child children juvenile elderly patient patients subject
    subjects people participants history family personal suspected confirmed histologically
    cytologically proven documented measurable evaluable invasive infiltrating noninvasive
    aggressive indolent active smoldering de novo novo disease diseases disorder cancer cancers
    carcinoma carcinomas tumor tumors neoplasm neoplasms neoplastic malignant malignancy
    malignancies ca cell cells solid left right bilateral upper lower middle lobe overlapping site
    sites lesion region organ organs area part male female men women former current positive
    negative mutant mutated mutation expressing amplified castration resistant sensitive hormone
    platinum eligible ineligible transplant first second third line setting limited extensive
    regional distant node lymph involvement affected affetti soggetti da di del de la phase study
    trial cohort group unknown well moderately poorly differentiated undifferentiated classic
    classical variant mixed common typical nonmetastatic operable completely adjuvant neoadjuvant
    """.split()
)
