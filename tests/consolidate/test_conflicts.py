"""Pairs that the acts of a day leave open: what is told from numbers alone is what trying every act on every other's words tells."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import combinations, product

import pytest

from clausier.amend import Footprint, footprint, named, reach
from clausier.consolidate import run
from clausier.consolidate.conflicts import conflicts
from clausier.consolidate.states import States
from clausier.consolidate.timeline import Event
from clausier.diagnostics import has_errors
from clausier.model.operation import TextOperation
from clausier.model.provision import Provision
from clausier.refs.index import index_of
from clausier.refs.places import walk
from clausier.source.headings import number_key
from support.drafting import amendment, document, on, operation, replace

TEXT = document("""\
# Préambule

Les membres se groupent.

# Titre I – Principes

## Article 1er – Objet

Le groupement achète. Il partage.

- 1° acheter ;
- 2° partager.

### 1.1 – Durée

La durée est de trois ans.

### 1.2 – Siège

Le siège est à Metz.

#### A – Locaux

Deux salles.

## Article 2 – Membres

Trois membres.

# Titre II – Organes

## Article 3 – Bureau

Le bureau décide. Il se réunit.

### A – Séances

Deux séances.

### B – Votes

Un vote.

| Membre | Voix |
| --- | --- |
| Aube | dix |

## Article 4 – Comité

Le comité propose.

Il rend compte.

# Article 5 – Litiges

Le juge décide.

# Article 5 bis – Durée

Cinq ans.

# Annexe 2 – Parts

Deux parts.
""")

OPERATIONS: tuple[tuple[str, str], ...] = (
    ("- remplacer-mots: 1\n  mots: achète\n  par: loue", ""),
    ("- remplacer-mots: 1.1\n  mots: trois\n  par: deux", ""),
    ("- remplacer-mots: 3\n  mots: Deux\n  par: Trois", ""),
    ('- remplacer-mots: "*"\n  mots: Deux\n  par: Trois\n  occurrences: toutes', ""),
    ("- remplacer: 1", "> « Tout autre. »"),
    ("- remplacer: 3", "> « Autre bureau.\n>\n> ## A – Autres séances\n>\n> Trois. »"),
    ("- remplacer: 1, al. 1, phr. 1", "> « Il agit. »"),
    ("- remplacer: 1, 2°", "> « 2° tout partager. »"),
    ("- remplacer: 6", "> « Rien. »"),
    ("- supprimer: 4, al. 1", ""),
    ("- supprimer: 4, al. 2", ""),
    ("- supprimer: 1, al. 1, phr. 2", ""),
    ("- abroger: 1.1", ""),
    ("- abroger: 2", ""),
    ("- abroger: titre II", ""),
    ("- abroger: 3 à 4", ""),
    ("- abroger: 3, A", ""),
    ("- renuméroter: 1\n  en: 9", ""),
    ("- renuméroter: 9\n  en: 10", ""),
    ("- renuméroter: [3, 4]\n  en: [4, 3]", ""),
    ("- renuméroter: 1.2\n  en: 1.3", ""),
    ("- renuméroter: 5\n  en: 6", ""),
    ("- renuméroter: 6\n  en: 5", ""),
    ("- renuméroter: 1, 2°\n  en: 3°", ""),
    ("- renuméroter: titre II\n  en: III", ""),
    ("- renuméroter: 3, B\n  en: C", ""),
    ("- insérer-après: 2", "> # « Article 6\n>\n> Un article neuf. »"),
    ("- insérer-après: 1", "> # « Article 1 bis\n>\n> Un autre. »"),
    ("- insérer-avant: 4, al. 1", "> « Un alinéa neuf. »"),
    ("- compléter: 1", "> ## « 1.3 – Nom\n>\n> Le nom. »"),
    ("- compléter: titre I", "> # « Article 6\n>\n> Encore un. »"),
    ("- compléter: préambule", "> « Vu la loi. »"),
    ("- compléter: 4", "> « Il siège. »"),
    ("- compléter: annexe 2", "> « Trois parts. »"),
    ("- déplacer: 1.2\n  avant: 1.1", ""),
    ("- déplacer: 1.2\n  après: 5", ""),
    ("- déplacer: 2\n  après: 3", ""),
    ("- déplacer: titre II\n  avant: titre I", ""),
    ("- déplacer: 4, al. 2\n  avant: 4, al. 1", ""),
    ("- réunir: [1.1, 1.2]\n  en: 1.1", ""),
    ("- réunir: [3, 4]\n  en: 3", ""),
    ("- scinder: 4\n  à: 4, al. 2\n  en: 4 bis", ""),
    ("- scinder: 1\n  à: 1, al. 2\n  en: 6", ""),
    ("- renommer: 1.1\n  intitulé: Temps", ""),
    ("- renommer: 2\n  intitulé: Adhérents", ""),
    ("- remplacer-mots: 1.1, titre\n  mots: Durée\n  par: Temps", ""),
    ("- remplacer-mots: « Durée »\n  mots: ans\n  par: mois", ""),
    ("- remplacer-mots: 9.1\n  mots: ans\n  par: mois", ""),
    ("- supprimer-mots: 1.3\n  mots: Metz", ""),
    ('- remplacer-ligne: 3, B, tableau 1, ligne "Aube"\n  cellules: [Aube, douze]', ""),
    ("- suspendre: 1.2\n  jusqu-au: 2030-01-01", ""),
    ("- abroger: 3\n  lecture: résultat", ""),
)
# What an act makes and then names.
CHAINS: tuple[tuple[tuple[str, str], ...], ...] = (
    (OPERATIONS[0], ("- remplacer-mots: 1\n  mots: loue\n  par: prête", "")),
    (OPERATIONS[1], ("- remplacer-mots: 1\n  mots: deux ans\n  par: un an", "")),
    (OPERATIONS[26], ("- remplacer-mots: 6\n  mots: neuf\n  par: vieux", "")),
    (OPERATIONS[17], OPERATIONS[47]),
    (OPERATIONS[17], OPERATIONS[18]),
    (OPERATIONS[29], ("- supprimer-mots: 1.3\n  mots: Le", "")),
    (OPERATIONS[32], ("- supprimer: 4, al. 3", ""), OPERATIONS[9]),
)
DAY = on("2021-01-01")


def a_day(seed: random.Random) -> list[Event]:
    """Two or three acts of a day, of one to three operations each."""
    return [an_act(f"act-{act}", seed) for act in range(seed.choice((2, 3)))]


def an_act(name: str, seed: random.Random) -> Event:
    chosen = seed.choice(CHAINS) if seed.random() < 0.4 else seed.sample(OPERATIONS, seed.choice((1, 2, 2, 3)))
    read = (operation(*one, act=name) for one in chosen)
    named_apart = (replace(o, common=replace(o.common, id=f"{name}/1#{n}")) for n, o in enumerate(read, start=1))
    return Event(id=name, act=name, date=DAY, operations=tuple(named_apart))


def told(events: list[Event]) -> list[tuple[str, str]]:
    """The pairs as they are told."""
    acts = tuple(amendment(event.id, "2021-01-01") for event in events)
    states = States(TEXT, {event.id: event for event in events})
    values = [dict(found.message.values) for found in conflicts(acts, tuple(events), states)]
    return [(str(value["first"]), str(value["second"])) for value in values]


def defined(events: list[Event]) -> list[tuple[str, str]]:
    """The pairs as they are defined: every operation of one act against every one of another, every act against every name."""
    marks = {event.id: tuple(_marks(event)) for event in events}
    return [pair for one, other in combinations(events, 2) for pair in sorted(_of_two(one, other, marks))]


_Mark = tuple[TextOperation, Provision, Footprint, bool]


def _marks(event: Event) -> Iterator[_Mark]:
    own = TEXT
    for one in event.operations:
        found = footprint(one, TEXT)
        if found is not None:
            yield one, TEXT, found, False
        else:
            yield one, own, footprint(one, own) or Footprint(), True
        own = run((one,), own).document


def _of_two(one: Event, other: Event, marks: dict[str, tuple[_Mark, ...]]) -> set[tuple[str, str]]:
    found = set()
    for (a, _, mine, rough), (b, _, theirs, coarse) in product(marks[one.id], marks[other.id]):
        whole = rough or coarse
        if (mine.coarse() if whole else mine).touches(theirs.coarse() if whole else theirs):
            found.add((a.common.id, b.common.id))
    for event, of, turned in ((one, other, False), (other, one, True)):
        for named_by, text, _, _ in marks[of.id]:
            if culprit := _renaming(event, named_by, text):
                pair = (culprit.common.id, named_by.common.id)
                found.add(pair[::-1] if turned else pair)
    return found


def _renaming(event: Event, one: TextOperation, text: Provision) -> TextOperation | None:
    meant = named(one, text)
    after = run(event.operations, text)
    if has_errors(after.findings) or named(one, after.document) == meant:
        return None
    alone = (o for o in event.operations if named(one, run((o,), text).document) != meant)
    return next(alone, event.operations[0])


@pytest.mark.parametrize("seed", range(120))
def test_the_pairs_that_are_told_are_those_of_the_definition(seed: int) -> None:
    events = a_day(random.Random(seed))  # noqa: S311 - acts to try, no secrets
    assert told(events) == defined(events)


def test_an_act_renames_nothing_out_of_its_reach() -> None:
    """Each operation, alone and behind another of its act, against each name."""
    seed = random.Random(1)  # noqa: S311 - acts to try, no secrets
    every = [operation(*one) for one in OPERATIONS]
    acts = [(one,) for one in every] + [tuple(seed.sample(every, 2)) for _ in range(200)]
    spared = renamed = 0
    for act in acts:
        theirs, after = reach(act, TEXT), run(act, TEXT).document
        for one in every:
            mine = reach((one,), TEXT)
            another = named(one, TEXT) != named(one, after)
            renamed += another
            if mine and theirs and not theirs.may_rename(mine):
                spared += 1
                assert not another, ([o.common.verb for o in act], one)
    assert renamed > 500
    assert spared > len(acts) * len(every) / 3


def test_units_are_found_where_acts_have_put_them() -> None:
    seed = random.Random(2)  # noqa: S311 - acts to try, no secrets
    every = [operation(*one) for one in OPERATIONS]
    for _ in range(40):
        text = TEXT
        for one in seed.sample(every, 20):
            text = run((one,), text).document
            index = index_of(text)
            numbers: dict[str, list[tuple[int, ...]]] = {}
            for path, unit in walk(text):
                assert index.path_of(unit.id) == path
                numbers.setdefault(number_key(unit.number), []).append(path)
            assert all(list(index.numbered(key)) == paths for key, paths in numbers.items() if key)
            gone = {unit.id for unit in TEXT.walk()} - {unit.id for unit in text.walk()}
            assert not any(index.path_of(identity) for identity in gone)
