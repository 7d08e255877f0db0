"""From a gradebook, or a folder of logs and archives, to the frames of a cohort."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from safetystring.cohort.frames import Cohort, Row, Rows, empty_run, scored_rows
from safetystring.cohort.gather import CohortError, Found, gather
from safetystring.cohort.gradebook import Graded, read_gradebook
from safetystring.cohort.grades import graded_rows
from safetystring.cohort.shelf import Pair, Shelf, ShelfError, open_shelf
from safetystring.cohort.simulate import WINDOW
from safetystring.player.log import MAX_LINE_BYTES, LogRead, Play, parse, scored
from safetystring.scoring.assess import assess

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

GRADEBOOK = "gradebook.db"
MAX_PROBLEMS = 500

__all__ = ["CohortError", "load"]


def load(
    path: str | Path,
    keys: str | Path | Shelf | None = None,
    *,
    database: str | None = None,
    tick: Callable[[int], object] | None = None,
) -> Cohort:
    """Read a cohort.

    Parameters
    ----------
    path
        A ``gradebook.db``, the nbgrader course it lies in (the logs under ``autograded`` and ``submitted`` are then
        read; a gradebook alone gives points, and less detail), or a folder of logs and ``answers_….zip`` archives.
    keys
        Where the compiled scenarios and keys are: a folder, or what :func:`open_shelf` gave. By default they are
        looked for beside the logs, then in ``grading`` and ``notebooks``. Without any, runs have the status
        ``no key`` and nothing is scored.
    database
        Address of the gradebook's database, in SQLAlchemy's form; by default what the course in `path` names
        (``c.CourseDirectory.db_url``), else its ``gradebook.db``.
    tick
        Called with the number of logs read so far, for a progress bar.

    Raises
    ------
    CohortError
        If there is nothing at `path`, or the gradebook is none.
    ShelfError
        If `keys` is given and holds no scenario with its key.
    """
    place = Path(path)
    shelf = _shelf(place, keys)
    gradebook = place if place.suffix == ".db" else place / GRADEBOOK
    database = database if database is not None else _named_database(place)
    if database is not None or gradebook.is_file():
        graded = read_gradebook(database if database is not None else gradebook)
        return _from_course(graded, gradebook.parent, shelf, tick)
    logs = _logs(place) if any((place / name).is_dir() for name in _COLLECTED) else gather(place)
    reader = _Reader(shelf, tick)
    reader.read(logs)
    return reader.cohort()


_COLLECTED = ("autograded", "submitted")
"""What was graded comes first: it is what the grades rest on."""


def _named_database(course: Path) -> str | None:
    """Return the address of another database than ``gradebook.db`` that a course's settings name, or None."""
    try:
        config = (course / "nbgrader_config.py").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return None
    if "db_url" not in config:
        return None  # nbgrader need not be asked, which takes seconds the first time
    from safetystring.course.grade import cache  # noqa: PLC0415 - only a course with such settings needs it
    from safetystring.course.grade.errors import GradeError  # noqa: PLC0415 - the same

    try:
        return cache.settings(course.resolve()).db_url
    except GradeError as error:
        raise CohortError(f"the course's settings cannot be read: {error}") from error


def _from_course(graded: Iterable[Graded], course: Path, shelf: Shelf, tick: Callable[[int], object] | None) -> Cohort:
    reader = _Reader(shelf, tick)
    reader.read(_logs(course))
    known = {(row["learner"], row["scenario"]) for row in reader.rows.runs}
    for one in graded:
        if (one.learner, one.scenario) not in known:
            reader.rows.add(graded_rows(one, shelf.get(one.scenario)))
    return reader.cohort()


def _logs(course: Path) -> Iterable[Found]:
    """Yield the logs under `autograded`, then those that are under `submitted` only."""
    seen: set[tuple[str, str]] = set()
    for name in _COLLECTED:
        if not (course / name).is_dir():
            continue
        found = [replace(log, where=f"{name}/{log.where}") for log in gather(course / name)]
        yield from (log for log in found if (log.learner, log.scenario) not in seen)
        seen |= {(log.learner, log.scenario) for log in found}


def _shelf(place: Path, keys: str | Path | Shelf | None) -> Shelf:
    if isinstance(keys, (str, Path)):
        return open_shelf(Path(keys))
    if keys is not None:
        return keys
    home = (place if place.is_dir() else place.parent).resolve()
    courses = (home, home.parent, home.parent / "grading", Path("grading"))
    # A folder of keys counts only beside what they were built with: any learner's folder may be called "keys".
    usual = [course / "keys" for course in courses if (course / "keys").is_dir() and (course / "source").is_dir()]
    for folder in (*usual, Path("notebooks")):
        try:
            return open_shelf(folder)
        except ShelfError:
            continue
    return {}


@dataclass(frozen=True, slots=True)
class _Read:
    """One log after parsing: its play, and what is needed to choose among several of the same learner."""

    found: Found
    log: LogRead
    play: Play | None
    digest: str
    simulated: bool

    @property
    def rank(self) -> tuple[bool, str, str]:
        """Finished ones first, then the one begun first."""
        done = self.play is not None and self.play.session.reviewed
        return not done, self.play.attempt.started if self.play is not None else "~", self.found.where


class _Reader:
    def __init__(self, shelf: Shelf, tick: Callable[[int], object] | None) -> None:
        self.shelf = shelf
        self.tick = tick
        self.rows = Rows()
        self.problems: list[str] = []
        self._first: dict[str, str] = {}

    def cohort(self) -> Cohort:
        problems = self.problems[:MAX_PROBLEMS]
        more = len(self.problems) - len(problems)
        return self.rows.frames((*problems, *([f"… and {more} more"] if more else [])), self.shelf)

    def read(self, logs: Iterable[Found]) -> None:
        """Parse every log, then score one for each learner and scenario."""
        parsed: dict[tuple[str, str], list[_Read]] = {}
        for number, found in enumerate(logs, 1):
            if self.tick is not None:
                self.tick(number)
            pair = self._pair(found)
            if pair is not None and found.data is not None:
                parsed.setdefault((found.learner, pair.key.id), []).append(self._parse(found, found.data, pair))
        for (learner, scenario), reads in sorted(parsed.items()):
            self._score(learner, reads, self.shelf[scenario])

    def _pair(self, found: Found) -> Pair | None:
        """Return the scenario this log is of, or None after adding the row that says why there is none."""
        if found.data is None:
            self.problems.append(f"{found.where}: left out, {found.problem}")
            self.rows.runs.append(empty_run(found.learner, found.module, found.scenario, "unreadable"))
            return None
        name = found.scenario if found.scenario in self.shelf else _header_scenario(found.data)
        pair = self.shelf.get(name or "")
        if pair is None:
            status = "no key" if name or not found.data.strip() else "unreadable"
            self.problems.append(
                f"{found.where}: there is no key for {found.scenario[:40]!r}; name the folder that has it with --keys"
                if status == "no key"
                else f"{found.where}: no response log"
            )
            self.rows.runs.append(empty_run(found.learner, found.module, found.scenario, status))
        return pair

    def _parse(self, found: Found, data: bytes, pair: Pair) -> _Read:
        log = parse(data, pair.course)
        for problem in log.problems[:3]:
            line = f"line {problem.line}: " if problem.line else ""
            self.problems.append(f"{found.where}: {line}{problem.reason}")
        if len(log.problems) > 3:  # noqa: PLR2004 - three lines show what is wrong with a file
            self.problems.append(f"{found.where}: … and {len(log.problems) - 3} more lines left out")
        play = scored(log)
        simulated = play is not None and any(line.window == WINDOW for line in play.lines)
        return _Read(found, log, play, hashlib.sha256(data).hexdigest(), simulated)

    def _score(self, learner: str, reads: list[_Read], pair: Pair) -> None:
        best, *others = sorted(reads, key=lambda read: read.rank)
        if any(other.digest != best.digest for other in others):
            self.problems.append(
                f"{learner}: {len(reads)} different logs of {pair.key.id!r}; "
                f"the first finished one counts ({best.found.where})"
            )
        head = self._head(best, pair)
        if best.play is None:
            head["status"] = "unreadable" if best.log.problems else "empty"
            self.rows.runs.append(head)
            return
        owner = self._first.setdefault(best.digest, learner)
        if owner != learner:
            self.problems.append(f"{best.found.where}: byte for byte the log of {owner}; counted once")
            self.rows.runs.append(head | {"status": "copy"})
            return
        found = assess(best.play.session, pair.scenario, pair.key, baseline=pair.baseline)
        self.rows.add(scored_rows(head, best.play, found, pair))

    def _head(self, best: _Read, pair: Pair) -> Row:
        head = empty_run(best.found.learner, best.found.module or pair.scenario.module, pair.key.id, "empty")
        return head | {"truth": pair.key.truth, "attempts": len(best.log.plays), "simulated": best.simulated}


def _header_scenario(data: bytes) -> str | None:
    """Return the scenario that a log's first line names, for files that were renamed on their way."""
    try:
        value = json.loads(data.split(b"\n", 1)[0][:MAX_LINE_BYTES])
    except (ValueError, RecursionError):
        return None
    name = value.get("scenario") if isinstance(value, dict) else None
    return name if isinstance(name, str) else None
