"""What learners and facilitators see around the player, and what they can always do in it.

That no page asks another machine for anything, and that nothing complains on the console, is watched in every test of
this folder (`open_page`), so in whole runs in JupyterLab, Notebook 7 and Voilà too.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect

from browser.player_page import PlayerPage
from support.server import STARTS, Server, shoot, start_server, stop_server

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from safetystring.scenario import Lang

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def facilitator(course: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    command = [sys.executable, "-m", "safetystring.cli", "lab", "--facilitator", "--grading", str(course), "--"]
    started = start_server(course, tmp_path_factory.mktemp("facilitator"), command)
    yield started
    stop_server(started)


def _in_voila(page: Page, server: Server) -> PlayerPage:
    page.goto(f"{server.url}/voila/render/m1/cedar.ipynb")
    return PlayerPage(page, server.folder / "m1", "cedar")


def _in_the_call(page: Page, server: Server) -> PlayerPage:
    """Two marks, and one thing said."""
    player = _in_voila(page, server)
    player.begin()
    player.answer()
    player.pace_off()
    player.mark("m03", "identity")
    player.mark("m08", "document")
    player.choose("o01")
    player.option("o06").wait_for()
    return player


def test_a_learner_never_sees_nbgrader(page: Page, server: Server) -> None:
    page.goto(f"{server.url}/lab/tree/m1/cedar.ipynb")
    page.get_by_role("button", name="Commencer").wait_for(timeout=STARTS)
    expect(page.get_by_role("menuitem", name="Help")).to_be_visible()
    expect(page.locator(".jp-NotebookPanel-toolbar [data-jp-item-name=restart-and-run]")).to_be_visible()
    expect(page.get_by_text("nbgrader")).to_have_count(0)
    expect(page.get_by_text("Validate", exact=True)).to_have_count(0)
    assert page.request.get(f"{server.url}/formgrader").status == 404
    shoot(page, "learner-lab")


def test_a_facilitator_has_nbgrader_s_buttons(page: Page, facilitator: Server) -> None:
    page.goto(f"{facilitator.url}/lab")
    page.get_by_role("menuitem", name="Nbgrader").click(timeout=STARTS)
    shoot(page, "facilitator-lab")
    page.get_by_role("menuitem", name="Formgrader").click()
    expect(page.frame_locator("iframe").get_by_role("link", name="m1", exact=True)).to_be_visible(timeout=STARTS)
    shoot(page, "facilitator-formgrader")


def test_a_reload_and_another_language_keep_the_place(page: Page, server: Server) -> None:
    player = _in_the_call(page, server)
    before = player.painted()
    page.reload()
    assert player.painted() == before
    expect(player.option("o06")).to_be_visible()
    assert [line["e"] for line in player.log()].count("attempt") == 1

    tags: Mapping[Lang, str] = {"fr": "fr", "en": "en", "zh": "zh-CN"}
    for lang, tag in tags.items():
        player.press(player.box.locator(".sp-more"))
        player.press(player.box.locator(".sp-sheet .sp-segment", has=page.locator(f"input[value={lang}]")))
        expect(player.box).to_have_attribute("lang", tag)
        speaking = PlayerPage(page, server.folder / "m1", "cedar", lang=lang)
        expect(speaking.option("o06")).to_be_visible()
        expect(player.box.locator(".sp-sheet")).to_have_count(0)
        expect(player.box.locator(".sp-head .sp-hangup")).to_have_text(speaking.word("hang_up"))
        assert player.painted() == before
        assert [one.get_attribute("data-id") for one in player.box.locator(".sp-marked").all()] == ["m03", "m08"]
        shoot(page, f"language-{lang}")


def test_of_two_windows_the_one_opened_last_goes_on(page: Page, server: Server) -> None:
    older = _in_the_call(page, server)
    newer = _in_voila(page.context.new_page(), server)
    assert newer.painted() == older.painted()
    newer.choose("o06")
    newer.option("o08").wait_for()
    older.press(older.option("o05"))
    expect(older.box.locator(".sp-banner[data-kind=notice]")).to_have_text(older.word("notice_moved"))
    shoot(older.page, "window-moved")
    newer.mark("m27", "channel")
    lines = newer.log()
    kinds = [line["e"] for line in lines]
    assert kinds.count("attempt") == kinds.count("resumed") == 1
    assert [line["option"] for line in lines if line["e"] == "chose"] == ["o01", "o06"]
    shown = [message for line in lines if line["e"] == "shown" for message in line["ids"]]
    assert len(shown) == len(set(shown))
    assert [line["n"] for line in lines] == list(range(1, len(lines) + 1))


def test_help_is_there_at_once_and_needs_no_answer(page: Page, server: Server) -> None:
    player = _in_voila(page, server)
    player.phase("intro")
    dialog = player.help()
    expect(dialog).to_be_visible(timeout=1000)
    expect(dialog.locator("a[href='tel:17']")).to_be_visible()
    expect(dialog).to_contain_text(player.word("help_free"))
    shoot(page, "help")
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    assert not player.log_path.exists(), "before the conversation nothing is noted"


def test_starting_over_begins_another_attempt(page: Page, server: Server) -> None:
    player = _in_the_call(page, server)
    player.restart()
    player.message("m03").wait_for()
    expect(player.option("o01")).to_be_visible()
    expect(player.box.locator(".sp-marked")).to_have_count(0)
    lines = player.log()
    assert [line["attempt"] for line in lines if line["e"] == "attempt"] == [1, 2]
    assert [line["id"] for line in lines if line["e"] == "marked"] == ["m03", "m08"], "what was answered before stays"


def test_the_pace_can_be_watched_or_left_out(open_page: Callable[..., Page], server: Server) -> None:
    player = _in_voila(open_page(), server)
    player.begin()
    player.answer()
    expect(player.box).to_have_attribute("data-playing", "")
    expect(player.box.locator(".sp-head-status")).to_have_text(player.word("speaking"))
    expect(player.option("o01")).not_to_be_visible()
    player.pace_off()
    expect(player.option("o01")).to_be_visible()
    player.choose("o01")
    player.page.reload()
    expect(player.option("o06")).to_be_visible()
    assert player.page.evaluate("localStorage.getItem('safetystring.pace')") == "off"
