from __future__ import annotations

from typing import TYPE_CHECKING, Any

import comm
import pytest

from safetystring.authoring.preview.draft import Draft, Shelf, read_draft
from safetystring.authoring.preview.wire import connect
from support.project import write_project

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="session")
def scenarios(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_project(tmp_path_factory.mktemp("preview") / "scenarios")


@pytest.fixture(scope="session")
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture(scope="session")
def draft(scenarios: Path, shelf: Shelf) -> Draft:
    found = read_draft(scenarios, "alder", shelf)
    assert found is not None
    return found


@pytest.fixture
def connected() -> Iterator[None]:
    """Widget messages go to the wire that is present; afterwards to wherever they went before."""
    before = comm.create_comm
    connect()
    yield
    comm.create_comm = before


Sent = list[dict[str, Any]]


@pytest.fixture
def sent() -> Sent:
    return []
