"""A real PostgreSQL server of the test's own: fresh, in a folder that goes, reached by a socket alone."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

DEBIAN = "/usr/lib/postgresql"
MISSING = "PostgreSQL's server is not installed: run tools/get-test-tools, or apt-get install postgresql"


def programs() -> Path | None:
    """Return the folder of the server's own programs (Debian keeps them off the path), the newest; None without."""
    known = shutil.which("initdb")
    if known is not None:
        return Path(known).resolve().parent
    versions = [path for path in Path(DEBIAN).glob("*/bin") if (path / "initdb").is_file()]
    return max(versions, key=lambda path: float(path.parent.name), default=None)


@contextmanager
def server() -> Iterator[str]:
    """Yield the address of an empty database, in SQLAlchemy's form; the server is gone afterwards.

    The server refuses to run as root, so there it runs as `nobody`. It listens on no network.
    """
    found = programs()
    if found is None:
        if os.environ.get("CI"):
            pytest.fail(MISSING)
        pytest.skip(MISSING)
    # Not pytest's own folders: other users may not enter them, and a socket's path holds some hundred bytes.
    base = Path(tempfile.mkdtemp(prefix="pg-"))
    user = pwd.getpwnam("nobody").pw_name if os.getuid() == 0 else None
    if user is not None:
        shutil.chown(base, user)
    process = None
    try:
        _initialise(found, base, user)
        options = ["-D", str(base / "data"), "-k", str(base), "-h", "", "-F", "-c", "timezone=Asia/Shanghai"]
        with (base / "log").open("wb") as log:
            process = subprocess.Popen([str(found / "postgres"), *options], stdout=log, stderr=log, user=user, cwd=base)
        _wait(found, base, process)
        yield f"postgresql+psycopg://teacher@/postgres?host={base}"
    finally:
        if process is not None:
            process.send_signal(signal.SIGQUIT)  # at once: nothing in it is to be kept
            process.wait(30)
        shutil.rmtree(base, ignore_errors=True)


def _initialise(found: Path, base: Path, user: str | None) -> None:
    command = [str(found / "initdb"), "-D", str(base / "data"), "-U", "teacher", "-A", "trust", "-E", "UTF8"]
    done = subprocess.run(
        [*command, "--no-locale", "--no-sync"], user=user, cwd=base, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def _wait(found: Path, base: Path, process: subprocess.Popen[bytes]) -> None:
    for _ in range(30):
        ready = subprocess.run([str(found / "pg_isready"), "-q", "-t", "5", "-h", str(base)], check=False)
        if ready.returncode == 0:
            return
        try:
            process.wait(0.2)
        except subprocess.TimeoutExpired:
            continue
        break
    pytest.fail(f"PostgreSQL did not start:\n{(base / 'log').read_text(errors='replace')[-3000:]}")
