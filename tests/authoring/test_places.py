"""Offsets of what a YAML file holds."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from safetystring.authoring.places import letters, places
from safetystring.authoring.source import Located, parse

TEXT = """# top
a: {zh: "x", en: 'it''s'}
b:
  - |
    one
    two
  - plain words   # tail
  - "a\\tb \\u00e9"
"""


def test_scalars_and_braces() -> None:
    found = places(TEXT)
    cut = {where: TEXT[one.start : one.end] for where, one in found.scalars.items()}
    assert cut["a", "zh"] == '"x"'
    assert cut["a", "en"] == "'it''s'"
    assert cut["b", 1] == "plain words"
    assert found.scalars["b", 0].style == "|"
    assert found.braces == {(): False, ("a",): True}


WRITTEN = [
    ('"x"', "x", '"', [(1, 2)]),
    ("'it''s'", "it's", "'", [(1, 2), (2, 3), (3, 5), (5, 6)]),
    ('"\\u00e9!"', "é!", '"', [(1, 7), (7, 8)]),
    ('"a\n   b"', "a b", '"', [(1, 2), (2, 6), (6, 7)]),
    ('"a\\\n  b"', "ab", '"', [(1, 2), (6, 7)]),
    ("|\n  a\n  b\n", "a\nb\n", "|", [(4, 5), (5, 8), (8, 9), (9, 10)]),
    ('"x"', "y", '"', None),
    ('"x"', "xyz", '"', None),
]


@pytest.mark.parametrize(("written", "value", "style", "expected"), WRITTEN)
def test_letters(written: str, value: str, style: str, expected: list[tuple[int, int]] | None) -> None:
    assert letters(written, value, style) == expected


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="ab é\u00a0'\"\\:#{}[],&*!|>%@`\n-", min_size=1, max_size=30), st.sampled_from("\"'"))
def test_every_letter_of_a_quoted_text_is_found(text: str, quote: str) -> None:
    flat = text.replace("\n", " ")
    inside = flat.replace("'", "''") if quote == "'" else flat.replace("\\", "\\\\").replace('"', '\\"')
    written = f"a: {quote}{inside}{quote}\n"
    located = parse(written.encode(), "x")
    assert isinstance(located, Located)
    assert located.root == {"a": flat}
    scalar = places(written).scalars["a",]
    spans = letters(written[scalar.start : scalar.end], flat, scalar.style)
    assert spans is not None
    assert len(spans) == len(flat)
