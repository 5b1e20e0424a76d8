"""What readers call a version, which commands name by its id: « version issue de l’avenant n° 2 »; and for which days it is the answer."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from clausier.consolidate import AFTER_ALL, EVE, Timeline, Version
from clausier.diagnostics import Lang, Message
from clausier.emit.dates import from_day, in_words, perhaps_from, perhaps_until
from clausier.model.dates import ONE_DAY
from clausier.model.provision import Status
from clausier.text.words import enumerated, uncapitalised

_FEW = 6


def called(timeline: Timeline, version: Version) -> str:
    """The version by the act it comes from, in a sentence and without article; the acts before it that it does without.

    Of several that come from the same acts, each after the first has the day on which it begins; or says that the convention has ended.
    """
    last = max(version.acts, key=timeline.rank_of_act.__getitem__)
    name = "version initiale"
    if last != timeline.acts[0].id:
        name = f"version issue de {_act(last, timeline)}"
        changing = {event.act for event in (*timeline.events, *timeline.to_come)}
        earlier = timeline.acts[1 : timeline.rank_of_act[last]]
        if without := [_act(a.id, timeline) for a in earlier if a.id in changing and a.id not in version.acts]:
            name += f", sans {enumerated(without)}"
    same = [v for v in timeline.versions if set(v.acts) == set(version.acts)]
    if version.over and sum(v.over for v in same) == 1:
        return f"{name}, après la fin de la convention"
    if version.id == same[0].id:
        return name
    begins = {v.id: min(p.first for p in timeline.periods if v.id in p.candidates) for v in same}
    day = begins.get(version.id)
    if day is None or list(begins.values()).count(day) > 1:
        return f"{name} ({version.id})"
    return f"{name}, texte du {in_words(day)}"


def the_act(name: str) -> str:
    """The name of an act inside a sentence."""
    return f"l’{uncapitalised(name)}" if name.lower().startswith("avenant") else f"«\u00a0{name}\u00a0»"


def the_acts(names: Sequence[str]) -> str:
    """Acts inside a sentence: each by its name, or how many and the last where they would fill a page."""
    if len(names) > _FEW:
        return f"{len(names)}\u00a0actes, dont le dernier est {the_act(names[-1])}"
    return enumerated([the_act(name) for name in names])


def _act(identity: str, timeline: Timeline) -> str:
    """The act inside a sentence, told from another of the same title."""
    act = timeline.act(identity)
    alike = [a for a in timeline.acts if a.title == act.title]
    return the_act(act.title or act.id) + (f" ({act.id})" if len(alike) > 1 else "")


MARKS: dict[Status, Message] = {
    "in-force": Message(fr="", en=""),
    "repealed": Message(fr="(abrogé)", en="(repealed)"),
    "suspended": Message(fr="(suspendu)", en="(suspended)"),
    "expired": Message(fr="(expiré)", en="(expired)"),
}
_OVER = Message(
    fr="La convention a pris fin\u00a0: rien n’en est plus en vigueur.",
    en="The convention has ended: nothing of it is in force any more.",
)


def over_text(versions: Sequence[Version], lang: Lang) -> str:
    """That the convention has ended in these versions, behind an empty line; "" where it has not, or perhaps not."""
    return f"\n\n{_OVER.text(lang)}" if versions and all(version.over for version in versions) else ""


def days(timeline: Timeline, version: Version, until: Version | None = None) -> str:
    """On which days the version is in force, or the convention has ended: those that are certain, those that are possible.

    With `until`, a later one: on which days it, that one, or one between them is.
    """
    words = span(timeline, version, until).fr
    if version.first is None:
        return words
    return f"sans effet {words}" if version.over else f"en vigueur {words}"


def ending(timeline: Timeline) -> Message | None:
    """The last day of the convention, in a sentence that is true before and after it; None where it has none."""
    over = {version.id for version in timeline.versions if version.over}
    ended = [p for p in timeline.periods if not over.isdisjoint(p.candidates)]
    if not ended:
        return None
    last = ended[0].first - ONE_DAY
    latest = next((p.first - ONE_DAY for p in ended if over.issuperset(p.candidates)), None)
    if last == latest:
        return Message(
            fr=f"La convention prend fin le {in_words(last)}.", en=f"The last day of the convention is {last}."
        )
    then = Message(fr=f" et le {in_words(latest)}", en=f" and {latest}") if latest else Message(fr="", en="")
    return Message(
        fr=f"La convention prend fin {'entre le' if latest else 'peut-être le'} {in_words(last)}{then.fr}.",
        en=f"The last day of the convention is {'between' if latest else 'perhaps'} {last}{then.en}.",
    )


def span(timeline: Timeline, version: Version, until: Version | None = None) -> Message:
    """As `days`, in both languages, for what stands behind the version's name."""
    final = until or version
    possible = [p for p in timeline.periods if version.id in p.candidates]
    if version.first is None:
        spans = [between(p.first, p.last) for p in possible]
        if not spans:
            return Message(fr="en attente", en="pending")
        fr, en = (joined.join(getattr(s, lang) for s in spans) for joined, lang in ((" et ", "fr"), (" and ", "en")))
        return Message(fr=f"possible seulement, {fr}", en=f"only possible, {en}")
    if version.first == AFTER_ALL.first:
        return Message(fr="un jour qui n’est pas encore connu", en="on a day that is not known yet")
    said = [between(version.first, final.last)]
    before = [p.first for p in possible if p.first < version.first]
    perhaps = possible if final is version else [p for p in timeline.periods if final.id in p.candidates]
    after = [p.last for p in perhaps if final.last and p.last and p.last > final.last]
    said += [perhaps_from(min(before))] if before else []
    said += [perhaps_until(max(after))] if after else []
    return Message(fr="".join(one.fr for one in said), en="".join(one.en for one in said))


def start(timeline: Timeline, version: Version) -> Message:
    """From which day on the version is in force, as `span` says it."""
    possible = min((p.first for p in timeline.periods if version.id in p.candidates), default=version.first)
    if version.first is None or version.first == AFTER_ALL.first:
        return span(timeline, version)
    since = perhaps_from(possible) if possible and possible < version.first else Message(fr="", en="")
    return Message(fr=f"{from_day(version.first)}{since.fr}", en=f"from {version.first}{since.en}")


def certain(version: Version) -> tuple[datetime.date | None, datetime.date | None]:
    """The first and the last day on which a version is certainly in force; None where only a draft without a date would tell."""
    first, last = version.first, version.last
    return (None if first == AFTER_ALL.first else first), (None if last == EVE else last)


def between(first: datetime.date, last: datetime.date | None) -> Message:
    """From one day to another; without end where the last is None, or one that nobody knows yet."""
    if last is None or last >= EVE:
        return Message(fr=from_day(first), en=f"from {first}")
    return Message(fr=f"du {in_words(first)} au {in_words(last)}", en=f"{first} to {last}")
