/**
 * French and English words, folded, that a slip of the keys separates from one of the shipped plan's or of the
 * measures': they say what they say. Found by trying the repair on the words of two dictionaries
 * (an-array-of-french-words 2.0.0, an-array-of-english-words 2.0.0), forms of the very word left out.
 */
const words = `
marche marches
abimer abusent achars actin actinies actinite actinon actinons actins actionnai actionnais actionne actionnee
actionnees actionner actionnes actionnez activate activees activiez activise activises activismes activiste activistes
activities activize activizes activons acton actons adheraient adherant adherante adherantes adherants adherence
adherences adherend adherends adherently adhererent adhereront adherers adherons adorerent adulerent advertent aerie
agent aisance aisances alimentais alimenterai alimenterais alimenterez ambitionna ambitionnai ambitionnais ambitionne
ambitionnee ambitionnees ambitionner ambitionnes ambitionnez ambitious ameliorate ameliorator amendees amont anier
annele anneles annexe annexes appartenant appelant appelants appetant appreciant apprenaient apprenais apprenait
apprenne apprennent apprennes apprenons appretant appretat appurtenant appurtenants argentent arguent argumentation
argumente argumentent argumenter arien athenees atout attainder attelees attendais attended attendent attendez
attendiez attendimes attendis attendites attendra attendras attendre attendrez attendri attendrie attendries attendris
attendue attendues attendus attenuee attenuees attenues auction auctions augmentatif augmentor augmentors aures ave
avian aviron axion axions baisaient baisant baise baisement baisent baiser baises baisotent baissier basaltine
baseliners bassline basslines batissant batter belled besaint besaints besant besants beseen bettor bezant bezants
bezzant bezzants bila bilant biled bilent bilian bilked biome biplan bisser bitter boetter bogger boi bolled boskiness
bossiness botter bough bretter brought buccin buccins budge budged budger bugger bugginess bulginess bulkiness bulled
bumpiness burliness bushiness businessy bustiness busyness cade cafre cafte cage calandrer calandriez calender
calendrer calendric calendry calvering camarons cambering cambuter camperez camperons camuses cankering cantering
canthitis caparison capering capturing carbene carbine carbo cardboardy cardon careering carr carron carters cartonnai
cartonnais cartonne cartonnee cartonnees cartonner cartonnes cartonnez cartoon cartoons cased casement cassement
casser cast causeys cave caverning cayuses celling cendre cendrier centare centering cervices cervid cervids cervier
cession cessions chafe changeait chaptering charbon chare chartering chattering chauffai chauffames chauffante
chauffas chauffasse chauffat chauffates chauffee chaulage chaunged chiffe chout chronologer chronologic chronologique
chronologise chronologised chronologises chronologist chronologists chronologize chronologized chronologizes
chronology chunter cieling cist classier classmen clattering clauses clavering climaterique climatic climatise
climatize closest closets clours clout cloute clozes clustery clyster coassement coassements coast cobles coeurs
cogerance coherencies coherency coherente coherentes coiling coinherence coirs coit coite coiterions collative
collectible collectibles collectively collectivisa collectivise collectivises collectivism collectivist collectivite
collectivize collectivizes collectrice collectrices colleted colleter combated combater combine combusting combustious
combustor comember commenting comminuting committing commue communing communings commuta commutating commutera
commutez commutions compacted compactes compadre compadres compages compagnes compagnons companded companied companies
companion companions comparaissons comparse comparses compart comparted compartiment comparts comparue comparues
comparus comparut compassed compasser compassez compassons compast compatir compatirez compatirons compatis compearant
compeared compears compeered compeers compends compensa compensai compensais compensames compensas compensat
compensate compensates compensational compensator compensent compensera compenserai compenseras compenserez
compenserons compensez compensiez compensions compere compered comperes compesces competed competent competera
complacent complairez complairons complais compleat complect complected completiez completif completory complexe
complexed complexer complexera complied complier complot complote complotee comploter complotes complotted complotter
compo componees compones comported comportemental comportes comportez comportment comportons compos composat composees
composer composeur compositional compositor composons composta composteur compot compotes compotier compots comprend
comprenions comprenne comprennes compresse compressees compresser compresses compressons comprint comptages comptaient
comptent compterez compterons compting comptoir comptons compulser computera computerai computeras computerez
computing computings confutation confutations conseillai conseillais conseille conseillee conseillees conseiller
conseilles conseillez consolations consomption consomptions constations consultassions consultatif consultatifs
consulterions consultions consummation consummations conte contee conter contigue contigues continu continue
continuent continues contract contre bute contreboute contrebuta contrebutas contrebute contrebutee contrebutees
contrebutent contrebutez contribuons contributary contribute contributif contributifs contribution contributions
contributive contributives contributories contributory contriste contristes contrite contrive contrives coost coparent
corbe cors cos coses coset cosy cots cottering cou coud coude coudrier coudriers couranto courbant courd courie
courier couries couriez courroie courroies coursant coursier coursiere coursiers court courte courtier courtiere
courtiers courtiser courtlier courts courus cous couses coutant couth coutre couturier couvrant cratering craterings
craton cribles criterial criterium critters croassement crost crout croute cuitering cuiterions curant currier curs
cute dabs damns dams dangs danks dants darns das dawns dayched deadlined deadliness deaminate deans debit deblaiement
deblayer debout debt debud debur decagramme decamper decare decease deceased deceases deceasing decelerer decemvir
decharger decharner deche decheance deches declaimer declamer declamera declasser declore decoit decolerer decolorer
decombres decomplex decomposite decreasingly decreeing decrepage decreuse decreusee decreuser decreuses decreusez
decrewed decrewing decrit decrois decryption dedoublement dee deepness deer deere dees deeve defacements defenses
defenseur deference deferences deflagrer defoulement defoulements deglacement deglacements degrafe degrease degreased
degreaser degreases degreasing degringolade dejeunas dejeunera dejeunerai dejeunerais dejeuneras dejeunerez
dejeunerons dejeunez deliement delogement demarchage demarquage demarrai demarras dematage demembre demembree
demembres demembrez demenant demenees demenent demenons demet demets demettent demettons demettre deminant demine
deminent demis demise demises demission demissions demit demits demitted demitting demurrage demurrages denier
denieras denierez deniers denigres denitres denominate denouement dens depecees depecements depecons depeintes depende
depended dependes dependeur dependez dependions dependis dependons dependre dependrons dependues depens depensa
depensais depensames depensas depensat depensates depensent depensera depenserai depenseras depenserez depenserons
depensez depensier depensiere depensieres depensiers depensiez depensions deplatrer depleter deploie deploient
deploiera deploies deplomber deplorer deplorera deplorers deployment depotement deprenions deprennes depresses derade
deraieras deraierez derailers derangers dere deringers dernier dernier ne derny dernys deroulent deroutement
deroutements derriere derrieres descriptif descriptor desembraie desembraies desembrayai desembrayais desembraye
desembrayee desembrayees desembrayer desembrayes desembrayez desembuer desine desines desistance desorption despiser
dessiller dessuiter destiner destinera desyne desynes detartrage detectes detenons detruites detruits devaluated
devaluation devalue devaluee devaluer development developpent devenons devoiement devolue devolutif devolution devolve
devolved devolving devouement diagram diagrams dialectes diese differencia differencias differencie differencied
differenciee differenciees differencier differencies differency differend differentia differently difforment digramme
diminuendo diminutif dinde dindes dinner directest directifs directives directness directors directress discloser
discompose dispenses dispensons disperser displacements disponer disponers dispossess disposted disposure disprover
dissoner distancia distancie distanciee distancier distancies distante distantes distincte dodinant dodinent doline
domaine domiciled domicilia domicilie domiciliee domicilier domicilies domiciliez dominais dominances dominancy
dominantly dominative dominator dominators dominie dominies domino dominoes doner donnerd donnert dons dopped doth
douzieme downloaded drapped dree dripped drolement drooped dropait duans durabilities durability dynamic dynamise
dynamite dynamize dynastique early eating eatings echeancier eclissions ecole econome economes economic economics
economiques economism economisme economist economiste economizers economizes economy ecroule ecuissions ecule effect
effed eleatique elect electivite electivity electrical electrice electrices electricities electrics electrifie
electrify electrisa electrise electrize electrocute electrocyte electrogenic electron electronica electronicas
electronisa electronise electronises electrons electrotonic elis elisions elussions emballais emballames emballas
emballasses emballates emballees emballes embitter embitters embossions embussions emes emia emias emiassions
emicating emies emiettees emietter emiettera emietteras emirs emissifs emois emolument emos emottees emotter emottera
emotteras emotteur emotteurs emoussions empaillages emplaned emplissions empoissions empreindre empreins emprunte ems
emus emussions emys enallages endearing energid energids energise energize enplaned ensearing enserfing enterer
enterina enterinai enterinas enterine enterinee enteriner enterines enterinez enterrait envelope enveloper envelopes
envelops epiassions epissions epissons epreinte epreints eprissions erectrice ergonomie ergonomies etreinte etudie
etudies eussions evacuate evacuated evacuation evacuations evagation evaluant evaluator evaluent evitating evolute
evolutional evolutive evolvent evoquent expanse expansee expansees expanses expended expenders expensed expiation
expiration explant explants explicatif explicator explicitation explicitions explode exploder exploders exploitation
exploiter explorer explorera explorers explores exposer expresses exsolution facto factory faineances felled felling
feod fevier fiances fianciez fice fices ficha fichas fichet fichets fichez fichue fichues fiest figue filches filed
fillet filmed finches finding firmes firs fist fitche fitches flood floriation floriations fluctuational fluctuerions
fluctuions foid fomes foody foot fores formalin formalins formalisons formassions formatif formatifs formating
formational formels formenes formerions formication formications formions formulation formulations forth founded
founding fourbi fourbir fourmes fourmi fournil fouth fracture frequentatif friche friches frilled frist fro
fructuation fructuations fulled furth gabs gades gaes gamps ganses gapes gapos garage garbagey gashes gasp gasps
gasses gaups gawps gazes gees gemissant gemissants gerbage glads glapissant glapissants glas glassy glatissant
glissandi glissando glissandos gloss gloussant grade graissant graissants grandet grandi grandie grape graphic graphie
graphite graphium gree greent greeny grein gren grene grime grimer gripe griper grisants gronde grope groupent
grouperent groupie hachette hachettes haded hading hail hanterait hating hauld haulm hault hause hauses havions
headend headiest heading headring heald healded healding heapiest hearing hearsiest heartiest hearting heated
heathiest heatspots heavies heaviness hebergeaient hebergeant hebergent hebergerent hebetement heeded heeding heigh
heled heting hight hild historiai historiais historic historie historiee historiees historier histories historiez
historiiez hogh hold hostel hostels hotchpots hote hotes hotpot hotpots hotshots hysterique identify improuve
improuvee improuver improuves improuvez improvised incarcera incarcere incasing incensed incensing inchased inchasing
incompletely increasedly increasingly increate incremate incremated incremating incrossed incrossing indew indie
indigetes indirectly indirectness induce inferior inferrer informatise informative inimitees initiales intellectuel
intellectuels interieur interieure interieurs interlocutor interlocutrix interlocutrixes jaune jeune jillet jin jors
joues jube junte karters kilometra kilometrai kilometras lacement lacing lacte lacunae lad lade lager laite laking
lancelet lancinent lapement laptot laptots lare larguer las lated laten later lathe lati latke lats latte lavement
lavions laye lea leady leaf leas least led leed lees lest lieges liers lieves lige limees linge litees load loast
locking lost lote loth lother lymiter mac mach macquaient macquait macquant macquent macquera macquerai macqueras mals
malterie malteries malteriez manageras manageress managerez mandaient mande maniaient manique manoquaient manoquais
manoquait manoquant manoque manoquent manoquer manoquera manoquerai manoqueras manquement maquaient maquait maquant
maque maquent maquer maquera mar margent mark marquaient marquait marquant marquante marquants marquent marquera
marquerai marqueras masquaient masquait masquant masquante masquants masquent masquera masquerai masqueras masteries
match material materials materielle materielles materiez maternel maternels materniez mayen medals mee melas mele mels
mem membrue membrues menacees menacers menageames menageas menageates menagera menagerais menageras menagerent
menagerez menageries menageriez menagerons mentant mentent merc merch messageres messing metals milage mime mintages
minter misusing mneme mobey moite moitir moitit mome monade mondant mondent mondo moneth moneths monkey monster
montage montaged montages montaging montagneux montan montane montanes montanto montero montrant montrent mony
moquaient mordis mossing moten moth mother moths mountant mounter moye moyities moyity mussing natura nature naturelle
naturelles natures ne neutralise neutralised neutralisee neutraliser neutralises neutralisez neutralisme neutraliste
neutralistes neutralists neutralities neutrality neutralize neutralized neutralizer neutralizes nighs nimber nits
nonmember nordis nother nuis nuts objectais objectait objected objectiez objectify objecting objection objectiva
objective officie offie onsetting openest opined opining ordinate ordinated ordinates ordonnateur ordonnateurs ordos
ordres ords organisme organismes organisms organiste organistes organists organize organizer organizers organizes
organsinees oter ourdis outher outstandingly outstaring outstating outstaying ouvrera ouvrier ouvrit ouvroir overdust
overdusts overdye overt pacagees palan palicares palikares palliant palliante palliants pallions palmaires palmated
palmatures palmeras palmerez palmitique palmures palper pamper pan pandying pane panned panning pape papery pappier
parables parafees parcages pard pardonne pardonnes pareages parecious pariages parr parson partageuses partakes
partiaires participa participai participaient participais participait participantly participas participat participate
participatif participational participator participons party parut pase pases passel pasteque pasteques pastes paterne
paternes patrol patten patter pauper pawer peart pelasgique pelasgiques peloter peltations pening pensionne pensionnes
peopled pepier perdable perdables perennes perliere perlieres perliers peroxided persan persanes persaunt persienne
persiennes persona personae personage personages personas personate personates personise personises personize
personizes personnage personnages personned personnel personnels pert pervious peson pesse pestes petrel pettable peur
phrastique phrastiques pillions pistes plafonnai plafonnais plafonne plafonnee plafonnees plafonner plafonnes
plafonnez plain plaine plaining plainings planait planching planes planet planets planez planing plank planking
plankings plant plante planting plantings plantling plasmatique plasmatiques plastidule plastidules plasties plastiqua
plastiquage plastiquages plastiquai plastiquais plastiquames plastiquas plastiquat plastiquates plastiquent
plastiquera plastiqueras plastiqueur plastiqueurs plastiquez plastiquiez plastiquons plateaued platreux plication
plications plower poetical poetique poilant poilante poilants pointable polished politic politically politicard
politician politick politico politics politisa politise pollical polluerons polluions pollusions pollutant pollutants
pollute pollutions ponding poristical portably portails portaled portames portases portates portatile portique poses
posse postales posters postical posties postiques potale potbellies potes pottable pou pouilles pout poutrelles powder
powre powter pratique pratiques precedence precedences precedency precedently preceinte prechent precious precisent
predations prediction predigere predigeres preemie preemies preferes prefires pregustations prelations premices
premier premier ne premises premiss premixes premy preponderance preponderances preponderancy preponderantly
preponderate presagions prescious presentations presiders pressiers pretendent preuve preve prevenance prevenances
previennent previously prevised previsors previt prevoie prevoies prevois prevot prevoyais prevoyez prevoyiez prewires
principalats principally principalness principate principats principaute principe principes principi principial
principle principled principles proaction procedant procedent procession processional processionals processionne
processionnel processionnels processionnes procident proclitique productif productional professe professionalise
professionalism professionalist professionally professions professoral profited progged progressive projected
projector projectors projeta projetas projettes prolifical prolifique promesse promisers prophyll prophylls propjet
propjets proprietaries proprietary proratable prosects prospects prostrations protects protestations prouesse
provenant provenience provignent provined provinrent prower publicain publicains publiques pucelles pullulant
pullulante pullulons punished pur quadrireme quantieme quantifie quantify quantile quantiles quantise quantised
quantiser quantises quantitate quantities quantitive quantize quantized quantizer quantizes quarer quarrees quarrer
quarrera quarreras quarriers quarterers quarterlies quartern quarterns quarteron quartersaw quartet quartets quartetts
quartier quartiers quartons quartzite quater quatorzieme quille quilles quoth rade rai raik raisin raising raisonnai
raisonnais raisonne raisonnee raisonnees raisonner raisonnes raisonnez raking ralent ralentir ralentit ram rancing
rankling rapas rare rata rated ratel rater ratez rathe rato raye rea reaction readmettre real realization realizations
realm reamy rean reaps rearm reas reate reates rebattis rebattit recceing reccying recercles recircles recircling
reckling recoures recourse recourses recuile recuisent recuisions recuisons reculing recusent recusons recyclai
recyclate recyclist redaction redactions redigent rediment redimons redirons redisant redisent redisons redit redite
redorent reductional reductor redue reduirions reduirons reduis reduisis reduisit redussions redut reduve reeducation
reexported refendent referenda referential referentielle referentielles refermant referment referont refletent
refondre refondrez reforgent reforment refrenent refusent refusons regiminal reginal regionalise regionalize
regionally regionary regionaux regonfle regreent reimported reinking rejects rejoindre reletter relisent relisons
reluisent reluisions reluisons rem remettiez remisent remisons remittee remitter remparais remparait remploi remportee
remporter remportes remportez remuions rende render reneiger renferment renter repairais repairait repais repandra
repandre repandrez repandu reparais reparait reparation reparlais reparlait repars repartais repartait repartant
reparte repartee reparteed repartees repartent repartes repartez repartirions repartissions repartons repast
repatriation repays repeigne repeigner repeindre rependra rependre rependrez rependu repercent reperdent reperdis
reperdit repetition repli replotted repointed repond reponde repondiez reportais reportait reportedly repos reposited
reposted repot repotted reprendre reps requisite resent reservent reses residers residua residually residuary residues
resigner resite resites resonnai resonnais resonne resonner resonnes resonnez resorbes resorted resourced resoutes
responder responsabilise responsabilisee responsabiliser responsabilises responsabilisez responsibly responsive
respotted ressorte ressortes ressoude ressoudes ressourca ressourcai ressourcais ressourcames ressourcas ressourcat
ressourcates ressourcent ressourcera ressourceras ressourcez ressourciez ressourcons resta restamp restamps restant
restas rested restem restems restez resto restos resurges retarda retardative rete reteigne retercent retersent
retondre retondrez retord retorted reussir reussira reussirez revalidation reverant reverence reverenced reverencer
reverences reverend reverende reverential reveront reversent revetent revisent revisons rezone rezones rial ricing
riding rilling rinsing ripas risking risping ritard roam roate robbin robbins robin robins roil rosing rote roussi
roussie rubbishy ruralisation sailing sailings saisine salaire salaires sapent sared sassions savions scape scedule
scending schedular scissions scopae scopie screeded seau seaux secessions secondi secondo seed seeling seelings
seiling selected selecting selection selective selling sellings semassions semester semesters semestral semestriel
semis sending senestre senestres septemvir sequestre sere sered serer seres seriels serines serrae serries serties
serviced serviles servimes servisses servit servites servos sessional sevices sevis sevissions shard sharded sharked
sharped sharted sheading sheared shending shored shorted shorting shred sice significate signification significations
significative significatives sine smeller snorted snorting sonce sored soring sortied sotted sotting sownding spaed
speeding speedings speedo speedy spelding speldings speldring spends spendy sperre spet spewed spied spindling splent
sponsing sported sporting spreading spred spredding spreed sprent stared starred startled stated stending sterved
stressions suassions subissions subissons subit submiss submitters subvinssions succedait succedee succeder succedes
succedez succeeders successfully succos suces summited superber superior superviseur surbaissions surissions
suspending sussions swerved tacking tailings tain takin talking tamps tanking tannage tannes tannings taret targe
targed taries tarin tartinees tash tasking tax technic technically technician technics technisa technise tectonique
teer teme temp tempes tempo tempos tempts tems tendanciel tendence tendences tennes terminees thee thermic thermite
thetique theurgique thir thraiping thraipings thrash thrasher thrashes threshed threshel threshels thrid thymique
tideline tidelines tie ties tile tiling timberline timed timeliness timer timps tine tining tir tires toking tome
tones tories totes toues tourtes tracanees tracings tracteur tracteurs tradings traditeur traditeurs traies traiking
trailing traina trainages trainais trainames trainates trainera traineras trainerez traineur traineuse traineuses
trainiez trainions trainless trainons traipsing traipsings traitees traiter traitons trajectile trajectories trajects
transcris tranships transies transige transire transis transite transmets transmette transmettiez transmews transmigre
transmit transmits transmitter transmua transmuais transmuas transmue transmues trashy travaillai travaillais
travaillez trave traveller travelo trayned trayning trees treizieme trias tribes trices tried triens triez trikes
trime trimeres trimester trimesters trimestrial trimeter trimeters trimetre trimetres trin trined trines trining trios
troua trout troy trues truies tsking turbinees tux twinings tyranning usee vacation vacations vaille validation
validations valour valseur variational variationist variegation variegations varierions variions variolation
variolations vars veers vees vehicular veille ventaile ventilator vera verbs verd vermicule verra verrel verrey verrez
verrue verso verst verte vesiculae vesicule vesicules vets vielle viers vile villae villi vineux vireux visait viseux
visie visies visita visitas visited visitez voleur vors vrille wader wafter waiter wase wasted wastel watery watter
wee weeke weer weete weighty whale while wight wright yaar yaars yar yea yeard yeards yearn yearns yeas zestions
`;

/** Real words that are no misspelling. */
export const notMisspelt: ReadonlySet<string> = new Set(words.split(/\s+/u).filter((word) => word !== ""));
