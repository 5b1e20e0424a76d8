"""The Content-Security-Policy of a built site (W3C CSP 3): what its pages need and nothing else, as servers are told it.

It is an HTTP header, not a tag of the pages: in a page that is opened from a disk, `'self'` means nothing that browsers
agree on.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

_SCRIPT = re.compile(r"<script(?P<said>[^>]*)>(?P<body>.*?)</script>", re.DOTALL)
_DATA = re.compile(r'\bsrc=|type="application/(?:ld\+)?json"')
_SERVERS = {
    "nginx.conf": 'add_header {name} "{value}" always;\n',
    "apache.conf": 'Header always set {name} "{value}"\n',
}


def policy(pages: Iterable[str], frames: str = "'none'") -> str:
    """The policy for pages, given as HTML: all from the site itself, and the scripts that the theme writes inside pages.

    `frames` tells whose pages may hold each other in a frame.
    """
    bodies = {body for page in pages for body in _inline(page)}
    hashes = sorted(f"'sha256-{_digest(body)}'" for body in bodies)
    rules = {
        "default-src": "'none'",
        "script-src": " ".join(["'self'", *hashes]),
        "style-src": "'self'",
        "img-src": "'self' data:",
        "font-src": "'self'",
        "connect-src": "'self'",
        "worker-src": "'self'",
        "frame-src": frames,
        "base-uri": "'none'",
        "form-action": "'self'",
        "frame-ancestors": frames,
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def write_headers(site: Path, folder: Path) -> None:
    """Write into `folder` the headers of the site, as the configuration of each server that is known has them."""
    headers = {
        "Content-Security-Policy": policy(p.read_text(encoding="utf-8") for p in sorted(site.rglob("*.html"))),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
    }
    folder.mkdir(parents=True, exist_ok=True)
    for name, line in _SERVERS.items():
        text = "".join(line.format(name=key, value=value) for key, value in headers.items())
        (folder / name).write_text(text, encoding="utf-8")


def _inline(page: str) -> Iterator[str]:
    for script in _SCRIPT.finditer(page):
        if not _DATA.search(script["said"]):
            yield script["body"]


def _digest(body: str) -> str:
    return base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()
