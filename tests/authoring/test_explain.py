"""pydantic's errors in an author's words, at the right line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from safetystring.authoring.explain import shown, validate
from safetystring.authoring.models import WrittenScenario
from safetystring.authoring.shared import Sources
from safetystring.authoring.source import Located, parse
from support.project import DROP, files, findings, put, text, to_yaml

if TYPE_CHECKING:
    from pathlib import Path

    from safetystring.authoring.source import Where

SCENARIO = "alder/scenario.yaml"
M1: Where = ("scenes", 0, "messages", 0)

CASES: list[tuple[str, Where, object, str, str]] = [
    (SCENARIO, ("title",), DROP, "SS010", "`title` is missing"),
    (SCENARIO, ("title", "fr"), DROP, "SS014", "no `fr`"),
    (SCENARIO, ("title", "zh"), "", "SS015", "`zh` is empty"),
    (SCENARIO, ("title",), "A call", "SS012", "a text in three languages, found `A call` ({zh: …"),
    (SCENARIO, ("title", "en"), 12, "SS012", 'put it in quotes: "12"'),
    (SCENARIO, ("titel",), text("x"), "SS011", "did you mean `title`?"),
    (SCENARIO, ("xyzzy",), 1, "SS011", "`xyzzy` is no field here (delete it)"),
    (
        SCENARIO,
        ("truth",),
        "scamm",
        "SS013",
        "expected one of scam, genuine, drill; found `scamm` (did you mean `scam`?)",
    ),
    (SCENARIO, ("minutes",), "eight", "SS012", "expected a whole number"),
    (SCENARIO, ("minutes",), 0, "SS016", "at least 1, found `0`"),
    (SCENARIO, ("minutes",), 99, "SS016", "at most 30"),
    (SCENARIO, ("minutes",), 1.5, "SS012", "whole number"),
    (SCENARIO, ("spine",), "s01", "SS012", "expected a list"),
    (SCENARIO, ("cast",), ["p01"], "SS012", "expected a mapping"),
    (SCENARIO, ("debrief", "say"), [], "SS017", "at least 1 in `say`, found 0"),
    (SCENARIO, (*M1, "form"), "cal", "SS013", "did you mean `call`?"),
    (SCENARIO, (*M1, "form"), DROP, "SS010", "`form` is missing"),
    (SCENARIO, (*M1, "from"), "caller", "SS018", "`me` or an id of the cast"),
    (SCENARIO, (*M1, "seconds"), 4, "SS011", "`seconds` is no field here"),
    (SCENARIO, (*M1, "id"), "threat", "SS018", "a neutral id"),
    (SCENARIO, (*M1, "time"), "25:00", "SS019", 'for instance "10:41"'),
    (SCENARIO, ("scenes", 3, "messages", 1, "seconds"), DROP, "SS010", "`seconds` is missing"),
    (SCENARIO, ("scenes", 4, "messages", 0, "cue"), {}, "SS011", "`cue`"),
    (SCENARIO, ("scenes", 1, "messages", 2, "asset"), "../../etc/passwd", "SS019", "an SVG file"),
    (SCENARIO, ("scenes", 0, "choice", "options", 0), DROP, "SS017", "at least 2 in `options`, found 1"),
    (SCENARIO, ("scenes", 0, "choice", "options", 0, "rating"), "good", "SS013", "safe, cautious, harmful"),
    (SCENARIO, ("endings", "paid"), {}, "SS018", "a neutral id"),
    (SCENARIO, ("title", "en"), "x" * 4001, "SS017", "longer than 4000"),
    ("red_flags.yaml", ("red_flags", "safe_account", "decisive"), "yes", "SS012", "true or false, found `yes`"),
    ("sources.yaml", ("A1", "date"), "September", "SS019", "a date"),
    ("sources.yaml", ("A1", "url"), "javascript:alert(1)", "SS019", "https://"),
    ("sources.yaml", ("a1",), {}, "SS018", "a capital and a number"),
    ("contacts.yaml", ("desk", "value"), 12308, "SS012", '"12308"'),
    ("contacts.yaml", ("desk", "for"), DROP, "SS010", "`for` is missing"),
    ("modules.yaml", ("m1", "seed"), -1, "SS016", "at least 0"),
    ("modules.yaml", ("m1", "goals"), [text("one"), {"zh": "x"}], "SS014", "no `en`"),
]


@pytest.mark.parametrize("case", CASES)
def test_sentences(tmp_path: Path, case: tuple[str, Where, object, str, str]) -> None:
    file, where, value, code, words = case
    found = findings(tmp_path, put(file, where, value))
    assert any(one[:2] == (code, file) and one[2] > 0 and words in one[3] for one in found), found


def test_findings_stand_at_their_line() -> None:
    content = files()["alder/scenario.yaml"]
    content["scenes"][0]["messages"][1]["form"] = "txt"
    lines = to_yaml(content).splitlines()
    located = parse("\n".join(lines).encode(), "x.yaml")
    assert isinstance(located, Located)
    found = validate(WrittenScenario, located)
    assert isinstance(found, tuple)
    assert [one.line for one in found] == [1 + next(n for n, line in enumerate(lines) if line.endswith("id: m02"))]


def test_an_unknown_field_stands_at_its_key() -> None:
    located = parse(b"A1:\n  kind: official\n  extra: 1\n", "x.yaml")
    assert isinstance(located, Located)
    found = validate(Sources, located)
    assert isinstance(found, tuple)
    assert [(one.line, one.column) for one in found if one.code == "SS011"] == [(3, 3)]


def test_a_file_of_something_else_gives_a_bounded_list() -> None:
    located = parse(b"".join(b"A%d: 1\n" % number for number in range(900)), "x.yaml")
    assert isinstance(located, Located)
    found = validate(Sources, located)
    assert isinstance(found, tuple)
    assert len(found) == 51
    assert "850 more" in found[-1].message


SHOWN: list[tuple[object, str]] = [
    (None, "nothing"),
    ({}, "a mapping"),
    ([1], "a list"),
    (True, "true"),
    (" a\n b ", "`a b`"),
    (7, "`7`"),
]


@pytest.mark.parametrize(("value", "expected"), SHOWN)
def test_shown(value: object, expected: str) -> None:
    assert shown(value) == expected


def test_shown_is_one_short_phrase() -> None:
    assert len(shown("word " * 100)) < 45


def test_a_field_of_a_message_with_the_name_of_a_form_is_passed(tmp_path: Path) -> None:
    # pydantic puts the form between a message and its field; a message has a field `text` too.
    change = put(SCENARIO, ("scenes", 1, "messages", 4, "time"), "9h40")
    (found,) = findings(tmp_path, change)
    lines = (tmp_path / SCENARIO).read_text(encoding="utf-8").splitlines()
    assert "9h40" in lines[found[2] - 1]
