"""A small scam and its genuine twin, and ways of playing them through the real session fold."""

from __future__ import annotations

import dataclasses
import json
from typing import TYPE_CHECKING, Literal, cast

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
from safetystring.player.session import Course, Session, start, step
from safetystring.scenario import (
    Choice,
    Contact,
    Cue,
    Debrief,
    Ending,
    Family,
    Key,
    Message,
    Option,
    Outcome,
    Person,
    RedFlag,
    Scenario,
    Scene,
    Source,
    Text,
    content_hash,
    counterpart_ids,
    encode_debrief,
    key_to_json,
    scenario_to_json,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path
    from random import Random

    from safetystring.scenario.key import Rating

FAMILIES = ("identity", "channel", "isolation", "money")
CUES = {
    "m01": "identity",
    "m05": "channel",
    "m07": "isolation",
    "m10": "identity",
    "m13": "money",
    "m15": "money",
}
"""Family by message of the scam's six cues."""
ITEMS = ("m03", "m15", "m02", "m07", "m10", "m06", "m01", "m13", "m08", "m11", "m05", "m12")


def text(words: str) -> Text:
    return Text(zh=f"{words} 中", en=words, fr=f"{words} fr")


def _messages(*numbers: int) -> tuple[Message, ...]:
    return tuple(Message(id=f"m{n:02d}", form="text", sender="p01", text=text(f"message {n}")) for n in numbers)


def _option(number: int, goto: str | None, *replies: Message) -> Option:
    return Option(id=f"o{number:02d}", kind="say", text=text(f"option {number}"), goto=goto, replies=replies)


def _choice(number: int, *options: Option) -> Choice:
    return Choice(id=f"c{number:02d}", prompt=text(f"question {number}"), options=options)


def scenario(name: str) -> Scenario:
    """Four scenes on the spine, a branch that comes back (b01), a reply off the spine (m04), three choice points."""
    own = Message(id="m90", form="text", sender="me", text=text("mine"))
    ended = Message(id="m91", form="system", sender=None, text=text("call ended"))
    scenes = (
        Scene(
            id="s01",
            channel="ring",
            contact="p01",
            messages=_messages(1, 2, 3),
            choice=_choice(1, _option(1, "s02"), _option(2, None), _option(3, "s02", *_messages(4))),
        ),
        Scene(
            id="s02",
            channel="call",
            contact="p01",
            messages=(*_messages(5, 6), own, *_messages(7, 8, 9)),
            choice=_choice(2, _option(4, "s03"), _option(5, "s03"), _option(6, None)),
        ),
        Scene(
            id="s03",
            channel="chat",
            contact="p01",
            messages=_messages(10, 11, 12, 13, 14, 15, 16),
            choice=_choice(3, _option(7, None), _option(8, "b01"), _option(9, None)),
        ),
        Scene(id="b01", channel="chat", contact="p01", messages=_messages(17, 18), goto="s04"),
        Scene(id="s04", channel="chat", contact="p01", messages=(*_messages(19, 20), ended)),
    )
    made = Scenario(
        id=name,
        hash="",
        module="m1",
        title=text("a call"),
        setting=text("you are at home"),
        minutes=5,
        source_lang="zh",
        themes=("loss",),
        notes=None,
        cast={"p01": Person(id="p01", name=text("the desk"))},
        start="s01",
        spine=("s01", "s02", "s03", "s04"),
        scenes={scene.id: scene for scene in scenes},
        families=tuple(Family(id=family, name=text(f"family {family}"), hint=text("hint")) for family in FAMILIES),
        help=(),
        assets={},
    )
    return dataclasses.replace(made, hash=content_hash(made))


def key(made: Scenario, truth: Literal["scam", "genuine", "drill"]) -> Key:
    scam = truth == "scam"
    rated = "cautious safe harmful harmful cautious safe harmful cautious safe"
    if not scam:
        rated = "cautious harmful safe cautious safe harmful safe cautious harmful"
    ratings = {f"o{number:02d}": rating for number, rating in enumerate(rated.split(), 1)}
    out = "e01" if scam else "e02"
    ends = {"o02": out, "o06": out, "o07": "e03" if scam else "e01", "o09": out}
    return Key(
        id=made.id,
        hash=made.hash,
        truth=truth,
        difficulty={"cues": "few", "premise": "high"},
        cues={
            message: Cue(
                message=message,
                red_flag=f"flag_{family}",
                family=family,
                why=text(f"why {message}"),
                source="A1",
                instead=text("own instead") if message == "m01" else None,
                say=text("say this") if message == "m05" else None,
            )
            for message, family in CUES.items()
        }
        if scam
        else {},
        lookalikes={"m02": text("odd but fine"), "m06": text("fine too"), "m11": text("fine as well")},
        outcomes={
            option: Outcome(rating=cast("Rating", rating), consequence=text(f"then {option}"), ending=ends.get(option))
            for option, rating in ratings.items()
        },
        endings={
            "e01": Ending(id="e01", outcome="safe", title=text("well out"), text=text("good"), paid=0),
            "e02": Ending(id="e02", outcome="harmful", title=text("lost"), text=text("a slot missed"), paid=0),
            "e03": Ending(id="e03", outcome="harmful", title=text("paid"), text=text("gone"), paid=7000),
            "e04": Ending(id="e04", outcome="cautious", title=text("slowly"), text=text("later"), paid=0),
        },
        scene_ends={"s04": "e04"},
        leave="e01",
        items=ITEMS,
        decisions=("c01", "c02", "c03"),
        red_flags={
            f"flag_{family}": RedFlag(
                id=f"flag_{family}",
                family=family,
                decisive=family == "money",
                name=text(f"flag {family}"),
                definition=text("definition"),
                legitimate=text("what a real one does"),
            )
            for family in FAMILIES
        }
        if scam
        else {},
        sources={
            "A1": Source(
                id="A1", title=text("a notice"), issuer=text("an embassy"), date="2022-09", url="https://example.org/"
            )
        },
        debrief=Debrief(
            summary=text("what happened"),
            first_sign="m01",
            real=text("the real one"),
            say=(text("I will call back."),),
            do=(text("hang up"),),
            contacts=(
                Contact(
                    id="line",
                    name=text("a line"),
                    purpose=text("advice"),
                    value="0 000",
                    hours=None,
                    checked_on="2026-11-01",
                    certain=False,
                    urgent=True,
                ),
            ),
            asked=28000 if scam else 0,
        ),
    )


def pair(truth: str) -> tuple[Scenario, Key]:
    if truth not in ("scam", "genuine", "drill"):
        raise ValueError(truth)
    made = scenario({"scam": "cedar", "genuine": "maple"}.get(truth, "birch"))
    return made, key(made, truth)  # type: ignore[arg-type] # narrowed above


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
        """Give the verdict and see the rest."""
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
