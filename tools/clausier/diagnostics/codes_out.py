"""OUT: outputs that cannot be written. The former ones are left as they were."""

from clausier.diagnostics.diagnostic import Code, Message

CANNOT_WRITE = Code(
    "OUT101",
    "error",
    Message(fr="écriture impossible dans « {path} » : {why}", en="cannot write in “{path}”: {why}"),
    """\
**Quoi.** Le système refuse d’écrire les sorties : disque plein, dossier protégé.

**Pourquoi.** Les sorties sont écrites toutes ou aucune : les anciennes sont intactes.

**Exemple.** Libérer de la place, ou choisir un autre dossier : `clausier build --out DOSSIER`.""",
    Message(
        fr="les sorties précédentes sont intactes ; libérer de la place ou choisir un autre dossier (--out)",
        en="the former outputs are untouched; free some space or choose another folder (--out)",
    ),
)
LOCKED = Code(
    "OUT102",
    "error",
    Message(fr="une autre compilation écrit déjà dans « {path} »", en="another build is already writing in “{path}”"),
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
        fr="« {path} » existe et n’a pas été écrit par clausier : il serait effacé",
        en="“{path}” exists and was not written by clausier: it would be erased",
    ),
    """\
**Quoi.** Le dossier de sortie contient d’autres fichiers que des sorties.

**Pourquoi.** Les sorties remplacent le dossier entier ; ces fichiers seraient perdus.

**Exemple.** Choisir un dossier neuf : `clausier build --out sorties`.""",
    Message(fr="choisir un dossier neuf ou vide (--out)", en="choose a new or empty folder (--out)"),
)
SITE_FAILED = Code(
    "OUT104",
    "error",
    Message(fr="mkdocs n’a pas pu construire le site : {why}", en="mkdocs could not build the site: {why}"),
    """\
**Quoi.** `mkdocs build --strict` a échoué ou a donné un avertissement.

**Pourquoi.** Un site incomplet ne doit pas remplacer le précédent.

**Exemple.** Corriger la page ou le lien que le message nomme ; vérifier `mkdocs.yml`.""",
)
NOT_AS_ITS_SCHEMA = Code(
    "OUT105",
    "error",
    Message(
        fr="défaut de clausier : « {path} » n’est pas tel que le veut son schéma ({schema}) : {why}",
        en="a fault of clausier: “{path}” is not as its schema ({schema}) has it: {why}",
    ),
    """\
**Quoi.** Une sortie que clausier allait écrire n’a pas la forme que fixe son schéma (dossier `schema/`).

**Pourquoi.** D’autres programmes lisent ces fichiers et se fient au schéma. C’est une faute de clausier, non des sources :
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

**Pourquoi.** Il pèse lourd, et rien d’autre n’en a besoin : il s’installe à part.

**Exemple.** `pip install 'clausier[export]'` ; ou demander un document Word, qui s’en passe : `clausier export docx`.""",
    Message(
        fr="l’installer (pip install 'clausier[export]'), ou demander un document Word (clausier export docx)",
        en="install it (pip install 'clausier[export]'), or ask for a Word file (clausier export docx)",
    ),
)

SOURCES_CHANGED = Code(
    "OUT107",
    "error",
    Message(
        fr="les sources ont changé pendant la compilation : rien n’est écrit",
        en="the sources changed while they were compiled: nothing is written",
    ),
    """\
**Quoi.** Un fichier du projet a été enregistré, ajouté ou retiré entre le début et la fin de la compilation.

**Pourquoi.** Les sorties mêleraient deux états des sources : elles ne seraient le texte d’aucun jour. Ce sont les contenus
qui sont comparés, jamais les heures.

**Exemple.** Recommencer quand plus rien ne change (une copie, un `git checkout` est fini) : `clausier build`.""",
    Message(
        fr="recommencer ; les sorties précédentes sont intactes", en="start again; the former outputs are untouched"
    ),
)

CODES = (CANNOT_WRITE, LOCKED, NOT_OURS, SITE_FAILED, NOT_AS_ITS_SCHEMA, NO_TYPST, SOURCES_CHANGED)
