from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from safetystring.authoring.preview.draft import Shelf, read_draft
from safetystring.authoring.preview.keyed import keyed
from safetystring.authoring.preview.place import Place
from safetystring.authoring.preview.showing import Showing
from support.project import write_project

if TYPE_CHECKING:
    from collections.abc import Iterator

    from authoring.preview.conftest import Sent
    from safetystring.authoring.preview.draft import Draft
    from safetystring.player.widget import Player
    from safetystring.scenario import Lang
    from support.project import Files

pytestmark = pytest.mark.usefixtures("connected")
ALDER = "alder/scenario.yaml"
ALL: tuple[Lang, ...] = ("zh", "en", "fr")


@pytest.fixture
def three(draft: Draft, sent: Sent) -> Iterator[Showing]:
    made = Showing(draft, ALL, Place(), sent.append)
    yield made
    made.close()


def tell(showing: Showing, column: Lang, kind: str, **fields: Any) -> None:  # noqa: ANN401
    content = {"type": kind, **fields}
    showing.hear(showing.players[column].view.model_id, {"method": "custom", "content": content})


def press(showing: Showing, lang: Lang, index: int = 0) -> None:
    button = showing.players[lang].choices.buttons[index]
    showing.hear(button.model_id, {"method": "custom", "content": {"event": "click"}})


def phase(showing: Showing) -> str:
    return showing.lead.phase


def states(showing: Showing) -> list[object]:
    def state(player: Player) -> object:
        session = player.run.session
        if session is None:
            return player.phase
        return player.phase, session.script, session.marks, session.chosen, session.verdict, session.choice

    return [state(player) for player in showing.players.values()]


def test_one_message_holds_all_models_and_no_front_end(three: Showing, sent: Sent) -> None:
    (message,) = sent
    assert message["do"] == "show"
    assert list(message["roots"]) == ["zh", "en", "fr"]
    assert all(root in message["models"] for root in message["roots"].values())
    assert not [state for state in message["models"].values() if "_esm" in state or "_css" in state]
    titles = {three.players[lang].view.about["title"] for lang in ALL}
    assert len(titles) == 3


def test_three_languages_move_in_step_from_the_intro_to_the_debrief(three: Showing) -> None:
    def same() -> None:
        first, second, third = states(three)
        assert first == second == third

    press(three, "en")
    assert phase(three) == "practice"
    same()
    press(three, "fr")
    same()
    press(three, "zh")
    tell(three, "fr", "shown", ids=["m03", "m04"])
    tell(three, "fr", "mark", id="m03", family="identity")
    same()
    press(three, "en", 1)
    tell(three, "zh", "leave")
    same()
    assert phase(three) == "verdict"
    three.hear(_steps(three, "fr"), {"method": "update", "state": {"index": 5}})
    press(three, "fr")
    same()
    press(three, "zh")
    press(three, "zh")
    same()
    assert phase(three) == "debrief"
    assert {player.view.debrief["truth"] for player in three.players.values()} == {"scam"}
    tell(three, "zh", "restart")
    same()
    assert phase(three) == "play"


def _steps(showing: Showing, lang: Lang) -> str:
    model: str = showing.players[lang].choices.children[1].children[0].model_id
    return model


def test_a_late_second_press_of_a_double_click_does_nothing(three: Showing) -> None:
    press(three, "zh")
    press(three, "zh")
    session = three.players["zh"].run.session
    assert session is not None
    tell(three, "zh", "shown", ids=list(session.pending))
    button = three.players["zh"].choices.buttons[0].model_id
    for _ in range(2):
        three.hear(button, {"method": "custom", "content": {"event": "click"}})
    assert [player.run.session and len(player.run.session.chosen) for player in three.players.values()] == [1, 1, 1]


def test_help_language_and_nonsense_stay_in_their_column(three: Showing) -> None:
    press(three, "zh")
    press(three, "zh")
    before = states(three)
    tell(three, "zh", "help")
    tell(three, "zh", "nonsense")
    tell(three, "zh", "language", lang="en")
    three.hear(three.lead.view.model_id, {"method": "custom", "content": 5})
    assert states(three) == before
    assert [player.run.lang for player in three.players.values()] == ["en", "en", "fr"]


def test_going_to_a_scene_and_coming_back_to_it(three: Showing, draft: Draft, sent: Sent) -> None:
    assert three.go("s03")
    assert not three.go("s99")
    place = three.place
    again = Showing(draft, ("en",), place, sent.append)
    session = again.lead.run.session
    assert session is not None
    assert session.choice == "c03"
    assert again.lost is None
    assert again.lang == "en"
    assert again.go("s02")
    again.close()


def test_the_practice_is_a_place_too(draft: Draft, sent: Sent) -> None:
    again = Showing(draft, ("en",), Place(practising=True), sent.append)
    assert again.lead.phase == "practice"
    again.close()


def test_nothing_is_left_of_the_answers(draft: Draft, sent: Sent) -> None:
    showing = Showing(draft, ("zh",), Place(), sent.append)
    showing.go("s02")
    log = Path(showing.lead.run.log.path)
    assert log.is_file()
    showing.close()
    assert not log.exists()


def test_what_varies_is_the_same_in_every_language_and_after_a_save(tmp_path: Path, sent: Sent) -> None:
    def vary(content: Files) -> None:
        content[ALDER]["slots"] = {"desk": [f"Desk {number}" for number in range(9)]}
        content[ALDER]["scenes"][0]["messages"][0]["text"] = dict.fromkeys(ALL, "{desk}")

    folder = write_project(tmp_path / "scenarios", vary)
    draft = read_draft(folder, "alder", Shelf())
    assert draft is not None

    def desks(showing: Showing) -> set[str]:
        shown = [entry for player in showing.players.values() for entry in player.view.entries]
        return {entry["text"] for entry in shown if entry["id"] == "m01"}

    showing = Showing(draft, ALL, Place(), sent.append)
    showing.go("s01")
    first = desks(showing)
    (desk,) = first
    assert desk.startswith("Desk ")
    tell(showing, "en", "act", act="pause")
    again = Showing(draft, ALL, showing.place, sent.append)
    assert desks(again) == first
    assert [player.run.session and player.run.session.acts for player in again.players.values()] == [("pause",)] * 3
    assert desk in str(keyed(draft, "fr", again.seed))
    tell(again, "fr", "restart")
    assert len(desks(again)) == 1
    assert desks(again) != first
    for one in (showing, again):
        one.close()
