"""The entries of the theme's menu, each rendered once for all the pages on which it comes out the same.

Material renders the whole menu anew for each page: on a long site, a third of the time of a page. An entry that neither is
the page nor holds it differs only in its address, which is relative to the folder of the page. The templates are the
theme's own, but for what they call.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jinja2 import Environment, pass_context
from jinja2.ext import Extension
from jinja2.runtime import Context

_ONCE = "rendered_once"
CALLS = {
    "partials/nav.html": "item.render(nav_item, path, 1)",
    "partials/nav-item.html": 'render(item, path ~ "_" ~ loop.index, level + 1, nav_item)',
    "partials/tabs.html": "item.render(nav_item)",
}
"""Where the theme calls what renders an entry. A theme that calls it otherwise renders it each time."""


class OnceForAFolder(Extension):
    """Puts what remembers entries between those calls and what renders them."""

    def __init__(self, environment: Environment) -> None:
        super().__init__(environment)
        environment.globals[_ONCE] = _remembering()

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002 - Jinja's
        """The template with those calls changed."""
        call = CALLS.get(name or "")
        if call is None:
            return source
        renders, _, given = call.partition("(")
        return source.replace(call, f"{_ONCE}({renders}, {given}")


def _remembering() -> Callable[..., str]:
    known: dict[tuple[object, ...], tuple[Any, str]] = {}

    @pass_context
    def once(context: Context, render: Callable[..., str], entry: Any, *where: Any) -> str:
        page = context.get("page")
        if page is None or entry.active or getattr(entry, "pages", None):
            return render(entry, *where)
        folder, _, name = page.url.rpartition("/")
        *place, parent = where if len(where) > 2 else (*where, None)
        key = (folder if "." in name else page.url, id(entry), *place, getattr(parent, "active", None))
        if key not in known:
            known[key] = entry, render(entry, *where)  # kept, so that no other comes to have its identity
        return known[key][1]

    return once
