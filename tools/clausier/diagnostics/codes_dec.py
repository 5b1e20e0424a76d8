"""DEC: votes that cannot be decided as they are put, and what is missing."""

from clausier.diagnostics.diagnostic import Code, Message

NO_SUCH_DATE = Code(
    "DEC101",
    "error",
    Message(fr="«\xa0{words}\xa0» n’est pas un jour du calendrier", en="“{words}” is not a day of the calendar"),
    """\
**Quoi.** Une date du vote qui n’existe pas.

**Pourquoi.** Les règles sont celles en vigueur ce jour-là\u00a0: il doit exister.

**Exemple.** `"date": "2023-02-30"`.""",
    Message(fr="écrire un jour qui existe\xa0: 2023-06-20", en="write a day that exists: 2023-06-20"),
)
NO_DATE = Code(
    "DEC102",
    "error",
    Message(fr="le vote n’a pas de date", en="the vote has no date"),
    """\
**Quoi.** Le vote ne dit ni son jour, ni la version dont les règles s’appliquent.

**Pourquoi.** Les règles changent avec le temps\u00a0: sans jour, on ne sait lesquelles s’appliquent.

**Exemple.** Ajouter `"date": "2023-06-20"`, ou appeler `clausier decide --at 2023-06-20`.""",
    Message(
        fr="ajouter «\xa0date\xa0» ou «\xa0version\xa0», ou l’option --at",
        en="add “date” or “version”, or the option --at",
    ),
)
UNKNOWN_BODY = Code(
    "DEC103",
    "error",
    Message(
        fr="aucune règle connue ne dit qui siège dans «\xa0{body}\xa0» ({version})",
        en="no known rule says who sits in “{body}” ({version})",
    ),
    """\
**Quoi.** Aucune règle de la version en vigueur ne dit qui siège dans cette instance.

**Pourquoi.** Sans composition, il n’y a ni sièges, ni voix, ni quorum.

**Exemple.** `"body": "cogouw"`\u00a0; ou une instance qu’un acte n’a créée que plus tard.""",
    Message(fr="instances connues\xa0: {bodies}", en="bodies that are known: {bodies}"),
)
UNKNOWN_SEAT = Code(
    "DEC104",
    "error",
    Message(fr="«\xa0{seat}\xa0» n’est pas un siège de cette instance", en="“{seat}” is not a seat of this body"),
    """\
**Quoi.** Le vote nomme quelqu’un qui n’a pas de siège dans l’instance ce jour-là.

**Pourquoi.** Compter une voix de trop, ou en perdre une par une faute de frappe, fausserait le résultat.

**Exemple.** `commune-b` après la fusion\u00a0: le siège est celui de `commune-nouvelle`.""",
    Message(fr="sièges\xa0: {seats}", en="seats: {seats}"),
)
SEAT_IN_DOUBT = Code(
    "DEC105",
    "error",
    Message(
        fr="«\xa0{seat}\xa0» n’est un siège que dans une des interprétations",
        en="“{seat}” is a seat under one of the readings only",
    ),
    """\
**Quoi.** Le texte laisse ouvert qui siège, et ce nom n’est celui d’un siège que dans une des lectures.

**Pourquoi.** Le résultat doit pouvoir être calculé sous chaque lecture.

**Exemple.** Nommer les personnes (`personne-1`), ou fixer la lecture\u00a0: `--assume sièges=une-voix`.""",
    Message(
        fr="nommer ceux qui tiennent ce siège, ou fixer la lecture par --assume",
        en="name who holds that seat, or settle the reading by --assume",
    ),
)
NAMED_TWICE = Code(
    "DEC106",
    "error",
    Message(fr="«\xa0{seat}\xa0» est nommé deux fois", en="“{seat}” is named twice"),
    """\
**Quoi.** Une liste nomme deux fois le même siège, ou ceux qui le tiennent ensemble.

**Pourquoi.** On ne sait si c’est une répétition ou une faute de frappe pour un autre siège.

**Exemple.** `"present": ["commune-c", "commune-c"]`.""",
)
ABSENT_VOTES = Code(
    "DEC107",
    "error",
    Message(
        fr="«\xa0{seat}\xa0» vote sans être présent ni représenté",
        en="“{seat}” votes without being present or represented",
    ),
    """\
**Quoi.** Un bulletin au nom d’un siège absent, qui n’a donné pouvoir à personne.

**Pourquoi.** Une voix comptée sans votant fausserait le résultat.

**Exemple.** Un membre parti avant le second tour, dont le bulletin est resté.""",
    Message(
        fr="l’ajouter aux présents, dire qui le représente, ou retirer son bulletin",
        en="add it to those present, say who represents it, or remove its ballot",
    ),
)
CANNOT_VOTE = Code(
    "DEC108",
    "error",
    Message(fr="«\xa0{seat}\xa0» assiste sans voter", en="“{seat}” attends without a vote"),
    """\
**Quoi.** Un bulletin au nom de quelqu’un qui siège sans droit de vote.

**Pourquoi.** Sa voix n’existe pas dans le texte.

**Exemple.** Le titulaire du marché dans une réunion de suivi.""",
)
RECUSED_VOTES = Code(
    "DEC109",
    "error",
    Message(
        fr="«\xa0{seat}\xa0», qui ne peut pas voter sur cet objet, vote ou représente",
        en="“{seat}”, which may not vote on this motion, votes or represents another",
    ),
    """\
**Quoi.** Un siège déclaré en conflit d’intérêts (`recused`) a un bulletin, ou porte un pouvoir.

**Pourquoi.** Qui ne peut pas voter pour soi ne le peut pas pour un autre.

**Exemple.** `"recused": ["commune-e"]` avec `"ballots": {"commune-e": "for"}`.""",
)
PROXY_TO_ABSENT = Code(
    "DEC110",
    "error",
    Message(
        fr="«\xa0{giver}\xa0» donne pouvoir à «\xa0{holder}\xa0», qui n’est pas là",
        en="“{giver}” is represented by “{holder}”, who is not there",
    ),
    """\
**Quoi.** Un pouvoir donné à un absent.

**Pourquoi.** Personne ne peut l’exercer.

**Exemple.** `"proxies": {"commune-f": "commune-h"}` sans la Commune H parmi les présents.""",
)
PROXY_CHAIN = Code(
    "DEC111",
    "error",
    Message(
        fr="«\xa0{giver}\xa0» donne pouvoir à «\xa0{holder}\xa0», qui a donné le sien",
        en="“{giver}” is represented by “{holder}”, who is represented too",
    ),
    """\
**Quoi.** Un pouvoir donné à quelqu’un qui s’est lui-même fait représenter.

**Pourquoi.** Un pouvoir ne se transmet pas de proche en proche sans que le texte le dise.

**Exemple.** `"proxies": {"commune-f": "commune-h", "commune-h": "commune-c"}`.""",
)
PROXY_OF_PRESENT = Code(
    "DEC112",
    "error",
    Message(fr="«\xa0{giver}\xa0» donne pouvoir tout en étant présent", en="“{giver}” is represented though present"),
    """\
**Quoi.** Un pouvoir donné par un siège présent.

**Pourquoi.** Sa voix serait comptée deux fois, ou l’on ne saurait qui l’exerce.

**Exemple.** Un membre arrivé après l’ouverture\u00a0: le dire par `arrived`, son pouvoir prend fin.""",
)
PROXY_OVER_LIMIT = Code(
    "DEC113",
    "error",
    Message(
        fr="«\xa0{holder}\xa0» porte {held} pouvoirs, et le texte en permet {limit} au plus",
        en="“{holder}” holds {held} proxies, and the text allows {limit} at most",
    ),
    """\
**Quoi.** Un siège porte plus de pouvoirs que le texte ne le permet.

**Pourquoi.** On ne sait lesquels valent\u00a0; en choisir changerait le résultat.

**Exemple.** Trois pouvoirs à une commune quand «\u00a0un même délégué ne peut en porter qu’un\u00a0».""",
)
PROXY_FORBIDDEN = Code(
    "DEC114",
    "error",
    Message(fr="le texte ne permet pas de donner pouvoir", en="the text does not allow proxies"),
    """\
**Quoi.** Un pouvoir, quand une règle dit que nul ne peut en donner.

**Pourquoi.** La voix ne peut pas être comptée.

**Exemple.** «\u00a0Le vote est personnel\u00a0».""",
)
ALREADY_THERE = Code(
    "DEC115",
    "error",
    Message(fr="«\xa0{seat}\xa0» arrive alors qu’il est déjà là", en="“{seat}” arrives though it is there"),
    """\
**Quoi.** Un siège arrive (`arrived`) alors qu’il est déjà présent.

**Pourquoi.** La feuille de présence se contredit.

**Exemple.** `"present": ["commune-c"]` puis `"arrived": ["commune-c"]`.""",
)
NOT_THERE = Code(
    "DEC116",
    "error",
    Message(fr="«\xa0{seat}\xa0» part alors qu’il n’est pas là", en="“{seat}” leaves though it is not there"),
    """\
**Quoi.** Un siège part (`left`) alors qu’il n’est pas présent.

**Pourquoi.** La feuille de présence se contredit.

**Exemple.** `"left": ["commune-f"]` quand la Commune F était absente.""",
)
MISSING_FACT = Code(
    "DEC117",
    "error",
    Message(fr="il manque {what}", en="{what} is missing"),
    """\
**Quoi.** Une règle a besoin d’un chiffre ou d’un fait que le vote ne donne pas.

**Pourquoi.** Ce qui n’est pas dit n’est pas zéro\u00a0: le résultat n’est pas calculé.

**Exemple.** Le quorum de l’AG demande le nombre d’habitants\u00a0: `"data": {"habitants": {"by": {…}, "total": …}}`.""",
    Message(fr="la règle «\xa0{rule}\xa0» en a besoin", en="the rule “{rule}” needs it"),
)
TOTAL_TOO_SMALL = Code(
    "DEC118",
    "error",
    Message(
        fr="le total de «\xa0{column}\xa0» est plus petit que la somme de ses parts",
        en="the total of “{column}” is less than the sum of its parts",
    ),
    """\
**Quoi.** Le total déclaré d’une donnée est inférieur à la somme de ce qu’en ont les membres.

**Pourquoi.** L’un des chiffres est faux.

**Exemple.** 900 000 habitants en tout, quand les dix membres en ont 950 000.""",
)
TOO_MANY_ROUNDS = Code(
    "DEC119",
    "error",
    Message(
        fr="{given} tours, et le texte en prévoit {allowed}", en="{given} rounds, and the text provides for {allowed}"
    ),
    """\
**Quoi.** Le vote a plus de tours que le texte n’en prévoit.

**Pourquoi.** Un tour de trop ne décide rien\u00a0; l’ignorer en silence changerait le résultat.

**Exemple.** Trois tours pour «\u00a0un scrutin à deux tours\u00a0».""",
)
ROUND_AFTER_ADOPTION = Code(
    "DEC120",
    "error",
    Message(fr="un tour suit celui qui a adopté la proposition", en="a round follows the one that adopted the motion"),
    """\
**Quoi.** Un tour de plus, après qu’un tour a déjà adopté la proposition sous chaque lecture.

**Pourquoi.** Un vote acquis ne se refait pas\u00a0: l’un des tours est de trop, ou ses bulletins sont faux.

**Exemple.** Unanimité au premier tour, et un second tour.""",
)
UNKNOWN_READING = Code(
    "DEC121",
    "error",
    Message(
        fr="rien n’est laissé ouvert sous le nom «\xa0{name}\xa0»", en="nothing is left open under the name “{name}”"
    ),
    """\
**Quoi.** `--assume` nomme une lecture dont ce vote ne dépend pas.

**Pourquoi.** Une hypothèse sans effet laisserait croire qu’elle a servi.

**Exemple.** `--assume assiete=ensemble`.""",
    Message(fr="ce que ce vote laisse ouvert\xa0: {open}", en="what this vote leaves open: {open}"),
)
UNKNOWN_CASE = Code(
    "DEC122",
    "error",
    Message(
        fr="«\xa0{case}\xa0» n’est pas un des sens de «\xa0{name}\xa0»",
        en="“{case}” is not one of the meanings of “{name}”",
    ),
    """\
**Quoi.** `--assume` choisit un sens qui n’est pas dans la liste.

**Pourquoi.** Seuls les sens que le texte permet peuvent être supposés.

**Exemple.** `--assume assiette=inscrits`.""",
    Message(fr="sens possibles\xa0: {cases}", en="possible meanings: {cases}"),
)
TOO_MANY_READINGS = Code(
    "DEC123",
    "error",
    Message(
        fr="{count} combinaisons de lectures, plus que les {most} qui se calculent",
        en="{count} combinations of readings, more than the {most} that are worked out",
    ),
    """\
**Quoi.** Le texte laisse ouvertes tant de choses que toutes les combinaisons ne sont pas calculées.

**Pourquoi.** Une réponse sur une partie d’entre elles pourrait être fausse.

**Exemple.** Fixer l’une d’elles par `--assume`.""",
    Message(fr="en fixer par --assume\xa0: {open}", en="settle some by --assume: {open}"),
)
FIRST_HAD_QUORUM = Code(
    "DEC124",
    "error",
    Message(fr="la première réunion avait son quorum", en="the first meeting had its quorum"),
    """\
**Quoi.** Une réunion est dite convoquée à nouveau faute de quorum (`previous`), alors que la première l’avait.

**Pourquoi.** Sans défaut de quorum, la seconde réunion suit les règles de la première.

**Exemple.** Six membres sur dix présents, quand il en faut cinq.""",
)
NOT_CALLED_AGAIN = Code(
    "DEC125",
    "error",
    Message(
        fr="la réunion ne remplit pas les conditions d’une seconde convocation",
        en="the meeting is not one that may be called again",
    ),
    """\
**Quoi.** `previous` est donné, mais le texte ne prévoit pas de seconde convocation.

**Pourquoi.** Le quorum de la seconde réunion n’est allégé que si le texte le dit.

**Exemple.** Un règlement qui ne dit rien d’une réunion sans quorum.""",
    Message(
        fr="retirer «\xa0previous\xa0»\xa0: le quorum ordinaire s’applique",
        en="remove “previous”: the ordinary quorum applies",
    ),
)
UNKNOWN_COLLEGE = Code(
    "DEC126",
    "error",
    Message(
        fr="«\xa0{college}\xa0» n’est ni un collège, ni l’instance, dont d’autres désignent les sièges",
        en="“{college}” is no college, nor the body, whose seats are for others to designate",
    ),
    """\
**Quoi.** `designated` donne les sièges d’un collège que le texte compose lui-même, ou qui n’existe pas.

**Pourquoi.** Ces sièges s’ajouteraient à ceux du texte.

**Exemple.** `"designated": {"groupement": ["commune-c"]}`. Une instance qui n’a pas de collège se nomme elle-même, comme
l’assemblée générale d’une association\u00a0: `"designated": {"ag": ["membre-1", "membre-2"]}`.""",
)
MEMBER_DESIGNATED = Code(
    "DEC127",
    "error",
    Message(fr="«\xa0{seat}\xa0» a déjà un siège", en="“{seat}” has a seat already"),
    """\
**Quoi.** `designated` désigne quelqu’un qui siège à un autre titre.

**Pourquoi.** Il aurait deux voix pour un seul nom.

**Exemple.** `"designated": {"aa": ["commune-c"]}`.""",
)
BAD_ASSUMPTION = Code(
    "DEC128",
    "error",
    Message(fr="«\xa0{words}\xa0» n’est pas une hypothèse", en="“{words}” is not an assumption"),
    """\
**Quoi.** `--assume` attend un nom et un sens joints par `=`.

**Pourquoi.** Rien ne se devine.

**Exemple.** `--assume assiette=ensemble`.""",
    Message(fr="écrire nom=sens", en="write name=meaning"),
)
NOT_EARLIER = Code(
    "DEC129",
    "error",
    Message(fr="la première réunion n’est pas avant celle-ci", en="the first meeting is not before this one"),
    """\
**Quoi.** La réunion sans quorum (`previous`) est le jour de celle-ci, ou après.

**Pourquoi.** Une seconde convocation suit la première.

**Exemple.** `previous` le 3 mars, et le vote le 1er.""",
)
MATTER_MISSPELT = Code(
    "DEC130",
    "error",
    Message(
        fr="aucune règle ne parle de l’objet «\u00a0{matter}\u00a0»",
        en="no rule speaks of the matter “{matter}”",
    ),
    """\
**Quoi.** L’objet du vote n’est celui d’aucune règle, mais ressemble à un objet que les règles connaissent.

**Pourquoi.** Avec une faute de frappe, la majorité ordinaire s’appliquerait en silence à la place de celle de l’objet.

**Exemple.** `"matter": "budgets"` pour `budget`.""",
    Message(fr="sans doute «\u00a0{near}\u00a0»", en="“{near}”, no doubt"),
)
CHAIR_ABSENT = Code(
    "DEC131",
    "error",
    Message(
        fr="«\u00a0{seat}\u00a0» préside sans être présent",
        en="“{seat}” presides without being present",
    ),
    """\
**Quoi.** Le siège nommé par `chair` n’est présent à aucun tour.

**Pourquoi.** Sa voix l’emporte à égalité\u00a0: celle d’un absent, ou de qui est représenté, n’est pas celle de qui préside.

**Exemple.** `"chair": "commune-d"`, quand la Commune D n’est pas parmi les présents.""",
    Message(
        fr="nommer dans «\u00a0chair\u00a0» qui a présidé ce vote", en="name in “chair” who presided over this vote"
    ),
)
