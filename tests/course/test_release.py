from __future__ import annotations

import base64
import json
import re
import zlib
from typing import TYPE_CHECKING, Any

import pytest

from course.nbcourse import compiled
from safetystring.course.release import course_files, self_study_files
from safetystring.player.catalogue import FRAME, Module
from safetystring.player.lesson import Lesson
from safetystring.scenario import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from safetystring.scenario import Key


def secrets_of(key: Key) -> Iterator[str]:
    """Yield every string of a key that no exam release may hold, in whatever coding."""

    def texts(*given: Text | None) -> Iterator[str]:
        for text in given:
            if text is not None:
                yield from (text.zh, text.en, text.fr)

    for cue in key.cues.values():
        yield from texts(cue.why, cue.instead, cue.say)
    for flag in key.red_flags.values():
        yield flag.id
        yield from texts(flag.name, flag.definition, flag.legitimate)
    for ending in key.endings.values():
        yield ending.id
        yield from texts(ending.title, ending.text)
    for outcome in key.outcomes.values():
        yield from texts(outcome.consequence)
    for source in key.sources.values():
        yield from texts(source.title, source.issuer)
    yield from texts(*key.lookalikes.values(), key.debrief.summary, key.debrief.real, *key.debrief.say, *key.debrief.do)
    # Words of the key's own structure: a rating, the truth, the assignment of items.
    yield from ("harmful", "cautious", "red_flag", "truth", "lookalike", "genuine", "outcome", "rating", "discernment")
    yield json.dumps(list(key.items))


def unveiled(text: str) -> Iterator[str]:
    """Yield a text and whatever it holds in JSON strings, base 64 or 85, and zlib, again and again."""
    queue, seen = [text], set()
    while queue:
        part = queue.pop()
        if part in seen or len(part) < 3:
            continue
        seen.add(part)
        yield part
        queue += [inner for inner in _strings(part) if inner != part]
        for decode in (base64.b64decode, base64.b85decode, bytes.fromhex):
            try:
                raw = decode(part.strip())
            except ValueError:
                continue
            for data in (raw, _inflated(raw)):
                try:
                    queue.append(data.decode())
                except UnicodeDecodeError:
                    continue


def _inflated(data: bytes) -> bytes:
    try:
        return zlib.decompress(data)
    except zlib.error:
        return b""


def _strings(text: str) -> Iterator[str]:
    def walk(value: Any) -> Iterator[str]:  # noqa: ANN401 - any JSON
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict):
            for name, inner in value.items():
                yield from (name, *walk(inner))
        elif isinstance(value, list):
            for inner in value:
                yield from walk(inner)

    try:
        yield from walk(json.loads(text))
    except ValueError:
        return


def leaks(files: dict[str, str], key: Key) -> set[str]:
    found = set()
    words = [word for word in set(secrets_of(key)) if word]
    for name, text in files.items():
        for part in (name, *unveiled(text)):
            found |= {word for word in words if word in part and (len(word) > 4 or _alone(word, part))}
    return found


def _alone(word: str, text: str) -> bool:
    """Whether a short id stands by itself: three characters also turn up inside a checksum."""
    return re.search(rf"(?<![0-9A-Za-z]){re.escape(word)}(?![0-9A-Za-z])", text) is not None


def handed_out(files: dict[str, str]) -> dict[str, str]:
    return {name: text for name, text in files.items() if name.startswith("source/")}


def test_an_exam_hands_out_no_key() -> None:
    for one in compiled("exam"):
        files = handed_out(course_files(compiled("exam")))
        assert leaks(files, one.key) == set()
        assert not [name for name in files if name.endswith(".debrief")]


def test_a_lesson_goes_out_with_training_and_not_with_an_exam() -> None:
    word = Text(zh="课", en="lesson", fr="leçon")
    lesson = Lesson(minutes=2, points=(word,), sender=word, parts=(), genuine=word)
    names = {one.scenario.module for one in compiled()}
    modules = [Module(id=name, title=word, goals=(word,), minutes=2, scenarios=(), lesson=lesson) for name in names]
    modules.append(Module(id="m99", title=word, goals=(word,), minutes=2, scenarios=()))
    training, exam = course_files(compiled(), modules), course_files(compiled("exam"), modules)
    assert {name for name in training if name.endswith(FRAME)} == {f"source/{name}/data/{FRAME}" for name in names}
    assert not [name for name in exam if name.endswith(FRAME)]
    assert not [name for name in course_files(compiled()) if name.endswith(FRAME)]


def test_the_search_for_a_key_would_find_one() -> None:
    """In training the debrief is handed out behind a veil; the same search lifts it."""
    scam, _ = compiled()
    files = handed_out(course_files(compiled()))
    assert {"why m13", "harmful", "flag_money", "what happened", "gone", "e03"} <= leaks(files, scam.key)


def test_keys_lie_beside_the_sources() -> None:
    files = course_files(compiled("exam"))
    assert sorted(name for name in files if name.startswith("keys/")) == [
        "keys/cedar.json",
        "keys/cedar.scenario.json",
        "keys/maple.json",
        "keys/maple.scenario.json",
    ]


@pytest.mark.parametrize("mode", ["training", "exam"])
def test_a_genuine_scenario_cannot_be_told_from_a_scam_by_its_files(mode: Any) -> None:  # noqa: ANN401 - a mode
    files = handed_out(course_files(compiled(mode)))
    cedar = {name: text for name, text in files.items() if "cedar" in name}
    maple = {name: text for name, text in files.items() if "maple" in name}
    assert [name.replace("cedar", "maple") for name in cedar] == list(maple)
    notebooks = [name for name in cedar if name.endswith(".ipynb")]
    assert notebooks
    for name in notebooks:
        assert cedar[name].replace("cedar", "maple") == maple[name.replace("cedar", "maple")]


def test_self_study_has_its_debrief() -> None:
    assert sorted(self_study_files(compiled())) == [
        "m1/cedar.ipynb",
        "m1/data/cedar.debrief",
        "m1/data/cedar.json",
        "m1/data/maple.debrief",
        "m1/data/maple.json",
        "m1/maple.ipynb",
    ]
