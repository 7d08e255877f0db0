from __future__ import annotations

import json

import pytest

from player import sample
from player.sample import header
from safetystring.player.events import (
    Acted,
    Chose,
    Debriefed,
    Event,
    Helped,
    Language,
    Left,
    Line,
    Marked,
    Picked,
    Resumed,
    Reviewed,
    Reviewing,
    Shown,
    Skipped,
    Unmarked,
    Verdict,
    from_json,
    to_json,
)
from safetystring.scenario import FormatError

EVENTS: list[Event] = [
    header(sample.make()),
    Resumed(),
    Shown(ids=("m01", "m02")),
    Shown(ids=()),
    Marked(id="m01", family="money"),
    Unmarked(id="m01"),
    Chose(choice="c01", option="o01"),
    Left(),
    Left(by="check"),
    Acted(act="look_up"),
    Verdict(percent=0),
    Reviewing(),
    Picked(ids=("p05",)),
    Reviewed(),
    Debriefed(),
    Language(lang="fr"),
    Helped(),
    Skipped(),
]


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: type(event).__name__)
def test_a_line_goes_to_json_and_back(event: Event) -> None:
    line = Line(n=3, at=1_700_000_000_000, window="a1b2c3", event=event)
    plain = json.loads(json.dumps(to_json(line)))
    assert plain["e"] == type(event).__name__.lower()
    assert from_json(plain) == line


def test_a_log_of_the_first_format_knows_only_hanging_up() -> None:
    assert from_json({**HEAD, "e": "left"}).event == Left(by="hang_up")


HEAD: dict[str, object] = {"n": 1, "at": 2, "w": "aaaaaa"}
BAD: list[tuple[object, str]] = [
    (None, "expected an object"),
    ([], "expected an object"),
    ({}, "e:"),
    ({**HEAD, "e": ["left"]}, "e:"),
    ({**HEAD, "e": "Left"}, "e:"),
    ({**HEAD, "e": "left", "n": -1}, "n:"),
    ({**HEAD, "e": "left", "n": 1.0}, "n:"),
    ({**HEAD, "e": "left", "n": 2**53}, "n:"),
    ({**HEAD, "e": "left", "at": None}, "at:"),
    ({**HEAD, "e": "left", "w": 5}, "w:"),
    ({**HEAD, "e": "left", "w": "x" * 17}, "w:"),
    ({**HEAD, "e": "left", "more": 1}, "left: unknown field"),
    ({**HEAD, "e": "verdict", "percent": True}, "verdict.percent"),
    ({**HEAD, "e": "left", "by": "flight"}, "left.by"),
    ({**HEAD, "e": "acted"}, "acted.act: missing"),
    ({**HEAD, "e": "verdict"}, "verdict.percent: missing"),
    ({**HEAD, "e": "shown", "ids": ["m01", 2]}, "shown.ids[1]"),
    ({**HEAD, "e": "language", "lang": "de"}, "language.lang"),
]


@pytest.mark.parametrize(("value", "place"), BAD)
def test_what_is_no_line_is_refused_with_its_place(value: object, place: str) -> None:
    with pytest.raises(FormatError) as caught:
        from_json(value)
    assert str(caught.value).startswith(place)
