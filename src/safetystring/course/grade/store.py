"""The gradebook's database through the plain DB API: SQLite directly, any other through SQLAlchemy's engine.

The same statements run on both; only the marks for parameters and the forms of times and truth values differ.
SQLAlchemy takes longer to load than forty submissions take to grade, so SQLite does without.
"""

from __future__ import annotations

import sqlite3
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from safetystring.course.grade.errors import GradeError
from safetystring.scenario.record import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_SQLITE = "sqlite:///"
_EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001 - nbgrader keeps UTC without a zone
_WAIT = 10.0
"""Seconds to wait for somebody else's write to end."""
_WRITTEN = ("course", "student", "submitted_assignment", "submitted_notebook", "grade", "comment")
"""Tables that grading writes to."""


class Cursor(Protocol):
    """What is used of the DB API (PEP 249)."""

    def execute(self, sql: str, parameters: Sequence[object] = ..., /) -> object:
        """Run a statement."""

    def executemany(self, sql: str, rows: Iterable[Sequence[object]], /) -> object:
        """Run a statement for each row of parameters."""

    def fetchall(self) -> list[tuple[Any, ...]]:
        """Return all that a query found."""


class Connection(Protocol):
    """The same of a connection."""

    def cursor(self) -> Cursor:
        """Return a cursor."""

    def commit(self) -> None:
        """Make what was written last."""

    def rollback(self) -> None:
        """Undo what was written."""

    def close(self) -> None:
        """Close the connection."""


@dataclass(frozen=True, slots=True)
class Store:
    """An open gradebook. `native` says that times and truth values are the database's own types."""

    connection: Connection
    native: bool
    mark: str

    def rows(self, sql: str, parameters: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Return what a query finds; ``?`` stands for a parameter."""
        cursor = self.connection.cursor()
        cursor.execute(sql.replace("?", self.mark), tuple(parameters))
        return cursor.fetchall()

    def among(self, sql: str, values: Sequence[object], before: Sequence[object] = ()) -> Iterator[tuple[Any, ...]]:
        """Yield what a query finds whose ``IN (…)`` takes `values`, any number of them."""
        for start in range(0, len(values), 500):
            part = values[start : start + 500]
            yield from self.rows(sql.replace("…", ", ".join("?" * len(part))), (*before, *part))

    def write(self, sql: str, rows: Sequence[Sequence[object]]) -> None:
        """Run a statement for each row of parameters."""
        if rows:
            self.connection.cursor().executemany(sql.replace("?", self.mark), rows)

    def moment(self, value: object) -> datetime | None:
        """Return a stored time."""
        if value is None or isinstance(value, datetime):
            return value
        return datetime.fromisoformat(str(value))

    def stored(self, moment: datetime) -> object:
        """Return a time as it is stored."""
        return moment if self.native else moment.strftime("%Y-%m-%d %H:%M:%S.%f")

    def length(self, value: object) -> timedelta | None:
        """Return a stored length of time (SQLite keeps it as a time after 1970)."""
        if value is None or isinstance(value, timedelta):
            return value
        moment = self.moment(value)
        return moment - _EPOCH if moment is not None else None

    def truth(self, *, value: bool) -> object:
        """Return a truth value as it is stored."""
        return value if self.native else int(value)


def open_store(url: str) -> Store:
    """Open a gradebook and begin a transaction that nobody else can write beside.

    Raises
    ------
    GradeError
        If it is not there, cannot be opened or written, or somebody else is writing for longer than ten seconds.
    """
    if url.startswith(_SQLITE):
        return _open_sqlite(url.removeprefix(_SQLITE))
    return _open_other(url)


def _open_sqlite(path: str) -> Store:
    name = path.partition("?")[0]
    if not Path(name).is_file():
        raise GradeError(f"{name} is not there: run `nbgrader generate_assignment` first, in the course's folder")
    try:
        connection = sqlite3.connect(name, timeout=_WAIT, isolation_level=None)
        connection.execute("PRAGMA cache_size = -32000")
        connection.execute("BEGIN IMMEDIATE")
    except sqlite3.DatabaseError as error:
        raise GradeError(_sqlite_reason(name, error)) from None
    return Store(connection, native=False, mark="?")


def _sqlite_reason(name: str, error: sqlite3.Error) -> str:
    said = str(error)
    if "locked" in said:
        return f"{name} is being written by another program (formgrader, another nbgrader command?): try again"
    if "readonly" in said:
        return f"{name} cannot be written: it, or the folder it lies in, is read-only"
    return f"{name} cannot be used as a gradebook ({said})"


def _open_other(url: str) -> Store:
    from sqlalchemy import create_engine  # noqa: PLC0415 - loaded only where it is needed

    try:
        engine = create_engine(url)
        connection: Any = engine.raw_connection()
    except Exception as error:  # noqa: BLE001 - each driver has its own
        raise GradeError(
            f"the gradebook's database cannot be opened ({_first_line(error)}): see c.CourseDirectory.db_url"
        ) from None
    marks = {"qmark": "?", "format": "%s", "pyformat": "%s"}
    style = engine.dialect.paramstyle
    if style not in marks:
        raise GradeError(f"the database driver {engine.dialect.driver} marks parameters in a way not known here")
    store = Store(connection, native=True, mark=marks[style])
    if engine.dialect.name == "postgresql":
        _lock(store)
    return store


def _lock(store: Store) -> None:
    """Keep others from writing to a gradebook on PostgreSQL until our transaction ends; reading stays free.

    A database without nbgrader's tables is left to whoever reads it first: they say what is missing.
    """
    try:
        store.rows("SELECT set_config('lock_timeout', ?, true)", (f"{_WAIT:.0f}s",))
        there = {row[0] for row in store.rows("SELECT table_name FROM information_schema.tables")}
        names = [name for name in _WRITTEN if name in there]
        if names:
            store.connection.cursor().execute(f"LOCK TABLE {', '.join(names)} IN SHARE ROW EXCLUSIVE MODE")
    except Exception as error:  # noqa: BLE001 - each driver has its own
        store.connection.close()
        reason = _first_line(error)
        busy = "lock timeout" in reason
        raise GradeError(
            "the gradebook is being written by another program (formgrader, another nbgrader command?): try again"
            if busy
            else f"the gradebook's database cannot be written ({reason})"
        ) from None


def _first_line(error: Exception) -> str:
    said = str(getattr(error, "orig", None) or error).strip()
    return said.splitlines()[0] if said else type(error).__name__
