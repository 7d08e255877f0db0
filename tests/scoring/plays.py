"""A small scam and its genuine twin, and ways of playing them through the real session fold."""

from __future__ import annotations

import dataclasses
import json
from typing import TYPE_CHECKING, Literal

from safetystring.player.events import (
    Attempt,
    Chose,
    Event,
    Left,
    Line,
    Marked,
    Reviewed,
    Reviewing,
    Shown,
    Unmarked,
    Verdict,
    to_json,
)
from safetystring.player.script import Course
from safetystring.player.session import Session, start, step
from safetystring.scenario import (
    Key,
    Scenario,
    counterpart_ids,
    encode_debrief,
    key_to_json,
    scenario_to_json,
)
from scoring.pair import CUES, FAMILIES, ITEMS, key, pair, scenario, text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path
    from random import Random


__all__ = [
    "CUES",
    "FAMILIES",
    "ITEMS",
    "SHORTCUTS",
    "Run",
    "Shortcut",
    "attempt",
    "key",
    "log_of",
    "pair",
    "random_run",
    "result_of",
    "run",
    "scenario",
    "shortcut",
    "text",
    "write_course",
    "write_notebooks",
]


def attempt(made: Scenario) -> Attempt:
    return Attempt(
        format=1,
        scenario=made.id,
        hash=made.hash,
        attempt=1,
        seed=7,
        lang="en",
        release="training",
        started="2026-11-23T10:00:00Z",
    )


class Run:
    """One attempt, driven through the real fold event by event."""

    def __init__(self, made: Scenario) -> None:
        self.course = Course.of(made)
        self.header = attempt(made)
        self.session = start(self.header, self.course)
        self.events: list[Event] = []

    def do(self, event: Event) -> None:
        self.session = step(self.session, event, self.course)
        self.events.append(event)

    def see(self, marks: Mapping[str, str]) -> None:
        """See all that was sent, marking each new message that `marks` names."""
        new = self.session.pending
        if new:
            self.do(Shown(ids=new))
        for message in new:
            if message in marks:
                self.do(Marked(id=message, family=marks[message]))

    def play(self, marks: Mapping[str, str], options: Iterable[str]) -> None:
        """Go to the conversation's end, preferring these options, else the first one offered."""
        wanted = set(options)
        while self.session.phase == "play":
            self.see(marks)
            if self.session.choice is not None:
                offered = [option.id for option in self.course.choices[self.session.choice].options]
                taken = next((option for option in offered if option in wanted), offered[0])
                self.do(Chose(choice=self.session.choice, option=taken))

    def take_back(self, messages: Iterable[str]) -> None:
        for message in messages:
            self.do(Unmarked(id=message))

    def hang_up(self) -> None:
        """Leave after the first message."""
        self.do(Shown(ids=self.session.pending[:1]))
        self.do(Left())

    def judge(self, percent: int, marks: Mapping[str, str]) -> None:
        """Give the verdict, where one is asked, and see the rest."""
        if not self.course.scenario.drill:
            self.do(Verdict(percent=percent))
        if self.session.phase == "rest":
            self.see(marks)
            self.do(Reviewing())

    def review(self, changes: Mapping[str, str | None]) -> None:
        """Change these marks (None takes one back) and finish."""
        for message, family in changes.items():
            if family is not None:
                self.do(Marked(id=message, family=family))
            elif message in self.session.marks:
                self.do(Unmarked(id=message))
        self.do(Reviewed())


def run(  # noqa: PLR0913 - each is one habit of a player, and most keep the default
    made: Scenario,
    *,
    marks: Mapping[str, str] | None = None,
    review: Mapping[str, str | None] | None = None,
    options: Iterable[str] = (),
    leave: bool = False,
    verdict: int = 50,
) -> Run:
    """Play one whole attempt.

    `marks` are made at each message's first showing, `review` changes them in the review, `options` are preferred
    where they are offered, `leave` hangs up after the first message.
    """
    played = Run(made)
    if leave:
        played.hang_up()
    else:
        played.play(marks or {}, options)
    played.judge(verdict, marks or {})
    played.review(review or {})
    return played


Shortcut = Literal["never", "hung up", "all", "nothing", "pruned", "first option", "good"]
SHORTCUTS: tuple[Shortcut, ...] = ("never", "hung up", "all", "nothing", "pruned", "first option", "good")


def shortcut(name: Shortcut, made: Scenario, answers: Key) -> Run | None:
    """Play one of the shortcuts a learner may try, or the run of someone who knows ("good").

    `pruned` is the dearest form of it: everything marked as it comes, then pruned in the review by someone who
    has found out all the right answers.
    """
    everything = dict.fromkeys(sorted(counterpart_ids(made)), made.families[0].id)
    right = {message: cue.family for message, cue in answers.cues.items()}
    knows = 98 if answers.truth == "scam" else 2
    safe = [option for option, outcome in answers.outcomes.items() if outcome.rating == "safe"]
    ways: dict[Shortcut, Callable[[], Run | None]] = {
        "never": lambda: None,
        "hung up": lambda: run(made, leave=True, verdict=98),
        "all": lambda: run(made, marks=everything, verdict=98),
        "nothing": lambda: run(made, verdict=2),
        "pruned": lambda: _pruned(made, everything, right, knows),
        "first option": lambda: run(made),
        "good": lambda: run(made, marks=right, options=safe, verdict=knows),
    }
    return ways[name]()


def _pruned(made: Scenario, everything: Mapping[str, str], right: Mapping[str, str], verdict: int) -> Run:
    played = Run(made)
    played.play(everything, ())
    played.judge(verdict, everything)
    played.review({message: right.get(message) for message in played.session.marks})
    return played


def result_of(played: Run | None) -> Session | None:
    return played.session if played is not None else None


def random_run(made: Scenario, random: Random) -> Run:
    """Play any attempt the fold allows: odd marks, early ends, second thoughts, or an attempt broken off."""
    played = Run(made)
    families = [family.id for family in made.families]
    markable = sorted(counterpart_ids(made))

    def odd() -> dict[str, str]:
        return {
            message: random.choice(families) for message in random.sample(markable, random.randrange(len(markable)))
        }

    stop = random.random()
    if stop < 0.1:
        return played
    if random.random() < 0.2:
        played.hang_up()
    else:
        options = [option.id for choice in played.course.choices.values() for option in choice.options]
        random.shuffle(options)
        played.play(odd(), options[: random.randrange(len(options) + 1)])
    if stop < 0.2:
        return played
    played.judge(random.randrange(101), odd())
    if stop < 0.3:
        return played
    changes: dict[str, str | None] = {m: random.choice([*families, None]) for m in odd() if m in played.session.shown}
    played.review(changes)
    return played


def log_of(played: Run, *more: Run) -> bytes:
    """Return the response log that these attempts leave, one after the other."""
    lines: list[bytes] = []
    for number, each in enumerate((played, *more), 1):
        header = dataclasses.replace(each.header, attempt=number)
        for event in (header, *each.events):
            line = Line(n=len(lines) + 1, at=1_700_000_000_000 + len(lines), window="abc123", event=event)
            lines.append(json.dumps(to_json(line)).encode() + b"\n")
    return b"".join(lines)


def write_course(root: Path, made: Scenario, answers: Key) -> Path:
    """Write `grading/keys/` and a learner's folder three levels below it; return that folder."""
    keys = root / "grading" / "keys"
    keys.mkdir(parents=True, exist_ok=True)
    (keys / f"{made.id}.json").write_text(key_to_json(answers), encoding="utf-8")
    (keys / f"{made.id}.scenario.json").write_text(scenario_to_json(made), encoding="utf-8")
    folder = root / "grading" / "autograded" / "li" / "m1"
    (folder / "responses").mkdir(parents=True, exist_ok=True)
    return folder


def write_notebooks(root: Path, made: Scenario, answers: Key) -> Path:
    """Write a learner's own folder of a training release; return it."""
    folder = root / "notebooks" / "m1"
    (folder / "responses").mkdir(parents=True)
    (folder / "data").mkdir()
    (folder / "data" / f"{made.id}.json").write_text(scenario_to_json(made), encoding="utf-8")
    (folder / "data" / f"{made.id}.debrief").write_text(encode_debrief(answers), encoding="ascii")
    return folder
