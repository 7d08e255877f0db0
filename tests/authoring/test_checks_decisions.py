"""Choice points."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from support.project import DROP, both, findings, put, text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from safetystring.authoring.source import Where
    from support.project import Files

ALDER = "alder/scenario.yaml"

OPTIONS: list[Where] = [
    ("scenes", scene, "choice", "options", number)
    for scene, count in ((0, 2), (1, 3), (3, 3))
    for number in range(count)
]


def rate(*ratings: str) -> Callable[[Files], None]:
    """Return the change that gives alder's options these ratings, in order."""
    return both(*(put(ALDER, (*place, "rating"), rating) for place, rating in zip(OPTIONS, ratings, strict=True)))


CASES: list[tuple[Callable[[Files], None], list[tuple[str, str, str]]]] = [
    (
        put(ALDER, ("scenes", 1, "choice", "options", 0, "rating"), "cautious"),
        [("SS050", ALDER, "`c02` has no safe option")],
    ),
    (
        rate("safe", "cautious", "safe", "harmful", "cautious", "safe", "harmful", "cautious"),
        [("SS052", ALDER, "option 1 is safe at all 3")],
    ),
    (
        rate("cautious", "safe", "harmful", "safe", "cautious", "harmful", "safe", "cautious"),
        [("SS052", ALDER, "option 2")],
    ),
    (
        both(
            put(ALDER, (*OPTIONS[1], "text"), text("Let it ring as long as it likes, and have a look at it later")),
        ),
        [("SS053", ALDER, f"in {lang} the longest option") for lang in ("en", "fr", "zh")],
    ),
    (put(ALDER, (*OPTIONS[3], "text"), text("Ask")), [("SS054", ALDER, "options 2 and 3 say the same")]),
]


@pytest.mark.parametrize(("change", "expected"), CASES)
def test_findings(tmp_path: Path, change: Callable[[Files], None], expected: list[tuple[str, str, str]]) -> None:
    found = findings(tmp_path, change)
    assert [one[:2] for one in found] == [one[:2] for one in expected], found
    for one, (_, _, words) in zip(found, expected, strict=True):
        assert words in one[3]


def test_a_spine_without_choice_points(tmp_path: Path) -> None:
    def change(content: Files) -> None:
        for scene in content[ALDER]["scenes"][:4]:
            scene.pop("choice", None)
        for number, target in enumerate(("s02", "s05", "s03", "s04")):
            content[ALDER]["scenes"][number]["goto"] = target
        content[ALDER]["spine"] = ["s01", "s02", "s05", "s03", "s04"]

    assert ("SS051", ALDER) in [one[:2] for one in findings(tmp_path, change)]


def test_a_few_choice_points_may_agree_by_chance(tmp_path: Path) -> None:
    change = both(
        rate("cautious", "safe", "harmful", "safe", "cautious", "harmful", "cautious", "harmful"),
        put(ALDER, ("scenes", 3, "choice"), DROP),
        put(ALDER, ("scenes", 3, "goto"), "s04"),
    )
    assert "SS052" not in [one[0] for one in findings(tmp_path, change)]
