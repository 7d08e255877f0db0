"""What a learner reads after grading: the debrief of their own run, in their own language.

The player's cell shows it while nbgrader grades (`NBGRADER_EXECUTION=autograde`), and only then, so that plain
`nbgrader generate_feedback` has something to give back.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import TYPE_CHECKING, Any

from safetystring.course.fragments import Fragments, number
from safetystring.course.parts_debrief import PARTS
from safetystring.course.parts_page import sentences
from safetystring.course.retold import retold, talk_of
from safetystring.course.words import words
from safetystring.player.log import read, scored
from safetystring.player.script import Course
from safetystring.scenario import LANGUAGES, Lang
from safetystring.scenario.record import dataclass
from safetystring.scoring.cells import Cell, finished
from safetystring.scoring.debrief import Explainer
from safetystring.scoring.find import NoKeyError, find, is_id, trusted_keys

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from safetystring.player.session import Session

DATA = "application/vnd.safetystring.feedback+json"
"""Media type of what the feedback page needs beside the debrief: the language and the cells' names."""

_part = Fragments(PARTS)


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
    talk = talk_of(session, explainer, session.lang)
    return Summary(
        session.lang, tuple(debrief_parts(debrief, talk, session.lang)), _in_short(debrief, session.lang), labels
    )


def _in_short(debrief: Mapping[str, Any], lang: Lang) -> str:
    """Return one plain line: the points, or of a drill, which has none, that it was one."""
    w, score = words(lang), debrief["score"]
    if debrief["truth"] == "drill":
        return w["truth_drill"]
    return w["score_points"].format(points=number(score["points"], lang), max=number(score["max"], lang))


def debrief_html(debrief: Mapping[str, Any], talk: Sequence[Mapping[str, Any]], lang: Lang) -> str:
    """Return a debrief (see docs/player.md) as one HTML section: self-contained, escaped, without scripts."""
    return "".join(debrief_parts(debrief, talk, lang))


def debrief_parts(debrief: Mapping[str, Any], talk: Sequence[Mapping[str, Any]], lang: Lang) -> list[str]:
    """Return the same in parts, whole lines each: what many debriefs share is the same part.

    The order is the player's. `talk` is what :func:`talk_of` gives for the run.
    """
    ending = _ending(debrief, lang)
    opening = (debrief["truth"], debrief["verdict"], debrief["summary"], debrief["asked"], debrief["paid"])
    ended = tuple(ending.values()) if ending else None
    parts = [_part("opening", lang, (*opening, ended), d=debrief, ending=ending)]
    parts += _first(debrief, talk, lang)
    parts += retold(debrief, talk, lang)
    own = tuple(_own(debrief["moves"], lang))
    if own:
        parts.append(_part("own", lang, own, lines=own))
    people = tuple((one["name"], one["together"], one["picked"]) for one in debrief["accounts"])
    if people:
        parts.append(_part("accounts", lang, people, people=people))
    if debrief["decisions"]:
        parts.append(_part("title", lang, "decisions_title", name="decisions_title"))
    parts += [_part("decision", lang, (*one.values(),), decision=one) for one in debrief["decisions"]]
    closing = (
        debrief["truth"],
        debrief["real"],
        *debrief["say"],
        None,
        *debrief["do"],
        *(tuple(contact.values()) for contact in debrief["contacts"]),
    )
    parts.append(_part("closing", lang, closing, d=debrief))
    above = debrief["score"]["discernment"]
    if above is None:
        return [*parts, "</section>\n"]
    percent = round(max(0.0, above) * 100)
    return [*parts, _part("discernment", lang, percent, percent=percent)]


def _ending(debrief: Mapping[str, Any], lang: Lang) -> dict[str, str] | None:
    """Return how it ended. Who left for somebody's help is told what came of that, which no authored ending knows."""
    ending, by = debrief["ending"], debrief["left_by"]
    if by in ("check", "tell", "report"):
        w = words(lang)
        text = w[f"left_{by}_{debrief['truth']}"]
        return {"outcome": debrief["way_out"] or "safe", "title": w[f"left_{by}_title"], "text": text}
    return None if ending is None else {**ending, "outcome": debrief["way_out"] or ending["outcome"]}


def _first(debrief: Mapping[str, Any], talk: Sequence[Mapping[str, Any]], lang: Lang) -> list[str]:
    """Return where it first showed, and when the learner first caught a sign."""
    found = debrief["noticed"]
    sign = found["first"] if found else debrief["first_sign"]
    quotes = [item["quote"] for item in debrief["items"] if item["message"] == sign]
    quotes += [line["text"] for line in talk if line["kind"] == "message" and line["id"] == sign]
    if not quotes or not quotes[0]:
        return []
    said = _noticed(found, lang) if found else ""
    return [_part("first", lang, (quotes[0], said), quote=quotes[0], said=said)]


def _noticed(found: Mapping[str, Any], lang: Lang) -> str:
    w = words(lang)
    if found["caught"] is None:
        return w["noticed_never"]
    if found["later"] == 0:
        return w["noticed_at_once"]
    return w["noticed_rest"] if found["during"] == "rest" else w["noticed_later"].format(n=found["later"])


def _own(moves: Mapping[str, Any], lang: Lang) -> Iterator[str]:
    """Yield what the learner did besides answering."""
    w = words(lang)
    if moves["paused"]:
        yield w["own_paused"].format(n=moves["paused"])
    for move in ("looked_up", "verified", "told", "reported"):
        if moves[move]:
            yield w[f"own_{move}"]


def _sentence(name: str, langs: tuple[Lang, ...]) -> Summary:
    lines = [(words(lang)["lang_tag"], words(lang)[name]) for lang in langs]
    return Summary(langs[0], (str(sentences(lines)),), "\n".join(text for _, text in lines))
