"""Binder's image as far as it can be built without Docker: its Dockerfile, its pins, its scripts, its start page."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from support.server import ROOT, STARTS, Server, shoot, start_server, stop_server

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page


def _tracked_copy(target: Path) -> Path:
    """Copy what git knows and what is new, as a fresh clone would hold it."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    for name in listed.stdout.decode().split("\0"):
        if name and (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, target / name)
    return target


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _tracked_copy(tmp_path_factory.mktemp("binder") / "jovyan")


@pytest.fixture(scope="module")
def dockerfile(checkout: Path) -> str:
    command = [
        "jupyter-repo2docker",
        "--no-build",
        "--debug",
        "--user-id",
        "1000",
        "--user-name",
        "jovyan",
        str(checkout),
    ]
    here = Path(sys.executable).parent
    printed = subprocess.run(
        [str(here / command[0]), *command[1:]], check=True, capture_output=True, text=True, cwd=checkout
    )
    return printed.stdout + printed.stderr


@pytest.mark.parametrize(
    "step",
    [
        r"COPY .*environment-2epy-2d3-2e12|COPY .*environment.*py.*3.*12.*lock",
        r'RUN .*pip install --no-cache-dir -r "binder/requirements\.txt"',
        r"RUN chmod \+x binder/postBuild",
        r"RUN \./binder/postBuild",
        r'ENV R2D_ENTRYPOINT="\$\{REPO_DIR\}/binder/start"',
    ],
)
def test_the_dockerfile_has_the_step(dockerfile: str, step: str) -> None:
    assert re.search(step, dockerfile), f"no step {step}"


def test_the_steps_come_in_order_and_the_root_s_own_pins_are_left_alone(dockerfile: str) -> None:
    steps = [
        dockerfile.index(step) for step in ('-r "binder/requirements.txt"', "./binder/postBuild", "R2D_ENTRYPOINT")
    ]
    assert steps == sorted(steps)
    assert '-r "requirements.txt"' not in dockerfile


def _python() -> str:
    """Binder's Python 3.12 where this machine has one, else the one that runs the tests, with that version's pins."""
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    found = [shutil.which("python3.12"), *sorted(map(str, pyenv.glob("3.12.*/bin/python")))]
    return next((python for python in found if python and _works(python)), sys.executable)


def _works(python: str) -> bool:
    """Whether it runs: a version manager leaves commands on the path that only say how to install it."""
    return subprocess.run([python, "-c", "import venv"], check=False, capture_output=True).returncode == 0


def _constraints(python: str, target: Path) -> Path:
    """Write repo2docker's own lock for this Python as pip constraints."""
    import repo2docker  # noqa: PLC0415 - only this module needs it

    version = subprocess.run(
        [python, "-c", "import sys; print('{}.{}'.format(*sys.version_info))"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout.strip()
    folder = Path(repo2docker.__file__).parent / "buildpacks" / "conda"
    lock = (folder / f"environment.py-{version}-linux-64.lock").read_text(encoding="utf-8")
    named = re.findall(r"/(?:noarch|linux-64)/(.+)-([^-/]+)-[^-/]+\.(?:conda|tar\.bz2)", lock)
    pins = [f"{name}=={pin}" for name, pin in named if re.fullmatch(r"[A-Za-z][\w.-]*", name) and name != "python"]
    target.write_text("\n".join(pins), encoding="utf-8")
    return target


@pytest.fixture(scope="module")
def environment(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The image's environment: the base's pins, ours on top, then `postBuild` itself."""
    folder = tmp_path_factory.mktemp("image")
    python = _python()
    subprocess.run([python, "-m", "venv", folder / "env"], check=True)
    tools = folder / "env" / "bin"
    env = {**os.environ, "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}", "HOME": str(checkout)}
    for name in ("PYTHONPATH", "VIRTUAL_ENV"):
        env.pop(name, None)
    base = ["jupyterlab", "notebook", "ipywidgets"]
    pins = _constraints(python, folder / "pins.txt")
    pip = [str(tools / "pip"), "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "--constraint", str(pins), *base], check=True, env=env)
    subprocess.run([*pip, "--requirement", str(checkout / "binder" / "requirements.txt")], check=True, env=env)
    subprocess.run(["bash", "binder/postBuild"], check=True, env=env, cwd=checkout)
    return env


@pytest.mark.slow
@pytest.mark.browser  # one environment serves both tests that need it
def test_the_pins_agree(environment: dict[str, str]) -> None:
    python = shutil.which("python", path=environment["PATH"])
    assert python is not None
    listed = subprocess.run(
        [python, "-m", "pip", "freeze"], check=True, capture_output=True, text=True, env=environment
    )
    check = subprocess.run([python, "-m", "pip", "check"], check=False, capture_output=True, text=True, env=environment)
    # The course itself is installed without its extras; what it needs of the base is there.
    assert check.returncode == 0, check.stdout
    names = {line.split("==")[0].split(" ")[0].lower() for line in listed.stdout.splitlines()}
    assert {"safetystring", "voila", "anywidget"} <= names
    assert not names & {"nbgrader", "pandas", "pydantic", "ruamel.yaml"}, "the learner's image stays small"


@pytest.fixture(scope="module")
def binder_server(
    environment: dict[str, str], checkout: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Server]:
    home = tmp_path_factory.mktemp("home")
    saved = dict(os.environ)
    os.environ.update(environment)
    try:
        started = start_server(checkout, home, ["bash", str(checkout / "binder" / "start"), "jupyter", "notebook"])
    finally:
        os.environ.clear()
        os.environ.update(saved)
    yield started
    stop_server(started)


@pytest.mark.slow
@pytest.mark.browser
def test_it_starts_and_opens_the_start_page(binder_server: Server, page: Page) -> None:
    page.goto(f"{binder_server.url}/voila/")
    page.locator(".sh-home h1").wait_for(timeout=STARTS)
    page.get_by_role("radio", name="中文").check()
    page.get_by_role("heading", name="绷紧安全弦").wait_for()
    page.get_by_role("radio", name="English").check()
    page.get_by_role("heading", name="Safety String").wait_for()
    shoot(page, "binder-start")
    page.get_by_role("link", name=re.compile("^Start")).first.click()
    page.locator(".sp-player .sp-go, .sp-player .sp-go button").first.wait_for(timeout=STARTS)
    shoot(page, "binder-first-conversation")
