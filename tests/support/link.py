"""A wire between browser and server that can be slow, counted, and cut: a TCP proxy on a port of its own."""

from __future__ import annotations

import asyncio
import threading
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self, TypeVar

if TYPE_CHECKING:
    from collections.abc import Coroutine
    from types import TracebackType

T = TypeVar("T")
_CHUNK = 1 << 16


@dataclass
class Link:
    """Carries every connection to `port` of this machine.

    Attributes
    ----------
    port
        Of the server at the far end.
    delay
        Seconds that everything takes each way; may be changed at any time, and holds for what is sent from then on.
    up, down
        Bytes carried so far from the browser, and to it.
    own_port
        Where the browser connects.
    """

    port: int
    delay: float = 0.0
    up: int = 0
    down: int = 0
    own_port: int = 0
    _cut: bool = False
    _writers: set[asyncio.StreamWriter] = field(default_factory=set)

    def __enter__(self) -> Self:
        """Open the near end."""
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self._server = self._call(asyncio.start_server(self._carry, "127.0.0.1", 0))
        self.own_port = self._server.sockets[0].getsockname()[1]
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it, and all that goes over it."""
        self.cut()
        self._call(self._end())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(5)

    @property
    def url(self) -> str:
        """Where the browser finds the server."""
        return f"http://127.0.0.1:{self.own_port}"

    def cut(self) -> None:
        """Break every connection, and refuse new ones until :meth:`mend`."""
        self._cut = True
        self._loop.call_soon_threadsafe(self._abort)

    def _abort(self) -> None:
        for writer in self._writers:
            writer.transport.abort()

    def mend(self) -> None:
        """Let connections through again."""
        self._cut = False

    def _call(self, work: Coroutine[None, None, T]) -> T:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(10)

    async def _end(self) -> None:
        self._server.close()  # in its own thread, like all that its connections do
        self._abort()
        rest = asyncio.all_tasks() - {asyncio.current_task()}
        if rest:
            await asyncio.wait(rest, timeout=5)

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self._cut:
            writer.transport.abort()
            return
        try:
            far_reader, far_writer = await asyncio.open_connection("127.0.0.1", self.port)
        except OSError:
            writer.transport.abort()
            return
        self._writers |= {writer, far_writer}
        await asyncio.gather(self._pump(reader, far_writer, "up"), self._pump(far_reader, writer, "down"))
        self._writers -= {writer, far_writer}

    async def _pump(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, way: str) -> None:
        """Pass on in order what comes, each piece `delay` after it came."""
        pieces: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()
        passing = asyncio.create_task(self._pass_on(pieces, writer))
        data = b"begin"
        while data:
            with suppress(OSError):
                data = await reader.read(_CHUNK)
                setattr(self, way, getattr(self, way) + len(data))
                await pieces.put((self._loop.time() + self.delay, data))
                continue
            data = b""
            await pieces.put((self._loop.time(), data))
        await passing

    async def _pass_on(self, pieces: asyncio.Queue[tuple[float, bytes]], writer: asyncio.StreamWriter) -> None:
        while True:
            due, data = await pieces.get()
            await asyncio.sleep(max(0.0, due - self._loop.time()))
            if not data:
                break
            with suppress(OSError):
                writer.write(data)
                await writer.drain()
        with suppress(OSError):
            writer.close()
