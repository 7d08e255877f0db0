"""Names that tell, and names that do not."""

from __future__ import annotations

import re

import pytest

from safetystring.authoring.base import NAME_PATTERN
from safetystring.authoring.neutral import WORDS, refusal, suggestions

NAMES = [
    ("willow", ""),
    ("m5", ""),
    ("stable_2", ""),
    ("realm", ""),
    ("scam1", "(`scam`)"),
    ("fake-police", "(`fake`)"),
    ("The_Bank", "(`bank`)"),
    ("fausse_route", "(`fauss`)"),
    ("shi_pianzi", "(`pianzi`)"),
    ("real_one", "(`real`)"),
    ("money", "(`money`)"),
    ("do_not_tell", "(`do_not_tell`)"),
    ("Willow", "expected small letters"),
    ("oak tree", "expected small letters"),
    ("../oak", "expected small letters"),
    ("", "expected small letters"),
    ("柳树", "expected small letters"),
]


@pytest.mark.parametrize(("name", "words"), NAMES)
def test_refusal(name: str, words: str) -> None:
    found = refusal(name, ["money", "do_not_tell"])
    assert (words in found) if words else found == ""


def test_suggestions_are_free_good_names() -> None:
    assert all(re.fullmatch(NAME_PATTERN, word) and not refusal(word) for word in WORDS)
    assert suggestions(["acorn"], 2) == ["amber", "aspen"]
