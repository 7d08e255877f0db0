"""What pays without reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from safetystring.authoring.shortcuts import PAYS, TRIES, Shortcut, shortcuts
from support.project import compiled

if TYPE_CHECKING:
    from pathlib import Path


def test_no_shortcut_pays_over_a_pair_and_marking_everything_costs(tmp_path: Path) -> None:
    found = {one.name: one for one in shortcuts(compiled(tmp_path).values())}
    assert [one.name for one in found.values() if one.pays] == []
    lowest = found["leaves at once, marks everything, says scam"].discernment
    assert lowest is not None
    assert lowest < -1


AT_ONCE = [name for name, _, way in TRIES if way.by == "check" or way.at_once]


@pytest.mark.parametrize("name", AT_ONCE)
def test_leaving_to_check_at_once_is_no_way_to_earn(tmp_path: Path, name: str) -> None:
    found = next(one for one in shortcuts(compiled(tmp_path).values()) if one.name == name)
    assert found.discernment is not None
    assert found.discernment < 0.15


def test_paying() -> None:
    assert Shortcut("x", 1.0, PAYS + 0.01).pays
    assert not Shortcut("x", 1.0, PAYS).pays
    assert not Shortcut("x", 1.0, None).pays
