"""The two vocabularies: French in the sources, English in the code and the outputs. They meet here only."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from typing import Literal

from msgspec import Struct

Group = Literal["act", "verb", "detail", "date", "choice", "rule", "kind", "capture"]


class Term(Struct, frozen=True):
    """A French key or choice, its English term, where it belongs, and what it means (in French, for the reference page).

    Groups: `act` (an act and its parties), `verb` (an operation), `detail` (what an operation adds to its verb), `date`,
    `choice` (a value from a closed list), `rule`, `kind` (of rule), `capture` (the type of what a quotation captures).
    """

    french: str
    english: str
    group: Group
    meaning: str


VOCABULARY: tuple[Term, ...] = (
    Term("id", "id", "act", "le nom court d’un acte, d’un membre ou d’une règle"),
    Term("titre", "title", "act", "le titre de l’acte, tel que signé"),
    Term("signature", "signed", "act", "le jour où l’acte a été signé"),
    Term("en-vigueur", "in-force", "act", "le jour où l’acte, ou l’opération, prend effet"),
    Term("jusqu-au", "until", "act", "le dernier jour d’effet"),
    Term("état", "status", "act", "si l’acte est signé ou en projet"),
    Term("complète", "complete", "act", "s’il ne manque aucune stipulation"),
    Term("alinéas", "alineas", "act", "la façon de compter les alinéas"),
    Term("rédaction", "drafting", "act", "à partir de quand un avenant rédigé récrit en entier"),
    Term("alinéa", "alinea", "act", "la part des mots d’un alinéa qui peuvent changer, sur cent"),
    Term("endroits", "places", "act", "à combien d’endroits un alinéa peut changer"),
    Term("parties", "parties", "act", "les membres"),
    Term("nom", "name", "act", "le nom d’un membre"),
    Term("source", "source", "act", "ce qui prouve un fait ou fonde une date"),
    Term("note", "note", "act", "une note pour les rédacteurs"),
    Term("signataires", "signatories", "act", "qui signe l’acte"),
    Term("partie", "party", "act", "le membre pour lequel quelqu’un signe"),
    Term("représentée-par", "represented-by", "act", "la personne qui représente un membre"),
    Term("qualité", "quality", "act", "à quel titre elle le représente"),
    Term("formalités", "formalities", "act", "ce qui rend l’acte obligatoire"),
    Term("délibération", "deliberation", "act", "la délibération qui autorise la signature"),
    Term("organe", "organ", "act", "l’organe qui délibère"),
    Term("numéro", "number", "act", "le numéro d’une délibération"),
    Term("date", "date", "act", "une date"),
    Term("transmission", "transmitted", "act", "la transmission au contrôle de légalité"),
    Term("publication", "published", "act", "la publication"),
    Term("événements", "events", "act", "ce qui a eu lieu, par nom"),
    Term("après-acte", "after-act", "act", "l’acte après lequel celui-ci s’applique"),
    Term("avertissements-admis", "acknowledged", "act", "les avertissements vus et admis"),
    Term("code", "code", "act", "le code d’un avertissement"),
    Term("fichier", "file", "act", "le fichier d’un avertissement"),
    Term("non-disponible", "lacuna", "act", "pourquoi un texte n’est pas disponible"),
    Term("opérations", "operations", "act", "les changements qu’un article fait"),
    Term("sans-effet", "none", "act", "pourquoi un article ne change aucun mot"),
    Term("reçu", "received", "act", "le fichier signé, gardé à côté de l’acte"),
    Term("questions", "questions", "act", "ce que l’import d’un acte signé n’a pas lu avec certitude"),
    Term("phrase", "sentence", "act", "les mots de l’acte dont parle une question"),
    Term("lectures", "candidates", "act", "ce que ces mots peuvent vouloir dire"),
    Term("remplacer", "replace", "verb", "récrire la cible en entier"),
    Term("compléter", "append", "verb", "ajouter à la fin"),
    Term("compléter-au-début", "prepend", "verb", "ajouter au début"),
    Term("insérer-après", "insert-after", "verb", "insérer après la cible"),
    Term("insérer-avant", "insert-before", "verb", "insérer avant la cible"),
    Term("remplacer-mots", "substitute", "verb", "remplacer des mots par d’autres"),
    Term("insérer-mots", "add-words", "verb", "insérer des mots"),
    Term("supprimer-mots", "delete-words", "verb", "supprimer des mots"),
    Term("abroger", "repeal", "verb", "abroger une unité numérotée, dont la place reste"),
    Term("supprimer", "delete", "verb", "supprimer un alinéa, une phrase, un élément"),
    Term("rétablir", "restore", "verb", "rétablir un ancien numéro avec des mots nouveaux"),
    Term("renommer", "retitle", "verb", "changer un intitulé"),
    Term("renuméroter", "renumber", "verb", "changer un numéro"),
    Term("déplacer", "move", "verb", "changer de place"),
    Term("scinder", "split", "verb", "faire deux articles d’un seul"),
    Term("réunir", "join", "verb", "faire un seul article de plusieurs"),
    Term("remplacer-ligne", "set-row", "verb", "remplacer une ligne d’un tableau"),
    Term("ajouter-ligne", "add-row", "verb", "ajouter une ligne à un tableau"),
    Term("supprimer-ligne", "delete-row", "verb", "supprimer une ligne d’un tableau"),
    Term("adhésion", "admit", "verb", "un membre de plus"),
    Term("retrait", "withdraw", "verb", "un membre de moins"),
    Term("fusion", "merge", "verb", "plusieurs membres n’en font plus qu’un"),
    Term("dénomination", "rename-party", "verb", "un membre change de nom"),
    Term("représentation", "represent", "verb", "un membre change de représentant"),
    Term("suspendre", "suspend", "verb", "suspendre une stipulation"),
    Term("proroger", "prolong", "verb", "repousser la fin d’une stipulation"),
    Term("expirer", "expire", "verb", "mettre fin à une stipulation"),
    Term("reporter", "postpone", "verb", "repousser l’entrée en vigueur d’un acte"),
    Term("annuler", "annul", "verb", "faire comme si un acte n’avait jamais existé"),
    Term("mots", "words", "detail", "les mots visés"),
    Term("par", "by", "detail", "les mots nouveaux"),
    Term("après", "after", "detail", "ce après quoi l’on insère ou déplace"),
    Term("avant", "before", "detail", "ce avant quoi l’on insère ou déplace"),
    Term("intitulé", "heading", "detail", "l’intitulé nouveau"),
    Term("en", "to", "detail", "le numéro nouveau, ou le membre qui succède"),
    Term("à", "at", "detail", "l’endroit où un article se scinde"),
    Term("au", "on", "detail", "la nouvelle date d’un acte reporté"),
    Term("cellules", "cells", "detail", "les cellules d’une ligne"),
    Term("citation", "quote", "detail", "le rang de la citation prise, ou les mots cités"),
    Term("dit", "says", "detail", "des mots de la phrase qui ordonne le changement"),
    Term("occurrences", "count", "detail", "combien de fois les mots doivent se trouver"),
    Term("empreinte", "expect", "detail", "le début de l’empreinte du texte d’avant"),
    Term("lecture", "in", "detail", "si la cible nomme le texte d’avant l’acte ou son résultat"),
    Term("note-d-édition", "editorial-note", "detail", "pourquoi ce qui est visé s’écarte de la lettre"),
    Term("pas-avant", "not-before", "date", "le premier jour possible"),
    Term("pas-après", "not-after", "date", "le dernier jour possible"),
    Term("motif", "reason", "date", "ce qui fonde une date, une absence, un choix"),
    Term("événement", "event", "date", "l’événement dont une date dépend"),
    Term("puis", "then", "date", "ce qui suit l’événement"),
    Term("au-plus-tôt", "earliest", "date", "le jour avant lequel une date ne peut pas tomber"),
    Term("présumée", "presumed", "date", "une date utilisée et signalée comme présumée"),
    Term("oui", "yes", "choice", "vrai"),
    Term("non", "no", "choice", "faux"),
    Term("lignes", "lines", "choice", "chaque ligne qui commence est un alinéa"),
    Term("phrases", "sentences", "choice", "une introduction et sa liste sont un seul alinéa"),
    Term("signé", "executed", "choice", "l’acte est signé"),
    Term("projet", "draft", "choice", "l’acte est en projet, dans aucune version"),
    Term("dernière-signature", "last-signature", "choice", "le jour où le dernier a signé"),
    Term("caractère-exécutoire", "binding", "choice", "le jour où l’acte est devenu exécutoire"),
    Term("premier-du-mois-suivant", "first-of-next-month", "choice", "le premier jour du mois suivant"),
    Term("toutes", "all", "choice", "chaque fois que les mots se trouvent"),
    Term("résultat", "result", "choice", "le texte que les opérations précédentes ont fait"),
    Term("règles", "rules", "rule", "les règles qu’un article énonce"),
    Term("sans-règle", "no-rule", "rule", "les phrases qui n’énoncent aucune règle"),
    Term("remarques", "remarks", "rule", "ce qu’un lecteur attentif remarque"),
    Term("remarque", "remark", "rule", "le texte d’une remarque"),
    Term("articles", "articles", "rule", "les articles dont on parle"),
    Term("article", "article", "rule", "l’article dont on parle"),
    Term("nature", "kind", "rule", "de quelle sorte est une règle"),
    Term("instance", "body", "rule", "l’instance dont il s’agit"),
    Term("objet", "matter", "rule", "ce sur quoi porte la règle"),
    Term("interprétations", "readings", "rule", "les sens que les mots laissent ouverts"),
    Term("assiette", "base", "rule", "ce sur quoi un seuil se calcule"),
    Term("ensemble", "all", "rule", "les voix de tous les membres"),
    Term("présents", "present", "rule", "les voix des présents"),
    Term("exprimés", "cast", "rule", "les suffrages exprimés"),
    Term("seuil", "threshold", "rule", "ce qu’il faut atteindre"),
    Term("tableau", "table", "rule", "les colonnes du tableau que la règle lit"),
    Term("membre", "member", "rule", "la colonne des membres"),
    Term("fin", "retired-by", "rule", "l’acte à partir duquel la règle ne vaut plus"),
    Term("comparaison", "comparison", "rule", "si un seuil doit être atteint ou dépassé"),
    Term("mesure", "measure", "rule", "ce qui est compté : les voix, les têtes, une donnée"),
    Term("parmi", "among", "rule", "ceux qui comptent"),
    Term("au-moins-une", "any", "rule", "plusieurs conditions dont une suffit"),
    Term("tours", "rounds", "rule", "le nombre de tours d’un scrutin"),
    Term("tour", "round", "rule", "le tour de scrutin que vise une majorité"),
    Term("second-tour", "later-rounds", "rule", "ce qu’il faut aux tours qui suivent le premier"),
    Term("blocage", "blocking", "rule", "si le seuil, atteint par les votes contre, fait échec"),
    Term("requis", "required", "rule", "ceux sans qui rien ne se décide"),
    Term("pouvoirs", "proxies", "rule", "si les représentés comptent pour le quorum"),
    Term("application", "applies", "rule", "si les mots valent pour cette instance"),
    Term("convocation", "call", "rule", "de quelle convocation est le quorum"),
    Term("intervalle", "interval", "rule", "le temps entre deux convocations"),
    Term("ordre-du-jour", "agenda", "rule", "ce que doit être celui d’une seconde convocation"),
    Term("donnée", "column", "rule", "ce dont les voix dépendent"),
    Term("tranches", "bands", "rule", "les voix selon la donnée"),
    Term("jusqu-à", "up-to", "rule", "la fin d’une tranche, comprise"),
    Term("une-voix-par", "per", "rule", "combien de la donnée donne une voix"),
    Term("arrondi", "rounded", "rule", "comment s’arrondit un nombre de voix"),
    Term("plancher", "least", "rule", "le moins de voix qu’un siège puisse avoir"),
    Term("plafond", "most", "rule", "le plus de voix qu’un siège puisse avoir"),
    Term("tenu-par", "held-by", "rule", "ceux qui tiennent ensemble un siège"),
    Term("limite", "limit", "rule", "combien de pouvoirs un siège peut recevoir"),
    Term("admis", "allowed", "rule", "si l’on peut donner pouvoir"),
    Term("siège", "seat", "rule", "le siège dont la voix l’emporte"),
    Term("sauf-scrutin-secret", "open-only", "rule", "si la voix prépondérante cesse au scrutin secret"),
    Term("déportés", "counts", "rule", "si ceux qui ne peuvent voter comptent encore"),
    Term("collège", "college", "rule", "une partie d’une instance"),
    Term("sièges", "seats", "rule", "qui siège"),
    Term("vote", "voting", "rule", "si ceux qui siègent votent"),
    Term("rythme", "rhythm", "rule", "tous les combien"),
    Term("prorogé", "extended", "rule", "si un délai qui finit un jour non ouvré va jusqu’au suivant"),
    Term("fériés", "holidays", "rule", "de quelle région sont les jours fériés"),
    Term("borne", "bound", "rule", "si un délai est un minimum ou un maximum"),
    Term("prévaut", "prevails", "rule", "l’acte qui l’emporte"),
    Term("sur", "over", "rule", "les actes sur lesquels il l’emporte"),
    Term("portée", "scope", "rule", "dans quelles limites"),
    Term("terme", "term", "rule", "le mot défini"),
    Term("sens", "meaning", "rule", "ce qu’il veut dire"),
    Term("débiteur", "bearer", "rule", "qui doit, peut, ou ne peut pas"),
    Term("action", "action", "rule", "ce qu’il fait"),
    Term("bénéficiaire", "beneficiary", "rule", "envers qui"),
    Term("si", "if", "rule", "à quelle condition"),
    Term("désigne", "designates", "rule", "qui un terme désigne, quand c’est un rôle"),
    Term("fixé-par", "set-by", "rule", "qui fixe le délai"),
    Term("donne", "gives", "rule", "ce que quelqu’un donne sur une question : un avis, une décision"),
    Term("étapes", "steps", "rule", "les étapes d’une procédure, dans l’ordre"),
    Term("comme", "classed", "rule", "la sorte dans laquelle une chose est rangée"),
    Term("sinon", "otherwise", "rule", "la sorte de ce qu’aucun motif ne range"),
    Term("fait", "fact", "rule", "ce qui doit être vrai"),
    Term("est", "holds", "rule", "si le fait doit être vrai ou faux"),
    Term("payeurs", "payers", "rule", "qui paie"),
    Term("déroge-à", "excepts", "rule", "les règles qui ne s’appliquent pas alors"),
    Term("noms", "names", "rule", "les noms d’un tableau qui ne sont pas ceux des membres"),
    Term("libellé", "label", "rule", "comment se dit un sens"),
    Term("valeur", "value", "rule", "ce que vaut une précision dans un sens"),
    Term("présents-ou-représentés", "present-or-represented", "choice", "les présents et ceux qui ont donné pouvoir"),
    Term("votants", "voters", "choice", "ceux qui ont voté, blancs et nuls compris"),
    Term("votants-et-abstentions", "voters-or-abstained", "choice", "les votants et ceux qui s’abstiennent"),
    Term("exprimés-et-blancs", "cast-or-blank", "choice", "pour, contre et blancs"),
    Term("exprimés-et-abstentions", "cast-or-abstained", "choice", "pour, contre et abstentions"),
    Term("exprimés-blancs-et-abstentions", "cast-blank-or-abstained", "choice", "pour, contre, blancs et abstentions"),
    Term("comptés", "counted", "choice", "ceux dont on parle comptent"),
    Term("non-comptés", "not-counted", "choice", "ceux dont on parle ne comptent pas"),
    Term("seconde", "second", "choice", "la réunion convoquée à nouveau, faute de quorum"),
    Term("même", "same", "choice", "le même qu’à la première fois"),
    Term("relative", "relative", "choice", "plus de voix pour que contre"),
    Term("supérieur", "up", "choice", "au nombre entier supérieur"),
    Term("inférieur", "down", "choice", "au nombre entier inférieur"),
    Term("désignés", "designated", "choice", "ceux que d’autres désignent, sans que le texte dise combien"),
    Term("total", "total", "choice", "le total déclaré d’une donnée"),
    Term("têtes", "heads", "choice", "le nombre de sièges, sans égard aux voix"),
    Term("membres", "members", "choice", "les membres en fonction"),
    Term("au-moins", "at-least", "choice", "ce qui doit être atteint"),
    Term("plus-de", "more-than", "choice", "ce qui doit être dépassé"),
    Term("au-plus", "at-most", "choice", "ce qui ne doit pas être dépassé"),
    Term("france", "france", "choice", "les jours fériés de France"),
    Term("alsace-moselle", "alsace-moselle", "choice", "ceux de France, le Vendredi saint et le 26 décembre"),
    Term("exposé", "recital", "choice", "la phrase donne des raisons"),
    Term("introduction", "lead-in", "choice", "la phrase annonce ce qui suit"),
    Term("objectif", "aim", "choice", "la phrase dit un but"),
    Term("information", "information", "choice", "la phrase rapporte un fait"),
    Term("exemple", "example", "choice", "la phrase donne un exemple"),
    Term("renvoi", "reference", "choice", "la phrase renvoie à un autre texte"),
    Term("formule", "formula", "choice", "la phrase est d’usage"),
    Term("modification", "amendment", "choice", "la phrase modifie un autre texte"),
    Term(
        "fiche",
        "record",
        "choice",
        "ce que la phrase dit est tenu dans la fiche de l’acte : parties, dates, signataires",
    ),
    Term("décision", "decision", "choice", "ce qui tranche"),
    Term("approbation", "approval", "choice", "un accord sans lequel la chose ne se fait pas"),
    Term("avis", "opinion", "choice", "une opinion, qui n’oblige pas"),
    Term("position", "position", "choice", "ce que quelqu’un soutient"),
    Term("instruction", "examination", "choice", "l’étude d’un dossier"),
    Term("préparation", "preparation", "choice", "ce qui se fait avant de décider"),
    Term("proposition", "proposal", "choice", "ce qui est soumis à d’autres"),
    Term("débat", "debate", "choice", "une discussion"),
    Term("direction", "direction", "choice", "la conduite d’une affaire"),
    Term("suivi", "monitoring", "choice", "l’observation de ce qui se fait"),
    Term("toujours", "always", "choice", "sans rien de plus"),
    Term("aucun", "nobody", "choice", "personne"),
    Term("majorité", "majority", "kind", "ce qu’il faut de voix pour décider"),
    Term("quorum", "quorum", "kind", "ce qu’il faut de présents pour délibérer"),
    Term("voix", "weights", "kind", "les voix de chacun"),
    Term("composition", "composition", "kind", "qui siège dans une instance"),
    Term("scrutin", "ballot", "kind", "comment l’on vote"),
    Term("voix-prépondérante", "casting-vote", "kind", "qui l’emporte à égalité"),
    Term("déport", "recusal", "kind", "ce que compte celui qui ne peut pas voter"),
    Term("pouvoir", "proxy", "kind", "qui peut voter pour un autre"),
    Term("compétence", "competence", "kind", "qui décide de quoi"),
    Term("procédure", "procedure", "kind", "dans quel ordre on agit"),
    Term("qualification", "classification", "kind", "ce qui fait qu’une chose est de telle sorte"),
    Term("financement", "cost-sharing", "kind", "qui paie, et combien"),
    Term("obligation", "duty", "kind", "ce que l’on doit faire"),
    Term("permission", "permission", "kind", "ce que l’on peut faire"),
    Term("interdiction", "prohibition", "kind", "ce que l’on ne peut pas faire"),
    Term("exception", "exception", "kind", "ce qui échappe à une autre règle"),
    Term("périodicité", "frequency", "kind", "tous les combien une chose a lieu"),
    Term("délai", "deadline", "kind", "le temps dans lequel on agit"),
    Term("durée", "duration", "kind", "le temps que dure une chose"),
    Term("définition", "definition", "kind", "ce qu’un mot veut dire"),
    Term("primauté", "precedence", "kind", "quel texte l’emporte"),
    Term("entier", "integer", "capture", "un nombre entier"),
    Term("nombre", "number", "capture", "un nombre"),
    Term("pourcentage", "percentage", "capture", "un pourcentage"),
    Term("fraction", "fraction", "capture", "une fraction"),
    Term("montant", "amount", "capture", "un montant"),
    Term("texte", "text", "capture", "des mots"),
)


def english(key: str) -> str | None:
    """The English term of a French one, which must bear its accents; None where it is not in the table."""
    return _english().get(key)


def verbs() -> tuple[str, ...]:
    """The verbs of operations, in the order in which the guide explains them."""
    return tuple(term.french for term in VOCABULARY if term.group == "verb")


@lru_cache(maxsize=1024)
def without_accents(key: str) -> str:
    """`key` without accents or ligatures, by which keys are recognised; its case stays."""
    if key.isascii():
        return key
    plain = unicodedata.normalize("NFD", key.replace("œ", "oe").replace("Œ", "OE"))
    return "".join(char for char in plain if not unicodedata.combining(char))


def canonical(key: str) -> str:
    """`key` with the accents that the table gives it (`regles` → `règles`); as it is where the table has no such key."""
    return _canonical().get(without_accents(key), key)


@cache
def _english() -> dict[str, str]:
    return {term.french: term.english for term in VOCABULARY}


@cache
def _canonical() -> dict[str, str]:
    return {without_accents(term.french): term.french for term in VOCABULARY}
