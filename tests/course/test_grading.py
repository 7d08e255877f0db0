"""The real nbgrader commands: what went in comes out as the scorer says, whatever else learners hand in."""

from __future__ import annotations

import csv
import json
import math
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from nbgrader.api import Gradebook

from course.nbcourse import NbCourse, compiled, make_course, played, write_zip
from course.test_release import leaks
from safetystring.scoring.cell import score
from safetystring.scoring.cells import cells
from scoring import plays

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from safetystring.scenario import Lang

pytestmark = pytest.mark.slow

SHORTCUT: Mapping[str, plays.Shortcut] = {"lin": "good", "max": "all", "eve": "good", "A1": "hung up", "B2": "never"}
"""What each learner did. `lin` and `max` are honest; `eve` tampers; `A1` and `B2` hand in by download."""
ANSWER = "我想先打官网的电话。<script>alert(1)</script>"


@dataclass(frozen=True)
class Graded:
    course: NbCourse
    log: str
    """What the commands said."""

    def points(self, student: str, scenario: str) -> dict[str, float]:
        with Gradebook(f"sqlite:///{self.course.root / 'gradebook.db'}") as gradebook:
            notebook = gradebook.find_submission_notebook(scenario, "m1", student)
            return {grade.name: grade.auto_score for grade in notebook.grades if grade.name != "reflection"}

    def page(self, student: str, scenario: str) -> str:
        return (self.course.root / "feedback" / student / "m1" / f"{scenario}.html").read_text(encoding="utf-8")


def tampered(course: NbCourse) -> str:
    """Return a notebook with every fault that has stopped or fooled a stock batch."""
    page = json.loads((course.root / "release" / "m1" / "cedar.ipynb").read_text(encoding="utf-8"))
    by_id = {cell["id"]: cell for cell in page["cells"]}
    by_id["item-02"]["metadata"]["nbgrader"]["points"] = 100
    by_id["item-03"]["metadata"]["nbgrader"]["schema_version"] = 1
    by_id["item-04"]["source"] = "2.0"
    by_id["player"]["source"] = "raise SystemExit"
    by_id["reflection"]["source"] += "\n\n" + ANSWER
    copied = {**by_id["item-01"], "id": "copied"}
    foreign = {**by_id["item-05"], "id": "foreign", "metadata": {"nbgrader": {"grade": True, "grade_id": "mine"}}}
    code = {**by_id["item-05"], "id": "code", "metadata": {}, "source": "open('../../../pwned', 'w')"}
    gone = {"item-06", "item-07", "verdict"}
    page["cells"] = [code, copied, foreign, *(cell for cell in page["cells"] if cell["id"] not in gone)]
    page["metadata"]["widgets"] = {"application/vnd.jupyter.widget-state+json": {"state": "broken"}}
    page["metadata"]["kernelspec"] = {"name": "no-such-kernel", "display_name": "x"}
    return json.dumps(page)


@pytest.fixture(scope="module")
def graded(released: NbCourse) -> Graded:
    course = released
    course.hand_in("lin", played("good", "zh"))
    course.hand_in("max", played("all", "fr"))
    folder = course.hand_in("eve", {**played("good"), "cedar.ipynb": tampered(course), "ipywidgets.py": "2/0"})
    (folder / "responses" / "maple.jsonl").unlink()
    (folder / "responses" / "maple.jsonl").symlink_to(course.root / "keys" / "maple.json")
    log = course.run("collect", "m1").stderr
    # Dropped in by hand, past the doors: it must not be imported in place of the real one.
    (course.root / "submitted" / "eve" / "m1" / "safetystring.py").write_text("raise SystemExit")

    archive = course.root / "downloaded" / "m1" / "archive"
    write_zip(archive / "LIN_4711_file_answers_A1_m1.zip", {**played("hung up"), "../lin/m1/cedar.ipynb": "{}"})
    write_zip(archive / "answers_B2_m1.zip", {"cedar.ipynb": "{torn", "submitted/lin/m1/cedar.ipynb": "{}"})
    (archive / "answers_C3_m1.zip").write_bytes(b"no zip")
    log += course.run("zip_collect", "m1").stderr
    log += course.run("autograde", "m1").stderr
    log += course.run("generate_feedback", "m1").stderr
    return Graded(course, log)


@pytest.mark.parametrize("student", SHORTCUT)
def test_every_cell_is_worth_what_the_scorer_says(graded: Graded, student: str) -> None:
    for one in compiled():
        scenario = one.scenario.id
        run = plays.shortcut(SHORTCUT[student], one.scenario, one.key)
        refused = (student, scenario) == ("eve", "maple")
        expected = cells(run.session if run is not None and not refused else None, one.scenario, one.key)
        points = graded.points(student, scenario)
        assert points == pytest.approx({cell: value.points for cell, value in expected.items()})
        folder = graded.course.root / "autograded" / student / "m1"
        assert points == {cell: score(scenario, cell, folder) for cell in points}


def test_graded_cells_hold_one_plain_float_and_nothing_on_stderr(graded: Graded) -> None:
    for path in graded.course.root.glob("autograded/*/m1/*.ipynb"):
        page = json.loads(path.read_text(encoding="utf-8"))
        assert "widgets" not in page["metadata"]
        scored = [cell for cell in page["cells"] if cell["metadata"].get("nbgrader", {}).get("points")]
        code = [cell for cell in scored if cell["cell_type"] == "code"]
        assert len(code) == 17
        for cell in code:
            [output] = cell["outputs"]
            assert output["output_type"] == "execute_result"
            assert 0.0 <= float("".join(output["data"]["text/plain"])) <= cell["metadata"]["nbgrader"]["points"]


def test_nothing_a_learner_wrote_was_run(graded: Graded) -> None:
    assert not list(graded.course.root.rglob("pwned"))
    assert not list(graded.course.root.glob("autograded/*/m1/*.py"))


def test_a_link_in_a_submission_brings_no_key_out(graded: Graded) -> None:
    for folder in ("submitted", "autograded", "feedback"):
        assert not (graded.course.root / folder / "eve" / "m1" / "responses" / "maple.jsonl").exists()
    assert "not taken: responses/maple.jsonl: it is a link" in graded.log


def test_answers_survive_the_files_that_source_brings(graded: Graded) -> None:
    for student in ("lin", "max", "A1"):
        for step in ("submitted", "autograded"):
            log = graded.course.root / step / student / "m1" / "responses" / "cedar.jsonl"
            # B2's and the others' logs differ: each kept its own.
            assert log.read_text() == played(SHORTCUT[student], _lang(student))["responses/cedar.jsonl"]


def _lang(student: str) -> Lang:
    match student:
        case "lin":
            return "zh"
        case "max":
            return "fr"
        case _:
            return "en"


def test_zip_collect_takes_logs_and_only_from_the_outer_name(graded: Graded) -> None:
    submitted = graded.course.root / "submitted"
    assert sorted(folder.name for folder in submitted.iterdir()) == ["A1", "B2", "eve", "lin", "max"]
    assert (submitted / "A1" / "m1" / "cedar.ipynb").is_file(), "supplied from the release"
    assert "answers_C3_m1.zip: not taken: it is no zip archive that can be read" in graded.log
    assert json.loads((submitted / "lin" / "m1" / "cedar.ipynb").read_text())["cells"]


def test_written_answers_wait_for_a_person(graded: Graded) -> None:
    with Gradebook(f"sqlite:///{graded.course.root / 'gradebook.db'}") as gradebook:
        waiting = {
            student: gradebook.find_grade("reflection", "cedar", "m1", student).needs_manual_grade
            for student in ("lin", "eve")
        }
    assert waiting == {"lin": False, "eve": True}


def test_feedback_is_a_page_a_learner_can_read(graded: Graded) -> None:
    chinese, french = graded.page("lin", "cedar"), graded.page("max", "cedar")
    scam, _ = compiled()
    assert '<html lang="zh-CN">' in chinese
    assert '<html lang="fr">' in french
    for cue in scam.key.cues.values():
        assert cue.why.zh in chinese
        assert cue.why.fr in french
    assert scam.key.debrief.say[0].zh in chinese
    for page in (chinese, french):
        assert "<script" not in page
        assert "http://" not in page.replace("http-equiv", "")
        assert "cdn" not in page.lower()
        assert "score(" not in page, "no code of hidden tests"


def test_feedback_shows_each_part_by_name_and_the_total(graded: Graded) -> None:
    page = graded.page("max", "cedar")
    assert "Message 2" in page
    assert "Avis final" in page
    total = sum(graded.points("max", "cedar").values())
    assert f"<strong>{total:.2f}".rstrip("0").rstrip(".").replace(".", ",") in page


def test_feedback_escapes_what_a_learner_wrote(graded: Graded) -> None:
    page = graded.page("eve", "cedar")
    assert "我想先打官网的电话。&lt;script&gt;" in page
    assert "not graded yet" in page
    for path in graded.course.root.glob("autograded/eve/m1/*.ipynb"):
        assert "<script" not in path.read_text(encoding="utf-8"), "nor does formgrader run it"


def test_feedback_says_when_nothing_arrived(graded: Graded) -> None:
    page = graded.page("B2", "cedar")
    assert "没有收到" in page
    assert "No answers arrived" in page
    assert "why m13" not in page, "who has not played is not told the answers"


def test_release_feedback_does_not_stop_at_downloads(graded: Graded) -> None:
    assert "Feedback released" in graded.course.run("release_feedback", "m1").stderr


def test_export_names_the_red_flags(graded: Graded) -> None:
    graded.course.run("export", "--to", "out.csv")
    text = (graded.course.root / "out.csv").read_bytes().decode("utf-8-sig")
    rows = list(csv.DictReader(text.splitlines()))
    assert len(rows) == len(SHORTCUT) * 2 * 18
    row = next(row for row in rows if (row["student_id"], row["scenario"], row["cell"]) == ("max", "cedar", "item-02"))
    assert (row["red_flag"], row["red_flag_zh"]) == ("flag_money", "flag money 中")
    assert (row["family"], row["marked_family"], row["points"]) == ("money", "identity", "1")


def test_export_in_every_form_we_offer(graded: Graded) -> None:
    root = graded.course.root
    with Gradebook(f"sqlite:///{root / 'gradebook.db'}") as gradebook:
        gradebook.update_or_create_student("lin", last_name="=1+1", first_name="小雨", lms_user_id="17")
    for name in ("platforms.MoodleExport", "platforms.CanvasExport", "export.JsonLinesExport"):
        graded.course.run("export", f"--exporter=safetystring.course.{name}")
    totals = {student: sum(graded.points(student, "cedar").values()) for student in SHORTCUT}

    moodle = _table(root / "moodle.csv")
    assert list(moodle[0]) == ["Username", "Last name", "First name", "m1"], (
        "not everyone has an id number or an address"
    )
    assert {row["Username"] for row in moodle} == set(SHORTCUT)
    lin = next(row for row in moodle if row["Username"] == "lin")
    assert (lin["Last name"], lin["First name"]) == ("'=1+1", "小雨")
    assert float(lin["m1"]) >= totals["lin"] - 1e-6

    possible, *canvas = _table(root / "canvas.csv")
    assert list(possible) == ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "m1"]
    assert (possible["Student"], float(possible["m1"]) > 0) == ("Points Possible", True)
    assert {row["SIS Login ID"]: row["ID"] for row in canvas} == dict.fromkeys(SHORTCUT, "") | {"lin": "17"}

    lines = [json.loads(line) for line in (root / "grades.jsonl").read_text(encoding="utf-8").splitlines()]
    assert len(lines) == len(SHORTCUT) * 2 * 18
    found = {line["cell"]: line for line in lines if (line["student_id"], line["scenario"]) == ("max", "cedar")}
    assert (found["item-02"]["red_flag"], found["item-02"]["red_flag_en"]) == ("flag_money", "flag money")
    assert math.isclose(sum(line["points"] or 0 for line in found.values()), totals["max"])


def _table(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(path.read_bytes().decode("utf-8-sig").splitlines()))


def test_handing_in_again_counts_and_a_deleted_cell_keeps_no_old_score(graded: Graded, tmp_path: Path) -> None:
    root = tmp_path / "grading"
    shutil.copytree(graded.course.root, root)
    again = NbCourse(root, graded.course.home)
    archive = root / "downloaded" / "m1" / "archive"
    shutil.rmtree(archive)
    write_zip(archive / "answers_A1_m1.zip", played("good"))
    again.run("zip_collect", "m1", "--force")
    again.run("autograde", "m1", "--student=A1")
    assert sum(Graded(again, "").points("A1", "cedar").values()) > sum(graded.points("A1", "cedar").values())


def test_a_released_exam_holds_no_key(tmp_path: Path) -> None:
    exam = make_course(tmp_path, "exam")
    exam.run("generate_assignment", "m1")
    tree = exam.root / "release"
    files = {
        str(path.relative_to(tree)): path.read_text(encoding="utf-8") for path in tree.rglob("*") if path.is_file()
    }
    assert len(files) == 4
    for one in compiled("exam"):
        assert leaks(files, one.key) == set()
    one, two = (json.loads(files[f"m1/{name}.ipynb"]) for name in ("cedar", "maple"))
    for cell, twin in zip(one["cells"], two["cells"], strict=True):
        for checked in (cell, twin):
            checked["metadata"]["nbgrader"].pop("checksum", None)  # of a source that names its scenario
        assert json.dumps(cell).replace("cedar", "maple") == json.dumps(twin)


def test_validate_says_success_only_once_the_run_is_finished(released: NbCourse, tmp_path: Path) -> None:
    folder = tmp_path / "m1"
    shutil.copytree(released.root / "release" / "m1", folder)
    said = released.attempt("validate", "cedar.ipynb", cwd=folder)
    assert "Success" not in said.stdout
    assert "还没做完" in said.stdout
    (folder / "responses").mkdir()
    (folder / "responses" / "cedar.jsonl").write_text(played("good")["responses/cedar.jsonl"])
    page = json.loads((folder / "cedar.ipynb").read_text(encoding="utf-8"))
    next(cell for cell in page["cells"] if cell["id"] == "reflection")["source"] += "mine"
    (folder / "cedar.ipynb").write_text(json.dumps(page), encoding="utf-8")
    assert "Success" in released.attempt("validate", "cedar.ipynb", cwd=folder).stdout
    assert [path.name for path in (folder / "responses").iterdir()] == ["cedar.jsonl"]
