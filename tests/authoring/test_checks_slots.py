from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from authoring.test_slots import ALDER, with_slots
from safetystring.authoring.codes import CODES
from support.project import SVG, both, findings, put, text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from support.project import Files

M02 = ("scenes", 0, "messages", 1, "text")
M07 = ("scenes", 1, "messages", 4)
OPTIONS = ("scenes", 0, "choice", "options")
PAIR = {"zh": "{a}{b}", "en": "{a} {b}", "fr": "{a}{b}"}


def say(words: str, where: tuple[str | int, ...] = M02) -> Callable[[Files], None]:
    return put(ALDER, (*where, "en"), words)


CASES: list[tuple[Callable[[Files], None], list[tuple[str, str]]]] = [
    (with_slots(), []),
    (say("Press {{ and }}"), []),
    (say("At {desk"), [("SS130", "belongs to no slot")]),
    (with_slots(say("{fee.each} at { desk }")), [("SS130", "{name} or {name.part}")]),
    (say("At {desk}"), [("SS131", "no slot `desk`")]),
    (with_slots(say("{fee.each} at {deks}")), [("SS131", "did you mean `desk`?")]),
    (with_slots(say("{fee.each} and {fee}")), [("SS131", "no slot `fee`")]),
    (with_slots(say("Nothing")), [("SS132", "{fee.each}"), ("SS137", "`fee` varies in the debrief")]),
    (with_slots(say("A {desk}", ("title",))), [("SS133", "`title` is shown before")]),
    (
        both(with_slots(say("Note {desk}", ("notes",))), put("birch/scenario.yaml", ("notes", "en"), "Note {desk}")),
        [("SS133", "`notes`"), ("SS063", "")],
    ),
    (with_slots(put(ALDER, ("cast", "p01", "number"), "{friend}")), [("SS134", "`number` is one for all languages")]),
    (with_slots(put(ALDER, ("cast", "p01", "number"), "{desk}")), []),
    (with_slots(put(ALDER, ("slots", "fee", 1), {"each": "60"})), [("SS135", "the parts all, each")]),
    (with_slots(put(ALDER, ("slots", "desk", 1), text("208"))), []),
    (with_slots(put(ALDER, ("slots", "desk", 1), {"a": "1"})), [("SS135", "no parts")]),
    (with_slots(put(ALDER, ("slots", "desk", 1), "316")), [("SS136", "alike")]),
    (with_slots(put(ALDER, ("debrief", "summary", "en"), "Desk 316 again")), [("SS138", "write {desk}")]),
    (with_slots(put(ALDER, ("debrief", "summary", "en"), "Desk 3160 again")), []),
    (with_slots(put(ALDER, ("slots", "desk", 1), "{fee.each}")), [("SS139", "no braces")]),
    # What a text becomes is checked like any text: in each value, and where two of them touch.
    (with_slots(put(ALDER, (*M07, "time"), "{desk}")), [("SS019", "expected a time of day")]),
    (
        with_slots(put(ALDER, ("slots", "desk"), ["316", "06 12 34 56 78"])),
        [*[("SS070", "(with value 2 of `desk`")] * 4],
    ),
    (
        with_slots(put(ALDER, ("slots", "friend", 1, "fr"), "Wu !")),
        [("SS092", "U+202F")] * 2,
    ),
    (
        both(
            with_slots(put(ALDER, ("slots", "a"), ["06 12", "99 9999"]), put(ALDER, ("slots", "b"), ["0", "34 56 78"])),
            say("{fee.each} {a} {b}"),
        ),
        [("SS070", "with some values of its slots")],
    ),
]


@pytest.mark.parametrize(("change", "expected"), CASES)
def test_findings(tmp_path: Path, change: Callable[[Files], None], expected: list[tuple[str, str]]) -> None:
    found = [one for one in findings(tmp_path, change) if one[1] == ALDER]
    assert sorted(one[0] for one in found) == sorted(code for code, _ in expected), found
    for code, words in expected:
        assert any(words in one[3] for one in found if one[0] == code), found
    assert all(one[2] > 0 for one in found)


def test_nothing_varies_in_a_drawing(tmp_path: Path) -> None:
    svg = SVG.replace("</svg>", "<style>a{fill:#000}</style><text>{desk}</text></svg>")
    found = findings(tmp_path, with_slots(lambda content: content.update({"alder/documents/paper.svg": svg})))
    assert [one[:2] for one in found] == [("SS133", "alder/documents/paper.svg")]


def test_a_value_may_not_make_the_safe_option_the_longest_everywhere(tmp_path: Path) -> None:
    def change(content: Files) -> None:
        for scene in content[ALDER]["scenes"]:
            for option in scene.get("choice", {"options": []})["options"]:
                option["text"] = text("{desk} wait" if option["rating"] == "safe" else "Listen on to it")
        content[ALDER]["scenes"][1]["choice"]["options"][1]["text"] = text("Do as they say, all")

    found = findings(tmp_path, with_slots(change, put(ALDER, ("slots", "desk"), ["316", "3160 avenue de la Gare"])))
    assert {"SS053"} <= {one[0] for one in found}
    found = findings(tmp_path, with_slots(change))
    assert "SS053" not in {one[0] for one in found}


def test_codes_of_this_family_are_all_met() -> None:
    met = {code for _, expected in CASES for code, _ in expected}
    assert {code for code in CODES if "SS130" <= code <= "SS149"} <= met
