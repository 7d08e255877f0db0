"""What frames a module on the start page: the lesson before its conversations, and the card to take along."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from safetystring.player.about import contact
from safetystring.scenario import Contact, Text

if TYPE_CHECKING:
    from safetystring.scenario import Lang


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A piece of the worked message, what it does, and the name of its red flag if it is one."""

    words: Text
    does: Text
    flag: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """A short text with one worked message, and what the real one looks like."""

    minutes: int
    points: tuple[Text, ...]
    sender: Text
    parts: tuple[Part, ...]
    genuine: Text

    def plain(self, lang: Lang) -> dict[str, Any]:
        """Return it in `lang` as plain JSON."""
        return {
            "minutes": self.minutes,
            "points": [point.get(lang) for point in self.points],
            "sender": self.sender.get(lang),
            "parts": [
                {
                    "words": part.words.get(lang),
                    "does": part.does.get(lang),
                    "flag": part.flag.get(lang) if part.flag is not None else None,
                }
                for part in self.parts
            ],
            "genuine": self.genuine.get(lang),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Takeaway:
    """What a learner takes along from a module: three lines, words to say, whom to ring."""

    remember: tuple[Text, ...]
    say: tuple[Text, ...]
    dial: tuple[Contact, ...]

    def plain(self, title: Text, lang: Lang) -> dict[str, Any]:
        """Return it in `lang` as plain JSON, under the module's title."""
        return {
            "title": title.get(lang),
            "remember": [line.get(lang) for line in self.remember],
            "say": [line.get(lang) for line in self.say],
            "dial": [contact(one, lang) for one in self.dial],
        }
