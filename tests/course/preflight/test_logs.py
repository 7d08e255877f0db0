from __future__ import annotations

import pytest

from course.preflight.logs import SCAM, honest, lines_of, packed, written
from safetystring.course.preflight.logs import uncounted
from safetystring.player.events import Debriefed, Marked, Skipped
from safetystring.player.log import MAX_BYTES, parse
from safetystring.player.script import Course
from scoring import plays

COURSE = Course.of(SCAM.scenario)
HONEST = honest(SCAM, 1)


def said(data: bytes) -> list[str]:
    return list(uncounted(parse(data, COURSE), data))


def test_a_whole_log_is_nothing_to_speak_of() -> None:
    assert said(HONEST) == []
    assert said(written(SCAM, [Skipped()], 1)) == [], "skipping a theme is in order"


def test_marks_after_the_end_are_said() -> None:
    run = plays.shortcut("nothing", SCAM.scenario, SCAM.key)
    assert run is not None
    marks = [Marked(id=message, family=cue.family) for message, cue in SCAM.key.cues.items()]
    found = said(written(SCAM, [*run.events, Debriefed(), *marks], 1))
    assert any("marks made after the end of the review" in line for line in found)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b" \n", "empty"),
        (b"hello\n", "no line of it is an answer to this scenario (line 1: not JSON"),
        (HONEST + b'{"n": 9', "1 line damaged"),
        (HONEST + b'{"n":900,"at":1,"w":"a","e":"marked","id":"m02","family":"nope"}\n', "1 line cannot have happened"),
        (HONEST + b"\n" * MAX_BYTES, "far longer than any real one"),
        (HONEST[: len(HONEST) // 2], "not played to the end"),
        (packed([{**lines_of(HONEST)[0], "hash": "other"}, *lines_of(HONEST)[1:]]), "another version"),
    ],
)
def test_what_does_not_count_is_a_line(data: bytes, words: str) -> None:
    assert any(words in line for line in said(data)), said(data)
