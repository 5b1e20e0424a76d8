"""A YAML source in canonical form: its keys with their accents, its lists indented, one blank line where there were several."""

from __future__ import annotations

import io
import re
from collections.abc import Hashable, Iterator
from typing import Any

from clausier.author.canonical.steps import CHARACTERS, LINES, Read, Step, composed, counted, settled
from clausier.diagnostics import Diagnostic, Message, has_errors
from clausier.source.schema import check_node
from clausier.source.vocabulary import canonical
from clausier.source.yaml import Mapping, Node, Scalar, Sequence, read_yaml

FREE_KEYS_WITH_TERMS = "interprétations"  # its keys are no schema's, but terms of the vocabulary all the same
OPERATIONS = "opérations"
KEYS = Message(fr="accents des clés", en="accents of keys")
LAYOUT = Message(fr="présentation du YAML", en="layout of the YAML")


def format_yaml(
    name: str, text: str, schema: str, *, first_line: int = 1
) -> tuple[str, tuple[Message, ...], tuple[Diagnostic, ...]]:
    """A YAML source in canonical form, what was changed in it, and why it cannot be (its text is then as it was).

    `name` and `first_line` place the findings; `schema` as in `clausier.schemas.names`.
    """
    _, found = _yaml(name, text, schema, first_line)
    if has_errors(found):
        return text, (), found

    def reading(candidate: str) -> Read:
        content, again = _yaml(name, candidate, schema)
        return Read((content, _comments(candidate) if content is not None else ()), counted(again))

    steps = (
        *CHARACTERS,
        Step(KEYS, lambda candidate: _with_accents(name, candidate, schema)),
        Step(LAYOUT, _laid_out),
        Step(LINES, _without_double_blank_lines),
        Step(LINES, _one_final_newline),
    )
    return (*settled(text, steps, reading), ())


def _yaml(name: str, text: str, schema: str, first_line: int = 1) -> tuple[Hashable, tuple[Diagnostic, ...]]:
    node, found = read_yaml(name, text, first_line=first_line)
    if node is None or has_errors(found):
        return None, found
    checked, more = check_node(node, schema)
    return _node(checked), (*found, *more)


def _node(node: Node, *, terms: bool = False) -> Hashable:
    match node:
        case Scalar():
            return composed(node.value)
        case Sequence():
            return tuple(_node(item) for item in node.items)
        case Mapping():
            return tuple(
                (
                    canonical(e.key.value) if terms else composed(e.key.value),
                    _node(e.value, terms=_has_terms(e.key, terms=terms)),
                )
                for e in node.entries
            )


def _has_terms(key: Scalar, *, terms: bool) -> bool:
    """Whether the keys below `key`, itself one of `terms` or not, are terms: what is left open, and the senses that it can have."""
    return terms or canonical(key.value) == FREE_KEYS_WITH_TERMS


def _comments(text: str) -> tuple[str, ...]:
    """The comments of a YAML text, in order: what stands outside of its tokens."""
    import yaml

    found: list[str] = []
    at = 0
    for token in yaml.scan(text, Loader=getattr(yaml, "CLoader", yaml.Loader)):
        found += re.findall(r"#[^\n]*", text[at : token.start_mark.index])
        if isinstance(token, yaml.ScalarToken) and token.style in {"|", ">"}:
            head, _, _ = text[token.start_mark.index :].partition("\n")
            found += re.findall(r"#.*", head)
        at = max(at, token.end_mark.index)
    found += re.findall(r"#[^\n]*", text[at:])
    return tuple(composed(comment.rstrip()) for comment in found)


def _without_double_blank_lines(text: str) -> str:
    return re.sub(r"\n{3,}", "\n\n", text).lstrip("\n")


def _one_final_newline(text: str) -> str:
    return text.rstrip("\n") + "\n"


def _with_accents(name: str, text: str, schema: str) -> str:
    """The text with the keys of its schema, and the terms under `interprétations`, as the vocabulary spells them."""
    node, _ = read_yaml(name, text)
    if node is None:
        return text
    checked, _ = check_node(node, schema)
    lines = text.split("\n")
    # From the end, so that what is changed moves nothing that is still to be changed.
    for key, new in sorted(_respelt(node, checked), key=lambda pair: (-pair[0].span.line, -pair[0].span.column)):
        line, start = key.span.line - 1, key.span.column - 1
        if lines[line].startswith(key.value, start):
            lines[line] = lines[line][:start] + new + lines[line][start + len(key.value) :]
    return "\n".join(lines)


def _respelt(node: Node, checked: Node, *, terms: bool = False) -> Iterator[tuple[Scalar, str]]:
    match node, checked:
        case Sequence(), Sequence():
            for item, other in zip(node.items, checked.items, strict=True):
                yield from _respelt(item, other)
        case Mapping(), Mapping():
            for entry, other_entry in zip(node.entries, checked.entries, strict=True):
                new = canonical(entry.key.value) if terms else other_entry.key.value
                if new != entry.key.value:
                    yield entry.key, new
                below = _has_terms(other_entry.key, terms=terms)
                yield from _respelt(entry.value, other_entry.value, terms=below)
        case _:
            return


def _laid_out(text: str) -> str:
    """The same YAML with lists indented under their keys, an operation a dash, and one space where one belongs.

    As it is where that fails.
    """
    from ruamel.yaml import YAML

    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = 10**6
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.Resolver = _texts()
    out = io.StringIO()
    try:
        content = yaml.load(text)
        for block in _operations(content):
            block.fa.set_block_style()
        yaml.dump(content, out)
    except Exception:  # noqa: BLE001 - its writer may trip over what its reader takes; the text, which has been read, then stays
        return text
    return out.getvalue()


def _operations(content: Any) -> Iterator[Any]:
    """The list of operations and each of them, as ruamel reads them: a check gives them on one line, to be pasted."""
    for key, value in content.items() if isinstance(content, dict) else ():
        if key == OPERATIONS and isinstance(value, list):
            yield value
            yield from (one for one in value if isinstance(one, dict))


def _texts() -> Any:
    """A resolver for which every scalar is a text, so that `010`, `no` and `2022-06-21` come out as they went in."""
    from ruamel.yaml.resolver import VersionedResolver

    class Texts(VersionedResolver):
        @property
        def versioned_resolver(self) -> Any:
            return {}

    return Texts
