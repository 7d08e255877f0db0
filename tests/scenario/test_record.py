from __future__ import annotations

import copy
import dataclasses
import pickle
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


@record.dataclass(frozen=True, slots=True)
class Pair:
    """Two numbers, the first the smaller."""

    low: int
    high: int = 9

    def __post_init__(self) -> None:
        if self.low > self.high:
            raise ValueError("the wrong way round")


@pytest.mark.parametrize(
    ("args", "given", "message"),
    [
        ((), {}, "Pair() is missing the field 'low'"),
        ((), {"high": 3}, "Pair() is missing the field 'low'"),
        ((1, 2, 3), {}, "Pair() takes 2 values by position, 3 were given"),
        ((1,), {"low": 2}, "Pair() was given the field 'low' twice"),
        ((1,), {"wide": 2}, "Pair() has no field 'wide'"),
        ((), {"high": 1, "wide": 2}, "Pair() has no field 'wide'"),
        ((1, 2), {"wide": 2}, "Pair() has no field 'wide'"),
    ],
)
def test_a_wrong_call_says_what_is_wrong(args: tuple[int, ...], given: dict[str, int], message: str) -> None:
    with pytest.raises(TypeError) as caught:
        Pair(*args, **given)
    assert str(caught.value) == message


def test_what_the_class_checks_after_it_was_made_is_checked() -> None:
    assert (Pair(1), Pair(high=8, low=7)) == (Pair(low=1, high=9), Pair(7, 8))
    with pytest.raises(ValueError, match="wrong way"):
        Pair(10)


def test_what_is_frozen_can_be_copied_and_pickled() -> None:
    pair = Pair(1, 2)
    assert pair == copy.copy(pair) == copy.deepcopy(pair) == pickle.loads(pickle.dumps(pair))  # noqa: S301 - our own


def test_nothing_is_shared_between_two_of_a_factory_s() -> None:
    bag = OURS[2]
    first, second = bag(), bag()
    first.items.append(1)
    assert second.items == []


def test_nothing_of_what_is_frozen_can_be_deleted() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        del OURS[0](x=1).x
