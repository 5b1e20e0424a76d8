"""The rules in force: each with the words that state it, what it says, on what condition, and since when."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import assert_never

from clausier.emit.dates import from_day, in_words
from clausier.emit.html import escape
from clausier.emit.operations import part_of_act
from clausier.emit.quotas import figure
from clausier.emit.site.atlas import Atlas, title
from clausier.emit.site.conduct import either
from clausier.emit.site.conduct import said as conduct_said
from clausier.emit.site.grounds import rule_link, where
from clausier.emit.site.names import listed, named, of_data, rule_name
from clausier.emit.site.page import BEHIND, Page, block, folded, heading, listing, paragraph
from clausier.emit.site.text import original_note
from clausier.rules import kinds
from clausier.rules.bound import BoundRule
from clausier.rules.conditions import to_json
from clausier.rules.criteria import Criteria, Criterion, Fixed, Required, Test, Threshold
from clausier.rules.settled import Open, Settled, open_parameters
from clausier.rules.values import Duration, Periodicity, Relative, Share
from clausier.rules.vocabulary import french_reading
from clausier.text.words import capitalised

PAGE = Page(path="regles.html", title="Les règles en vigueur", nav="Les règles", weight=BEHIND)
_SEATS = {"members": "un siège par membre", "designated": "ceux qui sont désignés"}
_MEASURES = {"votes": "des voix", "heads": "des sièges"}
_UNITS = {"hour": "heure", "day": "jour", "week": "semaine", "month": "mois", "year": "an"}
_COUNTING = {"calendar": "", "clear": " francs", "business": " ouvrés", "working": " ouvrables"}
_HOLIDAYS = {"france": "ceux de France", "alsace-moselle": "ceux d’Alsace et de Moselle"}
_BASES = {
    "all": "l’ensemble",
    "present": "les présents",
    "present-or-represented": "les présents ou représentés",
    "voters": "les votants",
    "voters-or-abstained": "les votants et les abstentions",
    "cast": "les exprimés",
    "cast-or-blank": "les exprimés et les blancs",
    "cast-or-abstained": "les exprimés et les abstentions",
    "cast-blank-or-abstained": "les exprimés, les blancs et les abstentions",
    "total": "le total déclaré",
}


def markdown(atlas: Atlas) -> str:
    """The rules of the text in force, in the order of its articles."""
    found = atlas.rules.of(atlas.latest.id)
    parts = [
        heading(1, PAGE.title),
        block(
            "lead",
            original_note(PAGE, atlas),
            paragraph(
                "Une règle reprend, dans une forme qu’un logiciel peut appliquer, ce que des mots du texte imposent ou "
                "décident. Ses chiffres sont lus dans ces mots. Ce qu’ils laissent ouvert est montré, jamais tranché."
            ),
        ),
    ]
    for place, rules in _by_place(found, atlas):
        parts.append(heading(2, place))
        for rule in rules:
            parts += [heading(3, capitalised(rule_name(rule, atlas)), rule.id), block("rule", *_rule(rule, atlas))]
    if not found:
        parts.append(block("site", paragraph("Aucune règle n’est enregistrée.")))
    return PAGE.markdown(parts)


def _by_place(found: Iterable[BoundRule], atlas: Atlas) -> Iterator[tuple[str, list[BoundRule]]]:
    """The rules of each provision under its heading, in reading order; then those of the acts' own words."""
    places: dict[tuple[str, str], list[BoundRule]] = {}
    for rule in found:
        places.setdefault((rule.place.act, rule.place.provision), []).append(rule)
    provisions = {p.id: p for p in atlas.latest.document.walk()}
    rank = {identity: n for n, identity in enumerate(provisions)}
    for act, identity in sorted(places, key=lambda p: (p[0], rank.get(p[1], 0))):
        rules = places[act, identity]
        own = f"{atlas.acts[act].name}, {part_of_act(rules[0].place.number)}" if act else title(provisions[identity])
        yield own, rules


def _rule(rule: BoundRule, atlas: Atlas) -> Iterator[str]:
    matter = f", objet\u00a0: {escape(rule.source.matter)}" if rule.source.matter else ""
    yield paragraph(f"<code>{escape(rule.id)}</code>{matter}", "about")
    if rule.overridden_by:
        yield paragraph(f"Écartée par la règle {rule_link(rule.overridden_by, PAGE)}, qui prévaut.", "overridden")
    if rule.quote:
        yield f'<blockquote class="said"><p>{escape(rule.quote)}</p></blockquote>'
    yield paragraph(f"{where(rule, atlas, PAGE)}, {escape(_valid(rule))}.", "where-said")
    yield paragraph(said(rule.rule, atlas), "value")
    if opened := list(_readings(rule.rule)):
        yield paragraph("Les mots laissent ouvert\u00a0:", "open")
        yield listing(opened, "readings")
    if rule.condition is not None:
        condition = json.dumps(to_json(rule.condition), ensure_ascii=False)
        yield folded("La condition, pour un logiciel", f"<pre><code>{escape(condition)}</code></pre>", kind="condition")


def _valid(rule: BoundRule) -> str:
    if rule.valid is None:
        return "en vigueur à aucune date certaine"
    until = f" et jusqu’au {in_words(rule.valid.last)}" if rule.valid.last else ""
    return f"en vigueur de façon certaine {from_day(rule.valid.first)}{until}"


def said(rule: kinds.Rule, atlas: Atlas) -> str:
    """What a rule says, as HTML that begins a sentence."""
    match rule:
        case kinds.Majority():
            turn = f"Au tour n°\u00a0{rule.round}, est" if rule.round else "Est"
            return f"{turn} adopté ce qui réunit {_tests(rule.tests, atlas)}."
        case kinds.Quorum():
            return _quorum(rule, atlas)
        case kinds.Weights(figure=kinds.Figure(column=column)):
            return f"Les voix de chaque siège dépendent {escape(of_data(column, atlas))}."
        case kinds.Weights(each=None):
            votes = sum((v for _, v in rule.by), Fraction(0))
            return f"{len(rule.by)} sièges se partagent {figure(votes)}\u00a0voix."
        case kinds.Weights(each=each):
            college = f" du collège {escape(_quoted(rule.among, atlas))}" if rule.among else ""
            return f"Chaque siège{college} a {'une' if each == 1 else figure(each or Fraction(0))}\u00a0voix."
        case kinds.Ballot(rounds=rounds):
            return f"Le vote a lieu en {rounds} tour{'s' if rounds > 1 else ''} au plus."
        case kinds.Composition():
            seats = either(rule.seats, lambda found: ", ".join(_SEATS.get(s) or named(s, atlas) for s in found))
            voting = "avec" if rule.voting else "sans"
            college = f"Le collège {escape(_quoted(rule.college, atlas))}" if rule.college else "L’instance"
            return f"{college} comprend, {voting} droit de vote\u00a0: {escape(seats)}."
        case kinds.Proxy():
            if not rule.allowed:
                return "Nul ne peut donner pouvoir à un autre."
            limit = f"\u00a0; {rule.limit} au plus par siège" if rule.limit else ""
            return f"Un absent peut donner pouvoir{limit}."
        case kinds.CastingVote():
            who = f"la voix de {escape(_quoted(rule.seat, atlas))}" if rule.seat else "la voix de qui préside"
            return f"À égalité, {who} l’emporte{', sauf au scrutin secret' if rule.open_only else ''}."
        case kinds.Recusal():
            counts = either(rule.counts, lambda counts: "compte" if counts == "counted" else "ne compte pas")
            return f"Qui ne peut pas voter {counts} parmi les sièges et les présents."
        case kinds.Frequency():
            return f"Au moins {escape(either(rule.rhythm, rhythm_words))}."
        case kinds.Deadline():
            bound = "au moins" if rule.bound == "at-least" else "au plus"
            side = "avant" if rule.side == "before" else "après"
            length = either(rule.length, _duration)
            event, of = (f"«\u00a0{escape(named(name, atlas))}\u00a0»" for name in (rule.event, rule.of))
            return f"{event} a lieu {bound} {escape(length)} {side} {of}{_counted(rule)}."
        case kinds.Precedence():
            over = ", ".join(atlas.act_names.get(act, act) for act in rule.over)
            scope = f"\u00a0: {escape(rule.scope)}" if rule.scope else ""
            return f"{escape(atlas.act_names.get(rule.prevails, rule.prevails))} prévaut sur {escape(over)}{scope}."
        case kinds.Definition():
            return f"«\u00a0{escape(rule.term)}\u00a0»\u00a0: {escape(rule.meaning.removesuffix('.'))}."
        case kinds.Norm():
            return _norm(rule, atlas)
        case (
            kinds.Competence()
            | kinds.Procedure()
            | kinds.Classification()
            | kinds.CostSharing()
            | kinds.Exemption()
            | kinds.Lasting()
        ):
            return conduct_said(rule, _duration, lambda name: named(name, atlas))
        case _:
            assert_never(rule)


def _norm(rule: kinds.Norm, atlas: Atlas) -> str:
    what = {"duty": "Obligation", "permission": "Permission", "prohibition": "Interdiction"}[rule.modality]
    bearer = listed(rule.bearer, atlas) or "de qui, les mots ne le disent pas"
    rest = "".join(
        f"\u00a0; {title}\u00a0: {words}"
        for title, words in (
            ("condition", rule.condition),
            ("délai", rule.deadline),
            ("délai fixé par", listed(rule.set_by, atlas)),
            ("envers", listed(rule.beneficiary, atlas)),
        )
        if words
    )
    return escape(f"{what} ({bearer})\u00a0: {rule.action}{rest}.")


def _quorum(rule: kinds.Quorum, atlas: Atlas) -> str:
    which = "Sur seconde convocation, le" if rule.again else "Le"
    if rule.applies == Settled("no"):
        return "Il n’y a pas de seconde réunion." if rule.again else "Aucun quorum n’est requis."
    if rule.tests is None:
        return f"{which} quorum n’est plus requis."
    represented = "" if rule.proxies == Settled("not-counted") else ", pouvoirs compris si les mots le permettent"
    return f"{which} quorum est atteint avec {_tests(rule.tests, atlas)}{represented}."


def _tests(tests: Test, atlas: Atlas) -> str:
    match tests:
        case Required():
            return escape(f"l’accord ou la présence de {listed(tests.seats, atlas)}")
        case Criteria():
            word = " et " if tests.how == "all" else " ou "
            return word.join(_tests(part, atlas) for part in tests.of)
        case Criterion():
            threshold = either(tests.threshold, _threshold)
            measure = either(tests.measure, lambda measure: _MEASURES.get(measure) or of_data(measure, atlas))
            if tests.blocking:
                return escape(f"moins d’opposants que {threshold} {measure}")
            group = either(tests.among, lambda group: _group(group, atlas))
            of = "laissée ouverte" if isinstance(tests.base, Open) else _BASES[tests.base.value]
            return escape(f"{threshold} {measure}{group} (assiette\u00a0: {of})")
        case _:
            assert_never(tests)


def _group(group: str, atlas: Atlas) -> str:
    return {"": "", "members": " des membres"}.get(group, f" du groupe {_quoted(group, atlas)}")


def _quoted(identity: str, atlas: Atlas) -> str:
    return f"«\u00a0{named(identity, atlas)}\u00a0»"


def _threshold(threshold: Threshold) -> str:
    match threshold:
        case Relative():
            return "plus de voix pour que contre, au regard"
        case Fixed():
            return f"{'plus de' if threshold.strict else 'au moins'} {figure(threshold.number)}"
        case Share():
            half = threshold.of == Fraction(1, 2)
            hundredth = (threshold.of * 100).denominator == 1
            part = (
                "la moitié" if half else f"{figure(threshold.of * 100)}\u00a0%" if hundredth else figure(threshold.of)
            )
            more = f", et {threshold.plus} de plus," if threshold.plus else ""
            return f"{'plus de' if threshold.strict else 'au moins'} {part}{more}"
        case _:
            assert_never(threshold)


def _duration(duration: Duration) -> str:
    unit = _UNITS[duration.unit]
    plural = "s" if duration.count > 1 and not unit.endswith("s") else ""
    return f"{duration.count}\u00a0{unit}{plural}{_COUNTING[duration.counting]}"


def _counted(rule: kinds.Deadline) -> str:
    """What else settles the day on which a period ends."""
    extended = ", ou le premier jour ouvré qui suit si ce jour n’en est pas un" if rule.extended else ""
    places = either(rule.holidays, lambda place: _HOLIDAYS[place]) if rule.needs_holidays else ""
    return f"{extended} (jours fériés\u00a0: {places})" if places else ""


def rhythm_words(rhythm: Periodicity) -> str:
    """How often, in French."""
    count = "une fois" if rhythm.times == 1 else f"{rhythm.times}\u00a0fois"
    every = rhythm.every
    return f"{count} par {_UNITS[every.unit]}" if every.count == 1 else f"{count} tous les {_duration(every)}"


def _readings(rule: kinds.Rule) -> Iterator[str]:
    for reading in open_parameters(rule):
        cases = "\u00a0; ".join(case.label or case.name for case in reading.cases)
        yield escape(f"{french_reading(reading.reading)}\u00a0: {cases}")
