"""Which version answers a question, the provision that it names, and a rule as the ground of an answer."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from operator import itemgetter

from msgspec import Struct
from msgspec.structs import replace

from clausier import FORMAT
from clausier.amend import fingerprint
from clausier.consolidate import Period, Timeline, Version
from clausier.emit.called import certain
from clausier.emit.parts import part, whole
from clausier.emit.text_json import date_json, days_json, provision_json
from clausier.emit.to_come import waiting
from clausier.model.dates import ONE_DAY, When
from clausier.model.operation import Append, InsertBeside
from clausier.model.provision import Provision
from clausier.model.target import Target
from clausier.refs import (
    Ambiguous,
    Failure,
    Miscounted,
    Missing,
    Unknown,
    WholeProvision,
    find,
)
from clausier.rules.bound import BoundRule, Rules
from clausier.schemas import Object


class Selection(Struct, frozen=True, kw_only=True):
    """The version that answers, or the candidates among which the dates of `period` leave it open. `day`: the one asked about."""

    versions: tuple[Version, ...]
    period: Period | None = None
    day: datetime.date | None = None

    @property
    def determined(self) -> bool:
        """Whether one version is the answer."""
        return len(self.versions) == 1 and not self.or_none

    @property
    def or_none(self) -> bool:
        """Whether it is possible too that no text is in force yet."""
        return self.period is not None and self.period.or_none


def with_members_open(selection: Selection, dates: tuple[tuple[str, When], ...]) -> Selection:
    """The selection, open on the days too on which `dates` (of acts that change the members alone) leave open who is one."""
    before = selection.period
    first = max(when.first for _, when in dates)
    last = min(when.last - ONE_DAY for _, when in dates)
    period = Period(
        first=max(first, before.first) if before else first,
        last=min(last, before.last) if before and before.last else last,
        candidates=tuple(version.id for version in selection.versions),
        because=(*(before.because if before else ()), *dates),
        or_none=selection.or_none,
    )
    return replace(selection, period=period)


def select(timeline: Timeline, *, day: datetime.date | None = None, version: str = "") -> Selection | None:
    """The versions that answer for a day, or the one of that name; without either, the last that has begun (6).

    None where nothing was in force on that day, or no version has that name.
    """
    if version:
        found = timeline.version(version)
        return Selection(versions=(found,)) if found else None
    if day is None:
        return Selection(versions=(timeline.latest,))
    period = timeline.period(day)
    if period is None:
        return None
    versions = tuple(v for c in period.candidates if (v := timeline.version(c)))
    return Selection(versions=versions, period=None if period.determined else period, day=day)


def compared(old: Selection, new: Selection) -> tuple[tuple[Version, Version], ...]:
    """The pairs of versions to compare, one of `old` and one of `new`, that can both be the answer.

    An act in force on a day is in force on every later one. So where one open date makes both texts undetermined, a pair
    in which the act is in force on the earlier day and not yet on the later one is left out. Where versions are asked for
    by name, any pair may be meant.
    """
    pairs = tuple((a, b) for a in old.versions for b in new.versions)
    if old.day is None or new.day is None:
        return pairs
    early, late = (0, 1) if old.day <= new.day else (1, 0)
    same = old.day == new.day
    return tuple(
        pair
        for pair in pairs
        if (pair[0].id == pair[1].id if same else set(pair[early].events) <= set(pair[late].events))
    )


def show_json(timeline: Timeline, selection: Selection, target: Target | None) -> tuple[Object, bool]:
    """The answer of `show`, and whether it is one: false where the provision is absent or unknown."""
    answers = [_one(timeline, version, target) for version in selection.versions]
    # Candidates agree where they have the same provision, whatever the version.
    answer = of_candidates(selection, answers, itemgetter("provision"))
    ok = "candidates" in answer or (answer["provision"] is not None and answer["provision"]["status"] != "unknown")
    return {"format": FORMAT, **answer, "to_come": to_come_json(timeline)}, ok


def of_candidates(selection: Selection, answers: Sequence[Object], content: Callable[[Object], object]) -> Object:
    """The answer of the version that answers. Where several may: their common answer if they agree, else the answer of each.

    `content` takes from an answer what is compared. The `members` for which an answer holds do not count in that.
    """
    first = content(answers[0])
    if selection.or_none or any(content(answer) != first for answer in answers[1:]):
        return {**undetermined_json(selection), "candidates": answers}
    same = {} if selection.determined else {"same_in_all": [v.id for v in selection.versions]}
    return {**{key: value for key, value in answers[0].items() if key != "members"}, **same}


def undetermined_json(selection: Selection) -> Object:
    """Between which days the answer is open, and because of which acts' dates; and that there may be no text yet."""
    period = selection.period
    assert period is not None  # noqa: S101 - callers have seen several candidates
    because = [
        {
            "act": name.partition("#")[0],
            "date": date_json(date),
            "reason": date.reason if isinstance(date, When) else "",
        }
        for name, date in period.because
    ]
    none = {"or_none": True} if period.or_none else {}
    return {"undetermined": {**days_json(period.first, period.last), "because": because, **none}}


def of_comparisons(old: Selection, new: Selection, answers: Sequence[Object], head: Object) -> Object:
    """The comparison of two texts; or, where a date leaves one of them open, each that is possible, below their common `head`."""
    if len(answers) == 1 and not (old.or_none or new.or_none):
        return answers[0]
    bare = [{key: value for key, value in answer.items() if key not in head} for answer in answers]
    return {**head, **_undetermined_between(old, new), "candidates": bare}


def _undetermined_between(old: Selection, new: Selection) -> Object:
    """As `undetermined_json`, of a comparison: the days on which its second text is open, or its first if that alone is.

    Where the first is open too, on other days or for other dates, `undetermined_before` says which.
    """
    opened = [s for s in (new, old) if not s.determined]
    found = undetermined_json(opened[0])
    before = undetermined_json(opened[-1])["undetermined"]
    return found if before == found["undetermined"] else {**found, "undetermined_before": before}


def valid_json(version: Version) -> Object:
    """The days on which the version is certainly the text in force; both None where it never is."""
    return days_json(*certain(version))


def _one(timeline: Timeline, version: Version, target: Target | None) -> Object:
    found = part_in(timeline, version, target)
    answer: Object = {"version": version.id, "valid": valid_json(version)}
    match found:
        case Provision():
            owner = whole(found, version.document)
            answer["provision"] = provision_json(found, timeline, owner)
            places = find(target, version.document) if target and found is not owner else ()
            if isinstance(places, tuple) and len(places) == 1:
                # What an operation on this part would be held to: of a row, of a heading too.
                answer["provision"]["hash"] = fingerprint(places[0], version.document)
        case Unknown(number=number, reason=reason):
            answer["provision"] = {
                "number": target.words if target else "",
                "status": "unknown",
                "lacuna": {"number": number, "reason": reason},
            }
        case Missing(nearest=near):
            answer["provision"] = None
            if near:
                answer["nearest"] = near
        case Ambiguous(candidates=candidates):
            answer["provision"] = None
            answer["ambiguous"] = list(candidates)
        case Miscounted(found=rank):
            answer["provision"] = None
            answer["nearest"] = f"al. {rank}"
    return answer


def part_in(timeline: Timeline, version: Version, target: Target | None) -> Provision | Failure:
    """As `part`, for a version: what a later act adds did not exist before it, whatever else of the text is unknown."""
    found = part(version.document, target)
    if isinstance(found, Unknown) and target and _created_later(timeline, version, target):
        return Missing(WholeProvision(()), version.document)
    return found


def _created_later(timeline: Timeline, version: Version, target: Target) -> bool:
    """Whether an act not in force in `version` adds what the target names: its number was free before, lacuna or not.

    Adding an article 6.3 supposes that there was none; rewording an article 8 says nothing of what it held.
    """
    for other in timeline.versions:
        if set(other.events) <= set(version.events):
            continue
        found = part(other.document, target)
        if isinstance(found, Provision) and isinstance(
            timeline.operations.get(found.number_origin), (Append, InsertBeside)
        ):
            return True
    return False


def to_come_json(timeline: Timeline) -> list[Object]:
    """The operations that wait for an event which has not been recorded."""
    return [{"act": o.common.act, "operation": o.common.id, "because": date.because} for o, date in waiting(timeline)]


Cite = Callable[[BoundRule], Object]  # `cited`, in one version


def cited(rule: BoundRule, rules: Rules, version: str) -> Object:
    """The rule by its id, with the article, the act, the words and, as `version` has it, the sentence that it comes from."""
    return {
        "rule": rule.id,
        "kind": rule.source.kind,
        "article": rule.place.article,
        "act": rule.act,
        "quote": rule.quote,
        "sentence": rules.sentence_of(rule, version),
        "since": str(rule.valid.first) if rule.valid else None,
    }
