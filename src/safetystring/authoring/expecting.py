"""What a playthrough expects, held against what was found (SS113 to SS116)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from safetystring.authoring.checks_ids import near
from safetystring.player.script import Course
from safetystring.player.session import Session
from safetystring.scenario import LANGUAGES, Key
from safetystring.scoring.assess import Assessment, assess
from safetystring.scoring.cells import decision_cell, item_cell
from safetystring.scoring.ending import ending_of, ending_rating

if TYPE_CHECKING:
    from collections.abc import Iterator

    from safetystring.authoring.diagnostics import Diagnostic
    from safetystring.authoring.playthrough import WrittenExpectation, WrittenPlaythrough
    from safetystring.authoring.source import Where
    from safetystring.authoring.subject import File
    from safetystring.scenario import Text

_CLOSE = 0.005
"""Points are written with at most two decimals."""
_WHOLE_CELLS = {"false_alarms": "false-alarms", "verdict": "verdict"}


@dataclass(frozen=True, slots=True)
class Scene:
    """Where a playthrough stands: the scenario, its key under several salts, and the session."""

    course: Course
    keys: Sequence[Key]
    session: Session


def compare(
    file: File[WrittenPlaythrough], where: Where, expected: WrittenExpectation, scene: Scene
) -> Iterator[Diagnostic]:
    """Yield every expectation that is not met, each at its own place."""
    key, session = scene.keys[0], scene.session
    plain = {"open": session.choice, "ending": _ending(scene), "outcome": ending_rating(session, key)}
    ending = ending_of(session, key)
    plain["paid"] = ending.paid if ending is not None else None  # type: ignore[assignment]
    for field, found in plain.items():
        wanted = getattr(expected, field)
        if wanted is None:
            continue
        known = {"open": scene.course.choices, "ending": key.endings}.get(field)
        if known is not None and wanted not in known:
            message = f"scenario.yaml has no {'choice point' if field == 'open' else 'ending'} `{wanted}`"
            yield file.report("SS115", (*where, field), message, near(wanted, known))
        elif found != wanted:
            shown = f"`{found}`" if found is not None else "none here"
            yield file.report("SS114", (*where, field), f"expected {field} `{wanted}`, found {shown}")
    yield from _screen(file, where, expected, scene)
    yield from _numbers(file, where, expected, scene)


def _ending(scene: Scene) -> str | None:
    ending = ending_of(scene.session, scene.keys[0])
    return ending.id if ending is not None else None


def _screen(
    file: File[WrittenPlaythrough], where: Where, expected: WrittenExpectation, scene: Scene
) -> Iterator[Diagnostic]:
    known, shown = scene.course.messages, scene.session.shown
    for field, wanted, there in (("sees", expected.sees, True), ("unseen", expected.unseen, False)):
        for message in wanted or ():
            if message not in known:
                hint = near(message, known)
                yield file.report("SS115", (*where, field), f"scenario.yaml has no message `{message}`", hint)
            elif (message in shown) is not there:
                found = "it was not" if there else "it was"
                state = "shown" if there else "not shown"
                yield file.report("SS114", (*where, field), f"expected `{message}` {state} by now; {found}")
    for words in expected.text or ():
        if not any(words in text for text in _texts(scene)):
            yield file.report("SS114", (*where, "text"), f"expected “{words}” on the screen by now; it is not there")


def _texts(scene: Scene) -> Iterator[str]:
    course, session = scene.course, scene.session
    texts: list[Text] = [course.messages[message].text for message in session.shown]
    texts += [course.choices[choice].option(option).text for choice, option in session.chosen.items()]
    if session.choice is not None:
        choice = course.choices[session.choice]
        texts += [choice.prompt, *(option.text for option in choice.options)]
    ending = ending_of(session, scene.keys[0]) if session.reviewed else None
    texts += [ending.title, ending.text] if ending is not None else []
    yield from (getattr(text, lang) for text in texts for lang in LANGUAGES)


def _numbers(
    file: File[WrittenPlaythrough], where: Where, expected: WrittenExpectation, scene: Scene
) -> Iterator[Diagnostic]:
    wanted = [(field, getattr(expected, field)) for field in ("points", "max", "discernment")]
    asked = [(field, bounds) for field, bounds in wanted if bounds is not None]
    if not asked and expected.cells is None:
        return
    scored = [assess(scene.session, scene.course.scenario, key) for key in scene.keys]
    if scored[0].status == "unfinished":
        place = (*where, asked[0][0] if asked else "cells")
        yield file.report("SS113", place, "points are known only after `finish`", key=True)
        return
    for field, bounds in asked:
        yield from _number(file, (*where, field), field, bounds, [_total(one, field) for one in scored])
    tables = [_cells(key, one) for key, one in zip(scene.keys, scored, strict=True)]
    for name, bounds in (expected.cells or {}).items():
        place = (*where, "cells", name)
        every = {*scene.course.messages, *scene.course.choices, *_WHOLE_CELLS}
        if name not in every:
            message = f"`{name}` is no message, no choice point, and neither false_alarms nor verdict"
            yield file.report("SS115", place, message, near(name, every), key=True)
        elif not any(name in table for table in tables):
            yield file.report(
                "SS115", place, f"`{name}` is never scored", "messages and choice points of the spine are"
            )
        elif not all(name in table for table in tables):
            message = f"`{name}` is scored in some courses and not in others"
            yield file.report("SS116", place, message, "only messages with a cue or a lookalike always are", key=True)
        else:
            yield from _number(file, place, f"`{name}`", bounds, [table[name] for table in tables])


def _total(one: Assessment, field: str) -> float | None:
    if field == "discernment":
        return round(100 * one.discernment) if one.discernment is not None else None
    return one.points if field == "points" else one.maximum


def _cells(key: Key, one: Assessment) -> Mapping[str, float]:
    """Return the points by the names that a playthrough uses."""
    names = {message: item_cell(number) for number, message in enumerate(key.items, 1)}
    names |= {choice: decision_cell(number) for number, choice in enumerate(key.decisions, 1)}
    return {name: one.cells[cell].points for name, cell in {**names, **_WHOLE_CELLS}.items() if cell in one.cells}


def _number(
    file: File[WrittenPlaythrough], where: Where, what: str, bounds: tuple[float, ...], found: Sequence[float | None]
) -> Iterator[Diagnostic]:
    low, high = bounds
    shown = sorted({f"{value:.4g}" if value is not None else "none" for value in found})
    right = [value is not None and low - _CLOSE <= value <= high + _CLOSE for value in found]
    if all(right):
        return
    wanted = f"{low:g}" if low == high else f"{low:g} to {high:g}"
    if len(shown) > 1:
        message = f"{what} hangs on which messages a course draws as items: found {', '.join(shown)}"
        yield file.report("SS116", where, message, "give a range, or mark only messages with a cue or a lookalike")
    else:
        yield file.report("SS114", where, f"expected {what} {wanted}, found {shown[0]}")
