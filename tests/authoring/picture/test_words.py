from __future__ import annotations

import re

import pytest

from safetystring.authoring.picture.words import WORDS, say
from safetystring.scenario import LANGUAGES, Lang


def test_the_same_words_with_the_same_holes_in_each_language() -> None:
    for lang in LANGUAGES:
        assert WORDS[lang].keys() == WORDS["en"].keys()
        for key, words in WORDS[lang].items():
            assert set(re.findall(r"{\w+}", words)) == set(re.findall(r"{\w+}", WORDS["en"][key])), (lang, key)


@pytest.mark.parametrize(
    ("lang", "n", "expected"),
    [
        ("en", 0, "0 scenes"),
        ("en", 1, "1 scene"),
        ("en", 2, "2 scenes"),
        ("fr", 0, "0 scène"),
        ("fr", 2, "2 scènes"),
        ("zh", 1, "1 幕"),
    ],
)
def test_numbers(lang: Lang, n: int, expected: str) -> None:
    assert say(lang, "n_scenes", n=n) == expected


def test_what_is_not_known_stands_for_itself() -> None:
    assert say("fr", "pigeon") == "pigeon"
