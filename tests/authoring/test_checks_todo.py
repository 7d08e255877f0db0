"""Texts that still say TODO."""

from __future__ import annotations

from typing import TYPE_CHECKING

from safetystring.authoring.checks_todo import unwritten
from support.project import both, findings, put

if TYPE_CHECKING:
    from pathlib import Path


def test_unwritten_texts_are_named_once_each_with_their_languages(tmp_path: Path) -> None:
    text = {"zh": "TODO 词", "en": "Done", "fr": "TODO mot"}
    found = findings(
        tmp_path, both(put("alder/scenario.yaml", ("setting",), text), put("modules.yaml", ("m1", "title"), text))
    )
    assert [(code, file) for code, file, _, _ in found] == [
        ("SS120", "alder/scenario.yaml"),
        ("SS120", "modules.yaml"),
    ]
    assert "in zh, fr" in found[0][3]


def test_unwritten() -> None:
    assert unwritten([{"a": {"zh": "TODO x"}}])
    assert not unwritten({"zh": "TODOS", "note": "TODO"})
