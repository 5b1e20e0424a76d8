"""What is advised where an article of an amendment does not say what it changes (AMD101): a header, or why none is given."""

from clausier.diagnostics import Message

FILE_OF_ITS_OWN = Message(
    fr="donner à cet article un fichier à lui, car l’en-tête d’un fichier est celui de son premier article\u00a0; puis\u00a0: {then}",
    en="give this article a file of its own, since the header of a file is its first article’s; then: {then}",
)
ORDERED = Message(
    fr="les phrases de l’article l’ordonnent, et le texte s’y prête\u00a0: écrire en tête du fichier, entre deux lignes ---, {header}",
    en="the sentences of the article order it, and the text allows it: write at the top of the file, between two --- lines, {header}",
)
MARKED_TEXT = Message(
    fr="mettre un chevron > devant chaque ligne du texte nouveau ({lines})\u00a0; puis\u00a0: {then}",
    en="put a > before each line of the new text ({lines}); then: {then}",
)
LINE = Message(fr="ligne {first}", en="line {first}")
LINES = Message(fr="lignes {first} à {last}", en="lines {first} to {last}")
CUT_LINE = Message(
    fr="ligne {first}, à couper devant «\u00a0{words}\u00a0», qui seul prend le chevron",
    en="line {first}, to be cut before “{words}”, which alone takes the >",
)
ONE_MORE = Message(fr="{before}, {one}", en="{before}, {one}")
ON_ITS_DAY = Message(
    fr="les phrases de l’article l’ordonnent, et le texte s’y prête\u00a0: vérifier que le jour lu dans la phrase («\u00a0{when}\u00a0») est bien celui de la modification, et écrire en tête du fichier, entre deux lignes ---, {header}",
    en="the sentences of the article order it, and the text allows it: check that the day read in the sentence (“{when}”) is that of the change, and write at the top of the file, between two --- lines, {header}",
)
NO_EFFECT_BECAUSE = Message(
    fr="aucune phrase de l’article n’ordonne de changement\u00a0: écrire en tête du fichier, entre deux lignes ---, sans-effet: {reason}",
    en="no sentence of the article orders a change: write at the top of the file, between two --- lines, sans-effet: {reason}",
)
ORDERED_ELSEWHERE = Message(
    fr="ce que ses phrases ordonnent, un autre article de l’avenant le fait\u00a0: écrire en tête du fichier, entre deux lignes ---, sans-effet: exposé",
    en="what its sentences order, another article of the amendment does: write at the top of the file, between two --- lines, sans-effet: exposé",
)
BECAUSE = Message(
    fr="rien n’est proposé, car «\u00a0{sentence}\u00a0»\u00a0: {why}\u00a0; écrire «\u00a0opérations:\u00a0», ou «\u00a0sans-effet:\u00a0» et la raison, entre deux lignes --- en tête du fichier",
    en="nothing is proposed, for “{sentence}”: {why}; write “opérations:”, or “sans-effet:” and the reason, between two --- lines at the top of the file",
)
# Why a sentence gives no header for certain.
BY_HAND = Message(
    fr="cet ordre est compris, mais il y a plusieurs façons de l’écrire",
    en="this order is understood, but may be written in several ways",
)
ROW_UNTOLD = Message(
    fr='une ligne de tableau se désigne par sa première cellule\u00a0: «\u00a0remplacer-ligne: 8.3, tableau 1, ligne "Commune A"\u00a0», «\u00a0supprimer-ligne:\u00a0» de même, ou «\u00a0ajouter-ligne: 8.3, tableau 1\u00a0» et «\u00a0après: Commune A\u00a0»',
    en='a row of a table is named by its first cell: “remplacer-ligne: 8.3, tableau 1, ligne "Commune A"”, “supprimer-ligne:” likewise, or “ajouter-ligne: 8.3, tableau 1” and “après: Commune A”',
)
PLACE_UNTOLD = Message(fr="elle ne dit pas dans quel article", en="it does not say in which article")
PLACE_OF_WORDS = Message(
    fr="elle ne dit pas dans quel article\u00a0; ces mots figurent à «\u00a0{places}\u00a0»",
    en="it does not say in which article; these words stand in “{places}”",
)
NEW_TEXT_UNTOLD = Message(
    fr="on ne sait quel texte nouveau est le sien (chaque texte nouveau a un chevron > devant chacune de ses lignes)",
    en="nobody knows which new text is its own (each new text has a > before each of its lines)",
)
OF_FORCE = Message(
    fr="elle dit quand la modification prend effet, ce qui s’écrit sous l’opération\u00a0: «\u00a0en-vigueur:\u00a0» et un jour, ou un événement, comme {événement: adhesion-de-la-commune-d, puis: premier-du-mois-suivant}",
    en="it says when the change takes effect, which is written below the operation: “en-vigueur:” and a day, or an event, as {événement: adhesion-de-la-commune-d, puis: premier-du-mois-suivant}",
)
OF_MEMBERS = Message(
    fr="elle change peut-être les membres, ce qui s’écrit, par exemple, «\u00a0adhésion: commune-d\u00a0» et «\u00a0nom: Commune D\u00a0», «\u00a0retrait: commune-b\u00a0», «\u00a0dénomination: commune-b\u00a0» et «\u00a0nom:\u00a0», avec «\u00a0en-vigueur:\u00a0» si elle dit un jour",
    en="it may change the members, which is written, for instance, “adhésion: commune-d” and “nom: Commune D”, “retrait: commune-b”, “dénomination: commune-b” and “nom:”, with “en-vigueur:” if it says a day",
)
OF_ACTS = Message(
    fr="elle annule, abroge ou reporte peut-être un autre acte, ce qui s’écrit «\u00a0annuler: {act}\u00a0» s’il est réputé n’avoir jamais existé, «\u00a0abroger: {act}, 1 à 3\u00a0» pour ceux de ses articles qui n’ont pas encore pris effet, «\u00a0reporter: {act}\u00a0» et «\u00a0au:\u00a0» pour un autre jour",
    en="it may annul, repeal or postpone another act, which is written “annuler: {act}” where it is as if it had never been, “abroger: {act}, 1 à 3” for those of its articles that have not taken effect yet, “reporter: {act}” and “au:” for another day",
)
PURPOSE_ALONE = Message(
    fr="elle ne dit que l’objet de l’avenant, et aucun autre article ne fait ce qu’elle annonce",
    en="it only says what the amendment is for, and no other article does what it announces",
)
ENCLOSED = Message(
    fr="le texte de ce qui est joint se met dans le même fichier, sous la phrase, un chevron > devant chaque ligne\u00a0; l’opération est alors «\u00a0remplacer: annexe 1\u00a0», ou «\u00a0insérer-après: annexe 1\u00a0»",
    en="the text of what is enclosed goes into the same file, below the sentence, with a > before each line; the operation is then “remplacer: annexe 1”, or “insérer-après: annexe 1”",
)
OF_ANOTHER_ACT = Message(fr="elle nomme un autre acte («\u00a0{act}\u00a0»)", en="it names another act (“{act}”)")
WORDS_UNKNOWN = Message(
    fr="ces mots ne sont d’aucune formule connue\u00a0: «\u00a0{words}\u00a0»",
    en="these words are of no known formula: “{words}”",
)
NO_FORMULA = Message(
    fr="ses mots sont connus, mais elle ne suit aucune formule connue, ou se lit de deux façons",
    en="its words are known, but it follows no known formula, or reads in two ways",
)
ORDERS_NOTHING = Message(fr="elle n’ordonne rien qui soit compris", en="it orders nothing that is understood")
SEVERAL_PLACES = Message(
    fr="plusieurs lectures conviennent au texte\u00a0: {ways}", en="the text allows several readings: {ways}"
)
PLACE_OF_NEW = Message(
    fr="le numéro de ce qui est créé ne dit pas à lui seul où il se place",
    en="the number of what is created does not tell by itself where it stands",
)
PLACE_UNCERTAIN = Message(fr="ce qu’elle désigne n’est pas dans le texte", en="what it names is not in the text")
REFUSED = Message(fr="{why} ({help})", en="{why} ({help})")
ANOTHER_DAY = Message(
    fr="«\u00a0{when}\u00a0» est un jour à elle, qui s’écrit «\u00a0en-vigueur:\u00a0» dans l’opération",
    en="“{when}” is a day of its own, written “en-vigueur:” in the operation",
)
