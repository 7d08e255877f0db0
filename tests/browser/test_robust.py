"""What a learner meets on a bad day: a slow link, none at all, a conversation without end. Nothing lost, nothing twice.

A reload, a lost kernel and two windows are played in `test_settings` and `test_play_by_mouse`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from bench.long import long_scenario, notebook, put
from browser.player_page import PlayerPage
from support.link import Link
from support.server import STARTS, Server, shoot

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = [pytest.mark.browser, pytest.mark.slow]

HALF_A_SECOND = 0.5
MANY = 2_000
AT_THE_END = """() => {
  const { scrollTop, scrollHeight, clientHeight } = document.querySelector('.sp-scroll');
  return scrollHeight - scrollTop - clientHeight < 60;
}"""


@pytest.fixture
def link(server: Server) -> Iterator[Link]:
    with Link(urlsplit(server.url).port or 0) as made:
        yield made


def _in_the_call(page: Page, link: Link, server: Server) -> PlayerPage:
    page.add_init_script("localStorage.setItem('safetystring.pace', 'off')")
    page.goto(f"{link.url}/voila/render/m1/cedar.ipynb")
    player = PlayerPage(page, server.folder / "m1", "cedar")
    player.begin()
    player.option("o01").wait_for()
    return player


def _told_once(player: PlayerPage, *options: str) -> None:
    """Nothing is in the log twice, nothing is missing from it, and the page shows what the log holds."""
    lines = player.log()
    assert [line["n"] for line in lines] == list(range(1, len(lines) + 1))
    assert [line["option"] for line in lines if line["e"] == "chose"] == list(options)
    shown = [message for line in lines if line["e"] == "shown" for message in line["ids"]]
    painted = player.painted()
    assert len(set(painted)) == len(painted)
    assert shown == painted


def test_on_a_slow_link_a_press_is_seen_at_once_and_counts_once(link: Link, page: Page, server: Server) -> None:
    player = _in_the_call(page, link, server)
    link.delay = HALF_A_SECOND
    player.mark("m03", "identity")
    option = player.option("o01")
    option.dblclick()
    expect(player.box.locator(".sp-head-status")).to_have_text(player.word("sending"))
    shoot(page, "robust-sending")
    player.option("o06").wait_for()
    expect(player.box).not_to_have_attribute("data-sending", "")
    expect(player.box.locator(".sp-head-status")).not_to_have_text(player.word("sending"))
    page.wait_for_timeout(1500)  # what was painted is on its way to the log
    _told_once(player, "o01")
    link.delay = 0
    page.reload()
    player.option("o06").wait_for()
    _told_once(player, "o01")
    assert [one.get_attribute("data-id") for one in player.box.locator(".sp-marked").all()] == ["m03"]


def test_what_was_seen_outlives_a_kernel_killed_right_then(link: Link, page: Page, server: Server) -> None:
    player = _in_the_call(page, link, server)
    player.mark("m03", "identity")
    assert server.kill_kernels() >= 1
    page.reload()
    player.choose("o01")
    player.option("o06").wait_for()
    assert server.kill_kernels() >= 1
    assert [line["id"] for line in player.log() if line["e"] == "marked"] == ["m03"]
    assert [line["option"] for line in player.log() if line["e"] == "chose"] == ["o01"]
    page.reload()
    player.option("o06").wait_for()
    expect(player.message("m03")).to_contain_class("sp-marked")


def test_without_a_connection_the_screen_says_so_and_goes_on_by_itself(link: Link, page: Page, server: Server) -> None:
    player = _in_the_call(page, link, server)
    link.cut()
    player.choose("o01")
    banner = player.box.locator(".sp-banner[data-kind=unanswered]")
    expect(banner).to_have_text(player.word("unanswered"), timeout=15_000)
    shoot(page, "robust-no-connection")
    link.mend()
    player.option("o06").wait_for(timeout=STARTS)
    expect(banner).to_have_count(0)
    page.wait_for_timeout(500)
    _told_once(player, "o01")


def test_two_thousand_messages_open_scroll_and_stay(page: Page, server: Server) -> None:
    folder = server.folder / "m1"
    put(folder, long_scenario("long", MANY, 3), begun=False)
    notebook(folder / "long.ipynb", 'import safetystring\nsafetystring.play("long")')
    page.add_init_script("localStorage.setItem('safetystring.pace', 'off')")
    page.goto(f"{server.url}/voila/render/m1/long.ipynb")
    player = PlayerPage(page, folder, "long")
    player.begin()
    player.option("o000a").wait_for()
    player.choose("o000a")
    player.message(f"m{MANY + 1:04}").wait_for()
    expect(player.message(f"m{MANY + 1:04}")).to_be_in_viewport()
    page.wait_for_timeout(500)
    _told_once(player, "o000a")
    page.reload()
    assert len(player.painted()) == MANY + 1
    _told_once(player, "o000a")
    page.wait_for_function(AT_THE_END)
    scroll = player.box.locator(".sp-scroll")
    scroll.hover()
    page.mouse.wheel(0, -10_000_000)
    expect(player.message("m0001")).to_be_in_viewport()
    player.mark("m0001", "identity")
    expect(player.message("m0001")).to_be_in_viewport()
    player.choose("o001a")
    expect(player.message(f"m{MANY + 2:04}")).to_be_in_viewport(timeout=STARTS)
    shoot(page, "robust-two-thousand")
