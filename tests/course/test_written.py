from __future__ import annotations

from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nbconvert.filters.markdown_mistune import markdown2html_mistune

from safetystring.course.notebook import ANSWER_STUB
from safetystring.course.written import MAX_ANSWER, harmless, own_words, written_answers


def cell(grade_id: object, source: object, kind: str = "markdown") -> dict[str, Any]:
    return {"cell_type": kind, "metadata": {"nbgrader": {"grade_id": grade_id}}, "source": source}


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ([cell("reflection", "mine")], {"reflection": "mine"}),
        ([cell("reflection", ["mi", 3, "ne"])], {"reflection": "mine"}),
        ([cell("reflection", "first"), cell("reflection", "second")], {"reflection": "first"}),
        ([cell("reflection", "x" * (MAX_ANSWER + 5))], {"reflection": "x" * MAX_ANSWER}),
        ([cell("reflection", "print(1)", kind="code")], {}),
        ([None, 3, {}, {"cell_type": "markdown"}, cell(3, "x"), cell("reflection", None)], {}),
        ([{"cell_type": "markdown", "metadata": [], "source": "x"}], {}),
        ([{"cell_type": "markdown", "metadata": {"nbgrader": "x"}, "source": "x"}], {}),
    ],
)
def test_written_answers(cells: list[object], expected: dict[str, str]) -> None:
    assert written_answers(cells) == expected


RELEASED = f"<p>question</p>\n\n{ANSWER_STUB}"


BEFORE, AFTER = '\n\n<pre style="white-space:pre-wrap">', "</pre>"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (RELEASED, RELEASED),
        (f"{RELEASED}\n", f"{RELEASED}\n"),
        (f"{RELEASED}\nmine\n\nand more", f"{RELEASED}{BEFORE}mine\n\nand more{AFTER}"),
        ("<p>question</p>\n\na < b & c", f"<p>question</p>{BEFORE}a &#60; b &#38; c{AFTER}"),
        ("<p>other</p>", f"{BEFORE.strip()}&#60;p&#62;other&#60;&#47;p&#62;{AFTER}"),
        (f"{RELEASED}<script>", f"{RELEASED}{BEFORE}&#60;script&#62;{AFTER}"),
        ("", ""),
    ],
)
def test_harmless(text: str, expected: str) -> None:
    assert harmless(text, RELEASED) == expected


HOSTILE = (
    "<script>pwned=1</script>",
    "</pre><script>pwned=1</script>",
    "<img src=x onerror=pwned=1>",
    "[x](javascript:pwned=1)",
    "[x]: javascript:pwned=1\n\n[x]",
    "<javascript:pwned=1>",
    "![x](https://tracker.example/x.png)",
    "https://tracker.example/x",
    '[x](data:text/html,<script>pwned=1</script> "x")',
    r"$\href{javascript:pwned=1}{x}$",
    r"$$\require{html}\href{javascript:pwned=1}{x}$$",
    r"\(\href{javascript:pwned=1}{x}\) \\[\href{javascript:pwned=1}{x}\\]",
    "```html\n<script>pwned=1</script>\n```",
    "# heading\n\n* list\n\n    code\n\n| a | b |\n|---|---|\n| c | d |",
    "&lt;script&gt;pwned=1&lt;/script&gt;",
    "{{ 7*7 }} {% raw %}",
)


class _Tags(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.words = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        assert dict(attrs) in ({}, {"style": "white-space:pre-wrap"})

    def handle_data(self, data: str) -> None:
        self.words += data


@pytest.mark.parametrize("text", HOSTILE)
def test_an_answer_is_only_text_to_what_shows_a_notebook(text: str) -> None:
    """nbconvert makes what formgrader shows, and lets HTML and any link through."""
    shown = _Tags(markdown2html_mistune(harmless(f"<p>question</p>\n\n{text}", RELEASED)))
    assert shown.tags == ["p", "pre"]
    assert text in shown.words


@given(st.text(min_size=1).filter(str.strip))
def test_what_was_written_can_be_read_again(text: str) -> None:
    made = harmless(f"{RELEASED}\n\n{text}", RELEASED)
    assert own_words(made.removeprefix(RELEASED)) == text.strip("\n")
