"""A scenario that has one of everything the player must handle, and a key that belongs to it."""

from __future__ import annotations

import dataclasses
import json

from safetystring.player.events import FORMAT, Attempt, Event, Line, to_json
from safetystring.player.log import load_line
from safetystring.scenario import (
    Choice,
    Contact,
    Debrief,
    Document,
    Ending,
    Family,
    Key,
    LinkCard,
    Message,
    Option,
    Outcome,
    Person,
    Scenario,
    Scene,
    Text,
    content_hash,
)


def text(word: str) -> Text:
    return Text(zh=f"{word}中", en=word, fr=f"{word} fr")


def bubble(name: str, sender: str | None = "p01") -> Message:
    return Message(id=name, form="text" if sender else "narration", sender=sender, text=text(name))


def _scenes() -> tuple[Scene, ...]:
    ring = Choice(
        id="c01",
        prompt=text("answer?"),
        options=(
            Option(id="o01", kind="do", text=text("answer"), goto="s02"),
            Option(id="o02", kind="do", text=text("let it ring")),
        ),
    )
    chat = Choice(
        id="c02",
        prompt=text("well?"),
        options=(
            Option(id="o03", kind="say", text=text("yes"), replies=(bubble("m06"),), goto="s03"),
            Option(id="o04", kind="say", text=text("who?"), goto="s04"),
            Option(id="o05", kind="do", text=text("stop"), replies=(bubble("m10"),)),
        ),
    )
    loop = Choice(
        id="c03",
        prompt=text("again?"),
        options=(
            Option(id="o06", kind="say", text=text("go on"), goto="s03"),
            Option(id="o07", kind="say", text=text("again"), goto="s04"),
        ),
    )
    paper = Message(
        id="m03",
        form="document",
        sender="p01",
        text=text("look"),
        time="10:41",
        attachment=Document(asset="paper", caption=text("paper"), alt=text("a paper")),
    )
    link = Message(
        id="m08",
        form="link",
        sender="p02",
        text=text("here"),
        attachment=LinkCard(title=text("site"), url="https://file.example", site=text("a site")),
    )
    return (
        Scene(id="s01", channel="ring", contact="p01", messages=(bubble("m01"),), choice=ring),
        Scene(
            id="s02",
            channel="chat",
            contact="p01",
            messages=(bubble("m02"), paper, bubble("m04", None), bubble("m05", "me")),
            choice=chat,
        ),
        Scene(id="s03", channel="chat", contact="p02", messages=(link, bubble("m09", "p02"))),
        Scene(id="s04", channel="chat", contact="p01", messages=(bubble("m07"),), choice=loop),
    )


def make(name: str = "alder", **changes: object) -> Scenario:
    made = Scenario(
        id=name,
        hash="",
        module="m1",
        title=text("title"),
        setting=text("setting"),
        minutes=5,
        source_lang="zh",
        themes=("loss",),
        notes=None,
        cast={
            "p01": Person(
                id="p01", name=text("somebody"), about=text("far"), number="+33 1 99 00 00 01", avatar="desk"
            ),
            "p02": Person(id="p02", name=text("other")),
        },
        start="s01",
        spine=("s01", "s02", "s03"),
        scenes={scene.id: scene for scene in _scenes()},
        families=tuple(Family(id=name, name=text(name), hint=text("hint")) for name in ("identity", "money")),
        help=(
            Contact(
                id="h01",
                name=text("line"),
                purpose=text("talk"),
                value="00",
                hours=None,
                checked_on="2026-11-23",
                certain=False,
                urgent=True,
            ),
        ),
        assets={"paper": "<svg/>"},
    )
    made = dataclasses.replace(made, **changes)  # type: ignore[arg-type] # a test names the fields it changes
    return dataclasses.replace(made, hash=content_hash(made))


def key(scenario: Scenario) -> Key:
    """A key of a genuine conversation, with nothing to spot."""
    outcome = Outcome(rating="safe", consequence=text("fine"))
    ends = dataclasses.replace(outcome, ending="e01")
    options = [option for scene in scenario.scenes.values() if scene.choice for option in scene.choice.options]
    return Key(
        id=scenario.id,
        hash=scenario.hash,
        truth="genuine",
        difficulty={},
        cues={},
        lookalikes={"m03": text("odd")},
        outcomes={option.id: outcome if option.goto else ends for option in options},
        endings={"e01": Ending(id="e01", outcome="safe", title=text("end"), text=text("over"), paid=0)},
        scene_ends={"s03": "e01"},
        leave="e01",
        items=("m01", "m02", "m03", "m08", "m09"),
        decisions=("c01", "c02"),
        red_flags={},
        sources={},
        debrief=Debrief(
            summary=text("summary"),
            first_sign=None,
            real=text("real"),
            say=(text("say"),),
            do=(text("do"),),
            contacts=(),
            asked=0,
        ),
    )


def header(scenario: Scenario, number: int = 1, /, **changes: object) -> Attempt:
    made = Attempt(
        format=FORMAT,
        scenario=scenario.id,
        hash=scenario.hash,
        attempt=number,
        seed=7,
        lang="zh",
        release="training",
        started="2026-11-23T10:00:00+00:00",
    )
    return dataclasses.replace(made, **changes)  # type: ignore[arg-type] # a test names the fields it changes


def raw(n: int, event: Event, window: str = "aaaaaa") -> bytes:
    """Return a line as the writer would have written it."""
    line = to_json(Line(n=n, at=1_700_000_000_000 + n, window=window, event=event))
    return json.dumps(line, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def events_of(data: bytes) -> list[Event]:
    """Return the events of a log, every line of which must be readable."""
    return [load_line(line).event for line in data.splitlines()]
