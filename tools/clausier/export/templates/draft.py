"""The documents with which an amendment is put to the vote: as the command makes them, and as the site offers a draft's."""

from __future__ import annotations

from pathlib import Path

from clausier.compile import Compiled
from clausier.diagnostics import Diagnostic
from clausier.emit.site.data import draft_documents
from clausier.export.templates.act import act_data, around
from clausier.export.templates.fill import fill
from clausier.export.templates.find import Template, templates
from clausier.export.word.columns import columns_docx
from clausier.export.word.filled import filled_docx
from clausier.model.act import Act

COMPARISON = "tableau-comparatif"


def comparison(compiled: Compiled, act: Act, template: Template) -> bytes | None:
    """The comparison as a Word file that shows each word that goes or comes.

    None where that is not asked for, where the project has a template of its own for it, or where no version shows what
    the act does.
    """
    texts = around(compiled.timeline, act)
    if template.name != COMPARISON or template.own or texts is None:
        return None
    return columns_docx(compiled.timeline, *texts, proposal=act.draft)


def draft_files(compiled: Compiled, act: Act, root: Path) -> tuple[dict[str, bytes], tuple[Diagnostic, ...]]:
    """The documents that the site has of a draft, by their path below the folder of outputs; or what is wrong in a template.

    `compiled` is the project at `root`, the act taken as in force; `act` is as the sources have it. Raises `NoJinja`.
    """
    found, problems = templates(root)
    if problems:
        return {}, problems
    data = act_data(compiled, act)
    files: dict[str, bytes] = {}
    for name, document in draft_documents(act).items():
        content = comparison(compiled, act, found[name])
        if content is None:
            markdown, problems = fill(root, found[name], data)
            if markdown is not None:
                content, problems = filled_docx(markdown, found[name].path, compiled.timeline.acts[0].title)
        if content is None:
            return {}, problems
        files[document.path] = content
    return files, ()
