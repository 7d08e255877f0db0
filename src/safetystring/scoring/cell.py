"""The one call that a hidden test makes: the points of one cell, from the answers in a folder.

nbgrader takes the last expression of a graded cell as its points. Anything but a plain number in range, an error, or
one word on stderr would give full points, none, or stop the learner's grading; so :func:`score` returns a clamped float
for any input, and says nothing. :func:`trouble` says, to a person, why a class would get zeros.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from safetystring.player.log import LogRead, read, scored
from safetystring.player.script import Course
from safetystring.scoring.assess import Assessment, assess
from safetystring.scoring.cells import clamp
from safetystring.scoring.find import NoKeyError, find, is_id, trusted_keys

_Stamp = tuple[int, int, int] | None


def score(scenario_id: str, cell_id: str, folder: str | Path = ".") -> float:
    """Return the points of one cell: a plain float from 0 to the cell's maximum, 0 where there is nothing to score.

    Parameters
    ----------
    scenario_id, cell_id
        For instance ``"cedar"`` and ``"item-07"``.
    folder
        The assignment's folder; the answers are its ``responses/<scenario-id>.jsonl``. The key is
        ``<scenario-id>.json`` in the folder that the environment variable ``SAFETYSTRING_KEYS`` names, or in a
        folder ``keys`` up to five levels above; the public part lies beside it, or in ``data/`` and agrees with it.

    Never raises and never prints. The log and the key are read once a process as long as the files stay the same.
    """
    try:
        cell = _assessed(scenario_id, Path(folder)).cells[cell_id]
        return clamp(cell.points, cell.maximum)
    except Exception:  # noqa: BLE001 - whatever goes wrong, a grader must see a float: an error here may cost a whole batch
        return 0.0


def trouble(scenario_id: str, folder: str | Path = ".") -> str | None:
    """Return in one line why no answers to this scenario can be scored from `folder`, or None if they can."""
    if not is_id(scenario_id):
        return f"{scenario_id!r} is no scenario id"
    root = Path(folder)
    try:
        find(scenario_id, trusted_keys(scenario_id, root), [_public(root, scenario_id)])
    except (NoKeyError, OSError) as error:
        return str(error)
    return None


def _assessed(scenario_id: str, folder: Path) -> Assessment:
    if not is_id(scenario_id):
        raise NoKeyError(f"{scenario_id!r} is no scenario id")
    root = folder.resolve()
    log = root / "responses" / f"{scenario_id}.jsonl"
    key_file = next((path for path in trusted_keys(scenario_id, root) if path.is_file()), None)
    if key_file is None:
        raise NoKeyError(f"no key of {scenario_id}")
    return _once(scenario_id, root, key_file, _stamp(key_file), _stamp(log))


@lru_cache(maxsize=64)
def _once(scenario_id: str, root: Path, key_file: Path, _key: _Stamp, _log: _Stamp) -> Assessment:
    """Score one log. The stamps are there to tell when a file has changed since it was scored."""
    scenario, key = find(scenario_id, [key_file], [_public(root, scenario_id)])
    responses = root / "responses"
    # A link here would let a submission show somebody else's answers as its own.
    linked = responses.is_symlink()
    log = LogRead() if linked else read(responses / f"{scenario_id}.jsonl", Course.of(scenario))
    play = scored(log)
    return assess(play.session if play is not None else None, scenario, key)


def _public(root: Path, scenario_id: str) -> Path:
    return root / "data" / f"{scenario_id}.json"


def _stamp(path: Path) -> _Stamp:
    try:
        status = path.lstat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino
