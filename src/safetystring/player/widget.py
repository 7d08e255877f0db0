"""The player: the conversation's view and the choice area in one box, on top of a :class:`Run`.

Each act, from a press or from Python, goes to the run; what came of it is then shown by comparing the session with the
one shown last. So a session that was read anew, because another window wrote, is shown like any other change.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

import ipywidgets

from safetystring.player.about import about
from safetystring.player.choices import Carried, ChoiceArea, Question
from safetystring.player.entries import entries, painted, rest_from
from safetystring.player.pack import MEDIA_TYPE, archive_name, clean_code, pack, pseudonym
from safetystring.player.questions import Acts, question
from safetystring.player.view import View
from safetystring.player.words import everywhere, strings, word

if TYPE_CHECKING:
    from pathlib import Path

    from safetystring.player.events import Act, WayOut
    from safetystring.player.run import Run
    from safetystring.player.session import Phase, Session
    from safetystring.scenario import Lang

Explain = Callable[["Session", "Lang"], Mapping[str, Any]]
"""Makes the debrief of ``docs/player.md``; injected, since a player knows no key."""
Onward = Callable[["Lang"], Mapping[str, str]]
"""Says where to go after the debrief, as relative links."""

_MAX_IDS = 500
"""Message ids taken from one report of the front end."""


def _later(_session: Session, _lang: Lang) -> Mapping[str, Any]:
    return {"later": True}


def _nowhere(_lang: Lang) -> Mapping[str, str]:
    return {}


class Player(ipywidgets.VBox):  # type: ignore[misc] # ipywidgets ships no types
    """One scenario in a notebook.

    Nothing is logged before a front end says that it is there, or before one of the methods below is called: a notebook
    that is run without anybody in front of it leaves no trace. Each method does what a press does, and returns whether
    it took effect.

    Parameters
    ----------
    run
        The learner's run.
    folder
        Where the notebook is, for "download my answers".
    explain
        Makes the debrief of a finished run; by default it comes later.
    onward
        Says in a language where to go afterwards; see :func:`safetystring.player.catalogue.onward`.
    """

    def __init__(self, run: Run, folder: Path, explain: Explain = _later, onward: Onward = _nowhere) -> None:
        self.run = run
        self._folder = folder
        self._explain = explain
        self._onward = onward
        self._opening: Literal["intro", "practice"] = "intro"
        self._pseudonym = pseudonym()
        self._led: Lang | None = None  # in what language the way on was told
        self._said: tuple[object, str] | None = None  # whose debrief was shown last, and in what language
        self._carries = False  # whether the page hands on what the view's messages bring for other widgets
        self._session: Session | None = run.session  # as it was shown last
        layout = ipywidgets.Layout()
        # Each widget says all it has to say as it is made, the view first: the page reads its script meanwhile.
        state = self._words() | self._state(run.session) | self._script(run.session)
        self.view = View(layout=layout, assets=dict(run.course.scenario.assets), **state)
        self.choices = ChoiceArea(self._question(), layout)
        super().__init__([self.view, self.choices], _dom_classes=("sp-player",))
        self.view.on_msg(self._heard)

    @property
    def phase(self) -> Phase | Literal["intro", "practice"]:
        """Where the run is; before the first attempt, `intro` or `practice`."""
        return self._opening if self.run.session is None else self.run.session.phase

    def __repr__(self) -> str:
        """Return a short form; a widget's own would list every trait."""
        return f"Player({self.run.course.scenario.id!r}, {self.phase!r})"

    def _repr_mimebundle_(self, **options: Any) -> dict[str, Any] | None:  # noqa: ANN401 - IPython passes include and exclude
        bundle: dict[str, Any] | None = super()._repr_mimebundle_(**options)
        # All that an untrusted notebook shows, and one opened without a kernel.
        return None if bundle is None else {**bundle, "text/plain": everywhere("run_cell")}

    def practise(self) -> bool:
        """Go from the intro to the practice. Nothing of it is logged."""
        if self.phase != "intro":
            return False
        self._opening = "practice"
        return self._show()

    def begin(self) -> bool:
        """Begin the first attempt, or take up the one that is open."""
        return self._done(self.run.begin())

    def choose(self, option: str) -> bool:
        """Take an option of the open choice point, by its id."""
        return self._done(self.run.choose(option))

    def mark(self, message: str, family: str) -> bool:
        """Mark a message as a red flag of a family, by their ids."""
        return self._done(self.run.mark(message, family))

    def unmark(self, message: str) -> bool:
        """Take a mark back."""
        return self._done(self.run.unmark(message))

    def leave(self, by: WayOut = "hang_up") -> bool:
        """Leave the conversation: `hang_up`, or to `check`, `tell` or `report`."""
        return self._done(self.run.leave(by))

    def act(self, act: Act) -> bool:
        """Note a `pause`, a number to `look_up`, telling somebody (`tell`) or a `report`, without leaving."""
        return self._done(self.run.act(act))

    def pick(self, accounts: Sequence[str]) -> bool:
        """Say in the review which accounts of a group work together, by their ids. Not scored."""
        return self._done(self.run.pick(accounts))

    def verdict(self, percent: int) -> bool:
        """Lock in the probability, in whole percent, that the conversation is a scam."""
        return self._done(self.run.verdict(percent))

    def finish_rest(self) -> bool:
        """Go from the rest of the conversation to the review."""
        return self._done(self.run.finish_rest())

    def finish_review(self) -> bool:
        """Let the answers stand, and see the debrief."""
        return self._done(self.run.finish_review())

    def restart(self) -> bool:
        """Open another attempt, for practice once one was finished."""
        return self._done(self.run.restart())

    def skip(self) -> bool:
        """Pass over a theme that is not wanted."""
        return self._done(self.run.skip())

    def language(self, lang: Lang) -> bool:
        """Change the language; the place is kept."""
        if not self.run.language(lang):
            return False
        self._speak()
        self._session = None
        return self._show()

    def _done(self, took_effect: bool) -> bool:  # noqa: FBT001 - passes on what the run said
        self._show()
        return took_effect

    def _speak(self) -> None:
        self.view.tell(self._words())

    def _words(self) -> dict[str, Any]:
        """Return the view's traits that hold texts."""
        lang, scenario = self.run.lang, self.run.course.scenario
        self._seed = self.run.seed
        words = {
            "lang": lang,
            "strings": strings(lang, drill=scenario.drill),
            "about": about(scenario, lang, self._seed),
        }
        return words | self._way()

    def _way(self) -> dict[str, Any]:
        """Tell the way on once a screen shows it: the list of the whole course is read for it."""
        if self.phase not in ("intro", "debrief") or self._led == self.run.lang:
            return {}
        self._led = self.run.lang
        return {"onward": dict(self._onward(self.run.lang))}

    def _state(self, session: Session | None) -> dict[str, Any]:
        """Return the view's traits that say where the run is. A drill asks for no marks; an older log may hold some."""
        notice, markable = self.run.notice, not self.run.course.scenario.drill
        return {
            "phase": self.phase,
            "notice": {"kind": notice.kind, "text": notice.text} if notice is not None else {},
            "marks": dict(session.marks) if session is not None and markable else {},
            "picked": list(session.picked) if session is not None and session.picked is not None else None,
            "rest_from": rest_from(session) if session is not None else 0,
            **self._debrief(session),
            **self._way(),
        }

    def _script(self, session: Session | None) -> dict[str, Any]:
        """Return the view's traits that hold the conversation. They go together: a front end never sees one alone."""
        if session is None:
            return {"entries": [], "shown": 0}
        return {"entries": entries(session, self.run.course, self.run.lang), "shown": painted(session)}

    def _question(self) -> Question:
        return question(self.run.session, self._opening, self.run.course, self.run.lang, self._acts())

    def _show(self) -> Literal[True]:
        """Bring the screen to where the run is, sending no more than what changed."""
        before, session = self._session, self.run.session
        if self._seed != self.run.seed:  # another attempt, perhaps another window's: its setting has other values
            self._speak()
        self._session = session
        grown = _grown(before, session)
        script = {} if grown else self._script(session)
        if script.get("entries") and script["entries"] == self.view.entries:
            self.view.entries = []  # another attempt that begins alike: without this no change would be seen
        self.view.tell(self._state(session) | script)
        asked = self._question()
        fresh = []
        if session is not None and before is not None and grown:
            fresh = entries(session, self.run.course, self.run.lang, after=len(before.script))
            self.view.reported(painted(session))
        carried: Carried | None = {} if fresh and self._carries else None
        self.choices.ask(asked, carried)
        if fresh:
            self.view.append(fresh, carried)
        return True

    def _debrief(self, session: Session | None) -> dict[str, Any]:
        if session is None or session.phase != "debrief":
            self._said = None
            return {"debrief": {}}
        if self._said == (session.attempt, self.run.lang):
            return {}
        self._said = (session.attempt, self.run.lang)
        return {"debrief": dict(self._explain(session, self.run.lang))}

    def _acts(self) -> Acts:
        return Acts(
            practise=self.practise,
            begin=self.begin,
            choose=self._answer,
            lock=self._lock,
            finish_rest=self.finish_rest,
            finish_review=self.finish_review,
        )

    def _answer(self, option: str) -> None:
        """Take a press on an option. One from before the question's messages were painted meant the question before."""
        if self.run.session is not None and not self.run.session.pending:
            self.choose(option)

    def _lock(self) -> None:
        percent = self.choices.step
        if percent is None:
            self.choices.say(word(self.run.lang, "verdict_prompt"), word(self.run.lang, "verdict_first"))
        else:
            self.verdict(percent)

    def _heard(self, _widget: object, content: object, _buffers: object) -> None:
        """Answer a custom message; whatever is not of the protocol is passed over."""
        if not isinstance(content, dict):
            return
        answers: dict[object, Callable[[], object]] = {
            "ready": lambda: self._ready(carries=content.get("carries") is True),
            "shown": lambda: self._done(self.run.shown(_texts(content.get("ids")))),
            "mark": lambda: self.mark(_text(content.get("id")), _text(content.get("family"))),
            "unmark": lambda: self.unmark(_text(content.get("id"))),
            "leave": lambda: self._done(self.run.leave(content.get("by", "hang_up"))),
            "act": lambda: self._done(self.run.act(content.get("act", ""))),
            "pick": lambda: self.pick(_texts(content.get("ids"))),
            "language": lambda: self.language(content.get("lang", self.run.lang)),
            "help": lambda: self._done(self.run.helped()),
            "download": lambda: self._download(_text(content.get("code"))),
            "restart": self.restart,
            "skip_theme": self.skip,
            "read": lambda: self._done(self.run.debriefed()),
        }
        kind = content.get("type")
        if isinstance(kind, str) and kind in answers:
            answers[kind]()

    def _ready(self, *, carries: bool = False) -> None:
        """Somebody is there: take the open attempt over, and show what another window made of it meanwhile."""
        self._carries = carries
        self.run.claim()
        self._show()

    def _download(self, code: str) -> None:
        scenario = self.run.course.scenario
        log = self.run.log
        held = {log.path.name: log.data} if log.owned and not log.moved else {}
        self.view.download = {}  # asking twice gives the same answer, which must be seen twice
        try:
            data = pack(self._folder, scenario.id, held)
        except (OSError, ValueError):
            self.view.download = {"failed": True}
            return
        name = archive_name(clean_code(code) or self._pseudonym, scenario.module)
        self.view.download = {"name": name, "mime": MEDIA_TYPE, "data": base64.b64encode(data).decode("ascii")}


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _texts(value: object) -> list[str]:
    return [item for item in value[:_MAX_IDS] if isinstance(item, str)] if isinstance(value, list) else []


def _grown(before: Session | None, after: Session | None) -> bool:
    """Whether `after` shows what `before` showed, and perhaps more behind it."""
    if before is None or after is None:
        return before is after
    return before.attempt == after.attempt and after.script[: len(before.script)] == before.script
