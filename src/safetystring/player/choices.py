"""The choice area: a question, and ipywidgets' own buttons to answer it.

Buttons are reused, since making one costs three models, and drawing one most of what a press costs in the page. The
second half of a double click must not answer the question after. A question that comes behind messages takes over the
buttons that stand there, and whoever gives it lets no press count before those messages were painted; for any other
question another set of buttons takes their place, so that a late press reaches one of the set before, and does nothing.
"""

from __future__ import annotations

import html
from collections.abc import Callable, Hashable
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

import ipywidgets

from safetystring.scenario.record import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence


Carried = dict[str, dict[str, Any]]
"""Traits of widgets by model id, to go out with another widget's message."""


_UNUSED: dict[str, Any] = {"_dom_classes": ("sp-unused",)}
"""A button beyond those of the question stays where it is, and is not shown."""


@dataclass(frozen=True, slots=True)
class Press:
    """A button: what it says, its classes, and what it does."""

    label: str
    classes: tuple[str, ...]
    act: Callable[[], object]


@dataclass(frozen=True, slots=True)
class Question:
    """What the choice area shows.

    Attributes
    ----------
    key
        Two questions of equal keys are the same one, which is not drawn again.
    steps
        Label and percent of each step of a verdict; empty where none is asked.
    behind
        Whether messages come first that are not painted yet. Until they are, no press may count.
    """

    key: Hashable
    prompt: str = ""
    hint: str = ""
    presses: tuple[Press, ...] = ()
    steps: tuple[tuple[str, int], ...] = ()
    behind: bool = False


class ChoiceArea(ipywidgets.VBox):  # type: ignore[misc] # ipywidgets ships no types
    """The lower part of the player.

    Parameters
    ----------
    question
        What to ask first, if anything: it then goes to the page with the widgets themselves, in no message of its own.
    layout
        The layout of all that is in here, by default a new one. The style sheet lays it out, so one will do for many.
    """

    def __init__(self, question: Question | None = None, layout: ipywidgets.Layout | None = None) -> None:
        self._question: Question | None = question
        self._sets: tuple[list[ipywidgets.Button], list[ipywidgets.Button]] = ([], [])
        self._turn = 0
        self._acts: dict[ipywidgets.Button, Callable[[], object]] = {}
        self._layout = layout if layout is not None else ipywidgets.Layout()
        self._style = ipywidgets.ButtonStyle()
        self._toggles: ipywidgets.ToggleButtons | None = None
        said = _lines(question.prompt, question.hint) if question is not None else ""
        self._prompt = ipywidgets.HTML(said, layout=self._layout, _dom_classes=("sp-prompt",))
        children = self._answers(question) if question is not None else []
        self._buttons = ipywidgets.VBox(children, layout=self._layout, _dom_classes=("sp-buttons",))
        super().__init__([self._prompt, self._buttons], layout=self._layout, _dom_classes=("sp-choices",))

    @property
    def buttons(self) -> tuple[ipywidgets.Button, ...]:
        """The buttons that can be pressed now, in order."""
        return tuple(self._acts)

    @property
    def step(self) -> int | None:
        """The step of the verdict the learner picked, in percent, or None."""
        return self._toggles.value if self._toggles is not None else None

    def pick(self, percent: int | None) -> None:
        """Pick a step of the verdict, as a press on it does."""
        self._scale(self._question.steps if self._question is not None else ()).value = percent

    def ask(self, question: Question, carried: Carried | None = None) -> None:
        """Show a question; the one already shown is left as it is, and so is the focus in it.

        Parameters
        ----------
        question
            What to ask.
        carried
            Takes what buttons and words are to say, where another message brings it to the page; else each widget sends
            its own.
        """
        if self._question is not None and question.key == self._question.key:
            return
        self._question = question
        if not question.behind:
            self._turn = 1 - self._turn
        self.say(question.prompt, question.hint, carried)
        children = tuple(self._answers(question, carried))
        if children != self._buttons.children:
            self._buttons.children = children

    def _answers(self, question: Question, carried: Carried | None = None) -> list[ipywidgets.Widget]:
        """Return what a question is answered with, saying what the question has it say."""
        standing = self._set(question.presses)
        self._acts = dict(zip(standing, (press.act for press in question.presses), strict=False))
        for button, press in zip_longest(standing, question.presses):
            _tell(button, _UNUSED if press is None else _traits(press), carried)
        children: list[ipywidgets.Widget] = list(standing)
        if question.steps:
            children.insert(0, self._scale(question.steps))
        elif self._toggles is not None:
            self._toggles.value = None  # another attempt judges anew
        return children

    def say(self, prompt: str, hint: str = "", carried: Carried | None = None) -> None:
        """Change the words above the buttons."""
        _tell(self._prompt, {"value": _lines(prompt, hint)}, carried)

    def _set(self, presses: Sequence[Press]) -> list[ipywidgets.Button]:
        """Return the set whose turn it is, of a button a press or more; a new one says its press."""
        pool = self._sets[self._turn]
        for press in presses[len(pool) :]:
            button = ipywidgets.Button(layout=self._layout, style=self._style, **_traits(press))
            button.on_click(self._pressed)
            pool.append(button)
        return pool

    def _scale(self, steps: Sequence[tuple[str, int]]) -> ipywidgets.ToggleButtons:
        picked = self.step
        if self._toggles is None:
            self._toggles = ipywidgets.ToggleButtons(options=tuple(steps), value=None)
            self._toggles.add_class("sp-verdict")
        elif self._toggles.options != tuple(steps):
            with self._toggles.hold_sync():
                self._toggles.options = tuple(steps)
                self._toggles.value = picked if picked in [percent for _, percent in steps] else None
        return self._toggles

    def _pressed(self, button: ipywidgets.Button) -> None:
        act = self._acts.get(button)
        if act is not None:
            act()


def _lines(prompt: str, hint: str) -> str:
    parts = (("sp-ask", prompt), ("sp-hint", hint))
    return "".join(f'<div class="{name}">{html.escape(words)}</div>' for name, words in parts if words)


def _traits(press: Press) -> dict[str, Any]:
    return {"description": press.label, "_dom_classes": press.classes}


def _tell(widget: ipywidgets.Widget, traits: dict[str, Any], carried: Carried | None) -> None:
    """Set traits of a widget, in one message of its own or in what is `carried` to the page by another's."""
    fresh = {name: value for name, value in traits.items() if getattr(widget, name) != value}
    if not fresh:
        return
    # In a property lock a widget takes the page to have these values, in the form they have in JSON, and says nothing.
    plain = {name: list(value) if isinstance(value, tuple) else value for name, value in fresh.items()}
    with widget.hold_sync() if carried is None else widget._lock_property(**plain):  # noqa: SLF001 - as ipywidgets itself does
        for name, value in fresh.items():
            setattr(widget, name, value)
    if carried is not None:
        carried[widget.model_id] = plain
