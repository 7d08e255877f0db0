from __future__ import annotations

import pytest

from safetystring.authoring.picture.text import width, wrap


@pytest.mark.parametrize(
    ("text", "limit", "lines", "expected"),
    [
        ("", 100, 2, [""]),
        ("one", 100, 1, ["one"]),
        ("one two three", 60, 3, ["one two", "three"]),
        ("one two three", 60, 1, ["one two t…"]),
        ("一二三四五六七", 40, 3, ["一二三四", "五六七"]),
        ("一二三四，五六七", 40, 3, ["一二三四，", "五六七"]),
        ("一二三四五六七", 40, 1, ["一二三…"]),
        ("看App里的号码号", 38, 3, ["看App", "里的号", "码号"]),
        ("a\n  b", 100, 1, ["a b"]),
    ],
)
def test_breaks_where_a_reader_would(text: str, limit: float, lines: int, expected: list[str]) -> None:
    assert wrap(text, 10, limit, lines) == expected


def test_a_word_wider_than_a_line_is_broken() -> None:
    made = wrap("x" * 40, 10, 100, 9)
    assert "".join(made) == "x" * 40
    assert all(width(line, 10) <= 100 for line in made)


@pytest.mark.parametrize(("text", "expected"), [("中文", 20), ("il", 7.8), ("M", 9.8), ("", 0)])
def test_width(text: str, expected: float) -> None:
    assert width(text, 10) == pytest.approx(expected)
