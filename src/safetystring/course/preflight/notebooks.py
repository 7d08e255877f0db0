"""How a submitted notebook differs from the released one: cells gone, doubled, changed, added."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


def cells_of(data: bytes) -> list[Any] | None:
    """Return a notebook's cells; None if the bytes are no notebook. Never raises."""
    try:
        notebook = json.loads(data)
    except (ValueError, RecursionError):
        return None
    cells = notebook.get("cells") if isinstance(notebook, dict) else None
    return cells if isinstance(cells, list) else None


def changes(data: bytes, blank: bytes) -> Iterator[str]:
    """Yield what a learner's notebook changed beyond the written answer. Running it and writing in it is no change.

    Parameters
    ----------
    data
        The submitted notebook; may be anything.
    blank
        The released one.
    """
    if data == blank:
        return
    given, released = cells_of(data), cells_of(blank)
    if given is None or released is None:
        return  # the door has said so already
    version = json.loads(data).get("nbformat")
    if version != 4:  # noqa: PLR2004 - the format nbgrader writes
        yield f"says it is of notebook format {str(version)[:20]!r}, expected 4"
    found = [(_id(cell), cell) for cell in given]
    known = {name: cell for cell in released if (name := _id(cell)) is not None}
    count = Counter(name for name, _ in found if name is not None)
    gone = [name for name in known if not count[name]]
    if gone:
        yield f"{_cells(len(gone))} deleted or renamed ({_some(gone)})"
    doubled = [name for name in known if count[name] > 1]
    if doubled:
        yield f"{_cells(len(doubled))} there more than once ({_some(doubled)})"
    foreign = sorted(name for name in count if name not in known)
    if foreign:
        yield f"{_cells(len(foreign))} of somebody's own that {_ask(len(foreign))} to be graded ({_some(foreign)})"
    yield from _altered(found, known)
    if any(name is None and _is_code(cell) for name, cell in found):
        yield "holds code of its own: it was not run"
    if any("<script" in _source(cell).lower() or "javascript:" in _source(cell).lower() for _, cell in found):
        yield "holds a script: shown as text wherever it appears"


def _altered(found: list[tuple[str | None, Any]], known: Mapping[str, Any]) -> Iterator[str]:
    marks, sources, kinds = [], [], []
    for name, cell in found:
        released = known.get(name) if name is not None else None
        if released is None or name is None:
            continue
        if cell.get("cell_type") != released.get("cell_type"):
            kinds.append(name)
        if _claims(cell) != _claims(released):
            marks.append(name)
        if not _marks(released).get("solution") and _source(cell) != _source(released):
            sources.append(name)
    if kinds:
        yield f"{_cells(len(set(kinds)))} of another kind than released ({_some(kinds)})"
    if marks:
        yield f"{_cells(len(set(marks)))} with other points or settings than released ({_some(marks)})"
    if sources:
        yield f"{_cells(len(set(sources)))} with another text than released ({_some(sources)})"


def _marks(cell: object) -> Mapping[str, Any]:
    metadata = cell.get("metadata") if isinstance(cell, dict) else None
    marks = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    return marks if isinstance(marks, dict) else {}


def _id(cell: object) -> str | None:
    name = _marks(cell).get("grade_id")
    return name if isinstance(name, str) else None


def _claims(cell: object) -> list[str]:
    """Return what a cell says about its grading, without the checksum that running nbgrader changes."""
    marks = _marks(cell)
    keys = ("grade", "locked", "points", "schema_version", "solution", "task", "cell_type")
    return [json.dumps(marks.get(key), sort_keys=True, default=str) for key in keys]


def _is_code(cell: object) -> bool:
    return isinstance(cell, dict) and cell.get("cell_type") == "code" and bool(_source(cell).strip())


def _source(cell: object) -> str:
    text = cell.get("source") if isinstance(cell, dict) else None
    if isinstance(text, list):
        text = "".join(line for line in text if isinstance(line, str))
    return text if isinstance(text, str) else ""


def _cells(count: int) -> str:
    return "1 cell" if count == 1 else f"{count} cells"


def _ask(count: int) -> str:
    return "asks" if count == 1 else "ask"


def _some(names: list[str]) -> str:
    shown = [name[:40] for name in dict.fromkeys(names)]
    return ", ".join(shown[:3]) + (" …" if len(shown) > 3 else "")  # noqa: PLR2004 - as many as fit a line
