from __future__ import annotations

from typing import TYPE_CHECKING

from safetystring.authoring.preview.desk import Desk
from support.project import write_project

if TYPE_CHECKING:
    from pathlib import Path


def test_the_last_version_that_could_be_played_stays(tmp_path: Path) -> None:
    folder = write_project(tmp_path / "scenarios")
    desk = Desk(folder, "alder")
    good = desk.read()
    assert good is not None
    assert not desk.stale
    assert desk.findings() == ()
    path = folder / "alder" / "scenario.yaml"
    text, before = path.read_text(), desk.stamps()
    path.write_text(text.replace("truth: scam", "truth scam") if "truth: scam" in text else "id: [")
    assert desk.stamps() != before
    assert desk.read() is good
    assert desk.stale
    assert [one.path.endswith("alder/scenario.yaml") and one.line > 0 for one in desk.findings()] != []
    path.write_text(text)
    assert desk.read() is not good
    assert not desk.stale


def test_only_this_scenario_s_findings(tmp_path: Path) -> None:
    folder = write_project(tmp_path / "scenarios")
    (folder / "birch" / "scenario.yaml").write_text("id: [")
    found = Desk(folder, "alder").findings()
    assert all("/alder/" in one.path for one in found)


def test_each_file_that_matters_is_watched(tmp_path: Path) -> None:
    folder = write_project(tmp_path / "scenarios")
    desk = Desk(folder, "alder")
    drawing = next((folder / "alder" / "documents").glob("*.svg"))
    for path in (drawing, folder / "contacts.yaml", folder / "modules.yaml", folder / "birch" / "scenario.yaml"):
        before = desk.stamps()
        path.write_text(path.read_text() + "\n")
        assert desk.stamps() != before, path
    before = desk.stamps()
    (folder / "alder" / "responses").mkdir()
    assert desk.stamps() == before
