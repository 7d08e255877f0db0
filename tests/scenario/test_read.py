"""Compiled files are read back as they were written; damaged ones say what is wrong."""

from __future__ import annotations

import base64
import dataclasses
import zlib
from typing import TYPE_CHECKING

import pytest

from safetystring.scenario import (
    Debrief,
    Ending,
    FormatError,
    Key,
    Text,
    content_hash,
    decode_debrief,
    encode_debrief,
    key_to_json,
    read_key,
    read_scenario,
    scenario_to_json,
)
from safetystring.scenario.read import MAX_BYTES

if TYPE_CHECKING:
    from pathlib import Path

    from safetystring.scenario import Scenario

WORD = Text("词", "word", "mot")


@pytest.fixture
def key(scenario: Scenario) -> Key:
    return Key(
        id=scenario.id,
        hash=scenario.hash,
        truth="scam",
        difficulty={"cues": "few"},
        cues={},
        lookalikes={"m02": WORD},
        outcomes={},
        endings={"e01": Ending(id="e01", outcome="safe", title=WORD, text=WORD, paid=0)},
        scene_ends={},
        leave="e01",
        items=("m01",),
        decisions=("c01",),
        red_flags={},
        sources={},
        debrief=Debrief(summary=WORD, first_sign=None, real=WORD, say=(WORD,), do=(WORD,), contacts=(), asked=0),
    )


def test_a_scenario_comes_back(scenario: Scenario, tmp_path: Path) -> None:
    path = tmp_path / "alder.json"
    path.write_text(scenario_to_json(scenario), encoding="utf-8")
    assert read_scenario(path) == scenario


def test_a_key_comes_back_plain_and_veiled(key: Key, tmp_path: Path) -> None:
    path = tmp_path / "alder.json"
    path.write_text(key_to_json(key), encoding="utf-8")
    assert read_key(path) == key
    assert decode_debrief(encode_debrief(key)) == key


def test_a_glance_does_not_give_the_debrief_away(key: Key) -> None:
    veiled = encode_debrief(key)
    assert veiled.isascii()
    assert "scam" not in veiled


def test_the_hash_covers_content_and_not_the_release(scenario: Scenario) -> None:
    assert content_hash(dataclasses.replace(scenario, release="exam", hash="other")) == scenario.hash
    assert content_hash(dataclasses.replace(scenario, minutes=6)) != scenario.hash


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"{", "not JSON"),
        (b"[" * 100_000, "not JSON"),
        (b"\xff\xfe", "not JSON"),
        (b"[]", r"\$: expected dict"),
        (b" " * (MAX_BYTES + 1), "larger than"),
    ],
)
def test_a_damaged_file_says_what_is_wrong(data: bytes, expected: str, tmp_path: Path) -> None:
    path = tmp_path / "alder.json"
    path.write_bytes(data)
    with pytest.raises(FormatError, match=expected):
        read_scenario(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(FormatError, match=r"alder\.json: cannot be read \(No such file"):
        read_scenario(tmp_path / "alder.json")


@pytest.mark.parametrize(
    "veiled",
    [
        "not base85 €",
        "",
        base64.b85encode(b"not zlib").decode(),
        base64.b85encode(zlib.compress(b" " * (MAX_BYTES + 10))).decode(),
        base64.b85encode(zlib.compress(b"{}")).decode(),
    ],
)
def test_a_damaged_debrief_is_refused(veiled: str) -> None:
    with pytest.raises(FormatError):
        decode_debrief(veiled)
