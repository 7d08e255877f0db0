"""An author plays, saves, breaks and mends a file, and looks at the key and at three languages, in a real browser."""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from safetystring.player.words import word
from support.server import ROOT, STARTS, shoot

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

AXE = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
RUN = "async () => (await axe.run(document, { resultTypes: ['violations'] })).violations"


@pytest.fixture
def scenarios(tmp_path: Path) -> Path:
    folder = tmp_path / "scenarios"
    shutil.copytree(ROOT / "scenarios", folder)
    return folder


@pytest.fixture
def preview(scenarios: Path, page: Page) -> Iterator[Page]:
    """A page that shows the preview of cedar."""
    command = [sys.executable, "-m", "safetystring.cli", "preview", "--no-browser", "--lang", "zh", "cedar"]
    process = subprocess.Popen(command, cwd=scenarios.parent, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    page.goto(process.stdout.readline().strip().partition(": ")[2])
    page.locator(".sp-player .sp-go").wait_for()
    yield page
    process.send_signal(signal.SIGINT)
    process.wait(120)
    assert not list(scenarios.rglob("responses"))


def save(scenarios: Path, before: str, after: str) -> None:
    path = scenarios / "cedar" / "scenario.yaml"
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")


def axe(page: Page) -> list[str]:
    """Return what axe objects to, in both themes."""
    found: list[str] = []
    for theme in ("light", "dark"):
        page.emulate_media(color_scheme="dark" if theme == "dark" else "light", reduced_motion="reduce")
        page.evaluate(AXE)
        violations: list[Any] = page.evaluate(RUN)
        found += [json.dumps([theme, one["id"], [node["html"][:160] for node in one["nodes"]]]) for one in violations]
    page.emulate_media(color_scheme="light")
    return found


def test_an_author_at_work(preview: Page, scenarios: Path) -> None:
    page = preview
    for words, phase in (("start", "practice"), ("practice_go", "play")):
        page.get_by_role("button", name=word("zh", words), exact=True).click()
        page.locator(f'.sp-player[data-phase="{phase}"]').wait_for()
    page.locator('.sp-msg[data-id="m10"] .sp-flag').click()
    page.locator(".sp-sheet input").first.click(force=True)
    expect(page.locator('.sp-msg[data-id="m10"] .sp-flag')).to_have_attribute("aria-pressed", "true")
    page.locator(".sp-option").nth(2).click()
    expect(page.locator('.sp-msg[data-id="m17"]')).to_be_visible()

    save(scenarios, "您好，林同学吧？", "您好，是林晓同学吧？")
    expect(page.locator('.sp-msg[data-id="m03"]')).to_contain_text("是林晓同学吧")
    expect(page.locator('.sp-msg[data-id="m10"] .sp-flag')).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".sp-option")).to_have_count(3)
    expect(page.locator("#state")).to_have_text("nothing to mend", timeout=STARTS)

    page.locator("#key-toggle").check()
    expect(page.locator(".key-scene.here code").first).to_have_text("s03")
    expect(page.locator(".sp-option").first).to_have_attribute("data-key", "● safe → e01")
    shoot(page, "preview-key")
    assert axe(page) == []

    page.locator('input[value="zh en fr"]').check(force=True)
    expect(page.locator(".column")).to_have_count(3)
    page.locator('.column[data-lang="fr"] .sp-option').nth(2).click()
    expect(page.locator('.sp-msg[data-id="m27"]')).to_have_count(3)
    shoot(page, "preview-three")

    save(scenarios, "truth: scam", "truth scam")
    expect(page.locator(".stale")).to_contain_text("the last version that could be")
    expect(page.locator(".finding").first).to_contain_text("line")
    expect(page.locator('.sp-msg[data-id="m27"]')).to_have_count(3)
    shoot(page, "preview-stale")
    save(scenarios, "truth scam", "truth: scam")
    expect(page.locator("#state")).to_have_text("nothing to mend", timeout=STARTS)
    expect(page.locator('.sp-msg[data-id="m27"]')).to_have_count(3)
    page.reload()
    expect(page.locator('.sp-msg[data-id="m27"]')).to_have_count(1)
