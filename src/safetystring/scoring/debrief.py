"""What the learner is told afterwards: each cue in its place, each choice, what the real one does, what to say and do.

The result is plain JSON in one language, in the form that docs/player.md gives. It blames nobody and quotes each
message as it stood. Its texts come from the scenario: whoever puts them on a page escapes them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from safetystring.player.session import Course, MessageEntry, OptionEntry, voices
from safetystring.scenario import Balance, Payment, Transfer, messages_by_id, named
from safetystring.scenario.slots import drawn, fill
from safetystring.scoring.assess import Assessment, assess
from safetystring.scoring.cells import item_result, marks_of
from safetystring.scoring.ending import ending_of
from safetystring.scoring.labels import label, red_flag_name, source_line
from safetystring.scoring.noticed import own_part

if TYPE_CHECKING:
    from safetystring.player.session import Session
    from safetystring.scenario import Choice, Contact, Key, Lang, Message, Scenario, Source

_SHOWN_AS = {"taken_back": "correct"}
"""To a learner, a mark taken back in the review is a message rightly left alone."""


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
    result = assess(session, scenario, key)
    debrief = key.debrief
    ending = ending_of(session, key)
    told = {
        "truth": key.truth,
        "verdict": session.verdict,
        "summary": debrief.summary.get(lang),
        "real": debrief.real.get(lang),
        "first_sign": debrief.first_sign,
        "say": [text.get(lang) for text in debrief.say],
        "do": [text.get(lang) for text in debrief.do],
        "contacts": [_contact(contact, lang) for contact in debrief.contacts],
        "asked": debrief.asked,
        "paid": ending.paid if ending is not None else 0,
        "ending": None
        if ending is None
        else {"outcome": ending.outcome, "title": ending.title.get(lang), "text": ending.text.get(lang)},
        "items": _items(session, scenario, key, lang),
        "other_marks": _other_marks(session, scenario, key, lang),
        "decisions": _decisions(session, scenario, key, lang),
        "accounts": _accounts(session, scenario, key, lang),
        "score": {"points": result.points, "max": result.maximum, "discernment": result.discernment},
        "cells": _cells(result, key, lang),
        **own_part(session, scenario, key, result),
    }
    filled: dict[str, Any] = fill(told, drawn(key.slots, session.attempt.seed, lang))
    return filled


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


def _items(session: Session, scenario: Scenario, key: Key, lang: Lang) -> list[dict[str, Any]]:
    messages = messages_by_id(scenario)
    return [
        _item(session, scenario, key, messages[message], lang)
        for message in _seen(session)
        if message in key.cues or message in key.lookalikes
    ]


def _item(session: Session, scenario: Scenario, key: Key, message: Message, lang: Lang) -> dict[str, Any]:
    families = {family.id: family.name.get(lang) for family in scenario.families}
    family, first, final = marks_of(session, key, message.id)
    result = item_result(family, first, final)
    item: dict[str, Any] = {
        "message": message.id,
        "quote": quote(message, lang),
        "kind": "lookalike" if family is None else "cue",
        "result": _SHOWN_AS.get(result, result),
        "red_flag": None,
        "family": families.get(family, family) if family is not None else None,
        "marked_family": families.get(final, final) if final is not None else None,
        "decisive": False,
        "why": "",
        "instead": None,
        "say": None,
        "source": None,
        "url": None,
    }
    cue = key.cues.get(message.id)
    if cue is None:
        return item | {"why": key.lookalikes[message.id].get(lang)}
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


def _other_marks(session: Session, scenario: Scenario, key: Key, lang: Lang) -> list[dict[str, Any]]:
    messages = messages_by_id(scenario)
    explained = key.cues.keys() | key.lookalikes.keys()
    return [
        {"message": message, "quote": quote(messages[message], lang)}
        for message in _seen(session)
        if message in session.marks and message not in explained
    ]


def _accounts(session: Session, scenario: Scenario, key: Key, lang: Lang) -> list[dict[str, Any]]:
    """Return who spoke in a group, whether they worked together, and whether the learner said so."""
    picked = session.picked or ()
    return [
        {
            "id": voice,
            "name": scenario.cast[voice].name.get(lang),
            "avatar": scenario.cast[voice].avatar,
            "together": voice in key.debrief.together,
            "picked": voice in picked,
        }
        for voice in voices(session, Course.of(scenario))
    ]


def _decisions(session: Session, scenario: Scenario, key: Key, lang: Lang) -> list[dict[str, Any]]:
    """Return the choices made, in order, then the choice points of the spine that were not reached."""
    choices = {scene.choice.id: scene.choice for scene in scenario.scenes.values() if scene.choice is not None}
    played = session.script[: session.rest_from]
    made = [entry.choice for entry in played if isinstance(entry, OptionEntry)]
    order = dict.fromkeys([*made, *key.decisions])
    return [_decision(session, key, choices[choice], lang) for choice in order if choice in choices]


def _decision(session: Session, key: Key, choice: Choice, lang: Lang) -> dict[str, Any]:
    taken = session.chosen.get(choice.id)
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


def _cells(result: Assessment, key: Key, lang: Lang) -> list[dict[str, Any]]:
    return [
        {"id": cell, "points": value.points, "max": value.maximum, "label": label(cell, lang, key)}
        for cell, value in result.cells.items()
    ]


def _contact(contact: Contact, lang: Lang) -> dict[str, Any]:
    return {
        "id": contact.id,
        "name": contact.name.get(lang),
        "purpose": contact.purpose.get(lang),
        "value": contact.value,
        "hours": contact.hours.get(lang) if contact.hours is not None else None,
        "checked_on": contact.checked_on,
        "certain": contact.certain,
        "urgent": contact.urgent,
    }
