"""The course's entrance on a Jupyter server: ``/voila/`` leads to the start page.

Voilà itself lists every file of the folder there, which is no place for somebody who has never seen a notebook.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from jupyter_server.base.handlers import JupyterHandler
from jupyter_server.utils import url_path_join
from tornado import web

if TYPE_CHECKING:
    from jupyter_server.serverapp import ServerApp

START_PAGES = ("start.ipynb", "notebooks/start.ipynb")
"""Where the start page may lie below the server's folder: the learner's own, or the repository's on Binder."""

NO_MATHJAX = "data:text/javascript,MathJax={Hub:{Config(){},Queue(){},Configured(){},Register:{StartupHook(){}}}}//"
"""In place of MathJax, for which Voilà would ask a server elsewhere: no text here holds formulas. It calls these."""


class EntranceHandler(JupyterHandler):
    """Sends a browser on to the start page, shown by Voilà."""

    def initialize(self, page: str) -> None:
        """Take the start page's path below the server's folder."""
        self._page = page

    @web.authenticated
    def get(self) -> None:
        """Redirect, keeping the query: the server's token may be in it."""
        target = url_path_join(self.base_url, "voila", "render", self._page)
        self.redirect(f"{target}?{self.request.query}" if self.request.query else target)


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    return [{"module": "safetystring.jupyter.entrance"}]


def _load_jupyter_server_extension(server: ServerApp) -> None:
    """Take ``/voila`` over where there is a start page. Extensions load by name, so this comes before Voilà's own.

    Kernel messages repeat their headers at length, so they are sent compressed: on a slow link a press then costs a
    third of the bytes.
    """
    if server.web_app.settings.get("websocket_compression_options") is None:  # as it is unless somebody decided on it
        server.web_app.settings["websocket_compression_options"] = {}
    page = next((page for page in START_PAGES if (Path(server.root_dir) / page).is_file()), None)
    if page is None:
        return
    server.web_app.settings.setdefault("mathjax_url", NO_MATHJAX)
    route = url_path_join(server.web_app.settings["base_url"], "voila")
    server.web_app.add_handlers(".*$", [(route + "/?", EntranceHandler, {"page": page})])  # type: ignore[no-untyped-call]
