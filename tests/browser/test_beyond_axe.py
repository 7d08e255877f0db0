"""Access that axe-core cannot judge, in real JupyterLab and Voilà."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import Page, expect

from browser.beyond_axe import MOVING, SPILLS, TARGETS
from browser.player_page import PlayerPage, press_start
from browser.test_accessibility import Inspector
from support.server import Server, shoot

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = [pytest.mark.browser, pytest.mark.slow]

CONTROLS = ".sp-player :is(button, input, summary, a[href], [tabindex='0'])"
HARMFUL = ("x", "d", "d", "a", "b", "z", "0", "0", "ArrowDown", "ArrowUp", "Escape")
"""Cut, delete, insert, undo, restart the kernel, walk to another cell, leave the cell."""
INSIDE = "() => document.activeElement?.closest('.sp-player, dialog') !== null"
OFF = "localStorage.setItem('safetystring.pace', 'off')"


def _no_key_leaks(page: Page) -> int:
    """Press what the notebook would act on, with the focus on every control in turn. Returns how many there are."""
    tried = 0
    for control in page.locator(CONTROLS).all():
        if not control.is_visible() or control.is_disabled():
            continue
        control.focus()
        for key in HARMFUL:
            page.keyboard.press(key)
        assert page.evaluate(INSIDE), control
        tried += 1
    return tried


def test_in_jupyterlab_no_key_leaks_and_axe_objects_to_nothing(page: Page, server: Server) -> None:
    inspector = Inspector(page, "dark-lab")
    page.add_init_script(OFF)
    page.goto(f"{server.url}/lab/tree/m1/maple.ipynb")
    press_start(page, server, "m1/maple.ipynb")
    player = PlayerPage(page, server.folder / "m1", "maple")
    cells = page.locator(".jp-Notebook .jp-Cell")
    player.phase("intro")
    inspector.look("intro")
    before = cells.count()
    player.begin()
    player.option("o03").wait_for()
    assert _no_key_leaks(page) > 5
    inspector.look("play")
    player.press(player.flag("m12"))
    assert _no_key_leaks(page) > 5
    inspector.look("marking")
    for option in ("o03", "o04", "o08", "o12", "o14"):
        player.choose(option)
    player.phase("verdict")
    assert _no_key_leaks(page) > 7
    inspector.look("verdict")
    player.verdict(15)
    player.phase("review")
    player.go()
    player.phase("debrief")
    inspector.look("debrief")
    assert cells.count() == before
    assert not inspector.found, "\n".join(inspector.found)


def test_a_screen_reader_is_told_of_what_comes(page: Page, server: Server) -> None:
    page.add_init_script(OFF)
    page.goto(f"{server.url}/voila/render/m1/cedar.ipynb")
    player = PlayerPage(page, server.folder / "m1", "cedar")
    player.begin()
    player.option("o01").wait_for()
    before = _log(page)
    assert before["name"] == player.word("call_captions")
    assert before["live"] == "polite"
    player.choose("o01")
    player.option("o06").wait_for()
    after = _log(page)
    heard = after["articles"] - before["articles"]
    assert heard, "the new messages are in the log that is read out, each named by who speaks"
    assert all(heard), "and none is without a name"
    assert _politeness(page) == {"polite"}, "nothing interrupts"


def _tree(page: Page) -> dict[str, dict[str, Any]]:
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    return {node["nodeId"]: node for node in nodes}


def _log(page: Page) -> dict[str, Any]:
    tree = _tree(page)
    (log,) = [node for node in tree.values() if node.get("role", {}).get("value") == "log"]
    ahead, articles = [*log.get("childIds", [])], set()
    while ahead:
        node = tree.get(ahead.pop())
        if node is None:
            continue
        ahead += node.get("childIds", [])
        if node.get("role", {}).get("value") == "article":
            articles.add((node["name"]["value"], node["backendDOMNodeId"]))
    live = next(one["value"]["value"] for one in log["properties"] if one["name"] == "live")
    return {"name": log["name"]["value"], "live": live, "articles": articles}


def _politeness(page: Page) -> set[str]:
    values = page.locator(".sp-log, .sp-player [role=status]").evaluate_all(
        "(all) => all.map((one) => one.getAttribute('aria-live') ?? 'polite')"
    )
    return set(values)


@pytest.mark.parametrize("width", [640, 320], ids=["200 % of a laptop", "400 % of a laptop"])
def test_enlarged_nothing_runs_off_the_side(open_page: Callable[..., Page], server: Server, width: int) -> None:
    page = open_page(
        viewport={"width": width, "height": 450}, device_scale_factor=2, reduced_motion="reduce", locale="fr-FR"
    )
    page.add_init_script(OFF)
    page.goto(f"{server.url}/voila/render/m1/cedar.ipynb")
    player = PlayerPage(page, server.folder / "m1", "cedar")
    player.phase("intro")
    assert page.evaluate(SPILLS) == []
    player.begin()
    player.option("o01").wait_for()
    assert page.evaluate(SPILLS) == []
    assert page.evaluate(MOVING) == 0, "nobody asked for motion"
    player.press(player.flag("m03"))
    assert page.evaluate(SPILLS) == []
    assert page.evaluate(TARGETS) == []
    shoot(page, f"zoom-{width}-marking")
    player.close()
    expect(player.option("o01")).to_be_visible()
    shoot(page, f"zoom-{width}-play")


def test_in_the_system_s_own_colours_every_control_has_an_edge(page: Page, server: Server) -> None:
    page.add_init_script(OFF)
    page.emulate_media(forced_colors="active", color_scheme="dark")
    page.goto(f"{server.url}/voila/render/m1/cedar.ipynb")
    player = PlayerPage(page, server.folder / "m1", "cedar")
    player.begin()
    player.mark("m03", "identity")
    shoot(page, "forced-colours-play")
    edges = player.box.locator(".sp-choices .jupyter-button, .sp-hangup").evaluate_all(
        "(all) => all.map((one) => getComputedStyle(one)).map((one) => one.borderStyle + one.borderWidth)"
    )
    assert edges
    assert set(edges) == {"solid1px"}
    flag = player.flag("m03").evaluate("(one) => getComputedStyle(one).outlineStyle")
    assert flag == "solid", "a mark is more than its colour"
