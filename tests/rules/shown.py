"""Rules as the literate cases show them: each state in a few lines, its value and its condition as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator

from clausier.emit.rules_json import rule_json
from clausier.rules.bound import Rules


def shown_rules(rules: Rules) -> Iterator[str]:
    """Each state of each rule: its name, kind, article and act; when it holds; its words; what it says and means."""
    for state in rules.rules:
        found = rule_json(state)
        days = (
            f"{found['valid']['from']}..{found['valid']['to'] or ''}" if found["valid"]["from"] else "never for certain"
        )
        about = " ".join(part for part in (found["body"], found["matter"]) if part)
        yield f"{found['id']} {found['kind']}{f' ({about})' if about else ''} {found['article']} by {found['act']}"
        yield f"  {days} in {' '.join(found['versions'])}"
        yield f"  « {found['quote']} »"
        yield f"  says {_json(found['value'])}"
        if found["condition"] is not None:
            yield f"  if {_json(found['condition'])}"
        for reading in found["readings"]:
            yield f"  open {reading['name']}: {'; '.join(f'''{c['case']}: {c['label']}''' for c in reading['cases'])}"
        if found["overridden-by"]:
            yield f"  overridden by {found['overridden-by']}"
    if rules.to_come:
        yield f"to come: {' '.join(rules.to_come)}"


def shown_coverage(rules: Rules) -> Iterator[str]:
    """Each provision of each version: its sentences, with the rules that formalise them or why they state none."""
    for version, found in ((every, one) for every in rules.coverage for one in rules.covered(every)):
        lacuna = " (and what nobody has)" if found.lacuna else ""
        counts = " ".join(f"{status} {found.count(status)}" for status in ("rule", "no-rule", "left"))
        yield f"{version} {found.place.article}: {counts}{lacuna}"
        for sentence in found.sentences:
            place = f"al. {sentence.alinea}, {sentence.sentence}" if sentence.alinea else f"table {sentence.table}"
            yield f"  {place}: {' '.join(sentence.rules) or sentence.motive or 'left'}"


def shown_remarks(rules: Rules) -> Iterator[str]:
    """Each remark with its articles and the versions in which it holds."""
    for remark in rules.remarks:
        articles = "; ".join(where.target.words for where in remark.source.where)
        yield f"{articles} in {' '.join(remark.versions) or 'none'}: {remark.source.text}"


def shown_silences(rules: Rules) -> Iterator[str]:
    """Words declared to state no rule, with the reason and the versions in which they stand."""
    for silence in rules.silences:
        yield f"{silence.place.article} {silence.source.motive} in {' '.join(silence.versions)}: {silence.quote}"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
