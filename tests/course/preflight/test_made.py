from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from course.preflight.logs import SCAM, honest, lines_of, packed
from safetystring.course.preflight.made import odd_signs
from safetystring.player.log import parse
from safetystring.player.script import Course

if TYPE_CHECKING:
    from collections.abc import Callable

COURSE = Course.of(SCAM.scenario)
HONEST = honest(SCAM, 1)
Lines = list[dict[str, object]]


def said(data: bytes, release: str = "training") -> list[str]:
    return list(odd_signs(parse(data, COURSE).plays, data, release))


def test_the_player_s_own_log_shows_no_sign() -> None:
    for number in range(20):
        assert said(honest(SCAM, number)) == []


def _each(name: str, value: object) -> Callable[[Lines], object]:
    return lambda lines: [line.update({name: value}) for line in lines]


def _head(**changes: object) -> Callable[[Lines], object]:
    return lambda lines: lines[0].update(changes)


def _beat(step: int) -> Callable[[Lines], object]:
    def change(lines: Lines) -> None:
        begin = int(str(lines[0]["at"])) // 1000 * 1000
        for number, line in enumerate(lines):
            line["at"] = begin + number * step

    return change


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (_each("w", "simula"), "safetystring simulate"),
        (_each("w", "me"), "window id 'me'"),
        (_head(seed=42), "seed 42"),
        (_head(seed=2**40), "seed 1099511627776"),
        (_head(started="2025-01-01T00:00:00+00:00"), "another time than it says"),
        (_beat(2_000), "whole seconds"),
        (_beat(1_501), "came 1,501 ms after"),
    ],
)
def test_signs(change: Callable[[Lines], object], words: str) -> None:
    lines = lines_of(HONEST)
    change(lines)
    assert any(words in line for line in said(packed(lines))), said(packed(lines))


def test_two_attempts_with_one_seed() -> None:
    first = lines_of(HONEST)
    second = [{**line, "n": int(str(line["n"])) + len(first)} for line in first]
    second[0]["attempt"] = 2
    assert any("same seed" in line for line in said(packed([*first, *second])))


def test_lines_in_another_form_and_another_course_s() -> None:
    spaced = b"".join(json.dumps(line).encode() + b"\n" for line in lines_of(HONEST))
    assert said(spaced) == ["its lines are not written as the player writes them"]
    assert said(HONEST, "exam") == ["not played in this course, which is a course for exam"]
