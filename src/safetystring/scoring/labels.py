"""What graded cells and sources are called, in the course's three languages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from safetystring.scenario import Text

if TYPE_CHECKING:
    from safetystring.scenario import Key, Lang, Source

_NUMBERED = re.compile(r"(item|decision)-(\d{2})")

_ITEM = Text(zh="消息 {n}", en="Message {n}", fr="Message {n}")
_DECISION = Text(zh="选择 {n}", en="Choice {n}", fr="Choix {n}")
_NAMED = Text(zh="{what}：{name}", en="{what}: {name}", fr="{what}\u00a0: {name}")
_LOOKALIKE = Text(zh="看着怪，其实正常", en="odd, but fine", fr="étrange, mais en règle")
_OTHER = Text(zh="没有问题", en="fine", fr="en règle")
_WHOLE = {
    "false-alarms": Text(zh="没有误标其他消息", en="Other messages left alone", fr="Autres messages non signalés"),
    "verdict": Text(zh="最终判断", en="Final verdict", fr="Avis final"),
    "reflection": Text(zh="思考题", en="Reflection", fr="Question ouverte"),
}

_MONTHS = {
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
    "fr": (
        *("janvier", "février", "mars", "avril", "mai", "juin"),
        *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
    ),
}
_DATE = re.compile(r"(\d{4})-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?")
_COMMA = Text(zh="，", en=", ", fr=", ")


def label(cell: str, lang: Lang, key: Key | None = None) -> str:
    """Return a cell's name in `lang`: "Message 7", or with the key "Message 7: asks for secrecy".

    Without the key it tells nothing about the scenario; with it, only show it once the answers stand. A cell of no
    known kind keeps its id.
    """
    if cell in _WHOLE:
        return _WHOLE[cell].get(lang)
    match = _NUMBERED.fullmatch(cell)
    if match is None:
        return cell
    number = int(match[2])
    if match[1] == "decision":
        return _DECISION.get(lang).format(n=number)
    what = _ITEM.get(lang).format(n=number)
    if key is None or not 0 < number <= len(key.items):
        return what
    return _NAMED.get(lang).format(what=what, name=_item_name(key, key.items[number - 1], lang))


def _item_name(key: Key, message: str, lang: Lang) -> str:
    cue = key.cues.get(message)
    if cue is not None:
        return red_flag_name(key, cue.red_flag, lang)
    return (_LOOKALIKE if message in key.lookalikes else _OTHER).get(lang)


def red_flag_name(key: Key, red_flag: str, lang: Lang) -> str:
    """Return a red flag's name, or its id where the key does not hold it."""
    found = key.red_flags.get(red_flag)
    return found.name.get(lang) if found is not None else red_flag


def source_line(source: Source, lang: Lang) -> str:
    """Return a source as a learner reads it: issuer, title and date in one line."""
    parts = [source.issuer.get(lang), source.title.get(lang)]
    if source.date is not None:
        parts.append(date(source.date, lang))
    return _COMMA.get(lang).join(part for part in parts if part)


def date(iso: str, lang: Lang) -> str:
    """Return ``YYYY-MM`` or ``YYYY-MM-DD`` as it is written in `lang`; anything else as it is."""
    match = _DATE.fullmatch(iso)
    if match is None:
        return iso
    year, month, day = match[1], int(match[2]), int(match[3]) if match[3] else None
    if lang == "zh":
        return f"{year}年{month}月" + (f"{day}日" if day is not None else "")
    name = _MONTHS[lang][month - 1]
    if day is None:
        return f"{name} {year}"
    return f"{'1er' if lang == 'fr' and day == 1 else day} {name} {year}"
