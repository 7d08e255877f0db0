"""Changing good files at random: in their bytes, in their lines, or in the tree that they hold."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from safetystring.authoring.diagnostics import Diagnostic
from safetystring.authoring.source import parse

if TYPE_CHECKING:
    import random

_PIECES = (
    b"[",
    b"{",
    b"]",
    b"}",
    b"'",
    b'"',
    b"&a ",
    b"*a",
    b"- ",
    b"\n",
    b"\t",
    b": ",
    b"!",
    b"|",
    b">",
    b"#",
    b"%",
    b"@",
)
_ODD = ("\x00", "\ud800", "\u202e", "\ufeff", "\u2028", "\u00a0", "é", "中", "😀", "{x}", "{{", "\\", "<b>", "a" * 5000)
_VALUES: tuple[Any, ...] = (
    None, True, False, 0, -1, 2, 10**17, 1.5, "", " ", "s01", "m03", "e01", "p01", "o01", "c01", "A1", "me",
    "alder", "birch", "scam", "genuine", "text", "chat", "TODO", [], {}, [[]], [None], ["s01"], {"zh": 1}, {"": []},
    {"zh": "一", "en": "a", "fr": "b"}, "https://a.example", "06 12 34 56 78", "[/]", "../x.svg", "2026-11-24",
)  # fmt: skip


def mutated(data: bytes, chance: random.Random) -> bytes:
    """Return the file changed in one to four places, at a level that chance picks."""
    level = chance.choice((_in_bytes, _in_lines, _in_tree, _in_tree))
    for _ in range(chance.randint(1, 4)):
        data = level(data, chance)
    return data


def _in_bytes(data: bytes, chance: random.Random) -> bytes:
    at, length = chance.randrange(len(data) + 1), chance.choice((1, 1, 2, 8, 60, 1000))
    match chance.randrange(5):
        case 0:
            return data[:at] + chance.randbytes(length) + data[at + length :]
        case 1:
            return data[:at] + chance.choice(_PIECES) + data[at:]
        case 2:
            return data[:at] + data[at + length :]
        case 3:
            return data[:at] + data[at : at + length] * chance.choice((2, 3, 50)) + data[at + length :]
        case _:
            return data[:at] + chance.choice(_ODD).encode("utf-8", "surrogatepass") + data[at:]


def _in_lines(data: bytes, chance: random.Random) -> bytes:
    lines = data.split(b"\n")
    at, to = chance.randrange(len(lines)), chance.randrange(len(lines))
    match chance.randrange(5):
        case 0:
            del lines[at]
        case 1:
            lines.insert(to, lines[at])
        case 2:
            lines[at], lines[to] = lines[to], lines[at]
        case 3:
            lines[at] = b" " * chance.choice((1, 2, 4)) + lines[at]
        case _:
            lines[at] = lines[at].lstrip()
    return b"\n".join(lines)


def _in_tree(data: bytes, chance: random.Random) -> bytes:
    """Change a value, a key, or what stands where; a file that is no tree any more is left as it is."""
    located = parse(data, "x")
    if isinstance(located, Diagnostic):
        return data
    holders = list(_holders(located.root))
    holder = chance.choice(holders)
    keys = list(holder) if isinstance(holder, dict) else list(range(len(holder)))
    if keys:
        key: Any = chance.choice(keys)
        match chance.randrange(6):
            case 0:
                del holder[key]
            case 1:
                holder[key] = chance.choice(_VALUES)
            case 2:
                holder[key] = json.loads(json.dumps(chance.choice(holders)))
            case 3 if isinstance(holder, dict):
                holder[str(chance.choice(_VALUES))] = holder.pop(key)
            case 4 if isinstance(holder, list):
                holder.append(json.loads(json.dumps(holder[key])))
            case _:
                other: Any = chance.choice(keys)
                holder[key], holder[other] = holder[other], holder[key]
    # JSON is YAML: what a tree holds is written without a care for its looks.
    return json.dumps(located.root, ensure_ascii=False, indent=1).encode("utf-8", "surrogatepass")


def _holders(value: Any) -> list[Any]:  # noqa: ANN401 - plain values
    found, open_ = [], [value]
    while open_:
        one = open_.pop()
        if isinstance(one, (dict, list)):
            found.append(one)
            open_ += one.values() if isinstance(one, dict) else one
    return found
