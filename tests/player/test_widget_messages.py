"""The player and its front end: what is sent, in what order, and what is taken from the other side."""

from __future__ import annotations

import base64
import io
import json
import os
import re
import zipfile
from typing import TYPE_CHECKING

import pytest
from comm.base_comm import BaseComm

from player.front import Sent, press, tell
from player.sample import events_of
from safetystring.player.events import Acted, Attempt, Left

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from safetystring.player.widget import Player


ACTS: dict[str, Callable[[Player], object]] = {
    "begin": lambda player: player.begin(),
    "see": lambda player: tell(player, "shown", ids=["m01"]),
    "mark": lambda player: tell(player, "mark", id="m01", family="money"),
    "unmark": lambda player: tell(player, "unmark", id="m01"),
    "answer": press,
    "change the language": lambda player: tell(player, "language", lang="fr"),
    "leave": lambda player: tell(player, "leave", by="check"),
    "judge": lambda player: player.verdict(85),
    "end the rest": press,
    "end the review": press,
    "begin again": lambda player: tell(player, "restart"),
}
"""A way through a run: what is done, in order."""
SAVED_THEN_SENT = re.compile(r"(WS+)+M*")
"""W: written to the log. S: synced to the disk. M: a message to the front end."""


def test_what_was_done_is_on_the_disk_before_its_effect_is_sent(
    player: Player, monkeypatch: pytest.MonkeyPatch
) -> None:
    order: list[str] = []
    real_write, real_sync = os.write, os.fsync

    def write(descriptor: int, data: bytes) -> int:
        order.append("W")
        return real_write(descriptor, data)

    def sync(descriptor: int) -> None:
        real_sync(descriptor)
        order.append("S")

    monkeypatch.setattr(BaseComm, "send", lambda *_, **__: order.append("M"))
    for act, do in ACTS.items():
        order.clear()
        with monkeypatch.context() as patch:
            patch.setattr(os, "write", write)
            patch.setattr(os, "fsync", sync)
            do(player)
        assert SAVED_THEN_SENT.fullmatch("".join(order)), (act, order)
        assert "M" in order or act == "see", act


def test_only_what_is_new_is_sent(player: Player, sent: Sent) -> None:
    player.begin()
    tell(player, "shown", ids=["m01"])
    sent.clear()
    player.choose("o01")
    custom = [data["content"] for _, data in sent if data.get("method") == "custom"]
    assert [(message["type"], [entry["seq"] for entry in message["entries"]]) for message in custom] == [
        ("append", [3, 4, 5, 6, 7, 8])
    ]
    assert not [data for _, data in sent if "entries" in data.get("state", {})]
    assert [entry["seq"] for entry in player.view.entries] == list(range(1, 9))
    assert len(sent) <= 12


def test_a_press_is_answered_by_one_message_where_the_page_hands_on(player: Player, sent: Sent) -> None:
    player.begin()
    tell(player, "ready", carries=True)
    tell(player, "shown", ids=["m01"])
    player.choose("o01")
    tell(player, "shown", ids=["m02", "m03", "m04", "m05"])
    sent.clear()
    player.choose("o04")
    (message,) = [data for kind, data in sent if kind == "comm_msg"]
    assert message["content"]["type"] == "append"
    area = player.choices.children
    told = {one.model_id: one.get_state() for one in (area[0], *area[1].children)}
    carried = message["content"]["widgets"]
    assert len(carried) == 4, "the prompt, two buttons that say something else, and one that is not needed"
    for model, traits in carried.items():
        assert json.loads(json.dumps({name: told[model][name] for name in traits})) == traits


def test_a_second_view_and_a_second_look_change_nothing(player: Player, sent: Sent, path: Path) -> None:
    player.begin()
    before = path.read_bytes()
    sent.clear()
    tell(player, "ready")
    tell(player, "ready")
    assert (sent, path.read_bytes()) == ([], before)


def test_own_moves_are_logged_and_only_known_ones(player: Player, path: Path) -> None:
    player.begin()
    for odd in ("fly", "", None, 7, ["look_up"]):
        tell(player, "act", act=odd)
        tell(player, "leave", by=odd)
    assert player.view.phase == "play"
    tell(player, "act", act="look_up")
    tell(player, "leave", by="check")
    assert player.view.phase == "verdict"
    assert [event for event in events_of(path.read_bytes()) if isinstance(event, (Acted, Left))] == [
        Acted(act="look_up"),
        Left(by="check"),
    ]


def test_a_start_over_at_the_first_message_is_seen(player: Player, sent: Sent) -> None:
    player.begin()
    tell(player, "shown", ids=["m01"])
    sent.clear()
    tell(player, "restart")
    lists = [data["state"]["entries"] for _, data in sent if "entries" in data.get("state", {})]
    assert [len(entries) for entries in lists] == [0, 2]
    assert player.view.shown == 0


def unpack(player: Player) -> dict[str, bytes]:
    data = base64.b64decode(player.view.download["data"])
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_download(player: Player, path: Path, tmp_path: Path, sent: Sent) -> None:
    (tmp_path / "alder.ipynb").write_bytes(b"{}")
    player.begin()
    tell(player, "download", code="A-07/../")
    assert player.view.download["name"] == "answers_A-07_m1.zip"
    assert player.view.download["mime"] == "application/zip"
    assert unpack(player) == {"alder.ipynb": b"{}", "responses/alder.jsonl": path.read_bytes()}
    sent.clear()
    tell(player, "download", code="A-07")
    assert [bool(data["state"]["download"]) for _, data in sent if "download" in data.get("state", {})] == [False, True]
    names = set()
    for code in ("", "王小明", None, 7):
        tell(player, "download", code=code)
        names.add(player.view.download["name"])
    assert len(names) == 1
    assert names != {"answers_A-07_m1.zip"}


def test_answers_that_cannot_be_saved_can_be_downloaded(player: Player, path: Path) -> None:
    path.parent.write_bytes(b"no folder")
    player.begin()
    player.choose("o01")
    assert player.view.notice["kind"] == "unsaved"
    tell(player, "download")
    (data,) = unpack(player).values()
    assert next(type(event) for event in events_of(data)) is Attempt
    path.parent.unlink()
    player.choose("o03")
    assert player.view.notice == {}


ODD: list[object] = [
    None,
    5,
    "ready",
    [],
    {},
    {"type": None},
    {"type": ["ready"]},
    {"type": "eval", "code": "1"},
    {"type": "shown"},
    {"type": "shown", "ids": "m01"},
    {"type": "shown", "ids": [None, 5, ["m01"], {}]},
    {"type": "mark"},
    {"type": "mark", "id": ["m01"], "family": {}},
    {"type": "mark", "id": "m01", "family": "magic"},
    {"type": "unmark", "id": None},
    {"type": "leave", "id": "m01"},
    {"type": "act", "act": {}},
    {"type": "read"},
    {"type": "language", "lang": {}},
]


@pytest.mark.parametrize("content", ODD, ids=repr)
def test_what_is_not_of_the_protocol_does_nothing(content: object, player: Player, tmp_path: Path) -> None:
    player.view._handle_custom_msg(content, [])
    assert player.view.phase == "intro"
    assert list(tmp_path.iterdir()) == []
