"""The blind guess test: a sheet that tells nothing, answers read back, and what they are worth."""

from __future__ import annotations

import re
from functools import cache

import pytest

from safetystring.authoring.guess import (
    Answer,
    Guesses,
    Point,
    Share,
    mixed,
    points,
    read_guesses,
    result,
    share,
    sheet,
)
from support.playthrough import small

ROW = re.compile(r"____ +(\d+)  A  ")


@cache
def _drawn() -> tuple[Point, ...]:
    return mixed(points(small().scenarios, "zh"), "7")


def _read(text: str, seed: str = "7") -> Guesses:
    return read_guesses(text, _drawn(), "zh", seed)


def test_points_are_all_choice_points_but_those_with_nothing_to_guess() -> None:
    project = small()
    expected = {
        (name, scene.choice.id)
        for name, one in project.scenarios.items()
        for scene in one.scenes
        if scene.choice is not None and {option.rating == "safe" for option in scene.choice.options} == {True, False}
    }
    assert {(one.scenario, one.id) for one in points(project.scenarios, "en")} == expected
    assert {one.scenario for one in points(project.scenarios, "en", {"alder"})} == {"alder"}
    assert {one.pair for one in points(project.scenarios, "en")} == {"alder"}


def test_the_order_hangs_on_the_seed_and_is_one_in_all_languages() -> None:
    order = [(one.scenario, one.id, [answer.place for answer in one.answers]) for one in _drawn()]
    french = mixed(points(small().scenarios, "fr"), "7")
    assert [(one.scenario, one.id, [answer.place for answer in one.answers]) for one in french] == order
    others = {
        tuple((one.scenario, one.id) for one in mixed(points(small().scenarios, "zh"), str(seed))) for seed in range(20)
    }
    assert len(others) > 1
    assert mixed(points(small().scenarios, "zh"), "7", 2) == _drawn()[:2]


@pytest.mark.parametrize("lang", ["zh", "en", "fr"])
def test_the_sheet_has_the_options_and_nothing_else_of_the_scenario(lang: str) -> None:
    drawn = mixed(points(small().scenarios, lang), "7")  # type: ignore[arg-type]
    text = "\n".join(sheet(drawn, lang, "7"))  # type: ignore[arg-type]
    assert [int(one) for one in ROW.findall(text)] == list(range(1, len(drawn) + 1))
    assert all(answer.text in text for point in drawn for answer in point.answers)
    assert not any(name in text for name in (*small().scenarios, *small().modules))
    written = [one for scenario in small().scenarios.values() for one in scenario.scenes if one.choice is not None]
    assert not any(getattr(scene.choice.prompt, lang) in text for scene in written if scene.choice)


def test_answers_come_back_from_lines_and_from_the_filled_sheet() -> None:
    wanted = {at: at % len(point.answers) for at, point in enumerate(_drawn())}
    plain = "# mine\n\n" + "\n".join(f"{at + 1} {'abc'[place]}" for at, place in wanted.items())
    assert _read(plain) == Guesses(wanted)
    filled = iter("ABC"[place] for place in wanted.values())
    lines = [
        line.replace("____", f"_{next(filled)}__", 1) if ROW.match(line) else line
        for line in sheet(_drawn(), "zh", "7")
    ]
    assert _read("\n".join(lines)) == Guesses(wanted)
    assert _read("\ufeff1. B\n2) c").picked == {0: 1, 1: 2}


WRONG = [
    ("", "line 1: expected lines like “12 B”"),
    ("1 B\n99 A", "line 2: there is no number 99; this sheet has 1 to"),
    ("0 A", "line 1: there is no number 0"),
    ("1 E", "line 1: number 1 has the letters A, B"),
    ("1 AB", "line 1: number 1 has the letters"),
    ("1 A\n\n1 B", "line 3: number 1 was answered on line 1 already"),
    ("B", "line 1: expected a number and a letter, like “12 B”; found “B”"),
    ("one A", "line 1: expected a number and a letter"),
    ("1 A because it is calm", "line 1: expected a number and a letter"),
    ("9999999 A", "line 1: expected a number and a letter"),
]


@pytest.mark.parametrize(("text", "message"), WRONG)
def test_what_is_wrong_is_said_with_its_line(text: str, message: str) -> None:
    (first, *_) = _read(text).wrong
    assert first.startswith(message)


def test_a_sheet_is_scored_on_what_its_reader_saw() -> None:
    text = "\n".join(sheet(_drawn(), "zh", "7"))
    assert _read(text).wrong[0].startswith("line 1: expected lines")
    assert "--lang zh --seed 7; score it with the same" in _read(text, "8").wrong[0]
    fewer = read_guesses(text, _drawn()[:2], "zh", "7")
    assert "have changed since" in fewer.wrong[0]


# Wilson's interval by the formula of statsmodels.stats.proportion.proportion_confint(…, method="wilson").
INTERVALS = [
    (Share(24, 24, 8), (0.8620, 1.0), False),
    (Share(0, 10, 3), (0.0, 0.2775), True),
    (Share(43, 100, 33.4), (0.3373, 0.5278), True),
    (Share(44, 100, 33.4), (0.3467, 0.5377), False),
    (Share(0, 0, 0), (0.0, 1.0), True),
]


@pytest.mark.parametrize(("found", "interval", "met"), INTERVALS)
def test_interval_and_goal(found: Share, interval: tuple[float, float], *, met: bool) -> None:
    assert found.interval == pytest.approx(interval, abs=5e-5)
    assert found.met is met


def _point(scenario: str, module: str, safe: str) -> Point:
    answers = tuple(Answer(f"{scenario} {letter}", letter in safe, at) for at, letter in enumerate("ABC"))
    return Point(scenario, module, scenario, "c01", answers)


def test_the_result_names_what_was_found_and_each_module() -> None:
    drawn = (_point("oak", "m1", "A"), _point("elm", "m2", "BC"), _point("ash", "m2", "C"))
    found = share(drawn, {0: 0, 1: 0})
    assert (found.safe, found.n) == (1, 2)
    assert found.expected == pytest.approx(1 / 3 + 2 / 3)
    text = list(result(drawn, {0: 0, 1: 0}))
    assert text[0].startswith("all: 1 of 2 safe, 50%")
    assert "chance 1.0, 50%; goal at most 60%: met" in text[0]
    assert text[1].startswith("module m1: 1 of 1 safe, 100%")
    assert "NOT met" in text[1]
    assert text[2].startswith("module m2: 0 of 1 safe")
    assert text[3] == "1 of 3 choice points have no answer and do not count"
    assert text[-1] == "  oak c01  oak A"
