"""The texts of all files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from safetystring.authoring.checks_text import fingerprint
from support.project import findings, put, text

if TYPE_CHECKING:
    from pathlib import Path

    from safetystring.authoring.source import Where

ALDER = "alder/scenario.yaml"
TITLE: Where = ("title",)

CASES: list[tuple[str, Where, str, str]] = [
    (ALDER, (*TITLE, "zh"), "  \n", "SS015"),
    (ALDER, (*TITLE, "zh"), "你好,同学", "SS090"),
    (ALDER, (*TITLE, "zh"), '他说"好"', "SS091"),
    (ALDER, (*TITLE, "fr"), "Allô ?", "SS092"),
    (ALDER, (*TITLE, "fr"), "L'appel", "SS093"),
    (ALDER, (*TITLE, "fr"), "早上的电话", "SS094"),
    (ALDER, (*TITLE, "en"), "早上的电话", "SS094"),
    (ALDER, (*TITLE, "of"), "00000000", "SS095"),
    (ALDER, (*TITLE, "en"), "A call ", "SS096"),
    ("red_flags.yaml", ("families", "money", "name", "fr"), "L'argent", "SS093"),
    ("contacts.yaml", ("desk", "for", "zh"), "你好!", "SS090"),
    ("sources.yaml", ("A1", "issuer", "fr"), "Qui?", "SS092"),
    ("modules.yaml", ("m1", "title", "zh"), "第一课:来电", "SS090"),
]


@pytest.mark.parametrize(("file", "where", "value", "code"), CASES)
def test_findings(tmp_path: Path, file: str, where: Where, value: str, code: str) -> None:
    assert [one[:2] for one in findings(tmp_path, put(file, where, value))] == [(code, file)]


def test_a_fresh_translation_and_a_block_are_in_order(tmp_path: Path) -> None:
    title = {**text("A call"), "en": "A call.\n"}
    assert findings(tmp_path, put(ALDER, TITLE, {**title, "of": fingerprint(title["zh"])})) == []


def test_fingerprint() -> None:
    assert fingerprint("abc") == "ba7816bf"
    assert fingerprint("abc\n") == "ba7816bf"
