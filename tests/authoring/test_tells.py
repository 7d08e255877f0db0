"""A mechanical reader of options finds what there is to find; over this course no more than chance and ten points."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from safetystring.authoring.guess import Answer, Point, points, share
from safetystring.authoring.models import WrittenScenario
from safetystring.authoring.project import read_file
from safetystring.authoring.tells import features, lines, picks, sure, tells
from safetystring.scenario import LANGUAGES

if TYPE_CHECKING:
    from safetystring.authoring.diagnostics import Diagnostic
    from safetystring.scenario import Lang

SCENARIOS = Path(__file__).parents[2] / "scenarios"


def _point(number: int, *texts: str, safe: int = 0) -> Point:
    answers = tuple(Answer(text, at == safe, at) for at, text in enumerate(texts))
    return Point(f"oak{number}", "m1", f"oak{number}", "c01", answers)


def _told() -> list[Point]:
    """Ten choice points at which a thank-you is safe, in changing places."""
    every = []
    for number in range(10):
        texts = [f"Pay {number} today", f"Send {number} today", f"Wait {number} today"]
        texts[number % 3] = f"Thanks {number} today"
        every.append(_point(number, *texts, safe=number % 3))
    return every


FEATURES: list[tuple[Lang, str, set[str]]] = [
    ("zh", "好，打", {"好，", "，打", "<first 好>"}),
    ("en", "I’ll call, now", {"i’ll", "call", "now", "i’ll call", "call now", "<first i’ll>"}),
    ("fr", "Appelez-les d’abord", {"appelez-les", "d’abord", "appelez-les d’abord", "<first appelez-les>"}),
]


@pytest.mark.parametrize(("lang", "text", "expected"), FEATURES)
def test_features(lang: Lang, text: str, expected: set[str]) -> None:
    point = _point(1, text, text + " …………", "x")
    assert features(point.answers[0], point, lang) == expected | {"<between>", "<place 1>"}
    assert {"<longest>", "<place 2>"} <= features(point.answers[1], point, lang)
    assert {"<shortest>", "<place 3>"} <= features(point.answers[2], point, lang)


def test_a_word_that_tells_is_found() -> None:
    every = _told()
    found = picks(every, "en")
    assert share(every, {at: one.place for at, one in enumerate(found)}).safe == len(every)
    assert "thanks" in {one.name for one in tells(every, "en", 3)}
    (first, *_) = tells(every, "en")
    assert (first.safe, first.other) == (10, 0)
    assert next(iter(lines([first]))).split()[:1] == [first.name.split()[0]]
    assert len(sure(every, found, 4)) == 4
    assert all(text.startswith("Thanks") for _, text in sure(every, found))


def test_nothing_is_learnt_from_the_point_itself_or_its_twin() -> None:
    """One pair alone tells a reader nothing: every option has the same odds, and the first is taken."""
    twins = [_point(1, "Pay", "Send", "Thanks", safe=2), _point(1, "Pay", "Send", "Thanks", safe=2)]
    assert [(one.place, one.ahead) for one in picks(twins, "en")] == [(0, 0.0), (0, 0.0)]


@cache
def _course() -> dict[str, WrittenScenario]:
    """Read every scenario; whether they are in order is another test's to say, and takes longer."""
    found: list[Diagnostic] = []
    files = [read_file(path, WrittenScenario, found) for path in sorted(SCENARIOS.glob("*/scenario.yaml"))]
    assert not found
    return {file.written.id: file.written for file in files if file is not None}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_options_alone_do_not_tell_which_is_safe(lang: Lang) -> None:
    every = points(_course(), lang)
    found = share(every, {at: one.place for at, one in enumerate(picks(every, lang))})
    assert found.n > 100
    told = "\n".join(lines(tells(every, lang)))
    assert found.met, f"{found.safe} of {found.n} guessed from the options, goal {found.goal:.0%}; what tells:\n{told}"
