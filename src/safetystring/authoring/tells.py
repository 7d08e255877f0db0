"""A mechanical reader that guesses the safe option from the words of options alone, and the words that tell it.

Naive Bayes on what an option has in it: character pairs in Chinese, words and word pairs in English and French; its
first token; whether it is longest, shortest or between; its place. To guess at one scenario it learns from all the
others, its twin left out too. What such a plain reader finds, a learner finds.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from math import log
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from safetystring.authoring.guess import Answer, Point
    from safetystring.scenario import Lang

_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
_SMOOTH = 0.5
"""Added to every count, so that what was never seen says little instead of everything."""


@dataclass(frozen=True, slots=True)
class Tell:
    """A feature, in how many safe options and in how many others it stands, and how surprising that is (G, in nats)."""

    name: str
    safe: int
    other: int
    strength: float


@dataclass(frozen=True, slots=True)
class Pick:
    """The option that the reader takes for safe, by its place in `answers`, and how far it is ahead (log odds)."""

    place: int
    ahead: float


class _Table:
    """How often each feature stands in safe options (True) and in others (False)."""

    def __init__(self) -> None:
        self.seen: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
        self.sizes: Counter[bool] = Counter()

    def add(self, found: set[str], *, safe: bool) -> None:
        self.seen[safe].update(found)
        self.sizes[safe] += 1

    def odds(self, found: set[str], without: _Table) -> float:
        """Return the log odds that an option with these features is safe, `without` what the other table counted."""

        def rate(name: str, *, safe: bool) -> float:
            seen = self.seen[safe][name] - without.seen[safe][name]
            return (seen + _SMOOTH) / (self.sizes[safe] - without.sizes[safe] + 2 * _SMOOTH)

        return sum(log(rate(name, safe=True) / rate(name, safe=False)) for name in sorted(found))


def features(answer: Answer, point: Point, lang: Lang) -> set[str]:
    """Return what the reader sees in one option."""
    tokens = list(answer.text) if lang == "zh" else _WORD.findall(answer.text.lower())
    tokens = [one for one in tokens if not one.isspace()]
    pairs = [("" if lang == "zh" else " ").join(pair) for pair in pairwise(tokens)]
    lengths = [len(one.text) for one in point.answers]
    long, short = len(answer.text) == max(lengths), len(answer.text) == min(lengths)
    size = "between" if long == short else "longest" if long else "shortest"
    return {*(pairs if lang == "zh" else tokens + pairs), f"<first {''.join(tokens[:1])}>", f"<{size}>"} | {
        f"<place {answer.place + 1}>"
    }


def picks(every: Sequence[Point], lang: Lang) -> tuple[Pick, ...]:
    """Return what the reader picks at each choice point, having learnt from the others."""
    seen = [[features(answer, point, lang) for answer in point.answers] for point in every]
    total, pairs = _learn(every, seen)
    made = []
    for point, found in zip(every, seen, strict=True):
        odds = [total.odds(one, pairs[point.pair]) for one in found]
        best = max(range(len(odds)), key=odds.__getitem__)
        made.append(Pick(best, odds[best] - max(other for at, other in enumerate(odds) if at != best)))
    return tuple(made)


def sure(every: Sequence[Point], picked: Sequence[Pick], most: int = 15) -> tuple[tuple[Point, str], ...]:
    """Return the choice points found right, with the option's text, those first of which the reader is surest."""
    pairs = sorted(zip(every, picked, strict=True), key=lambda pair: -pair[1].ahead)
    right = [(point, point.answers[pick.place]) for point, pick in pairs]
    return tuple((point, answer.text) for point, answer in right if answer.safe)[:most]


def tells(every: Sequence[Point], lang: Lang, most: int = 15) -> tuple[Tell, ...]:
    """Return the features whose share in safe options differs most from that in others, the most telling first.

    By the log likelihood ratio G of the two by two table (Dunning 1993, Computational Linguistics 19).
    """
    total, _ = _learn(every, [[features(answer, point, lang) for answer in point.answers] for point in every])
    safe, other = total.seen[True], total.seen[False]
    found = [
        Tell(name, safe[name], other[name], _apart(safe[name], total.sizes[True], other[name], total.sizes[False]))
        for name in safe.keys() | other.keys()
    ]
    return tuple(sorted(found, key=lambda one: (-one.strength, one.name))[:most])


def lines(found: Sequence[Tell]) -> Iterator[str]:
    """Yield one line a tell."""
    for one in found:
        yield f"  {one.name:28} in {one.safe:3} safe options, {one.other:3} others  (G {one.strength:.1f})"


def _learn(every: Sequence[Point], seen: Sequence[Sequence[set[str]]]) -> tuple[_Table, dict[str, _Table]]:
    total, pairs = _Table(), {point.pair: _Table() for point in every}
    for point, found in zip(every, seen, strict=True):
        for answer, its in zip(point.answers, found, strict=True):
            total.add(its, safe=answer.safe)
            pairs[point.pair].add(its, safe=answer.safe)
    return total, pairs


def _apart(one: int, ones: int, two: int, twos: int) -> float:
    every = ones + twos
    cells = [(one, ones), (two, twos), (ones - one, ones), (twos - two, twos)]
    rows = [one + two, one + two, every - one - two, every - one - two]
    return sum(
        2 * count * log(count * every / (row * column))
        for (count, column), row in zip(cells, rows, strict=True)
        if count
    )
