from __future__ import annotations

from pathlib import Path

import pytest

from safetystring.authoring.coverage import coverage, write_coverage
from support.project import both, findings, project, put

TABLE = Path(__file__).parents[2] / "docs" / "coverage.md"
LINE = {"zh": "先问。", "en": "Ask first.", "fr": "Demandez."}
ALDER = "alder/scenario.yaml"


def test_places_are_where_the_files_say(tmp_path: Path) -> None:
    card = {"remember": [LINE] * 3, "say": [LINE], "dial": ["desk"], "teaches": ["A1"]}
    change = both(
        put("modules.yaml", ("m1", "takeaway"), card),
        put("sources.yaml", ("A1", "text"), LINE),
        put(ALDER, ("syllabus",), {"A1": {"met": ["o01"], "do": [1]}}),
    )
    found = coverage(project(tmp_path, change))
    assert found.taught == {"A1": ("m1.card",)}
    assert found.met["A1"] == ("alder.m03", "alder.m08", "alder.m14", "alder.o01")
    assert found.named["A1"][-1] == "alder.do 1"
    assert found.cues["do_not_tell"] == ("alder.m08",)
    assert "do_not_tell is a cue in 1 of 2 scenarios" in found.missing()


@pytest.mark.parametrize("claim", [{"met": ["m99"], "do": [1]}, {"met": ["m03"], "do": [9]}])
def test_no_claim_without_a_place(tmp_path: Path, claim: dict[str, list[object]]) -> None:
    found = findings(tmp_path, put(ALDER, ("syllabus",), {"A1": claim}))
    assert [one[0] for one in found] == ["SS027"]


def test_the_table_says_what_is_missing(tmp_path: Path) -> None:
    made = tmp_path / "docs" / "coverage.md"
    write_coverage(made, project(tmp_path / "scenarios"))
    assert "- do_not_tell is a cue in 1 of 2 scenarios" in made.read_text(encoding="utf-8")


def test_every_statement_is_taught() -> None:
    assert "is not taught" not in TABLE.read_text(encoding="utf-8")


def test_nothing_is_missing() -> None:
    assert "## Missing\n\nNothing." in TABLE.read_text(encoding="utf-8")
