"""Every channel in the real thing, on a telephone: nothing sticks out, axe objects to nothing, no field takes a key."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect

from browser.player_page import PlayerPage
from browser.test_accessibility import Inspector
from browser.test_phone import MISFITS, PHONE
from safetystring.scenario import encode_debrief, scenario_to_json
from support.demo import compile_demo
from support.server import ROOT, Server

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def learner_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The learner's folder, and the demo in it."""
    folder = tmp_path_factory.mktemp("learner") / "notebooks"
    shutil.copytree(ROOT / "notebooks", folder, ignore=shutil.ignore_patterns("responses", ".ipynb_checkpoints"))
    data = folder / "m1" / "data"
    scenario, key = compile_demo(tmp_path_factory.mktemp("demo"))
    (data / "willow.json").write_text(scenario_to_json(scenario), encoding="utf-8")
    (data / "willow.debrief").write_text(encode_debrief(key), encoding="utf-8")
    notebook = (ROOT / "notebooks" / "m1" / "cedar.ipynb").read_text(encoding="utf-8")
    (folder / "m1" / "willow.ipynb").write_text(notebook.replace('\\"cedar\\"', '\\"willow\\"'), encoding="utf-8")
    return folder


def test_every_channel_is_played_marked_and_read(  # noqa: PLR0915 - one way through all of them
    open_page: Callable[..., Page], server: Server
) -> None:
    page = open_page(**PHONE)
    page.goto(f"{server.url}/voila/render/m1/willow.ipynb")
    player = PlayerPage(page, server.folder / "m1", "willow", touch=True)
    inspector = Inspector(page)

    def fits(station: str) -> None:
        assert page.evaluate(MISFITS) == [], station
        inspector.look(f"channel-{station}")

    player.phase("intro")
    player.go()
    player.phase("practice")
    player.go()
    player.phase("play")
    player.answer()
    player.pace_off()
    player.option("o01").wait_for()
    fits("call")
    player.choose("o01")
    player.option("o03").wait_for()
    player.mark("m09", "technology")
    fits("video")
    player.choose("o03")
    player.option("o05").wait_for()
    player.mark("m25", "investment")
    fits("group")
    player.choose("o05")
    player.option("o07").wait_for()
    field = player.message("m33").locator("input").nth(1)
    field.focus()
    page.keyboard.type("12dd")
    assert field.input_value() == ""
    expect(player.message("m33").locator(".sp-page-note")).to_have_text(player.word("page_told"))
    player.mark("m33", "money")
    fits("web")
    player.choose("o08")
    player.verdict(50)
    player.phase("review")
    link = player.message("m34").locator(".sp-mail-link")
    link.focus()
    expect(player.message("m34").locator(".sp-mail-target")).to_be_visible()
    player.message("m34").locator("summary").tap()
    fits("everything")
    player.press(player.message("m15").locator(".sp-page-card"))
    fits("page-in-a-dialog")
    page.keyboard.press("Escape")
    player.press(player.message("m13").locator(".sp-compare"))
    fits("two-papers")
    page.keyboard.press("Escape")
    player.box.locator(".sp-account input[value=p06]").check()
    player.logged("picked")
    fits("review")
    player.go()
    player.phase("debrief")
    row = player.box.locator(".sp-account", has_text="阿禾")
    expect(row).to_contain_text(player.word("accounts_together"))
    expect(row).to_contain_text(player.word("accounts_picked"))
    assert inspector.found == []
