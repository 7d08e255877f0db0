"""The picture of one scenario: its spine, what leads off it, and how it can end."""

from __future__ import annotations

import itertools
from collections import Counter
from typing import TYPE_CHECKING

from safetystring.authoring.picture import layout as at
from safetystring.authoring.picture.layout import Card, Layout, Line, Row, lay_out
from safetystring.authoring.picture.svg import CARD, CUE, INK, LINE, LOOKALIKE, MUTE, PAPER, RATED, SPINE, Canvas
from safetystring.authoring.picture.text import width, wrap
from safetystring.authoring.picture.words import say
from safetystring.scenario import spine_choices
from safetystring.scenario.slots import shown

if TYPE_CHECKING:
    from collections.abc import Mapping

    from safetystring.scenario import Ending, Key, Lang, Scenario

_TOP = 118.0
_NOTE = {"said": ("", MUTE), "cue": ("⚑", CUE), "lookalike": ("≈", LOOKALIKE)}
_RATINGS = ("safe", "cautious", "harmful")
_END_WIDTH = 262.0


def draw_scenario(scenario: Scenario, key: Key, lang: Lang) -> str:
    """Return the picture of a scenario as SVG, its texts in `lang`."""
    if key.slots:
        scenario, key = shown(scenario, key.slots), shown(key, key.slots)
    made = lay_out(scenario, key, lang, _TOP)
    endings_width = 2 * at.MARGIN + 3 * (_END_WIDTH + at.LABEL_GAP)
    canvas = Canvas(
        max(made.width, endings_width), lang, f"{scenario.id} · {scenario.title.get(lang)}", _desc(scenario, key, lang)
    )
    _head(canvas, scenario, key, lang)
    for line in (*made.skips, *made.lines):
        _line(canvas, line)
    _spine(canvas, made, scenario)
    for card in made.cards.values():
        _card(canvas, card, key, lang)
    return canvas.done(_endings(canvas, made, key, lang))


def _counts(scenario: Scenario, key: Key, lang: Lang) -> str:
    """Say how much there is of everything; an early exit is an option that ends before the spine's last scene."""
    early = [scene for scene in scenario.scenes.values() if scene.id != scenario.spine[-1] and scene.choice is not None]
    exits = [option for scene in early if scene.choice for option in scene.choice.options if option.goto is None]
    counted = {
        "n_scenes": scenario.scenes,
        "n_cues": key.cues,
        "n_lookalikes": key.lookalikes,
        "n_choices": spine_choices(scenario),
        "n_exits": exits,
    }
    return ("，" if lang == "zh" else ", ").join(say(lang, word, n=len(things)) for word, things in counted.items())


def _desc(scenario: Scenario, key: Key, lang: Lang) -> str:
    ends = "; ".join(f"{name}: {one.title.get(lang)} ({say(lang, one.outcome)})" for name, one in key.endings.items())
    return f"{say(lang, key.truth)}. {_counts(scenario, key, lang)}. {' → '.join(scenario.spine)}. {ends}."


def _head(canvas: Canvas, scenario: Scenario, key: Key, lang: Lang) -> None:
    left = at.MARGIN
    canvas.text(left, 38, f"{scenario.id} · {scenario.title.get(lang)}", 21, font_weight=700)
    lead = f"{say(lang, key.truth)} · {say(lang, 'minutes', n=scenario.minutes)} · {_counts(scenario, key, lang)}"
    canvas.text(left, 62, lead, 13, fill=MUTE)
    x = left
    for rating in _RATINGS:
        canvas.sign(x + 6, 84, rating)
        canvas.text(x + 18, 88.5, say(lang, rating), 12.5, fill=RATED[rating])
        x += 34 + width(say(lang, rating), 12.5)
    for mark, word, colour in (("⚑", "cue", CUE), ("≈", "lookalike", LOOKALIKE)):
        canvas.text(x, 88.5, f"{mark} {say(lang, word)}", 12.5, fill=colour)
        x += 34 + width(say(lang, word), 12.5)


def _spine(canvas: Canvas, made: Layout, scenario: Scenario) -> None:
    spine = [made.cards[name] for name in scenario.spine]
    x = spine[0].x + 36
    canvas.path([(x, _TOP - 18), (x, _TOP - 2)], arrow=True, stroke=SPINE, stroke_width=5)
    for above, below in itertools.pairwise(spine):
        canvas.path([(x, above.bottom), (x, below.y - 2)], arrow=True, stroke=SPINE, stroke_width=5)


def _line(canvas: Canvas, line: Line) -> None:
    """Draw a way off the spine, or back: out of its row, along its lane, into the other card's head."""
    colour = RATED.get(line.row.rating, MUTE)
    left = line.start.spine and line.x < line.start.x
    out = line.start.x if left or not line.start.spine else line.start.x + at.CARD_WIDTH
    into = line.end.x + at.CARD_WIDTH if line.end.spine and not left else line.end.x
    y = line.end.y + at.HEAD / 2
    points = [(out, line.row.middle), (line.x, line.row.middle), (line.x, y), (into, y)]
    canvas.path(points, arrow=True, stroke=colour, stroke_width=1.6)


def _card(canvas: Canvas, card: Card, key: Key, lang: Lang) -> None:
    look = {"stroke": SPINE, "stroke_width": 2.4} if card.spine else {"stroke": MUTE, "stroke_dasharray": "5 4"}
    canvas.rect(card.x, card.y, at.CARD_WIDTH, card.height, fill=PAPER if card.spine else CARD, **look)
    left, y = card.x + at.PAD, card.y + 20
    kind = "" if card.spine else f" · {say(lang, 'branch')}"
    words = f"{card.scene} · {say(lang, card.channel)} · {card.contact}{kind}"
    canvas.text(left, y, wrap(words, 14, at.CARD_WIDTH - 2 * at.PAD, 1)[0], 14, font_weight=700)
    y = card.y + at.HEAD
    for note in card.notes:
        mark, colour = _NOTE[note.kind]
        canvas.text(left, y + 13, mark, at.SIZE, fill=colour)
        for words in note.lines:
            canvas.text(left + (18 if mark else 0), y + 13, words, at.SIZE, fill=colour)
            y += at.LINE_HEIGHT
        y += 4
    for row in card.rows:
        _row(canvas, row, card, key, lang)


def _row(canvas: Canvas, row: Row, card: Card, key: Key, lang: Lang) -> None:
    if row.id:
        canvas.path([(card.x, row.y), (card.x + at.CARD_WIDTH, row.y)], stroke=LINE, stroke_width=1)
        canvas.sign(card.x + at.PAD + 6, row.middle, row.rating)
        canvas.text(card.x + at.PAD + 20, row.middle + 4.5, row.id, 12, fill=MUTE)
    if row.lines:
        top = row.middle - at.LINE_HEIGHT * len(row.lines) / 2
        for number, words in enumerate(row.lines):
            canvas.text(card.x + at.OPTION_INDENT, top + at.LINE_HEIGHT * number + 13, words, at.SIZE)
    x, y = card.x + at.CARD_WIDTH, row.middle
    if row.goto is not None:
        if row.onward:
            canvas.text(x + at.LABEL_GAP, y + 4.5, f"↓ {row.goto}", 12.5, fill=SPINE, font_weight=700)
        return
    _label(canvas, row, card, key.endings, lang)


def _label(canvas: Canvas, row: Row, card: Card, endings: Mapping[str, Ending], lang: Lang) -> None:
    x, y, name = card.x + at.CARD_WIDTH, row.middle, row.ending
    ending = endings.get(name or "")
    colour = RATED[ending.outcome] if ending is not None else MUTE
    words = f"{name} {ending.title.get(lang)}" if ending is not None else str(name)
    left = x + at.LABEL_GAP
    canvas.path([(x, y), (left, y)], stroke=colour, stroke_width=1.6)
    canvas.rect(left, y - 13, at.LABEL_WIDTH, 26, fill=PAPER, stroke=colour, rx=13)
    if ending is not None:
        canvas.sign(left + 15, y, ending.outcome)
    canvas.text(left + 27, y + 4.5, wrap(words, 12.5, at.LABEL_WIDTH - 38, 1)[0], 12.5, fill=colour)


def _endings(canvas: Canvas, made: Layout, key: Key, lang: Lang) -> float:
    """List the endings by outcome below everything; return how far down the picture reaches."""
    ways = Counter(row.ending for card in made.cards.values() for row in card.rows if row.ending is not None)
    top = made.bottom + 46
    canvas.path([(at.MARGIN, top - 26), (canvas.width - at.MARGIN, top - 26)], stroke=LINE)
    canvas.text(at.MARGIN, top, say(lang, "endings"), 16, font_weight=700)
    lowest = top
    for column, outcome in enumerate(_RATINGS):
        x, y = at.MARGIN + column * (_END_WIDTH + at.LABEL_GAP), top + 28
        canvas.sign(x + 6, y - 5, outcome)
        canvas.text(x + 20, y, say(lang, outcome), 13.5, fill=RATED[outcome], font_weight=700)
        for name, ending in key.endings.items():
            if ending.outcome != outcome:
                continue
            for line in wrap(f"{name} {ending.title.get(lang)}", at.SIZE, _END_WIDTH - 24, 2):
                y += at.LINE_HEIGHT
                canvas.text(x + 20, y, line, at.SIZE, fill=INK)
            facts = [say(lang, "ways", n=ways[name])]
            facts += [say(lang, "paid", n=f"{ending.paid:,}".replace(",", "\u202f"))] if ending.paid else []
            facts += [say(lang, "leaving")] if name == key.leave else []
            y += at.LINE_HEIGHT
            canvas.text(x + 20, y, " · ".join(facts), 12, fill=MUTE)
            y += 6
        lowest = max(lowest, y)
    return lowest + at.MARGIN
