"""A facilitator's round in JupyterLab: a reflection graded by hand in formgrader, and read on the feedback page."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from course.grade.room import ON_TIME, answered, blanks, hand_in, played
from course.nbcourse import NbCourse, make_course
from support.server import STARTS, Server, shoot, start_server, stop_server

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]

HOSTILE = (
    "<script>window.pwned = 1</script> [link](javascript:window.pwned=1) <img src=x onerror='window.pwned=1'> "
    r"$\href{javascript:window.pwned=1}{x}$ 我想先挂断。"
)
COMMENT = "写得好 <b>!</b> 下次更早。"


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory) -> NbCourse:
    """One learner's work, collected and graded by the command a facilitator types."""
    course = make_course(tmp_path_factory.mktemp("formgrader"))
    course.run("generate_assignment", "m1")
    course.run("release_assignment", "m1")
    blank = blanks(course)
    written = {"cedar.ipynb": answered(blank["cedar.ipynb"], f"\n\n{HOSTILE}")}
    hand_in(course.root, "lin", ON_TIME, {**played("good", "zh"), **blank, **written})
    safetystring(course, "grade", "m1")
    return course


def safetystring(course: NbCourse, *words: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "safetystring.cli", *words], cwd=course.root, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def facilitator(graded: NbCourse, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    command = [sys.executable, "-m", "safetystring.cli", "lab", "--facilitator", "--grading", str(graded.root), "--"]
    started = start_server(graded.root, tmp_path_factory.mktemp("lab"), command)
    yield started
    stop_server(started)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of nbgrader's own, which is not watched: it complains on the console, and asks for MathJax."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(STARTS)
    yield context.new_page()
    context.close()


def test_a_reflection_is_graded_by_hand_and_its_comment_read(page: Page, graded: NbCourse, facilitator: Server) -> None:
    page.goto(f"{facilitator.url}/formgrader/gradebook/m1/cedar")
    page.get_by_role("link", name="Submission #1").click()
    answer = page.locator(".nbgrader_cell", has=page.locator("#reflection-comment"))
    expect(answer.locator("pre")).to_contain_text("[link](javascript:window.pwned=1)", timeout=STARTS)
    expect(answer.locator(".panel-body").locator("a, img, script")).to_have_count(0)
    # The fields are there at once; what is typed into them is saved only from here on.
    page.wait_for_function("formgrader.grades?.loaded && formgrader.comments?.loaded")
    with page.expect_response(lambda answer: "/api/grade/" in answer.url and answer.request.method == "PUT"):
        page.locator("#reflection").fill("1.5")
        page.locator("#reflection").blur()
    with page.expect_response(lambda answer: "/api/comment/" in answer.url and answer.request.method == "PUT"):
        page.locator("#reflection-comment").fill(COMMENT)
        page.locator("#reflection-comment").blur()
    shoot(page, "formgrader-reflection")
    assert page.evaluate("window.pwned") is None

    safetystring(graded, "grade", "m1", "--feedback-only")
    feedback = graded.root / "feedback" / "lin" / "m1" / "cedar.html"
    page.goto(feedback.as_uri())
    expect(page.locator("html")).to_have_attribute("lang", "zh-CN")
    expect(page.locator(".said")).to_have_text(COMMENT)
    expect(page.locator(".own").first).to_contain_text("1.5 / 2")
    expect(page.locator(".written").first).to_have_text(HOSTILE)
    assert page.evaluate("window.pwned") is None
    shoot(page, "feedback-commented")


def test_lab_has_the_assignment_list_and_formgrader(page: Page, facilitator: Server) -> None:
    page.goto(f"{facilitator.url}/lab")
    page.get_by_role("menuitem", name="Nbgrader").click()
    page.get_by_role("menuitem", name="Assignment List").click()
    expect(page.locator("#released_assignments_list")).to_contain_text("m1", timeout=STARTS)
    shoot(page, "facilitator-assignments")
    page.get_by_role("menuitem", name="Nbgrader").click()
    page.get_by_role("menuitem", name="Formgrader").click()
    expect(page.frame_locator("iframe").get_by_role("link", name="m1", exact=True)).to_be_visible(timeout=STARTS)
