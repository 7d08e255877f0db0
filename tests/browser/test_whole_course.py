"""Every conversation of the course, played to its debrief in the real browser, with pictures; part of `make soak`.

`SAFETYSTRING_WHOLE=zh` (or en, fr) says in which language; phone and laptop, light and dark take turns. The pictures,
and a sheet of them for each module, are in test-results/course/.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from itertools import count
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Browser, Page, expect
from playwright.sync_api import TimeoutError as Late

from browser.player_page import PlayerPage
from browser.test_phone import MISFITS, PHONE
from safetystring.scenario import Lang, decode_debrief
from support.server import ROOT, Server

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from safetystring.scenario import Scenario

WANTED = os.environ.get("SAFETYSTRING_WHOLE", "")
OUT = ROOT / "test-results" / "course"
COURSE = sorted(path.parent.parent.name + "/" + path.stem for path in ROOT.glob("notebooks/m*/data/*.json"))

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(not WANTED, reason="SAFETYSTRING_WHOLE says in which language"),
]


@pytest.fixture(scope="module", autouse=True)
def sheets(browser: Browser) -> Iterator[None]:
    """Put the pictures of each module on one sheet."""
    OUT.mkdir(parents=True, exist_ok=True)
    yield
    for module in sorted({one.partition("/")[0] for one in COURSE}):
        pictures = "".join(f'<img src="{one.name}" height="560">' for one in sorted(OUT.glob(f"{module}-*.png")))
        source = OUT / f"{module}.html"
        source.write_text(f'<body style="display:flex;flex-wrap:wrap;gap:8px;background:#888">{pictures}', "utf-8")
        page = browser.new_page(viewport={"width": 1900, "height": 1000})
        page.goto(source.as_uri())
        page.screenshot(path=OUT / f"sheet-{WANTED}-{module}.png", full_page=True)
        page.close()


@pytest.mark.parametrize("place", COURSE)
def test_a_conversation_from_its_opening_to_its_debrief(
    place: str, open_page: Callable[..., Page], server: Server
) -> None:
    module, name = place.split("/")
    turn = COURSE.index(place)
    lang: Lang = "fr" if WANTED == "fr" else "en" if WANTED == "en" else "zh"
    (server.folder / "preferences.json").write_text(json.dumps({"lang": lang}), "utf-8")
    size = PHONE if turn % 2 else {"viewport": {"width": 1280, "height": 900}}
    page = open_page(**size, color_scheme="dark" if turn % 4 > 1 else "light", reduced_motion="reduce")
    player = PlayerPage(page, server.folder / module, name, lang=lang, touch=bool(turn % 2))
    numbers = count(1)

    def look(station: str) -> None:
        page.screenshot(path=OUT / f"{module}-{name}-{next(numbers):02}-{station}.png")
        if size is PHONE:
            assert page.evaluate(MISFITS) == [], station

    page.goto(f"{server.url}/voila/render/{module}/{name}.ipynb")
    player.phase("intro")
    look("intro")
    player.go()
    player.box.and_(page.locator("[data-phase=practice], [data-phase=play]")).wait_for()
    if player.box.get_attribute("data-phase") == "practice":
        player.go()
    player.phase("play")
    for scene, option in _through(player.scenario):
        _reach(player, scene)
        look(scene)
        player.choose(option)
    truth = decode_debrief((server.folder / module / "data" / f"{name}.debrief").read_text("ascii")).truth
    if truth != "drill":
        player.verdict(85 if truth == "scam" else 15)
    else:
        expect(player.box.locator(".sp-flag, .sp-count, .sp-marked")).to_have_count(0)
    _to_the_debrief(player)
    look("debrief")
    if truth != "drill":
        expect(player.box.locator("h1")).to_have_text(player.word(f"truth_{truth}"))
    player.press(player.box.get_by_role("button", name=player.word("debrief_read")))
    look("end")


def _through(scenario: Scenario) -> Iterator[tuple[str, str]]:
    """Go down the spine: the choice points in order, and at each an option that leads on, if one does."""
    for name in scenario.spine:
        choice = scenario.scenes[name].choice
        if choice is not None:
            on = [one.id for one in choice.options if one.goto in scenario.spine]
            yield name, (on or [choice.options[0].id])[0]


def _reach(player: PlayerPage, scene: str) -> None:
    """Read on until the scene's question is there; phones that ring on the way are answered."""
    choice = player.scenario.scenes[scene].choice
    assert choice is not None
    wanted = player.option(choice.options[0].id)
    answer = player.box.locator(".sp-answer").locator("visible=true")
    skip = player.box.locator(".sp-skip").locator("visible=true")
    while not wanted.is_visible():
        wanted.or_(answer).or_(skip).first.wait_for()
        if wanted.is_visible():
            return
        player.press((answer if answer.is_visible() else skip).first, force=True)
        player.page.wait_for_timeout(200)


def _to_the_debrief(player: PlayerPage) -> None:
    """Press on through what comes after the verdict."""
    seen = player.box.and_(player.page.locator("[data-phase=debrief]"))
    while not seen.is_visible():
        seen.or_(player.go_button).first.wait_for()
        with suppress(Late):  # the button that was there may be gone: then the debrief is
            player.press(player.go_button, timeout=3000)
        player.page.wait_for_timeout(300)
