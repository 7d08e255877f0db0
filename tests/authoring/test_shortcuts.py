"""What pays without reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from safetystring.authoring.shortcuts import PAYS, Shortcut, shortcuts
from support.project import compiled

if TYPE_CHECKING:
    from pathlib import Path


def test_no_shortcut_pays_over_a_pair_and_marking_everything_costs(tmp_path: Path) -> None:
    found = {one.name: one for one in shortcuts(compiled(tmp_path).values())}
    assert [one.name for one in found.values() if one.pays] == []
    lowest = found["leaves at once, marks everything, says scam"].discernment
    assert lowest is not None
    assert lowest < -1


def test_on_a_scam_alone_one_looks_good(tmp_path: Path) -> None:
    pair = compiled(tmp_path)
    name = "leaves at once, marks nothing, says scam"
    alone = next(one for one in shortcuts([pair["alder"]]) if one.name == name)
    both = next(one for one in shortcuts(pair.values()) if one.name == name)
    assert alone.discernment is not None
    assert both.discernment is not None
    assert both.discernment < 0 < alone.discernment


def test_paying() -> None:
    assert Shortcut("x", 1.0, PAYS + 0.01).pays
    assert not Shortcut("x", 1.0, PAYS).pays
    assert not Shortcut("x", 1.0, None).pays
