"""What anywidget's front end needs of a kernel: one script, one style sheet, and the traits of a subclass.

The class speaks to anywidget's extension of the page without importing the package, which would cost every learner's
kernel a tenth of a second and 3 MB (hot reloading and a command protocol that are not used here). That both send the
same is held by ``tests/player/test_esm.py``.
"""

from __future__ import annotations

from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any, ClassVar

import ipywidgets
from traitlets import Unicode

_STATIC = Path(__file__).parent / "static"


def _release(package: str) -> str:
    """Return what an installed package's widgets ask of the page: its major and minor version.

    Read off the name of what pip left beside the package: a search through all that is installed takes ten times as
    long, and is for a package that pip installed in another way.
    """
    spec = find_spec(package)
    beside = Path(spec.origin).parents[1] if spec is not None and spec.origin is not None else Path("/nowhere")
    names = [path.name for path in beside.glob(f"{package}-*.dist-info")]
    number = names[0].split("-")[1] if len(names) == 1 else version(package)
    return f"~{'.'.join(number.removesuffix('.dist').split('.')[:2])}.*"


_RELEASE = _release("anywidget")


class EsmWidget(ipywidgets.DOMWidget):  # type: ignore[misc] # ipywidgets ships no types
    """A widget drawn by ``static/<name>.js`` and ``static/<name>.css``, where `static` names them."""

    static: ClassVar[str]

    _model_name = Unicode("AnyModel").tag(sync=True)
    _model_module = Unicode("anywidget").tag(sync=True)
    _model_module_version = Unicode(_RELEASE).tag(sync=True)
    _view_name = Unicode("AnyView").tag(sync=True)
    _view_module = Unicode("anywidget").tag(sync=True)
    _view_module_version = Unicode(_RELEASE).tag(sync=True)
    _anywidget_id = Unicode().tag(sync=True)
    _esm = Unicode().tag(sync=True)
    _css = Unicode().tag(sync=True)

    def __init__(self, **traits: Any) -> None:  # noqa: ANN401 - whatever the subclass has
        super().__init__(
            _anywidget_id=f"{type(self).__module__}.{type(self).__name__}",
            _esm=(_STATIC / f"{self.static}.js").read_text(encoding="utf-8"),
            _css=(_STATIC / f"{self.static}.css").read_text(encoding="utf-8"),
            **traits,
        )

    def __repr__(self) -> str:
        """Return a short form; a widget's own would list every trait."""
        return object.__repr__(self)
