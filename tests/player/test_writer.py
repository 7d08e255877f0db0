from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from player.sample import events_of, header
from safetystring.player.events import Event, Language, Marked, Resumed, Shown
from safetystring.player.log import parse, read
from safetystring.player.writer import MovedError, ResponseLog, StaleError

if TYPE_CHECKING:
    from safetystring.player.script import Course
    from safetystring.scenario import Lang, Scenario

EVENTS: tuple[Event, ...] = (Shown(ids=("m01",)), Marked(id="m01", family="money"), Language(lang="fr"))


@pytest.fixture
def log(path: Path, course: Course) -> ResponseLog:
    made = ResponseLog(path)
    made.load(course)
    return made


def test_nothing_touches_the_disk_before_the_first_event(log: ResponseLog, path: Path, scenario: Scenario) -> None:
    assert not path.parent.exists()
    log.append(header(scenario))
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert (log.owned, log.moved, log.unsaved) == (True, False, None)


def test_each_event_is_a_line_in_the_file_when_append_returns(
    log: ResponseLog, path: Path, scenario: Scenario, course: Course
) -> None:
    for count, event in enumerate((header(scenario), *EVENTS), start=1):
        line = log.append(event)
        assert (line.n, line.window) == (count, log.window)
        assert path.read_bytes().count(b"\n") == count
    found = read(path, course)
    assert found.problems == ()
    assert tuple(line.event for line in found.plays[0].lines) == (header(scenario), *EVENTS)
    assert log.data == path.read_bytes()


def test_each_event_is_synced_to_the_disk(
    log: ResponseLog, scenario: Scenario, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The one thing a test cannot see from outside without a power cut: the call is counted, and made."""
    synced: list[bool] = []
    real = os.fsync

    def counted(descriptor: int) -> None:
        synced.append(stat.S_ISREG(os.fstat(descriptor).st_mode))
        real(descriptor)

    monkeypatch.setattr(os, "fsync", counted)
    for event in (header(scenario), *EVENTS):
        log.append(event)
    assert synced == [True, False, True, True, True]  # the new file's folder once, after its first line


def test_a_torn_tail_becomes_a_line_of_its_own(
    log: ResponseLog, path: Path, scenario: Scenario, course: Course
) -> None:
    log.append(header(scenario))
    with path.open("ab") as file:
        file.write(b'{"n":2,"at":17')
    after = ResponseLog(path)
    assert [problem.kind for problem in after.load(course).problems] == ["torn"]
    after.append(Resumed())
    after.append(EVENTS[0])
    found = read(path, course)
    assert [(problem.line, problem.kind) for problem in found.problems] == [(2, "torn")]
    assert found.plays[0].session.shown == {"m01": "play"}
    assert found.last == 3


def test_the_window_opened_last_owns_the_log(log: ResponseLog, path: Path, scenario: Scenario, course: Course) -> None:
    log.append(header(scenario))
    second = ResponseLog(path)
    second.load(course)
    log.append(EVENTS[0])
    with pytest.raises(StaleError):  # it has to look again before it may claim
        second.append(Resumed())
    second.load(course)
    second.append(Resumed())
    before = path.read_bytes()
    for _ in range(2):
        with pytest.raises(MovedError):
            log.append(EVENTS[1])
    assert log.moved
    assert path.read_bytes() == before
    second.append(EVENTS[1])
    assert read(path, course).problems == ()


def test_a_log_that_was_deleted_or_emptied_is_written_again(
    log: ResponseLog, path: Path, scenario: Scenario, course: Course
) -> None:
    log.append(header(scenario))
    path.unlink()
    log.append(EVENTS[0])
    os.truncate(path, 0)
    log.append(EVENTS[1])
    found = read(path, course)
    assert found.problems == ()
    assert found.plays[0].session.marks == {"m01": "money"}


def test_a_log_that_was_replaced_by_another_is_left_alone(log: ResponseLog, path: Path, scenario: Scenario) -> None:
    log.append(header(scenario))
    path.write_bytes(b"something else\n")
    with pytest.raises(MovedError):
        log.append(EVENTS[0])
    assert path.read_bytes() == b"something else\n"


def test_the_same_bytes_under_a_new_name_are_the_same_log(log: ResponseLog, path: Path, scenario: Scenario) -> None:
    log.append(header(scenario))
    copy = path.with_suffix(".tmp")
    copy.write_bytes(path.read_bytes())
    copy.replace(path)  # as tools that synchronise folders do
    log.append(EVENTS[0])
    assert events_of(path.read_bytes()) == [header(scenario), EVENTS[0]]


def test_what_cannot_be_written_is_kept_and_written_when_it_can(
    log: ResponseLog, path: Path, scenario: Scenario, course: Course
) -> None:
    path.parent.write_bytes(b"a file where the folder should be")
    log.append(header(scenario))
    log.append(EVENTS[0])
    assert log.unsaved == "other"
    assert events_of(log.data) == [header(scenario), EVENTS[0]]
    path.parent.unlink()
    log.append(EVENTS[1])
    assert log.unsaved is None
    assert path.read_bytes() == log.data
    assert read(path, course).plays[0].session.marks == {"m01": "money"}


@pytest.mark.parametrize("kind", ["link", "pipe", "folder"])
def test_only_a_regular_file_is_written(
    kind: str, log: ResponseLog, path: Path, scenario: Scenario, tmp_path: Path
) -> None:
    path.parent.mkdir()
    if kind == "link":
        path.symlink_to(tmp_path / "target")
    elif kind == "pipe":
        os.mkfifo(path)
    else:
        path.mkdir()
    log.append(header(scenario))
    assert log.unsaved == "other"
    assert not (tmp_path / "target").exists()


NOBODY = """
import os, sys
from pathlib import Path
folder = Path(sys.argv[1]).parent
folder.mkdir()
folder.chmod(0o555)
os.chdir(folder)
path = Path("alder.jsonl")
"""

LIMITED = """
import resource, sys
from pathlib import Path
path = Path(sys.argv[1])
hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
resource.setrlimit(resource.RLIMIT_FSIZE, (700, hard))
"""

WRITE = """
sys.path[:0] = sys.argv[2:]
from player import sample
from safetystring.player.events import Language
from safetystring.player.script import Course
from safetystring.player.writer import ResponseLog
scenario = sample.make()
log = ResponseLog(path)
log.load(Course.of(scenario))
log.append(sample.header(scenario))
seen = []
for number in range(20):
    log.append(Language(lang=("en", "fr")[number % 2]))
    seen.append(log.unsaved)
"""


def python(code: str, path: Path) -> str:
    tests = Path(__file__).parents[1]
    places = [str(tests), str(tests.parent / "src")]
    done = subprocess.run([sys.executable, "-c", code, str(path), *places], capture_output=True, text=True, check=False)
    assert done.stderr == ""
    return done.stdout


def test_a_full_disk_is_said_and_a_half_written_line_is_gone_on_with(path: Path, course: Course) -> None:
    """The system's own limit on a file's size cuts a line in two, as a full disk does, and is lifted again."""
    more = """
resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
size = path.stat().st_size
log.append(Language(lang="zh"))
print(sorted({str(item) for item in seen}), size, log.unsaved, path.read_bytes() == log.data)
"""
    assert python(LIMITED + WRITE + more, path) == "['None', 'full'] 700 None True\n"
    found = read(path, course)
    assert found.problems == ()
    assert found.last == 22


@pytest.mark.skipif(not hasattr(os, "setuid"), reason="needs Unix users")
def test_a_folder_that_may_not_be_written_is_said(path: Path) -> None:
    drop = "if os.getuid() == 0: os.setuid(65534)  # root may write anywhere\nscenario ="
    code = NOBODY + WRITE.replace("scenario =", drop, 1) + "print({*seen}, len(log.data.splitlines()))"
    assert python(code, path) == "{'readonly'} 21\n"
    assert not path.exists()


def test_a_log_is_never_made_longer_than_one_may_be(
    log: ResponseLog, path: Path, scenario: Scenario, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("safetystring.player.writer.MAX_BYTES", 400)
    log.append(header(scenario))
    for event in EVENTS:
        log.append(event)
    assert log.unsaved == "full"
    assert path.stat().st_size <= 400


KILLED = """
import sys
from pathlib import Path
path = Path(sys.argv[1])
""" + WRITE.replace("range(20)", "range(100_000)").replace(
    "    seen.append(log.unsaved)", "    print(number, log.unsaved, flush=True)"
)


@pytest.mark.parametrize("lines", [1, 7, 40])
def test_nothing_that_was_acknowledged_is_lost_when_the_kernel_is_killed(
    lines: int, path: Path, course: Course
) -> None:
    tests = Path(__file__).parents[1]
    places = [str(tests), str(tests.parent / "src")]
    with subprocess.Popen(
        [sys.executable, "-c", KILLED, str(path), *places], stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout is not None
        heard = [child.stdout.readline() for _ in range(lines)]
        child.send_signal(signal.SIGKILL)
        heard += child.stdout.read().splitlines()
    acknowledged = sum(line.rstrip().endswith("None") for line in heard)
    assert acknowledged >= lines
    found = read(path, course)
    assert found.last >= 1 + acknowledged
    assert [problem.kind for problem in found.problems] in ([], ["torn"])
    languages: tuple[Lang, Lang] = ("en", "fr")
    assert found.plays[0].session.lang == languages[(found.last - 2) % 2]


def test_a_loaded_log_goes_on_counting(log: ResponseLog, path: Path, scenario: Scenario, course: Course) -> None:
    log.append(header(scenario))
    log.append(EVENTS[0])
    again = ResponseLog(path)
    assert again.load(course) == parse(path.read_bytes(), course)
    assert again.append(Resumed()).n == 3
