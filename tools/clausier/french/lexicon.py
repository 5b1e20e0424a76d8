"""What the words of amending French are: one table, from the drafting guides of the State and of both assemblies.

A word that is not here is `W`: no rule of the grammar takes it outside of the name of an act, so that a sentence that has one
is not understood, and asked about.
"""

from __future__ import annotations

from clausier.text import numerals
from clausier.text.accents import without_accents

ORDINALS = {
    **{without_accents(word): rank for rank, word in enumerate(numerals.ORDINALS, start=1)},
    "premiere": 1, "premiers": 1, "premieres": 1, "second": 2, "seconde": 2, "dernier": -1, "derniere": -1, "derniers": -1,
    "dernieres": -1, "avant-dernier": -2, "avant-derniere": -2,
}  # fmt: skip

CARDINALS = {"une": 1, **{word: n for n, word in enumerate(numerals.CARDINALS[:12], start=1)}}

# What a figure is told by, beside the digits, and what « un » counts where it is one.
FIGURES = (
    *(word for word in CARDINALS if word not in {"un", "une"}), "treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit",
    "dix-neuf", "vingt", "trente", "quarante", "cinquante", "soixante", "quatre-vingt", "cent", "mille", "moitie",
)  # fmt: skip
MEASURES = (
    "an",
    "annee",
    "semestre",
    "trimestre",
    "mois",
    "semaine",
    "jour",
    "heure",
    "euro",
    "point",
    "tiers",
    "quart",
)

# Acts of which one may stand beside the text that is amended: which of them is meant is told by its name.
OTHER_ACTS = tuple("statuts contrat reglement charte cahier-des-charges pacte bail deliberation ccap cctp".split())

# What names the words that are quoted behind it, beside the kind `WORDS`, and what names a value that they say: « le délai de « huit
# jours » » is more than its words, which are gone if it is. An amount is told from the name of what is paid by « de ».
WORDINGS = frozenset(
    "formulation locution appellation denomination passage symbole indication precision libelle enonce".split()
)
VALUES = frozenset(
    "nombre taux montant pourcentage somme valeur delai duree periode limite prix cout plafond plancher seuil minimum maximum tarif loyer age"
    " coefficient indice contingent volume quota effectif frequence periodicite echeance horaire plage amplitude distance superficie"
    " surface puissance capacite franchise preavis quotite fraction proportion ratio majoration abattement forfait base".split()
)
AMOUNTS = frozenset(
    "indemnite prime allocation cotisation contribution participation subvention dotation enveloppe budget capital caution penalite"
    " salaire remuneration remise redevance".split()
)
_FORMS: dict[str, str] = {
    "DET": "le la les l' ce cet cette ces son sa ses leur leurs ledit ladite lesdits lesdites",
    "OF": "de d' du des dudit dudits desdits desdites",
    "A": "a au aux dans en sur sous",
    "CARD": " ".join(CARDINALS),
    "ARTICLE": "article articles art sous-article sous-articles",
    "ALINEA": "alinea alineas al",
    "FOUND": "figurant cite citee cites citees inscrit inscrite inscrits inscrites mentionne mentionnee mentionnes mentionnees prevu prevue prevus prevues vise visee vises visees contenu contenue contenus contenues enumere enumeree enumeres enumerees",
    "PARAGRAPH": "paragraphe paragraphes para definition definitions",
    "SENTENCE": "phrase phrases",
    "POINT": "point points rubrique rubriques",
    "DASH": "tiret tirets puce puces",
    "HEADING": "intitule titre",
    "ANNEX": "annexe annexes",
    "PREAMBLE": "preambule",
    "TABLE": "tableau tableaux grille grilles bareme baremes",
    "LIST": "liste listes",
    "CHANGES": "modifications changements",
    "BRING": "apporte apportee apportes apportees",
    "RENUMBER": "renumerote renumerotee renumerotes renumerotees",
    "ROW": "ligne lignes",
    "COLUMN": "colonne colonnes",
    "WORDS": "mots mot termes terme expression expressions mention mentions chiffre chiffres nombre reference references date dates taux montant adresse adresses valeur valeurs pourcentage pourcentages somme montants nombres sommes sigle sigles acronyme acronymes abreviation abreviations vocable vocables annee annees nom noms delai delais",
    "PROVISIONS": "disposition dispositions stipulation stipulations texte redaction",
    "ACT": f"accord convention avenant protocole {' '.join(OTHER_ACTS)}",
    "BE": "est sont sera seront etre ete soit soient",
    "AND": "et ainsi-que",
    "BY": "par",
    "AFTER": "apres a-la-suite suivi suivie suivis suivies",
    "BEFORE": "avant precede precedee precedes precedees",
    "BETWEEN": "entre",
    "END": "fin in-fine",
    "START": "debut tete",
    "THUS": "ainsi comme suit suivant suivante suivants suivantes ci-apres ci-dessous maniere facon qui celui celle ceux celles suivent",
    "DIVISION": "chapitre chapitres section sections sous-section sous-titre livre",
    "RESPECTIVELY": "respectivement",
    "NEW": "nouveau nouveaux nouvelle nouvelles nouvel supplementaire supplementaires",
    "IT": "il elle ils elles celui-ci celle-ci ceux-ci celles-ci",
    "KEEP": "conserve conservent garde gardent",
    "EVERY": "partout",
    "REPLACE": "remplace remplacee remplaces remplacees remplacent remplacer substituer substitue substituee substitues substituees",
    "REWRITE": "redige redigee rediges redigees libelle libellee libelles libellees rediger reecrit reecrite reecrits reecrites concu concue concus concues",
    "MODIFY": "modifie modifiee modifies modifiees modifient modifier revise revisee",
    "COMPLETE": "complete completee completes completees completer completent",
    "DELETE": "supprime supprimee supprimes supprimees suppriment supprimer retire retiree retires retirees retranche retranchee retranches retranchees retrancher enleve enlevee enleves enlevees enlever biffe biffee biffes biffees biffer raye rayee rayes rayees rayer ote otee otes otees oter",
    "REPEAL": "abroge abrogee abroges abrogees annule annulee annules annulees annulent annuler abroger",
    "INSERT": "insere inseree inseres inserees inserer ajoute ajoutee ajoutes ajoutees ajouter rajoute rajoutee rajoutes rajoutees rajouter cree creee crees creees integre integree integres integrees introduit introduite introduits introduites intercale intercalee intercales intercalees intercaler",
    "RETITLE": "renomme renommee renommes renommees",
    "MOVE": "deplace deplacee deplaces deplacees deplacer transfere transferee transferes transferees transferer",
    "SPLIT": "scinde scindee scindes scindees scinder divise divisee divises divisees diviser",
    "UNITE": "reuni reunie reunis reunies reunir fusionne fusionnee fusionnes fusionnees fusionner regroupe regroupee regroupes regroupees",
    "SUSPEND": "suspendu suspendue suspendus suspendues suspendre",
    "PROLONG": "proroge prorogee proroges prorogees proroger prolonge prolongee prolonges prolongees prolonger",
    "CEASE": "cesse cessent cessera cesseront",
    "ALONE": "seul seule unique",
    "BEGIN": "commencant debutant",
    "RESTORE": "retabli retablie retablis retablies retablit",
    "BECOME": "devient deviennent",
    "READ": "lire lisez",
    "RAISE": "porte portee portes portees ramene ramenee ramenes ramenees releve relevee releves relevees abaisse abaissee abaisses abaissees reduit reduite reduits reduites passe passent",
    # What says nothing of what is changed.
    "NEUTRAL": "precite precitee precites precitees susvise susvisee susvises susvisees susmentionne susmentionnee "
    "susmentionnes susmentionnees desormais integralement totalement entierement meme memes actuel actuelle actuels actuelles "
    "initial initiale initiaux present presente presents presentes donc egalement dorenavant completement electronique",
    # What changes what a sentence means, and that no rule takes.
    "BUT": "sauf excepte exceptee hormis exception reserve ne n' pas non sans notamment partiellement eventuellement ou seuls seules uniquement seulement exclusivement "
    "peut peuvent pourra pourront pourrait pourraient doit doivent devra devront devrait devraient avait avaient aura auront "
    "aurait auraient etait etaient fut furent serait seraient",
}

# How verbs begin that say a change and order none of the words: no rule takes them, and a sentence that has one beside a unit is
# asked about.
ALTERED = (
    "actualis", "adapt", "amend", "augment", "diminu", "entend", "harmonis", "mis", "passe", "port", "reecri", "reform",
    "refond", "reecrir", "renumerot", "revaloris", "revoir", "revu", "rectifi", "corrig", "decal", "report",
)  # fmt: skip

KINDS = {form: kind for kind, forms in _FORMS.items() for form in forms.split()}
