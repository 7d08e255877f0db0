"""What `nbgrader_config.py` of a course sets, and why."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from nbgrader.preprocessors import (
    CheckCellMetadata,
    ClearOutput,
    DeduplicateIds,
    OverwriteCells,
    OverwriteKernelspec,
)

from safetystring.course.answers import left_in_source
from safetystring.course.collector import AnswersCollect, AnswersCollector, AnswersExtractor
from safetystring.course.export import RedFlagExport
from safetystring.course.exporter import FeedbackExporter
from safetystring.course.notebook import ANSWER_STUB
from safetystring.course.preprocessors import RestoreRelease

if TYPE_CHECKING:
    from typing import Any

CONFIG_FILE = '''\
# ruff: noqa: INP001 - nbgrader reads this file, nothing imports it
"""nbgrader's settings for this course; what each is for stands in safetystring/course/config.py."""

from pathlib import Path

from safetystring.course.config import configure

c = get_config()  # noqa: F821 - nbgrader provides it
configure(c, Path(__file__).resolve().parent)

# Settings of your own go below: `c.CourseDirectory.course_id`, say, or `c.Exchange.root`.
'''
"""The course's `nbgrader_config.py`, as `safetystring build` writes it where there is none."""

_NO_CODE = ["*.py", "*.pyc", "*.so", "*.pyd", "*.dll", "*.dylib", "*.pth", "*.html"]
"""A module lying beside a submitted notebook would be imported in place of ours when it is graded."""


SANITIZE = [RestoreRelease, ClearOutput, DeduplicateIds, OverwriteKernelspec, OverwriteCells, CheckCellMetadata]
"""What makes a submission safe before nbgrader runs it, in order."""


def configure(c: Any, root: Path) -> None:  # noqa: ANN401 - traitlets' Config has no types
    """Set up nbgrader for the course in the folder `root`."""
    _find_own_commands()
    c.CourseDirectory.course_id = "safetystring"
    c.CourseDirectory.root = str(root)
    c.CourseDirectory.ignore = [".ipynb_checkpoints", "__pycache__", "feedback", *_NO_CODE]

    c.ClearSolutions.text_stub = ANSWER_STUB

    # Answers come in by two doors, and both look at what passes.
    c.ZipCollectApp.extractor_plugin = AnswersExtractor
    c.ZipCollectApp.collector_plugin = AnswersCollector
    c.ExchangeFactory.collect = AnswersCollect

    # The released cells come back before nbgrader looks at a submission (duplicates stop its whole batch).
    c.Autograde.sanitize_preprocessors = SANITIZE
    c.OverwriteCells.add_missing_cells = True
    # Files of source/ replace those handed in under the same name: never a learner's answers. Nor does graded work
    # need a copy of the conversations for each learner: they are scored by what lies beside the key.
    c.Autograde.exclude_overwriting = left_in_source(root / "source")
    # Widget state left in a notebook breaks its conversion later, and a headless run has none worth keeping.
    c.Execute.store_widget_state = False
    c.Execute.timeout = 60
    # When a cell ran is no result: without it the same answers give the same notebook, byte for byte.
    c.Execute.record_timing = False
    # Not IPC: nbclient names no connection file, so a kernel started in another folder looks for its sockets there.
    c.KernelManager.transport = "tcp"

    c.GenerateFeedback.exporter_class = FeedbackExporter
    c.ExportApp.plugin_class = RedFlagExport


def _find_own_commands() -> None:
    """Let nbgrader find `alembic`, which it starts by name, where its environment was not activated."""
    folder = str(Path(sys.executable).parent)
    if shutil.which("alembic") is None:
        os.environ["PATH"] = os.pathsep.join(filter(None, (os.environ.get("PATH"), folder)))
