from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from safetystring.authoring.preview.keyed import keyed

if TYPE_CHECKING:
    from pathlib import Path

    from safetystring.authoring.preview.draft import Draft


def test_the_key_says_what_everything_is_and_where_it_stands(draft: Draft, scenarios: Path) -> None:
    key: dict[str, Any] = json.loads(json.dumps(keyed(draft, "en")))
    lines = (scenarios / "alder" / "scenario.yaml").read_text().splitlines()
    scenes = {scene["id"]: scene for scene in key["scenes"]}
    messages = {message["id"]: message for scene in key["scenes"] for message in scene["messages"]}
    options = {
        option["id"]: option for scene in key["scenes"] for option in (scene["choice"] or {"options": []})["options"]
    }
    assert (key["truth"], key["lang"], key["leave"]) == ("scam", "en", "e01")
    assert messages["m05"]["kind"] == "cue"
    assert messages["m05"]["decisive"] is True
    assert messages["m04"] | {"line": 0} == messages["m04"] | {"line": 0, "kind": "lookalike"}
    assert messages["m01"]["kind"] == "none"
    assert (options["o03"]["rating"], options["o03"]["goes"]) == ("safe", "e01")
    assert options["o04"]["goes"] == "s03"
    assert (scenes["s05"]["spine"], scenes["s05"]["goes"]) == (False, "s03")
    everything = [*scenes.values(), *messages.values(), *options.values(), *key["endings"]]
    assert [one["id"] for one in everything if one["id"] not in lines[one["line"] - 1]] == []
