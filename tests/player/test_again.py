from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from safetystring.player.again import again

DAY = int(datetime(2026, 11, 24, 22, 0, tzinfo=UTC).timestamp() * 1000)
BEFORE = DAY - 40 * 86_400_000

DAYS = [
    # moments by scenario, the day to come back
    ([], None),
    ([[DAY], []], None),
    ([[DAY], [BEFORE]], date(2026, 12, 4)),
    ([[BEFORE, DAY], [BEFORE, DAY]], date(2026, 12, 24)),
    ([[BEFORE, DAY, DAY]], date(2027, 2, 22)),
    ([[BEFORE, BEFORE, DAY, DAY, DAY]], date(2027, 5, 23)),
    ([[2**53 - 1]], None),
]


@pytest.mark.parametrize(("finished", "expected"), DAYS)
def test_when_to_look_again(finished: list[list[int]], expected: date | None) -> None:
    assert again(finished) == expected
