"""What fits on which channel, and what a screen of its own must hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

import pytest

from safetystring.authoring.checks_channels import FITS
from safetystring.scenario import messages_by_id
from safetystring.scenario.model import Channel, Form
from support.demo import compile_demo
from support.project import both, findings, put, text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from support.project import Files

FILE = "alder/scenario.yaml"
CHAT = ("scenes", 3)
GROUP = {"name": text("Group"), "avatar": "group", "members": 40}
PAYMENT = {"form": "payment", "payee": text("P"), "amount": "5 €"}


def test_every_channel_shows_something_and_every_form_is_shown_somewhere() -> None:
    assert set(FITS) == set(get_args(Channel))
    assert set().union(*FITS.values()) == set(get_args(Form))


def _codes(tmp_path: Path, *changes: Callable[[Files], object]) -> list[str]:
    return [one[0] for one in findings(tmp_path, both(*changes))]


def _message(**more: object) -> Callable[[Files], object]:
    """Put a message in the place of the narration of scene s04."""
    base: dict[str, object] = {"id": "m30", "from": "p02"}
    return put(FILE, ("scenes", 4, "messages", 0), {**base, **more})


def _channel(name: str) -> Callable[[Files], object]:
    return put(FILE, ("scenes", 4, "channel"), name)


MISFITS: tuple[tuple[str, Any], ...] = (
    ("SS150", [("form", "frame"), ("backdrop", "office"), ("alt", text("A"))]),
    ("SS150", [("form", "mail"), ("text", text("B")), ("subject", text("S")), ("address", "a@b.example")]),
    ("SS154", [("form", "link"), ("title", text("T")), ("url", "b.paris/x"), ("site", text("S"))]),
    ("SS154", [("form", "page"), ("title", text("T")), ("address", "b.example.paris")]),
    ("SS154", [("form", "page"), ("title", text("T")), ("address", "not an address.example")]),
    ("SS155", [*PAYMENT.items(), ("iban", "XX12 EXEM PLE0 0000 0000")]),
    ("SS156", [*PAYMENT.items(), ("check", "close")]),
    ("SS156", [*PAYMENT.items(), ("check", "match"), ("found", text("Q"))]),
    ("SS156", [*PAYMENT.items(), ("found", text("Q"))]),
)


@pytest.mark.parametrize(("code", "message"), MISFITS)
def test_a_message_that_does_not_fit_a_chat(tmp_path: Path, code: str, message: list[tuple[str, object]]) -> None:
    assert _codes(tmp_path, _message(**dict(message))) == [code]


FITTING: tuple[tuple[str, dict[str, object]], ...] = (
    ("chat", {"form": "page", "title": text("T"), "address": "https://user@b.example:8080/x?y=1"}),
    ("chat", {"form": "page", "title": text("T"), "address": "www.b.example.com"}),
    ("chat", {**PAYMENT, "iban": "FR00 EXEM PLE0 0000 0000 0000 000", "check": "close", "found": text("Q")}),
    ("chat", {"form": "text", "text": text("x"), "reactions": [{"sign": "fire", "count": 37}]}),
)


@pytest.mark.parametrize(("channel", "message"), FITTING)
def test_a_message_that_fits(tmp_path: Path, channel: str, message: dict[str, object]) -> None:
    assert _codes(tmp_path, _channel(channel), _message(**message)) == []


@pytest.mark.parametrize("step", ["address", "reply_to", "link"])
def test_all_addresses_of_an_email_are_reserved(tmp_path: Path, step: str) -> None:
    mail: dict[str, Any] = {"form": "mail", "text": text("B"), "subject": text("S"), "address": "a@b.example"}
    mail[step] = {"label": text("L"), "target": "b.paris"} if step == "link" else "a@b.paris"
    found = _codes(tmp_path, _channel("mail"), _message(**mail))
    assert [code for code in found if code != "SS150"] == ["SS154" if step == "link" else "SS071"]


def test_reactions_and_keys_have_their_channels(tmp_path: Path) -> None:
    reactions = put(FILE, ("scenes", 1, "messages", 0, "reactions"), [{"sign": "like", "count": 1}])
    wrong = put(FILE, (*CHAT, "choice", "options", 0, "key"), "9")
    right = put(FILE, ("scenes", 1, "choice", "options", 0, "key"), "9")
    assert _codes(tmp_path, reactions, wrong, right) == ["SS151", "SS152"]


def _group(content: Files) -> None:
    scenario = content[FILE]
    scenario["scenes"][3] |= {"channel": "group", "contact": "p03"}
    scenario["cast"]["p03"] = dict(GROUP)


def test_a_group_says_how_many_it_has(tmp_path: Path) -> None:
    assert _codes(tmp_path, _group) == []
    assert _codes(tmp_path, _group, lambda content: content[FILE]["cast"]["p03"].pop("members")) == ["SS153"]


def test_who_works_together_speaks_in_the_group(tmp_path: Path) -> None:
    together = ("debrief", "together")
    assert _codes(tmp_path, _group, put(FILE, together, ["p02"])) == []
    assert _codes(tmp_path, _group, put(FILE, together, ["p02", "p01", "p09"])) == ["SS157", "SS157"]
    assert _codes(tmp_path, put("birch/scenario.yaml", together, ["p02"])) == ["SS157"]


def test_the_demo_shows_every_channel_and_every_form_without_an_error(tmp_path: Path) -> None:
    scenario, key = compile_demo(tmp_path)
    assert {scene.channel for scene in scenario.scenes.values()} == set(get_args(Channel))
    assert {message.form for message in messages_by_id(scenario).values()} == set(get_args(Form))
    assert key.debrief.together == ("p05", "p06", "p07")
