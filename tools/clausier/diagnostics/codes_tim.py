"""TIM1xx: dates that cannot be, and what dates leave open (TIM101 to TIM104 stand with the reading of dates)."""

from clausier.diagnostics.diagnostic import Code, Message

TOO_MANY_STATES = Code(
    "TIM105",
    "error",
    Message(
        fr="trop de dates incertaines à la fois le {day}\u00a0: {acts}",
        en="too many uncertain dates at once on {day}: {acts}",
    ),
    """\
**Quoi.** Plus de trois actes ont une date incertaine le même jour\u00a0: plus de huit textes seraient possibles.

**Pourquoi.** Une réponse à huit branches n’en est plus une. Il faut enregistrer des dates.

**Exemple.** Préciser `signature` ou `en-vigueur` de l’un des actes nommés.""",
)
NEVER_ALONE = Code(
    "TIM106",
    "error",
    Message(
        fr="la version «\u00a0{id}\u00a0» n’a jamais été seule en vigueur\u00a0: le même jour commence «\u00a0{other}\u00a0»",
        en="version “{id}” never stood alone: “{other}” begins on the same day",
    ),
    """\
**Quoi.** Deux actes entrent en vigueur le même jour\u00a0; la version porte le nom du dernier.

**Pourquoi.** Le texte modifié par le premier seul n’a jamais été en vigueur.

**Exemple.** Demander la version du second acte.""",
)
DRAFT_DOES_NOT_FIT = Code(
    "TIM107",
    "warning",
    Message(fr="dans le projet «\u00a0{act}\u00a0»\u00a0: {what}", en="in the draft “{act}”: {what}"),
    """\
**Quoi.** Un projet d’avenant (`état: projet`) contient une erreur.

**Pourquoi.** Il ne fait partie d’aucune version\u00a0: l’erreur n’arrête rien, mais elle arrêterait sa signature.

**Exemple.** `clausier show --with avenant-3` montre le texte avec le projet, et fait de l’avertissement une erreur.""",
)
UNKNOWN_DRAFT = Code(
    "TIM108",
    "error",
    Message(fr="pas de projet «\u00a0{id}\u00a0»", en="no draft “{id}”"),
    """\
**Quoi.** `--with` nomme un acte qui n’existe pas.

**Pourquoi.** Le texte montré ne serait pas celui que l’on croit.

**Exemple.** `--with avenant-3`, si `amendments/` contient un acte de ce nom court.""",
)

UNKNOWN_ACT = Code(
    "TIM109",
    "error",
    Message(fr="pas d’acte «\u00a0{act}\u00a0» à annuler ou à reporter", en="no act “{act}” to annul or postpone"),
    """\
**Quoi.** `annuler` ou `reporter` nomme un acte qui n’existe pas, ou l’acte lui-même.

**Pourquoi.** L’acte que l’on croit écarté resterait en vigueur.

**Exemple.** `annuler: avenant-2`, si `amendments/` contient un acte de ce nom court.""",
)
RECORD_ITS_LAST_DAY = Message(
    fr="écrire dans convention.yml «\u00a0jusqu-au:\u00a0», et le dernier jour que la convention avait avant cet acte",
    en="write “jusqu-au:” in convention.yml, and the last day that the convention had before this act",
)
NOTHING_TO_PROLONG = Code(
    "TIM110",
    "error",
    Message(
        fr="rien à proroger à «\u00a0{target}\u00a0»\u00a0: aucune opération antérieure n’y a de terme",
        en="nothing to prolong at “{target}”: no earlier operation on it has an end",
    ),
    """\
**Quoi.** `proroger` vise une stipulation dont aucune opération antérieure n’a de fin (`jusqu-au`, `expirer`), ou toute la convention, dont la fiche n’a pas de dernier jour (`jusqu-au`).

**Pourquoi.** Une prorogation déplace un terme\u00a0; sans terme, elle ne dit rien.

**Exemple.** `proroger: "8.5"`, `jusqu-au: 2026-08-31`, après `suspendre: "8.5"` ou `expirer: "8.5"`, avec la même cible.""",
)
RETROACTIVE = Code(
    "TIM111",
    "remark",
    Message(
        fr="en vigueur le {day}, avant la signature de l’acte (pas avant le {signed})",
        en="in force on {day}, before the act was signed (not before {signed})",
    ),
    """\
**Quoi.** Un acte, ou une de ses opérations, entre en vigueur avant d’être signé.

**Pourquoi.** C’est possible, mais le texte connu avant la signature était autre\u00a0: `--known` le montre.

**Exemple.** Un avenant signé le 1er juillet qui prend effet au 1er janvier.""",
)
NOT_A_MEMBER = Code(
    "TIM112",
    "error",
    Message(
        fr="«\u00a0{verb}\u00a0» de «\u00a0{party}\u00a0» impossible le {day}\u00a0: membre inconnu, ou déjà membre",
        en="“{verb}” of “{party}” is impossible on {day}: not a member, or one already",
    ),
    """\
**Quoi.** Un changement de membres nomme une partie qui n’est pas membre ce jour-là, ou qui l’est déjà.

**Pourquoi.** Les voix et le quorum se comptent sur les membres.

**Exemple.** `retrait: commune-b` après la fusion qui l’a fait disparaître.""",
)
UNDONE = Message(
    fr="écrire, sur {second}, «\u00a0après-acte: {first_act}\u00a0» si elle vient bien en second\u00a0: {second_last}\u00a0; sinon, la désigner autrement («\u00a0note-d-édition\u00a0») ou l’ôter («\u00a0sans-effet\u00a0»), et dire pourquoi\u00a0: {first_last}",
    en="on {second}, write “après-acte: {first_act}” if it does come second: {second_last}; if not, name its target otherwise (“note-d-édition”) or remove it (“sans-effet”), and say why: {first_last}",
)
CONFLICT = Code(
    "TIM113",
    "error",
    Message(
        fr="le texte dépend de l’ordre de {first} et {second}, et aucun acte ne le dit",
        en="the text depends on the order of {first} and {second}, and no act says it",
    ),
    """\
**Quoi.** Deux opérations de deux actes, en vigueur le même jour, portent sur les mêmes mots, ou l’une change ce que l’autre désigne\u00a0: un alinéa inséré décale «\u00a0l’alinéa 3\u00a0», une renumérotation fait de «\u00a0l’article 4\u00a0» un autre article. Ou bien un acte signé plus tard, mais en vigueur plus tôt, serait défait par l’autre, ou a changé ce qu’il désigne.

**Pourquoi.** Le texte dépendrait de l’ordre dans lequel on les applique, et aucun acte ne le dit.

**Exemple.** Ajouter à l’opération qui doit venir en second\u00a0: `après-acte: avenant-2`.""",
    Message(
        fr="écrire, sur {second}, «\u00a0après-acte: {first_act}\u00a0» si elle vient en second\u00a0: {second_last}\u00a0; sinon, sur {first}, «\u00a0après-acte: {second_act}\u00a0»\u00a0: {first_last}",
        en="on {second}, write “après-acte: {first_act}” if it comes second: {second_last}; if not, on {first}, “après-acte: {second_act}”: {first_last}",
    ),
)

CYCLE = Code(
    "TIM114",
    "error",
    Message(
        fr="«\u00a0{act}\u00a0» et «\u00a0{other}\u00a0» se modifient l’un l’autre",
        en="“{act}” and “{other}” change each other",
    ),
    """\
**Quoi.** Deux actes se modifient mutuellement.

**Pourquoi.** Aucun des deux ne peut être lu avant l’autre.

**Exemple.** L’avenant n° 2 modifie l’avenant n° 3, qui modifie l’avenant n° 2\u00a0: viser la convention elle-même.""",
)
OPEN_ORDER = Code(
    "TIM115",
    "error",
    Message(
        fr="on ne sait pas si «\u00a0{act}\u00a0» était déjà en vigueur\u00a0: ses dates ne le disent pas",
        en="nobody knows whether “{act}” was already in force: its dates do not tell",
    ),
    """\
**Quoi.** Une opération modifie un article d’un autre avenant, dont l’entrée en vigueur peut être antérieure ou postérieure.

**Pourquoi.** Modifier un article à venir change ce qu’il fera\u00a0; modifier un article déjà exécuté change la convention.

**Exemple.** Préciser la date d’entrée en vigueur de l’un des deux actes.""",
)
NOTHING_THERE = Code(
    "TIM116",
    "error",
    Message(
        fr="l’article visé de «\u00a0{act}\u00a0» n’apporte pas de texte où cela s’applique, ou plusieurs",
        en="the article of “{act}” that is named brings no text where this applies, or several",
    ),
    """\
**Quoi.** L’opération vise un article d’un avenant qui n’apporte pas de texte nouveau, ou dont plusieurs textes conviennent.

**Pourquoi.** Choisir serait deviner.

**Exemple.** Nommer la stipulation apportée\u00a0: `avenant-2, 3, 6.4, al. 2`. Si l’article ne fait que remplacer des mots, ou si toute sa phrase est récrite, l’abroger, et faire soi-même ce que dit sa nouvelle rédaction, à la date où il devait prendre effet.""",
    Message(
        fr="nommer la stipulation apportée, comme dans «\u00a0{act}, 3, 6.4, al. 2\u00a0»\u00a0; si c’est ce que fait l’article qui change, l’abroger («\u00a0abroger: {act}, 3\u00a0») et ajouter l’opération qui le remplace, avec sa date («\u00a0en-vigueur\u00a0»)",
        en="name the provision that it brings, as in “{act}, 3, 6.4, al. 2”; if what the article does changes, repeal it (“abroger: {act}, 3”) and add the operation that takes its place, with its date (“en-vigueur”)",
    ),
)
REPEAL_OF_EXECUTED = Code(
    "TIM117",
    "warning",
    Message(
        fr="«\u00a0{act}\u00a0» est déjà exécuté\u00a0: l’abroger ne change aucun mot de la convention",
        en="“{act}” is already executed: repealing it changes no word of the convention",
    ),
    """\
**Quoi.** Un article d’un avenant déjà en vigueur est abrogé.

**Pourquoi.** Ses mots sont passés dans la convention\u00a0; abroger le texte modificateur ne les en retire pas (Conseil d’État, 28 octobre 2009, n° 306708).

**Exemple.** Pour revenir au texte antérieur, le rétablir par `remplacer`\u00a0; pour faire comme si l’acte n’avait jamais été, `annuler: avenant-2`.""",
)
EXECUTED = Code(
    "TIM118",
    "warning",
    Message(
        fr="«\u00a0{act}\u00a0» est déjà exécuté\u00a0: l’opération porte sur l’article {where} de la convention, où sont ses mots",
        en="“{act}” is already executed: the operation strikes article {where} of the convention, where its words stand",
    ),
    """\
**Quoi.** Une opération vise un article d’un avenant déjà en vigueur.

**Pourquoi.** Ses mots sont désormais ceux de la convention\u00a0: c’est là qu’ils se modifient.

**Exemple.** Viser l’article de la convention\u00a0: `remplacer-mots: "6.4"` plutôt que `avenant-1, 3`.""",
)
WORDS_ELSEWHERE = Code(
    "TIM119",
    "error",
    Message(
        fr="les mots de «\u00a0{target}\u00a0» sont maintenant dans plusieurs stipulations, ou aucune\u00a0: {where}",
        en="the words of “{target}” now stand in several provisions, or none: {where}",
    ),
    """\
**Quoi.** L’article visé d’un avenant déjà exécuté a écrit plusieurs stipulations, ou plus aucun de ses mots n’est en vigueur.

**Pourquoi.** Choisir serait deviner.

**Exemple.** Viser la stipulation de la convention\u00a0: `8.3, al. 2`.""",
)
ENDS_FIRST = Code(
    "TIM120",
    "error",
    Message(
        fr="{what} finit le {until}, avant de commencer le {begin} : elle ne serait jamais en vigueur",
        en="{what} ends on {until}, before it begins on {begin}: it would never be in force",
    ),
    """\
**Quoi.** Le dernier jour d’une opération, ou de la convention (`jusqu-au`), précède le premier (`en-vigueur`, ou celui de l’acte).

**Pourquoi.** Elle ne changerait le texte d’aucun jour, et personne ne le verrait. Une des deux dates est mal recopiée, ou l’acte est entré en vigueur trop tard.

**Exemple.** « L’article 4 est suspendu jusqu’au 31 mars 2021 », dans un avenant en vigueur le 1er juin 2021.""",
    Message(
        fr="corriger la date ; si l’acte est vraiment entré en vigueur trop tard, écrire « sans-effet » et le dire",
        en="correct the date; if the act truly came into force too late, write “sans-effet” and say so",
    ),
)
SEVERAL_ENDS = Code(
    "TIM121",
    "error",
    Message(
        fr="« {target} » a plusieurs termes à venir ({days}) : lequel est prorogé ?",
        en="“{target}” has several ends to come ({days}): which is prolonged?",
    ),
    """\
**Quoi.** `proroger` vise une stipulation où plusieurs opérations finissent, à des jours différents, tous à venir.

**Pourquoi.** Choisir serait deviner.

**Exemple.** L’article 4 est suspendu jusqu’en juin, et un de ses montants est changé jusqu’en décembre. Pour la seule suspension : `suspendre: "4"`, `en-vigueur: 2026-07-01`, `jusqu-au: 2026-12-31`.""",
    Message(
        fr="écrire à la place une opération qui reprend ce qui est prorogé, du lendemain de son terme (« en-vigueur ») au nouveau (« jusqu-au »)",
        en="write instead an operation that does again what is prolonged, from the day after its end (“en-vigueur”) to the new one (“jusqu-au”)",
    ),
)
CONCLUDED_ANEW = Message(
    fr="une convention qui a pris fin se conclut de nouveau\u00a0: en parler à ceux qui l’ont signée\u00a0; si elle a bien continué, accepter l’avertissement en disant pourquoi",
    en="a convention that has ended is concluded anew: ask those who signed it; if it has indeed gone on, accept the warning and say why",
)
PROLONGED_LATE = Code(
    "TIM122",
    "warning",
    Message(
        fr="« {target} » est prorogé le {when}, après son terme du {day} : le texte le montre sans interruption",
        en="“{target}” is prolonged on {when}, after its end on {day}: the text shows it without a break",
    ),
    """\
**Quoi.** Une prorogation est signée, ou entre en vigueur, après le terme qu’elle déplace.

**Pourquoi.** On proroge ce qui dure encore ; ce qui a pris fin se conclut de nouveau. Le texte suit l’acte, comme si le terme n’était pas passé, mais les jours entre les deux sont contestables.

**Exemple.** L’article 4 prend fin le 31 décembre 2025 ; un avenant du 15 mars 2026 le proroge.""",
    Message(
        fr="si l’acte ne vaut que pour l’avenir, rédiger l’article de nouveau (« remplacer ») ; sinon, accepter l’avertissement en disant pourquoi",
        en="if the act holds for the future only, word the article anew (“remplacer”); if not, accept the warning and say why",
    ),
)
BROUGHT_FORWARD = Code(
    "TIM123",
    "warning",
    Message(
        fr="« {target} » est prorogé jusqu’au {until}, avant son terme actuel du {day} : sa fin est avancée",
        en="“{target}” is prolonged until {until}, before its present end on {day}: it ends sooner",
    ),
    """\
**Quoi.** `proroger` donne un terme plus proche que celui d’avant.

**Pourquoi.** Une prorogation allonge. Une des deux dates est peut-être mal recopiée.

**Exemple.** Une suspension jusqu’au 31 décembre 2026, « prorogée » jusqu’au 30 juin 2026.""",
)
POSTPONED_LATE = Code(
    "TIM124",
    "warning",
    Message(
        fr="« {act} » est en vigueur depuis le {day} ; son report, le {when}, le retire du texte depuis ce jour",
        en="“{act}” has been in force since {day}; its postponement, on {when}, takes it out of the text from that day",
    ),
    """\
**Quoi.** `reporter` vise un acte déjà entré en vigueur quand le report prend effet.

**Pourquoi.** On reporte ce qui n’a pas commencé. Le texte suit l’acte, comme si rien n’avait eu effet, mais ce qui a été fait entre-temps l’a été sous l’autre texte : `--known` le montre.

**Exemple.** Un avenant en vigueur le 1er mars, dont l’entrée en vigueur est reportée par un acte du 15 mai.""",
    Message(
        fr="si l’acte ne vaut que pour l’avenir, suspendre (« suspendre ») ou changer de nouveau ce que « {act} » a changé ; sinon, accepter l’avertissement en disant pourquoi",
        en="if the act holds for the future only, suspend (“suspendre”) or change again what “{act}” has changed; if not, accept the warning and say why",
    ),
)
POSTPONED_SOONER = Code(
    "TIM137",
    "warning",
    Message(
        fr="«\u00a0{act}\u00a0», en vigueur le {day}, est reporté au {to}, qui est plus tôt",
        en="“{act}”, in force on {day}, is postponed to {to}, which is sooner",
    ),
    """\
**Quoi.** `reporter` donne à un acte une entrée en vigueur plus proche que celle qu’il avait.

**Pourquoi.** Un report éloigne. Une des deux dates est peut-être mal recopiée.

**Exemple.** Un avenant en vigueur le 1er janvier 2027, «\u00a0reporté\u00a0» au 1er septembre 2026.""",
)
NOT_POSTPONED = Code(
    "TIM125",
    "warning",
    Message(
        fr="{operation} garde sa propre date, le {day} : le report au {to} ne vaut que pour le reste de l’acte",
        en="{operation} keeps its own date, {day}: the postponement to {to} holds for the rest of the act only",
    ),
    """\
**Quoi.** Un acte est reporté, et une de ses opérations a une date à elle (`en-vigueur`), plus proche.

**Pourquoi.** « L’entrée en vigueur de l’avenant est reportée » peut s’entendre aussi de ce qui avait sa date : à l’acte de le dire.

**Exemple.** Un avenant en vigueur le 1er mars, dont un montant change le 1er avril, est reporté au 1er janvier suivant.""",
    Message(
        fr="si l’acte la reporte aussi, changer l’opération elle-même : corriger sa date, avec une « note » qui cite le report",
        en="if the act postpones it too, change the operation itself: correct its date, with a “note” that cites the postponement",
    ),
)

REREAD = Code(
    "TIM126",
    "error",
    Message(
        fr="« {words} » désignait « {then} » quand l’acte a été signé, mais désigne « {now} » dans le texte auquel il s’applique",
        en="“{words}” named “{then}” when the act was signed, but names “{now}” in the text to which it applies",
    ),
    """\
**Quoi.** Un acte signé avant celui-ci avait changé ce que désignent les mots de l’opération. Depuis, cet acte a été annulé, reporté ou prorogé ; ou bien celle-ci est rétroactive et prend effet avant lui.

**Pourquoi.** L’opération changerait d’autres mots que ceux que visaient ses signataires, et rien ne le montrerait.

**Exemple.** L’avenant n° 1 insère un alinéa ; l’avenant n° 2 récrit « le troisième alinéa » ; l’avenant n° 3 annule l’avenant n° 1 : le troisième alinéa est maintenant un autre.""",
    Message(
        fr="viser ce que l’acte visait, comme il se nomme dans ce texte, et dire pourquoi dans « note-d-édition » ; la même note confirme la cible si elle est la bonne",
        en="name what the act meant, as it is called in this text, and say why in “note-d-édition”; the same note confirms the target if it is right",
    ),
)
ENDED = Code(
    "TIM127",
    "error",
    Message(
        fr="« {words} » désigne « {then} » tant que dure {other}, puis « {now} » : à son terme, d’autres mots seraient changés",
        en="“{words}” names “{then}” as long as {other} lasts, then “{now}”: at its end, other words would be changed",
    ),
    """\
**Quoi.** Une opération a un terme (`jusqu-au`). Tant qu’elle dure, un autre acte change le texte ; quand elle finit, le texte redevient ce qu’il aurait été sans elle, et les mots de l’autre acte y désignent autre chose.

**Pourquoi.** « Le troisième alinéa », compté avec un alinéa provisoire, est le deuxième une fois celui-ci tombé.

**Exemple.** L’avenant n° 1 insère un alinéa jusqu’au 31 décembre ; l’avenant n° 2 récrit en juin « le troisième alinéa ».""",
    Message(
        fr="au lieu de « jusqu-au » sur {other}, écrire ce qui se passe à son terme comme une opération de plus du même article (« supprimer », « remplacer-mots »…), avec « en-vigueur » au lendemain",
        en="instead of “jusqu-au” on {other}, write what happens at its end as one more operation of the same article (“supprimer”, “remplacer-mots”…), with “en-vigueur” on the day after",
    ),
)
NOT_ITS_WORDS = Code(
    "TIM128",
    "error",
    Message(
        fr="« {target} » désigne maintenant « {found} », que « {act} » n’a pas écrit, ou dont il n’a écrit qu’une partie",
        en="“{target}” now names “{found}”, which “{act}” has not written, or of which it has written but a part",
    ),
    """\
**Quoi.** Une opération vise un passage d’un avenant déjà en vigueur, et ce qu’on trouve à cette place dans la convention vient d’ailleurs.

**Pourquoi.** « L’alinéa 2 de l’article 1er de l’avenant n° 1 » n’est pas l’alinéa 2 de l’article de la convention qu’il complète ; un sous-article qu’il a créé a pu changer de numéro.

**Exemple.** L’avenant n° 1 complète l’article 5, qui avait trois alinéas, par un quatrième : celui-ci est `5, al. 4`.""",
    Message(
        fr="viser la convention elle-même, là où sont les mots de « {act} » (`clausier blame` le montre), et dire pourquoi dans « note-d-édition »",
        en="name the convention itself, where the words of “{act}” stand (`clausier blame` shows it), and say why in “note-d-édition”",
    ),
)

ADDED_WITHOUT_FORCE = Code(
    "TIM129",
    "warning",
    Message(
        fr="«\u00a0{unit}\u00a0» s’ajoute à «\u00a0{owner}\u00a0», que {by} a privé d’effet\u00a0: ce qui s’y ajoute est montré en vigueur",
        en="“{unit}” is added to “{owner}”, which {by} has put out of force: what is added is shown in force",
    ),
    """\
**Quoi.** Une opération ajoute, déplace ou crée un sous-article dans un article suspendu ou qui a pris fin.

**Pourquoi.** La suspension vaut pour ce que l’article disait quand elle a commencé. Qu’elle vaille aussi pour ce qui s’y ajoute ensuite, l’acte seul peut le dire.

**Exemple.** L’article 4 est suspendu jusqu’au 31 décembre\u00a0; en juin, un avenant le complète par un 4.3\u00a0: s’il est suspendu avec le reste, `suspendre: "4.3"`, `jusqu-au: 2026-12-31`.""",
    Message(
        fr="s’il est suspendu aussi, l’écrire dans l’acte qui l’ajoute («\u00a0suspendre\u00a0»)\u00a0; sinon, accepter l’avertissement en disant pourquoi",
        en="if it is suspended too, write so in the act that adds it (“suspendre”); if not, accept the warning and say why",
    ),
)
IN_FORCE_AGAIN = Code(
    "TIM134",
    "warning",
    Message(
        fr="«\u00a0{what}\u00a0», que {by} a privé d’effet, est montré en vigueur dans sa nouvelle rédaction",
        en="“{what}”, which {by} has put out of force, is shown in force in its new words",
    ),
    """\
**Quoi.** `remplacer` récrit une stipulation qui a pris fin, ou un article dont une partie est suspendue ou a pris fin\u00a0: le texte nouveau est en vigueur.

**Pourquoi.** Récrire n’est pas toujours remettre en vigueur\u00a0: l’avenant peut avoir été rédigé sur un texte où la fin ne se voit pas. Ce qui est visé lui-même pendant qu’il est suspendu le reste, dans ses nouveaux mots.

**Exemple.** L’article 4 a pris fin le 31 décembre 2025\u00a0; un avenant de mars 2026 dit\u00a0: «\u00a0L’article 4 est ainsi rédigé\u00a0».""",
    Message(
        fr="s’il reste sans effet, l’écrire par une opération de plus («\u00a0suspendre\u00a0», «\u00a0expirer\u00a0»)\u00a0; si l’acte le remet en vigueur, accepter l’avertissement en disant pourquoi",
        en="if it stays without force, write so by one more operation (“suspendre”, “expirer”); if the act puts it in force again, accept the warning and say why",
    ),
)
CHANGED_WITHOUT_FORCE = Code(
    "TIM135",
    "warning",
    Message(
        fr="«\u00a0{what}\u00a0» n’est plus en vigueur ({by})\u00a0: ce que l’opération y change ne l’est pas non plus",
        en="“{what}” is no longer in force ({by}): nor is what the operation changes in it",
    ),
    """\
**Quoi.** Une opération ne change que des mots qui ont pris fin (`expirer`).

**Pourquoi.** L’acte entend changer ce qui s’applique\u00a0; ici, rien ne s’applique. Il a pu être rédigé sur un texte où la fin ne se voit pas, ou vouloir remettre la stipulation en vigueur.

**Exemple.** L’article 4 a pris fin le 31 décembre 2025\u00a0; un avenant de mars 2026 y remplace «\u00a012 000 euros\u00a0» par «\u00a015 000 euros\u00a0».""",
    Message(
        fr="si l’acte remet la stipulation en vigueur, la récrire en entier («\u00a0remplacer\u00a0»)\u00a0; si elle est prorogée, «\u00a0proroger\u00a0» avant de la changer\u00a0; sinon, accepter l’avertissement en disant pourquoi",
        en="if the act puts the provision in force again, reword it whole (“remplacer”); if it is prolonged, “proroger” before changing it; if not, accept the warning and say why",
    ),
)
ORDER_IN_DOUBT = Code(
    "TIM136",
    "warning",
    Message(
        fr="le texte dépend de l’ordre de {first} et {second}, que leurs dates laissent ouvert\u00a0: {second} vient ici en second, dans l’ordre des signatures",
        en="the text depends on the order of {first} and {second}, which their dates leave open: {second} comes second here, in the order of the signatures",
    ),
    """\
**Quoi.** Deux opérations de deux actes portent sur les mêmes mots, et le jour de l’un n’est pas connu\u00a0: il peut prendre effet avant l’autre, ou après lui.

**Pourquoi.** À des jours connus, un acte signé le premier qui prendrait effet le dernier serait une erreur (TIM113). Le texte montré tient les actes dans l’ordre de leurs signatures\u00a0: c’est le plus probable, et rien ne le dit.

**Exemple.** L’avenant n° 1, signé en janvier, prend effet un jour de 2022 que l’on ne connaît pas\u00a0; l’avenant n° 2, signé en février, récrit le même article le 30 juin 2022.""",
    Message(
        fr="si c’est bien cet ordre, écrire, sur {second}, «\u00a0après-acte: {first_act}\u00a0»\u00a0: {second_last}\u00a0; sinon, préciser les dates\u00a0: {first_last}",
        en="if that is the order, write on {second} “après-acte: {first_act}”: {second_last}; if not, record the dates: {first_last}",
    ),
)
ACTS_TOGETHER = Code(
    "TIM132",
    "error",
    Message(
        fr="«\u00a0{first}\u00a0» et «\u00a0{words}\u00a0» ne peuvent être visés par une même opération",
        en="“{first}” and “{words}” cannot be named by one operation",
    ),
    """\
**Quoi.** Une opération vise deux actes à la fois, ou déplace ou scinde dans un autre acte que la convention.

**Pourquoi.** Une opération change un seul acte\u00a0: lu dans l’autre, le même numéro désigne d’autres mots.

**Exemple.** `remplacer-mots: ["avenant-1, 3", "3"]`\u00a0: deux opérations, l’une sur l’avenant n° 1, l’autre sur la convention.""",
    Message(
        fr="écrire une opération pour chaque acte\u00a0; pour déplacer ou scinder, viser la convention, là où sont les mots",
        en="write one operation for each act; to move or split, name the convention, where the words are",
    ),
)
SIGNED_BEFORE_CONVENTION = Code(
    "TIM138",
    "warning",
    Message(
        fr="l’avenant est signé le {day}, avant la convention (le {signed})",
        en="the amendment was signed on {day}, before the convention (on {signed})",
    ),
    """\
**Quoi.** La date de signature d’un avenant précède celle de la convention qu’il modifie.

**Pourquoi.** On ne modifie pas ce qui n’est pas encore signé\u00a0: l’une des deux dates est mal recopiée, d’une année le plus souvent. Les avenants se suivent dans l’ordre de leurs signatures\u00a0: une année fausse change le texte.

**Exemple.** `signature: 2018-03-09`, pour un avenant de 2028 à une convention de 2024.""",
    Message(
        fr="reprendre dans les actes le jour de chaque signature\u00a0; si la convention saisie tient déjà compte de cet avenant, ne pas le saisir",
        en="take the day of each signature from the acts; if the convention as typed takes this amendment into account already, leave it out",
    ),
)
