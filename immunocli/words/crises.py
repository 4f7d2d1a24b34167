"""What a person in crisis says: who, an intent or an act, a means; see `frames`."""

from __future__ import annotations

CRISES = """
+suicidal-thoughts | jump jumping leap throw | bridge roof cliff window train platform balcony =front
  building motorway bus | @ ! section
+suicidal-thoughts | hang shoot slit drown stab gas strangle suffocate poison harm =cut =cutting =cuts =burn
  =hurt =hurting =harming =end smother starve | SELF wrist wrists self arms throat ! shaving cooking
  accidentally fell email chopping shaved knife-slip sunscreen fall
+suicidal-thoughts | rope noose gun knife razor rifle pistol =blade =blades scissors | use throat will ready
  =has bought locked garage bathroom =head hold holding wrists got @other | @ ! gamma program study drug
  surgery crispr kitchen
+suicidal-thoughts | train lorry bus cliff platform edge bridge ledge roof window wall | step stepping drive
  driving standing stand under walk =sitting wont crash | @ ! cutting bleeding program trial travel rehab
  nurse
+suicidal-thoughts | DRUG meds stash | save saved saving hoard hoarding hide hiding count counted counting
  stockpile stockpiling collecting stash lined squirreled | @ ! money cost insurance recycling week holiday
  trip
+suicidal-thoughts | DRUG dose | enough | end die kill finish forever sleep wake myself ready all ! cells
  tumor week
+suicidal-thoughts | how what much many would could can which much whats does if | DRUG dose | kill fatal
  lethal die wake deadly overdose od forever death ! mice mouse cells cancer tumor study rat rats tumour
+suicidal-thoughts | took taken swallowed downed necked | DRUG them tablets prednisone steroids | all whole
  bottle box load loads lot handful packet purpose NUMBER strip bunch everything ! food breakfast
+suicidal-thoughts | =take taking | DRUG prednisone steroids | all whole bottle box | once together happen
  die gone ! morning breakfast bedtime prescribed
+suicidal-thoughts | burden nuisance | @ ! tumor mutational financial disease cost proof viral symptom money
+suicidal-thoughts | everyone family they nobody wife kids world them children husband mum | better happier
  easier care miss relieved favour favor notice | without gone die around =went | =i =me =im =id =him =she
  =he
+suicidal-thoughts | nobody noone no | care miss notice bothered cry | gone =i =me =him die dead
+suicidal-thoughts | favour favor | family everyone wife them world | =went gone die =if
+suicidal-thoughts | should let ready deserve deserves begging begged | =die =dead | @ ! hair cells know
  tumor cell
+suicidal-thoughts | want wish hope hoping like rather pray praying | =die =dead =dying | @ ! hair cells
  know tumor cell cancer dad father mum mother
+suicidal-thoughts | painless quick peaceful easiest easy quickest quickly painlessly gentle easier | way
  =end end die =go method | =end =die it things kill out all ! read
+suicidal-thoughts | want wants going gonna plan planning ready feel thinking tempted thoughts | =end
  =ending finish | =it life everything things =all =myself | @ ! treatment trial study therapy chemo
  subscription course infusion
+suicidal-thoughts | =do =doing | SELF | =in | @
+suicidal-thoughts | cutting cuts selfharm self-harming | teenage son daughter =she =he =im wrist again
  started sister brother | ! edge teeth tooth tool dose down hair back grass costs price
+suicidal-thoughts | self | harm harming harmed ! harmony
+suicidal-thoughts | given gave giving | away | things belongings stuff possessions
+suicidal-thoughts | goodbye goodbyes farewell | said letter letters note wrote written everyone all saying
  | @ everyone ! nurse
+suicidal-thoughts | hurry lord god please come | =take =takes | =me | wish hurry lord god cancer let
+suicidal-thoughts | join want be | heaven =late | @
+suicidal-thoughts | stop quit refuse stopped refusing | insulin dialysis treatment steroid steroids eating
  medicine drinking meds tablets | so let sooner want wants wanting | die happen end death nature over
+suicidal-thoughts | drive driving drove | cliff wall tree river | @ =off into
+suicidal-thoughts | want wish | disappear vanish gone | @ ! rash lump tumor cancer pain symptoms
+suicidal-thoughts | not =not never stop | =be =exist exist =around =here | want wish =easiest anymore alive
  tomorrow should | @ ! hospital trial appointment infusion move visit scan advice
+suicidal-thoughts | not never dont | wake | want hope sleep tomorrow pray wish | @other =i =im =and ! up-to
+suicidal-thoughts | si suicidal | plan passive active voicing intent ideation @
+suicidal-thoughts | hate sick tired fed had done | =alive =living =life =existing existing | @ ! work style
  infusion chemo scan
+despair | worthless hopeless trapped pointless empty desperate unbearable | =i =im feel life everything
  living | @
+despair | no not never | way hope future | out left ahead cant see anymore | @ ! trial trials listed
  hospital pay home know
+despair | cant cannot | anymore | do go take face cope carry fight bear stand | @ ! drive work walk run
  afford climb
+despair | point use purpose | no not whats see any what | living on carrying going anything life trying
  anymore waking ! biomarker trial second
+hurting-others | hurt =hurt =hurting kill =harm =harming strangle stab smash shoot punch murder attack
  choke | =going want =could feel urge thoughts thinking threaten threatens =gonna voices scared will wants
  impulse =say =says might | someone people husband wife kids children baby carer =him =them nurse doctor
  everyone =her mum =me neighbour boss family partner head ! infusion drug medicine treatment chemo cancer
  needle email drugs breastfeeding vaccine test
+hurting-others | want going feel could urge | strangle stab smash murder throttle | @
hurting-others | knife gun | husband wife someone kids carer nurse threatened pointing neighbour
+suicidal-thoughts | drank swallowed drunk | bleach poison antifreeze | @
+suicidal-thoughts | last final | night goodbye day | tonight my this is | @ ! infusion dose scan visit
  hospital treatment chemo
+suicidal-thoughts | not wont never | =hear =see bother | =again =anymore | =me @other ! doctor
+suicidal-thoughts | will note letter affairs funeral | writing wrote left leave sorted planned | gone going
  then shotgun goodbye gun ready | @
+suicidal-thoughts | quickest fastest easiest painless quick best | way | =go =die end myself | ! hospital
  clinic
+suicidal-thoughts | dignitas euthanasia maid assisted | want better end go book think suicide dying how die
  ! trial
+suicidal-thoughts | better | off | ground grave dead gone without dignity | =me =i =hed =shed @other =id !
  chemo it
+suicidal-thoughts | deserve deserves | better live life die living dead | =me =i dont kids wife family
  =than
+suicidal-thoughts | if | scan results cancer treatment spread bad fails fail positive chemo back worse
  doctor | =end finish =do over kill out | =it myself everything =ill =i will ! drug trial hospital study
  insurance if-covered
+suicidal-thoughts | =how =when =where | know =will plan worked decided | =do =doing | =it =how | =i =ill !
  trial dose work drug know-more
+suicidal-thoughts | attempted attempt tried | before kill suicide hang again same myself himself herself
  overdose | @ ! trial treatment email call drug
+suicidal-thoughts | wish want could like | bed sleep | never not forever | @
+despair | =nothing =nobody =noone | matters needs loves cares wants | anymore =me now left =us @
+suicidal-thoughts | bottle box packet handful pack overdose enough | DRUG | =it die do enough kill work
  long ! holiday trip week month recycling
+suicidal-thoughts | is does would how | hanging drowning overdose suicide jumping shooting bleeding =dying
  | painful quick hurt long painless fast peaceful | ! infusion bone nose
+suicidal-thoughts | taking take took | all | DRUG | die kill gone once
+hurting-others | =might afraid scared going want will feel | snap hurt lash explode hit shake | children
  kids baby wife them carer child husband mum people someone =her =him ! infusion drug medicine treatment
  email call vaccine
+despair | want wanting | =out | just cry crying over all | @ ! trial hospital info
+suicidal-thoughts | =no not | =me =us future tomorrow life | after without | =this there see ! hospital
  treatment chemo drug
+suicidal-thoughts | shotgun gun rifle pistol | went left took out alone woods | @
+despair | dark black low bad | place hole pit | very in =im =hes =shes such
+suicidal-thoughts | thinking =thinking thought thoughts think dream plan stop wait waiting talk talks
  obsessed =stop | =dying =death =die suicide dead =dead | @ ! hair cells scared fear cell tumor trial =died
  if
+suicidal-thoughts | waste | space oxygen air skin | @ ! disposal
+suicidal-thoughts | sick tired fed better | looking caring nursing without | me | gone die leave disappear
  go
+suicidal-thoughts | walk walking swim swimming walked wade | sea river lake ocean traffic tracks water
  motorway | into front out think thoughts @ ! can could safe beach
+suicidal-thoughts | stood standing sat sitting stand edge | bridge ledge roof cliff platform balcony tracks
  railing window | @ ! photo holiday hospital
+suicidal-thoughts | =blade razor =lighter knife | again =out =got skin wrist arm | @ ! shaving kitchen
  trial study
+suicidal-thoughts | DRUG medicin insulin | job finish trick | =do do would enough
+suicidal-thoughts | smother end put let take help out | misery =me suffering | misery smother =dog =animal
  nature down die six | @
+suicidal-thoughts | ask asks asked beg begged begs | smother suffocate =die =end overdose | @
+suicidal-thoughts | nature god lord heaven | =take takes have win | =me | ready let come please wish ! what
+suicidal-thoughts | six | feet | under | @
+suicidal-thoughts | what scared afraid frightened worried not dont | =might =could trust safe do | =myself
  with SELF | @ ! infection infusion
+suicidal-thoughts | not | safe | =am =im =i =feel home alone tonight =hes =shes with | @ ! infection drug
  transplant take medicine food vaccine breastfeeding work eat for if
+suicidal-thoughts | punish hate hit hitting hits punching bang banging scratch biting | SELF | @
+suicidal-thoughts | starve starving | SELF die death
+suicidal-thoughts | life =life world | sucks pointless unbearable hell meaningless empty misery over shit |
  @
+suicidal-thoughts | goodbye goodbyes suicide | post posted text texted facebook message sent online
  instagram snapchat | @
+suicidal-thoughts | urge urges impulse impulses | hurt harm kill cut jump die =hurt end
+suicidal-thoughts | case much ready | DRUG bottle stash | keep kept hidden =gets =get =too hide drawer | @
  ! travel holiday reaction fever how
hurting-others | want urge like gonna going feel | =punch =hit =beat =kick =throttle =slap | @ ! roof
  jackpot head
+suicidal-thoughts | noose nooses | tie tied rope bought neck made @
+suicidal-thoughts | off jump jumping edge | roof bridge cliff building platform balcony multistorey carpark
  | @ ! program
+despair | why | bother bothering try keep carry | living life anything going trying on eating ! trial
  doctor
+despair | cba bored done bothered sick enough fed over tired | =life =living =existence everything | @
  anymore with ! work insurance
+suicidal-thoughts | hope wish want like | kill | =me
+suicidal-thoughts | pray hope wish wishing praying | not never | =morning =tomorrow =wake =see =christmas |
  night every @ ! rash trial doctor scan
+hurting-others | =say =says =said will gonna threaten threatening threatened =ill | shoot stab strangle
  murder kill punch smash | doctor nurse wife husband neighbour boss mum dad someone everyone people us =him
  =her =them kids ! email message tumor cancer cells germs
+hurting-others | scared afraid frightened terrified worried fear | =harm =harming =hurt =hurting smother
  shake | =ill =i =might =could | little kid kids baby children child wife him her someone boy girl son
  daughter ! infusion drug chemo treatment email vaccine urine breastfeed radiation
+suicidal-thoughts | =die kill deadly fatal | toomany overdose all whole | =taking =take =took overdose
+suicidal-thoughts | stop stopping end | everything =all | good ever wont goodbye dying die | @ ! trial
+suicidal-thoughts | drain dead weight millstone | family kids everyone wife husband them | @ ! financial
  money savings
+suicidal-thoughts | cut cutting cuts | started again wrist arm thighs used relapsed | @ ! sugar salt hair
  dose grass costs glass knife smoking chemo
+suicidal-thoughts | shut locked lock locks | knife razor pills blades =blades rope | @
+suicidal-thoughts | end finish | =my =his =her =own | =life lif | @
+suicidal-thoughts | =going gonna will want wants planning plan could ready thinking tempted tonight | =take
  =taking swallow inject injecting down necking =eat | all whole bottle box packet load lot every handful |
  DRUG steroids prednisone ! morning breakfast food bedtime together trip prescribed
+suicidal-thoughts | plan plans | DRUG rope gun knife bridge tablets noose | @ ! week dose treatment holiday
  study trial
+suicidal-thoughts | imagine imagining picture picturing dream planning planned plan | =funeral funeral
  coffin =death suicide =dying | @
+suicidal-thoughts | crash crashing steer | car | @ think thinking want purpose ! cart
+suicidal-thoughts | think want going feel plan tempted scared might =im urge | overdosing overdose overdos
  hang jump drown shoot | @ =thinking =about ! information queue conclusions email risk drug mouse doctor
  nurse in around on
+suicidal-thoughts | kill killing hang drown shoot gas neck throw fling lie top =off poison smother hurting
  hurts slit | SELF
+suicidal-thoughts | matters | own | hands
+suicidal-thoughts | voice voices head something demon | tell say command telling whisper order | stab =hurt
  hurt kill jump hit die cut strangle end
+despair | =just | cant | anymore
+suicidal-thoughts | lost losing no | will reason | live
+suicidal-thoughts | =end ending finish | =my =his =her | days =days life =existence
+suicidal-thoughts | lie lying lay | tracks track rails railway
+suicidal-thoughts | exhaust helium hose carbon | car garage bag pipe monoxide | @ how
+suicidal-thoughts | feel feeling like thinking thought want about | =ending =end | =it =everything =things
  ! treatment trial study therapy chemo course subscription
+suicidal-thoughts | easier better best happier cope manage fine | dead die =died gone without | =i =me =im
  everyone they family =id if
+suicidal-thoughts | not nothing no | worth | living life it going waking up | anymore going living life
  waking @ ! trial
+despair | =nothing not | look live fight hope joy left | forward for left now anymore | @ ! trial trials
+despair | give giving given gave | =up | life hope everything living all | @ ! smoking work job
+despair | =in | despair | @
+suicidal-thoughts | what which how many much | DRUG poison | kill fatal lethal deadly die | you =you person
  someone adult man woman me @ ! cancer cells tumor mice
+suicidal-thoughts | bleed | out | want going let myself bath
+suicidal-thoughts | jump jumping leap | scared afraid want going might tempted will | @ ! queue conclusions
  section page trial topic
+suicidal-thoughts | if | scan results cancer bad | jump hang shoot overdose jumping | @ ! doctor insurance
+suicidal-thoughts | wish | crash accident infusion cancer surgery | finish kill taken | =me
+suicidal-thoughts | not never | =see | through night christmas tomorrow future | =myself =me
+suicidal-thoughts | work worked counted many much | DRUG oxys tablets | =take =itd | =id =ive =it | ! day
  daily morning dose
+suicidal-thoughts | neck necking swallow | =lot everything all | @ ! hard
"""
