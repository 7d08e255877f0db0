"""Screenshots of every channel from the built player, without Jupyter: each scene of the demo in every look.

Run ``python tests/browser/contact_sheet.py [--lang zh] [--only chat]``; the pictures, and a sheet of them all, are
written to ``test-results/channels/``.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))

from conftest import CHROMIUM_FLAGS  # noqa: E402 - the tests' folder is on the path now
from support.demo import Screen, compile_demo, screens  # noqa: E402 - the same

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from safetystring.scenario import Lang, Scenario

OUT = ROOT / "test-results" / "channels"
SIZES = {"phone": (390, 844), "laptop": (1280, 900)}
THEMES = ("light", "dark")
_KEYS = {"*": "star", "#": "hash"}


class Quiet(SimpleHTTPRequestHandler):
    """Serves the repository and says nothing."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def main() -> None:
    """Take the pictures that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lang", choices=("zh", "en", "fr"))
    parser.add_argument("--theme", choices=THEMES)
    parser.add_argument("--size", choices=SIZES)
    parser.add_argument("--only", default="", help="part of a scene's name")
    given = parser.parse_args()
    OUT.mkdir(parents=True, exist_ok=True)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(ROOT)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        scenario, _ = compile_demo(Path(folder))
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium") or "/usr/bin/chromium", args=CHROMIUM_FLAGS
        )
        made = [
            shot
            for lang in ((given.lang,) if given.lang else ("zh", "en", "fr"))
            for theme in ((given.theme,) if given.theme else THEMES)
            for size in ((given.size,) if given.size else SIZES)
            for shot in _shoot(
                browser, f"http://127.0.0.1:{server.server_port}", scenario, (lang, theme, size), given.only
            )
        ]
        _sheets(browser, made)
        browser.close()
    server.shutdown()
    print(f"{len(made)} pictures in {OUT.relative_to(ROOT)}")  # noqa: T201 - a command's answer


def _shoot(browser: Browser, url: str, scenario: Scenario, how: tuple[Lang, str, str], only: str) -> Iterator[Path]:
    lang, theme, size = how
    width, height = SIZES[size]
    for screen in screens(scenario, lang):
        if only not in screen.name:
            continue
        context = browser.new_context(viewport={"width": width, "height": height}, reduced_motion="reduce")
        page = context.new_page()
        page.add_init_script(f"window.demo = {json.dumps(demo_of(screen, scenario, lang), ensure_ascii=False)}")
        page.goto(f"{url}/tests/frontend/harness.html?phase=play&lang={lang}&theme={theme}&pace=off")
        page.wait_for_selector("html[data-ready]")
        stem = f"{screen.name}-{lang}-{theme}-{size}"
        yield _picture(page, stem)
        yield from _opened(page, stem)
        context.close()


def _opened(page: Page, stem: str) -> Iterator[Path]:
    """What opens on a press: a page and two papers in a chat, an e-mail's headers and its link."""
    for name, selector in (("page", ".sp-page-card"), ("compare", ".sp-compare")):
        if page.locator(f".sp-scene:not([hidden]) {selector}").count():
            page.locator(selector).first.click()
            page.wait_for_timeout(120)
            file = OUT / f"{stem}-{name}.png"
            page.screenshot(path=file)
            page.keyboard.press("Escape")
            yield file
    if page.locator(".sp-scene:not([hidden]) .sp-mail-headers").count():
        page.locator(".sp-mail-headers summary").click()
        page.locator(".sp-mail-link").focus()
        yield _picture(page, f"{stem}-open")


def _picture(page: Page, stem: str) -> Path:
    page.wait_for_timeout(120)
    file = OUT / f"{stem}.png"
    page.locator(".sp-player").screenshot(path=file)
    return file


def demo_of(screen: Screen, scenario: Scenario, lang: Lang) -> dict[str, object]:
    """Return what the harness takes for its conversation: the entries of a scene, and its question."""
    question = None
    if screen.choice is not None:
        options = [
            (
                option.text.get(lang),
                f"sp-option sp-key sp-key-{_KEYS.get(option.key, option.key)}"
                if option.key
                else f"sp-option sp-{option.kind}",
            )
            for option in screen.choice.options
        ]
        question = {"prompt": screen.choice.prompt.get(lang), "options": options}
    return {"entries": screen.entries, "assets": dict(scenario.assets), "question": question}


def _sheets(browser: Browser, files: list[Path]) -> None:
    """One page of small pictures a language and size, for a look at all of them."""
    for kind in sorted({"-".join(file.stem.split("-")[2:5]) for file in files}):
        chosen = [file for file in files if f"-{kind}" in file.stem]
        pictures = "".join(f'<img src="{file.as_uri()}" height="640">' for file in chosen)
        source = OUT / "sheet.html"
        source.write_text(
            f'<body style="margin:8px;display:flex;flex-wrap:wrap;gap:8px;background:#888">{pictures}', "utf-8"
        )
        page = browser.new_page(viewport={"width": 1900, "height": 1000})
        page.goto(source.as_uri())
        page.screenshot(path=OUT / f"sheet-{kind}.png", full_page=True)
        page.close()
        source.unlink()


if __name__ == "__main__":
    main()
