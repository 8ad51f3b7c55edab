"""The web server: one page, what it needs, and a websocket a desk. Nothing it serves leads elsewhere."""

from __future__ import annotations

import asyncio
import signal
import socket
from collections.abc import Awaitable, Callable, Sequence
from html import escape
from importlib.resources import files
from pathlib import Path
from string import Template

import textual_serve
from aiohttp import WSMsgType, web
from textual_serve.download_manager import DownloadManager

from workbench.errors import UsageError
from workbench.serving.desk import Desk, window
from workbench.serving.guard import Asked, Guard
from workbench.visible import visible

_PAGE = files("workbench.serving") / "page"
_ASSETS = Path(textual_serve.__file__).parent / "static"
_SERVED = {
    "desk.css": "text/css",
    "desk.js": "text/javascript",
    "css/xterm.css": "text/css",
    "js/textual.js": "text/javascript",
    "fonts/RobotoMono-VariableFont_wght.ttf": "font/ttf",
    "fonts/RobotoMono-Italic-VariableFont_wght.ttf": "font/ttf",
}
"""Every file that is served, with its type: our own, and those of textual-serve by their folder."""

_HEADERS = {
    # The terminal sets styles of its own; everything else comes from this server, or is refused.
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
    "font-src 'self'; img-src 'self' data:; connect-src 'self' ws://{host}; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'",
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
_HEARTBEAT = 15.0
"""Seconds between signs of life on a websocket."""

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class DeskServer:
    """Serves the desk that `command` shows; `title` stands in the tab.

    `words` are the page's texts in the reader's language: those that `page.html` names, and one for each
    kind of refusal.
    """

    def __init__(self, command: Sequence[str], guard: Guard, title: str, words: dict[str, str]) -> None:
        self._command = command
        self._guard = guard
        self._title = title
        self._words = words
        self._downloads = DownloadManager()
        self._sockets: set[web.WebSocketResponse] = set()

    def application(self) -> web.Application:
        """The application, every request of which the guard sees first."""
        app = web.Application(middlewares=[self._at_the_door])
        app.add_routes(
            [
                web.get("/", self._page),
                web.get("/static/{name:.+}", self._static),
                web.get("/download/{key}", self._download),
                web.get("/ws", self._websocket),
            ]
        )
        app.on_shutdown.append(self._close_tabs)
        return app

    @web.middleware
    async def _at_the_door(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        refusal = self._guard.refusal(_asked(request))
        if refusal:
            return web.Response(status=403, text=f"403 {self._words[refusal]}\n", headers=_headers(request))
        return await handler(request)

    async def _page(self, request: web.Request) -> web.Response:
        page = Template((_PAGE / "page.html").read_text(encoding="utf-8"))
        named = {"title": visible(self._title), "websocket": f"ws://{request.host}/ws"} | self._words
        body = page.substitute({name: escape(text) for name, text in named.items()})
        response = web.Response(text=body, content_type="text/html", headers=_headers(request))
        response.set_cookie(self._guard.cookie, self._guard.token, httponly=True, samesite="Strict", path="/")
        return response

    async def _static(self, request: web.Request) -> web.Response:
        name = request.match_info["name"]
        if name not in _SERVED:
            raise web.HTTPNotFound
        body = (_ASSETS / name).read_bytes() if "/" in name else (_PAGE / name).read_bytes()
        return web.Response(body=body, content_type=_SERVED[name], headers=_headers(request))

    async def _download(self, request: web.Request) -> web.StreamResponse:
        """A file that a desk gives its tab, such as an export."""
        key = request.match_info["key"]
        try:
            meta = await self._downloads.get_download_metadata(key)
        except KeyError:
            raise web.HTTPNotFound from None
        response = web.StreamResponse(headers=_headers(request))
        # Never shown in the tab: what a desk exports is made of other people's text.
        response.content_type = "application/octet-stream"
        name = escape(visible(meta.file_name).encode("ascii", "replace").decode())
        response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
        await response.prepare(request)
        async for piece in self._downloads.download(key):
            await response.write(piece)
        await response.write_eof()
        return response

    async def _websocket(self, request: web.Request) -> web.WebSocketResponse:
        tab = web.WebSocketResponse(heartbeat=_HEARTBEAT)
        await tab.prepare(request)
        self._sockets.add(tab)
        desk = Desk(self._command, tab, self._downloads)
        try:
            await desk.start(
                window(request.query.get("width"), default=80),
                window(request.query.get("height"), default=24),
            )
            async for message in tab:
                if message.type == WSMsgType.TEXT:
                    await _pass_on(message.json(), desk, tab)
        finally:
            self._sockets.discard(tab)
            await asyncio.shield(desk.stop())
        return tab

    async def _close_tabs(self, _app: web.Application) -> None:
        await asyncio.gather(*(tab.close() for tab in list(self._sockets)))


def _headers(request: web.Request) -> dict[str, str]:
    """Headers of every answer. The Host was held against our own names, or the answer is a refusal."""
    host = request.host if _plain(request.host) else ""
    return {name: value.format(host=host) for name, value in _HEADERS.items()}


def _plain(host: str) -> bool:
    return all(char.isascii() and (char.isalnum() or char in ".:[]-") for char in host)


def _asked(request: web.Request) -> Asked:
    return Asked(
        headers={name.lower(): value for name, value in request.headers.items()},
        query=dict(request.query),
        cookies=dict(request.cookies),
        websocket=request.path == "/ws",
    )


async def _pass_on(message: object, desk: Desk, tab: web.WebSocketResponse) -> None:
    """Passes what a tab says on to its desk; anything else than the page says is ignored."""
    match message:
        case ["stdin", str(typed)]:
            await desk.send_bytes(typed.encode("utf-8", "replace"))
        case ["resize", {"width": int(width), "height": int(height)}]:
            await desk.set_terminal_size(window(str(width), 80), window(str(height), 24))
        case ["ping", data]:
            await tab.send_json(["pong", data])
        case ["blur", *_]:
            await desk.blur()
        case ["focus", *_]:
            await desk.focus()


def listening(host: str, port: int) -> socket.socket:
    """A socket bound to `host` and `port` (0: a free one). Raises UsageError where that cannot be had."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host or None, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        bound = socket.socket(family, kind, protocol)
    except OSError as error:
        raise UsageError("No such host", f"{host}: {error.strerror}") from error
    try:
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind(address)
    except OSError as error:
        bound.close()
        raise UsageError(
            "Cannot serve there", f"{host}:{port}: {error.strerror}", "`--port 0` takes a free port"
        ) from error
    return bound


async def serve(server: DeskServer, bound: socket.socket, ready: Callable[[], None]) -> None:
    """Serves on `bound`, calling `ready` when it listens, until a signal to stop; then ends every desk."""
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    runner = web.AppRunner(server.application(), access_log=None, handle_signals=False)
    await runner.setup()
    try:
        await web.SockSite(runner, bound).start()
        ready()
        await stop.wait()
    finally:
        await runner.cleanup()
