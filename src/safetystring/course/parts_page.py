"""The parts of a feedback page; safetystring.course.page puts them around the debrief."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from safetystring.course.fragments import NOTHING, Block, number

if TYPE_CHECKING:
    from collections.abc import Mapping

    from safetystring.course.fragments import Part, Words

STYLE = Path(__file__).with_name("page.css")

_HEAD = Block("""\
<!DOCTYPE html>
<html lang="[lang]">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>[title] · [feedback]</title>
<style>
[style]</style>
</head>
<body>
<main>
<h1>[title]</h1>
""")
_TOTAL = Block('<p class="total">[title] <strong>[score] / [max]</strong>[late]</p>\n')
_ANSWER = Block("""\
<section class="own">
<h2>[title]</h2>
<p class="written">[text]</p>
[points][comment]</section>
""")
_POINTS = Block("<p><small>[text]</small></p>\n")
_COMMENT = Block('<h3>[title]</h3><p class="written said">[text]</p>\n')
_TABLE = Block("""\
<details class="own">
<summary>[title]</summary>
<table>
<thead><tr><th scope="col">[part]</th><th scope="col" class="points">[points]</th></tr></thead>
<tbody>
""")
_ROW = Block('<tr><th scope="row">[label]</th><td class="points">[points] / [max]</td></tr>\n')
_FOOT = Block("""\
</tbody>
</table>
</details>
</main>
</body>
</html>
""")
_SENTENCES = Block('<section class="sp-debrief">\n[lines]</section>\n')
_SENTENCE = Block('<p lang="[lang]">[text]</p>\n')


@cache
def _style() -> Markup:
    return Markup(STYLE.read_text(encoding="utf-8"))  # noqa: S704 - a file of ours


def head(w: Words, title: str) -> Markup:
    """Return the page's beginning."""
    return _HEAD(lang=w["lang_tag"], title=title, feedback=w["feedback"], style=_style())


def total(w: Words, score: float, max: float, late: float) -> Markup:  # noqa: A002 - the page's word
    """Return the line with the points."""
    tag = w["lang_tag"]
    lost = f" · {w['late_penalty']} −{number(late, tag)}" if late else ""
    return _TOTAL(title=w["total"], score=number(score, tag), max=number(max, tag), late=lost)


def answer(w: Words, written: Mapping[str, Any]) -> Markup:
    """Return one written answer, with a person's points and words."""
    points = NOTHING
    if written["max"] is not None:
        tag, given = w["lang_tag"], written["points"]
        told = w["not_graded"] if given is None else f"{number(given, tag)} / {number(written['max'], tag)}"
        points = _POINTS(text=told)
    comment = _COMMENT(title=w["comment"], text=written["comment"]) if written["comment"] else NOTHING
    text = written["text"] or w["nothing_written"]
    return _ANSWER(title=w["reflection"], text=text, points=points, comment=comment)


def table(w: Words) -> Markup:
    """Return the beginning of the table of points."""
    return _TABLE(title=w["score_details"], part=w["part"], points=w["points"])


def row(w: Words, part: Mapping[str, Any]) -> Markup:
    """Return one cell's points."""
    tag = w["lang_tag"]
    return _ROW(label=part["label"], points=number(part["points"], tag), max=number(part["max"], tag))


def foot(_: Words) -> Markup:
    """Return the page's end."""
    return _FOOT()


def sentences(lines: list[tuple[str, str]]) -> Markup:
    """Return what stands in place of a debrief: a sentence in each of some languages, given by their tags."""
    return _SENTENCES(lines=NOTHING.join(_SENTENCE(lang=tag, text=text) for tag, text in lines))


PARTS: Mapping[str, Part] = {
    "head": head,
    "total": total,
    "answer": answer,
    "table": table,
    "row": row,
    "foot": foot,
}
