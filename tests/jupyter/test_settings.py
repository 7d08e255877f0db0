"""Learners see no grading buttons and no news, facilitators do; nobody's own settings are hidden."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from safetystring.jupyter import Audience, environment, transport

NBGRADER = [f"nbgrader.server_extensions.{name}" for name in ("assignment_list", "course_list", "formgrader")]


def _settings(audience: Audience, *name: str) -> dict[str, dict[str, object]]:
    folder = Path(environment(audience, {})["JUPYTER_CONFIG_PATH"])
    found: dict[str, dict[str, object]] = json.loads(folder.joinpath(*name).read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize("audience", ["learner", "facilitator"])
def test_the_folders_are_there_and_come_first(audience: Audience) -> None:
    found = environment(audience, {"JUPYTER_CONFIG_PATH": "/own", "HOME": "/home/somebody"})
    assert set(found) == {"JUPYTER_CONFIG_PATH", "JUPYTER_PATH"}
    first, rest = found["JUPYTER_CONFIG_PATH"].split(os.pathsep)
    assert rest == "/own"
    assert Path(first).is_dir()
    assert (Path(found["JUPYTER_PATH"]) / "voila" / "templates" / "safetystring" / "index.html.j2").is_file()


@pytest.mark.parametrize(("audience", "expected"), [("learner", True), ("facilitator", False)])
def test_nbgrader_s_buttons(audience: Audience, expected: bool) -> None:  # noqa: FBT001 - a table's column
    page = _settings(audience, "labconfig", "page_config.json")
    assert page["disabledExtensions"]["@jupyter/nbgrader"] is expected


def test_a_learner_s_server_has_none_of_nbgrader_s_extensions() -> None:
    extensions = _settings("learner", "jupyter_server_config.json")["ServerApp"]["jpserver_extensions"]
    assert isinstance(extensions, dict)
    assert all(extensions[name] is False for name in NBGRADER)
    assert extensions["safetystring.jupyter.entrance"] is True


@pytest.mark.parametrize("audience", ["learner", "facilitator"])
def test_no_news_is_fetched(audience: Audience) -> None:
    settings = _settings(audience, "labconfig", "default_setting_overrides.json")
    news = settings["@jupyterlab/apputils-extension:notification"]
    assert news == {"checkForUpdates": False, "fetchNews": "false"}


def test_voila_s_template_names_no_other_server() -> None:
    folder = Path(environment("learner", {})["JUPYTER_PATH"]) / "voila" / "templates" / "safetystring"
    assert all("http" not in path.read_text(encoding="utf-8") for path in folder.iterdir())


@pytest.mark.skipif(os.name != "posix", reason="sockets have no names here")
@pytest.mark.parametrize(("length", "expected"), [(20, "ipc"), (53, "ipc"), (54, "tcp"), (200, "tcp")])
def test_a_socket_s_name_may_not_be_long(length: int, expected: str) -> None:
    assert transport("x" * length) == expected
