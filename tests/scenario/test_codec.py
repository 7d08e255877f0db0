"""The codec refuses what does not fit, naming the place, and gives back what it wrote."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safetystring.scenario import Scenario
from safetystring.scenario.codec import FormatError, _decode, _reader, decode, encode
from safetystring.scenario.model import Document, LinkCard, Message, Text, Voice

ROOT = Path(__file__).parents[2]
TEXT = {"zh": "你好", "en": "hello", "fr": "bonjour"}
BUBBLE = {"id": "m01", "form": "text", "sender": "p01", "text": TEXT}


@dataclass(frozen=True)
class Sample:
    count: int
    kind: Literal["one", "two"]
    names: tuple[str, ...]
    by_id: Mapping[str, Text]
    note: str | None


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"count": 1, "kind": "one"}, "$.by_id: missing"),
        ({"count": "1", "kind": "one", "by_id": {}}, "$.count: expected int, found '1'"),
        ({"count": True, "kind": "one", "by_id": {}}, "$.count: expected int, found a truth value"),
        ({"count": 1, "kind": "three", "by_id": {}}, "$.kind: expected one of one, two, found 'three'"),
        ({"count": 1, "kind": ["one"], "by_id": {}}, "$.kind: expected one of one, two, found ['one']"),
        ({"count": 1, "kind": "one", "by_id": {}, "more": 1}, "$: unknown field 'more'"),
        ({"count": 1, "kind": "one", "by_id": {"a": {"zh": "x", "en": "x"}}}, "$.by_id.a.fr: missing"),
        ({"count": 1, "kind": "one", "by_id": {}, "names": ["a", 2]}, "$.names[1]: expected str, found 2"),
        ({"count": 1, "kind": "one", "by_id": [], "names": []}, "$.by_id: expected dict, found []"),
        ([], "$: expected dict, found []"),
    ],
)
def test_what_does_not_fit_is_named(value: object, expected: str) -> None:
    with pytest.raises(FormatError) as caught:
        decode(Sample, value)
    assert str(caught.value) == expected


def test_a_field_that_may_be_empty_may_be_missing() -> None:
    sample = decode(Sample, {"count": 1, "kind": "two", "by_id": {}})
    assert sample == Sample(count=1, kind="two", names=(), by_id={}, note=None)


@pytest.mark.parametrize(
    "attachment",
    [
        Voice(seconds=12),
        Document(asset="a.svg", caption=Text("一", "one", "un"), alt=Text("一", "one", "un")),
        LinkCard(title=Text("一", "one", "un"), url="https://a.example", site=Text("一", "one", "un")),
        None,
    ],
)
def test_an_attachment_comes_back_as_what_it_was(attachment: Voice | Document | LinkCard | None) -> None:
    message = Message(id="m01", form="text", sender="p01", text=Text("一", "one", "un"), attachment=attachment)
    assert decode(Message, encode(message)) == message


def test_an_unknown_attachment_is_refused() -> None:
    with pytest.raises(FormatError, match=r"\$\.attachment\.is: expected one of Voice, .*found 'Bomb'"):
        decode(Message, {**BUBBLE, "attachment": {"is": "Bomb"}})


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
        max_leaves=8,
    )
)
def test_no_value_raises_anything_but_a_format_error(value: object) -> None:
    for spoilt in (value, {**BUBBLE, "attachment": value}, {**BUBBLE, "text": value}, {**BUBBLE, "time": value}):
        try:
            decode(Message, spoilt)
        except FormatError:
            continue


@pytest.mark.parametrize("file", sorted((ROOT / "notebooks").glob("m*/data/*.json")), ids=lambda file: file.stem)
def test_the_quick_reader_reads_what_the_one_that_names_places_reads(file: Path) -> None:
    value = json.loads(file.read_bytes())
    assert _reader(Scenario)(value) == _decode(Scenario, value, "$") == decode(Scenario, value)
