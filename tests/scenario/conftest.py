"""A scenario small enough to read: a ring, a chat with a choice, two ways on."""

from __future__ import annotations

import dataclasses

import pytest

from safetystring.scenario import (
    Choice,
    Family,
    Message,
    Option,
    Person,
    Scenario,
    Scene,
    Text,
    content_hash,
)


def text(word: str) -> Text:
    return Text(zh=f"{word}(中)", en=word, fr=f"{word} (fr)")


def bubble(name: str, sender: str | None = "p01") -> Message:
    return Message(id=name, form="text" if sender else "narration", sender=sender, text=text(name))


@pytest.fixture
def scenario() -> Scenario:
    options = (
        Option(id="o01", kind="say", text=text("on"), replies=(bubble("m05"),), goto="s03"),
        Option(id="o02", kind="do", text=text("stop")),
    )
    scenes = (
        Scene(id="s01", channel="ring", contact="p01", messages=(bubble("m01"),), goto="s02"),
        Scene(
            id="s02",
            channel="chat",
            contact="p01",
            messages=(bubble("m02"), bubble("m03", None), bubble("m04", "me")),
            choice=Choice(id="c01", prompt=text("well?"), options=options),
        ),
        Scene(id="s03", channel="chat", contact="p01", messages=(bubble("m06"),)),
    )
    made = Scenario(
        id="alder",
        hash="",
        module="m1",
        title=text("title"),
        setting=text("setting"),
        minutes=5,
        source_lang="zh",
        themes=(),
        notes=None,
        cast={"p01": Person(id="p01", name=text("somebody"))},
        start="s01",
        spine=("s01", "s02", "s03"),
        scenes={scene.id: scene for scene in scenes},
        families=(Family(id="money", name=text("money"), hint=text("hint")),),
        help=(),
        assets={},
    )
    return dataclasses.replace(made, hash=content_hash(made))
