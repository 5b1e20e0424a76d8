"""OUT: outputs that cannot be written, or made. The former ones are left as they were."""

from clausier.diagnostics.diagnostic import Code, Message

CANNOT_WRITE = Code(
    "OUT101",
    "error",
    Message(fr="écriture impossible dans «\u00a0{path}\u00a0»\u00a0: {why}", en="cannot write in “{path}”: {why}"),
    """\
**Quoi.** Le système refuse d’écrire les sorties\u00a0: disque plein, dossier protégé.

**Pourquoi.** Les sorties sont écrites toutes ou aucune\u00a0: les anciennes sont intactes.

**Exemple.** Libérer de la place, ou choisir un autre dossier\u00a0: `clausier build --out DOSSIER`.""",
    Message(
        fr="les sorties précédentes sont intactes\u00a0; libérer de la place ou choisir un autre dossier (--out)",
        en="the former outputs are untouched; free some space or choose another folder (--out)",
    ),
)
LOCKED = Code(
    "OUT102",
    "error",
    Message(
        fr="une autre compilation écrit déjà dans «\u00a0{path}\u00a0»",
        en="another build is already writing in “{path}”",
    ),
    """\
**Quoi.** Deux compilations écrivent au même moment dans le même dossier.

**Pourquoi.** Leurs sorties se mêleraient.

**Exemple.** Attendre la fin de l’autre, ou choisir un autre dossier avec `--out`.""",
    Message(fr="attendre la fin de l’autre, puis recommencer", en="wait for the other to end, then start again"),
)
NOT_OURS = Code(
    "OUT103",
    "error",
    Message(
        fr="«\u00a0{path}\u00a0» existe et n’a pas été écrit par clausier\u00a0: il serait effacé",
        en="“{path}” exists and was not written by clausier: it would be erased",
    ),
    """\
**Quoi.** Le dossier de sortie contient d’autres fichiers que des sorties.

**Pourquoi.** Les sorties remplacent le dossier entier\u00a0; ces fichiers seraient perdus.

**Exemple.** Choisir un dossier neuf\u00a0: `clausier build --out sorties`.""",
    Message(fr="choisir un dossier neuf ou vide (--out)", en="choose a new or empty folder (--out)"),
)
SITE_FAILED = Code(
    "OUT104",
    "error",
    Message(fr="mkdocs n’a pas pu construire le site\u00a0: {why}", en="mkdocs could not build the site: {why}"),
    """\
**Quoi.** `mkdocs build --strict` a échoué ou a donné un avertissement.

**Pourquoi.** Un site incomplet ne doit pas remplacer le précédent.

**Exemple.** Corriger la page ou le lien que le message nomme\u00a0; vérifier `mkdocs.yml`.""",
)
NOT_AS_ITS_SCHEMA = Code(
    "OUT105",
    "error",
    Message(
        fr="défaut de clausier\u00a0: «\u00a0{path}\u00a0» n’est pas tel que le veut son schéma ({schema})\u00a0: {why}",
        en="a fault of clausier: “{path}” is not as its schema ({schema}) has it: {why}",
    ),
    """\
**Quoi.** Une sortie que clausier allait écrire n’a pas la forme que fixe son schéma (dossier `schema/`).

**Pourquoi.** D’autres programmes lisent ces fichiers et se fient au schéma. C’est une faute de clausier, non des sources\u00a0:
rien n’est écrit, et les sorties précédentes sont intactes.

**Exemple.** Signaler le message entier aux auteurs de clausier, avec les sources si elles peuvent être montrées.""",
)

NO_TYPST = Code(
    "OUT106",
    "error",
    Message(
        fr="typst, qui compose les PDF, n’est pas installé", en="typst, which typesets PDF files, is not installed"
    ),
    """\
**Quoi.** `clausier export pdf` a besoin du paquet `typst`, qui compose la page et apporte ses polices.

**Pourquoi.** Il pèse lourd, et rien d’autre n’en a besoin\u00a0: il s’installe à part.

**Exemple.** `pip install 'clausier[export]'`\u00a0; ou demander un document Word, qui s’en passe\u00a0: `clausier export docx`.""",
    Message(
        fr="l’installer (pip install 'clausier[export]'), ou demander un document Word (clausier export docx)",
        en="install it (pip install 'clausier[export]'), or ask for a Word file (clausier export docx)",
    ),
)

SOURCES_CHANGED = Code(
    "OUT107",
    "error",
    Message(
        fr="les sources ont changé pendant la compilation\u00a0: rien n’est écrit",
        en="the sources changed while they were compiled: nothing is written",
    ),
    """\
**Quoi.** Un fichier du projet a été enregistré, ajouté ou retiré entre le début et la fin de la compilation.

**Pourquoi.** Les sorties mêleraient deux états des sources\u00a0: elles ne seraient le texte d’aucun jour. Ce sont les contenus
qui sont comparés, jamais les heures.

**Exemple.** Recommencer quand plus rien ne change (une copie, un `git checkout` est fini)\u00a0: `clausier build`.""",
    Message(
        fr="recommencer\u00a0; les sorties précédentes sont intactes",
        en="start again; the former outputs are untouched",
    ),
)

TEMPLATE_HEAD = Code(
    "OUT114",
    "error",
    Message(
        fr="la première ligne du modèle ne dit pas de quoi il parle ({subjects}) ni ce qu’il fait",
        en="the first line of the template does not say what it is about ({subjects}), nor what it makes",
    ),
    """\
**Quoi.** Un modèle de document commence par une ligne qui dit s’il parle d’un acte, d’une instance ou d’un vote, puis ce qu’il fait.

**Pourquoi.** C’est ainsi que la commande sait quoi lui donner, et ce que `clausier document --list` en dit.

**Exemple.** `{# acte – Le rapport à l’assemblée délibérante. #}`""",
    Message(
        fr="commencer par une ligne comme {{# acte – Le rapport à l’assemblée délibérante. #}}",
        en="begin with a line such as {{# acte – Le rapport à l’assemblée délibérante. #}}",
    ),
)
TEMPLATE_SYNTAX = Code(
    "OUT108",
    "error",
    Message(fr="le modèle est mal écrit\u00a0: {why}", en="the template is not well formed: {why}"),
    """\
**Quoi.** Une balise du modèle (`{{ … }}`, `{% … %}`) est mal formée ou n’est pas fermée. Le détail est celui de Jinja, en anglais.

**Pourquoi.** Un document à moitié rempli serait pris pour un document.

**Exemple.** À chaque `{% for … %}` son `{% endfor %}`, à chaque `{% if … %}` son `{% endif %}`.""",
)
TEMPLATE_NAME = Code(
    "OUT109",
    "error",
    Message(
        fr="le modèle demande «\u00a0{name}\u00a0», qui n’existe pas ici",
        en="the template asks for “{name}”, which does not exist here",
    ),
    """\
**Quoi.** Le modèle emploie un nom que ses données n’ont pas\u00a0: une faute de frappe, ou le nom d’un autre sujet (`quorum` dans le rapport d’un acte).

**Pourquoi.** Un nom inconnu remplacé par rien ferait un document incomplet que personne ne verrait tel.

**Exemple.** `clausier document rapport avenant-2 --format json` montre tous les noms que le modèle peut employer. Ils s’écrivent sans accent.""",
)
TEMPLATE_FAILED = Code(
    "OUT110",
    "error",
    Message(fr="le modèle ne peut être rempli\u00a0: {why}", en="the template cannot be filled: {why}"),
    """\
**Quoi.** Une ligne du modèle demande ce qui ne se peut pas\u00a0: écrire une liste telle quelle, calculer avec des mots, sortir de son bac à sable.

**Pourquoi.** Un modèle ne fait que mettre en page ce qu’on lui donne\u00a0; il ne lit ni n’écrit aucun fichier.

**Exemple.** Une liste se parcourt (`{% for membre in convention.membres %}`) ou s’énumère (`{{ noms | enumere }}`).""",
)
TEMPLATE_ABSENT = Code(
    "OUT111",
    "error",
    Message(
        fr="le modèle s’appuie sur «\u00a0{name}\u00a0», qui n’existe pas",
        en="the template builds on “{name}”, which does not exist",
    ),
    """\
**Quoi.** `{% extends … %}` ou `{% include … %}` nomme un fichier que ni le dossier `site/modeles` ni le paquet n’ont.

**Pourquoi.** Un modèle ne peut lire que d’autres modèles.

**Exemple.** `{% extends "clausier/deliberation.md.j2" %}` s’appuie sur le modèle d’origine.""",
)
TEMPLATE_NOT_SET = Code(
    "OUT112",
    "error",
    Message(
        fr="le document ne peut être mis en Word, à sa ligne {line}\u00a0: {why}",
        en="the document cannot be set as a Word file, at its line {line}: {why}",
    ),
    """\
**Quoi.** Le modèle produit du Markdown qu’un document ne sait pas montrer\u00a0: HTML, image, code, tableau dont les lignes n’ont pas autant de cellules.

**Pourquoi.** Ce qui ne peut être montré disparaîtrait sans un mot.

**Exemple.** `clausier document … --format md` montre la ligne. Titres, paragraphes, listes, tableaux, citations, gras et italique suffisent.""",
)
NO_JINJA = Code(
    "OUT113",
    "error",
    Message(
        fr="jinja2, qui remplit les modèles, n’est pas installé",
        en="jinja2, which fills templates, is not installed",
    ),
    """\
**Quoi.** `clausier document` a besoin du paquet `jinja2`, qui remplit les modèles.

**Pourquoi.** Rien d’autre n’en a besoin, hors le site\u00a0: il s’installe avec lui, ou à part.

**Exemple.** `pip install 'clausier[documents]'`.""",
    Message(fr="l’installer (pip install 'clausier[documents]')", en="install it (pip install 'clausier[documents]')"),
)
DIED = Code(
    "OUT121",
    "error",
    Message(
        fr="le processus qui compilait cette convention est mort",
        en="the process that was building this convention has died",
    ),
    """\
**Quoi.** Dans une collection, le processus chargé d’une convention s’est arrêté sans rien dire, et encore une fois quand
elle a été reprise.

**Pourquoi.** Le système arrête ainsi un processus qui demande trop de mémoire. Les autres conventions sont compilées.

**Exemple.** La compiler seule, pour voir\u00a0: `clausier build --project DOSSIER`.""",
    Message(
        fr="la compiler seule, avec plus de mémoire (clausier build --project)",
        en="build it alone, with more memory (clausier build --project)",
    ),
)
FAULT = Code(
    "OUT122",
    "error",
    Message(
        fr="défaut de clausier sur cette convention ({what})", en="a fault of clausier on this convention ({what})"
    ),
    """\
**Quoi.** Dans une collection, la compilation d’une convention a échoué d’une façon que rien ne prévoit.

**Pourquoi.** C’est une faute de clausier, non des sources. Les autres conventions sont compilées.

**Exemple.** Signaler le message entier aux auteurs de clausier, avec les sources si elles peuvent être montrées.""",
)
OTHER_COMPILER = Code(
    "OUT123",
    "error",
    Message(
        fr="la machine qui a pris cette convention n’a pas le même clausier",
        en="the machine that took this convention has another clausier",
    ),
    """\
**Quoi.** Sur une grappe, un exécutant a une autre version de clausier, de ses bibliothèques ou de Python.

**Pourquoi.** Les mêmes sources doivent donner les mêmes octets, où que ce soit.

**Exemple.** Installer partout la même version, avec les mêmes empreintes\u00a0: `pip install --require-hashes`.""",
    Message(fr="installer partout la même version", en="install the same version everywhere"),
)
NOT_SEEN = Code(
    "OUT124",
    "error",
    Message(
        fr="le dossier «\u00a0{path}\u00a0» n’existe pas, ou pas sur la machine qui a pris cette convention",
        en="there is no folder “{path}”, or none on the machine that took this convention",
    ),
    """\
**Quoi.** Une liste nomme un dossier qui n’existe pas\u00a0; ou, sur une grappe, un exécutant ne le trouve pas.

**Pourquoi.** Les exécutants lisent et écrivent eux-mêmes\u00a0: le dossier doit être partagé, sous le même nom partout.

**Exemple.** Corriger la liste\u00a0; monter le dossier partagé sur chaque machine, au même endroit.""",
    Message(
        fr="corriger la liste\u00a0; sur une grappe, partager le dossier, sous le même nom partout",
        en="correct the list; on a cluster, share the folder, under the same name everywhere",
    ),
)
NOT_TAKEN = Code(
    "OUT125",
    "error",
    Message(
        fr="la grappe n’a pas pu prendre cette convention\u00a0: {why}",
        en="the cluster could not take this convention: {why}",
    ),
    """\
**Quoi.** Un exécutant de la grappe n’a pas pu commencer\u00a0: clausier n’y est pas installé, la liaison a été coupée.

**Pourquoi.** Les autres conventions sont compilées.

**Exemple.** Voir le message\u00a0; recommencer la même commande reprend ce qui manque.""",
)
