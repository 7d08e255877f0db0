from __future__ import annotations

import dataclasses
import itertools
from typing import TYPE_CHECKING

import pytest

from safetystring.authoring.picture import layout as at
from safetystring.authoring.picture.layout import Layout, lay_out
from safetystring.authoring.picture.text import width
from safetystring.scenario import LANGUAGES, Key, Lang, Scenario

if TYPE_CHECKING:
    from collections.abc import Iterator

Box = tuple[float, float, float, float]


def leading(scenario: Scenario, option: str, goto: str | None) -> Scenario:
    """Return the scenario with one option leading elsewhere."""
    scenes = {}
    for name, scene in scenario.scenes.items():
        choice = scene.choice
        if choice is not None:
            options = tuple(dataclasses.replace(one, goto=goto) if one.id == option else one for one in choice.options)
            choice = dataclasses.replace(choice, options=options)
        scenes[name] = dataclasses.replace(scene, choice=choice)
    return dataclasses.replace(scenario, scenes=scenes)


def boxes(made: Layout) -> Iterator[Box]:
    for card in made.cards.values():
        yield card.x, card.y, card.x + at.CARD_WIDTH, card.bottom
        for row in card.rows:
            if row.ending is not None:
                left = card.x + at.CARD_WIDTH + at.LABEL_GAP
                yield left, row.middle - 13, left + at.LABEL_WIDTH, row.middle + 13


def overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("change", [("o01", "s02"), ("o01", "s04"), ("o06", "s05"), ("o08", "s01")])
def test_nothing_lies_on_anything_and_all_text_fits(
    alder: tuple[Scenario, Key], lang: Lang, change: tuple[str, str]
) -> None:
    scenario, key = alder
    made = lay_out(leading(scenario, *change), key, lang, 100)
    assert not [pair for pair in itertools.combinations(boxes(made), 2) if overlap(*pair)]
    assert all(left > 0 and right < made.width and top >= 100 for left, top, right, _ in boxes(made))
    lines = [line for card in made.cards.values() for note in card.notes for line in note.lines]
    assert all(width(line, at.SIZE) < at.CARD_WIDTH - 2 * at.PAD for line in lines)


def test_the_spine_runs_down_and_branches_stand_beside_it(alder: tuple[Scenario, Key]) -> None:
    made = lay_out(*alder, "en", 100)
    spine = [made.cards[name] for name in alder[0].spine]
    assert all(above.bottom < below.y for above, below in itertools.pairwise(spine))
    assert {card.x for card in spine} == {spine[0].x}
    (branch,) = [card for card in made.cards.values() if not card.spine]
    assert branch.x > spine[0].x + at.CARD_WIDTH + at.LABEL_WIDTH
    assert {(line.start.scene, line.end.scene) for line in made.lines} == {("s02", "s05"), ("s05", "s03")}
    assert made.skips == []
    assert [row.goto for card in spine for row in card.rows if row.onward] == ["s02", "s03", "s04"]


def test_what_passes_over_a_scene_has_a_lane_of_its_own(alder: tuple[Scenario, Key]) -> None:
    made = lay_out(leading(leading(alder[0], "o01", "s04"), "o08", "s01"), alder[1], "en", 100)
    assert {(line.start.scene, line.end.scene) for line in made.skips} == {("s01", "s04"), ("s03", "s01")}
    lanes = [line.x for line in (*made.skips, *made.lines)]
    assert len(set(lanes)) == len(lanes)
    assert all(line.x < made.order[0].x for line in made.skips)


def test_cues_and_lookalikes_are_named_in_their_scene(alder: tuple[Scenario, Key]) -> None:
    made = lay_out(*alder, "en", 100)
    kinds = [(note.kind, note.lines[0][:3]) for note in made.cards["s02"].notes]
    assert kinds[1:] == [("cue", "m03"), ("lookalike", "m04"), ("cue", "m05")]
