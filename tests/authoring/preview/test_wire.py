from __future__ import annotations

from typing import TYPE_CHECKING

import comm
import ipywidgets
import pytest

from safetystring.authoring.preview.wire import Wire, connect

if TYPE_CHECKING:
    from authoring.preview.conftest import Sent

pytestmark = pytest.mark.usefixtures("connected")


def test_a_widget_s_messages_go_to_the_page_and_back(sent: Sent) -> None:
    wire = Wire(sent.append)
    pressed: list[ipywidgets.Button] = []
    with wire.present():
        button = ipywidgets.Button(description="One")
        button.on_click(pressed.append)
    opened = {message["id"]: message["state"] for message in sent if message["do"] == "open"}
    assert opened[button.model_id]["description"] == "One"
    sent.clear()
    button.description = "Two"
    assert sent == [{"do": "update", "id": button.model_id, "state": {"description": "Two"}}]
    wire.receive(button.model_id, {"method": "custom", "content": {"event": "click"}})
    wire.receive("nobody", {"method": "custom", "content": {"event": "click"}})
    assert pressed == [button]


def test_a_closed_wire_takes_its_widgets_down_and_says_nothing(sent: Sent) -> None:
    wire = Wire(sent.append)
    with wire.present():
        button = ipywidgets.Button()
    sent.clear()
    wire.close()
    button.description = "Two"
    assert (button.comm, sent) == (None, [])


def test_a_widget_outside_goes_where_widgets_went_before(sent: Sent) -> None:
    Wire(sent.append)
    ipywidgets.Button()
    assert sent == []


def test_connecting_twice_changes_nothing() -> None:
    before = comm.create_comm
    connect()
    assert comm.create_comm is before
