"""`clausier serve`: the site, rebuilt at every save."""

from __future__ import annotations

import json
import signal
import time
import webbrowser
from collections.abc import Callable
from pathlib import Path
from threading import Event

import click

from clausier import FORMAT
from clausier.cli.framework import refuse, spoken, use_colour
from clausier.cli.options import define, format_option, option
from clausier.cli.reading import report_and_end
from clausier.diagnostics import Lang, Message
from clausier.diagnostics.render import as_data, as_text, summary
from clausier.serve.preview import Preview, Rebuilt
from clausier.serve.server import Server, Shown
from clausier.serve.watch import saves
from clausier.source.acts import no_project

Tell = Callable[[Rebuilt, float, str], None]


@define(
    "serve",
    fr="Montrer le site sur cette machine, et le reconstruire à chaque enregistrement. Les erreurs s’affichent ici et en haut "
    "de la page, qui se recharge seule. Sous /_source/, chaque source est à côté de ce qu’elle donne. Ctrl-C arrête.",
    en="Show the site on this machine, and rebuild it at every save. Errors are shown here and on top of the page, which "
    "reloads by itself. Below /_source/, each source stands beside what it makes. Ctrl-C stops.",
    example="clausier serve --open",
)
@format_option("text", "json")
@option(
    "--port",
    type=click.IntRange(0, 65535),
    metavar="N",
    default=8000,
    show_default=False,
    fr="Port (8000 par défaut\u00a0; 0\u00a0: un port libre).",
    en="Port (8000 by default; 0: one that is free).",
)
@option("--open", "browse", is_flag=True, fr="Ouvrir le navigateur.", en="Open the browser.")
def command(project: Path, format_: str, port: int, browse: bool) -> None:
    """Serve until stopped."""
    lang = spoken()
    if not (project / "convention").is_dir():
        report_and_end((no_project(),))
    shown = Shown(Preview(project, project / "build"), lang)
    try:
        server = Server(shown, port)
    except OSError:
        refuse(
            fr=f"le port {port} est pris\u00a0; --port 0 en choisit un libre",
            en=f"port {port} is taken; --port 0 chooses one that is free",
        )
    # The end of a session asks as Ctrl-C does.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        _run(shown, server, project, _as_json(lang) if format_ == "json" else _as_text(lang), browse=browse)
    except KeyboardInterrupt:
        if format_ == "text":
            click.echo(Message(fr="\nArrêté.", en="\nStopped.").text(lang))


def _run(shown: Shown, server: Server, project: Path, tell: Tell, *, browse: bool) -> None:
    try:
        server.start()
        for _ in saves(project, Event()):
            start = time.monotonic()
            rebuilt = shown.rebuild()
            tell(rebuilt, time.monotonic() - start, server.url)
            if browse and shown.serial == 1:
                webbrowser.open(server.url)
    finally:
        server.stop()


def _as_text(lang: Lang) -> Tell:
    def tell(rebuilt: Rebuilt, seconds: float, url: str) -> None:
        errors = [d for d in rebuilt.diagnostics if d.severity == "error"]
        if errors:
            click.echo(as_text(errors, lang, colour=use_colour()) + "\n")
        counted = {name: summary(rebuilt.diagnostics, name) for name in ("fr", "en")}
        took = f"{seconds:.2f}"
        built = Message(
            fr=f"{url}  reconstruit en {took.replace('.', ',')} s ({counted['fr']})",
            en=f"{url}  rebuilt in {took} s ({counted['en']})",
        )
        left = Message(
            fr=f"{url}  laissé tel quel ({counted['fr']})",
            en=f"{url}  left as it was ({counted['en']})",
        )
        click.echo((left if rebuilt.pages is None else built).text(lang))

    return tell


def _as_json(lang: Lang) -> Tell:
    def tell(rebuilt: Rebuilt, seconds: float, url: str) -> None:
        found = as_data(rebuilt.diagnostics, lang)
        line = {
            "url": url,
            "rebuilt": rebuilt.pages is not None,
            "pages": rebuilt.pages or 0,
            "seconds": round(seconds, 3),
        }
        click.echo(json.dumps({"format": FORMAT, **line, **found}, ensure_ascii=False))

    return tell
