"""The graph of scenes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from safetystring.authoring.graph import END, ends, graph, reached, targets
from support.project import project

if TYPE_CHECKING:
    from pathlib import Path


def test_edges_ways_and_ends(tmp_path: Path) -> None:
    written = project(tmp_path).scenarios["alder"]
    made = graph(written)
    expected = {
        "s01": {"s02", END},
        "s02": {"s03", "s05", END},
        "s05": {"s03"},
        "s03": {"s04", END},
        "s04": {END},
    }
    assert {scene.id: set(targets(scene)) for scene in written.scenes} == expected
    assert {name: set(made[name]) for name in expected} == expected
    assert reached(made, "s03") == {"s03", "s04", END}
    assert reached(made, "s99") == set()
    assert ends(made) == set(expected)
