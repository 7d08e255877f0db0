"""Simulated learners: each plays a compiled scenario through the real session fold and leaves a real response log.

They prove the scorer, the frames and the report; they prove nothing about people. Every line they write carries the
window id :data:`WINDOW`, so that a report can say that it is looking at simulated learners.
"""

from __future__ import annotations

import json
import math
import random
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from safetystring.cohort.profiles import PROFILES, Profile
from safetystring.player.events import (
    FORMAT,
    Attempt,
    Chose,
    Debriefed,
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
from safetystring.scenario import Key

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from safetystring.scenario import Choice, Lang, Scenario

WINDOW = "simula"
"""The window id on simulated lines. Real ones are six hexadecimal digits, so that none can be this word."""

VERDICTS = (2, 15, 35, 50, 65, 85, 98)
"""The seven steps the player offers, in percent."""

_LANGS: tuple[Lang, ...] = ("zh", "zh", "zh", "zh", "zh", "zh", "zh", "en", "fr", "fr")
_FIRST_DAY = datetime(2026, 9, 7, 9, 0, tzinfo=UTC)
"""Simulated time, not the clock: the same seed gives the same bytes on any day."""
_MAX_ANSWERS = 60
"""A conversation that goes round in circles is left after so many answers."""


def simulate(scenario: Scenario, key: Key, profile: str | Profile, seed: int) -> bytes:
    """Play `scenario` once and return the response log.

    One `seed` is one learner: on every scenario it has the same ability, so that its results hang together as a
    person's would. The same arguments give the same bytes on every machine.

    Parameters
    ----------
    scenario, key
        A compiled scenario and its key. The simulated learner reads the key; that is what makes it careful.
    profile
        A name of :data:`~safetystring.cohort.profiles.PROFILES`, or a profile of one's own.
    seed
        Any whole number.

    Raises
    ------
    KeyError
        If there is no profile of that name.
    """
    name = profile if isinstance(profile, str) else "own"
    who = PROFILES[profile] if isinstance(profile, str) else profile
    if not who.opens:
        return b""
    ability = random.Random(f"learner {name} {seed}").gauss(0.0, who.spread)  # noqa: S311 - a simulation, no secret
    dice = random.Random(f"play {scenario.id} {name} {seed}")  # noqa: S311
    begin = _FIRST_DAY + timedelta(minutes=dice.randrange(60 * 24 * 5))
    attempt = Attempt(
        format=FORMAT,
        scenario=scenario.id,
        hash=scenario.hash,
        attempt=1,
        seed=dice.randrange(2**31),
        lang=_LANGS[seed % len(_LANGS)],
        release=scenario.release,
        started=begin.isoformat(timespec="seconds"),
    )
    course = Course.of(scenario)
    run = _Run(course, key, who, ability, dice, start(attempt, course), int(begin.timestamp() * 1000))
    run.write(attempt)
    for event in run.play():
        run.session = step(run.session, event, course)
        run.write(event)
    return b"".join(run.lines)


@dataclass(slots=True)
class _Run:
    """One simulated run under way: the state of the session, the clock in milliseconds, and the lines so far."""

    course: Course
    key: Key
    who: Profile
    ability: float
    dice: random.Random
    session: Session
    clock: int
    lines: list[bytes] = field(default_factory=list)

    def write(self, event: Event) -> None:
        line = Line(n=len(self.lines) + 1, at=self.clock, window=WINDOW, event=event)
        text = json.dumps(to_json(line), ensure_ascii=False, separators=(",", ":"))
        self.lines.append(text.encode() + b"\n")

    def play(self) -> Iterator[Event]:
        """Yield the events of the run; the caller folds each one before the next is asked for."""
        yield from self._conversation()
        self._wait(4)
        if self.session.phase == "verdict":
            yield Verdict(percent=self._verdict())
        if self.dice.random() < self.who.stops:
            return
        if self.session.phase == "rest":
            for message in self.session.pending:
                yield from self._meet(message)
            yield Reviewing()
        yield from self._review()
        yield Reviewed()
        self._wait(20)
        yield Debriefed()

    def _conversation(self) -> Iterator[Event]:
        for _ in range(_MAX_ANSWERS):
            for message in self.session.pending:
                yield from self._meet(message)
                if self._leaves(message):
                    yield Left()
                    return
            # The fold has gone on to the verdict by itself where the conversation ended.
            if self.session.choice is None:
                break
            self._wait(6)
            yield self._answer(self.course.choices[self.session.choice])
        if self.session.phase == "play":
            yield Left()

    def _meet(self, message: str) -> Iterator[Event]:
        """Read one message and, perhaps, mark it."""
        self._wait(len(self.course.messages[message].text.zh) / self.who.pace + 0.8)
        yield Shown(ids=(message,))
        if self.course.messages[message].markable and self.dice.random() < self._chance(message):
            self._wait(2)
            yield Marked(id=message, family=self._family(message))

    def _leaves(self, message: str) -> bool:
        open_still = self.session.phase == "play" and self.course.messages[message].markable
        return open_still and self.dice.random() < self.who.leaves

    def _chance(self, message: str) -> float:
        cue = self.key.cues.get(message)
        if cue is not None:
            # Some red flags are harder to see than others, for everybody alike.
            hard = random.Random(f"red flag {cue.red_flag}").gauss(0.0, 1.0)  # noqa: S311
            return _shift(self.who.cue, self.ability + (hard if self.who.spread else 0.0))
        base = self.who.lookalike if message in self.key.lookalikes else self.who.other
        return _shift(base, -self.ability / 2)

    def _family(self, message: str) -> str:
        cue = self.key.cues.get(message)
        if cue is not None and self.dice.random() < self.who.family:
            return cue.family
        return self.dice.choice([family.id for family in self.course.scenario.families])

    def _answer(self, choice: Choice) -> Chose:
        if self.who.options is None:
            return Chose(choice=choice.id, option=choice.options[0].id)
        weight = dict(zip(("safe", "cautious", "harmful"), self.who.options, strict=True))
        ratings = (self.key.outcomes[option.id].rating for option in choice.options)
        taken = self.dice.choices(choice.options, weights=[weight[rating] for rating in ratings])[0]
        return Chose(choice=choice.id, option=taken.id)

    def _verdict(self) -> int:
        scam = self.key.truth == "scam"
        mean = self.who.scam + 8 * self.ability if scam else self.who.genuine - 8 * self.ability
        felt = self.dice.gauss(mean, self.who.doubt)
        return min(VERDICTS, key=lambda step: abs(step - felt))

    def _review(self) -> Iterator[Event]:
        for message in sorted(self.session.marks):
            if message not in self.key.cues and self.dice.random() < self.who.prunes:
                self._wait(3)
                yield Unmarked(id=message)
        for message in sorted(_missed(self.session, self.key.cues)):
            if self.dice.random() < self.who.adds:
                self._wait(3)
                yield Marked(id=message, family=self._family(message))

    def _wait(self, seconds: float) -> None:
        self.clock += int(1000 * seconds * self.dice.uniform(0.7, 1.5))


def _missed(session: Session, cues: Mapping[str, object]) -> set[str]:
    return (cues.keys() & session.shown.keys()) - session.marks.keys()


def _shift(probability: float, logits: float) -> float:
    """Move a probability by so many logits; 0 and 1 stay where they are."""
    if probability in (0.0, 1.0):
        return probability
    return 1.0 / (1.0 + math.exp(-(math.log(probability / (1.0 - probability)) + logits)))
