"""What a learner reads after grading: the debrief of their own run, in their own language.

The player's cell shows it while nbgrader grades (`NBGRADER_EXECUTION=autograde`), and only then, so that plain
`nbgrader generate_feedback` has something to give back.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from safetystring.course.words import words
from safetystring.player.log import read, scored
from safetystring.player.session import Course, Session
from safetystring.scenario import LANGUAGES, Key, Lang, Scenario
from safetystring.scoring.cells import finished
from safetystring.scoring.debrief import explain
from safetystring.scoring.find import NoKeyError, find, is_id, trusted_keys

TEMPLATES = Path(__file__).parent / "templates"
DATA = "application/vnd.safetystring.feedback+json"
"""Media type of what the feedback page needs beside the debrief: the language and the cells' names."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What a graded notebook shows in place of the player. Jupyter displays it; it is also plain data."""

    lang: Lang
    html: str = field(repr=False)
    text: str
    labels: Mapping[str, str] = field(default_factory=dict)

    def _repr_mimebundle_(self, **_: object) -> dict[str, Any]:
        """Return the three forms that Jupyter keeps."""
        return {
            "text/plain": self.text,
            "text/html": self.html,
            DATA: {"lang": self.lang, "labels": dict(self.labels)},
        }


def summary(folder: Path, scenario_id: str) -> Summary:
    """Return the debrief of the run in `folder`, by the key of the course the folder lies in.

    Never raises for what a learner handed in: a missing, torn or foreign log gives a sentence that says so.
    """
    if not is_id(scenario_id):
        return _sentence("unavailable", LANGUAGES)
    try:
        beside = folder / "data" / f"{scenario_id}.json"
        scenario, key = find(scenario_id, trusted_keys(scenario_id, folder.resolve()), [beside])
    except (NoKeyError, OSError):
        return _sentence("unavailable", LANGUAGES)
    play = scored(read(folder / "responses" / f"{scenario_id}.jsonl", Course.of(scenario)))
    return summary_of(play.session if play is not None else None, scenario, key)


def summary_of(session: Session | None, scenario: Scenario, key: Key) -> Summary:
    """Return the debrief of one run; None is a scenario that was never opened."""
    if session is None:
        return _sentence("none", LANGUAGES)
    if session.phase == "skipped":
        return _sentence("skipped", (session.lang,))
    if not finished(session):
        return _sentence("unfinished", (session.lang,))
    debrief = explain(session, scenario, key, session.lang)
    labels = {str(cell["id"]): str(cell["label"]) for cell in debrief["cells"]}
    score = debrief["score"]
    text = words(session.lang)["score_points"].format(points=_number(score["points"]), max=_number(score["max"]))
    return Summary(session.lang, debrief_html(debrief, session.lang), text, labels)


def debrief_html(debrief: Mapping[str, Any], lang: Lang) -> str:
    """Return a debrief (see docs/player.md) as one HTML section: self-contained, escaped, without scripts."""
    return environment().get_template("debrief.html.j2").render(d=debrief, w=words(lang), lang=lang, tag=_tag(lang))


def _sentence(name: str, langs: tuple[Lang, ...]) -> Summary:
    lines = [{"tag": _tag(lang), "text": words(lang)[name]} for lang in langs]
    html = environment().get_template("sentence.html.j2").render(lines=lines)
    return Summary(langs[0], html, "\n".join(line["text"] for line in lines))


def _tag(lang: Lang) -> str:
    return words(lang)["lang_tag"]


@cache
def environment() -> Environment:
    """Return the templates of this room; whatever they show is escaped."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["number"] = _number
    return made


def _number(value: float) -> str:
    """Return a number of points without a needless fraction."""
    return f"{float(value):.2f}".rstrip("0").rstrip(".")
