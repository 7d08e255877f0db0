"""Whatever stops a run, the next one ends where an undisturbed one would have ended."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from course.grade.room import ON_TIME, blanks, files, gradebook, hand_in, ours, played
from course.nbcourse import NbCourse
from safetystring.course.grade import lock, run
from safetystring.course.grade.errors import GradeError

if TYPE_CHECKING:
    from collections.abc import Iterator

LEARNERS = 12
_STEPS = ("before a tree", "aside", "in place", "rows", "commit", "committed")
_KILL = """
import os, signal, sys
from pathlib import Path
from safetystring.course.grade import ledger, lock, run, store, trees

step, left = sys.argv[2], [int(sys.argv[3])]


def dying(name, function, after=False):
    def call(*given, **named):
        if name == step and not after:
            count()
        result = function(*given, **named)
        if name == step and after:
            count()
        return result
    return call


def count():
    left[0] -= 1
    if left[0] < 0:
        os.kill(os.getpid(), signal.SIGKILL)


rename = os.rename
trees.os.rename = dying("aside", dying("in place", rename, after=True))
run.put_tree = dying("before a tree", run.put_tree)
ledger.write = dying("rows", ledger.write, after=True)
run.lock.end = dying("committed", run.lock.end)
write = run._written
run._written = lambda action: (count() if step == "commit" and action.__name__ == "commit" else None, write(action))
run._CHUNK = 5
run.grade_assignment(Path(sys.argv[1]), run.Wanted(assignment="m1", force=len(sys.argv) > 4))
"""
"""A run that kills itself: at a step, once it was met so many times."""


@pytest.fixture(scope="module")
def handed_in(prepared: NbCourse, tmp_path_factory: pytest.TempPathFactory) -> NbCourse:
    root = tmp_path_factory.mktemp("interrupted") / "grading"
    shutil.copytree(prepared.root, root)
    course = NbCourse(root, prepared.home)
    for number in range(LEARNERS):
        logs = played(("good", "all", "pruned", "hung up")[number % 4], ("zh", "en", "fr")[number % 3])
        hand_in(root, f"s{number:02}", ON_TIME, {**blanks(course), **logs})
    return course


@pytest.fixture
def course(handed_in: NbCourse) -> Iterator[NbCourse]:
    """The same course, nothing graded, at the same place: its settings are known already."""
    root, kept = handed_in.root, handed_in.root.with_name("kept.db")
    shutil.copy(root / "gradebook.db", kept)
    yield handed_in
    kept.replace(root / "gradebook.db")
    for step in ("autograded", "feedback"):
        shutil.rmtree(root / step, ignore_errors=True)


@pytest.fixture(scope="module")
def undisturbed(handed_in: NbCourse, tmp_path_factory: pytest.TempPathFactory) -> NbCourse:
    root = tmp_path_factory.mktemp("undisturbed") / "grading"
    shutil.copytree(handed_in.root, root)
    assert ours(root).graded == LEARNERS
    return NbCourse(root, handed_in.home)


def same(one: Path, other: Path) -> None:
    assert gradebook(one) == gradebook(other)
    assert files(one) == files(other)
    left = [path.name for path in one.glob("*/*/.*")] + [path.name for path in one.glob("autograded/.grading-*")]
    assert left == [], "nothing of the run that was cut off is left"


def killed(root: Path, step: str, after: int, *more: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _KILL, root, step, str(after), *more], check=False, capture_output=True
    )
    assert done.returncode == -signal.SIGKILL, done.stderr.decode()


@pytest.mark.parametrize(
    ("step", "after"), [*((step, 0) for step in _STEPS), ("rows", 1), ("in place", 9), ("aside", 13)]
)
def test_killed_anywhere_the_second_run_finishes(
    course: NbCourse, undisturbed: NbCourse, step: str, after: int
) -> None:
    before = gradebook(course.root)
    killed(course.root, step, after)
    if step != "committed":
        assert gradebook(course.root) == before, "the gradebook changes at the end and at once"
    ours(course.root)
    same(course.root, undisturbed.root)


@pytest.mark.parametrize("after", [0, 1, 2, 7])
def test_killed_while_grading_again(course: NbCourse, undisturbed: NbCourse, after: int) -> None:
    ours(course.root)
    killed(course.root, "in place", after, "force")
    assert ours(course.root).graded == LEARNERS, "all that were under way"
    same(course.root, undisturbed.root)


def test_an_interrupted_run_keeps_what_is_done(course: NbCourse, undisturbed: NbCourse) -> None:
    def press(done: int, _all: int) -> None:
        if done == 4:
            signal.raise_signal(signal.SIGINT)

    report = run.grade_assignment(course.root, run.Wanted(assignment="m1"), press)
    assert (report.stopped, report.graded, report.left) == (True, 4, LEARNERS - 4)
    assert len(gradebook(course.root)["student"]) == 4
    assert (ours(course.root).graded, ours(course.root).skipped) == (LEARNERS - 4, LEARNERS)
    same(course.root, undisturbed.root)


def test_two_at_once(course: NbCourse) -> None:
    with (
        lock.only_one(course.root / "autograded"),
        pytest.raises(GradeError, match=r"another .* at work .*\(process \d+"),
    ):
        ours(course.root)
    assert ours(course.root).graded == LEARNERS


@pytest.mark.parametrize(("number", "said"), [(28, "No space left on device"), (30, "Read-only file system")])
def test_a_full_or_locked_disk_stops_and_changes_nothing(
    course: NbCourse, undisturbed: NbCourse, monkeypatch: pytest.MonkeyPatch, number: int, said: str
) -> None:
    before, write, count = gradebook(course.root), os.write, iter(range(10_000))

    def full(descriptor: int, data: bytes) -> int:
        if next(count) > 40:
            raise OSError(number, said)
        return write(descriptor, data)

    with monkeypatch.context() as patch:
        patch.setattr("os.write", full)
        with pytest.raises(GradeError, match=said):
            ours(course.root)
    assert gradebook(course.root) == before
    ours(course.root)
    same(course.root, undisturbed.root)


def test_a_gradebook_in_use_is_named(course: NbCourse, monkeypatch: pytest.MonkeyPatch) -> None:
    import sqlite3  # noqa: PLC0415 - this test alone plays formgrader

    monkeypatch.setattr("safetystring.course.grade.store._WAIT", 0.1)
    with sqlite3.connect(course.root / "gradebook.db", isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(GradeError, match="written by another program"):
            ours(course.root)
        other.execute("ROLLBACK")
    assert ours(course.root).graded == LEARNERS


def test_a_real_kill_in_the_middle(course: NbCourse, undisturbed: NbCourse) -> None:
    """At whatever moment it comes, from outside."""
    command = [str(Path(sys.executable).with_name("safetystring")), "grade", "m1"]
    child = subprocess.Popen(command, cwd=course.root, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    for _ in range(400):
        if next((course.root / "feedback").glob("*"), None) is not None:
            break
        time.sleep(0.01)
    child.kill()
    child.wait()
    ours(course.root)
    same(course.root, undisturbed.root)
