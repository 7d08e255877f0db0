"""The package as pip leaves it: its modules compiled, like those of the widget libraries it is compared with.

A checkout installed in place is compiled at first use only, and never where Python is told to write no bytecode.
"""

from __future__ import annotations

import compileall
from pathlib import Path

_PACKAGE = Path(__file__).parents[1] / "src" / "safetystring"


def compile_package() -> None:
    """Compile what has changed since it was compiled last."""
    compileall.compile_dir(_PACKAGE, quiet=1)
