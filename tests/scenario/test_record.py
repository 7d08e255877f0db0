from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest

from safetystring.scenario import record

if TYPE_CHECKING:
    from collections.abc import Callable


def pair(make: Callable[..., Callable[[type], type]]) -> list[type]:
    """Return the same classes, made by one of the two decorators."""

    @make(frozen=True, slots=True, kw_only=True)
    class Point:
        x: int
        y: int = 2
        note: str = dataclasses.field(default="", repr=False)

    @make(frozen=True)
    class Empty:
        """Nothing."""

    @make(slots=True)
    class Bag:
        items: list[int] = dataclasses.field(default_factory=list)

    return [Point, Empty, Bag]


OURS, THEIRS = pair(record.dataclass), pair(dataclasses.dataclass)


def made(classes: list[type]) -> list[object]:
    point, empty, bag = classes
    return [point(x=1), point(x=1), point(x=1, y=3), point(x=1, note="n"), empty(), empty(), bag(), bag([1]), bag([1])]


def test_it_compares_and_shows_as_the_standard_library_does() -> None:
    ours, theirs = made(OURS), made(THEIRS)
    assert [repr(one) for one in ours] == [repr(one) for one in theirs]
    assert [[one == other for other in ours] for one in ours] == [[one == other for other in theirs] for one in theirs]
    assert ours[0] != theirs[0], "another class"


def test_it_hashes_as_the_standard_library_does() -> None:
    for one, other in zip(made(OURS), made(THEIRS), strict=True):
        if type(one).__name__ == "Bag":
            for bag in (one, other):
                with pytest.raises(TypeError, match="unhashable"):
                    hash(bag)
        else:
            assert len({one, dataclasses.replace(one)}) == len({other, dataclasses.replace(other)}) == 1  # type: ignore[type-var]


def test_what_is_frozen_stays_so() -> None:
    point = OURS[0](x=1)
    with pytest.raises(dataclasses.FrozenInstanceError):
        point.x = 2
    assert not hasattr(point, "__dict__")


def test_a_method_of_the_class_s_own_is_kept() -> None:
    @record.dataclass(frozen=True)
    class Loud:
        x: int

        def __repr__(self) -> str:
            return "LOUD"

    assert repr(Loud(1)) == "LOUD"
