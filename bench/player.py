"""The player beside a bare ipywidgets Button, in real JupyterLab and real Chromium: both in one page, in turns.

The Button sets a Label. A click is timed in the page, from the press to the first frame that shows what it led to. The
slow link is a proxy on this machine that holds everything back for 200 ms each way, websockets too.
"""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from playwright.sync_api import Page, sync_playwright  # noqa: E402 - the tests' folder is on the path now

from bench.compiled import compile_package  # noqa: E402 - the tests' folder is on the path now
from bench.long import long_scenario, notebook, put  # noqa: E402 - the same
from bench.table import Measure, rounded, show  # noqa: E402 - the same
from conftest import CHROMIUM_FLAGS  # noqa: E402 - the same
from support.link import Link  # noqa: E402 - the same
from support.server import start_server, stop_server  # noqa: E402 - the same

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROUNDS = 50
COLD = 15
"""A kernel takes seconds to start, so these are fewer."""
OPENINGS = 7
SLOW = 0.2
PAUSE = 120
"""Milliseconds between two presses, in which what the last one led to comes to rest."""
BARE = """import ipywidgets
button, label = ipywidgets.Button(description="press"), ipywidgets.Label("0")
button.on_click(lambda _: setattr(label, "value", str(int(label.value) + 1)))
box = ipywidgets.VBox([button, label])
box.add_class("bare")
box"""
OURS = 'import safetystring\nsafetystring.play("{name}")'
TOOLS = """
localStorage.setItem("safetystring.pace", "off");
window.painted = () => new Promise((done) => requestAnimationFrame(() => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => done(performance.now());
  port2.postMessage(0);
}));
window.once = (root, holds) => new Promise((done) => {
  if (holds()) return done();
  const seen = new MutationObserver(() => holds() && (seen.disconnect(), done()));
  seen.observe(root, { subtree: true, childList: true, characterData: true });
});
window.players = () => [...document.querySelectorAll(".sp-player:not([data-old])")];
window.newest = (player) => player.querySelector(".sp-log")?.lastElementChild?.lastElementChild?.dataset.id;
window.bare = async () => {
  const box = document.querySelector(".bare:not([data-old])");
  const label = box.querySelector(".widget-label"), before = label.textContent, began = performance.now();
  box.querySelector("button").click();
  await once(box, () => label.textContent !== before);
  return (await painted()) - began;
};
window.ours = async (which) => {
  const player = players()[which], before = newest(player), began = performance.now();
  player.querySelector(".sp-choices .sp-option").click();
  await once(player, () => (newest(player) ?? before) !== before);
  return (await painted()) - began;
};
window.appeared = async (selector) => {
  await once(document.body, () => document.querySelector(selector));
  return (await painted()) - window.ran;
};
addEventListener("keydown", (event) => event.key === "Enter" && (window.ran = performance.now()), true);
"""


class Bench:
    """One notebook open in JupyterLab, over a link."""

    def __init__(self, page: Page, link: Link, path: str) -> None:
        self.page, self.link, self.path = page, link, path
        page.goto(f"{link.url}/doc/tree/{path}")
        page.locator(".jp-CodeCell").first.wait_for(timeout=60_000)
        self._idle()

    def _kernel(self) -> dict[str, object]:
        sessions = self.page.request.get(f"{self.link.url}/api/sessions").json()
        found: dict[str, object] = next((one["kernel"] for one in sessions if one["path"] == self.path), {})
        return found

    def _idle(self) -> None:
        while (kernel := self._kernel()).get("execution_state") != "idle" or not kernel.get("connections"):
            self.page.wait_for_timeout(200)

    def restart(self) -> None:
        """Give the notebook a kernel in which nothing was imported."""
        self.page.request.post(f"{self.link.url}/api/kernels/{self._kernel()['id']}/restart")
        self.page.wait_for_timeout(800)
        self._idle()
        self.page.wait_for_timeout(700)

    def run(self, cell: int, selector: str) -> float:
        """Run a cell; milliseconds until what it shows is painted."""
        self.page.evaluate("document.querySelectorAll('.bare, .sp-player').forEach((one) => one.dataset.old = '')")
        self.page.locator(".jp-CodeCell .cm-content").nth(cell).click()
        self.page.evaluate("(selector) => { window.coming = appeared(selector); }", selector)
        self.page.keyboard.press("Control+Enter")
        took: float = self.page.evaluate("window.coming")
        return took

    def press(self, call: str) -> float:
        """Press, and wait until all is at rest."""
        took: float = self.page.evaluate(call)
        self.page.wait_for_timeout(PAUSE + 2_500 * self.link.delay)
        return took

    def bytes_of(self, call: str) -> int:
        """Count what goes over the link for one press, both ways."""
        self.page.wait_for_timeout(400)
        before = self.link.up + self.link.down
        self.press(call)
        self.page.wait_for_timeout(600)
        return self.link.up + self.link.down - before


def _line(name: str, pairs: list[tuple[float, float]], goal: float) -> Measure:
    ours, bare = (statistics.median(pair[side] for pair in pairs) for side in (0, 1))
    return rounded(Measure(name=name, ours=ours, baseline=bare, unit="ms", goal=goal))


def _in_turns(rounds: int, ours: Callable[[], float], other: Callable[[], float]) -> list[tuple[float, float]]:
    return [(ours(), other()) for _ in range(rounds)]


def measure(rounds: int = ROUNDS, say: Callable[[str], None] = print) -> list[Measure]:
    """Measure every line that needs a browser."""
    compile_package()
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        home, folder = Path(name) / "home", Path(name) / "notebooks"
        home.mkdir()
        folder.mkdir()
        (folder / "start.ipynb").write_text("{}", encoding="utf-8")
        for scenario, messages in (("short", 10), ("long", 2_000), ("cold", 10)):
            put(folder, long_scenario(scenario, messages, 2 * rounds + 10))
        notebook(folder / "short.ipynb", BARE, OURS.format(name="short"))
        notebook(folder / "long.ipynb", BARE, OURS.format(name="short"), OURS.format(name="long"))
        notebook(folder / "cold.ipynb", BARE, OURS.format(name="cold"))
        server = start_server(folder, home)
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium") or "/usr/bin/chromium", args=CHROMIUM_FLAGS
        )
        try:
            with Link(int(urlsplit(server.url).port or 0)) as link:
                context = browser.new_context(viewport={"width": 1280, "height": 2_300}, locale="zh-CN")
                context.add_init_script(TOOLS)
                measures = []
                for made in _all(context.new_page(), link, folder, rounds):
                    say(f"player: {made.plain()}")
                    measures.append(made)
                return measures
        finally:
            browser.close()
            stop_server(server)


def _all(page: Page, link: Link, folder: Path, rounds: int) -> Iterator[Measure]:
    bench = Bench(page, link, "short.ipynb")
    bench.run(0, ".bare:not([data-old])")
    bench.run(1, ".sp-player:not([data-old]) .sp-option")
    bench.run(0, ".bare:not([data-old])")
    page.evaluate("document.querySelector('.sp-player').removeAttribute('data-old')")
    pairs = _in_turns(rounds, lambda: bench.press("ours(0)"), lambda: bench.press("bare()"))
    yield _line("click → next message painted", pairs, 1.2)
    sizes = [bench.bytes_of("ours(0)") for _ in range(5)]
    link.delay = SLOW
    pairs = _in_turns(rounds, lambda: bench.press("ours(0)"), lambda: bench.press("bare()"))
    yield _line("the same, 200 ms each way (proxy)", pairs, 1.05)
    link.delay = 0
    yield rounded(Measure(name="bytes per click", ours=statistics.median(sizes), unit="B", goal=6_000, by="itself"))

    bench = Bench(page, link, "cold.ipynb")
    cold: list[tuple[float, float]] = []
    colds = min(rounds, COLD)
    for number in range(colds + 1):
        bench.restart()
        ours = bench.run(1, ".sp-player:not([data-old]) .sp-log [data-id]")
        bench.restart()
        bare = bench.run(0, ".bare:not([data-old]) button")
        if number:  # the first time the browser itself has much to load
            cold.append((ours, bare))
    yield _line(f"Run → first message ({colds} new kernels each)", cold, 1.2)

    put(folder, long_scenario("short", 10, 2 * rounds + 10))
    bench = Bench(page, link, "long.ipynb")
    opened = [bench.run(2, ".sp-player:not([data-old]) [data-id=m2000]") for _ in range(OPENINGS + 1)][1:]
    opening = statistics.median(opened)
    yield rounded(
        Measure(name=f"open 2,000 messages ({OPENINGS} times)", ours=opening, unit="ms", goal=1_000, by="itself")
    )
    bench.run(1, ".sp-player:not([data-old]) .sp-option")
    page.evaluate("[...document.querySelectorAll('.sp-player')].forEach((one) => delete one.dataset.old)")
    pairs = _in_turns(rounds, lambda: bench.press("ours(1)"), lambda: bench.press("ours(0)"))
    yield _line("click at message 2,000, against message 10", pairs, 1.3)


if __name__ == "__main__":
    show(measure(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS, partial(print, flush=True)))
