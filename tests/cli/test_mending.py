"""Writing what is mended."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from safetystring.cli.mending import mend
from support.project import put, write_project

if TYPE_CHECKING:
    import pytest


def test_only_what_was_asked_for_and_only_what_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    folder = write_project(tmp_path / "scenarios", put("alder/scenario.yaml", ("title", "fr"), "L'appel ?"))
    contacts, alder = folder / "contacts.yaml", folder / "alder" / "scenario.yaml"
    contacts.write_text(contacts.read_text(encoding="utf-8").replace("Contact in English", "It's a contact"), "utf-8")
    alder.chmod(0o640)
    before = contacts.read_bytes()
    root = folder.absolute()
    (said,) = mend([(Path("scenarios/alder"), root)], stamp=False)
    assert said.startswith("scenarios/alder/scenario.yaml:")
    assert said.endswith("mended `L'appel ?` → `L’appel·?`")
    assert 'fr: "L’appel\u202f?"' in alder.read_text(encoding="utf-8")
    assert alder.stat().st_mode & 0o777 == 0o640
    assert contacts.read_bytes() == before
    assert len(list(mend([(Path("scenarios"), root)], stamp=False))) == 2
    assert list(mend([(Path("scenarios"), root)], stamp=False)) == []
    assert [file.name for file in folder.iterdir() if file.name.startswith(".")] == []
