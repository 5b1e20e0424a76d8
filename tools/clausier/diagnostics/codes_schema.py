"""SRC4xx: a YAML file that can be read, but does not say what its schema asks for, in words for who writes acts."""

from __future__ import annotations

from clausier.diagnostics.diagnostic import Code, Message

UNKNOWN_KEY = Code(
    "SRC401",
    "error",
    Message(fr="clé inconnue : « {key}\u00a0»", en="unknown key: “{key}”"),
    """\
**Quoi.** Une clé ne fait pas partie de celles que l’on attend à cet endroit.

**Pourquoi.** Une clé mal écrite serait ignorée, et ce qu’elle dit avec elle. Les accents peuvent manquer ; les lettres, non.

**Exemple.** `signatures: 2022-06-21` est refusé : la clé est `signature`. `mots:` sous `remplacer:` l’est aussi : cette clé accompagne `remplacer-mots:`.""",
)
KEY_OF_OPERATIONS = Message(
    fr="« {key} » s’écrit dans l’en-tête d’un article, sous l’opération, aligné sur son verbe",
    en="“{key}” is written in the header of an article, below the operation, in line with its verb",
)
KEYS_HERE = Message(fr="clés possibles ici : {known}", en="keys that can stand here: {known}")
KEY_OF_OTHERS = Message(fr="« {key} » accompagne {others}", en="“{key}” goes with {others}")
MISSING_KEY = Code(
    "SRC402",
    "error",
    Message(fr="il manque la clé « {key}\u00a0»", en="the key “{key}” is missing"),
    """\
**Quoi.** Une clé obligatoire n’est pas là.

**Pourquoi.** Sans elle, ce qui est écrit ne suffit pas : un acte sans titre, un remplacement de mots sans les mots nouveaux.

**Exemple.** `remplacer-mots: "8.1"` demande aussi `mots:` (les mots du texte) et `par:` (les mots nouveaux).""",
)
ADD_KEY = Message(fr="ajouter « {key}: » : {meaning}", en="add “{key}:” ({english})")
WRONG_CHOICE = Code(
    "SRC403",
    "error",
    Message(fr="« {value} » n’est pas un des choix possibles", en="“{value}” is not one of the choices"),
    """\
**Quoi.** La valeur doit être choisie dans une liste fermée, et n’y figure pas.

**Pourquoi.** Une valeur hors de la liste n’a pas de sens défini ; aucune n’est devinée.

**Exemple.** `état: brouillon` est refusé : les choix sont `signé` et `projet`.""",
)
CHOICES = Message(fr="choix possibles : {known}", en="choices: {known}")
NOT_A_NUMBER = Code(
    "SRC404",
    "error",
    Message(fr="« {value} » n’est pas un nombre entier", en="“{value}” is not a whole number"),
    """\
**Quoi.** Un nombre entier, à partir de 1, est attendu.

**Pourquoi.** Un rang ou un compte ne se devine pas d’après des mots.

**Exemple.** `citation: deuxième` s’écrit `citation: 2`\u00a0; `occurrences: partout` s’écrit `occurrences: toutes`.""",
)
WRONG_SHAPE = Code(
    "SRC405",
    "error",
    Message(fr="on attend ici {expected}, non {found}", en="expected here: {expected}, not {found}"),
    """\
**Quoi.** L’endroit demande un texte, une liste ou un groupe de clés, et en contient un autre.

**Pourquoi.** C’est souvent un tiret, un retrait ou une espace après les deux-points qui manque, et la suite est lue autrement qu’elle n’est vue.

**Exemple.** Sous `opérations:`, chaque opération commence par un tiret : `- compléter: "6"`. `- compléter:"6"`, sans espace après les deux-points, n’est qu’un texte.""",
)
A_TEXT = Message(fr="un texte", en="a text")
A_LIST = Message(fr="une liste", en="a list")
KEYS = Message(fr="un groupe de clés", en="a group of keys")
BEGIN_WITH_DASH = Message(
    fr="commencer chaque élément par un tiret et une espace, ou écrire la liste entre crochets",
    en="begin each item with a dash and a space, or write the list in brackets",
)
KEY_AND_VALUE = Message(
    fr="écrire « clé: valeur », avec une espace ordinaire après les deux-points",
    en="write “key: value”, with a plain space after the colon",
)
KEYS_AND_VALUES = Message(
    fr="écrire « clé: valeur », avec une espace ordinaire après les deux-points ; clés qu’il faut ici : {known}",
    en="write “key: value”, with a plain space after the colon; keys needed here: {known}",
)
NO_DASHES = Message(
    fr="retirer les tirets qui commencent ces lignes : une clé par ligne, sans tiret",
    en="remove the dashes that begin these lines: one key a line, without a dash",
)
A_LIST_OF_OPERATIONS = Message(
    fr="écrire « opérations: » sur une ligne, au-dessus de cette liste",
    en="write “opérations:” on a line above this list",
)
ONE_TEXT = Message(
    fr="écrire un seul texte ; s’il commence par une accolade ou un crochet, ou contient « : », le mettre entre guillemets droits",
    en="write one text; if it begins with a brace or bracket, or contains “: ”, put it between straight quotes",
)
BAD_FORM = Code(
    "SRC406",
    "error",
    Message(fr="« {value} » n’a pas la forme attendue", en="“{value}” does not have the form expected"),
    """\
**Quoi.** La valeur doit suivre une forme : un nom court, un code d’avertissement, une empreinte, une cible.

**Pourquoi.** Ces valeurs désignent autre chose par son nom exact ; une autre forme ne désignerait rien.

**Exemple.** Le nom court de la Commune A est `commune-a` : minuscules sans accents, chiffres et traits d’union.""",
)
MEANING = Message(fr="{meaning}", en="the schema says, in French: {meaning}")
# What to write, by the pattern that was not met.
FORMS = {
    "^[a-z0-9]+(-[a-z0-9]+)*$": Message(
        fr="minuscules sans accents, chiffres et traits d’union : {slug}",
        en="lower case without accents, digits and hyphens: {slug}",
    ),
    "^(?:[a-z0-9]+(-[a-z0-9]+)*)$": Message(
        fr="le nom court d’un acte entier. De ce qui n’est annulé qu’en partie, retirer les mots annulés («\u00a0supprimer: avenant-1, 3, al. 2, phr. 1\u00a0»), depuis le jour où l’acte est entré en vigueur",
        en="the short name of a whole act. Of what is annulled in part, take the annulled words away (“supprimer: avenant-1, 3, al. 2, phr. 1”), from the day on which the act came into force",
    ),
    "^\\S([^\\n]*\\S)?$": Message(
        fr="une seule ligne, sans espace au début ni à la fin", en="one line, without a space at its start or end"
    ),
    "^[^/\\\\]+$": Message(fr="le nom d’un fichier, sans dossier", en="the name of a file, without a folder"),
    "^[A-Z]{3}[0-9]{3}$": Message(
        fr="trois capitales et trois chiffres, comme TXT102", en="three capitals and three digits, such as TXT102"
    ),
    "^[0-9a-f]{8,64}$": Message(
        fr="8 à 64 signes parmi 0 à 9 et a à f, tels que « clausier show --hash » les affiche",
        en="8 to 64 of 0 to 9 and a to f, as “clausier show --hash” prints them",
    ),
    "^[0-9]{1,18}$": Message(
        fr="un nombre entier, en chiffres et sans signe", en="a whole number, in digits, without a sign"
    ),
    "^[0-9]{4}-[0-9]{2}-[0-9]{2}$": Message(
        fr="année, mois et jour en chiffres\u00a0: 2024-06-20", en="year, month and day in digits: 2024-06-20"
    ),
    "^[1-9][0-9]{0,8}$": Message(
        fr="écrire un nombre en chiffres, à partir de 1", en="write a number in digits, from 1"
    ),
    "^([1-9][0-9]{0,8}|toutes)$": Message(
        fr="écrire un nombre en chiffres, à partir de 1, ou « toutes\u00a0»",
        en="write a number in digits, from 1, or “toutes”",
    ),
}
EMPTY_VALUE = Code(
    "SRC407",
    "error",
    Message(fr="valeur vide", en="empty value"),
    """\
**Quoi.** Un texte, une liste ou un groupe de clés est vide là où il doit dire quelque chose.

**Pourquoi.** Ce qui n’est pas connu ne s’écrit pas ; une valeur vide est le plus souvent un oubli.

**Exemple.** `titre: ""`, `opérations: []` et `{}` sont refusés. Un article d’avenant qui ne change rien dit pourquoi : `sans-effet: primauté`.""",
    Message(fr="écrire la valeur, ou retirer la clé", en="write the value, or remove the key"),
)
UNKNOWN_VERB = Code(
    "SRC408",
    "error",
    Message(fr="verbe inconnu : « {key}\u00a0»", en="unknown verb: “{key}”"),
    """\
**Quoi.** Une opération ne contient aucun des verbes connus, mais un mot qui n’en est pas un.

**Pourquoi.** Le verbe dit ce que la phrase de l’avenant fait au texte ; il n’est jamais deviné.

**Exemple.** `- remplace: "8"` est refusé : le verbe est à l’infinitif, `- remplacer: "8"`.""",
)
VERBS = Message(fr="verbes possibles : {known}", en="verbs: {known}")
TWO_VERBS = Code(
    "SRC409",
    "error",
    Message(
        fr="deux verbes dans une opération : « {first} » et « {second}\u00a0»",
        en="two verbs in one operation: “{first}” and “{second}”",
    ),
    """\
**Quoi.** Une même opération contient deux verbes.

**Pourquoi.** Une opération est un seul changement ; leur ordre compte, et chacune prend son texte cité.

**Exemple.** « L’article 6 est renommé et complété » est deux opérations : `- renommer: "6"`, puis `- compléter: "6"`, chacune avec son tiret.""",
    Message(fr="faire deux opérations, chacune avec son tiret", en="make two operations, each with its dash"),
)
NO_VERB = Code(
    "SRC410",
    "error",
    Message(fr="opération sans verbe", en="operation without a verb"),
    """\
**Quoi.** Une opération n’a que des précisions (`mots`, `citation`, `note` …) et aucun verbe.

**Pourquoi.** Sans verbe, rien ne dit ce que la phrase fait au texte. Un tiret de trop a pu séparer une opération de ses précisions.

**Exemple.** `- intitulé: Gouvernance` seul est refusé : `intitulé` se range sous `- renommer: "8"`, au même retrait et sans tiret.""",
    Message(
        fr="ajouter le verbe, ou retirer le tiret pour ranger cette clé sous l’opération qui précède",
        en="add the verb, or remove the dash so that this key belongs to the operation above",
    ),
)
NO_FORM = Code(
    "SRC411",
    "error",
    Message(fr="ces clés ne forment rien de connu", en="these keys make up nothing known"),
    """\
**Quoi.** Un groupe de clés peut prendre plusieurs formes, et n’en suit aucune.

**Pourquoi.** Une date, par exemple, est un intervalle (`pas-avant`, `pas-après`, `motif`), un événement (`événement`) ou une présomption (`présumée`, `motif`).

**Exemple.** `{motif: "jour laissé en blanc"}` seul ne donne aucune date : ajouter `pas-avant` et `pas-après`.""",
)
BEGINS_WITH = Message(fr="il y faut l’une de ces clés : {known}", en="one of these keys is needed: {known}")
ONE_OF_KEYS = Code(
    "SRC412",
    "error",
    Message(fr="il faut une des clés : {known}", en="one of these keys is needed: {known}"),
    """\
**Quoi.** Une clé doit être choisie parmi plusieurs, et aucune n’est là.

**Pourquoi.** Des mots s’insèrent après ou avant d’autres ; un article d’avenant a des opérations, ou dit pourquoi il n’en a pas.

**Exemple.** `insérer-mots: "8.1"` avec `mots:` demande encore `après:` ou `avant:`.""",
)
KEYS_EXCLUDE = Code(
    "SRC413",
    "error",
    Message(fr="ces clés s’excluent : {known}", en="these keys exclude each other: {known}"),
    """\
**Quoi.** Deux clés qui se contredisent figurent ensemble.

**Pourquoi.** Rien ne dirait laquelle suivre.

**Exemple.** `après:` et `avant:` dans une même opération ; `opérations:` et `sans-effet:` dans un même article.""",
    Message(fr="n’en garder qu’une", en="keep only one"),
)
TOO_FEW = Code(
    "SRC414",
    "error",
    Message(fr="il faut au moins {least} éléments", en="at least {least} items are needed"),
    """\
**Quoi.** Une liste est trop courte.

**Pourquoi.** Une fusion ou une réunion porte sur deux choses au moins.

**Exemple.** `fusion: [commune-b]` est refusé ; `fusion: [commune-b, commune-c]` est accepté.""",
)
REFUSED = Code(
    "SRC415",
    "error",
    Message(fr="valeur que le schéma n’admet pas", en="a value that the schema does not admit"),
    """\
**Quoi.** La valeur ne suit pas le schéma du fichier, pour une raison que le message ne sait pas dire autrement.

**Pourquoi.** Le schéma, dans `schema/`, est le contrat du fichier.

**Exemple.** Comparer avec un fichier voisin, ou avec le schéma nommé dans la première ligne du fichier.""",
)
