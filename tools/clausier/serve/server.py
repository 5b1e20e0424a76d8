"""The site over HTTP, on this machine alone."""

from __future__ import annotations

import mimetypes
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock, Thread
from urllib.parse import unquote, urlsplit

from clausier.diagnostics import Lang
from clausier.serve.page import STATE, with_findings, without_site
from clausier.serve.preview import Preview, Rebuilt

HOST = "127.0.0.1"
_NAMES = {HOST, "localhost"}


class Shown:
    """What the server shows: the site of `preview` and the findings of its last rebuild."""

    def __init__(self, preview: Preview, lang: Lang) -> None:
        self.preview, self.lang = preview, lang
        self.serial = 0
        self.rebuilt = Rebuilt(diagnostics=(), pages=None)
        # Held while outputs change place: no reader finds half a site, or none.
        self._whole = Lock()

    def rebuild(self) -> Rebuilt:
        """Rebuild, and let the pages that are open know."""
        with self._whole:
            self.rebuilt = self.preview.rebuild()
            self.serial += 1
        return self.rebuilt

    def answer(self, path: str) -> tuple[int, str, bytes]:
        """The status, type and body for a path of the site."""
        if path == STATE:
            return 200, "text/plain; charset=utf-8", str(self.serial).encode()
        with self._whole:
            serial, found = self.serial, self.rebuilt.diagnostics
            site = self.preview.out / "site"
            if not site.is_dir():
                return 503, "text/html; charset=utf-8", without_site(found, serial, self.lang)
            file = _file(site, path)
            status = 200 if file else 404
            file = file or _file(site, "/404.html")
            data = file.read_bytes() if file else b""
        kind = mimetypes.guess_type(file.name)[0] if file else None
        if kind == "text/html":
            data = with_findings(data, found, serial, self.lang)
        return status, f"{kind or 'application/octet-stream'}{'; charset=utf-8' if kind == 'text/html' else ''}", data


def _file(site: Path, path: str) -> Path | None:
    """The file of the site at `path`; None where there is none, or where the path leaves the site."""
    parts = [part for part in unquote(path).split("/") if part]
    if any(part in {".", ".."} or "\\" in part or "\0" in part for part in parts):
        return None
    file = site.joinpath(*parts)
    if file.is_dir():
        file = file / "index.html"
    return file if file.is_file() else None


class Server:
    """The server, listening from the moment it is made: `port` 0 takes one that is free. Raises `OSError`."""

    def __init__(self, shown: Shown, port: int) -> None:
        self._http = ThreadingHTTPServer((HOST, port), _handler(shown))
        self._http.daemon_threads = True
        self.url = f"http://{HOST}:{self._http.server_port}/"

    def start(self) -> None:
        """Answer, in a thread of its own."""
        Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True).start()

    def stop(self) -> None:
        """Answer no more, and free the port."""
        self._http.shutdown()
        self._http.server_close()


def _handler(shown: Shown) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            """Answer with the body."""
            self._answer(body=True)

        def do_HEAD(self) -> None:
            """Answer without it."""
            self._answer(body=False)

        def _answer(self, *, body: bool) -> None:
            # A page from elsewhere, under a name that leads here, must not read what is served here.
            if (urlsplit(f"//{self.headers.get('Host', '')}").hostname or "") not in _NAMES:
                status, kind, data = 403, "text/plain; charset=utf-8", b"only localhost is served\n"
            else:
                status, kind, data = shown.answer(urlsplit(self.path).path)
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(data)))
            self.send_header("Cache-Control", "no-store")
            self.end_headers()
            if body:
                self.wfile.write(data)

        def log_message(self, *_: object) -> None:
            """Say nothing: the terminal is for findings."""

    return Handler
