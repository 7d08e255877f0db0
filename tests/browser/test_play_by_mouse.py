"""One learner, from the start page to the facilitator's gradebook, in real JupyterLab."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from nbgrader.api import Gradebook
from playwright.sync_api import Page, expect

from browser.player_page import PlayerPage, press_start
from course.nbcourse import NbCourse
from support.server import STARTS, Server, shoot

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

pytestmark = [pytest.mark.browser, pytest.mark.slow]

ITEMS: Mapping[str, float] = {
    "m03": 2,  # a red flag, marked at once for what it is
    "m10": 1,  # marked at once, for something else
    "m17": 1,  # marked in the review
    "m27": 2,
    "m31": 0,  # not marked
    "m36": 0.5,  # marked in the review, for something else
    "m45": 2,
    "m49": 2,  # marked in the rest
    "m05": 0,  # in order, marked
    "m08": 1,  # in order, marked and taken back in the review
    "m25": 2,  # in order, left alone
    "m34": 2,
}
DECISIONS: Mapping[str, float] = {"c01": 0, "c02": 1, "c03": 0, "c04": 2, "c05": 2}
"""Said harmful, cautious, harmful and safe things; the last was not reached, after a safe way out."""
OTHERS = (2, 6, 12, 15, 16, 19, 21, 23, 29, 32, 38, 40, 41, 42, 44, 47)
"""Numbers of what else the other side said on the way; one of it is marked."""


def expected(key_file: Path) -> dict[str, float]:
    """Return the points of each cell, given what was pressed above. The key says only which cell is which message."""
    key = json.loads(key_file.read_text(encoding="utf-8"))
    assert set(key["items"]) == ITEMS.keys()
    return {
        **{f"item-{number:02d}": ITEMS[message] for number, message in enumerate(key["items"], 1)},
        **{f"decision-{number:02d}": DECISIONS[choice] for number, choice in enumerate(key["decisions"], 1)},
        "false-alarms": 4 * (1 - 3 / len(OTHERS)),
        "verdict": 2 * (1 - (1 - 0.85) ** 2),
    }


def test_from_the_start_page_to_the_gradebook(page: Page, server: Server, course: Path, tmp_path: Path) -> None:
    player = PlayerPage(page, server.folder / "m1", "cedar")
    _open_the_scenario(page, server)
    _practise(player)
    _answer_the_call(player)
    _lose_the_kernel_and_go_on(player, server)
    _leave_the_chat(player)
    _judge_and_review(player)
    answers = _read_the_debrief_and_download(player, tmp_path)

    kinds = [line["e"] for line in player.log()]
    assert [kinds.count(kind) for kind in ("attempt", "verdict", "reviewing", "reviewed", "debriefed")] == [1] * 5
    assert "helped" in kinds, "it is in the log, and costs nothing"
    shown = [message for line in player.log() if line["e"] == "shown" for message in line["ids"]]
    assert len(shown) == len(set(shown)), "nothing was shown twice"
    points = expected(course / "keys" / "cedar.json")
    assert _score(player.log_path, course / "keys" / "cedar.json") == pytest.approx(points)
    assert _gradebook(course, answers, tmp_path) == pytest.approx(points)


def _open_the_scenario(page: Page, server: Server) -> None:
    page.goto(f"{server.url}/doc/tree/start.ipynb")
    press_start(page, server, "start.ipynb")
    page.locator(".sh-go").wait_for(timeout=STARTS)
    shoot(page, "mouse-01-start-page")
    page.locator(".sh-cards a[href*='cedar']").click()
    page.get_by_role("heading", name="早上的一通电话").wait_for()
    press_start(page, server, "m1/cedar.ipynb")


def _practise(player: PlayerPage) -> None:
    player.phase("intro")
    player.shoot("mouse-02-intro")
    player.go()
    player.phase("practice")
    first, second = player.box.locator(".sp-practice-row").all()
    player.press(first.locator(".sp-flag"))
    player.shoot("mouse-03-marking-in-practice")
    player.press(player.chip("technology"))
    expect(first.locator(".sp-feedback")).to_contain_text(player.word("practice_right"))
    expect(second.locator(".sp-feedback")).to_contain_text(player.word("practice_clean"))
    player.shoot("mouse-04-practised")
    assert not player.log_path.exists(), "practice is not logged"
    player.go()
    player.phase("play")


def _answer_the_call(player: PlayerPage) -> None:
    player.message("m02").wait_for()
    player.shoot("mouse-05-ringing")
    player.answer()
    player.skip()
    player.shoot("mouse-06-call")
    player.mark("m03", "identity")
    player.mark("m10", "identity")
    player.mark("m05", "identity")
    player.mark("m08", "document")
    player.shoot("mouse-07-marked")
    player.choose("o01")
    player.skip()
    dialog = player.help()
    expect(dialog).to_contain_text("17")
    player.shoot("mouse-08-help")
    dialog.locator(".sp-round").click()
    player.choose("o06")
    player.skip()
    player.mark("m21", "pressure")
    player.unmark("m21")
    player.mark("m27", "channel")
    player.choose("o08")


def _lose_the_kernel_and_go_on(player: PlayerPage, server: Server) -> None:
    """In mid-conversation, while the other side is typing."""
    page = player.page
    player.message("m32").wait_for()
    assert server.kill_kernels() >= 1
    expect(player.box.locator(".sp-banner[data-kind=lost]")).to_have_text(player.word("disconnected"))
    expect(player.box.locator(".sp-choices")).not_to_be_visible()  # it asks about messages that are not there yet
    page.locator(".jp-Dialog").get_by_role("button", name="Ok").click()
    player.shoot("mouse-09-kernel-lost")
    saved = [message for line in player.log() if line["e"] == "shown" for message in line["ids"]]
    marks = {line["id"] for line in player.log() if line["e"] == "marked"} - {"m21"}
    assert saved[-1] in ("m31", "m32")

    page.evaluate("document.querySelectorAll('.sp-player').forEach((one) => one.setAttribute('data-old', ''))")
    press_start(page, server, "m1/cedar.ipynb")
    painted = player.painted()
    assert painted[: len(saved)] == saved
    assert len(painted) <= len(saved) + 1, "no more than the next message"
    player.message(saved[-1]).wait_for()
    player.earlier()
    assert {one.get_attribute("data-id") for one in player.box.locator(".sp-marked").all()} == marks
    player.shoot("mouse-10-kernel-back")


def _leave_the_chat(player: PlayerPage) -> None:
    player.skip()
    player.shoot("mouse-11-chat")
    player.mark("m45", "isolation")
    player.mark("m44", "pressure")
    player.choose("o11")


def _judge_and_review(player: PlayerPage) -> None:
    player.phase("verdict")
    player.shoot("mouse-12-verdict")
    player.verdict(85)
    player.phase("rest")
    player.skip()
    player.mark("m49", "money")
    player.shoot("mouse-13-rest")
    player.go()
    player.phase("review")
    player.shoot("mouse-14-review")
    player.unmark("m08")
    player.mark("m17", "identity")
    player.mark("m36", "pressure")
    player.go()
    player.phase("debrief")


def _read_the_debrief_and_download(player: PlayerPage, folder: Path) -> Path:
    page = player.page
    expect(player.box.locator("h1")).to_have_text(player.word("truth_scam"))
    player.shoot("mouse-15-debrief")
    results = {
        card.get_attribute("data-message"): card.get_attribute("data-result")
        for card in player.box.locator(".sp-item-card").all()
    }
    assert results["m03"] == "hit"
    assert results["m10"] == "wrong_family"
    assert results["m17"] == "late"
    assert results["m31"] == "miss"
    assert results["m05"] == "false_alarm"
    player.press(player.box.get_by_role("button", name=player.word("debrief_read")))
    player.shoot("mouse-16-debrief-read")
    player.press(player.box.locator(".sp-ends").get_by_role("button", name=player.word("download")))
    player.box.get_by_label(player.word("download_code")).fill("A07")
    player.shoot("mouse-17-download")
    with page.expect_download() as coming:
        player.press(player.box.get_by_role("button", name=player.word("download_go"), exact=True))
    assert coming.value.suggested_filename == "answers_A07_m1.zip"
    target = folder / coming.value.suggested_filename
    coming.value.save_as(target)
    return target


def _score(log: Path, key: Path) -> dict[str, float]:
    command = [sys.executable, "-m", "safetystring.cli", "score", str(log), "--json", "--key", str(key)]
    said = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    return {cell: value["points"] for cell, value in said["cells"].items()}


def _gradebook(course: Path, answers: Path, home: Path) -> dict[str, float]:
    """Hand the archive in, and return what stock nbgrader makes of it."""
    graded = NbCourse(course, home)
    graded.run("generate_assignment", "m1")
    archive = course / "downloaded" / "m1" / "archive"
    archive.mkdir(parents=True)
    answers.rename(archive / answers.name)
    graded.run("zip_collect", "m1")
    graded.run("autograde", "m1")
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}") as gradebook:
        notebook = gradebook.find_submission_notebook("cedar", "m1", "A07")
        return {grade.name: grade.auto_score for grade in notebook.grades if grade.name != "reflection"}
