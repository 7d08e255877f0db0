"""The soak itself: seeds bring cases back, a fault and a hang are found."""

from __future__ import annotations

import random
import time
from typing import TYPE_CHECKING

from soak import run as module
from soak.mutate import mutated
from soak.scenarios import part
from support.project import files, to_yaml

if TYPE_CHECKING:
    import pytest

GOOD = to_yaml(files()["alder/scenario.yaml"]).encode()


class _Broken:
    """Raises at every third case, and hangs at every fifth."""

    number = 0

    def case(self, _: random.Random) -> str:
        self.number += 1
        if self.number % 5 == 0:
            time.sleep(5)
        if self.number % 3 == 0:
            raise KeyError("lost")
        return "well"

    def shown(self) -> str:
        return "  what it was"

    def close(self) -> None:
        pass


def test_faults_and_hangs_are_findings_and_name_their_seed(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "SECONDS", 0.1)
    assert module.run("broken", _Broken(), seed=11, cases=6) == 3
    said = capsys.readouterr().out
    assert "again: python -m soak broken --only --seed 13" in said
    assert "longer than 0.1 s" in said
    assert "3 well; 3 findings" in said


def test_a_seed_brings_a_mutation_back_and_seeds_differ() -> None:
    made = [mutated(GOOD, random.Random(seed)) for seed in range(30)]  # noqa: S311 - draws that can be repeated
    assert made == [mutated(GOOD, random.Random(seed)) for seed in range(30)]  # noqa: S311 - the same
    assert len(set(made)) > 25


def test_some_cases_of_scenarios(capsys: pytest.CaptureFixture[str]) -> None:
    assert module.run("scenarios", part(), seed=1, cases=20) == 0
    assert "20 cases" in capsys.readouterr().out
