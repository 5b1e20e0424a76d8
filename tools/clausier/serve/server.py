"""The site over HTTP, on this machine alone."""

from __future__ import annotations

import mimetypes
from collections.abc import Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock, Thread
from urllib.parse import unquote, urlsplit

from msgspec import Struct

from clausier.diagnostics import Lang
from clausier.policy import policy
from clausier.serve.beside import Beside
from clausier.serve.page import ASSETS, BESIDE, OWN, STATE, address, with_findings, without_site
from clausier.serve.preview import Preview, Rebuilt

HOST = "127.0.0.1"
_NAMES = {HOST, "localhost"}
_OWN = {f"{OWN}{name}": Path(__file__).with_name("assets") / name for name in ASSETS}


class Answer(Struct, frozen=True, kw_only=True):
    """What is sent: a status, a type and a body."""

    status: int = 200
    kind: str
    data: bytes


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

    def answer(self, path: str) -> Answer:
        """What is at a path of the site, or of the pages that this server adds to it."""
        if path == STATE:
            return Answer(kind="text/plain", data=str(self.serial).encode())
        if path in _OWN:
            return Answer(kind=mimetypes.guess_type(path)[0] or "", data=_OWN[path].read_bytes())
        with self._whole:
            serial, found, made = self.serial, self.rebuilt.diagnostics, self.preview.made
            if path.startswith(BESIDE):
                beside = Beside(root=self.preview.root, diagnostics=found, made=made, lang=self.lang)
                page = beside.page(unquote(path.removeprefix(BESIDE)))
                if page is not None:
                    return Answer(kind="text/html", data=with_findings(page, found, serial, self.lang))
            site = self.preview.out / "site"
            if not site.is_dir():
                return Answer(status=503, kind="text/html", data=without_site(found, serial, self.lang))
            file = _file(site, path)
            status = 200 if file else 404
            file = file or _file(site, "/404.html")
            data = file.read_bytes() if file else b""
        kind = (mimetypes.guess_type(file.name)[0] if file else None) or "application/octet-stream"
        if file and kind == "text/html":
            data = with_findings(data, found, serial, self.lang, _source(file.relative_to(site).as_posix(), made))
        return Answer(status=status, kind=kind, data=data)


def _source(page: str, made: Mapping[str, str]) -> str:
    """The page of the source that a page of the site is made of, or else that of all."""
    found = next((source for source, there in made.items() if there.partition("#")[0] == page), None)
    return address(found) if found else BESIDE


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
                answer = Answer(status=403, kind="text/plain", data=b"only localhost is served\n")
            else:
                answer = shown.answer(urlsplit(self.path).path)
            self.send_response(answer.status)
            text = "; charset=utf-8" if answer.kind.startswith("text/") else ""
            self.send_header("Content-Type", f"{answer.kind}{text}")
            self.send_header("Content-Length", str(len(answer.data)))
            self.send_header("Cache-Control", "no-store")
            if answer.kind == "text/html":
                # As published, but that a source has what it makes beside it in a frame.
                self.send_header("Content-Security-Policy", policy([answer.data.decode()], frames="'self'"))
            self.end_headers()
            if body:
                self.wfile.write(answer.data)

        def log_message(self, *_: object) -> None:
            """Say nothing: the terminal is for findings."""

    return Handler
