"""Every diagnostic has a page whose failing example gives it at the marked line, and whose mended one does not.

The tests are made from the pages; docs/diagnostics/README.md says how to write one.
"""

from __future__ import annotations

import functools
import json
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from safetystring.authoring import explore, source
from safetystring.authoring.codes import CODES, EXPLORED, FIXED, STAMPED
from safetystring.authoring.pages import page_of, read_page
from safetystring.cli import check
from support import pages

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "docs" / "diagnostics"


def _how(code: str) -> str:
    how = pages.HOW["fix" if code in FIXED else "stamp" if code in STAMPED else "hand"]
    return f"Severity: {CODES[code][0]}.{pages.EXPLORE if code in EXPLORED else ''} {how}"


def _write_it(code: str) -> str:
    severity, title = CODES[code]
    return (
        f"\n\nWrite docs/diagnostics/{code}.md, about 20 lines, as docs/diagnostics/README.md says. It begins:\n\n"
        f"# {code}: {title}\n\n{_how(code)}\n\n```text\n{code} {severity}: the sentence, as printed\n```\n"
    )


@functools.cache
def _page(code: str) -> pages.Page:
    file = FOLDER / f"{code}.md"
    assert file.is_file(), f"{code} has no page.{_write_it(code)}"
    return pages.read(file.read_text(encoding="utf-8"))


_parse = functools.cache(source.parse)
"""Nearly all files of nearly all examples are the good ones: each is parsed once."""


def _found(folder: Path, monkeypatch: pytest.MonkeyPatch, code: str, limit: int | None) -> list[dict[str, Any]]:
    monkeypatch.chdir(folder)
    monkeypatch.setattr(source, "parse", _parse)
    if limit is not None:
        monkeypatch.setattr(explore, "MOST_PATHS", limit)
    app = typer.Typer()
    check.register(app)
    done = CliRunner().invoke(app, ["scenarios", "--json", *(["--explore"] if code in EXPLORED else [])])
    assert done.exit_code in (0, 1), done.output
    found: list[dict[str, Any]] = json.loads(done.stdout)["diagnostics"]
    return found


def test_every_code_has_a_page_and_every_page_a_code() -> None:
    there = {file.stem for file in FOLDER.glob("SS*.md")}
    missing = sorted(CODES.keys() - there)
    assert not missing, f"no page for {', '.join(missing)}{_write_it(missing[0])}"
    assert there <= CODES.keys(), f"no code for {sorted(there - CODES.keys())}: add it to authoring/codes.py"


def test_the_index_names_every_page() -> None:
    index = (FOLDER / "README.md").read_text(encoding="utf-8")
    rows = [f"| [{code}]({code}.md) | {severity} | {title} |" for code, (severity, title) in CODES.items()]
    assert "\n".join(rows) in index, "write this table in docs/diagnostics/README.md:\n\n" + "\n".join(rows)


@pytest.mark.parametrize("code", CODES)
def test_form(code: str) -> None:
    page = _page(code)
    assert page.head == f"# {code}: {CODES[code][1]}", f"the first line differs.{_write_it(code)}"
    assert page.second == _how(code), f"the third line differs.{_write_it(code)}"
    assert len(page.words.split()) >= 25, "say what it means, and why it matters to a learner"
    roles = {block.role for block in page.blocks}
    assert roles == {"failing", "mended"}, f"expected blocks `yaml failing FILE [PLACE]` and `yaml mended …`: {roles}"
    assert page_of(code) == f"docs/diagnostics/{code}.md"
    assert read_page(code) == (FOLDER / f"{code}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("code", CODES)
def test_failing_example(code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = _page(code)
    lines = pages.write(
        tmp_path / "scenarios", (block for block in page.blocks if block.role == "failing"), page.copies
    )
    found = [one for one in _found(tmp_path, monkeypatch, code, page.limit) if one["code"] == code]
    assert found, f"the failing example of {code} does not give {code}"
    said = [pages.printed(one) for one in found]
    assert page.printed in said, "the sentence on the page is not what is printed: " + " / ".join(said)
    # Without a mark the file as a whole is meant, or its first line.
    (file, expected), *_ = [*lines.items(), ("", {0, 1})]
    first = next(one for one in found if pages.printed(one) == page.printed)
    assert first["line"] in expected, f"the mark is on line {expected} of {file}, the finding on {first['line']}"
    assert first["page"] == f"docs/diagnostics/{code}.md"


@pytest.mark.parametrize("code", CODES)
def test_mended_example(code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = _page(code)
    pages.write(tmp_path / "scenarios", [block for block in page.blocks if block.role == "mended"], page.copies)
    found = [one for one in _found(tmp_path, monkeypatch, code, None) if one["code"] == code]
    assert not found, f"the mended example of {code} still gives it: {found}"
