"""TIM1xx: dates that cannot be, and what dates leave open (TIM101 to TIM104 stand with the reading of dates)."""

from clausier.diagnostics.diagnostic import Code, Message

TOO_MANY_STATES = Code(
    "TIM105",
    "error",
    Message(
        fr="trop de dates incertaines à la fois le {day} : {acts}",
        en="too many uncertain dates at once on {day}: {acts}",
    ),
    """\
**Quoi.** Plus de trois actes ont une date incertaine le même jour : plus de huit textes seraient possibles.

**Pourquoi.** Une réponse à huit branches n’en est plus une. Il faut enregistrer des dates.

**Exemple.** Préciser `signature` ou `en-vigueur` de l’un des actes nommés.""",
)
NEVER_ALONE = Code(
    "TIM106",
    "error",
    Message(
        fr="la version « {id} » n’a jamais été seule en vigueur : le même jour commence « {other} »",
        en="version “{id}” never stood alone: “{other}” begins on the same day",
    ),
    """\
**Quoi.** Deux actes entrent en vigueur le même jour ; la version porte le nom du dernier.

**Pourquoi.** Le texte modifié par le premier seul n’a jamais été en vigueur.

**Exemple.** Demander la version du second acte.""",
)
DRAFT_DOES_NOT_FIT = Code(
    "TIM107",
    "warning",
    Message(fr="dans le projet « {act} » : {what}", en="in the draft “{act}”: {what}"),
    """\
**Quoi.** Un projet d’avenant (`état: projet`) contient une erreur.

**Pourquoi.** Il ne fait partie d’aucune version : l’erreur n’arrête rien, mais elle arrêterait sa signature.

**Exemple.** `clausier show --with avenant-3` montre le texte avec le projet, et fait de l’avertissement une erreur.""",
)
UNKNOWN_DRAFT = Code(
    "TIM108",
    "error",
    Message(fr="pas de projet « {id} »", en="no draft “{id}”"),
    """\
**Quoi.** `--with` nomme un acte qui n’existe pas.

**Pourquoi.** Le texte montré ne serait pas celui que l’on croit.

**Exemple.** `--with avenant-3`, si `amendments/` contient un acte de cet identifiant.""",
)

CODES = (TOO_MANY_STATES, NEVER_ALONE, DRAFT_DOES_NOT_FIT, UNKNOWN_DRAFT)
