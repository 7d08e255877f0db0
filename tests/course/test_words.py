from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from safetystring.course.words import course_words, words
from safetystring.scenario import LANGUAGES

if TYPE_CHECKING:
    from safetystring.scenario import Lang


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_says_the_same_things(lang: Lang) -> None:
    assert course_words(lang).keys() == course_words("zh").keys()
    assert not [name for name, text in course_words(lang).items() if not text.strip()]


def test_the_player_s_words_are_there_too() -> None:
    assert words("fr")["lang_tag"] == "fr"
    assert words("fr")["feedback"] == course_words("fr")["feedback"]
