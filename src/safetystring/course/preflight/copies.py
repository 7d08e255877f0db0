"""Answers that two learners cannot both have given: the same bytes, the same thinking times, the same seed.

Everything is found through tables of digests, so that a country's learners take seconds: no pair of learners is
compared that has not met in a table first.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from safetystring.course.preflight.acts import acts_of
from safetystring.course.preflight.finding import Finding
from safetystring.player.events import Marked

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Sequence

    from safetystring.player.log import Play
    from safetystring.scenario import Key

STRETCH = 5
"""Thinking times in a row that are the same to the millisecond. One is the same by chance once in a thousand."""
LEAST_ACTS = 6
"""Acts in a play before its timing is compared with another's."""
NEAR = 0.05
"""Mean difference of thinking times, as a share of their mean, below which two plays are one play with its times
shaken. Simulated people who do the same differ by 0.2 and more."""
MISTAKES, FEW_FAMILIES = 4, 2
"""Wrong marks in a play, and families among them, before "the same in the same order" is worth a line: those who get
everything right are alike, and so are those who mark everything as one thing."""
_NEIGHBOURS = 5
"""With how many of the next plays in order of length each one is compared."""
_VARIED = 4
"""Different values among a stretch of thinking times: a stretch of nothing but zeros is nobody's."""

_REASONS = {
    "bytes": "the same file, byte for byte",
    "times": "the same answers with the same thinking times, to the millisecond",
    "stretch": "long stretches with the same thinking times, to the millisecond",
    "near": "the same answers with nearly the same thinking times",
    "seed": "the same seed, which the player draws at random",
    "acts": "the same marks in the same order, several of them the same mistakes",
}
"""In order of weight; a pair of learners is named once for each scenario, for the first that holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """What is kept of a play to compare it: digests and times, no text."""

    student: str
    scenario: str
    digest: bytes
    seed: int
    acts: bytes
    mistakes: int
    gaps: tuple[int, ...]


def trace_of(student: str, data: bytes, play: Play, key: Key) -> Trace:
    """Return the trace of a log whose scored attempt is `play`; `key` tells its mistakes."""
    acts, gaps = acts_of(play.lines)
    return Trace(
        student=student,
        scenario=key.id,
        digest=_digest(data),
        seed=play.attempt.seed,
        acts=_digest("\n".join(acts).encode("utf-8", "replace")),
        mistakes=_mistakes(play, key),
        gaps=gaps,
    )


def _mistakes(play: Play, key: Key) -> int:
    marks = [line.event for line in play.lines if isinstance(line.event, Marked)]
    wrong = [mark.family for mark in marks if (cue := key.cues.get(mark.id)) is None or cue.family != mark.family]
    return len(wrong) if len(set(wrong)) >= FEW_FAMILIES else 0


def copies(traces: Iterable[Trace]) -> list[Finding]:
    """Return one finding for each group of learners and reason, naming the scenarios it holds in."""
    by_scenario: dict[str, list[Trace]] = defaultdict(list)
    for trace in traces:
        by_scenario[trace.scenario].append(trace)
    found: dict[tuple[str, tuple[str, ...]], list[str]] = defaultdict(list)
    for scenario, some in by_scenario.items():
        named: set[tuple[str, ...]] = set()
        for reason, groups in _grouped(some):
            for group in groups:
                if not any(set(group) <= set(other) for other in named):
                    named.add(group)
                    found[reason, group].append(scenario)
    order = list(_REASONS)
    return [
        Finding(group="copy", students=group, where=tuple(sorted(found[reason, group])), text=_REASONS[reason])
        for reason, group in sorted(found, key=lambda one: (order.index(one[0]), one[1]))
    ]


def _grouped(traces: Sequence[Trace]) -> Iterator[tuple[str, list[tuple[str, ...]]]]:
    long = [trace for trace in traces if len(trace.gaps) >= LEAST_ACTS and len(set(trace.gaps)) >= _VARIED]
    yield "bytes", _same((trace.digest, trace.student) for trace in traces)
    yield "times", _same(((trace.acts, trace.gaps), trace.student) for trace in long)
    yield "stretch", _joined(_same((piece, trace.student) for trace in long for piece in _stretches(trace.gaps)))
    yield "near", _joined(_near(long))
    yield "seed", _same((trace.seed, trace.student) for trace in traces)
    yield "acts", _same((trace.acts, trace.student) for trace in traces if trace.mistakes >= MISTAKES)


def _same(pairs: Iterable[tuple[Hashable, str]]) -> list[tuple[str, ...]]:
    """Return the groups of learners who share a value."""
    table: dict[Hashable, set[str]] = defaultdict(set)
    for value, student in pairs:
        table[value].add(student)
    return sorted({tuple(sorted(students)) for students in table.values() if len(students) > 1})


def _joined(groups: Iterable[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Return groups that overlap as one."""
    leader: dict[str, str] = {}

    def top(name: str) -> str:
        while leader.setdefault(name, name) != name:
            leader[name] = leader[leader[name]]
            name = leader[name]
        return name

    for first, *rest in groups:
        for other in rest:
            leader[top(other)] = top(first)
    return _same((top(name), name) for name in list(leader))


def _stretches(gaps: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    for start in range(len(gaps) - STRETCH + 1):
        piece = gaps[start : start + STRETCH]
        if len(set(piece)) >= _VARIED:
            yield piece


def _near(traces: Sequence[Trace]) -> Iterator[tuple[str, ...]]:
    """Yield pairs with the same acts and nearly the same times: such have nearly the same length, too."""
    alike: dict[bytes, list[Trace]] = defaultdict(list)
    for trace in traces:
        alike[trace.acts].append(trace)
    for some in alike.values():
        some.sort(key=lambda trace: sum(trace.gaps))
        for number, one in enumerate(some):
            for other in some[number + 1 : number + 1 + _NEIGHBOURS]:
                if one.student != other.student and _distance(one.gaps, other.gaps) < NEAR:
                    yield one.student, other.student


def _distance(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    apart = sum(abs(a - b) for a, b in zip(one, other, strict=True))
    return 2 * apart / max(1, sum(one) + sum(other))


def _digest(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=16).digest()
