"""The start page's files: ``start.ipynb`` and the catalogue it reads. Pure builders; `build` writes them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from safetystring.course.notebook import FIRST_LINE, START_BUTTON, build, code_cell, markdown_cell, to_json
from safetystring.player.catalogue import CATALOGUE, Catalogue
from safetystring.scenario import encode

if TYPE_CHECKING:
    from collections.abc import Mapping

NAME = "绷紧安全弦 · Safety String · Restez en alerte"


def start_files(catalogue: Catalogue) -> Mapping[str, str]:
    """Return the start page's files by name: the notebook and the catalogue, both ending in a newline."""
    welcome = markdown_cell("start", f"# {NAME}\n\n{START_BUTTON}")
    welcome["metadata"]["tags"] = ["notebook-only"]
    page = build([welcome, code_cell("home", f"{FIRST_LINE}\nimport safetystring\n\nsafetystring.home()")])
    return {
        "start.ipynb": to_json(page),
        CATALOGUE: json.dumps(encode(catalogue), ensure_ascii=False, indent=1) + "\n",
    }
