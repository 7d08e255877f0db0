"""Pairs drafted for this repository and for the small project."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import pytest

from safetystring.authoring.draft import Draft, DraftError, Wanted, draft
from safetystring.authoring.playthroughs import try_playthroughs
from safetystring.authoring.project import load_project
from safetystring.authoring.skeleton import CUES
from safetystring.scenario.model import Channel
from support.project import write_project

if TYPE_CHECKING:
    from safetystring.authoring.diagnostics import Diagnostic

SCENARIOS = Path(__file__).parents[2] / "scenarios"
CHANNELS = [channel for channel in get_args(Channel) if channel != "ring"]


def _written(folder: Path, made: Draft) -> Path:
    for name, content in made.files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
    (folder / "modules.yaml").write_text(made.modules, encoding="utf-8")
    return folder


def _left(folder: Path) -> tuple[Diagnostic, ...]:
    return tuple(one for one in load_project(folder).diagnostics if one.code != "SS120")


@pytest.mark.parametrize("channel", CHANNELS)
def test_a_skeleton_lacks_nothing_but_words(tmp_path: Path, channel: Channel) -> None:
    folder = write_project(tmp_path)
    _written(folder, draft(folder, Wanted(name="oak", twin="elm", module="m2", channel=channel)))
    if channel == "call":
        assert {one.code for one in load_project(folder).diagnostics} == {"SS120"}
    for file in (*folder.glob("*/scenario.yaml"), folder / "modules.yaml"):
        file.write_text(file.read_text(encoding="utf-8").replace("TODO", "Mot"), encoding="utf-8")
    loaded = load_project(folder)
    assert [str(one) for one in loaded.diagnostics if one.code != "SS100"] == []  # stated minutes, real words
    tried = try_playthroughs(folder, loaded.project)
    assert (tried.count, tried.diagnostics) == (2, ())


def _shared_copy(folder: Path) -> Path:
    for name in ("red_flags", "sources", "contacts", "modules"):
        shutil.copy(SCENARIOS / f"{name}.yaml", folder)
    return folder


def test_from_a_notice_its_red_flags_come_first_and_stand_at_the_head(tmp_path: Path) -> None:
    folder = _shared_copy(tmp_path)
    made = draft(folder, Wanted(name="oak", twin="elm", origin="W1a", module="m1", lang="fr"))
    text = str(made.files["oak/scenario.yaml"])
    assert text.index("# From W1a: ") < text.index("claimed_official (identity)") < text.index("id: oak")
    assert "red_flag: claimed_official" in text
    assert text.count("source: ") == len(CUES)
    assert "sources: [W1a, " in text


def test_from_a_scenario_its_structure_is_kept_and_its_words_stand_in_comments(tmp_path: Path) -> None:
    folder = _shared_copy(tmp_path)
    for name in ("cedar", "maple"):
        shutil.copytree(SCENARIOS / name, folder / name)
    made = draft(folder, Wanted(name="oak", twin="elm", origin="maple", module="m1"))
    assert {"oak/documents/card.svg", "elm/documents/checklist.svg"} <= made.files.keys()
    assert "truth: scam" in str(made.files["oak/scenario.yaml"])
    assert "# “早上的一通电话”" in str(made.files["oak/scenario.yaml"])
    _written(folder, made)
    about = [str(one) for one in _left(folder) if "/oak/" in one.path or "/elm/" in one.path]
    assert about == []


REFUSED = [
    (Wanted(name="scam1"), "tells learners"),
    (Wanted(name="Oak"), "is no name"),
    (Wanted(name="alder"), "is there already, and nothing is overwritten"),
    (Wanted(name="oak", twin="oak"), "two names"),
    (Wanted(name="oak", twin="real"), "tells learners"),
    (Wanted(name="oak", module="fraud"), "Modules that are there: m1"),
    (Wanted(name="oak", origin="A9"), "sources.yaml has no `A9`"),
    (Wanted(name="oak", origin="larch"), "expected one of alder, birch, a notice"),
    (Wanted(name="oak", origin="../alder"), "there is no scenario"),
]


@pytest.mark.parametrize(("wanted", "words"), REFUSED)
def test_what_cannot_be_drafted(tmp_path: Path, wanted: Wanted, words: str) -> None:
    with pytest.raises(DraftError, match=words.replace("(", "[(]")):
        draft(write_project(tmp_path), wanted)


def test_a_broken_shared_file_is_named(tmp_path: Path) -> None:
    folder = write_project(tmp_path)
    (folder / "contacts.yaml").write_text("a: [", encoding="utf-8")
    with pytest.raises(DraftError, match=r"contacts\.yaml:1:5: SS004"):
        draft(folder, Wanted(name="oak"))
    (folder / "sources.yaml").write_text("A1: 3\n", encoding="utf-8")
    with pytest.raises(DraftError, match=r"sources\.yaml is to be mended first"):
        draft(folder, Wanted(name="oak"))


def test_with_several_modules_one_is_to_be_named(tmp_path: Path) -> None:
    with pytest.raises(DraftError, match=r"say which module: --module m1 \| "):
        draft(_shared_copy(tmp_path), Wanted(name="oak"))
