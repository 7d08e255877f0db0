from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from safetystring.authoring.preview.desk import Desk
from safetystring.authoring.preview.tab import Tab
from support.project import write_project

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from authoring.preview.conftest import Sent

pytestmark = pytest.mark.usefixtures("connected")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = Desk(write_project(tmp_path / "scenarios"), "alder")
    made.read()
    return made


@pytest.fixture
def tab(desk: Desk, sent: Sent) -> Iterator[Tab]:
    made = Tab(desk, ("zh",), sent.append)
    made.begin()
    yield made
    made.close()


def last(sent: Sent, kind: str) -> dict[str, Any]:
    return next(message for message in reversed(sent) if message["do"] == kind)


def save(desk: Desk, before: str, after: str) -> None:
    path = desk.folder / "alder" / "scenario.yaml"
    text = path.read_text()
    assert before in text
    path.write_text(text.replace(before, after))
    desk.read()


def test_a_tab_begins_with_the_player_the_key_and_the_findings(tab: Tab, sent: Sent, desk: Desk) -> None:
    assert [message["do"] for message in sent] == ["show", "key", "at", "findings"]
    assert last(sent, "findings") | {"path": ""} == {
        "do": "findings",
        "path": "",
        "stale": False,
        "playable": True,
        "checked": False,
        "findings": [],
    }
    desk.found = ()
    tab.tell()
    assert last(sent, "findings")["checked"] is True


def test_a_save_shows_the_new_text_at_the_same_place(tab: Tab, sent: Sent, desk: Desk) -> None:
    tab.hear({"do": "go", "scene": "s02"})
    save(desk, "Message 3 in English", "Another third message")
    tab.hear({"do": "langs", "langs": ["en", "zh", "de"]})
    sent.clear()
    tab.reload()
    assert last(sent, "at") | {"shown": 0} == {
        "do": "at",
        "langs": ["zh", "en"],
        "phase": "play",
        "choice": "c02",
        "shown": 0,
        "chosen": ["o01"],
        "lost": None,
    }
    assert "Another third message" in str(last(sent, "show"))


def test_a_file_that_cannot_be_played_leaves_what_is_shown(tab: Tab, sent: Sent, desk: Desk) -> None:
    tab.hear({"do": "go", "scene": "s02"})
    sent.clear()
    save(desk, "o01", "o01: [")
    tab.reload()
    assert [message["do"] for message in sent] == ["findings"]
    assert (last(sent, "findings")["stale"], last(sent, "findings")["playable"]) == (True, True)
    tab.hear({"do": "go", "scene": "s03"})
    assert last(sent, "at")["choice"] == "c03"


def test_a_way_that_is_gone_is_said(tab: Tab, sent: Sent, desk: Desk) -> None:
    tab.hear({"do": "go", "scene": "s03"})
    save(desk, "o04", "o44")
    tab.reload()
    assert last(sent, "at")["lost"] == {"choice": "c02", "option": "o04"}
    assert last(sent, "at")["choice"] == "c02"


def test_a_browser_s_own_reload_comes_back_to_the_place(tab: Tab, sent: Sent, desk: Desk) -> None:
    tab.hear({"do": "go", "scene": "s02"})
    other = Tab(desk, ("fr",), sent.append)
    other.begin()
    assert (last(sent, "at")["langs"], last(sent, "at")["choice"]) == (["fr"], "c02")
    other.hear({"do": "anew"})
    assert last(sent, "at")["phase"] == "intro"
    other.close()


def test_the_player_s_own_language_switch_is_followed(tab: Tab, sent: Sent) -> None:
    model = next(iter(last(sent, "show")["roots"].values()))
    view = last(sent, "show")["models"][model]["children"][0].removeprefix("IPY_MODEL_")
    tab.hear({"do": "widget", "id": view, "data": {"method": "custom", "content": {"type": "language", "lang": "fr"}}})
    assert (last(sent, "at")["langs"], last(sent, "key")["key"]["lang"]) == (["fr"], "fr")


@pytest.mark.parametrize(
    "message",
    [
        {},
        {"do": "langs", "langs": "zh"},
        {"do": "langs", "langs": [1, None]},
        {"do": "go", "scene": "../x"},
        {"do": "go", "scene": 5},
        {"do": "widget", "id": "x", "data": {"method": "custom"}},
        {"do": "widget", "id": "x", "data": {"method": "request_state"}},
        {"do": "widget", "id": [], "data": {}},
    ],
)
def test_nonsense_from_a_page_does_nothing(tab: Tab, message: dict[str, Any]) -> None:
    tab.hear(message)


def test_a_file_that_never_could_be_played_shows_its_findings(tmp_path: Path, sent: Sent) -> None:
    folder = write_project(tmp_path / "scenarios")
    (folder / "alder" / "scenario.yaml").write_text("id: [")
    desk = Desk(folder, "alder")
    desk.read()
    tab = Tab(desk, ("zh",), sent.append)
    tab.begin()
    tab.reload()
    tab.hear({"do": "go", "scene": "s01"})
    tab.hear({"do": "langs", "langs": ["fr"]})
    tab.close()
    assert {message["do"] for message in sent} == {"findings"}
    assert (sent[0]["playable"], sent[0]["stale"]) == (False, True)
