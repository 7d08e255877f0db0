"""From what is written to the public part and the key."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from safetystring.authoring.compile import compile_scenario
from safetystring.authoring.draw import ITEMS
from safetystring.scenario import (
    Document,
    FileCard,
    Key,
    LinkCard,
    Scenario,
    Text,
    Transfer,
    Voice,
    content_hash,
    counterpart_ids,
    decode,
    key_to_json,
    messages_by_id,
    scenario_to_json,
    spine_messages,
)
from support.project import SVG, compiled, project, put

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from support.project import Files

Pair = tuple[Scenario, Key]


@pytest.fixture(scope="module")
def pairs(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Pair]:
    return compiled(tmp_path_factory.mktemp("project"))


def test_both_parts_survive_their_json(pairs: Mapping[str, Pair]) -> None:
    for scenario, key in pairs.values():
        assert decode(Scenario, json.loads(scenario_to_json(scenario))) == scenario
        assert decode(Key, json.loads(key_to_json(key))) == key


def test_the_hash_ties_the_key_to_the_content(pairs: Mapping[str, Pair]) -> None:
    for scenario, key in pairs.values():
        assert scenario.hash == key.hash == content_hash(scenario)


def test_every_form_is_carried_over(pairs: Mapping[str, Pair]) -> None:
    scenario, _ = pairs["alder"]
    messages = messages_by_id(scenario)
    kinds = {name: type(messages[name].attachment) for name in ("m05", "m09", "m10", "m11", "m12", "m15")}
    assert kinds == {"m05": Document, "m09": Voice, "m10": LinkCard, "m11": FileCard, "m12": Transfer, "m15": Document}
    assert messages["m13"].sender is None
    assert messages["m06"].sender == "me"
    assert messages["m07"].time == "10:41"
    assert scenario.cast["p01"].number == "+33 1 99 00 47 10"
    assert scenario.scenes["s05"].goto == "s03"


def test_items_are_cues_then_lookalikes_then_others_of_the_spine(pairs: Mapping[str, Pair]) -> None:
    for scenario, key in pairs.values():
        spine = {message.id for message in spine_messages(scenario)}
        assert len(set(key.items)) == ITEMS
        assert set(key.cues) | set(key.lookalikes) <= set(key.items)
        assert set(key.items) <= spine & counterpart_ids(scenario)


def test_the_salt_moves_items_and_nothing_else(pairs: Mapping[str, Pair], tmp_path: Path) -> None:
    other = compiled(tmp_path, salt="another")
    for name, (scenario, key) in pairs.items():
        assert other[name][0] == scenario
        assert other[name][1].items != key.items
        assert compiled(tmp_path)[name][1] == key


def test_a_drill_says_so_in_public_and_the_others_say_nothing(pairs: Mapping[str, Pair], tmp_path: Path) -> None:
    small = project(tmp_path)
    written = small.scenarios["birch"].model_copy(update={"truth": "drill"})
    drill, _ = compile_scenario(written, small.shared, small.drawings["birch"], "salt")
    assert drill.drill
    assert json.loads(scenario_to_json(drill))["kind"] == "drill"
    for scenario, _ in pairs.values():
        assert not scenario.drill
        assert "kind" not in json.loads(scenario_to_json(scenario))


def test_an_exam_has_the_hash_of_the_training(pairs: Mapping[str, Pair], tmp_path: Path) -> None:
    for name, (scenario, key) in compiled(tmp_path, release="exam").items():
        assert scenario.release == "exam"
        assert (scenario.hash, key) == (pairs[name][0].hash, pairs[name][1])


def test_the_key_holds_what_it_needs_and_no_more(pairs: Mapping[str, Pair]) -> None:
    _, scam = pairs["alder"]
    _, genuine = pairs["birch"]
    assert set(scam.red_flags) == {"claimed_official", "forged_document", "do_not_tell", "safe_account"}
    assert (genuine.red_flags, genuine.cues) == ({}, {})
    assert scam.cues["m10"].family == "money"
    assert scam.decisions == genuine.decisions == ("c01", "c02", "c03")
    assert scam.scene_ends == {"s04": "e02"}
    assert scam.outcomes["o06"].ending == "e03"
    assert scam.outcomes["o01"].ending is None
    assert [contact.id for contact in scam.debrief.contacts] == ["desk", "police"]


def test_urgent_help_comes_first(pairs: Mapping[str, Pair]) -> None:
    scenario, _ = pairs["alder"]
    assert [contact.id for contact in scenario.help] == ["police", "desk"]
    assert scenario.help[0].purpose == Text(zh="Purpose的中文", en="Purpose in English", fr="Purpose en français")


def test_the_public_part_holds_nothing_of_the_key(pairs: Mapping[str, Pair]) -> None:
    for scenario, key in pairs.values():
        public = scenario_to_json(scenario)
        hidden = [*key.endings, key.debrief.summary.en, *(cue.why.en for cue in key.cues.values())]
        hidden += [outcome.consequence.en for outcome in key.outcomes.values()]
        hidden += [text.en for text in key.lookalikes.values()] + [ending.text.en for ending in key.endings.values()]
        assert [words for words in hidden if f'"{words}"' in public] == []
        for name in ("rating", "truth", "cue", "lookalike", "twin", "difficulty", "consequence"):
            assert f'"{name}"' not in public


def test_names_and_comments_of_drawings_do_not_tell(tmp_path: Path) -> None:
    def change(content: Files) -> None:
        content["alder/documents/forged.svg"] = SVG.replace("<rect", "<!-- a forged\n warrant --><rect")
        del content["alder/documents/paper.svg"]
        for scene, number in ((1, 2), (4, 2)):
            content["alder/scenario.yaml"]["scenes"][scene]["messages"][number]["asset"] = "forged.svg"

    one = project(tmp_path, change)
    scenario, _ = compile_scenario(one.scenarios["alder"], one.shared, one.drawings["alder"], "salt")
    assert dict(scenario.assets) == {"d01.svg": SVG}
    assert "forged" not in scenario_to_json(scenario)


def test_a_block_of_text_loses_its_last_line_break(tmp_path: Path) -> None:
    one = project(tmp_path, put("alder/scenario.yaml", ("setting", "en"), "An afternoon.\n"))
    scenario, _ = compile_scenario(one.scenarios["alder"], one.shared, one.drawings["alder"], "salt")
    assert scenario.setting.en == "An afternoon."


def test_the_text_of_an_attachment_may_be_left_out(pairs: Mapping[str, Pair], tmp_path: Path) -> None:
    def change(content: Files) -> None:
        del content["alder/scenario.yaml"]["scenes"][1]["messages"][2]["text"]

    one = project(tmp_path, change)
    scenario, _ = compile_scenario(one.scenarios["alder"], one.shared, one.drawings["alder"], "salt")
    assert messages_by_id(scenario)["m05"].text == Text(zh="", en="", fr="")
    assert scenario.hash != pairs["alder"][0].hash
