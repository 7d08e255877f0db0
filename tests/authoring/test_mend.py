"""What is mechanical, and nothing else; and once is enough."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from safetystring.authoring.mend import mended
from safetystring.authoring.typography import chinese, english, french

NB, NN = "\u00a0", "\u202f"

CASES = [
    ("zh", "您好,同学!", "您好，同学！"),
    ("zh", "打12308,然后等", "打12308，然后等"),
    ("zh", "视频(30秒)", "视频（30秒）"),
    ("zh", "看, 这里", "看，这里"),
    ("zh", '他说"行"。', "他说“行”。"),
    ("zh", "他说'行'。", "他说‘行’。"),
    ("zh", '他说"行。', '他说"行。'),
    ("zh", "App里看, don't worry, OK", "App里看，don't worry, OK"),
    ("zh", "10:41，3.5%，http://x.example/a?b=1", "10:41，3.5%，http://x.example/a?b=1"),
    ("zh", " 你好\n", "你好\n"),
    ("en", "It's a \"test\", isn't it?", "It’s a “test”, isn’t it?"),
    ("en", 'A 5" screen', 'A 5" screen'),
    ("fr", "C'est vrai ?", f"C’est vrai{NN}?"),
    ("fr", "Vrai? Non: «oui»!", f"Vrai{NN}? Non{NB}: «{NB}oui{NB}»{NN}!"),
    ("fr", f"Vrai{NB}? 10:41, https://x.example/?a=1", f"Vrai{NB}? 10:41, https://x.example/?a=1"),
    ("fr", "« bonjour »", f"«{NB}bonjour{NB}»"),
    ("fr", "  ", "  "),
]


@pytest.mark.parametrize(("lang", "before", "after"), CASES)
def test_mended(lang: str, before: str, after: str) -> None:
    assert mended(before, lang) == after


_LETTERS = st.text(alphabet="你好。，,;:!?().\"'«»“” \n\u00a0\u202fabé12/-", max_size=40)


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(["zh", "en", "fr"]), _LETTERS)
def test_once_is_enough(lang: str, text: str) -> None:
    once = mended(text, lang)
    assert mended(once, lang) == once


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(["zh", "en", "fr"]), _LETTERS)
def test_only_marks_and_spaces_change(lang: str, text: str) -> None:
    def letters(words: str) -> str:
        return "".join(one for one in words if one.isalnum())

    assert letters(mended(text, lang)) == letters(text)


@settings(max_examples=200, deadline=None)
@given(_LETTERS)
def test_what_is_left_is_for_a_person(text: str) -> None:
    inside = f"字{text}字"
    left = {code for code, _ in chinese(mended(inside, "zh"))}
    assert left <= {"SS091"}
    assert {code for code, _ in english(mended(f"a{text}a", "en"))} <= {"SS099"}
    assert {code for code, _ in french(mended(f"a{text}a", "fr"))} == set()
