"""What a learner reads after grading: the debrief of their own run, in their own language.

The player's cell shows it while nbgrader grades (`NBGRADER_EXECUTION=autograde`), and only then, so that plain
`nbgrader generate_feedback` has something to give back.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from safetystring.course.fragments import Fragments, environment, number
from safetystring.course.words import words
from safetystring.player.log import read, scored
from safetystring.player.session import Course, Session
from safetystring.scenario import LANGUAGES, Lang
from safetystring.scoring.cells import Cell, finished
from safetystring.scoring.debrief import Explainer
from safetystring.scoring.find import NoKeyError, find, is_id, trusted_keys

if TYPE_CHECKING:
    from pathlib import Path

DATA = "application/vnd.safetystring.feedback+json"
"""Media type of what the feedback page needs beside the debrief: the language and the cells' names."""

_part = Fragments("debrief.html.j2")


@dataclass(frozen=True, slots=True)
class Summary:
    """What a graded notebook shows in place of the player. Jupyter displays it; it is also plain data."""

    lang: Lang
    parts: tuple[str, ...] = field(repr=False)
    text: str
    labels: Mapping[str, str] = field(default_factory=dict)

    @property
    def html(self) -> str:
        """The debrief as one HTML section, or why there is none."""
        return "".join(self.parts)

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
    return summary_of(play.session if play is not None else None, Explainer(scenario, key))


def summary_of(session: Session | None, explainer: Explainer, table: Mapping[str, Cell] | None = None) -> Summary:
    """Return the debrief of one run; None was never opened. `table` holds its cells where the caller has them."""
    if session is None:
        return _sentence("none", LANGUAGES)
    if session.phase == "skipped":
        return _sentence("skipped", (session.lang,))
    if not finished(session):
        return _sentence("unfinished", (session.lang,))
    debrief = explainer.explain(session, session.lang, table)
    labels = {str(cell["id"]): str(cell["label"]) for cell in debrief["cells"]}
    score = debrief["score"]
    text = words(session.lang)["score_points"].format(points=number(score["points"]), max=number(score["max"]))
    return Summary(session.lang, tuple(debrief_parts(debrief, session.lang)), text, labels)


def debrief_html(debrief: Mapping[str, Any], lang: Lang) -> str:
    """Return a debrief (see docs/player.md) as one HTML section: self-contained, escaped, without scripts."""
    return "".join(debrief_parts(debrief, lang))


def debrief_parts(debrief: Mapping[str, Any], lang: Lang) -> list[str]:
    """Return the same in parts, whole lines each: what many debriefs share is the same part."""
    ending = debrief["ending"]
    opening = (debrief["truth"], debrief["verdict"], debrief["summary"], tuple(ending.values()) if ending else None)
    parts = [_part("opening", lang, opening, d=debrief)]
    if debrief["items"]:
        parts.append(_part("title", lang, "items_title", name="items_title"))
    for item in debrief["items"]:
        first = debrief["truth"] == "scam" and debrief["first_sign"] == item["message"]
        parts.append(_part("item", lang, (first, *_flat(item)), item=item, first=first))
    if debrief["other_marks"]:
        marks = (_part("mark", lang, mark["quote"], quote=mark["quote"]) for mark in debrief["other_marks"])
        parts += [_part("title", lang, "other_marks_title", name="other_marks_title"), "<ul>\n", *marks, "</ul>\n"]
    if debrief["decisions"]:
        parts.append(_part("title", lang, "decisions_title", name="decisions_title"))
    parts += [_part("decision", lang, _flat(one), decision=one) for one in debrief["decisions"]]
    closing = (
        debrief["truth"],
        debrief["real"],
        *debrief["say"],
        None,
        *debrief["do"],
        *(tuple(contact.values()) for contact in debrief["contacts"]),
    )
    return [*parts, _part("closing", lang, closing, d=debrief)]


def _flat(value: Mapping[str, Any]) -> tuple[Any, ...]:
    """Return an object's values; a red flag may be one in itself."""
    flag = value.get("red_flag")
    return (
        (*value.values(),) if not isinstance(flag, dict) else (*{**value, "red_flag": tuple(flag.values())}.values(),)
    )


def _sentence(name: str, langs: tuple[Lang, ...]) -> Summary:
    lines = [{"tag": _tag(lang), "text": words(lang)[name]} for lang in langs]
    html = environment().get_template("sentence.html.j2").render(lines=lines) + "\n"
    return Summary(langs[0], (html,), "\n".join(line["text"] for line in lines))


def _tag(lang: Lang) -> str:
    return words(lang)["lang_tag"]
