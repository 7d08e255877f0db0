from __future__ import annotations

from typing import TYPE_CHECKING

from authoring.test_slots import ALDER, SLOTS
from safetystring.authoring.checks_text import fingerprint
from safetystring.authoring.explain import validate
from safetystring.authoring.models import WrittenScenario
from safetystring.authoring.renderings import through_renderings
from safetystring.authoring.source import Located, parse
from safetystring.authoring.subject import File, Folder
from support.project import both, files, findings, put, to_yaml

if TYPE_CHECKING:
    from pathlib import Path


def folder(**changes: object) -> Folder:
    content = files()[ALDER] | changes
    located = parse(to_yaml(content).encode(), ALDER)
    assert isinstance(located, Located)
    written = validate(WrittenScenario, located)
    assert isinstance(written, WrittenScenario), written
    return Folder("alder", File(located, written), {})


def seen(subject: Folder) -> list[str]:
    """Return the English setting of every folder that a check is given."""
    met: list[str] = []

    def check(one: Folder) -> list[object]:
        met.append(one.file.written.setting.en)
        assert one.file.source.root["setting"]["en"] == met[-1]
        return []

    assert list(through_renderings(subject, lambda one: iter(check(one)), lambda one: iter(check(one)))) == []  # type: ignore[arg-type]
    return met


def test_without_slots_the_file_is_looked_at_once() -> None:
    assert seen(folder()) == ["An afternoon in English"]


def test_each_value_and_the_longest_are_looked_at() -> None:
    slots = {"a": ["1", "22", "3"], "b": ["44", "5"], **SLOTS}
    setting = dict.fromkeys(("zh", "en", "fr"), "{a} {b} {desk}")
    as_written, *rendered = seen(folder(slots=slots, setting=setting))
    assert as_written == "{a} {b} {desk}"
    assert rendered == ["1 44 316", "22 5 208", "3 44 316", "22 44 316"]


def test_braces_are_read_as_learners_read_them() -> None:
    assert seen(folder(setting=dict.fromkeys(("zh", "en", "fr"), "{{x}}")))[1:] == ["{x}"]


def test_the_hash_of_a_source_is_that_of_the_text_as_written(tmp_path: Path) -> None:
    words = {"zh": "{desk} {friend}", "en": "{desk} {friend}", "fr": "{desk} {friend}"}

    def codes(of: str) -> list[str]:
        change = both(put(ALDER, ("slots",), dict(SLOTS)), put(ALDER, ("setting",), {**words, "of": of}))
        return [one[0] for one in findings(tmp_path, change) if one[0] != "SS132"]

    assert codes(fingerprint(words["zh"])) == []
    assert codes("00000000") == ["SS095"]
