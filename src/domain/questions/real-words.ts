/**
 * French and English words, folded, that a slip of the keys separates from one of the shipped plan's or of the
 * measures': they say what they say. Found by trying the repair on the words of two dictionaries
 * (an-array-of-french-words 2.0.0, an-array-of-english-words 2.0.0).
 */
const words = `
adheraient adherant adherante adherantes adherants adherence adherences adherend adherends adherently adhererent
adhereront adherers adherons adorerent adulerent advertent aerie amendees appartenant appelant appelants appetant
appreciant apprenaient apprenais apprenait apprenne apprennent apprennes apprenons appretant appretat appurtenant
appurtenants arien athenees attelees attendais attended attendent attendez attendiez attendimes attendis attendites
attendras attendrez attendries attendris attendue attendues attendus attenuee attenuees attenues avian aviron
calvering cambering cambuter cankering cantering capering capturing carbene carbine carbo cardboardy cardon careering
carron cartoon caverning centering chaptering charbon chartering chattering chauffai chauffames chauffante chauffas
chauffasse chauffat chauffates chauffee chaulage clattering clavering combusting combustious combustor commenting
comminuting committing communing communings commuta commutating commutera commutez commutions compast compensa
compensai compensais compensames compensas compensat compensate compensates compensational compensator compensent
compensera compenserai compenseras compenserez compenserons compensez compensiez compensions compesces competera
componees compos composat composees composer composons composta compot compotier compots comprenions comprenne
compresse compressees compresser compressons compting compulser computera computerai computeras computerez computing
computings confutation confutations consolations constations consultassions consultatif consultatifs consulterions
consultions cottering couranto courbant coursant couvrant cratering craterings craton cuitering curant deche deches
dee deepness deer deere deeve defenses defenseur dejeunas dejeunera dejeunerai dejeunerais dejeuneras dejeunerez
dejeunerons dejeunez demenons demet demis demise demises demission demissions dens depecons depeintes depende depended
dependes dependeur dependez dependions dependis dependons dependrons dependues depens depensa depensais depensames
depensas depensat depensates depensent depensera depenserai depenseras depenserez depenserons depensez depensier
depensiere depensiers depensiez depensions deprenions deprennes depresses dere detenons detruites detruits devenons
dispenses dispensons domiciled domicilia domicilie domiciliee domicilier domicilies domiciliez downloaded dree
eclissions ecuissions eleatique elect electivite electivity electrical electricities electrifie electrify electrisa
electrise electrize electrocute electrocyte electrogenic electron electronica electronicas electronisa electronise
electronises electrons electrotonic elis elisions elussions emballais emballames emballas emballasses emballates
emballees emballes embossions embussions emes emia emias emiassions emicating emies emirs emissifs emois emos emotteur
emotteurs emoussions empaillages emplissions empoissions empreindre empreins emprunte ems emus emussions emys
enallages epiassions epissions epissons epreinte epreints eprissions erectrice etreinte etudie etudies eussions
evitating expansees expanses expended expenders expensed expresses feod fices ficha fichas fichet fichets fichez
fichue fichues filches finches fitche fitches flood floriation floriations foid foody foot formalin formalins
formalisons formassions formatif formatifs formating formational formerions formication formications formions
formulation formulations frequentatif friche friches gades gaes ganses garage garbagey gashes gasses gerbage glads
glassy gloss greent greeny grein gren grene groupent grouperent hating heading hearing hearting hebergeaient
hebergeant hebergent hebergerent hebetement heting hostel hostels hote hotes informatise informative intellectuels
lavions mals manageras manageress managerez medals melas mels membrue membrues menacees menacers menageames menageas
menageates menagera menagerais menageras menagerent menagerez menageries menageriez menagerons messageres metals
nature natures nits nuis nuts onsetting ordinate ordinated ordinates ordonnateur ordonnateurs ordos ordres ords ourdis
pallions palper pamper pane pape papery pappier parables pardonne pardonnes parson participa participai participaient
participais participait participantly participas participat participate participons pasteque pasteques pauper pawer
pelasgique pelasgiques pensionne pensionnes peopled pepier perdable perdables perennes persan persanes persienne
persiennes persona personae personage personages personas personate personates personise personises personize
personizes personnage personnages personned personnel personnels peson pettable phrastique phrastiques pillions plaine
planes planet planets planez plante plasmatique plasmatiques plastidule plastidules plasties plastiqua plastiquage
plastiquages plastiquai plastiquais plastiquames plastiquas plastiquat plastiquates plastiquent plastiquera
plastiqueras plastiqueur plastiqueurs plastiquez plastiquiez plastiquons plication plications plower pointable
polluerons polluions pollusions portably portails portaled portames portases portates portatile postales postiques
potbellies pouilles poutrelles powder powre powter pratique pratiques processional processionals professionalise
professionalism professionalist professionally professions professoral projected projector projectors projeta projetas
projettes propjet propjets proratable prosects prospects protects prower publicain publicains pucelles pullulons rai
raik ram rapas rea real realm reamy rean reaps rearm reas recoures recourse recourses regiminal reginal regionalise
regionalize regionally regionary regionaux regonfle rem repais repars repast repays repos reps residua residually
residuary resorbes resourced resoutes ressorte ressortes ressoude ressoudes ressourca ressourcai ressourcais
ressourcames ressourcas ressourcat ressourcates ressourcent ressourcera ressourceras ressourcez ressourciez
ressourcons resurges rial ripas roam roil rubbishy sassions savions scending scissions seau seaux secessions seed
semassions semis sending serviced serviles servimes servisses servites sessional sevices sevissions shending shorting
snorting soring sotting sownding spaed speeding speedings speedo speedy spelding speldings speldring spends spendy
spewed spied spindling sponsing sporting spreading spred spredding spreed stending stressions suassions suspending
sussions tailings tain tamps tannings tarin tartinees tash temp tempes tempo tempos tempts tems terminees thermite
thetique theurgique thraiping thraipings thrash thymique timps tracanees tracings tracteur tracteurs tradings
traditeur traditeurs traiking trailing traina trainages trainais trainames trainates trainera traineras trainerez
traineur traineuse traineuses trainiez trainions trainless trainons traipsing traipsings traitees traiter traitons
trashy trayning trin trining turbinees twinings tyranning verra verrel verrey verrez verrue verte visait visies visita
visitas visited visitez wader wafter waiter wase wasted wastel watery watter weeke weete
`;

/** Real words that are no misspelling. */
export const notMisspelt: ReadonlySet<string> = new Set(words.split(/\s+/u).filter((word) => word !== ""));
