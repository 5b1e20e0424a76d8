"""SRC1xx: what makes a YAML file unreadable, or readable otherwise than it was meant."""

from __future__ import annotations

from clausier.diagnostics.diagnostic import Code, Message

BROKEN_YAML = Code(
    "SRC101",
    "error",
    Message(fr="{what}", en="{what}"),
    """\
**Quoi.** Le fichier YAML ne se lit pas : sa ponctuation (deux-points, tirets, guillemets, alignement) est fautive à l’endroit montré.

**Pourquoi.** Rien de ce qui suit ne peut être compris avec certitude ; la lecture du fichier s’arrête là, et rien n’est deviné.

**Exemple.** `titre: Avenant n° 1: gouvernance` est refusé, car « : » suivi d’une espace annonce une valeur. Écrire `titre: "Avenant n° 1: gouvernance"`. De même, `titre: 'L'objet'` se ferme après le L : écrire `titre: "L'objet"`.""",
)
FORBIDDEN_CHARACTER = Code(
    "SRC102",
    "error",
    Message(fr="caractère interdit {char}", en="forbidden character {char}"),
    """\
**Quoi.** Le fichier contient un caractère de commande (U+0000 à U+001F, U+007F à U+009F), un séparateur de ligne Unicode (U+2028, U+2029) ou une marque d’ordre des octets ailleurs qu’au début.

**Pourquoi.** Ces caractères ne se voient pas. Certains coupent une ligne pour le lecteur YAML et non pour l’éditeur : le texte lu ne serait pas le texte vu.

**Exemple.** Un texte collé depuis un traitement de texte peut contenir U+2028 à la place d’un retour à la ligne : supprimer le caractère et passer à la ligne.""",
    Message(
        fr="supprimer ce caractère invisible (il vient souvent d’un copier-coller) et retaper le texte qui l’entoure",
        en="delete this invisible character (often pasted in) and type the text around it again",
    ),
)
EMPTY_YAML = Code(
    "SRC103",
    "error",
    Message(fr="fichier sans contenu", en="a file without content"),
    """\
**Quoi.** Le fichier YAML, ou l’en-tête d’un article, est vide ou ne contient que des commentaires.

**Pourquoi.** Un fichier vide est le plus souvent un enregistrement manqué. Ce qui n’a rien à dire n’a pas de fichier.

**Exemple.** Un `avenant.yml` a au moins `id`, `titre` et `signature`. Un en-tête vide (`---` puis `---`) se supprime.""",
    Message(
        fr="écrire le contenu attendu, ou supprimer le fichier ou l’en-tête",
        en="write what is expected, or delete the file or the front matter",
    ),
)
KEY_TWICE = Code(
    "SRC104",
    "error",
    Message(fr="la clé « {key} » est donnée deux fois", en="the key “{key}” is given twice"),
    """\
**Quoi.** La même clé figure deux fois au même niveau (avec ou sans ses accents).

**Pourquoi.** La plupart des logiciels gardent la dernière sans le dire : l’autre valeur disparaîtrait.

**Exemple.** `signature: 2022-06-21` puis, plus bas, `signature: 2022-07-04` : garder une seule des deux lignes. Pour deux opérations, faire deux entrées de la liste, chacune avec son tiret.""",
    Message(
        fr="garder une seule des deux lignes ; deux opérations sont deux entrées de la liste, chacune avec son tiret",
        en="keep one of the two lines; two operations are two list items, each with its dash",
    ),
)
KEY_WITHOUT_VALUE = Code(
    "SRC105",
    "error",
    Message(fr="la clé « {key} » n’a pas de valeur", en="the key “{key}” has no value"),
    """\
**Quoi.** Rien ne suit les deux-points, ou seulement `~` ou `null`.

**Pourquoi.** Une clé vide est un oubli, ou l’effet d’un piège : dans `{nom: Bois, Prés}`, la virgule fait de « Prés » une clé sans valeur ; dans `mots: #1`, le croisillon fait de la suite un commentaire.

**Exemple.** Écrire `{nom: "Bois, Prés"}` et `mots: "#1"`. Ce qui n’est pas connu ne s’écrit pas : retirer la clé. Un texte vide voulu s’écrit `""`.""",
    Message(
        fr="écrire la valeur, ou retirer la clé ; entre accolades, mettre entre guillemets droits un texte qui contient une virgule",
        en="write the value, or remove the key; in braces, put a text with a comma between straight quotes",
    ),
)
SWALLOWED = Message(
    fr="ce qui suit « # » est un commentaire et n’est pas lu ; si c’est du texte, le mettre entre guillemets droits",
    en="what follows “#” is a comment and is not read; if it is text, put it between straight quotes",
)
ITEM_WITHOUT_VALUE = Code(
    "SRC106",
    "error",
    Message(fr="élément de liste vide", en="empty list item"),
    """\
**Quoi.** Un tiret de liste n’est suivi de rien.

**Pourquoi.** C’est un oubli, ou un alignement fautif : ce qui devait suivre le tiret a été lu ailleurs.

**Exemple.** Sous `opérations:`, chaque tiret est suivi d’un verbe : `- compléter: "6"`.""",
    Message(
        fr="écrire l’élément après le tiret, ou retirer le tiret",
        en="write the item after the dash, or remove the dash",
    ),
)
KEY_NOT_TEXT = Code(
    "SRC107",
    "error",
    Message(fr="une clé doit être un texte", en="a key must be a text"),
    """\
**Quoi.** Une clé est vide, ou est elle-même une liste ou un groupe de clés.

**Pourquoi.** Seul un mot peut nommer une valeur. YAML permet le reste ; aucun fichier du projet n’en a l’usage.

**Exemple.** `[a, b]: c` et `: c` sont refusés.""",
    Message(fr="écrire un mot avant les deux-points", en="write a word before the colon"),
)
COMMENT_EATS_TEXT = Code(
    "SRC108",
    "error",
    Message(fr="« # » coupe un texte écrit sans guillemets", en="“#” cuts a text written without quotes"),
    """\
**Quoi.** Sur la même ligne, un texte libre écrit sans guillemets est suivi d’une espace et de « # ».

**Pourquoi.** Pour YAML, la suite de la ligne est un commentaire. `mots: La mission #1` vaudrait « La mission » : l’opération porterait sur d’autres mots que ceux qui sont écrits. Un commentaire reste permis après une date, un nombre, un choix ou un nom court, qui ne peuvent rien perdre.

**Exemple.** Si « #1 » fait partie du texte : `mots: "La mission #1"`. Si c’est un commentaire : `mots: "La mission"  # note`, ou le commentaire sur sa propre ligne.""",
    Message(
        fr="mettre le texte entre guillemets droits, ou le commentaire sur sa propre ligne",
        en="put the text between straight quotes, or the comment on a line of its own",
    ),
)
ANCHOR = Code(
    "SRC109",
    "error",
    Message(fr="ancre ou renvoi YAML : « {what}\u00a0»", en="YAML anchor or alias: “{what}”"),
    """\
**Quoi.** Une valeur sans guillemets commence par `&` (ancre) ou `*` (renvoi).

**Pourquoi.** Un renvoi fait lire à un endroit ce qui est écrit ailleurs, et quelques lignes suffisent à en fabriquer des milliards. Chaque chose s’écrit là où elle vaut.

**Exemple.** `cible: *art8` est refusé : écrire la valeur. Un texte qui commence par ce signe, et la convention entière `"*"`, se mettent entre guillemets.""",
    Message(
        fr="écrire la valeur elle-même ; si le signe fait partie du texte, mettre le texte entre guillemets droits",
        en="write the value itself; if the sign belongs to the text, put the text between straight quotes",
    ),
)
TAG = Code(
    "SRC110",
    "error",
    Message(fr="étiquette YAML : « {tag}\u00a0»", en="YAML tag: “{tag}”"),
    """\
**Quoi.** Une valeur sans guillemets commence par `!`.

**Pourquoi.** YAML y lit un type, que certains logiciels exécutent. Ici toute valeur est un texte, et le schéma seul dit comment le lire.

**Exemple.** `date: !!timestamp 2022-06-21` est refusé : écrire `date: 2022-06-21`.""",
    Message(
        fr="retirer l’étiquette ; si le signe fait partie du texte, mettre le texte entre guillemets droits",
        en="remove the tag; if the sign belongs to the text, put the text between straight quotes",
    ),
)
SEVERAL_DOCUMENTS = Code(
    "SRC111",
    "error",
    Message(fr="un second document YAML commence ici", en="a second YAML document begins here"),
    """\
**Quoi.** Une ligne `---` sépare deux documents dans un même fichier.

**Pourquoi.** Beaucoup de logiciels ne lisent que le premier, sans le dire : le reste serait perdu.

**Exemple.** Deux avenants sont deux dossiers, chacun avec son `avenant.yml`. Une ligne `---` en tête du fichier est permise.""",
    Message(fr="retirer la ligne, ou faire deux fichiers", en="remove the line, or make two files"),
)
DIRECTIVE = Code(
    "SRC112",
    "error",
    Message(fr="directive YAML (%)", en="YAML directive (%)"),
    """\
**Quoi.** Le fichier commence par une directive, `%YAML` ou `%TAG`.

**Pourquoi.** Elle change la façon dont la suite est lue. Tous les fichiers du projet se lisent de la même façon.

**Exemple.** Retirer la ligne `%YAML 1.1`.""",
    Message(fr="retirer cette ligne", en="remove this line"),
)
TOO_DEEP = Code(
    "SRC113",
    "error",
    Message(fr="plus de {deepest} niveaux emboîtés", en="more than {deepest} nested levels"),
    """\
**Quoi.** Des listes ou des clés s’emboîtent sur plus de 32 niveaux.

**Pourquoi.** Aucun fichier du projet n’en demande plus de dix ; au-delà, c’est une erreur, ou une tentative d’épuiser la machine.

**Exemple.** Une suite de crochets ouvrants `[[[[…` jamais fermés.""",
    Message(fr="fermer les crochets et accolades ouverts plus haut", en="close the brackets and braces opened above"),
)
