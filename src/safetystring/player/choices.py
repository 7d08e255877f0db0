"""The choice area: a question, and ipywidgets' own buttons to answer it.

Buttons are reused, since making one costs three models. Two sets of them take turns and each carries its question's
token: the second half of a double click reaches a button of the question before, and does nothing.
"""

from __future__ import annotations

import html
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import ipywidgets

if TYPE_CHECKING:
    from collections.abc import Sequence


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
    """

    key: Hashable
    prompt: str = ""
    hint: str = ""
    presses: tuple[Press, ...] = ()
    steps: tuple[tuple[str, int], ...] = ()


class ChoiceArea(ipywidgets.VBox):  # type: ignore[misc] # ipywidgets ships no types
    """The lower part of the player. `token` changes with every question."""

    def __init__(self, window: str) -> None:
        self.token = ""
        self._window = window
        self._count = 0
        self._question: Question | None = None
        self._sets: tuple[list[ipywidgets.Button], list[ipywidgets.Button]] = ([], [])
        self._acts: dict[ipywidgets.Button, tuple[str, Callable[[], object]]] = {}
        self._layout, self._style = ipywidgets.Layout(), ipywidgets.ButtonStyle()
        self._toggles: ipywidgets.ToggleButtons | None = None
        self._prompt = ipywidgets.HTML("")
        self._prompt.add_class("sp-prompt")
        self._buttons = ipywidgets.VBox([])
        self._buttons.add_class("sp-buttons")
        super().__init__([self._prompt, self._buttons])
        self.add_class("sp-choices")

    @property
    def buttons(self) -> tuple[ipywidgets.Button, ...]:
        """The buttons that stand there now, in order."""
        return tuple(child for child in self._buttons.children if isinstance(child, ipywidgets.Button))

    @property
    def step(self) -> int | None:
        """The step of the verdict the learner picked, in percent, or None."""
        return self._toggles.value if self._toggles is not None else None

    def pick(self, percent: int | None) -> None:
        """Pick a step of the verdict, as a press on it does."""
        self._scale(self._question.steps if self._question is not None else ()).value = percent

    def ask(self, question: Question) -> None:
        """Show a question; the one already shown is left as it is, and so is the focus in it."""
        if self._question is not None and question.key == self._question.key:
            return
        self._question = question
        self._count += 1
        self.token = f"{self._window}-{self._count}"
        self.say(question.prompt, question.hint)
        children = [self._button(index, press) for index, press in enumerate(question.presses)]
        if question.steps:
            children.insert(0, self._scale(question.steps))
        elif self._toggles is not None:
            self._toggles.value = None  # another attempt judges anew
        if tuple(children) != self._buttons.children:
            self._buttons.children = tuple(children)

    def say(self, prompt: str, hint: str = "") -> None:
        """Change the words above the buttons."""
        parts = (("sp-ask", prompt), ("sp-hint", hint))
        lines = (f'<div class="{name}">{html.escape(words)}</div>' for name, words in parts if words)
        self._prompt.value = "".join(lines)

    def _button(self, index: int, press: Press) -> ipywidgets.Button:
        pool = self._sets[self._count % 2]
        if index == len(pool):
            button = ipywidgets.Button(layout=self._layout, style=self._style)
            button.on_click(self._pressed)
            pool.append(button)
        button = pool[index]
        with button.hold_sync():
            button.description = press.label
            button._dom_classes = press.classes  # noqa: SLF001 - add_class would send one message a class
        self._acts[button] = (self.token, press.act)
        return button

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
        token, act = self._acts[button]
        if token == self.token:
            act()
