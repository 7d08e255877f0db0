"""Broken scenario folders: each gives its code at its line, none a traceback."""

from __future__ import annotations

import functools
import json
import shutil
from collections import Counter
from pathlib import Path

import pytest

from safetystring.authoring import source
from safetystring.authoring.diagnostics import in_order
from safetystring.authoring.playthroughs import try_playthroughs
from safetystring.authoring.project import load_project
from support.hostile import Expected, put, read
from support.project import files, to_yaml

CASES = sorted((Path(__file__).parent / "scenarios").glob("*/*.case"))
GOOD = {name: value if isinstance(value, str) else to_yaml(value) for name, value in files().items()}

_parse = functools.cache(source.parse)
"""Nearly all files of nearly all cases are the good ones: each is parsed once."""


def _write_good(folder: Path) -> None:
    for name, text in GOOD.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("file", CASES, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_a_broken_folder_gives_its_code_at_its_line(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(source, "parse", _parse)
    monkeypatch.chdir(tmp_path)
    case = read(file.read_text(encoding="utf-8"), GOOD)
    assert case.expected, "a case says what is expected"
    folder = Path("scenarios")
    _write_good(folder)
    put(folder, case)
    loaded = load_project(folder)
    diagnostics = in_order([*loaded.diagnostics, *try_playthroughs(folder, loaded.project).diagnostics])
    found = [Expected(one.code, one.path.removeprefix("scenarios/"), one.line) for one in diagnostics]
    said = "\n".join(map(str, diagnostics))
    for expected in case.expected:
        assert expected in found, f"expected {expected}, found:\n{said}"
    json.dumps([one.to_json() for one in diagnostics]).encode()
    said.encode()  # no half of a character, which no terminal takes
    assert len(max(said.splitlines(), key=len)) < 700
    shutil.rmtree(folder)


def test_there_are_enough_of_them_and_of_every_kind() -> None:
    assert len(CASES) >= 200
    codes = Counter(
        expected.code for file in CASES for expected in read(file.read_text(encoding="utf-8"), GOOD).expected
    )
    assert len(codes) >= 55, sorted(codes)
