"""A scenario as long as need be: many messages at the start, then one message a click. No two questions are alike."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from safetystring.player.run import Run
from safetystring.player.script import Course
from safetystring.scenario import Choice, Family, Message, Option, Person, Scenario, Scene, Text, scenario_to_json

if TYPE_CHECKING:
    from pathlib import Path

_NOTEBOOK = {"cells": [], "metadata": {"kernelspec": {"name": "python3", "display_name": "Python 3"}}}
_BATCH = 400


def _text(words: str) -> Text:
    return Text(zh=words, en=words, fr=words)


def _message(number: int) -> Message:
    words = f"第 {number} 条：您好，这里是服务台，请您核对一下刚才说的时间和地址，有出入的话告诉我。"
    return Message(id=f"m{number:04}", form="text", sender="p01", text=_text(words))


def _scene(number: int, first: int, messages: int, *, last: bool) -> Scene:
    options = tuple(
        Option(id=f"o{number:03}{letter}", kind="say", text=_text(f"{words}（{number}）"), goto=f"s{number + 1:03}")
        for letter, words in (("a", "好的，我看一下。"), ("b", "请您再说一遍。"), ("c", "我想先问问别人。"))
    )
    asked = Choice(id=f"c{number:03}", prompt=_text(f"第 {number} 次，您怎么说？"), options=options)
    return Scene(
        id=f"s{number:03}",
        channel="chat",
        contact="p01",
        messages=tuple(_message(first + index) for index in range(messages)),
        choice=None if last else asked,
    )


def long_scenario(name: str, messages: int, clicks: int) -> Scenario:
    """Return a scenario whose first scene has `messages` messages and which has room for `clicks` choices after it."""
    scenes = [_scene(0, 1, messages, last=False)]
    scenes += [_scene(number, messages + number, 1, last=number == clicks) for number in range(1, clicks + 1)]
    return Scenario(
        id=name,
        module="m1",
        hash="0" * 64,
        title=_text("一段很长的对话"),
        setting=_text("一个下午"),
        minutes=2,
        source_lang="zh",
        themes=(),
        notes=None,
        families=(Family(id="identity", name=_text("身份"), hint=_text("谁在说话")),),
        cast={"p01": Person(id="p01", name=_text("服务台"), avatar="desk")},
        start="s000",
        spine=tuple(scene.id for scene in scenes),
        scenes={scene.id: scene for scene in scenes},
        help=(),
        assets={},
    )


def put(folder: Path, scenario: Scenario, *, begun: bool = True) -> None:
    """Write the scenario into a learner's folder; where it is `begun`, with a log in which all is painted."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    (folder / "data" / f"{scenario.id}.json").write_text(scenario_to_json(scenario), encoding="utf-8")
    if not begun:
        return
    log = folder / "responses" / f"{scenario.id}.jsonl"
    log.unlink(missing_ok=True)
    run = Run(Course.of(scenario), log)
    run.begin()
    while run.session is not None and run.session.pending:
        run.shown(run.session.pending[:_BATCH])


def notebook(path: Path, *cells: str) -> None:
    """Write a notebook of these code cells."""
    made: list[dict[str, object]] = [
        {
            "id": f"c{number}",
            "cell_type": "code",
            "source": cell,
            "metadata": {},
            "outputs": [],
            "execution_count": None,
        }
        for number, cell in enumerate(cells)
    ]
    path.write_text(json.dumps({**_NOTEBOOK, "nbformat": 4, "nbformat_minor": 5, "cells": made}), encoding="utf-8")
