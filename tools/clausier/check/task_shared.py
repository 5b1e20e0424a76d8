"""**Quoi.** La même tâche, à l’égard du même organe, est confiée à plusieurs organes par des articles différents.

**Pourquoi.** Qui doit préparer une séance, la convoquer ou la présider doit se lire d’une seule façon : une règle par article, et
une seule place pour chaque règle (Guide de légistique, fiche 3.2.2, « Division du texte »). Si deux organes sont chargés de la
même tâche, nul ne répond de ce qu’elle ne soit pas faite. Le contrôle lit le texte seul ; il ne sait pas que deux organes
peuvent se succéder, et se trompe alors.

**Exemple.** À éviter : « 3.1 – Le bureau prépare l’assemblée. […] 3.4 – Le comité technique prépare l’assemblée. » Préférer : « 3.1
– Le bureau prépare l’assemblée, sur avis du comité technique. »
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausier.check.acronyms import Use
from clausier.check.passage import Passage
from clausier.check.subject import Subject
from clausier.diagnostics import Code, Diagnostic, Label, Message, report
from clausier.text.regex import regex
from clausier.text.sentences import sentences

CODE = Code(
    "TXT115",
    "warning",
    Message(
        fr="la même tâche (« {task} », {object}) est confiée à « {one} » et à « {other} »",
        en="the same task (“{task}”, {object}) is given to “{one}” and to “{other}”",
    ),
    __doc__,
)
_FIRST = Message(fr="la première attribution est ici", en="it is first given here")
_HEAD = regex(
    r"(?<!\w)(?:assemblée|comité|commission|conseil|cellule|bureau|collège|conférence|groupe|copil)s?(?!\w)",
    re.IGNORECASE,
)
_STEMS = ("prépar", "convoqu", "présid", "anim")
_TASK = regex(
    rf"\b(?P<stem>{'|'.join(_STEMS)})(?:e|ent|er|era|eront|ée?s?|ation|ations|cation|ence)?(?!\w)", re.IGNORECASE
)


def find(subject: Subject) -> Iterator[Diagnostic]:
    """A finding at the second provision that gives a task away."""
    bodies = _bodies(subject.acronyms)
    if len(bodies) < 2:
        return
    given: dict[tuple[str, str], dict[str, tuple[Passage, int, int]]] = {}
    for passage in subject.lines.holding(*_STEMS):
        if passage.kind != "alinea":
            continue
        for start, end in sentences(passage.chars):
            for task, wanted, actor, at in _tasks(passage, start, end, bodies):
                given.setdefault((task, wanted), {}).setdefault(actor, (passage, start + at[0], start + at[1]))
    for (_, wanted), actors in given.items():
        (one, first), *others = actors.items()
        for other, place in others[:1]:
            words = place[0].chars[place[1] : place[2]]
            labels = [Label(subject.span(*first), _FIRST)]
            yield report(CODE, subject.span(*place), labels=labels, task=words, object=wanted, one=one, other=other)


def _bodies(acronyms: tuple[Use, ...]) -> dict[str, re.Pattern[str]]:
    """The bodies that the act defines with an acronym, and how each may be named."""
    bodies: dict[str, re.Pattern[str]] = {}
    for use in acronyms:
        before = use.passage.chars[: use.start].rstrip(" (\u00a0\u202f")
        if not use.explained or use.acronym in bodies:
            continue
        if found := [*_HEAD.finditer(before)]:
            words = re.findall(r"[\w-]+['’]?", before[found[-1].start() :])
            name = r"\s*".join(re.escape(w.removesuffix("s")) + ("" if w[-1] in "'’" else "s?") for w in words)
            bodies[use.acronym] = re.compile(rf"(?<!\w)(?:{use.acronym}|{name})(?!\w)", re.IGNORECASE)
    return bodies


def _tasks(
    passage: Passage, start: int, end: int, bodies: dict[str, re.Pattern[str]]
) -> Iterator[tuple[str, str, str, tuple[int, int]]]:
    """Each task in the sentence: its verb, for what body, by what body, and where."""
    sentence = passage.chars[start:end]
    for match in _TASK.finditer(sentence):
        here = {name: found for name, body in bodies.items() if (found := body.search(sentence, match.end()))}
        near = {name: found for name, found in here.items() if found.start() - match.end() < 40}
        if not near:
            continue
        wanted = min(near, key=lambda name: near[name].start())
        subject_of = [
            name for name, body in bodies.items() if name != wanted and body.search(sentence, 0, match.start())
        ]
        agent = [name for name in here if name != wanted]
        own = [name for name, body in bodies.items() if name != wanted and body.search(passage.within.title())]
        for actor in (subject_of or agent or own)[:1]:
            yield match["stem"].lower(), wanted, actor, match.span()
