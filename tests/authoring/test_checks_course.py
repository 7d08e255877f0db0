"""Over the whole course."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from safetystring.authoring.checks_course import check_options_over_all, check_truth_over_all, share
from safetystring.authoring.models import WrittenChoice
from safetystring.authoring.project import load_project
from support.project import both, put, text, write_project

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from support.project import Files

PAIR = ("alder/scenario.yaml", "birch/scenario.yaml")


def _choice(*ratings: str) -> WrittenChoice:
    options: list[Any] = [
        {
            "id": f"o{number:02d}",
            "kind": "say",
            "text": text("x" * (number + 1)),
            "rating": rating,
            "consequence": text("x"),
            "end": "e01",
        }
        for number, rating in enumerate(ratings)
    ]
    return WrittenChoice.model_validate({"id": "c01", "prompt": text("x"), "options": options})


def _over_all(folder: Path, change: Callable[[Files], object] | None = None) -> list[tuple[str, str]]:
    workspace = load_project(write_project(folder, change)).workspace
    found = [*check_options_over_all(workspace), *check_truth_over_all(workspace)]
    return [(one.code, one.message) for one in found]


def test_a_share_that_tells() -> None:
    always = [_choice("safe", "harmful", "cautious")] * 10
    assert share(always, lambda _: 0).tells
    assert share(always, lambda _: 1).hits == 0
    assert not share([*always[:4]], lambda _: 1).tells
    mixed = [_choice("safe", "harmful"), _choice("harmful", "safe")] * 20
    assert not share(mixed, lambda _: 0).tells
    assert share(always, lambda _: None).points == 0


def test_the_good_pair_tells_nothing(tmp_path: Path) -> None:
    assert _over_all(tmp_path) == []


def test_a_place_that_is_safe_throughout(tmp_path: Path) -> None:
    change = both(
        *(put(file, ("scenes", 1, "choice", "options", 0, "rating"), "harmful") for file in PAIR),
        *(put(file, ("scenes", 1, "choice", "options", 2, "rating"), "safe") for file in PAIR),
    )
    found = _over_all(tmp_path, change)
    assert ("SS055", "the last option is safe at 6 of 6 choice points; by chance it would be 2") in found


def test_length_in_one_language_only(tmp_path: Path) -> None:
    long = {**text("Let it ring"), "fr": "Laisser sonner, puis chercher tranquillement qui cela pouvait bien être"}
    change = both(*(put(file, ("scenes", 0, "choice", "options", 1, "text"), long) for file in PAIR))
    found = _over_all(tmp_path, change)
    assert [code for code, _ in found] == ["SS056"]
    assert found[0][1].startswith("in fr the longest option is safe at 6 of 6")
