"""Where everything of a scenario's picture stands.

The spine runs down the left. What leads off it stands to its right: an ending as a label beside the option that leads
there, a branch as a card of its own. Lines between cards run in lanes of their own, so that none crosses a text.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from safetystring.authoring.picture.text import wrap
from safetystring.scoring.debrief import quote
from safetystring.scoring.labels import red_flag_name

if TYPE_CHECKING:
    from safetystring.scenario import Key, Lang, Scenario, Scene

CARD_WIDTH = 430.0
PAD = 14.0
MARGIN = 28.0
LABEL_WIDTH = 210.0
LABEL_GAP = 14.0
LANE = 13.0
GAP = 40.0
HEAD = 30.0
LINE_HEIGHT = 18.0
SIZE = 13.0
OPTION_INDENT = 62.0
_ROW_PAD = 5.0
_MOST_LINES = 2


@dataclass(frozen=True, slots=True)
class Note:
    """Lines of text in a card: what is said first, a cue, or a lookalike."""

    kind: Literal["said", "cue", "lookalike"]
    lines: tuple[str, ...]


@dataclass(slots=True)
class Row:
    """An option, or the way on of a scene without a choice point (then `id` is empty)."""

    id: str
    rating: str
    lines: tuple[str, ...]
    goto: str | None
    ending: str | None
    onward: bool = False
    """Whether it stays on the spine, so that an arrow and a name say enough."""
    y: float = 0.0

    @property
    def height(self) -> float:
        """In px."""
        return 2 * _ROW_PAD + LINE_HEIGHT * max(1, len(self.lines))

    @property
    def middle(self) -> float:
        """Where a line leaves it."""
        return self.y + self.height / 2


@dataclass(slots=True)
class Card:
    """A scene."""

    scene: str
    channel: str
    contact: str
    spine: bool
    notes: tuple[Note, ...]
    rows: tuple[Row, ...]
    x: float = 0.0
    y: float = 0.0

    @property
    def height(self) -> float:
        """In px."""
        notes = sum(len(note.lines) * LINE_HEIGHT + 4 for note in self.notes)
        return HEAD + notes + (8 if self.notes else 0) + sum(row.height for row in self.rows) + 6

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.height

    def put(self, x: float, y: float) -> None:
        """Give the card and its rows their places."""
        self.x, self.y = x, y
        below = self.bottom - 6
        for row in reversed(self.rows):
            below -= row.height
            row.y = below


@dataclass(frozen=True, slots=True)
class Line:
    """A line between two cards, in the lane at `x`: from a row to a branch, or from a branch back."""

    row: Row
    start: Card
    end: Card
    x: float


@dataclass(slots=True)
class Layout:
    """A scenario's cards by scene, the lines that lead off the spine, and how large it all is."""

    cards: dict[str, Card]
    order: list[Card]
    lines: list[Line] = field(default_factory=list)
    skips: list[Line] = field(default_factory=list)
    width: float = 0.0
    bottom: float = 0.0


def lay_out(scenario: Scenario, key: Key, lang: Lang, top: float) -> Layout:
    """Return where the parts of a scenario stand, the first card at `top`."""
    cards = {scene.id: _card(scene, scenario, key, lang) for scene in scenario.scenes.values()}
    spine = [cards[name] for name in scenario.spine]
    made = Layout(cards, spine)
    jumps = [(row, start, cards[row.goto]) for start in spine for row in start.rows if row.goto in cards]
    for row, _, end in jumps:
        row.onward = end.spine
    skips = [(row, start, end) for row, start, end in jumps if end.spine and _skips(spine, start, end)]
    left = MARGIN + LANE * len(skips)
    y = top
    for card in spine:
        card.put(left, y)
        y = card.bottom + GAP
    made.bottom = spine[-1].bottom
    made.skips = [Line(row, start, end, left - LANE * (lane + 1)) for lane, (row, start, end) in enumerate(skips)]
    gutter = left + CARD_WIDTH + LABEL_GAP + LABEL_WIDTH + LABEL_GAP
    made.width = gutter + MARGIN
    _branches(made, gutter)
    return made


def _branches(made: Layout, gutter: float) -> None:
    """Put each branch beside the option that leads to it, one under the other, and give every line a lane."""
    branches = [card for card in made.cards.values() if not card.spine]
    if not branches:
        return
    into = [(row, card) for card in made.cards.values() for row in card.rows if row.goto in made.cards]
    edges = [(row, start, made.cards[row.goto or ""]) for row, start in into]
    edges = [(row, start, end) for row, start, end in edges if not (start.spine and end.spine)]
    right = gutter + LANE * (len(edges) + 1)
    y = 0.0
    for card in sorted(branches, key=lambda card: _first(card, edges)):
        card.put(right, max(_first(card, edges) - HEAD / 2, y))
        y = card.bottom + GAP / 2
        made.order.append(card)
    made.lines = [Line(row, start, end, gutter + LANE * (lane + 1)) for lane, (row, start, end) in enumerate(edges)]
    ends = any(row.goto is None for card in branches for row in card.rows)
    made.width = right + CARD_WIDTH + MARGIN + (LABEL_GAP + LABEL_WIDTH if ends else 0)
    made.bottom = max(made.bottom, y - GAP / 2)


def _first(card: Card, edges: list[tuple[Row, Card, Card]]) -> float:
    """Return the height at which a branch is first led to; a branch of a branch comes below it."""
    return min((row.middle or start.y for row, start, end in edges if end is card and start.spine), default=1e6)


def _skips(spine: list[Card], start: Card, end: Card) -> bool:
    return spine.index(end) != spine.index(start) + 1


def _card(scene: Scene, scenario: Scenario, key: Key, lang: Lang) -> Card:
    person = scenario.cast.get(scene.contact)
    return Card(
        scene=scene.id,
        channel=scene.channel,
        contact=person.name.get(lang) if person is not None else scene.contact,
        spine=scene.id in scenario.spine,
        notes=tuple(_notes(scene, scenario, key, lang)),
        rows=tuple(_rows(scene, scenario, key, lang)),
    )


def _notes(scene: Scene, scenario: Scenario, key: Key, lang: Lang) -> list[Note]:
    families = {family.id: family.name.get(lang) for family in scenario.families}
    said = next((message for message in scene.messages if message.markable), None) or next(iter(scene.messages), None)
    notes = [] if said is None else [Note("said", _broken(quote(said, lang), 1))]
    for message in scene.messages:
        cue = key.cues.get(message.id)
        if cue is not None:
            flag = key.red_flags.get(cue.red_flag)
            star = " ★" if flag is not None and flag.decisive else ""
            family = families.get(cue.family, cue.family)
            words = f"{message.id}  {family} · {red_flag_name(key, cue.red_flag, lang)}{star}"
            notes.append(Note("cue", _broken(words, _MOST_LINES)))
        elif message.id in key.lookalikes:
            notes.append(Note("lookalike", _broken(f"{message.id}  {quote(message, lang)}", 1)))
    return notes


def _broken(words: str, most: int) -> tuple[str, ...]:
    return tuple(wrap(words, SIZE, CARD_WIDTH - 2 * PAD - 20, most))


def _rows(scene: Scene, scenario: Scenario, key: Key, lang: Lang) -> list[Row]:
    if scene.choice is None and scene.goto is None:
        return [Row("", "", (), None, key.scene_ends.get(scene.id))]
    if scene.choice is None:
        along = any(pair == (scene.id, scene.goto) for pair in pairwise(scenario.spine))
        return [] if along else [Row("", "", (f"→ {scene.goto}",), scene.goto, None)]
    limit = CARD_WIDTH - OPTION_INDENT - PAD
    return [
        Row(
            id=option.id,
            rating=key.outcomes[option.id].rating,
            lines=tuple(wrap(option.text.get(lang), SIZE, limit, _MOST_LINES)),
            goto=option.goto,
            ending=key.outcomes[option.id].ending,
        )
        for option in scene.choice.options
    ]
