"""Which question the choice area shows in each phase."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from safetystring.player.choices import Press, Question
from safetystring.player.entries import ordered_options
from safetystring.player.words import word
from safetystring.scenario.record import dataclass
from safetystring.scenario.slots import drawn, fill

if TYPE_CHECKING:
    from safetystring.player.script import Course
    from safetystring.player.session import Session
    from safetystring.scenario import Lang, Option

VERDICT_STEPS = (2, 15, 35, 50, 65, 85, 98)
"""Percent of the seven steps from "surely genuine" to "surely a scam". None is 0 or 100: nobody can be that sure."""

_GO = ("sp-go",)
_KEYS = {"*": "star", "#": "hash"}
"""Names of the telephone's keys that no CSS class can be called."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Acts:
    """What the buttons do."""

    practise: Callable[[], object]
    begin: Callable[[], object]
    choose: Callable[[str], object]
    lock: Callable[[], object]
    finish_rest: Callable[[], object]
    finish_review: Callable[[], object]


def question(session: Session | None, opening: str, course: Course, lang: Lang, acts: Acts) -> Question:
    """Return the question of the run's phase. Nothing is asked while messages of the end are still being painted."""
    if session is None:
        # The practice is of red flags; a drill is of what to do, and begins at once.
        practise = opening == "intro" and not course.scenario.drill
        go = ("start", acts.practise if practise else acts.begin) if opening == "intro" else ("practice_go", acts.begin)
        return Question((opening, lang), presses=(Press(word(lang, go[0]), _GO, go[1]),))
    key = (session.attempt.attempt, session.phase, session.choice, len(session.script), lang)
    if session.phase == "play":
        return _choice(session, course, lang, acts, key)
    if session.phase == "verdict":
        lock = Press(word(lang, "verdict_lock"), _GO, acts.lock)
        steps = tuple(
            (f"{word(lang, f'verdict_{percent}')} · {_percent(percent, lang)}", percent) for percent in VERDICT_STEPS
        )
        return Question(key, word(lang, "verdict_prompt"), word(lang, "verdict_lead"), (lock,), steps)
    if session.phase in ("rest", "review"):
        act = acts.finish_rest if session.phase == "rest" else acts.finish_review
        kind = "drill_" if course.scenario.drill else ""
        done = Press(word(lang, f"{kind}{session.phase}_done"), _GO, act)
        return Question(key, word(lang, f"{kind}{session.phase}_title"), presses=(done,))
    return Question(key)  # the debrief and the skipped screen have buttons of their own, in the view


def _choice(session: Session, course: Course, lang: Lang, acts: Acts, key: tuple[object, ...]) -> Question:
    if session.choice is None:
        return Question(key)
    choice = course.choices[session.choice]
    values = drawn(course.scenario.slots, session.attempt.seed, lang)
    presses = tuple(
        Press(fill(option.text.get(lang), values), _classes(option), partial(acts.choose, option.id))
        for option in ordered_options(choice, session)
    )
    return Question(key, fill(choice.prompt.get(lang), values), presses=presses, behind=bool(session.pending))


def _classes(option: Option) -> tuple[str, ...]:
    if option.key is None:
        return ("sp-option", f"sp-{option.kind}")
    return ("sp-option", "sp-key", f"sp-key-{_KEYS.get(option.key, option.key)}")


def _percent(percent: int, lang: Lang) -> str:
    """Return a percentage as it is written in `lang`: French puts a no-break space before the sign."""
    return f"{percent}\u00a0%" if lang == "fr" else f"{percent}%"
