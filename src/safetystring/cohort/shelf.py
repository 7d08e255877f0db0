"""The compiled scenarios and keys a report is read against, found in the facilitator's own folders."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from safetystring.player.script import Course
from safetystring.scenario import FormatError, Key, Scenario, content_hash, decode, decode_debrief
from safetystring.scenario.read import MAX_BYTES
from safetystring.scenario.slots import shown
from safetystring.scoring.baseline import baseline_points

if TYPE_CHECKING:
    from pathlib import Path

MAX_DEPTH = 5
MAX_FILES = 20_000
_FROM_LEARNERS = frozenset({"submitted", "autograded", "feedback", "responses", "downloaded"})
"""Folders that hold what learners sent in: no key is ever read from there."""


class ShelfError(ValueError):
    """The folder holds no compiled scenario with its key. The message says how to get one."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A compiled scenario with its key, the look-ups of the fold, and the points of a run without judgement."""

    course: Course
    key: Key
    baseline: float

    @property
    def scenario(self) -> Scenario:
        """The public part."""
        return self.course.scenario


Shelf = Mapping[str, Pair]
"""Pairs by scenario id."""


def open_shelf(*places: Path) -> Shelf:
    """Return every scenario found under `places` together with its key.

    A key (``keys/<id>.json``, or a training release's ``data/<id>.debrief``) and a public part (``data/<id>.json``)
    belong together when id and hash agree, and the hash is the content's own. Folders with learners' work in them are
    passed over. Where a scenario is there in two versions, the place named first wins.

    Parameters
    ----------
    places
        Folders such as ``grading``, ``grading/keys`` (the public parts are then looked for beside it) or
        ``notebooks``. A place that is not there is passed over.

    Raises
    ------
    ShelfError
        If no pair was found.
    """
    keys: list[Key] = []
    scenarios: dict[tuple[str, str], Scenario] = {}
    for place in places:
        roots = (place, place.parent / "source", place.parent / "release") if place.name == "keys" else (place,)
        for path in (file for root in roots for file in _files(root)):
            found = _read(path)
            if isinstance(found, Key):
                keys.append(found)
            elif isinstance(found, Scenario) and content_hash(found) == found.hash:
                scenarios.setdefault((found.id, found.hash), found)
    shelf: dict[str, Pair] = {}
    for key in keys:
        scenario = scenarios.get((key.id, key.hash))
        if scenario is not None and key.id not in shelf:
            shelf[key.id] = pair(scenario, key)
    if shelf:
        return dict(sorted(shelf.items()))
    names = ", ".join(str(place) for place in places) or "nothing"
    half = "keys without their data/<id>.json" if keys else "data without its keys" if scenarios else "neither"
    raise ShelfError(
        f"no compiled scenario with its key in {names} (found {half}): run `safetystring build`, "
        "then name its folder, --keys grading or --keys notebooks"
    )


def pair(scenario: Scenario, key: Key) -> Pair:
    """Put a scenario and its key together. A report speaks to a whole room: what varies has its first value there."""
    scenario, key = shown(scenario, scenario.slots), shown(key, key.slots)
    return Pair(Course.of(scenario), key, baseline_points(scenario, key))


def _files(root: Path) -> Iterator[Path]:
    """Yield the JSON and debrief files under `root`, sorted, following no link, at most :data:`MAX_FILES`."""
    seen = 0
    base = len(root.parts)
    for folder, inner, names in os.walk(root):
        here = type(root)(folder)
        deep = len(here.parts) - base >= MAX_DEPTH
        inner[:] = [] if deep else sorted(n for n in inner if n not in _FROM_LEARNERS and not n.startswith("."))
        for name in sorted(names):
            if name.endswith((".json", ".debrief")):
                seen += 1
                if seen > MAX_FILES:
                    return
                yield here / name


def _read(path: Path) -> Key | Scenario | None:
    """Return what the file is; None for any other JSON, which these folders may well hold."""
    try:
        if path.is_symlink() or path.stat().st_size > MAX_BYTES:
            return None
        if path.suffix == ".debrief":
            return decode_debrief(path.read_text(encoding="ascii"))
        value = json.loads(path.read_bytes())
        if isinstance(value, dict) and value.keys() >= {"truth", "items", "outcomes"}:
            return decode(Key, value)
        if isinstance(value, dict) and value.keys() >= {"scenes", "spine", "hash"}:
            return decode(Scenario, value)
    except (OSError, ValueError, RecursionError, FormatError):
        return None
    return None
