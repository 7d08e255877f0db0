"""The three questions a facilitator asks the room, chosen from what the room did."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from safetystring.cohort.measures import Estimate
from safetystring.scenario import Text

if TYPE_CHECKING:
    from safetystring.cohort.summary import Summary

Name = Literal["q_missed", "q_alarm", "q_choice", "q_generic_1", "q_generic_2", "q_generic_3"]
_MOSTLY_CAUGHT = 0.8
_WORTH_ASKING = 0.1
COUNT = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question by the name of its words, with what they quote. `where` is the section it talks about."""

    name: Name
    where: str | None = None
    quote: Text | None = None
    other: Text | None = None
    share: Estimate | None = None


def questions(summary: Summary) -> tuple[Question, ...]:
    """Return three questions: on a missed cue, a risky answer and a false alarm, and general ones where these lack."""
    asked = [question for question in (_missed(summary), _choice(summary), _alarm(summary)) if question is not None]
    general = (Question(name="q_generic_1"), Question(name="q_generic_2"), Question(name="q_generic_3"))
    return (*asked, *general)[:COUNT]


def _missed(summary: Summary) -> Question | None:
    for flag in summary.flags:
        one = flag.quote_caught
        if flag.quote is not None and one is not None and one.value is not None and one.value <= _MOSTLY_CAUGHT:
            return Question(name="q_missed", where="flags", quote=flag.quote.text, other=flag.name, share=one)
    return None


def _alarm(summary: Summary) -> Question | None:
    for alarm in summary.false_alarms:
        if alarm.marked.value is not None and alarm.marked.value >= _WORTH_ASKING:
            return Question(name="q_alarm", where="alarms", quote=alarm.quote.text, share=alarm.marked)
    return None


def _choice(summary: Summary) -> Question | None:
    risky = [
        (option.taken.value, point, option)
        for point in summary.choices
        if not point.genuine
        for option in point.options
        if option.rating == "harmful" and option.taken.value is not None and option.taken.value >= _WORTH_ASKING
    ]
    if not risky:
        return None
    _, point, option = max(risky, key=lambda one: one[0])
    return Question(name="q_choice", where="choices", quote=point.prompt, other=option.text, share=option.taken)
