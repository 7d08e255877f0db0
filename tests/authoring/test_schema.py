"""The JSON Schema that editors use."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema  # type: ignore[import-untyped]  # comes with nbformat, without type information
import pytest

from safetystring.authoring.schema import NAME, scenario_schema, write_schema
from support.project import files

SCENARIOS = Path(__file__).parents[2] / "scenarios"


def test_the_file_is_what_the_models_say() -> None:
    # If this fails after a change of the models: write_schema(Path("scenarios")).
    assert (SCENARIOS / NAME).read_text("utf-8") == scenario_schema()


def test_writing_it(tmp_path: Path) -> None:
    assert write_schema(tmp_path).read_bytes() == scenario_schema().encode()


def test_a_scenario_fits_and_a_slip_does_not() -> None:
    schema = json.loads(scenario_schema())
    validator = jsonschema.Draft202012Validator(schema)
    validator.check_schema(schema)
    content = files()["alder/scenario.yaml"]
    validator.validate(content)
    content["scenes"][0]["messages"][0]["form"] = "shout"
    with pytest.raises(jsonschema.ValidationError):
        validator.validate(content)


def test_fields_are_described_and_a_field_may_be_called_title() -> None:
    schema = json.loads(scenario_schema())
    assert "title" in schema["properties"]
    assert "title" not in schema
    assert schema["properties"]["minutes"]["description"] == "Of the whole run, stated to the learner."
