"""The preview's server: this machine only, a token in the address, and nothing served but the preview itself."""

from __future__ import annotations

import asyncio
import json
import secrets
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from tornado import web, websocket
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets

from safetystring.authoring.preview.checker import Checker
from safetystring.authoring.preview.desk import Desk
from safetystring.authoring.preview.tab import Tab
from safetystring.authoring.preview.wire import connect
from safetystring.scenario import Lang

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


HOST = "127.0.0.1"
_PACKAGE = Path(__file__).parents[2]
_PAGE = "authoring/preview/page"
_TYPES = {".html": "text/html", ".js": "text/javascript", ".css": "text/css"}
FILES = (
    *(f"{_PAGE}/{name}" for name in ("index.html", "preview.css", "preview.js")),
    *(f"{_PAGE}/{name}.js" for name in ("controls", "findings", "key", "models", "scroll", "types")),
    "player/frontend/dom.js",
    "player/static/player.css",
    "player/static/player.js",
)
"""All that is served, below the token; a page's imports lead from one to the other as they do on the disk."""
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
    "connect-src 'self' ws://{host}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_MAX_MESSAGE = 64_000
"""Bytes a page may send at once; the longest message names the ids of a conversation."""
_LOOK = 0.1
"""Seconds between two looks at the files."""


@dataclass(slots=True)
class Preview:
    """A running preview."""

    desk: Desk
    langs: tuple[Lang, ...]
    token: str
    port: int = 0
    tabs: set[Tab] = field(default_factory=set)

    @property
    def hosts(self) -> frozenset[str]:
        """The names by which a browser may ask; any other is a foreign site that had its name point here."""
        return frozenset({f"{HOST}:{self.port}", f"localhost:{self.port}"})

    @property
    def url(self) -> str:
        """The address to open."""
        return f"http://{HOST}:{self.port}/{self.token}/{_PAGE}/index.html"


def application(preview: Preview) -> web.Application:
    """Return the web application of a preview."""
    known = {"preview": preview}
    return web.Application([(r"/([^/]+)/socket", _Socket, known), (r"/([^/]+)/(.*)", _File, known)])


async def serve(desk: Desk, langs: tuple[Lang, ...], port: int, ready: Callable[[str], None]) -> None:
    """Serve a preview until cancelled.

    Parameters
    ----------
    desk
        What is previewed; read by now.
    langs
        The languages to begin with.
    port
        0 takes a free one.
    ready
        Called with the address once it answers.

    Raises
    ------
    OSError
        If the port cannot be had.
    """
    connect()
    preview = Preview(desk, langs, secrets.token_urlsafe(24))
    sockets = bind_sockets(port, HOST)
    checker = Checker(desk.folder, desk.name)
    preview.port = sockets[0].getsockname()[1]
    server = HTTPServer(application(preview))
    server.add_sockets(sockets)
    try:
        ready(preview.url)
        await watch(preview, checker)
    finally:
        checker.close()
        server.stop()
        for tab in tuple(preview.tabs):
            tab.close()
        await server.close_all_connections()


async def watch(preview: Preview, checker: Checker) -> None:
    """Look at the files, and show each save in every tab; the checks follow, beside what is done meanwhile."""
    seen = checked = None
    checking: asyncio.Task[None] | None = None
    while True:
        stamps = preview.desk.stamps()
        if seen is not None and stamps != seen:
            preview.desk.read()
            for tab in tuple(preview.tabs):
                tab.reload()
        seen = stamps
        if checked != stamps and (checking is None or checking.done()):
            checked = stamps
            checking = asyncio.create_task(_check(preview, checker, stamps))
        await asyncio.sleep(_LOOK)


async def _check(preview: Preview, checker: Checker, stamps: object) -> None:
    found = await checker.findings()
    if preview.desk.stamps() == stamps:  # else the files have changed again, and are checked again
        preview.desk.found = found
        for tab in tuple(preview.tabs):
            tab.tell()


class _Guarded:
    """Who may ask: with the token, under this machine's own name."""

    def initialize(self, preview: Preview) -> None:
        self.preview = preview

    def guard(self, token: str) -> None:
        if self.request.host not in self.preview.hosts:  # type: ignore[attr-defined] # tornado's handler
            raise web.HTTPError(403, "ask by the address that the terminal shows")
        if not secrets.compare_digest(token.encode(), self.preview.token.encode()):
            raise web.HTTPError(404)


class _File(_Guarded, web.RequestHandler):
    def set_default_headers(self) -> None:
        self.set_header("Content-Security-Policy", _POLICY.format(host=self.request.host))
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header("Referrer-Policy", "no-referrer")
        self.set_header("Cross-Origin-Resource-Policy", "same-origin")
        self.set_header("Cache-Control", "no-store")

    def get(self, token: str, name: str) -> None:
        self.guard(token)
        if name not in FILES:
            raise web.HTTPError(404)
        self.set_header("Content-Type", f"{_TYPES[Path(name).suffix]}; charset=utf-8")
        self.finish((_PACKAGE / name).read_bytes())


class _Socket(_Guarded, websocket.WebSocketHandler):
    def check_origin(self, origin: str) -> bool:
        return urlsplit(origin).netloc in self.preview.hosts

    @property
    def max_message_size(self) -> int:
        return _MAX_MESSAGE

    async def get(self, token: str) -> None:
        self.guard(token)
        await super().get(token)

    def open(self, _token: str) -> None:
        self._tab = Tab(self.preview.desk, self.preview.langs, self._send)
        self.preview.tabs.add(self._tab)
        self._tab.begin()

    def on_message(self, message: str | bytes) -> None:
        try:
            content = json.loads(message)
        except (ValueError, RecursionError):
            return
        if isinstance(content, dict):
            self._tab.hear(content)

    def on_close(self) -> None:
        tab = getattr(self, "_tab", None)
        if tab is not None:
            self.preview.tabs.discard(tab)
            tab.close()

    def _send(self, message: Mapping[str, Any]) -> None:
        if self.ws_connection is not None and not self.ws_connection.is_closing():
            self.write_message(json.dumps(message, ensure_ascii=False, default=str))
