"""SRC2xx: what the Markdown of the sources may not hold, because it would show another text than was typed."""

from clausier.diagnostics.diagnostic import Code, Message

RAW_HTML = Code(
    "SRC201",
    "error",
    Message(fr="HTML brut\u00a0: «\u00a0{what}\u00a0»", en="raw HTML: “{what}”"),
    """\
**Quoi.** Une balise HTML figure dans le texte d’un acte.

**Pourquoi.** Ce qui est entre `<` et `>` n’est pas affiché\u00a0: des mots de l’acte disparaîtraient sans que rien ne le montre.

**Exemple.** `un délai <b>ferme</b>` est refusé\u00a0; écrire `un délai **ferme**`. Pour un signe «\u00a0inférieur à\u00a0», écrire `\\<`.""",
    Message(
        fr="écrire **gras** ou *italique* en Markdown\u00a0; pour le signe lui-même, écrire \\<",
        en="write **bold** or *italic* in Markdown; for the sign itself, write \\<",
    ),
)
NOT_TEXT = Code(
    "SRC202",
    "error",
    Message(fr="{what} n’a pas sa place dans un acte", en="{what} has no place in an act"),
    """\
**Quoi.** Le fichier contient une image, du code, un filet ou une autre forme que les paragraphes, listes, tableaux, titres et citations.

**Pourquoi.** Le texte d’un acte est fait de mots\u00a0: ce qui n’en est pas ne peut être ni modifié, ni cité, ni consolidé.

**Exemple.** `![logo](logo.png)` est refusé. Une ligne qui commence par quatre espaces est prise pour du code\u00a0: retirer les espaces. Une note `[^1]` et une rature `~~mots~~`, que les forges montrent, sont pour le texte des signes\u00a0; le `+` de `+ 5 %` au début d’une ligne, l’étoile d’une note (`* hors taxes`), n’y seraient qu’un tiret de liste.""",
    Message(
        fr="n’employer que paragraphes, listes, tableaux, titres, emphase et liens",
        en="use paragraphs, lists, tables, headings, emphasis and links only",
    ),
)
BAD_LINK = Code(
    "SRC203",
    "error",
    Message(fr="lien refusé\u00a0: «\u00a0{href}\u00a0»", en="link refused: “{href}”"),
    """\
**Quoi.** Un lien mène ailleurs que vers une page (http, https), une adresse électronique (mailto) ou un fichier voisin.

**Pourquoi.** Un lien `javascript:` ou `data:` exécute du code chez le lecteur, et Markdown le change en texte sans le dire. Quant à `[note](2)`, c’est aussi un lien\u00a0: ni les crochets, ni ce que disent les parenthèses ne s’afficheraient.

**Exemple.** `[voir](javascript:ouvrir)` est refusé\u00a0; `[voir](https://exemple.fr/acte)` est accepté. Pour les mots de l’acte\u00a0: `\\[note](2)`.""",
    Message(
        fr="écrire l’adresse entière (https://…) ou le nom d’un fichier voisin\u00a0; pour garder les crochets et les parenthèses dans le texte, écrire \\[",
        en="write the whole address (https://…) or the name of a file beside this one; to keep the brackets and parentheses in the text, write \\[",
    ),
)
ENTITY = Code(
    "SRC204",
    "error",
    Message(fr="entité HTML\u00a0: «\u00a0{what}\u00a0»", en="HTML entity: “{what}”"),
    """\
**Quoi.** Une entité comme `&nbsp;` ou `&#233;` figure dans le texte.

**Pourquoi.** Elle serait remplacée par un autre caractère\u00a0: le texte lu ne serait pas le texte écrit.

**Exemple.** Écrire le caractère lui-même (`é`, une espace insécable)\u00a0; pour l’esperluette suivie de lettres, écrire `\\&`.""",
    Message(fr="écrire le caractère lui-même", en="write the character itself"),
)
HARD_BREAK = Code(
    "SRC205",
    "error",
    Message(fr="saut de ligne forcé à l’intérieur d’un alinéa", en="forced line break inside an alinéa"),
    """\
**Quoi.** Une ligne finit par deux espaces ou par une barre oblique inverse, ce qui force un saut de ligne.

**Pourquoi.** Un saut de ligne fait un nouvel alinéa (circulaire du 20 octobre 2000)\u00a0; forcé, il en montrerait deux là où l’on n’en compte qu’un.

**Exemple.** Pour un nouvel alinéa, laisser une ligne vide\u00a0; sinon, retirer les deux espaces en fin de ligne.""",
    Message(
        fr="laisser une ligne vide pour un nouvel alinéa, ou retirer les espaces en fin de ligne",
        en="leave an empty line for a new alinéa, or remove the spaces at the end of the line",
    ),
)
UNDERLINED_HEADING = Code(
    "SRC206",
    "error",
    Message(fr="titre souligné", en="underlined heading"),
    """\
**Quoi.** Une ligne de `===` ou de `---` sous un paragraphe en fait un titre.

**Pourquoi.** C’est le plus souvent un filet ou une ligne de tableau mal placés, et le paragraphe deviendrait un titre.

**Exemple.** Écrire `# Article 2 – Objet`\u00a0; pour un paragraphe, retirer la ligne qui le souligne.""",
    Message(fr="écrire les titres avec des #", en="write headings with #"),
)
LAZY_LINE = Code(
    "SRC207",
    "error",
    Message(
        fr="cette ligne serait avalée par {container} qui précède",
        en="this line would be swallowed by the {container} above",
    ),
    """\
**Quoi.** Une ligne suit une citation (`>`) ou un élément de liste sans en porter la marque ni laisser de ligne vide.

**Pourquoi.** Markdown la rattache à ce qui précède\u00a0: des mots de l’acte entreraient dans le texte nouveau qu’il cite, ou un paragraphe dans une liste.

**Exemple.** Laisser une ligne vide avant, si la ligne est un alinéa nouveau\u00a0; sinon, la commencer par `>` ou par les espaces de l’élément.""",
    Message(
        fr="laisser une ligne vide avant elle, ou reprendre la marque (> ou l’alignement de la liste)",
        en="leave an empty line before it, or repeat the mark (> or the list’s indentation)",
    ),
)
LINK_DEFINITION = Code(
    "SRC208",
    "error",
    Message(
        fr="définition de lien «\u00a0[{name}]:\u00a0»\u00a0: ces mots ne seraient pas affichés",
        en="link definition “[{name}]:”: these words would not be shown",
    ),
    """\
**Quoi.** Une ligne de la forme `[mot]: suite` est, pour Markdown, une définition de lien.

**Pourquoi.** Elle n’est pas affichée\u00a0: les mots disparaîtraient du texte.

**Exemple.** Écrire `\\[mot] : suite` pour garder les mots, ou un lien entier\u00a0: `[mot](https://exemple.fr)`.""",
    Message(fr="écrire \\[ pour garder les mots", en="write \\[ to keep the words"),
)
EXTRA_CELL = Code(
    "SRC209",
    "error",
    Message(
        fr="cellules de cette ligne\u00a0: {cells}\u00a0; de l’en-tête du tableau\u00a0: {header}",
        en="cells of this row: {cells}; of the table’s header: {header}",
    ),
    """\
**Quoi.** Une ligne de tableau n’a pas autant de cellules que son en-tête.

**Pourquoi.** Les cellules en trop ne sont pas affichées\u00a0: leurs mots disparaîtraient.

**Exemple.** Compléter l’en-tête, ou écrire `\\|` pour une barre qui fait partie du texte.""",
    Message(
        fr="autant de cellules que l’en-tête\u00a0; une barre du texte s’écrit \\|",
        en="as many cells as the header; a bar in the text is written \\|",
    ),
)
ONE_SPACE_NESTING = Code(
    "SRC210",
    "error",
    Message(fr="élément de liste décalé sans être imbriqué", en="list item shifted but not nested"),
    """\
**Quoi.** Un élément de liste est décalé d’un espace ou deux par rapport aux précédents, trop peu pour être imbriqué.

**Pourquoi.** Il paraît imbriqué dans le fichier et ne l’est pas dans le texte\u00a0: «\u00a0le 2° du a)\u00a0» ne désignerait pas ce que l’on voit.

**Exemple.** Sous `- élément`, un sous-élément commence par deux espaces\u00a0: `  - sous-élément`. Au même niveau, aucun décalage.""",
    Message(
        fr="imbriquer par deux espaces au moins (trois sous «\u00a01.\u00a0»), ou n’en mettre aucun",
        en="nest by two spaces or more (three under “1.”), or by none",
    ),
)
RENUMBERED_LIST = Code(
    "SRC211",
    "error",
    Message(
        fr="élément «\u00a0{found}\u00a0»\u00a0: Markdown l’afficherait «\u00a0{shown}\u00a0»",
        en="item “{found}”: Markdown would show it as “{shown}”",
    ),
    """\
**Quoi.** Les numéros d’une liste `1.` ou `1)` ne se suivent pas.

**Pourquoi.** Markdown renumérote\u00a0: 1, 3 s’afficherait 1, 2, et un renvoi au 3 serait faux.

**Exemple.** Corriger les numéros, ou employer des étiquettes que Markdown ne touche pas\u00a0: `- 1° …`, `- 3° …`.""",
    Message(
        fr="des numéros qui se suivent, ou des étiquettes «\u00a0- 1° …\u00a0»",
        en="numbers that run on, or labels such as “- 1° …”",
    ),
)
SWALLOWED_ITEM = Code(
    "SRC212",
    "error",
    Message(
        fr="«\u00a0{label}\u00a0» au début d’une ligne, à l’intérieur d’un paragraphe",
        en="“{label}” at the start of a line, inside a paragraph",
    ),
    """\
**Quoi.** Une ligne d’un paragraphe commence comme un élément de liste (`2.`, `3)`, `1°`, `a)`, `•`).

**Pourquoi.** Sans ligne vide avant elle, Markdown la rattache au paragraphe\u00a0: un élément de la liste n’en serait plus un.

**Exemple.** Laisser une ligne vide avant la liste\u00a0; si ce n’est pas une liste, remonter le nombre à la ligne précédente.""",
    Message(
        fr="laisser une ligne vide avant une liste, ou remonter ces mots à la ligne précédente",
        en="leave an empty line before a list, or move these words up to the line before",
    ),
)
TOO_NESTED = Code(
    "SRC213",
    "error",
    Message(fr="imbrication trop profonde", en="nested too deep"),
    """\
**Quoi.** Des listes ou des citations sont imbriquées sur plus de huit niveaux, ou une citation en contient une autre.

**Pourquoi.** Un texte de droit ne se lit plus au-delà, et une citation dans une citation n’appartiendrait à aucune opération.

**Exemple.** À l’intérieur d’un texte nouveau, citer entre guillemets («\u00a0…\u00a0»), non par un second `>`.""",
)
HEADING_UNNUMBERED = Code(
    "SRC214",
    "error",
    Message(fr="titre sans numéro\u00a0: «\u00a0{heading}\u00a0»", en="heading without a number: “{heading}”"),
    """\
**Quoi.** Un titre n’est ni «\u00a0Article 8 – …\u00a0», «\u00a08.1 – …\u00a0», ni «\u00a0Préambule\u00a0», «\u00a0Titre I\u00a0», «\u00a0Chapitre 2\u00a0», «\u00a0Section 1\u00a0» ou «\u00a0Annexe 1\u00a0».

**Pourquoi.** C’est par son numéro qu’une stipulation est désignée, modifiée et citée.

**Exemple.** `# Article 8 – La gouvernance`, `## 8.1 – Assemblée générale`. Un intertitre sans numéro s’écrit en **gras**, comme un alinéa.""",
    Message(
        fr="écrire «\u00a0# Article 8 – Intitulé\u00a0» ou «\u00a0## 8.1 – Intitulé\u00a0»",
        en="write “# Article 8 – Heading” or “## 8.1 – Heading”",
    ),
)
WORDS_BEFORE_HEADING = Code(
    "SRC215",
    "error",
    Message(
        fr="ces mots précèdent le premier titre du fichier\u00a0: ils n’appartiennent à aucun article",
        en="these words come before the file’s first heading: they belong to no article",
    ),
    """\
**Quoi.** Un fichier d’article commence par des mots, avant son titre.

**Pourquoi.** Des mots sans article ne peuvent être ni cités ni modifiés. Seules l’ouverture (premier fichier) et la clôture (dernier fichier) d’un acte n’ont pas de titre.

**Exemple.** Placer le titre `# Article 3 – …` en tête du fichier.""",
    Message(
        fr="mettre d’abord le titre («\u00a0# Article 3 – Durée\u00a0»)\u00a0; si ce sont les lignes de l’en-tête, les mettre entre deux lignes de trois tirets (---)",
        en="put the heading first (“# Article 3 – Durée”); if these are the lines of the header, put them between two lines of three hyphens (---)",
    ),
)
NO_WORDS = Code(
    "SRC216",
    "error",
    Message(fr="{article} n’a pas de texte", en="{article} has no words"),
    """\
**Quoi.** Un article n’a ni alinéa, ni tableau, ni sous-article.

**Pourquoi.** Un article vide est un oubli, ou un texte que l’on n’a pas. Dans le second cas, il faut le dire\u00a0: ce qu’il contenait est inconnu, et non absent.

**Exemple.** Taper le texte, ou écrire en tête du fichier, entre deux lignes `---` : `non-disponible: convention de 2018 non retrouvée`.""",
    Message(
        fr="taper le texte, ou dire pourquoi il manque\u00a0: «\u00a0non-disponible: motif\u00a0» en tête du fichier",
        en="type the words, or say why they are missing: “non-disponible: reason” at the top of the file",
    ),
)
NO_NEW_WORDS = Message(
    fr="mettre un chevron > devant ses lignes aussi\u00a0; si l’acte n’en a pas les mots (un plan, une image), le dire\u00a0: «\u00a0non-disponible: motif\u00a0» en tête du fichier",
    en="put a > before its lines too; if the act has no words of it (a map, an image), say so: “non-disponible: reason” at the top of the file",
).fill()
QUOTATION_IN_CONVENTION = Code(
    "SRC217",
    "error",
    Message(fr="citation (>) hors d’un avenant", en="quotation (>) outside an amendment"),
    """\
**Quoi.** Un article de la convention contient un bloc cité (`>`).

**Pourquoi.** Un bloc cité est le texte nouveau qu’apporte un avenant\u00a0; la convention, elle, n’en apporte aucun.

**Exemple.** Retirer les `>` : le texte de la convention s’écrit tel quel.""",
)
ARTICLE_TWICE = Code(
    "SRC218",
    "error",
    Message(fr="{article} figure deux fois", en="{article} appears twice"),
    """\
**Quoi.** Deux articles de la convention portent le même numéro.

**Pourquoi.** «\u00a0L’article 8\u00a0» ne désignerait plus rien de certain. (Dans un avenant, le second est nommé «\u00a05 (2)\u00a0» et un avertissement le signale.)

**Exemple.** Corriger l’un des deux numéros.""",
)
UNUSED_LACUNA = Code(
    "SRC219",
    "warning",
    Message(
        fr="«\u00a0non-disponible\u00a0» ne couvre plus rien\u00a0: tous les textes sont là",
        en="“non-disponible” covers nothing any more: all the words are there",
    ),
    """\
**Quoi.** Le fichier dit qu’un texte n’est pas disponible, mais chacun de ses articles a ses mots.

**Pourquoi.** Une lacune annoncée à tort fait douter d’un texte complet.

**Exemple.** Retirer la ligne `non-disponible: …`.""",
)

GLUED_HEADING = Code(
    "SRC221",
    "error",
    Message(
        fr="«\u00a0{line}\u00a0»\u00a0: sans espace après le dièse, ce n’est pas un titre",
        en="“{line}”: without a space after the #, it is no heading",
    ),
    """\
**Quoi.** Une ligne commence par un ou plusieurs dièses collés au mot qui suit.

**Pourquoi.** Markdown n’y voit pas un titre, mais un alinéa de plus de l’article qui précède\u00a0: la stipulation n’existerait pas, et les dièses seraient publiés.

**Exemple.** `# Article 8 – La gouvernance`, et non `#Article 8 – La gouvernance`. Pour un mot-dièse, écrire `\\#MotDièse`.""",
    Message(
        fr="écrire «\u00a0{right}\u00a0»\u00a0; pour le signe lui-même, écrire \\#",
        en="write “{right}”; for the sign itself, write \\#",
    ),
)
UNRULED_TABLE = Code(
    "SRC222",
    "error",
    Message(
        fr="ces lignes n’ont du tableau que les barres",
        en="these lines have nothing of a table but the bars",
    ),
    """\
**Quoi.** Une ligne commence par une barre `|`, et ce n’est pas la ligne d’un tableau.

**Pourquoi.** Sous la première ligne d’un tableau, il en faut une de tirets\u00a0: sans elle, Markdown met bout à bout les cellules, avec leurs barres, en un seul alinéa.

**Exemple.** `| Membre | Voix |`, puis `|---|---|`, puis une ligne par membre.""",
    Message(
        fr="sous la première ligne du tableau, ajouter «\u00a0{rule}\u00a0»\u00a0; une barre du texte s’écrit \\|",
        en="below the first line of the table, add “{rule}”; a bar of the text is written \\|",
    ),
)
LEFT_BOLD = Code(
    "SRC223",
    "warning",
    Message(
        fr="ces deux étoiles sont restées dans le texte\u00a0: rien n’y est en gras",
        en="these two stars have stayed in the text: nothing is bold there",
    ),
    """\
**Quoi.** Des étoiles `**` ne mettent aucun mot en gras\u00a0: il en manque à l’autre bout, ou une espace les sépare des mots.

**Pourquoi.** Elles seraient publiées comme des mots de l’acte.

**Exemple.** `**Durée.** Le groupement …`, et non `** Durée. ** Le groupement …`, ni `**Durée. Le groupement …`.""",
    Message(
        fr="coller les étoiles aux mots, des deux côtés\u00a0: **mots**\u00a0; pour les signes eux-mêmes, écrire \\*\\*",
        en="put the stars next to the words, on both sides: **words**; for the signs themselves, write \\*\\*",
    ),
)
RUN_ON_LINE = Code(
    "SRC225",
    "warning",
    Message(
        fr="cette ligne ne commence pas un alinéa\u00a0: elle continue la précédente",
        en="this line begins no alinéa: it goes on from the one before",
    ),
    """\
**Quoi.** Une phrase finit la ligne, la suivante commence sur une autre, et aucune ligne vide ne les sépare, alors qu’elle avait la place de tenir à sa suite.

**Pourquoi.** Sans ligne vide, Markdown n’en fait qu’un alinéa\u00a0: le compte des alinéas, par lequel les avenants désignent ce qu’ils changent, n’est plus celui de l’acte. C’est ce qui arrive à un texte collé depuis un traitement de texte.

**Exemple.** Deux alinéas\u00a0: `Le comité siège.`, une ligne vide, `Il vote.` Un seul\u00a0: `Le comité siège. Il vote.`""",
    Message(
        fr="laisser une ligne vide entre deux alinéas\u00a0; si c’est le même, remonter ces mots à la fin de la ligne précédente",
        en="leave an empty line between two alinéas; if it is the same, move these words up to the end of the line before",
    ),
)
EATEN_STARS = Code(
    "SRC224",
    "error",
    Message(
        fr="les signes «\u00a0{sign}\u00a0» autour de «\u00a0{words}\u00a0» ne s’afficheraient pas",
        en="the signs “{sign}” around “{words}” would not be shown",
    ),
    """\
**Quoi.** Deux étoiles, ou deux tirets bas, qui appellent une note, qui multiplient ou qui laissent un blanc (`__/__/____`), sont pris pour ceux qui mettent des mots en italique ou en gras.

**Pourquoi.** Ces signes de l’acte disparaîtraient du texte, et les mots qui les séparent seraient en italique\u00a0: `5*3 et 4*2` se lirait `53 et 42`.

**Exemple.** `Le prix (\\*) et les frais (\\*) sont hors taxes`, et non `Le prix (*) et les frais (*) sont hors taxes`. De même les chevrons d’une adresse\u00a0: `\\<contact@exemple.fr>`, et non `<contact@exemple.fr>`.""",
    Message(
        fr="mettre une barre oblique inversée devant chaque signe à garder\u00a0: \\*",
        en="put a backslash before each sign to be kept: \\*",
    ),
)
GLUED_ITEM = Code(
    "SRC226",
    "error",
    Message(
        fr="«\u00a0{line}\u00a0»\u00a0: ce n’est pas un élément de liste",
        en="“{line}”: this is no list item",
    ),
    """\
**Quoi.** Une ligne commence par un tiret collé au mot qui suit, par un tiret et une espace insécable, ou par une puce de traitement de texte (`•`).

**Pourquoi.** Markdown n’y voit qu’un alinéa comme un autre, dont le signe fait partie\u00a0: «\u00a0le premier tiret\u00a0» ne désignerait rien.

**Exemple.** `- les frais d’envoi ;`, et non `-les frais d’envoi ;`. L’espace insécable, qui ne se distingue pas de l’autre, vient souvent d’un copier-coller.""",
    Message(
        fr="écrire un tiret et une espace ordinaire\u00a0: «\u00a0{right}\u00a0»\u00a0; pour garder le tiret dans le texte, écrire \\-",
        en="write a hyphen and a plain space: “{right}”; to keep the hyphen in the text, write \\-",
    ),
)
TABS = Code(
    "SRC227",
    "warning",
    Message(
        fr="des tabulations séparent ici les mots, d’une ligne à l’autre, comme les cellules d’un tableau",
        en="tabs keep words apart here, line after line, as the cells of a table are",
    ),
    """\
**Quoi.** Deux lignes ou plus, à la suite, ont chacune autant de tabulations entre leurs mots.

**Pourquoi.** C’est ce que donne un tableau collé depuis un traitement de texte ou un tableur. Une tabulation n’est qu’une espace\u00a0: les cellules seraient mises bout à bout, en alinéas.

**Exemple.** `| Membre | Voix |`, puis `|---|---|`, puis une ligne par membre.""",
    Message(
        fr="écrire le tableau avec des barres\u00a0: | … | … |, et sous sa première ligne |---|---|\u00a0; si ce n’en est pas un, remplacer les tabulations par des espaces",
        en="write the table with bars: | … | … |, and below its first line |---|---|; if it is none, replace the tabs by spaces",
    ),
)
CUT_WORD = Code(
    "SRC228",
    "warning",
    Message(
        fr="ce mot est coupé par la fin de la ligne\u00a0: il garderait un trait d’union et une espace",
        en="this word is cut by the end of the line: it would keep a hyphen and a space",
    ),
    """\
**Quoi.** Une ligne finit par un trait d’union collé à un mot, et la suivante, dans le même alinéa, commence par une minuscule.

**Pourquoi.** Une fin de ligne vaut une espace\u00a0: «\u00a0signa-\u00a0», puis «\u00a0ture\u00a0», donneraient «\u00a0signa- ture\u00a0». C’est ce qui arrive à un texte copié d’un PDF.

**Exemple.** Réunir le mot sur une ligne\u00a0: `signature`, ou `sous-préfet`.""",
    Message(
        fr="mettre le mot entier sur une seule ligne, sans le trait d’union s’il n’est là que pour couper",
        en="put the whole word on one line, without the hyphen where it only cuts",
    ),
)
