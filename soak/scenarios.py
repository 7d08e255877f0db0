"""Good scenario files, mutated: checking, playing and exploring them ends in findings, never in a traceback."""

from __future__ import annotations

import functools
import json
import shutil
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING
from unittest import mock

from safetystring.authoring import checks_data, source
from safetystring.authoring.diagnostics import in_order
from safetystring.authoring.explore import explore_project, judge_course, judge_pairs
from safetystring.authoring.fiction import suspects
from safetystring.authoring.playthroughs import try_playthroughs
from safetystring.authoring.project import load_project
from soak.mutate import mutated
from support.project import write_project

if TYPE_CHECKING:
    import random

PUBLIC = Path(__file__).parents[1] / "scenarios"
PAIR = ("cedar", "maple")
SHARED = ("red_flags.yaml", "sources.yaml", "contacts.yaml")
EVERY = 50
"""One case in so many mutates this repository's own files; the others a small folder, which is as hard and faster."""
EXPLORED = 10
"""One case in so many that are left without errors is played in every way besides."""
_TEXT = "{zh: 一, en: a, fr: b}"
_MODULES = f"m1: {{title: {_TEXT}, goals: {_TEXT}, minutes: 20, seed: 1, scenarios: [{', '.join(PAIR)}]}}\n"
_PLAY = """title: one
steps:
  - %s
  - leave
  - verdict: 90
  - finish
  - expect: {max: 36, sees: [m01], cells: {m04: [0, 2]}}
"""


class Scenarios:
    """A small folder and a copy of one public pair; one file of one of them is mutated at a time."""

    def __init__(self) -> None:
        self.top = Path(tempfile.mkdtemp(prefix="soak-"))
        self.small = write_project(self.top / "small")
        for name, first in (("alder", "mark: {m02: money}"), ("birch", "choose: o01")):
            (self.small / name / "playthroughs").mkdir()
            (self.small / name / "playthroughs" / "one.yaml").write_text(_PLAY % first, encoding="utf-8")
        self.large = self.top / "large"
        for name in PAIR:
            shutil.copytree(PUBLIC / name, self.large / name)
        for name in SHARED:
            shutil.copy(PUBLIC / name, self.large)
        (self.large / "modules.yaml").write_text(_MODULES, encoding="utf-8")
        self.files = {
            folder: {file: file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()}
            for folder in (self.small, self.large)
        }
        self.last: tuple[Path, bytes] = (self.top, b"")
        # Only one file differs from the last time: the others need not be parsed, nor their texts looked at, again.
        self._patched = ExitStack()
        for module, name, kept in (
            (source, "parse", functools.lru_cache(maxsize=64)(source.parse)),
            (checks_data, "suspects", functools.lru_cache(maxsize=20_000)(_suspects)),
        ):
            self._patched.enter_context(mock.patch.object(module, name, kept))

    def case(self, chance: random.Random) -> str:
        """Mutate a file, and check, play and explore its folder."""
        folder = self.large if chance.randrange(EVERY) == 0 else self.small
        file = chance.choice(list(self.files[folder]))
        self.last = file, mutated(self.files[folder][file], chance)
        file.write_bytes(self.last[1])
        try:
            return _checked(folder, explored=chance.randrange(EXPLORED) == 0)
        finally:
            file.write_bytes(self.files[folder][file])

    def shown(self) -> str:
        """Return the last file's name and its mutated text."""
        file, data = self.last
        kept = Path(tempfile.gettempdir()) / f"soak-{file.name}"
        kept.write_bytes(data)
        return f"  {file.relative_to(self.top)}, {len(data):,} bytes, kept as {kept}"

    def close(self) -> None:
        """Take the copy away."""
        self._patched.close()
        shutil.rmtree(self.top)


def _suspects(text: str) -> tuple[object, ...]:
    return tuple(suspects(text))


def _checked(folder: Path, *, explored: bool) -> str:
    loaded = load_project(folder)
    found = [*loaded.diagnostics, *try_playthroughs(folder, loaded.project).diagnostics]
    if loaded.project is not None and explored:
        played = list(explore_project(loaded.project))
        found += [finding for one in played for finding in one.diagnostics]
        found += [*judge_pairs(loaded.project, played), *judge_course(loaded.project, played)]
    said = "\n".join(map(str, in_order(found)))
    json.dumps([one.to_json() for one in found]).encode()
    said.encode()  # half a character would stop a terminal
    if loaded.project is None:
        return "with errors"
    return "with findings" if found else "without a finding"


def part() -> Scenarios:
    """Return the part, ready to run."""
    return Scenarios()
