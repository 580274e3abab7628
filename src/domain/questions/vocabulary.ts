import { stemsOf, wordsOfQuestion } from "./words.ts";

/** What a phrase tells of a question besides its measure and its period. */
export const signals = [
  "order",
  "why",
  "made",
  "change",
  "factor",
  "path",
  "standing",
  "ratio",
  "percent",
  "share",
  "discarded",
  "entered",
  "which",
  "more",
  "action",
  "begins",
  "trips",
  "manner",
  "missing",
  "late",
  "submit",
  "deadline",
  "when",
  "who",
  "charge",
  "responsible",
  "planned",
  "about",
  "plan",
  "yearly",
  "days",
  "cost",
  "target",
  "reach",
  "status",
  "rank",
  "most",
  "source",
  "post",
  "stream",
  "trend",
  "quantity",
  "difference",
  "asks",
  "effect",
  "everyone",
  "sorted",
  "obtained",
  "spent",
  "context",
  "data",
  "held",
  "ought",
] as const;
export type Signal = (typeof signals)[number];

/** The phrases of each signal, in French and in English, separated by bars. Case, accents, plurals and genders do not matter. */
const phrases: Readonly<Record<Signal, string>> = {
  order:
    "supprime | supprimer | efface | effacer | modifie | modifier | corriger | corrige | annule | annuler | ajoute | ajouter | remplace | remplacer | cree | creer | ignore | ignorer | oublie | oublier | envoie | envoyer | change | changer | mets | mettre | enregistre | enregistrer | valide | valider | publie | publier | reinitialise | delete | remove | update | set | send | add | forget | pretend | reveal | write | edit | drop table | insert | execute | reset | fixe | fixer | invente | inventer | arrete | arreter | ferme | cloture | note que | dis que | fais comme | quel temps fait | quel temps faisait | quel temps a t il fait | quel temps fera | meteo | weather",
  why: "pourquoi | pkoi | pourkoi | pk | pq | why | how come | qu est ce qui explique | qu est ce qui a fait | explique | expliquer | explique moi | expliquez | explain | explains | explained | explication | raison | cause | causes | caused | due a | a quoi est due | comment se fait il | comment expliquer | comment expliquez vous | due to | what drove | what caused | what explains | reason | vient elle de | vient il de | viennent elles de | d ou vient la hausse | d ou vient la baisse | d ou vient l augmentation | d ou vient cette hausse | d ou vient cette baisse | a cause de quoi | driven by | ca se fait que | comment ca se fait | what s behind | what is behind | what lies behind | pour quelle raison | pour quelles raisons | qu est ce qui fait",
  made: "comment est calcule | comment sont calcule | comment calcule t on | comment calculez vous | comment on calcule | comment calculer | comment est obtenu | comment est on arrive a | comment vous calculez | est calcule comment | calcule comment | calculer comment | detail du calcul | methode de calcul | mode de calcul | calcul | calcule | calculated | computed | worked out | how do you calculate | how did you calculate | how do we calculate | d ou sort | d ou sortent | d ou vient le chiffre | d ou vient ce chiffre | d ou vient le total | d ou viennent les chiffres | d ou vient la valeur | d ou vient le resultat | d ou tirez vous | where does the figure come from | where does the total come from | where does the number come from | justifie | justification | detaille | detailler | decompose le calcul | ouvre le calcul | how did you work out | how do you work out | how did we work out | work out | maniere de calculer | facon de calculer | computation | calculation | comment on a calcule",
  change:
    "changed | reduire | reduction | baisse | baisser | baissent | diminue | diminuer | diminuent | diminution | reduit | reduite | reduisons | reduisent | augmente | augmenter | augmentent | augmentation | hausse | monte | monter | montent | grimpe | grimper | bondi | chute | chuter | recule | reculer | recul | progresse | accru | explose | exploser | degringole | decru | ralenti | fait mieux | mieux | pire | ameliore | amelioration | degrade | decroit | increase | increased | increasing | rise | rose | risen | rising | fall | fell | fallen | falling | decrease | decreased | decreasing | drop | dropped | go down | gone down | went down | go up | gone up | went up | cut | reduce | reduced | down | up | lower | higher | grow | grew | grown | better | worse | improve | improved | shrink | shrunk | en hausse | en baisse | plus haut | plus bas | meilleur que | meilleur qu | plus eleve | moins eleve | superieur | inferieur | more than | less than | plus que | plus qu | moins que | moins qu | consomme moins | consomme plus | mieux que | economise | economie | plus basse | plus faible | plus fort | plus forte | plus haute | plus elevee | moins elevee | moins haut | moins haute | moins forte | smaller | larger | bigger | jump | jumped | spike | spiked | pic | bond | plonge | plonger | flambe | flamber | envole | envoler | plunged | soared | surge | surged",
  factor:
    "carbon intensity | intensite carbone | contenu carbone | facteur d emission | facteur | fe | emission factor | factor | coefficient | coef | coeff | ratio d emission | carbon intensive",
  ratio:
    "par salarie | par personne | par mois | par jour | par semaine | par tete | par habitant | par employe | par etp | par membre | par collaborateur | par m2 | par equivalent temps plein | par heure | per person | per employee | per capita | per month | per day | per week | per head | moyenne | en moyenne | average | mensuel | mensuelle | monthly | quotidien | daily | maximum | minimum | record | median | mediane | moitie | double | fois plus | fois moins | combien de fois | l ete | cet ete | d ete | en ete | combien de vols | nombre de vols | how many flights | number of flights | combien de billets | au maximum | at most | au moins | at least | au minimum | maximal | minimal",
  percent: "pourcentage | pourcent | pour cent | percentage | percent | %",
  share:
    "quelle part | part | proportion | quelle proportion | share | fraction | quelle fraction | taux | rate",
  discarded:
    "jete | jeter | jetee | jetons | jetes | throw | thrown | threw | throw away | thrown away | threw away | throw out | thrown out | threw out | bin | binned | discard | discarded | benne | a la benne | parti a la benne | mis a la poubelle | evacue | evacuer | ramasse | ramasser | collecte de dechets | a la poubelle | a fini a la poubelle | fini a la poubelle | in the bin | aux ordures | aux dechets",
  entered:
    "saisi | saisie | rempli | rendu | transmis | renseigne | remis | entered | submitted | filled in | handed in | reported | recu le chiffre | recu les chiffres | recu la donnee | recu les donnees | received the | recu la valeur | a t on le chiffre | a t on les chiffres | avons nous le chiffre | avons nous les chiffres | figure in for | figures in for | a t on la donnee | a t on les donnees",
  which:
    "combien | cb | cbien | cmb | how much | how many | quel | quelle | quels | quelles | kel | kelle | which | what",
  trips:
    "combien de trajets | combien de voyages | combien de deplacements | nombre de trajets | nombre de voyages | nombre de deplacements | how many trips | number of trips | how many journeys | number of train trips | number of plane trips",
  begins:
    "start | started | begin | began | launch | launched | demarrer | demarre | commencer | commence | debuter | debute",
  more: "more | less | fewer",
  action: "l action | action | actions | the action",
  standing:
    "ou en est on | ou en sommes nous | ou on en est | on en est ou | en est on | where are we | where do we stand | how are we doing | point sur | situation | etat",
  path: "trajectoire | trajectory | pathway",
  manner:
    "comment | how | where | que faire | quoi faire | what can we do | what could we do | what should we do | comment faire",
  missing:
    "manque | manquent | manquant | manquer | manquait | manquaient | manquera | missing | il manque | reste t il | que reste t il | reste a | restent a | reste | restent | incomplet | incomplete | outstanding | pas encore | not yet | n a pas | n ont pas | hasn t | haven t | has not | have not | not submitted | not entered | still to | left to | still need | still needs | pas recu | pas saisi | pas rempli | pas rendu | pas donne | pas fourni | pas remis | pas renseigne | non saisi | non rempli | non rendu | non renseigne | completude | na pas | nont pas | pas fait | chiffre absent | donnee absente | trou | gaps | doit encore | doivent encore | still has to | still have to | tout recu | tout saisi | complet | a completer | en attente | pending | n est pas saisi | ne sont pas saisi | to fill in yet | n a rien saisi | n ont rien saisi | n ont toujours pas | n a toujours pas | n a pas encore | n ont pas encore | toujours pas | still waiting | waiting for | attend on | attend t on | attendons nous | on attend | nous attendons | est vide | sont vides | laisse vide | a pas rempli | a pas rendu | a pas saisi | a pas envoye | a pas donne | ont pas rempli | ont pas rendu | ont pas saisi | ont pas envoye | pas envoye | pas transmis | pas rentre | pas communique | pas arrive | pas la | pas repondu | pas encore repondu | rien rendu | rien saisi | rien envoye | rien rempli | rien transmis | rien donne | n a rien | n ont rien | hasn t sent | haven t sent | not sent | not reported | not provided | not received | not in yet | a trou | des trous | lacunes | lacune | lacking | non transmis | non recu | non fourni | a saisir encore | encore a saisir | left to enter | left to fill | left to submit | cases vides | cases sont vides | case vide | toujours pas envoye | toujours pas donne | toujours pas rendu | toujours pas transmis | toujours pas rempli | toujours pas saisi | n a toujours pas envoye | n ont toujours pas envoye | n a pas encore envoye | n ont pas encore envoye | n a pas envoye | n ont pas envoye | n a toujours pas rendu | n ont toujours pas rendu",
  late: "en retard | retard | retardataire | late | overdue | behind | a la bourre | a la traine | qui traine | qui trainent",
  submit:
    "saisir | saisi | saisie | remplir | rempli | rendre | rendu | fournir | fourni | donner | donne | transmettre | transmis | renseigner | renseigne | remettre | remis | completer | declarer | declare | submit | submitted | enter | entered | fill in | fill | filled | provide | provided | report | reported | hand in | envoyer les chiffres | envoyer mes chiffres | envoyer ses chiffres | rentrer | entrer | sent | sent in | send in | handed in | entering | repondu | repondre | transmise | envoye ses chiffres | envoye leurs chiffres | envoye mes chiffres | envoye les chiffres | have to be in | has to be in | be in by | must be in | communique ses chiffres | rentre ses chiffres | submission | submissions",
  deadline:
    "echeance | deadline | date limite | dernier delai | due date | due by | due | date butoir | date de remise | date de rendu | date du rendu | date de saisie | date d echeance | pour quand | jusqu a quand | jusque quand | avant quand | avant quelle date | avant quel jour | until when | by when | delai de saisie | delai pour saisir | combien de temps pour saisir | a remettre | closing date | cloture de la saisie | ferme la saisie | saisie ferme | cloture la saisie | quand se termine la saisie | saisie est elle ouverte | saisie reste t elle ouverte | saisie ouverte jusqu | dernier jour pour | dernier jour | last day | cut off date | cut off | cutoff | limite de saisie | limite pour saisir | attendu pour quand | attendus pour quand | attendue pour quand | expected by when | date maximum | date max | dernier moment | closes | close | saisie se termine | saisie se ferme | saisie se cloture | submission close | saisie se finit | fin de la saisie",
  when: "quand | when | c est quand | quand tombe | tombe quand | a quelle date | quelle date | quel jour | what date | by what date",
  who: "qui | a qui | who | whom | vers qui | chez qui | aupres de qui | par qui | to whom | who s | whos | quelle personne | quelles personnes | quelle est la personne | which person | what person | quel collegue | quel membre de l equipe | which colleague | c est qui",
  responsible:
    "responsable | proprietaire | owner | en charge | responsible | in charge | interlocuteur | interlocutrice | referent de l action | personne en charge | personne responsable | personne a contacter | person in charge | people in charge | person responsible | responsabilite | contact",
  charge:
    "pilote | piloter | responsable | gere | gerer | s occupe | occupe | suit | suivre | anime | animer | porte | porter | charge | en charge | saisit | proprietaire | owner | owns | own | responsible | in charge | manages | manage | leads | lead | handles | handle | looks after | contact | contacter | demander | adresse | adresser | m adresse | s adresser | interlocuteur | nom | name | ask | parler | tient | doit saisir | remplit | fournit | renseigne | dois je contacter | takes care of | enters | runs | interroger | joindre | solliciter | voir | ecrire | m ecrire | dois je ecrire | relancer | relance | appeler | telephoner | should i write | should i call | write to | reach out | speak to | talk to | turn to | s en occupe | s en charge | a la charge | personne en charge | personne responsable | personne a contacter | personne qui s occupe | person in charge | people in charge | person responsible | confie | confiee | attribue | assigne | assigned | entrusted | est a qui | a qui revient | incombe | responsabilite | a la main | pilotage | chapeaute | chapeauter | supervise | superviser | coordonne | coordonner | dirige | diriger | gestion | supervises | coordinates | enter | submits | fills in | dois je envoyer un mail | envoyer un mail a | should i email | do i email | i email | ecrire un mail | voit | vois | voyons | c est qui | tracks | track | monitors | monitor",
  planned:
    "critere de reussite | moyen financier | financier | budget | critere d evaluation | critere | evaluation | criterion | criteria | calendrier | planning | schedule | timeline | timing | delai de realisation | realisation | effort | effort humain | human effort | moyen humain | moyen | human means | means | charge de travail | demarrage | lancement | prevu | prevue | prevoit | prevoir | planned | plan for | delai | contenu | description | deroulement | indicateur de reussite | indicateur d evaluation | ressource humaine | enveloppe | financement | deploiement | deployer | funding | temps prevu | mise en place | reussie | reussi | reussite | succes | success | successful | succeeded | juge | juger | juge t on | judge | judged | evalue | evaluee | evaluer | evalue t on | evaluated | ouvrir | ouvre | ouvert | ouvrira | open | opens | opened | opening | due to start | due to begin | due to launch | due to open | supposed to start | supposed to begin | how much work | combien de travail | quel travail | quantite de travail | mesure t on la reussite | means planned | moyens prevus | enveloppe prevue | echeancier",
  about:
    "parle moi de | parle nous de | parle moi d | parle moi du | parlez moi de | c est quoi | qu est ce que c est | qu est ce que | en quoi consiste | en quoi consistent | consiste | tell me about | what is | what s | what does | what are | what was | what were | describe | decris | decrire | presente | presenter | resume | resumer | que dit | que prevoit | que contient | a quoi sert | info | infos | information | detail de l action | details de l action | que fait | de quoi s agit il | about | que dit le plan | dit le plan | plan say | plan says | en dire plus | m en dire plus | dis m en plus | dites m en plus | tell me more | raconte moi | raconte | racontez moi | de quoi parle | what does it cover | cover | covers | couvre | couvrent | vise a | porte sur quoi | a pour but | explication de l action | contenu de l action | objet de l action | presentation de l action | involve | involves | entail | entails | consist of | consists",
  plan: "que dit le plan | dit le plan | plan say | plan says | dans le plan | plan d action | plan d actions | dans le plan d action | selon le plan | le plan | du plan | au plan | in the plan | action plan | the plan | plan | manifeste | manifesto",
  yearly: "par an | par annee | l an | chaque annee | per year | a year | yearly | annuellement | jours an",
  days: "jour | journee | day | jours de travail | jour de travail | working days | work days | days of work | man days | jours homme",
  cost: "coute | couter | cout | cost | coutent | did we pay | do we pay | have we paid | avons nous paye | a t on paye | on paye | on a paye | paid for | pay for | combien paye",
  target:
    "objectif | obj | cible | target | goal | but | ambition | trajectoire | trajectory | visee | objectif fixe | plafond vise | aim | pathway | cible fixe | s est on fixe | est on fixe | sommes nous fixe | avons nous fixe | nous avons fixe | on a fixe | a t on fixe | a ete fixe | ont ete fixe | nous sommes fixe | on s est fixe | s est fixe | est fixe | target set | was set | is set | are set | been set | we set | goal set | plafond | seuil | ceiling | cap | threshold | limite | limite a ne pas depasser | limite fixee | s est on donne | s est on donnee | nous sommes nous donne | avons nous donne | on s est donne",
  reach:
    "a combien devons nous descendre | a combien doit on descendre | devons nous descendre | doit on descendre | devons nous atteindre | doit on atteindre | faut il descendre | faut il atteindre | faut il viser | a combien faut il descendre | descendre a combien | viser | vise t on | visons nous | vise | a atteindre | il faut atteindre | on doit atteindre | on doit descendre | nous devons atteindre | a ne pas depasser | ne pas depasser | must we reach | do we have to reach | should we reach | need to reach | must go | should go | do we need to hit | how low must | how low should | how low do | aim for | aiming for | should we aim | descendre | viser en | doit on reduire | devons nous reduire | faut il reduire | devons nous baisser | doit on baisser | faut il baisser | must we reduce | should we reduce | need to reduce | must we cut | a quel niveau devons nous | a quel niveau doit on | quel niveau faut il | doit on arriver | devons nous arriver | faut il arriver | doit on tomber | doit on revenir | devons nous revenir | ne faut il pas depasser | ne doit on pas depasser | ne devons nous pas depasser | pas depasser | not exceed | not go over | not to exceed | ramener | ramener a | doit on en etre | devons nous en etre | faut il en etre | should we be | must we be | do we want to reach | do we aim | jusqu ou faut il | jusqu ou doit on | jusqu ou devons nous | on vise | nous visons | faut il redescendre | redescendre | doit descendre | doivent descendre | doit on passer | are we targeting | targeting | targeted",
  status:
    "on est bon | est on bon | sommes nous bons | bon | bons | bonne trajectoire | on track | off track | dans les clous | dans les temps | en ligne avec | est on en ligne | sommes nous en ligne | est en ligne | sont en ligne | in line | en avance | ahead | respecte t on | respecte | respectons nous | respecter | respectons | atteindre l objectif | atteint on | atteindra | loin de | far from | pres de | close to | sur la bonne voie | bonne voie | conforme | a la hauteur | right track | alignes | aligne | bien parti | bien partis | hors des clous | ecart a l | on schedule | suivent ils la trajectoire | suit il la trajectoire | suivons nous la trajectoire | suivent elles la trajectoire | suit elle la trajectoire | on target | off target",
  rank: "top | classement | classe | classer | repartition | repartir | repartis | reparti | repartissent | repartit | d ou viennent | d ou proviennent | provenance | proviennent | breakdown | break down | split | ranking | rank | decomposition | decompose | ventilation | ventile | par poste | par source | par flux | par type | par categorie | par indicateur | by post | by source | by stream | by type | by category | where do | come from | plus gros | plus grosse | plus grand | plus grande | plus important | plus lourd | plus emetteur | plus polluant | principal | principaux | principales | biggest | largest | main | heaviest | highest emitting | pese le plus | le plus | le plus lourd | most | qui pese | contribue | contributeur | contribuent | contributor | contributors | part de chaque | parts | premier poste | gros postes | gros poste | camembert | pie chart | domine | majeur | dominant | dominent | hit parade | palmares | compose de quoi | de quoi se compose | de quoi se composent | de quoi sont compose | de quoi est compose | de quoi sont constitue | de quoi est fait | de quoi est constitue | de quoi sont fait | made of | made up of | composition | premiere source | premieres sources | premiers postes | grandes sources | grosses sources | plus grosses | plus grandes | main sources | quels sont les postes | quels postes | quelles sont les sources | quelles sources | which posts | which sources | what are the sources | makes up | make up | made up | significatif | significatifs | preponderant | preponderants | dominates | dominate | part des postes | par activite | by activity | hotspot | hotspots | constitue de quoi | pesent le plus | se repartissent | se repartit | se decompose | se decomposent | se ventile | se ventilent | contributes | contribute | contribues | part chaque poste | share does each post | part de chaque poste",
  most: "plus",
  source:
    "source | origine | origin | sourced | reference du facteur | provient | d ou vient | d ou provient",
  post: "poste | post | which category | what category | quelle categorie | premier poste | premiers postes | gros poste | gros postes | quels sont les postes | quels postes | which posts | dans le bilan | dans notre bilan | dans mon bilan | du bilan | in our balance | in the balance | par poste | by post | part chaque poste | share does each post | part de chaque poste",
  stream: "flux | stream | filiere de dechet",
  trend:
    "evolution | evolue | evoluer | evoluent | courbe | tendance | graphique | graphe | graph | historique | trend | chart | plot | curve | history | over time | au fil du temps | au fil des trimestres | au fil des ans | trimestre par trimestre | trimestre apres trimestre | annee par annee | quarter by quarter | serie | series | serie trimestrielle | chronologie | dans le temps | diagramme | evolved | evolve | evolving | changed over | trace | progression | suivi trimestriel | par trimestre | by quarter | chaque trimestre | quarterly | trimestriel | trimestrielle | d un trimestre a l autre | variation trimestrielle | dans quel sens | quelle direction | which way | which direction | heading | headed | dynamique | pattern | le suivi | un suivi | suivi de | suivi des | suivi du | suivi d | evolutif | profil | dessine | dessiner | au fil des mois | month after month | year after year | year by year | annee apres annee | d annee en annee | from year to year | par annee | over the years | over the quarters | au fil des annees | comportement | varie | varient | variations | fluctue | fluctuation | fluctuations | trajectoire suivent | trajectoire suit | trajectoire ont | trajectoire a | changed over time | historique complet | full history | complete history",
  quantity:
    "combien | cb | cbien | cmb | how much | how many | quel | quelle | quels | quelles | kel | kelle | what | which | nombre | nb | nbre | number | quantite | quantity | total | volume | poids | weight | tonnage | montant | amount | niveau | level | somme | sum | consommation | conso | consumption | valeur | value | chiffre | figure | kilometrage | mileage | bilan | distance | masse | facture | production | usage | a combien en est on | a combien en sommes nous | en est on a combien | en sommes nous a combien | on en est a combien | on en etait a combien | a combien on en est | a combien en etait on | se monte a combien | se montent a combien | a combien se monte | a combien se montent | a combien monte | a combien montent | qu a t on | qu avons nous | qu est ce qu on a | qu est ce que nous avons | qu est ce que l on a | what did we | what have we | how far did | how far have | how big | how large | how heavy | how high | count | decompte | compte total | tally",
  difference:
    "difference | diff | ecart | compare | comparer | comparaison | comparison | comparons | delta | compares | comparez | gap | variation | comparent | se compare | se comparent | differe | different | differences | distance de l objectif | a quelle distance",
  asks: "est ce que | est ce qu | avons nous | a t on | ont elles | ont ils | a t il | a t elle | sommes nous | est on | did | have we | has | is | are | are we | did we | was | were | do we | does | have | est elle | est il | sont elles | sont ils | ont ils ete | a t elle ete | a t il ete | a t on le chiffre | a t on les chiffres | avons nous le chiffre | avons nous les chiffres | a t on la donnee | a t on les donnees",
  effect:
    "activite | activity | effet activite | effet facteur | des facteurs | facteurs | effet des facteurs | factors",
  everyone:
    "tout le monde | everyone | everybody | chacun | tous les referents | toutes les equipes | tout est | tout est il | tout a ete | tout a t il | tous les chiffres | toutes les donnees | toutes les saisies | all figures | all the figures | all data | all the data | every figure | have everything | everything in | everything there | all the numbers | all numbers | toutes les valeurs | tous les indicateurs | toutes les lignes | toutes les cases | tous les services | toute l equipe | received everything | recu tout | tout recu | got everything",
  sorted:
    "trie | triee | trier | sorted | recycle | recycler | recyclee | recycled | trie t on | trions | valorise | valorisee | sort",
  obtained:
    "obtient | obtenez | obtenons | obtient on | arrive t on a | arrivez vous a | en arrive t on a | etablit | etablissez | trouve t on | determine | determinez | estime | estimez | evalue | evaluez | do you get | do we get | did you get | arrive at | arrive t on | arrivez vous | arrive on | obtenu | obtenue | obtenus | avez vous obtenu | did you arrive | did we arrive",
  spent: "passe | passons | consacre | consacrons | travaille | travaillons",
  ought:
    "doit | devons | doivent | devrait | devrions | devront | faudra | il faut | must | should | ought | supposed to",
  held: "tient on | on tient | tenons nous | tenir | tenu | tenons | tient | reached | met | meeting | reach | sous | atteint | atteignons | depasse | depassons nous | depasse t on | above | below | au dessus | en dessous | loin | proche | meet | hit | exceed | exceeded | attained | suivent ils | suit il | suivons nous | suivent elles | suit elle | being met | is met | been met | are met | target met | goal met",
  data: "chiffre | data | figure | valeur | value | indicateur | indicator | releve",
  context:
    "conseil d administration | avons publie | avons nous publie | a t on publie | a ete publie | ont ete publie | on a publie | nous avons publie | avons enregistre | avons nous enregistre | a t on enregistre | a ete enregistre | ont ete enregistre | on a enregistre | pris part | prennent part | prend part | take part | took part | taken part | took place | a eu lieu | ont eu lieu | au cours | dans le courant | au long | quels services n | quel service n | quels services ont | which services have | which departments | we ve | i ve | you ve | they ve | contact pris | share our | share the | please share | share with me",
};

/** Words that change nothing to a question of these kinds, separated by spaces. */
const plainWords = `
le la les l un une des du de d au aux a en dans sur sous pour par avec sans chez vers et ou ni si que qu qui ce cet cette ces ca cela c s n ne y
je j tu on nous vous il elle ils elles me m te t se moi toi leur leurs mon ma mes ton ta tes son sa ses notre nos votre vos soi
est es sont suis etre ete etait etaient sera seront serait soit ai as avons avez ont avoir eu eue avait avaient aura aurons auront aurait fut
fait faire faisons fera doit dois devons devez doivent devait devra faut faudra peut peux pouvez pouvons pourrait pourrais puis veux veut voulons voudrais vais va vas allons
slt yo lie liee liees recycle recyclee recycler recycled linked related cubes pesent representent consomment svp stp sil plait please merci thanks thank bonjour salut hello hi coucou hey bonsoir cairn bot dis dire dites donne donner donnez montre montrer montrez affiche afficher affichez voir savoir connaitre sait sais rappelle rappeler indique indiquer indiquez precise preciser besoin aimerais souhaite souhaiterais propos concernant cote niveau terme termes matiere sujet question
show give tell me us my our your we i you it its they them this that these those the an of in on at over across for to from by with and or as is are was were be been being am do does did done have has had can could may might will would shall should must need want like know see get got let s t d ll re so far now
au-dela environ actuellement actuel actuelle maintenant aujourd hui deja encore toujours juste seulement vraiment exactement precisement globalement globale global totale totaux en tout bien alors donc enfin deja ici la-bas meme memes aussi tres moins plus trop assez peu currently overall actual actuals actually rappel really already just only exactly
cluster montagne association structure equipe bureau locaux site interne entreprise organisation office team company organization organisation we us ensemble collectif salarie collaborateur participe participer participent
annee an ans trimestre semestre mois periode exercice date year quarter month period moment jusque jusqu depuis pendant durant entre since during between
consomme consommer consommons consommee consommez utilise utiliser utilisee use used using consume consumed produit produire produite produisons produits produced produce generated generate genere generer jete jeter jetons thrown throw recolte collecte collectee collecter collected trie triee trier sorted ramasse ramasser depose evacue
achete acheter achetee achetons achat buy bought purchase purchased commande commander ordered parcouru parcourir parcourons roule rouler voyage voyager voyages travel travelled traveled driven drive deplacement deplacer trajet trip trips effectue effectuer realise realisee realiser reserve reservee passe passee passer pass dormi dormir slept night organise organisee organiser organized organised tenu held anime donnee mene lance lancee lancer initie initier started launched publie publiee partage partagee shared published forme formee trained servi servie serve served mange mangee eaten enregistre enregistree compte comptabilise recu received relevee releve mesure measured pese lourd heavy weigh weighs weighed rejete rejetee
kg kilo kilos kilogramme kilogrammes gramme g tonne tonnes t ton tons litre litres l m3 metre cube kwh mwh gwh kilowattheure km kilometre kilometres miles passager euro euros eur keur unite unites hectolitre hl
mesures chiffre chiffres donnee donnees data figure figures number valeur indicateur indicateurs indicator indicators cellule info infos reel reelle effectif effective annuel cumul annuelle annual global
nouveau nouvelle prochain prochaine next suivant upcoming encore still svp ok
action actions politique technique
professionnel professionnels professionnelle pro business salaries
quoi ou
mieux lequel laquelle lesquels lesquelles
dont lors afin tout tous toute toutes all any each
dernierement recemment lately recently etions etiez nettement largement sensiblement surtout tomber tombe revenir parvenir plafonner contenir bring engagements comprendre understand happen happened montrant retracant illustrant showing
represente represent represents corresponds correspond constitue
saurais saurait saurez auriez aurais pourriez pourrions voudriez voulez souhaitez souhaiterions cherche cherchons recherche trouver trouve obtenir connaissez connais sauriez verifier verifie regarder regarde merci avance vite rapidement rapide approximativement grosso modo apres selon according find check looking look tell wondering wonder curious kindly could quick quickly roughly approximately exactly precise
hey team stp merci beaucoup thx thks pls plz ty
faudrait devrait devrions devrions-nous aimerions permettre permet possible possibles eventuellement simplement concretement reellement finalement
periode-la la-dessus dessus dedans parmi entre autres chacun chacune plusieurs certains
releves facturee facturees payee livree vide videe embarque produites acquis acquises acquired obtained realisees
figurent figure apparait apparaissent concerne concernent relatif relative relatifs relatives lors associe associee associees
civile calendaire fiscale ecoulee dernieres
type categorie genre sorte kind go goes going
eleve elevent elevait s chiffre totalise totalisent equivaut atteint atteignent atteignait situe situent valent vaut faisait font brule brulee bruler brulons soutenu soutenue soutenir finance financee financons supported
their there staff new fund funded burn burned burnt joined join item items pris prise prises prend prenons prendre prennent devaient devions deviez devrions suivent suivre suivons follow follows pouvait pouvions pouvaient measure measured rappel rappels offert offerte neuf neuve neuves cubic participated menee hold holding given give gave delivered accueilli accueillie accueillir welcomed elevaient ait aient liste list comme cumule cumulee cumules cumulative vont va appelle appelles conges gram grams horizon cap
qte qtte qty nbr pr ds pdt bcp tjs ke koi kel kelle g ya yavait jai tas jsuis chui say says said ask pense penses think guess suppose
book booked reserved booking equivalent eq applique appliquer appliquons appliquez appliquent applied apply per yet prenons prennent fallait
engage engagee qqch qqc quelque chose choses
detail details
meilleur meilleure meilleurs meilleures
reunis reunies confondus confondues confondu combined
communique communiquer fournissez filer file balance donnerais donneriez lire citer annonce annoncer
fais faites arriver anything something nothing everything somebody
celui celle celles ceux precedemment habituellement simple petit petite bref brefs immediatement desormais dorenavant prealablement
tonnage tonnages kilometrage litrage masse total montre sorti sortir ressort ressortent refaire redire redis repeter repete relire partager partage recu besoin
`;

export type SignalPhrase = { readonly stems: readonly string[]; readonly signal: Signal };

/** Every phrase of the questions' own vocabulary. */
export const signalPhrases: readonly SignalPhrase[] = signals.flatMap((signal) =>
  phrases[signal]
    .split("|")
    .map((text) => ({ stems: stemsOf(text), signal }))
    .filter(({ stems }) => stems.length > 0),
);

/** Signals whose words people misspell rather than say another: the nouns and verbs at the heart of questions. */
const misspelt: readonly Signal[] = [
  ...(["why", "change", "factor", "path", "missing", "late", "submit", "deadline", "responsible"] as const),
  ...(["target", "rank", "trend", "quantity", "difference", "planned", "everyone"] as const),
];

/** The words that make a phrase by themselves, folded and whole: what a misspelt word may be repaired to. */
export const signalWords: readonly string[] = [
  ...new Set(
    misspelt
      .flatMap((signal) => phrases[signal].split("|").map((phrase) => phrase.trim()))
      .filter((phrase) => /^\p{L}{6,}$/u.test(phrase)),
  ),
];

/** Stems of the words that change nothing. */
export const plainStems: ReadonlySet<string> = new Set(stemsOf(plainWords));

/** Those words whole, folded, that are long enough to be known without their doubled letters. */
export const plainLongWords: readonly string[] = wordsOfQuestion(plainWords)
  .map(({ folded }) => folded)
  .filter((word) => word.length >= 6);

/** The length of the shortest word of each of those stems: a shorter one ("avon") is cut off, and another word. */
const shortest: ReadonlyMap<string, number> = wordsOfQuestion(plainWords).reduce(
  (lengths, { stem, folded }) =>
    lengths.set(stem, Math.min(lengths.get(stem) ?? folded.length, folded.length)),
  new Map<string, number>(),
);

/** Roots of the verbs by which a quantity comes about. */
const doing: ReadonlySet<string> = new Set(
  "consomm utilis produis gener jet collect achet parcour roul voyag effectu realis organis form serv mang rejet brul command reserv dorm recolt gener lanc particip depos tri partag obten comptabilis".split(
    " ",
  ),
);

/** Whether a folded word changes nothing to a question; verbs in any tense and person that speaks of the past or of now. */
export function isPlainWord(folded: string, stem: string): boolean {
  const root = /^(.{2,}?)(?:ai(?:s|t|ent)|i?ons|i?ez|ant|ames|erent|irent)$/.exec(folded)?.[1];
  return (
    folded.length >= (shortest.get(stem) ?? Number.POSITIVE_INFINITY) ||
    (root !== undefined && doing.has(root))
  );
}
