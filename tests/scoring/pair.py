"""A small scam and its genuine twin, compiled by hand so that every number in a table can be checked by eye."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Literal, cast

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
