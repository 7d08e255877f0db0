"""Over all scenarios together: nothing but reading tells the safe option, or a scam (SS055, SS056, SS068).

One scenario is too short for this: with five choice points the safe option is the longest at most of them by chance
alone. Over the course it is not, so every share is compared with what chance would give. A finding needs both: a share
that is off by enough to be of use, and one that chance alone would give less than once in two hundred.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from safetystring.authoring.chance import as_apart, as_far, larger
from safetystring.authoring.diagnostics import WHOLE_FILE, finding
from safetystring.authoring.subject import messages
from safetystring.scenario.model import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from safetystring.authoring.diagnostics import Diagnostic
    from safetystring.authoring.models import WrittenChoice, WrittenScenario
    from safetystring.authoring.subject import Workspace

RARE = 0.005
"""What chance alone gives less often than this is no chance."""
OFF = 0.15
"""How far a share lies from what chance would give, before a learner could use it."""
APART = 0.2
"""How far from one half the odds lie that a scam exceeds a genuine conversation in a measure."""
_PLACES = ("first", "second", "third", "last")


@dataclass(frozen=True, slots=True)
class Share:
    """How often the option with a certain form is a safe one: `hits` of `points`, by chance `expected`."""

    hits: int
    points: int
    expected: float
    chance: float

    @property
    def tells(self) -> bool:
        """Whether a learner could go by it."""
        return self.points > 0 and self.chance < RARE and abs(self.hits - self.expected) / self.points > OFF


def share(choices: list[WrittenChoice], pick: Callable[[WrittenChoice], int | None]) -> Share:
    """Return how often the option that `pick` names is safe, over the choice points at which it names one."""
    picked = [(choice, place) for choice in choices if (place := pick(choice)) is not None]
    chances = [sum(one.rating == "safe" for one in choice.options) / len(choice.options) for choice, _ in picked]
    hits = sum(choice.options[place].rating == "safe" for choice, place in picked)
    return Share(hits, len(picked), sum(chances), as_far(hits, chances))


def check_options_over_all(workspace: Workspace) -> Iterator[Diagnostic]:
    """Check the place and the length of the safe options over the whole course."""
    choices = _choices(workspace)
    for name, pick in _picks().items():
        found = share(choices, pick)
        if found.tells:
            length = name.startswith("in ")
            more = found.hits > found.expected
            message = (
                f"{name} option is safe at {found.hits} of {found.points} choice points; "
                f"by chance it would be {found.expected:.0f}"
            )
            verb = ("lengthen" if "short" in name else "shorten") if more else "vary"
            hint = f"{verb} safe options, here and there" if length else "change the order of options, here and there"
            yield _at(workspace, "SS056" if length else "SS055", message, hint)


def check_truth_over_all(workspace: Workspace) -> Iterator[Diagnostic]:
    """Check that nothing that can be counted before reading tells scams from genuine conversations."""
    written = [folder.file.written for folder in workspace.scenarios.values()]
    scams = [one for one in written if one.truth == "scam"]
    genuine = [one for one in written if one.truth == "genuine"]
    if not scams or not genuine:
        return
    for name, measure in MEASURES.items():
        first, second = [measure(one) for one in scams], [measure(one) for one in genuine]
        odds = larger(first, second)
        if abs(odds - 0.5) > APART and as_apart(first, second) < RARE:
            more = odds > 0.5  # noqa: PLR2004 - neither way
            message = f"scams have {'more' if more else 'fewer'} {name} than genuine conversations, most of the time"
            hint = f"on average {_mean(first):.1f} and {_mean(second):.1f}: bring them closer"
            yield _at(workspace, "SS068", message, hint)


def _spine_messages(written: WrittenScenario) -> float:
    return sum(1 for placed in messages(written) if placed.on_spine)


def _options(written: WrittenScenario) -> float:
    counts = [len(scene.choice.options) for scene in written.scenes if scene.choice is not None]
    return sum(counts) / len(counts) if counts else 0


MEASURES: Mapping[str, Callable[[WrittenScenario], float]] = {
    "characters in the Chinese title": lambda one: len(one.title.zh),
    "characters in the English title": lambda one: len(one.title.en),
    "characters in the French title": lambda one: len(one.title.fr),
    "characters in the setting": lambda one: len(one.setting.zh),
    "messages on the spine": _spine_messages,
    "scenes on the spine": lambda one: len(one.spine),
    "options a choice point": _options,
    "people in the cast": lambda one: len(one.cast),
    "minutes": lambda one: one.minutes,
}
"""What a learner could count without reading."""


def _picks() -> Mapping[str, Callable[[WrittenChoice], int | None]]:
    made: dict[str, Callable[[WrittenChoice], int | None]] = {}
    for number, name in enumerate(_PLACES):
        made[f"the {name}"] = lambda choice, number=number: _place(choice, number)  # type: ignore[misc]
    for lang in LANGUAGES:
        made[f"in {lang} the longest"] = lambda choice, lang=lang: _extreme(choice, lang, max)  # type: ignore[misc]
        made[f"in {lang} the shortest"] = lambda choice, lang=lang: _extreme(choice, lang, min)  # type: ignore[misc]
    return made


def _place(choice: WrittenChoice, number: int) -> int | None:
    if _PLACES[number] == "last":
        return len(choice.options) - 1
    # The last place is looked at by itself.
    return number if number < len(choice.options) - 1 else None


def _extreme(choice: WrittenChoice, lang: str, which: Callable[[list[int]], int]) -> int | None:
    lengths = [len(getattr(option.text, lang)) for option in choice.options]
    return lengths.index(which(lengths)) if lengths.count(which(lengths)) == 1 else None


def _choices(workspace: Workspace) -> list[WrittenChoice]:
    written = [folder.file.written for folder in workspace.scenarios.values()]
    return [scene.choice for one in written for scene in one.scenes if scene.choice is not None]


def _mean(values: list[float]) -> float:
    return sum(values) / len(values)


def _at(workspace: Workspace, code: str, message: str, hint: str) -> Diagnostic:
    path = workspace.modules.source.path if workspace.modules is not None else "scenarios"
    return finding(code, path, WHOLE_FILE, message, hint)
