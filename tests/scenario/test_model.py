"""The model's few own rules."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest

from safetystring.scenario import Message, Text

if TYPE_CHECKING:
    from safetystring.scenario import Scenario
    from safetystring.scenario.model import Form


@pytest.mark.parametrize(("lang", "expected"), [("zh", "一"), ("en", "one"), ("fr", "un")])
def test_a_text_speaks_three_languages(lang: str, expected: str) -> None:
    assert Text("一", "one", "un").get(lang) == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("form", "sender", "expected"),
    [
        ("text", "p01", True),
        ("call", "p01", True),
        ("voice", "p02", True),
        ("text", "me", False),
        ("text", None, False),
        ("system", None, False),
        ("system", "p01", False),
        ("narration", "p01", False),
    ],
)
def test_markable(form: Form, sender: str | None, expected: bool) -> None:  # noqa: FBT001 - a table's column
    message = Message(id="m01", form=form, sender=sender, text=Text("一", "one", "un"))
    assert message.markable is expected


def test_an_option_is_found_by_its_id(scenario: Scenario) -> None:
    choice = scenario.scenes["s02"].choice
    assert choice is not None
    assert choice.option("o02").kind == "do"
    with pytest.raises(KeyError):
        choice.option("o99")


@pytest.mark.parametrize(
    ("themes", "expected"),
    [
        ((), False),
        (("authority",), False),
        (("loss",), True),
        (("authority", "kidnapping"), True),
        (("intimacy",), True),
    ],
)
def test_only_a_theme_of_care_can_be_skipped(scenario: Scenario, themes: tuple[str, ...], expected: bool) -> None:  # noqa: FBT001 - a table's column
    assert dataclasses.replace(scenario, themes=themes).skippable is expected
