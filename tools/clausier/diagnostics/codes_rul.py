"""RUL: rules that cannot be read, or whose words do not stand where they say."""

from clausier.diagnostics.diagnostic import Code, Message

MALFORMED_QUOTATION = Code(
    "RUL101",
    "error",
    Message(
        fr="citation illisible : {why}",
        en="unreadable quotation: {why}",
    ),
    """\
**Quoi.** Une citation a une place mal écrite : accolade seule, nom ou type inconnu, nom donné deux fois, deux places qui se touchent, texte libre au bord, ou aucun mot autour.

**Pourquoi.** Une place `{nom:type}` prend sa valeur dans les mots du texte. Mal écrite, elle prendrait autre chose, ou rien.

**Exemple.** `{seuil:pourcent}` : le type s’écrit `pourcentage`. Types : `entier`, `nombre`, `pourcentage`, `fraction`, `durée`, `date`, `montant`, `périodicité`, `texte`.""",
    Message(
        fr="une place s’écrit {{nom:type}} ; types : {types}",
        en="a placeholder is written {{name:type}}; types: {types}",
    ),
)
RULE_TWICE = Code(
    "RUL102",
    "error",
    Message(
        fr="deux règles s’appellent « {id} »",
        en="two rules are called “{id}”",
    ),
    """\
**Quoi.** Deux règles portent le même `id`.

**Pourquoi.** Le nom court suit la règle d’une version à l’autre, dans les fichiers produits et les agendas : il n’en désigne qu’une. Un acte peut reprendre celui d’une règle qu’il remplace, si l’ancienne dit `fin:` de cet acte.

**Exemple.** `id: ag-quorum` dans deux fichiers ; ajouter `fin: avenant-2` à l’ancienne quand l’avenant n° 2 la récrit.""",
    Message(
        fr="donner un autre id, ou mettre fin à la première par fin: et l’acte qui la remplace",
        en="give another id, or end the first by fin: and the act that replaces it",
    ),
)
NOT_SETTLED = Code(
    "RUL103",
    "error",
    Message(
        fr="la règle « {id} » ne dit rien de « {parameter} »",
        en="the rule “{id}” says nothing of “{parameter}”",
    ),
    """\
**Quoi.** Une précision dont la règle a besoin n’est ni prise dans la citation, ni énoncée, ni laissée ouverte.

**Pourquoi.** Choisir en silence serait ajouter au texte. Si les mots la laissent ouverte, la règle le dit par `interprétations`.

**Exemple.** Une majorité de 80 % « des voix » : de toutes, de celles des présents, des suffrages exprimés ? `assiette: exprimés` si le texte le dit, sinon `interprétations: {assiette: {…}}`.""",
    Message(
        fr="la prendre dans la citation ({{nom:type}}), l’énoncer, ou la laisser ouverte par interprétations:",
        en="capture it from the quotation ({{name:type}}), state it, or leave it open by interprétations:",
    ),
)
UNREADABLE_VALUE = Code(
    "RUL104",
    "error",
    Message(
        fr="« {words} » n’est pas {expected}",
        en="“{words}” is not {expected}",
    ),
    """\
**Quoi.** Une précision de la règle ne se lit pas comme ce qu’elle doit être, ou la place de la citation qui porte son nom a pris autre chose.

**Pourquoi.** Une valeur mal lue donnerait un vote faux.

**Exemple.** `seuil: beaucoup`, ou `{seuil:date}`. Un seuil s’écrit `80 %`, `deux tiers`, `plus de la moitié`, `majorité absolue`, `5`.""",
)
SETTLED_AND_OPEN = Code(
    "RUL105",
    "error",
    Message(
        fr="« {parameter} » est à la fois fixé et laissé ouvert",
        en="“{parameter}” is both settled and left open",
    ),
    """\
**Quoi.** Une même précision est énoncée, ou prise dans la citation, et figure aussi dans `interprétations`.

**Pourquoi.** Ce qui est fixé n’est pas ouvert : l’un des deux est de trop.

**Exemple.** `assiette: exprimés` et `interprétations: {assiette: {…}}` dans la même règle.""",
    Message(
        fr="retirer l’un des deux",
        en="remove one of the two",
    ),
)
NOT_A_PARAMETER = Code(
    "RUL106",
    "error",
    Message(
        fr="cette règle n’a pas de précision « {parameter} » à laisser ouverte",
        en="this rule has no “{parameter}” to leave open",
    ),
    """\
**Quoi.** `interprétations` nomme une précision que la nature de la règle n’a pas.

**Pourquoi.** Un sens auquel rien ne correspond ne changerait aucun résultat, sans que personne le voie.

**Exemple.** `interprétations: {tours: {…}}` dans une règle de nature `quorum`.""",
    Message(
        fr="précisions ouvrables ici : {parameters}",
        en="what can be left open here: {parameters}",
    ),
)
SETTLED_TWICE = Code(
    "RUL107",
    "error",
    Message(
        fr="« {parameter} » est à la fois pris dans la citation et énoncé",
        en="“{parameter}” is both captured from the quotation and stated",
    ),
    """\
**Quoi.** Une place de la citation porte le nom d’une précision que la règle énonce aussi.

**Pourquoi.** Un chiffre n’est jamais écrit deux fois : quand le texte change, le second resterait.

**Exemple.** `{seuil:pourcentage}` dans la citation et `seuil: 80 %` dans la règle.""",
    Message(
        fr="retirer la précision énoncée : la citation suffit",
        en="remove what is stated: the quotation is enough",
    ),
)
NO_EFFECT = Code(
    "RUL108",
    "error",
    Message(
        fr="«\xa0{parameter}\xa0» ne change rien à cette règle\xa0: {why}",
        en="“{parameter}” changes nothing in this rule: {why}",
    ),
    """\
**Quoi.** Une précision est écrite là où rien ne la lit\xa0: la règle dirait autre chose que ce que son auteur croit.

**Pourquoi.** Un seuil, un plafond ou une assiette que l’on croit appliqués, et qui ne le sont pas, faussent un vote sans que
rien ne le montre.

**Exemple.** `seuil: majorité simple, assiette: présents`\xa0: la majorité simple compare les voix pour aux voix contre, et n’est
une part de rien. Écrire `seuil: plus de la moitié, assiette: présents` si c’est plus de la moitié des présents, ou retirer
l’assiette\xa0; si les mots laissent le choix, les deux par `interprétations`.""",
    Message(
        fr="retirer cette ligne, ou dire ce qu’elle devrait changer",
        en="remove this line, or say what it should change",
    ),
)
NEVER_EXTENDED = Code(
    "RUL120",
    "error",
    Message(
        fr="ce délai n’est pas de ceux qui se prorogent",
        en="this period is not one that can be extended",
    ),
    """\
**Quoi.** `prorogé: oui` dans un délai qui se compte à rebours, ou dont la durée est un minimum.

**Pourquoi.** On proroge un délai pour agir, qui finirait un jour où rien n’est ouvert. Compté à rebours, il serait raccourci : celui qui doit être averti trois semaines avant le serait moins de trois semaines avant. Et un minimum n’oblige à rien le jour où il finit.

**Exemple.** `prorogé: oui` avec `avant: ag`.""",
    Message(
        fr="retirer « prorogé »",
        en="remove “prorogé”",
    ),
)
NO_SUCH_DAY = Code(
    "RUL121",
    "error",
    Message(
        fr="« {words} » n’est pas un jour du calendrier",
        en="“{words}” is not a day of the calendar",
    ),
    """\
**Quoi.** Dans un fichier d’événements (`clausier calendar --events`), un jour qui n’existe pas.

**Pourquoi.** Une échéance se compte d’un jour certain ; deviner lequel la fausserait.

**Exemple.** `ag: 2023-02-29`.""",
    Message(
        fr="écrire un jour qui existe : 2024-06-20",
        en="write a day that exists: 2024-06-20",
    ),
)
NO_SUCH_EVENT = Code(
    "RUL122",
    "error",
    Message(
        fr="«\xa0{name}\xa0» n’est un événement pour aucune règle",
        en="“{name}” is an event to no rule",
    ),
    """\
**Quoi.** Dans un fichier d’événements (`clausier calendar --events`), un nom que ni une instance, ni un délai, ni une durée ne porte, dans aucune version.

**Pourquoi.** Une échéance qui se compte de cet événement manquerait à l’agenda sans qu’on le voie\xa0: c’est le plus souvent une faute de frappe.

**Exemple.** `agg: 2024-06-20` pour `ag: 2024-06-20`.""",
    Message(
        fr="événements connus\xa0: {known}",
        en="events that are known: {known}",
    ),
)
NO_SUCH_WORD = Code(
    "RUL123",
    "error",
    Message(
        fr="aucune règle de la version {version} ne connaît «\xa0{word}\xa0» ({sort})",
        en="no rule of version {version} knows “{word}” ({sort})",
    ),
    """\
**Quoi.** Dans une question de `clausier qualify`, un objet, un fait ou une sorte que les règles de cette version ne nomment pas.

**Pourquoi.** Un fait mal écrit ne compterait pour rien, et la réponse serait celle d’une autre question.

**Exemple.** `payant` pour `payante`.""",
    Message(
        fr="il y a\xa0: {known}",
        en="there are: {known}",
    ),
)
BANDS_OUT_OF_ORDER = Code(
    "RUL130",
    "error",
    Message(
        fr="les tranches doivent aller en montant, et la dernière seule ne pas avoir de fin",
        en="the bands must go up, and the last alone must have no end",
    ),
    """\
**Quoi.** Les tranches d’une règle de voix ne se suivent pas\u00a0: une fin plus basse que la précédente, une tranche sans fin avant d’autres, ou une dernière tranche avec une fin.

**Pourquoi.** Un membre dont le chiffre ne tombe dans aucune tranche n’aurait pas de voix.

**Exemple.** `tranches: [{jusqu-à: 5000, voix: 1}, {jusqu-à: 20000, voix: 2}, {voix: 3}]`.""",
)
UNKNOWN_ARTICLE = Code(
    "RUL201",
    "error",
    Message(
        fr="l’article « {words} » n’existe pas",
        en="article “{words}” does not exist",
    ),
    """\
**Quoi.** Une règle, une phrase déclarée sans règle ou une remarque nomme un article qui n’est dans aucune version de l’acte à côté duquel elle se trouve.

**Pourquoi.** La règle d’un article de la convention se lit dans le texte tel que l’acte voisin le laisse ; elle suit ensuite l’article, même renuméroté. Sans article, elle n’a pas de mots.

**Exemple.** `article: "8.12"` quand l’article 8 s’arrête à 8.5 ; `avenant-1, 5 (2)` nomme un article de l’avenant lui-même.""",
)
NOT_AN_ARTICLE = Code(
    "RUL202",
    "error",
    Message(
        fr="« {words} » ne désigne pas un article entier",
        en="“{words}” does not name a whole article",
    ),
    """\
**Quoi.** La cible d’une règle est un alinéa, une phrase, un intitulé ou une étendue.

**Pourquoi.** Une règle se rattache à un article, et à des mots qu’elle cite : c’est la citation qui dit où.

**Exemple.** `article: "8.1, al. 11"` : écrire `article: "8.1"` et citer les mots de l’alinéa.""",
    Message(
        fr="nommer l’article seul ; la citation suffit à trouver les mots",
        en="name the article alone; the quotation is enough to find the words",
    ),
)
WORDS_NOT_FOUND = Code(
    "RUL203",
    "error",
    Message(
        fr="les mots de {what} ne figurent pas à l’article {article}",
        en="the words of {what} do not stand in article {article}",
    ),
    """\
**Quoi.** La citation d’une règle ne se trouve pas dans l’article, ni dans ses sous-articles, au moment où l’acte voisin entre en vigueur.

**Pourquoi.** Une règle formalise des mots ; sans eux elle n’a pas de fondement. La recherche porte sur des mots entiers, dans leur casse, dans un seul alinéa, une seule cellule ou un intitulé ; espaces, apostrophes, tirets et guillemets ne comptent pas.

**Exemple.** `citation: "à la majorité des {seuil:pourcentage} des voix"` quand le texte dit « à la majorité qualifiée de 80% des voix ».""",
)
WORDS_SEVERAL_TIMES = Code(
    "RUL204",
    "error",
    Message(
        fr="les mots de {what} figurent {found} fois à l’article {article}",
        en="the words of {what} stand {found} times in article {article}",
    ),
    """\
**Quoi.** La citation d’une règle se trouve plusieurs fois dans son article (sous-articles compris).

**Pourquoi.** On ne saurait pas laquelle de ces phrases la règle suit quand le texte change.

**Exemple.** « Chaque titulaire votant dispose d’une voie » à l’article 8, qui le dit en 8.1 et en 8.2 : nommer `8.1`, ou citer plus de mots.""",
    Message(
        fr="citer plus de mots, ou nommer le sous-article",
        en="quote more words, or name the sub-article",
    ),
)
WORDS_GONE = Code(
    "RUL205",
    "error",
    Message(
        fr="les mots de la règle « {id} » ne sont plus dans le texte ({version})",
        en="the words of the rule “{id}” are no longer in the text ({version})",
    ),
    """\
**Quoi.** Un acte a fait disparaître les mots qu’une règle formalise, ou l’article qui les portait.

**Pourquoi.** La règle vaudrait sans texte. Rien n’est produit tant que quelqu’un ne l’a pas récrite (une nouvelle règle à côté de l’acte) ou retirée.

**Exemple.** `fin: avenant-2` dans la règle : elle vaut jusqu’à cet acte, et plus ensuite.""",
    Message(
        fr="« fin: {act} » dans la règle y met fin ; la récrire à côté de cet acte si ses mots nouveaux le demandent",
        en="“fin: {act}” in the rule ends it; write it anew beside that act if its new words call for it",
    ),
)
RESTATED = Code(
    "RUL206",
    "warning",
    Message(
        fr="les mots de la règle « {id} » ont été redits par {act} : à relire",
        en="the words of the rule “{id}” have been restated by {act}: to be reviewed",
    ),
    """\
**Quoi.** Un acte a récrit, à l’identique, les mots qu’une règle formalise. La règle est maintenue.

**Pourquoi.** Les mêmes mots dans un texte nouveau peuvent avoir un autre sens. Seul un lecteur peut le dire.

**Exemple.** L’avenant n° 2 remplace tout l’article 8.3, qui dit encore « à la majorité qualifiée de 80 % des voix ». Une fois relue, la règle s’admet par `avertissements-admis` dans l’acte.""",
)
WORDS_UNAVAILABLE = Code(
    "RUL207",
    "error",
    Message(
        fr="les mots de {what} ne sont pas parmi ceux que l’on a de l’article {article}",
        en="the words of {what} are not among those at hand of article {article}",
    ),
    """\
**Quoi.** La règle cite un article dont le texte, ou une partie, n’est pas disponible.

**Pourquoi.** Ce que dit une lacune est inconnu : aucune règle ne peut s’appuyer sur des mots que personne n’a.

**Exemple.** `article: "6.1"`, dont on ne connaît que l’existence. Retrouver le texte et le saisir, ou renoncer à la règle.""",
)
UNREADABLE_CAPTURE = Code(
    "RUL208",
    "error",
    Message(
        fr="« {words} » n’est pas de type {type} ({name})",
        en="“{words}” is not of the type {type} ({name})",
    ),
    """\
**Quoi.** Les mots d’une règle sont là, mais ce qui occupe sa place `{nom:type}` n’est pas une valeur de ce type.

**Pourquoi.** Un chiffre que l’on ne sait pas lire ne se devine pas. « 1.000 » n’est pas lu (mille, ou un ?), ni « trois (4) ».

**Exemple.** `{délai:durée}` devant « quelque temps avant ».""",
)
TABLE_NOT_FOUND = Code(
    "RUL209",
    "error",
    Message(
        fr="aucun tableau de l’article {article} n’a les colonnes « {member} » et « {votes} »",
        en="no table of article {article} has the columns “{member}” and “{votes}”",
    ),
    """\
**Quoi.** La règle lit un tableau par les en-têtes de ses colonnes, et aucun tableau de l’article ne les a.

**Pourquoi.** Les chiffres d’un tableau ne sont jamais recopiés dans une règle : elle les lit où ils sont.

**Exemple.** `tableau: {membre: Nom de la collectivité, voix: Nombre de voix}`.""",
)
SEVERAL_TABLES = Code(
    "RUL210",
    "error",
    Message(
        fr="{found} tableaux de l’article {article} ont les colonnes « {member} » et « {votes} »",
        en="{found} tables of article {article} have the columns “{member}” and “{votes}”",
    ),
    """\
**Quoi.** Plusieurs tableaux de l’article ont les colonnes que la règle lit.

**Pourquoi.** On ne saurait pas lequel fait foi.

**Exemple.** Deux tableaux « Nom », « Voix » dans un article et ses sous-articles : nommer le sous-article.""",
    Message(
        fr="nommer le sous-article qui porte le tableau",
        en="name the sub-article that holds the table",
    ),
)
ROW_WITHOUT_MEMBER = Code(
    "RUL211",
    "error",
    Message(
        fr="la ligne « {name} » du tableau ne correspond à aucun membre",
        en="the row “{name}” of the table matches no member",
    ),
    """\
**Quoi.** Une ligne d’un tableau de voix porte un nom qui n’est celui d’aucun membre, aux majuscules, aux accents, à la typographie, aux traits d’union et à l’article près.

**Pourquoi.** Des voix sans titulaire fausseraient chaque vote.

**Exemple.** « CNV » pour la Commune nouvelle de Valmont : `noms: {CNV: commune-nouvelle}` dans la règle.""",
)
ROW_OF_FORMER_MEMBER = Code(
    "RUL212",
    "warning",
    Message(
        fr="la ligne « {name} » est celle de qui n’est pas membre ({version})",
        en="the row “{name}” is that of one who is not a member ({version})",
    ),
    """\
**Quoi.** Une ligne d’un tableau de voix nomme quelqu’un qui n’est pas, ou plus, membre dans cette version.

**Pourquoi.** Le texte et la liste des membres se contredisent ; les voix de cette ligne ne sont à personne.

**Exemple.** La Commune B dans un tableau encore en vigueur après la fusion.""",
)
MEMBER_WITHOUT_ROW = Code(
    "RUL213",
    "warning",
    Message(
        fr="le membre « {name} » n’a pas de ligne dans le tableau ({version})",
        en="the member “{name}” has no row in the table ({version})",
    ),
    """\
**Quoi.** Un membre en fonction n’a pas de ligne dans un tableau de voix.

**Pourquoi.** Son vote n’a pas de poids connu : aucun vote où il figure ne peut être décompté.

**Exemple.** Un membre entré après la rédaction du tableau.""",
)
MEMBER_TWICE = Code(
    "RUL214",
    "error",
    Message(
        fr="le membre « {name} » a deux lignes dans le tableau",
        en="the member “{name}” has two rows in the table",
    ),
    """\
**Quoi.** Deux lignes d’un tableau de voix désignent le même membre.

**Pourquoi.** On ne sait laquelle compte.

**Exemple.** « Haute-Marne » et « Haute Marne » dans le même tableau.""",
)
CELL_NOT_A_NUMBER = Code(
    "RUL215",
    "error",
    Message(
        fr="« {words} » n’est pas un nombre de voix",
        en="“{words}” is not a number of votes",
    ),
    """\
**Quoi.** Une cellule de la colonne des voix ne se lit pas comme un nombre positif.

**Pourquoi.** Un poids mal lu fausserait chaque vote. Les décimales s’écrivent avec une virgule, les milliers avec une espace.

**Exemple.** « 1.000 » (mille, ou un ?), « néant », une cellule vide.""",
)
WRONG_TOTAL = Code(
    "RUL216",
    "warning",
    Message(
        fr="le total du tableau est {stated}, la somme des lignes {sum}",
        en="the table states a total of {stated}, its rows add up to {sum}",
    ),
    """\
**Quoi.** La ligne « Total » d’un tableau de voix n’est pas la somme des autres.

**Pourquoi.** L’un des chiffres est faux, et une majorité calculée sur le total ne serait pas celle des lignes.

**Exemple.** Une ligne a changé par avenant, le total non.""",
)
UNKNOWN_ACT = Code(
    "RUL217",
    "error",
    Message(
        fr="l’acte « {act} » n’existe pas",
        en="the act “{act}” does not exist",
    ),
    """\
**Quoi.** `fin`, `sur` ou `prévaut` nomme un acte qui n’est pas dans le projet.

**Pourquoi.** Une règle retirée par un acte inconnu vaudrait toujours, contre l’intention.

**Exemple.** `fin: avenant-12` quand les actes sont `convention` et `avenant-1`.""",
)
STALE_SILENCE = Code(
    "RUL218",
    "warning",
    Message(
        fr="les mots déclarés sans règle ne sont plus dans le texte ({version})",
        en="the words declared to state no rule are no longer in the text ({version})",
    ),
    """\
**Quoi.** Une entrée `sans-règle` cite des mots qu’un acte a fait disparaître.

**Pourquoi.** Elle ne dit plus rien, et le compte des phrases sans règle doit rester exact.

**Exemple.** `fin: avenant-2` dans l’entrée, ou la supprimer si elle ne vaut pour aucune version.""",
    Message(
        fr="« fin: {act} » dans l’entrée y met fin",
        en="“fin: {act}” in the entry ends it",
    ),
)
UNKNOWN_RULE = Code(
    "RUL219",
    "error",
    Message(
        fr="la règle « {rule} » n’existe pas",
        en="the rule “{rule}” does not exist",
    ),
    """\
**Quoi.** `déroge-à` nomme une règle qui n’est écrite nulle part dans le projet.

**Pourquoi.** Une exception à rien ne changerait aucune réponse, contre l’intention.

**Exemple.** `déroge-à: comite-majorité` quand la règle a pour nom court `comite-majorite`.""",
)
TWO_ANSWERS = Code(
    "RUL301",
    "remark",
    Message(
        fr="les règles « {first} » et « {second} » répondent à une même question",
        en="the rules “{first}” and “{second}” answer one question",
    ),
    """\
**Quoi.** Deux règles en vigueur ont la même nature, la même instance et le même objet, et aucune clause de primauté ne les départage.

**Pourquoi.** Le texte se contredit, ou dit deux fois la même chose. Une clause de primauté tranche ; à défaut, un lecteur doit le savoir.

**Exemple.** Deux majorités pour le budget du comité de suivi, l’une dans la convention, l’autre dans un avenant qui ne dit pas qu’il prévaut.""",
)
REMARK_MISQUOTES = Code(
    "RUL302",
    "warning",
    Message(
        fr="la remarque cite « {words} », qui ne figure pas dans les articles qu’elle nomme",
        en="the remark quotes “{words}”, which does not stand in the articles that it names",
    ),
    """\
**Quoi.** Des mots entre guillemets français dans une remarque ne sont dans aucun des articles qu’elle nomme, tels que l’acte voisin les laisse.

**Pourquoi.** Une remarque qui cite de travers trompe le lecteur qu’elle veut avertir.

**Exemple.** « approuvent » quand le texte dit « approuve ». « … » dans une citation tient lieu de mots omis.""",
)
CHANGED_AROUND = Code(
    "RUL220",
    "warning",
    Message(
        fr="la phrase de la règle «\u00a0{id}\u00a0» a été changée par {act}, hors des mots cités\u00a0: à relire",
        en="the sentence of the rule “{id}” has been changed by {act}, outside the words quoted: to be reviewed",
    ),
    """\
**Quoi.** Un acte a changé la phrase dont une règle cite une partie\u00a0: des mots y sont ajoutés, retirés ou remplacés autour de ceux qu’elle cite. La règle est maintenue.

**Pourquoi.** «\u00a0Les décisions sont prises à la majorité de 60 % des voix\u00a0» ne dit plus la même chose suivi de «\u00a0des présents\u00a0», ni précédé de «\u00a0ne … plus\u00a0», et les mots cités sont toujours là.

**Exemple.** Après les mots «\u00a0des voix\u00a0», un avenant insère «\u00a0des présents\u00a0», et la règle dit `assiette: ensemble`\u00a0: la fermer (`fin: avenant-2`) et en écrire une autre. Si le sens n’a pas changé, citer la phrase telle qu’elle est ou admettre l’avertissement (`avertissements-admis`).""",
)
ENDS_BEFORE_IT_BEGINS = Code(
    "RUL221",
    "error",
    Message(
        fr="la règle «\u00a0{id}\u00a0» prend fin par {act}, et n’aurait jamais valu",
        en="the rule “{id}” ends with {act}, and would never have held",
    ),
    """\
**Quoi.** `fin` nomme l’acte à côté duquel la règle est écrite, ou un acte qui le précède.

**Pourquoi.** La règle ne vaudrait aucun jour\u00a0: un quorum que le texte énonce ne serait pas compté, sans que rien le montre.

**Exemple.** `fin: convention` dans une règle de la convention. `fin` nomme l’acte à partir duquel la règle ne vaut plus.""",
    Message(
        fr="retirer «\u00a0fin\u00a0», ou nommer l’acte qui met fin à la règle",
        en="remove “fin”, or name the act that ends the rule",
    ),
)
WORDS_AWAY = Code(
    "RUL222",
    "warning",
    Message(
        fr="d’autres mots remplacent pour un temps ceux de la règle «\u00a0{id}\u00a0» ({version}), et aucune règle ne dit ce qui vaut alors",
        en="other words stand for a time in place of those of the rule “{id}” ({version}), and no rule says what holds then",
    ),
    """\
**Quoi.** Un acte récrit pour un temps (`jusqu-au`) les mots qu’une règle formalise. Elle ne vaut pas alors, et reprend quand ils reviennent\u00a0; entre-temps, aucune règle n’est tirée des mots qui les remplacent.

**Pourquoi.** Un vote tenu dans l’intervalle serait compté sans quorum, ou sans majorité, que le texte énonce pourtant.

**Exemple.** «\u00a0Jusqu’au 31 décembre 2027, le quorum est du tiers\u00a0»\u00a0: écrire la règle à côté de l’avenant\u00a0; elle s’éteint avec ses mots, sans `fin`. Si les mots d’alors n’énoncent pas de règle, admettre l’avertissement (`avertissements-admis`).""",
    Message(
        fr="écrire, à côté de l’acte qui les remplace, la règle que ses mots énoncent\u00a0; elle s’éteint avec eux, et celle-ci reprend, sans «\u00a0fin\u00a0»",
        en="write, beside the act that replaces them, the rule that its words state; it ends with them, and this one resumes, without “fin”",
    ),
)
