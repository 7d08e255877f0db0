from __future__ import annotations

import asyncio
import contextlib
import json
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest
from tornado.httpclient import AsyncHTTPClient, HTTPClientError, HTTPRequest
from tornado.websocket import websocket_connect

from safetystring.authoring.preview.desk import Desk
from safetystring.authoring.preview.server import FILES, serve
from support.project import write_project

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("connected")
PAGE = "/authoring/preview/page/index.html"


@contextlib.asynccontextmanager
async def running(folder: Path) -> AsyncIterator[str]:
    """A preview that answers; its address without the page's name."""
    desk = Desk(folder, "alder")
    desk.read()
    ready: asyncio.Future[str] = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(serve(desk, ("zh",), 0, ready.set_result))
    try:
        url = await asyncio.wait_for(ready, 10)
        assert url.endswith(PAGE)
        yield url.removesuffix(PAGE)
    finally:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task


def with_preview(tmp_path: Path, test: Callable[[str, Path], Awaitable[None]]) -> None:
    folder = write_project(tmp_path / "scenarios")

    async def main() -> None:
        async with running(folder) as base:
            await test(base, folder)

    asyncio.run(main())


async def status(url: str, **headers: str) -> int:
    try:
        answer = await AsyncHTTPClient().fetch(HTTPRequest(url, headers=headers))
    except HTTPClientError as error:
        return error.code
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    return answer.code


def test_only_this_machine_with_the_token_and_only_the_preview_s_own_files(tmp_path: Path) -> None:
    async def look(base: str, folder: Path) -> None:
        parts = urlsplit(base)
        assert parts.hostname == "127.0.0.1"
        assert len(parts.path) > 30
        for name in FILES:
            assert await status(f"{base}/{name}") == 200, name
        host = f"http://{parts.netloc}"
        assert await status(f"{host}/wrong{PAGE}") == 404
        assert await status(f"{host}/") == 404
        for name in ("player/widget.py", "../../pyproject.toml", "%2e%2e/x", f"{folder}/contacts.yaml", ""):
            assert await status(f"{base}/{name}") in (403, 404), name
        assert await status(f"{base}{PAGE}", Host="evil.example") == 403
        assert await status(f"{base}{PAGE}", Host=f"evil.example:{parts.port}") == 403

    with_preview(tmp_path, look)


def test_no_other_page_may_open_the_socket(tmp_path: Path) -> None:
    async def look(base: str, _folder: Path) -> None:
        socket = f"ws{base.removeprefix('http')}/socket"
        wrong = socket.replace(urlsplit(base).path, "/wrong")
        for url, origin in ((socket, "http://evil.example"), (socket, "null"), (wrong, base)):
            with pytest.raises(HTTPClientError):
                await websocket_connect(HTTPRequest(url, headers={"Origin": origin}))

    with_preview(tmp_path, look)


def test_a_save_is_shown_and_then_checked(tmp_path: Path) -> None:
    async def look(base: str, folder: Path) -> None:
        origin = {"Origin": f"http://{urlsplit(base).netloc}"}
        page = await websocket_connect(HTTPRequest(f"ws{base.removeprefix('http')}/socket", headers=origin))

        async def until(kind: str, fits: Callable[[dict[str, Any]], bool] = lambda _: True) -> dict[str, Any]:
            while True:
                said = await asyncio.wait_for(page.read_message(), 10)
                assert said is not None, "the socket was closed"
                message: dict[str, Any] = json.loads(said)
                if message["do"] == kind and fits(message):
                    return message

        await until("show")
        await until("findings", lambda message: message["checked"])
        for nonsense in ("{", "[]", "5", json.dumps({"do": "go", "scene": "s02"})):
            await page.write_message(nonsense)
        assert (await until("at"))["choice"] == "c02"
        path = folder / "alder" / "scenario.yaml"
        text = path.read_text()
        path.write_text(text.replace("Message 3 in English", "Another third message"))
        await page.write_message(json.dumps({"do": "langs", "langs": ["en"]}))
        await until("show", lambda message: "Another third message" in json.dumps(message))
        assert (await until("at"))["choice"] == "c02"
        path.write_text(text + "\nminuts: 5\n")
        assert (await until("findings", lambda message: message["checked"]))["findings"][0]["code"] == "SS011"
        await page.write_message("x" * 100_000)
        while await page.read_message() is not None:
            pass  # too long: the server closes

    with_preview(tmp_path, look)
