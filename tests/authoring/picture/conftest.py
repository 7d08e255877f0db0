from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from support.project import compiled

if TYPE_CHECKING:
    from safetystring.scenario import Key, Scenario


@pytest.fixture(scope="session")
def alder(tmp_path_factory: pytest.TempPathFactory) -> tuple[Scenario, Key]:
    return compiled(tmp_path_factory.mktemp("picture") / "scenarios")["alder"]
