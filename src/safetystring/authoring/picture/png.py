"""An SVG picture as PNG, by whatever this machine has for it."""

from __future__ import annotations

import importlib
import importlib.util
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge")
_SCALE = 1.5
"""Pixels a px: text stays sharp when the picture is looked at closely."""
_PATIENCE = 60


class NoPainterError(Exception):
    """Nothing here can make a PNG. The message says what could."""


def to_png(svg: str, file: Path) -> None:
    """Write the picture to `file`.

    Raises
    ------
    NoPainterError
        If this machine has none of the programs that can do it, or the one it has fails.
    """
    browser = next(filter(None, map(shutil.which, _BROWSERS)), None)
    if importlib.util.find_spec("cairosvg") is not None:
        importlib.import_module("cairosvg").svg2png(bytestring=svg.encode(), write_to=str(file), scale=_SCALE)
    elif rsvg := shutil.which("rsvg-convert"):
        _run([rsvg, "--zoom", str(_SCALE), "--output", str(file.absolute())], svg)
    elif browser is not None:
        _by_browser(browser, svg, file)
    else:
        raise NoPainterError(
            "a PNG needs Chromium, Chrome, rsvg-convert, or `pip install cairosvg`, and none is here. "
            "An SVG needs nothing and opens in every browser: write --out FILE.svg"
        )


def _by_browser(browser: str, svg: str, file: Path) -> None:
    size = re.search(r'width="(\d+)[^"]*" height="(\d+)', svg[: svg.index(">")])
    width, height = size.groups() if size else ("1200", "1600")
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "picture.html"
        head = '<!doctype html><meta charset="utf-8"><style>body{margin:0}svg{display:block}</style>'
        page.write_text(head + svg, encoding="utf-8")
        command = [browser, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]
        command += [f"--user-data-dir={folder}/profile", f"--force-device-scale-factor={_SCALE}"]
        command += [f"--window-size={width},{height}", f"--screenshot={file.absolute()}", page.as_uri()]
        _run(command)
    if not file.is_file():
        raise NoPainterError(f"{browser} made no picture: write --out FILE.svg instead")


def _run(command: list[str], given: str = "") -> None:
    try:
        subprocess.run(command, input=given.encode(), capture_output=True, check=True, timeout=_PATIENCE)  # noqa: S603
    except (OSError, subprocess.SubprocessError) as error:
        raise NoPainterError(f"{command[0]} could not do it: write --out FILE.svg instead") from error
