"""The JSON Schema of `scenario.yaml`, generated from the models, for completion and hints in an editor."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from safetystring.authoring.models import WrittenScenario

if TYPE_CHECKING:
    from pathlib import Path

NAME = "scenario.schema.json"
"""The file of `scenarios/` that the first line of each scenario.yaml points at."""


def scenario_schema() -> str:
    """Return the schema as the text of its file: the same for the same models."""
    schema = WrittenScenario.model_json_schema(by_alias=True)
    made = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$comment": "Generated; do not edit.", **schema}
    return json.dumps(_without_titles(made), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def write_schema(scenarios: Path) -> Path:
    """Write the schema into a `scenarios/` folder, and return its file."""
    file = scenarios / NAME
    file.write_text(scenario_schema(), encoding="utf-8", newline="\n")
    return file


def _without_titles(value: Any, *, names: bool = False) -> Any:  # noqa: ANN401 - plain JSON has no closer type
    """Leave out pydantic's titles, which repeat the names of fields; a field that is named `title` stays."""
    if isinstance(value, list):
        return [_without_titles(item) for item in value]
    if not isinstance(value, dict):
        return value
    return {
        key: _without_titles(item, names=key in ("properties", "$defs") and not names)
        for key, item in value.items()
        if names or key != "title"
    }
