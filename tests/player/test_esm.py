"""Our own base sends the page what anywidget's would, so that its extension draws both."""

from __future__ import annotations

import subprocess
import sys

import anywidget

from safetystring.player.esm import EsmWidget
from safetystring.player.view import View


class Ours(EsmWidget):
    """The player's files, by our base."""

    static = "player"


class Theirs(anywidget.AnyWidget):
    """The same files, by anywidget's."""

    _esm = View()._esm
    _css = View()._css


def test_both_send_the_same() -> None:
    ours, theirs = Ours().get_state(), Theirs().get_state()
    for name in ("layout", "_anywidget_id"):
        assert ours.pop(name)
        assert theirs.pop(name)
    assert ours == theirs
    assert View().get_state()["_anywidget_id"] == "safetystring.player.view.View"


def test_a_learner_s_kernel_does_without_the_package() -> None:
    code = "import sys, safetystring.player.widget, safetystring.player.home; print('anywidget' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert ran.stdout.strip() == "False"
