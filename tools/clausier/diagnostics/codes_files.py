"""SRC3xx: files, folders and acts that cannot be read as a project; TIM1xx: dates that cannot be."""

from clausier.diagnostics.diagnostic import Code, Message

NO_PROJECT = Code(
    "SRC301",
    "error",
    Message(
        fr="pas de convention ici\u00a0: «\u00a0{path}\u00a0» manque", en="no convention here: “{path}” is missing"
    ),
    """\
**Quoi.** Le dossier ne contient pas `convention/convention.yml`.

**Pourquoi.** C’est le fichier qui dit de quelle convention il s’agit, sa date et ses membres.

**Exemple.** Lancer la commande depuis le dossier du projet, ou ajouter `--project DOSSIER`\u00a0; `clausier new DOSSIER` commence une convention.""",
    Message(
        fr="se placer dans le dossier du projet, ou ajouter --project DOSSIER\u00a0; «\u00a0clausier new DOSSIER\u00a0» en commence un",
        en="go to the project’s folder, or add --project DIR; “clausier new DIR” starts one",
    ),
)
NO_INDEX = Code(
    "SRC302",
    "error",
    Message(
        fr="le dossier d’avenant «\u00a0{path}\u00a0» n’a pas de fichier avenant.yml",
        en="the amendment’s folder “{path}” has no avenant.yml",
    ),
    """\
**Quoi.** Un dossier de `amendments/` n’a pas d’`avenant.yml`.

**Pourquoi.** Sans lui, l’acte n’a ni identité ni date\u00a0; l’ignorer laisserait la convention inchangée en silence.

**Exemple.** Écrire au moins trois lignes\u00a0: `id: avenant-2`, `titre: Avenant n° 2`, `signature: 2024-05-13`.""",
    Message(fr="écrire avenant.yml\u00a0: id, titre, signature", en="write avenant.yml: id, titre, signature"),
)
SYMLINK = Code(
    "SRC303",
    "error",
    Message(fr="«\u00a0{path}\u00a0» est un lien vers un autre fichier", en="“{path}” is a link to another file"),
    """\
**Quoi.** Un fichier ou un dossier des sources est un lien symbolique, ou mène hors du projet.

**Pourquoi.** Le texte d’un acte doit se trouver dans le projet, là où son histoire est gardée.

**Exemple.** Remplacer le lien par une copie du fichier.""",
)
NOT_UTF8 = Code(
    "SRC304",
    "error",
    Message(fr="le fichier n’est pas en UTF-8 (octet {byte})", en="the file is not UTF-8 (byte {byte})"),
    """\
**Quoi.** Le fichier contient des octets qui ne sont pas de l’UTF-8.

**Pourquoi.** Les lettres accentuées seraient lues de travers.

**Exemple.** Enregistrer le fichier en UTF-8 (dans Word\u00a0: «\u00a0texte brut\u00a0», encodage Unicode UTF-8).""",
    Message(fr="enregistrer le fichier en UTF-8", en="save the file as UTF-8"),
)
CONTROL_CHARACTER = Code(
    "SRC305",
    "error",
    Message(fr="caractère invisible interdit\u00a0: {name}", en="forbidden invisible character: {name}"),
    """\
**Quoi.** Le fichier contient un caractère de commande (NUL, saut de page, inversion du sens de lecture …).

**Pourquoi.** Il ne se voit pas, et peut montrer un autre texte que celui qui est écrit.

**Exemple.** Retaper la ligne, ou coller le texte «\u00a0sans mise en forme\u00a0».""",
    Message(
        fr="effacer ce caractère\u00a0; là où Word allait à la ligne, mettre une ligne vide si un alinéa commence, une espace sinon",
        en="delete this character; where Word began a new line, put an empty line if an alinéa begins, else a space",
    ),
)
TOO_LARGE = Code(
    "SRC306",
    "error",
    Message(fr="fichier trop grand\u00a0: {size} Mo ({most} au plus)", en="file too large: {size} MB ({most} at most)"),
    """\
**Quoi.** Un fichier source dépasse la taille admise.

**Pourquoi.** Un article n’atteint jamais cette taille\u00a0: c’est un autre fichier, mal placé.

**Exemple.** Couper le texte en un fichier par article.""",
)
EMPTY_FILE = Code(
    "SRC307",
    "error",
    Message(fr="fichier vide", en="empty file"),
    """\
**Quoi.** Un fichier d’article ne contient rien.

**Pourquoi.** C’est un oubli, ou un texte que l’on n’a pas\u00a0; dans le second cas, il faut le dire.

**Exemple.** Taper le texte, ou supprimer le fichier\u00a0; pour un texte perdu\u00a0: un titre, et `non-disponible: motif`.""",
    Message(
        fr="y écrire l’article, ou supprimer le fichier\u00a0; si le texte est perdu, son titre, et «\u00a0non-disponible: motif\u00a0» en tête",
        en="write the article there, or delete the file; if the text is lost, its heading, and “non-disponible: reason” as a header",
    ),
)
FILE_NAME = Code(
    "SRC308",
    "error",
    Message(
        fr="le nom de fichier «\u00a0{name}\u00a0» ne dit pas sa place\u00a0: «\u00a008-gouvernance.md\u00a0»",
        en="the file name “{name}” does not tell its place: “08-gouvernance.md”",
    ),
    """\
**Quoi.** Un fichier Markdown d’un acte ne commence pas par un nombre.

**Pourquoi.** Les fichiers d’un acte se lisent dans l’ordre de leurs nombres\u00a0; un fichier sans nombre serait ignoré ou mal placé.

**Exemple.** `00-ouverture.md`, `01-objet.md`, …, `99-cloture.md`.""",
)
UNKNOWN_FILE = Code(
    "SRC309",
    "error",
    Message(
        fr="«\u00a0{name}\u00a0» ne serait pas lu, sous ce nom ou à cette place",
        en="“{name}” would not be read, under this name or in this place",
    ),
    """\
**Quoi.** Un fichier `.yml` n’est ni la fiche de l’acte, ni un fichier de règles (`.regles.yml`)\u00a0; un fichier qui porte un numéro, comme ceux des articles, ne finit pas par `.md`\u00a0; un avenant n’est pas dans un dossier à lui, ou ce dossier n’est pas dans `amendments`.

**Pourquoi.** Il serait ignoré sans un mot, alors que quelqu’un l’a écrit pour qu’il serve\u00a0: un article de l’acte manquerait, ou l’acte entier.

**Exemple.** `convention/convention.yml`, `amendments/2026-avenant-2/avenant.yml`, `08-gouvernance.md`, `08-gouvernance.regles.yml`.""",
)
ACT_TWICE = Code(
    "SRC310",
    "error",
    Message(fr="deux actes ont le nom court «\u00a0{id}\u00a0»", en="two acts have the id “{id}”"),
    """\
**Quoi.** Deux actes portent le même `id`.

**Pourquoi.** L’origine de chaque mot est le nom de l’acte qui l’a écrit\u00a0: il doit être unique.

**Exemple.** `avenant-1`, `avenant-2`. «\u00a0convention\u00a0» est réservé à la convention.""",
)
PARTY_TWICE = Code(
    "SRC311",
    "error",
    Message(fr="deux membres ont le nom court «\u00a0{id}\u00a0»", en="two members have the id “{id}”"),
    """\
**Quoi.** Deux membres portent le même `id`.

**Pourquoi.** Les voix et les obligations sont comptées par membre.

**Exemple.** `commune-b`, `commune-c`.""",
)
UNKNOWN_PARTY = Code(
    "SRC312",
    "error",
    Message(fr="membre inconnu\u00a0: «\u00a0{id}\u00a0»", en="unknown member: “{id}”"),
    """\
**Quoi.** Un signataire ou une opération nomme un membre qui n’existe pas.

**Pourquoi.** Une faute de frappe donnerait une voix ou une signature à personne.

**Exemple.** Les membres sont ceux de `parties` dans `convention.yml`, et ceux que les avenants créent.""",
)
UNREADABLE = Code(
    "SRC313",
    "error",
    Message(fr="lecture impossible\u00a0: {why}", en="cannot be read: {why}"),
    """\
**Quoi.** Le système refuse de lire le fichier.

**Pourquoi.** Un fichier que l’on ne peut pas lire manquerait au texte.

**Exemple.** Vérifier les droits du fichier.""",
)
MATTER_UNCLOSED = Code(
    "SRC314",
    "error",
    Message(
        fr="l’en-tête ouvert par «\u00a0---\u00a0» n’est pas refermé", en="the header opened by “---” is not closed"
    ),
    """\
**Quoi.** Le fichier commence par `---` et aucune seconde ligne `---` ne ferme l’en-tête.

**Pourquoi.** On ne sait pas où finit l’en-tête et où commence le texte de l’acte.

**Exemple.** Une ligne `---`, les clés, une ligne `---`, puis le titre.""",
    Message(
        fr="mettre une ligne de trois tirets (---) sous la dernière ligne de l’en-tête, avant le titre",
        en="put a line of three hyphens (---) below the last line of the header, before the heading",
    ),
)
MATTER_MISPLACED = Code(
    "SRC321",
    "error",
    Message(
        fr="l’en-tête n’est pas entre deux lignes de trois tirets",
        en="the header is not between two lines of three hyphens",
    ),
    """\
**Quoi.** Des lignes comme `opérations:` ou `sans-effet:` précèdent le titre, mais la première ligne du fichier n’est pas `---`, seule.

**Pourquoi.** L’en-tête ne se reconnaît qu’à ces deux lignes. Sans elles, ce qu’il dit serait pris pour les mots de l’acte, et l’article ne changerait rien.

**Exemple.** `---` sur la première ligne, puis `opérations:` et la suite, `---`, et le titre. Quatre tirets, un tiret long, une espace ou une ligne vide avant la première ligne, des lignes de trois accents graves autour : rien de cela n’en tient lieu.""",
    Message(
        fr="écrire trois tirets (---), seuls, sur la première ligne du fichier, sans rien avant, et sur une autre entre la dernière ligne de l’en-tête et le titre ; retirer les lignes qui en tenaient lieu",
        en="write three hyphens (---), alone, on the first line of the file, with nothing before, and on another between the last line of the header and the heading; remove the lines that stood for them",
    ),
)
NO_HEADING = Code(
    "SRC315",
    "error",
    Message(fr="ce fichier n’a pas de titre d’article", en="this file has no article heading"),
    """\
**Quoi.** Un fichier qui n’est ni le premier (ouverture) ni le dernier (clôture) de l’acte n’a pas de titre.

**Pourquoi.** Des mots sans article ne peuvent être ni cités ni modifiés.

**Exemple.** Commencer le fichier par `# Article 3 – Durée`.""",
    Message(
        fr="commencer le titre par un dièse\u00a0: «\u00a0# Article 3 – Durée\u00a0»",
        en="begin the heading with a #: “# Article 3 – Durée”",
    ),
)
HEADER_OF_NO_ARTICLE = Code(
    "SRC319",
    "error",
    Message(
        fr="l’en-tête de ce fichier n’est lu nulle part\u00a0: {article} y est une partie de l’article d’un fichier d’avant",
        en="the header of this file is read nowhere: {article} is there a part of the article of an earlier file",
    ),
    """\
**Quoi.** Le fichier d’un avenant a un en-tête (`opérations`, `sans-effet`), mais son titre a plus de dièses que celui du fichier d’avant\u00a0: il en est un sous-article, et l’en-tête est celui d’un article.

**Pourquoi.** Ses opérations ne seraient pas faites, sans que rien le dise.

**Exemple.** À éviter\u00a0: `## Article 2 – Durée` dans le fichier `02.md`, après `# Article 1` dans `01.md`. Préférer\u00a0: `# Article 2 – Durée`.""",
    Message(
        fr="un seul dièse devant le titre d’un article de l’avenant",
        en="a single # before the heading of an article of the amendment",
    ),
)

RECEIVED_DIFFERS = Code(
    "SRC316",
    "error",
    Message(
        fr="«\u00a0{name}\u00a0» n’est plus le fichier reçu\u00a0: son empreinte est {found}, et non {expected}",
        en="“{name}” is no longer the file received: its hash is {found}, not {expected}",
    ),
    """\
**Quoi.** Le fichier signé gardé à côté de l’avenant n’a pas l’empreinte (SHA-256) que `reçu` a notée à son arrivée.

**Pourquoi.** Ce fichier fait foi de ce qui a été signé\u00a0: remplacé ou corrigé, il ne prouve plus rien. Des fins de ligne changées par git ne comptent pas.

**Exemple.** `reçu: [{fichier: avenant-2.pdf, empreinte: "9f86d081…"}]`, et un `avenant-2.pdf` enregistré de nouveau depuis\u00a0: remettre le fichier d’origine (git le garde).""",
    Message(
        fr="remettre le fichier d’origine\u00a0; si un autre fichier a bien été reçu, écrire son empreinte (sha256sum)",
        en="put the original file back; if another file was indeed received, write its hash (sha256sum)",
    ),
)
RECEIVED_MISSING = Code(
    "SRC317",
    "warning",
    Message(
        fr="le fichier reçu «\u00a0{name}\u00a0» n’est pas dans {folder}",
        en="the file received “{name}” is not in {folder}",
    ),
    """\
**Quoi.** `reçu` nomme un fichier signé qui n’est pas dans le dossier de l’avenant.

**Pourquoi.** Sans lui, nul ne peut vérifier que l’acte saisi dit ce qui a été signé.

**Exemple.** `reçu: [{fichier: avenant-2.pdf, empreinte: "9f86d081…"}]` : mettre `avenant-2.pdf` à côté d’`avenant.yml`.""",
    Message(
        fr="mettre le fichier signé dans le dossier de l’avenant, sous ce nom",
        en="put the signed file into the amendment’s folder, under that name",
    ),
)

BAD_DATE = Code(
    "TIM101",
    "error",
    Message(fr="date impossible\u00a0: «\u00a0{words}\u00a0»", en="impossible date: “{words}”"),
    """\
**Quoi.** Une date n’existe pas, ou n’est pas écrite comme une date.

**Pourquoi.** La version en vigueur en dépend.

**Exemple.** `2022-06-21`, `2022-06` ou `2022`\u00a0; jamais `21/06/2022`.""",
    Message(fr="écrire AAAA-MM-JJ, AAAA-MM ou AAAA", en="write YYYY-MM-DD, YYYY-MM or YYYY"),
)
BAD_INTERVAL = Code(
    "TIM102",
    "error",
    Message(
        fr="intervalle impossible\u00a0: pas avant le {first}, pas après le {last}",
        en="impossible interval: not before {first}, not after {last}",
    ),
    """\
**Quoi.** La fin d’un intervalle précède son début.

**Pourquoi.** Aucun jour ne convient.

**Exemple.** `{pas-avant: 2022-06-21, pas-après: 2022-12-31, motif: "jour laissé en blanc"}`.""",
)
UNKNOWN_EVENT = Code(
    "TIM103",
    "remark",
    Message(
        fr="l’événement «\u00a0{name}\u00a0» n’est pas encore enregistré\u00a0: {what} est en attente",
        en="the event “{name}” is not recorded yet: {what} is pending",
    ),
    """\
**Quoi.** Une entrée en vigueur, ou le terme d’une opération ou de la convention, dépend d’un événement que `événements` ne donne pas.

**Pourquoi.** Tant que l’événement n’a pas eu lieu, la modification est montrée, mais ne fait partie d’aucune version\u00a0; si c’est son terme qui l’attend, elle n’en a pas.

**Exemple.** Quand il a eu lieu\u00a0: `événements: {extension: 2024-03-02}` dans `convention.yml`.""",
    Message(
        fr="quand il aura eu lieu, le dater dans convention.yml\u00a0: «\u00a0événements: {{{name}: AAAA-MM-JJ}}\u00a0»",
        en="once it has happened, date it in convention.yml: “événements: {{{name}: YYYY-MM-DD}}”",
    ),
)
ANOTHER_EVENT = Message(
    fr="un événement «\u00a0{near}\u00a0» est daté\u00a0: si c’est le même, écrire «\u00a0{name}\u00a0» aux deux endroits",
    en="an event “{near}” is dated: if it is the same, write “{name}” in both places",
)
SIGNATURES = Message(fr="quand ont signé\u00a0: {parties}", en="when these signed: {parties}")
FORMALITIES = Message(
    fr="les jours de signature, de transmission et de publication de\u00a0: {parties}",
    en="the days of signature, transmission and publication of: {parties}",
)
SIGNATORIES = Message(fr="qui signe", en="who signs")
DATE_SIGNATURES = Message(
    fr="les dater dans avenant.yml, sous «\u00a0formalités\u00a0»\u00a0: «\u00a0{party}: {{signature: AAAA-MM-JJ}}\u00a0»",
    en="date them in avenant.yml, under “formalités”: “{party}: {{signature: YYYY-MM-DD}}”",
)
DATE_FORMALITIES = Message(
    fr="les dater dans avenant.yml, sous «\u00a0formalités\u00a0»\u00a0: "
    "«\u00a0{party}: {{signature: AAAA-MM-JJ, transmission: AAAA-MM-JJ, publication: AAAA-MM-JJ}}\u00a0»",
    en="date them in avenant.yml, under “formalités”: "
    "“{party}: {{signature: YYYY-MM-DD, transmission: YYYY-MM-DD, publication: YYYY-MM-DD}}”",
)
NAME_THEM = Message(
    fr="nommer dans avenant.yml les «\u00a0signataires\u00a0», et dater leurs «\u00a0formalités\u00a0»\u00a0; ou écrire le jour lui-même\u00a0: AAAA-MM-JJ",
    en="name the “signataires” in avenant.yml, and date their “formalités”; or write the day itself: YYYY-MM-DD",
)
FORMALITIES_AWAITED = Code(
    "TIM130",
    "remark",
    Message(
        fr="{what} est en attente\u00a0: la fiche ne dit pas {missing}",
        en="{what} is pending: the index does not say {missing}",
    ),
    """\
**Quoi.** Une date est celle de la dernière signature (`dernière-signature`) ou du caractère exécutoire (`caractère-exécutoire`), et les formalités dont elle se déduit ne sont pas toutes enregistrées.

**Pourquoi.** Tant qu’il manque la signature d’une partie, personne ne sait quel jour fut le dernier. La modification est montrée, mais ne fait partie d’aucune version.

**Exemple.** Quand la commune A a signé\u00a0: `formalités: {commune-a: {signature: 2026-03-09}}` dans `avenant.yml`.""",
)
NOT_BEGUN = Code(
    "TIM133",
    "error",
    Message(
        fr="la convention n’est pas encore en vigueur\u00a0: ce dont dépend son entrée en vigueur n’est pas enregistré",
        en="the convention is not in force yet: what its entry into force depends on is not recorded",
    ),
    """\
**Quoi.** L’entrée en vigueur de la convention elle-même dépend d’un événement que `événements` ne donne pas, ou de formalités qui manquent.

**Pourquoi.** Son texte n’est alors celui d’aucun jour\u00a0: il n’y a ni version à montrer, ni texte qu’un avenant puisse changer. Une date inventée serait lue comme certaine.

**Exemple.** Quand l’événement a eu lieu\u00a0: `événements: {approbation: 2024-03-02}` dans `convention.yml`.""",
    Message(
        fr="enregistrer ce qui a eu lieu\u00a0; pour préparer le texte d’ici là, dire que la date est présumée\u00a0: "
        "«\u00a0en-vigueur: {présumée: signature, motif: …}\u00a0»",
        en="record what has happened; to prepare the text until then, say that the date is presumed: "
        "“en-vigueur: {présumée: signature, motif: …}”",
    ),
)
PRESUMED = Code(
    "TIM104",
    "remark",
    Message(
        fr="entrée en vigueur présumée à la date de {base}\u00a0: {reason}",
        en="entry into force presumed on the date of {base}: {reason}",
    ),
    """\
**Quoi.** La fiche ne dit pas quand l’acte entre en vigueur\u00a0; une présomption en tient lieu.

**Pourquoi.** Elle doit rester visible\u00a0: une preuve contraire la renverse.

**Exemple.** `en-vigueur: {présumée: signature, motif: aucune clause d’entrée en vigueur}`.""",
)
NO_SIGN = Code(
    "SRC318",
    "error",
    Message(
        fr="ce caractère n’est celui d’aucun signe\u00a0: {name}",
        en="this character is that of no sign: {name}",
    ),
    """\
**Quoi.** Le fichier contient un caractère à usage privé (une puce de la police Symbol ou Wingdings, collée depuis Word ou un PDF), ou celui qui remplace ce qu’un logiciel n’a pas su lire («\u00a0\ufffd\u00a0»).

**Pourquoi.** Chaque poste l’affiche à sa façon, ou pas du tout\u00a0: nul ne sait quel signe l’acte porte à cet endroit.

**Exemple.** Taper le signe que l’acte signé porte\u00a0: `- premier point` pour une puce, `☐` pour une case à cocher, la lettre accentuée pour «\u00a0\ufffd\u00a0».""",
    Message(
        fr="taper à sa place le signe que porte l’acte signé\u00a0; pour une puce, un tiret et une espace en début de ligne",
        en="type in its place the sign that the signed act has; for a bullet, a dash and a space at the start of the line",
    ),
)

MERGED_TWICE = Code(
    "SRC320",
    "error",
    Message(fr="la fusion nomme deux fois le membre «\u00a0{id}\u00a0»", en="the merger names the member “{id}” twice"),
    """\
**Quoi.** Une même fusion nomme deux fois le même membre.

**Pourquoi.** Ce serait la fusion d’un membre avec lui-même\u00a0; le plus souvent, un nom est mal recopié, et l’autre membre resterait.

**Exemple.** `fusion: [haut-rhin, haut-rhin]`\u00a0: écrire `fusion: [haut-rhin, bas-rhin]`.""",
)
CONFLICT = Code(
    "SRC322",
    "error",
    Message(fr="deux rédactions s’opposent encore ici", en="two wordings still clash here"),
    """\
**Quoi.** Deux personnes ont modifié les mêmes lignes, et le fichier garde les deux rédactions, entre des lignes `<<<<<<<`, `=======` et `>>>>>>>`.

**Pourquoi.** Git met ces lignes là où il ne sait laquelle garder. Rien n’est choisi à la place de ceux qui ont écrit.

**Exemple.** Entre `<<<<<<<` et `=======`, la première rédaction ; entre `=======` et `>>>>>>>`, la seconde. Garder l’une, ou une troisième, et retirer les trois lignes.""",
    Message(
        fr="garder l’une des deux rédactions, et retirer les lignes <<<<<<<, ======= et >>>>>>>",
        en="keep one of the two wordings, and remove the lines <<<<<<<, ======= and >>>>>>>",
    ),
)
