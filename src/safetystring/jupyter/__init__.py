"""How Jupyter itself is set up: one folder of settings for learners, one for facilitators, and the course's entrance.

The folders are put on Jupyter's search paths; nothing of the user's own configuration is written.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

Audience = Literal["learner", "facilitator"]
_HERE = Path(__file__).parent
_LONGEST_SOCKET = 103
"""Characters a socket's path may have on the strictest system, macOS (104 with the closing zero)."""
_SOCKET = len("/kernel-01234567-89ab-cdef-0123-456789abcdef-ipc-5")


def environment(audience: Audience, present: Mapping[str, str]) -> dict[str, str]:
    """Return the variables to set so that Jupyter finds the settings for `audience` first, then those of `present`."""
    ours = {"JUPYTER_CONFIG_PATH": _HERE / audience, "JUPYTER_PATH": _HERE / "share"}
    return {name: os.pathsep.join(filter(None, (str(path), present.get(name)))) for name, path in ours.items()}


def transport(runtime: str) -> Literal["ipc", "tcp"]:
    """Return how to talk to kernels whose files lie in the folder `runtime`.

    IPC opens no port and warns of none, and Voilà starts many kernels at once more surely over it. Its sockets have
    file names, which may not be long, and Windows has none.
    """
    return "ipc" if os.name == "posix" and len(runtime) + _SOCKET <= _LONGEST_SOCKET else "tcp"
