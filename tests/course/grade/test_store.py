"""A gradebook on a real PostgreSQL server holds what one in SQLite does, whoever wrote it."""

# ruff: noqa: S608 - the statements hold our own names

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from pandas.testing import assert_frame_equal
from sqlalchemy import create_engine, text

from course.grade.room import DUE, LATER, answered, blanks, execute, files, hand_in, ours, played, small_class
from course.nbcourse import NbCourse
from safetystring.cohort import CohortError, load
from safetystring.cohort.gradebook import read_gradebook
from safetystring.course.grade.errors import GradeError
from safetystring.course.grade.store import open_store
from support.postgres import server

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

pytestmark = pytest.mark.slow

_EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001 - as nbgrader keeps it
_JOINED = (
    "JOIN base_cell c ON c.id = g.cell_id JOIN submitted_notebook x ON x.id = g.notebook_id "
    "JOIN submitted_assignment s ON s.id = x.assignment_id JOIN notebook n ON n.id = x.notebook_id"
)
_ROWS: Mapping[str, str] = {
    "course": "SELECT id FROM course",
    "student": "SELECT id, first_name, last_name, email, lms_user_id FROM student",
    "submitted": "SELECT a.name, s.student_id, s.timestamp, s.extension FROM submitted_assignment s "
    "JOIN assignment a ON a.id = s.assignment_id",
    "notebook": "SELECT n.name, s.student_id, x.flagged, x.late_submission_penalty FROM submitted_notebook x "
    "JOIN submitted_assignment s ON s.id = x.assignment_id JOIN notebook n ON n.id = x.notebook_id",
    "grade": "SELECT n.name, s.student_id, c.name, g.auto_score, g.manual_score, g.extra_credit, "
    f"g.needs_manual_grade FROM grade g {_JOINED}",
    "comment": f"SELECT n.name, s.student_id, c.name, g.auto_comment, g.manual_comment FROM comment g {_JOINED}",
    "source": "SELECT n.name, c.name, c.cell_type, c.locked, c.source, c.checksum FROM source_cell c "
    "JOIN notebook n ON n.id = c.notebook_id",
    "alembic": "SELECT version_num FROM alembic_version",
}
_LINS = f"IN (SELECT g.id FROM grade g {_JOINED} WHERE s.student_id = 'lin' AND c.name ="
BY_HAND = (
    f"UPDATE grade SET manual_score = 1.5, needs_manual_grade = false WHERE id {_LINS} 'reflection')",
    f"UPDATE grade SET extra_credit = 0.25 WHERE id {_LINS} 'item-03')",
    (
        "UPDATE comment SET manual_comment = '写得好 & <b>bravo</b> 100%' "
        f"WHERE id IN (SELECT g.id FROM comment g {_JOINED} WHERE s.student_id IN ('lin', 'max'))"
    ),
)


def rows(url: str) -> dict[str, list[tuple[Any, ...]]]:
    """Return what a gradebook says, in an order of its own, whichever way its database stores it."""
    engine = create_engine(url)
    with engine.connect() as database:
        found = {
            name: sorted((tuple(map(_plain, row)) for row in database.execute(text(query))), key=repr)
            for name, query in _ROWS.items()
        }
    engine.dispose()
    return found


def _plain(value: object) -> object:
    """SQLite keeps times as text, truth values as numbers, and a length of time as a time after 1970."""
    if isinstance(value, timedelta):
        value = _EPOCH + value
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%M:%S.%f")
    return int(value) if isinstance(value, bool) else value


@dataclass(frozen=True)
class Pair:
    """The same class twice: its gradebook in SQLite, and on PostgreSQL."""

    lite: NbCourse
    served: NbCourse
    url: str

    @property
    def courses(self) -> tuple[NbCourse, NbCourse]:
        return self.lite, self.served

    def change(self, *statements: str) -> None:
        execute(self.lite.root, *statements)
        engine = create_engine(self.url)
        with engine.begin() as database:
            for statement in statements:
                database.execute(text(statement))
        engine.dispose()

    def compare(self) -> None:
        lite = rows(f"sqlite:///{self.lite.root / 'gradebook.db'}")
        served = rows(self.url)
        for table, found in lite.items():
            assert served[table] == found, table
        wanted, made = files(self.lite.root), files(self.served.root)
        assert sorted(made) == sorted(wanted)
        assert not [name for name, found in wanted.items() if made[name] != found]


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    with server() as address:
        yield address


@pytest.fixture(scope="module")
def pair(url: str, prepared: NbCourse, tmp_path_factory: pytest.TempPathFactory) -> Pair:
    base = tmp_path_factory.mktemp("served")
    shutil.copytree(prepared.root, base / "lite")
    lite = NbCourse(base / "lite", prepared.home)
    small_class(lite)
    shutil.copytree(lite.root, base / "served")
    served = NbCourse(base / "served", prepared.home)
    (served.root / "gradebook.db").unlink()
    (served.root / "db_url.txt").write_text(url)
    served.run("generate_assignment", "m1", "--force")
    made = Pair(lite, served, url)
    made.change(f"UPDATE assignment SET duedate = '{DUE}'")
    for course in made.courses:
        ours(course.root)
    return made


def test_a_class_is_graded_alike(pair: Pair) -> None:
    pair.compare()
    found = rows(pair.url)
    assert len(found["grade"]) == 5 * 2 * 18
    assert not (pair.served.root / "gradebook.db").exists()


def test_marks_by_hand_survive_what_is_handed_in_again(pair: Pair) -> None:
    pair.change(*BY_HAND)
    blank = blanks(pair.lite)
    for course in pair.courses:
        hand_in(
            course.root, "lin", LATER, {**played("nothing", "fr"), "maple.ipynb": answered(blank["maple.ipynb"], "我")}
        )
        assert ours(course.root).graded == 1
    pair.compare()


def test_nbgrader_s_own_commands_go_on_from_there(pair: Pair) -> None:
    """They find what we wrote, change nothing of it, and export it."""
    before, pages = rows(pair.url), files(pair.served.root)
    pair.served.run("autograde", "m1", "--force", "--student=lin")
    pair.served.run("generate_feedback", "m1", "--force", "--student=lin")
    assert rows(pair.url) == before
    assert files(pair.served.root) == pages
    pair.served.run("export", "--to", "grades.csv")
    pair.lite.run("export", "--to", "grades.csv")
    assert (pair.served.root / "grades.csv").read_bytes() == (pair.lite.root / "grades.csv").read_bytes()


def test_the_report_reads_it(pair: Pair) -> None:
    """The same from either database: found by the course's own settings, or by its address."""
    lite, served, named = load(pair.lite.root), load(pair.served.root), load(pair.lite.root, database=pair.url)
    assert len(lite.runs) == 5 * 2
    for other in (served, named):
        assert_frame_equal(other.runs, lite.runs)
    bare = read_gradebook(pair.url)
    assert bare == read_gradebook(pair.lite.root / "gradebook.db")
    assert {one.learner for one in bare} == {"lin", "eve", "max", "kim", "joe"}
    assert rows(pair.url) == rows(f"sqlite:///{pair.lite.root / 'gradebook.db'}"), "nothing was written"


def test_a_report_on_no_gradebook_says_so(pair: Pair) -> None:
    for url in (pair.url.replace("/postgres?", "/template1?"), "postgresql+psycopg://nobody@/none?host=/nowhere"):
        with pytest.raises(CohortError, match=r"cannot be read .*db_url"):
            read_gradebook(url)


def test_two_do_not_write_at_once(pair: Pair, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("safetystring.course.grade.store._WAIT", 1.0)
    first = open_store(pair.url)
    with pytest.raises(GradeError, match="being written by another program"):
        open_store(pair.url)
    first.connection.close()
    open_store(pair.url).connection.close()


def test_a_database_without_a_gradebook_says_so(pair: Pair) -> None:
    empty = pair.url.replace("/postgres?", "/template1?")
    with pytest.raises(GradeError, match="no gradebook of nbgrader"):
        ours(pair.served.root, database=empty)


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("postgresql+psycopg://nobody@/none?host=/nowhere", "cannot be opened .*see c.CourseDirectory.db_url"),
        ("nosuch://x", "cannot be opened"),
        ("no address", "cannot be opened"),
    ],
)
def test_what_cannot_be_opened_says_why(url: str, said: str) -> None:
    with pytest.raises(GradeError, match=said):
        open_store(url)
