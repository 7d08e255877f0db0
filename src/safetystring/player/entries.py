"""What a session has sent, as plain data in one language: what the front end paints (``docs/player.md``)."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from safetystring.player.script import Entry, MessageEntry, OptionEntry, SceneEntry
from safetystring.scenario import Text, encode
from safetystring.scenario.model import ME
from safetystring.scenario.slots import drawn, fill

if TYPE_CHECKING:
    from safetystring.player.script import Course
    from safetystring.player.session import Session
    from safetystring.scenario import Choice, Lang, Message, Option

Plain = dict[str, Any]


def entries(session: Session, course: Course, lang: Lang, after: int = 0) -> list[Plain]:
    """Return the session's entries behind the first `after`, each with its `seq` (from 1)."""
    values = drawn(course.scenario.slots, session.attempt.seed, lang)
    behind = enumerate(session.script[after:], start=after + 1)
    return [fill({"seq": seq, **_entry(entry, seq, session, course, lang)}, values) for seq, entry in behind]


def painted(session: Session) -> int:
    """Return how many entries were painted: up to the last message or option before the first message not shown.

    A scene that opens what is still to come is left to the front end, which makes it appear with its first message.
    """
    last = 0
    for seq, entry in enumerate(session.script, start=1):
        if isinstance(entry, MessageEntry) and entry.message not in session.shown:
            return last
        if not isinstance(entry, SceneEntry):
            last = seq
    return len(session.script)


def rest_from(session: Session) -> int:
    """Return the `seq` of the first entry of the rest, or 0 before there is one."""
    return 0 if session.rest_from is None else session.rest_from + 1


def ordered_options(choice: Choice, session: Session) -> tuple[Option, ...]:
    """Return the options as this attempt shows them: in an exam shuffled by its seed, else as the author set them."""
    if session.attempt.release != "exam":
        return choice.options

    def rank(option: Option) -> bytes:
        return hashlib.sha256(f"{session.attempt.seed}:{choice.id}:{option.id}".encode()).digest()

    return tuple(sorted(choice.options, key=rank))


def localised(value: object, lang: Lang) -> Any:  # noqa: ANN401 - plain JSON has no closer type
    """Return a dataclass of the scenario as plain data, every :class:`Text` in it reduced to `lang`."""
    return _reduce(encode(value), lang)


def _reduce(value: Any, lang: Lang) -> Any:  # noqa: ANN401
    if isinstance(value, dict):
        if value.keys() == Text.__dataclass_fields__.keys():
            return value[lang]
        return {key: _reduce(item, lang) for key, item in value.items()}
    return [_reduce(item, lang) for item in value] if isinstance(value, list) else value


def _entry(entry: Entry, seq: int, session: Session, course: Course, lang: Lang) -> Plain:
    match entry:
        case SceneEntry(scene=scene):
            return _scene(scene, course, lang)
        case MessageEntry(message=message):
            return _message(course.messages[message], course, lang)
        case OptionEntry(choice=choice, option=option):
            taken = course.choices[choice].option(option)
            mine = session.rest_from is None or seq <= session.rest_from
            return {
                "kind": "option",
                "id": option,
                "option_kind": taken.kind,
                "text": taken.text.get(lang),
                "mine": mine,
            } | ({"key": taken.key} if taken.key else {})


def _scene(scene_id: str, course: Course, lang: Lang) -> Plain:
    scene = course.scenario.scenes[scene_id]
    person = course.scenario.cast[scene.contact]
    return {
        "kind": "scene",
        "id": scene_id,
        "channel": scene.channel,
        "name": person.name.get(lang),
        "about": person.about.get(lang) if person.about is not None else "",
        "number": person.number or "",
        "avatar": person.avatar,
        "members": person.members or 0,
    }


def _message(message: Message, course: Course, lang: Lang) -> Plain:
    person = course.scenario.cast.get(message.sender or "")
    sides = {None: "none", ME: "out"}
    # What most messages have none of is left out: it would only make the way longer.
    extra: Plain = {}
    if message.time:
        extra["time"] = message.time
    if message.attachment is not None:
        extra["attachment"] = localised(message.attachment, lang)
    if message.reactions:
        extra["reactions"] = localised(message.reactions, lang)
    return extra | {
        "kind": "message",
        "id": message.id,
        "form": message.form,
        "side": sides.get(message.sender, "in"),
        "sender": message.sender or "",
        "name": person.name.get(lang) if person is not None else "",
        "avatar": person.avatar if person is not None else "none",
        "text": message.text.get(lang),
        "markable": message.markable and not course.scenario.drill,
    }
