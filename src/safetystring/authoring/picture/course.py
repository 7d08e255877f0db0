"""The picture of the whole course: modules, twins, channels, and which families of red flags are met where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from safetystring.authoring.picture.svg import CARD, CUE, LINE, LOOKALIKE, MUTE, SPINE, Canvas
from safetystring.authoring.picture.text import width, wrap
from safetystring.authoring.picture.words import say
from safetystring.authoring.project import ordered
from safetystring.authoring.subject import messages

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from safetystring.authoring.models import WrittenScenario
    from safetystring.authoring.project import Project
    from safetystring.scenario import Lang

_MARGIN, _ROW, _CELL = 28.0, 40.0, 46.0
_NAME_WIDTH = 350.0
_CHANNELS_WIDTH = 176.0
_COLUMNS = _MARGIN + 26 + _NAME_WIDTH + _CHANNELS_WIDTH
"""Where the table of families begins."""
_HEADS = 128.0
"""Height of the slanted names of families."""
_TOP = 92.0


@dataclass(frozen=True, slots=True)
class Line:
    """One scenario's row: what it is, what carries it, and how often each family is met in it."""

    id: str
    title: str
    truth: str
    minutes: int
    channels: tuple[str, ...]
    families: Mapping[str, int]
    lookalikes: int
    twin: str | None


def draw_course(project: Project, lang: Lang) -> str:
    """Return the picture of all modules as SVG."""
    families = {name: family.name for name, family in project.shared.red_flags.families.items()}
    names = {name: getattr(text, lang) for name, text in families.items()}
    total = Counter[str]()
    picture_width = _COLUMNS + _CELL * (len(names) + 1) + _MARGIN + 40
    lines = {module: list(_lines(project, module, lang)) for module in project.modules}
    told = [line for rows in lines.values() for line in rows]
    canvas = Canvas(picture_width, lang, say(lang, "course"), _desc(told, names, lang))
    canvas.text(_MARGIN, 38, say(lang, "course"), 21, font_weight=700)
    for number, words in enumerate(wrap(say(lang, "course_desc"), 13, _COLUMNS - _MARGIN - 40, 3)):
        canvas.text(_MARGIN, 62 + 18 * number, words, 13, fill=MUTE)
    y = _TOP + _HEADS - 40
    _heads(canvas, y, [*names.values(), "≈"])
    for module, rows in lines.items():
        y += 18
        title = getattr(project.modules[module].title, lang)
        canvas.rect(_MARGIN, y, picture_width - 2 * _MARGIN - 40, 30, fill=CARD)
        minutes = say(lang, "minutes", n=project.modules[module].minutes)
        canvas.text(_MARGIN + 10, y + 20, f"{module} · {title}", 14.5, font_weight=700)
        canvas.text(_COLUMNS - 12, y + 20, minutes, 12.5, fill=MUTE, text_anchor="end")
        y += 34
        y = _module(canvas, rows, y, list(names), lang)
        for row in rows:
            total.update(row.families)
            total["≈"] += row.lookalikes
    y += 14
    canvas.path([(_MARGIN, y), (picture_width - _MARGIN - 40, y)], stroke=MUTE, stroke_width=1.5)
    canvas.text(_COLUMNS - 12, y + 25, say(lang, "total"), 13, text_anchor="end", font_weight=700)
    for column, family in enumerate([*names, "≈"]):
        x = _COLUMNS + _CELL * (column + 0.5)
        look = {"text_anchor": "middle", "font_weight": 700}
        canvas.text(x, y + 25, str(total[family]), 14, fill=LOOKALIKE if family == "≈" else CUE, **look)
    return canvas.done(y + 40 + _MARGIN)


def write_course(file: Path, project: Project) -> None:
    """Write the picture that the documentation shows, in English; leave one that is the same alone."""
    svg = draw_course(project, "en").encode()
    if not file.is_file() or file.read_bytes() != svg:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(svg)


def _lines(project: Project, module: str, lang: Lang) -> Iterator[Line]:
    """Yield a module's rows, each scam directly before its twin."""
    members = [name for name in ordered(project.modules[module]) if name in project.scenarios]
    left = sorted(members, key=lambda name: project.scenarios[name].truth != "scam")
    while left:
        name = left.pop(0)
        yield _row(project, name, lang)
        twin = project.scenarios[name].twin
        if twin in left:
            left.remove(twin)
            yield _row(project, twin, lang)


def _row(project: Project, name: str, lang: Lang) -> Line:
    written = project.scenarios[name]
    flags = project.shared.red_flags.red_flags
    placed = [one.message for one in messages(written)]
    cues = [message.cue for message in placed if getattr(message, "cue", None) is not None]  # type: ignore[union-attr]
    return Line(
        id=name,
        title=getattr(written.title, lang),
        truth=written.truth,
        minutes=written.minutes,
        channels=_channels(written),
        families=Counter(flags[cue.red_flag].family for cue in cues if cue is not None),
        lookalikes=sum(getattr(message, "lookalike", None) is not None for message in placed),
        twin=written.twin,
    )


def _channels(written: WrittenScenario) -> tuple[str, ...]:
    return tuple(dict.fromkeys(scene.channel for scene in written.scenes))


def _desc(rows: list[Line], names: Mapping[str, str], lang: Lang) -> str:
    told = [
        f"{row.id} ({say(lang, row.truth)}): "
        + ", ".join(f"{names.get(family, family)} {count}" for family, count in row.families.items())
        + f"{', ' if row.families else ''}≈ {row.lookalikes}"
        for row in rows
    ]
    return f"{say(lang, 'course_desc')} {'; '.join(told)}."


def _heads(canvas: Canvas, y: float, names: list[str]) -> None:
    for column, name in enumerate(names):
        x = _COLUMNS + _CELL * (column + 0.5)
        turned = {"transform": f"rotate(-45 {x:g} {y:g})"} if len(name) > 1 else {"text_anchor": "middle"}
        canvas.text(x, y, name, 13, font_weight=600, **turned)


def _module(canvas: Canvas, rows: list[Line], y: float, families: list[str], lang: Lang) -> float:
    """Draw a module's rows from `y` on; return where they end."""
    start, left = _MARGIN + 26, _COLUMNS
    for number, row in enumerate(rows):
        middle = y + _ROW / 2
        following = rows[number + 1] if number + 1 < len(rows) else None
        if following is not None and following.id == row.twin:
            x = _MARGIN + 12
            way = [(start - 4, middle), (x, middle), (x, middle + _ROW), (start - 4, middle + _ROW)]
            canvas.path(way, stroke=SPINE, stroke_width=2.5)
        colour = CUE if row.truth == "scam" else LOOKALIKE
        canvas.text(
            start, middle - 3, f"{row.id} · {wrap(row.title, 13.5, _NAME_WIDTH - 20 - width(row.id, 14), 1)[0]}", 13.5
        )
        truth = f"{'▲' if row.truth == 'scam' else '●'} {say(lang, row.truth)} · {say(lang, 'minutes', n=row.minutes)}"
        canvas.text(start, middle + 14, truth, 12, fill=colour)
        words = " · ".join(say(lang, channel) for channel in row.channels)
        for line, part in enumerate(wrap(words, 12, _CHANNELS_WIDTH - 14, 2)):
            canvas.text(start + _NAME_WIDTH, middle - 3 + 16 * line, part, 12, fill=MUTE)
        for column, family in enumerate([*families, "≈"]):
            count = row.lookalikes if family == "≈" else row.families.get(family, 0)
            _cell(canvas, left + _CELL * column, y, count, LOOKALIKE if family == "≈" else CUE)
        y += _ROW
        canvas.path([(start, y), (left + _CELL * (len(families) + 1), y)], stroke=LINE, stroke_width=0.7)
    return y


def _cell(canvas: Canvas, x: float, y: float, count: int, colour: str) -> None:
    middle = {"text_anchor": "middle"}
    if count == 0:
        canvas.text(x + _CELL / 2, y + _ROW / 2 + 4.5, "·", 13, fill=MUTE, **middle)
        return
    canvas.rect(x + 7, y + 6, _CELL - 14, _ROW - 12, fill=colour, fill_opacity=min(0.12 + 0.1 * count, 0.5))
    canvas.text(x + _CELL / 2, y + _ROW / 2 + 5, str(count), 14, **middle, font_weight=700)
