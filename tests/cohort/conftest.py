from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cohort.room import room
from safetystring.cohort.summary import Summary, summarise

if TYPE_CHECKING:
    from safetystring.cohort import Cohort


@pytest.fixture(scope="session")
def forty(tmp_path_factory: pytest.TempPathFactory) -> Cohort:
    return room(tmp_path_factory.mktemp("forty"), 40)


@pytest.fixture(scope="session")
def summary(forty: Cohort) -> Summary:
    return summarise(forty)
