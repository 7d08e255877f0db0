"""What stops a grading before anything is written, and what one learner cannot stop."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from course.grade.room import ON_TIME, blanks, execute, files, gradebook, hand_in, ours, played
from course.nbcourse import NbCourse
from safetystring.course.grade import cache
from safetystring.course.grade.errors import GradeError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@pytest.fixture(scope="module")
def place(prepared: NbCourse, tmp_path_factory: pytest.TempPathFactory) -> NbCourse:
    root = tmp_path_factory.mktemp("run") / "grading"
    shutil.copytree(prepared.root, root)
    course = NbCourse(root, prepared.home)
    for name in ("lin", "max"):
        hand_in(root, name, ON_TIME, {**blanks(course), **played("good")})
    cache.settings(root)  # asked once here, not by each test
    return course


@pytest.fixture
def course(place: NbCourse) -> Iterator[NbCourse]:
    root = place.root
    kept = root.with_name("kept")
    shutil.copytree(root, kept)
    yield place
    for path in root.iterdir():
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    shutil.copytree(kept, root, dirs_exist_ok=True)
    shutil.rmtree(kept)


def _setting(line: str) -> Callable[[Path], None]:
    def change(root: Path) -> None:
        with (root / "nbgrader_config.py").open("a") as file:
            file.write(f"{line}\n")

    return change


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda root: execute(root, "UPDATE alembic_version SET version_num = 'old'"), "nbgrader db upgrade"),
        (lambda root: execute(root, "DROP TABLE alembic_version"), "no gradebook of nbgrader"),
        (lambda root: execute(root, "UPDATE assignment SET name = 'm2'"), "nbgrader generate_assignment m1"),
        (lambda root: (root / "gradebook.db").unlink(), "gradebook.db is not there"),
        (lambda root: (root / "gradebook.db").write_bytes(b"no database" * 100), "cannot be used as a gradebook"),
        (lambda root: (root / "keys" / "cedar.json").unlink(), "everybody would have 0 for cedar"),
        (lambda root: shutil.rmtree(root / "submitted"), "collect the answers first"),
        (_setting("c.CourseDirectory.groupshared = True"), r"only nbgrader itself .*groupshared.*nbgrader autograde"),
        (_setting("c.Execute.record_timing = True"), r"only nbgrader itself .*record_timing"),
        (_setting("nonsense("), "an error in nbgrader_config.py"),
    ],
)
def test_stops_before_anything_is_written(course: NbCourse, change: Callable[[Path], None], said: str) -> None:
    change(course.root)
    with pytest.raises(GradeError, match=said):
        ours(course.root)
    assert files(course.root) == {}


def test_names_who_is_not_there(course: NbCourse) -> None:
    with pytest.raises(GradeError, match="nobody called zoe"):
        ours(course.root, students=("lin", "zoe"))


def test_one_learner_s_fault_is_one_line(course: NbCourse) -> None:
    root = course.root
    hand_in(root, "nothing", ON_TIME, {"other.txt": b""})
    (root / "submitted" / "link").mkdir()
    (root / "submitted" / "link" / "m1").symlink_to(root / "keys")
    hand_in(root, "odd", "no time", {"cedar.ipynb": b"{torn", **played("good")})
    (root / "autograded").mkdir()
    (root / "autograded" / "max").write_text("in the way")
    report = ours(root)
    assert report.graded == 2
    assert sorted((one.student, one.kind) for one in report.notices) == [
        ("link", "fault"),
        ("max", "fault"),
        ("nothing", "fault"),
        ("odd", "note"),
        ("odd", "note"),
    ]
    assert len(gradebook(root)["student"]) == 2, "lin and odd"


def test_grades_only_writes_no_file_and_the_same_rows(course: NbCourse) -> None:
    assert ours(course.root, grades_only=True).graded == 2
    rows = gradebook(course.root)
    assert files(course.root) == {}
    assert ours(course.root, grades_only=True).skipped == 2
    assert ours(course.root).graded == 2, "the files are missing still"
    assert gradebook(course.root) == rows
    assert ours(course.root).skipped == 2


def test_without_feedback(course: NbCourse) -> None:
    ours(course.root, feedback=False)
    assert not (course.root / "feedback").exists()
    assert (course.root / "autograded" / "lin" / "m1" / "cedar.ipynb").is_file()


def test_a_new_setting_is_seen(course: NbCourse) -> None:
    with (course.root / "nbgrader_config.py").open("a") as file:
        file.write("c.CourseDirectory.course_id = 'elsewhere'\n")
    assert cache.settings(course.root).course_id == "elsewhere"


def test_another_database_can_be_named(course: NbCourse, tmp_path: Path) -> None:
    shutil.copy(course.root / "gradebook.db", tmp_path / "gradebook.db")
    ours(course.root, database=f"sqlite:///{tmp_path / 'gradebook.db'}", grades_only=True)
    assert len(gradebook(tmp_path)["student"]) == 2
    assert gradebook(course.root)["student"] == []


def test_feedback_alone_leaves_out_whoever_has_to_be_graded_first(course: NbCourse) -> None:
    root = course.root
    ours(root, students=("lin",))
    work = {name: found for name, found in files(root).items() if name.startswith("autograded")}
    rows = gradebook(root)
    shutil.rmtree(root / "feedback")
    execute(root, "UPDATE comment SET manual_comment = '<script>x</script>写得好'")
    report = ours(root, feedback_only=True)
    assert (report.graded, [(one.student, one.kind) for one in report.notices]) == (1, [("max", "note")])
    assert "&lt;script&gt;x&lt;/script&gt;写得好" in (root / "feedback" / "lin" / "m1" / "cedar.html").read_text(
        "utf-8"
    )
    assert {name: found for name, found in files(root).items() if name.startswith("autograded")} == work
    assert gradebook(root)["grade"] == rows["grade"]
