"""What trouble of the body sounds like; see `frames`."""

from __future__ import annotations

BODIES = """
trouble-breathing | breath | =bad fast shallow noisy worse difficult laboured labored funny weird strange
  rapid marathon harder quick raspy panting ragged crackly worsening hungry struggling =short dying effort
  tight awful quickly rattly ! test fresh deep hold away scan easy exercises exercise radiation smell smells
  fasting shortness relief
trouble-breathing | no cant not enough | =air oxygen breathing =breath =breathe respireing =inhale | coming
  enough good well in lungs catch properly get cant since no ! problem trouble difficulty short shortness
  flight travel
trouble-breathing | puff puffed panting wind winded gasping gasp sob breathless | walk stairs bathroom
  sitting rest talk dress step lying exertion kitchen bed few
trouble-breathing | lip finger nail skin face tongue nails | blue grey gray purple | gone going turn are is
  look looks my his her ! cap eyes
trouble-breathing | rr resps resp respirations respiratory | distress 28 30 32 34 35 36 38 40 failure fast
chest-pain | chest ribs | press crushing band killing elephant knife standing sitting sat sit stabbing tight
  heavy squeezed closing burning ! xray x ray drain tube
chest-pain | cp | radiating arm jaw sweaty central co
racing-heart | heart ticker pulse =hr | clappers shop place mad crazy fast pounding bananas mental jumping
  wild thudding skip bursting funny irregular flutter drum train ! attack broken
facial-swelling | tongue lip | swollen fat big thick huge sausage sausages bigger growing doubled
facial-swelling | face throat eye mouth | swollen balloon fat puffy sausage hamster ! feature
blistering-skin | skin | peel peeling bubble bubbling raw slough sloughing sheets strips shedding | off raw
  sheets my his her all burn burning up ! fruit cream creams
blistering-skin | skin | off away | come comes coming falls falling slides rub rubbing
blistering-skin | rash skin | mouth eye lip blister raw bubble peel genitals | spread spreading sore raw lip
  eye mouth into blister peel fast burn
blistering-skin | rash spots | spread spreading | fast quickly everywhere hours face everything whole all
  rapidly
coughing-blood | cough spit | blood red rust rusty pink streaks streaked brown | @ up when my
vomiting-blood | vomit heave heaved brought bring sick | blood coffee grounds soil | @ up red dark like !
  test
vomiting-blood | hematemesis haematemesis hemoptysis haemoptysis | this x1 x2 am pt today since @
blood-in-stool | poo toilet wipe pan motion =bottom nappy backside bum | blood black red jam clots maroon
  bleed blackberry cherry currant beetroot tar ! test sample cell donate
blood-in-stool | melena melaena hematochezia | x1 x2 x3 x4 since pt today overnight @
blood-in-urine | pee passing | red pink blood clot clots rusty rose wine ketchup ! test sample cell white
dark-urine | pee | brown dark cola coke tea rust orange treacle coffee stout guinness muddy mahogany ! drink
  drinking drank
unusual-bleeding | nose gum gums | pouring gush gushing streaming bleed dripping | blood hours wont stop
  keep every @ pouring
unusual-bleeding | bleed | stop wont keep hours pouring soaked drenched cant everywhere ! edge
heavy-bleeding | pad tampon period pads towels | soak soaking soaked flooding drenched hour | hour half
  every heavy blood
bruising | bruis | everywhere over nothing reason bump bumped never knock touch all overnight unexplained
severe-diarrhea | POO | every | minute minutes min mins hr hrs hour half quarter twenty ten fifteen thirty
  hourly ! flush
severe-diarrhea | run poo diarrhea | wont cant | stop control hold quit slow ease
severe-diarrhea | POO bottom | nonstop constantly tap pouring gushing explosive uncontrollable leave live
  off dehydrated | cant wont like been nonstop @
vomiting | vomit vomitting sick heaving puking | nonstop hours constantly every straight night everything
  keep down times stop ! leave pay hospital
vomiting | not nothing | stay staying keep kept keeps keeping | down
vomiting | cant wont not | down | water anything fluids food drink sip tablets keep | keep hold stay keeping
  stays
severe-belly-pain | belly | hurt cramp cramps =pain pains knot | BAD straight stand hard board rock
severe-belly-pain | belly | hard board rigid rock solid | hurt board rock doubled drum sick
fever | febrile pyrexial pyrexia feverish | pt 38 39 40 post since today chemo @ neutropenic infusion
fever | hot burning roasting boiling | up forehead skin fever temperature sweat | freezing shiver fever then
  forehead cold ! topic tumor
chills | teeth bed whole uncontrollably | chatter chattering shake shaking shiver rattling rattle clattering
chills | rigor rigors rigoring | post @ since infusion had x1 x2 pt
infection-signs | port picc hickman catheter line pegsite cannula | red pus ooze oozing leak weeping hot
  sore swollen gunk ! hot-line
sepsis-signs | mottled grey gray clammy blotchy ashen | breath fever cold sleepy sweaty confused hand hands
  feet infection pulse
yellow-skin | eye skin face | yellow mustard banana canary lemon custard daffodil ! cap fruit
yellow-skin | jaundiced | since today pt @
yellow-skin | turn gone turning going come look looks since went | yellow jaundiced | @ since skin like !
  fever card page vial cap
trouble-passing-urine | bladder waterworks | full burst bursting stopped stop stuck blocked solid packed |
  cant nothing stop stopped wont go up
little-urine | pee | not no hardly barely few drops cant little nothing never none | hours since day
  yesterday all today only once nothing morning night come comes ! smell trial bcg hurt burning
thirst-and-urination | thirst drinking gallons drink | pee toilet | all every night lots horse gallons
  constantly cant forever much ! bcg before coffee
ketoacidosis-signs | breath | fruity pear acetone sweet varnish
trouble-swallowing | food drink water tea drinks soup | nose wrong stuck stick sticks | back down throat way
trouble-swallowing | swallow dysphagia | cant hurt lump wont choke stuck difficult liquids solids even hard
  painful ! tablet-size
leg-swelling | leg ankle ankles feet foot calf shin | swollen twice tree size balloon puffy bigger | hot red
  tight one trunks shoes breath sore double other my his her
fast-weight-gain | gained gain put | kilo kilos stone pounds lbs | day days week since tuesday monday
  overnight on
overdose | took taken swallowed gave given had ate eaten drank | double twice toomany wrong extra =nans
  mixed again | DRUG dose doses steroids steroid methotrexate prednisone ! trial arm study mistake-free
overdose | child kid toddler baby grandson grandchild niece nephew boy girl son daughter | ate eat swallowed
  drank eaten licked chewed | DRUG dose steroids methotrexate cream bottle patch
overdose | took taken given gave swallowed | DRUG methotrexate | daily every NUMBER mistake accident go
overdose | took taken deliberate accidental had having | overdose | @
overdose | =odd | on | DRUG meds
overdose | drank drunk swallowed drinking ate | bleach poison antifreeze detergent weedkiller batteries
adrenal-crisis-signs | steroid steroids hydrocortisone prednisone prednisolone cortisol | ran miss missed
  stop vomit without out | faint dizzy weak sick collapse vomit adrenals
infusion-site-pain | drip cannula iv needle infusion | arm hand vein site | red swollen burn stinging hot
  lump leaking blistering
trouble-breathing | breath | straw water drowning underwater pillow glue treacle rattle rattles every
  sucking pulling shoulders neck ribs grey each ! drink drinks test hold
trouble-breathing | lung lungs | water full fluid heavy fill tight drowning collapsed ! cancer scan donor
trouble-breathing | drowning suffocating smothered smothering | in bed night lying lungs feel
racing-heart | heart chest | fish bird flopping flop butterfly hammering running runaway beating | fast like
  out @ ! goes out
blistering-skin | lip mouth eye | privates genitals vagina penis bum down groin bits | blister raw hurt
  ulcers sores sore peeling
blood-in-stool | poo turd | black soot bitumen tarmac coal ink tar ! pee
blood-in-stool | blood clots bleeding bleed | bog loo toilet roll paper tissue passage back bowl | @ over
  when in all from ! nose test
heavy-bleeding | pad pads tampon tampons sanitary nightie | change changed changing soak through | hours
  hour times every minutes
severe-diarrhea | stuck sat live living sitting camped | toilet loo bog bathroom | since all night hours !
  bcg
severe-diarrhea | run poo diarrhea | count lost nonstop water | times cant many ! sample
severe-belly-pain | belly | knives knife stabbed ripped twisted torn cut glass cry crying scream screaming |
  @ hurt
fever | =t temp tmax | 38 39 40 41 101 102 103 104 | 1 2 3 4 5 6 7 8 9 day post =t temp ! cell storage
chills | shake shaking uncontrollable shiver shivers teeth | uncontrollable uncontrollably chemo infusion
  violently freezing rattling hour cold | @ after hour teeth shake shaking came ! head hand excitement hands
little-urine | pee dribble drop drips trickle | hardly only barely few | go come comes pass passing toilet
  day
little-urine | nappy nappies diaper diapers | not no dry wet | day all hours since
thirst-and-urination | drink drinking thirst | pee peeing | drink and all ! bcg coffee water-intake
thirst-and-urination | sugar sugars glucose | 300s 400s 500s 600s roof high hi skyhigh error sky | @ reads
  meter ! free drinks diet
trouble-swallowing | food drink water tea drinks soup milk | nose | comes come out back down
overdose | gave given injected took taken had | adult double twice error wrong mixed-up NUMBER 2 3 4 three
  two four five both | DRUG weekly patch shot ! prescribed weeks plan
overdose | gave given injected | adult wrong double someone error mistake accident | dose DRUG jab shot
overdose | toddler baby kid child grandson | open opened playing gone missing found into | DRUG bottle
  packet box blister
allergic-reaction | itch tingle tingling flushed hives rash wheez | lip tongue throat faint drop wheez
  swollen drip infusion tight | faint drop dizzy tight throat wheez pass collaps ! nivolumab weeks
chest-pain | heart chest | fist band vice belt grip squeeze brick stone weight clamp
leg-swelling | feet ankle leg foot ankles | swollen | so cant shoes socks dent one both suddenly breath flat
  lie
fast-weight-gain | two three four five six seven 2 3 4 5 6 7 8 9 10 | kilo stone pounds lbs | up more
  heavier on overnight week yesterday days gain ! lost lose down
little-urine | pee | once twice | day days hours today ! flush how often
severe-diarrhea | up stuck all | night | toilet loo bog bathroom poo | @ all on
blistering-skin | skin rash | hurt burn scalded sunburn sunburnt raw | red all over touch everywhere
  spreading boiled ! infusion sun
blistering-skin | sores sore blister ulcers ulcer | mouth lip | eye genitals privates vagina penis skin down
thirst-and-urination | glucose sugar sugars bm | mmol hi 18 19 20 22 24 25 26 28 30 32 33 35
very-high-blood-pressure | 180 185 188 190 195 200 205 210 215 220 230 | 100 105 110 112 115 118 120 125 130
  135 140
sepsis-signs | floppy limp grey gray pale | floppy grey gray mottled clammy blue drowsy responding
  unresponsive | @other
overdose | girl boy toddler kid child daughter son baby grandson granddaughter nephew niece | got getting
  into found playing | medicin steroids chemo DRUG patch
overdose | took taken swallowed | someone elses somebody husband wife neighbour dads mums husbands wifes
  wrong | DRUG
mouth-sores | mouth gob gums tongue cheek | sores raw ulcers ulcer hurt white patches coating thrush burn
  stinging
cough | cough tickle | days weeks week hanging lingering shift ages month new dry worse night tickly
rash | skin back tummy belly arm leg chest face | bumps spots rash blotchy itch itchy pimples welts ! hives
  lump
diarrhea | poo run toilet | loose runny four five six sloppy watery mushy often
new-lump | lump bump swelling knot | neck armpit breast groin found new under pea grape growing
severe-tiredness | tired exhausted fatigue shattered knackered drained worn wiped | bone cant bed nothing
  dishes shower dress all up everything
wound-not-healing | wound scab cut sore scar incision | heal close open weeping smell oozing again closing
muscle-pain | muscles thighs shoulders arms calves | hurt ache stiff sore tender
bone-pain | bone bones shin hip spine | hurt deep night ache
jaw-pain | jaw | hurt stiff sore click tired
painful-urination | pee | sting stings stinging burn hurt burns scalding razor
possible-pregnancy | pregnant period pregnancy | late missed might maybe could think test positive =im
pale-skin | pale white ghost sheet | face skin look looks gone gums @ ! blood cells count
chest-pain | chest | lorry truck car bus boulder anvil parked horse rock weight ton bricks cement | @ on
severe-belly-pain | belly | spasm spasms cramp cramps uncurl curled twist folded foetal fetal stabbing waves
  | cant @ terribl stop
little-urine | catheter bag | not nothing empty dry | day hours all since night in
overdose | had took taken swallowed gave | tablets DRUG dose | together both same once days | ! food
  breakfast meal prescribed
possible-pregnancy | expecting | baby child | @ might may think
trouble-breathing | breath | catch fight fighting hunger starved tight blocked stopping stops stopped | @
  cant ! scan test
trouble-breathing | puff winded wind breath | tying laces shoes shoelaces stairs bed shower dressing
  shopping kettle
sepsis-signs | cold clammy mottled | hands feet skin | fever confused infection shivering breath faint
yellow-skin | say says tell look looks | yellow jaundiced | @ eye skin
fast-weight-gain | scales scale weigh | up | kilo stone lb two three four five 3 4 5 6 7 8 9 10 | day days
  week overnight this
overdose | took taken gave given had | extra double | mistake accident accidentally error
trouble-breathing | breath | cloth mask blanket wet through
trouble-swallowing | steak meat bread food pill soup | lodged stuck wedged jammed past
vomiting | bring brings bringing | up | even tea water everything all
infection-signs | line port picc | angry weepy puffy throbbing swollen
blood-in-urine | waterworks water | red pink bloody | bright works passing @
"""
