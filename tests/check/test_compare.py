"""What a reader sees of two texts that share most of their articles is compared as if they shared none."""

from __future__ import annotations

from copy import deepcopy
from itertools import combinations

from clausier.check.agreement.compare import looks_alike
from support.drafting import amended, document

TEXT = document("""\
# Article 1 – Objet

Le groupement achète. Il partage.

# Article 2 – Membres

Trois membres.

# Article 3 – Bureau

Le bureau décide.

Il se réunit.

# Article 4 – Comité

Trois membres.
""")

# In pairs that look alike, or nearly.
CHANGES: tuple[tuple[str, str], ...] = (
    ("- supprimer: 1, al. 1, phr. 2", ""),
    ('- supprimer-mots: "1"\n  mots: Il partage.', ""),
    ("- remplacer: 3, al. 2", "> « Il siège. »"),
    ('- remplacer-mots: "3"\n  mots: se réunit\n  par: siège', ""),
    ("- remplacer: 3", "> « Le bureau décide.\n>\n> Il siège. »"),
    ("- compléter: 3", "> « Il siège. »"),
    ("- insérer-après: 3, al. 2", "> « Il siège. »"),
    ("- abroger: 2", ""),
    ("- abroger: 4", ""),
    ("- insérer-après: 2", "> # « Article 2 bis – Membres\n>\n> Trois membres. »"),
    ("- insérer-après: 1", "> # « Article 2 bis – Membres\n>\n> Trois membres. »"),
    ("- insérer-avant: 2", "> # « Article 2 bis – Membres\n>\n> Trois membres. »"),
    ("- déplacer: 4\n  après: 2", ""),
    ("- déplacer: 3\n  après: 4", ""),
    ("- renommer: 2\n  intitulé: Comité", ""),
    ("- suspendre: 2\n  jusqu-au: 2030-01-01", ""),
)


def test_texts_that_share_articles_look_alike_where_their_copies_do() -> None:
    texts = [TEXT, *(amended(TEXT, *change) for change in CHANGES)]
    for one, other in combinations(texts, 2):
        assert looks_alike(one, other) == looks_alike(deepcopy(one), other)
        assert looks_alike(one, other) == looks_alike(other, one)
    assert all(looks_alike(one, deepcopy(one)) for one in texts)
    alike = [(n, m) for (n, one), (m, other) in combinations(enumerate(texts), 2) if looks_alike(one, other)]
    # A sentence taken out, an alinéa reworded (three ways), one added, an article put in one place, two that change places.
    assert alike == [(1, 2), (3, 4), (3, 5), (4, 5), (6, 7), (11, 12), (13, 14)]
