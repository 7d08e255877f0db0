"""The kept answers of nbgrader: settings by the files they were read from, blueprints by what they were made of.

Both lie in the course's ``.safetystring`` folder, which may be deleted at any time: what is missing is asked again.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from safetystring.course.files import write_text
from safetystring.course.grade.blueprint import FORMAT, Blueprint, Settings
from safetystring.course.grade.errors import GradeError, stock
from safetystring.scenario import FormatError, decode

if TYPE_CHECKING:
    from safetystring.course.grade.ledger import AssignmentRows

FOLDER = ".safetystring"
_ENVIRONMENT = ("HOME", "JUPYTER_CONFIG_DIR", "JUPYTER_CONFIG_PATH", "JUPYTER_NO_CONFIG", "JUPYTER_PLATFORM_DIRS")
_MAKERS = ("config.py", "feedback.py", "notebook.py", "preprocessors.py", "grade/prepare.py")
"""Modules of ours that decide what a blueprint holds."""
_PATIENCE = 600
"""Seconds that nbgrader may take to run the instructor's own notebooks once."""


def settings(root: Path) -> Settings:
    """Return the settings of the course in `root`, from the cache where nothing they came from has changed.

    Raises
    ------
    GradeError
        If the configuration is broken, or sets what only nbgrader itself does.
    """
    file = root / FOLDER / "settings.json"
    kept = _read(file)
    if kept is not None:
        try:
            found = decode(Settings, kept["settings"])
            if kept["stamp"] == [str(root), *_stamp(root, found)]:
                return found
        except (FormatError, KeyError, TypeError):
            pass
    found = decode(Settings, _ask(root, ["settings"], None))
    _keep(file, {"stamp": [str(root), *_stamp(root, found)], "settings": _plain(found)})
    return found


def blueprint(root: Path, rows: AssignmentRows, chosen: Settings) -> tuple[Blueprint, bool]:
    """Return the assignment's blueprint, and whether it had to be made.

    Raises
    ------
    GradeError
        If nbgrader cannot make it, or the assignment holds what only nbgrader itself grades.
    """
    asked = {
        "assignment": rows.name,
        "notebooks": [
            {
                "name": one.name,
                "kernelspec": one.kernelspec,
                # A database may list rows in another order after any change: that is no other assignment.
                "maxima": dict(sorted(one.maxima.items())),
                "written": sorted(one.written),
                "sources": sorted(one.sources),
            }
            for one in rows.notebooks.values()
        ],
    }
    stamp = hashlib.sha256(json.dumps([asked, _stamp(root, chosen)]).encode()).hexdigest()
    file = root / FOLDER / f"{rows.name}.json"
    kept = _read(file)
    if kept is not None:
        try:
            if kept["stamp"] == stamp:
                made = decode(Blueprint, kept["blueprint"])
                if all(len(page.pieces) == len(page.holes) + 1 for page in made.pages):
                    return made, False
        except (FormatError, KeyError, TypeError):
            pass
    answer = _ask(root, ["blueprint"], asked)
    _keep(file, {"stamp": stamp, "blueprint": answer})
    return decode(Blueprint, answer), True


def _stamp(root: Path, found: Settings) -> list[Any]:
    """Return everything but the assignment and the course's place that settings and blueprints depend on."""
    return [
        FORMAT,
        sys.version,
        [os.environ.get(name) for name in _ENVIRONMENT],
        [_hash(Path(name)) for name in found.files],
        _hash(_nbgrader()),
        [_hash(Path(__file__).parents[1] / name) for name in _MAKERS],
        sorted(path.name for path in (root / "source").glob("*/*.ipynb")),
    ]


def _nbgrader() -> Path:
    spec = importlib.util.find_spec("nbgrader")
    if spec is None or spec.origin is None:
        raise GradeError("nbgrader is not installed here: pip install 'safetystring[course]'")
    return Path(spec.origin).with_name("_version.py")


def _hash(path: Path) -> str | None:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return None


def _ask(root: Path, words: list[str], given: object) -> Any:  # noqa: ANN401 - untyped outside
    """Have nbgrader answer in a process of its own."""
    import subprocess  # noqa: PLC0415 - loaded only where it is needed

    command = [sys.executable, "-m", "safetystring.course.grade.prepare", *words]
    try:
        done = subprocess.run(  # noqa: S603 - our own module
            command, cwd=root, input=json.dumps(given), capture_output=True, text=True, timeout=_PATIENCE, check=False
        )
        answer = json.loads(done.stdout)
    except subprocess.TimeoutExpired:
        raise GradeError(f"nbgrader took longer than {_PATIENCE} s to run the release itself") from None
    except ValueError:
        reason = next((line for line in reversed(done.stderr.splitlines()) if line.strip()), "no reason given")
        raise GradeError(
            f"nbgrader could not run in {root} ({reason.strip()[:300]}): `nbgrader autograde --debug` says more"
        ) from None
    if "refused" in answer:
        assignment = given["assignment"] if isinstance(given, dict) else "ASSIGNMENT"
        raise GradeError(f"only nbgrader itself can grade this: {answer['refused']} {stock(assignment)}")
    return answer


def _read(file: Path) -> Any:  # noqa: ANN401 - untyped outside
    try:
        return json.loads(file.read_bytes())
    except (OSError, ValueError):
        return None


def _keep(file: Path, value: object) -> None:
    try:
        write_text(file, json.dumps(value, ensure_ascii=False))
        file.chmod(0o600)  # a database's address may hold a password
    except OSError:
        return  # a cache that cannot be kept costs the next run some seconds


def _plain(found: Settings) -> Any:  # noqa: ANN401 - untyped outside
    from safetystring.scenario import encode  # noqa: PLC0415 - loaded only where it is needed

    return encode(found)
