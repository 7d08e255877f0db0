"""The blind guess test: the options of every choice point without prompt or conversation, and what a guess is worth.

Whoever picks the safe option from the options alone has learnt to read options, not conversations. So a reader who
sees nothing else may find it no more often than chance allows, and :data:`LEEWAY` more.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from math import sqrt
from typing import TYPE_CHECKING

from safetystring.authoring.draw import shuffled
from safetystring.authoring.slots import compiled
from safetystring.scenario.slots import drawn, fill

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from safetystring.authoring.models import WrittenScenario
    from safetystring.scenario import Lang

LEEWAY = 0.10
"""How far above chance the share of safe guesses may lie."""
LETTERS = "ABCD"
_TITLE = "Safety String"
_Z = 1.959963984540054
"""Standard normal quantile of 97.5 %."""
_PLAIN = re.compile(r"\s*(\w+)[\s.:)、]+(\S+)\s*")
_ROW = re.compile(r"\s*[_\s]*([^_\s]*)[_\s]*\s(\d+)\s+A\s+\S.*")
_HEAD = re.compile(rf"{_TITLE} · .* · (?P<lang>zh|en|fr) · (?P<seed>\S+) · \d+ · (?P<print>[0-9a-f]{{8}})\s*")
_WORDS: Mapping[str, tuple[str, str]] = {
    "zh": (
        "只看选项",
        (
            "下面每一题只有选项，没有题目，也没有前面的对话。每题凭字面挑出你觉得最稳妥的一个，把字母填在左边的横线上，没把握也要选。"
            "填完把文件存好，用 `safetystring check --options --answers 文件` 算分，"
            "--seed、--lang、--count 与发题时相同。"
        ),
    ),
    "en": (
        "options alone",
        (
            "Below are answers somebody might give, without the question and without the conversation before it. Under "
            "each number pick the one you think is safe and write its letter on the line at the left, even where you "
            "are not sure. Then save the file and run `safetystring check --options --answers FILE` with the same "
            "--seed, --lang and --count."
        ),
    ),
    "fr": (
        "les réponses seules",
        (
            "Voici des réponses possibles, sans la question ni la conversation qui précède. Pour chaque numéro, "
            "choisissez celle qui vous paraît sûre et notez sa lettre sur le trait à gauche, même dans le doute. "
            "Enregistrez ensuite le fichier et lancez `safetystring check --options --answers FICHIER` avec les mêmes "
            "--seed, --lang et --count."
        ),
    ),
}
"""Title and three sentences of a sheet."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One option: its words in one language, whether it is one of the safe ones, and its place in the file from 0."""

    text: str
    safe: bool
    place: int


@dataclass(frozen=True, slots=True)
class Point:
    """A choice point without its conversation. `pair` names a scenario and its twin together."""

    scenario: str
    module: str
    pair: str
    id: str
    answers: tuple[Answer, ...]

    @property
    def chance(self) -> float:
        """How often a blind pick is safe."""
        return sum(one.safe for one in self.answers) / len(self.answers)


@dataclass(frozen=True, slots=True)
class Guesses:
    """What somebody picked: the place in `answers` by choice point, and what is wrong with the file, line by line."""

    picked: Mapping[int, int] = field(default_factory=dict)
    wrong: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Share:
    """Safe picks among `n`, the number of them that chance expects, and the interval of the share (95 %, Wilson)."""

    safe: int
    n: int
    expected: float

    @property
    def goal(self) -> float:
        """The largest share that is still no guess: chance and :data:`LEEWAY`."""
        return self.expected / self.n + LEEWAY if self.n else LEEWAY

    @property
    def met(self) -> bool:
        """Whether the share is at or below the goal."""
        return self.safe <= self.goal * self.n + 1e-9

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson's score interval (Wilson 1927, J. Am. Stat. Assoc. 22); (0, 1) without picks."""
        if not self.n:
            return 0.0, 1.0
        share, square = self.safe / self.n, _Z * _Z / self.n
        middle, half = share + square / 2, _Z * sqrt(share * (1 - share) / self.n + square / (4 * self.n))
        return max(0.0, (middle - half) / (1 + square)), min(1.0, (middle + half) / (1 + square))


def points(
    scenarios: Mapping[str, WrittenScenario], lang: Lang, names: Collection[str] | None = None
) -> tuple[Point, ...]:
    """Return the choice points of checked scenarios, by id, as they read in `lang`; only `names` if given.

    Points at which every option is safe, or none, are left out: there is nothing to guess.
    """
    found = []
    for name in sorted(scenarios if names is None else scenarios.keys() & set(names)):
        written = scenarios[name]
        values = drawn(compiled(written.slots), None, lang)
        pair = min(name, written.twin or name)
        for scene in written.scenes:
            if scene.choice is None:
                continue
            answers = tuple(
                Answer(fill(getattr(one.text, lang), values), one.rating == "safe", place)
                for place, one in enumerate(scene.choice.options)
            )
            found.append(Point(name, written.module, pair, scene.choice.id, answers))
    return tuple(one for one in found if 0 < one.chance < 1)


def mixed(every: Iterable[Point], seed: str, count: int | None = None) -> tuple[Point, ...]:
    """Return the points and their answers in the order that `seed` draws, the first `count` if given.

    The order hangs on ids alone, so it is the same in each language and stays when a text is reworded.
    """
    by_name = {f"{one.scenario}/{one.id}": one for one in every}
    asked = [(name, by_name[name]) for name in shuffled(by_name, seed, "guess")][:count]
    return tuple(
        Point(
            one.scenario,
            one.module,
            one.pair,
            one.id,
            tuple(one.answers[int(place)] for place in shuffled(map(str, range(len(one.answers))), seed, name)),
        )
        for name, one in asked
    )


def sheet(asked: Sequence[Point], lang: Lang, seed: str) -> Iterator[str]:
    """Yield the lines of the sheet: its title, three sentences, and each point's options beside a blank."""
    title, how = _WORDS[lang]
    yield f"{_TITLE} · {title} · {lang} · {seed} · {len(asked)} · {_print(asked)}"
    yield ""
    yield how
    for number, point in enumerate(asked, 1):
        yield ""
        for letter, answer in zip(LETTERS, point.answers, strict=False):
            yield (f"____ {number:>4}" if letter == "A" else " " * 9) + f"  {letter}  {answer.text}"


def read_guesses(text: str, asked: Sequence[Point], lang: Lang, seed: str) -> Guesses:
    """Return what a file of answers picks: lines like ``12 B``, or the sheet with its blanks filled."""
    lines = text.lstrip("\ufeff").splitlines()
    head = next((found for found in map(_HEAD.fullmatch, lines[:5]) if found), None)
    if head is not None and (head["lang"], head["seed"], head["print"]) != (lang, seed, _print(asked)):
        made = f"this sheet was made with --lang {head['lang']} --seed {head['seed']}"
        same = (head["lang"], head["seed"]) == (lang, seed)
        return Guesses(
            wrong=(
                "line 1: this sheet’s options have changed since, or --count or PATH differ: ask for a new sheet"
                if same
                else f"line 1: {made}; score it with the same",
            )
        )
    picked: dict[int, int] = {}
    lines_of: dict[int, int] = {}
    wrong = []
    for at, line in enumerate(lines, 1):
        given = _answered(line, filled=head is not None)
        if given is None:
            continue
        number, letter = given
        problem = _problem(number, letter, asked)
        if not problem and int(number) in lines_of:
            problem = f"number {int(number)} was answered on line {lines_of[int(number)]} already"
        if problem:
            wrong.append(f"line {at}: {problem}")
            continue
        lines_of[int(number)] = at
        picked[int(number) - 1] = LETTERS.index(letter.upper())
    if not picked and not wrong:
        wrong.append("line 1: expected lines like “12 B”, or a sheet with letters on its lines; found no answer")
    return Guesses(picked, tuple(wrong))


def share(asked: Sequence[Point], picked: Mapping[int, int]) -> Share:
    """Return how many picks are safe among the points that were answered."""
    safe = sum(asked[at].answers[place].safe for at, place in picked.items())
    return Share(safe, len(picked), sum(asked[at].chance for at in picked))


def result(asked: Sequence[Point], picked: Mapping[int, int]) -> Iterator[str]:
    """Yield the lines that tell an author how a reader did, and which options to reword."""
    yield _said("all", share(asked, picked))
    for module in sorted({asked[at].module for at in picked}):
        its = {at: place for at, place in picked.items() if asked[at].module == module}
        yield _said(f"module {module}", share(asked, its))
    if len(picked) < len(asked):
        yield f"{len(asked) - len(picked)} of {len(asked)} choice points have no answer and do not count"
    right = [(asked[at], place) for at, place in sorted(picked.items()) if asked[at].answers[place].safe]
    if right:
        yield "found without the conversation (what told it?):"
        for point, place in sorted(right, key=lambda one: (one[0].scenario, one[0].id)):
            yield f"  {point.scenario} {point.id}  {point.answers[place].text}"


def _said(name: str, found: Share) -> str:
    low, high = found.interval
    verdict = "met" if found.met else "NOT met"
    return (
        f"{name}: {found.safe} of {found.n} safe, {found.safe / found.n:.0%} (95 %: {low:.0%} to {high:.0%}); "
        f"chance {found.expected:.1f}, {found.expected / found.n:.0%}; goal at most {found.goal:.0%}: {verdict}"
    )


def _print(asked: Sequence[Point]) -> str:
    """Return a short hash of what a sheet asks, so that answers are scored on what their reader saw."""
    text = "\0".join(answer.text for point in asked for answer in point.answers)
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def _answered(line: str, *, filled: bool) -> tuple[str, str] | None:
    """Return number and letter of a line as they stand there, or None of one that answers nothing."""
    if filled:
        row = _ROW.fullmatch(line)
        return (row[2], row[1]) if row and row[1] else None
    if not line.strip() or line.lstrip().startswith("#"):
        return None
    plain = _PLAIN.fullmatch(line)
    return (plain[1], plain[2]) if plain else (line.strip()[:40], "")


def _problem(number: str, letter: str, asked: Sequence[Point]) -> str | None:
    if not letter or not re.fullmatch(r"[0-9]{1,6}", number):
        return f"expected a number and a letter, like “12 B”; found “{f'{number} {letter}'.strip()}”"
    if not 1 <= int(number) <= len(asked):
        return (
            f"there is no number {int(number)}; this sheet has 1 to {len(asked)} (the same --seed, --count and PATH?)"
        )
    letters = LETTERS[: len(asked[int(number) - 1].answers)]
    if len(letter) != 1 or letter.upper() not in letters:
        return f"number {int(number)} has the letters {', '.join(letters)}; found “{letter}”"
    return None
