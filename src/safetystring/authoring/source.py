"""Reading a YAML file as plain values, with the line and column of every key and value.

The events of a YAML parser are built into a tree here, without its constructors: no object of any kind can be made by
a file, anchors, aliases and tags are refused, and size and depth are bounded before anything is built. libyaml goes
first, being some 25 times as fast; what it or the builder refuses goes through ruamel.yaml, whose words are kinder.
Scalars follow YAML 1.2's core schema, cut down to what the format uses: null, true, false, whole numbers, decimal
numbers and text. A date is text, and so are `yes` and `no`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import yaml as libyaml
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from safetystring.authoring.diagnostics import WHOLE_FILE, Diagnostic, Position, finding

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MAX_BYTES = 1_000_000
"""A long scenario is about 60 kB."""
MAX_DEPTH = 24
"""A scenario nests eleven deep."""

Where = tuple[str | int, ...]
"""The way from the top of a file to a place: ``("scenes", 2, "messages", 0, "text", "zh")``."""

_INT = re.compile(r"[-+]?[0-9]{1,18}")
_FLOAT = re.compile(r"[-+]?([0-9]{1,18}\.[0-9]{0,18}|\.[0-9]{1,18})")
_WORDS: dict[str, object] = {"": None, "~": None, "null": None, "true": True, "false": False}
# What a terminal or a browser would obey rather than show, and halves of characters that no file can hold.
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")


# Both parsers' events, which are alike but for their class.
_DOCUMENT = (DocumentStartEvent, libyaml.DocumentStartEvent)
_ALIAS = (AliasEvent, libyaml.AliasEvent)
_SCALAR = (ScalarEvent, libyaml.ScalarEvent)
_MAPPING = (MappingStartEvent, libyaml.MappingStartEvent)
_OPENS = (*_MAPPING, SequenceStartEvent, libyaml.SequenceStartEvent)
_CLOSES = (MappingEndEvent, SequenceEndEvent, libyaml.MappingEndEvent, libyaml.SequenceEndEvent)


@dataclass(frozen=True, slots=True)
class Located:
    """A file's plain values, and where each stands.

    Attributes
    ----------
    path
        The file as shown to the author.
    values, keys
        Position of each value, and of each mapping's key, by :data:`Where`.
    """

    path: str
    root: Any
    values: Mapping[Where, Position]
    keys: Mapping[Where, Position]

    def at(self, where: Where, *, key: bool = False) -> Position:
        """Return the position of `where`, or of the closest place around it that the file has.

        Names that the file does not have are passed over, so that a path through a model's unions leads home.
        """
        found: Where = ()
        for step in where:
            if (*found, step) in self.values:
                found = (*found, step)
        table = self.keys if key and found in self.keys else self.values
        return table.get(found, Position(1, 1))


class _RefusedError(Exception):
    """The file is refused; the finding says why."""

    def __init__(self, code: str, position: Position, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.code, self.position, self.message, self.hint = code, position, message, hint


def read_bytes(file: Path, limit: int = MAX_BYTES) -> bytes | str:
    """Return the file's bytes, or in one sentence why not: it is missing, no plain file, or longer than `limit`."""
    try:
        if not file.is_file():
            return "expected a file here, found none" if not file.exists() else "expected a plain file"
        with file.open("rb") as stream:
            data = stream.read(limit + 1)
    except (OSError, ValueError) as error:
        return f"cannot be read ({getattr(error, 'strerror', None) or error})"
    return data if len(data) <= limit else f"larger than {limit:,} bytes"


def load(file: Path, shown: str) -> Located | Diagnostic:
    """Read the YAML file, named `shown` in what it may find. Never raises on the file's account."""
    data = read_bytes(file)
    if isinstance(data, str):
        code = "SS002" if data.startswith("larger") else "SS001"
        return finding(code, shown, WHOLE_FILE, data)
    return parse(data, shown)


def parse(data: bytes, shown: str) -> Located | Diagnostic:
    """Return what the bytes hold, or the first thing that is wrong with them."""
    try:
        return _build(decoded(data), shown)
    except _RefusedError as refused:
        return finding(refused.code, shown, refused.position, refused.message, refused.hint)


def decoded(data: bytes) -> str:
    """Return the file's text; what cannot be shown is refused."""
    if len(data) > MAX_BYTES:
        raise _RefusedError("SS002", WHOLE_FILE, f"larger than {MAX_BYTES:,} bytes")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace")
        hint = "save the file as UTF-8"
        raise _RefusedError("SS003", _end_of(before), f"byte 0x{data[error.start]:02x} is not UTF-8", hint) from None
    found = _UNSEEN.search(text.replace("\r", " "))
    if found:
        where = _end_of(text[: found.start()])
        raise _RefusedError("SS003", where, f"invisible character U+{ord(found[0]):04X}", "delete it")
    return text


def _end_of(text: str) -> Position:
    lines = text.splitlines() if text and not text.endswith("\n") else [*text.splitlines(), ""]
    return Position(len(lines), len(lines[-1]) + 1)


def _build(text: str, shown: str) -> Located:
    located = _quickly(text, shown)
    if located is not None:
        return located
    builder = Builder()
    try:
        for event in events(text):
            builder.take(event)
    except MarkedYAMLError as error:
        # At the end of the file something was still open: the author looks for where it began.
        ended = "stream" in str(error.problem)
        marks = (error.context_mark, error.problem_mark) if ended else (error.problem_mark, error.context_mark)
        mark = marks[0] or marks[1]
        where = Position(mark.line + 1, mark.column + 1) if mark is not None else Position(1, 1)
        context = f" {error.context}" if error.context else ""
        problem = " ".join(f"{error.problem or 'not YAML'}{context}".split())
        raise _RefusedError("SS004", where, problem, _syntax_hint(problem)) from None
    except (YAMLError, ValueError, OverflowError, IndexError, AttributeError, AssertionError) as error:
        # The parser's own slips on broken input (an escape beyond Unicode, for one) are the file's fault too.
        problem = " ".join(str(error).split())[:200] or "not YAML"
        raise _RefusedError("SS004", builder.last, problem) from None
    return _located(builder, shown)


def _quickly(text: str, shown: str) -> Located | None:
    """Return what libyaml reads; None where it can't be asked, or has anything to say."""
    # libyaml lets a tab stand where ruamel.yaml, like the standard, does not.
    loader = None if "\t" in text else getattr(libyaml, "CSafeLoader", None)
    builder = Builder()
    try:
        for event in libyaml.parse(text, Loader=loader) if loader is not None else ():
            builder.take(event)
        return _located(builder, shown)
    except (libyaml.YAMLError, _RefusedError, ValueError):
        return None


def _located(builder: Builder, shown: str) -> Located:
    if not builder.documents:
        raise _RefusedError("SS004", Position(1, 1), "expected a mapping, found an empty file")
    if not isinstance(builder.root, dict):
        raise _RefusedError("SS012", Position(1, 1), "expected a mapping (`key: value` lines) at the top of the file")
    return Located(shown, builder.root, builder.values, builder.keys)


def events(text: str) -> Iterator[Any]:
    """Yield the events of ruamel.yaml's parser; raises its errors."""
    yaml = YAML(typ="safe", pure=True)
    yield from yaml.parse(text)


def _syntax_hint(problem: str) -> str:
    if "mapping values are not allowed" in problem:
        return "put a text that holds `: ` in quotes"
    if "tab" in problem or "\\t" in problem:
        return "indent with spaces"
    if "block end" in problem or "block mapping" in problem:
        return "look at the indentation, and at quotes inside quotes"
    return ""


class Builder:
    """Builds the tree from events, without recursion."""

    def __init__(self) -> None:
        self.root: Any = None
        self.values: dict[Where, Position] = {}
        self.keys: dict[Where, Position] = {}
        self.documents = 0
        self.last = Position(1, 1)
        # Open collections, with the path to each, and in a mapping the key that waits for its value.
        self._stack: list[tuple[dict[str, Any] | list[Any], Where]] = []
        self._key: list[str | None] = []
        self._nothing = False

    def take(self, event: Any) -> None:  # noqa: ANN401 - ruamel.yaml's events have no common type with marks
        """Take the next event of the parser."""
        self.last = Position(event.start_mark.line + 1, event.start_mark.column + 1)
        if isinstance(event, _DOCUMENT):
            self.documents += 1
            if self.documents > 1:
                raise _RefusedError("SS004", self.last, "a second document (`---`) in one file")
            if event.tags:
                raise _RefusedError("SS006", self.last, "a %TAG line", "delete it")
        elif isinstance(event, _ALIAS):
            raise _RefusedError("SS006", self.last, "an alias (`*name`)", "write the text out, or put it in quotes")
        elif isinstance(event, (*_SCALAR, *_OPENS)):
            self._node(event)
        elif isinstance(event, _CLOSES):
            self._stack.pop()
            self._key.pop()

    def _node(self, event: Any) -> None:  # noqa: ANN401 - as above
        if event.anchor is not None:
            raise _RefusedError("SS006", self.last, "an anchor (`&name`)", "write the text out, or put it in quotes")
        if event.tag is not None:
            raise _RefusedError("SS006", self.last, "a tag (`!name`)", "delete it, or put the text in quotes")
        if self._stack and isinstance(self._stack[-1][0], dict) and self._key[-1] is None:
            self._take_key(event)
            return
        if isinstance(event, _SCALAR):
            self._nothing = event.value == ""
            self._put(_scalar(event, self.last))
            return
        if len(self._stack) >= MAX_DEPTH:
            raise _RefusedError("SS002", self.last, f"nested more than {MAX_DEPTH} deep")
        made: dict[str, Any] | list[Any] = {} if isinstance(event, _MAPPING) else []
        where = self._put(made)
        self._stack.append((made, where))
        self._key.append(None)

    def _take_key(self, event: Any) -> None:  # noqa: ANN401 - as above
        if not isinstance(event, _SCALAR):
            raise _RefusedError(
                "SS004", self.last, "a key that is itself a list or a mapping", "put the text in quotes"
            )
        mapping, where = self._stack[-1]
        name = _clean(event.value, self.last)
        if name in mapping:
            first = self.keys[(*where, name)]
            message = f"{_shown(name)} is here a second time; first on line {first.line}"
            raise _RefusedError("SS005", self.last, message, "keep one of them")
        self._key[-1] = name
        self.keys[(*where, name)] = self.last

    def _put(self, value: Any) -> Where:  # noqa: ANN401 - plain values
        where: Where = ()
        if not self._stack:
            self.root = value
        else:
            holder, above = self._stack[-1]
            if isinstance(holder, dict):
                key = self._key[-1]
                assert key is not None  # noqa: S101 - a value of a mapping comes after its key
                holder[key] = value
                where = (*above, key)
                self._key[-1] = None
            else:
                holder.append(value)
                where = (*above, len(holder) - 1)
        # Where nothing follows a key, the parser stands at whatever comes next; the author means the key's line.
        self.values[where] = self.keys.get(where, self.last) if value is None and self._nothing else self.last
        return where


def _scalar(event: Any, position: Position) -> object:  # noqa: ANN401 - as above
    text: str = _clean(event.value, position)
    if event.style is not None and event.style != "":
        return text
    if text.lower() in _WORDS:
        return _WORDS[text.lower()]
    if _INT.fullmatch(text):
        return int(text)
    return float(text) if _FLOAT.fullmatch(text) else text


def _clean(text: str, position: Position) -> str:
    found = _UNSEEN.search(text)
    if found:
        raise _RefusedError("SS003", position, f"invisible character U+{ord(found[0]):04X}, written as an escape")
    return text


def _shown(text: str) -> str:
    return f"`{text}`" if len(text) <= 40 else f"`{text[:37]}…`"  # noqa: PLR2004 - one line of a terminal
