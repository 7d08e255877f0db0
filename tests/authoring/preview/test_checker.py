from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from safetystring.authoring.preview.checker import Checker
from support.project import write_project

if TYPE_CHECKING:
    from pathlib import Path


def test_the_findings_of_the_moment(tmp_path: Path) -> None:
    folder = write_project(tmp_path / "scenarios")
    path = folder / "alder" / "scenario.yaml"

    async def look() -> list[list[str]]:
        checker = Checker(folder, "alder")
        first = await checker.findings()
        path.write_text(path.read_text() + "\nminuts: 5\n")
        second = await checker.findings()
        checker.close()
        return [[one.code for one in found] for found in (first, second)]

    assert asyncio.run(look()) == [[], ["SS011"]]
