from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from player import sample
from player.sample import events_of
from safetystring.player.events import Attempt, Chose, Helped, Resumed, Shown
from safetystring.player.log import load_line, read, scored
from safetystring.player.run import Run
from safetystring.player.script import Course
from safetystring.scenario import LANGUAGES, Scenario, Slot, Text
from safetystring.scenario.slots import draws

if TYPE_CHECKING:
    from player.conftest import Driver
    from safetystring.player.session import Session

COURSE = Course.of(sample.make())


def state(run: Run) -> Session:
    assert run.session is not None
    return run.session


def test_a_whole_run(drive: Driver, course: Course, path: Path) -> None:
    steps: list[tuple[str, tuple[object, ...], str]] = [
        ("begin", (), "play"),
        ("shown", (["m01"],), "play"),
        ("mark", ("m01", "money"), "play"),
        ("mark", ("m01", "identity"), "play"),
        ("choose", ("o01",), "play"),
        ("shown", (["m02", "m03", "m04", "m05"],), "play"),
        ("choose", ("o04",), "play"),
        ("choose", ("o07",), "play"),
        ("choose", ("o06",), "play"),
        ("shown", (["m08", "m09"],), "verdict"),
        ("verdict", (65,), "review"),
        ("unmark", ("m01",), "review"),
        ("mark", ("m08", "money"), "review"),
        ("finish_review", (), "debrief"),
        ("debriefed", (), "debrief"),
    ]
    for act, arguments, phase in steps:
        assert drive(act, *arguments), act
        assert state(drive.run).phase == phase, act
    found = read(path, course)
    assert found.problems == ()
    play = scored(found)
    assert play is not None
    assert play.session == drive.run.session
    assert play.session.marks == {"m08": "money"}
    assert play.session.first_marks == {"m01": "identity"}
    assert play.session.verdict == 65


def test_leaving_early_goes_on_with_the_rest(drive: Driver) -> None:
    before: list[tuple[str, list[object]]] = [
        ("begin", []),
        ("choose", ["o01"]),
        ("shown", [["m02"]]),
        ("leave", []),
        ("verdict", [50]),
    ]
    for act, arguments in before:
        assert drive(act, *arguments), act
    session = state(drive.run)
    assert session.phase == "rest"
    assert session.pending == ("m03", "m04", "m05", "m08", "m09")
    assert drive("mark", "m03", "money")
    assert drive("finish_rest")
    assert state(drive.run).phase == "review"
    assert state(drive.run).first_marks == {"m03": "money"}


def test_start_over_opens_another_attempt_and_the_first_finished_one_is_scored(
    drive: Driver, path: Path, course: Course
) -> None:
    assert drive("begin")
    assert drive("restart")
    whole: list[tuple[str, list[object]]] = [
        ("leave", []),
        ("verdict", [15]),
        ("finish_rest", []),
        ("finish_review", []),
        ("debriefed", []),
    ]
    for act, arguments in whole:
        assert drive(act, *arguments), act
    assert drive("restart")
    assert state(drive.run).phase == "play"
    found = read(path, course)
    assert [play.attempt.attempt for play in found.plays] == [1, 2, 3]
    play = scored(found)
    assert play is not None
    assert play.attempt.attempt == 2


def test_a_theme_that_is_not_wanted_is_skipped_and_can_be_come_back_to(drive: Driver) -> None:
    assert drive("skip")
    assert state(drive.run).phase == "skipped"
    assert not drive("choose", "o01")
    assert drive("restart")
    assert state(drive.run).phase == "play"


def test_the_language_is_kept_with_the_place(drive: Driver) -> None:
    assert drive("begin")
    assert drive("language", "fr")
    assert drive.run.lang == "fr"
    assert state(drive.run).lang == "fr"
    assert not drive("language", "fr")
    assert not drive("language", "de")


REFUSED: list[tuple[str, tuple[object, ...]]] = [
    ("choose", ("o03",)),
    ("choose", ("o99",)),
    ("choose", (7,)),
    ("mark", ("m09", "money")),
    ("mark", ("m01", "magic")),
    ("mark", ("m99", "money")),
    ("unmark", ("m01",)),
    ("verdict", (50,)),
    ("finish_rest", ()),
    ("finish_review", ()),
    ("debriefed", ()),
    ("shown", (["m99"],)),
    ("shown", ([],)),
    ("begin", ()),
    ("language", ("zh",)),
]


@pytest.mark.parametrize(("act", "arguments"), REFUSED)
def test_an_act_that_does_not_follow_leaves_no_trace(
    act: str, arguments: tuple[object, ...], course: Course, path: Path
) -> None:
    run = Run(course, path)
    run.begin()
    run.shown(["m01"])
    before, session = path.read_bytes(), run.session
    assert getattr(run, act)(*arguments) is False
    assert (path.read_bytes(), run.session) == (before, session)


@pytest.mark.parametrize("percent", [-1, 101, 50.5, True, "50", None, float("nan")])
def test_a_verdict_that_is_no_whole_percent_is_refused(percent: object, course: Course, path: Path) -> None:
    run = Run(course, path)
    run.begin()
    run.leave()
    assert not run.verdict(percent)  # type: ignore[arg-type] # the point of the test
    assert state(run).phase == "verdict"


def test_before_an_attempt_nothing_is_written(course: Course, path: Path) -> None:
    run = Run(course, path)
    acts = [run.claim(), run.helped(), run.choose("o01"), run.leave(), run.mark("m01", "money"), run.shown(["m01"])]
    assert not any(acts)
    assert run.language("en")
    assert not path.parent.exists()


def test_opening_a_log_again_writes_nothing_until_somebody_is_there(course: Course, path: Path) -> None:
    Run(course, path).begin()
    before = path.read_bytes()
    again = Run(course, path)
    assert path.read_bytes() == before
    again.claim()
    assert [type(event) for event in events_of(path.read_bytes())] == [Attempt, Resumed]
    again.claim()
    assert len(events_of(path.read_bytes())) == 2


def test_a_late_second_press_on_an_option_does_nothing(course: Course, path: Path) -> None:
    run = Run(course, path)
    run.begin()
    assert run.choose("o01")
    assert not run.choose("o01")
    assert sum(isinstance(event, Chose) for event in events_of(path.read_bytes())) == 1


def test_a_mark_counts_what_came_before_it_as_painted(course: Course, path: Path) -> None:
    run = Run(course, path)
    run.begin()
    run.choose("o01")
    assert run.mark("m03", "money")
    assert state(run).pending == ("m04", "m05")
    assert Shown(ids=("m02", "m03")) in events_of(path.read_bytes())


def test_a_verdict_from_python_does_not_wait_for_painting(course: Course, path: Path) -> None:
    run = Run(course, path)
    for act in (run.begin, lambda: run.choose("o01"), lambda: run.choose("o03"), lambda: run.verdict(98)):
        assert act()
    assert state(run).phase == "review"


def test_two_windows(course: Course, path: Path) -> None:
    first, second = Run(course, path), Run(course, path)
    first.begin()
    first.choose("o01")
    assert second.begin()  # takes up what the first began, and does not begin again
    assert second.session == first.session
    assert not first.choose("o03")
    assert first.notice is not None
    assert first.notice.kind == "moved"
    assert not first.restart()
    assert first.language("en")  # words may change, nothing is written
    assert second.choose("o03")
    third = Run(course, path)
    second.shown(["m06"])
    third.helped()  # reads again, takes over, and only then notes
    assert third.session == second.session
    assert not second.shown(["m08"])
    assert third.shown(["m08", "m09"])
    found = read(path, course)
    assert found.problems == ()
    assert isinstance(found.plays[0].lines[-2].event, Helped)
    assert found.plays[0].session.phase == "verdict"


def test_a_finished_run_is_opened_without_a_trace(course: Course, path: Path) -> None:
    run = Run(course, path)
    for act in (run.begin, run.leave, lambda: run.verdict(85), run.finish_rest, run.finish_review, run.debriefed):
        assert act()
    before = path.read_bytes()
    again = Run(course, path)
    assert not again.claim()
    assert not again.mark("m01", "money")
    assert again.language("fr")
    assert path.read_bytes() == before
    assert again.restart()


def test_notices_come_in_the_order_of_their_weight(course: Course, path: Path) -> None:
    run = Run(course, path)
    assert run.notice is None
    run.begin()
    with path.open("ab") as file:
        file.write(b'{"odd":1}\n')
    damaged = Run(course, path)
    assert damaged.notice is not None
    assert (damaged.notice.kind, "2" in damaged.notice.text) == ("refused", True)
    edited = Run(Course.of(sample.make(minutes=6)), path)
    assert edited.notice is not None
    assert edited.notice.kind == "changed"
    path.parent.rename(path.parent.with_name("away"))
    path.parent.write_bytes(b"")
    damaged.claim()
    assert damaged.notice is not None
    assert damaged.notice.kind == "unsaved"
    assert "{" not in damaged.notice.text


def test_a_full_disk_does_not_stop_the_run(course: Course, path: Path) -> None:
    path.parent.write_bytes(b"no folder")
    run = Run(course, path)
    assert run.begin()
    assert run.choose("o01")
    assert run.notice is not None
    assert run.notice.kind == "unsaved"
    path.parent.unlink()
    assert run.choose("o03")
    assert run.notice is None
    assert read(path, course).plays[0].session == run.session


def test_an_exam_says_so_in_its_header(scenario: Scenario, path: Path) -> None:
    run = Run(Course.of(sample.make(release="exam")), path)
    run.begin()
    assert state(run).attempt.release == "exam"
    assert state(run).attempt.hash == scenario.hash  # the same conversation


MESSAGES = st.sampled_from(sorted(COURSE.messages))
ACTS = st.one_of(
    st.tuples(
        st.sampled_from(
            [
                "begin",
                "leave",
                "finish_rest",
                "finish_review",
                "debriefed",
                "restart",
                "skip",
                "helped",
                "claim",
                "paint",
            ]
        )
    ),
    st.tuples(st.just("choose"), st.sampled_from([f"o0{number}" for number in range(1, 9)])),
    st.tuples(st.just("mark"), MESSAGES, st.sampled_from(["identity", "money", "magic"])),
    st.tuples(st.just("unmark"), MESSAGES),
    st.tuples(st.just("verdict"), st.integers(-1, 101)),
    st.tuples(st.just("shown"), st.lists(MESSAGES, max_size=4)),
    st.tuples(st.just("language"), st.sampled_from(LANGUAGES)),
)


@given(st.lists(st.tuples(st.integers(0, 1), ACTS), max_size=40), st.booleans())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_is_done_in_whatever_window_the_log_reads_back_as_the_session(
    acts: list[tuple[int, tuple[str, ...]]],
    swap: bool,  # noqa: FBT001 - drawn by hypothesis
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "responses" / "alder.jsonl"
        windows = [Run(COURSE, path), Run(COURSE, path)]
        for window, (act, *arguments) in acts:
            getattr(windows[window if swap else 0], act)(*arguments)
        found = read(path, COURSE)
        assert found.problems == ()
        if not path.exists():
            return
        writer = load_line(path.read_bytes().splitlines()[-1]).window
        (owner,) = [run for run in windows if run.log.window == writer]
        assert not owner.log.moved
        assert owner.session == found.plays[-1].session


def varied(driver: Driver) -> None:
    """Give the driver a scenario in which something varies, and open it anew."""
    slot = Slot(name="day", rows=tuple({"": Text(day, day, day)} for day in ("Monday", "Friday")))
    setting = Text("{day}", "{day}", "{day}")
    driver.course = Course.of(sample.make(slots=(slot,), setting=setting))
    driver.run = Run(driver.course, driver.path)


def test_what_varies_stays_through_an_attempt_and_is_another_in_the_next(drive: Driver) -> None:
    varied(drive)
    slots = drive.course.scenario.slots
    drive("begin")
    for _ in range(6):
        seed = drive.run.seed
        drive("shown", ["m01"])
        drive("language", "fr")
        drive("choose", "o01")
        assert drive.run.seed == state(drive.run).attempt.seed == seed
        drive("restart")
        assert draws(slots, drive.run.seed) != draws(slots, seed)


def test_the_intro_shows_what_the_first_attempt_will(course: Course, path: Path) -> None:
    run = Run(course, path)
    promised = run.seed
    assert run.begin()
    assert run.seed == state(run).attempt.seed == promised


def test_a_window_that_comes_later_shows_what_the_first_one_draws(course: Course, path: Path) -> None:
    first, second = Run(course, path), Run(course, path)
    assert first.begin()
    second.begin()
    assert second.seed == first.seed == state(first).attempt.seed


def test_in_a_drill_nothing_is_marked(path: Path) -> None:
    run = Run(Course.of(sample.make(kind="drill")), path)
    assert run.begin()
    assert run.paint()
    assert not run.mark("m01", "money")
    assert run.choose("o01")
    assert run.session is not None
    assert run.session.marks == {}
