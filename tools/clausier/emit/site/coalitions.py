"""Who can win and who can block in each body, under each reading of what the text leaves open, with the words it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from clausier.decide.assume import ManyReadingsError
from clausier.decide.coalitions import Answer, Outcome, coalitions, majorities
from clausier.decide.docket import Docket, bodies
from clausier.decide.seats import Known, members_of, open_questions, told_apart
from clausier.emit.answer_words import label_of
from clausier.emit.html import escape
from clausier.emit.site.atlas import Atlas
from clausier.emit.site.bodies import title
from clausier.emit.site.game import facts, in_brief
from clausier.emit.site.grounds import cited, ground
from clausier.emit.site.members import counted
from clausier.emit.site.names import named
from clausier.emit.site.page import BEHIND, Page, block, grid, heading, listing, paragraph
from clausier.emit.site.rules import said
from clausier.emit.site.text import original_note
from clausier.rules.bound import BoundRule
from clausier.rules.evaluation import Need
from clausier.rules.kinds import Composition, Majority
from clausier.text.words import capitalised

PAGE = Page(path="coalitions.html", title="Vetos et coalitions", nav="Vetos et coalitions", weight=BEHIND)
_TOO_MANY = "Le texte laisse trop de lectures possibles pour les donner une à une."


class _Game(Struct, frozen=True):
    """A majority of a body: for which matter and round, by which rules, and its answers, those that are alike together."""

    matter: str
    slot: str
    docket: Docket
    groups: tuple[tuple[Answer, ...], ...]

    @property
    def every(self) -> list[Answer]:
        return [answer for group in self.groups for answer in group]


def markdown(atlas: Atlas) -> str:
    """All bodies in brief, then each with its majorities, then how to read the figures."""
    rules = atlas.rules.applicable(atlas.latest.id)
    known = Known(members=members_of(atlas.timeline, atlas.latest))
    found = {body: list(_games(rules, body, known)) for body in bodies(rules)}
    votes = any(isinstance(rule.rule, Composition) and rule.rule.voting for rule in rules)
    simulate = PAGE.link("simuler.html", "en simulant un vote")
    changes = f"Ce que l’absence, l’abstention ou le quorum y changent se voit {simulate}. " if votes else ""
    lead = paragraph(
        "Qui, ensemble, peut faire adopter, et qui peut empêcher. La réunion est la plus simple\u00a0: tous les sièges sont là, "
        f"et chacun vote pour ou contre. {changes}"
        "Ce que le texte laisse ouvert est montré sous chaque lecture, jamais tranché."
    )
    parts = [heading(1, PAGE.title), block("lead", original_note(PAGE, atlas), lead, counted(PAGE, atlas))]
    if found:
        columns = ("Instance", "Ce qu’il faut pour adopter", "Qui peut bloquer seul")
        rows = [_row(body, game, atlas) for body, games in found.items() for game in games]
        parts.append(block("site", grid("En bref", columns, rows)))
    for body, games in found.items():
        parts.append(heading(2, title(body, atlas), body))
        parts.append(block("site", *(part for game in games for part in _game(game, atlas, several=len(games) > 1))))
    if anywhere := [rule for rule in rules if isinstance(rule.rule, Majority) and not rule.source.body]:
        parts.append(heading(2, "Des majorités sans instance", "sans-instance"))
        parts.append(block("site", listing((_anywhere(rule, atlas) for rule in anywhere), "norms")))
    if others := [body for body in dict.fromkeys(r.source.body for r in rules) if body and body not in found]:
        silent = ", ".join(escape(title(body, atlas)) for body in others)
        parts.append(
            block("site", paragraph(f"Aucune règle ne dit qui siège, et rien ne se calcule\u00a0: {silent}.", "silent"))
        )
    if not found:
        parts.append(block("site", paragraph("Aucune règle ne dit qui siège dans une instance.")))
    else:
        parts += [heading(2, "Comment lire ces chiffres", "lire"), block("site", *_how_to_read())]
    return PAGE.markdown(parts)


def _anywhere(rule: BoundRule, atlas: Atlas) -> str:
    """A majority of which no words say in which body: it says what it asks for, not of whom."""
    matter = f"<strong>{escape(named(rule.source.matter, atlas))}</strong>\u00a0: " if rule.source.matter else ""
    words = said(rule.rule, atlas)
    return f"{matter}{words[0].lower() if matter else words[0]}{words[1:]}\n{ground(rule, atlas, PAGE)}"


def _games(rules: Iterable[BoundRule], body: str, known: Known) -> Iterator[_Game]:
    for matter, made, slot in majorities(rules, body):
        try:
            answers = coalitions(made, slot, known, {})
        except ManyReadingsError:
            answers = ()
        groups: dict[tuple[Outcome | None, Need | None], list[Answer]] = {}
        for answer in answers:
            groups.setdefault((answer.outcome, answer.missing), []).append(answer)
        yield _Game(matter, slot, made, tuple(map(tuple, groups.values())))


def _row(body: str, game: _Game, atlas: Atlas) -> Iterator[str]:
    about = ", ".join((named(body, atlas), *_about(game, atlas)))
    yield f'<a href="#{escape(body)}">{escape(capitalised(about))}</a>'
    said = [in_brief(group[0].outcome, atlas) if group[0].outcome else ("indéterminé",) * 2 for group in game.groups]
    for column in zip(*said, strict=True) if said else (["trop de lectures"],) * 2:
        ways = list(dict.fromkeys(column))
        reading = "selon la lecture\u00a0: " if len(ways) > 1 else ""
        yield escape(f"{reading}{', ou '.join(ways)}")


def _about(game: _Game, atlas: Atlas) -> Iterator[str]:
    """For what, and in which round, where it is not every one."""
    if game.matter:
        yield named(game.matter, atlas)
    if turn := int(game.slot.rpartition("/")[2]):
        yield f"tour n°\u00a0{turn}"


def _game(game: _Game, atlas: Atlas, *, several: bool) -> Iterator[str]:
    about = ", ".join(_about(game, atlas))
    if about or several:
        yield paragraph(f"<strong>{escape(capitalised(about or 'tout autre objet'))}</strong>", "asked")
    yield from _rests_on(game, atlas)
    if not game.groups:
        yield paragraph(f"<strong>Indéterminé.</strong> {_TOO_MANY}")
    for group in game.groups:
        yield block("game", *_reading(game, group), *_answer(group[0], game, atlas))


def _rests_on(game: _Game, atlas: Atlas) -> Iterator[str]:
    stated = game.docket.slot(game.slot)
    for rule in stated:
        yield ground(rule, atlas, PAGE)
    if not stated:
        yield paragraph("Aucune règle n’énonce de majorité\u00a0: chacune des plus courantes est montrée.", "silent")
    weights = [rule for name in game.docket.weights for rule in game.docket.slot(name)]
    seated = "\u00a0; ".join(cited(rule, atlas, PAGE) for rule in (*game.docket.compositions, *weights))
    if seated:
        yield paragraph(f"Qui siège, et avec combien de voix\u00a0: {seated}.", "silent")


def _reading(game: _Game, group: tuple[Answer, ...]) -> Iterator[str]:
    """Under which readings the answer is that of `group`."""
    every = game.every
    if len(every) == 1 or (len(group) == len(every) and group[0].missing):
        return
    if len(group) == len(every):
        yield paragraph(f"La réponse est la même sous les {len(every)} lectures possibles.", "reading")
        return
    labels = {
        (q.key, case): label or label_of(case)
        for q in open_questions(game.docket, game.slot)
        for case, label in q.cases
    }
    own = [answer.assumes for answer in group]
    apart = told_apart(own, [answer.assumes for answer in every])
    ways = [apart] if apart else [tuple((key, (case,)) for key, case in one.items()) for one in own]
    for way in ways:
        words = [" ou ".join(f"«\u00a0{labels[key, case]}\u00a0»" for case in cases) for key, cases in way]
        yield paragraph(f"<strong>Si l’on retient</strong> {escape(', et '.join(words))}\u00a0:", "reading")


def _answer(answer: Answer, game: _Game, atlas: Atlas) -> Iterator[str]:
    if answer.missing is not None:
        yield paragraph(f"<strong>Indéterminé</strong>\u00a0: {_missing(answer.missing, game, atlas)}.")
    if answer.outcome is not None:
        yield from facts(answer.outcome, atlas)
    if answer.tie is not None:
        counted = "c’est compté ici" if answer.tie.counted else "ce n’est pas compté ici"
        yield paragraph(f"À égalité, une voix l’emporte ({cited(answer.tie.rule, atlas, PAGE)})\u00a0: {counted}.")


def _missing(need: Need, game: _Game, atlas: Atlas) -> str:
    """What the rules do not say."""
    what, _, name = need.name.rpartition("/")
    if need.what == "set" and what == "designated":
        asking = (r for r in game.docket.compositions if isinstance(r.rule, Composition) and r.rule.given_as == name)
        places = "\u00a0; ".join(cited(r, atlas, PAGE) for r in asking)
        who = f" ({places})" if places else ""
        return f"le texte ne dit pas qui siège dans «\u00a0{escape(named(name, atlas))}\u00a0»{who}"
    asked = {"set": "qui compte parmi", "column": "la donnée", "total": "le total de"}.get(need.what, "")
    return f"il manque {asked} «\u00a0{escape(named(need.name, atlas))}\u00a0»".replace("manque  ", "manque ")


def _how_to_read() -> Iterator[str]:
    yield paragraph(
        "Une coalition <strong>gagne</strong> quand ses seules voix pour suffisent\u00a0; elle <strong>bloque</strong> quand les "
        "autres, sans elle, ne suffisent pas. Sont données les plus petites\u00a0: qu’un siège s’en aille, et elles ne gagnent, ou ne "
        "bloquent, plus."
    )
    yield paragraph(
        "<strong>Banzhaf</strong>\u00a0: de toutes les fois où un siège, en rejoignant une coalition, la fait gagner, la part qui "
        "revient à chacun. <strong>Shapley-Shubik</strong>\u00a0: si les sièges se rallient l’un après l’autre, dans tous les ordres "
        "possibles, la part de ceux où c’est ce siège qui fait gagner. Ces parts disent ce que chacun pèse sur le résultat, qui n’est "
        "pas sa part des voix."
    )
