from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from course.preflight.logs import SCAM, honest, lines_of, moved, packed, play_of
from safetystring.course.preflight.copies import Trace, copies, trace_of

if TYPE_CHECKING:
    from safetystring.course.preflight.finding import Finding

MINE = honest(SCAM, 1)


def found(*logs: bytes) -> list[Finding]:
    return copies(trace_of(f"s{number}", data, play_of(data), SCAM.key) for number, data in enumerate(logs))


def _one_mark_more(data: bytes) -> bytes:
    lines = lines_of(moved(data, by=5_000, seed=2**31))
    marked = next(number for number, line in enumerate(lines) if line["e"] == "marked")
    lines[marked]["family"] = "channel"
    return packed(lines)


@pytest.mark.parametrize(
    ("copy", "said"),
    [
        (MINE, "byte for byte"),
        (moved(MINE, by=86_400_000, seed=2**31), "same thinking times, to the millisecond"),
        (_one_mark_more(MINE), "long stretches"),
        (moved(MINE, by=86_400_000, seed=2**31, shake=150), "nearly the same thinking times"),
        (moved(honest(SCAM, 9), seed=lines_of(MINE)[0]["seed"]), "same seed"),  # type: ignore[arg-type]
    ],
)
def test_a_copy_is_named_once_by_its_strongest_sign(copy: bytes, said: str) -> None:
    honest_ones = [honest(SCAM, number) for number in range(2, 9)]
    [one] = found(MINE, *honest_ones, copy)
    assert (one.students, one.where) == (("s0", "s8"), ("cedar",))
    assert said in one.text


def test_people_who_do_the_same_in_their_own_time_are_not_named() -> None:
    assert found(*(honest(SCAM, number, ("good", "nothing")[number % 2]) for number in range(60))) == []


def test_mistakes_in_the_same_order_are_named_whatever_the_times() -> None:
    one, two = (
        Trace(student=name, scenario="cedar", digest=name.encode(), seed=n, acts=b"x", mistakes=4, gaps=())
        for n, name in enumerate("ab")
    )
    assert [finding.students for finding in copies([one, two])] == [("a", "b")]


def test_copies_of_copies_are_one_group() -> None:
    chain = [moved(MINE, by=number * 1_000_000, seed=2**30 + number, shake=100 * number) for number in range(4)]
    [one] = {finding.students for finding in found(*chain) if "nearly" in finding.text}
    assert set(one) == {"s0", "s1", "s2", "s3"}


def test_a_country_takes_seconds() -> None:
    logs = [
        Trace(
            student=f"{n:05}",
            scenario="cedar",
            digest=n.to_bytes(4),
            seed=n,
            acts=(n % 50).to_bytes(1),
            mistakes=0,
            gaps=tuple((n * k * 7919) % 30_011 for k in range(1, 21)),
        )
        for n in range(4_000)
    ]
    began = time.process_time()
    copies(logs)
    assert time.process_time() - began < 20, "no pair of learners is compared that has not met in a table"
