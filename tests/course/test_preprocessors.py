from __future__ import annotations

from safetystring.course.preprocessors import released_order


def test_cells_stand_as_released_in_whatever_order_a_database_lists_them() -> None:
    assert released_order(
        ["verdict", "item-02", "mine", "reflection", "decision-01", "false-alarms", "item-01", "player", "start"]
    ) == [
        "start",
        "player",
        "reflection",
        "item-01",
        "item-02",
        "decision-01",
        "false-alarms",
        "verdict",
        "mine",
    ]
