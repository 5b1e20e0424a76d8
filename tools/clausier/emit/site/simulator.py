"""« Simuler un vote »: a form whose outcome the reader's browser works out of the conditions of `rules.json`, and of nothing else."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from clausier.decide.docket import MAJORITY, supposed
from clausier.emit.answer_words import SILENT
from clausier.emit.html import escape
from clausier.emit.markdown import ONLY_ORIGINALS
from clausier.emit.site.atlas import Atlas
from clausier.emit.site.bodies import title
from clausier.emit.site.names import named
from clausier.emit.site.page import Page, block, grid, heading, heads, paragraph
from clausier.rules.conditions import to_json

PAGE = Page(path="simuler.html", title="Simuler un vote", nav="Simuler un vote", weight=1)
KINDS = ("composition", "weights", "quorum", "majority", "casting-vote")
_KEPT = (
    "id",
    "kind",
    "body",
    "matter",
    "versions",
    "value",
    "condition",
    "readings",
    "overridden-by",
    "article",
    "quote",
)


def voting(rules: Mapping[str, Any]) -> list[str]:
    """The bodies that vote, by id: those of which a rule says who sits, with a vote."""
    sitting = [r for r in rules["rules"] if r["kind"] == "composition" and r["value"]["voting"]]
    return list(dict.fromkeys(r["body"] for r in sitting))


def markdown(rules: Mapping[str, Any], atlas: Atlas) -> str:
    """The page; `rules` is `rules.json`, with these `KINDS` at least, of which it embeds what a vote needs: it works from a disk too."""
    bodies = voting(rules)
    lead = (
        "Cocher les présents, dire les votes\u00a0: la page calcule le quorum et le résultat, avec les phrases du texte, et sous "
        f"chaque lecture de ce qu’elles laissent ouvert. Une simulation n’engage personne. {ONLY_ORIGINALS}"
    )
    return PAGE.markdown(
        [
            heading(1, PAGE.title),
            block("lead", paragraph(lead)),
            block("site", *_form(bodies, atlas), '<div class="result" role="status"></div>'),
            _data(rules, bodies, atlas),
            *_scripts(),
            block("site", *_on_paper(rules, bodies, atlas)),
        ]
    )


def _form(bodies: list[str], atlas: Atlas) -> Iterator[str]:
    options = "".join(f'<option value="{escape(b)}">{escape(title(b, atlas))}</option>' for b in bodies)
    yield f'<form class="simulator ask-a-day" data-rules="{PAGE.to("regles.html")}">'
    yield f'<span class="field"><label for="instance">Instance</label> <select id="instance" name="body">{options}</select></span>'
    yield '<span class="field"><label for="objet">Objet</label> <select id="objet" name="matter"></select></span>'
    yield '<span class="field"><label for="jour">Jour</label> <input type="date" id="jour" name="date" required></span>'
    yield (
        '<div class="rows" role="group" tabindex="0" aria-label="Présences et votes"><table class="own">'
        f"<caption>Présences et votes</caption><thead><tr>{heads(('Siège', 'Présent', 'Vote'))}</tr></thead><tbody></tbody></table></div>"
    )
    yield '<details class="remarks data" hidden><summary>Données que des règles mesurent</summary><div></div></details>'
    yield "<button>Calculer</button>"
    yield "</form>"


def _data(rules: Mapping[str, Any], bodies: list[str], atlas: Atlas) -> str:
    kept = [
        {key: rule[key] for key in _KEPT if key in rule}
        for rule in rules["rules"]
        if rule["kind"] in KINDS and rule["body"] in bodies
    ]
    kept += [_unstated(body, rules) for body in bodies if not _has_majority(body, kept)]
    matters = {rule["matter"] for rule in kept if rule.get("matter")}
    colleges = {rule["value"]["college"] for rule in kept if rule["value"].get("college")}
    ids = matters | colleges | {*_seats(kept), *_columns([rule.get("condition") for rule in kept])}
    said = {
        "rules": kept,
        "members": rules["members"],
        "periods": [{k: p[k] for k in ("from", "to", "candidates")} for p in rules["periods"]],
        "versions": {v.id: atlas.called(v) for v in atlas.timeline.versions},
        "names": {name: named(name, atlas) for name in sorted(ids)},
    }
    # « </script> » in a quotation would end it.
    text = json.dumps(said, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return f'<script type="application/json" id="regles-du-vote">{text}</script>'


def _has_majority(body: str, kept: list[dict[str, Any]]) -> bool:
    return any(r["kind"] == "majority" and r["body"] == body and not r.get("matter") for r in kept)


def _unstated(body: str, rules: Mapping[str, Any]) -> dict[str, Any]:
    """What `decide` supposes where no rule states a majority: each of the usual ones, as one reading."""
    weighed = any(r["kind"] == "weights" and r["body"] == body for r in rules["rules"])
    condition = supposed("votes" if weighed else "heads")
    cases = [{"case": case, "label": SILENT[case].text("fr")} for case in MAJORITY.cases]
    return {
        "id": f"majorite-non-enoncee-{body}",
        "kind": "majority",
        "body": body,
        "matter": None,
        "versions": [v["id"] for v in rules["versions"]],
        "value": {},
        "condition": to_json(condition),
        "readings": [{"name": MAJORITY.key, "cases": cases}],
        "article": "",
        "quote": "",
    }


def _seats(value: object) -> Iterator[str]:
    listed = (one["seats"] for one in _objects(value) if isinstance(one.get("seats"), list))
    return (seat for seats in listed for seat in seats if isinstance(seat, str))


def _columns(value: object) -> Iterator[str]:
    """The columns of data that conditions measure."""
    measured = (one[key] for one in _objects(value) for key in ("sum", "total") if key in one)
    return (column for column in measured if isinstance(column, str) and column != "votes")


def _objects(value: object) -> Iterator[dict[str, Any]]:
    """The objects of a JSON value, each before those inside it."""
    if isinstance(value, dict):
        yield value
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _objects(part)


def _scripts() -> Iterator[str]:
    for path in ("data/exemples/decide.js", "assets/js/simulate.js"):
        yield f'<script src="{PAGE.to(path)}" defer></script>'


def _on_paper(rules: Mapping[str, Any], bodies: list[str], atlas: Atlas) -> Iterator[str]:
    """A sheet for each body, for those whose browser runs no script, or who prefer paper."""
    now = rules["members"][-1]["members"] if rules["members"] else []
    yield "<noscript>"
    yield paragraph("Sans JavaScript, la page ne calcule pas\u00a0; voici de quoi relever un vote à la main.")
    for body in bodies:
        own = [r for r in rules["rules"] if r["kind"] == "composition" and r["body"] == body and r["value"]["voting"]]
        seats = [s for r in own if r["value"]["seats"] == {"set": "members"} for s in (m["name"] for m in now)]
        seats += [named(s, atlas) for r in own for s in _seats(r["value"])]
        rows = [(escape(seat), "☐", "☐ pour ☐ contre ☐ abstention") for seat in seats]
        yield grid(title(body, atlas), ("Siège", "Présent", "Vote"), rows)
    yield "</noscript>"
