"""Safety String: a Jupyter course that turns telephone-fraud notices into practice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from safetystring.scenario import Lang

__version__ = "0.1.0"


def play(scenario: str, lang: Lang | None = None) -> Any:  # noqa: ANN401 - a widget, or a text where there can be none
    """Play a scenario in this notebook: ``safetystring.play("cedar")``, as a cell's last line.

    Returns at once, and never raises for a missing or damaged file. `lang` is ``"zh"``, ``"en"`` or ``"fr"``; by
    default the language of the last time.
    """
    from safetystring.player.launch import launch  # noqa: PLC0415 - importing the package stays light everywhere else

    return launch(scenario, lang)


def home() -> Any:  # noqa: ANN401 - the same
    """Show the start page in this notebook: the language, the modules, what is done and what comes next.

    Never raises for a missing or damaged catalogue: it says what to do instead.
    """
    from safetystring.player.home import open_home  # noqa: PLC0415 - the same

    return open_home()
