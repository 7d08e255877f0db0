from __future__ import annotations

import dataclasses

from safetystring.cohort.frames import Rows
from safetystring.cohort.measures import Estimate
from safetystring.cohort.questions import questions
from safetystring.cohort.summary import Summary, summarise

EMPTY = summarise(Rows().frames((), {}))


def test_a_room_gets_three_questions_on_what_it_did(summary: Summary) -> None:
    missed, choice, alarm = questions(summary)
    assert (missed.name, choice.name, alarm.name) == ("q_missed", "q_choice", "q_alarm")
    assert summary.flags[0].quote is not None
    assert missed.quote == summary.flags[0].quote.text
    assert missed.other == summary.flags[0].name
    assert alarm.quote == summary.false_alarms[0].quote.text


def test_the_riskiest_answer_on_a_scam_is_asked_about(summary: Summary) -> None:
    choice = questions(summary)[1]
    risky = [
        (option.taken.value or 0, option.text)
        for point in summary.choices
        if not point.genuine
        for option in point.options
        if option.rating == "harmful"
    ]
    assert choice.other == max(risky, key=lambda one: one[0])[1]


def test_without_findings_three_general_ones_remain() -> None:
    assert [question.name for question in questions(EMPTY)] == ["q_generic_1", "q_generic_2", "q_generic_3"]


def test_what_nearly_everybody_caught_is_not_asked_about(summary: Summary) -> None:
    sure = Estimate(value=0.95, low=0.9, high=0.99, n=40, learners=40)
    caught = tuple(dataclasses.replace(flag, caught=sure, quote_caught=sure) for flag in summary.flags)
    asked = questions(dataclasses.replace(summary, flags=caught))
    assert [question.name for question in asked] == ["q_choice", "q_alarm", "q_generic_1"]


def test_a_rare_answer_or_alarm_is_not_asked_about(summary: Summary) -> None:
    rare = Estimate(value=0.05, low=0.01, high=0.2, n=40, learners=40)
    choices = tuple(
        dataclasses.replace(point, options=tuple(dataclasses.replace(option, taken=rare) for option in point.options))
        for point in summary.choices
    )
    alarms = tuple(dataclasses.replace(alarm, marked=rare) for alarm in summary.false_alarms)
    asked = questions(dataclasses.replace(summary, choices=choices, false_alarms=alarms))
    assert [question.name for question in asked] == ["q_missed", "q_generic_1", "q_generic_2"]
