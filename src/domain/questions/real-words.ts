/**
 * French and English words, folded, that a slip of the keys separates from one of the shipped plan's or of the
 * measures': they say what they say. Found by trying the repair on the words of two dictionaries
 * (an-array-of-french-words 2.0.0, an-array-of-english-words 2.0.0).
 */
const words = `
palliant palliants palliante poilant poilante poilants pullulant pullulante emietter emiettera emietteras emiettees emotter emottera
emotteras emottees embitter embitters
abusent adheraient adherant adherante adherantes adherants adherence adherences adherend adherends adherently
adhererent adhereront adherers adherons adorerent adulerent advertent aerie amendees appartenant appelant appelants
appetant appreciant apprenaient apprenais apprenait apprenne apprennent apprennes apprenons appretant appretat
appurtenant appurtenants arien athenees attelees attendais attended attendent attendez attendiez attendimes attendis
attendites attendras attendrez attendries attendris attendue attendues attendus attenuee attenuees attenues avian
aviron calvering cambering cambuter cankering cantering capering capturing carbene carbine carbo cardboardy cardon
careering carron cartoon caverning centering chaptering charbon chartering chattering chauffai chauffames chauffante
chauffas chauffasse chauffat chauffates chauffee chaulage clattering clavering colleter combusting combustious
combustor commenting comminuting committing communing communings commuta commutating commutera commutez commutions
compast compensa compensai compensais compensames compensas compensat compensate compensates compensational
compensator compensent compensera compenserai compenseras compenserez compenserons compensez compensiez compensions
compesces competera compleat complect complected completiez completory complexe complexer complexera complier complot
complote complotee comploter complotter componees compos composat composees composer composons composta compot
compotier compots comprenions comprenne compresse compressees compresser compressons compting compulser computera
computerai computeras computerez computing computings confutation confutations consolations constations consultassions
consultatif consultatifs consulterions consultions cottering couranto courbant coursant couvrant cratering craterings
craton cuitering curant deadlined deadliness deche deches dee deepness deer deere deeve defenses defenseur dejeunas
dejeunera dejeunerai dejeunerais dejeuneras dejeunerez dejeunerons dejeunez demenons demet demets demettent demettons
demettre demis demise demises demission demissions demit demits demitted demitting dens depecons depeintes depende
depended dependes dependeur dependez dependions dependis dependons dependrons dependues depens depensa depensais
depensames depensas depensat depensates depensent depensera depenserai depenseras depenserez depenserons depensez
depensier depensiere depensiers depensiez depensions deprenions deprennes depresses dere detenons detruites detruits
devenons dispenses dispensons domiciled domicilia domicilie domiciliee domicilier domicilies domiciliez downloaded
dree echeancier eclissions ecuissions eleatique elect electivite electivity electrical electrice electrices
electricities electrics electrifie electrify electrisa electrise electrize electrocute electrocyte electrogenic
electron electronica electronicas electronisa electronise electronises electrons electrotonic elis elisions elussions
emballais emballames emballas emballasses emballates emballees emballes embossions embussions emes emia emias
emiassions emicating emies emirs emissifs emois emos emotteur emotteurs emoussions empaillages emplissions empoissions
empreindre empreins emprunte ems emus emussions emys enallages epiassions epissions epissons epreinte epreints
eprissions erectrice etreinte etudie etudies eussions evitating expansees expanses expended expenders expensed
expresses feod fices ficha fichas fichet fichets fichez fichue fichues filches finches fitche fitches flood floriation
floriations foid foody foot formalin formalins formalisons formassions formatif formatifs formating formational
formerions formication formications formions formulation formulations frequentatif friche friches gabs gades gaes
gamps ganses gapes gapos garage garbagey gashes gasp gasps gasses gaups gawps gerbage glads glas glassy gloss greent
greeny grein gren grene groupent grouperent hating heading hearing hearting hebergeaient hebergeant hebergent
hebergerent hebetement heting hostel hostels hote hotes incompletely informatise informative intellectuels lacte lade
laite lare lated laten later lathe lati latke latte lavions laye lote macquaient macquait macquant macquent macquera
macquerai macqueras mals manageras manageress managerez mandaient maniaient manique manoquaient manoquais manoquait
manoquant manoque manoquent manoquer manoquera manoquerai manoqueras manquement maquaient maquait maquant maque
maquent maquer maquera marquaient marquait marquant marquante marquants marquent marquera marquerai marqueras
masquaient masquait masquant masquante masquants masquent masquera masquerai masqueras medals melas mels membrue
membrues menacees menacers menageames menageas menageates menagera menagerais menageras menagerent menagerez
menageries menageriez menagerons messageres messing metals misusing moquaient mossing mussing nature natures nits nuis
nuts onsetting ordinate ordinated ordinates ordonnateur ordonnateurs ordos ordres ords ourdis outstandingly outstaring
outstating outstaying overdye pallions palper pamper pane pape papery pappier parables pardonne pardonnes parson
participa participai participaient participais participait participantly participas participat participate participons
pasteque pasteques pauper pawer pelasgique pelasgiques peltations pening pensionne pensionnes peopled pepier perdable
perdables perennes persan persanes persienne persiennes persona personae personage personages personas personate
personates personise personises personize personizes personnage personnages personned personnel personnels peson
pettable phrastique phrastiques pillions plaine planes planet planets planez plante plasmatique plasmatiques
plastidule plastidules plasties plastiqua plastiquage plastiquages plastiquai plastiquais plastiquames plastiquas
plastiquat plastiquates plastiquent plastiquera plastiqueras plastiqueur plastiqueurs plastiquez plastiquiez
plastiquons plication plications plower pointable polluerons polluions pollusions ponding portably portails portaled
portames portases portates portatile postales postiques potbellies pouilles poutrelles powder powre powter pratique
pratiques predations pregustations prelations presagions presentations processional processionals professionalise
professionalism professionalist professionally professions professoral projected projector projectors projeta projetas
projettes propjet propjets proratable prosects prospects prostrations protects protestations prower publicain
publicains pucelles pullulons rai raik ram rapas rea real realm reamy rean reaps rearm reas reates recoures recourse
recourses regiminal reginal regionalise regionalize regionally regionary regionaux regonfle rem repais repars repast
repays repos reps reses residua residually residuary resite resites resorbes resourced resoutes ressorte ressortes
ressoude ressoudes ressourca ressourcai ressourcais ressourcames ressourcas ressourcat ressourcates ressourcent
ressourcera ressourceras ressourcez ressourciez ressourcons resta restant restas rested restem restems restez resto
restos resurges retarda retardative retord rial ripas ritard roam roil rubbishy salaire salaires sassions savions
scending scissions seau seaux secessions seed semassions semis sending serviced serviles servimes servisses servites
sessional sevices sevissions shending shorting snorting soring sotting sownding spaed speeding speedings speedo speedy
spelding speldings speldring spends spendy spewed spied spindling sponsing sporting spreading spred spredding spreed
stending stressions suassions suspending sussions tailings tain tamps tannings tarin tartinees tash temp tempes tempo
tempos tempts tems terminees thermite thetique theurgique thraiping thraipings thrash thymique timps tir tracanees
tracings tracteur tracteurs tradings traditeur traditeurs traiking trailing traina trainages trainais trainames
trainates trainera traineras trainerez traineur traineuse traineuses trainiez trainions trainless trainons traipsing
traipsings traitees traiter traitons trashy trayning trin trining troua trout troy turbinees twinings tyranning verra
verrel verrey verrez verrue verte visait visies visita visitas visited visitez wader wafter waiter wase wasted wastel
watery watter weeke weete
`;

/** Real words that are no misspelling. */
export const notMisspelt: ReadonlySet<string> = new Set(words.split(/\s+/u).filter((word) => word !== ""));
