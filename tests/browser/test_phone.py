"""The genuine conversation on a telephone, 390 × 844 and by touch: in Voilà, and in Notebook 7."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect

from browser.player_page import PlayerPage, press_start
from support.server import STARTS, Server, shoot

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True, "device_scale_factor": 2}
ON_THE_WAY = [("o03", "o04", "m20"), ("o04", "o08", "m30"), ("o08", "o12", "m43"), ("o12", "o14", "m48")]
"""What is said or done, what can be said or done next, and the message before it."""
MISFITS = """() => {
  const found = [];
  const wide = document.scrollingElement.scrollWidth;
  if (wide > 390 || window.innerWidth > 390) found.push(`the page is ${wide} wide in a window of ${window.innerWidth}`);
  const shown = (one) => one.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true });
  const name = (one) => `${one.className} “${(one.ariaLabel ?? one.textContent).trim().slice(0, 30)}”`;
  for (const one of document.querySelectorAll('.sp-player, .sp-player *, .sh-home, .sh-home *')) {
    if (!shown(one) || one.closest('.sp-hidden, .sp-practice-row [hidden]')) continue;
    const box = one.getBoundingClientRect();
    if (box.width > 0 && (box.left < -0.5 || box.right > 390.5)) found.push(`${name(one)} sticks out`);
  }
  for (const one of document.querySelectorAll('.sp-player button, .sh-home a')) {
    if (!shown(one)) continue;
    const cut = one.scrollWidth > one.clientWidth || one.scrollHeight > one.clientHeight + 1;
    if (cut) found.push(`${name(one)} is cut off`);
    const box = one.getBoundingClientRect();
    if (box.height < 43.5 || box.width < 43.5) found.push(`${name(one)} is ${box.width} × ${box.height}`);
  }
  return found;
}"""
"""What does not fit a telephone: sticks out, is cut off, or is too small for a finger."""

DROPPED = """() => [...document.querySelectorAll('.sh-card')].filter((card) => {
  const [title, button] = ['.sh-what', '.sh-open'].map((part) => card.querySelector(part).getBoundingClientRect());
  return button.top >= title.bottom;
}).map((card) => card.textContent)"""
"""The conversations of the start page whose button has dropped below their title's line."""


@pytest.mark.parametrize("entrance", ["voila", "notebooks"])
def test_the_genuine_conversation_by_touch(open_page: Callable[..., Page], server: Server, entrance: str) -> None:
    page = open_page(**PHONE)
    player = PlayerPage(page, server.folder / "m1", "maple", touch=True)
    stations = iter("abcdefghijklmnop")

    def fits(station: str) -> None:
        shoot(page, f"phone-{entrance}-{next(stations)}-{station}")
        assert page.evaluate(MISFITS) == [], station

    _open(page, server, entrance)
    fits("home")
    _look_in_each_language(page)
    page.locator(".sh-cards a[href*='maple']").tap()
    if entrance == "notebooks":
        press_start(page, server, "m1/maple.ipynb", touch=True)
    player.phase("intro")
    fits("intro")
    player.go()
    player.phase("practice")
    fits("practice")
    player.go()
    player.phase("play")
    player.message("m02").wait_for()
    fits("ringing")
    player.answer()
    player.pace_off()
    fits("call")
    player.press(player.flag("m12"))
    fits("panel")
    player.close()
    player.mark("m03", "identity")
    for option, following, newest in ON_THE_WAY:
        player.choose(option)
        player.option(following).wait_for()
        expect(player.message(newest)).to_be_in_viewport()
        fits(f"after-{option}")
    player.choose("o14")
    player.phase("verdict")
    fits("verdict")
    player.verdict(15)
    player.phase("review")
    fits("review")
    player.unmark("m03")
    player.go()
    player.phase("debrief")
    expect(player.box.locator("h1")).to_have_text(player.word("truth_genuine"))
    fits("debrief")
    help_lines = player.help()
    fits("help")
    player.press(help_lines.locator(".sp-round"))
    player.press(player.box.get_by_role("button", name=player.word("debrief_read")))
    fits("end")
    assert [line["option"] for line in player.log() if line["e"] == "chose"] == ["o03", "o04", "o08", "o12", "o14"]


def _open(page: Page, server: Server, entrance: str) -> None:
    if entrance == "voila":
        page.goto(f"{server.url}/voila/")
    else:
        page.goto(f"{server.url}/notebooks/start.ipynb")
        press_start(page, server, "start.ipynb", touch=True)
    page.locator(".sh-home").wait_for(timeout=STARTS)


def _look_in_each_language(page: Page) -> None:
    for lang in ("fr", "en", "zh"):  # French has the longest words
        page.locator(f".sh-languages input[value={lang}]").check(force=True)
        page.locator(f".sh-home:lang({lang})").wait_for()
        assert page.evaluate(DROPPED) == [], lang
