"""axe-core objects to nothing of ours on any screen, light and dark, and every text stands out from its ground.

What belongs to JupyterLab, Notebook or Voilà around the player and the start page is theirs, and left out by name.
Voilà on a laptop runs always, and `test_beyond_axe` looks in JupyterLab; ``SAFETYSTRING_LOOKS=all`` (`make looks`) runs
all six combinations of place and width.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from browser.beyond_axe import CONTRAST
from browser.player_page import PlayerPage, press_start
from browser.test_phone import PHONE
from support.server import ROOT, STARTS, Server, shoot

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
RUN = """async () => {
  const include = ['.sp-player', '.sh-home'].filter((one) => document.querySelector(one));
  const { violations, passes } = await axe.run({ include }, { resultTypes: ['violations'] });
  const tell = (id, { html, any }) => `${id}: ${html.slice(0, 140)} ${any[0]?.message ?? ''}`;
  const told = violations.flatMap(({ id, nodes }) => nodes.map((node) => tell(id, node)));
  return { told, rules: passes.length };
}"""
THEME = """(light) => {
  const { dataset } = document.body;
  if ('jpThemeLight' in dataset && !('voila' in dataset)) dataset.jpThemeLight = light;
}"""
"""JupyterLab and Notebook say in this attribute which theme they wear; elsewhere the system does."""
ALWAYS = [("voila", "laptop")]
LONG = [("lab", "laptop"), ("notebooks", "laptop"), ("voila", "phone"), ("lab", "phone"), ("notebooks", "phone")]
PLACES = ALWAYS + (LONG if os.environ.get("SAFETYSTRING_LOOKS") == "all" else [])
ADDRESSES = {"voila": "voila/render", "lab": "doc/tree", "notebooks": "notebooks"}


class Inspector:
    """Runs axe and a measurement of contrast on the page as it stands, in both themes."""

    def __init__(self, page: Page, pictures: str = "dark") -> None:
        self.page = page
        self.found: list[str] = []
        self._pictures = pictures

    def look(self, station: str) -> None:
        for theme in ("light", "dark"):
            self.page.emulate_media(color_scheme=theme, reduced_motion="reduce")
            self.page.evaluate(THEME, str(theme == "light").lower())
            if not self.page.evaluate("'axe' in window"):
                self.page.add_script_tag(path=AXE)
            result = self.page.evaluate(RUN)
            assert result["rules"] > 5, "axe had something to look at"
            contrast = self.page.evaluate(CONTRAST)
            assert contrast["count"] >= 3, "texts were measured"
            self.found += [f"{station}, {theme}: {one}" for one in (*result["told"], *contrast["found"])]
        shoot(self.page, f"{self._pictures}-{station}")  # the light ones are in the other tests


@pytest.mark.parametrize(("place", "size"), PLACES, ids=["-".join(one) for one in PLACES])
def test_axe_objects_to_nothing(open_page: Callable[..., Page], server: Server, place: str, size: str) -> None:
    page = open_page(**(PHONE if size == "phone" else {}))
    inspector = Inspector(page, f"dark-{place}-{size}")
    player = PlayerPage(page, server.folder / "m1", "cedar", touch=size == "phone")
    _look_at_the_start_page(inspector, server, place)
    page.goto(f"{server.url}/{ADDRESSES[place]}/m1/cedar.ipynb")
    if place != "voila":
        press_start(page, server, "m1/cedar.ipynb", touch=size == "phone")
    _look_at_a_conversation(inspector, player)
    _look_at_what_comes_after(inspector, player)
    assert not inspector.found, "\n".join(inspector.found)


def _look_at_the_start_page(inspector: Inspector, server: Server, place: str) -> None:
    page = inspector.page
    page.goto(f"{server.url}/{ADDRESSES[place]}/start.ipynb")
    if place != "voila":
        press_start(page, server, "start.ipynb")
    page.locator(".sh-home").wait_for(timeout=STARTS)
    inspector.look("01-home")
    for one in (".sh-lesson:not([open]) > summary", ".sh-takeaway > summary"):
        if page.locator(one).count():
            page.locator(one).first.click()
    page.locator(".sh-takeaway .sp-card-print").first.wait_for()
    inspector.look("02-lesson-and-card")


def _look_at_a_conversation(inspector: Inspector, player: PlayerPage) -> None:
    player.phase("intro")
    inspector.look("03-intro")
    player.go()
    player.phase("practice")
    player.mark_practice("technology")
    inspector.look("04-practice")
    player.go()
    player.message("m02").wait_for()
    inspector.look("05-ringing")
    player.answer()
    player.pace_off()
    player.mark("m03", "identity")
    inspector.look("06-call")
    for option in ("o01", "o06", "o07"):
        player.choose(option)
    player.option("o11").wait_for()
    player.mark("m45", "money")
    inspector.look("07-chat")
    player.press(player.flag("m45"))
    inspector.look("08-marking")
    player.close()
    player.press(player.box.locator(".sp-more"))
    inspector.look("09-menu")
    player.close()
    dialog = player.help()
    inspector.look("10-help")
    player.press(dialog.locator(".sp-round"))
    player.choose("o11")


def _look_at_what_comes_after(inspector: Inspector, player: PlayerPage) -> None:
    player.phase("verdict")
    player.press(player.step(85))
    inspector.look("11-verdict")
    player.go()
    player.phase("rest")
    player.skip()
    inspector.look("12-rest")
    player.go()
    player.phase("review")
    inspector.look("13-review")
    player.go()
    player.phase("debrief")
    inspector.look("14-debrief-and-profile")
    player.press(player.box.locator(".sp-cells summary"))
    inspector.look("15-score")
