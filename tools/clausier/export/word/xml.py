"""XML of the parts of a Word file: characters escaped, those that XML 1.0 does not allow made visible."""

from __future__ import annotations

import re

from clausier.emit import html

# A part that holds one of these does not open at all.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def escape(chars: str) -> str:
    """`chars` as XML text, fit for an attribute in double quotes too."""
    return html.escape(_NOT_XML.sub("\ufffd", chars))


def element(name: str, content: str = "", /, **attributes: str) -> str:
    """`<w:name …>content</w:name>`; the attributes are of the same namespace, and their values plain text."""
    given = "".join(f' w:{key.rstrip("_")}="{escape(value)}"' for key, value in attributes.items())
    return f"<w:{name}{given}>{content}</w:{name}>" if content else f"<w:{name}{given}/>"


def properties(name: str, *parts: str) -> str:
    """An element of properties, whose order is the schema's; nothing where there are none."""
    inner = "".join(parts)
    return element(name, inner) if inner else ""
