"""The player on a page, as somebody uses it who sees the screen and nothing else."""

from __future__ import annotations

import json
import time
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING, Any

from playwright.sync_api import Locator, Page, expect
from playwright.sync_api import TimeoutError as Late

from safetystring.player.questions import VERDICT_STEPS
from safetystring.player.words import word
from safetystring.scenario import Lang, Scenario, read_scenario
from safetystring.scenario.slots import drawn, fill
from support.server import STARTS, shoot

if TYPE_CHECKING:
    from pathlib import Path

    from support.server import Server

START = "▶ 开始 · Start · Commencer"
_PAINTED = """() => {
  const painted = document.querySelectorAll('.sp-player:not([data-old]) .sp-log [data-id]');
  return painted.length > 0 && [...painted].map((one) => one.dataset.id);
}"""


def wait_for_kernel(page: Page, server: Server, notebook: str) -> None:
    """Wait until the open notebook has its kernel; JupyterLab drops a press of Start that comes before."""
    deadline = time.monotonic() + STARTS / 1000
    while not _has_kernel(page, server, notebook):
        assert time.monotonic() < deadline, f"no kernel for {notebook}"
        page.wait_for_timeout(100)


def press_start(page: Page, server: Server, notebook: str, *, touch: bool = False) -> None:
    """Press Start above the notebook's cell."""
    start = page.get_by_role("button", name=START)
    start.wait_for(timeout=STARTS)
    wait_for_kernel(page, server, notebook)
    if touch:
        start.tap()
    else:
        start.click()


def _has_kernel(page: Page, server: Server, notebook: str) -> bool:
    sessions = page.request.get(f"{server.url}/api/sessions").json()
    kernels = [session["kernel"] for session in sessions if session["path"] == notebook]
    return any(kernel["connections"] > 0 and kernel["execution_state"] == "idle" for kernel in kernels)


class PlayerPage:
    """A page with one player, and what can be pressed on it.

    Parameters
    ----------
    page
        The page; the player need not be there yet.
    folder
        The notebook's folder, for the words of the scenario and for the log.
    scenario
        Its id.
    touch
        Whether to tap instead of to click.
    """

    def __init__(self, page: Page, folder: Path, scenario: str, *, lang: Lang = "zh", touch: bool = False) -> None:
        self.page = page
        self.lang = lang
        self._folder = folder
        self._id = scenario
        self._touch = touch
        self.box = page.locator(".sp-player:not([data-old])")
        self.go_button = self.box.locator(".sp-choices .sp-go")

    @cached_property
    def scenario(self) -> Scenario:
        return read_scenario(self._folder / "data" / f"{self._id}.json")

    # What is there.

    def word(self, key: str, **holes: object) -> str:
        """Return a text of the interface in the page's language."""
        return word(self.lang, key, **holes)

    def phase(self, name: str) -> None:
        """Wait until the run is in this phase."""
        expect(self.box).to_have_attribute("data-phase", name, timeout=STARTS)

    def message(self, name: str) -> Locator:
        return self.box.locator(f"[data-id={name}]")

    def flag(self, name: str) -> Locator:
        return self.message(name).locator(".sp-flag")

    def family(self, name: str) -> Locator:
        """Return the radio button of a family in the open panel."""
        return self.box.locator(f".sp-families input[value={name}]")

    def chip(self, name: str) -> Locator:
        """Return the whole of a family in the open panel, as one presses it."""
        return self.box.locator(".sp-chip", has=self.page.locator(f"input[value={name}]"))

    def option(self, name: str) -> Locator:
        """Return the button of an option, found by its words, as the seed in the log's last header draws them."""
        choices = (scene.choice for scene in self.scenario.scenes.values() if scene.choice is not None)
        text = next(one.text.get(self.lang) for choice in choices for one in choice.options if one.id == name)
        seed = [line["seed"] for line in self.log() if line["e"] == "attempt"][-1]
        words: str = fill(text, drawn(self.scenario.slots, seed, self.lang))
        return self.box.locator(".sp-choices").get_by_role("button", name=words, exact=True)

    def step(self, percent: int) -> Locator:
        """Return the button of a step of the verdict."""
        return self.box.locator(".sp-verdict").get_by_role("button").nth(VERDICT_STEPS.index(percent))

    def painted(self) -> list[str]:
        """Wait for a conversation, and return the ids of its messages on the page, in order."""
        found: list[str] = self.page.wait_for_function(_PAINTED, timeout=STARTS).json_value()
        return found

    def log(self) -> list[dict[str, Any]]:
        """Return the response log's lines as they are on the disk; the kernel may be in the middle of another."""
        text = (self._folder / "responses" / f"{self._id}.jsonl").read_text(encoding="utf-8")
        return [json.loads(line) for line in text.splitlines(keepends=True) if line.endswith("\n")]

    def logged(self, kind: str) -> None:
        """Wait until the log has an event of this kind: the page says "done" before the kernel has written it."""
        deadline = time.monotonic() + 10
        while kind not in [line["e"] for line in self.log()]:
            assert time.monotonic() < deadline, f"{kind} is not in the log"
            self.page.wait_for_timeout(50)

    @property
    def log_path(self) -> Path:
        return self._folder / "responses" / f"{self._id}.jsonl"

    def shoot(self, name: str) -> None:
        """Keep a picture of the page with the player on it."""
        self.box.evaluate("(player) => player.scrollIntoView({ block: 'nearest', behavior: 'instant' })")
        shoot(self.page, name)

    # What is done.

    def press(self, target: Locator, **options: Any) -> None:  # noqa: ANN401 - Playwright's own options
        """Press it, once it is there and nothing covers it."""
        if self._touch:
            target.tap(**options)
        else:
            target.click(**options)

    def go(self) -> None:
        """Press the one thing to press."""
        self.press(self.go_button)

    def begin(self) -> None:
        """Go from the intro through the practice into the conversation."""
        self.phase("intro")
        self.go()
        self.phase("practice")
        # The button of the screen before may stand there for a moment yet, and does nothing any more.
        expect(self.go_button).to_have_text(self.word("practice_go"))
        self.go()
        self.phase("play")

    def mark_practice(self, family: str) -> None:
        """Mark the first of the two practice messages."""
        row = self.box.locator(".sp-practice-row").first
        self.press(row.locator(".sp-flag"))
        self.press(self.chip(family))
        row.locator(".sp-feedback").wait_for()

    def answer(self) -> None:
        """Pick up the ringing phone."""
        self.press(self.box.locator(".sp-answer"))

    def skip(self) -> None:
        """Have everything up to the next question shown at once, unless it is there already."""
        with suppress(Late):
            self.press(self.box.locator(".sp-skip"), timeout=3000)
        expect(self.box).not_to_have_attribute("data-playing", "")

    def pace_off(self) -> None:
        """Have messages shown without the typing pace, from the menu."""
        self.press(self.box.locator(".sp-more"))
        self.press(self.box.locator(".sp-speed label").last)
        self.close()

    def close(self) -> None:
        """Close the open panel."""
        self.press(self.box.locator(".sp-sheet-head .sp-round"))
        expect(self.box.locator(".sp-sheet")).to_have_count(0)

    def mark(self, message: str, family: str) -> None:
        """Mark a message, or change its family."""
        self.press(self.flag(message))
        self.press(self.chip(family))
        expect(self.message(message)).to_contain_class("sp-marked")

    def unmark(self, message: str) -> None:
        """Take a mark back."""
        self.press(self.flag(message))
        self.press(self.box.locator(".sp-takeback"))
        expect(self.message(message)).not_to_contain_class("sp-marked")

    def choose(self, option: str) -> None:
        """Take an option, once it is there."""
        self.press(self.option(option))

    def verdict(self, percent: int) -> None:
        """Give the verdict and lock it."""
        self.phase("verdict")
        self.press(self.step(percent))
        expect(self.step(percent)).to_have_attribute("aria-pressed", "true")
        self.go()

    def help(self) -> Locator:
        """Press "this may be happening to me now", and return the dialog."""
        self.press(self.box.locator(".sp-help-button"))
        return self.box.locator("dialog.sp-help")

    def earlier(self) -> None:
        """Show the messages of earlier screens."""
        self.press(self.box.locator(".sp-earlier"))

    def restart(self) -> None:
        """Start over, from the menu."""
        self.press(self.box.locator(".sp-more"))
        self.press(self.box.locator(".sp-sheet-menu").get_by_role("button", name=self.word("restart"), exact=True))
        self.press(self.box.locator(".sp-pair").get_by_role("button", name=self.word("restart_yes"), exact=True))
