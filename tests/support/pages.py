"""The pages of docs/diagnostics/ as data: the examples in them are patches of the folder in :mod:`support.project`.

docs/diagnostics/README.md describes the convention for people.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from safetystring.authoring.diagnostics import Diagnostic
from safetystring.authoring.source import Located, Where, parse
from support.project import files, to_yaml

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

MARK = re.compile(r"# <- (SS[0-9]{3})\s*$")
_FENCE = re.compile(
    r"^```(?P<kind>yaml|svg|text|json) (?P<role>failing|mended) (?P<file>\S+)(?: (?P<place>\S+))?\n(?P<body>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
_PRINTED = re.compile(r"^```text\n(?P<line>SS.*?)\n```$", re.MULTILINE | re.DOTALL)
HOW = {
    "hand": "You mend it by hand.",
    "fix": "`safetystring check --fix` mends it.",
    "stamp": "`safetystring check --fix --stamp` mends it.",
}
EXPLORE = " Found by `safetystring check --explore`."


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced example. `place` is a way into the file, or `whole` or `missing`; `mark` a line of the text, from 1."""

    role: str
    file: str
    place: str
    text: str
    mark: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page taken apart."""

    head: str
    second: str
    printed: str
    words: str
    blocks: tuple[Block, ...]
    limit: int | None
    copies: int


def read(text: str) -> Page:
    """Take a page apart. What it lacks is empty; the tests say what to write."""
    lines = text.splitlines()
    printed = _PRINTED.search(text)
    limit = re.search(r"limit of ([0-9]+) paths", text)
    copies = re.search(r"stands ([0-9]+) times", text)
    return Page(
        head=lines[0] if lines else "",
        second=lines[2] if len(lines) > 2 else "",
        printed=printed["line"] if printed else "",
        words=re.sub(r"```.*?```", " ", "\n".join(lines[3:]), flags=re.DOTALL),
        blocks=tuple(_block(match) for match in _FENCE.finditer(text)),
        limit=int(limit[1]) if limit else None,
        copies=int(copies[1]) if copies else 1,
    )


def _block(match: re.Match[str]) -> Block:
    marks = [number for number, line in enumerate(match["body"].splitlines(), 1) if MARK.search(line)]
    assert len(marks) <= 1, "one mark (`# <- SSnnn`) an example"
    return Block(match["role"], match["file"], match["place"] or "", match["body"], marks[0] if marks else None)


def write(folder: Path, blocks: Iterable[Block], copies: int = 1) -> dict[str, set[int]]:
    """Write the good folder with the blocks in it, and return the lines that a mark stands for, by file.

    With `copies`, the pair stands so many times in the module.
    """
    content: dict[str, Any] = files()
    marked: dict[str, tuple[Where, ...]] = {}
    lines: dict[str, set[int]] = {}
    for block in blocks:
        if block.place == "missing":
            del content[block.file]
        elif block.place == "whole":
            content[block.file] = block.text
            lines |= {block.file: {block.mark}} if block.mark else {}
        else:
            wheres = _put(content[block.file], block)
            if wheres:
                marked[block.file] = wheres
    for number in range(2, copies + 1):
        _copy(content, number)
    for name, value in content.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        text = value if isinstance(value, str) else to_yaml(value)
        file.write_text(text, encoding="utf-8")
        if name in marked:
            located = parse(text.encode(), name)
            assert isinstance(located, Located), located
            tables = (located.values, located.keys)
            lines[name] = {table[one].line for one in marked[name] for table in tables if one in table}
    return lines


def _copy(content: dict[str, Any], number: int) -> None:
    for name, twin in (("alder", "birch"), ("birch", "alder")):
        one = content[f"{name}/scenario.yaml"] | {"id": f"{name}{number}", "twin": f"{twin}{number}"}
        content[f"{name}{number}/scenario.yaml"] = one
        content[f"{name}{number}/documents/paper.svg"] = content[f"{name}/documents/paper.svg"]
        content["modules.yaml"]["m1"]["scenarios"].append(f"{name}{number}")


def _put(target: Any, block: Block) -> tuple[Where, ...]:  # noqa: ANN401 - plain values
    """Put a block's values in their place, and return the places that its mark stands for."""
    is_list = block.text.lstrip().startswith("- ")
    text = "_:\n" + block.text if is_list else block.text
    located = parse(text.encode(), "example")
    assert not isinstance(located, Diagnostic), located
    above: Where = ()
    for step in block.place.split(".") if block.place else ():
        above = (*above, _step(target, step))
        if is_list and len(above) == len(block.place.split(".")):
            break
        target = target[above[-1]]
    if is_list:
        target[above[-1]] = located.root["_"]
    else:
        target.update(located.root)
    line = (block.mark or -1) + is_list
    places = {where for table in (located.keys, located.values) for where, at in table.items() if at.line == line}
    return tuple((*above, *(where[1:] if is_list else where)) for where in places if where not in ((), ("_",)))


def _step(target: Any, step: str) -> str | int:  # noqa: ANN401 - plain values
    if isinstance(target, list):
        by_id = [number for number, one in enumerate(target) if isinstance(one, dict) and one.get("id") == step]
        return by_id[0] if by_id else int(step)
    return step


def printed(one: Mapping[str, Any]) -> str:
    """Return a finding as a page prints it: without its place."""
    hint = f" ({one['hint']})" if one["hint"] else ""
    return f"{one['code']} {one['severity']}: {one['message']}{hint}"
