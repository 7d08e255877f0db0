"""From what an author wrote to what a learner's machine loads: the public part of a scenario, and its key.

Pure: the same written scenario, shared data, drawings, salt and release give the same two values. What is written must
have passed the checks.
"""

from __future__ import annotations

import dataclasses
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from safetystring.authoring.attach import assets, attachment
from safetystring.authoring.attach import to_text as _text
from safetystring.authoring.attach import to_text_or_none as _text_or_none
from safetystring.authoring.draw import draw_items
from safetystring.authoring.models import NoteMessage, TextMessage
from safetystring.authoring.shared import Contacts, RedFlags, Sources
from safetystring.authoring.slots import compiled, named_in, parts
from safetystring.scenario import (
    Choice,
    Contact,
    Cue,
    Debrief,
    Ending,
    Family,
    Key,
    Message,
    Option,
    Outcome,
    Person,
    Reaction,
    RedFlag,
    Scenario,
    Scene,
    Source,
    content_hash,
    spine_choices,
    spine_messages,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from safetystring.authoring.models import (
        WrittenChoice,
        WrittenMessage,
        WrittenOption,
        WrittenPerson,
        WrittenReaction,
        WrittenScenario,
        WrittenScene,
    )
    from safetystring.authoring.shared import WrittenContact
    from safetystring.scenario import Text

Release = Literal["training", "exam"]
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Shared:
    """The data that all scenarios rest on."""

    red_flags: RedFlags
    sources: Sources
    contacts: Contacts


def compile_scenario(
    written: WrittenScenario, shared: Shared, drawings: Mapping[str, str], salt: str, release: Release = "training"
) -> tuple[Scenario, Key]:
    """Compile one scenario.

    Parameters
    ----------
    written, shared
        As read and checked.
    drawings
        SVG source by file name.
    salt
        Secret of the course: it draws which messages without a note are items, and the order of all items.
    release
        `training` or `exam`; the hash is the same for both.

    Raises
    ------
    KeyError
        If something that is referred to is not there; the checks find that before.
    """
    scenario = _public(written, shared, drawings, release)
    return scenario, _key(written, shared, scenario, salt)


def _public(written: WrittenScenario, shared: Shared, drawings: Mapping[str, str], release: Release) -> Scenario:
    # A file's name ("fake_warrant.svg") or a comment in it may tell; learners get numbers, and no comments.
    names = {asset: f"d{number:02d}.svg" for number, asset in enumerate(dict.fromkeys(_assets(written)), 1)}
    families = shared.red_flags.families.items()
    contacts = [compile_contact(name, contact) for name, contact in shared.contacts.root.items()]
    scenario = Scenario(
        id=written.id,
        hash="",
        module=written.module,
        title=_text(written.title),
        setting=_text(written.setting),
        minutes=written.minutes,
        source_lang=written.source_lang,
        themes=written.themes,
        notes=_text_or_none(written.notes),
        cast={name: _person(name, person) for name, person in written.cast.items()},
        start=written.start,
        spine=written.spine,
        scenes={scene.id: _scene(scene, names) for scene in written.scenes},
        families=tuple(Family(id=name, name=_text(one.name), hint=_text(one.hint)) for name, one in families),
        help=tuple(sorted(contacts, key=lambda contact: not contact.urgent)),
        assets={name: _COMMENT.sub("", drawings[asset]) for asset, name in names.items()},
        release=release,
        kind="drill" if written.truth == "drill" else None,
    )
    # A part that only the key names may tell how things end: it stays in the key.
    scenario = dataclasses.replace(scenario, slots=parts(compiled(written.slots), named_in(scenario)))
    return dataclasses.replace(scenario, hash=content_hash(scenario))


def _key(written: WrittenScenario, shared: Shared, scenario: Scenario, salt: str) -> Key:
    cues = dict(_cues(written, shared))
    lookalikes = dict(_lookalikes(written))
    spine = [message.id for message in spine_messages(scenario) if message.markable]
    others = [message for message in spine if message not in cues and message not in lookalikes]
    odd = [message for message in spine if message in lookalikes]
    options = [option for scene in written.scenes if scene.choice for option in scene.choice.options]
    flags = dict.fromkeys(cue.red_flag for cue in cues.values())
    sources = dict.fromkeys(cue.source for cue in cues.values()) | dict.fromkeys(written.sources)
    return Key(
        id=written.id,
        hash=scenario.hash,
        truth=written.truth,
        difficulty={"cues": written.difficulty.cues, "premise": written.difficulty.premise},
        cues=cues,
        lookalikes=lookalikes,
        outcomes={option.id: _outcome(option) for option in options},
        endings={
            name: Ending(id=name, outcome=one.outcome, title=_text(one.title), text=_text(one.text), paid=one.paid)
            for name, one in written.endings.items()
        },
        scene_ends={scene.id: scene.end for scene in written.scenes if scene.end is not None},
        leave=written.leave,
        items=draw_items(written.id, cues, odd, others, salt),
        decisions=tuple(choice.id for choice in spine_choices(scenario)),
        red_flags={flag: _red_flag(flag, shared) for flag in flags},
        sources={source: _source(source, shared) for source in sources},
        debrief=_debrief(written, shared),
        slots=compiled(written.slots),
    )


def _person(name: str, person: WrittenPerson) -> Person:
    about = _text_or_none(person.about)
    return Person(
        id=name,
        name=_text(person.name),
        about=about,
        number=person.number,
        avatar=person.avatar,
        members=person.members,
    )


def _scene(scene: WrittenScene, names: Mapping[str, str]) -> Scene:
    return Scene(
        id=scene.id,
        channel=scene.channel,
        contact=scene.contact,
        messages=tuple(_message(message, names) for message in scene.messages),
        choice=_choice(scene.choice, names) if scene.choice is not None else None,
        goto=scene.goto,
    )


def _choice(choice: WrittenChoice, names: Mapping[str, str]) -> Choice:
    options = tuple(
        Option(
            id=option.id,
            kind=option.kind,
            text=_text(option.text),
            replies=tuple(_message(message, names) for message in option.replies),
            goto=option.goto,
            key=option.key,
        )
        for option in choice.options
    )
    return Choice(id=choice.id, prompt=_text(choice.prompt), options=options)


def _message(message: WrittenMessage, names: Mapping[str, str]) -> Message:
    sender = None if isinstance(message, NoteMessage) else message.sender
    return Message(
        id=message.id,
        form=message.form,
        sender=sender,
        text=_text(message.text),
        time=message.time,
        attachment=attachment(message, names),
        reactions=tuple(Reaction(sign=one.sign, count=one.count) for one in _reactions(message)),
    )


def _reactions(message: WrittenMessage) -> tuple[WrittenReaction, ...]:
    return message.reactions if isinstance(message, TextMessage) else ()


def _assets(written: WrittenScenario) -> Iterator[str]:
    for message in _messages(written):
        yield from assets(message)


def _messages(written: WrittenScenario) -> Iterator[WrittenMessage]:
    for scene in written.scenes:
        yield from scene.messages
        for option in scene.choice.options if scene.choice is not None else ():
            yield from option.replies


def _cues(written: WrittenScenario, shared: Shared) -> Iterator[tuple[str, Cue]]:
    for message in _messages(written):
        if isinstance(message, NoteMessage) or message.cue is None:
            continue
        cue = message.cue
        yield (
            message.id,
            Cue(
                message=message.id,
                red_flag=cue.red_flag,
                family=shared.red_flags.red_flags[cue.red_flag].family,
                why=_text(cue.why),
                source=cue.source,
                instead=_text_or_none(cue.instead),
                say=_text_or_none(cue.say),
            ),
        )


def _lookalikes(written: WrittenScenario) -> Iterator[tuple[str, Text]]:
    for message in _messages(written):
        if not isinstance(message, NoteMessage) and message.lookalike is not None:
            yield message.id, _text(message.lookalike)


def _outcome(option: WrittenOption) -> Outcome:
    return Outcome(rating=option.rating, consequence=_text(option.consequence), ending=option.end)


def _red_flag(name: str, shared: Shared) -> RedFlag:
    flag = shared.red_flags.red_flags[name]
    return RedFlag(
        id=name,
        family=flag.family,
        decisive=flag.decisive,
        name=_text(flag.name),
        definition=_text(flag.definition),
        legitimate=_text(flag.legitimate),
    )


def _source(name: str, shared: Shared) -> Source:
    source = shared.sources.root[name]
    return Source(id=name, title=_text(source.title), issuer=_text(source.issuer), date=source.date, url=source.url)


def compile_contact(name: str, contact: WrittenContact) -> Contact:
    """Return a contact of contacts.yaml as learners are shown it."""
    value = contact.value
    return Contact(
        id=name,
        name=_text(contact.name),
        purpose=_text(contact.purpose),
        value=value if isinstance(value, str) else value.en,
        words=None if isinstance(value, str) else _text(value),
        hours=_text_or_none(contact.hours),
        checked_on=contact.checked_on,
        certain=contact.certain,
        urgent=contact.urgent,
    )


def _debrief(written: WrittenScenario, shared: Shared) -> Debrief:
    debrief = written.debrief
    return Debrief(
        summary=_text(debrief.summary),
        first_sign=debrief.first_sign,
        real=_text(debrief.real),
        say=tuple(_text(text) for text in debrief.say),
        do=tuple(_text(text) for text in debrief.do),
        contacts=tuple(compile_contact(name, shared.contacts.root[name]) for name in debrief.contacts),
        asked=debrief.asked,
        together=debrief.together,
    )
