"""The feedback page of one notebook, from plain data: what `nbgrader generate_feedback` and `safetystring grade` write.

Loads nothing of nbgrader.
"""

from __future__ import annotations

import html
import math
from typing import TYPE_CHECKING, Any

from safetystring.course.fragments import Fragments
from safetystring.course.notebook import ANSWER_STUB
from safetystring.course.parts_page import PARTS
from safetystring.course.written import own_words
from safetystring.scenario import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from safetystring.scenario import Lang

NO_RESPONSE = "No response."
"""What nbgrader itself writes, in English, where nothing was written; the page says so in the learner's language."""


_part = Fragments(PARTS)


def page_of(  # noqa: PLR0913 - each is one thing the result depends on
    *,
    shown: str,
    data: Mapping[str, Any],
    start: str,
    name: str,
    cells: Iterable[tuple[str, float, float]],
    written: Sequence[dict[str, Any]],
    late: float,
) -> dict[str, Any]:
    """Return what the page shows.

    Parameters
    ----------
    shown, data
        The debrief's HTML, and the language and labels that came with it.
    start
        Text of the notebook's first cell, with the title in every language.
    name
        Of the notebook, where it has no title.
    cells
        Id, points and maximum of each cell that the scorer fills.
    written
        Each written answer, as :func:`written_part` gives it.
    late
        Points taken off for lateness.
    """
    lang: Lang = data["lang"] if data.get("lang") in LANGUAGES else "zh"
    found = data.get("labels")
    labels: Mapping[str, Any] = found if isinstance(found, dict) else {}
    parts = [{"label": str(labels.get(cell, cell)), "points": points, "max": top} for cell, points, top in cells]
    scored = [*parts, *(one for one in written if one["max"] is not None)]
    return {
        "lang": lang,
        "title": title(start, lang) or name,
        # Added up here, so that the total is the sum of what the page shows, to the last digit, whoever writes it.
        "score": math.fsum(one["score"] if "score" in one else one["points"] for one in scored) - late,
        "max": math.fsum(one["max"] for one in scored),
        "late": late,
        "debrief": shown,
        "parts": parts,
        "written": list(written),
    }


def written_part(
    source: str, comment: str | None, score: float | None, top: float | None, *, waiting: bool
) -> dict[str, Any]:
    """Return one written answer for the page: a cell's text, a person's comment, points where there are any."""
    _, stub, after = source.partition(ANSWER_STUB)
    text = after if stub else source
    # The question stands above as one HTML paragraph a language; the answer is what follows it.
    # Made harmless on its way in, and escaped by the template.
    text = own_words(text.rpartition("</p>")[2])
    said = "" if comment is None or comment == NO_RESPONSE else comment
    return {"text": text, "comment": said, "points": None if waiting else score, "score": score or 0.0, "max": top}


def title(start: str, lang: Lang) -> str:
    """Return the scenario's title in one language, from the text of the notebook's first cell."""
    _, _, rest = start.partition(f'lang="{lang}">')
    return html.unescape(rest.partition("</")[0])


def page_html(page: Mapping[str, Any]) -> str:
    """Return the page."""
    lang: Lang = page["lang"]
    total = {name: page[name] for name in ("score", "max", "late")}
    parts = [
        _part("head", lang, page["title"], title=page["title"]),
        _part("total", lang, tuple(total.values()), **total),
    ]
    # A person's words are what a learner looks for first; what only waits stands below.
    said = [one for one in page["written"] if one["comment"]]
    silent = [one for one in page["written"] if not one["comment"]]
    parts += [_part("answer", lang, tuple(one.values()), written=one) for one in said]
    parts += [page["debrief"], "\n"]
    parts += [_part("answer", lang, tuple(one.values()), written=one) for one in silent]
    parts.append(_part("table", lang, None))
    parts += [_part("row", lang, (one["label"], one["points"], one["max"]), part=one) for one in page["parts"]]
    return "".join((*parts, _part("foot", lang, None)))
