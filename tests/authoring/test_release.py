"""The index of a release."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from safetystring.authoring.release import index_of, to_json
from safetystring.authoring.released import Released
from support.project import project, put

if TYPE_CHECKING:
    from pathlib import Path

ALDER = "alder/scenario.yaml"


def test_what_each_id_is_and_is_worth(tmp_path: Path) -> None:
    made = index_of(project(tmp_path).scenarios["alder"], None)
    assert made.truth == "scam"
    kinds = {name: made.ids[name] for name in ("p01", "s01", "c01", "o01", "m03", "m06", "m13", "e01")}
    assert kinds == {
        "p01": "person",
        "s01": "scene",
        "c01": "choice",
        "o01": "option of c01",
        "m03": "message",
        "m06": "own message",
        "m13": "note",
        "e01": "ending",
    }
    worth = {name: made.key.get(name) for name in ("m03", "m04", "m02", "o01", "e03")}
    assert worth == {
        "m03": "cue claimed_official",
        "m04": "lookalike",
        "m02": None,
        "o01": "cautious",
        "e03": "harmful",
    }


def test_what_is_gone_is_retired_and_stays_so(tmp_path: Path) -> None:
    good = project(tmp_path / "a").scenarios
    before = Released.model_validate(json.loads(to_json(good, None)))
    changed = project(tmp_path / "b", put(ALDER, ("scenes", 4, "messages", 0, "id"), "m99")).scenarios
    once = Released.model_validate(json.loads(to_json(changed, before)))
    assert once.scenarios["alder"].retired == ("m13",)
    again = Released.model_validate(json.loads(to_json({"birch": good["birch"]}, once)))
    assert again.retired == ("alder",)
    assert json.loads(to_json({"birch": good["birch"]}, again))["retired"] == ["alder"]
