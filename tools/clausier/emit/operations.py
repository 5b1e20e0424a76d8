"""What each operation does, and where it departs from its sentence, in French: « Remplace les mots « a » par les mots « b », 8.1, al. 9 »."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import assert_never

from clausier.consolidate import Timeline
from clausier.emit.dates import date_in_words, in_words
from clausier.model import operation as op
from clausier.model.dates import Date, When
from clausier.model.operation import Common, Operation
from clausier.model.provision import Provision
from clausier.model.target import Target, Unit


def said(operation: op.Operation, parties: Mapping[str, str], acts: Mapping[str, str]) -> str:
    """What an operation does, and until when, as what begins a sentence; `parties` and `acts` are names by id."""
    return _does(operation, parties, acts) + _until(operation.common.until)


def _does(operation: op.Operation, parties: Mapping[str, str], acts: Mapping[str, str]) -> str:
    match operation:
        case op.Replace(targets=targets):
            return f"Récrit {_named(targets)}"
        case op.Append(targets=targets, at_start=at_start):
            return f"Complète {_named(targets)}{', au début' if at_start else ''}"
        case op.InsertBeside(targets=targets, before=before):
            return f"Insère un texte {'avant' if before else 'après'} {_named(targets)}"
        case op.Substitute(targets=targets, words=words, new=""):
            return f"Supprime les mots {_words(words)}, {_within(targets)}"
        case op.Substitute(targets=targets, words=words, new=new):
            return f"Remplace les mots {_words(words)} par {_words(new)}, {_within(targets)}"
        case op.AddWords(targets=targets, anchor=anchor, new=new, before=before):
            return (
                f"Insère les mots {_words(new)} {'avant' if before else 'après'} {_words(anchor)}, {_within(targets)}"
            )
        case op.Repeal(targets=targets):
            return f"Abroge {_named(targets)}"
        case op.Delete(targets=targets):
            return f"Supprime {_named(targets)}"
        case op.Restore(targets=targets):
            return f"Rétablit {_named(targets)}"
        case op.Retitle(targets=targets, heading=words):
            return f"Renomme {_named(targets)} {_words(words)}"
        case op.Renumber(targets=targets, numbers=numbers):
            return f"Renumérote {_named(targets)}\u00a0: {', '.join(numbers)}"
        case op.Move(targets=targets, anchor=place, before=before):
            return f"Déplace {_named(targets)} {'avant' if before else 'après'} {_one(place)}"
        case op.Split(targets=targets, number=number):
            return f"Scinde {_named(targets)}\u00a0: la seconde partie devient {number}"
        case op.Join(targets=targets, number=number):
            return f"Réunit {_named(targets)}" + (f" en {number}" if number else "")
        case op.SetRow(targets=targets):
            return f"Remplace une ligne\u00a0: {_named(targets)}"
        case op.AddRow(targets=targets):
            return f"Ajoute une ligne\u00a0: {_named(targets)}"
        case op.DeleteRow(targets=targets):
            return f"Supprime une ligne\u00a0: {_named(targets)}"
        case op.Suspend(targets=targets):
            return f"Suspend {_named(targets)}"
        case op.Expire(targets=targets):
            return f"Met fin à {_named(targets)}"
        case op.Prolong(targets=targets):
            return f"Proroge {_named(targets)}"
        case op.Postpone(postponed=act, to=to):
            day = f" au {in_words(to.first)}" if isinstance(to, When) and to.exact else f"\u00a0: {date_in_words(to)}"
            return f"Reporte l’entrée en vigueur de {_act(act, acts)}{day}"
        case op.Annul(annulled=act):
            return f"Annule {_act(act, acts)}, comme s’il n’avait jamais existé"
        case op.Admit(party=party, name=name):
            return f"Admet un membre\u00a0: {name or parties.get(party, party)}"
        case op.Withdraw(party=party):
            return f"Prend acte d’un retrait\u00a0: {_party(party, parties)}"
        case op.MergeParties(parties=merged, into=into, name=name):
            old = ", ".join(_party(p, parties) for p in merged)
            return f"Réunit en un seul membre, {_words(name or parties.get(into, into))}\u00a0: {old}"
        case op.RenameParty(party=party, name=name):
            return f"Donne à {_party(party, parties)} le nom de {_words(name)}"
        case op.Represent(party=party, represented_by=person, quality=quality):
            return f"Dit qui représente {_party(party, parties)}\u00a0: {', '.join(filter(None, (person, quality)))}"
        case op.NoEffect(reason=reason):
            return f"Ne change aucun mot ({reason})"
        case _:
            assert_never(operation)


def _until(date: Date | None) -> str:
    if not isinstance(date, When):
        return ""
    return f", jusqu’au {in_words(date.last)}" if date.exact else f", jusqu’à un jour {date_in_words(date)}"


def _words(words: str) -> str:
    return f"«\u00a0{words}\u00a0»"


def _act(act: str, acts: Mapping[str, str]) -> str:
    return _words(acts.get(act, act))


def _party(party: str, parties: Mapping[str, str]) -> str:
    return parties.get(party, party)


def _within(targets: Iterable[Target]) -> str:
    return ", ".join(f"à {named}" if (named := _one(t)).startswith("l’") else f"dans {named}" for t in targets)


def _named(targets: Iterable[Target]) -> str:
    return ", ".join(_one(target) for target in targets)


def _one(target: Target) -> str:
    words = re.sub(r'"([^"]*)"', "«\u00a0\\1\u00a0»", target.words)  # a target has straight quotes; a sentence has not
    match target.steps:
        case () if not target.act:
            return "toute la convention"
        case (Unit(kind="article"), *_) if not target.act:
            return f"l’article\u00a0{words}"
        case (Unit(kind="annex"), *_) if not target.act:
            return f"l’{words}"
        case _:
            return words


_UNITS = {
    "opening": "ouverture",
    "preamble": "préambule",
    "annex": "annexe",
    "division": "division",
    "closing": "clôture",
    "term": "durée",  # what the file of the convention says of its last day
}


def origins(provision: Provision) -> frozenset[str]:
    """What wrote the provision's own words, heading, number and status, those below it left out."""
    found: set[str] = {o for o in (provision.number_origin, provision.status_origin) if o}
    found.update(alinea.status_origin for alinea in provision.alineas if alinea.status_origin)
    return frozenset(found.union(*(text.origins() for text in provision.texts)))


def noted(provision: Provision, timeline: Timeline, *, below: bool = False) -> tuple[Operation, ...]:
    """The operations with a note d'édition whose result stands in the provision (and, `below`, in those under it)."""
    if not timeline.noted:
        return ()
    found: set[str] = set()
    for p in provision.walk() if below else (provision,):
        found |= origins(p)
    return tuple(o for o in timeline.noted if o.common.id in found)


def article_of(common: Common) -> str:
    """Where in its act an operation stands, in French."""
    return part_of_act(common.article)


def part_of_act(name: str) -> str:
    """A part of an act by its name, in French: `art. 3`, `préambule`, `annexe 2`."""
    kind, _, number = name.partition(" ")
    if kind in _UNITS:
        return f"{_UNITS[kind]} {number}".strip()
    return f"art.\u00a0{name}"


def note_line(operation: Operation) -> str:
    """A note as a line of French: which operation departs from the letter of its sentence, and why."""
    common = operation.common
    return f"Note d’édition ({common.act}, {article_of(common)})\u00a0: {common.editorial_note}"
