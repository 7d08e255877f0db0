"""The shared files' own rules."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from safetystring.authoring.compile import compile_contact
from safetystring.authoring.shared import Contacts, Modules, RedFlags, Sources
from safetystring.scenario import Text
from support.project import files

DATES = [
    ("2022", True),
    ("2022-09", True),
    ("2022-09-14", True),
    (None, True),
    ("2022-13", False),
    ("14/09/2022", False),
]


@pytest.mark.parametrize(("date", "good"), DATES)
def test_dates_of_sources(date: str | None, *, good: bool) -> None:
    content = files()["sources.yaml"]
    content["A1"]["date"] = date
    if good:
        assert Sources.model_validate(content).root["A1"].date == date
    else:
        with pytest.raises(ValidationError):
            Sources.model_validate(content)


def test_contacts_say_for_what_and_on_what_day_they_were_checked() -> None:
    content = files()["contacts.yaml"]
    assert Contacts.model_validate(content).root["desk"].purpose.en == "Purpose in English"
    content["desk"]["checked_on"] = "2026-11"
    with pytest.raises(ValidationError):
        Contacts.model_validate(content)


def test_a_contact_has_a_number_or_words_in_three_languages_in_its_place() -> None:
    content = files()["contacts.yaml"]
    words = {"zh": "卡背面的号码", "en": "the number on your card", "fr": "le numéro au dos de la carte"}
    for value, first in (("17", None), (words, Text(**words))):
        content["desk"]["value"] = value
        made = compile_contact("desk", Contacts.model_validate(content).root["desk"])
        assert made.words == first
        assert made.shown("fr") == (value if first is None else first.fr)
    content["desk"]["value"] = {"zh": "卡背面的号码"}
    with pytest.raises(ValidationError):
        Contacts.model_validate(content)


def test_the_order_of_families_is_kept() -> None:
    content = files()["red_flags.yaml"]
    assert list(RedFlags.model_validate(content).families) == ["identity", "document", "isolation", "money"]


def test_goals_may_be_one_text_or_several() -> None:
    content = files()["modules.yaml"]
    one = Modules.model_validate(content).root["m1"].goals
    content["m1"]["goals"] = [content["m1"]["goals"]]
    assert Modules.model_validate(content).root["m1"].goals == (one,)
