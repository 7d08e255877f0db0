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


def environment(audience: Audience, present: Mapping[str, str]) -> dict[str, str]:
    """Return the variables to set so that Jupyter finds the settings for `audience` first, then those of `present`."""
    ours = {"JUPYTER_CONFIG_PATH": _HERE / audience, "JUPYTER_PATH": _HERE / "share"}
    return {name: os.pathsep.join(filter(None, (str(path), present.get(name)))) for name, path in ours.items()}
