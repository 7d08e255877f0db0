"""A small scam and its genuine twin, and ways of playing them through the real session fold."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Literal

from safetystring.player.events import Attempt, Chose, Event, Left, Marked, Reviewed, Reviewing, Shown, Unmarked, Verdict
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
)

if TYPE_CHECKING:
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
        themes=(),
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
    ratings: Mapping[str, Rating] = (
        {"o01": "cautious", "o02": "safe", "o03": "harmful", "o04": "harmful", "o05": "cautious", "o06": "safe"}
        | {"o07": "harmful", "o08": "cautious", "o09": "safe"}
        if scam
        else {"o01": "cautious", "o02": "harmful", "o03": "safe", "o04": "cautious", "o05": "safe", "o06": "harmful"}
        | {"o07": "safe", "o08": "cautious", "o09": "harmful"}
    )
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
            option: Outcome(rating=rating, consequence=text(f"then {option}"), ending=ends.get(option))
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
            "A1": Source(id="A1", title=text("a notice"), issuer=text("an embassy"), date="2022-09", url="https://example.org/")
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


Marks = Mapping[str, str]


def run(  # noqa: PLR0913 - each is one habit of a player, and most keep the default
    made: Scenario,
    *,
    marks: Marks | None = None,
    review: Mapping[str, str | None] | None = None,
    options: Iterable[str] = (),
    leave: bool = False,
    verdict: int | None = 50,
    finish: bool = True,
    log: Callable[[Event], None] = lambda _: None,
) -> Session:
    """Play one attempt through the real fold.

    `marks` are made at each message's first showing, `review` changes them in the review (None unmarks), `options` are
    preferred where they are offered (the first option otherwise), `leave` hangs up after the first message, `verdict`
    None stops before it, and `finish` False stops before the review ends. `log` sees each event.
    """
    course = Course.of(made)
    session = start(attempt(made), course)
    wanted = set(options)

    def do(event: Event) -> None:
        nonlocal session
        log(event)
        session = step(session, event, course)

    def see() -> None:
        new = session.pending
        if new:
            do(Shown(ids=new))
            for message in new:
                if marks and message in marks:
                    do(Marked(id=message, family=marks[message]))

    if leave:
        do(Shown(ids=session.pending[:1]))
        do(Left())
    while session.phase == "play":
        see()
        if session.choice is not None:
            offered = [option.id for option in course.choices[session.choice].options]
            taken = next((option for option in offered if option in wanted), offered[0])
            do(Chose(choice=session.choice, option=taken))
    if verdict is None:
        return session
    do(Verdict(percent=verdict))
    if session.phase == "rest":
        see()
        do(Reviewing())
    for message, family in (review or {}).items():
        if family is not None:
            do(Marked(id=message, family=family))
        elif message in session.marks:
            do(Unmarked(id=message))
    if finish:
        do(Reviewed())
    return session


Shortcut = Literal["never", "hung up", "all", "nothing", "pruned", "first option", "good"]
SHORTCUTS: tuple[Shortcut, ...] = ("never", "hung up", "all", "nothing", "pruned", "first option", "good")


def shortcut(name: Shortcut, made: Scenario, answers: Key) -> Session | None:
    """Play one of the shortcuts a learner may try, or the run of someone who knows ("good").

    `pruned` is the dearest form of it: everything marked as it comes, then pruned in the review by someone who
    has found out all the right answers.
    """
    everything = dict.fromkeys(sorted(counterpart_ids(made)), made.families[0].id)
    right = {message: cue.family for message, cue in answers.cues.items()}
    knows = 98 if answers.truth == "scam" else 2
    safe = [option for option, outcome in answers.outcomes.items() if outcome.rating == "safe"]
    match name:
        case "never":
            return None
        case "hung up":
            return run(made, leave=True, verdict=98)
        case "all":
            return run(made, marks=everything, verdict=98)
        case "nothing":
            return run(made, verdict=2)
        case "pruned":
            shown = run(made, marks=everything, verdict=knows, finish=False).shown
            seen = [message for message in everything if message in shown]
            return run(made, marks=everything, review={m: right.get(m) for m in seen}, verdict=knows)
        case "first option":
            return run(made)
        case "good":
            return run(made, marks=right, options=safe, verdict=knows)
