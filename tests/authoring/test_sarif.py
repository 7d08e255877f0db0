"""SARIF 2.1.0: what its schema requires, as a schema."""

from __future__ import annotations

import json
from typing import Any

import jsonschema  # type: ignore[import-untyped]

from safetystring.authoring.diagnostics import WHOLE_FILE, Position, finding
from safetystring.authoring.sarif import to_sarif

# The properties that sarif-schema-2.1.0.json requires or limits, of the objects that are used here. Unknown ones are
# forbidden there too (additionalProperties: false).
_TEXT = {
    "type": "object",
    "required": ["text"],
    "properties": {"text": {"type": "string"}, "markdown": {"type": "string"}},
    "additionalProperties": False,
}
_LEVEL = {"enum": ["none", "note", "warning", "error"]}
_URI = {"type": "string", "format": "uri-reference", "pattern": "^[^ \\\\]+$"}


def _object(required: list[str], **properties: Any) -> dict[str, Any]:  # noqa: ANN401 - schemas
    return {"type": "object", "required": required, "properties": properties, "additionalProperties": False}


_RULE = _object(
    ["id"], id={"type": "string"}, shortDescription=_TEXT, help=_TEXT, defaultConfiguration=_object([], level=_LEVEL)
)
_REGION = _object([], startLine={"type": "integer", "minimum": 1}, startColumn={"type": "integer", "minimum": 1})
_PLACE = _object([], artifactLocation=_object([], uri=_URI, uriBaseId={"type": "string"}), region=_REGION)
_RESULT = _object(
    ["message"],
    ruleId={"type": "string"},
    ruleIndex={"type": "integer", "minimum": -1},
    level=_LEVEL,
    message=_TEXT,
    locations={"type": "array", "items": _object([], physicalLocation=_PLACE)},
)
_DRIVER = _object(
    ["name"],
    name={"type": "string"},
    semanticVersion={"type": "string"},
    rules={"type": "array", "uniqueItems": True, "items": _RULE},
)
_RUN = _object(
    ["tool"],
    tool=_object(["driver"], driver=_DRIVER),
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    originalUriBaseIds={"type": "object", "additionalProperties": _object([], description=_TEXT)},
    results={"type": "array", "items": _RESULT},
)
_LOG = _object(
    ["version", "runs"],
    **{"$schema": {"type": "string", "format": "uri"}, "version": {"const": "2.1.0"}},
    runs={"type": "array", "items": _RUN},
)


def test_it_fits_the_schema() -> None:
    found = [
        finding("SS090", "scenarios/a b/scenario.yaml", Position(3, 7), "half-width `,`", "write `，`"),
        finding("SS090", "scenarios/a b/scenario.yaml", Position(4, 7), "half-width `,`"),
        finding("SS008", "scenarios/x", WHOLE_FILE, "a folder"),
    ]
    log = to_sarif(found)
    jsonschema.validate(json.loads(json.dumps(log)), _LOG)
    (run,) = log["runs"]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["SS008", "SS090"]
    assert [one["ruleIndex"] for one in run["results"]] == [1, 1, 0]
    first, _, last = run["results"]
    assert first["message"]["text"] == "half-width `,` (write `，`)"
    assert first["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "scenarios/a%20b/scenario.yaml"
    assert "region" not in last["locations"][0]["physicalLocation"]
    assert run["tool"]["driver"]["rules"][1]["help"]["markdown"].startswith("# SS090: ")


def test_nothing_found() -> None:
    jsonschema.validate(to_sarif([]), _LOG)
