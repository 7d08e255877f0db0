"""The conversation once more, as the feedback page shows it: the player's replay without a script.

The order, the folding and the words are those of the player's debrief (``replay.js``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from safetystring.course.fragments import Fragments
from safetystring.course.parts_retold import PARTS
from safetystring.player.script import MessageEntry, OptionEntry, SceneEntry
from safetystring.scenario import Voice, named
from safetystring.scenario.model import ME

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from safetystring.player.script import Course, Entry
    from safetystring.player.session import Session
    from safetystring.scenario import Lang, Message
    from safetystring.scoring.debrief import Explainer

Plain = dict[str, Any]

_FOLD, _LEAD = 3, 1
"""So many messages in a row without a note are folded, but for the last, which leads to what is explained next."""
_ORDER = ("hit", "late", "wrong_family", "miss", "false_alarm", "correct")

_part = Fragments(PARTS)


def talk_of(session: Session, explainer: Explainer, lang: Lang) -> list[Plain]:
    """Return the run's entries in one language, flat: every value is a string or a truth value.

    Each has its `kind` (scene, message, option), `id`, `side` (in, out, none), `name`, `time`, `text`, `card` (what
    is attached, in words) and `mine`; and `rest`, whether it was seen only after the verdict.
    """
    rest = session.rest_from if session.rest_from is not None else len(session.script)
    course, shown = explainer.course, session.shown

    def make(name: tuple[type, str, str, bool], lang: Lang) -> Plain:
        kind, one, other, mine = name
        entry: Entry = kind(one, other) if other else kind(one)
        return _line(entry, course, lang) | {"mine": mine}

    def names() -> Iterator[tuple[type, str, str, bool]]:
        for n, entry in enumerate(session.script):
            if isinstance(entry, MessageEntry):
                if entry.message in shown:
                    yield MessageEntry, entry.message, "", n < rest
            elif isinstance(entry, OptionEntry):
                yield OptionEntry, entry.choice, entry.option, n < rest
            else:
                yield SceneEntry, entry.scene, "", n < rest

    return explainer.filled(session, lang, make, names())


def _line(entry: Entry, course: Course, lang: Lang) -> Plain:
    blank = {"id": "", "side": "none", "name": "", "time": "", "text": "", "card": ""}
    match entry:
        case SceneEntry(scene=scene):
            at = course.scenario.scenes[scene]
            name = course.scenario.cast[at.contact].name.get(lang)
            return {"kind": "scene", **blank, "id": scene, "name": name, "card": at.channel}
        case OptionEntry(choice=choice, option=option):
            taken = course.choices[choice].option(option)
            side = "out" if taken.kind == "say" else "none"
            return {"kind": "option", **blank, "id": option, "side": side, "text": taken.text.get(lang)}
        case MessageEntry(message=message):
            return {"kind": "message", **blank, **_message(course.messages[message], course, lang)}


def _message(message: Message, course: Course, lang: Lang) -> Plain:
    person = course.scenario.cast.get(message.sender or "")
    card = ""
    if message.attachment is not None and not isinstance(message.attachment, Voice):
        name = named(message.attachment)
        words = (name.get(lang) if name is not None else "", getattr(message.attachment, "amount", ""))
        card = " · ".join(filter(None, words))
    return {
        "id": message.id,
        "side": "out" if message.sender == ME else "none" if message.sender is None else "in",
        "name": person.name.get(lang) if person is not None else "",
        "time": message.time or "",
        "text": message.text.get(lang),
        "card": card,
    }


def retold(debrief: Mapping[str, Any], talk: Sequence[Mapping[str, Any]], lang: Lang) -> list[str]:
    """Return the section's parts, whole lines each; none where there is nothing to explain."""
    items = {item["message"]: item for item in debrief["items"]}
    others = {mark["message"] for mark in debrief["other_marks"]}
    if not items and not others:
        return []
    results = [item["result"] for item in debrief["items"] if item["kind"] == "cue"]
    counts = tuple((result, results.count(result)) for result in _ORDER if result in results)
    noticed = debrief["noticed"]
    sign = noticed["first"] if noticed else debrief["first_sign"]
    parts = [_part("opening", lang, counts, counts=counts)]
    parts += _folded(_rows(talk, items, others, sign, lang), lang)
    parts.append("</ol>\n")
    there = {line["id"] for line in talk if line["kind"] == "message"}
    for item in debrief["items"]:
        if item["message"] not in there:
            parts.append(_part("alone", lang, (*item.values(),), item=item))
    return [*parts, "</section>\n"]


def _rows(
    talk: Sequence[Mapping[str, Any]], items: Mapping[str, Plain], others: set[str], sign: str | None, lang: Lang
) -> Iterator[tuple[list[str], bool, bool]]:
    """Yield every entry in its place: its parts, whether there is nothing to say about it, whether it is a heading."""
    contact, after = "", False
    for line in talk:
        if not line["mine"] and not after:
            after = True
            yield [_part("rest", lang, None)], False, False
        if line["kind"] == "scene":
            if line["name"] != contact:
                yield [_part("scene", lang, (line["name"], line["card"]), line=line)], False, True
            contact = line["name"]
            continue
        item = items.get(line["id"]) if line["kind"] == "message" else None
        result = item["result"] if item else "false_alarm" if line["id"] in others else ""
        made = [_part("line", lang, (result, contact, *line.values()), line=line, contact=contact, result=result)]
        if item:
            first = line["id"] == sign
            made.append(_part("note", lang, (first, *item.values()), item=item, first=first))
        elif result:
            made.append(_part("harmless", lang, None))
        yield [*made, "</li>\n"], not result, False


def _folded(rows: Iterator[tuple[list[str], bool, bool]], lang: Lang) -> list[str]:
    made: list[str] = []
    run: list[list[str]] = []

    def close(lead: int) -> None:
        hidden = run[: len(run) - lead] if len(run) >= _FOLD + lead else []
        if hidden:
            made.append(_part("fold", lang, len(hidden), n=len(hidden)))
            made.extend(part for row in hidden for part in row)
            made.append("</ol></details></li>\n")
        made.extend(part for row in run[len(hidden) :] for part in row)
        run.clear()

    for row, plain, heading in rows:
        if plain:
            run.append(row)
        else:
            close(0 if heading else _LEAD)
            made += row
    close(0)
    return made
