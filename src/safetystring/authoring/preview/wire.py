"""Jupyter's widget messages without a kernel: they go to a page instead.

`comm.create_comm` is the place that the package `comm` offers to whoever carries widget messages, as ipykernel does.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any

import comm
from comm.base_comm import BaseComm

if TYPE_CHECKING:
    from collections.abc import Iterator

Send = Callable[[dict[str, Any]], None]
_NOT_SENT = ("_esm", "_css")
"""The page has the player's front end already; it need not come with every player."""
_present: ContextVar[Wire | None] = ContextVar("_present", default=None)


class Wire:
    """Carries the messages of all widgets that are made, or spoken to, inside :meth:`present`."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._comms: dict[str, _Comm] = {}

    @contextmanager
    def present(self) -> Iterator[None]:
        """Widgets made in here belong to this wire."""
        token = _present.set(self)
        try:
            yield
        finally:
            _present.reset(token)

    def receive(self, model: str, data: dict[str, Any]) -> None:
        """Hand a widget what its front end sends; one that is not there any more gets nothing."""
        found = self._comms.get(model)
        if found is not None:
            with self.present():
                found.handle_msg({"content": {"data": data}, "buffers": []})

    def close(self) -> None:
        """Take every widget of this wire down, and send nothing more."""
        self._send = _nothing
        for one in tuple(self._comms.values()):
            one.take_down()
        self._comms.clear()

    def carry(self, model: str, kind: str, data: dict[str, Any]) -> None:
        """Send one message on."""
        if kind == "comm_open":
            state = {name: value for name, value in data.get("state", {}).items() if name not in _NOT_SENT}
            self._send({"do": "open", "id": model, "state": state})
        elif kind == "comm_msg" and data.get("method") == "update":
            self._send({"do": "update", "id": model, "state": data["state"]})
        elif kind == "comm_msg" and data.get("method") == "custom":
            self._send({"do": "custom", "id": model, "content": data["content"]})

    def add(self, one: _Comm) -> None:
        """Take on a new widget's comm."""
        self._comms[one.comm_id] = one


class _Comm(BaseComm):
    def __init__(self, wire: Wire, **fields: Any) -> None:  # noqa: ANN401 - comm's own signature
        self._wire = wire
        super().__init__(**fields)
        wire.add(self)

    def publish_msg(self, msg_type: str, data: dict[str, Any] | None = None, *_: Any, **__: Any) -> None:  # noqa: ANN401
        self._wire.carry(self.comm_id, msg_type, data or {})

    def take_down(self) -> None:
        """Close the widget that listens here, which ipywidgets would keep for ever."""
        widget = getattr(self._msg_callback, "__self__", None)
        if widget is not None:
            widget.close()


def _nothing(_message: dict[str, Any]) -> None:
    pass


def connect() -> None:
    """Carry widget messages by the wire that is present, from now on."""
    before = comm.create_comm

    def create_comm(**fields: Any) -> BaseComm:  # noqa: ANN401 - comm's own signature
        wire = _present.get()
        return _Comm(wire, **fields) if wire is not None else before(**fields)

    if not getattr(before, "carries_to_page", False):
        create_comm.carries_to_page = True  # type: ignore[attr-defined]
        comm.create_comm = create_comm
