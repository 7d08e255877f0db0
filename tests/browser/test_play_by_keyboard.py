"""The same scam by keyboard alone, in real JupyterLab, whose own keys delete cells."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Locator, Page, expect
from playwright.sync_api import TimeoutError as Late

from browser.player_page import START, PlayerPage, wait_for_kernel
from support.server import STARTS, shoot

if TYPE_CHECKING:
    from support.server import Server

pytestmark = [pytest.mark.browser, pytest.mark.slow]

MOST_TABS = 80
"""More than any screen of the player has stops."""
HOME = """() => document.activeElement?.closest('.sp-player, dialog') !== null"""
WHERE = (
    "() => document.querySelector('.sp-player').dataset.phase + ' ' + document.activeElement?.outerHTML.slice(0, 99)"
)
WATCH_FOCUS = """() => {
  window.adrift = [];
  let since = null;
  setInterval(() => {
    const inside = document.activeElement?.closest('.sp-player, dialog');
    since = inside ? null : (since ?? performance.now());
    const long = since !== null && performance.now() - since > 400;
    if (long) adrift.push(document.querySelector('.sp-player').dataset.phase);
  }, 20);
}"""
"""Note each time the focus is outside the player for longer than it takes to draw a question."""
AHEAD = """(target) => {
  const here = document.activeElement;
  if (here === target) return 0;
  return here.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_PRECEDING ? -1 : 1;
}"""


class Hands:
    """Two hands on a keyboard: nothing here knows a mouse."""

    def __init__(self, player: PlayerPage) -> None:
        self.player = player
        self.page = player.page

    def press(self, *keys: str) -> None:
        """Press keys one after the other. The focus stays in the player, or is back in it at once."""
        for key in keys:
            self.page.keyboard.press(key)
        try:
            self.page.wait_for_function(HOME, timeout=5000)
        except Late:
            shoot(self.page, "keyboard-focus-lost")
            pytest.fail(f"after {keys} the focus is nowhere: {self.page.evaluate(WHERE)}")

    def go_to(self, target: Locator) -> None:
        """Walk to it with Tab or Shift+Tab, without leaving the player on the way."""
        target.wait_for()
        for _ in range(MOST_TABS):
            if not self._step(target):
                return
        pytest.fail(f"Tab does not lead to {target}")

    def use(self, target: Locator, key: str = "Enter") -> None:
        """Walk to it and press it."""
        self.go_to(target)
        self.press(key)

    def skip(self) -> None:
        """Have everything shown up to the next question, unless it has all come before the button is reached."""
        button = self.player.box.locator(".sp-skip")
        with suppress(Late):
            button.wait_for(timeout=3000)
        while button.is_visible():
            if not self._step(button):
                self.press("Enter")
        expect(self.player.box).not_to_have_attribute("data-playing", "")

    def _step(self, target: Locator) -> bool:
        """Go one stop towards it; False where it has the focus."""
        ahead = target.evaluate(AHEAD)
        if ahead != 0:
            self.press("Tab" if ahead > 0 else "Shift+Tab")
        return bool(ahead)

    def mark(self, message: str, family: str) -> None:
        """Mark a message: open the panel, walk to the family with the arrows, close with Enter."""
        self.use(self.player.flag(message))
        families = [one.id for one in self.player.scenario.families]
        steps = families.index(family)
        self.press(*["ArrowDown"] * steps)
        expect(self.player.family(family)).to_be_focused()
        self.press("Enter" if steps else "Space")
        expect(self.player.box.locator(".sp-sheet")).to_have_count(0)
        expect(self.player.message(message)).to_contain_class("sp-marked")
        expect(self.player.flag(message)).to_be_focused()


def test_the_whole_conversation_by_keyboard(page: Page, server: Server) -> None:
    player = PlayerPage(page, server.folder / "m1", "cedar")
    hands = Hands(player)
    page.goto(f"{server.url}/doc/tree/m1/cedar.ipynb")
    page.get_by_role("button", name=START).wait_for()
    wait_for_kernel(page, server, "m1/cedar.ipynb")
    _start(page)
    cells = page.locator(".jp-Notebook .jp-Cell")
    page.evaluate(WATCH_FOCUS)

    _practise(hands)
    _play(hands)
    _judge(hands)

    assert cells.count() == 2, "no key of the notebook's own got through"
    assert page.evaluate("window.adrift") == [], "phases in which the focus got lost"
    expect(player.box.locator("h1")).to_have_text(player.word("truth_scam"))
    results = {
        card.get_attribute("data-message"): card.get_attribute("data-result")
        for card in player.box.locator(".sp-item-card").all()
    }
    assert {message for message, result in results.items() if result == "hit"} == {"m03", "m10", "m49"}
    assert {message for message, result in results.items() if result == "late"} == {"m27"}
    assert {message for message, result in results.items() if result == "false_alarm"} == set()
    player.shoot("keyboard-5-debrief")
    hands.use(player.box.get_by_role("button", name=player.word("debrief_read")))
    expect(player.box.locator(".sp-done")).to_have_text(player.word("debrief_done"))
    player.logged("debriefed")

    cells.first.focus()
    page.keyboard.press("b")
    expect(cells).to_have_count(3)  # so the keys above could have done harm


def _start(page: Page) -> None:
    """From where JupyterLab puts the focus, the button of the first cell is a few stops away."""
    start = page.get_by_role("button", name=START)
    for _ in range(MOST_TABS):
        if start.evaluate("(button) => button === document.activeElement"):
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.locator(".sp-player .sp-go").wait_for(timeout=STARTS)
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if page.evaluate(HOME):
            return
    pytest.fail("Tab does not lead into the player")


def _practise(hands: Hands) -> None:
    player = hands.player
    player.shoot("keyboard-1-intro")
    hands.use(player.go_button)
    player.phase("practice")
    first = player.box.locator(".sp-practice-row").first
    hands.use(first.locator(".sp-flag"))
    hands.press("ArrowUp", "Enter")
    expect(first.locator(".sp-feedback")).to_contain_text(player.word("practice_right"))
    hands.use(player.go_button, "Space")
    player.phase("play")


def _play(hands: Hands) -> None:
    player = hands.player
    hands.use(player.box.locator(".sp-answer"))
    hands.skip()
    hands.go_to(player.option("o03"))
    _press_what_deletes_cells(hands)
    hands.go_to(player.flag("m10"))
    _press_what_deletes_cells(hands)
    player.shoot("keyboard-2-focus-on-a-flag")
    hands.mark("m03", "identity")
    hands.mark("m10", "channel")

    hands.use(player.flag("m05"))
    _press_what_deletes_cells(hands)
    player.shoot("keyboard-3-panel")
    hands.press("Escape")
    expect(player.box.locator(".sp-sheet")).to_have_count(0)
    expect(player.flag("m05")).to_be_focused()
    expect(player.message("m05")).not_to_contain_class("sp-marked")

    hands.mark("m06", "document")
    hands.use(player.flag("m06"))
    hands.use(player.box.locator(".sp-takeback"))
    expect(player.message("m06")).not_to_contain_class("sp-marked")
    expect(player.flag("m06")).to_be_focused()

    help_button = player.box.locator(".sp-help-button")
    hands.use(help_button)
    expect(player.box.locator("dialog.sp-help")).to_be_visible()
    hands.press("Escape")
    expect(help_button).to_be_focused()

    hands.use(player.option("o03"))
    hands.skip()
    hands.use(player.option("o04"), "Space")


def _judge(hands: Hands) -> None:
    player = hands.player
    player.phase("verdict")
    hands.use(player.step(98), "Space")
    expect(player.step(98)).to_have_attribute("aria-pressed", "true")
    player.shoot("keyboard-4-verdict")
    hands.use(player.go_button)
    player.phase("rest")
    hands.skip()
    hands.mark("m49", "money")
    hands.use(player.go_button)
    player.phase("review")
    hands.mark("m27", "channel")
    hands.use(player.go_button)
    player.phase("debrief")


def _press_what_deletes_cells(hands: Hands) -> None:
    """Cut, delete, insert above, insert below: the notebook's keys in command mode."""
    hands.press("x", "d", "d", "a", "b")
