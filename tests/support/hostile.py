"""The cases of tests/hostile/scenarios/: what each does to the good folder, and what is to be found at which line.

tests/hostile/README.md describes the form for people.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_MARK = re.compile(r"\s*#~ (SS[0-9]{3})$")
_ESCAPE = re.compile(rb"\\x([0-9a-f]{2})|\\u([0-9a-f]{4})")
_ENCODINGS = {"utf-16", "utf-32", "latin-1", "gb18030"}


@dataclass(frozen=True, slots=True)
class Expected:
    """A finding: its code, the file within the folder, and its line; 0 is the file as a whole."""

    code: str
    file: str
    line: int


@dataclass(slots=True)
class Case:
    """What is put into the good folder: bytes, or what to do with the path; and what is expected of it."""

    files: dict[str, bytes | tuple[str, ...]] = field(default_factory=dict)
    expected: list[Expected] = field(default_factory=list)


def read(text: str, good: Mapping[str, str]) -> Case:
    """Read a case; `good` holds the good folder's files."""
    case = Case()
    later: list[tuple[str, str, str]] = []
    blocks = re.split(r"^@ ", text, flags=re.MULTILINE)
    for block in blocks[1:]:
        head, *lines = block.splitlines()
        file, *how = head.split(" ", 1)
        while lines and (not lines[-1].strip() or lines[-1].startswith("~ ")):
            last = lines.pop()
            if last.startswith("~ "):
                code, where, *rest = last[2:].split(" ", 2)
                later.append((code, where, rest[0] if rest else ""))
        words = tuple(how[0].split(" ")) if how else ()
        if words and words[0] in ("link", "folder", "missing", "pipe"):
            case.files[file] = words
            continue
        before = good.get(file, "") if words[:1] != ("whole",) and words[:1] != ("repeat",) else ""
        changed = _repeated(words) if words[:1] == ("repeat",) else _changed(before, lines, whole=bool(words))
        for number, line in enumerate(changed, 1):
            mark = _MARK.search(line)
            if mark:
                case.expected.append(Expected(mark[1], file, number))
        clean = [_MARK.sub("", line) for line in changed]
        case.files[file] = _encoded("\n".join(clean) + "\n", words[1:])
    for code, file, words_ in later:
        case.expected.append(Expected(code, file, _line(case, good, file, words_)))
    return case


def _repeated(words: tuple[str, ...]) -> list[str]:
    """`repeat 5000 [` is one line with 5,000 brackets."""
    return [(" ".join(words[2:])) * int(words[1])]


def _changed(before: str, lines: list[str], *, whole: bool) -> list[str]:
    if whole:
        return [line[2:] for line in lines]
    rows, cursor, indent = before.rstrip("\n").split("\n"), 0, ""
    for line in lines:
        sign, text = line[:1], line[2:]
        if sign in (" ", "-"):
            found = next(number for number in range(cursor, len(rows)) if rows[number].strip() == text.strip())
            indent = rows[found][: len(rows[found]) - len(rows[found].lstrip())]
            if sign == "-":
                del rows[found]
            cursor = found + (sign == " ")
        elif sign == "+":
            rows.insert(cursor, indent + text)
            cursor += 1
    return rows


def _encoded(text: str, words: tuple[str, ...]) -> bytes:
    encoding = next((word for word in words if word in _ENCODINGS), "utf-8")
    data = text.replace("\n", "\r\n" if "crlf" in words else "\r" if "cr" in words else "\n").encode(encoding)
    if "escapes" in words:
        data = _ESCAPE.sub(_escaped, data)
    return b"\xef\xbb\xbf" + data if "bom" in words else data


def _escaped(match: re.Match[bytes]) -> bytes:
    if match[1]:
        return bytes([int(match[1], 16)])
    return chr(int(match[2], 16)).encode("utf-8", "surrogatepass")


def _line(case: Case, good: Mapping[str, str], file: str, words: str) -> int:
    if not words:
        return 0
    if words.startswith(":"):
        return int(words[1:])
    data = case.files.get(file, good.get(file, "").encode())
    assert isinstance(data, bytes)
    return 1 + next(number for number, line in enumerate(data.decode().split("\n")) if words in line)


def put(folder: Path, case: Case) -> None:
    """Put the case's files into the folder."""
    for name, content in case.files.items():
        path = folder / name
        if isinstance(content, bytes):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
            continue
        if path.is_file():
            path.unlink()
        path.parent.mkdir(parents=True, exist_ok=True)
        if content[0] == "folder":
            path.mkdir()
        elif content[0] == "pipe":
            os.mkfifo(path)
        elif content[0] == "link":
            path.symlink_to(content[1])
