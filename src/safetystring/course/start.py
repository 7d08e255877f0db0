"""The start page's files: ``start.ipynb`` and the catalogue it reads. Pure builders; `build` writes them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from safetystring.player.catalogue import CATALOGUE, Catalogue
from safetystring.scenario import encode

if TYPE_CHECKING:
    from collections.abc import Mapping

_WELCOME = """\
# 绷紧安全弦 · Safety String · Restez en alerte

**中文** 按一下下面的按钮,选好语言就可以开始。  \\
**English** Press the button below, choose a language and begin.  \\
**Français** Appuyez sur le bouton, choisissez la langue et commencez.

<button data-commandlinker-command="notebook:run-all-cells">▶ 开始 · Start · Commencer</button>

{links}
"""
_CODE = """\
# ▶ 开始 · Start · Commencer
import safetystring

safetystring.home()"""


def start_files(catalogue: Catalogue) -> Mapping[str, str]:
    """Return the start page's files by name: the notebook and the catalogue, both ending in a newline."""
    return {
        "start.ipynb": json.dumps(_notebook(catalogue), ensure_ascii=False, indent=1) + "\n",
        CATALOGUE: json.dumps(encode(catalogue), ensure_ascii=False, indent=1) + "\n",
    }


def _notebook(catalogue: Catalogue) -> dict[str, Any]:
    first = catalogue.modules[0].scenarios[0].path if catalogue.modules and catalogue.modules[0].scenarios else None
    links = f"[中文 · English · Français → {first}]({first})" if first else ""
    return {
        "cells": [
            {
                "cell_type": "markdown",
                "id": "welcome",
                "metadata": {"tags": ["notebook-only"]},
                "source": _WELCOME.format(links=links).rstrip(),
            },
            {
                "cell_type": "code",
                "execution_count": None,
                "id": "home",
                "metadata": {"jupyter": {"source_hidden": True}},
                "outputs": [],
                "source": _CODE,
            },
        ],
        "metadata": {
            "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
        },
        "nbformat": 4,
        "nbformat_minor": 5,
    }
