"""The report: one self-contained page that a facilitator projects, prints and talks about.

It holds no script and asks for nothing over the network; a Content-Security-Policy in the page says the same to the
browser. Every text comes through jinja2's autoescape.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import jinja2
from markupsafe import Markup

from safetystring.cohort import charts, formats
from safetystring.cohort.questions import questions
from safetystring.cohort.talk import RESULTS
from safetystring.scenario import encode

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from safetystring.cohort.measures import Detection, Estimate
    from safetystring.cohort.summary import Summary
    from safetystring.scenario import Lang, Text

_ROOM = files("safetystring.cohort")
_FEW_ITEMS = 0.0
"""An item whose correlation with the rest does not rise above this is pointed out to its author."""


def render(summary: Summary, lang: Lang) -> str:
    """Return the report on `summary` as an HTML page in `lang`."""
    template = _environment().get_template("report.html.j2")
    say = _sayer(words(lang))
    shown = _Shown(lang, say, summary.k)
    return template.render(
        s=summary,
        lang=lang,
        say=say,
        show=shown,
        charts=charts,
        questions=questions(summary),
        parts=RESULTS,
        css=Markup(_ROOM.joinpath("report.css").read_text(encoding="utf-8")),  # noqa: S704 - our own file
        level=round(100 * summary.level),
    )


def to_json(summary: Summary) -> dict[str, Any]:
    """Return the summary as a plain JSON object; what is hidden or unknown is left out of it."""
    plain: dict[str, Any] = encode(summary)
    return plain


@cache
def words(lang: Lang) -> Mapping[str, str]:
    """Return the report's own words in a language."""
    loaded: dict[str, str] = json.loads(_ROOM.joinpath("words", f"{lang}.json").read_text(encoding="utf-8"))
    return loaded


@cache
def _environment() -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.FunctionLoader(lambda name: _ROOM.joinpath(name).read_text(encoding="utf-8")),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _sayer(table: Mapping[str, str]) -> Callable[..., Markup]:
    def say(name: str, **values: object) -> Markup:
        # The words are ours; what is put into them is escaped.
        return Markup(table[name]).format(**values)  # noqa: S704

    return say


class _Shown:
    """How values look in one language, for the template."""

    def __init__(self, lang: Lang, say: Callable[..., Markup], k: int) -> None:
        self.lang = lang
        self.say = say
        self.k = k

    def text(self, text: Text) -> str:
        return text.get(self.lang)

    def short(self, text: Text, most: int = 110, *, goes_on: bool = False) -> str:
        """Return a text to stand between quotation marks: its own ones off or made single, cut where it is long."""
        return formats.quotable(text.get(self.lang), self.lang, most, goes_on=goes_on)

    def percent(self, share: float) -> str:
        return formats.percent(share, self.lang)

    def rate(self, estimate: Estimate) -> Markup:
        """Return a share with its interval, or that it is hidden."""
        if estimate.value is None or estimate.low is None or estimate.high is None:
            return self.nothing(estimate)
        low, high = formats.span(estimate.low, estimate.high, self.lang)
        return self._interval(formats.percent(estimate.value, self.lang), low, high, below=estimate.low < 0)

    def number(self, estimate: Estimate, digits: int = 2) -> Markup:
        """Return a number with its interval, or that it is hidden."""
        if estimate.value is None or estimate.low is None or estimate.high is None:
            return self.nothing(estimate)
        low, high = (formats.decimal(edge, self.lang, digits) for edge in (estimate.low, estimate.high))
        value = formats.decimal(estimate.value, self.lang, digits)
        return self._interval(value, low, high, below=estimate.low < 0)

    def _interval(self, value: str, low: str, high: str, *, below: bool) -> Markup:
        # A dash between two numbers of which one is negative would read as another minus.
        return self.say("interval_to" if below else "interval", value=value, low=low, high=high)

    def plain(self, value: float | None, digits: int = 2) -> str:
        return "–" if value is None else formats.decimal(value, self.lang, digits)

    def euros(self, value: float | None) -> str:
        return "–" if value is None else formats.euros(value, self.lang)

    def tens(self, name: str, share: float) -> Markup:
        counted = formats.tens(share, str(self.say("about", n="{n}")), str(self.say("under_one")))
        return self.say(name, tens=f" {counted} " if self.lang == "zh" else counted)

    def nothing(self, estimate: Estimate) -> Markup:
        return self.say("hidden", k=self.k) if estimate.hidden else Markup("–")

    def sharp(self, found: Detection) -> Markup:
        """Return in plain words what d′ says, as far as its interval goes."""
        value, low = found.d_prime.value, found.d_prime.low
        if value is None or low is None or low <= 0:
            return self.say("say_sharp_none")
        return self.say("say_sharp_good" if low >= 1 else "say_sharp_some")

    def lean(self, found: Detection) -> Markup:
        """Return in plain words what c says: a leaning only where its interval leaves out 0."""
        low, high = found.criterion.low, found.criterion.high
        if low is not None and low > 0:
            return self.say("say_lean_trusting")
        if high is not None and high < 0:
            return self.say("say_lean_suspicious")
        return self.say("say_lean_even")

    def weak(self, correlation: Estimate) -> bool:
        return correlation.value is not None and correlation.value <= _FEW_ITEMS

    def left_out(self, counts: Mapping[str, int]) -> str:
        """Return what is not counted; small counts are not told."""
        few = self.say("status_few", k=self.k)
        parts = [
            self.say(
                "status_some", status=self.say(f"status_{status.replace(' ', '_')}"), n=few if count < self.k else count
            )
            for status, count in sorted(counts.items())
        ]
        return ("；" if self.lang == "zh" else ", ").join(parts)
