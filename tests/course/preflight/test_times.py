from __future__ import annotations

import pytest

from course.preflight.logs import BEGIN, SCAM, honest, lines_of, packed, play_of
from safetystring.course.preflight.times import Moments, odd_times
from safetystring.player.script import Course

COURSE = Course.of(SCAM.scenario)
DAY = 24 * 3600 * 1000
HONEST = honest(SCAM, 1)
LATER = BEGIN + 3 * DAY


def said(data: bytes, **moments: int) -> list[str]:
    return list(odd_times(play_of(data), COURSE, Moments(**{"now": LATER, **moments})))


def test_an_honest_play_is_in_order() -> None:
    assert said(HONEST, made=BEGIN - DAY, handed_in=BEGIN + DAY) == []


@pytest.mark.parametrize(
    ("moments", "words"),
    [
        ({"now": BEGIN - 2 * DAY}, "played in the future (2025-11-2"),
        ({"handed_in": BEGIN - 2 * DAY}, "was handed in on 2025-11-21"),
        ({"made": BEGIN + 2 * DAY}, "before this scenario was built (2025-11-25)"),
    ],
)
def test_impossible_moments(moments: dict[str, int], words: str) -> None:
    [line] = said(HONEST, **moments)
    assert words in line


def test_a_clock_that_is_an_hour_wrong_is_nobodys_fault() -> None:
    assert said(HONEST, now=BEGIN, handed_in=BEGIN, made=BEGIN + DAY // 2) == []


def test_a_clock_set_back_and_a_year_beyond_calendars() -> None:
    lines = lines_of(HONEST)
    lines[-1]["at"] = BEGIN - DAY
    assert any("goes back by" in line for line in said(packed(lines)))
    lines[-1]["at"] = 2**52
    assert any("a day that no calendar has" in line for line in said(packed(lines)))


def test_faster_than_anybody_reads() -> None:
    lines = lines_of(HONEST)
    for number, line in enumerate(lines):
        line["at"] = BEGIN + number
    fast = said(packed(lines))
    # The text of this small course is short; a longer one is named.
    assert fast == [] or "nobody reads that fast" in fast[0]
