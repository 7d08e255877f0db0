"""What the learner is told afterwards: each cue in its place, each choice, what the real one does, what to say and do.

The result is plain JSON in one language, in the form that docs/player.md gives. It blames nobody and quotes each
message as it stood. Its texts come from the scenario: whoever puts them on a page escapes them.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from safetystring.player.script import Course, MessageEntry, OptionEntry
from safetystring.player.session import voices
from safetystring.scenario import Balance, Lang, Payment, Transfer, named
from safetystring.scenario.record import dataclass
from safetystring.scenario.slots import Words, draws, fill, words
from safetystring.scoring.baseline import baseline_points, discernment
from safetystring.scoring.cells import Cell, cell_maxima, cells, finished, item_result, marks_of
from safetystring.scoring.ending import ending_of, loss_avoided
from safetystring.scoring.labels import label, red_flag_name, source_line
from safetystring.scoring.noticed import own_part

if TYPE_CHECKING:
    from safetystring.player.session import Session
    from safetystring.scenario import Contact, Ending, Key, Message, Scenario, Source
    from safetystring.scoring.cells import Result

_MOST_KEPT = 20_000
"""Parts kept at a time: a bound for logs whose seeds are chosen to fill the memory."""
_SHOWN_AS = {"taken_back": "correct"}
"""To a learner, a mark taken back in the review is a message rightly left alone."""


@dataclass(frozen=True, slots=True)
class _View:
    """A language, and what the slots' names stand for with the rows that a seed drew; `place` names both."""

    lang: Lang
    words: Words
    place: Hashable


def explain(session: Session, scenario: Scenario, key: Key, lang: Lang) -> dict[str, Any]:
    """Return the debrief of one run, ready for JSON.

    Parameters
    ----------
    session
        A run whose review is finished; of an earlier one the score is 0.
    scenario, key
        The public part the session was folded against, and its key.
    lang
        The language of every text in the result. Red flags and families are given by name, messages by id.
    """
    return Explainer(scenario, key).explain(session, lang)


class Explainer:
    """Explains runs of one scenario. What many runs have in common is put together once: treat it as read-only.

    Everything that depends on a run depends on it through few values: what became of a message, which option was
    taken, how it ended, and which rows of the slots its seed drew. A drill asks for no marks, and nothing is said of
    any that an older log of one may hold.
    """

    def __init__(self, scenario: Scenario, key: Key) -> None:
        self.scenario = scenario
        self.key = key
        self.course = Course.of(scenario)
        self.messages = self.course.messages
        self.families = {family.id: family.name for family in scenario.families}
        self.choices = {scene.choice.id: scene.choice for scene in scenario.scenes.values() if scene.choice is not None}
        self.marking = key.truth != "drill"
        self.explained = key.cues.keys() | key.lookalikes.keys()
        self.baseline = baseline_points(scenario, key)
        self._kept: dict[Hashable, Any] = {}
        self._last_view: tuple[Hashable, _View] = (None, _View("zh", {}, None))

    def explain(self, session: Session, lang: Lang, table: Mapping[str, Cell] | None = None) -> dict[str, Any]:
        """Return what :func:`explain` does; `table` is what :func:`cells` gives, where the caller already has it."""
        table = cells(session, self.scenario, self.key) if table is None else table
        ending = ending_of(session, self.key)
        kept = loss_avoided(ending.paid, self.key.debrief.asked) if ending is not None else None
        view = self._view(session, lang)
        return {
            **self._once(view, "told", self._told),
            "verdict": session.verdict,
            "paid": ending.paid if ending is not None else 0,
            "ending": None if ending is None else self._once(view, ("ending", ending.id), _ending, ending),
            "items": self._items(session, view) if self.marking else [],
            "other_marks": self._other_marks(session, view) if self.marking else [],
            "decisions": self._decisions(session, view),
            "accounts": self._accounts(session, view),
            "score": self._score(session, table),
            "cells": _cells(table, self._once(view, "labels", self._labels)),
            **own_part(session, self.scenario, self.key, kept),
        }

    def filled(
        self, session: Session, lang: Lang, make: Callable[[Any, Lang], Any], names: Iterable[Hashable]
    ) -> list[Any]:
        """Return what `make` gives for each of `names`, filled as the run's seed drew; each is made once."""
        view = self._view(session, lang)
        return [self._once(view, ("filled", name), make, name) for name in names]

    def _view(self, session: Session, lang: Lang) -> _View:
        seed = session.attempt.seed
        last, found = self._last_view
        if last != (seed, lang):  # the same run is asked for several things
            rows = draws(self.key.slots, seed)
            found = _View(lang, self._words(lang, rows), (lang, *rows.values()))
            self._last_view = ((seed, lang), found)
        return found

    def _words(self, lang: Lang, rows: Mapping[str, int]) -> Words:
        place = ("words", lang, *rows.values())
        found: Words | None = self._kept.get(place)
        if found is None:
            found = self._kept[place] = words(self.key.slots, rows, lang)
        return found

    def _once(self, view: _View, name: Hashable, make: Callable[..., Any], *values: object) -> Any:  # noqa: ANN401 - JSON
        """Return a filled part of the debrief, made at its first need."""
        place = (view.place, name)
        found = self._kept.get(place)
        if found is None:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            found = self._kept[place] = fill(make(*values, view.lang), view.words)
        return found

    def _accounts(self, session: Session, view: _View) -> list[dict[str, Any]]:
        """Return who spoke in a group, whether they worked together, and whether the learner said so."""
        picked = session.picked or ()
        return [
            {**self._once(view, ("account", voice), self._account, voice), "picked": voice in picked}
            for voice in voices(session, self.course)
        ]

    def _account(self, voice: str, lang: Lang) -> dict[str, Any]:
        person = self.scenario.cast[voice]
        return {
            "id": voice,
            "name": person.name.get(lang),
            "avatar": person.avatar,
            "together": voice in self.key.debrief.together,
        }

    def _score(self, session: Session, table: Mapping[str, Cell]) -> dict[str, float | None]:
        points = sum((cell.points for cell in table.values()), 0.0)
        maximum = sum((cell.maximum for cell in table.values()), 0.0)
        counts = self.marking and session.phase != "skipped" and finished(session)
        above = discernment(points, self.baseline, maximum) if counts else None
        return {"points": points, "max": maximum, "discernment": above}

    def _told(self, lang: Lang) -> dict[str, Any]:
        """Return what every run is told."""
        debrief = self.key.debrief
        return {
            "truth": self.key.truth,
            "summary": debrief.summary.get(lang),
            "real": debrief.real.get(lang),
            "first_sign": debrief.first_sign,
            "say": [text.get(lang) for text in debrief.say],
            "do": [text.get(lang) for text in debrief.do],
            "contacts": [_contact(contact, lang) for contact in debrief.contacts],
            "asked": debrief.asked,
        }

    def _labels(self, lang: Lang) -> dict[str, str]:
        return {cell: label(cell, lang, self.key) for cell in cell_maxima(self.key)}

    def _quote(self, message: str, lang: Lang) -> str:
        return quote(self.messages[message], lang)

    def _other_marks(self, session: Session, view: _View) -> list[dict[str, Any]]:
        return [
            {"message": message, "quote": self._once(view, ("quote", message), self._quote, message)}
            for message in _seen(session)
            if message in session.marks and message not in self.explained
        ]

    def _items(self, session: Session, view: _View) -> list[dict[str, Any]]:
        items = []
        for message in _seen(session):
            if message in self.explained:
                family, first, final = marks_of(session, self.key, message)
                result = item_result(family, first, final)
                place = ("item", message, result, final)
                items.append(self._once(view, place, self._item, message, family, final, result))
        return items

    def _item(self, message: str, family: str | None, final: str | None, result: Result, lang: Lang) -> dict[str, Any]:
        names = {one: name.get(lang) for one, name in self.families.items()}
        key = self.key
        item: dict[str, Any] = {
            "message": message,
            "quote": quote(self.messages[message], lang),
            "kind": "lookalike" if family is None else "cue",
            "result": _SHOWN_AS.get(result, result),
            "red_flag": None,
            "family": names.get(family, family) if family is not None else None,
            "marked_family": names.get(final, final) if final is not None else None,
            "decisive": False,
            "why": "",
            "instead": None,
            "say": None,
            "source": None,
            "url": None,
        }
        cue = key.cues.get(message)
        if cue is None:
            return item | {"why": key.lookalikes[message].get(lang)}
        flag = key.red_flags.get(cue.red_flag)
        instead = cue.instead or (flag.legitimate if flag is not None else None)
        source: Source | None = key.sources.get(cue.source)
        return item | {
            "red_flag": red_flag_name(key, cue.red_flag, lang),
            "decisive": flag.decisive if flag is not None else False,
            "why": cue.why.get(lang),
            "instead": instead.get(lang) if instead is not None else None,
            "say": cue.say.get(lang) if cue.say is not None else None,
            "source": source_line(source, lang) if source is not None else None,
            "url": source.url if source is not None else None,
        }

    def _decisions(self, session: Session, view: _View) -> list[dict[str, Any]]:
        """Return the choices made, in order, then the choice points of the spine that were not reached."""
        played = session.script[: session.rest_from]
        made = [entry.choice for entry in played if isinstance(entry, OptionEntry)]
        decisions = []
        for choice in dict.fromkeys([*made, *self.key.decisions]):
            if choice in self.choices:
                taken = session.chosen.get(choice)
                decisions.append(self._once(view, ("decision", choice, taken), self._decision, choice, taken))
        return decisions

    def _decision(self, name: str, taken: str | None, lang: Lang) -> dict[str, Any]:
        choice, key = self.choices[name], self.key
        outcome = key.outcomes.get(taken) if taken is not None else None
        rated = [(option, key.outcomes.get(option.id)) for option in choice.options]
        safe = next((option for option, rating in rated if rating is not None and rating.rating == "safe"), None)
        better = safe if outcome is None or outcome.rating != "safe" else None
        return {
            "prompt": choice.prompt.get(lang),
            "chosen": choice.option(taken).text.get(lang) if taken is not None else None,
            "rating": outcome.rating if outcome is not None else None,
            "consequence": outcome.consequence.get(lang) if outcome is not None else None,
            "better": better.text.get(lang) if better is not None else None,
        }


def quote(message: Message, lang: Lang) -> str:
    """Return what a message says, or what its attachment is called where it says nothing."""
    words = message.text.get(lang)
    if words:
        return words
    match message.attachment:
        case Transfer(amount=amount, payee=payee) | Payment(amount=amount, payee=payee):
            return f"{amount} → {payee.get(lang)}"
        case Balance(amount=amount):
            return amount
        case None:
            return ""
        case carried:
            name = named(carried)
            return name.get(lang) if name is not None else ""


def _seen(session: Session) -> list[str]:
    """Return the messages shown, in the order of the conversation."""
    ids = (entry.message for entry in session.script if isinstance(entry, MessageEntry))
    return [message for message in dict.fromkeys(ids) if message in session.shown]


def _ending(ending: Ending, lang: Lang) -> dict[str, Any]:
    return {"outcome": ending.outcome, "title": ending.title.get(lang), "text": ending.text.get(lang)}


def _cells(table: Mapping[str, Cell], labels: Mapping[str, str]) -> list[dict[str, Any]]:
    return [
        {"id": cell, "points": value.points, "max": value.maximum, "label": labels[cell]}
        for cell, value in table.items()
    ]


def _contact(contact: Contact, lang: Lang) -> dict[str, Any]:
    return {
        "id": contact.id,
        "name": contact.name.get(lang),
        "purpose": contact.purpose.get(lang),
        "value": contact.shown(lang),
        "hours": contact.hours.get(lang) if contact.hours is not None else None,
        "checked_on": contact.checked_on,
        "certain": contact.certain,
        "urgent": contact.urgent,
    }
