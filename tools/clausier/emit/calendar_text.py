"""What must meet or be done by when, for people to read in a terminal, and in a calendar of theirs."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from clausier.diagnostics import Filled, Lang, Message
from clausier.emit.answer_words import Name, left, not_at_hand
from clausier.emit.dates import said_day
from clausier.emit.icalendar import Entry
from clausier.schemas import Object

_TITLE = Message(fr="Échéances du {first} au {last}", en="What is due from {first} to {last}")
_NOTHING = Message(
    fr="Aucune règle connue ne demande rien ces jours-là.", en="No known rule asks for anything on these days."
)
_UNDATED = Message(fr="Sans jour connu :", en="Without a known day:")
_MEETS = Message(fr="{body} : {times} du {first} au {last}", en="{body}: {times} from {first} to {last}")
_MEETS_SOME_DAY = Message(
    fr="{body} : {times} par période ({every}), dont rien ne dit quand elle commence",
    en="{body}: {times} in each period ({every}), and nothing says when one begins",
)
_ONCE = Message(fr="au moins une réunion", en="at least one meeting")
_TIMES = Message(fr="au moins {times} réunions", en="at least {times} meetings")
_HELD = Message(fr="tenue le {day}", en="held on {day}")
_MISSING = Message(fr="il en manque {count}", en="{count} missing")
_BY = Message(
    fr="{event} : au plus tard le {last} ({side} {of}, le {day})", en="{event}: by {last} ({side} {of}, on {day})"
)
_NOT_BEFORE = Message(
    fr="{event} : pas avant le {first} ({side} {of}, le {day})",
    en="{event}: not before {first} ({side} {of}, on {day})",
)
_BETWEEN = Message(
    fr="{event} : du {first} au {last} ({side} {of}, le {day})",
    en="{event}: from {first} to {last} ({side} {of}, on {day})",
)
_COUNTED_FROM = Message(
    fr="{event} : se compte de « {of} » ({side}), dont le jour n’est pas connu ; le donner par --events (« {id}: AAAA-MM-JJ »)",
    en="{event}: is counted from “{of}” ({side}), whose day is not known; give it by --events (“{id}: YYYY-MM-DD”)",
)
_LASTS = Message(
    fr="{what} : prend fin le {last}, au soir (depuis {of}, le {first})",
    en="{what}: ends on {last}, at the end of the day (since {of}, on {first})",
)
_LASTS_FROM = Message(
    fr="{what} : sa durée se compte de « {of} », dont le jour n’est pas connu ; le donner par --events (« {id}: AAAA-MM-JJ »)",
    en="{what}: how long it lasts is counted from “{of}”, whose day is not known; give it by --events (“{id}: YYYY-MM-DD”)",
)
_OWED = Message(fr="{bearer} : {action} (« {deadline} »{by})", en="{bearer}: {action} (“{deadline}”{by})")
_SET_BY = Message(fr=", par {by}", en=", by {by}")
_NOBODY = Message(fr="", en="")
_UNITS = {"D": ("jour", "day"), "W": ("semaine", "week"), "M": ("mois", "month"), "Y": ("an", "year")}
_SIDES = {"before": Message(fr="avant", en="before"), "after": Message(fr="après", en="after")}
_IN_TIME = Message(fr="prévu ou fait le {day} : à temps", en="planned or done on {day}: in time")
_LATE = Message(fr="prévu ou fait le {day} : hors délai", en="planned or done on {day}: out of time")
_ASSUMES = Message(fr="si l’on comprend « {label} »", en="if one understands “{label}”")
_PARTLY = Message(
    fr="la règle n’est en vigueur qu’une partie de ces jours", en="the rule is in force on some of these days only"
)
_PERHAPS = Message(
    fr="la règle n’est pas certainement en vigueur : la date d’un acte n’est pas connue",
    en="the rule is not certainly in force: the date of an act is not known",
)
_LACUNAS = Message(
    fr="Des stipulations dont le texte n’est pas disponible peuvent demander autre chose : {articles}.",
    en="Provisions whose words are not available may ask for more: {articles}.",
)


def calendar_text(answer: Object, lang: Lang, name: Name = str) -> str:
    """The answer of `calendar_json`, in words; `name` is what readers call what has an id."""
    lines = [_TITLE.fill(first=said_day(answer["from"]), last=said_day(answer["to"])).text(lang), ""]
    dated = [item for item in answer["items"] if item["last"] or item["first"]]
    for item in dated:
        lines += [*_entry(item, f"{item['last'] or item['first']}  ", lang, name), ""]
    rest = [item for item in answer["items"] if item not in dated]
    if rest:
        lines += [_UNDATED.text(lang), ""]
    for item in rest:
        lines += [*_entry(item, "", lang, name), ""]
    if not answer["items"]:
        lines += [_NOTHING.text(lang), ""]
    if answer["lacunas"]:
        names = dict.fromkeys(not_at_hand(answer["lacunas"], lang))
        lines.append(_LACUNAS.fill(articles=", ".join(names)).text(lang))
    lines += left(answer, lang)
    return "\n".join(lines).rstrip()


def summary(item: Object, name: Name = str) -> Filled:
    """What is asked for, in a line; `name` as for `calendar_text`."""
    meeting, deadline = item["meeting"], item["deadline"]
    if meeting is not None:
        said = _MEETS if item["last"] else _MEETS_SOME_DAY
        return said.fill(
            body=name(item["body"]),
            times=_ONCE if meeting["times"] == 1 else _TIMES.fill(times=meeting["times"]),
            every=_period(meeting["every"]),
            first=said_day(item["first"]),
            last=said_day(item["last"]),
        )
    if item["duty"] is not None:
        return _duty(item["duty"], name)
    if deadline is None:
        lasting = _LASTS if item["last"] else _LASTS_FROM
        return lasting.fill(
            what=name(item["matter"]) if item["matter"] else item["rule"],
            of=name(item["duration"]["of"]),
            id=item["duration"]["of"],
            first=said_day(item["first"]),
            last=said_day(item["last"]),
        )
    said = _COUNTED_FROM
    if deadline["of_day"]:
        said = _BY if not item["first"] else _NOT_BEFORE if not item["last"] else _BETWEEN
    return said.fill(
        event=name(deadline["event"]),
        first=said_day(item["first"]),
        last=said_day(item["last"]),
        side=_SIDES[deadline["side"]],
        of=name(deadline["of"]),
        id=deadline["of"],
        day=said_day(deadline["of_day"]),
    )


def _duty(duty: Object, name: Name) -> Filled:
    by = _SET_BY.fill(by=_names(duty["set_by"], name)) if duty["set_by"] else _NOBODY
    bearer = _names(duty["bearer"], name)
    return _OWED.fill(bearer=bearer, action=duty["action"], deadline=duty["deadline"], by=by)


def _names(ids: list[str], name: Name) -> Message:
    fr, en = (", ".join(each if id_ == "members" else name(id_) for id_ in ids) for each in ("membres", "members"))
    return Message(fr=fr, en=en)


def _period(every: Any) -> Message:
    """A duration in words: `P3M` is « 3 mois »."""
    words = every if isinstance(every, str) else every["duration"]
    count, (fr, en) = int(words[1:-1]), _UNITS[words[-1]]
    return Message(
        fr=f"{count}\u00a0{fr}{'s' if count > 1 and fr != 'mois' else ''}", en=f"{count} {en}{'s' if count > 1 else ''}"
    )


def notes(item: Object, lang: Lang) -> Iterator[str]:
    """What else is to be known of it: what has been done, what is assumed, whether the rule is certain."""
    meeting, deadline = item["meeting"], item["deadline"]
    if meeting is not None and meeting["held"] is not None:
        yield from (_HELD.fill(day=said_day(held["day"])).text(lang) for held in meeting["held"])
        if meeting["missing"]:
            yield _MISSING.fill(count=meeting["missing"]).text(lang)
    if deadline is not None and deadline["in_time"] is not None:
        yield (_IN_TIME if deadline["in_time"] else _LATE).fill(day=said_day(deadline["event_day"])).text(lang)
    for label in item["understood"]:
        yield _ASSUMES.fill(label=label).text(lang)
    if item["in_force"] != "certain":
        yield (_PARTLY if item["in_force"] == "partly" else _PERHAPS).text(lang)


def _entry(item: Object, mark: str, lang: Lang, name: Name) -> Iterator[str]:
    blank = " " * (len(mark) or 2)
    yield f"{mark}{summary(item, name).text(lang)}"
    yield f"{blank}{item['rule']}, {item['article']}, {item['act']} — « {item['quote']} »"
    yield from (f"{blank}{note}" for note in notes(item, lang))


def entries(answer: Object, lang: Lang, name: Name = str) -> Iterator[Entry]:
    """Those of the answer of `calendar_json`; `name` is what readers call what has an id."""
    for item in answer["items"]:
        day = item["last"] or item["first"]
        where = f"{item['rule']}, {item['article']}, {item['act']}"
        yield Entry(
            uid=item["uid"],
            stamp=datetime.date.fromisoformat(item["since"] or answer["from"]),
            day=datetime.date.fromisoformat(day) if day else None,
            summary=summary(item, name).text(lang),
            description="\n".join((f"«\u00a0{item['sentence']}\u00a0»", where, *notes(item, lang))),
            category=name(item["body"]) if item["body"] else item["kind"],
        )
