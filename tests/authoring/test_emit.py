"""YAML for people."""

from __future__ import annotations

from safetystring.authoring.emit import Noted, to_yaml, todo
from safetystring.authoring.source import Located, parse

VALUES = {
    "id": Noted("oak", ("Two lines", "of comment")),
    "spine": ["s01", "s02"],
    "empty": [],
    "number": 3,
    "odd": "yes: “no” # \\ \n",
    "word": "null",
    "scenes": [
        {"id": Noted("s01", ("inside",)), "text": todo("s01", "词", "word", "mot : un")},
        {"id": "s02", "list": [{"a": 1}, 2]},
    ],
}


def test_what_is_written_reads_the_same() -> None:
    located = parse(to_yaml(VALUES).encode(), "x.yaml")
    assert isinstance(located, Located), located
    root = located.root
    assert root["id"] == "oak"
    assert root["odd"] == VALUES["odd"]
    assert root["word"] == "null"
    assert root["scenes"][1] == {"id": "s02", "list": [{"a": 1}, 2]}
    assert root["scenes"][0]["text"]["fr"] == "TODO s01 mot\u00a0: un"


def test_comments_stand_above_what_they_are_about() -> None:
    lines = to_yaml(VALUES).splitlines()
    assert lines[:4] == ["# Two lines", "# of comment", "id: oak", "spine: [s01, s02]"]
    at = lines.index("  - id: s01")
    assert lines[at - 1] == "  # inside"
