"""Where to read on: the page of each diagnostic, `docs/diagnostics/SSnnn.md`."""

from __future__ import annotations

from pathlib import Path

from safetystring.authoring.codes import CODES

SHOWN = "docs/diagnostics"
"""The folder of pages, as findings name it."""
_FOLDERS = (Path(__file__).parent / "diagnostics_pages", Path(__file__).parents[3] / SHOWN)
"""In an installed package, and in a clone of the repository."""


def page_of(code: str) -> str:
    """Return the name of a code's page, from the project's folder."""
    return f"{SHOWN}/{code}.md"


def read_page(code: str) -> str | None:
    """Return the text of a code's page, or None where this installation has no pages.

    Parameters
    ----------
    code
        A code of the table, in capitals.

    Raises
    ------
    KeyError
        If there is no such code.
    """
    file = next((folder / f"{code}.md" for folder in _FOLDERS if folder.is_dir()), None)
    severity, title = CODES[code]
    if file is None or not file.is_file():
        return None if file is None else f"{code} {severity}: {title}\n"
    return file.read_text(encoding="utf-8")
