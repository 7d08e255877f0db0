"""How Jupyter itself is set up: one folder of settings for learners, one for facilitators, and the course's entrance.

The folders are put on ``JUPYTER_CONFIG_PATH``; nothing of the user's own configuration is written.
"""

from pathlib import Path
from typing import Literal

Audience = Literal["learner", "facilitator"]


def settings_folder(audience: Audience) -> Path:
    """Return the folder of Jupyter settings for `audience`."""
    return Path(__file__).parent / audience
