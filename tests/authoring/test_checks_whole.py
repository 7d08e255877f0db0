"""Length, care, money."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from safetystring.authoring.base import WrittenText
from safetystring.authoring.checks_whole import PER_MINUTE, reading_minutes
from support.project import DROP, both, findings, project, put

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from support.project import Files

ALDER = "alder/scenario.yaml"
BIRCH = "birch/scenario.yaml"

CASES: list[tuple[Callable[[Files], None], list[tuple[str, str, str]]]] = [
    (
        put(ALDER, ("minutes",), 30),
        [("SS066", ALDER, ""), ("SS100", ALDER, "30 minutes are"), ("SS066", BIRCH, "")],
    ),
    (put(ALDER, ("endings", "e03", "paid"), 451), [("SS102", ALDER, "451 € are paid, and `debrief.asked` is 450")]),
    (put("contacts.yaml", ("police", "urgent"), value=False), [("SS104", "contacts.yaml", "no contact is urgent")]),
    (both(*(put(file, ("themes",), ["loss"]) for file in (ALDER, BIRCH))), []),
    (
        both(*(put(file, ("themes",), ["kidnaping"]) for file in (ALDER, BIRCH))),
        [("SS101", ALDER, "did you mean `kidnapping`?"), ("SS101", BIRCH, "`kidnapping` would need its care")],
    ),
    (
        both(
            *(put(file, ("themes",), ["loss"]) for file in (ALDER, BIRCH)),
            put(ALDER, ("debrief", "contacts"), ["desk"]),
        ),
        [("SS101", ALDER, "an urgent contact")],
    ),
    (
        both(
            *(put(file, ("themes",), ["intimacy"]) for file in (ALDER, BIRCH)),
            *(put(file, ("notes",), DROP) for file in (ALDER, BIRCH)),
        ),
        [("SS101", ALDER, "a content note"), ("SS101", BIRCH, "a content note")],
    ),
]


@pytest.mark.parametrize(("change", "expected"), CASES)
def test_findings(tmp_path: Path, change: Callable[[Files], None], expected: list[tuple[str, str, str]]) -> None:
    found = findings(tmp_path, change)
    assert [one[:2] for one in found] == [one[:2] for one in expected], found
    for one, (_, _, words) in zip(found, expected, strict=True):
        assert words in one[3]


def test_reading_minutes_grow_with_the_text(tmp_path: Path) -> None:
    written = project(tmp_path).scenarios["alder"]
    before = {lang: reading_minutes(written, lang) for lang in ("zh", "en", "fr")}
    assert all(1 < minutes < 3 for minutes in before.values())
    longer = written.model_copy(update={"setting": WrittenText(zh="字" * 300, en="word " * 200, fr="mot " * 190)})
    setting = written.setting
    for lang, units in (("zh", len(setting.zh)), ("en", len(setting.en.split())), ("fr", len(setting.fr.split()))):
        grown = reading_minutes(longer, lang) - before[lang]
        # One minute's worth, less what stood there; the Latin letters of the Chinese text count by the word.
        assert 1 - units / PER_MINUTE[lang] - 0.01 <= grown <= 1
