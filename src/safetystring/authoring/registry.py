"""Adding scenarios to `modules.yaml` by changing a line of it: comments and order stay as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from safetystring.authoring.diagnostics import Diagnostic
from safetystring.authoring.emit import to_yaml, todo
from safetystring.authoring.source import parse

if TYPE_CHECKING:
    from collections.abc import Sequence


class RegistryError(ValueError):
    """The file cannot be changed so; the message says why, and what to do by hand."""


def register(text: str, module: str, names: Sequence[str]) -> str:
    """Return the text of modules.yaml with the scenarios added to a module, which is made if it is not there.

    Raises
    ------
    RegistryError
        If the file is broken, or written in a way in which a line cannot be added safely.
    """
    located = parse(text.encode(), "modules.yaml")
    if isinstance(located, Diagnostic):
        raise RegistryError(f"modules.yaml is to be mended first: {located}")
    root = located.root
    if module not in root:
        changed = f"{text.rstrip()}\n\n{to_yaml({module: _module(names)})}"
        wanted = {**root, module: None}
    else:
        listed = root[module].get("scenarios") if isinstance(root[module], dict) else None
        if not isinstance(listed, list) or not listed:
            raise RegistryError(f"`{module}` of modules.yaml has no list `scenarios:` to add to")
        at = located.values[(module, "scenarios", len(listed) - 1)]
        changed = _after(text, at.line, at.column, str(listed[-1]), names)
        wanted = {**root, module: {**root[module], "scenarios": [*listed, *names]}}
    again = parse(changed.encode(), "modules.yaml")
    if isinstance(again, Diagnostic) or {**again.root, **({module: None} if module not in root else {})} != wanted:
        raise RegistryError(f"add {' and '.join(names)} to `{module}` in modules.yaml by hand: the list is not plain")
    return changed


def _after(text: str, line: int, column: int, last: str, names: Sequence[str]) -> str:
    """Put the names after the last entry, which stands at a line and column, in the way in which it is written."""
    lines = text.split("\n")
    row = lines[line - 1]
    before, entry, rest = row[: column - 1], row[column - 1 : column - 1 + len(last)], row[column - 1 + len(last) :]
    if before.strip() == "-":
        return "\n".join([*lines[:line], *(f"{before}{name}" for name in names), *lines[line:]])
    lines[line - 1] = f"{before}{entry}{''.join(f', {name}' for name in names)}{rest}"
    return "\n".join(lines)


def _module(names: Sequence[str]) -> dict[str, object]:
    return {
        "title": todo("title", "单元的标题", "title of the module", "titre du module"),
        "goals": [todo("goal", "学完会做什么", "what one can do afterwards", "ce qu’on saura faire")],
        "minutes": 25,
        "seed": 1,
        "scenarios": list(names),
    }
