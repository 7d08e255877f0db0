from __future__ import annotations

from safetystring.course.preprocessors import released_order


def test_the_player_comes_before_the_cells_that_score() -> None:
    assert released_order(["item-01", "reflection", "verdict", "player", "start"]) == [
        "start",
        "player",
        "reflection",
        "item-01",
        "verdict",
    ]
