"""`clausier document`: a document filled from a template that a project can change, about an amendment, a meeting or a vote."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable
from pathlib import Path
from typing import NoReturn

import click

from clausier.cli.delivery import FOLDER, OUTPUT, deliver, out_option
from clausier.cli.framework import refuse, refuse_unknown, spoken
from clausier.cli.options import assume_option, day_option, define, drafts_option, format_option, option
from clausier.cli.reading import compiled, report_and_end, selected, the_version
from clausier.cli.voting import memberships, motion_of, no_body, voted
from clausier.compile import Compiled
from clausier.decide.motion import Motion
from clausier.diagnostics import Lang, Message, Span, codes_out, report
from clausier.diagnostics.diagnostic import several
from clausier.emit.anchors import slug
from clausier.export.templates.find import FOLDER as TEMPLATES
from clausier.export.templates.find import Template, templates
from clausier.schemas import Object
from clausier.text.accents import without_accents


def of_act(project: Path, subject: str, member: str, drafts: tuple[str, ...]) -> tuple[Compiled, Object]:
    """An amendment, as if it were signed and in force; `member` is the one whose assembly the document is for, if any."""
    from clausier.export.templates.act import act_data

    found = compiled(project, drafts=drafts)
    act = next((a for a in found.corpus.amendments if a.id == subject), None)
    if act is None:
        ids = (a.id for a in found.corpus.amendments)
        refuse_unknown(ids, fr=f"pas d’avenant «\u00a0{subject}\u00a0»", en=f"no amendment “{subject}”")
    found = compiled(project, drafts=(*drafts, subject), supposed=subject)
    if member and member not in found.timeline.party_names:
        refuse_unknown(
            sorted(found.timeline.party_names), fr=f"pas de membre «\u00a0{member}\u00a0»", en=f"no member “{member}”"
        )
    return found, act_data(found, act, member)


def of_body(
    project: Path, subject: str, at: datetime.date | None, version: str, drafts: tuple[str, ...]
) -> tuple[Compiled, Object]:
    """A meeting of a body, or that at which the vote of a file is held."""
    from clausier.export.templates.body import body_data

    motion = Motion(body=subject, day=at)
    if subject == "-" or Path(subject).suffix or Path(subject).is_file():
        motion = motion_of(subject, at)
    found = compiled(project, drafts=drafts)
    chosen = selected(found.timeline, day=None if version else motion.day, version=version or motion.version)
    one = the_version(chosen, " (--version)")
    data = body_data(found, one, memberships(found, one, motion.day), motion)
    if data is None:
        no_body(motion.body, found, (one,))
    return found, data


def of_vote(
    project: Path,
    file: str,
    at: datetime.date | None,
    assumptions: tuple[str, ...],
    drafts: tuple[str, ...],
    lang: Lang,
) -> tuple[Compiled, Object]:
    """The vote of a file, with all that comes out of it."""
    from clausier.export.templates.vote import vote_data

    motion = motion_of(file, at)
    found = compiled(project, drafts=drafts)
    answer, cases = voted(found, motion, assumptions, lang)
    return found, vote_data(found, [(version, members) for version, members, _ in cases], motion, answer)


SUBJECTS = {
    "acte": Message(fr="un avenant", en="an amendment"),
    "instance": Message(fr="une instance", en="a body"),
    "vote": Message(fr="un vote", en="a vote"),
}


@define(
    "document",
    fr="Remplir un rapport, une délibération, un procès-verbal… d’après un modèle. D’un avenant\u00a0: rapport, délibération et "
    "tableau comparatif\u00a0; d’une instance\u00a0: convocation et feuille de présence\u00a0; d’un vote\u00a0: procès-verbal. Les modèles se "
    "changent (site/modeles). Ce que personne n’a dit reste à compléter, en évidence.",
    en="Fill a report, a deliberation, minutes… from a template. Of an amendment: report, deliberation and comparison; of a body: "
    "notice and attendance sheet; of a vote: minutes. The templates can be changed (site/modeles). What nobody has said is left "
    "to be filled in, and stands out.",
    example="clausier document --list\nclausier document rapport avenant-2\n"
    "clausier document deliberation avenant-2 --of commune-d --format md\n"
    "clausier document convocation comite-de-suivi --at 2026-03-12\n"
    "clausier document proces-verbal vote.json --out envoi/pv.docx\n"
    "clausier document deliberation --copy",
)
@click.argument("name", metavar="[TEMPLATE]", required=False, default="")
@click.argument("subject", metavar="[AMENDMENT|BODY|VOTE]", required=False, default="")
@format_option("docx", "md", "json")
@option(
    "--list",
    "listing",
    is_flag=True,
    fr="Dire quels modèles il y a, et de quoi chacun parle.",
    en="Say which templates there are, and what each is about.",
)
@option(
    "--copy",
    is_flag=True,
    fr="Copier le modèle dans site/modeles, pour le changer.",
    en="Copy the template to site/modeles, to be changed.",
)
@option(
    "--of",
    "member",
    metavar="MEMBER",
    default="",
    fr="Le membre dont l’assemblée délibère, par son nom court.",
    en="The member whose assembly decides, by its id.",
)
@day_option(
    "--at",
    fr="Le jour de la réunion ou du vote (AAAA-MM-JJ).",
    en="The day of the meeting or of the vote (YYYY-MM-DD).",
)
@option(
    "--version",
    "version",
    metavar="ID",
    default="",
    fr="La version dont les règles valent, là où ce jour la laisse ouverte.",
    en="The version whose rules apply, where that day leaves it open.",
)
@assume_option(
    fr="Fixer une lecture d’un vote, comme pour «\u00a0clausier decide\u00a0».",
    en="Settle a reading of a vote, as for “clausier decide”.",
)
@drafts_option
@out_option
def command(
    name: str,
    subject: str,
    project: Path,
    format_: str,
    listing: bool,
    copy: bool,
    member: str,
    at: datetime.date | None,
    version: str,
    assumptions: tuple[str, ...],
    drafts: tuple[str, ...],
    out: Path | None,
) -> None:
    """Fill a document."""
    root = project.absolute()
    found, problems = templates(root)
    if listing:
        if format_ == "json":
            refuse(fr="--list ou --format json, pas les deux", en="--list or --format json, not both")
        click.echo(_listed(found.values(), spoken()))
        return
    if problems:
        report_and_end(problems)
    template = found.get(without_accents(name).lower())
    if template is None:
        _no_template(name, found)
    if copy:
        _copy(project, template)
        return
    if not subject:
        what = SUBJECTS[template.subject]
        refuse(
            fr=f"«\u00a0{name}\u00a0» parle d’{what.fr}\u00a0: lequel\u00a0?", en=f"“{name}” is about {what.en}: which?"
        )
    match template.subject:
        case "acte":
            project_, data = of_act(project, subject, member, drafts)
        case "instance":
            project_, data = of_body(project, subject, at, version, drafts)
        case _:
            project_, data = of_vote(project, subject, at, assumptions, drafts, spoken())
    if format_ == "json":
        content = json.dumps(data, ensure_ascii=False, indent=2) + "\n"
        deliver(project, out or OUTPUT, content.encode())
        return
    path = out or project / FOLDER / f"{slug(f'{template.name} {_stem(template, subject)}')}.{format_}"
    if format_ == "docx" and template.subject == "acte":
        from clausier.export.templates.draft import comparison

        if shown := comparison(project_, project_.timeline.act(subject), template):
            deliver(project, path, shown)
            return
    markdown = _filled(root, template, data)
    document = _word(markdown, template, project_) if format_ == "docx" else markdown.encode()
    deliver(project, path, document, _left(markdown))


def _listed(found: Iterable[Template], lang: Lang) -> str:
    """Each template, what it is about, what it makes, and whose it is."""
    return "\n".join(f"{t.name} ({SUBJECTS[t.subject].text(lang)})\n  {t.said} [{t.path}]" for t in found)


def _no_template(name: str, found: Iterable[str]) -> NoReturn:
    if not name:
        refuse_unknown(found, fr="il manque MODÈLE", en="TEMPLATE is missing", code=2)
    refuse_unknown(found, fr=f"pas de modèle «\u00a0{name}\u00a0»", en=f"no template “{name}”", code=2)


def _copy(project: Path, template: Template) -> None:
    path = project / "site" / TEMPLATES / Path(template.path).name
    if path.exists():
        refuse(fr=f"{path} existe déjà\u00a0: le modifier", en=f"{path} is already there: edit it", code=1)
    deliver(project, path, template.text.encode())


def _stem(template: Template, subject: str) -> str:
    """What a file without a name is called after, besides its template."""
    return Path(subject).stem if template.subject != "acte" and subject != "-" else subject


def _filled(root: Path, template: Template, data: Object) -> str:
    from clausier.export.templates.fill import NoJinja, fill

    try:
        markdown, problems = fill(root, template, data)
    except NoJinja:
        report_and_end((report(codes_out.NO_JINJA, Span("pyproject.toml")),))
    if markdown is None:
        report_and_end(problems)
    return markdown


def _word(markdown: str, template: Template, found: Compiled) -> bytes:
    from clausier.export.word.filled import filled_docx

    content, problems = filled_docx(markdown, template.path, found.timeline.acts[0].title)
    if content is None:
        report_and_end(problems)
    return content


def _left(markdown: str) -> Message | None:
    """How many blanks a document still has."""
    from clausier.export.blank import BLANK

    count = len(BLANK.findall(markdown))
    if not count:
        return None
    return Message(fr=f"{several(count, 'mention')} à compléter", en=f"{several(count, 'blank')} to be filled in")
