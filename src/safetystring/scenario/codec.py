"""From plain JSON values to the frozen dataclasses of this room and back, led by their type hints.

The JSON has the dataclasses' own field names. A field at its default may be missing; an unknown one is refused.
A union of dataclasses carries the member's name in `is`.
"""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Callable, Mapping
from functools import cache
from inspect import get_annotations
from typing import Any, Literal, NoReturn, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")


class FormatError(ValueError):
    """A compiled file does not have the documented form. The message names the place in it."""


def encode(value: object) -> Any:  # noqa: ANN401 - plain JSON has no closer type
    """Return `value` as plain JSON, leaving out fields at None or an empty tuple."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = ((field.name, getattr(value, field.name)) for field in dataclasses.fields(value))
        return {name: encode(item) for name, item in fields if item is not None and item != ()} | _tag(type(value))
    if isinstance(value, Mapping):
        return {str(key): encode(item) for key, item in value.items()}
    if isinstance(value, (tuple, list)):
        return [encode(item) for item in value]
    return value


def decode(cls: type[T], value: object, where: str = "$") -> T:
    """Return `value` as an instance of the dataclass `cls`.

    Raises
    ------
    FormatError
        At the first place where `value` does not fit, named as a path such as ``$.scenes.s01.messages[2].text``.
    """
    try:
        result = _reader(cls)(value)  # type: ignore[arg-type]
    except _MisfitError:
        result = _decode(cls, value, where)  # once more, slowly: it knows the place of everything
    assert isinstance(result, cls)  # noqa: S101 - narrows the type; it has just been built
    return result


class _MisfitError(Exception):
    """A value does not fit its hint, somewhere."""


@cache
def _reader(hint: Any) -> Callable[[Any], Any]:  # noqa: ANN401 - one branch a kind of hint
    """Return what reads values of a hint, put together once; where it gives up, :func:`_decode` says why."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        members = tuple(member for member in inner if member is not type(None))
        read_one = _reader(members[0]) if len(members) == 1 else _tagged(members)
        optional = len(members) < len(inner)
        return lambda value: None if optional and value is None else read_one(value)
    if origin is Literal:
        return lambda value: value if type(value) is str and value in inner else _misfit()
    if origin is tuple:
        item = _reader(inner[0])
        return lambda value: tuple(map(item, value)) if type(value) is list else _misfit()
    if origin is Mapping:
        entry = _reader(inner[1])
        return lambda value: {k: entry(v) for k, v in value.items()} if type(value) is dict else _misfit()
    if dataclasses.is_dataclass(hint):
        return _builder(hint)  # type: ignore[arg-type]
    return lambda value: value if type(value) is hint else _misfit()


def _tagged(members: tuple[Any, ...]) -> Callable[[Any], Any]:
    builders = {member.__name__: _builder(member) for member in members}

    def read(value: Any) -> Any:  # noqa: ANN401 - plain JSON
        build = builders.get(value["is"]) if type(value) is dict and type(value.get("is")) is str else None
        return build({k: v for k, v in value.items() if k != "is"}) if build is not None else _misfit()

    return read


def _builder(cls: type) -> Callable[[Any], Any]:
    names = {field.name for field in dataclasses.fields(cls)}
    needed = [field.name for field in dataclasses.fields(cls) if field.default is dataclasses.MISSING]
    fields = _Readers(cls)

    def build(value: Any) -> Any:  # noqa: ANN401 - plain JSON
        if type(value) is not dict or not value.keys() <= names:
            _misfit()
        made = {name: fields[name](item) for name, item in value.items()}
        for name in needed:
            if name not in made:
                made[name] = _left_out(_hint(cls, name))
        return cls(**made)

    return build


class _Readers(dict[str, Callable[[Any], Any]]):
    """What reads each field of a class, put together when it is first met: most files use few of them."""

    def __init__(self, cls: type) -> None:
        self._cls = cls

    def __missing__(self, name: str) -> Callable[[Any], Any]:
        self[name] = found = _reader(_hint(self._cls, name))
        return found


def _left_out(hint: Any) -> object:  # noqa: ANN401 - as above
    try:
        return _empty(hint, "")
    except FormatError:
        return _misfit()


def _misfit() -> NoReturn:
    raise _MisfitError


def _tag(cls: type) -> dict[str, str]:
    from safetystring.scenario.model import Attachment  # noqa: PLC0415 - the model uses no codec, the codec knows one union

    return {"is": cls.__name__} if cls in get_args(Attachment) else {}


def _hint(cls: type, name: str) -> Any:  # noqa: ANN401 - one branch a kind of hint
    owner = next(one for one in cls.__mro__ if name in get_annotations(one))
    return _resolved(owner.__module__, get_annotations(owner)[name])


@cache
def _resolved(module: str, written: Any) -> Any:  # noqa: ANN401 - the same
    """Return what an annotation of a module means. The same few are written again and again, each is resolved once."""
    return get_type_hints(type("_", (), {"__module__": module, "__annotations__": {"hint": written}}))["hint"]


def _decode(hint: Any, value: object, where: str) -> object:  # noqa: ANN401 - one return a kind of hint
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        return _decode_union(get_args(hint), value, where)
    if origin is Literal:
        if value in get_args(hint) and isinstance(value, str):
            return value
        raise FormatError(f"{where}: expected one of {', '.join(get_args(hint))}, found {_short(value)}")
    if origin is tuple:
        _expect(value, list, where)
        item = get_args(hint)[0]
        return tuple(_decode(item, entry, f"{where}[{index}]") for index, entry in enumerate(value))  # type: ignore[var-annotated, arg-type]
    if origin is Mapping:
        _expect(value, dict, where)
        item = get_args(hint)[1]
        return {key: _decode(item, entry, f"{where}.{key}") for key, entry in value.items()}  # type: ignore[attr-defined]
    if dataclasses.is_dataclass(hint):
        return _decode_dataclass(hint, value, where)  # type: ignore[arg-type]
    if hint is int and isinstance(value, bool):
        raise FormatError(f"{where}: expected int, found a truth value")
    _expect(value, hint, where)
    return value


def _decode_union(members: tuple[Any, ...], value: object, where: str) -> object:
    if value is None and type(None) in members:
        return None
    rest = [member for member in members if member is not type(None)]
    if len(rest) == 1:
        return _decode(rest[0], value, where)
    _expect(value, dict, where)
    fields = dict(value)  # type: ignore[call-overload]
    tag = fields.pop("is", None)
    for member in rest:
        if member.__name__ == tag:
            return _decode(member, fields, where)
    raise FormatError(f"{where}.is: expected one of {', '.join(m.__name__ for m in rest)}, found {_short(tag)}")


def _decode_dataclass(cls: type, value: object, where: str) -> object:
    _expect(value, dict, where)
    given: dict[str, object] = value  # type: ignore[assignment]
    fields = {field.name: field for field in dataclasses.fields(cls)}
    unknown = sorted(given.keys() - fields.keys())
    if unknown:
        raise FormatError(f"{where}: unknown field {_short(unknown[0])}")
    made: dict[str, object] = {}
    for name, field in fields.items():
        hint = _hint(cls, name)
        if name in given:
            made[name] = _decode(hint, given[name], f"{where}.{name}")
        elif field.default is dataclasses.MISSING:
            made[name] = _empty(hint, f"{where}.{name}")
    return cls(**made)


def _empty(hint: Any, where: str) -> object:  # noqa: ANN401
    if get_origin(hint) is tuple:
        return ()
    if get_origin(hint) in (Union, types.UnionType) and type(None) in get_args(hint):
        return None
    raise FormatError(f"{where}: missing")


def _expect(value: object, kind: type, where: str) -> None:
    if not isinstance(value, kind):
        raise FormatError(f"{where}: expected {kind.__name__}, found {_short(value)}")


def _short(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "..."  # noqa: PLR2004 - one line of a terminal
