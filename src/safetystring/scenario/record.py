"""The standard library's `dataclass`, made in a fraction of the time: its methods are shared, none is compiled.

The course has more than a hundred such classes, and `dataclasses` compiles six functions for each when its module is
loaded: that was most of the time our own modules took to load.
"""

from __future__ import annotations

import dataclasses
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING, Any, NoReturn

__all__ = ["dataclass"]

if TYPE_CHECKING:
    from collections.abc import Callable
    from dataclasses import dataclass
else:

    def dataclass(cls: type | None = None, /, **options: bool) -> Any:  # noqa: ANN401 - a class or what makes one
        """Do what :func:`dataclasses.dataclass` does, for classes whose fields all count when two are compared."""
        if cls is None:
            return lambda one: dataclass(one, **options)
        frozen = options.pop("frozen", False)
        made = dataclasses.dataclass(cls, init=False, repr=False, eq=False, **options)
        fields = dataclasses.fields(made)
        names = [field.name for field in fields]
        methods = [_initialiser(made, fields), *_comparison(names), _shown([one.name for one in fields if one.repr])]
        if frozen:
            methods += [*_guards(made), *_state(names)]
        for method in methods:
            if method.__name__ not in cls.__dict__ or cls.__dict__[method.__name__] is None:
                setattr(made, method.__name__, method)
        if not frozen:
            made.__hash__ = None
        return made


def _initialiser(made: type, fields: tuple[dataclasses.Field[Any], ...]) -> Callable[..., None]:
    positional = [field.name for field in fields if not field.kw_only]
    defaults = {field.name: field.default for field in fields if field.default is not dataclasses.MISSING}
    factories = {
        field.name: field.default_factory for field in fields if field.default_factory is not dataclasses.MISSING
    }
    names = [field.name for field in fields]
    puts = [_put(made, name) for name in names]
    read = itemgetter(*names, names[0]) if names else lambda _: ()  # never one alone, which would come bare
    count = len(names)
    after = getattr(made, "__post_init__", None)

    def __init__(self: Any, *args: Any, **given: Any) -> None:  # noqa: ANN401, N807 - a method of any class
        if args:
            given = _placed(made, positional, args, given)
        if len(given) != count:
            given = {**defaults, **given}
            for name, make in factories.items():
                if name not in given:
                    given[name] = make()
        try:
            for put, value in zip(puts, read(given), strict=False):
                put(self, value)
        except KeyError as error:
            raise _wrong(made, names, given, str(error)) from None
        if len(given) != count:
            raise _wrong(made, names, given)
        if after is not None:
            after(self)

    return __init__


def _wrong(made: type, names: list[str], given: dict[str, Any], missing: str = "") -> TypeError:
    extra = sorted(given.keys() - names)
    said = f"has no field {extra[0]!r}" if extra else f"is missing the field {missing}"
    return TypeError(f"{made.__qualname__}() {said}")


def _placed(made: type, positional: list[str], args: tuple[Any, ...], given: dict[str, Any]) -> dict[str, Any]:
    """Return all that was given by name."""
    if len(args) > len(positional):
        raise TypeError(f"{made.__qualname__}() takes {len(positional)} values by position, {len(args)} were given")
    placed = dict(zip(positional, args, strict=False))
    if twice := placed.keys() & given.keys():
        raise TypeError(f"{made.__qualname__}() was given the field {min(twice)!r} twice")
    return placed | given


def _put(made: type, name: str) -> Callable[[Any, Any], None]:
    """Return what sets a field, past the guard of a frozen class."""
    slot = getattr(made, name, None)
    if type(slot).__name__ == "member_descriptor":
        put: Callable[[Any, Any], None] = slot.__set__  # type: ignore[union-attr]
        return put
    return lambda self, value: object.__setattr__(self, name, value)


def _guards(made: type) -> tuple[Callable[..., NoReturn], Callable[..., NoReturn]]:
    def __setattr__(_self: Any, name: str, _value: Any) -> NoReturn:  # noqa: ANN401, N807 - a method of any class
        raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r} of {made.__qualname__}")

    def __delattr__(_self: Any, name: str) -> NoReturn:  # noqa: ANN401, N807 - the same
        raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r} of {made.__qualname__}")

    return __setattr__, __delattr__


def _state(names: list[str]) -> tuple[Callable[..., Any], Callable[..., None]]:
    """Return what copies and pickles a frozen object, whose fields cannot be assigned."""

    def __getstate__(self: Any) -> dict[str, Any]:  # noqa: ANN401, N807 - a method of any class
        return {name: getattr(self, name) for name in names}

    def __setstate__(self: Any, state: dict[str, Any]) -> None:  # noqa: ANN401, N807 - the same
        for name in names:
            object.__setattr__(self, name, state[name])

    return __getstate__, __setstate__


def _comparison(names: list[str]) -> tuple[Callable[..., Any], Callable[..., Any]]:
    values: Callable[[Any], Any] = attrgetter(*names) if names else lambda _: ()

    def __eq__(self: Any, other: Any) -> Any:  # noqa: ANN401, N807 - a method of any class
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    def __hash__(self: Any) -> int:  # noqa: ANN401, N807 - the same
        return hash(values(self))

    return __eq__, __hash__


def _shown(names: list[str]) -> Callable[..., str]:
    def __repr__(self: Any) -> str:  # noqa: ANN401, N807 - the same
        return f"{type(self).__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in names)})"

    return __repr__
