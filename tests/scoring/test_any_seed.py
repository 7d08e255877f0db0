"""Whatever the seed draws, a run is the same run: the same ids and points, and no placeholder is ever read."""

from __future__ import annotations

import dataclasses
import json
import random
import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from safetystring.player.about import about
from safetystring.player.entries import entries
from safetystring.player.events import FORMAT, Attempt
from safetystring.player.questions import Acts, question
from safetystring.player.script import Course
from safetystring.player.session import Session, start
from safetystring.scenario import LANGUAGES, Key, Lang, Scenario, decode_debrief, read_scenario
from safetystring.scenario.slots import draws, shown
from safetystring.scoring.assess import assess
from safetystring.scoring.debrief import explain
from scoring.plays import random_run

NOTEBOOKS = Path(__file__).parents[2] / "notebooks"
SHIPPED = sorted(NOTEBOOKS.glob("*/data/*.debrief"))
SEEDS = st.integers(min_value=0, max_value=2**32 - 1)
_WORDS = (
    "name about number text time title url site size amount payee caption alt setting notes quote why instead say do "
    "summary real prompt chosen consequence better subject address reply_to label target button value change"
)
TEXTS = frozenset(_WORDS.split())
"""Fields whose words a learner reads, which may therefore vary."""
ACTS = Acts(**dict.fromkeys(Acts.__dataclass_fields__, lambda *_: None))


@cache
def shipped(file: Path) -> tuple[Course, Key]:
    scenario = read_scenario(file.with_suffix(".json"))
    return Course.of(scenario), decode_debrief(file.read_text(encoding="ascii"))


@cache
def played(file: Path, number: int) -> Session:
    """Return a finished run, the same for the same number."""
    return random_run(shipped(file)[0].scenario, random.Random(number)).session  # noqa: S311 - a simulation, no secret


def seeded(session: Session, seed: int) -> Session:
    return dataclasses.replace(session, attempt=dataclasses.replace(session.attempt, seed=seed))


def told(session: Session, course: Course, key: Key, lang: Lang) -> dict[str, Any]:
    """Return all that a learner reads of a run, its opening question included."""
    opened = start(session.attempt, course)
    asked = question(opened, "intro", course, lang, ACTS)
    return {
        "about": {
            name: about(course.scenario, lang, session.attempt.seed)[name] for name in ("title", "setting", "notes")
        },
        "entries": entries(session, course, lang),
        "asked": [asked.prompt, *(press.label for press in asked.presses)],
        "debrief": explain(session, course.scenario, key, lang),
    }


def without_texts(value: Any, name: str = "") -> Any:  # noqa: ANN401 - plain JSON
    if isinstance(value, dict):
        return {key: without_texts(item, key) for key, item in value.items()}
    if isinstance(value, list):
        return [without_texts(item, name) for item in value]
    return "…" if name in TEXTS or name == "asked" else value


def texts(value: Any) -> list[str]:  # noqa: ANN401
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [value] if isinstance(value, str) else [text for item in inner for text in texts(item)]


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.stem)
@given(seed=SEEDS, other=SEEDS, number=st.integers(0, 3), lang=st.sampled_from(LANGUAGES))
@settings(max_examples=15, deadline=None)
def test_a_seed_changes_words_and_nothing_else(file: Path, seed: int, other: int, number: int, lang: Lang) -> None:
    course, key = shipped(file)
    session = played(file, number)
    one, two = (told(seeded(session, drawn), course, key, lang) for drawn in (seed, other))
    assert without_texts(one) == without_texts(two)
    assert not [text for text in texts(one) if "{" in text or "}" in text]
    cells = [assess(seeded(session, drawn), course.scenario, key) for drawn in (seed, other)]
    assert cells[0] == cells[1]
    if draws(key.slots, seed) == draws(key.slots, other):
        assert one == two


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.stem)
def test_what_a_why_quotes_is_what_was_read_under_every_seed(file: Path) -> None:
    course, key = shipped(file)
    quoted = re.compile(r"[“«]\s*([^”»]{2,}?)\s*[”»]")
    found = 0
    for seed in range(24):
        scenario, answers = shown(course.scenario, course.scenario.slots, seed), shown(key, key.slots, seed)
        messages, as_written = Course.of(scenario).messages, course.messages
        for name, cue in answers.cues.items():
            for lang in LANGUAGES:
                said = as_written[name].text.get(lang)
                for raw, words in zip(
                    quoted.findall(key.cues[name].why.get(lang)), quoted.findall(cue.why.get(lang)), strict=True
                ):
                    if raw in said:
                        found += 1
                        assert words in messages[name].text.get(lang)
    assert found or not key.cues


def test_other_seeds_show_other_words() -> None:
    """A scenario with slots shows eight neighbours at least four different screens, or all it can draw."""
    for file in SHIPPED:
        course, key = shipped(file)
        screens = {json.dumps(told(seeded(played(file, 0), seed), course, key, "zh")) for seed in range(8)}
        possible = {tuple(draws(key.slots, seed).items()) for seed in range(8)}
        assert len(screens) >= min(4, len(possible)), file.stem


def test_another_process_tells_the_same() -> None:
    file = next(file for file in SHIPPED if shipped(file)[1].slots)
    course, key = shipped(file)
    code = (
        "import json, pathlib; from scoring.test_any_seed import seeded, played, shipped, told; "
        f"f = pathlib.Path({str(file)!r}); "
        "print(json.dumps([told(seeded(played(f, 0), s), *shipped(f), 'fr') for s in (0, 7, 2**32 - 1)]))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=Path(__file__).parents[1]
    )
    here = [told(seeded(played(file, 0), seed), course, key, "fr") for seed in (0, 7, 2**32 - 1)]
    assert json.loads(ran.stdout) == json.loads(json.dumps(here))


def test_an_exam_shows_other_orders_and_scores_the_same() -> None:
    file = SHIPPED[0]
    course, key = shipped(file)
    attempt = Attempt(
        format=FORMAT,
        scenario=course.scenario.id,
        hash=course.scenario.hash,
        attempt=1,
        seed=0,
        lang="zh",
        release="exam",
        started="2026-11-23T10:00:00Z",
    )
    session = dataclasses.replace(played(file, 1), attempt=attempt)
    choice = next(iter(course.choices))
    opened = dataclasses.replace(start(attempt, course), choice=choice)
    orders = {
        tuple(press.label for press in question(seeded(opened, seed), "intro", course, "zh", ACTS).presses)
        for seed in range(20)
    }
    assert len(orders) > 2
    points = {assess(seeded(session, seed), course.scenario, key).points for seed in range(20)}
    assert len(points) == 1


def test_scenarios_are_shipped() -> None:
    assert len(SHIPPED) >= 2
    assert any(isinstance(shipped(file)[0].scenario, Scenario) and shipped(file)[1].slots for file in SHIPPED)
