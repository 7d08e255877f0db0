"""The standard library's `dataclass`, made in half the time: what compares, hashes and shows is shared, not compiled.

The course has more than a hundred such classes, and `dataclasses` compiles six functions for each when its module is
loaded: half of the time that starting the player or a grading takes.
"""

from __future__ import annotations

import dataclasses
from operator import attrgetter
from typing import TYPE_CHECKING, Any

__all__ = ["dataclass"]

if TYPE_CHECKING:
    from collections.abc import Callable
    from dataclasses import dataclass
else:

    def dataclass(cls: type | None = None, /, **options: bool) -> Any:  # noqa: ANN401 - a class or what makes one
        """Do what :func:`dataclasses.dataclass` does, for classes whose fields all count when two are compared."""
        if cls is None:
            return lambda one: dataclass(one, **options)
        made = dataclasses.dataclass(cls, repr=False, eq=False, **options)
        fields = dataclasses.fields(made)
        for method in (
            *_comparison([field.name for field in fields]),
            _shown([one.name for one in fields if one.repr]),
        ):
            if method.__name__ not in cls.__dict__ or cls.__dict__[method.__name__] is None:
                setattr(made, method.__name__, method)
        if not options.get("frozen"):
            made.__hash__ = None
        return made


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
