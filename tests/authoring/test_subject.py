"""Ways through a written scenario."""

from __future__ import annotations

from safetystring.authoring.models import WrittenScenario
from safetystring.authoring.subject import messages, options, spine_messages
from support.project import files


def _alder() -> WrittenScenario:
    return WrittenScenario.model_validate(files()["alder/scenario.yaml"])


def test_messages_come_in_the_files_order_with_their_place() -> None:
    placed = {one.message.id: one for one in messages(_alder())}
    assert list(placed)[6:12] == ["m07", "m20", "m21", "m22", "m08", "m09"]
    assert placed["m20"].where == ("scenes", 1, "choice", "options", 2, "replies", 0)
    assert placed["m08"].where == ("scenes", 3, "messages", 0)
    assert [name for name, one in placed.items() if not one.on_spine] == ["m20", "m21", "m22"]
    assert [name for name, one in placed.items() if not one.markable] == ["m06", "m22", "m13"]


def test_the_spine_is_in_the_order_of_play() -> None:
    content = files()["alder/scenario.yaml"]
    content["scenes"].reverse()
    found = [one.message.id for one in spine_messages(WrittenScenario.model_validate(content))]
    assert found == [f"m{number:02d}" for number in range(1, 17)]


def test_options() -> None:
    assert [one.option.id for one in options(_alder())] == [f"o{number:02d}" for number in range(1, 9)]
