"""AMD: operations that do not fit the text, or the act that carries them."""

from clausier.diagnostics.diagnostic import Code, Message

NO_OPERATION = Code(
    "AMD101",
    "error",
    Message(
        fr="{article} de l’avenant ne dit pas ce qu’il change",
        en="{article} of the amendment does not say what it changes",
    ),
    """\
**Quoi.** Un article d’avenant n’a ni `opérations` ni `sans-effet` en tête de son fichier.

**Pourquoi.** Un article oublié laisserait la convention inchangée sans que personne le voie.

**Exemple.** `opérations:` suivi de `- remplacer: "8"`, ou `sans-effet: primauté` si l’article ne change aucun mot. Là où les phrases de l’article disent avec certitude ce qu’elles changent, et où le texte s’y prête, l’aide donne la ligne à coller\u00a0: la relire, comme le travail d’un collègue. Si le texte nouveau n’a pas ses chevrons, elle dit où les mettre\u00a0; là où elle ne propose rien, elle dit pourquoi.""",
    Message(
        fr="ajouter «\u00a0opérations:\u00a0», ou «\u00a0sans-effet:\u00a0» et la raison, entre deux lignes --- en tête du fichier",
        en="add “opérations:”, or “sans-effet:” and the reason, between two --- lines at the top of the file",
    ),
)
WORDS_NOT_FOUND = Code(
    "AMD102",
    "error",
    Message(
        fr="les mots «\u00a0{words}\u00a0» ne figurent pas à «\u00a0{place}\u00a0» ({expected})",
        en="the words “{words}” do not stand in “{place}” ({expected})",
    ),
    """\
**Quoi.** Les mots que l’opération remplace, supprime, ou auxquels elle s’accroche ne sont pas dans le texte visé.

**Pourquoi.** L’avenant a été écrit d’après une autre rédaction, ou les mots sont mal recopiés. Rien n’est deviné. La recherche porte sur des mots entiers, dans leur casse\u00a0; espaces, apostrophes, tirets et guillemets ne comptent pas.

**Exemple.** `mots: "au moins trois semaines"` quand le texte dit «\u00a0au minimum 3 semaines avant\u00a0»\u00a0: l’aide cite le passage le plus proche.""",
)
WORDS_MISCOUNTED = Code(
    "AMD103",
    "error",
    Message(
        fr="les mots «\u00a0{words}\u00a0» figurent {found} fois à «\u00a0{place}\u00a0» ({expected})",
        en="the words “{words}” stand {found} times in “{place}” ({expected})",
    ),
    """\
**Quoi.** Les mots cherchés sont plus nombreux, ou moins, que l’opération ne l’attend (une fois, sauf `occurrences`).

**Pourquoi.** Changer l’un d’eux au hasard, ou tous, ce serait deviner.

**Exemple.** Préciser la cible (`8.1, al. 9`), ou écrire `occurrences: 2`, ou `occurrences: toutes`.""",
    Message(
        fr="préciser la cible, ou écrire «\u00a0occurrences: {found}\u00a0» ou «\u00a0occurrences: toutes\u00a0»",
        en="narrow the target, or write “occurrences: {found}” or “occurrences: toutes”",
    ),
)
TWO_READINGS = Code(
    "AMD104",
    "error",
    Message(
        fr="«\u00a0{words}\u00a0» désigne {before} dans le texte d’avant l’acte, {result} dans le texte qu’il a déjà modifié",
        en="“{words}” names {before} in the text before the act, {result} in the text as it has changed it",
    ),
    """\
**Quoi.** Une opération vise une stipulation que le même acte a déjà déplacée\u00a0: selon que l’on compte avant ou après, ce ne sont pas les mêmes mots.

**Pourquoi.** Les rédacteurs emploient les deux façons. Seul l’acte dit laquelle.

**Exemple.** Après «\u00a0le deuxième alinéa est supprimé\u00a0», «\u00a0le troisième\u00a0» peut être l’ancien troisième (`lecture: avant`) ou le nouveau (`lecture: résultat`).""",
    Message(
        fr="ajouter «\u00a0lecture: avant\u00a0» ou «\u00a0lecture: résultat\u00a0»",
        en="add “lecture: avant” or “lecture: résultat”",
    ),
)
REMOVED_BY_THE_ACT = Code(
    "AMD105",
    "error",
    Message(
        fr="«\u00a0{words}\u00a0» désigne des mots que le même acte a déjà changés ou supprimés",
        en="“{words}” names words that the same act has already changed or removed",
    ),
    """\
**Quoi.** La cible existait avant l’acte, mais une opération précédente du même acte l’a fait disparaître, ou a mis d’autres mots parmi les siens.

**Pourquoi.** Deux modifications du même passage par un même acte se contredisent.

**Exemple.** Réunir les deux modifications en une\u00a0; ou, si c’est le texte nouveau qui est visé, écrire `lecture: résultat`.""",
    Message(
        fr="si la phrase vise le texte tel que l’acte vient de le changer, ajouter à l’opération «\u00a0lecture: résultat\u00a0»\u00a0; sinon, réunir les deux modifications en une",
        en="if the sentence means the text as the act has just changed it, add “lecture: résultat” to the operation; else make one of the two changes",
    ),
)
PAYLOAD_NUMBER = Code(
    "AMD106",
    "error",
    Message(
        fr="le texte nouveau est numéroté {found}, la cible {target}",
        en="the new text is numbered {found}, the target {target}",
    ),
    """\
**Quoi.** Le texte cité commence par un numéro qui n’est ni celui de la cible ni celui d’un de ses sous-articles\u00a0; ou par une unité qui n’est pas la cible et n’en fait pas partie\u00a0: une annexe dans un article ou dans une autre annexe, un titre dans un autre titre.

**Pourquoi.** C’est le signe que deux citations ont été interverties, ou que la cible est fausse.

**Exemple.** `remplacer: "8"` avec une citation qui commence par «\u00a07.2 – …\u00a0».""",
)
PAYLOAD_SHAPE = Code(
    "AMD107",
    "error",
    Message(
        fr="le texte nouveau ne convient pas à «\u00a0{place}\u00a0»\u00a0: {why}",
        en="the new text does not fit “{place}”: {why}",
    ),
    """\
**Quoi.** Ce qui est cité ne peut pas prendre la place visée\u00a0: plusieurs alinéas pour une phrase, des alinéas sans numéro entre deux articles, autre chose qu’un tableau pour un tableau.

**Pourquoi.** Il faudrait inventer une mise en forme.

**Exemple.** `insérer-après: "8"` demande un texte qui commence par un titre\u00a0: `> ## « 8 bis – … »`.""",
)
NUMBER_TAKEN = Code(
    "AMD108",
    "error",
    Message(fr="{what} existe déjà", en="{what} already exists"),
    """\
**Quoi.** L’opération ajoute un article dont le numéro est pris, ou un élément dont l’étiquette est prise dans sa liste.

**Pourquoi.** Deux articles du même numéro ne se distingueraient plus. Un article abrogé garde son numéro\u00a0: il ne revient que par «\u00a0rétablir\u00a0», ou si l’acte qui l’abroge le donne lui-même à un autre.

**Exemple.** Numéroter `8 bis`, ou remplacer l’article existant par `remplacer`. «\u00a0Le 3° est supprimé\u00a0; le 4° devient le 3°\u00a0»\u00a0: pour que
rien ne reste du 3°, le nommer par son rang, `supprimer: "2, al. 4"`, puis `renuméroter: "2, 4°"`, `en: "3°"`.""",
    Message(
        fr='dire aussi ce que devient ce qui porte ce numéro, ou en prendre un autre (8 bis)\u00a0; ce qui est abrogé ne revient que par «\u00a0rétablir\u00a0», et un élément de liste ne laisse rien s’il est supprimé par son rang (supprimer: "2, al. 4")',
        en='say also what becomes of what bears this number, or take another one (8 bis); what is repealed comes back by “rétablir” alone, and an item of a list leaves nothing where it is deleted by its rank (supprimer: "2, al. 4")',
    ),
)
WRONG_VERB = Code(
    "AMD109",
    "error",
    Message(
        fr="«\u00a0{verb}\u00a0» ne convient pas à «\u00a0{place}\u00a0»\u00a0: {why}",
        en="“{verb}” does not fit “{place}”: {why}",
    ),
    """\
**Quoi.** Le verbe n’est pas celui qui convient à ce qu’il vise.

**Pourquoi.** Une unité numérotée s’abroge et laisse son numéro\u00a0; un alinéa, une phrase ou un tiret se supprime et ce qui suit remonte. Les confondre change les numéros.

**Exemple.** `abroger: "8.2"` et `supprimer: "8.1, al. 3"`.""",
)
LEFT_EMPTY = Code(
    "AMD110",
    "error",
    Message(fr="«\u00a0{place}\u00a0» resterait sans mots", en="“{place}” would be left without words"),
    """\
**Quoi.** L’opération retire tous les mots d’un alinéa ou d’un intitulé.

**Pourquoi.** Un alinéa vide compterait encore\u00a0: les renvois seraient faux.

**Exemple.** Pour retirer l’alinéa entier, écrire `supprimer: "8.1, al. 3"`.""",
)
FINGERPRINT = Code(
    "AMD111",
    "error",
    Message(
        fr="l’empreinte de «\u00a0{place}\u00a0» est {found}, et non {expected}",
        en="the fingerprint of “{place}” is {found}, not {expected}",
    ),
    """\
**Quoi.** Le texte visé n’est pas celui que l’opération attendait.

**Pourquoi.** `empreinte` fige la rédaction d’après laquelle l’avenant a été écrit\u00a0: elle a changé depuis.

**Exemple.** Relire la cible (`clausier show 8.1 --hash`), puis corriger l’opération ou l’empreinte.""",
)
WORDS_IN_LACUNA = Code(
    "AMD112",
    "error",
    Message(
        fr="«\u00a0{place}\u00a0» contient un texte non disponible ({lacuna})\u00a0: on ne sait pas combien de fois «\u00a0{words}\u00a0» y figure",
        en="“{place}” holds words that are not available ({lacuna}): nobody knows how often “{words}” stands there",
    ),
    """\
**Quoi.** L’opération cherche des mots dans un texte dont une partie manque.

**Pourquoi.** Ce que contient une lacune est inconnu\u00a0: le compte serait faux.

**Exemple.** Viser la stipulation connue (`6.4` plutôt que `6`), ou écrire `occurrences: toutes`.""",
)
NO_PAYLOAD = Code(
    "AMD114",
    "error",
    Message(fr="aucun texte nouveau pour «\u00a0{verb}\u00a0»", en="no new text for “{verb}”"),
    """\
**Quoi.** L’opération apporte un texte nouveau, mais l’article n’en cite pas, ou tous sont déjà pris.

**Pourquoi.** Le texte nouveau figure une seule fois, dans l’acte, tel que signé.

**Exemple.** Mettre le texte nouveau en citation, chaque ligne commençant par `>`\u00a0; `citation: 2` désigne la deuxième.""",
    Message(
        fr="citer le texte nouveau dans l’article, chaque ligne commençant par >",
        en="quote the new text in the article, each line beginning with >",
    ),
)
PAYLOAD_LEFT_OVER = Code(
    "AMD115",
    "error",
    Message(fr="aucune opération ne prend ce texte nouveau", en="no operation takes this new text"),
    """\
**Quoi.** L’article cite un texte nouveau (`>`), et aucune de ses opérations ne l’emploie\u00a0; ou plusieurs éléments sont remplacés à la fois, et l’une de ses lignes n’est celle d’aucun.

**Pourquoi.** Des mots signés par les parties n’entreraient pas dans la convention.

**Exemple.** Ajouter l’opération qui manque, ou retirer les `>` si ces mots ne sont pas un texte nouveau.""",
    Message(
        fr="ajouter l’opération qui manque\u00a0; si c’est la suite du texte nouveau qui précède, mettre un chevron (>) sur les lignes vides qui les séparent",
        en="add the operation that is missing; if it goes on from the new text before it, put a > on the empty lines between them",
    ),
)
QUOTATION_NUMBER = Code(
    "AMD116",
    "error",
    Message(
        fr="l’article n’a pas de citation {number} (il en a {count})",
        en="the article has no quotation {number} (it has {count})",
    ),
    """\
**Quoi.** `citation: n` désigne un texte cité qui n’existe pas.

**Pourquoi.** L’opération n’aurait pas de texte nouveau.

**Exemple.** `citation: 1` est la première citation (`>`) de l’article.""",
)
SAYS_NOT_FOUND = Code(
    "AMD117",
    "error",
    Message(fr="l’article ne dit pas «\u00a0{words}\u00a0»", en="the article does not say “{words}”"),
    """\
**Quoi.** Les mots de `dit` ne figurent pas dans l’article de l’avenant.

**Pourquoi.** `dit` rattache l’opération à la phrase qui l’ordonne\u00a0; sans elle, la preuve manque.

**Exemple.** Recopier quelques mots de la phrase\u00a0: `dit: "est renommé"`.""",
)
GUILLEMETS = Code(
    "AMD119",
    "error",
    Message(
        fr="on ne sait pas quels guillemets enferment ce texte nouveau",
        en="nobody knows which guillemets enclose this new text",
    ),
    """\
**Quoi.** Le texte cité commence par un guillemet dont la fin n’est pas certaine\u00a0: il y en a plus d’ouverts que de fermés, et le dernier ferme une citation intérieure\u00a0; ou bien la première ligne, ou le numéro de son titre, est entre des guillemets à elle, et d’autres lignes suivent.

**Pourquoi.** Les guillemets qui enferment le texte nouveau appartiennent à l’acte et sont retirés\u00a0; se tromper ôterait ou ajouterait des mots cités.

**Exemple.** Mettre le guillemet fermant sur une ligne à lui\u00a0: `> »`. Au lieu de `> « Un. »`, `> « Deux. »`, écrire `> « Un.`, `> Deux. »`.""",
)
COUNTED_OTHERWISE = Code(
    "AMD120",
    "warning",
    Message(
        fr="«\u00a0{words}\u00a0» commence ici par «\u00a0{here}\u00a0»\u00a0; le texte nouveau reprend plutôt les mots de «\u00a0{there}\u00a0» ({where}), que désigne l’autre façon de compter les alinéas",
        en="“{words}” begins here with “{here}”; the new text rather takes up the words of “{there}” ({where}), which the other way of counting alinéas names",
    ),
    """\
**Quoi.** L’opération remplace un alinéa désigné par son seul rang, et le texte nouveau ressemble à un autre\u00a0: celui de ce rang si une liste et la phrase qui l’introduit ne font qu’un alinéa.

**Pourquoi.** Deux façons de compter les alinéas coexistent (circulaire du 20 octobre 2000, usage ancien). Se tromper de compte remplacerait d’autres mots que ceux que les parties ont voulu changer.

**Exemple.** Citer les premiers mots de l’alinéa voulu\u00a0: `remplacer: 2.3, al. 11 « Le siège\u00a0»`. Si l’alinéa de ce rang est bien le bon, citer les siens.""",
    help=Message(
        fr="pour celui-là, écrire «\u00a0remplacer: {target}\u00a0»\u00a0; pour celui d’ici, «\u00a0remplacer: {own}\u00a0»",
        en="for that one, write “remplacer: {target}”; for the one here, “remplacer: {own}”",
    ),
)
STRUCK = Code(
    "AMD121",
    "remark",
    Message(
        fr="«\u00a0{words}\u00a0» figurait {count} fois dans tout le texte\u00a0: {places}",
        en="“{words}” stood {count} times in the whole text: {places}",
    ),
    """\
**Quoi.** Une opération sur toute la convention (`*`), à chaque occurrence\u00a0: la remarque dit où elle a porté.

**Pourquoi.** «\u00a0Dans l’ensemble de la convention\u00a0» atteint aussi les passages auxquels personne n’a pensé\u00a0; quelqu’un doit les relire.

**Exemple.** `remplacer-mots: "*"`, avec `occurrences: toutes`. Rien n’est à corriger.""",
)
QUESTION = Code(
    "AMD122",
    "error",
    Message(fr="«\u00a0{sentence}\u00a0» attend une réponse\u00a0: {why}", en="“{sentence}” awaits an answer: {why}"),
    """\
**Quoi.** `clausier import`, ou `clausier new --from`, a lu cet acte signé et n’est pas certain de ce passage\u00a0; il l’a écrit dans `questions`.

**Pourquoi.** Un mot deviné deviendrait du droit sans que personne l’ait voulu. Tant que la question est là, rien n’est publié.

**Exemple.** «\u00a0L’article 4 est modifié\u00a0» sans texte nouveau\u00a0: écrire l’opération que l’acte ordonne (`remplacer: "4"`), ou `sans-effet` avec sa raison, puis retirer la question. Dans la convention, corriger s’il le faut ce qui a été lu, puis retirer la question.""",
    Message(
        fr="écrire ce que dit l’acte dans «\u00a0opérations\u00a0» ou «\u00a0sans-effet\u00a0» (dans avenant.yml\u00a0: la clé qui manque), puis retirer la question",
        en="write what the act says under “opérations” or “sans-effet” (in avenant.yml: the missing key), then remove the question",
    ),
)
NO_NUMBER = Code(
    "AMD123",
    "error",
    Message(
        fr="«\u00a0{words}\u00a0» n’est pas un numéro que l’on puisse donner ici",
        en="“{words}” is no number that can be given here",
    ),
    """\
**Quoi.** `en` ne donne pas un numéro, ou en donne un d’une autre sorte que ce qui est visé\u00a0: une annexe ne devient pas un article, ni un b) un 3.

**Pourquoi.** Ce qui suit `en` est le numéro lui-même, tel que le texte le montrera et que les renvois le chercheront.

**Exemple.** `renuméroter: "4"`, `en: "5"`\u00a0; `renuméroter: 3, b)`, `en: c)`\u00a0; `renuméroter: annexe 2`, `en: "3"`.""",
    Message(
        fr="écrire le numéro seul\u00a0: «\u00a05\u00a0», «\u00a05 bis\u00a0», «\u00a0c)\u00a0»\u00a0; pour une annexe, «\u00a02\u00a0»",
        en="write the number alone: “5”, “5 bis”, “c)”; for an annex, “2”",
    ),
)
LIST_LEFT_ALONE = Code(
    "AMD124",
    "warning",
    Message(
        fr="la liste qui commence par «\u00a0{item}\u00a0» reste, sans la phrase qui l’introduisait\u00a0: «\u00a0{intro}\u00a0»",
        en="the list that begins with “{item}” stays, without the sentence that introduced it: “{intro}”",
    ),
    """\
**Quoi.** Une opération retire, déplace ou récrit une phrase qui introduit une liste, et laisse la liste seule.

**Pourquoi.** Qui compte une liste avec sa phrase pour un seul alinéa entend les deux par «\u00a0le deuxième alinéa\u00a0». L’outil compte chaque ligne.

**Exemple.** «\u00a0Le deuxième alinéa est supprimé\u00a0», où le deuxième alinéa est «\u00a0Le comité comprend\u00a0:\u00a0»\u00a0: si l’acte vise aussi la liste, `supprimer: 3, al. 2 à 5`.""",
    Message(
        fr="si l’acte vise aussi la liste, nommer toutes les lignes («\u00a0al. 2 à 5\u00a0»)\u00a0; sinon, accepter l’avertissement en disant pourquoi",
        en="if the act means the list too, name all its lines (“al. 2 à 5”); if not, accept the warning and say why",
    ),
)
ROW_LEFT_ALONE = Code(
    "AMD125",
    "warning",
    Message(
        fr="la ligne sans nom «\u00a0{row}\u00a0» continuait «\u00a0{head}\u00a0»\u00a0; elle est maintenant sous une autre",
        en="the row without a name “{row}” continued “{head}”; it now stands below another",
    ),
    """\
**Quoi.** Dans un tableau dont des premières cellules sont fusionnées, donc vides ici, une ligne est supprimée, ajoutée ou déplacée entre une ligne nommée et celles qui la continuent.

**Pourquoi.** La ligne qui reste se lirait comme la suite d’une autre\u00a0: un montant changerait de lot sans que rien le dise.

**Exemple.** «\u00a0Lot 1 | 10\u00a0», puis «\u00a0| 20\u00a0»\u00a0: supprimer la ligne «\u00a0Lot 1\u00a0» laisse «\u00a020\u00a0» sous le lot précédent.""",
    Message(
        fr="si l’acte vise aussi les lignes qui suivent, récrire le tableau («\u00a0remplacer: 1, tableau 1\u00a0»)\u00a0; sinon, accepter l’avertissement en disant pourquoi",
        en="if the act means the rows that follow too, reword the table (“remplacer: 1, tableau 1”); if not, accept the warning and say why",
    ),
)
WORDS_OVERLAP = Code(
    "AMD126",
    "error",
    Message(
        fr="les mots «\u00a0{words}\u00a0» figurent {found} fois à «\u00a0{place}\u00a0», à des endroits qui se chevauchent\u00a0: «\u00a0{stretch}\u00a0»",
        en="the words “{words}” stand {found} times in “{place}”, in places that overlap: “{stretch}”",
    ),
    """\
**Quoi.** Les mots cherchés commencent comme ils finissent, et le texte les répète\u00a0: un même mot y appartient à deux endroits où ils figurent.

**Pourquoi.** Changer l’un de ces endroits défait l’autre\u00a0: lequel l’acte vise, le nombre d’occurrences ne le dit pas.

**Exemple.** `mots: "sept et sept"` quand le texte dit «\u00a0sept et sept et sept\u00a0»\u00a0: le début, ou la fin\u00a0? Citer «\u00a0sept et sept et sept\u00a0» en entier, et ce qu’il devient.""",
    Message(
        fr="citer plus de mots, comme «\u00a0{stretch}\u00a0», pour qu’un seul endroit convienne",
        en="quote more words, such as “{stretch}”, so that only one place fits",
    ),
)
SEAM = Code(
    "AMD127",
    "warning",
    Message(
        fr="après ce changement, le texte se lit «\u00a0{around}\u00a0» ({where})",
        en="after this change, the text reads “{around}” ({where})",
    ),
    """\
**Quoi.** Un changement de mots laisse deux mots, ou deux signes, qui ne vont pas ensemble\u00a0: «\u00a0l’comité\u00a0», «\u00a0le assemblée\u00a0», «\u00a0de les membres\u00a0», «\u00a0de de\u00a0», «\u00a0,,\u00a0», «\u00a0six ans Elle est\u00a0».

**Pourquoi.** L’acte dit quels mots changent, et oublie ceux d’à côté\u00a0: l’article qui les précède, la virgule qui les suit. L’outil fait ce que dit l’acte. Il se tait là où la tournure peut être voulue («\u00a0le onze\u00a0», «\u00a0la ou les\u00a0», «\u00a0de les informer\u00a0»).

**Exemple.** «\u00a0Le mot «\u00a0assemblée\u00a0» est remplacé par le mot «\u00a0comité\u00a0»\u00a0» laisse «\u00a0l’comité\u00a0». Citer aussi l’article\u00a0: `mots: l’assemblée`, `par: le comité`.""",
)
OTHER_CASE = Code(
    "AMD128",
    "warning",
    Message(
        fr="«\u00a0{words}\u00a0» est remplacé partout, et «\u00a0{other}\u00a0» reste\u00a0: {places}",
        en="“{words}” is replaced everywhere, and “{other}” stays: {places}",
    ),
    """\
**Quoi.** Une opération sur toute la convention (`*`), à chaque occurrence, laisse les mêmes mots là où ils ont une majuscule, ou n’en ont pas\u00a0: en tête de phrase, dans un intitulé, dans une définition.

**Pourquoi.** Les mots se cherchent dans leur casse. Un terme renommé partout, sauf dans sa définition, n’est plus défini.

**Exemple.** «\u00a0comité de suivi\u00a0» devient «\u00a0comité de pilotage\u00a0», et l’article 1er définit toujours le «\u00a0Comité de suivi\u00a0»\u00a0: ajouter une opération pour «\u00a0Comité de suivi\u00a0».""",
    Message(
        fr="si l’acte change aussi «\u00a0{other}\u00a0», ajouter une opération\u00a0; s’il le laisse exprès, accepter l’avertissement avec son motif",
        en="if the act changes “{other}” too, add an operation; if it leaves that on purpose, accept the warning with its reason",
    ),
)

ACT_WITHOUT_EFFECT = Code(
    "AMD129",
    "error",
    Message(fr="l’avenant ne dit nulle part ce qu’il change", en="the amendment says nowhere what it changes"),
    """\
**Quoi.** Un avenant n’a ni article, ni `opérations`, ni `sans-effet`.

**Pourquoi.** Un avenant sans effet laisserait la convention inchangée sans que personne le voie. C’est le plus souvent un titre sans dièse\u00a0: `Article 1` ou `**Article 1**`, repris d’un traitement de texte, n’est qu’une ligne de l’ouverture.

**Exemple.** `# Article 1 – Abrogation`, et en tête du fichier ce que dit la phrase. Un avenant sans articles le dit en tête de son premier fichier.""",
    Message(
        fr="commencer le titre de chaque article par un dièse («\u00a0# Article 1 – …\u00a0»), ou dire en tête de ce fichier, entre deux lignes ---, ce que l’avenant change",
        en="begin the heading of each article with a # (“# Article 1 – …”), or say at the top of this file, between two --- lines, what the amendment changes",
    ),
)
NAMED_TWICE = Code(
    "AMD130",
    "error",
    Message(
        fr="«\u00a0{words}\u00a0» désigne un texte que «\u00a0{other}\u00a0» désigne déjà",
        en="“{words}” names text that “{other}” names already",
    ),
    """\
**Quoi.** Une même opération vise deux fois le même texte, ou une stipulation et une partie de celle-ci.

**Pourquoi.** Le texte serait supprimé, déplacé ou écrit deux fois, ou la partie perdue avec le tout. C’est le plus souvent une cible mal recopiée, et une autre reste alors inchangée.

**Exemple.** `supprimer: ["1, al. 2 à 4", "1, al. 3"]`\u00a0: viser `1, al. 2 à 4` seulement\u00a0; ou corriger le second rang.""",
    Message(
        fr="ne viser ce texte qu’une fois, ou corriger l’une des deux cibles",
        en="name that text once, or correct one of the two targets",
    ),
)
RECAST = Code(
    "AMD131",
    "warning",
    Message(
        fr="le texte qui remplace «\u00a0{target}\u00a0» n’a pas les mêmes numéros\u00a0: {told}",
        en="the text that replaces “{target}” has other numbers: {told}",
    ),
    """\
**Quoi.** Un texte nouveau remplace ensemble plusieurs articles, ou toute la convention, et n’a pas les mêmes numéros. Ce qu’il ne reprend pas disparaît\u00a0; ce qu’il a de plus s’ajoute.

**Pourquoi.** C’est ce que dit la phrase\u00a0; mais une citation incomplète, ou mal placée, le dirait aussi.

**Exemple.** `remplacer: 3 à 5`, avec un article 3 et un article 4\u00a0: l’article 5 disparaît, sans laisser de place.""",
    Message(
        fr="si la citation est entière, accepter l’avertissement avec son motif\u00a0; pour garder un article, ne pas le viser",
        en="if the quotation is whole, accept the warning with its reason; to keep an article, do not name it",
    ),
)
ACT_WITHOUT_ARTICLE = Code(
    "AMD132",
    "warning",
    Message(fr="l’avenant n’a aucun article", en="the amendment has no article"),
    """\
**Quoi.** Le dossier d’un avenant signé ne contient que sa fiche.

**Pourquoi.** L’avenant compterait parmi les actes signés sans rien changer à la convention. C’est le plus souvent que ses articles sont restés dans un autre dossier.

**Exemple.** `amendments/2026-avenant-2/01.md`, à côté de `avenant.yml`. Si ses mots sont perdus, `complète: non` le dit dans la fiche.""",
    Message(
        fr="ajouter dans le même dossier un fichier par article (01.md, 02.md)\u00a0; si ses mots ne sont pas là, écrire «\u00a0complète: non\u00a0» dans la fiche",
        en="add a file for each article in the same folder (01.md, 02.md); if its words are not at hand, write “complète: non” in avenant.yml",
    ),
)
