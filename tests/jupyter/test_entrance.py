"""`/voila/` leads to the start page, wherever it lies, on a real server."""

from __future__ import annotations

import http.client
import json
import shutil
import sys
import urllib.error
import urllib.request
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from safetystring.jupyter.entrance import START_PAGES
from support.server import ROOT, start_server, stop_server

if TYPE_CHECKING:
    from pathlib import Path


class _Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        """Follow nothing: where it leads is what is asked."""


def _leads_to(url: str) -> str:
    opener = urllib.request.build_opener(_Stay)
    with pytest.raises(urllib.error.HTTPError) as caught:
        opener.open(url, timeout=10)
    assert caught.value.code == 302
    location: str = caught.value.headers["Location"]
    return location


def _offered(url: str) -> str:
    """Return what a kernel's websocket agrees to, of what every browser offers."""
    made = urllib.request.Request(f"{url}/api/kernels", data=b"{}", headers={"Content-Type": "application/json"})  # noqa: S310 - our own server
    with urllib.request.urlopen(made, timeout=60) as answer:  # noqa: S310 - the same
        kernel = json.load(answer)["id"]
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(str(parts.hostname), parts.port, timeout=60)
    asking = {
        "Connection": "Upgrade",
        "Upgrade": "websocket",
        "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": "AAAAAAAAAAAAAAAAAAAAAA==",
        "Sec-WebSocket-Extensions": "permessage-deflate; client_max_window_bits",
    }
    connection.request("GET", f"/api/kernels/{kernel}/channels", headers=asking)
    response = connection.getresponse()
    connection.close()
    return response.headers.get("Sec-WebSocket-Extensions", "")


@pytest.mark.slow
@pytest.mark.parametrize("page", START_PAGES)
def test_it_leads_to_the_start_page(tmp_path: Path, page: str) -> None:
    folder, home = tmp_path / "folder", tmp_path / "home"
    for made in (folder, home):
        made.mkdir()
    target = folder / page
    target.parent.mkdir(exist_ok=True)
    shutil.copy(ROOT / "notebooks" / "start.ipynb", target)
    enabled = "--ServerApp.jpserver_extensions=safetystring.jupyter.entrance=True"
    arguments = [sys.executable, "-m", "jupyter", "server", enabled]
    server = start_server(folder, home, arguments)
    try:
        assert _leads_to(f"{server.url}/voila/") == f"/voila/render/{page}"
        assert _leads_to(f"{server.url}/voila?token=a%26b") == f"/voila/render/{page}?token=a%26b"
        assert "permessage-deflate" in _offered(server.url)
    finally:
        stop_server(server)
