"""Texts and operations for tests of the passes in the middle, made from the words of the sources by the real readers."""

from __future__ import annotations

from msgspec.structs import replace

from clausier.amend import Applied, apply
from clausier.consolidate import run
from clausier.diagnostics import Diagnostic, Span
from clausier.model.act import Act
from clausier.model.dates import Date, When, day
from clausier.model.operation import Operation, TextOperation
from clausier.model.provision import Provision
from clausier.model.target import Target
from clausier.refs import Failure, Place, find
from clausier.source.dates import Known
from clausier.source.markdown import read_markdown
from clausier.source.operations import read_operations
from clausier.source.outline import Writer, outline
from clausier.source.schema import check_node
from clausier.source.targets import read_target
from clausier.source.yaml import Mapping, read_yaml
from support.literate import provision

CONVENTION = "convention"


def document(markdown: str, act: str = CONVENTION) -> Provision:
    """The text that the Markdown is, as the act wrote it."""
    parts, problems = read_markdown("convention/01.md", markdown)
    content, more = outline(parts)
    assert not (*problems, *more), [d.message.text("en") for d in (*problems, *more)]
    writer = Writer(act, act)
    return Provision(id=act, kind="document", children=tuple(writer.provision(c) for c in content.children))


def target(words: str) -> Target:
    """The target that the words name."""
    found, problems = read_target(words, Span("a.md"))
    assert found is not None, problems
    return found


def places(words: str, text: Provision) -> tuple[Place, ...] | Failure:
    """What the words name in the text."""
    return find(target(words), text)


def operations(header: str, body: str = "", act: str = "a") -> tuple[Operation, ...]:
    """The operations of the header of an article (`- abroger: 1`), which quotes what `body` quotes."""
    node, problems = read_yaml("a.md", f"opérations:\n{header}")
    assert node is not None, problems
    assert not problems
    node, problems = check_node(node, "article-avenant")
    assert isinstance(node, Mapping)
    assert not problems, [d.message.text("en") for d in problems]
    article = document(f"# Article 1\n\nTexte.\n\n{body}", act).children[0]
    found, diagnostics = read_operations(node, article, act, Known(signed=None, events={}))
    assert not diagnostics, [d.message.text("en") for d in diagnostics]
    return found


def operation(header: str, body: str = "", act: str = "a") -> TextOperation:
    """The one operation of a header, on the text."""
    (found,) = operations(header, body, act)
    return found  # type: ignore[return-value]  # tests ask for operations on the text


def on(words: str) -> When:
    """The day, month or year that the words name."""
    found = day(words)
    assert found is not None
    return found


def amendment(
    name: str,
    in_force: Date | str,
    header: str = "",
    body: str = "",
    *,
    signed: str = "2019-12-31",
    document_: str = "",
) -> Act:
    """An amendment with the operations of a header; `document_` is its own text where a test looks at it."""
    return Act(
        id=name,
        kind="convention" if name == CONVENTION else "amendment",
        title=name,
        folder=f"amendments/{name}",
        signed=on(signed) if signed else None,
        in_force=on(in_force) if isinstance(in_force, str) else in_force,
        document=document(document_, name) if document_ else Provision(id=name, kind="document"),
        operations=operations(header, body, name) if header else (),
        span=Span(f"amendments/{name}/avenant.yml"),
    )


def applied(text: Provision, header: str, body: str = "", act: str = "a") -> tuple[Provision, tuple[Diagnostic, ...]]:
    """The text after the operations of a header, and what does not fit."""
    made = run(operations(header, body, act), text)  # type: ignore[arg-type]  # likewise
    return made.document, tuple(made.findings)


def amended(text: Provision, header: str, body: str = "", act: str = "a") -> Provision:
    """The text after the operations of a header, which fit."""
    after, diagnostics = applied(text, header, body, act)
    assert not diagnostics, [d.message.text("fr") for d in diagnostics]
    return after


def shown(text: Provision, *, origins: bool = False) -> str:
    """The text as literate cases show it."""
    return "\n".join(line for child in text.children for line in provision(child, 1, origins=origins))


__all__ = [
    "Applied",
    "amended",
    "amendment",
    "applied",
    "apply",
    "document",
    "on",
    "operation",
    "operations",
    "places",
    "replace",
    "shown",
    "target",
]
