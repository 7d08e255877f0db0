"""What all models share."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from safetystring.authoring.base import Entries, Written, WrittenText, WrittenWords


class _Sample(Written):
    names: Entries[str]
    count: int = 0


def test_a_list_becomes_a_tuple_and_its_entries_stay_strict() -> None:
    assert _Sample.model_validate({"names": ["a"]}).names == ("a",)
    for names in ([1], "ab", {"a": 1}, None):
        with pytest.raises(ValidationError):
            _Sample.model_validate({"names": names})


@pytest.mark.parametrize("extra", [{"count": "1"}, {"count": True}, {"count": 1.0}, {"more": 1}])
def test_nothing_is_converted_and_nothing_unknown_taken(extra: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        _Sample.model_validate({"names": [], **extra})


def test_a_model_does_not_change() -> None:
    text = WrittenText(zh="一", en="one", fr="un")
    with pytest.raises(ValidationError):
        text.zh = "二"


def test_words_may_be_empty_and_a_text_may_not() -> None:
    assert WrittenWords().fr == ""
    with pytest.raises(ValidationError):
        WrittenText(zh="一", en="one", fr="")
