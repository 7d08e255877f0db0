"""The player looks as it did: a small set of pinned pictures, each another channel, language, theme and width.

The font is pinned (Debian's fonts-noto-cjk, which has Latin letters too), motion is off, and the harness has no clock.
``pytest tests/browser/test_looks.py --update-goldens`` takes them anew; look at what changed before you commit it.
"""

from __future__ import annotations

import base64
import json
import threading
from functools import partial
from http.server import ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest

from browser.contact_sheet import SIZES, Quiet, demo_of
from support.demo import compile_demo, screens
from support.server import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from safetystring.scenario import Lang, Scenario

pytestmark = [pytest.mark.browser, pytest.mark.slow]

GOLDENS = ROOT / "tests" / "browser" / "looks"
FAILED = ROOT / "test-results" / "looks"
FONT = "*, *::before, *::after { font-family: 'Noto Sans CJK SC' !important; caret-color: transparent !important; }"
MOST = 0.004
"""Share of pixels that may differ: letters have other edges from one version of the browser to the next."""
LARGEST = 60_000
LOOKS: tuple[tuple[str, Lang, str, str], ...] = (
    ("intro", "fr", "light", "phone"),
    ("practice", "en", "dark", "laptop"),
    ("01-ring", "zh", "light", "phone"),
    ("02-call", "fr", "light", "phone"),
    ("video", "en", "light", "laptop"),
    ("chat", "zh", "dark", "phone"),
    ("group", "fr", "light", "phone"),
    ("sms", "en", "dark", "phone"),
    ("mail", "fr", "dark", "laptop"),
    ("app", "zh", "light", "phone"),
    ("web", "en", "light", "phone"),
    ("verdict", "zh", "light", "phone"),
    ("review", "en", "light", "laptop"),
    ("debrief", "fr", "dark", "phone"),
    ("debrief", "zh", "light", "laptop"),
)
"""A phase of the harness's own conversation, or part of the name of a scene of the demo."""
PHASES = {"intro", "practice", "verdict", "review", "debrief"}
TO_WEBP = """async (png) => {
  const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  canvas.getContext('2d').drawImage(picture, 0, 0);
  const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/webp', quality: 0.85 })).arrayBuffer());
  return btoa([...bytes].map((byte) => String.fromCharCode(byte)).join(''));
}"""
APART = """async ([before, now]) => {
  const pixels = async (kind, data) => {
    const picture = await createImageBitmap(await (await fetch(`data:image/${kind};base64,${data}`)).blob());
    const canvas = new OffscreenCanvas(picture.width, picture.height), paper = canvas.getContext('2d');
    paper.drawImage(picture, 0, 0);
    return paper.getImageData(0, 0, picture.width, picture.height);
  };
  const [a, b] = [await pixels('webp', before), await pixels('png', now)];
  if (a.width !== b.width || a.height !== b.height) return 1;
  let apart = 0;
  for (let i = 0; i < a.data.length; i += 4) {
    apart += [0, 1, 2].some((channel) => Math.abs(a.data[i + channel] - b.data[i + channel]) > 64);
  }
  return apart / (a.width * a.height);
}"""


@pytest.fixture(scope="module")
def harness() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(ROOT)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/tests/frontend/harness.html"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Scenario:
    return compile_demo(tmp_path_factory.mktemp("demo"))[0]


@pytest.mark.parametrize(("name", "lang", "theme", "size"), LOOKS, ids=["-".join(look) for look in LOOKS])
def test_it_looks_as_it_did(  # noqa: PLR0913, PLR0917 - what a picture is of, and what it takes
    browser: Browser,
    harness: str,
    demo: Scenario,
    request: pytest.FixtureRequest,
    name: str,
    lang: Lang,
    theme: str,
    size: str,
) -> None:
    golden = GOLDENS / f"{name}-{lang}-{theme}-{size}.webp"
    width, height = SIZES[size]
    context = browser.new_context(viewport={"width": width, "height": height}, reduced_motion="reduce")
    try:
        page = context.new_page()
        if name not in PHASES:
            screen = next(screen for screen in screens(demo, lang) if name in screen.name)
            page.add_init_script(f"window.demo = {json.dumps(demo_of(screen, demo, lang), ensure_ascii=False)}")
        phase = name if name in PHASES else "play"
        page.goto(f"{harness}?phase={phase}&lang={lang}&theme={theme}&pace=off")
        page.wait_for_selector("html[data-ready]")
        page.add_style_tag(content=FONT)
        page.evaluate("document.fonts.ready")
        page.wait_for_timeout(250)
        png = page.locator(".sp-player").screenshot(animations="disabled")
        if request.config.getoption("update_goldens"):
            _keep(page, png, golden)
        _compare(page, png, golden)
    finally:
        context.close()


def _keep(page: Page, png: bytes, golden: Path) -> None:
    GOLDENS.mkdir(exist_ok=True)
    picture = base64.b64decode(page.evaluate(TO_WEBP, base64.b64encode(png).decode()))
    assert len(picture) < LARGEST, f"{golden.name} has {len(picture)} bytes"
    golden.write_bytes(picture)


def _compare(page: Page, png: bytes, golden: Path) -> None:
    assert golden.is_file(), f"{golden.name} is missing: run this test with --update-goldens, and look at it"
    pair = [base64.b64encode(data).decode() for data in (golden.read_bytes(), png)]
    apart = page.evaluate(APART, pair)
    if apart > MOST:
        FAILED.mkdir(parents=True, exist_ok=True)
        (FAILED / f"{golden.stem}.png").write_bytes(png)
    assert apart <= MOST, f"{apart:.1%} of {golden.name} changed: see test-results/looks/{golden.stem}.png"
