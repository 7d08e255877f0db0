from __future__ import annotations

import pytest

from safetystring.cohort.profiles import DEFAULT_MIX, PROFILES, Profile


@pytest.mark.parametrize("name", PROFILES)
def test_tendencies_are_probabilities(name: str) -> None:
    who = PROFILES[name]
    for chance in (who.cue, who.lookalike, who.other, who.family, who.leaves, who.prunes, who.adds, who.stops):
        assert 0.0 <= chance <= 1.0
    assert 0.0 <= who.scam <= 100.0
    assert 0.0 <= who.genuine <= 100.0
    assert who.pace > 0
    assert who.options is None or (len(who.options) == 3 and sum(who.options) > 0)


def test_the_default_class_holds_no_shortcuts() -> None:
    shortcuts = {"never", "hang-up", "mark-all", "mark-all-then-prune", "mark-none", "first-option"}
    assert DEFAULT_MIX.keys() == PROFILES.keys() - shortcuts
    assert all(weight > 0 for weight in DEFAULT_MIX.values())


def test_a_profile_of_ones_own_needs_three_numbers() -> None:
    assert Profile(cue=1.0, lookalike=0.0, other=0.0).opens
