"""`safetystring graph`: a picture of a scenario, or of the whole course."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from safetystring.authoring.picture.png import NoPainterError, to_png
from safetystring.authoring.preview.draft import Shelf, read_draft
from safetystring.cli.named import Tongue, named, stop

if TYPE_CHECKING:
    from safetystring.scenario import Lang

_FINDINGS = 1


def graph(
    scenario: Annotated[str | None, typer.Argument(metavar="[ID]", help="The scenario, by its folder's name.")] = None,
    *,
    course: Annotated[bool, typer.Option("--course", help="All modules and scenarios in one picture.")] = False,
    out: Annotated[Path | None, typer.Option(help="FILE.svg or FILE.png; by default ID.svg.")] = None,
    lang: Annotated[Tongue | None, typer.Option(help="By default, the language first written.")] = None,
    scenarios: Annotated[Path, typer.Option(help="The folder of scenarios.")] = Path("scenarios"),
) -> None:
    """Draw a scenario: its spine, cues and lookalikes, options by rating, branches, early exits, endings.

    An SVG opens in every browser. A PNG needs Chromium, Chrome, rsvg-convert or cairosvg. With --course, a picture of
    all modules: twins, channels, and which families of red flags are met where.
    """
    if course == (scenario is not None):
        stop("name one scenario, `safetystring graph cedar`, or all of them, `safetystring graph --course`")
    file = out or Path(f"{scenario_name(scenario)}.svg")
    if file.suffix.lower() not in (".svg", ".png"):
        stop(f"{file}: expected a name that ends in .svg or .png")
    chosen: Lang | None = lang.value if lang is not None else None
    svg = _course(scenarios, chosen) if scenario is None else _scenario(named(scenario, scenarios), scenarios, chosen)
    try:
        if file.suffix.lower() == ".png":
            to_png(svg, file)
        else:
            file.write_text(svg, encoding="utf-8")
    except NoPainterError as error:
        stop(str(error))
    except OSError as error:
        stop(f"{file} cannot be written ({error.strerror})")
    print(file)


def scenario_name(scenario: str | None) -> str:
    """Return the name of a picture of what was asked for."""
    return "course" if scenario is None else Path(scenario.removesuffix("scenario.yaml")).name


def _scenario(name: str, scenarios: Path, lang: Lang | None) -> str:
    from safetystring.authoring.picture.scenario import draw_scenario  # noqa: PLC0415 - one of the two is wanted

    draft = read_draft(scenarios, name, Shelf())
    if draft is None:
        _unreadable(f"{scenarios}/{name}")
    return draw_scenario(draft.scenario, draft.key, lang or draft.scenario.source_lang)


def _course(scenarios: Path, lang: Lang | None) -> str:
    from safetystring.authoring.picture.course import draw_course  # noqa: PLC0415 - as above
    from safetystring.authoring.project import load_project  # noqa: PLC0415 - as above

    if not scenarios.is_dir():
        stop(f"{scenarios} is no folder: run this in the project's folder, or name one with --scenarios")
    project = load_project(scenarios).project
    if project is None:
        _unreadable(str(scenarios))
    return draw_course(project, lang or "en")


def _unreadable(path: str) -> NoReturn:
    print(f"{path} cannot be drawn as it stands: `safetystring check {path}` says why", file=sys.stderr)
    raise typer.Exit(_FINDINGS)


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command()(graph)
