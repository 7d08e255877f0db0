from __future__ import annotations

import pytest
from markupsafe import Markup

from safetystring.course.fragments import Block, Fragments, Words, euros, joined, number


def test_a_block_escapes_what_it_is_filled_with() -> None:
    block = Block('<a title="[title]">[text]</a>[after]')
    assert block(title='"><script>', text="a & b", after=Markup("<br>")) == (
        '<a title="&#34;&gt;&lt;script&gt;">a &amp; b</a><br>'
    )
    assert block(title="[text]", text="[title]", after="") == '<a title="[text]">[title]</a>', "values are no templates"


def test_no_place_is_left_empty() -> None:
    with pytest.raises(KeyError):
        Block("[a][b]")(a=1)


def test_pieces_are_joined_as_markup_and_text_is_not_taken_for_it() -> None:
    assert joined(Block("<b>[x]</b>")(x="<"), Markup("<i>")) == "<b>&lt;</b><i>"
    assert joined("<b>") == "&lt;b&gt;"  # type: ignore[arg-type]


def test_a_part_is_made_once_for_each_key() -> None:
    asked = []

    def part(w: Words, x: str) -> Markup:
        asked.append((w["lang_tag"], x))
        return Block("[x]\n")(x=x)

    parts = Fragments({"one": part})
    assert [parts("one", "en", key, x=key) for key in ("<", "b", "<")] == ["&lt;\n", "b\n", "&lt;\n"]
    assert parts("one", "fr", "b", x="b") == "b\n"
    assert [x for _, x in asked] == ["<", "b", "b"]


@pytest.mark.parametrize(
    ("value", "tag", "text"),
    [(3.0, "en", "3"), (2.5, "fr", "2,5"), (0.126, "zh", "0.13"), (-0.0, "en", "-0"), (100, "en", "100")],
)
def test_numbers(value: float, tag: str, text: str) -> None:
    assert number(value, tag) == text


@pytest.mark.parametrize(("value", "tag", "text"), [(28_000, "fr", "28\u202f000\u00a0€"), (28_000, "zh", "€28,000")])
def test_euros(value: float, tag: str, text: str) -> None:
    assert euros(value, tag) == text
