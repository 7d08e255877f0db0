"""axe-core finds nothing to object to on any screen, light and dark. In Voilà, where it can measure contrast too."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from browser.player_page import PlayerPage
from support.server import ROOT, STARTS, Server, shoot

if TYPE_CHECKING:
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


class Inspector:
    """Runs axe on the page as it stands, in both themes."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.found: list[str] = []

    def look(self, station: str) -> None:
        for theme in ("light", "dark"):
            self.page.emulate_media(color_scheme=theme, reduced_motion="reduce")
            if not self.page.evaluate("'axe' in window"):
                self.page.add_script_tag(path=AXE)
            result = self.page.evaluate(RUN)
            assert result["rules"] > 5, "axe had something to look at"
            self.found += [f"{station}, {theme}: {one}" for one in result["told"]]
        shoot(self.page, f"dark-{station}")  # the light ones are in the other tests


def test_axe_objects_to_nothing(page: Page, server: Server) -> None:
    inspector = Inspector(page)
    page.goto(f"{server.url}/voila/")
    page.locator(".sh-home").wait_for(timeout=STARTS)
    inspector.look("01-home")
    page.locator(".sh-cards a[href*='cedar']").click()
    player = PlayerPage(page, server.folder / "m1", "cedar")
    player.phase("intro")
    inspector.look("02-intro")
    player.go()
    player.phase("practice")
    player.mark_practice("technology")
    inspector.look("03-practice")
    player.go()
    player.message("m02").wait_for()
    inspector.look("04-ringing")
    player.answer()
    player.pace_off()
    player.mark("m03", "identity")
    inspector.look("05-call")
    for option in ("o01", "o06", "o07"):
        player.choose(option)
    player.option("o11").wait_for()
    player.mark("m45", "money")
    inspector.look("06-chat")
    player.press(player.flag("m45"))
    inspector.look("07-marking")
    player.close()
    player.press(player.box.locator(".sp-more"))
    inspector.look("08-menu")
    player.close()
    dialog = player.help()
    inspector.look("09-help")
    player.press(dialog.locator(".sp-round"))
    player.choose("o11")
    player.phase("verdict")
    player.press(player.step(85))
    inspector.look("10-verdict")
    player.go()
    player.phase("rest")
    player.skip()
    inspector.look("11-rest")
    player.go()
    player.phase("review")
    inspector.look("12-review")
    player.go()
    player.phase("debrief")
    inspector.look("13-debrief")
    player.press(player.box.locator(".sp-cells summary"))
    inspector.look("14-score")
    assert not inspector.found, "\n".join(inspector.found)
