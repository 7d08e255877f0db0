"""Findings as SARIF 2.1.0 (OASIS, 2020), which editors and code-review sites show at their lines."""

from __future__ import annotations

import importlib.metadata
import urllib.parse
from typing import TYPE_CHECKING, Any

from safetystring.authoring.codes import CODES
from safetystring.authoring.pages import page_of, read_page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from safetystring.authoring.diagnostics import Diagnostic

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def to_sarif(diagnostics: Sequence[Diagnostic]) -> dict[str, Any]:
    """Return the findings as one SARIF log with one run. Rules are the codes that were found."""
    codes = sorted({one.code for one in diagnostics})
    driver = {
        "name": "safetystring check",
        "semanticVersion": importlib.metadata.version("safetystring"),
        "rules": [_rule(code) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        # Columns count characters, not UTF-16 units.
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"PROJECT": {"description": {"text": "the folder in which the command was run"}}},
        "results": [_result(one, codes.index(one.code)) for one in diagnostics],
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(code: str) -> dict[str, Any]:
    severity, title = CODES[code]
    page = read_page(code) or title
    return {
        "id": code,
        "shortDescription": {"text": title},
        "help": {"text": f"{title}. See {page_of(code)}.", "markdown": page},
        "defaultConfiguration": {"level": severity},
    }


def _result(one: Diagnostic, rule: int) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": urllib.parse.quote(one.path), "uriBaseId": "PROJECT"}}
    if one.line:
        place["region"] = {"startLine": one.line, "startColumn": one.column}
    words = f"{one.message} ({one.hint})" if one.hint else one.message
    return {
        "ruleId": one.code,
        "ruleIndex": rule,
        "level": one.severity,
        "message": {"text": words},
        "locations": [{"physicalLocation": place}],
    }
